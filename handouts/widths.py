"""How wide a text is, about, in em, without asking a font: for guesses that a layout then proves or corrects."""

import unicodedata
from functools import cache

NO_BREAK = "\u00a0"

# Mean advances in Noto Sans and its sisters, in em.
_SPACE, _SMALL, _CAPITAL, _DIGIT, _ARABIC, _FULL = 0.26, 0.55, 0.65, 0.57, 0.5, 1.0


def text_width(text: str) -> float:
    """Return the width of a text set in one line."""
    return sum(map(_advance, text))


def kept_together(text: str, *, most: float) -> str:
    """Put a no-break space before the last word, so that it never stands alone on a line.

    Only where the last two words are at most `most` em wide, and where two words at least stand before them.
    """
    before, space, last = text.rpartition(" ")
    if not space or before.count(" ") < 2:
        return text
    pair = f"{before.rpartition(' ')[2]} {last}"
    return f"{before}{NO_BREAK}{last}" if text_width(pair) <= most else text


@cache
def _advance(character: str) -> float:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _FULL
    if unicodedata.bidirectional(character) in ("R", "AL"):
        return _ARABIC
    return {"Zs": _SPACE, "Lu": _CAPITAL, "Nd": _DIGIT}.get(category, _SMALL if category[0] == "L" else _SPACE)
