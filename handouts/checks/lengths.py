"""How long a translation is beside its English: in letters, and in sentences.

Languages differ in how many letters they need; SHARES holds what was measured. The unit is the letter or digit; signs
that combine with one, as vowels do in many scripts, do not count.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from handouts.languages import Language

# Letters for each letter of English: all texts of 25 letters and more together, of this repository's catalogs and of
# tests/specimen, numbers, names in capitals and placeholders left out. They were 36 texts for most languages, and 250
# for ar, es and zh-Hans. By script, the mean of its languages, for those that were not measured.
SHARES = {
    **{"am": 0.72, "ar": 0.88, "bn": 0.72, "de": 1.25, "es": 1.23, "fa": 1.01, "fr": 1.27, "gu": 0.65, "he": 0.81},
    **{"hi": 0.67, "ht": 0.96, "it": 1.19, "ja": 0.56, "km": 0.76, "ko": 0.47, "lo": 0.86, "my": 0.63, "pa": 0.66},
    **{"pl": 1.22, "pt": 1.16, "ro": 1.24, "ru": 1.13, "so": 1.30, "sw": 1.28, "ta": 0.87, "te": 0.66, "th": 0.90},
    **{"tl": 1.37, "tr": 1.10, "uk": 1.09, "ur": 0.99, "vi": 1.09, "zh-Hans": 0.37, "zh-Hant": 0.37, "en": 1.00},
}
SCRIPT_SHARES = {"Latn": 1.2, "Cyrl": 1.11, "Arab": 0.95, "Aran": 0.99, "Deva": 0.67, "Hans": 0.37, "Hant": 0.37}
# Short texts differ most: "Ask" may be "Posez vos questions". So many letters of English are thought added to each, and
# what is left differs by 15 % in texts of any length (standard deviation; 9 % from 110 letters on).
GROUND = 10
# Numbers, abbreviations and placeholders, which a translation takes over as they are.
_FIGURES = re.compile(r"\{[a-z_]+\}|[A-Za-z0-9]*(?:[0-9]|[A-Z][A-Za-z]*[A-Z])[A-Za-z0-9]*")
_LETTERS = ("Lu", "Ll", "Lt", "Lo", "Lm", "Nd")

_FULL = "。！？।॥۔።။។៕"  # these end a sentence without a space behind them
_END = re.compile(rf"((?:[{_FULL}]|፡፡)+|[.!?؟…]+(?=[\"'”’»›“‘」』）)\]]*(?:\s|$)))([\"'”’»›“‘」』）)\]\s]*)")
_JOINT = re.compile(r"[,;:،؛、，；：၊፣፤፥—–(（]|\s-\s|\n")
# Words that end in a dot within a sentence; in lower case, without the dot.
_SHORTENED_WORDS = (
    "dr dra drs prof sr sra st mr mrs ms no nr núm vs etc ca bzw ggf usw evtl inkl max min tel str evt resp sog vgl "
    "aprox pág págs ej ud uds vd ap art sig dott mme mlle env np tzn itp itd lek ok godz tzw ul im dn г гг др напр "
    "см стор стр рис тел мин хв тис тыс т ст ім им руб грн vb örn bkz dk sn yak đ tp ths bs gg tph hal km kl "
    "डॉ डा मि मिग्रा ডা ড डी प्रो ડૉ ડો ਡਾ டாக்டர் டாக் திரு మి డా దా ดร น พ ฯ มก มล ซม กก ชม د أ ص م هـ ש גב פרופ"
)
_SHORTENED = frozenset(_SHORTENED_WORDS.split())


class Ends(NamedTuple):
    """How many sentences a text has for sure, and how many it may have at most."""

    sure: int
    possible: int


def share_of(language: Language) -> float | None:
    """Return how many letters a language needs for one of English, if that is known."""
    return SHARES.get(language.tag) or SHARES.get(language.tag.split("-")[0]) or SCRIPT_SHARES.get(language.script)


def letters(text: str) -> int:
    """Count letters and digits, without the signs that combine with them."""
    return sum(unicodedata.category(character) in _LETTERS for character in text)


def deviation(english: str, text: str, language: Language) -> float:
    """Return the natural logarithm of how much longer a text is than usual: 0 is as long, -0.69 half as long."""
    share = share_of(language)
    if share is None:
        return 0.0
    figures = sum(letters(found) for found in _FIGURES.findall(english))
    usual = figures + share * (letters(english) - figures)
    return math.log((letters(text) + share * GROUND) / (usual + share * GROUND))


def bound(english: str) -> float:
    """Return the greatest deviation, either way, that a good translation of such a text has."""
    return min(1.2, 0.36 + 10 / max(letters(english), 1))


def sentences(text: str) -> Ends:
    """Count the sentences of a text."""
    marks = [sure for _, sure in _ends(text)]
    return Ends(sum(marks) + 1, len(marks) + 1)


def split(text: str) -> list[str]:
    """Take a text apart at the marks that end a sentence for sure."""
    places = [0, *(place for place, sure in _ends(text) if sure), len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]


def joints(text: str, language: Language) -> int:
    """Count the places at which a sentence may have been joined to the one before it."""
    spaces = 0 if language.ends else len(text.split()) - 1  # Thai and Lao may end a sentence with a space only
    return len(_JOINT.findall(text)) + len(_and(language).findall(text)) + spaces


@cache
def _and(language: Language) -> re.Pattern[str]:
    """Return what finds the word for "and", which some languages write in one with the next word."""
    between = language.list(["A", "B"])[1:-1]
    word = between.strip(" \u200b\u05be")
    if not any(map(str.isalpha, word)):
        return re.compile(r"(?!)")
    # \b does not do: in many scripts words end in signs that count as no letters.
    before, after = (r"(?<=\s)" if between[0] == " " else ""), (r"(?!\S)" if between[-1] == " " else "")
    return re.compile(before + re.escape(word) + after)


def _ends(text: str) -> Iterator[tuple[int, bool]]:
    """Find the marks within a text that may end a sentence: where the next begins, and whether it does for sure."""
    start = 0
    for match in _END.finditer(text):
        before, after = text[start : match.start()], text[match.end() :]
        if letters(before) and letters(after) and not _goes_on(after):
            yield match.end(), _ends_for_sure(before, match[1], match[2])
            start = match.end()


def _goes_on(after: str) -> bool:
    return next(character for character in after if character.isalnum()).islower()


def _ends_for_sure(before: str, mark: str, behind: str) -> bool:
    """A dot may belong to a number or a shortened word, and what is quoted may end within a sentence."""
    if behind.strip() or "…" in mark or mark.startswith(".."):
        return False
    word = re.split(r"[\s(«„“\"'’]", before)[-1]
    short = len(word) < 2 or word.isdigit() or "." in word or word.casefold() in _SHORTENED
    return mark != "." or not short
