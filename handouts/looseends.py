"""What a typographer would mend on laid-out pages: stranded headings, an almost empty last page, lonely last words.

All are warnings: nothing is lost or wrong, but the page does not look cared for. Lengths in CSS pixels.
"""

import re
from collections.abc import Iterator
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from handouts.job import Job
from handouts.pages import CLOSING, NOTE, is_drawn, lowest, main_of, place_of, text_of
from handouts.problems import Problem, Severity

LEAST_TEXT = 0.2  # of the last page
LONELY = 0.16  # of its column that a last word may leave at least empty to count as lonely
SHORT = 3.0  # em, in scripts that write no spaces
_CHINESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption", "thead")


def loose_ends(document: Document, job: Job) -> Iterator[Problem]:
    """Report what was left standing alone."""
    bodies = [main_of(page._page_box) for page in document.pages]
    for number, body in enumerate(bodies[:-1], start=1):
        if (last := _last(body)) is not None and _leads_on(last):
            text = f"{job.name}, page {number}: '{text_of(last)}' stands alone at the foot of the page"
            yield _warning(document, last, job, text, "stranded")
    if len(bodies) > 1 and not job.sheet.multiple:
        yield from _thin(document, job, bodies[-1])
    for number, page in enumerate(document.pages, start=1):
        for line in _lonely(page._page_box):
            text = f"{job.name}, page {number}: '{text_of(line)}' stands alone on the last line of its paragraph"
            yield _warning(document, line, job, text, "last-word")


def _warning(document: Document, box: Any, job: Job, text: str, code: str) -> Problem:
    return Problem(place_of(document, box, job), text, code, severity=Severity.WARNING)


def _last(box: Any) -> Any | None:
    """Return the last block in the flow that ends in something drawn, whatever hangs beside it left out."""
    for child in reversed(box.children):
        if isinstance(child, AbsolutePlaceholder) or not child.is_in_normal_flow():
            continue
        if isinstance(child, boxes.LineBox):
            return box
        if is_drawn(child):
            return child
        if (found := _last(child)) is not None:
            return found
    placed = [child for child in box.children if isinstance(child, AbsolutePlaceholder)]
    return placed[-1]._box if placed and text_of(placed[-1]._box) else None


def _leads_on(box: Any) -> bool:
    """Say whether a block belongs to what follows it: a heading, a caption, whatever a style keeps with the next."""
    return box.element_tag in HEADINGS or box.style["break_after"] == "avoid"


def _thin(document: Document, job: Job, body: Any) -> Iterator[Problem]:
    """Report a last page with little text on it; lines for notes and the closing do not count."""
    page = document.pages[-1]
    top, height = page._page_box.content_box_y(), page._page_box.height
    notes = min(
        (point[1] for name, point in page.anchors.items() if name.startswith(NOTE.format(""))), default=top + height
    )
    feet = [lowest(box) for box in body.descendants(placeholders=True) if is_drawn(box) and lowest(box) < notes]
    share = (max(feet, default=top) - top) / height
    if share < LEAST_TEXT and CLOSING in page.anchors:
        text = f"{job.name}: only {share:.0%} of its last page is text"
        yield Problem(job.position, text, "thin-page", "shorten it to one page less, or add a block", Severity.WARNING)


def _lonely(box: Any) -> Iterator[Any]:
    """Find the last line of each paragraph of several lines when it holds a single short word."""
    box = box._box if isinstance(box, AbsolutePlaceholder) else box
    if isinstance(box, boxes.MarginBox):
        return
    children = getattr(box, "children", ())
    lines = [child for child in children if isinstance(child, boxes.LineBox) and not text_of(child).isdigit()]
    lines = [line for line in lines if text_of(line)]  # the number of a section is no line of its heading
    if len(lines) > 1 and _is_lonely(lines[-1], box.width):
        yield lines[-1]
    for child in children:
        if not isinstance(child, (boxes.LineBox, boxes.TextBox)):
            yield from _lonely(child)


def _is_lonely(line: Any, width: float) -> bool:
    text = text_of(line)
    taken = sum(child.margin_width() for child in line.children if not isinstance(child, AbsolutePlaceholder))
    if _CHINESE.search(text):
        return sum(map(str.isalnum, text)) == 1
    if _WITHOUT_SPACES.search(text):
        return bool(taken < SHORT * line.style["font_size"])
    return " " not in text and bool(taken < width * LONELY)
