"""A render job and what comes of it are values: they need no project folder and no engine.

So any process on any machine can do a job, with the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from handouts.problems import Position, Problem


@dataclass(frozen=True, slots=True)
class Style:
    """A stylesheet by its name in problems, and its text."""

    name: str
    css: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an edition asks of its pages: how many, and between which type sizes in pt the text may be set.

    A leaflet from which parts are left out may fill fewer.
    """

    pages: int
    smallest: float
    largest: float
    may_be_short: bool = False


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


@dataclass(frozen=True, slots=True)
class Typeset:
    """A leaflet as it came out; without a PDF when there is an error among the problems. The type size is in pt."""

    pdf: bytes
    pages: int
    size: float
    layouts: int
    problems: tuple[Problem, ...]
