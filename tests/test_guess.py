"""The first guess of a type size, and the widths it is made from."""

from dataclasses import replace

import pytest

from handouts.guess import features, first_size
from handouts.widths import text_width
from tests.conftest import make_job

TEXT = "<p>Your bone marrow makes red blood cells, white blood cells and platelets.</p>"


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        pytest.param("ill", "illness", id="more letters"),
        pytest.param("blood", "血血血血血", id="Chinese fills its cells"),
        pytest.param("abc", "ABC", id="capitals"),
    ],
)
def test_wider_text_has_the_larger_width(narrow, wide):
    assert text_width(narrow) < text_width(wide)


def test_marks_and_invisible_characters_have_no_width():
    assert text_width("كِتَاب") == text_width("كتاب")
    assert text_width("a\u200bb") == text_width("ab")


def test_furniture_and_small_print_are_kept_apart_from_the_text():
    html = f'<div class="running-head"><p>x</p></div><header></header>{TEXT}<section class="notes">{TEXT}</section>'
    counted = features(make_job(html))
    assert len(counted.texts) == 1
    assert counted.small[0] == counted.texts[0]


def test_lines_to_write_on_are_counted_up_to_the_notes():
    html = '<header></header><div class="line"></div><section class="notes"><div class="line note"></div></section>'
    assert features(make_job(html)).lines == 1


def test_more_text_gives_a_smaller_first_size():
    few, many = (make_job(f"<header></header>{TEXT * times}") for times in (10, 40))
    sheets = [replace(job, sheet=replace(job.sheet, smallest=12, largest=14)) for job in (few, many)]
    assert first_size(sheets[0], room=500) > first_size(sheets[1], room=500)


def test_first_size_stays_within_the_sheet():
    job = make_job(f"<header></header>{TEXT * 400}")
    job = replace(job, sheet=replace(job.sheet, smallest=12, largest=14))
    assert first_size(job, room=100) == 12
