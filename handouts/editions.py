"""Printed forms of a leaflet: few, free options, from which a project makes its own editions without code.

Lengths are in mm, type sizes in pt.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    def is_about(self, other: "Paper", width: float, height: float) -> bool:
        """Say whether two sizes are the same but for what is lost when a sheet is cut."""
        return abs(self.width - other.width) <= width and abs(self.height - other.height) <= height


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
    the edition `of`, which is built beside it and says all the rest. An edition for a print shop names the ICC
    `profile` and the printing `condition` it stands for.
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
        across, down = _grid(self.fold)
        (width, wide), (height, high) = sorted([(page.width * across, across), (page.height * down, down)])
        whole = Paper(width, height)
        return next((paper for paper in PAPERS.values() if paper.is_about(whole, LOSS * wide, LOSS * high)), whole)

    def holds(self, page: Paper) -> bool:
        """Say whether pages of a size fill a sheet: one for four lies upright, others lie on their long edge."""
        across, down = _grid(self.fold)
        width, height = page.width * across, page.height * down
        return width <= height if self.fold is Fold.FOUR_UP else width >= height


def _grid(fold: Fold | None) -> tuple[int, int]:
    """Return how many pages stand beside each other on a sheet, and how many below each other."""
    return {Fold.FOUR_UP: (2, 2), Fold.TRI_FOLD: (3, 1)}.get(fold or Fold.BOOKLET, (2, 1))


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
LEAST_PAPER = 70.0
LONGEST_NAME = 24  # signs, which the foot of a page has room for
MOST_BLEED, MOST_CREEP = 6.0, 1.0  # crop marks stand outside the bleed
LOSS = 0.5  # of each page when a sheet is cut: two A5 pages are 1 mm narrower than A4
IMPOSED = ("like", "of", "fold", "creep")  # what an imposed edition says by itself
SHOP = ("bleed", "marks", "profile", "condition")
_SIZE = re.compile(r"(\d{2,3}(?:\.\d+)?)\s*x\s*(\d{2,3}(?:\.\d+)?)")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*-\s*(\d+(?:\.\d+)?))?")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def read(node: Node | None, report: Report) -> Mapping[str, Edition]:
    """Read a project's editions, in their order: a list of built-in ones, or a mapping of names to options.

    What is imposed comes last, and before it the editions it is made of, whether the project names them or not.
    """
    before, entries = len(report), list(_entries(node, report))
    if node is not None and not entries and len(report) == before:
        report.error(node.position, "'editions' must be a list that is not empty", "shape")
    names = [name.value for name, _ in entries]
    own: dict[str, Edition] = {}
    for number, (name, options) in enumerate(entries, start=1):
        known = _Known({**BUILT_IN, **own}, names[number:], report)
        edition = _edition(name, options, known) if is_name(name, report) else None
        if edition is not None:
            own[edition.name] = edition
    plain = {edition.name: edition for edition in own.values() if not edition.of}
    imposed = list(_imposed(entries, own, report))
    return {**plain, **{base.name: base for base, _ in imposed}, **{each.name: each for _, each in imposed}}


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


@dataclass(frozen=True, slots=True)
class _Known:
    """The editions that can be named, and the names of those that come later."""

    editions: Mapping[str, Edition]
    later: Sequence[str]
    report: Report

    def named(self, text: Text) -> Edition | None:
        """Return the edition that a text names."""
        found = self.editions.get(text.value)
        if found is None:
            below = f"put '{text}' above it" if text.value in self.later else ""
            hint = below or near(text.value, self.editions) or f"built in: {', '.join(BUILT_IN)}"
            self.report.error(text.position, f"unknown edition '{text}'", "edition", hint)
        return found


def _edition(name: Text, options: Table, known: _Known) -> Edition | None:
    report, before = known.report, len(known.report)
    if len(name.value) > LONGEST_NAME:
        report.error(name.position, f"'{name}' is too long for a name", "name", f"{LONGEST_NAME} letters at most")
    fields = Fields(options, report)
    begins = fields.text("like", required=False)
    if begins is None and (name.value in known.editions or not options.values):
        begins = name
    like = known.named(begins) if begins else Edition("")
    if like is None:
        return None
    edition = replace(like, name=name.value)
    edition = replace(edition, **dict(_options(_Options(fields, report))))  # type: ignore[arg-type]
    if edition.fillable and edition.standard is Standard.PDF_A and "standard" not in options.values:
        edition = replace(edition, standard=Standard.PDF_UA)
    fields.close()
    _Agreeing(edition, name, options, report).alone()
    return edition if len(report) == before else None


def _imposed(
    entries: Iterable[tuple[Text, Table]], own: Mapping[str, Edition], report: Report
) -> Iterator[tuple[Edition, Edition]]:
    """Go through the imposed editions with those they are made of, which say all but how they are folded."""
    known = _Known({**BUILT_IN, **own}, (), report)
    wrong = {name.value for name, _ in entries} - own.keys()
    for name, options in entries:
        edition, written = own.get(name.value, Edition("")), options.values.get("of")
        if not edition.of or edition.of in wrong:
            continue
        before = len(report)
        base = known.named(written if isinstance(written, Text) else Text(edition.of, name.position))
        if base is not None:
            _Agreeing(edition, name, options, report).with_base(base)
        if base is not None and len(report) == before:
            yield base, replace(base, name=edition.name, of=base.name, fold=edition.fold, creep=edition.creep)


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
        elif not size:
            hint = near(text.value, PAPERS)
            hint = hint if hint.endswith("?") else f"{hint}, or width x height in mm, such as 148x210"
            self.report.error(text.position, f"unknown paper '{text}'", "paper", hint)
        elif min(map(float, size.groups())) < LEAST_PAPER:
            hint = f"width and height in mm, {LEAST_PAPER:g} at least"
            self.report.error(text.position, f"'{text}' is too small for a page", "paper", hint)
        else:
            yield "paper", f"{float(size[1]):g}x{float(size[2]):g}"

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

    def text(self, name: str) -> Iterator[tuple[str, object]]:
        if text := self.fields.text(name, required=False):
            yield name, text.value


def _options(options: _Options) -> Iterator[tuple[str, object]]:
    """Read each option that is there."""
    yield from options.paper()
    yield from options.type()
    yield from options.second()
    yield from options.number("least", 0, MOST_TYPE)
    yield from options.number("bleed", 0, MOST_BLEED)
    yield from options.number("creep", 0, MOST_CREEP)
    for name, among in (("ink", Ink), ("fold", Fold), ("standard", Standard)):
        if chosen := options.fields.choice(name, among):
            yield name, chosen
    for name in ("marks", "fillable"):
        if name in options.fields.table.values:
            yield name, options.fields.switch(name)
    if pages := options.fields.number("pages", least=1, most=16, required=False):
        yield "pages", pages
    for name in ("of", "profile", "condition"):
        yield from options.text(name)


@dataclass(frozen=True, slots=True)
class _Agreeing:
    """Reports options that can't stand together, each at the first of those that are there."""

    edition: Edition
    name: Text
    options: Table
    report: Report

    def alone(self) -> None:
        """Look at an edition by itself."""
        edition, where = self.edition, self.options.values
        if edition.fillable and edition.standard is not Standard.PDF_UA:
            text = f"fields can't be filled in within {edition.standard}"
            self._refuse(("fillable", "standard"), text, "standard: pdf/ua")
        shop = [option for option in SHOP if getattr(edition, option)]
        if shop and edition.standard is not Standard.PDF_X:
            self._refuse((*shop, "standard"), f"'{shop[0]}' is for a print shop", "standard: pdf/x")
        if edition.least > edition.smallest:
            text = "nothing can be larger than the running text"
            self._refuse(("least", "type"), text, f"at most {edition.smallest:g}")
        if bool(edition.fold or "fold" in where) != bool(edition.of or "of" in where):
            text = "an imposed edition needs both 'fold' and 'of'"
            self._refuse(("fold", "of"), text, "such as of: a5, fold: booklet")

    def with_base(self, base: Edition) -> None:
        """Look at an edition and the one from whose pages it is imposed."""
        of, page = f"'{base.name}'", base.size
        if base.fold:
            self._refuse(("of",), f"{of} is itself imposed", "name the edition whose pages are to be folded")
        elif base.standard is Standard.PDF_X:
            self._refuse(("of",), f"{of} is for a print shop, which imposes it itself", "name another edition")
        elif not self.edition.holds(page):
            text = f"pages of {page.width:g} x {page.height:g} mm don't fill a sheet for {self.edition.fold}"
            self._refuse(("fold", "of"), text, "choose another fold, or pages of another shape")
        for option in self.options.values:
            if option not in IMPOSED:
                text = f"'{option}' is that of {of}, whose pages are imposed"
                self._refuse((option,), text, f"give it to {of}")

    def _refuse(self, among: Iterable[str], text: str, hint: str) -> None:
        where = self.options.values
        place = next((where[option].position for option in among if option in where), self.name.position)
        self.report.error(place, f"{self.name}: {text}", "edition", hint)
