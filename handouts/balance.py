"""White space left at the foot of a page goes between its sections, so that every page but the last ends at its foot.

The engine places boxes one below the other and knows no vertical justification, so its finished boxes are moved.
"""

from typing import Any

from weasyprint import Document
from weasyprint.document import Page
from weasyprint.layout.background import layout_box_backgrounds

from handouts.pages import is_drawn, lowest, main_of

MOST = 20.0  # CSS px between two sections; what is still left stays at the foot


def balanced(document: Document) -> Document:
    """Return a document whose pages but the last are balanced."""
    *others, last = document.pages
    return document.copy([*map(_balanced, others), last])


def _balanced(page: Any) -> Any:
    box = page._page_box
    blocks = main_of(box).children
    left = box.content_box_y() + box.height - _foot(blocks[-1])
    movable = blocks[2:]  # the title and what follows it, the key points, stay
    if left <= 0 or not movable:
        return page
    step = min(left / len(movable), MOST)
    for number, block in enumerate(movable, start=1):
        block.translate(dy=step * number)
        layout_box_backgrounds(box, block, _no_image)
    return Page(box)


def _foot(block: Any) -> float:
    """Return where the content of a block ends; a block that goes on on the next page is itself as high as this one."""
    feet = [lowest(box) for box in block.descendants(placeholders=True) if is_drawn(box)]
    return float(max(feet, default=block.position_y))


def _no_image(*_: object, **__: object) -> None:
    """Stand in for the loading of background images, which our styles have none of."""
