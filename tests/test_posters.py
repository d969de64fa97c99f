"""The poster, the cards and the duplex test, as they come out of the engine: what can be read, measured and seen."""

import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import page
import pikepdf
import pypdfium2
import pytest
import weasyprint

from handouts import compose, posters, textlayer, typeset
from handouts import project as projects
from handouts.editions import PAPERS
from handouts.imprint import Imprint
from handouts.problems import Report
from handouts.seeds import load as load_seeds
from tests import structure
from tests.conftest import squeezed
from tests.test_contrast import LEAST, contrast, texts
from tests.test_pdf import DIFFERENT
from tests.test_specimen import loaded

MM = 72 / 25.4
COUNTS, SIZES = [2, 4, 12, 35], ["a4", "letter"]
NAMES = ["point-to-your-language", "language-cards", "duplex-test"]
each_poster = pytest.mark.parametrize(("count", "paper"), [(count, paper) for count in COUNTS for paper in SIZES])
each_paper = pytest.mark.parametrize("paper", SIZES)


def jobs_of(project, *, papers=SIZES, catalogs=None):
    """Return the jobs of a project by name, without a problem."""
    found, report = loaded(), Report()
    made = compose.composer(project, found.content, Imprint(), report)
    translated = found.catalogs if catalogs is None else catalogs
    jobs = {job.name: job for job in posters.jobs(project, found.content, translated, made, papers)}
    assert list(report) == []
    return jobs


@cache
def jobs(count):
    project = loaded().project
    return jobs_of(replace(project, languages=project.languages[:count]))


@cache
def done(count, name, paper):
    """Return the PDF of a sheet for so many languages of the specimen."""
    made = typeset.plain(jobs(count)[f"{name}.{paper}"])
    assert [str(problem) for problem in made.problems] == []
    return made.pdf


def opened(count, name, paper):
    return pikepdf.open(io.BytesIO(done(count, name, paper)))


def entries(count):
    found = loaded()
    some = replace(found.project, languages=found.project.languages[:count])
    return posters.entries(some, found.content, found.catalogs)


Box = tuple[float, float, float, float]  # left, top, right, bottom; mm from the upper left corner


def outlines(pdf: pikepdf.Pdf, number: int = 0) -> Iterator[tuple[str, Box]]:
    """Go through the boxes around all paths of a page that are painted, with the operator that paints them."""
    side = pdf.pages[number]
    height, points, matrices = float(side.MediaBox[3]), [], [pikepdf.Matrix()]
    for operands, operator in pikepdf.parse_content_stream(side):
        name = str(operator)
        if name == "q":
            matrices.append(matrices[-1])
        elif name == "Q":
            matrices.pop()
        elif name == "cm":
            matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ matrices[-1]
        elif name in ("m", "l", "c"):
            values = [float(value) for value in operands]
            points += [matrices[-1].transform(each) for each in zip(values[::2], values[1::2], strict=True)]
        elif name == "re":
            x, y, wide, high = map(float, operands)
            points += [matrices[-1].transform(each) for each in ((x, y), (x + wide, y + high))]
        elif name in ("f", "f*", "S", "s", "B", "n"):
            across, down = [x / MM for x, _ in points], [(height - y) / MM for _, y in points]
            if points:
                yield name, (min(across), min(down), max(across), max(down))
            points = []


def cells(pdf: pikepdf.Pdf, number: int = 0) -> list[Box]:
    """Return the cells of a page by their borders, which are areas between two rounded boxes."""
    return [
        box for name, box in outlines(pdf, number) if name == "f*" and box[2] - box[0] > 30 and box[3] - box[1] > 15
    ]


def figures(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, Box]]:
    """Go through all pictures with their pages, alternative texts and places."""
    numbers = {side.objgen: number for number, side in enumerate(pdf.pages)}
    for element in structure.tree(pdf).walk():
        if element.kind == "/Figure":
            number = numbers[element.node.Pg.objgen]
            left, low, right, high = (float(value) / MM for value in element.node.A.BBox)
            height = float(pdf.pages[number].MediaBox[3]) / MM
            yield number, str(element.node.Alt), (left, height - high, right, height - low)


def centre(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def spoken(pdf: pikepdf.Pdf) -> dict[str, list[structure.Element]]:
    """Return the elements that name their language, by language."""
    found: dict[str, list[structure.Element]] = {}
    for element in structure.tree(pdf).walk():
        if "/Lang" in element.node:
            found.setdefault(str(element.node.Lang), []).append(element)
    return found


def type_sizes(pdf: pikepdf.Pdf) -> Mapping[structure.Mark, float]:
    """Return the size of type of each piece of marked content, in pt."""
    found, scale, mark = {}, [1.0], None
    for number, side in enumerate(pdf.pages):
        for operands, operator in pikepdf.parse_content_stream(side):
            name = str(operator)
            if name == "q":
                scale.append(scale[-1])
            elif name == "Q":
                scale.pop()
            elif name == "cm":
                scale[-1] *= abs(float(operands[3]))
            elif name == "BDC" and "/MCID" in operands[1]:
                mark = int(operands[1].MCID)
            elif name == "Tf" and mark is not None:
                found[number, mark] = float(operands[1]) * scale[-1]
    return found


def picture(pdf: bytes, side: int = 0, *, dots: int = 300):
    return pypdfium2.PdfDocument(pdf)[side].render(scale=dots / 72, grayscale=True).to_pil()


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [4, 35])
@each_paper
def test_sheet_conforms_to_the_standards(count, name, paper, profile):
    report = page.validate_pdf_bytes(done(count, name, paper), profile=profile)
    assert {str(failure.rule_id) for failure in report.failures} - DIFFERENT == set()


@pytest.mark.parametrize("name", NAMES)
@each_paper
def test_every_text_stands_out_from_what_is_behind_it(name, paper):
    job = jobs(4)[f"{name}.{paper}"]
    styles = [weasyprint.CSS(string=style.css, font_config=typeset._fonts()) for style in job.styles]
    document = weasyprint.HTML(string=job.html).render(font_config=typeset._fonts(), stylesheets=styles)
    found = [each for side in document.pages for each in texts(side._page_box)]
    assert len(found) >= 12
    assert [text for text, color, behind in found if contrast(color, behind) < LEAST] == []


@pytest.mark.parametrize("name", NAMES)
@each_paper
def test_headings_and_tables_are_tagged(name, paper):
    pdf = opened(35, name, paper)
    assert [*structure.heading_levels(pdf), *structure.table_headers(pdf), *structure.links(pdf)] == []
    assert str(pdf.Root.Lang) == "en" and len(str(pdf.docinfo.Title)) > 10


@each_poster
def test_poster_is_one_upright_page(count, paper):
    pdf, size = opened(count, "point-to-your-language", paper), PAPERS[paper]
    assert len(pdf.pages) == 1
    assert [float(value) / MM for value in pdf.pages[0].MediaBox[2:]] == pytest.approx(
        [size.width, size.height], abs=0.1
    )


@each_poster
def test_cells_are_high_enough_to_point_at_and_lie_beside_each_other(count, paper):
    found = cells(opened(count, "point-to-your-language", paper))
    assert len(found) == count
    assert min(bottom - top for _, top, _, bottom in found) >= 20
    assert min(left for left, *_ in found) >= 6 and max(right for _, _, right, _ in found) <= PAPERS[paper].width - 6
    for number, (left, top, right, bottom) in enumerate(found):
        for other in found[number + 1 :]:
            assert other[0] >= right + 1 or other[2] <= left - 1 or other[1] >= bottom + 1 or other[3] <= top - 1


@each_poster
def test_cells_fill_the_page(count, paper):
    found, size = cells(opened(count, "point-to-your-language", paper)), PAPERS[paper]
    assert max(right for _, _, right, _ in found) - min(left for left, *_ in found) > size.width - 17
    assert max(bottom for *_, bottom in found) > size.height - 15
    assert min(top for _, top, *_ in found) < 41


@each_poster
def test_nothing_is_drawn_between_the_cells(count, paper):
    pdf = done(count, "point-to-your-language", paper)
    drawn, scale = picture(pdf), 300 / 25.4
    for left, top, right, bottom in cells(opened(count, "point-to-your-language", paper)):
        for strip in ((left, bottom + 0.15, right, bottom + 1.3), (right + 0.15, top, right + 1.3, bottom)):
            assert drawn.crop(tuple(round(edge * scale) for edge in strip)).getextrema()[0] > 250


@pytest.mark.parametrize("name", NAMES[:2])
@pytest.mark.parametrize("count", [4, 35])
@each_paper
def test_names_are_read_out_as_they_are_written(count, name, paper):
    pdf, job = done(count, name, paper), jobs(count)[f"{name}.{paper}"]
    assert [str(problem) for problem in textlayer.differences(job.name, pdf, job.texts)] == []
    there = squeezed(textlayer.read(pdf))
    exact = [entry for entry in entries(count) if entry.language.text_layer > 0.98]
    assert len(exact) >= count * 0.8
    assert [entry.name for entry in exact if squeezed(entry.name) not in there] == []
    assert [entry.number for entry in entries(count) if f"{entry.number}" not in there] == []


@pytest.mark.parametrize("count", [4, 35])
@each_paper
def test_name_and_sentence_are_tagged_with_their_language(count, paper):
    found = spoken(opened(count, "point-to-your-language", paper))
    assert set(found) == {entry.language.tag for entry in entries(count)}
    assert {tag: [element.kind for element in each] for tag, each in found.items() if len(each) != 2} == {}


@each_paper
def test_names_have_at_least_20_pt_with_35_languages(paper):
    pdf = opened(35, "point-to-your-language", paper)
    sizes = type_sizes(pdf)
    for tag, (name, sentence) in spoken(pdf).items():
        large = {sizes[mark] for part in name.walk() for mark in part.content}
        small = {sizes[mark] for part in sentence.walk() for mark in part.content}
        assert min(large) >= 19.99, tag
        assert 6.9 <= min(small) < 9, tag


def test_few_languages_get_large_names():
    size = {count: posters.grid(entries(count), PAPERS["a4"]).name for count in COUNTS}
    assert size[2] > 80 and size[4] > 60 and size[12] > 30 and size[35] >= 20


def test_forty_languages_still_fit():
    more = (*entries(35), *entries(5))
    for paper in SIZES:
        made = posters.grid(more, PAPERS[paper])
        assert made.columns * made.rows >= 40 and made.height >= 20 and made.name >= 16


def test_languages_are_numbered_by_their_english_names():
    found = entries(35)
    assert [entry.number for entry in found] == list(range(1, 36))
    assert [entry.language.english_name for entry in found][:3] == ["Amharic", "Arabic", "Bangla"]
    assert [entry.number for entry in found if entry.language.tag == "zh-Hans"] == [23]


def test_name_begins_with_a_capital_where_its_script_has_them():
    names = {entry.language.tag: entry.name for entry in entries(35)}
    assert (names["es"], names["uk"], names["ar"]) == ("Español", "Українська", "العربية")


def test_sentence_stands_on_the_poster_in_each_language():
    there = textlayer.read(done(4, "point-to-your-language", "a4"))
    for sentence in ("Por favor, señale su idioma", "Por favor, aponte", "Veuillez montrer"):
        assert squeezed(sentence) in squeezed(there)
    assert squeezed(there).count(squeezed("Point to your language")) == 2  # the heading, and English


def test_language_without_the_sentence_shows_its_name_only():
    project = replace(loaded().project, languages=("en", "es", "ar"))
    job = jobs_of(project, papers=["a4"], catalogs={})["point-to-your-language.a4"]
    found = spoken(pikepdf.open(io.BytesIO(typeset.plain(job).pdf)))
    assert {tag: len(each) for tag, each in found.items()} == {"en": 2, "es": 1, "ar": 1}


@pytest.mark.parametrize("count", [2, 4, 35])
@each_paper
def test_cards_stand_eight_on_a_sheet(count, paper):
    pdf = opened(count, "language-cards", paper)
    assert len(pdf.pages) == math.ceil(count / 8)
    items = [element for element in structure.tree(pdf).walk() if element.kind == "/LI"]
    assert len(items) == count
    found = [cells(pdf, number) for number in range(len(pdf.pages))]
    assert {len(boxes) for boxes in found} == {8}  # what is left of the last sheet is empty
    first = (PAPERS[paper].width / 2 - 90, PAPERS[paper].height / 2 - 120)
    for boxes in found:
        for number, box in enumerate(sorted(boxes, key=lambda box: (round(box[1]), box[0]))):
            left, top = first[0] + 90 * (number % 2) + 3, first[1] + 60 * (number // 2) + 3
            assert box == pytest.approx((left, top, left + 84, top + 54), abs=0.1)


@each_paper
def test_cards_are_cut_on_lines_90_and_60_mm_apart(paper):
    lines = [box for name, box in outlines(opened(35, "language-cards", paper)) if name in ("S", "f", "n")]
    thin = {round(box[0], 1) for box in lines if box[2] - box[0] < 0.4 and box[3] - box[1] > 200}
    flat = {round(box[1], 1) for box in lines if box[3] - box[1] < 0.4 and box[2] - box[0] > 150}
    size = PAPERS[paper]
    assert sorted(thin) == pytest.approx([size.width / 2 + step * 90 for step in (-1, 0, 1)], abs=0.2)
    assert sorted(flat) == pytest.approx([size.height / 2 + step * 60 for step in (-2, -1, 0, 1, 2)], abs=0.2)


@each_paper
def test_name_on_a_card_is_larger_than_on_the_poster(paper):
    pdf = opened(35, "language-cards", paper)
    sizes = type_sizes(pdf)
    least = [sizes[mark] for (name,) in spoken(pdf).values() for part in name.walk() for mark in part.content]
    assert len(least) >= 35 and min(least) > 30


@each_paper
def test_duplex_test_has_an_upright_sheet_and_one_across(paper):
    size = PAPERS[paper]
    found = [[float(value) / MM for value in side.MediaBox[2:]] for side in opened(4, "duplex-test", paper).pages]
    upright, across = [size.width, size.height], [size.height, size.width]
    for side, wanted in zip(found, (upright, upright, across, across), strict=True):
        assert side == pytest.approx(wanted, abs=0.1)


@each_paper
def test_crosses_meet_when_the_sheet_is_turned_like_a_page_of_a_book(paper):
    pdf = opened(4, "duplex-test", paper)
    places = {(number, alt[:7]): centre(box) for number, alt, box in figures(pdf) if alt.startswith("Cross")}
    assert len(places) == 16
    for front in (0, 2):
        width = float(pdf.pages[front].MediaBox[2]) / MM
        for letter in "ABCD":
            x, y = places[front, f"Cross {letter}"]
            assert places[front + 1, f"Cross {letter}"] == pytest.approx((width - x, y), abs=0.05)
            assert x == pytest.approx(24, abs=0.05) or x == pytest.approx(width - 24, abs=0.05)


@each_paper
def test_arrow_of_the_back_lies_behind_that_of_the_front(paper):
    pdf = opened(4, "duplex-test", paper)
    arrows = {number: box for number, alt, box in figures(pdf) if "arrow that points up" in alt}
    assert sorted(arrows) == [0, 1, 2, 3]
    for front in (0, 2):
        width = float(pdf.pages[front].MediaBox[2]) / MM
        left, top, right, _ = arrows[front]
        assert (width - right, top, width - left) == pytest.approx(arrows[front + 1][:3], abs=0.05)


@pytest.mark.parametrize("side", [0, 2])
@each_paper
def test_line_to_measure_is_100_mm_long(paper, side):
    found = opened(4, "duplex-test", paper)
    bars = [box for name, box in outlines(found, side) if name == "f" and 0.3 < box[3] - box[1] < 0.5]
    assert max(right - left for left, _, right, _ in bars) == pytest.approx(100, abs=0.02)
    drawn, scale = picture(done(4, "duplex-test", paper), side, dots=600), 600 / 25.4
    left, top, _, bottom = max(bars, key=lambda box: box[2] - box[0])
    row = [drawn.getpixel((x, round((top + bottom) / 2 * scale))) < 128 for x in range(drawn.width)]
    start = row.index(True, round((left - 5) * scale))
    assert (row.index(False, start) - start) / scale == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("side", [0, 1, 2, 3])
@each_paper
def test_lines_along_the_edges_are_5_and_8_mm_away(paper, side):
    drawn, scale = picture(done(4, "duplex-test", paper), side, dots=600), 600 / 25.4
    middle, dark = drawn.height * 3 // 5, []
    for x in range(round(10 * scale)):
        column = drawn.crop((x, middle, x + 1, middle + round(20 * scale)))
        if column.getextrema()[0] < 128:
            dark.append(x / scale)
    assert min(dark) == pytest.approx(5, abs=0.1) and max(dark) == pytest.approx(8, abs=0.3)
    assert not [x for x in dark if 5.4 < x < 7.9]


@each_paper
def test_circles_around_a_cross_have_radii_of_2_and_5_mm(paper):
    pdf = opened(4, "duplex-test", paper)
    for side, wanted in ((0, {2.0, 5.0}), (1, set()), (2, {2.0, 5.0}), (3, set())):
        boxes = [box for name, box in outlines(pdf, side) if centre(box) == pytest.approx((24, 24), abs=0.05)]
        radii = {round((right - left) / 2, 2) for left, _, right, _ in boxes}
        assert radii & {2.0, 5.0} == wanted
        assert 7.5 in radii  # the cross itself


@each_paper
def test_front_says_what_to_do_in_five_steps(paper):
    pdf = opened(4, "duplex-test", paper)
    lists = [element for element in structure.tree(pdf).walk() if element.kind == "/L"]
    assert [len(each.children) for each in lists] == [5, 4, 5]  # between them: four ways to put back a pile
    text = [side.get_textpage().get_text_bounded() for side in pypdfium2.PdfDocument(done(4, "duplex-test", paper))]
    assert "flip on long edge" in text[0] and "flip on short edge" not in text[0]
    assert "flip on short edge" in text[2] and "flip on long edge" not in text[2]
    assert "arrow on the back" in text[1] and "fit to page" in " ".join(text[1].split())


def test_wrong_template_is_a_problem_at_its_place_and_leaves_out_its_sheet(project):
    root = project.minimal({"templates/poster.html": "<p>{{ nothing }}</p>\n"})
    report = Report()
    made = projects.load(root, report)
    content = load_seeds(made, report)
    composer = compose.composer(made, content, Imprint(), report)
    names = [job.name for job in posters.jobs(made, content, {}, composer, ["a4"])]
    assert names == ["language-cards.a4", "duplex-test.a4"]
    assert [str(problem) for problem in report] == [
        "templates/poster.html:1: error: template: 'nothing' is undefined [template]"
    ]
