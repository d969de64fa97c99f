"""A render job becomes laid-out pages and a PDF; whatever the engine logs becomes problems.

Fonts come from handouts/fonts only, pictures from the job only: nothing else can be read while rendering.
"""

import hashlib
import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
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
from handouts.fit import Fitted, fit  # noqa: E402
from handouts.glyphs import missing_glyphs  # noqa: E402
from handouts.guess import guess_of  # noqa: E402
from handouts.job import Job, Style, Typeset  # noqa: E402
from handouts.looseends import loose_ends  # noqa: E402
from handouts.problems import Position, Problem, Severity  # noqa: E402

VARIANT = "pdf/a-2a"
HOPELESS = 60.0  # mm by which a leaflet, every section whole, is expected too long to be tried at all
SLACK = 50.0  # mm of lines for notes, beyond those that must be there, that we accept before larger type is tried
SPARE = 0.37  # of a page, left free at the largest type: the leaflet is too short
BASE = "picture:/"
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
        return URLFetcherResponse(f"{BASE}{name}", self.pictures[name], {"Content-Type": "image/svg+xml"})


def typeset(job: Job) -> Typeset:
    """Lay a job out at the type size that fills its pages, and write its PDF."""
    problems = list(missing_glyphs(job.texts))
    whole = not problems
    try:
        fitted = _fitted(job, problems)
        problems += _unfit(job, fitted)
        there = len(fitted.layout.document.pages)
        if there < job.sheet.pages and not job.sheet.may_be_short:
            text = f"{job.name} fills only {there} of its {job.sheet.pages} pages, lines for notes and all"
            problems.append(Problem(job.position, text, "too-short", "let it have fewer pages"))
        document = balanced(_without_spare_pages(fitted.layout.document, job.sheet.pages))
        problems += pages.overflows(document, job)
        pdf = _written(document, job, problems)
        if fitted.layout.fits:
            problems += loose_ends(document, job)
            problems += textlayer.differences(job.name, pdf, job.texts) if whole else ()
    except FatalURLFetchingError as error:
        problems.append(Problem(job.position, str(error), "outside"))
        return Typeset(b"", 0, 0, 0, tuple(problems))
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return Typeset(b"" if failed else pdf, len(document.pages), fitted.size, fitted.layouts, tuple(problems))


def plain(job: Job) -> Typeset:
    """Lay a job out at its largest type size, on as many pages as it takes, and write its PDF."""
    problems = list(missing_glyphs(job.texts))
    try:
        html = weasyprint.HTML(string=job.html, base_url=BASE, url_fetcher=Pictures(job.pictures))
        sheets = [*_stylesheets(job.styles, problems), _size_css(job.sheet.largest)]
        document = html.render(font_config=_fonts(), stylesheets=sheets, pdf_variant=VARIANT, cache={})
        problems += pages.overflows(document, job)
        pdf = _written(document, job, problems)
    except FatalURLFetchingError as error:
        problems.append(Problem(job.position, str(error), "outside"))
        return Typeset(b"", 0, 0, 0, tuple(problems))
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return Typeset(b"" if failed else pdf, len(document.pages), job.sheet.largest, 1, tuple(problems))


def _fitted(job: Job, problems: list[Problem]) -> Fitted[pages.Layout]:
    log, fonts = _log(), _fonts()
    styles, loose = _stylesheets(job.styles, problems), _stylesheets(job.loose, problems)
    html = weasyprint.HTML(string=job.html, base_url=BASE, url_fetcher=Pictures(job.pictures))
    said_by_size: dict[float, list[str]] = {}

    def lay_out(size: float) -> pages.Layout:
        log.taken()
        sheets = [*styles, _size_css(size)]
        document = html.render(font_config=fonts, stylesheets=sheets, pdf_variant=VARIANT, cache={})
        said_by_size[size] = log.taken()
        return pages.measure(document, job.sheet.pages)

    sheet = job.sheet
    guess = guess_of(job)
    room = guess.room(sheet.pages)

    def search() -> Fitted[pages.Layout]:
        sizes = {"smallest": sheet.smallest, "largest": sheet.largest}
        return fit(lay_out, guess, **sizes, room=room, slack=SLACK)

    if loose and guess.height(sheet.smallest) > room + HOPELESS:
        styles, loose = styles + loose, []
    found = search()
    if not found.layout.fits and loose:
        styles += loose
        again = search()
        found = replace(again, layouts=found.layouts + again.layouts)
    problems += _said(job, said_by_size[found.size])
    return found


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


def _unfit(job: Job, fitted: Fitted[pages.Layout]) -> Iterator[Problem]:
    layout = fitted.layout
    if not layout.fits:
        over = layout.used - layout.room
        yield Problem(
            job.position,
            f"{job.name} is {over:.0f} mm too long for {job.sheet.pages} pages at {fitted.size:g} pt",
            "too-long",
            "shorten it, or move a block to another topic",
        )
    elif layout.room - layout.used > layout.page_height * SPARE and not job.sheet.may_be_short:
        spare = layout.room - layout.used
        yield Problem(
            job.position,
            f"{job.name} leaves {spare:.0f} mm of its {job.sheet.pages} pages free at {fitted.size:g} pt",
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
    pdf: bytes = document.write_pdf(finisher=engine.finish, pdf_variant=VARIANT, pdf_identifier=_identifier(job))
    problems += _said(job, log.taken())
    problems += _fallbacks(document, job)
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
def _size_css(size: float) -> weasyprint.CSS:
    return weasyprint.CSS(string=f"html {{ font-size: {size:g}pt }}", font_config=_fonts())
