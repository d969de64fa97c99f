"""Words of Korean stay whole: lines end at spaces.

Pango 1.50 breaks between any two syllables, which is allowed but hard to read; WeasyPrint 70.0 knows no
`word-break: keep-all`. A word joiner holds them together.
"""

import re

LONGEST = 9  # syllables that always fit beside each other, in the column of headings too
_WORD = re.compile(r"\S+")


def inside(text: str) -> set[int]:
    """Return the places, before a character, where a word would break that should not."""
    return {
        at
        for word in _WORD.finditer(text)
        if len(word[0]) <= LONGEST
        for at in range(word.start() + 1, word.end())
        if _is_hangul(text[at]) or _is_hangul(text[at - 1])
    }


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"
