"""Reading level of English texts as a US school grade.

Flesch-Kincaid: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas for Navy enlisted
personnel, 1975. SMOG: McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12, 1969.
Terms of the glossary are explained where they stand, so their syllables count for neither; as words they count.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from handouts.syllables import counter

_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:](?:\s|$)")
_in_english = counter("en")


@dataclass(frozen=True, slots=True)
class Level:
    """Two grades, and what they were computed from."""

    flesch_kincaid: float
    smog: float
    words: int
    sentences: int


def level(texts: Iterable[str], terms: Iterable[str]) -> Level:
    """Measure texts, each of which ends a sentence; `terms` are the glossary's, in all their forms."""
    known = _matcher(terms)
    words = sentences = counted = syllables = long_words = 0
    for text in texts:
        words += len(_WORD.findall(text))
        sentences += sum(bool(_WORD.search(part)) for part in _SENTENCE_END.split(text))
        others = [count_syllables(word.lower()) for word in _WORD.findall(known.sub(" ", text))]
        counted += len(others)
        syllables += sum(others)
        long_words += sum(count >= 3 for count in others)
    if not sentences or not counted:
        return Level(0, 0, words, sentences)
    return Level(
        flesch_kincaid=0.39 * words / sentences + 11.8 * syllables / counted - 15.59,
        smog=1.0430 * math.sqrt(long_words * 30 / sentences) + 3.1291,
        words=words,
        sentences=sentences,
    )


def sentences_of(text: str) -> list[list[str]]:
    """Return the words of each sentence; a colon ends one, for a list or an explanation follows it."""
    found = (_WORD.findall(part) for part in _SENTENCE_END.split(text))
    return [words for words in found if words]


def count_syllables(word: str) -> int:
    """Count the syllables of an English word in small letters."""
    return _in_english(word)


def _matcher(terms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    either = "|".join(re.escape(term) for term in longest_first) or r"(?!)"
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
