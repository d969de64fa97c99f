"""What is read out of a PDF, held against what was written."""

import pytest

from handouts.job import Sheet, Written
from handouts.problems import Position
from handouts.textlayer import normal, read, shares, words_of
from handouts.typeset import typeset
from tests.conftest import make_job

FONTS = ("Noto Sans",)


def written(text, tag="en", line=1, *, printed=True, least=0.99):
    return Written(text, FONTS, tag, Position("a.yaml", line), printed=printed, text_layer=least)


def set_with(*texts):
    """Set a page that says "Drink clean water." beside a job's texts; return its problems."""
    done = typeset(make_job("<p>Drink clean water.</p>", texts=texts))
    assert done.pages == 1
    return done


def counted(text, *texts):
    return [(share.language, share.words, share.found, share.lost) for share in shares(text, texts)]


def test_text_that_comes_back_is_no_problem():
    assert set_with(written("Drink **clean** water.")).problems == ()


def test_text_that_does_not_come_back_is_reported_where_it_was_written_with_its_first_word():
    done = set_with(written("Drink water.", line=3), written("Drink boiled tea.", line=7))
    (problem,) = done.problems
    assert (str(problem.position), problem.code) == ("a.yaml:7", "text-layer")
    assert problem.text == "test: only 60.0% of its words in en can be copied or read out, not 'boiled'"
    assert done.pdf == b""


def test_text_that_is_not_printed_need_not_come_back():
    assert set_with(written("A cup on a table.", printed=False)).problems == ()


@pytest.mark.parametrize(("least", "found"), [(0.5, []), (0.51, ["text-layer"])])
def test_language_may_lose_what_its_script_must(least, found):
    assert [problem.code for problem in set_with(written("warm water", least=least)).problems] == found


def test_missing_glyph_is_said_once_and_not_again_as_a_word_that_does_not_come_back():
    done = set_with(written("Drink 水 now, not later."))
    assert [problem.code for problem in done.problems] == ["glyph"]


def test_all_pages_are_read():
    body = '<p>one</p><p style="break-before: page">two</p>'
    pdf = typeset(make_job(body, sheet=Sheet(pages=2, smallest=12, largest=12))).pdf
    assert read(pdf).split()[:2] == ["one", "two"]


def test_each_language_is_counted_by_itself():
    texts = [written("eins zwei", "de"), written("one two", "en"), written("drei", "de")]
    assert counted("eins one drei", *texts) == [("de", 3, 2, "zwei"), ("en", 2, 1, "two")]


def test_language_without_a_word_is_whole():
    (share,) = shares("", [written("– … 。")])
    assert (share.words, share.part) == (0, 1.0)


@pytest.mark.parametrize(
    ("text", "read_out", "found"),
    [
        pytest.param("is", "this", 0, id="a short word within another is not it"),
        pytest.param("is", "this is it", 1, id="a short word by itself"),
        pytest.param("3", "13", 0, id="a number within another is not it"),
        pytest.param("3", "第3页", 1, id="a number between letters of another script"),
        pytest.param("transplant", "trans\nplant", 1, id="a long word over two lines"),
        pytest.param("نخاع", "ونخاع", 1, id="an Arabic word with what is written together with it"),
        pytest.param("נא", "אנ", 0, id="letters turned around"),
    ],
)
def test_word_counts_when_it_stands_there(text, read_out, found):
    assert [share.found for share in shares(read_out, [written(text)])] == [found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Drink **clean** *water*.", ["Drink", "clean", "water."], id="markup is left out"),
        pytest.param("Page {page} of {pages}", ["Page", "of"], id="placeholders are left out"),
        pytest.param("5 – 6 … yes", ["5", "6", "yes"], id="signs alone are no words"),
        pytest.param("您的身体需要水", ["您的身体需要", "水"], id="Chinese in pieces of six"),
        pytest.param("体温38.5°C以上", ["体温", "38.5°C", "以上"], id="Latin between Chinese"),
        pytest.param("물을 마십니다", ["물을", "마십니다"], id="Korean by its spaces"),
    ],
)
def test_words_that_must_come_back(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("Knochenmark\ufffe\nspende", "Knochenmarkspende", id="hyphen at the end of a line"),
        pytest.param("Stamm\u00adzelle", "Stammzelle", id="soft hyphen"),
        pytest.param("38\u00a0°C", "38 °C", id="no-break space"),
        pytest.param("ទឹក\u200bស្អាត", "ទឹកស្អាត", id="zero width space"),
        pytest.param("2–\u20603", "2–3", id="word joiner"),
        pytest.param("e\u0301", "é", id="composed letter"),
        pytest.param("CAR-T", "CAR-T", id="a hyphen that was written stays"),
    ],
)
def test_what_is_not_seen_does_not_count(text, plain):
    assert normal(text) == plain
