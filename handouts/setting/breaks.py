"""Where lines of languages without spaces may break, by ICU: between words or, in Japanese, between phrases.

Khmer, Lao and Burmese, which write no spaces between words, may break where ICU's dictionary finds a word's end. Pango
1.50, and so WeasyPrint 70.0, knows Thai only and never breaks these lines: they run off the page. Japanese it breaks
anywhere, which tears short words of ragged lines apart.
"""

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from handouts.languages import Language
from handouts.widths import text_width

_NEVER_BEFORE = re.compile(
    "[\u17d4-\u17da\u0ec6\u0e46\u104a\u104b\u1039\u17d2\\W]"
)  # repetition and end marks, stackers
LONGEST = 8  # characters that always fit beside each other, in the column of headings too
END = 3.5  # em: a shorter end does not begin a line
# Words of Lao that ICU's dictionary lacks and takes apart: question, cell, transplant, care team.
_KEPT = re.compile("ຄຳຖາມ|ຈຸລັງ|ປູກຖ່າຍ|ທີມແພດ")
_STACKERS = "\u1039\u17d2"


def available() -> bool:
    """Say whether ICU is installed: the extra `icu`."""
    return _icu() is not None


def places(text: str, language: Language) -> set[int]:
    """Return before which characters a line may begin, spaces left out, for those break by themselves."""
    icu = _icu()
    if icu is None:
        return set()
    starts = {start for start, _ in _segments(icu, text, language.tag.partition("-")[0])}
    kept = {at for word in _KEPT.finditer(text) for at in range(word.start() + 1, word.end())}
    end = next((at for at in range(len(text), 0, -1) if text_width(text[at:]) > END), 0)
    return {at for at in starts - kept if 0 < at <= end and _may_break(text, at)}


def within_phrases(text: str) -> set[int]:
    """Return before which characters a line of Japanese must not begin; phrases too long for a column may break."""
    icu = _icu()
    if icu is None:
        return set()
    found = _segments(icu, text, "ja-u-lw-phrase")
    return {at for start, end in found if end - start <= LONGEST for at in range(start + 1, end)}


def _segments(icu: ModuleType, text: str, tag: str) -> Iterator[tuple[int, int]]:
    """Go through the segments of a text; ICU counts in UTF-16, in which some characters take two."""
    place = [at for at, character in enumerate(text) for _ in range(1 + (character > "\uffff"))] + [len(text)]
    for start, end in icu.LineBreaker(text, tag).segments():
        yield place[start], place[end]


def _may_break(text: str, start: int) -> bool:
    before, after = text[start - 1], text[start]
    return not before.isspace() and before not in _STACKERS and not _NEVER_BEFORE.match(after)


@cache
def _icu() -> ModuleType | None:
    try:
        from icu4py import breakers
    except ImportError:
        return None
    return breakers
