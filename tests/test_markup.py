"""Strong and emphasized text, and placeholders."""

import pytest

from handouts import markup


@pytest.mark.parametrize("text", ["a **b c", "a** b", "**水，**水。*", "*", "** a **"])
def test_star_that_opens_or_closes_nothing_is_found(text):
    assert markup.stray(text) is not None


@pytest.mark.parametrize("text", ["a **b** c", "*a*", "水是**水**。", "none"])
def test_text_without_stray_stars(text):
    assert markup.stray(text) is None


def test_stray_star_behind_strong_text_is_the_one_found():
    assert markup.stray("**a** b* c") == 7


def test_plain_text_and_shape():
    text = "**a** *b* **c**"
    assert markup.plain(text) == "a b c"
    assert markup.shape(text) == ["em_open", "strong_open", "strong_open"]


def test_placeholders_are_named_in_order():
    assert markup.placeholders("{pages} of {page}, {Page} {} {1}") == ["page", "pages"]
