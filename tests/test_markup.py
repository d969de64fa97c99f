"""Strong and emphasized text, placeholders, and what runs left to right in right-to-left text."""

import pytest

from handouts import markup
from handouts.languages import Direction


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("a **b** c", "a <strong>b</strong> c", id="strong"),
        pytest.param("a *b* c", "a <em>b</em> c", id="emphasis"),
        pytest.param("**a *b***", "<strong>a <em>b</em></strong>", id="nested"),
        pytest.param("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;", id="HTML is text"),
        pytest.param("[a](b) `c` # e", "[a](b) `c` # e", id="no other Markdown"),
        pytest.param("a _b_ c", "a _b_ c", id="underscores are text"),
        pytest.param("2 * 3", "2 * 3", id="a star alone"),
        pytest.param("**血**是红的", "<strong>血</strong>是红的", id="Chinese, stars inside"),
        pytest.param("“quoted”", "“quoted”", id="quotes stay as written"),
    ],
)
def test_html_of_a_text(text, html):
    assert markup.html(text) == html


def test_text_without_prose_keeps_its_stars():
    assert markup.html("a **b** <c>", prose=False) == "a **b** &lt;c&gt;"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        pytest.param("مرض GVHD هو", ["GVHD"], id="a word"),
        pytest.param("علاج CAR T-cell هو", ["CAR T-cell"], id="words that belong together"),
        pytest.param("عند 38.0 °C أو", ["38.0 °C"], id="a number with its unit"),
        pytest.param("بنسبة 12.5% من", ["12.5%"], id="a share"),
        pytest.param("قال GVHD. ثم", ["GVHD"], id="full stop stays outside"),
        pytest.param("من 3 أيام", [], id="a digit alone needs no help"),
        pytest.param("اتصل +1 555-0199 الآن", ["+1 555-0199"], id="a phone number"),
        pytest.param("بين HLA و GVHD", ["HLA", "GVHD"], id="two words apart"),
        pytest.param("ماء فقط", [], id="Arabic only"),
    ],
)
def test_left_to_right_tokens_are_isolated_in_arabic(text, tokens):
    html = markup.html(text, Direction.RTL)
    assert [part.partition("</span>")[0] for part in html.split('<span dir="ltr">')[1:]] == tokens
    assert html.replace('<span dir="ltr">', "").replace("</span>", "") == text


def test_isolated_token_is_escaped():
    assert markup.html("قال A&B <ثم", Direction.RTL) == 'قال <span dir="ltr">A&amp;B</span> &lt;ثم'


def test_left_to_right_text_is_not_touched():
    assert markup.html("GVHD at 38.0 °C") == "GVHD at 38.0 °C"


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


def test_split_keeps_every_piece():
    pieces = markup.split("Page {page} of {pages}")
    assert pieces == ["Page ", "{page}", " of ", "{pages}"]


@pytest.mark.parametrize("text", ["", "{a}", "{a}{b}", "x{a}", "no braces", "{ {a} }"])
def test_pieces_make_the_text_again(text):
    assert "".join(markup.split(text)) == text
