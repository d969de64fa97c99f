"""The rules for translations do what their manuals say."""

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


def test_codes_differ():
    codes = [rule.code for rule in TRANSLATION_RULES]
    assert len(set(codes)) == len(codes)


def test_manual_is_the_one_that_the_rules_have_now():
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), "make manual"
