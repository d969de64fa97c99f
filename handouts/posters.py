"""Sheets for the first contact: a poster on which people point to their language, the same as cards, a duplex test.

Comes in: a project's languages and their catalogs. Goes out: jobs that are laid out as they are, at one size. Lengths
are in mm, type sizes in pt.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from markupsafe import Markup

from handouts import setting
from handouts.catalog import Catalog
from handouts.compose import Composer
from handouts.content import Content
from handouts.editions import PAPERS, Paper
from handouts.job import Job, Sheet, Style, Written
from handouts.languages import Breaking, Language, language
from handouts.problems import Position
from handouts.project import Project
from handouts.root import SETTINGS
from handouts.seeds import INTERFACE
from handouts.widths import kept_together, text_width

SENTENCE = "poster/point"
TYPE = 11.0  # pt, of running text, which is for the staff
MM = 72 / 25.4  # pt

# The poster: margins, the heading, which is the lower the more languages there are, and the line for the staff.
SIDES, TOP, BOTTOM, STAFF = 8.0, 8.0, 6.5, 5.0
HEADING, HEADING_LESS, HEADING_LEAST = 32.0, 0.6, 12.5
MOST_COLUMNS, LEAST_HEIGHT, ENOUGH = 5, 20.0, 0.9  # of the largest names: what wide cells may cost
MOST_NAME, LEAST_NAME, STEP = 88.0, 10.0, 0.5
SHARES, LEAST_SENTENCE, MOST_SENTENCE = (0.42, 0.38, 0.34, 0.3), 7.0, 17.0  # of the name: the sentence below it
NAME_LEADING, SENTENCE_LEADING, LABEL_LEADING = 0.75, 0.92, 1.8  # the first two as a share of the language's leading
BORDERS = 3.0  # pt, of a cell, both together
TOGETHER = 14.0  # em: the most that is kept together at the end of a sentence

CARD, CARD_COLUMNS, CARD_ROWS = Paper(90.0, 60.0), 2, 4
CARD_INSET, CARD_FREE = 3.0, 4.0  # between a cut and the border; within the border, both sides together
CARD_NAME, CARD_LABEL = 60.0, 13.0  # pt: the largest name, and the label

CROSS = 24.0  # from both edges to the centre
ROOM = 42.0  # of a side, beyond the crosses' distance from both edges: what its steps leave free
LINE, TOLERANCES, EDGES = 100, (2, 5), (5, 8)  # the line to measure; circles around a cross; lines along the edges

# By how much letters are wider or narrower than their mean, in em: those of one name are no average.
_LETTERS = {
    **dict.fromkeys("ijlIії", -0.25),
    **dict.fromkeys("ft", -0.15),
    **dict.fromkeys("bdghknopqu", 0.06),
    **dict.fromkeys("mMwW", 0.35),
}
# What estimated widths are multiplied by: in scripts whose letters differ little in width, and in the others.
_EVEN = {"Latn", "Cyrl", "Grek", "Aran", "Kore", "Jpan", "Hans", "Hant"}
_BOLD, _REGULAR = {True: 1.1, False: 1.25}, {True: 1.04, False: 1.18}
_MORE, _SPACE = 0.15, 0.27


@dataclass(frozen=True, slots=True)
class Entry:
    """A language with the number under which staff know it, and the sentence of the poster if it is translated."""

    number: int
    language: Language
    text: str
    position: Position

    @property
    def name(self) -> str:
        """The language's own name, as it is written where nothing stands before it (CLDR's contextTransforms)."""
        autonym = self.language.autonym
        return autonym[:1].title() + autonym[1:]

    @property
    def sentence(self) -> Markup:
        """The sentence as HTML."""
        return Markup(setting.html(kept_together(self.text, most=TOGETHER), self.language, prose=False))


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in a cell, in pt: of the language's own name, and of the sentence below it."""

    name: float
    sentence: float

    @property
    def between(self) -> float:
        """What stays free between the name and the sentence, in pt."""
        return 0.11 * self.name

    @property
    def pad(self) -> float:
        """What stays free at both sides, in pt."""
        return 0.1 * self.name


@dataclass(frozen=True, slots=True)
class Cell:
    """A language with its name on lines, at sizes that fit."""

    entry: Entry
    lines: tuple[str, ...]
    sizes: Sizes


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a poster: how many beside and below each other, their width, height and distance, in mm."""

    columns: int
    rows: int
    width: float
    height: float
    gap: float
    name: float  # pt


@dataclass(frozen=True, slots=True)
class Cross:
    """A cross of the duplex test, and where its centre is: from the left and from the top."""

    letter: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet before it becomes a job: its template and what that may use by name, its stylesheets and own rules."""

    name: str
    template: str
    names: Mapping[str, object]
    stylesheets: tuple[str, ...]
    rules: tuple[str, ...]
    entries: tuple[Entry, ...] = ()


def jobs(
    project: Project, content: Content, catalogs: Mapping[str, Catalog], composer: Composer, papers: Iterable[str]
) -> Iterator[Job]:
    """Make the jobs of all sheets, for `typeset.plain`, on papers by their names: a4, letter, or larger ones.

    One whose template, stylesheet or interface text is wrong is left out, and the composer's report says why.
    """
    if SENTENCE not in content.interface:
        where = Position(f"templates/{INTERFACE}")
        composer.report.error(where, f"there is no interface text '{SENTENCE}'", "template")
        return
    listed = entries(project, content, catalogs)
    heading = content.interface[SENTENCE].english
    for paper in papers:
        size = PAPERS[paper]
        for made in (poster(listed, size, heading), cards(listed, size), duplex(size, paper)):
            job = _job(made, paper, language(project.source), composer)
            if job is not None:
                yield job


def entries(project: Project, content: Content, catalogs: Mapping[str, Catalog]) -> tuple[Entry, ...]:
    """Number a project's languages in the order of their English names.

    People know the look of their own language wherever it stands; staff look one up by its English name or number. An
    order by scripts would help neither.
    """
    message = content.interface[SENTENCE]
    found: list[Entry] = []
    for tag in project.languages:
        done = catalogs[tag].translation(message) if tag in catalogs else None
        own = (message.english, message.text.position) if tag == project.source else ("", Position(SETTINGS))
        text, where = (done.text.replace("\n", " "), done.position) if done else own
        found.append(Entry(0, language(tag), text, where))
    found.sort(key=lambda entry: entry.language.english_name.casefold())
    return tuple(replace(entry, number=number) for number, entry in enumerate(found, start=1))


def poster(listed: Sequence[Entry], paper: Paper, heading: str) -> Made:
    """Return the poster: all languages on one upright page."""
    made, height = grid(listed, paper), _heading_height(listed)
    type_size = min(height * 1.2, (paper.width - 2 * SIDES - height) * MM / (text_width(heading) * _BOLD[True]))
    rules = (
        f"@page {{ size: {paper.width:g}mm {paper.height:g}mm; margin: {TOP:g}mm {SIDES:g}mm {BOTTOM:g}mm }}",
        f"html {{ --heading: {height:.2f}mm; --title: {type_size:.2f}pt; --gap: {made.gap:g}mm }}",
        f"html {{ --label: {label_size(made.name):.2f}pt }}",
        f"html {{ --width: {made.width:.3f}mm; --height: {made.height:.3f}mm }}",
        f"ol {{ height: {made.rows * (made.height + made.gap):.3f}mm }}",
        *_names_css(listed),
    )
    cells = [_cell(entry, made.name, made.width, made.height) for entry in listed]
    return Made(
        "point-to-your-language",
        "poster.html",
        {"heading": heading, "cells": cells},
        ("poster.css",),
        rules,
        tuple(listed),
    )


def cards(listed: Sequence[Entry], paper: Paper) -> Made:
    """Return cards to cut out, eight on a sheet; what is left of the last sheet becomes empty cards."""
    on_a_sheet = CARD_COLUMNS * CARD_ROWS
    left, top = (paper.width - CARD_COLUMNS * CARD.width) / 2, (paper.height - CARD_ROWS * CARD.height) / 2
    width, height = CARD.width - 2 * CARD_INSET, CARD.height - 2 * CARD_INSET
    bare = [replace(entry, text="") for entry in listed]
    room = (width - CARD_FREE, height - CARD_FREE)
    cells = [_cell(entry, _largest([entry], *room, CARD_NAME), *room) for entry in bare]
    names = {
        "sheets": [cells[first : first + on_a_sheet] for first in range(0, len(cells), on_a_sheet)],
        "on_a_sheet": on_a_sheet,
        "across": [left + CARD.width * column for column in range(CARD_COLUMNS + 1)],
        "down": [top + CARD.height * row for row in range(CARD_ROWS + 1)],
    }
    rules = (
        f"@page {{ size: {paper.width:g}mm {paper.height:g}mm; margin: 0 }}",
        f"html {{ --left: {left:g}mm; --top: {top:g}mm; --inset: {CARD_INSET:g}mm; --page: {paper.height - 0.1:g}mm }}",
        f"html {{ --width: {width:g}mm; --height: {height:g}mm; --label: {CARD_LABEL:g}pt }}",
        *_names_css(listed),
    )
    return Made("language-cards", "cards.html", names, ("poster.css", "cards.css"), rules, tuple(bare))


def duplex(paper: Paper, name: str) -> Made:
    """Return the sheets that test printing on both sides: front and back of an upright one, and of one across."""
    across = Paper(paper.height, paper.width)
    names = {
        "upright": paper,
        "across": across,
        "paper": name.title(),
        "crosses": crosses,
        "line": LINE,
        "circles": TOLERANCES,
        "edges": EDGES,
    }
    rules = (rule for page, size in (("upright", paper), ("across", across)) for rule in _side_css(page, size))
    return Made("duplex-test", "duplex.html", names, ("duplex.css",), tuple(rules))


def crosses(paper: Paper, *, back: bool = False) -> tuple[Cross, ...]:
    """Return the crosses of a side; each on the back lies behind the one with its letter, seen through the sheet."""
    places = product((CROSS, paper.height - CROSS), (CROSS, paper.width - CROSS))
    return tuple(
        Cross(letter, paper.width - x if back else x, y) for letter, (y, x) in zip("ABCD", places, strict=True)
    )


def grid(listed: Sequence[Entry], paper: Paper) -> Grid:
    """Return the grid that fills a page, its names all of one size, about the largest there can be."""
    found = [_columns(listed, paper, columns) for columns in range(1, MOST_COLUMNS + 1)]
    high = [each for each in found if each.height >= LEAST_HEIGHT] or found[-1:]
    largest = max(each.name for each in high)
    return next(each for each in high if each.name >= ENOUGH * largest)


def label_size(name: float) -> float:
    """Return the size of an English name in a cell whose own names have this size, in pt."""
    return min(max(4.0 + 0.2 * name, 8.0), 20.0)


def name_width(name: str, script: str) -> float:
    """Return how wide a name is in bold type, in em, rather too much than too little."""
    letters = sum(_LETTERS.get(each, 0.0) for each in unicodedata.normalize("NFD", name))
    return text_width(name) * _BOLD[script in _EVEN] + letters + _MORE


def _columns(listed: Sequence[Entry], paper: Paper, columns: int) -> Grid:
    gap = 3.0 if len(listed) <= 8 else 2.2 if len(listed) <= 20 else 1.6
    rows = math.ceil(len(listed) / columns)
    width = (paper.width - 2 * SIDES + gap) / columns - gap
    height = (paper.height - TOP - BOTTOM - STAFF - _heading_height(listed)) / rows - gap
    return Grid(columns, rows, width, height, gap, _largest(listed, width, height, MOST_NAME))


def _heading_height(listed: Sequence[Entry]) -> float:
    return max(HEADING - HEADING_LESS * len(listed), HEADING_LEAST)


def _largest(listed: Sequence[Entry], width: float, height: float, most: float) -> float:
    """Return the largest size of names at which all entries fit into cells of this width and height."""
    names = (most - STEP * step for step in range(int((most - LEAST_NAME) / STEP) + 1))
    return next((name for name in names if all(_sizes(each, name, width, height) for each in listed)), LEAST_NAME)


def _sizes(entry: Entry, name: float, width: float, height: float) -> Sizes | None:
    """Return the sizes that an entry takes with a name of this size: its sentence as large as fits, if one does."""
    tried = (Sizes(name, min(max(name * share, LEAST_SENTENCE), MOST_SENTENCE)) for share in SHARES)
    return next((sizes for sizes in tried if _fits(entry, sizes, width, height)), None)


def _fits(entry: Entry, sizes: Sizes, width: float, height: float) -> bool:
    room, leading = _room(sizes, width), entry.language.leading
    lines, script = _lines(entry, room / sizes.name), entry.language.script
    name = len(lines) * sizes.name * leading * NAME_LEADING
    sentence = _count(entry, room / sizes.sentence) * sizes.sentence * leading * SENTENCE_LEADING
    tall = label_size(sizes.name) * LABEL_LEADING + name + sizes.between + sentence + sizes.pad
    return max(name_width(line, script) for line in lines) * sizes.name <= room and tall <= height * MM - BORDERS


def _room(sizes: Sizes, width: float) -> float:
    """Return how wide a line in a cell may be, in pt."""
    return width * MM - 2 * sizes.pad - BORDERS


def _cell(entry: Entry, name: float, width: float, height: float) -> Cell:
    sizes = _sizes(entry, name, width, height) or Sizes(name, LEAST_SENTENCE)
    return Cell(entry, _lines(entry, _room(sizes, width) / name), sizes)


def _lines(entry: Entry, room: float) -> tuple[str, ...]:
    """Break a name that is wider than `room` em into two lines, at the space that makes them most alike."""
    words, script = entry.name.split(" "), entry.language.script
    if name_width(entry.name, script) <= room or len(words) == 1:
        return (entry.name,)
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(cuts, key=lambda cut: max(name_width(line, script) for line in cut))


def _count(entry: Entry, room: float) -> int:
    """Return on how many lines a sentence stands where so many em are free, rather too many than too few."""
    if entry.language.breaking not in (Breaking.SPACES, Breaking.WORDS):
        return math.ceil(_width(entry.text, entry.language) / max(room - 2, 1))
    count, used = 0, room
    for word in entry.text.split():
        width = _width(word, entry.language)
        count, used = (count, used + _SPACE + width) if used + _SPACE + width <= room else (count + 1, width)
    return count


def _width(text: str, spoken: Language) -> float:
    return text_width(text) * _REGULAR[spoken.script in _EVEN]


def _side_css(page: str, size: Paper) -> Iterator[str]:
    """Write the size of a side, and where on it is what stands at the foot or fills what is left."""
    yield f"@page {page} {{ size: {size.width:g}mm {size.height:g}mm; margin: 0 }}"
    yield f".{page} {{ page: {page}; width: {size.width:g}mm; height: {size.height - 0.1:g}mm }}"
    yield f".{page} {{ --step: {(size.height - 2 * CROSS - ROOM) / 5:.2f}mm }}"
    yield f".{page} .scale {{ left: {(size.width - LINE) / 2 - 8:g}mm }}"


def _names_css(listed: Sequence[Entry]) -> Iterator[str]:
    """Write what the language table knows as CSS; tags are matched whole, for pa is not pa-Arab."""
    for entry in listed:
        each = entry.language
        stack = ", ".join(f'"{family}"' for family in each.fonts)
        yield f'[lang="{each.tag}"] {{ font-family: {stack}; --leading: {each.leading:g} }}'
        if not each.bold_headings:
            yield f'.name[lang="{each.tag}"] {{ font-weight: normal }}'


def _job(made: Made, paper: str, source: Language, composer: Composer) -> Job | None:
    html = composer.rendered(made.template, {**made.names, "source": source})
    styles = tuple(composer.styles(made.stylesheets))
    if html is None or len(styles) < len(made.stylesheets):
        return None
    spoken = tuple(dict.fromkeys((source, *(entry.language for entry in made.entries))))
    size = PAPERS[paper]
    stack = ", ".join(f'"{family}"' for family in source.fonts)
    own = f"html {{ font-family: {stack}; line-height: {source.leading:g}; --leading: {source.leading:g} }}"
    return Job(
        name=f"{made.name}.{paper}",
        html=html,
        styles=(*styles, Style("languages", "\n".join((own, *made.rules)))),
        loose=(),
        pictures={},
        sheet=Sheet(pages=0, smallest=TYPE, largest=TYPE, width=size.width, height=size.height),
        fonts=tuple(dict.fromkeys(family for each in spoken for family in each.fonts)),
        stacks={each.tag: each.fonts for each in spoken},
        texts=tuple(_written(made.entries, source)),
        places={},
        position=Position(SETTINGS),
    )


def _written(listed: Iterable[Entry], source: Language) -> Iterator[Written]:
    """Go through all names and sentences that are printed."""
    for entry in listed:
        texts = [
            (entry.language.english_name, source, Position(SETTINGS), ""),
            (entry.name, entry.language, Position(SETTINGS), ""),
            (entry.text, entry.language, entry.position, f"interface/{SENTENCE}"),
        ]
        for text, spoken, where, address in texts:
            if text:
                yield Written(text, spoken.fonts, spoken.tag, where, address, True, spoken.text_layer)
