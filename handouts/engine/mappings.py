"""Every glyph names a text (ISO 32000-1, 9.10.3: a ToUnicode mapping has a target), and none a forbidden one.

WeasyPrint 70.0 writes `<0037> <>` for glyphs that share their letters with the glyph before, which parsers call a
malformed map. They get a sign that is not seen. So do those of a font that fields are filled in with, which is embedded
whole, that stand for the byte order mark (ISO 14289-1, 7.21.7).
"""

import re
from typing import Any

import pydyf
from weasyprint import pdf as engine_pdf

UNSEEN = "\u200c"
_FORBIDDEN = re.compile(rb"(<[0-9a-f]+> )<(?:0000|feff|fffe)>", re.IGNORECASE)


def install() -> None:
    """Patch the writing of fonts, which writes what each glyph stands for."""
    write_fonts = engine_pdf.build_fonts_dictionary

    def build_fonts_dictionary(pdf: Any, fonts: dict[str, Any], *arguments: Any) -> Any:
        for font in fonts.values():
            for glyph, text in font.to_unicode.items():
                if not text:
                    font.to_unicode[glyph] = UNSEEN
        before = len(pdf.objects)
        written = write_fonts(pdf, fonts, *arguments)
        if any(font.used_in_forms for font in fonts.values()):
            _mend(pdf.objects[before:])
        return written

    engine_pdf.build_fonts_dictionary = build_fonts_dictionary


def _mend(objects: list[Any]) -> None:
    allowed = b"\\1<%04x>" % ord(UNSEEN)
    for stream in objects:
        if isinstance(stream, pydyf.Stream) and b"beginbfchar" in b"".join(map(pydyf._to_bytes, stream.stream[:16])):
            stream.stream = [_FORBIDDEN.sub(allowed, pydyf._to_bytes(line)) for line in stream.stream]
