"""Each piece of a line says which text it is, where its glyphs can't (ISO 32000-1, 14.9.4, ActualText).

A PDF's fonts name one text for each glyph. In Indic and South-East Asian scripts a glyph stands for other letters from
word to word, or for none: what is copied, searched or read out from WeasyPrint 70.0's PDFs is garbled. Right-to-left
scripts get no ActualText: poppler and PDFium turn it around.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import stream as engine_stream

# Devanagari to Sinhala; Thai, Lao, Tibetan, Myanmar; Khmer; words of Hangul, which we glue with an invisible sign.
_GARBLED = re.compile("[\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\ua8e0-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f\u2060]")
_INVISIBLE = re.compile("[\u200b\u2060]")


def install() -> None:
    """Patch the marking of content."""
    marked = engine_stream.Stream.marked

    @contextmanager
    def mark(stream: Any, box: Any, tag: str) -> Iterator[None]:
        with marked(stream, box, tag):
            if not isinstance(box, boxes.TextBox) or not _GARBLED.search(box.text):
                yield
                return
            actual = pydyf.String(_INVISIBLE.sub("", box.text))
            pydyf.Stream.begin_marked_content(stream, "Span", pydyf.Dictionary({"ActualText": actual}))
            try:
                yield
            finally:
                pydyf.Stream.end_marked_content(stream)

    engine_stream.Stream.marked = mark
