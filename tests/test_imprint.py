"""A clinic's own details: as it wrote them, in each language, on the page, and nowhere in what a leaflet says."""

import hashlib
import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import page
import pikepdf
import pytest
import segno
from PIL import Image, ImageDraw

from handouts import build, imprint, ink, logo, typeset
from handouts import project as projects
from handouts.glyphs import missing_glyphs
from handouts.languages import language
from handouts.problems import Report
from handouts.request import Request
from tests import structure
from tests.conftest import make_job
from tests.test_compose import html_of, jobs
from tests.test_pdf import DIFFERENT

EXAMPLE = Path(__file__).parent.parent / "imprint.example.yaml"
SHAPES = '<path fill="#0b6b6f" d="M0 0h90v90h-90z"/><path fill="#d9822b" d="M100 20h300v30h-300z"/>'
FULL = """
    name: Valley Hospital
    department: Blood Unit
    address: 12 Main Street
    hours: Monday to Friday
    web: https://valley.example/sheets/
    logo: logo.svg
    phone_day: "+1 555 0100"
    phone_night: "+1 555 0199"
    fever: "38.0 °C (100.4 °F)"
    emergency: "911"
    reasons: Chills or bleeding
    languages:
      ar: {name: مستشفى الوادي, reasons: قشعريرة أو 2 نزيف (WHO)}
"""
CALL = ("phone_day", "phone_night", "fever", "emergency", "reasons")


def svg(inner=SHAPES, view='viewBox="0 0 400 100"', more=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}{more}>{inner}</svg>'.encode()


def png(size=(800, 200), paper=(0, 0, 0, 0), color=(11, 107, 111, 255), mode="RGBA"):
    """Draw a disc on a ground that is transparent unless told."""
    picture = Image.new("RGBA", size, paper)
    ImageDraw.Draw(picture).ellipse((0, 0, size[1] - 1, size[1] - 1), fill=color)
    raw = io.BytesIO()
    picture.convert(mode).save(raw, "PNG")
    return raw.getvalue()


def settings(languages="en, es, ar", editions="a4"):
    return f"title: A\nsource: en\nlanguages: [{languages}]\neditions: [{editions}]\n"


def with_imprint(project, text=FULL, *, logo=b"", **more):
    """Make the minimal project with an imprint, and with a logo that it may name."""
    return project.minimal({"handouts.yaml": settings(**more), "imprint.yaml": text, "logo.svg": logo or svg()})


def read(tmp_path, text, languages=("en", "es", "ar")):
    """Read an imprint; return it with its problems as text."""
    path, report = tmp_path / "imprint.yaml", Report()
    path.write_text(text, encoding="utf-8")
    found = imprint.load(path, "imprint.yaml", report, languages)
    return found, [f"{each.position}: {each.severity}: {each.text}" for each in report]


def spoken(tmp_path, text, tag):
    found, problems = read(tmp_path, text)
    assert problems == []
    return found.spoken(language(tag), language("en"))


def section(html, name):
    """Return the call box or the closing, as written."""
    end = {"call": "</section>", "closing": '<h2[^>]*>[^<]*</h2>\n<div class="text">\n<div class="line'}[name]
    return re.search(rf'<(section|div) class="{name}\b.*?(?={end})', html, re.DOTALL)[0]


def text_of(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


# what a clinic wrote, in each language


def test_words_of_a_language_take_the_place_of_those_at_the_top(tmp_path):
    text = "name: Clinic\nhours: 8 to 16\nlanguages:\n  es: {hours: de 8 a 16}\n"
    assert (spoken(tmp_path, text, "es").get("name"), spoken(tmp_path, text, "es").get("hours")) == (
        "Clinic",
        "de 8 a 16",
    )
    assert spoken(tmp_path, text, "en").get("hours") == "8 to 16"


def test_reasons_are_never_printed_in_another_language(tmp_path):
    text = "reasons: Chills\nlanguages: {es: {reasons: Escalofríos}}\n"
    assert [spoken(tmp_path, text, tag).get("reasons") for tag in ("en", "es", "ar")] == ["Chills", "Escalofríos", ""]


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "38.0°C (100.4°F)"),
        ("es", "38,0\u00a0°C (100,4\u00a0°F)"),
        ("fr", "38,0\u202f°C (100,4\u202f°F)"),
        ("de", "38,0\u00a0°C (100,4\u00a0°F)"),
        ("zh-Hans", "38.0°C (100.4°F)"),
        ("ar", "38.0\u200f°م (100.4\u200f°ف)"),
        ("fa", "38.0°C (100.4°F)"),
        ("hi", "38.0°से॰ (100.4°फ़ेरन)"),
    ],
)
def test_temperature_is_written_as_the_language_writes_it(tag, written):
    assert imprint.temperature("38.0 °C (100.4 °F)", language(tag)) == written


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("38,5 °C", "38,5\u00a0°C"),
        ("38°C", "38\u00a0°C"),
        ("101 F", "101\u00a0°F"),
        ("38.0 °C / 100.4 °F", "38,0\u00a0°C / 100,4\u00a0°F"),
        ("38.0 °C or more", "38.0 °C or more"),
        ("38", "38"),
    ],
)
def test_what_is_no_temperature_stays_as_it_is(given, written):
    assert imprint.temperature(given, language("es")) == written


def test_temperature_for_a_language_stays_as_the_clinic_wrote_it(tmp_path):
    text = "fever: 38.0 °C\nlanguages: {es: {fever: 38 grados}}\n"
    assert spoken(tmp_path, text, "es").get("fever") == "38 grados"


@pytest.mark.parametrize(
    ("fever", "said"),
    [
        ("83 °C", "nobody has a temperature of '83 °C'"),
        ("38.0 °C (104 °F)", "'38.0 °C (104 °F)' are two temperatures: 38.0 °C is 100.4 °F"),
    ],
)
def test_temperature_that_can_only_be_a_slip_is_doubted(tmp_path, fever, said):
    _, problems = read(tmp_path, f"fever: {fever}\n")
    assert problems == [f"imprint.yaml:1:8: warning: {said}"]


@pytest.mark.parametrize("fever", ["38.0 °C (100.4 °F)", "38.3 °C (101 °F)", "100.4 °F (38 °C)"])
def test_same_temperature_twice_is_not_doubted(tmp_path, fever):
    assert read(tmp_path, f"fever: {fever}\n")[1] == []


@pytest.mark.parametrize(
    "address", ["valley.example", "https://valley.example/a b", "https://valley.example/?a", "https://a.b/" + "c" * 90]
)
def test_web_address_to_which_no_file_name_can_be_added_is_refused(tmp_path, address):
    _, problems = read(tmp_path, f"web: {address}\n")
    assert problems == [f"imprint.yaml:1:6: error: '{address}' is no web address of at most 100 characters"]


def test_example_has_every_field_and_nothing_in_it(tmp_path):
    found, problems = read(tmp_path, EXAMPLE.read_text(encoding="utf-8"))
    assert (found, problems) == (imprint.Imprint(), [])
    names = re.findall(r"^(\w+):", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(names) == sorted([*imprint.FIELDS, "languages"])


# on the page


def test_box_holds_what_the_clinic_gives_and_then_asks_for_nothing(project):
    html = section(html_of(with_imprint(project), "clean-water.en.a4"), "call")
    assert text_of(html) == (
        "When to call your care team Phone, daytime +1 555 0100 Phone, nights and weekends +1 555 0199"
        " Call at a temperature of 38.0°C (100.4°F) In an emergency 911 Other reasons to call Chills or bleeding"
    )


@pytest.mark.parametrize("name", CALL)
def test_value_that_is_not_there_is_a_line_and_the_box_asks_to_fill_it_in(project, name):
    without = re.sub(rf"(?m)^ *{name}: .*\n", "", FULL)
    html = section(html_of(with_imprint(project, without), "clean-water.en.a4"), "call")
    assert html.count('class="line"') == 1 and "fill in this box" in html


def test_reasons_without_words_of_the_language_are_a_line(project):
    html = section(html_of(with_imprint(project), "clean-water.es.a4"), "call")
    assert html.count('class="line"') == 1 and "Chills" not in html


def test_two_languages_have_each_its_own_words_and_numbers_once(project):
    html = section(html_of(with_imprint(project, editions="bilingual"), "clean-water.ar.bilingual"), "call")
    assert html.count("+1 555 0100") == 1
    assert "38.0\u200f°م" in html and "38.0°C" in html
    assert "نزيف" in html and "Chills or bleeding" in html


def test_language_without_reasons_has_a_line_beside_those_of_the_other(project):
    html = section(html_of(with_imprint(project, editions="bilingual"), "clean-water.es.bilingual"), "call")
    assert re.search(
        r'<div class="line"></div></div>\s*<div class="cell second" lang="en" dir="ltr"><p class="value', html
    )


def test_closing_says_whose_sheet_it_is(project):
    closing = section(html_of(with_imprint(project), "clean-water.es.a4"), "closing")
    assert text_of(closing).endswith(
        "CC BY 4.0 · Entregado por Valley Hospital · Blood Unit · Dirección 12 Main Street"
        " · Horario de atención Monday to Friday · https://valley.example/sheets/"
    )


def test_closing_without_an_imprint_has_no_trace_of_it(project):
    closing = section(html_of(project.minimal(), "clean-water.es.a4"), "closing")
    assert "<img" not in closing and text_of(closing).endswith("CC BY 4.0")


def test_values_run_in_their_own_direction_within_a_right_to_left_leaflet(project):
    html = html_of(with_imprint(project), "clean-water.ar.a4")
    assert '<span class="clinic" dir="ltr">+1 555 0100</span>' in html
    assert '<span class="clinic" dir="ltr">12 Main Street</span>' in html
    assert '<span class="clinic" dir="ltr">https://valley.example/sheets/</span>' in html
    assert '<span class="clinic" dir="rtl">38.0\u200f°م (100.4\u200f°ف)</span>' in html


def test_words_of_the_language_are_made_ready_for_it(project):
    html = html_of(with_imprint(project), "clean-water.ar.a4")
    assert '<span class="clinic" dir="rtl">قشعريرة أو 2 نزيف (<span dir="ltr">WHO</span>)</span>' in html


def test_hours_in_the_source_language_say_which_language_they_are_in(project):
    html = html_of(with_imprint(project), "clean-water.ar.a4")
    assert '<span class="clinic" lang="en" dir="ltr">Monday to Friday</span>' in html


def test_character_that_no_font_has_is_reported_where_it_was_written(project):
    text = "name: Clinic\nlanguages:\n  es: {department: '\U0001f3e5'}\n"
    found = jobs(with_imprint(project, text))["clean-water.es.a4"]
    assert [str(each.position) for each in missing_glyphs(found.texts)] == ["imprint.yaml:3:20"]


# nowhere else


def leaflets(root):
    report = Report()
    loaded = build.load(projects.load(root, report), None, report)
    assert [each for each in report if each.severity == "error"] == []
    return {(topic, tag): loaded.leaflet(topic, tag) for topic in loaded.content.topics for tag in ("en", "es")}


def test_digests_of_leaflets_do_not_know_of_the_imprint(project):
    bare = {key: made.digest for key, made in leaflets(project.minimal()).items()}
    assert {key: made.digest for key, made in leaflets(with_imprint(project)).items()} == bare


LEAKS = [
    pytest.param("blocks/paragraph.html", "\n<p>{{ imprint.get('phone_day') }}</p>", 2, "+1 555 0100", id="text"),
    pytest.param(
        "blocks/points.html", "<p title='{{ imprint.get(\"name\") }}'></p>", 1, "<p title='Valley", id="attribute"
    ),
    pytest.param(
        "blocks/paragraph.html", "{% if imprint.get('name') %}<p>Ours</p>{% endif %}", 1, "<p>", id="depends on it"
    ),
    pytest.param("blocks/paragraph.html", "{{ given('fever') if imprint.get('fever') }}", 1, "<span", id="given"),
    pytest.param(
        "call.html",
        "<section class='call'><p></section><p>{{ imprint.get('name') }}</p>",
        1,
        "Valley",
        id="after the box",
    ),
]


@pytest.mark.parametrize(("name", "text", "line", "what"), LEAKS)
def test_template_that_lets_a_value_into_the_text_is_named(project, name, text, line, what):
    root, report = with_imprint(project), Report()
    (root / "templates" / name).parent.mkdir(exist_ok=True)
    (root / "templates" / name).write_text(text, encoding="utf-8")
    loaded = build.load(projects.load(root, report), None, report)
    list(build.plan(loaded, Request(), report, build.Outcome()))
    found = [each for each in report if each.code == "imprint-leak"]
    assert {str(each.position) for each in found} == {f"templates/{name}:{line}"}
    assert any(f": '{what}" in each.text for each in found)


def test_leak_stops_check_and_build(project, run):
    root = with_imprint(project)
    (root / "templates/blocks").mkdir()
    (root / "templates/blocks/paragraph.html").write_text("<p>{{ imprint.get('name') }}</p>", encoding="utf-8")
    for command in (("check", "--no-render"), ("build",)):
        assert "templates/blocks/paragraph.html:1: error: the clinic's imprint" in run(root, *command, code=1).err
    assert not (root / "build").exists()


def test_own_templates_may_use_the_imprint_where_it_belongs(project):
    root = with_imprint(project)
    own = "<section class='call mine'><h2>Call</h2><div><p>{{ imprint.get('name') }}<br><p>again</div></section>"
    (root / "templates/call.html").write_text(own, encoding="utf-8")
    assert "Valley Hospital<br>" in html_of(root, "clean-water.en.a4")


# logo


@pytest.mark.parametrize(
    ("raw", "size"),
    [
        pytest.param(svg(), (40.0, 10.0), id="as wide as can be"),
        pytest.param(svg(view='viewBox="0 0 90 90"'), (10.0, 10.0), id="as high as can be"),
        pytest.param(svg(view='viewBox="-5,-5 800,100"'), (40.0, 5.0), id="wide"),
        pytest.param(png((100, 200)), (5.0, 10.0), id="png"),
    ],
)
def test_logo_is_printed_as_large_as_it_may_be(raw, size):
    found = logo.logo("logo", raw)
    assert (found.width, found.height) == size


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(svg(), id="svg"),
        pytest.param(svg("<style>.a{fill:#006}</style><path class='a' d='M0 0h9v9z'/>"), id="with a style"),
        pytest.param(svg("<path d='M0 0h9v9z'/>"), id="black by itself"),
        pytest.param(svg("<g fill='white'><path style='stroke: rgb(0,0,90)' d='M0 0h9v9z'/></g>"), id="stroke"),
        pytest.param(svg("<path fill='#fff' d='M0 0h9z'/><path fill='navy' d='M0 0h9z'/>"), id="white and navy"),
        pytest.param(png(), id="png"),
        pytest.param(png(mode="P"), id="png with a palette"),
        pytest.param(png(mode="L", paper="white"), id="grey png"),
    ],
)
def test_good_logo_has_no_fault(raw):
    assert list(logo.faults(logo.logo("logo", raw))) == []


ALMOST_WHITE = "almost nothing of it stands out from white paper with a contrast of 3:1"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(
            svg("<path"), "neither PNG nor well-formed SVG: line 1: not well-formed (invalid token)", id="broken"
        ),
        pytest.param(b"GIF89a", "neither PNG nor well-formed SVG: line 1: syntax error", id="gif"),
        pytest.param(svg(view=""), "neither PNG nor an svg element with a viewBox of four numbers", id="no size"),
        pytest.param(
            svg(view='viewBox="0 0 0 9"'), "neither PNG nor an svg element with a viewBox of four numbers", id="flat"
        ),
        pytest.param(svg(SHAPES + "<script>1</script>"), "it may not hold <script>", id="script"),
        pytest.param(svg(SHAPES + "<text>Us</text>"), "it may not hold <text>", id="text"),
        pytest.param(svg(more=' onload="x()"'), "<svg> holds a script", id="script in an attribute"),
        pytest.param(svg(SHAPES + "<image href='a.png'/>"), "it may not hold <image>", id="image"),
        pytest.param(svg(SHAPES + "<use href='b.svg#x'/>"), "<use> refers to something outside the file", id="use"),
        pytest.param(
            svg(SHAPES + "<style>@import 'a.css'</style>"), "<style> refers to something outside the file", id="import"
        ),
        pytest.param(
            svg("<path fill='url(http://a.b/c#d)' stroke='black' d='M0 0'/>"),
            "<path> refers to something outside the file",
            id="url",
        ),
        pytest.param(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(), "it declares entities", id="entities"),
        pytest.param(svg("<path fill='#fdfdfd' d='M0 0h9v9z'/>"), ALMOST_WHITE, id="white"),
        pytest.param(svg("<g style='fill: #ffd'><path d='M0 0h9v9z'/></g>"), ALMOST_WHITE, id="white by inheritance"),
        pytest.param(png(color=(255, 255, 255, 255)), ALMOST_WHITE, id="white png"),
        pytest.param(png(color=(0, 0, 0, 20)), ALMOST_WHITE, id="almost transparent png"),
        pytest.param(png()[:400], "broken PNG: ", id="cut off"),
        pytest.param(png((236, 59)), "it has 150 dots per inch when printed 40 mm wide, fewer than 300", id="coarse"),
        pytest.param(png()[:16] + b"\0\0\xff\xff" * 2 + png()[24:], "it has 4295 million pixels", id="huge"),
        pytest.param(svg(SHAPES + " " * 2_000_000), "it has 2.0 MB, more than 2", id="heavy"),
    ],
)
def test_fault_of_a_logo(raw, said):
    found = list(logo.faults(logo.logo("logo", raw)))
    assert [fault.text[: len(said)] for fault in found][:1] == [said]
    assert [fault.is_grave for fault in found][:1] == ["dots per inch" not in said]


def test_fault_of_a_logo_is_reported_where_it_is_named(tmp_path):
    (tmp_path / "logo.svg").write_bytes(svg(SHAPES + "<text>Us</text>"))
    (tmp_path / "small.png").write_bytes(png((100, 100)))
    text = "name: Clinic\nlogo: logo.svg\nlanguages:\n  es: {logo: small.png}\n  ar: {logo: lego.svg}\n"
    assert read(tmp_path, text)[1] == [
        "imprint.yaml:2:7: error: logo 'logo.svg': it may not hold <text>",
        "imprint.yaml:4:14: warning: logo 'small.png': it has 254 dots per inch when printed 10 mm wide,"
        " fewer than 300",
        "imprint.yaml:5:14: error: there is no logo 'lego.svg'",
    ]


def test_transparent_png_is_laid_on_white_and_reduced_to_what_print_can_show():
    raw = logo.printed(logo.logo("logo.png", png((4000, 1000))))
    with Image.open(io.BytesIO(raw)) as picture:
        assert picture.mode == "RGB" and picture.size == (945, 236)
        assert picture.getpixel((900, 100)) == (255, 255, 255) and picture.getpixel((100, 100)) == (11, 107, 111)


def test_svg_in_grey_keeps_all_but_its_colors():
    style = "<style>.a{fill:#0b6b6f;stroke-width:2}</style><path class='a' style='stroke: red' fill='none' d='M0 0'/>"
    raw = logo.printed(logo.logo("logo.svg", svg(style)), black=True).decode()
    assert "fill: #4f4f4f;stroke-width:2" in raw
    assert 'style="stroke: #4c4c4c" fill="none"' in raw


def test_changed_logo_is_a_reason_to_build(project, run):
    root = with_imprint(project)
    chosen = ("build", "-t", "clean-water", "-l", "en")
    assert "1 made" in run(root, *chosen).both
    assert "1 up to date" in run(root, *chosen).both
    (root / "logo.svg").write_bytes(svg(SHAPES.replace("d9822b", "000000")))
    assert "1 made" in run(root, *chosen).both


def test_logo_stands_beside_the_imprint_that_names_it(project, run, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "ours.yaml").write_text("name: Clinic\nlogo: ours.png\n", encoding="utf-8")
    (elsewhere / "ours.png").write_bytes(png())
    chosen = ("build", "-t", "clean-water", "-l", "en", "--imprint", elsewhere / "ours.yaml")
    root = project.minimal()
    assert "1 made" in run(root, *chosen).both
    (elsewhere / "ours.png").write_bytes(png(color="navy"))
    assert "1 made" in run(root, *chosen).both


# QR code


def matrix_of(svg_text):
    """Read the dark modules of a code from its SVG, white modules around it taken off."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg_text)[1]) - 2 * imprint.QUIET
    rows = [bytearray(size) for _ in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", svg_text):
        for module in range(int(length)):
            rows[int(y) - imprint.QUIET][int(x) - imprint.QUIET + module] = 1
    return tuple(rows)


@pytest.mark.parametrize("address", ["https://a.example/en/x.en.a4.pdf", f"https://a.example/{'long-' * 20}/x.pdf"])
def test_code_is_the_matrix_of_its_address(address):
    made = imprint.code(address)
    assert matrix_of(made.svg.decode()) == segno.make_qr(address, error="m", boost_error=False).matrix


@pytest.mark.parametrize(("length", "width"), [(20, 18.0), (74, 18.0), (100, 19.6), (150, 22.8)])
def test_modules_of_a_code_are_wide_enough_to_be_read(length, width):
    made = imprint.code("https://a.example/".ljust(length, "x"))
    modules = int(re.search(rb'viewBox="0 0 (\d+)', made.svg)[1])
    assert made.width == width and made.width / modules >= 0.4 - 1e-9


def test_code_leads_to_the_file_that_the_build_makes(project):
    editions = "bilingual, press, a4, large-print, low-ink"
    report = Report()
    loaded = build.load(projects.load(with_imprint(project, editions=editions), report), None, report)
    planned = {each.path: each.job.html for each in build.plan(loaded, Request(), report, build.Outcome()) if each.job}
    there = re.compile(r'alt="[^"]*https://valley.example/sheets/([^" ]+\.pdf)')
    led = {path: there.search(html)[1] for path, html in planned.items()}
    assert {path: other for path, other in led.items() if path != other} == {
        "ar/clean-water.ar.press.pdf": "ar/clean-water.ar.bilingual.pdf",
        "ar/drinking-water.ar.press.pdf": "ar/drinking-water.ar.bilingual.pdf",
        "en/clean-water.en.press.pdf": "en/clean-water.en.a4.pdf",
        "en/drinking-water.en.press.pdf": "en/drinking-water.en.a4.pdf",
        "es/clean-water.es.press.pdf": "es/clean-water.es.bilingual.pdf",
        "es/drinking-water.es.press.pdf": "es/drinking-water.es.bilingual.pdf",
    }
    assert set(led.values()) <= set(planned)


# printed


def printed(root, name):
    """Set a leaflet; return its PDF."""
    done = typeset.typeset(jobs(root)[name])
    assert [each for each in done.problems if each.severity == "error"] == []
    return done.pdf


def figures(pdf):
    """Return width and height in mm of each picture, by its alternative text."""
    found, opened = {}, pikepdf.open(io.BytesIO(pdf))
    for element in structure.tree(opened).walk():
        if element.kind == "/Figure":
            left, bottom, right, top = map(float, element.node.A.BBox)
            size = (round((right - left) / 72 * 25.4, 1), round((top - bottom) / 72 * 25.4, 1))
            found[str(element.node.Alt)] = size
    return found


@pytest.mark.parametrize("raw", [pytest.param(svg(), id="svg"), pytest.param(png(), id="png")])
@pytest.mark.parametrize("name", ["clean-water.en.a4", "clean-water.ar.large-print", "clean-water.es.bilingual"])
def test_leaflet_with_a_full_imprint_conforms_to_the_standards(project, name, raw):
    root = with_imprint(project, logo=raw, editions="a4, large-print, bilingual")
    pdf = printed(root, name)
    for profile in ("ua1", "2a"):
        failures = page.validate_pdf_bytes(pdf, profile=profile).failures
        assert {str(failure.rule_id) for failure in failures} - DIFFERENT == set()
    tag, shown = name.split(".")[1], figures(pdf)
    address = f"https://valley.example/sheets/{tag}/{name}.pdf"
    assert [size for text, size in shown.items() if address in text] == [(18.0, 18.0)]
    width, height = shown["مستشفى الوادي" if tag == "ar" else "Valley Hospital"]
    assert 20 < width <= 40 and height <= 10 and width / height == pytest.approx(4, abs=0.1)


@pytest.mark.parametrize("raw", [pytest.param(svg(), id="svg"), pytest.param(png(), id="png")])
def test_logo_and_code_take_black_only_where_an_edition_does(project, raw):
    root = with_imprint(project, logo=raw, editions="low-ink")
    assert ink.is_black(printed(root, "clean-water.en.low-ink"))


@pytest.mark.parametrize(("raw", "kind"), [(svg(), "image/svg+xml"), (png(), "image/png")])
def test_picture_is_handed_out_as_what_it_is(raw, kind):
    assert typeset.Pictures({"logo": raw}).fetch("picture:/logo").content_type == kind


def test_same_imprint_gives_the_same_bytes(project):
    root = with_imprint(project, logo=png())
    first, second = (hashlib.sha256(printed(root, "clean-water.en.a4")).hexdigest() for _ in range(2))
    assert first == second


def test_space_between_text_and_closing_is_given_up_last():
    css = ".call { margin-bottom: 20mm }"
    box = '<section class="call" style="height: {}mm">a</section>'
    end = (
        '<section class="notes"><div id="closing">end</div><div class="text"><p id="note-2">a line</p></div></section>'
    )
    fits = {}
    for height in (40, 60, 75):
        job = make_job("", css)
        body = job.html[: job.html.index("<body>")] + f"<body>{box.format(height)}{end}</body></html>"
        fits[height] = typeset.typeset(replace(job, html=body)).problems == ()
    assert fits == {40: True, 60: True, 75: False}
