"""No empty string in a TJ array.

WeasyPrint 70.0 writes `[<0012> 20 <> -5 <0013>] TJ`; PDFium of 2026, so Chrome and Edge, then forgets the number that
follows the empty string, and marks and letters overlap.
"""

import re
from typing import Any

import pydyf

_PIECE = re.compile(r"<([0-9a-f]*)>|(-?[\d.]+(?:e-?\d+)?)")


def install() -> None:
    """Patch the operator that shows text."""
    show = pydyf.Stream.show_text

    def show_text(stream: Any, text: str) -> None:
        if "<>" in text:
            text = without_empty(text)
        if text:
            show(stream, text)

    pydyf.Stream.show_text = show_text


def without_empty(text: str) -> str:
    """Leave out empty strings and add up the numbers that then stand side by side."""
    pieces: list[str] = []
    shift = 0.0
    for glyphs, number in _PIECE.findall(text):
        if number:
            shift += float(number)
        elif glyphs:
            if shift:
                pieces.append(f"{shift:.4f}".rstrip("0").rstrip("."))
                shift = 0.0
            pieces.append(f"<{glyphs}>")
    if shift:
        pieces.append(f"{shift:.4f}".rstrip("0").rstrip("."))
    return " ".join(pieces)
