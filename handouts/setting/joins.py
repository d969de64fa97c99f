"""A letter of Arabic script keeps its form where emphasis begins or ends within a word.

WeasyPrint 70.0 shapes every element by itself, so that a letter at its edge takes the form it has alone. A zero width
joiner on both sides stands for the neighbour.
"""

import re
import unicodedata

from handouts.markup import Piece

JOINER = "\u200d"
# Arabic letters that do not join the next one (Unicode, ArabicShaping.txt: joining types R and U).
_ENDING = re.compile(
    "[\u0621-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699\u06c0\u06c3-\u06cb\u06cd\u06cf\u06d2"
    "\u06d3\u06d5\u06dd\u06ee\u06ef\u0759-\u075b\u076b\u076c\u0771\u0773\u0774\u0778\u0779]"
)
_ALONE = "\u0621\u0674\u06dd"  # join on neither side


def kept(pieces: list[Piece]) -> list[Piece]:
    """Put joiners where two pieces cut a word between letters that join."""
    texts = [piece.text for piece in pieces]
    for at in range(1, len(texts)):
        if _join(texts[at - 1], texts[at]):
            texts[at - 1] += JOINER
            texts[at] = JOINER + texts[at]
    return [Piece(text, piece.tags) for text, piece in zip(texts, pieces, strict=True)]


def _join(before: str, after: str) -> bool:
    letters = [letter for letter in before if unicodedata.category(letter) != "Mn"]
    if not letters or not after:
        return False
    last, first = letters[-1], after[0]
    return _is_arabic(last) and not _ENDING.match(last) and _is_arabic(first) and first not in _ALONE


def _is_arabic(letter: str) -> bool:
    return unicodedata.bidirectional(letter) == "AL" and unicodedata.category(letter) in ("Lo", "Lm")  # tatweel is Lm
