"""Each correction to the engine twice: the PDF is right with it, and WeasyPrint 70.0 by itself still needs it.

A test that fails with "WeasyPrint no longer ..." brings good news: the file that it names can go.
"""

import base64
import io
import json
import os
import subprocess
import sys
from functools import cache
from html import escape
from itertools import chain, pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from handouts import setting
from handouts.languages import language
from handouts.problems import Position
from handouts.typeset import FONTS, typeset
from tests.conftest import make_job

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'
POINTS = 72 / 25.4  # to the mm
COLUMN = 90 * POINTS  # right edge of the text
FOOT = """
    @page { @bottom-center { content: element(foot); vertical-align: top } }
    .foot { position: running(foot); font-size: 6pt }
"""
PLAIN = """
    @page { size: 100mm 900mm }
    strong { font-weight: normal }
    .narrow { font-feature-settings: "halt" }
"""
LINE = ".line { height: 8mm; border-bottom: 1pt dotted }"
NARROW = "".join(f'<p style="width: {width}mm; margin: 0">{{}}</p>' for width in range(30, 80, 3))

KHMER = "ខ្ញុំចង់ផឹកទឹកស្អាតរាល់ថ្ងៃហើយខ្ញុំចង់ដេកលក់ស្រួល" * 2
KOREAN = "조혈모세포 이식을 받으면 깨끗한 물을 마시고 음식을 천천히 드셔야 합니다"
CHINESE = "您的身体需要水，请每天喝干净的水。"
JAPANESE = "熱が出たら、すぐに電話する。"
POLISH = "Pani doktor Nowak z synem pije wodę w domu i u sąsiada."
FEVER = "Please call us at once when you have a fever of 38.5 °C."
WORDS = {
    "breaks": ("km", KHMER, "{}"),
    "words": ("ko", KOREAN, NARROW),
    "ends": ("zh-Hans", CHINESE, NARROW),
    "phrases": ("ja", JAPANESE, NARROW),
    "signs": ("zh-Hant", "「水」。茶", '<p style="width: 80mm">{}</p>'),
    "small_words": ("pl", POLISH, NARROW),
    "units": ("en", FEVER, NARROW),
    "directions": ("ar", "حرارة 38.5 °C", "{}"),
    "phone": ("ar", "اتصل (555) 010-0199", "{}"),
}
JOINED = '<p style="font-weight: normal">{}</p>'  # in bold, the same letters are other glyphs


def page(body, lang="en", css="", **more):
    """Make a page in a language's own fonts."""
    fonts = language(lang).fonts
    stack = ", ".join(f'"{family}"' for family in fonts)
    css = f"html {{ font-family: {stack} }} {PLAIN} {css}"
    return make_job(body, css, lang=lang, fonts=fonts, **more)


PAGES = {
    "foot": page('<div class="foot">Foot of all pages</div><p>Text</p>', css=FOOT),
    "line": page('<p>Text</p><div class="line"></div>', css=LINE),
    "baselines": page("<p>कमल<br>कमल 12<br>कमल</p>", "hi", "p { line-height: 1.58 }"),
    "figures": page('<img src="picture:/a.svg" alt="x">', css="img { width: 20mm }", pictures={"a.svg": SVG}),
    "headers": page('<table><tr><th>A</th><th>B</th></tr><tr><th scope="row">C</th><td>D</td></tr></table>'),
    "identification": page("<p>Text</p>"),
    "languages": page('<h1 lang="en" dir="ltr">English title</h1>', "ar"),
    "ligatures": page("<p>لا بأس</p>", "ar"),
    "links": page('<p><a href="https://example.org/">Two <b>words</b></a></p>'),
    "lists": page("<ol><li>one</li></ol><ul><li>two</li></ul>"),
    "mappings": page("<p>कि</p>", "hi"),
    "outlines": page("<h1>38–\u206039\u00a0°C ខ្ញុំ\u200bចង់</h1>", "km"),
    "runs": page("<p>سَخِّنْ مَاءً حَتَّى يَغْلِيَ.</p>", "ar"),
    "wording": page("<table><tr><td>विटामिन D3</td><td>कि</td></tr></table>", "hi"),
    "witness": page('<p id="block-a">Water 水</p>', places={"block-a": Position("a.yaml", 3, 1)}),
    "joins": page(JOINED.format("<strong>مه</strong>م"), "ar"),
    "whole": page(JOINED.format("مهم"), "ar"),
    **{name: page(around.replace("{}", escape(text)), tag) for name, (tag, text, around) in WORDS.items()},
}
HELPED = {
    "joins": page(JOINED.format(setting.html("**مه**م", language("ar"))), "ar"),
    **{
        name: page(around.replace("{}", setting.html(text, language(tag))), tag)
        for name, (tag, text, around) in WORDS.items()
    },
}
BY_ITSELF = """
import json, logging, sys, weasyprint
for name, (html, *styles) in json.load(sys.stdin).items():
    file = f"{sys.argv[1]}/{name}"
    logging.getLogger("weasyprint").handlers = [logging.FileHandler(f"{file}.log")]
    styles = [weasyprint.CSS(string=css) for css in styles]
    weasyprint.HTML(string=html).write_pdf(f"{file}.pdf", stylesheets=styles, pdf_variant="pdf/a-2a")
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """Set all pages by WeasyPrint alone, in a process that never loads handouts; return a function that reads one."""
    folder = tmp_path_factory.mktemp("alone")
    picture = "data:image/svg+xml;base64," + base64.b64encode(SVG).decode()
    pages = {
        name: [job.html.replace("picture:/a.svg", picture), *(style.css for style in job.styles)]
        for name, job in PAGES.items()
    }
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS / "fonts.conf")}
    command, texts = [sys.executable, "-c", BY_ITSELF, folder], json.dumps(pages)
    subprocess.run(command, input=texts, text=True, env=environment, timeout=60, check=True)
    return lambda name, kind="pdf": (folder / f"{name}.{kind}").read_bytes()


@cache
def ours(name):
    """Set a page with all that the program does for it."""
    done = typeset(HELPED.get(name, PAGES[name]))
    assert done.pdf
    return done.pdf


def no_longer(defect, file):
    """Say what a test that fails means."""
    return f"WeasyPrint no longer {defect}: take handouts/{file} out"


@cache
def opened(pdf):
    """Open a PDF, and keep it open as long as anything of it is looked at."""
    return pikepdf.open(io.BytesIO(pdf))


def objects(pdf):
    """Return all dictionaries of a PDF."""
    return [item for item in opened(pdf).objects if isinstance(item, pikepdf.Dictionary)]


def elements(pdf, *kinds):
    """Return the structure elements of some kinds, in the order of the file."""
    return [item for item in objects(pdf) if item.get("/S") in kinds and "/P" in item]


def operators(pdf):
    """Return the operators of the first page with their operands."""
    return [(str(operator), operands) for operands, operator in pikepdf.parse_content_stream(opened(pdf).pages[0])]


def shown(pdf):
    """Return the arrays of glyphs and numbers that the first page shows."""
    return [list(operands[0]) for operator, operands in operators(pdf) if operator == "TJ"]


def characters(pdf):
    """Return (left edge, character) of all that is read before the closing."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    count = text.get_text_bounded().index("The end")
    found = [(text.get_charbox(at)[0], text.get_text_range(at, 1)) for at in range(count)]
    return [(left, character) for left, character in found if character.strip()]


def lines(pdf):
    """Return the lines that are read before the closing."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()
    return [line.replace("\u00a0", " ").strip() for line in text.partition("The end")[0].splitlines() if line.strip()]


def test_every_correction_is_shown_to_be_needed_here():
    here = Path(__file__).read_text(encoding="utf-8")
    package = FONTS.parent
    files = [*package.glob("engine/[!_]*.py"), *package.glob("setting/[!_]*.py")]
    assert len(files) > 15
    assert [path.name for path in files if f'"{path.relative_to(package).as_posix()}"' not in here] == []


def artifacts(pdf):
    """Count the pieces of text between the marks of an artifact."""
    inside, count = [], 0
    for operator, operands in operators(pdf):
        if operator in ("BMC", "BDC"):
            inside.append(str(operands[0]))
        elif operator == "EMC":
            inside.pop()
        count += operator == "TJ" and inside[-1:] == ["/Artifact"]
    return count


def test_foot_of_the_page_is_an_artifact():
    assert artifacts(ours("foot")) > 0


def test_engine_alone_reads_the_foot_out(alone):
    assert artifacts(alone("foot")) == 0, no_longer("reads out what stands in margins", "engine/artifacts.py")


def without_content(pdf):
    return [item for item in elements(pdf, "/Div", "/NonStruct", "/P") if not list(item.get("/K", []))]


def test_line_to_write_on_is_no_element():
    assert without_content(ours("line")) == []


def test_engine_alone_makes_an_element_of_a_line_to_write_on(alone):
    assert without_content(alone("line")), no_longer("makes elements of empty boxes", "engine/artifacts.py")


def steps_down(pdf):
    """Return how far apart the baselines of the first three lines are, in pt."""
    lines = {round(text.get_matrix().f, 2) for text in pypdfium2.PdfDocument(pdf)[0].get_objects()}
    return [round(upper - lower, 1) for upper, lower in pairwise(sorted(lines, reverse=True)[:3])]


def test_lines_are_equally_high_whichever_fonts_stand_in_them():
    assert steps_down(ours("baselines")) == [19, 19]  # 12 pt times the line height


def test_engine_alone_sets_lines_with_latin_digits_at_another_height(alone):
    first, second = steps_down(alone("baselines"))
    assert first != second, no_longer("centers each font by itself", "engine/baselines.py")


def box_of_the_figure(pdf):
    return [float(value) for value in elements(pdf, "/Figure")[0].A.BBox]


def test_box_of_a_figure_is_in_points():
    left, bottom, right, top = box_of_the_figure(ours("figures"))
    assert [right - left, top - bottom] == pytest.approx([20 * POINTS] * 2, abs=0.1)
    assert 860 * POINTS < bottom < top < 890 * POINTS


def test_engine_alone_writes_the_box_of_a_figure_in_pixels(alone):
    left, _, right, _ = box_of_the_figure(alone("figures"))
    assert right - left == pytest.approx(20 * 96 / 25.4, abs=0.1), no_longer("counts in pixels", "engine/figures.py")


def scopes(pdf):
    return [str(cell.A.get("/Scope")) for cell in elements(pdf, "/TH")]


def test_header_cell_says_what_it_heads():
    assert scopes(ours("headers")) == ["/Column", "/Column", "/Row"]


def test_engine_alone_does_not_say_what_a_header_cell_heads(alone):
    assert scopes(alone("headers")) == ["None"] * 3, no_longer("leaves out Scope", "engine/headers.py")


def standards(pdf):
    with opened(pdf).open_metadata() as metadata:
        return [metadata.get(key) for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]


def test_file_says_that_it_is_of_both_standards():
    assert standards(ours("identification")) == ["2", "A", "1"]


def test_engine_alone_names_one_standard_only(alone):
    assert standards(alone("identification")) == ["2", "A", None], no_longer(
        "names PDF/A alone", "engine/identification.py"
    )


def language_of_the_title(pdf):
    return str(elements(pdf, "/H1")[0].get("/Lang"))


def test_english_title_of_an_arabic_page_is_tagged_as_english():
    assert language_of_the_title(ours("languages")) == "en"


def test_engine_alone_does_not_tag_languages(alone):
    assert language_of_the_title(alone("languages")) == "None", no_longer("leaves out Lang", "engine/languages.py")


def test_lam_alef_is_read_in_order():
    assert lines(ours("ligatures")) == ["لا بأس"]


def test_engine_alone_turns_lam_alef_around(alone):
    assert lines(alone("ligatures")) == ["ال بأس"], no_longer("turns ligatures around", "engine/ligatures.py")


def links(pdf):
    return [str(item.Contents) for item in objects(pdf) if item.get("/Subtype") == "/Link"]


def test_link_is_one_annotation_that_says_its_text():
    assert links(ours("links")) == ["Two words"]


def test_engine_alone_makes_two_annotations_that_say_the_address(alone):
    assert links(alone("links")) == ["https://example.org/"] * 2, no_longer("doubles links", "engine/links.py")


def numbering(pdf):
    return [str(item.A.ListNumbering) if "/A" in item else "" for item in elements(pdf, "/L")]


def test_list_says_how_it_is_numbered():
    assert numbering(ours("lists")) == ["/Decimal", "/Disc"]


def test_engine_alone_does_not_say_how_a_list_is_numbered(alone):
    assert numbering(alone("lists")) == ["", ""], no_longer("leaves out ListNumbering", "engine/lists.py")


def has_empty_mapping(pdf):
    return any(b" <>" in item.ToUnicode.read_bytes() for item in objects(pdf) if "/ToUnicode" in item)


def test_every_glyph_names_a_text():
    assert not has_empty_mapping(ours("mappings"))


def test_engine_alone_maps_glyphs_to_nothing(alone):
    assert has_empty_mapping(alone("mappings")), no_longer("maps glyphs to nothing", "engine/mappings.py")


def bookmarks(pdf):
    with opened(pdf).open_outline() as outline:
        return [item.title for item in outline.root]


def test_bookmark_has_no_invisible_signs():
    assert bookmarks(ours("outlines")) == ["38–39 °C ខ្ញុំចង់"]


def test_engine_alone_takes_invisible_signs_into_bookmarks(alone):
    assert bookmarks(alone("outlines")) == ["38–\u206039\u00a0°C ខ្ញុំ\u200bចង់"], no_longer(
        "takes bookmarks as they are set", "engine/outlines.py"
    )


def empty_strings(pdf):
    return [item for item in chain(*shown(pdf)) if isinstance(item, pikepdf.String) and not bytes(item)]


def test_no_empty_string_is_shown():
    assert shown(ours("runs")) and empty_strings(ours("runs")) == []


def test_engine_alone_shows_empty_strings(alone):
    assert empty_strings(alone("runs")), no_longer("writes empty strings", "engine/runs.py")


def test_hindi_is_read_as_it_was_written_and_cells_stay_apart():
    assert lines(ours("wording")) == ["विटामिन D3 कि"]


def test_engine_alone_garbles_hindi(alone):
    read = "".join(lines(alone("wording")))
    assert "D3" in read and "विटामिन" not in read, no_longer("garbles Indic scripts", "engine/wording.py")


def test_font_that_steps_in_is_reported_at_its_block():
    problem, *more = typeset(PAGES["witness"]).problems
    assert (str(problem.position), problem.code, more) == ("a.yaml:3:1", "fallback-font", [])


def test_engine_alone_lets_another_font_step_in_and_says_nothing(alone):
    fonts = {str(item.FontName).partition("+")[2] for item in objects(alone("witness")) if "/FontName" in item}
    silent = alone("witness", "log") == b""
    assert len(fonts) == 2 and silent, no_longer("takes any font and says nothing", "engine/witness.py")


def reach(pdf):
    """Return how far to the right the text goes, in pt."""
    return max(text.get_bounds()[2] for text in pypdfium2.PdfDocument(pdf)[0].get_objects())


def test_khmer_line_stays_in_its_column():
    assert 0.8 * COLUMN < reach(ours("breaks")) <= COLUMN


def test_engine_alone_lets_khmer_run_off_the_page(alone):
    assert reach(alone("breaks")) > 100 * POINTS, no_longer("leaves Khmer lines whole", "setting/breaks.py")


def cut_words(pdf):
    return {word for line in lines(pdf) for word in line.split()} - set(KOREAN.split())


def test_korean_words_stay_whole():
    assert cut_words(ours("words")) == set()


def test_engine_alone_breaks_korean_words(alone):
    assert cut_words(alone("words")), no_longer("breaks Korean words", "setting/words.py")


def lonely_ends(pdf):
    """Return the last lines of a single character."""
    return [line for line in lines(pdf) if line == CHINESE[-2:]]


def test_chinese_paragraph_does_not_end_with_one_character():
    assert CHINESE[-4:] in "".join(lines(ours("ends"))) and lonely_ends(ours("ends")) == []


def test_engine_alone_ends_a_chinese_paragraph_with_one_character(alone):
    assert lonely_ends(alone("ends")), no_longer("leaves one character", "setting/words.py")


def torn_phrases(pdf):
    return [line for line in lines(pdf) if line[0] not in "熱す電"]


def test_japanese_line_begins_with_a_phrase():
    assert torn_phrases(ours("phrases")) == []


def test_engine_alone_begins_lines_within_japanese_phrases(alone):
    assert torn_phrases(alone("phrases")), no_longer("breaks Japanese anywhere", "setting/breaks.py")


def room_of_the_bracket(pdf):
    """Return how far it is, in pt, from a closing bracket to the full stop behind it."""
    places = {character: left for left, character in characters(pdf)}
    return places["。"] - places["」"]


def test_first_of_two_full_width_signs_takes_half_its_room():
    assert room_of_the_bracket(ours("signs")) == pytest.approx(10, abs=0.5)


def test_engine_alone_leaves_a_gap_between_full_width_signs(alone):
    room = room_of_the_bracket(alone("signs"))
    assert room == pytest.approx(16, abs=0.5), no_longer("leaves signs wide", "setting/signs.py")


def lines_that_end_with_a_letter(pdf):
    return [line for line in lines(pdf) if line[-2:] in (" z", " w", " i", " u")]


def test_small_word_does_not_end_a_line():
    assert "i u sąsiada." in " ".join(lines(ours("small_words")))
    assert lines_that_end_with_a_letter(ours("small_words")) == []


def test_engine_alone_ends_lines_with_small_words(alone):
    assert lines_that_end_with_a_letter(alone("small_words")), no_longer(
        "ends lines with small words", "setting/small_words.py"
    )


def parted(pdf):
    return [line for line in lines(pdf) if line.endswith("38.5")]


def test_number_and_unit_stay_on_one_line():
    assert "38.5 °C." in " ".join(lines(ours("units"))) and parted(ours("units")) == []


def test_engine_alone_parts_number_and_unit(alone):
    assert parted(alone("units")), no_longer("parts number and unit", "setting/units.py")


def from_left_to_right(pdf):
    """Return the signs and Latin letters as the eye meets them."""
    return "".join(character for _, character in sorted(characters(pdf)) if character.isascii() or character == "°")


def digits(pdf):
    return "".join(filter(str.isdigit, from_left_to_right(pdf)))


def test_temperature_in_arabic_runs_left_to_right():
    assert from_left_to_right(ours("directions")) == "38.5°C"


def test_engine_alone_turns_a_temperature_around(alone):
    assert from_left_to_right(alone("directions")) == "C°38.5", no_longer(
        "turns tokens around", "setting/directions.py"
    )


def test_phone_number_in_arabic_runs_left_to_right():
    assert digits(ours("phone")) == "5550100199"


def test_engine_alone_turns_a_phone_number_around(alone):
    assert digits(alone("phone")) == "0199010555", no_longer("turns phone numbers around", "setting/directions.py")


def glyphs(pdf):
    """Return the glyphs of the Arabic word on the page, the closing left out, in no order."""
    runs = [b"".join(bytes(item) for item in array if isinstance(item, pikepdf.String)) for array in shown(pdf)]
    return sorted(run[at : at + 2] for run in runs[:-2] for at in range(0, len(run), 2))


def test_arabic_letters_keep_their_forms_where_emphasis_cuts_the_word():
    assert len(glyphs(ours("whole"))) == 3
    assert glyphs(ours("joins")) == glyphs(ours("whole"))


def test_engine_alone_changes_the_forms_where_emphasis_cuts_the_word(alone):
    forms = glyphs(alone("joins")), glyphs(alone("whole"))
    assert len(forms[0]) == 3 and forms[0] != forms[1], no_longer("shapes by element", "setting/joins.py")
