"""A first guess of the type size from the widths of the texts: a good one saves layouts, a bad one costs only time."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from handouts.fit import STEP
from handouts.job import Job
from handouts.widths import text_width

MM = 25.4 / 72  # a point
WIDTH, HEADINGS = 182.0, 9.2  # of the text area in mm; of the column of headings, in type sizes
# Least squares over ten leaflets in four languages at five sizes; the residue, 12 mm, is what page breaks leave empty.
WEIGHTS = (0.8, 0.04, 0.87, 0.75, 0.77, 0.58, 15.3, 75.0)
LINE, SMALL = 8.0, 0.74  # height of a line to write on in mm; small print, in type sizes

_FURNITURE = re.compile(r'<div class="running-head">.*?<header>', re.DOTALL)
_TEXT = re.compile(r"<(p|li|h1)\b[^>]*>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_LINE_HEIGHT = re.compile(r"line-height: ([\d.]+)")
_VIEW = re.compile(rb'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Features:
    """What the height of a leaflet depends on; widths of texts in em, the rest counted."""

    texts: tuple[float, ...]
    small: tuple[float, ...]
    sections: int
    lines: int
    pictures: float  # sum of height / width
    line_height: float

    def at(self, size: float) -> tuple[float, ...]:
        """Return the heights in mm that a type size in pt makes of them, to be weighted and added up."""
        em = size * MM
        column = WIDTH - HEADINGS * em
        return (
            sum(math.ceil(width * em / column) for width in self.texts) * self.line_height * em,
            len(self.texts) * em,
            self.sections * em,
            self.lines * LINE,
            self.pictures * column,
            sum(math.ceil(width * SMALL * em / column) for width in self.small) * SMALL * 1.42 * em,
            em,
            1.0,
        )


def features(job: Job) -> Features:
    """Count what there is in a job."""
    page = _FURNITURE.sub("<header>", job.html)
    body, _, notes = page.partition('<section class="notes')
    heights = [_VIEW.search(picture) for picture in job.pictures.values()]
    stack = next((_LINE_HEIGHT.search(style.css) for style in job.styles if style.name == "languages"), None)
    return Features(
        texts=tuple(_widths(body)),
        small=tuple(_widths(notes)),
        sections=body.count("<section"),
        lines=body.count('class="line"'),
        pictures=sum(float(view[2]) / float(view[1]) for view in heights if view),
        line_height=float(stack[1]) if stack else 1.42,
    )


def _widths(html: str) -> Iterator[float]:
    for match in _TEXT.finditer(html):
        yield text_width(unescape(_TAG.sub("", match[2])))


def first_size(job: Job, room: float) -> float:
    """Return the largest type size in pt at which a job should fit into `room`, in mm."""
    found, size = features(job), job.sheet.largest
    while size > job.sheet.smallest and _height(found, size) > room:
        size -= STEP
    return size


def _height(found: Features, size: float) -> float:
    return sum(weight * height for weight, height in zip(WEIGHTS, found.at(size), strict=True))
