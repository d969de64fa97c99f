"""A leaflet, an edition and an imprint become a job: HTML, styles, pictures, and a place for every element."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import jinja2
from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from handouts.approvals import Signatures
from handouts.catalog import Catalog
from handouts.content import Content, Message
from handouts.editions import Edition, Ink, Standard
from handouts.furniture import has_columns, page_css, sheet_of, status_lines, status_of
from handouts.imprint import Code, Imprint, Value, code
from handouts.job import Job, Press, Sheet, Style, Written
from handouts.languages import Language, language
from handouts.leaflet import Leaflet, Wording
from handouts.logo import printed
from handouts.outlines import outlined
from handouts.problems import Position, Report
from handouts.project import PROFILE_PACKAGE, Project
from handouts.reading import names_of
from handouts.root import SETTINGS
from handouts.source import Text
from handouts.voice import BESIDE, PAIR, Manner, Voice, element_id

PICTURES = "pictures"
CODE, LOGO = "imprint/code.svg", "imprint/logo"  # the clinic's pictures among those of a job
BEGIN, END = "begin ", "end"  # comments in traced HTML
TEMPLATES = ("leaflet.html", "bilingual.html")  # in one language, in two
ACROSS = 0.08  # of the words, lost more where a line runs in both directions
SMALL_PAPER = 200.0  # mm, the width below which a cover has narrow margins
SLIM = 100.0  # mm, the measure below which nothing stands side by side
HEADINGS = ("h1", "h2", "th", "caption", ".label", ".theme", ".title", ".running-head p", ".step b", ".own", ".caption")
REVIEW_SIZE = 10.0  # pt, of a sheet to read beside the English
LOOSE = "loose.css"  # for a leaflet that does not fit with its sections whole
# What leaflet.css sets smaller than running text, as a share of it.
SMALL = {
    "header .theme": 0.8,
    "section > h2": 0.96,
    ".tight > h2": 0.8,
    "table": 0.92,
    ".caption, .term .source, .call .label, .record .column": 0.86,
    ".closing": 0.74,
    ".closing h2": 0.8,
    ".closing .not": 0.84,
    ".numbered > h2 .number": 0.96,
    ".step .number": 0.92,
}


@dataclass(frozen=True, slots=True)
class Composer:
    """A project's templates, opened once for all its leaflets."""

    project: Project
    environment: Environment
    content: Content
    imprint: Imprint
    report: Report

    def job(self, leaflets: Sequence[Leaflet], edition: Edition) -> Job | None:
        """Make the render job of a leaflet, or of one and the same beside it in a second language.

        None when a template, style or picture is wrong.
        """
        leaflet = leaflets[0]
        source = language(self.project.source)
        sheet = sheet_of(leaflets, edition, source)
        voices, qr = self._voices(leaflets, edition, sheet), self._code(leaflet, edition)
        html = self._html(voices, leaflets, edition, sheet, qr)
        styles = tuple(self.styles(_stylesheets(edition, sheet, leaflets)))
        loose = () if sheet.multiple else tuple(self.styles((LOOSE,)))
        pictures = {**dict(self._pictures(leaflet, edition)), **dict(_of_the_clinic(voices, edition, qr))}
        if html is None:
            return None
        return Job(
            name=name_of(leaflet, edition),
            html=html,
            styles=(*styles, Style("languages", "\n".join(_language_css(leaflets, edition, sheet, self.project)))),
            loose=loose,
            pictures=pictures,
            sheet=sheet,
            fonts=_families(voices, leaflets, self.project),
            stacks=_stacks(leaflets, self.project),
            texts=tuple(_written(voices, leaflets, self.project)),
            places=dict(_places(leaflet)),
            position=leaflet.topic.position,
            press=self._press(edition, leaflet),
        )

    def html(self, leaflets: Sequence[Leaflet], edition: Edition) -> str | None:
        """Return the HTML of a job by itself."""
        sheet = sheet_of(leaflets, edition, language(self.project.source))
        voices, qr = self._voices(leaflets, edition, sheet), self._code(leaflets[0], edition)
        return self._html(voices, leaflets, edition, sheet, qr)

    def _voices(self, leaflets: Sequence[Leaflet], edition: Edition, sheet: Sheet) -> list[Voice]:
        source = language(self.project.source)
        most = BESIDE if len(leaflets) > 1 else PAIR
        manners = [Manner(sheet.is_narrow, number, most, edition.fillable) for number in range(len(leaflets))]
        return [
            Voice(each, source, manner, self.imprint.spoken(each.language, source))
            for each, manner in zip(leaflets, manners, strict=True)
        ]

    def _code(self, leaflet: Leaflet, edition: Edition) -> Code | None:
        """Return the code that leads to the leaflet's PDF where the clinic publishes its build folder."""
        own = leaflet.language
        web = self.imprint.spoken(own, language(self.project.source)).get("web").rstrip("/")
        there = self._readable(edition, own.tag)
        return code(f"{web}/{own.tag}/{name_of(leaflet, there)}.pdf") if web else None

    def _readable(self, edition: Edition, tag: str) -> Edition:
        """Return an edition, or for a print shop's the first that a patient can read."""
        if edition.standard is not Standard.PDF_X:
            return edition
        others = (each for each in self.project.editions.values() if each.standard is not Standard.PDF_X)
        return next((each for each in others if not each.of and self.project.second(each) != tag), edition)

    def _press(self, edition: Edition, leaflet: Leaflet) -> Press | None:
        """Return what a print shop needs of a leaflet; None for other editions, or when there is no profile."""
        if edition.standard is not Standard.PDF_X:
            return None
        path = self.project.profile(edition)
        if path is None:
            named = f"'{edition.profile}'" if edition.profile else "an ICC profile for CMYK"
            hint = f"apt-get install {PROFILE_PACKAGE}, or name a file with profile: in {SETTINGS}"
            self.report.error(Position(SETTINGS), f"the edition '{edition.name}' needs {named}", "profile", hint)
            return None
        condition = edition.condition or path.stem
        return Press(path.read_bytes(), condition, leaflet.topic.date, edition.bleed, edition.marks)

    def review(self, leaflet: Leaflet, catalog: Catalog, signatures: Signatures) -> Job | None:
        """Make the job of a sheet on which a reviewer reads a leaflet beside its English."""
        voice = Voice(leaflet, language(self.project.source))
        names = {**self._names(leaflet, voice), **names_of(leaflet, catalog, signatures)}
        html = self.rendered("review.html", names)
        styles = tuple(self.styles(("review.css",)))
        if html is None:
            return None
        return Job(
            name=f"{leaflet.topic.slug}.{leaflet.language.tag}.review",
            html=html,
            styles=(*styles, Style("languages", "\n".join(_language_rules((leaflet,), self.project)))),
            loose=(),
            pictures={},
            sheet=Sheet(pages=0, smallest=REVIEW_SIZE, largest=REVIEW_SIZE),
            fonts=tuple(
                dict.fromkeys((*language(self.project.source).fonts, *_clinic_families(leaflet, self.project)))
            ),
            stacks=_stacks((leaflet,), self.project),
            texts=tuple(_written((voice,), (leaflet,), self.project)),
            places={},
            position=leaflet.topic.position,
        )

    def page(
        self,
        name: str,
        template: str,
        styles: tuple[str, ...],
        voices: Sequence[Voice],
        names: Mapping[str, object],
        *,
        edition: Edition,
        position: Position,
        given: Iterable[Text] = (),
    ) -> Job | None:
        """Make the job of pages that are no leaflet, such as a packet's cover, on the paper of an edition.

        `given` is what a clinic wrote for them, such as the titles of its own PDFs.
        """
        wordings = [voice.leaflet for voice in voices]
        source, there = language(self.project.source), voices[0].imprint
        more = {"source": source, "content": self.content, "ui": self._interface, "edition": edition, "imprint": there}
        html = self.rendered(template, {**more, **names})
        css = tuple(self.styles(styles))
        if html is None:
            return None
        paper, is_small = edition.size, edition.size.width < SMALL_PAPER
        size = f"@page {{ size: {paper.width:g}mm {paper.height:g}mm{'; margin: 11mm 12mm' if is_small else ''} }}"
        rules = "\n".join([*_language_rules(wordings, self.project), size])
        clinic = _clinic_families(wordings[0], self.project)
        own = (family for wording in wordings for family in wording.language.fonts)
        written: list[tuple[str, Value | Text]] = [*there.texts(), *(("", text) for text in given)]
        ours = [said for voice in voices for said in _said_by(voice)]
        theirs = [Written(text.value, clinic, wordings[0].language.tag, text.position, name) for name, text in written]
        return Job(
            name=name,
            html=html,
            styles=(*css, Style("languages", rules)),
            loose=(),
            pictures=dict(_of_the_clinic(voices, edition, None)),
            sheet=Sheet(pages=0, smallest=edition.smallest, largest=edition.smallest if is_small else edition.largest),
            fonts=tuple(dict.fromkeys((*own, *source.fonts, *clinic))),
            stacks=_stacks(wordings, self.project),
            texts=(*ours, *theirs),
            places={},
            position=position,
        )

    def _html(
        self, voices: Sequence[Voice], leaflets: Sequence[Leaflet], edition: Edition, sheet: Sheet, qr: Code | None
    ) -> str | None:
        more = {
            "edition": edition,
            "sheet": sheet,
            "imprint": voices[0].imprint,
            "qr": qr,
            "status": status_of(leaflets),
            "status_lines": status_lines(leaflets[0], edition),
            "has_columns": has_columns(sheet),
            "second": voices[-1],
            "voices": voices,
            "foreign": [voice for voice in voices if voice.leaflet.language != voice.source],
            "codes": [leaflet.code for leaflet in leaflets],
        }
        return self.rendered(TEMPLATES[len(voices) - 1], {**self._names(leaflets[0], voices[0]), **more})

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
            "given": voice.given,
            "id": voice.id,
            "line": voice.line,
        }

    def rendered(self, template: str, names: Mapping[str, object]) -> str | None:
        """Fill a template; None when it is wrong."""
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

    def styles(self, names: tuple[str, ...]) -> Iterator[Style]:
        """Read stylesheets; what is wrong with one goes to the report."""
        for name in names:
            path = self.project.template(f"styles/{name}")
            if path is None:
                self.report.error(Position(f"templates/styles/{name}"), "there is no such stylesheet", "style")
                continue
            try:
                yield Style(self.project.shown(path), path.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError) as error:
                self.report.error(Position(self.project.shown(path)), f"can't be read: {error}", "style")

    def _pictures(self, leaflet: Leaflet, edition: Edition) -> Iterator[tuple[str, bytes]]:
        """Read the pictures that a leaflet shows; that they are there is what checks.pictures sees to."""
        for block in leaflet.topic.blocks:
            name = block.fields.get("picture")
            path = self.project.template(f"{PICTURES}/{name}") if name else None
            if path is not None:
                raw = path.read_bytes()
                yield str(name), outlined(raw) if edition.ink is Ink.BLACK else raw


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


def traced(composer: Composer) -> Composer:
    """Return a composer that notes in comments which template wrote what, and that keeps its problems to itself."""
    environment = composer.environment.overlay(loader=_Noting(composer.environment.loader))
    return replace(composer, environment=environment, report=Report())


class _Noting(BaseLoader):
    """Puts a comment before and behind each template."""

    def __init__(self, loader: BaseLoader | None) -> None:
        self.loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template's text with the comments."""
        if self.loader is None:
            raise jinja2.TemplateNotFound(template)
        text, name, is_current = self.loader.get_source(environment, template)
        return f"<!--{BEGIN}{template}-->{text}<!--{END}-->", name, is_current


def name_of(leaflet: Leaflet, edition: Edition) -> str:
    """Return the name of a leaflet's file, without what says that it is a PDF."""
    return f"{leaflet.topic.slug}.{leaflet.language.tag}.{edition.name}"


def _of_the_clinic(voices: Sequence[Voice], edition: Edition, qr: Code | None) -> Iterator[tuple[str, bytes]]:
    """Return the pictures that a clinic adds, by the names that templates use."""
    if qr is not None:
        yield CODE, qr.svg
    if (logo := voices[0].imprint.logo) is not None:
        yield f"{LOGO}{logo.suffix}", printed(logo, black=edition.ink is Ink.BLACK)


def _stylesheets(edition: Edition, sheet: Sheet, leaflets: Sequence[Leaflet]) -> tuple[str, ...]:
    """Return the names of the stylesheets that an edition takes, in order."""
    chosen = {
        "leaflet.css": True,
        "page.css": True,
        "narrow.css": sheet.is_narrow,
        "slim.css": sheet.measure < SLIM,
        LOOSE: bool(sheet.multiple),
        "bilingual.css": len(leaflets) > 1,
        "black.css": edition.ink is Ink.BLACK,
        "fields.css": edition.fillable,
    }
    return tuple(name for name, is_taken in chosen.items() if is_taken)


def _families(voices: Sequence[Voice], leaflets: Sequence[Leaflet], project: Project) -> tuple[str, ...]:
    """All families that a leaflet may use: its languages', the source language's, and any for what a clinic wrote."""
    named = any(leaflet.approval for leaflet in leaflets) or any(voice.imprint.values for voice in voices)
    clinic = _clinic_families(leaflets[0], project) if named else ()
    own = (family for leaflet in leaflets for family in leaflet.language.fonts)
    return tuple(dict.fromkeys((*own, *language(project.source).fonts, *clinic)))


def _stacks(leaflets: Sequence[Leaflet | Wording], project: Project) -> dict[str, tuple[str, ...]]:
    """Return the families of the leaflet's languages and of the source language; digits and names stand in all."""
    return {each.tag: each.fonts for each in _languages(leaflets, project)}


def _languages(leaflets: Sequence[Leaflet | Wording], project: Project) -> tuple[Language, ...]:
    """Return the languages of a leaflet, the source language first, for it stands in every leaflet."""
    return tuple(dict.fromkeys((language(project.source), *(leaflet.language for leaflet in leaflets))))


def _clinic_families(leaflet: Leaflet | Wording, project: Project) -> tuple[str, ...]:
    """The leaflet's own families, then those of all languages of the project: a name is written in one of them."""
    others = (family for tag in project.languages for family in language(tag).fonts)
    return tuple(dict.fromkeys((*leaflet.language.fonts, *others)))


def _language_css(leaflets: Sequence[Leaflet], edition: Edition, sheet: Sheet, project: Project) -> Iterator[str]:
    """Write what the language table knows as CSS, and what the edition asks of the page."""
    yield from _language_rules(leaflets, project)
    yield from page_css(sheet, edition)
    own = ", ".join(f'"{family}"' for family in leaflets[0].language.fonts)
    yield f"@page {{ font-family: {own} }}"
    for selector, share in SMALL.items() if edition.least else ():
        least = edition.least / edition.smallest
        if share < least and not (sheet.is_narrow and "> h2 " in f"{selector} " and "closing" not in selector):
            yield f"{selector} {{ font-size: {least:.4f}rem }}"


def _language_rules(leaflets: Sequence[Leaflet | Wording], project: Project) -> Iterator[str]:
    """Write a rule for each language of a leaflet."""
    yield f"html {{ line-height: {leaflets[0].language.leading:g} }}"
    for each in _languages(leaflets, project):
        stack = ", ".join(f'"{family}"' for family in each.fonts)
        breaks = f"hyphens: {'auto' if each.hyphenated else 'manual'}; hyphenate-limit-chars: 9 4 4"
        if not each.bold_headings:
            yield f"{_headings(each.tag)} {{ font-weight: normal }}"
        elif len(leaflets) > 1:
            yield f"h1 .cell:lang({each.tag}), h2 .cell:lang({each.tag}) {{ font-weight: bold }}"
        yield f":lang({each.tag}) {{ font-family: {stack}; --leading: {each.leading:g}; {breaks} }}"
        if each.hyphenated:
            yield f"{_headings(each.tag)} {{ hyphens: manual }}"
    clinic = ", ".join(f'"{family}"' for family in _clinic_families(leaflets[0], project))
    yield f"span.clinic {{ font-family: {clinic} }}"


def _headings(tag: str) -> str:
    return ", ".join(f"{name}:lang({tag})" for name in HEADINGS)


def _written(voices: Sequence[Voice], leaflets: Sequence[Leaflet], project: Project) -> Iterator[Written]:
    """Go through all texts that may be printed, the same one in two languages if need be."""
    spoken = [voice.leaflet.language for voice in voices]
    layer = min(each.text_layer for each in spoken)  # readers take a line for one, cells or not
    layer -= ACROSS if len({each.direction for each in spoken}) > 1 else 0.0
    for voice in voices:
        yield from (replace(said, text_layer=min(said.text_layer, layer)) for said in _said_by(voice))
    own = leaflets[0]
    clinic = _clinic_families(own, project)
    for signed in filter(None, (leaflet.approval for leaflet in leaflets)):
        for said in (signed.by, signed.role):
            yield Written(said, clinic, own.language.tag, signed.position, "approval")
    for voice in voices:
        for name, value in voice.imprint.texts():
            yield Written(value.value, clinic, voice.leaflet.language.tag, value.position, name)


def _said_by(voice: Voice) -> Iterator[Written]:
    source = voice.source
    for address, phrase in voice.leaflet.phrases.items():
        spoken, printed = phrase.language, address in voice.printed
        yield Written(
            *(phrase.text, spoken.fonts, spoken.tag, phrase.position, address, printed),
            text_layer=spoken.text_layer,
        )
        if address.startswith(("topic/", "packet/", "interface/foot/")):
            yield Written(phrase.message.english, source.fonts, source.tag, phrase.message.text.position, address)


def _places(leaflet: Leaflet) -> Iterator[tuple[str, Position]]:
    """Say for each element with an id where its content was written."""
    for block in leaflet.topic.blocks:
        yield element_id(block.id), block.position
    for number, section in enumerate(leaflet.topic.sections, start=1):
        yield f"heading-{number}", leaflet.phrase(section.heading).position


def _said(error: jinja2.TemplateError) -> str:
    if isinstance(error, jinja2.TemplateNotFound):
        return "there is no such template"
    return error.message or str(error)
