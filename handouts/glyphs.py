"""Characters that no font of a language has, found before anything is rendered, where they were written."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from handouts.job import Written
from handouts.problems import Problem

FOLDER = Path(__file__).parent / "fonts"
# Characters that are acted on and never drawn: joiners, direction marks, word joiner, soft hyphen, line breaks.
_UNDRAWN = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")


def missing_glyphs(texts: Iterable[Written]) -> Iterator[Problem]:
    """Report each character of each text that none of its language's fonts has."""
    for text in texts:
        drawn = set(text.text) - _UNDRAWN
        for character in sorted(drawn - _characters(text.fonts)):
            name = unicodedata.name(character, "no name")
            yield Problem(
                text.position,
                f"no font for {text.language} has '{character}' (U+{ord(character):04X}, {name}){_in(text.address)}",
                "glyph",
            )


def _in(address: str) -> str:
    return f" in {address}" if address else ""


@cache
def _characters(families: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(_family(family) for family in families))


@cache
def _family(family: str) -> frozenset[str]:
    """Return the characters that both weights of a family have."""
    paths = sorted(FOLDER.glob(f"{family.replace(' ', '')}-*.ttf"))
    if not paths:
        raise LookupError(f"no font files for {family} in {FOLDER.name}")
    sets = [frozenset(map(chr, TTFont(path, lazy=True).getBestCmap())) for path in paths]
    return sets[0].intersection(*sets[1:])
