"""Characters that no font has, found before anything is set."""

import pytest

from handouts.glyphs import missing_glyphs
from handouts.job import Written
from handouts.problems import Position

PLACE = Position("locales/es/LC_MESSAGES/handouts.po", 12)


def said(text, *fonts):
    return [str(problem) for problem in missing_glyphs([Written(text, fonts or ("Noto Sans",), "es", PLACE)])]


def test_missing_character_is_reported_where_it_was_written_with_its_name():
    assert said("agua 水") == [f"{PLACE}: error: no font for es has '水' (U+6C34, CJK UNIFIED IDEOGRAPH-6C34) [glyph]"]


def test_each_missing_character_is_reported_once():
    assert len(said("水水火")) == 2


@pytest.mark.parametrize(
    ("text", "font"),
    [
        pytest.param("Ñandú “¿qué?” 38 °C – ½ · €", "Noto Sans", id="Latin"),
        pytest.param("مرحبًا، كيف؟ ١٢", "Noto Sans Arabic", id="Arabic"),
        pytest.param("您的水井在哪里？", "Noto Sans SC", id="Chinese"),
        pytest.param("به\u200cخانه", "Noto Sans Arabic", id="joiner"),
    ],
)
def test_text_of_a_language_is_all_there(text, font):
    assert said(text, font, "Noto Sans") == []


def test_family_that_is_not_here_is_no_silence():
    with pytest.raises(LookupError, match="no font files for Comic"):
        said("a", "Comic")
