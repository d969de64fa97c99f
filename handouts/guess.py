"""What height a leaflet should take at a type size, from the widths of its texts: a good guess saves layouts.

Each section's height is a weighted sum of what is in it; sections that do not fit on a page go to the next as a whole,
as in the stylesheet. A bad guess costs only time.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape

from handouts.job import Job, Sheet
from handouts.widths import text_width

POINT = 25.4 / 72  # mm
NOTES = (0.6, 16.4)  # height of the heading and two lines for notes: type sizes, mm
# Least squares over 75 leaflets in 35 languages at three sizes; the residue of a section is 2 to 3 mm, half a line.
WEIGHTS = {
    "header": (0.801, 0.0, 0.502, 0.0, 2.005, 0.0, 0.0, 0.0, 0.0, 0.0, 0.502, -0.308),
    "key-points": (0.937, 0.191, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.307, 6.128),
    "numbered": (0.995, 0.048, 0.12, 0.368, 0.819, 1.086, 1.07, 0.811, 0.807, 0.216, 1.872, -0.79),
    "call": (1.213, 0.0, 4.916, 0.0, 0.419, 0.081, 0.0, 0.0, 0.0, 0.0, 4.916, 0.002),
    "notes": (0.0, 0.469, 1.315, 0.0, 0.782, 0.0, 0.0, 0.0, 0.0, 0.0, 0.438, -9.32),  # the closing, which stands in it
}
# What stands beside the text, in type sizes.
BESIDE = {"header": 1.62, "key-points": 11.5, "numbered": 9.2, "call": 10.3, "notes": 9.2}
BOLD = 1.07

_PART = re.compile(r"<header>|<section ")
_TABLE, _ROW = re.compile(r"<table>.*?</table>", re.DOTALL), re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_TEXT = re.compile(r"<(p|li|h1)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_PICTURE = re.compile(r'src="picture:/([^"]+)"')
_VIEW = re.compile(rb'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')
_LEADING = re.compile(r"line-height: ([\d.]+)")


@dataclass(frozen=True, slots=True)
class Text:
    """A text: the element it stands in, with its attributes, and its width in em."""

    element: str
    attributes: str
    width: float
    is_step: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A header or section: its texts, the widths of its table's cells row by row, what else takes room."""

    kind: str
    texts: tuple[Text, ...]
    rows: tuple[tuple[float, ...], ...]
    lines: int  # to write on
    pictures: float  # sum of height / width
    blocks: int  # with a margin of their own

    def height(self, size: float, leading: float, measure: float) -> float:
        """Return the height in mm that it should take at a type size in pt on pages with so wide a text area."""
        much = self._measures(size, leading, measure)
        return sum(weight * each for weight, each in zip(WEIGHTS[self.kind], much, strict=True))

    def _measures(self, size: float, leading: float, measure: float) -> tuple[float, ...]:
        em = size * POINT
        column = measure - BESIDE[self.kind] * em
        points = [text for text in self.texts if text.element == "li" and not text.is_step]
        steps = sum(text.is_step for text in self.texts)
        paragraphs = sum(text.element == "p" and not _is_small(text) for text in self.texts)
        running, small = 0.0, 0.0
        for text in self.texts:
            scale, width = _set(text, column, em, self.kind)
            tall = math.ceil(text.width * scale * em / width) * scale * em * leading
            if _is_small(text) or self.kind == "notes":
                small += tall
            else:
                running += tall * (0.86 / BOLD if text.element == "h1" else 1.0)
        rows = sum(math.ceil(max(row) * 0.69 * em * len(row) / column) * 0.88 * em * leading for row in self.rows)
        return (
            *(running, len(points) * em, paragraphs * em, steps * em, small, self.lines * 8.0),
            *(self.pictures * column, rows, len(self.rows) * em * leading, self.blocks * em, em, 1.0),
        )


def _is_small(text: Text) -> bool:
    return any(name in text.attributes for name in ("caption", "label", "theme"))


def _set(text: Text, column: float, em: float, kind: str) -> tuple[float, float]:
    """Return how large a text is set, in type sizes, and how wide its line is in mm."""
    if kind == "notes":
        return 0.74, column
    if text.element == "h1":
        return 1.95 * BOLD, column
    if "caption" in text.attributes:
        return 0.86, column
    if "label" in text.attributes:
        return 0.86, column * 0.46
    if "theme" in text.attributes:
        return 0.8, column
    indent = 2.1 if text.is_step else 1.15 if text.element == "li" else 0.0
    return (1.08 if "lede" in text.attributes else 1.0), column - indent * em


@dataclass(frozen=True, slots=True)
class Guess:
    """What is known of a leaflet before it is laid out."""

    parts: tuple[Part, ...]
    leading: float
    sheet: Sheet
    scales: tuple[float, ...]  # by which a layout has shown the guessed heights of the parts to be wrong

    def learned(self, size: float, heights: Sequence[float]) -> "Guess":
        """Return the guess corrected by the heights in mm that the parts took at a type size, the last one's left out.

        The last section is filled with lines for notes, so that its height says nothing.
        """
        if len(heights) != len(self.parts):
            return self
        *parts, _ = zip(self.parts, heights, strict=True)
        return replace(self, scales=(*(height / self._tall(part, size) for part, height in parts), 1.0))

    def height(self, size: float) -> float:
        """Return the height in mm that the leaflet should take up to two lines for notes and its closing.

        What pages leave empty above a section that goes to the next page is part of it.
        """
        *parts, end = self.parts
        page, before, down = 0, 0.0, 0.0
        for part, scale in zip(parts, self.scales[:-1], strict=True):
            tall = scale * self._tall(part, size)
            if down + tall > self.page(page) >= tall:
                before, down, page = before + self.page(page), 0.0, page + 1
            down += tall
            while down > self.page(page):
                down, before, page = down - self.page(page), before + self.page(page), page + 1
        return before + down + NOTES[0] * size * POINT + NOTES[1] + self._tall(end, size)

    def page(self, number: int) -> float:
        """Return the height in mm of the text area of a page, counted from 0."""
        return self.sheet.text_height(number)

    def room(self, pages: int) -> float:
        """Return the height in mm of the text areas of so many pages."""
        return sum(map(self.page, range(pages)))

    def _tall(self, part: Part, size: float) -> float:
        return part.height(size, self.leading, self.sheet.measure)


@dataclass(frozen=True, slots=True)
class Scaled:
    """What a layout at one type size says of others, where nothing is known of how parts grow. Heights in mm."""

    size: float
    parts: float  # the height of all parts but the last
    rest: float
    power: float = 1.75  # lines grow in height and in number, pictures do not

    def height(self, size: float) -> float:
        """Return the height that the leaflet should take."""
        return self.parts * math.pow(size / self.size, self.power) + self.rest * size / self.size

    def learned(self, size: float, heights: Sequence[float]) -> "Scaled":
        """Return what another layout has taught: how fast the parts grow."""
        parts = sum(heights[:-1])
        if size == self.size or not parts or not self.parts:
            return self
        power = math.log(parts / self.parts) / math.log(size / self.size)
        return Scaled(size, parts, self.rest * size / self.size, min(max(power, 1.0), 2.5))


def guess_of(job: Job) -> Guess:
    """Take a job apart."""
    found = [match.start() for match in _PART.finditer(job.html)] or [len(job.html)]
    pieces = [job.html[start:end] for start, end in zip(found, [*found[1:], len(job.html)], strict=True)]
    css = next((style.css for style in job.styles if style.name == "languages"), "")
    leading = _LEADING.search(css)
    return Guess(
        tuple(_part(piece, job) for piece in pieces),
        float(leading[1]) if leading else 1.42,
        job.sheet,
        (1.0,) * len(pieces),
    )


def _part(html: str, job: Job) -> Part:
    kind = next((name for name in WEIGHTS if f'"{name}' in html[:40]), "header")
    outside = _TABLE.sub("", html)
    views = (_VIEW.search(job.pictures.get(name, b"")) for name in _PICTURE.findall(html))
    return Part(
        kind=kind,
        texts=tuple(_texts(outside)),
        rows=tuple(tuple(_width(cell) for cell in _CELL.findall(row)) or (0.0,) for row in _ROW.findall(html)),
        lines=html.count('class="line"'),
        pictures=sum(float(view[2]) / float(view[1]) for view in views if view),
        blocks=sum(html.count(f'class="{name}') for name in ("callout", "figure", "table")),
    )


def _texts(html: str) -> Iterator[Text]:
    for match in _TEXT.finditer(html):
        yield Text(match[1], match[2], _width(match[3]), is_step='class="step"' in match[3])


def _width(html: str) -> float:
    return text_width(unescape(_TAG.sub("", html)).strip())
