"""Jobs become pages: what leaves its box, what the engine says, what may be read, how type is sized."""

import io

import pikepdf
import pypdfium2
import pytest

from handouts.job import Sheet, Style
from handouts.problems import Position
from handouts.typeset import typeset
from tests.conftest import make_job, squeezed

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'
LONG = "Krankenversicherungsbescheinigungsausstellungsgebühren" * 2


def codes(done):
    return [(str(problem.position), problem.code) for problem in done.problems]


def text_of(pdf):
    return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))


def test_page_without_a_problem_becomes_a_pdf():
    done = typeset(make_job("<p>Water is wet.</p>"))
    assert done.problems == () and done.pages == 1
    assert "Wateriswet." in squeezed(text_of(done.pdf))


def test_same_job_gives_the_same_bytes():
    job = make_job("<p>Water is wet.</p>")
    assert typeset(job).pdf == typeset(job).pdf


def test_word_wider_than_its_box_is_an_overflow_at_the_place_of_its_block():
    job = make_job(f'<div id="block-a"><p>{LONG}</p></div>', places={"block-a": Position("a.yaml", 3, 1)})
    done = typeset(job)
    assert done.pdf == b""
    assert codes(done) == [("a.yaml:3:1", "overflow")]


def test_arabic_that_leaves_its_box_to_the_left_is_an_overflow():
    done = typeset(make_job('<p style="white-space: nowrap">' + "الماء نظيف " * 12 + "</p>", lang="ar"))
    assert {code for _, code in codes(done)} == {"overflow"}


def test_arabic_that_stays_in_its_box_is_none():
    assert typeset(make_job("<p>" + "الماء نظيف " * 12 + "</p>", lang="ar")).problems == ()


def test_picture_wider_than_its_box_is_an_overflow():
    done = typeset(
        make_job('<img src="picture:/a.svg" alt="x" style="width: 120mm; height: 5mm">', pictures={"a.svg": SVG})
    )
    assert [problem.text.partition(": ")[2][:9] for problem in done.problems] == ["a picture"]


def test_foot_that_comes_too_near_to_the_edge_of_the_paper_is_an_overflow():
    css = "@page { @bottom-center { content: element(foot) } } .foot { position: running(foot); height: 9mm }"
    done = typeset(make_job('<div class="foot"><p>one</p><p>two</p></div>', css))
    assert {code for _, code in codes(done)} == {"overflow"}


def test_text_of_two_pages_on_a_sheet_of_one_is_too_long():
    done = typeset(make_job("<p>Water.</p>" * 30))
    assert ("test.yaml:1:1", "too-long") in codes(done)
    assert done.pdf == b""


def test_two_pages_carry_the_running_text_on_both():
    css = "@page { @bottom-center { content: element(foot); vertical-align: top } }"
    css += ".foot { position: running(foot); font-size: 6pt }"
    body = '<div class="foot">Foot of all</div>' + "<p>Water.</p>" * 10
    done = typeset(make_job(body, css, sheet=Sheet(pages=2, smallest=12, largest=12)))
    assert (done.problems, done.pages) == ((), 2)
    assert squeezed(text_of(done.pdf)).count("Footofall") == 2


def test_surplus_pages_of_lines_for_notes_are_dropped():
    done = typeset(make_job("<p>Water.</p>", notes=40))
    assert done.pages == 1 and done.pdf


def test_type_is_set_as_large_as_the_page_allows():
    sheet, tall = Sheet(pages=1, smallest=8, largest=20), "@page { size: 100mm 250mm }"
    few, many = (typeset(make_job("<p>Water.</p>" * count, tall, sheet=sheet, notes=40)) for count in (3, 16))
    assert few.size == 20 and 8 < many.size < 20
    assert [problem.code for problem in few.problems] == ["too-short"] and many.problems == ()


def test_css_mistake_is_reported_at_its_line_in_its_file(engine_log):
    done = typeset(make_job("<p>a</p>", "p { color: red }\np { colour: red; }\n"))
    assert [str(problem) for problem in done.problems] == [
        "test.css:2:5: error: ignored `colour: red`, unknown property [css]"
    ]
    engine_log.clear()


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a.svg", "file:///etc/hostname", "picture:/b.svg", "picture:/../a.svg", "data:text/plain,a"],
)
def test_nothing_but_the_pictures_of_the_job_can_be_read(address, engine_log):
    done = typeset(make_job(f'<img src="{address}" alt="x">', pictures={"a.svg": SVG}))
    assert done.pdf == b""
    assert {problem.code for problem in done.problems} <= {"outside", "engine"} and done.problems
    engine_log.clear()


def test_stylesheet_cannot_load_another_file(engine_log):
    done = typeset(make_job("<p>a</p>", "@import url(file:///etc/hostname);"))
    assert done.pdf == b"" and done.problems
    engine_log.clear()


def test_picture_that_is_no_svg_is_a_problem(engine_log):
    done = typeset(make_job('<img src="picture:/a.svg" alt="x">', pictures={"a.svg": b"<svg"}))
    assert [problem.code for problem in done.problems] == ["engine"] and done.pdf == b""
    engine_log.clear()


def test_font_that_the_language_does_not_name_is_a_problem():
    done = typeset(make_job("<p>水</p>", fonts=("Noto Sans",)))
    assert [problem.code for problem in done.problems] == ["fallback-font"]


def test_font_of_the_machine_is_never_used():
    done = typeset(make_job('<p style="font-family: DejaVu Sans, serif">Water</p>'))
    pdf = pikepdf.open(io.BytesIO(done.pdf))
    names = {
        str(item["/BaseFont"]) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
    }
    assert {name.partition("+")[2] for name in names} == {"Noto-Sans"}


def test_style_of_another_job_does_not_stay():
    typeset(make_job("<p>a</p>", "p { margin-left: 30mm }"))
    assert typeset(make_job("<p>a</p>")).pdf == typeset(make_job("<p>a</p>", "")).pdf


def test_style_is_read_once_and_its_problems_are_reported_for_every_leaflet(engine_log):
    style = (Style("wrong.css", "p { colour: blue }"),)
    assert [len(typeset(make_job("<p>a</p>", styles=style)).problems) for _ in range(2)] == [1, 1]
    engine_log.clear()


def test_white_space_at_the_foot_of_a_page_goes_between_its_sections():
    sections = "".join(f'<section style="height: 25mm">Part{number}</section>' for number in range(1, 5))
    done = typeset(make_job(sections, "body { margin: 0 }", sheet=Sheet(pages=2, smallest=12, largest=12)))
    tops = []
    for number in (1, 2, 3):
        page = pypdfium2.PdfDocument(done.pdf)[0].get_textpage()
        tops.append(page.get_charbox(page.search(f"Part{number}").get_next()[0])[3])
    as_written, balanced = tops[0] - tops[1], tops[1] - tops[2]
    assert as_written == pytest.approx(25 * 72 / 25.4, abs=0.1)
    assert balanced == pytest.approx(as_written + 15, abs=0.1)  # more is left, of which 15 pt may go between two
