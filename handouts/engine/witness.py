"""Which font draws which text first, in each language, so that a fallback can be reported where its text was written.

No correction: WeasyPrint 70.0 takes any font that has a character, and says nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import stream as engine_stream


def install() -> None:
    """Patch the marking of content, which knows the text, and the choice of fonts within it."""
    marked, add = engine_stream.Stream.marked, engine_stream.Stream.add_font

    @contextmanager
    def mark(stream: Any, box: Any, tag: str) -> Iterator[None]:
        stream.marked_box = box
        with marked(stream, box, tag):
            yield

    def add_font(stream: Any, pango_font: Any) -> Any:
        font, size = add(stream, pango_font)
        box = getattr(stream, "marked_box", None)
        if isinstance(box, boxes.TextBox):
            first = font.__dict__.setdefault("first_texts", {})
            first.setdefault((box.style["lang"], _classes(box)), box)
        return font, size

    engine_stream.Stream.marked = mark
    engine_stream.Stream.add_font = add_font


def drawn(document: Document) -> Iterator[tuple[str, str, str, Any]]:
    """Go through (font family, language, classes of the element, first text box) of a document that was written."""
    for font in document.fonts.values():
        for (lang, classes), box in font.__dict__.get("first_texts", {}).items():
            yield font.family, lang or "", classes, box


def _classes(box: Any) -> str:
    return box.element.attrib.get("class", "") if box.element is not None else ""
