"""Every glyph names a text (ISO 32000-1, 9.10.3: a ToUnicode mapping has a target).

WeasyPrint 70.0 writes `<0037> <>` for glyphs that share their letters with the glyph before, which parsers call a
malformed map. They get a sign that is not seen.
"""

from typing import Any

from weasyprint import pdf as engine_pdf

UNSEEN = "\u200c"


def install() -> None:
    """Patch the writing of fonts, which writes what each glyph stands for."""
    write_fonts = engine_pdf.build_fonts_dictionary

    def build_fonts_dictionary(pdf: Any, fonts: dict[str, Any], *arguments: Any) -> Any:
        for font in fonts.values():
            for glyph, text in font.to_unicode.items():
                if not text:
                    font.to_unicode[glyph] = UNSEEN
        return write_fonts(pdf, fonts, *arguments)

    engine_pdf.build_fonts_dictionary = build_fonts_dictionary
