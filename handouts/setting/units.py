"""A number stays on one line with its unit, and so do the groups of a phone number or a long number, and a range.

Translators write a plain space, as their keyboards do, and WeasyPrint 70.0 knows no rule for numbers.
"""

import re
from functools import cache

from handouts.languages import Language, unit_words

NO_BREAK = "\u00a0"
# What hospitals print in any language, whatever CLDR says.
_SYMBOLS = (
    "°C",
    "°F",
    "°",
    "%",
    "g",
    "kg",
    "mg",
    "µg",
    "mcg",
    "ml",
    "mL",
    "l",
    "L",
    "dl",
    "cm",
    "mm",
    "m",
    "h",
    "min",
    "IU",
    "m²",
)
# Not within a word; Chinese, Japanese and Korean words follow without a space. Nor in a Vietnamese date.
_END = "(?![^\\W\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3])(?!\u00a0\\d)"
_DATE = re.compile(r"\b(tháng|năm) (?=\d)")
_RANGE = re.compile(r"(?<=\d[–—‒-])(?=\d)")
# Groups of a number; brackets in a phone number; a Chinese, Japanese or Korean word behind a number.
_GROUPS = re.compile(r"(?<=\d) (?=\d|\(\d+\) ?\d|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])|(?<=\d\)) (?=\d)")


def glued(text: str, language: Language) -> str:
    """Return a text of the same length whose numbers hold on to what belongs to them."""
    if not any(map(str.isdigit, text)):
        return text
    after, before = _patterns(language.tag)
    text = after.sub(NO_BREAK, _GROUPS.sub(NO_BREAK, _DATE.sub(rf"\1{NO_BREAK}", text)))
    return before.sub(NO_BREAK, text) if before else text


def inside(text: str) -> set[int]:
    """Return the places, before a character, where a range or a phone number would break that should not."""
    return {found.start() for found in _RANGE.finditer(text)}


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Return what finds the space before a unit that follows its number, and behind one that stands before it."""
    after, before = unit_words(tag)
    following = re.compile(rf"(?<=\d) (?=(?:{_any({*after, *_SYMBOLS})}){_END})")
    if not before:
        return following, None
    ways = "|".join(rf"(?<=(?<!\w){re.escape(word)}) (?=\d)" for word in sorted(before))
    return following, re.compile(ways)


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
