"""Right-to-left ligatures are extracted in reading order.

A glyph that stands for several letters, such as Arabic lam-alef, maps to them in logical order. Poppler, PDFium and
MuPDF take the letters of a right-to-left run apart and turn the whole run around, the letters of the ligature with it:
WeasyPrint 70.0's text comes out with "ال" for "لا". Written the other way round, all three read it right.
"""

import unicodedata
from typing import Any

from weasyprint import pdf as engine_pdf


def install() -> None:
    """Patch the writing of fonts, which writes what each glyph stands for."""
    write_fonts = engine_pdf.build_fonts_dictionary

    def build_fonts_dictionary(pdf: Any, fonts: dict[str, Any], *arguments: Any) -> Any:
        for font in fonts.values():
            for glyph, text in font.to_unicode.items():
                if len(text) > 1 and unicodedata.bidirectional(text[0]) in ("R", "AL"):
                    font.to_unicode[glyph] = text[::-1]
        return write_fonts(pdf, fonts, *arguments)

    engine_pdf.build_fonts_dictionary = build_fonts_dictionary
