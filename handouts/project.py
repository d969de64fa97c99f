"""A project folder: reads its settings and names every place in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from handouts import editions as printed_forms
from handouts.editions import SOURCE, Edition
from handouts.languages import UncoveredScriptError, UnknownLanguageError, language
from handouts.problems import Report
from handouts.root import BUILD, SETTINGS
from handouts.source import Fields, Text, read

# Coated paper as most presses print it; the package is part of Ghostscript.
PROFILE, PROFILE_PACKAGE = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc"), "libgs-common"


class Missing(StrEnum):
    """What a leaflet does about a text that has no translation, or only one of an older English."""

    FAIL = "fail"
    OMIT = "omit"
    SOURCE = "source"
    LAST_APPROVED = "last-approved"


@dataclass(frozen=True, slots=True)
class Project:
    """A project and its settings; every path in it is absolute."""

    root: Path
    title: str
    source: str
    languages: tuple[str, ...]
    editions: Mapping[str, Edition]
    missing: Missing = Missing.SOURCE
    posters: bool = False

    @property
    def build(self) -> Path:
        """The folder of outputs."""
        return self.root / BUILD

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked up: the project's own first, then the packaged ones."""
        own = self.root / "templates"
        return tuple(dict.fromkeys(folder for folder in (own, packaged_templates()) if folder.is_dir()))

    @property
    def own_templates(self) -> list[Path]:
        """The project's own HTML templates; none where they are the program's own."""
        own = self.root / "templates"
        return [] if own == packaged_templates() else sorted(own.rglob("*.html"))

    def catalog(self, tag: str) -> Path:
        """Return the message catalog of a language."""
        return self.root / "locales" / tag / "LC_MESSAGES" / "handouts.po"

    @property
    def template_catalog(self) -> Path:
        """The catalog without translations that translators start from."""
        return self.root / "locales" / "handouts.pot"

    def approvals(self, tag: str) -> Path:
        """Return the sign-offs of a language."""
        return self.root / "locales" / tag / "approvals.yaml"

    def approved(self, tag: str, topic: str) -> Path:
        """Return the record of the texts of a leaflet that were signed last."""
        return self.root / "locales" / tag / "approved" / f"{topic}.json"

    def second(self, edition: Edition) -> str:
        """Return the second language of an edition."""
        return self.source if edition.second == SOURCE else edition.second

    def profile_path(self, edition: Edition) -> Path:
        """Name the ICC profile of an edition for a print shop: the project's own, or the one that Debian packages."""
        return self.root / edition.profile if edition.profile else PROFILE

    def profile(self, edition: Edition) -> Path | None:
        """Return the ICC profile of an edition for a print shop, if it is there."""
        path = self.profile_path(edition)
        return path if path.is_file() else None

    def shown(self, path: Path) -> str:
        """Name a path as problems do: relative to the project, with slashes; packaged templates as its own."""
        for folder in (self.root, packaged_templates().parent):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return path.as_posix()

    def seeds(self, kind: str) -> Iterator[tuple[Path, str]]:
        """Go through the YAML files of a kind of seed in order, hidden ones left out, with the name for problems."""
        for path in sorted((self.root / "seeds" / kind).glob("[!.]*.yaml")):
            yield path, self.shown(path)

    def template(self, name: str) -> Path | None:
        """Find a file below the template folders, the project's own first."""
        candidates = (folder / name for folder in self.template_folders)
        return next((path for path in candidates if path.is_file()), None)


def packaged_templates() -> Path:
    """Return the templates that come with the package; in an editable install they stand beside it."""
    package = Path(str(files("handouts")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def load(root: Path, report: Report) -> Project | None:
    """Read a project's settings; None when they can't be read at all."""
    table = read(root / SETTINGS, SETTINGS, report)
    if table is None:
        return None
    fields = Fields(table, report)
    title, source = fields.text("title"), fields.text("source")
    languages, listed = fields.texts("languages"), fields.node("editions")
    editions = printed_forms.read(listed, report)
    missing, with_posters = fields.choice("missing", Missing) or Missing.SOURCE, fields.switch("posters")
    fields.close()
    known = tuple(tag.value for tag in languages if _is_language(tag, report))
    if source is not None and source.value not in known:
        report.error(source.position, f"'{source}' is not among the languages", "language", "add it to languages")
    if title is None or source is None or not known:
        return None
    for edition in editions.values():
        if edition.second and edition.second not in (SOURCE, *known):
            text = f"the second language of '{edition.name}', {edition.second}, is not among the languages"
            report.error(listed.position if listed else fields.position, text, "language", "add it to languages")
    return Project(root, title.value, source.value, known, editions, missing, with_posters)


def _is_language(tag: Text, report: Report) -> bool:
    try:
        language(tag.value)
    except UnknownLanguageError as error:
        report.error(tag.position, str(error), "language", "use a BCP 47 tag that CLDR knows, such as zh-Hans")
        return False
    except UncoveredScriptError as error:
        report.error(tag.position, str(error), "language", "add its font and script to handouts/languages.py")
        return False
    return True
