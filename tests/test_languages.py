"""What is known of a language."""

import datetime
import unicodedata

import pytest

from handouts.glyphs import FOLDER, missing_glyphs
from handouts.job import Written
from handouts.languages import Breaking, Direction, UncoveredScriptError, UnknownLanguageError, language
from handouts.problems import Position

PLANNED = [
    *("en", "es", "fr", "pt", "de", "it", "pl", "ro", "ru", "uk", "tr", "vi", "tl", "ht", "so", "sw"),
    *("ar", "fa", "ur", "he"),
    *("hi", "bn", "pa", "gu", "ta", "te"),
    *("th", "km", "my", "lo", "am"),
    *("ko", "ja", "zh-Hans", "zh-Hant"),
]
RIGHT_TO_LEFT = {"ar", "fa", "ur", "he"}


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


@pytest.mark.parametrize("tag", PLANNED)
def test_planned_language_can_be_set(tag):
    found = language(tag)
    files = {path.name for path in FOLDER.glob("*.ttf")}
    wanted = {f"{family.replace(' ', '')}-{weight}.ttf" for family in found.fonts for weight in ("Regular", "Bold")}
    assert found.fonts and wanted <= files
    assert found.direction is (Direction.RTL if tag in RIGHT_TO_LEFT else Direction.LTR)
    assert [unicodedata.digit(digit) for digit in found.digits] == list(range(10))
    assert len(found.quotes) == 4 and all(quote.strip() for quote in found.quotes)
    assert 1.3 < found.leading < 2.2 and 0 < found.text_layer <= 1


@pytest.mark.parametrize("tag", PLANNED)
def test_planned_language_has_all_its_own_signs_in_its_own_fonts(tag):
    found = language(tag)
    signs = "".join((found.autonym, found.digits, "0123456789", *found.quotes, found.ends))
    written = Written(signs, found.fonts, tag, Position(tag))
    assert [problem.text for problem in missing_glyphs([written])] == []


def test_planned_languages_have_different_names():
    assert len({language(tag).autonym for tag in PLANNED}) == len(PLANNED) == 35


@pytest.mark.parametrize(
    ("tag", "script", "font"),
    [
        ("mr", "Deva", "Noto Sans Devanagari"),
        ("ne", "Deva", "Noto Sans Devanagari"),
        ("sr", "Cyrl", "Noto Sans"),
        ("el", "Grek", "Noto Sans"),
        ("ti", "Ethi", "Noto Sans Ethiopic"),
        ("ps", "Arab", "Noto Sans Arabic"),
        ("yi", "Hebr", "Noto Sans Hebrew"),
        ("yue", "Hant", "Noto Sans TC"),
    ],
)
def test_language_without_an_entry_is_set_as_its_script_asks(tag, script, font):
    found = language(tag)
    assert (found.script, found.fonts[0] if script == "Hant" else found.fonts[-1]) == (script, font)


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("sr-Latn", "Latn", Direction.LTR),
        ("az-Cyrl", "Cyrl", Direction.LTR),
        ("pa-Arab", "Arab", Direction.RTL),
        ("ur-IN", "Aran", Direction.RTL),
        ("hi-Latn", "Latn", Direction.LTR),
        ("zh-Hant-TW", "Hant", Direction.LTR),
        ("zh", "Hans", Direction.LTR),
        ("pt-BR", "Latn", Direction.LTR),
    ],
)
def test_script_and_region_of_a_tag_count(tag, script, direction):
    assert (language(tag).script, language(tag).direction) == (script, direction)


@pytest.mark.parametrize(("region", "whole"), [("fr-CA", "fr"), ("zh-Hant-TW", "zh-Hant"), ("km-KH", "km")])
def test_region_keeps_the_ways_of_its_language(region, whole):
    ways = ("quotes", "breaking", "leading", "digits", "hyphenated", "ends")
    assert [getattr(language(region), way) for way in ways] == [getattr(language(whole), way) for way in ways]


@pytest.mark.parametrize(
    ("tag", "breaking"),
    [
        ("en", Breaking.SPACES),
        ("ko", Breaking.WORDS),
        ("zh-Hans", Breaking.CHARACTERS),
        ("ja", Breaking.PHRASES),
        ("th", Breaking.THAI),
        ("km", Breaking.DICTIONARY),
        ("my", Breaking.DICTIONARY),
        ("lo", Breaking.DICTIONARY),
    ],
)
def test_lines_break_as_the_script_writes(tag, breaking):
    assert language(tag).breaking is breaking


@pytest.mark.parametrize(
    ("tag", "name"), [("ka", "Georgian (Geor)"), ("hy", "Armenian (Armn)"), ("bo", "Tibetan (Tibt)")]
)
def test_script_without_a_font_is_refused_by_name(tag, name):
    with pytest.raises(UncoveredScriptError, match=tag) as refused:
        language(tag)
    assert str(refused.value) == f"no font here has the script of '{tag}', {name}"


def test_script_without_a_font_is_reported_where_the_settings_name_it(project, run):
    root = project.minimal()
    settings = root / "handouts.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[en, es]", "[en, ka, es]"), encoding="utf-8")
    assert run(root, "check", "--no-render", code=1).err.startswith(
        "handouts.yaml:3:17: error: no font here has the script of 'ka', Georgian (Geor) [language]\n"
        "    hint: add its font and script to handouts/languages.py\n"
    )


def test_haitian_creole_which_cldr_hardly_knows_has_its_own_dates_and_lists():
    found = language("ht")
    assert found.date(datetime.date(2026, 11, 21)) == "21 novanm 2026"
    assert [found.list(words) for words in (["2"], ["2", "3"], ["2", "3", "5"])] == ["2", "2 ak 3", "2, 3 ak 5"]
