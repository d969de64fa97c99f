"""What a print shop gets: inks, boxes, marks, and what the file says of itself; all read from the PDF."""

import base64
import io
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from unittest.mock import ANY

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from handouts import engine, typeset
from handouts.press import PressError, for_press
from tests import cmyk

ROOT = Path(__file__).parent.parent
PICTURES = sorted((ROOT / "templates/pictures").glob("*.svg"))
DEBIAN = Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")  # of the package libgs-common
DAY = date(2026, 11, 22)
MM = 72 / 25.4  # pt
SPACES = {
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
BLEED = "bleed: 10mm; marks: none"
SET = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}
SHOW = {"Tj", "TJ", "'", '"'}
OPEN = []  # what is read from a PDF by pikepdf dies with it


@pytest.fixture(autouse=True)
def closed():
    """Close what a test has opened."""
    yield
    OPEN.clear()


def leaflet(body, css="", variant="pdf/ua-1", sheet=BLEED, **more):
    """Set a page of 100 by 80 mm as leaflets are set."""
    engine.install()
    html = f"""
        <html lang="en"><title>Water</title>
        <meta name="author" content="A clinic"><meta name="description" content="Why">
        <style>@page {{ size: 100mm 80mm; margin: 5mm; {sheet} }}
        html {{ color: #1c2430; font-family: "Noto Sans"; image-rendering: crisp-edges }} {css}</style>{body}
    """
    return typeset.weasyprint.HTML(string=html).write_pdf(finisher=engine.finish, pdf_variant=variant, **more)


def drawn(content, **resources):
    """Make a page by hand."""
    pdf = pikepdf.new()
    made = pdf.add_blank_page(page_size=(100, 80))
    made.Contents = pdf.make_stream(content.encode())
    made.Resources = pdf.make_indirect(Dictionary(**resources))
    return saved(pdf)


def saved(pdf):
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def press(pdf, **more):
    options = {"profile": cmyk.profile(), "condition": "FOGRA51", "date": DAY}
    return for_press(pdf, **{**options, **more})


def opened(pdf):
    OPEN.append(pikepdf.open(io.BytesIO(pdf)))
    return OPEN[-1]


def pressed(pdf, **more):
    return opened(press(pdf, **more))


def painting(pdf):
    """Go through all streams that paint: pages, forms, tiles, glyphs."""
    yield from (each.obj for each in pdf.pages)
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and (item.get("/Subtype") == "/Form" or "/PatternType" in item):
            yield item
        elif isinstance(item, Dictionary):
            yield from item.get("/CharProcs", Dictionary()).values()


def instructions(stream):
    """Return the instructions of a stream, numbers as numbers."""
    for operands, operator in pikepdf.parse_content_stream(stream):
        numbers = [float(each) if isinstance(each, int | Decimal) else str(each) for each in operands]
        yield str(operator), numbers


def colours(pdf):
    """Return all colours that are set anywhere: (operator, operands)."""
    return [(name, operands) for stream in painting(pdf) for name, operands in instructions(stream) if name in SET]


def inks(pdf):
    """Return all inks in percent that are set anywhere."""
    return [tuple(round(100 * ink, 6) for ink in operands) for name, operands in colours(pdf) if name in "kK"]


def text_inks(pdf):
    """Return the inks in percent in which text is shown."""
    found, now, kept = [], (0, 0, 0, 100), []
    for name, operands in instructions(pdf.pages[0]):
        if name == "q":
            kept.append(now)
        elif name == "Q":
            now = kept.pop()
        elif name == "k":
            now = tuple(round(100 * ink) for ink in operands)
        elif name in SHOW:
            found.append(now)
    return found


def things(pdf, key, value):
    """Return all dictionaries and streams that have a value at a key."""
    return [
        each for each in pdf.objects if isinstance(each, Dictionary | pikepdf.Stream) and each.get(key) == Name(value)
    ]


def png(*dots, mode="RGBA"):
    """Return the address of a picture of a single row of dots."""
    picture, file = Image.new(mode, (len(dots), 1)), io.BytesIO()
    picture.putdata(dots)
    picture.save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


RED, FAINT_TEAL = (255, 0, 0, 255), (11, 107, 111, 51)
EVERYTHING = f"""
    <h1>Water</h1>
    <p>Drink <strong style="color: #0b6b6f">clean</strong> water. <a href="https://example.org/">More</a></p>
    <img alt="x" src="{png(RED, FAINT_TEAL)}">
    <div class="fading">1</div><div class="round"></div><div class="tiled"></div>
    <svg width="90" height="40" viewBox="0 0 90 40">
      <title>x</title>
      <linearGradient id="g">
        <stop offset="0" stop-color="red" stop-opacity=".2"/><stop offset="1" stop-color="blue"/>
      </linearGradient>
      <mask id="m"><rect width="40" height="40" fill="white"/><circle cx="20" cy="20" r="9" fill="yellow"/></mask>
      <pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="green"/>
      </pattern>
      <rect width="40" height="40" fill="url(#g)" mask="url(#m)"/><rect x="50" width="40" height="40" fill="url(#p)"/>
    </svg>
"""
LOOKS = f"""
    .fading {{ background: linear-gradient(90deg, red, rgba(0, 0, 255, .2) 50%, lime) }}
    .round {{ height: 5mm; background: radial-gradient(#0b6b6f, white) }}
    .tiled {{ height: 5mm; background: url("{png(RED, FAINT_TEAL)}") }}
"""
INPUTS = [
    pytest.param({"variant": "pdf/ua-1"}, id="UA-1 with bleed"),
    pytest.param({"variant": "pdf/a-2a", "sheet": ""}, id="A-2a without"),
]


@pytest.mark.parametrize("made", INPUTS)
def test_nothing_is_left_in_red_green_and_blue(made):
    pdf = pressed(leaflet(EVERYTHING, LOOKS, **made))
    assert {name for name, _ in colours(pdf)} == {"k", "K", "g", "cs", "scn", "CS", "SCN"}
    assert [found for found in colours(pdf) if found[0] in ("cs", "CS")] == [("cs", ["/Pattern"])] * 5 + [
        ("CS", ["/All"])
    ]
    spaces = {
        str(each.get(key))
        for each in pdf.objects
        if isinstance(each, Dictionary | pikepdf.Stream)
        for key in ("/ColorSpace", "/CS")
        if key in each and not isinstance(each[key], Dictionary)
    }
    assert spaces == {"/DeviceCMYK", "/DeviceGray"}
    assert not any("RGB" in repr(each) or "/Lab" in repr(each) for each in pdf.objects)
    profiles = [
        each for each in pdf.objects if isinstance(each, pikepdf.Stream) and "/N" in each and "/Type" not in each
    ]
    assert [each.N for each in profiles] == [4]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_pictures_of_leaflets_are_in_inks(picture):
    source = f"data:image/svg+xml;base64,{base64.b64encode(picture.read_bytes()).decode()}"
    pdf = pressed(leaflet(f'<h1>Water</h1><img alt="x" src="{source}" style="width: 80mm">'))
    assert {name for name, _ in colours(pdf)} <= {"k", "K", "CS", "SCN"}
    assert len(set(inks(pdf))) > 4
    assert all(sum(each) < 300 for each in inks(pdf))


@pytest.mark.parametrize(
    ("colour", "black"),
    [
        pytest.param("#000000", 100, id="black"),
        pytest.param("#1c2430", 100, id="ink"),
        pytest.param("#0b3c49", 80, id="deep"),
        pytest.param("#33404f", 76, id="of the lede"),
        pytest.param("#414b5a", 72, id="quiet"),
        pytest.param("#808080", 51, id="grey"),
        pytest.param("#818080", 51, id="nearly grey"),
        pytest.param("#ffffff", 0, id="white"),
    ],
)
def test_greys_and_dark_text_are_in_black_ink_alone(colour, black):
    pdf = pressed(leaflet(f'<h1 style="color: {colour}">Water</h1>'))
    assert set(text_inks(pdf)) == {(0, 0, 0, black)}


@pytest.mark.parametrize("colour", ["#0b5a5e", "#8f2c22", "#5d4715", "#000080"])
def test_other_dark_colours_keep_their_hue(colour):
    ((*hue, _),) = set(text_inks(pressed(leaflet(f'<h1 style="color: {colour}">Water</h1>'))))
    assert max(hue) - min(hue) > 15


def lightness(colour, mode, profile):
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), mode, "LAB", 1)
    seen = ImageCms.applyTransform(Image.new(mode, (1, 1), colour), transform)
    return seen.getpixel((0, 0))[0] / 2.55


@pytest.mark.parametrize("grey", [64, 128, 200])
def test_grey_in_black_ink_is_as_light_as_it_was(grey):
    ((*_, black),) = set(text_inks(pressed(leaflet(f'<h1 style="color: rgb({grey} {grey} {grey})">Water</h1>'))))
    paper = ImageCms.getOpenProfile(io.BytesIO(cmyk.profile()))
    printed = lightness((0, 0, 0, round(black * 2.55)), "CMYK", paper)
    assert printed == pytest.approx(lightness((grey,) * 3, "RGB", ImageCms.createProfile("sRGB")), abs=1)


def test_colours_are_those_of_the_profile_in_whole_percents():
    paper = ImageCms.getOpenProfile(io.BytesIO(cmyk.profile()))
    flag = ImageCms.Flags.BLACKPOINTCOMPENSATION
    transform = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), paper, "RGB", "CMYK", 1, flag)
    expected = ImageCms.applyTransform(Image.new("RGB", (1, 1), "#0b6b6f"), transform).getpixel((0, 0))
    pdf = pressed(leaflet('<h1 style="color: #0b6b6f">Water</h1>'))
    assert set(inks(pdf)) == {tuple(round(ink / 2.55) for ink in expected)}


def test_less_of_the_colours_and_as_much_black_where_there_would_be_too_much_ink():
    ((cyan, magenta, yellow, black),) = set(inks(pressed(leaflet('<h1 style="color: #300000">Water</h1>'))))
    assert 290 < cyan + magenta + yellow + black < 300
    assert black == 44  # of 81, 98, 97 and 44
    assert cyan < magenta == yellow + 1


@pytest.mark.parametrize("made", INPUTS)
def test_sheet_and_bleed_lie_around_the_trimmed_page(made):
    (each,) = pressed(leaflet("<h1>Water</h1>", **made)).pages

    def in_mm(box):
        return [round(float(edge) / MM, 2) for edge in box]

    assert in_mm(each.TrimBox) == [0, 0, 100, 80]
    assert in_mm(each.BleedBox) == [-3, -3, 103, 83]
    assert in_mm(each.MediaBox) == [-10, -10, 110, 90]
    assert "/CropBox" not in each and "/ArtBox" not in each


def test_page_without_a_trim_box_is_trimmed_where_it_was_cropped():
    pdf = opened(drawn("0 0 9 9 re f"))
    pdf.pages[0].CropBox = [10, 10, 90, 70]
    (each,) = pressed(saved(pdf), bleed=0).pages
    assert [float(edge) for edge in each.TrimBox] == [float(edge) for edge in each.BleedBox] == [10, 10, 90, 70]
    assert float(each.MediaBox[0]) == pytest.approx(10 - 10 * MM, abs=0.001)
    assert "/CropBox" not in each


def marks(pdf):
    """Return the crop marks in mm: (x, y, x, y) each."""
    content = list(instructions(pdf.pages[0]))
    start = next(at for at, (name, operands) in enumerate(content) if name == "CS" and operands == ["/All"])
    points = [[each / MM for each in operands] for name, operands in content[start:] if name in "ml"]
    return [[*points[at], *points[at + 1]] for at in range(0, len(points), 2)]


@pytest.mark.parametrize("bleed", [0, 3, 6])
def test_crop_marks_stand_outside_the_bleed_and_on_the_sheet(bleed):
    found = marks(pressed(leaflet("<h1>Water</h1>"), bleed=bleed))
    assert len(found) == 8
    for x, y, to_x, to_y in found:
        upright = x == to_x
        near, far, edge = (y, to_y, 80) if upright else (x, to_x, 100)
        assert min(abs(x), abs(x - 100)) < 0.01 if upright else min(abs(y), abs(y - 80)) < 0.01
        outside = [-near, -far] if near < 0 else [near - edge, far - edge]
        assert outside[0] == pytest.approx(bleed + 1, abs=0.01)
        assert outside[0] + 3 <= outside[1] + 0.01 <= 10.02


def test_crop_marks_are_in_all_inks_and_no_part_of_the_text():
    pdf = pressed(leaflet("<h1>Water</h1>"))
    space = pdf.pages[0].Resources.ColorSpace.All
    assert [str(each) for each in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    content = list(instructions(pdf.pages[0]))
    start = content.index(("CS", ["/All"]))
    (_, (tag, _)), (last, _) = content[start - 2], content[-1]
    assert (tag, last) == ("/Artifact", "EMC")
    assert content[start + 1 : start + 3] == [("SCN", [1]), ("w", [0.25])]


def dots(pdf):
    """Return how dark PDFium draws a place of a page, in mm from the top left of the sheet, 255 for white."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=20 / MM).to_pil().convert("L")
    return lambda x, y: min(
        picture.getpixel((round(x * 20) + d, round(y * 20) + e)) for d in (-1, 0, 1) for e in (-1, 0, 1)
    )


def test_crop_marks_are_seen_between_bleed_and_edge_only():
    seen = dots(press(leaflet("<h1>Water</h1>")))
    for x, y in [(10, 3), (3, 10), (110, 3), (3, 90), (117, 90), (110, 97)]:
        assert seen(x, y) < 128
    for x, y in [(10, 8), (8, 10), (110, 8), (0.3, 10), (10, 10)]:
        assert seen(x, y) == 255


def test_without_marks_the_sheet_is_empty():
    pdf = press(leaflet("<h1>Water</h1>"), marks=False)
    assert dots(pdf)(10, 3) == 255
    assert "/ColorSpace" not in opened(pdf).pages[0].Resources


def test_content_stays_where_it_is_and_keeps_its_graphics_state_to_itself():
    seen = dots(press(drawn("4 0 0 4 0 0 cm 0 g 0 0 5 5 re f")))
    assert seen(10.5, 10 + 80 / MM - 0.5) < 128
    assert seen(10 + 22 / MM, 10 + 60 / MM) == 255
    assert seen(10, 3) < 128


def test_printing_condition_is_the_only_output_intent():
    pdf = pressed(leaflet("<h1>Water</h1>", variant="pdf/a-2a"))
    (intent,) = pdf.Root.OutputIntents
    assert (intent.S, intent.DestOutputProfile.N) == ("/GTS_PDFX", 4)
    assert intent.DestOutputProfile.read_bytes() == cmyk.profile()
    said = [str(intent[key]) for key in ("/OutputConditionIdentifier", "/RegistryName", "/Info")]
    assert said == ["FOGRA51", "http://www.color.org", cmyk.DESCRIPTION]


def said(pdf):
    """Return what the XMP metadata say, under the usual prefixes; what is unknown here keeps its long name."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        found = dict(xmp.items())
    for prefix, space in SPACES.items():
        found = {key.replace(f"{{{space}}}", f"{prefix}:"): value for key, value in found.items()}
    return found


@pytest.mark.parametrize("made", INPUTS)
def test_file_says_that_it_is_pdf_x_4_and_pdf_ua_1_and_no_more(made):
    pdf = pressed(leaflet("<h1>Water</h1>", **made))
    assert pdf.pdf_version == "1.6"
    assert {key: value for key, value in said(pdf).items() if key.partition(":")[0] not in ("dc", "xmp")} == {
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "pdfuaid:part": "1",
        "pdf:Producer": "WeasyPrint 70.0",
        "pdf:Trapped": "False",
        "xmpMM:DocumentID": ANY,
        "xmpMM:InstanceID": ANY,
        "xmpMM:RenditionClass": "default",
        "xmpMM:VersionID": "1",
    }
    assert str(pdf.Root.Lang) == "en"


@pytest.mark.parametrize("made", INPUTS)
def test_both_places_for_metadata_say_the_same(made):
    pdf = pressed(leaflet("<h1>Water</h1>", **made))
    xmp = said(pdf)
    title, author, subject, producer = (str(pdf.docinfo[key]) for key in ("/Title", "/Author", "/Subject", "/Producer"))
    assert {key: value for key, value in xmp.items() if key.partition(":")[0] in ("dc", "xmp")} == {
        "dc:title": title,
        "dc:creator": [author],
        "dc:description": subject,
        **{f"xmp:{kind}Date": "2026-11-22T00:00:00+00:00" for kind in ("Create", "Modify", "Metadata")},
    }
    assert (title, author, subject, producer) == ("Water", "A clinic", "Why", xmp["pdf:Producer"])
    assert pdf.docinfo.Trapped == Name("/False")
    assert {str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20261122000000+00'00"}


def names(pdf, **more):
    """Return the names of the document and of this file of it."""
    xmp = said(pressed(pdf, **more))
    return xmp["xmpMM:DocumentID"], xmp["xmpMM:InstanceID"]


def test_same_input_is_the_same_file_and_another_is_another():
    water, tea = leaflet("<h1>Water</h1>"), leaflet("<h1>Tea</h1>")
    assert press(water) == press(water)
    document, instance = names(water)
    assert document.startswith("uuid:") and instance != document
    assert names(water, date=date(2026, 11, 23)) == (document, names(water, date=date(2026, 11, 23))[1])
    assert len({instance, names(water, date=date(2026, 11, 23))[1], names(water, bleed=2)[1], names(tea)[1]}) == 4
    assert names(tea)[0] != document
    assert [bytes(part) for part in pressed(water).trailer.ID] != [bytes(part) for part in pressed(tea).trailer.ID]


@pytest.mark.parametrize("made", INPUTS)
def test_it_stays_tagged_and_conforms_to_pdf_ua(made):
    before = leaflet(EVERYTHING, LOOKS, **made)
    after = press(before)
    assert {str(failure.rule_id) for failure in page.validate_pdf_bytes(after, profile="ua1").failures} == set()
    texts = [pypdfium2.PdfDocument(each)[0].get_textpage().get_text_bounded() for each in (before, after)]
    assert texts[0] == texts[1] != ""


def test_every_page_blends_in_inks():
    pdf = pressed(leaflet('<h1 style="break-after: page; color: rgba(255, 0, 0, .5)">Water</h1><p>Tea</p>'))
    assert len(pdf.pages) == 2
    assert [each.Group for each in pdf.pages] == [
        Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
    ] * 2
    assert all(each.Group.CS == "/DeviceCMYK" for each in things(pdf, "/Subtype", "/Form"))


def test_link_becomes_plain_text():
    before = leaflet('<h1>Water</h1><p><a href="https://example.org/">More</a></p>')
    assert things(opened(before), "/S", "/Link") != []
    pdf = pressed(before)
    assert "/Annots" not in pdf.pages[0]
    assert things(pdf, "/S", "/Link") == things(pdf, "/Type", "/OBJR") == things(pdf, "/Subtype", "/Link") == []


def images(pdf):
    """Return the pictures of a PDF, their masks left out."""
    found = things(pdf, "/Subtype", "/Image")
    masks = [each.SMask.objgen for each in found if "/SMask" in each]
    return [each for each in found if each.objgen not in masks]


def test_picture_is_in_inks_and_keeps_its_opacity():
    (picture,) = images(
        pressed(leaflet(f'<h1>Water</h1><img alt="x" src="{png(RED, FAINT_TEAL)}">', "img { image-rendering: auto }"))
    )
    red, teal = (picture.read_bytes()[at : at + 4] for at in (0, 4))
    assert (str(picture.ColorSpace), picture.BitsPerComponent, len(picture.read_bytes())) == ("/DeviceCMYK", 8, 8)
    assert red[0] < 10 and min(red[1:3]) > 230 and red[3] == 0
    assert [round(ink / 2.55) for ink in teal] == [91, 58, 56, 9]
    assert list(picture.SMask.read_bytes()) == [255, 51]
    assert "/Interpolate" not in picture and "/Interpolate" not in picture.SMask


def test_no_dot_of_a_picture_takes_too_much_ink():
    (picture,) = images(
        pressed(leaflet(f'<h1>Water</h1><img alt="x" src="{png((0, 0, 0), (48, 0, 0), (255, 0, 0), mode="RGB")}">'))
    )
    totals = [sum(picture.read_bytes()[at : at + 4]) / 2.55 for at in (0, 4, 8)]
    assert totals[0] == pytest.approx(297, abs=2)
    assert totals[1] == pytest.approx(297, abs=2)
    assert totals[2] == pytest.approx(190, abs=2)


@pytest.mark.parametrize(
    "picture", [png((0, 0, 0), (128,) * 3, (255,) * 3, mode="RGB"), png(0, 128, 255, mode="L")], ids=["RGB", "L"]
)
def test_grey_picture_is_in_black_ink_alone(picture):
    (found,) = images(pressed(leaflet(f'<h1>Water</h1><img alt="x" src="{picture}">')))
    assert str(found.ColorSpace) == "/DeviceGray"
    assert [round(100 - value / 2.55) for value in found.read_bytes()] == [100, 51, 0]


def painted(raw, width, space, **more):
    """Make by hand a page with a picture of a single row."""
    pdf = opened(drawn("/i Do"))
    picture = pdf.make_stream(raw, Subtype=Name.Image, Width=width, Height=1, BitsPerComponent=8, ColorSpace=space)
    for key, value in more.items():
        picture[f"/{key}"] = value
    pdf.pages[0].Resources.XObject = Dictionary(i=picture)
    return saved(pdf)


@pytest.mark.parametrize(
    ("raw", "space", "more"),
    [
        pytest.param(b"\xff\0\0\xff\xff\xff", Name.DeviceRGB, {}, id="RGB"),
        pytest.param(b"\0\xff\xff\0\0\0", Name.DeviceRGB, {"Decode": [1, 0] * 3}, id="turned over"),
        pytest.param(b"\1\0", Array([Name.Indexed, Name.DeviceRGB, 1, b"\xff\xff\xff\xff\0\0"]), {}, id="of a table"),
    ],
)
def test_pictures_of_all_kinds_are_in_inks(raw, space, more):
    (picture,) = images(pressed(painted(raw, 2, space, **more)))
    assert (str(picture.ColorSpace), "/Decode" in picture) == ("/DeviceCMYK", False)
    assert [round(ink / 2.55) for ink in picture.read_bytes()] == [2, 93, 95, 0, 0, 0, 0, 0]


def test_picture_in_inks_stays_as_it_is():
    file = io.BytesIO()
    Image.new("CMYK", (4, 4), (255, 255, 255, 255)).save(file, "JPEG")
    source = f"data:image/jpeg;base64,{base64.b64encode(file.getvalue()).decode()}"
    before = opened(leaflet(f'<h1>Water</h1><img alt="x" src="{source}">'))
    (found,) = images(pressed(saved(before)))
    assert found.read_raw_bytes() == images(before)[0].read_raw_bytes()


def shadings(pdf):
    return [each for each in pdf.objects if isinstance(each, Dictionary) and "/ShadingType" in each]


def ends(shading):
    """Return the inks in percent, at the start and end of each stretch."""
    channels = len(shading.Function.Functions[0].Range) // 2
    rows = [[round(value / 2.55) for value in part.read_bytes()] for part in shading.Function.Functions]
    return [(tuple(row[:channels]), tuple(row[-channels:])) for row in rows]


def test_gradient_runs_between_the_inks_of_its_colours():
    (shading,) = shadings(pressed(leaflet('<h1 style="background: linear-gradient(red, #0b6b6f)">Water</h1>')))
    assert str(shading.ColorSpace) == "/DeviceCMYK"
    assert ends(shading) == [((2, 93, 95, 0), (91, 58, 56, 9))]


def test_gradient_keeps_its_sharp_stops():
    (shading,) = shadings(
        pressed(leaflet('<h1 style="background: linear-gradient(90deg, red 30%, #0b6b6f 30%)">Water</h1>'))
    )
    one, other = shading.Function.Bounds
    assert one == other
    red, teal = (2, 93, 95, 0), (91, 58, 56, 9)
    assert ends(shading) == [(red, red), (red, teal), (teal, teal)]


def test_gradient_of_greys_is_in_black_ink_alone_and_any_other_is_not():
    grey, mixed = "linear-gradient(black, #808080)", "linear-gradient(black, red)"
    (shading,) = shadings(pressed(leaflet(f'<h1 style="background: {grey}">Water</h1>')))
    assert ends(shading) == [((0, 0, 0, 100), (0, 0, 0, 51))]
    (shading,) = shadings(pressed(leaflet(f'<h1 style="background: {mixed}">Water</h1>')))
    first, _ = ends(shading)[0]
    assert min(first) > 60 and sum(first) < 300


def test_gradient_has_no_jumps():
    (shading,) = shadings(pressed(leaflet('<h1 style="background: linear-gradient(black, red, white)">Water</h1>')))
    for part in shading.Function.Functions:
        samples = part.read_bytes()
        assert len(samples) == 4 * part.Size[0]
        steps = [abs(one - other) for at in range(4) for one, other in pairwise(samples[at::4])]
        assert max(steps) < 26  # of 255


def test_gradient_of_opacity_stays_as_it_is():
    body = '<h1 style="background: linear-gradient(red, transparent)">Water</h1>'
    (before,), (after,) = (
        [each for each in shadings(pdf) if each.ColorSpace == Name.DeviceGray]
        for pdf in (opened(leaflet(body)), pressed(leaflet(body)))
    )
    assert before == after


def test_mask_keeps_its_luminosity():
    svg = """<svg width="9" height="9">
        <title>x</title><mask id="m"><rect width="9" height="9" fill="yellow"/></mask>
        <rect width="9" height="9" fill="red" mask="url(#m)"/>
    </svg>"""
    pdf = pressed(leaflet(f"<h1>Water</h1>{svg}"))
    (state,) = [each.SMask for each in pdf.pages[0].Resources.ExtGState.values() if "/SMask" in each]
    assert str(state.G.Group.CS) == "/DeviceGray"
    assert [operands for name, operands in instructions(state.G) if name == "g"] == [[pytest.approx(0.89)]]


def test_ground_of_a_mask_and_of_a_gradient_are_in_its_colours():
    pdf = opened(drawn("/m gs /s sh"))
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = pdf.make_stream(b"", Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group)
    mask = Dictionary(S=Name.Luminosity, G=form, BC=[1, 1, 0])
    ramp = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[1, 1, 1], N=1)
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 9, 9], Function=ramp, Background=[1, 0, 0]
    )
    pdf.pages[0].Resources.ExtGState = Dictionary(m=Dictionary(SMask=mask))
    pdf.pages[0].Resources.Shading = Dictionary(s=shading)
    resources = pressed(saved(pdf)).pages[0].Resources
    assert [float(each) for each in resources.ExtGState.m.SMask.BC] == [0.89]
    assert [float(each) for each in resources.Shading.s.Background] == [0.02, 0.93, 0.95, 0]


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def with_spaces(content):
    """Make a page by hand, which calls its colour spaces by names."""
    pdf = opened(drawn(content))
    profile = pdf.make_stream(SRGB)
    profile.N = 3
    calibrated = Array([Name.CalGray, Dictionary(WhitePoint=[0.95, 1, 1.09])])
    pdf.pages[0].Resources.ColorSpace = Dictionary(
        icc=Array([Name.ICCBased, profile]), cal=calibrated, ink=Name.DeviceCMYK
    )
    return saved(pdf)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("/icc cs", ["k 0 0 0 1"], id="a space begins with black"),
        pytest.param("/icc cs 1 1 1 sc", ["k 0 0 0 1", "k 0 0 0 0"], id="ICC"),
        pytest.param("/icc CS .5 .5 .5 SCN", ["K 0 0 0 1", "K 0 0 0 0.51"], id="of strokes"),
        pytest.param("/cal cs .5 scn", ["k 0 0 0 1", "k 0 0 0 0.51"], id="calibrated grey"),
        pytest.param("1 g .5 G", ["k 0 0 0 0", "K 0 0 0 0.51"], id="grey"),
        pytest.param("/ink cs 0.1 0.2 0.3 0.4 scn", ["cs /DeviceCMYK", "scn 0.1 0.2 0.3 0.4"], id="inks by a name"),
        pytest.param("0.9 0.9 0.9 0.9 k", ["k 0.9 0.9 0.9 0.9"], id="inks that were asked for"),
        pytest.param("/ink cs q /icc cs Q 0 0 0 0 sc", ["cs /DeviceCMYK", "k 0 0 0 1", "sc 0 0 0 0"], id="restored"),
        pytest.param("2 -1 2 rg", ["k 0.02 0.95 0.02 0"], id="brighter than can be"),
    ],
)
def test_colour_spaces_are_followed(content, expected):
    found = colours(pressed(with_spaces(content), marks=False))
    assert [
        " ".join([name, *(each if isinstance(each, str) else f"{each:g}" for each in values)]) for name, values in found
    ] == expected


def test_glyphs_that_are_drawn_are_in_inks_and_their_stencils_stay():
    pdf = opened(drawn("BT /f 9 Tf (a) Tj ET"))
    stencil = b"9 0 d0 1 0 0 rg\nBI /IM true /W 8 /H 1 /BPC 1 /D [1 0]\nID \xa5\nEI"
    glyphs = Dictionary(a=pdf.make_stream(stencil))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=glyphs, Resources=Dictionary())
    pdf.pages[0].Resources.Font = Dictionary(f=pdf.make_indirect(font))
    (glyph,) = pressed(saved(pdf)).pages[0].Resources.Font.f.CharProcs.values()
    raw = glyph.read_bytes()
    assert b" k\n" in raw and b"rg" not in raw
    assert b"ID\n\xa5\nEI" in raw


def mesh():
    shading = Dictionary(ShadingType=1, ColorSpace=Name.DeviceRGB, Function=Dictionary(FunctionType=4))
    return drawn("/s sh", Shading=Dictionary(s=shading))


def sampled():
    return drawn(
        "/s sh",
        Shading=Dictionary(s=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=Dictionary(FunctionType=4))),
    )


def of_another_profile():
    pdf = opened(with_spaces("/icc cs"))
    pdf.pages[0].Resources.ColorSpace.icc[1].write(cmyk.profile())
    return saved(pdf)


def keyed():
    return painted(b"\0\0\0", 1, Name.DeviceRGB, Mask=[0, 0, 0, 0, 0, 0])


def mixed():
    pdf = opened(painted(b"\0\0\0", 1, Name.DeviceRGB))
    mask = pdf.make_stream(b"\0", Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8, Matte=[1, 1, 1])
    pdf.pages[0].Resources.XObject.i.SMask = mask
    return saved(pdf)


FIELD = '<form><label for="a">Name</label><input id="a" name="a"></form>'


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        pytest.param(
            lambda: leaflet('<h1 style="color: lab(50 40 20)">Water</h1>'), "colours in the space Lab", id="Lab"
        ),
        pytest.param(of_another_profile, "colours in the space ICCBased", id="another profile"),
        pytest.param(keyed, "a picture in which a colour stands for no colour", id="see-through colour"),
        pytest.param(mixed, "a picture whose mask is mixed into its colours", id="matte"),
        pytest.param(lambda: painted(b"", 1, Name.DeviceRGB), "a picture of 1 × 1 dots can't be read", id="no dots"),
        pytest.param(
            lambda: leaflet(FIELD, pdf_forms=True), "page 1 holds an annotation of the kind Widget", id="form"
        ),
        pytest.param(mesh, "a gradient of type 1 can't", id="mesh"),
        pytest.param(sampled, "a gradient that is neither exponential nor made of such", id="other function"),
        pytest.param(
            lambda: drawn("BI /W 1 /H 1 /BPC 8 /CS /RGB\nID abc\nEI"), "a picture inside a content", id="inline"
        ),
        pytest.param(
            lambda: drawn("/s cs", ColorSpace=Dictionary(s=[Name.Separation, Name.Gold, Name.DeviceRGB, Dictionary()])),
            "space Separation",
            id="spot",
        ),
    ],
)
def test_what_cannot_be_put_into_inks_is_named(pdf, said):
    with pytest.raises(PressError, match=said):
        press(pdf())


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        pytest.param(b"", "can't be read", id="empty"),
        pytest.param(b"%PDF-1.6 " * 99, "can't be read", id="another file"),
        pytest.param(SRGB, "of the class 'mntr' for RGB, not", id="of a screen"),
        pytest.param(cmyk.profile(kind="scnr"), "of the class 'scnr' for CMYK", id="of a scanner"),
        pytest.param(cmyk.profile().replace(b"B2A0", b"B2Ax"), "can't be used to convert", id="without a table"),
    ],
)
def test_unfit_profile_is_refused(profile, said):
    with pytest.raises(PressError, match=said):
        press(drawn(""), profile=profile)


@pytest.mark.parametrize("bleed", [-1, 6.5])
def test_bleed_that_leaves_no_room_for_marks_is_refused(bleed):
    with pytest.raises(PressError, match="may be from 0 to 6 mm"):
        press(drawn(""), bleed=bleed)


@pytest.mark.skipif(not DEBIAN.is_file(), reason="needs the package libgs-common")
def test_profile_of_debian_will_do():
    pdf = pressed(leaflet(EVERYTHING, LOOKS), profile=DEBIAN.read_bytes())
    assert {(0, 0, 0, 100), (88, 42, 51, 18)} <= set(inks(pdf))
    assert all(sum(each) < 300 for each in inks(pdf))
    assert (0, 0, 0, 100) in text_inks(pdf)
