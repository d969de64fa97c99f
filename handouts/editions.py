"""Printed forms of a leaflet: few, free options, from which a project makes its own editions without code.

Lengths are in mm, type sizes in pt.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from handouts.languages import UncoveredScriptError, UnknownLanguageError, language
from handouts.problems import Report
from handouts.source import Fields, Items, Node, Table, Text, is_name, near

SOURCE = "source"  # stands for the project's source language as the second one


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper size, upright; millimetres."""

    width: float
    height: float

    def is_about(self, other: "Paper") -> bool:
        """Say whether two sizes are the same but for what is lost when a sheet is halved."""
        return abs(self.width - other.width) <= 1 and abs(self.height - other.height) <= 1


PAPERS = {
    "a4": Paper(210.0, 297.0),
    "a5": Paper(148.0, 210.0),
    "a6": Paper(105.0, 148.0),
    "panel": Paper(99.0, 210.0),
    "letter": Paper(215.9, 279.4),
    "half-letter": Paper(139.7, 215.9),
    "quarter-letter": Paper(107.95, 139.7),
    "letter-panel": Paper(93.1, 215.9),
}


class Ink(StrEnum):
    """What a page is printed with."""

    COLOR = "color"
    BLACK = "black"  # one ink, lines instead of areas


class Fold(StrEnum):
    """How pages share a sheet of paper."""

    BOOKLET = "booklet"  # folded once, laid into each other, stapled through the fold
    TWO_UP = "two-up"  # cut into two of the same leaflet
    FOUR_UP = "four-up"  # cut into four
    TRI_FOLD = "tri-fold"  # folded twice, one outer third inwards and the other over it


class Standard(StrEnum):
    """What a PDF promises."""

    PDF_A = "pdf/a"  # PDF/A-2a and PDF/UA-1
    PDF_UA = "pdf/ua"  # PDF/UA-1
    PDF_X = "pdf/x"  # PDF/X-4 and PDF/UA-1


@dataclass(frozen=True, slots=True)
class Edition:
    """A printed form.

    A leaflet takes as many pages as its topic says, or with `pages` a multiple of that number. Running text is set
    between `smallest` and `largest` pt, and nothing below `least`. An edition with `fold` is imposed from the pages of
    the edition `of`, which is built beside it. An edition for
    a print shop names the ICC `profile` and the printing `condition` it stands for.
    """

    name: str
    paper: str = "a4"
    pages: int = 0
    smallest: float = 12.0
    largest: float = 14.0
    least: float = 0.0
    second: str = ""
    ink: Ink = Ink.COLOR
    standard: Standard = Standard.PDF_A
    fillable: bool = False
    bleed: float = 0.0
    marks: bool = False
    profile: str = ""
    condition: str = ""
    of: str = ""
    fold: Fold | None = None
    creep: float = 0.1

    @property
    def size(self) -> Paper:
        """The size of a page."""
        if self.paper in PAPERS:
            return PAPERS[self.paper]
        width, height = map(float, self.paper.split("x"))
        return Paper(width, height)

    def sheet(self, page: Paper) -> Paper:
        """Return the upright sheet on which pages of a size are imposed: a usual one, if it is one."""
        across, down = {Fold.FOUR_UP: (2, 2), Fold.TRI_FOLD: (3, 1)}.get(self.fold or Fold.BOOKLET, (2, 1))
        width, height = sorted((page.width * across, page.height * down))
        whole = Paper(width, height)
        return next((paper for paper in PAPERS.values() if paper.is_about(whole)), whole)


BUILT_IN = {
    edition.name: edition
    for edition in (
        Edition("a4"),
        Edition("letter", paper="letter"),
        Edition("large-print", pages=2, smallest=18, largest=18, least=16),
        Edition("bilingual", pages=2, second=SOURCE),
        Edition("low-ink", ink=Ink.BLACK),
        Edition("press", standard=Standard.PDF_X, bleed=3, marks=True),
        Edition("fillable", standard=Standard.PDF_UA, fillable=True),
        Edition("a5", paper="a5", pages=4, largest=13),
        Edition("booklet", paper="a5", of="a5", fold=Fold.BOOKLET),
        Edition("two-up", paper="a5", of="a5", fold=Fold.TWO_UP),
        Edition("half-letter", paper="half-letter", pages=4, largest=13),
        Edition("booklet-letter", paper="half-letter", of="half-letter", fold=Fold.BOOKLET),
        Edition("a6", paper="a6", pages=2, largest=12),
        Edition("four-up", paper="a6", of="a6", fold=Fold.FOUR_UP),
        Edition("panels", paper="panel", pages=6, largest=13),
        Edition("tri-fold", paper="panel", of="panels", fold=Fold.TRI_FOLD),
    )
}
LEAST_TYPE, MOST_TYPE = 8.0, 36.0
MOST_BLEED, MOST_CREEP = 10.0, 1.0
_SIZE = re.compile(r"(\d{2,3}(?:\.\d+)?)\s*x\s*(\d{2,3}(?:\.\d+)?)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def read(node: Node | None, report: Report) -> Mapping[str, Edition]:
    """Read a project's editions: a list of built-in ones, or a mapping of names to options; bases come before folds."""
    own: dict[str, Edition] = {}
    for name, options in _entries(node, report):
        edition = _edition(name, options, own, report) if is_name(name, report) else None
        if edition is not None:
            own[edition.name] = edition
    bases = [BUILT_IN[edition.of] for edition in own.values() if edition.of in BUILT_IN and edition.of not in own]
    return {edition.name: edition for edition in (*bases, *sorted(own.values(), key=lambda each: bool(each.of)))}


def _entries(node: Node | None, report: Report) -> Iterator[tuple[Text, Table]]:
    """Go through the names of editions, each with its options."""
    if isinstance(node, Items):
        for each in node.values:
            if isinstance(each, Text):
                yield each, Table({}, {}, each.position)
            else:
                report.error(each.position, "this must be text", "shape")
    elif isinstance(node, Table):
        for name, each in node.values.items():
            where = node.keys[name]
            if isinstance(each, Table) or (isinstance(each, Text) and not each.value):
                yield Text(name, where), each if isinstance(each, Table) else Table({}, {}, where)
            else:
                report.error(each.position, f"'{name}' must be a mapping of names to values", "shape")
    elif node is not None:
        report.error(node.position, "'editions' must be a list", "shape")


def _edition(name: Text, options: Table, own: Mapping[str, Edition], report: Report) -> Edition | None:
    known = {**BUILT_IN, **own}
    read_fields = Fields(options, report)
    like = read_fields.text("like", required=False)
    begins = like or (name if name.value in known else None)
    wanted = begins or (name if not options.values else None)
    if wanted is not None and wanted.value not in known:
        hint = near(wanted.value, known) or f"built in: {', '.join(BUILT_IN)}"
        report.error(wanted.position, f"unknown edition '{wanted}'", "edition", hint)
        return None
    before = len(report)
    edition = replace(known[begins.value] if begins else Edition(""), name=name.value)
    edition = replace(edition, **dict(_options(_Options(read_fields, report), known)))  # type: ignore[arg-type]
    read_fields.close()
    _agreeing(edition, name, read_fields, known, report)
    return edition if len(report) == before else None


@dataclass(frozen=True, slots=True)
class _Options:
    """The options of an edition, one by one; what is wrong with one goes to the report."""

    fields: Fields
    report: Report

    def number(self, name: str, least: float, most: float) -> Iterator[tuple[str, object]]:
        text = self.fields.text(name, required=False)
        if text is None:
            return
        if not _NUMBER.fullmatch(text.value) or not least <= float(text.value) <= most:
            self.report.error(text.position, f"'{name}' must be a number from {least:g} to {most:g}", "shape")
        else:
            yield name, float(text.value)

    def paper(self) -> Iterator[tuple[str, object]]:
        text = self.fields.text("paper", required=False)
        if text is None:
            return
        size = _SIZE.fullmatch(text.value)
        if text.value in PAPERS:
            yield "paper", text.value
        elif size:
            yield "paper", f"{float(size[1]):g}x{float(size[2]):g}"
        else:
            hint = near(text.value, PAPERS) or "or width x height in mm, such as 148x210"
            self.report.error(text.position, f"unknown paper '{text}'", "paper", hint)

    def type(self) -> Iterator[tuple[str, object]]:
        text = self.fields.text("type", required=False)
        if text is None:
            return
        sizes = _RANGE.fullmatch(text.value)
        first, last = (float(sizes[1]), float(sizes[2] or sizes[1])) if sizes else (0.0, 0.0)
        if LEAST_TYPE <= first <= last <= MOST_TYPE:
            yield "smallest", first
            yield "largest", last
        else:
            hint = f"one size or two between {LEAST_TYPE:g} and {MOST_TYPE:g}, such as 12-14"
            self.report.error(text.position, f"'{text}' is no range of type sizes in pt", "type", hint)

    def second(self) -> Iterator[tuple[str, object]]:
        text = self.fields.text("second", required=False)
        if text is None:
            return
        try:
            yield "second", text.value if text.value == SOURCE else language(text.value).tag
        except (UnknownLanguageError, UncoveredScriptError) as error:
            self.report.error(text.position, str(error), "language", "use a language of the project, or source")

    def base(self, known: Mapping[str, Edition]) -> Iterator[tuple[str, object]]:
        text = self.fields.text("of", required=False)
        if text is None:
            return
        if text.value not in known:
            self.report.error(text.position, f"unknown edition '{text}'", "edition", near(text.value, known))
        else:
            yield from (("of", text.value), ("paper", known[text.value].paper))


def _options(options: _Options, known: Mapping[str, Edition]) -> Iterator[tuple[str, object]]:
    """Read each option that is there."""
    yield from options.paper()
    yield from options.type()
    yield from options.second()
    yield from options.base(known)
    yield from options.number("least", 0, MOST_TYPE)
    yield from options.number("bleed", 0, MOST_BLEED)
    yield from options.number("creep", 0, MOST_CREEP)
    for name, among in (("ink", Ink), ("fold", Fold), ("standard", Standard)):
        if chosen := options.fields.choice(name, among):
            yield name, chosen
    for name in ("marks", "fillable"):
        if name in options.fields.table.values:
            yield name, options.fields.switch(name)
    if "fillable" in options.fields.table.values and "standard" not in options.fields.table.values:
        yield "standard", Standard.PDF_UA
    if pages := options.fields.number("pages", least=1, most=16, required=False):
        yield "pages", pages
    for name in ("profile", "condition"):
        if text := options.fields.text(name, required=False):
            yield name, text.value


def _agreeing(edition: Edition, name: Text, fields: Fields, known: Mapping[str, Edition], report: Report) -> None:
    """Report options that can't stand together."""
    where = {option: node.position for option, node in fields.table.values.items()}

    def refuse(option: str, text: str, hint: str) -> None:
        report.error(where.get(option, name.position), f"{name}: {text}", "edition", hint)

    if edition.fillable and edition.standard is not Standard.PDF_UA:
        refuse("fillable", f"fields can't be filled in within {edition.standard.value}", "standard: pdf/ua")
    if (edition.bleed or edition.marks) and edition.standard is not Standard.PDF_X:
        refuse("bleed", "bleed and marks are for a print shop", "standard: pdf/x")
    if bool(edition.fold) != bool(edition.of):
        refuse("fold", "an imposed edition needs both 'fold' and 'of'", "such as of: a5, fold: booklet")
    elif edition.of and known[edition.of].fold:
        refuse("of", f"'{edition.of}' is itself imposed", "name the edition whose pages are to be folded")
    elif edition.of and known[edition.of].standard is Standard.PDF_X:
        refuse("of", f"'{edition.of}' is for a print shop, which imposes it itself", "name another edition")
    if edition.least > edition.smallest:
        refuse("least", "nothing can be larger than the running text", f"at most {edition.smallest:g}")
