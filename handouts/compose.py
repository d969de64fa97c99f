"""A leaflet, an edition and an imprint become a job: HTML, styles, pictures, and a place for every element."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import jinja2
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handouts.approvals import Signatures
from handouts.catalog import Catalog
from handouts.content import Content, Message
from handouts.imprint import FIELDS, Imprint
from handouts.job import Job, Sheet, Style, Written
from handouts.languages import language
from handouts.leaflet import Leaflet, Status
from handouts.problems import Position, Report
from handouts.project import Project
from handouts.reading import names_of
from handouts.voice import Voice
from handouts.widths import text_width

PICTURES = "pictures"
SHEETS = {"a4": Sheet(pages=2, smallest=12, largest=14)}
STYLES = {"a4": ("leaflet.css", "a4.css")}
# The foot of a page: its height in mm with two lines and one of status; how many em a line of status holds; what more
# leading and one more line add, in mm.
FOOT, STATUS_WIDTH, FOOT_LEADING, FOOT_LINE = 26.0, 49.0, 6.0, 2.9
TITLE_WIDTH, NAME_WIDTH = 31.0, 13.0  # em that the columns of titles and of names of languages hold
HEADINGS = ("h1", "h2", "th", "caption", ".label", ".theme", ".title", ".running-head p", ".step b", ".own", ".caption")
REVIEW_SIZE = 10.0  # pt, of a sheet to read beside the English
LOOSE = "loose.css"  # for a leaflet that does not fit with its sections whole


@dataclass(frozen=True, slots=True)
class Composer:
    """A project's templates, opened once for all its leaflets."""

    project: Project
    environment: Environment
    content: Content
    imprint: Imprint
    report: Report

    def job(self, leaflet: Leaflet, edition: str) -> Job | None:
        """Make the render job of a leaflet; None when a template, style or picture is wrong."""
        voice = Voice(leaflet, language(self.project.source))
        html = self._html(leaflet, edition, voice)
        styles = tuple(self._styles(STYLES[edition]))
        loose = tuple(self._styles((LOOSE,)))
        pictures = dict(self._pictures(leaflet))
        if html is None:
            return None
        return Job(
            name=f"{leaflet.topic.slug}.{leaflet.language.tag}.{edition}",
            html=html,
            styles=(*styles, Style("languages", _language_css(leaflet, self.project))),
            loose=loose,
            pictures=pictures,
            sheet=_sheet(leaflet, edition),
            fonts=_families(leaflet, self.project, self.imprint),
            stacks=_stacks(leaflet, self.project),
            texts=tuple(_written(leaflet, self.project, self.imprint, voice.printed)),
            places=dict(_places(leaflet)),
            position=leaflet.topic.position,
        )

    def review(self, leaflet: Leaflet, catalog: Catalog, signatures: Signatures) -> Job | None:
        """Make the job of a sheet on which a reviewer reads a leaflet beside its English."""
        voice = Voice(leaflet, language(self.project.source))
        names = {**self._names(leaflet, voice), **names_of(leaflet, catalog, signatures)}
        html = self._rendered("review.html", names)
        styles = tuple(self._styles(("review.css",)))
        if html is None:
            return None
        return Job(
            name=f"{leaflet.topic.slug}.{leaflet.language.tag}.review",
            html=html,
            styles=(*styles, Style("languages", "\n".join(_language_rules(leaflet, self.project)))),
            loose=(),
            pictures={},
            sheet=Sheet(pages=0, smallest=REVIEW_SIZE, largest=REVIEW_SIZE),
            fonts=tuple(
                dict.fromkeys((*language(self.project.source).fonts, *_clinic_families(leaflet, self.project)))
            ),
            stacks=_stacks(leaflet, self.project),
            texts=tuple(_written(leaflet, self.project, Imprint(), voice.printed)),
            places={},
            position=leaflet.topic.position,
        )

    def _html(self, leaflet: Leaflet, edition: str, voice: Voice) -> str | None:
        more = {
            "edition": edition,
            "sheet": _sheet(leaflet, edition),
            "imprint": self.imprint,
            "status": _status(leaflet),
            "sheet_foot": _status_lines(leaflet),
        }
        return self._rendered("leaflet.html", {**self._names(leaflet, voice), **more})

    def _names(self, leaflet: Leaflet, voice: Voice) -> dict[str, object]:
        """Return what every template of a leaflet may use, by name."""
        return {
            "leaflet": leaflet,
            "topic": leaflet.topic,
            "content": self.content,
            "own": leaflet.language,
            "source": language(self.project.source),
            "ui": self._interface,
            "say": voice.say,
            "heading": voice.heading,
            "room": voice.room,
            "marked": voice.marked,
            "english": voice.english,
            "words": voice.words,
            "tag": voice.tag,
            "citation": voice.citation,
            "brief": voice.brief,
            "day": voice.day,
            "whole": voice.whole,
            "id": _id,
        }

    def _rendered(self, template: str, names: Mapping[str, object]) -> str | None:
        try:
            return self.environment.get_template(template).render(names)
        except jinja2.TemplateError as error:
            self.report.error(self._place(error), f"template: {_said(error)}", "template")
        except RecursionError as error:
            self.report.error(self._place(error), "template: it includes itself without end", "template")
        except Exception as error:  # a template may do anything; what it does wrong is its author's to know
            self.report.error(self._place(error), f"template: {type(error).__name__}: {error}", "template")
        return None

    def _interface(self, name: str) -> Message:
        if name not in self.content.interface:
            raise jinja2.UndefinedError(f"there is no interface text '{name}'")
        return self.content.interface[name]

    def _place(self, error: BaseException) -> Position:
        """Find the line of a template at which an error happened; Jinja says it only of syntax errors."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            path = self.project.template(error.name or "")
            return Position(self.project.shown(path) if path else str(error.name), error.lineno)
        if isinstance(error, jinja2.TemplateNotFound):
            return Position(f"templates/{error.name}")
        place, step = Position("templates/leaflet.html"), error.__traceback__
        folders = tuple(str(folder) for folder in self.project.template_folders)
        while step is not None:
            file = step.tb_frame.f_code.co_filename
            if file.startswith(folders) and file.endswith(".html"):
                name = next(file[len(folder) + 1 :] for folder in folders if file.startswith(folder))
                path = self.project.template(name)
                place = Position(self.project.shown(path) if path else name, step.tb_lineno)
            step = step.tb_next
        return place

    def _styles(self, names: tuple[str, ...]) -> Iterator[Style]:
        for name in names:
            path = self.project.template(f"styles/{name}")
            if path is None:
                self.report.error(Position(f"templates/styles/{name}"), "there is no such stylesheet", "style")
                continue
            try:
                yield Style(self.project.shown(path), path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                self.report.error(Position(self.project.shown(path)), f"can't be read: {error}", "style")

    def _pictures(self, leaflet: Leaflet) -> Iterator[tuple[str, bytes]]:
        """Read the pictures that a leaflet shows; that they are there is what checks.pictures sees to."""
        for block in leaflet.topic.blocks:
            name = block.fields.get("picture")
            path = self.project.template(f"{PICTURES}/{name}") if name else None
            if path is not None:
                yield str(name), path.read_bytes()


def composer(project: Project, content: Content, imprint: Imprint, report: Report) -> Composer:
    """Open a project's templates."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in project.template_folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return Composer(project, environment, content, imprint, report)


def _sheet(leaflet: Leaflet, edition: str) -> Sheet:
    return replace(SHEETS[edition], pages=leaflet.topic.pages, may_be_short=bool(leaflet.omitted))


def _families(leaflet: Leaflet, project: Project, imprint: Imprint) -> tuple[str, ...]:
    """All families that a leaflet may use: its language's, the source language's, and any for what a clinic wrote."""
    clinic = _clinic_families(leaflet, project) if imprint.values or leaflet.approval else ()
    return tuple(dict.fromkeys((*leaflet.language.fonts, *language(project.source).fonts, *clinic)))


def _stacks(leaflet: Leaflet, project: Project) -> dict[str, tuple[str, ...]]:
    """Return the families of the leaflet's and of the source language; digits and names stand in both."""
    return {each.tag: each.fonts for each in (language(project.source), leaflet.language)}


def _clinic_families(leaflet: Leaflet, project: Project) -> tuple[str, ...]:
    """The leaflet's own families, then those of all languages of the project: a name is written in one of them."""
    others = (family for tag in project.languages for family in language(tag).fonts)
    return tuple(dict.fromkeys((*leaflet.language.fonts, *others)))


def _language_css(leaflet: Leaflet, project: Project) -> str:
    """Write what the language table knows as CSS, and what the page's margins ask of it."""
    own = ", ".join(f'"{family}"' for family in leaflet.language.fonts)
    margins = [f"@page {{ margin-bottom: {_foot(leaflet):.1f}mm }}", f"@page {{ font-family: {own} }}"]
    return "\n".join([*_language_rules(leaflet, project), *margins])


def _language_rules(leaflet: Leaflet, project: Project) -> Iterator[str]:
    """Write a rule for each language of a leaflet, the source language first, for it stands in every leaflet."""
    languages = dict.fromkeys((language(project.source), leaflet.language))
    yield f"html {{ line-height: {leaflet.language.leading:g} }}"
    for each in languages:
        stack = ", ".join(f'"{family}"' for family in each.fonts)
        breaks = f"hyphens: {'auto' if each.hyphenated else 'manual'}; hyphenate-limit-chars: 9 4 4"
        if not each.bold_headings:
            yield f"{_headings(each.tag)} {{ font-weight: normal }}"
        yield f":lang({each.tag}) {{ font-family: {stack}; --leading: {each.leading:g}; {breaks} }}"
        if each.hyphenated:
            yield f"{_headings(each.tag)} {{ hyphens: manual }}"
    clinic = ", ".join(f'"{family}"' for family in _clinic_families(leaflet, project))
    yield f"span.clinic {{ font-family: {clinic} }}"


def _headings(tag: str) -> str:
    return ", ".join(f"{name}:lang({tag})" for name in HEADINGS)


def _foot(leaflet: Leaflet) -> float:
    """Return the height in mm that the foot of a page needs: more for tall scripts and for a status of two lines."""
    own, title = leaflet.language, leaflet.topic.title
    titles = _lines(title.english, TITLE_WIDTH) + _lines(leaflet.phrase(title).text, TITLE_WIDTH)
    names = _lines(own.english_name, NAME_WIDTH) + _lines(own.autonym, NAME_WIDTH)
    more = max(titles, names) - 2 + _status_lines(leaflet) - 1
    return FOOT + max(own.leading - 1.65, 0) * FOOT_LEADING + more * FOOT_LINE * own.leading


def _lines(text: str, width: float) -> int:
    """Return on how many lines a text of the foot stands, about, in a column of so many em."""
    return max(1, math.ceil(text_width(text) / width))


def _status(leaflet: Leaflet) -> str:
    """Return the name of the text that says how far a leaflet may be trusted."""
    if leaflet.is_mixed:
        return "foot/incomplete"
    if leaflet.omitted:
        return "foot/omitted"
    return "foot/approved" if leaflet.status is Status.APPROVED else "foot/draft"


def _status_lines(leaflet: Leaflet) -> int:
    """Return 2 when the status in English and in the leaflet's language do not fit on one line, else 1."""
    status = leaflet.content.interface[_status(leaflet)]
    return 2 if text_width(f"{status.english} · {leaflet.phrase(status).text}") > STATUS_WIDTH else 1


def _written(leaflet: Leaflet, project: Project, imprint: Imprint, printed: set[str]) -> Iterator[Written]:
    source, own = language(project.source), leaflet.language
    for address, phrase in leaflet.phrases.items():
        spoken = phrase.language
        yield Written(
            phrase.text,
            spoken.fonts,
            spoken.tag,
            phrase.position,
            address,
            address in printed,
            text_layer=spoken.text_layer,
        )
        if address.startswith(("topic/", "interface/foot/")):
            yield Written(phrase.message.english, source.fonts, source.tag, phrase.message.text.position, address)
    signed = leaflet.approval
    if signed:
        for said in (signed.by, signed.role):
            yield Written(said, _clinic_families(leaflet, project), own.tag, signed.position, "approval")
    for name in FIELDS:
        if value := imprint.values.get(name):
            yield Written(value.value, _clinic_families(leaflet, project), leaflet.language.tag, value.position, name)


def _places(leaflet: Leaflet) -> Iterator[tuple[str, Position]]:
    """Say for each element with an id where its content was written."""
    for block in leaflet.topic.blocks:
        yield _id(block.id), block.position
    for number, section in enumerate(leaflet.topic.sections, start=1):
        yield f"heading-{number}", leaflet.phrase(section.heading).position


def _id(name: str) -> str:
    return f"block-{name}"


def _said(error: jinja2.TemplateError) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return "there is no such template"
    return error.message or str(error)
