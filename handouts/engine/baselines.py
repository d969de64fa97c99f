"""All lines of a paragraph are equally high, whichever fonts stand in them.

WeasyPrint 70.0 centers each piece of text in the line by its own font's ascent and descent, so that a line with Latin
digits in it stands a point lower than one without. What counts is the first font of the stack, the strut (CSS 2.2,
10.8.1).
"""

from typing import Any

from weasyprint.layout import inline as engine_inline

_KEPT = "strut_of_handouts"


def install() -> None:
    """Patch the laying out of a piece of text."""
    split = engine_inline.split_text_box

    def split_text_box(*arguments: Any, **options: Any) -> Any:
        box, *rest = split(*arguments, **options)
        if box is not None:
            height, baseline = box.style.__dict__.get(_KEPT) or _strut(box.style)
            above = box.baseline - box.margin_top  # from the top of the text to its baseline
            box.margin_top = baseline - above
            box.margin_bottom = height - box.height - box.margin_top
            box.baseline = baseline
        return (box, *rest)

    engine_inline.split_text_box = split_text_box


def _strut(style: Any) -> tuple[float, float]:
    """Return the height of a line and its baseline, kept with the style, for asking takes longer than correcting."""
    found: tuple[float, float] = engine_inline.strut(style)
    setattr(style, _KEPT, found)
    return found
