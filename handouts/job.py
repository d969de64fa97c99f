"""A render job and what comes of it are values: they need no project folder and no engine.

So any process on any machine can do a job, with the same bytes.
"""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from handouts.editions import Standard
from handouts.problems import Position, Problem

TABLE = 118.0  # mm, the least measure for a table


@dataclass(frozen=True, slots=True)
class Style:
    """A stylesheet by its name in problems, and its text."""

    name: str
    css: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an edition asks of its pages. Lengths are in mm, type sizes in pt.

    A leaflet takes `pages` pages, or with `multiple` as many as it needs, a multiple of it. Running text is set between
    two sizes, the furniture, which is what stands at the head and foot of a page, in its own. On a narrow page headings
    stand above their text. A leaflet from which parts are left out may fill fewer pages.
    """

    pages: int
    smallest: float
    largest: float
    may_be_short: bool = False
    multiple: int = 0
    width: float = 210.0
    height: float = 297.0
    tops: tuple[float, float] = (14.0, 16.0)  # of the first page, of the others
    sides: float = 14.0
    foot: float = 26.0
    furniture: float = 8.4
    is_narrow: bool = False
    notes: int = 34  # lines for notes, more than can stand on the pages
    standard: Standard = Standard.PDF_A
    fillable: bool = False

    @property
    def measure(self) -> float:
        """The width of the text area."""
        return self.width - 2 * self.sides

    @property
    def has_tables(self) -> bool:
        """Whether a table has room; on narrower pages its rows stand below each other."""
        return self.measure >= TABLE

    def text_height(self, page: int) -> float:
        """Return the height of the text area of a page, counted from 0."""
        return self.height - self.tops[min(page, 1)] - self.foot


@dataclass(frozen=True, slots=True)
class Press:
    """What a print shop needs: the ICC profile of a printing condition, its name, bleed in mm, crop marks, a date."""

    profile: bytes
    condition: str
    date: datetime.date
    bleed: float
    marks: bool

    @property
    def mark(self) -> str:
        """What tells it from others."""
        digest = hashlib.sha256(self.profile).hexdigest()
        return f"{digest} {self.condition} {self.date} {self.bleed} {self.marks}"


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it was written, with the font families it may use.

    When it is printed, at least the share `text_layer` of its language's words must be readable in the PDF.
    """

    text: str
    fonts: tuple[str, ...]
    language: str
    position: Position
    address: str = ""
    printed: bool = False
    text_layer: float = 1.0


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that a leaflet's PDF is made from, engine and fonts excepted."""

    name: str
    html: str
    styles: tuple[Style, ...]
    loose: tuple[Style, ...]  # added when the leaflet does not fit without
    pictures: Mapping[str, bytes]
    sheet: Sheet
    fonts: tuple[str, ...]
    stacks: Mapping[str, tuple[str, ...]]  # language tag -> families that its text may use; all `fonts` if not there
    texts: tuple[Written, ...]
    places: Mapping[str, Position]  # element id -> where its content was written
    position: Position
    press: Press | None = None


@dataclass(frozen=True, slots=True)
class Typeset:
    """A leaflet as it came out; without a PDF when there is an error among the problems.

    The type size is in pt, the ink in percent of the paper.
    """

    pdf: bytes
    pages: int
    size: float
    layouts: int
    problems: tuple[Problem, ...]
    ink: float = 0.0
