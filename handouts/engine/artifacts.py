"""Page furniture and decoration are artifacts (ISO 14289-1, 7.1), which screen readers pass over.

WeasyPrint 70.0 marks the text of margin boxes as Span, with structure elements that no tree leads to; and it makes a
structure element of every empty div, such as a line to write on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import document as engine_document
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import stream as engine_stream
from weasyprint.pdf import tags as engine_tags

_FLAG = "is_artifact"


def install() -> None:
    """Patch painting, which writes the marks, and tagging, which expects them."""
    paint, marked, build = (
        engine_document.Page.paint,
        engine_stream.Stream.marked,
        engine_tags._build_box_tree,
    )

    def paint_page(page: Any, stream: Any, scale: float = 1) -> None:
        for box in page._page_box.children:
            if isinstance(box, boxes.MarginBox):
                for descendant in box.descendants(placeholders=True):
                    setattr(descendant, _FLAG, True)
        paint(page, stream, scale)

    @contextmanager
    def mark(stream: Any, box: Any, tag: str) -> Iterator[None]:
        if stream._tags is None or not getattr(box, _FLAG, False):
            with marked(stream, box, tag):
                yield
            return
        pydyf.Stream.begin_marked_content(stream, "Artifact")
        try:
            yield
        finally:
            pydyf.Stream.end_marked_content(stream)

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.MarginBox) or _is_empty(box):
            return
        yield from build(box, *arguments)

    engine_document.Page.paint = paint_page
    engine_stream.Stream.marked = mark
    engine_tags._build_box_tree = build_box_tree


def _is_empty(box: Any) -> bool:
    """Say whether a box is a block or inline box without any content, so that nothing in it can be read."""
    if isinstance(box, (boxes.TextBox, boxes.ReplacedBox)) or box.link_annotation or box.widget_annotation:
        return False
    if isinstance(box, (boxes.TableCellBox, boxes.TableBox)):
        return False
    return not any(
        isinstance(child, (boxes.TextBox, boxes.ReplacedBox)) or child.widget_annotation
        for child in box.descendants(placeholders=True)
    )
