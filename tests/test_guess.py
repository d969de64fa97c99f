"""The first guess of a type size, and the widths it is made from."""

from dataclasses import replace

import pytest

from handouts.guess import Scaled, guess_of
from handouts.job import Style
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


def job_of(body, *, css=""):
    section = f'<section class="numbered "><h2>x</h2><div class="text">{body}</div></section>'
    html = f'<div class="running-head"><p>x</p></div><header></header>{section}<section class="notes "></section>'
    return make_job("", html=html, styles=(Style("languages", css),))


def height(body, size=12, *, css=""):
    return guess_of(job_of(body, css=css)).height(size)


def test_furniture_is_left_out():
    assert [part.kind for part in guess_of(job_of(TEXT)).parts] == ["header", "numbered", "notes"]


def test_more_text_and_larger_type_take_more_room():
    assert height(TEXT) < height(TEXT * 3) < height(TEXT * 3, 14)


def test_leading_is_the_languages_and_room_the_sheets():
    assert height(TEXT * 9, css="html { line-height: 2.1 }") > height(TEXT * 9)
    job = job_of(TEXT)
    higher = replace(job, sheet=replace(job.sheet, foot=40.0))
    assert guess_of(higher).room(2) == guess_of(job).room(2) - 28


def test_wider_page_takes_less_height():
    job = job_of(TEXT * 9)
    letter = replace(job, sheet=replace(job.sheet, width=230.0))
    assert guess_of(letter).height(12) < guess_of(job).height(12)


def test_scaled_layout_learns_how_fast_a_text_grows():
    known = Scaled(12.0, 400.0, 60.0)
    assert known.height(12) == 460
    assert known.height(14) > 460 * 14 / 12
    learned = known.learned(14, (300.0, 200.0, 999.0))
    assert learned.height(14) == pytest.approx(500 + 70)
    assert learned.height(12) == pytest.approx(460), "it passes through both layouts"


def test_line_to_write_on_and_picture_take_their_height():
    assert height(TEXT + '<div class="line"></div>') - height(TEXT) == pytest.approx(8.8, abs=0.2)
    job = job_of('<img src="picture:/a.svg">')
    with_picture = replace(job, pictures={"a.svg": b'<svg viewBox="0 0 100 50">'})
    assert guess_of(with_picture).height(12) > guess_of(job).height(12) + 60


def test_section_that_does_not_fit_goes_to_the_next_page_as_a_whole():
    job = job_of(TEXT * 25)
    twice = replace(job, html=job.html.replace('<section class="notes', job.html.partition("</header>")[2]))
    guess = guess_of(twice)
    assert guess.height(12) > guess.page(0) + guess.parts[1].height(12, guess.leading, twice.sheet.measure)


def test_height_of_a_layout_replaces_the_guessed_one():
    job = job_of(TEXT * 9)
    guess = guess_of(job)
    header, section, _ = (part.height(12, guess.leading, job.sheet.measure) for part in guess.parts)
    learned = guess.learned(12, (header, section + 20, 500))
    assert learned.height(12) == pytest.approx(guess.height(12) + 20)
    assert guess.learned(12, (1, 2)) == guess, "a layout with other parts says nothing"
