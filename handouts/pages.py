"""Laid-out pages looked at: how full they are, and what leaves its box. Lengths in mm.

The box tree is the engine's own; only this module, balance and engine/ know it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from handouts.job import Job
from handouts.problems import Position, Problem

MM = 25.4 / 96  # a CSS pixel
CLOSING, NOTE = "closing", "note-{}"
LEAST_NOTES = 2  # lines for notes that every leaflet has at its end
PARTS = ("header", "section")
CLOSING_GAP = 3.0  # mm above the closing
EDGE = 5.0  # mm at the paper's edge that many printers can't print on
_TOLERANCE = 0.6  # px
_UNSEEN = dict.fromkeys((0x200B, 0x2060))


@dataclass(frozen=True, slots=True)
class Layout:
    """A laid-out leaflet and how full its pages are: heights in mm, lines for notes beyond the least not counted."""

    document: Document
    parts: tuple[float, ...]  # the height of its header and of each section
    used: float
    room: float
    page_height: float
    fits: bool


def measure(document: Document, most: int, *, notes: int = LEAST_NOTES) -> Layout:
    """Measure a leaflet whose text ends with lines for notes, at least so many; it may use `most` pages."""
    pages = [_Page(page) for page in document.pages]
    allowed = pages[:most]
    parts = _parts(document)
    room = sum(page.height for page in allowed)
    downs = _downs(allowed)
    least = NOTE.format(max(notes, 1))
    if CLOSING in downs and (least in downs or not notes):
        lines = [down for name, down in downs.items() if name.startswith(NOTE.format(""))]
        free = max(lines) - downs[least] if lines else 0.0
        return Layout(document, parts, room - free, room, allowed[-1].height, True)
    needed = _downs(pages).get(least, 0) + CLOSING_GAP + max(page.closing for page in pages)
    return Layout(document, parts, max(needed, room + 1), room, allowed[-1].height, False)


def needed(document: Document) -> int:
    """Return how many pages a leaflet takes up to its closing."""
    return next((number for number, page in enumerate(document.pages, start=1) if CLOSING in page.anchors), 1)


class _Page:
    """A page's height and how far down its anchors stand, in mm of its content area."""

    def __init__(self, page: Any) -> None:
        top = page._page_box.content_box_y()
        self.height = float(page._page_box.height) * MM
        self.anchors = {name: (point[1] - top) * MM for name, point in page.anchors.items()}
        self.closing = (
            self.height - self.anchors[CLOSING] if CLOSING in self.anchors else 0.0
        )  # its height, at the foot


def _parts(document: Document) -> tuple[float, ...]:
    """Return the height of each part of a leaflet, over all the pages it stands on."""
    heights: dict[Any, float] = {}
    for page in document.pages:
        for box in main_of(page._page_box).children:
            if box.element_tag in PARTS:
                heights[box.element] = heights.get(box.element, 0.0) + box.margin_height() * MM
    return tuple(heights.values())


def _downs(pages: list[_Page]) -> dict[str, float]:
    """Return how far down each anchor stands, over all pages."""
    downs: dict[str, float] = {}
    before = 0.0
    for page in pages:
        downs |= {name: before + down for name, down in page.anchors.items()}
        before += page.height
    return downs


def is_drawn(box: Any) -> bool:
    """Say whether a box leaves ink by itself: a line of text, a picture, a line to write on.

    A line counts and not its pieces of text, which reach as far as their font says, beyond what they draw.
    """
    if isinstance(box, boxes.LineBox):
        return any(isinstance(child, boxes.TextBox) and child.text.strip() for child in box.descendants())
    if isinstance(box, boxes.TextBox):
        return False
    return isinstance(box, boxes.ReplacedBox) or (
        not box.children and bool(box.border_bottom_width or box.border_top_width)
    )


def text_of(box: Any) -> str:
    """Return the text in a box as it was written, lines joined by spaces."""
    if isinstance(box, boxes.TextBox):
        return str(box.text.translate(_UNSEEN).strip())
    pieces = (each.text for each in box.descendants(placeholders=True) if isinstance(each, boxes.TextBox))
    return " ".join(" ".join(pieces).translate(_UNSEEN).split())


def lowest(box: Any) -> float:
    """Return where a box ends, its margin left out, in CSS pixels."""
    return float(box.position_y + box.margin_height() - box.margin_bottom)


def main_of(box: Any) -> Any:
    """Return the box of a page in which all its sections stand: the main element's, or the body's."""
    names = ("html", "body", "main")
    inner = next((child for child in box.children if child.element_tag in names), None)
    return box if inner is None else main_of(inner)


def place_of(document: Document, wanted: Any, job: Job) -> Position:
    """Return where the content of a box was written."""

    def within(box: Any, place: Position) -> Position | None:
        box = box._box if isinstance(box, AbsolutePlaceholder) else box
        place = _place(box, place, job)
        if box is wanted:
            return place
        found = (within(child, place) for child in getattr(box, "children", ()))
        return next((each for each in found if each is not None), None)

    found = (within(page._page_box, job.position) for page in document.pages)
    return next((each for each in found if each is not None), job.position)


def _place(box: Any, place: Position, job: Job) -> Position:
    identifier = box.element.attrib.get("id", "") if box.element is not None else ""
    return job.places.get(identifier, place)


def overflows(document: Document, job: Job) -> Iterator[Problem]:
    """Report every piece of text and every picture that leaves its box or the page."""
    for number, page in enumerate(document.pages, start=1):
        walk = _Walk(job, number, page._page_box)
        yield from walk.box(page._page_box, _Around(page._page_box, page._page_box, job.position))


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around a box: the nearest block, the nearest block that things are placed in, where it was written."""

    block: Any
    holder: Any
    place: Position
    furniture: bool = False


class _Walk:
    """Goes down the boxes of a page."""

    def __init__(self, job: Job, number: int, page: Any) -> None:
        self.job, self.number = job, number
        self.left, self.right = page.content_box_x(), page.content_box_x() + page.width
        self.bottom = page.content_box_y() + page.height
        self.paper = page.height + page.margin_top + page.margin_bottom

    def box(self, box: Any, around: _Around) -> Iterator[Problem]:
        """Look at a box and all within it."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
            yield from self._outside(box, replace(around, place=_place(box, around.place, self.job)))
        around = replace(
            around,
            place=_place(box, around.place, self.job),
            furniture=around.furniture or isinstance(box, boxes.MarginBox),
        )
        if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
            yield from self._leaf(box, around)
        elif isinstance(box, boxes.ParentBox):
            if is_drawn(box):
                yield from self._below(box, around)
            if box.style["height"] == (0, "px") and text_of(box):
                yield from self._outside(box, around)
            if isinstance(box, boxes.BlockContainerBox):
                around = replace(around, block=box)
            if box.style["position"] == "relative" or box.element_tag == "section":
                around = replace(around, holder=box)
            for child in box.children:
                yield from self.box(child, around)

    def _outside(self, box: Any, around: _Around) -> Iterator[Problem]:
        """Report what takes no room of its own, such as a heading, when it is taller than the block it belongs to."""
        holder = around.holder
        lines = [lowest(each) for each in box.descendants(placeholders=True) if isinstance(each, boxes.LineBox)]
        over = max(lines, default=0.0) - (holder.position_y + holder.margin_height())
        if over > _TOLERANCE:
            what = f"page {self.number}: '{text_of(box)}' is {over * MM:.1f} mm taller than what stands beside it"
            yield Problem(around.place, f"{self.job.name}, {what}", "overflow", "shorten it")

    def _leaf(self, box: Any, around: _Around) -> Iterator[Problem]:
        if isinstance(box, boxes.TextBox) and not box.text.strip():
            return  # white space may hang at the end of a line
        left, right = box.position_x, box.position_x + box.margin_width()
        start = max(around.block.content_box_x(), self.left)
        end = min(around.block.content_box_x() + around.block.width, self.right)
        over = max(right - end, start - left)
        if over > _TOLERANCE:
            yield self._problem(box, around.place, f"is {over * MM:.1f} mm wider than its box")
        if is_drawn(box):
            yield from self._below(box, around)

    def _below(self, box: Any, around: _Around) -> Iterator[Problem]:
        bottom = lowest(box)
        limit = self.paper - EDGE / MM if around.furniture else self.bottom
        if bottom > limit + _TOLERANCE:
            yield self._problem(box, around.place, f"goes {(bottom - limit) * MM:.1f} mm below its page")

    def _problem(self, box: Any, place: Position, what: str) -> Problem:
        if isinstance(box, boxes.ReplacedBox):
            shown = "a picture"
        else:
            shown = f"'{text_of(box)}'" if isinstance(box, (boxes.TextBox, boxes.LineBox)) else "a line"
        return Problem(place, f"{self.job.name}, page {self.number}: {shown} {what}", "overflow")
