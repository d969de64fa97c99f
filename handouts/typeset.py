"""A render job becomes laid-out pages and a PDF; whatever the engine logs becomes problems.

Fonts come from handouts/fonts only, pictures from the job only: nothing else can be read while rendering.
"""

import hashlib
import logging
import math
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import unquote

FONTS = Path(__file__).parent / "fonts"
os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")  # before Pango is loaded

import weasyprint  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse  # noqa: E402

from handouts import engine, pages, textlayer  # noqa: E402
from handouts.balance import balanced  # noqa: E402
from handouts.editions import Standard  # noqa: E402
from handouts.fit import Expectation, fit  # noqa: E402
from handouts.glyphs import missing_glyphs  # noqa: E402
from handouts.guess import Scaled, guess_of  # noqa: E402
from handouts.job import Job, Press, Sheet, Style, Typeset, Written  # noqa: E402
from handouts.looseends import loose_ends  # noqa: E402
from handouts.problems import Position, Problem, Severity  # noqa: E402

VARIANTS = {Standard.PDF_A: "pdf/a-2a", Standard.PDF_UA: "pdf/ua-1", Standard.PDF_X: "pdf/ua-1"}
HOPELESS = 60.0  # mm by which a leaflet, every section whole, is expected too long to be tried at all
SLACK = 50.0  # mm of lines for notes, beyond those that must be there, that we accept before larger type is tried
SPARE = 0.37  # of a page, left free at the largest type: the leaflet is too short
BASE, PNG = "picture:/", b"\x89PNG\r\n\x1a\n"
SIZE, TOTAL = "html { font-size: %gpt }", '.counter-pages::before { content: "%d" }'
NOTES_TITLE = "interface/notes/title"
NO_NOTES = ".notes { border-top: 0 }"
CLOSE = ".notes { padding: 0 } .notes > h2, .notes > .text { display: none } .call { margin-bottom: 0 }"
_AT = re.compile(r" at (\d+):(\d+)")


class _Log(logging.Handler):
    """Keeps what the engine has to say, to be asked for after each step."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def taken(self) -> list[str]:
        messages, self.messages = self.messages, []
        return messages


class Pictures(URLFetcher):  # type: ignore[misc]  # the engine has no types
    """Hands out the pictures of a job and refuses every other address."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        super().__init__(timeout=1, allowed_protocols=["picture"], allow_redirects=False, fail_on_errors=True)
        self.pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return a picture of the job."""
        del headers
        name = unquote(url.removeprefix(BASE).lstrip("/"))
        if not url.startswith(BASE) or name not in self.pictures:
            raise FatalURLFetchingError(f"only the leaflet's own pictures can be read, not {url}")
        kind = "image/png" if self.pictures[name].startswith(PNG) else "image/svg+xml"
        return URLFetcherResponse(f"{BASE}{name}", self.pictures[name], {"Content-Type": kind})


def typeset(job: Job) -> Typeset:
    """Lay a job out at the type size that fills its pages, and write its PDF; one without pages as it comes."""
    if not job.sheet.pages:
        return plain(job)
    problems = list(missing_glyphs(job.texts))
    whole = not problems
    try:
        fitted = _fitted(job, problems)
        problems += _unfit(job, fitted)
        there = len(fitted.layout.document.pages)
        if there < fitted.pages and not job.sheet.may_be_short:
            text = f"{job.name} fills only {there} of its {fitted.pages} pages, lines for notes and all"
            problems.append(Problem(job.position, text, "too-short", "let it have fewer pages"))
        document = balanced(_without_spare_pages(fitted.layout.document, fitted.pages))
        problems += pages.overflows(document, job)
        pdf = _written(document, job, problems)
        if fitted.layout.fits:
            problems += loose_ends(document, job)
            problems += textlayer.differences(job.name, pdf, _printed(job, document)) if whole else ()
    except FatalURLFetchingError as error:
        problems.append(Problem(job.position, str(error), "outside"))
        return Typeset(b"", 0, 0, 0, tuple(problems))
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return Typeset(b"" if failed else pdf, len(document.pages), fitted.size, fitted.layouts, tuple(problems))


def _printed(job: Job, document: weasyprint.Document) -> Iterator[Written]:
    """Go through the texts of a job, without the heading of lines for notes that found no place."""
    has_notes = any(pages.NOTE.format(1) in page.anchors for page in document.pages)
    return (text for text in job.texts if has_notes or text.address != NOTES_TITLE)


def plain(job: Job) -> Typeset:
    """Lay a job out at its largest type size, on as many pages as it takes, and write its PDF."""
    problems = list(missing_glyphs(job.texts))
    try:
        html = weasyprint.HTML(string=job.html, base_url=BASE, url_fetcher=Pictures(job.pictures))
        sheets = [*_stylesheets(job.styles, problems), _rule(SIZE % job.sheet.largest)]
        document = html.render(
            font_config=_fonts(), stylesheets=sheets, pdf_variant=VARIANTS[job.sheet.standard], cache={}
        )
        problems += pages.overflows(document, job)
        pdf = _written(document, job, problems)
    except FatalURLFetchingError as error:
        problems.append(Problem(job.position, str(error), "outside"))
        return Typeset(b"", 0, 0, 0, tuple(problems))
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return Typeset(b"" if failed else pdf, len(document.pages), job.sheet.largest, 1, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A layout, its type size in pt, how many pages it may fill, and how many layouts it took to find it."""

    layout: pages.Layout
    size: float
    pages: int
    layouts: int


class _Layouts:
    """Lays a job out at one type size after the other; what the engine says is kept by size."""

    def __init__(self, job: Job, problems: list[Problem]) -> None:
        self.job, self.fonts = job, _fonts()
        self.styles, self.loose = _stylesheets(job.styles, problems), _stylesheets(job.loose, problems)
        self.html = weasyprint.HTML(string=job.html, base_url=BASE, url_fetcher=Pictures(job.pictures))
        self.documents: dict[float, weasyprint.Document] = {}
        self.said: dict[float, list[str]] = {}
        self.count = 0
        self.notes = 0 if job.sheet.multiple else pages.LEAST_NOTES  # lines for notes that there must be
        self.total = job.sheet.multiple  # of the pages, as the foot says it

    def document(self, size: float) -> weasyprint.Document:
        """Return the leaflet laid out at a size, at most once."""
        if size not in self.documents:
            log = _log()
            log.taken()
            sheets = [*self.styles, _rule(SIZE % size), *([_rule(TOTAL % self.total)] if self.total else [])]
            variant = VARIANTS[self.job.sheet.standard]
            self.documents[size] = self.html.render(
                font_config=self.fonts,
                stylesheets=sheets,
                pdf_variant=variant,
                pdf_forms=self.job.sheet.fillable,
                cache={},
            )
            self.said[size] = log.taken()
            self.count += 1
        return self.documents[size]

    def loosen(self) -> None:
        """Let sections go on on the next page from now on."""
        self.styles, self.loose = self.styles + self.loose, []
        self.documents.clear()

    def without_notes(self) -> None:
        """Do without lines for notes from now on, where there is no room for them."""
        self.styles, self.notes = [*self.styles, _rule(NO_NOTES)], 0
        self.documents.clear()

    def close_up(self) -> None:
        """Leave nothing between the text and the closing from now on."""
        self.styles = [*self.styles, _rule(CLOSE)]
        self.documents.clear()

    def reckon(self, total: int) -> None:
        """Let the foot say that there are so many pages from now on."""
        if total != self.total:
            self.total = total
            self.documents.clear()

    def fitted(self, expectation: Expectation, most: int, room: float) -> _Chosen:
        """Return the layout at the size that fills so many pages."""
        sheet = self.job.sheet
        found = fit(
            lambda size: pages.measure(self.document(size), most, notes=self.notes),
            expectation,
            **{"smallest": sheet.smallest, "largest": sheet.largest, "room": room, "slack": SLACK},
        )
        return _Chosen(found.layout, found.size, most, self.count)


def _fitted(job: Job, problems: list[Problem]) -> _Chosen:
    layouts = _Layouts(job, problems)
    found = _on_whole_sheets(job.sheet, layouts) if job.sheet.multiple else _on_given_pages(job, layouts)
    problems += _said(job, layouts.said[found.size])
    return found


def _on_given_pages(job: Job, layouts: _Layouts) -> _Chosen:
    """Fill the pages of a topic, with every section whole if that can be."""
    sheet, guess = job.sheet, guess_of(job)
    room = guess.room(sheet.pages)
    if layouts.loose and guess.height(sheet.smallest) > room + HOPELESS:
        layouts.loosen()
    found = layouts.fitted(guess, sheet.pages, room)
    if not found.layout.fits and layouts.loose:
        layouts.loosen()
        found = layouts.fitted(guess, sheet.pages, room)
    if not found.layout.fits:
        layouts.without_notes()
        found = layouts.fitted(guess, sheet.pages, room)
    if not found.layout.fits:
        layouts.close_up()
        closer = layouts.fitted(guess, sheet.pages, room)
        found = closer if closer.layout.fits else found
    return found


def _on_whole_sheets(sheet: Sheet, layouts: _Layouts) -> _Chosen:
    """Fill as few whole sheets as the smallest type needs."""
    least = pages.needed(layouts.document(sheet.smallest))
    count = math.ceil(least / sheet.multiple) * sheet.multiple
    first = pages.measure(layouts.document(sheet.smallest), count, notes=0)
    layouts.reckon(count)
    parts = sum(first.parts[:-1])
    expectation = Scaled(sheet.smallest, parts, max(first.used - parts, 0.0))
    return layouts.fitted(expectation, count, first.room)


def _stylesheets(styles: Iterable[Style], problems: list[Problem]) -> list[weasyprint.CSS]:
    sheets = []
    for style in styles:
        sheet, said = _stylesheet(style)
        sheets.append(sheet)
        problems += said
    return sheets


def _said(job: Job, messages: Iterable[str]) -> Iterator[Problem]:
    """Turn what the engine logged into problems; missing glyphs were reported before, where they were written."""
    for message in messages:
        if message.startswith(".notdef") and any(missing_glyphs(job.texts)):
            continue
        yield Problem(job.position, f"{job.name}: {message}", "engine")


def _unfit(job: Job, fitted: _Chosen) -> Iterator[Problem]:
    layout = fitted.layout
    if not layout.fits:
        over = layout.used - layout.room
        yield Problem(
            job.position,
            f"{job.name} is {over:.0f} mm too long for {fitted.pages} pages at {fitted.size:g} pt",
            "too-long",
            "shorten it, or move a block to another topic",
        )
    elif layout.room - layout.used > layout.page_height * SPARE and not (job.sheet.may_be_short or job.sheet.multiple):
        spare = layout.room - layout.used
        yield Problem(
            job.position,
            f"{job.name} leaves {spare:.0f} mm of its {fitted.pages} pages free at {fitted.size:g} pt",
            "too-short",
            "add a block",
            Severity.WARNING,
        )


def _without_spare_pages(document: weasyprint.Document, most: int) -> weasyprint.Document:
    """Drop the pages behind the last one, on which nothing but surplus lines for notes can stand."""
    return document.copy(document.pages[:most])


def _written(document: weasyprint.Document, job: Job, problems: list[Problem]) -> bytes:
    log = _log()
    log.taken()
    pdf: bytes = document.write_pdf(
        finisher=engine.finish,
        pdf_variant=VARIANTS[job.sheet.standard],
        pdf_identifier=_identifier(job),
        pdf_forms=job.sheet.fillable,
    )
    problems += _said(job, log.taken())
    problems += _fallbacks(document, job)
    return pdf if job.press is None else _pressed(pdf, job, job.press, problems)


def _pressed(pdf: bytes, job: Job, press: Press, problems: list[Problem]) -> bytes:
    from handouts.press import PressError, for_press  # it loads libraries that only this edition needs

    try:
        return for_press(
            pdf,
            profile=press.profile,
            condition=press.condition,
            date=press.date,
            bleed=press.bleed,
            marks=press.marks,
        )
    except PressError as error:
        problems.append(Problem(job.position, f"{job.name}: {error}", "press"))
        return pdf


def _fallbacks(document: weasyprint.Document, job: Job) -> Iterator[Problem]:
    """Report each font that draws a text of a language which does not name it."""
    for family, tag, classes, box in engine.witness.drawn(document):
        allowed = job.fonts if "clinic" in classes.split() else job.stacks.get(tag, job.fonts)
        if family not in allowed:
            text = f"{job.name}: '{pages.text_of(box)}' in {tag or 'no language'} fell back to the font {family}"
            yield Problem(pages.place_of(document, box, job), text, "fallback-font")


def _identifier(job: Job) -> bytes:
    """Return what identifies the file: the same for the same input, as PDF/A asks, and no clock in it."""
    return hashlib.sha256(job.html.encode()).hexdigest()[:32].encode()


@cache
def _log() -> _Log:
    log = _Log()
    logger = logging.getLogger("weasyprint")
    logger.handlers = [log]
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    return log


@cache
def _fonts() -> FontConfiguration:
    """Return the one font configuration of this process; one for each leaflet would make memory grow."""
    engine.install()
    return FontConfiguration()


@lru_cache(maxsize=64)
def _stylesheet(style: Style) -> tuple[weasyprint.CSS, tuple[Problem, ...]]:
    log = _log()
    log.taken()
    sheet = weasyprint.CSS(string=style.css, base_url=BASE, url_fetcher=Pictures({}), font_config=_fonts())
    return sheet, tuple(_style_problem(style, said) for said in log.taken())


def _style_problem(style: Style, said: str) -> Problem:
    at = _AT.search(said)
    position = Position(style.name, int(at[1]), int(at[2])) if at else Position(style.name)
    return Problem(position, _AT.sub("", said).rstrip(".").replace("Ignored", "ignored"), "css")


@lru_cache(maxsize=64)
def _rule(css: str) -> weasyprint.CSS:
    return weasyprint.CSS(string=css, font_config=_fonts())
