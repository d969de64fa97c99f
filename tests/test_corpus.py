"""Good and bad translations in many languages: the bad are found, the good let pass.

The translations in tests/translations were written without sight of the rules.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from handouts.checks import problems_of
from handouts.checks.rules import Pair
from handouts.languages import language
from handouts.problems import Position

CORPUS = Path(__file__).parent / "translations"
LEAST_FOUND, MOST_BLAMED = 0.95, 0.02


@dataclass(frozen=True)
class Case:
    """A translation, what is wrong with it, if anything, and the codes of the problems found."""

    tag: str
    english: str
    text: str
    wrong: str
    codes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.tag}: {self.english!r} -> {self.text!r} ({self.wrong or 'good'}) {', '.join(self.codes)}"


@cache
def cases():
    return [case for path in sorted(CORPUS.rglob("*.yaml")) for case in of(path)]


def of(path):
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        for text in entry.get("good") or ():
            yield case(path.stem, entry["english"], text, "")
        for bad in entry.get("bad") or ():
            yield case(path.stem, entry["english"], bad["text"], bad["wrong"])


def case(tag, english, text, wrong):
    pair = Pair(english, text, language(tag))
    codes = dict.fromkeys(problem.code for problem in problems_of(pair, Position("")))
    return Case(tag, english, text, wrong, tuple(codes))


def test_corpus_is_large_and_in_many_languages():
    assert len({each.tag for each in cases()}) >= 30
    assert sum(bool(each.wrong) for each in cases()) >= 700 <= sum(not each.wrong for each in cases())


def test_bad_translations_are_found():
    bad = [each for each in cases() if each.wrong]
    missed = [each for each in bad if not each.codes]
    assert len(missed) <= (1 - LEAST_FOUND) * len(bad), "\n".join(map(str, missed))


def test_good_translations_are_let_pass():
    good = [each for each in cases() if not each.wrong]
    blamed = [each for each in good if each.codes]
    assert len(blamed) <= MOST_BLAMED * len(good), "\n".join(map(str, blamed))
