"""Each piece of a line says which text it is, where its glyphs can't (ISO 32000-1, 14.9.4, ActualText).

A PDF's fonts name one text for each glyph. In Indic and South-East Asian scripts a glyph stands for other letters from
word to word, or for none: what is copied, searched or read out from WeasyPrint 70.0's PDFs is garbled. Right-to-left
scripts get no ActualText: poppler and PDFium turn it around. The last piece of a line ends with a space, for PDFium
does not see the gap between two cells of a table when both have an ActualText, and reads D3 and 1 as D31.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint import document as engine_document
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import stream as engine_stream

# Devanagari to Sinhala; Thai, Lao, Tibetan, Myanmar; Khmer.
_GARBLED = re.compile("[\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f]")
_INVISIBLE = re.compile("[\u200b\u2060]")
_LAST = "ends_its_line"


def install() -> None:
    """Patch painting, to note where lines end, and the marking of content."""
    paint, marked = engine_document.Page.paint, engine_stream.Stream.marked

    def paint_page(page: Any, stream: Any, scale: float = 1) -> None:
        for box in page._page_box.descendants(placeholders=True):
            if isinstance(box, boxes.LineBox):
                texts = [each for each in box.descendants() if isinstance(each, boxes.TextBox)]
                if texts:
                    setattr(texts[-1], _LAST, True)
        paint(page, stream, scale)

    @contextmanager
    def mark(stream: Any, box: Any, tag: str) -> Iterator[None]:
        with marked(stream, box, tag):
            if not isinstance(box, boxes.TextBox) or not _GARBLED.search(box.text):
                yield
                return
            end = " " if hasattr(box, _LAST) and not box.text.endswith(" ") else ""
            actual = pydyf.String(_INVISIBLE.sub("", box.text) + end)
            pydyf.Stream.begin_marked_content(stream, "Span", pydyf.Dictionary({"ActualText": actual}))
            try:
                yield
            finally:
                pydyf.Stream.end_marked_content(stream)

    engine_document.Page.paint = paint_page
    engine_stream.Stream.marked = mark
