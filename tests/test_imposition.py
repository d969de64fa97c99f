"""Sheets are folded and cut here as hands would do it, from what is printed on them, and then read."""

import io
import re
from functools import cache
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from handouts.imposition import Fold, edges, impose, sheets, sides
from handouts.job import Sheet
from handouts.languages import Direction
from handouts.typeset import plain
from tests.conftest import make_job

LTR, RTL = Direction.LTR, Direction.RTL
A4, LETTER = (210.0, 297.0), (215.9, 279.4)
MM = 72 / 25.4
WORDS = {"en": "page {}", "ar": "صفحة {}", "zh-Hans": "第{}页"}
FONTS = {"en": "Noto Sans", "ar": "Noto Sans Arabic", "zh-Hans": "Noto Sans SC"}
DIRECTIONS = [pytest.param("en", LTR, id="en"), pytest.param("ar", RTL, id="ar"), pytest.param("zh-Hans", LTR, id="zh")]
SIZES = {Fold.BOOKLET: (148, 210), Fold.TWO_UP: (148, 210), Fold.FOUR_UP: (105, 148), Fold.TRI_FOLD: (99, 210)}


# Paper: what lies on the table is, column by column, a pile of leaves from the top down, each with what is printed on
# its upper and its lower face.


def lying(printed):
    """Lay sheets on the table, the first at the bottom, with their backs up and their fronts down."""
    columns = range(len(printed[0]))
    pairs = list(zip(printed[::2], printed[1::2], strict=True))
    return {column: [(back[column], front[-1 - column]) for front, back in reversed(pairs)] for column in columns}


def fold(table, column, *, at):
    """Turn over all that lies in a column at the line before column `at`, onto what lies beyond."""
    turned = [(lower, upper) for upper, lower in reversed(table[column])]
    onto = 2 * at - 1 - column
    rest = {each: pile for each, pile in table.items() if each not in (column, onto)}
    return rest | {onto: turned + table[onto]}


def folded_booklet(printed, direction):
    """Fold a pile of sheets so that the fold is where a reader of the language expects the spine; leaf through it."""
    table = fold(lying(printed), 0 if direction is LTR else 1, at=1)
    [pile] = table.values()
    return [page for leaf in pile for page in leaf]


def folded_in_three(printed, direction):
    """Fold one sheet: the outer third at the lines' ends goes in first, that at their beginnings over it."""
    flap, cover = (2, 0) if direction is LTR else (0, 2)
    table = lying(printed)
    for panel in (flap, cover):
        table = fold(table, panel, at=2 if panel == 2 else 1)
    [pile] = table.values()
    return pile


def row(side):
    """Return the pages of a side of one row, from left to right."""
    return [placed.page for placed in sorted(side, key=lambda placed: placed.column)]


def rows(found):
    return [row(side) for side in found]


# Pages in, and what is printed on the sheets.


@cache
def leaflet(language, count, width, height):
    """Set a leaflet whose pages say which they are, in a language."""
    body = "".join(f"<h1>{WORDS[language].format(number)}</h1>" for number in range(1, count + 1))
    font = f'html {{ font-family: "Noto Sans", "{FONTS[language]}" }} h1 + h1 {{ break-before: page }}'
    css = f"@page {{ size: {width}mm {height}mm; margin: 10mm }} {font}"
    done = plain(make_job(body, css, lang=language, sheet=Sheet(1, 12, 12), fonts=("Noto Sans", FONTS[language])))
    assert (done.problems, done.pages) == ((), count)
    return done.pdf


def drawing(*contents, width=148.5, height=210.0, **page):
    """Draw pages by hand: one for each content stream, with further entries of the page's dictionary."""
    with pikepdf.new() as pdf:
        for content in contents:
            made = pdf.add_blank_page(page_size=(width * MM, height * MM))
            made.Contents = pdf.make_stream(content)
            for key, value in page.items():
                made[f"/{key}"] = value
        return written(pdf)


def written(pdf):
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def filled(*colours, width, height):
    return drawing(
        *(f"{colour} rg -999 -999 9999 9999 re f".encode() for colour in colours), width=width, height=height
    )


def imposed(pdf, fold, direction=LTR, sheet=A4, **more):
    return impose(pdf, fold=fold, direction=direction, sheet=sheet, title="A test", language="en", **more)


def printed(pdf, language, columns, lines=1):
    """Read which pages stand on the sides, each place by itself, row by row; None where a place is blank."""
    word = re.compile(WORDS[language].format(r"\s*(\d+)\s*").replace(" ", ""))
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        (width, height), text = page.get_size(), page.get_textpage()
        side = []
        for place in range(columns * lines):
            down, across = divmod(place, columns)
            left, top = width * across / columns, height * (lines - down) / lines
            said = text.get_text_bounded(left, top - height / lines, left + width / columns, top)
            numbers = word.findall(said)
            assert len(numbers) == (1 if said.strip() else 0), said
            side.append(int(numbers[0]) if numbers else None)
        found.append(side)
    return found


def left_edges(pdf, side):
    """Return where the headings of a side begin, in mm from its left, from left to right."""
    text = pypdfium2.PdfDocument(pdf)[side].get_textpage()
    said = text.get_text_range()
    return sorted(text.get_charbox(match.start())[0] / MM for match in re.finditer("page", said))


def colours(pdf, side, *points):
    """Return the colours at points of a side, in mm from its left and its top."""
    picture = pypdfium2.PdfDocument(pdf)[side].render(scale=10 / MM).to_pil()
    return [picture.getpixel((round(x * 10), round(y * 10))) for x, y in points]


def lines_on(page):
    """Return the lines drawn on a side as ((x, y), (x, y)) in mm, with width in pt, dashes and colour as they are."""
    found, state = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        values = [list(map(float, each)) if isinstance(each, Array) else each for each in operands]
        if str(operator) in ("w", "d", "G", "k", "K", "RG"):
            state[str(operator)] = values
        if str(operator) in ("m", "l"):
            state[str(operator)] = tuple(round(float(each) / MM, 2) for each in values)
        if str(operator) == "S":
            assert float(state["w"][0]) == 0.3
            assert "K" not in state and "RG" not in state and state["G"] == [0]
            found.append((state["m"], state["l"], bool(state.get("d"))))
    return found


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


# Numbers


@pytest.mark.parametrize(
    ("kind", "pages", "expected"),
    [
        *((Fold.BOOKLET, 1, 1), (Fold.BOOKLET, 4, 1), (Fold.BOOKLET, 5, 2), (Fold.BOOKLET, 12, 3)),
        *((Fold.TWO_UP, 1, 1), (Fold.TWO_UP, 2, 1), (Fold.TWO_UP, 3, 2), (Fold.FOUR_UP, 4, 2)),
        *((Fold.TRI_FOLD, 1, 1), (Fold.TRI_FOLD, 6, 1), (Fold.TRI_FOLD, 7, 2), (Fold.TRI_FOLD, 12, 2)),
    ],
)
def test_sheets_are_as_many_as_the_pages_need(kind, pages, expected):
    assert sheets(kind, pages) == expected
    assert len(sides(kind, pages, LTR)) == 2 * expected


def test_six_pages_of_a_booklet_become_eight():
    assert rows(sides(Fold.BOOKLET, 6, LTR)) == [[None, 0], [1, None], [5, 2], [3, 4]]


def test_booklet_of_a_right_to_left_language_is_mirrored():
    assert rows(sides(Fold.BOOKLET, 6, RTL)) == [[0, None], [None, 1], [2, 5], [4, 3]]


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("pages", [1, 4, 5, 6, 8, 12, 40])
def test_folded_booklet_reads_from_its_cover_to_its_back(pages, direction):
    read = folded_booklet(rows(sides(Fold.BOOKLET, pages, direction)), direction)
    blanks = -pages % 4
    assert read == [*range(pages), *[None] * blanks]


def test_booklet_folded_the_other_way_would_begin_with_its_back():
    assert folded_booklet(rows(sides(Fold.BOOKLET, 8, LTR)), RTL) == [7, 6, 5, 4, 3, 2, 1, 0]


@pytest.mark.parametrize("direction", Direction)
def test_tri_fold_shows_its_cover_then_two_beside_the_flap_and_its_back_last(direction):
    cover, flap, middle = folded_in_three(rows(sides(Fold.TRI_FOLD, 6, direction)), direction)
    assert (cover[0], middle[1]) == (0, 5)
    assert (cover[1], flap[0]) == (1, 4)


@pytest.mark.parametrize(("direction", "read"), [(LTR, [1, 2, 3]), (RTL, [3, 2, 1])])
def test_opened_tri_fold_shows_three_pages_in_reading_order(direction, read):
    outside, inside = rows(sides(Fold.TRI_FOLD, 6, direction))
    assert inside == read
    cover, flap, middle = folded_in_three([outside, inside], direction)
    assert [cover[1], middle[0], flap[1]] == [1, 2, 3]


def test_further_pages_of_a_tri_fold_are_sheets_of_their_own():
    found = rows(sides(Fold.TRI_FOLD, 8, LTR))
    assert found == [[4, 5, 0], [1, 2, 3], [None, None, 6], [7, None, None]]


@pytest.mark.parametrize(("kind", "copies"), [(Fold.TWO_UP, 2), (Fold.FOUR_UP, 4)])
def test_leaflets_to_be_cut_repeat_one_page_a_side(kind, copies):
    found = [[placed.page for placed in side] for side in sides(kind, 3, LTR)]
    assert found == [[0] * copies, [1] * copies, [2] * copies, [None] * copies]


@pytest.mark.parametrize("kind", Fold)
@pytest.mark.parametrize("direction", Direction)
def test_no_two_pages_share_a_place(kind, direction):
    for side in sides(kind, 9, direction):
        places = {(placed.column, placed.row) for placed in side}
        assert len(places) == len(side) == {Fold.BOOKLET: 2, Fold.TWO_UP: 2, Fold.FOUR_UP: 4, Fold.TRI_FOLD: 3}[kind]


def test_inner_sheets_move_towards_the_spine():
    found = sides(Fold.BOOKLET, 12, LTR, creep=0.5)
    shifts = [{placed.column: placed.shift for placed in side} for side in found]
    outer, middle, inner = {0: 0, 1: 0}, {0: 0.5, 1: -0.5}, {0: 1, 1: -1}
    assert shifts == [outer, outer, middle, middle, inner, inner]
    assert [
        {placed.column: placed.shift for placed in side} for side in sides(Fold.BOOKLET, 12, RTL, creep=0.5)
    ] == shifts


def test_pages_move_by_the_thickness_of_80_g_paper_unless_told():
    assert sides(Fold.BOOKLET, 8, LTR) == sides(Fold.BOOKLET, 8, LTR, creep=0.1) != sides(Fold.BOOKLET, 8, LTR, creep=0)


def test_sheets_of_which_none_lies_in_another_do_not_creep():
    for kind in set(Fold) - {Fold.BOOKLET}:
        assert {placed.shift for side in sides(kind, 12, LTR, creep=0.5) for placed in side} == {0}


@pytest.mark.parametrize("direction", Direction)
def test_flap_is_narrower_and_the_others_are_equal(direction):
    outside = edges(Fold.TRI_FOLD, direction, 297, back=False)
    widths = [right - left for left, right in pairwise(outside)]
    flap = next(placed.column for placed in sides(Fold.TRI_FOLD, 6, direction)[0] if placed.page == 4)
    assert widths.pop(flap) == pytest.approx(98)
    assert widths == pytest.approx([99.5, 99.5])


@pytest.mark.parametrize("kind", Fold)
@pytest.mark.parametrize("direction", Direction)
def test_folds_of_front_and_back_are_at_the_same_place_of_the_paper(kind, direction):
    front, back = (edges(kind, direction, 297, back=back) for back in (False, True))
    assert [297 - x for x in reversed(back)] == pytest.approx(front)


# Sheets


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS)
def test_booklet_of_a_language_reads_in_order_when_it_is_folded(language, direction):
    pdf = imposed(leaflet(language, 6, 148, 210), Fold.BOOKLET, direction)
    assert folded_booklet(printed(pdf, language, 2), direction) == [1, 2, 3, 4, 5, 6, None, None]


@pytest.mark.parametrize("pages", [4, 8, 12])
def test_booklet_of_many_pages_reads_in_order_when_it_is_folded(pages):
    pdf = imposed(leaflet("en", pages, 148, 210), Fold.BOOKLET)
    assert folded_booklet(printed(pdf, "en", 2), LTR) == list(range(1, pages + 1))


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS)
def test_tri_fold_of_a_language_reads_in_order_when_it_is_folded(language, direction):
    pdf = imposed(leaflet(language, 6, 99, 210), Fold.TRI_FOLD, direction)
    assert folded_in_three(printed(pdf, language, 3), direction) == [(1, 2), (5, 4), (3, 6)]


@pytest.mark.parametrize(("language", "direction"), DIRECTIONS)
@pytest.mark.parametrize("kind", [Fold.TWO_UP, Fold.FOUR_UP])
def test_every_leaflet_cut_from_a_sheet_is_whole(kind, language, direction):
    lines = 2 if kind is Fold.FOUR_UP else 1
    front, back = printed(imposed(leaflet(language, 2, *SIZES[kind]), kind, direction), language, 2, lines)
    assert set(zip(front, back, strict=True)) == {(1, 2)} and len(front) == 2 * lines


def test_sheet_for_four_is_upright_and_others_lie():
    for kind, size in SIZES.items():
        [page, _] = pypdfium2.PdfDocument(imposed(leaflet("en", 2, *size), kind))
        assert [side / MM for side in page.get_size()] == pytest.approx(A4 if kind is Fold.FOUR_UP else A4[::-1])


def test_letter_paper_has_places_of_its_own():
    pdf = imposed(drawing(b"", width=139.7, height=215.9), Fold.BOOKLET, sheet=LETTER)
    assert [side / MM for side in pypdfium2.PdfDocument(pdf)[0].get_size()] == pytest.approx(LETTER[::-1])


def test_page_stands_in_the_middle_of_its_place():
    # margins of 10 mm, and half a millimetre by which half an A4 sheet is wider than A5, on both sides of the page
    assert left_edges(imposed(leaflet("en", 2, 148, 210), Fold.TWO_UP), 0) == pytest.approx(
        [10.25 + bearing("en"), 158.75 + bearing("en")], abs=0.01
    )


def bearing(language):
    """Return how far right of its margin a heading's ink begins, in mm, on a page as it was set."""
    [edge] = left_edges(leaflet(language, 2, 148, 210), 0)
    return edge - 10


def test_pages_of_inner_sheets_are_printed_nearer_to_the_spine():
    pdf = imposed(leaflet("en", 8, 148, 210), Fold.BOOKLET, creep=2)
    (outer_left, outer_right), (inner_left, inner_right) = left_edges(pdf, 0), left_edges(pdf, 2)
    assert inner_left - outer_left == pytest.approx(2, abs=0.01)
    assert inner_right - outer_right == pytest.approx(-2, abs=0.01)


def test_page_is_placed_by_its_trim_box_and_its_bleed_stays_away():
    bleeding = b"1 0 0 rg -99 -99 999 999 re f 0 0 1 rg 0 0 28.35 28.35 re f"  # blue: a square of 10 mm at the foot
    box = Array([-30, -30, 148.5 * MM + 30, 210 * MM + 30])
    pdf = imposed(drawing(bleeding, MediaBox=box, TrimBox=Array([0, 0, 148.5 * MM, 210 * MM])), Fold.BOOKLET)
    blue, red, white = (0, 0, 255), (255, 0, 0), (255, 255, 255)
    places = [(147.9, 209), (149.1, 209), (157.9, 200.6), (159.1, 209)]
    assert colours(pdf, 0, *places) == [white, blue, blue, red]


def test_turned_page_is_placed_as_its_reader_sees_it():
    # lies on its side in the file: what is at its left is at the top when it is turned by 90 degrees clockwise
    pdf = imposed(drawing(b"1 0 0 rg 0 0 99 999 re f", width=210, height=148.5, Rotate=90), Fold.TWO_UP)
    red, white = (255, 0, 0), (255, 255, 255)
    assert colours(pdf, 0, (5, 5), (140, 5), (160, 30), (5, 50), (290, 200)) == [red, red, red, white, white]


def test_page_with_a_unit_of_its_own_has_its_true_size():
    half = drawing(b"1 0 0 rg 0 0 999 999 re f", width=74.25, height=105, UserUnit=2)
    assert colours(imposed(half, Fold.TWO_UP), 0, (2, 2), (295, 208)) == [(255, 0, 0)] * 2


def test_nothing_of_a_page_is_printed_on_the_panel_beside_it():
    red, green = (255, 0, 0), (0, 255, 0)
    pages = filled(*["1 0 0", "0 1 0"] * 3, width=99, height=210)  # of 1 to 6 every other is red
    pdf = imposed(pages, Fold.TRI_FOLD)
    # outside, from the left: the flap 5, which ends after 98 mm, the back 6 and the cover 1
    assert colours(pdf, 0, (97.7, 9), (98.5, 9), (196.9, 9), (198, 9)) == [red, green, green, red]
    # inside: 2, 3, and 4 on the flap, which begins after 199 mm
    assert colours(pdf, 1, (99, 9), (100, 9), (198.6, 9), (199.4, 9)) == [green, red, red, green]


def test_page_with_other_colours_keeps_them_as_they_were_written():
    content = b"0 .2 .4 .6 k 0 0 9 9 re f\n1 .5 0 rg 9 9 9 9 re f\n"
    with opened(imposed(drawing(content), Fold.TWO_UP)) as pdf:
        assert pdf.pages[0].Resources.XObject.P1.read_bytes().strip() == content.strip()


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(210, 297, id="too-large"),
        pytest.param(147.9, 210, id="too-narrow"),
        pytest.param(148, 211, id="high"),
    ],
)
def test_page_that_has_not_the_size_of_its_place_is_named(width, height):
    with pytest.raises(
        ValueError, match=rf"^page 1 measures {width:.1f} × {height:.1f} mm, .* booklet 148\.5 × 210\.0 mm$"
    ):
        imposed(drawing(b"", width=width, height=height), Fold.BOOKLET)


def test_page_is_drawn_once_however_often_it_is_placed():
    source = leaflet("en", 2, 105, 148)
    with opened(imposed(source, Fold.FOUR_UP)) as pdf, opened(source) as before:
        assert (
            len([item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"])
            == 2
        )
        assert fonts(pdf) == fonts(before) and fonts(pdf)


def fonts(pdf):
    found = [item for item in pdf.objects if isinstance(item, Dictionary) and "/FontDescriptor" in item]
    return sorted((str(item.BaseFont), len(item.FontDescriptor.get("/FontFile2", b"").read_bytes())) for item in found)


# Lines


def test_sheet_for_two_is_cut_in_the_middle():
    with opened(imposed(drawing(b"", b""), Fold.TWO_UP)) as pdf:
        for page in pdf.pages:
            assert lines_on(page) == [((148.5, 210), (148.5, 0), True)]


def test_sheet_for_four_is_cut_twice():
    with opened(imposed(drawing(b"", width=105, height=148.5), Fold.FOUR_UP)) as pdf:
        assert lines_on(pdf.pages[0]) == [((105, 297), (105, 0), True), ((0, 148.5), (210, 148.5), True)]


def test_folds_are_marked_in_the_outer_five_millimetres_only():
    with opened(imposed(drawing(b"", b""), Fold.BOOKLET)) as pdf:
        for page in pdf.pages:
            assert lines_on(page) == [((148.5, 210), (148.5, 205), False), ((148.5, 0), (148.5, 5), False)]


@pytest.mark.parametrize(("direction", "folds"), [(LTR, [(98, 197.5), (99.5, 199)]), (RTL, [(99.5, 199), (98, 197.5)])])
def test_folds_of_a_tri_fold_are_marked_where_its_flap_is_narrower(direction, folds):
    with opened(imposed(drawing(b"", b"", width=99), Fold.TRI_FOLD, direction)) as pdf:
        found = [[start[0] for start, _, _ in lines_on(page)] for page in pdf.pages]
    assert found == [[first, first, second, second] for first, second in folds]


def test_width_of_the_flap_is_a_choice():
    with opened(imposed(drawing(b"", width=99), Fold.TRI_FOLD, flap=0)) as pdf:
        assert {start[0] for start, _, _ in lines_on(pdf.pages[0])} == {99, 198}


def test_back_that_holds_no_page_is_blank():
    with opened(imposed(drawing(b""), Fold.TWO_UP)) as pdf:
        front, back = pdf.pages
        assert lines_on(front) and back.Contents.read_bytes() == b"\n"


def test_no_stream_is_empty_for_ghostscript_would_call_it_broken():
    with opened(imposed(drawing(b""), Fold.TWO_UP)) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        assert streams and all(stream.read_raw_bytes() for stream in streams)


# The file


@pytest.mark.parametrize("kind", Fold)
def test_same_pages_give_the_same_bytes_without_a_date(kind):
    source = leaflet("en", 2, *SIZES[kind])
    pdf = imposed(source, kind)
    assert pdf == imposed(source, kind)
    with opened(pdf) as made:
        assert set(made.docinfo.keys()) == {"/Title"}
        assert b"Date" not in made.Root.Metadata.read_bytes()


def test_other_pages_give_another_identifier():
    one, other = (opened(imposed(drawing(content), Fold.TWO_UP)).trailer.ID[0] for content in (b"q Q", b"q q Q Q"))
    assert bytes(one) != bytes(other)


@pytest.mark.parametrize("kind", Fold)
def test_printer_is_told_to_keep_the_size_and_how_to_turn_the_sheet(kind):
    with opened(imposed(leaflet("en", 2, *SIZES[kind]), kind)) as pdf:
        told = pdf.Root.ViewerPreferences
        edge = "/DuplexFlipLongEdge" if kind is Fold.FOUR_UP else "/DuplexFlipShortEdge"
        assert (told.Duplex, told.PrintScaling, told.DisplayDocTitle) == (edge, "/None", True)


def test_title_and_language_are_those_given_and_no_standard_is_claimed():
    title = "Wasser & <Salz>, ماء {0}"
    source = leaflet("ar", 6, 148, 210)
    pdf = impose(source, fold=Fold.BOOKLET, direction=RTL, sheet=A4, title=title, language="ar")
    with opened(pdf) as made:
        assert (str(made.docinfo.Title), str(made.Root.Lang)) == (title, "ar")
        with made.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert (metadata.pdfa_status, metadata.get("pdfuaid:part")) == ("", None)
    with opened(source) as before, before.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"


def test_tags_and_form_fields_are_left_behind():
    with opened(leaflet("en", 2, 148, 210)) as source:
        nested = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], StructParent=7, StructParents=8)
        source.pages[0].Resources["/XObject"] = Dictionary(Nested=source.make_stream(b"", nested))
        source.Root.AcroForm = Dictionary(Fields=Array())
        assert "/StructTreeRoot" in source.Root and "/StructParents" in source.pages[0]
        pdf = imposed(written(source), Fold.TWO_UP)
    with opened(pdf) as made:
        assert set(made.Root.keys()) == {"/Type", "/Pages", "/Lang", "/Metadata", "/ViewerPreferences"}
        assert "/Nested" in made.pages[0].Resources.XObject.P1.Resources.XObject
        keys = {key for item in made.objects if isinstance(item, Dictionary | pikepdf.Stream) for key in dict(item)}
    assert keys & {"/StructParents", "/StructParent", "/StructTreeRoot", "/MarkInfo", "/Annots"} == set()


def test_file_is_pdf_17_and_everything_but_its_metadata_is_compressed():
    with opened(imposed(leaflet("en", 2, 148, 210), Fold.TWO_UP)) as pdf:
        assert pdf.pdf_version == "1.7"
        plain_streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Filter" not in item]
        assert [item.get("/Type") for item in plain_streams] == ["/Metadata"]
