"""What is known of a language."""

import datetime

import pytest

from handouts.languages import Direction, UnknownLanguageError, language


@pytest.mark.parametrize(
    ("tag", "english", "autonym", "direction"),
    [
        ("en", "English", "English", Direction.LTR),
        ("es", "Spanish", "español", Direction.LTR),
        ("ar", "Arabic", "العربية", Direction.RTL),
        ("fa", "Persian", "فارسی", Direction.RTL),
    ],
)
def test_names_and_direction_come_from_cldr(tag, english, autonym, direction):
    found = language(tag)
    assert (found.english_name, found.autonym, found.direction) == (english, autonym, direction)


@pytest.mark.parametrize(
    "tag", ["", "xx-broken", "zh_Hans", "english", "../en", "e", "en-", "日本", "EN", "fr./../../zz", "en.utf8"]
)
def test_tag_that_cldr_does_not_know_is_refused(tag):
    with pytest.raises(UnknownLanguageError):
        language(tag)


@pytest.mark.parametrize("tag", ["en", "ar", "zh-Hans"])
def test_every_language_can_print_latin_digits_in_its_own_fonts(tag):
    assert "Noto Sans" in language(tag).fonts


def test_chinese_puts_its_own_font_first():
    assert language("zh-Hans").fonts[0] == "Noto Sans SC"


@pytest.mark.parametrize(("region", "whole"), [("ar-EG", "ar"), ("fa-AF", "fa"), ("zh-Hans-SG", "zh-Hans")])
def test_region_is_set_in_the_fonts_of_its_language(region, whole):
    assert language(region).fonts == language(whole).fonts


@pytest.mark.parametrize("tag", ["en", "es", "ar", "fa", "zh-Hans"])
def test_date_is_written_out_with_latin_digits(tag):
    written = language(tag).date(datetime.date(2026, 11, 21))
    assert "2026" in written or "1405" in written
    assert all(character.isascii() for character in written if character.isdigit())


def test_date_and_list_follow_the_language():
    spanish = language("es")
    assert spanish.date(datetime.date(2026, 11, 21)) == "21 de noviembre de 2026"
    assert spanish.list(["2", "3", "5"]) == "2, 3 y 5"
