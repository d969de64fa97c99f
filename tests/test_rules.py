"""The rules for translations do what their manuals say."""

import random

import pytest

from handouts.checks import TRANSLATION_RULES
from handouts.checks.rules import Pair
from handouts.languages import language
from tools import manual


def examples():
    for rule in TRANSLATION_RULES:
        for example in rule.examples:
            mark = f"{rule.code}-{example.tag}-{example.text[:20]}"
            yield pytest.param(rule, example, id=mark.encode("unicode_escape").decode())


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_example_of_the_manual_is_true(rule, example):
    found = list(rule.find(Pair(example.english, example.text, language(example.tag))))
    assert bool(found) is not example.right, found


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in TRANSLATION_RULES])
def test_manual_shows_what_is_right_and_what_is_wrong(rule):
    assert rule.manual
    assert {example.right for example in rule.examples} == {True, False}


def test_no_text_however_odd_stops_a_rule():
    chance = random.Random(4)
    signs = "()[]{}«»“”„'\"*.,:;!?¿¡。،؟।። 0123456789%-–/\n\u200c\u064b"
    marks = [*signs, "agua", "water", "水", "ماء", "mg", "{n}"]
    for tag in ("es", "ar", "zh-Hans", "th", "hi", "ko", "fr", "he", "my", "am"):
        for _ in range(120):
            english, text = ("".join(chance.choices(marks, k=chance.randrange(1, 14))) for _ in range(2))
            pair = Pair(english, text, language(tag))
            for rule in TRANSLATION_RULES:
                list(rule.find(pair))


def test_codes_differ():
    codes = [rule.code for rule in TRANSLATION_RULES]
    assert len(set(codes)) == len(codes)


def test_manual_is_the_one_that_the_rules_have_now():
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), "make manual"
