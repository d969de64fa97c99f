"""Pictures in black lines: what becomes of areas, lines and text, and what still tells them apart."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
import weasyprint

from handouts import ink
from handouts.outlines import EDGE, PRINTED, QUIET, THIN, outlined
from handouts.typeset import BASE, Pictures

PICTURES = sorted((Path(__file__).parent.parent / "templates/pictures").glob("*.svg"))
MM = 390 / PRINTED  # in the units of these pictures
SHAPES = ("path", "circle", "ellipse", "rect", "line", "polyline", "polygon")
BORDERED = [("#000", "#000", 2 * THIN * MM), ("#fff", "none", None)]  # an area that had no outline
RED = '<rect width="90" height="80" fill="red"/>'


def picture(body):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 100">{body}</svg>'.encode()


def elements(body):
    """Return the outlined picture's elements, but for what only clips or masks."""
    root = ElementTree.fromstring(outlined(picture(body)))
    for element in root.iter():
        element.tag = element.tag.partition("}")[2]
    hidden = {id(each) for tag in ("clipPath", "mask") for holder in root.iter(tag) for each in holder.iter()}
    return [element for element in root.iter() if id(element) not in hidden]


def looks(body):
    """Return fill, stroke and its width of each shape, as painted one upon the other."""
    found = (element.attrib for element in elements(body) if element.tag in SHAPES)
    return [(each.get("fill"), each.get("stroke"), _about(each.get("stroke-width"))) for each in found]


def _about(width):
    return None if width is None else pytest.approx(float(width), rel=0.01)


def hatched(body):
    """Return, for each shape that is painted, the number of its hatching lines."""
    groups = [each for each in elements(body) if each.tag == "g" and any(child.tag == "clipPath" for child in each)]
    return [group.find("path[@clip-path]").get("d").count("M") for group in groups]


def printed(svg):
    """Print a picture 195 mm wide."""
    css = "@page { size: 195mm 90mm; margin: 0 } body { margin: 0 } img { width: 195mm }"
    html = f'<style>{css}</style><img src="picture:/a.svg">'
    return weasyprint.HTML(string=html, base_url=BASE, url_fetcher=Pictures({"a.svg": svg})).write_pdf()


def pixels(body, *points):
    """Return how bright the outlined picture is at each point, from 0 to 255."""
    page = pypdfium2.PdfDocument(printed(outlined(picture(body))))[0]
    image = page.render(scale=4 * 390 / (195 / 25.4 * 72)).to_pil().convert("L")
    return [image.getpixel((int(4 * x), int(4 * y))) for x, y in points]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(RED, id="attribute"),
        pytest.param('<rect width="90" height="80" style="stroke-linejoin: round; fill: #A00"/>', id="own style"),
        pytest.param('<style>.a, .b { fill: teal }</style><rect class="c b" width="90" height="80"/>', id="class"),
        pytest.param('<style>#a{fill:#0b6b6f}</style><rect id="a" fill="none" width="90" height="80"/>', id="id"),
        pytest.param(f'<style>g.a > rect {{fill: red}}</style><g class="a">{RED}</g>', id="within"),
        pytest.param('<g fill="#e4f0ef"><g><rect width="90" height="80"/></g></g>', id="inherited"),
        pytest.param('<g color="red" fill="currentColor"><rect width="90" height="80"/></g>', id="currentColor"),
        pytest.param('<rect width="90" height="80" fill="url(#a)"/>', id="gradient"),
        pytest.param('<rect width="90" height="80" fill="rgb(90%, 10%, 10%)"/>', id="rgb"),
        pytest.param('<rect width="90" height="80" fill="hsl(120, 50%, 40%)"/>', id="hsl"),
        pytest.param('<rect width="90" height="80"/>', id="black at first"),
        pytest.param('<path d="M0 0H90V80H0z" fill="red"/>', id="path"),
        pytest.param('<polygon points="0,0 90,0 90,80 0,80" fill="red"/>', id="polygon"),
        pytest.param('<ellipse cx="50" cy="50" rx="45" ry="40" fill="red"/>', id="ellipse"),
    ],
)
def test_area_becomes_white_with_a_thin_outline(body):
    assert looks(body) == BORDERED


def test_outline_of_an_area_is_black_and_what_is_in_it_white():
    assert pixels(RED, (90.3, 40), (45, 80.3), (45, 40), (95, 40)) == [0, 0, 255, 255]


def test_outline_runs_round_all_parts_of_a_shape_together():
    two = '<path fill="red" d="M10 50a30 30 0 1 1 60 0a30 30 0 1 1-60 0zM40 50a30 30 0 1 1 60 0a30 30 0 1 1-60 0z"/>'
    assert pixels(two, (70, 50), (40, 50), (100.3, 50), (9.8, 50)) == [255, 255, 0, 0]


def test_area_still_hides_what_is_behind_it():
    line = '<path d="M10 40h200" stroke="red" stroke-width="4"/>'
    assert pixels(line + RED, (50, 40), (150, 40)) == [255, 0]


def test_outline_that_is_there_keeps_its_width():
    assert looks('<circle cx="50" cy="50" r="40" fill="#e9dcc3" stroke="#8a6d3b" stroke-width="2.5"/>') == [
        ("#fff", "#000", 2.5)
    ]


def test_outline_is_as_thin_in_a_group_of_another_scale():
    (_, _, width), _ = looks('<g transform="translate(3 4) scale(.5)"><rect width="90" height="80" fill="red"/></g>')
    assert width == 2 * THIN * MM / 0.5


def test_line_becomes_black():
    assert looks('<path d="M0 0L50 50" fill="none" stroke="#0b5a5e" stroke-width="2"/>') == [("none", "#000", 2)]


@pytest.mark.parametrize(
    ("behind", "look"),
    [
        pytest.param("", ("none", "#000", QUIET * MM), id="on paper"),
        pytest.param('<rect width="390" height="90" fill="#f6e1dc"/>', ("none", "#000", QUIET * MM), id="on a tint"),
        pytest.param('<rect width="390" height="90" fill="#0b6b6f"/>', ("none", "#000", 3), id="on a dark area"),
    ],
)
def test_pale_line_is_thin_unless_it_stood_out(behind, look):
    assert looks(behind + '<path d="M10 50h40" fill="none" stroke="#e6eaee" stroke-width="3"/>')[-1] == look


def test_white_line_is_black_only_where_it_was_seen():
    line = '<path d="M10 50h40" fill="none" stroke="#fff" stroke-width="3"/>'
    assert looks(line) == [("none", "#fff", 3)]
    assert looks(RED + line)[-1] == ("none", "#000", 3)


def test_white_area_is_outlined_only_where_it_was_seen():
    star = '<path d="M30 20l20 40h-40z" fill="#fff"/>'
    assert looks(star) == [("#fff", "none", None)]
    assert looks(RED + star) == BORDERED * 2


def test_white_outline_of_an_area_becomes_black():
    assert looks('<rect width="90" height="80" fill="red" stroke="#fff"/>') == [("#fff", "#000", QUIET * MM)]


@pytest.mark.parametrize(
    "area",
    [
        pytest.param('<path fill="red" d="M0 80A45 45 0 0190 80z"/>', id="arc"),
        pytest.param('<path fill="red" d="M90 80A45 45 0 0 0 0 80z"/>', id="arc the other way"),
        pytest.param('<path fill="red" d="M40 5A38 38 0 1 1 39.9 5z"/>', id="large arc"),
        pytest.param('<path fill="red" d="m5 5h80v70l-80 9z"/>', id="steps from point to point"),
        pytest.param('<path fill="red" d="M0 0Q50-20 90 0T90 80S0 90 0 90"/>', id="curves"),
        pytest.param(f'<g transform="rotate(90 45 40)">{RED}</g>', id="rotate"),
        pytest.param(f'<g transform="translate(-300, 9) scale(4 1)">{RED}</g>', id="translate and scale"),
        pytest.param(f'<g transform="matrix(0 1 1 0 9 0)"><g transform="skewX(5)">{RED}</g></g>', id="matrix and skew"),
    ],
)
def test_white_area_is_seen_where_a_coloured_one_is(area):
    there, elsewhere = (f'<rect x="{x}" y="50" width="9" height="9" fill="#fff"/>' for x in (40, 300))
    assert looks(area + there)[-2:] == BORDERED
    assert looks(area + elsewhere)[-1] == ("#fff", "none", None)


def test_what_is_not_displayed_is_behind_nothing():
    star = '<path d="M30 20l20 40h-40z" fill="#fff"/>'
    assert looks(f'<g style="display: none">{RED}</g>{star}')[-2:] == [(None, None, None), ("#fff", "none", None)]


def test_background_of_the_whole_picture_gets_no_outline():
    assert looks('<rect width="100%" height="100%" fill="#eef"/>') == [("#fff", "none", None)]


def test_light_line_laid_into_a_wider_one_leaves_its_edges():
    y = '<path d="M64 42h12l8-8m-8 8l8 8" fill="none" stroke="{}" stroke-width="{}"/>'
    assert looks(y.format("#a3352a", 8) + y.format("#f6e1dc", 4)) == [("none", "#000", 8), ("none", "#fff", 4)]


def test_dark_line_upon_a_pale_one_stays_black():
    band = '<path d="M10 50h40" fill="none" stroke="{}" stroke-width="{}"/>'
    assert looks(band.format("#eee", 8) + band.format("#900", 2)) == [("none", "#000", QUIET * MM), ("none", "#000", 2)]


def test_line_as_wide_as_an_area_is_drawn_by_its_edges():
    assert looks('<path d="M10 50h40" fill="none" stroke="red" stroke-width="9"/>') == [
        ("none", "#000", 9),
        ("none", "#fff", 9 - 2 * EDGE * MM),
    ]


def test_small_dark_shape_stays_solid_and_a_light_one_does_not():
    dot = '<circle cx="50" cy="50" r="{}" fill="{}"/>'
    assert looks(dot.format(3, "#0b6b6f")) == [("#000", "none", None)]
    assert looks(dot.format(3, "#e6eaee")) == BORDERED
    assert looks(dot.format(12, "#0b6b6f")) == BORDERED


def test_light_mark_on_what_stays_solid_stays_light():
    dot, mark = '<circle cx="50" cy="50" r="3"/>', '<circle cx="50" cy="50" r="1" fill="#eee"'
    assert looks(f"{dot}{mark}/>") == [("#000", "none", None), ("#fff", "none", None)]
    assert looks(f'{dot}{mark} stroke="#eee" stroke-width=".2"/>')[-1] == ("#fff", "#fff", 0.2)


def test_head_of_an_arrow_stays_solid():
    head = '<marker id="a" viewBox="0 0 90 90"><path d="M0 0L90 45L0 90z" fill="#0b5a5e"/></marker>'
    assert looks(f'<defs>{head}</defs><path d="M0 9h60" fill="none" stroke="red" marker-end="url(#a)"/>') == [
        ("#000", "none", None),
        ("none", "#000", 1),
    ]


@pytest.mark.parametrize("style", ['opacity="40%"', 'fill-opacity=".4"', 'style="fill: rgba(200, 0, 0, .4)"'])
def test_area_that_was_seen_through_does_not_hide(style):
    assert looks(f'<rect width="90" height="80" fill="red" {style}/>') == [("none", "#000", THIN * MM)]


def test_what_was_not_seen_is_not_seen():
    assert looks(f'<g opacity="0">{RED}</g>') == [("none", "none", None)]
    assert pixels(f'<g style="display:none">{RED}</g><g visibility="hidden">{RED}</g>', (90, 40), (45, 40)) == [255] * 2


def test_rule_for_a_class_weighs_more_than_one_for_a_name():
    css = "<style>.a { fill: none } /* rect { fill: none } */ rect { fill: red; stroke: blue }</style>"
    assert looks(css + '<rect class="a" width="90" height="80"/>') == [("none", "#000", 1)]


def test_text_becomes_black_and_has_no_outline():
    css = "<style>.t { fill: blue; font-size: 9px }</style>"
    found = elements(f'{css}<g stroke="red"><text class="t">a<tspan fill="red">b</tspan></text></g>')
    assert [each.attrib for each in found if each.tag in ("text", "tspan")] == [{"class": "t", "fill": "#000"}, {}]
    assert [each.text for each in found if each.tag == "style"] == [".t {  font-size: 9px }"]
    assert [each.attrib for each in found if each.tag == "g"] == [{}]


def test_areas_that_only_colour_told_apart_are_told_apart_by_hatching():
    keys = '<rect width="20" height="20" fill="{}"/><rect x="30" width="20" height="20" fill="{}"/>'
    assert hatched(keys.format("#f00", "#f00")) == []
    assert len(hatched(keys.format("#f00", "#00f"))) == 1
    assert hatched(keys.format("#fff", "#eef")) != []
    assert pixels(keys.format("#ff8", "#00f"), (10, 10)) == [255]


def test_colour_is_hatched_alike_wherever_it_is():
    keys = '<rect width="20" height="20" fill="#ffc"/><rect x="30" width="20" height="20" fill="#069"/>'
    small, large = hatched(f'{keys}<rect x="100" width="40" height="80" fill="#069"/><circle r="40" fill="#ffc"/>')
    assert large > 2 * small


def test_dot_that_stays_solid_is_not_hatched():
    keys = '<rect width="20" height="20" fill="#ffc"/><rect x="30" width="20" height="20" fill="#069"/>'
    assert len(hatched(keys + '<circle cx="90" cy="9" r="2" fill="#069"/>')) == 1


def test_hatching_is_not_dashed_where_the_outline_is():
    dashed = '<g stroke="red" stroke-dasharray="3"><rect width="9" height="30" fill="{}"/></g>'
    lines = [each for each in elements(dashed.format("#ffc") + dashed.format("#069")) if each.get("clip-path")]
    assert [each.get("stroke-dasharray") for each in lines] == ["none"]


def test_hatchings_become_denser_when_all_angles_are_taken():
    colors = ("#fff", "#ddd", "#bbb", "#999", "#777", "#555")
    first, *_, fifth = hatched("".join(f'<rect width="60" height="60" fill="{color}"/>' for color in colors))
    assert fifth > 1.8 * first


def test_areas_of_different_form_need_no_hatching():
    assert hatched('<rect width="20" height="20" fill="#ffc"/><rect x="30" width="20" height="25" fill="#069"/>') == []


def test_hatching_stays_within_its_shape_where_that_is_moved_and_turned():
    light, dark = (f'<rect width="40" height="40" fill="{color}"/>' for color in ("#ffc", "#069"))
    turned = f'{light}{dark}<g transform="translate(200 20) rotate(30)">{dark}</g>'
    inside = pixels(turned, *((200 + across / 2, 60) for across in range(-10, 10)))
    outside = pixels(turned, *((250 + across / 2, 60) for across in range(-10, 10)))
    assert min(inside) < 160 and max(inside) == 255
    assert set(outside) == {255}


def test_lines_that_only_colour_told_apart_are_told_apart_by_dashes():
    lines = "".join(f'<path d="M9 {y}h30" stroke="{color}"/>' for y, color in ((9, "red"), (19, "blue"), (29, "red")))
    dashes = [each.get("stroke-dasharray") for each in elements(lines) if each.tag == "path"]
    assert dashes[0] == dashes[2] != dashes[1]


def test_dashes_that_are_there_are_kept():
    lines = '<path d="M9 9h30" stroke="red"/><path d="M9 19h30" stroke="blue" stroke-dasharray="7 7"/>'
    assert [each.get("stroke-dasharray") for each in elements(lines) if each.tag == "path"] == [None, "7 7"]


def test_mask_is_left_alone():
    mask = '<mask id="a"><rect width="9" height="9" fill="#888" /></mask>'
    assert mask.encode() in outlined(picture(mask + f'<g mask="url(#a)">{RED}</g>'))


def test_what_drawing_programs_leave_behind_is_left_out():
    noise = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:i" viewBox="0 0 9 9" i:x="1"><i:view/><!-- a --></svg>'
    )
    assert outlined(noise) == b'<svg viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg" />'


@pytest.mark.parametrize(
    "svg",
    [
        b"",
        b"<svg",
        b"<html/>",
        b"<?xml version='1.0' encoding='klingon'?><svg/>",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>",
    ],
)
def test_what_is_no_plain_picture_comes_back_as_it_is(svg):
    assert outlined(svg) == svg


def test_document_type_alone_does_no_harm():
    svg = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">' + picture(RED)
    assert outlined(svg) == outlined(picture(RED))


def test_same_picture_becomes_the_same_bytes_in_every_process():
    code = (
        "import sys; from handouts.outlines import outlined; sys.stdout.buffer.write(outlined(sys.stdin.buffer.read()))"
    )
    svg = PICTURES[-1].read_bytes()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], input=svg, env=environment, capture_output=True, check=True)
        assert done.stdout == outlined(svg)


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_picture_of_this_repository_is_drawn_in_black_with_less_ink(path):
    svg = path.read_bytes()
    before, after = printed(svg), printed(outlined(svg))
    assert ink.is_black(after) and not ink.is_black(before)
    assert 0 < ink.coverage(after) < 0.9 * ink.coverage(before)
