"""Words of Korean stay whole: lines end at spaces. Chinese and Japanese paragraphs do not end with a scrap.

Pango 1.50 breaks between any two syllables or characters, which in Korean is allowed but hard to read; WeasyPrint 70.0
knows neither `word-break: keep-all` nor `text-wrap: pretty`. A word joiner holds them together.
"""

import re

LONGEST = 9  # syllables that always fit beside each other, in the column of headings too
END, FEW = 3, 7  # characters that stay together, and how many there must be at least
PRONOUN = 5  # characters behind a hyphen, with the full stop
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


def at_the_end(text: str) -> set[int]:
    """Return the places, before a character, in the last three characters of a longer text, signs not counted.

    Also those beside a placeholder, whose number belongs to the characters around it.
    """
    letters = [at for at, character in enumerate(text) if character.isalnum()]
    beside = {at for at in range(1, len(text)) if _stands_in(text[at]) or _stands_in(text[at - 1])}
    return beside | set(range(letters[-END] + 1, letters[-1] + 1)) if len(letters) >= FEW else beside


def last_hyphen(text: str) -> set[int]:
    """Return the place behind a hyphen in the last word, such as a pronoun's, where the line must not end."""
    at = text.rfind("-") + 1
    within = at > 1 and text[at - 2].isalpha() and " " not in text[at:]
    return {at} if within and len(text) - at <= PRONOUN else set()


def _stands_in(character: str) -> bool:
    return "\ufdd0" <= character <= "\ufdef"


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"
