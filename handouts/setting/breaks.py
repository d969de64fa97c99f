"""Khmer, Lao and Burmese, which write no spaces between words, may break where ICU's dictionary finds a word's end.

Pango 1.50, and so WeasyPrint 70.0, knows Thai only and never breaks these lines: they run off the page.
"""

import re
from functools import cache
from types import ModuleType

from handouts.languages import Language
from handouts.widths import text_width

_NEVER_BEFORE = re.compile(
    "[\u17d4-\u17da\u0ec6\u0e46\u104a\u104b\u1039\u17d2\\W]"
)  # repetition and end marks, stackers
END = 3.5  # em: a shorter end does not begin a line
_STACKERS = "\u1039\u17d2"


def available() -> bool:
    """Say whether ICU is installed: the extra `icu`."""
    return _icu() is not None


def places(text: str, language: Language) -> set[int]:
    """Return before which characters a line may begin, spaces left out, for those break by themselves."""
    icu = _icu()
    if icu is None:
        return set()
    starts = {start for start, _ in icu.LineBreaker(text, language.tag.partition("-")[0]).segments()}
    return {start for start in starts if start > 0 and _may_break(text, start) and text_width(text[start:]) > END}


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
