"""What a typographer would mend: stranded headings, thin last pages, lonely last words."""

import pytest

from handouts.job import Sheet
from handouts.languages import language
from handouts.problems import Position, Severity
from handouts.typeset import typeset
from tests.conftest import make_job

OURS = {"stranded", "thin-page", "last-word"}
HIGH = '<div style="height: 50mm">High</div>'
NEXT = '<div style="break-before: page; height: 50mm; border-bottom: 1px solid"></div>'
HANGING = (
    '<section style="position: relative; height: 15mm"><h2 style="position: absolute; top: 0">Why</h2>{}</section>'
)
PLACES = {"block-a": Position("a.yaml", 3, 1), "heading-1": Position("b.po", 7, 1)}


def loose(body, css="", *, pages=2, lang="en", fonts=("Noto Sans",), **more):
    """Set a text on pages of 80 mm; return the loose ends. The body's edge is that of the page."""
    sheet = Sheet(pages=pages, smallest=12, largest=12)
    stack = ", ".join(f'"{family}"' for family in fonts)
    css = f"body, p, h2 {{ margin: 0 }} html {{ font-family: {stack} }} {css}"
    done = typeset(make_job(body, css, lang=lang, fonts=fonts, sheet=sheet, places=PLACES, **more))
    assert done.pdf
    found = [problem for problem in done.problems if problem.code in OURS]
    assert {problem.severity for problem in found} <= {Severity.WARNING}
    return [(str(problem.position), problem.code, problem.text) for problem in found]


def codes(*arguments, **more):
    return [code for _, code, _ in loose(*arguments, **more)]


def test_heading_alone_at_the_foot_of_a_page_is_reported_at_its_place():
    assert loose(f'{HIGH}<h2 id="heading-1">Why water</h2>{NEXT}') == [
        ("b.po:7:1", "stranded", "test, page 1: 'Why water' stands alone at the foot of the page")
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("<h2>Why</h2><p>It is clean.</p>", [], id="heading with its text"),
        pytest.param('<h2 style="break-after: auto">Why</h2>', ["stranded"], id="heading whatever its style"),
        pytest.param("<p>It is clean.</p>", [], id="text alone"),
        pytest.param('<p style="break-after: avoid">Drink:</p>', ["stranded"], id="text that leads to what follows"),
        pytest.param(HANGING.format(""), ["stranded"], id="heading that hangs beside nothing"),
        pytest.param(HANGING.format("<p>So.</p>"), [], id="heading that hangs beside its text"),
    ],
)
def test_what_leads_on_does_not_stand_at_the_foot_of_a_page(body, found):
    assert codes(f"{HIGH}{body}{NEXT}") == found


def test_heading_at_the_end_of_the_last_page_has_nothing_to_lead_to():
    hung = "#closing, #note-2 { position: absolute; bottom: 0 }"
    assert codes("<p>Water</p><h2>Notes</h2>", hung, pages=1) == []


def test_last_page_with_little_text_is_reported_at_the_topic():
    assert loose('<p>Water</p><p style="break-before: page">More</p>') == [
        ("test.yaml:1:1", "thin-page", "test: only 7% of its last page is text")
    ]


@pytest.mark.parametrize(("height", "found"), [(15, ["thin-page"]), (17, [])])
def test_last_page_is_thin_below_a_fifth_of_its_height_whatever_lines_for_notes_it_has(height, found):
    filled = f'<div style="break-before: page; height: {height}mm; border-bottom: 1px solid"></div>'
    assert codes(f"<p>Water</p>{filled}", notes=5) == found


def test_leaflet_of_one_page_is_never_thin():
    assert codes("<p>Water</p>", pages=1) == []


ENGLISH = "Drink only clean water when you are at home or in a big city, as is"
CHINESE = "您的身体需要水，请每天喝干净的水。"
KHMER = "ខ្ញុំ\u200bចង់\u200bផឹកទឹក\u200bស្អាត\u200bរាល់ថ្ងៃ"


def paragraph(text, width):
    return f'<p id="block-a" style="width: {width}mm">{text}</p>'


def test_lonely_last_word_is_reported_at_its_block():
    assert loose(paragraph(ENGLISH, 32), pages=1) == [
        ("a.yaml:3:1", "last-word", "test, page 1: 'is' stands alone on the last line of its paragraph")
    ]


@pytest.mark.parametrize(
    ("tag", "text", "width", "found"),
    [
        pytest.param("en", "Drink water<br>as is", 70, [], id="two words"),
        pytest.param("en", "Drink water<br>as\u00a0is", 70, [], id="two words that hold together"),
        pytest.param("en", "is", 70, [], id="a paragraph of one line"),
        pytest.param("en", "Drink water<br>now", 32, [], id="a word that is wide for its column"),
        pytest.param("en", "Drink water<br>now", 70, ["last-word"], id="the same word in a wide column"),
        pytest.param("zh-Hans", CHINESE, 36, ["last-word"], id="one Chinese character"),
        pytest.param("zh-Hans", CHINESE, 33, [], id="two Chinese characters"),
        pytest.param("th", "ฉันอยากดื่มน้ำสะอาดทุกวันค่ะ", 46, ["last-word"], id="a Thai particle"),
        pytest.param("km", KHMER, 32, ["last-word"], id="a short Khmer word"),
        pytest.param("km", KHMER.replace("\u200bរាល់", "រាល់"), 32, [], id="two Khmer words"),
    ],
)
def test_last_line_is_lonely_when_it_is_short_for_its_script(tag, text, width, found):
    assert codes(paragraph(text, width), pages=1, lang=tag, fonts=language(tag).fonts) == found


def test_foot_of_a_page_is_no_paragraph():
    css = "@page { @bottom-center { content: element(foot); vertical-align: top } }"
    css += ".foot { position: running(foot); font-size: 4pt; line-height: 1 }"
    assert codes('<div class="foot">Water in a leaflet<br>1</div><p>Water</p>', css, pages=1) == []
