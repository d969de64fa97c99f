"""Every edition of a leaflet as it is printed, in four languages: read from the finished PDFs."""

import io
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Matrix
from pypdfium2 import raw as pdfium

from handouts import build, markup
from handouts import project as projects
from handouts.editions import Fold
from handouts.imposition import sheets
from handouts.languages import Direction, language
from handouts.problems import Report
from tests import cmyk, structure
from tests.conftest import PROJECTS, call, change, copy, load, po, squeezed, write
from tests.test_pdf import DIFFERENT

TAGS = ["en", "es", "ar", "zh-Hans"]
TOPIC = "drinking-water"
MM = 72 / 25.4  # pt
LINE = 4.0  # pt that first lines of two scripts may differ in height, a quarter of a line
CONDITION = "Four made-up inks"
A4, LETTER = (210.0, 297.0), (215.9, 279.4)
A4_LYING, LETTER_LYING = A4[::-1], LETTER[::-1]


@dataclass(frozen=True)
class Form:
    """What an edition must be: its page in mm, its pages or what they are a multiple of, body and least type in pt."""

    page: tuple[float, float]
    pages: int = 2
    multiple: bool = False
    body: tuple[float, float] = (12, 14)
    least: float = 7
    standards: tuple[str, ...] = ("ua1", "2a")


@dataclass(frozen=True)
class Sheets:
    """What an imposed edition must be: its sheet in mm, the edition it is made of, how, how often a page is on it."""

    page: tuple[float, float]
    of: str
    fold: Fold
    times: int = 1


# One more line holds one more edition to all that is said of editions here.
PLAIN = {
    "a4": Form(A4),
    "letter": Form(LETTER),
    "large-print": Form(A4, 2, multiple=True, body=(18, 18), least=16),
    "bilingual": Form(A4, 2, multiple=True),
    "low-ink": Form(A4),
    "press": Form(A4, standards=("ua1",)),
    "fillable": Form(A4, standards=("ua1",)),
    "a5": Form((148, 210), 4, multiple=True, body=(12, 13)),
    "half-letter": Form((139.7, 215.9), 4, multiple=True, body=(12, 13)),
    "a6": Form((105, 148), 2, multiple=True, body=(12, 12)),
    "panels": Form((99, 210), 6, multiple=True, body=(12, 13)),
}
IMPOSED = {
    "booklet": Sheets(A4_LYING, "a5", Fold.BOOKLET),
    "two-up": Sheets(A4_LYING, "a5", Fold.TWO_UP, times=2),
    "booklet-letter": Sheets(LETTER_LYING, "half-letter", Fold.BOOKLET),
    "four-up": Sheets(A4, "a6", Fold.FOUR_UP, times=4),
    "tri-fold": Sheets(A4_LYING, "panels", Fold.TRI_FOLD),
}
SECOND = {"bilingual": "en", "beside-spanish": "es", "beside-persian": "fa"}
EDITIONS = list(dict.fromkeys((*PLAIN, *IMPOSED, *SECOND)))
OPTIONS = {
    "press": f"{{profile: four-inks.icc, condition: {CONDITION}}}",
    "beside-spanish": "{like: bilingual, second: es}",
    "beside-persian": "{like: bilingual, second: fa}",
}


def cases(editions):
    return [(edition, tag) for edition in editions for tag in TAGS if SECOND.get(edition) != tag]


def each(found):
    return pytest.mark.parametrize("printed", found, indirect=True, ids=lambda case: f"{case[0]}-{case[1]}")


PAIRS = [*cases(["bilingual"]), ("beside-spanish", "ar"), ("beside-persian", "ar")]
each_plain, each_imposed, each_pair = each(cases(PLAIN)), each(cases(IMPOSED)), each(PAIRS)


def settings(names):
    """Write the settings of a project with these editions, in four languages and Persian."""
    editions = "".join(f"  {name}: {OPTIONS.get(name, '')}\n" for name in names)
    return f"title: Editions\nsource: en\nlanguages: [{', '.join(TAGS)}, fa]\neditions:\n{editions}"


def persian():
    """Make Persian of the minimal project's Arabic, as far as its letters go; it says all sentences four times."""
    lines = (PROJECTS / "minimal/translations/ar.yaml").read_text(encoding="utf-8").splitlines()
    for name, _, arabic in (line.partition(": ") for line in lines):
        text = arabic.strip('"').translate(str.maketrans("يىكة", "ییکه"))
        is_plain = name.startswith("block/") and text.endswith(".") and not set("*0123456789") & set(text)
        yield name, " ".join([text] * 4) if is_plain else text


def made(at, names):
    """Make a project with these editions."""
    root = write(copy("minimal", at), {"handouts.yaml": settings(names), "four-inks.icc": cmyk.profile()})
    _, found = load(root)
    return write(root, {"locales/fa/LC_MESSAGES/handouts.po": po(found, dict(persian()))})


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Build one topic of the minimal project in every edition and language."""
    root = made(tmp_path_factory.mktemp("editions") / "project", EDITIONS)
    chosen, pairs = [f"-e{name}" for name in (*PLAIN, *IMPOSED)], ["-ebeside-spanish", "-ebeside-persian"]
    assert call("--project", root, "build", "-t", TOPIC, *(f"-l{tag}" for tag in TAGS), *chosen) == 0
    assert call("--project", root, "build", "-t", TOPIC, "-l", "ar", *pairs) == 0
    return root


@dataclass(frozen=True)
class Printed:
    """A leaflet in an edition, its file opened."""

    root: object
    edition: str
    tag: str
    raw: bytes = field(repr=False)
    pdf: pikepdf.Pdf

    @property
    def wanted(self):
        """What it must be."""
        return {**PLAIN, **IMPOSED}[self.edition]

    @property
    def entry(self):
        """What the manifest says of it."""
        return entries(self.root)[name_of(self.edition, self.tag)]

    @property
    def direction(self):
        """The direction of its own language."""
        return language(self.tag).direction

    @property
    def pages(self):
        """Its pages as PDFium reads them."""
        return list(pypdfium2.PdfDocument(self.raw))


def name_of(edition, tag):
    return f"{tag}/{TOPIC}.{tag}.{edition}.pdf"


def opened(root, edition, tag):
    raw = (root / "build" / name_of(edition, tag)).read_bytes()
    return Printed(root, edition, tag, raw, pikepdf.open(io.BytesIO(raw)))


@pytest.fixture
def printed(root, request):
    """Open the leaflet in the edition and the language that a test names."""
    return opened(root, *request.param)


def entries(root):
    listed = json.loads((root / "build/manifest.json").read_text(encoding="utf-8"))["outputs"]
    return {entry["path"]: entry for entry in listed}


@cache
def loaded(root):
    report = Report()
    return build.load(projects.load(root, report), None, report)


def leaflet_of(printed, tag=""):
    return loaded(printed.root).leaflet(TOPIC, tag or printed.tag)


def size(box, *, around=0.0):
    """Return the width and the height of a box in mm, without what is around it."""
    left, low, right, high = map(float, box)
    return round((right - left) / MM - 2 * around, 1), round((high - low) / MM - 2 * around, 1)


def texts(printed):
    """Return the text of each page without white space; PDFium has a sign of its own for a broken word."""
    return [squeezed(each.get_textpage().get_text_bounded()).replace("\x02", "-") for each in printed.pages]


def streams(pdf):
    """Go through all streams that paint: pages and forms, each with its resources."""
    yield from ((each.obj, each.obj.Resources) for each in pdf.pages)
    yield from (
        (item, item.get("/Resources"))
        for item in pdf.objects
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form"
    )


def sizes(pdf, *, body=False):
    """Count the characters of each type size in pt, as it is on the paper; those of the body without furniture."""
    found = Counter()
    for each in pdf.pages:
        _count(each.obj, each.obj.Resources, Matrix(), found, body=body)
    return found


def _count(stream, resources, matrix, found, *, body):
    kept, marks, font, line = [], [], 0.0, Matrix()
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = Matrix(*map(float, operands)) @ matrix
            case "BDC" | "BMC":
                marks.append(str(operands[0]))
            case "EMC":
                marks.pop()
            case "Tf":
                font = float(operands[1])
            case "Tm":
                line = Matrix(*map(float, operands))
            case "Tj" | "TJ" if not (body and "/Artifact" in marks):
                shown = operands[0] if str(operator) == "TJ" else operands
                whole = line @ matrix
                pt = round(font * (whole.c**2 + whole.d**2) ** 0.5, 2)
                found[pt] += sum(len(bytes(each)) // 2 for each in shown if isinstance(each, pikepdf.String))
            case "Do" if (form := resources.XObject[str(operands[0])]).Subtype == "/Form":
                own = Matrix(form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))
                _count(form, form.get("/Resources", resources), own @ matrix, found, body=body)


# What holds for each edition that is laid out by itself.


@each_plain
def test_page_has_the_size_of_its_edition(printed):
    around = 10 if printed.edition == "press" else 0
    for each in printed.pdf.pages:
        assert size(each.mediabox, around=around) == printed.wanted.page
        assert size(each.trimbox) == printed.wanted.page


@each_plain
def test_leaflet_takes_the_pages_that_its_sheets_have(printed):
    count = len(printed.pdf.pages)
    assert count % printed.wanted.pages == 0 if printed.wanted.multiple else count == printed.wanted.pages
    assert printed.entry["pages"] == count


@pytest.mark.parametrize("tag", TAGS)
def test_short_leaflet_takes_one_sheet_of_panels(root, tag):
    assert len(opened(root, "panels", tag).pdf.pages) == 6


@each_plain
def test_foot_says_which_page_of_how_many_it_is(printed):
    found = texts(printed)
    wanted = [f"Page{number}of{len(found)}" for number in range(1, len(found) + 1)]
    assert [said for said, text in zip(wanted, found, strict=True) if said not in text] == []


@each_plain
def test_foot_names_the_edition_and_its_code(printed):
    said = squeezed(f"{printed.edition.upper()} · {printed.entry['code']}")
    assert all(said in text for text in texts(printed))


@each_plain
def test_nothing_is_set_smaller_than_the_edition_allows(printed):
    assert min(sizes(printed.pdf)) >= printed.wanted.least


@each_plain
def test_running_text_has_the_size_that_the_manifest_names(printed):
    [(usual, _)] = sizes(printed.pdf, body=True).most_common(1)
    smallest, largest = printed.wanted.body
    assert smallest <= usual <= largest and usual == printed.entry["type_size"]


@each_plain
def test_edition_conforms_to_its_standards(printed):
    for standard in printed.wanted.standards:
        report = page.validate_pdf_bytes(printed.raw, profile=standard)
        assert {str(failure.rule_id) for failure in report.failures} - DIFFERENT == set()


def test_same_input_gives_the_same_bytes_in_every_edition(root, tmp_path):
    again = made(tmp_path / "again", EDITIONS)
    names = ["bilingual", "large-print", "low-ink", "press", "booklet", "four-up", "tri-fold"]
    assert call("--project", again, "build", "-t", TOPIC, "-l", "ar", *(f"-e{name}" for name in names)) == 0
    both = [opened(each, name, "ar").raw for name in (*names, "a5", "a6", "panels") for each in (root, again)]
    assert both[::2] == both[1::2]


# What is imposed.


@each_imposed
def test_sheet_has_the_size_of_the_paper(printed):
    assert {size(each.mediabox) for each in printed.pdf.pages} == {printed.wanted.page}


@each_imposed
def test_sheets_stand_beside_the_leaflet_they_are_made_of(printed):
    twin = opened(printed.root, printed.wanted.of, printed.tag)
    assert len(printed.pdf.pages) == 2 * sheets(printed.wanted.fold, len(twin.pdf.pages)) == printed.entry["pages"]
    assert printed.entry["of"] == printed.wanted.of


@each_imposed
def test_every_page_is_on_the_sheets_as_often_as_it_is_cut_out(printed):
    count = len(opened(printed.root, printed.wanted.of, printed.tag).pdf.pages)
    whole = "".join(texts(printed))
    found = [whole.count(f"Page{number}of{count}") for number in range(1, count + 1)]
    assert found == [printed.wanted.times] * count


@each_imposed
def test_sheets_promise_no_structure_and_say_what_they_are(printed):
    catalog = printed.pdf.Root
    assert not {"/StructTreeRoot", "/MarkInfo", "/AcroForm"} & set(catalog.keys())
    width, height = sorted(printed.wanted.page)
    said = f"(imposed for printing: {printed.edition}, {width:g} x {height:g} mm)"
    assert str(printed.pdf.docinfo.Title) == f"{leaflet_of(printed).phrases[f'topic/{TOPIC}/title'].text} {said}"
    assert str(catalog.Lang) == printed.tag


@each(cases(["booklet", "booklet-letter", "tri-fold"]))
def test_cover_lies_where_the_language_opens_a_book(printed):
    width, _ = printed.pages[0].get_size()
    at = printed.pages[0].get_textpage().search("Page 1 of").get_next()
    left = printed.pages[0].get_textpage().get_charbox(at[0])[0]
    panel = width / (3 if printed.edition == "tri-fold" else 2)
    if printed.direction is Direction.RTL:
        assert left < panel
    else:
        assert left > width - panel


# Print shops, and printers without colour.


def colours(pdf):
    """Return all colours that are set, with the operator that sets them."""
    wanted = {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "cs", "CS"}
    for stream, _ in streams(pdf):
        for operands, operator in pikepdf.parse_content_stream(stream):
            if str(operator) in wanted:
                yield str(operator), [str(each) for each in operands]


@each(cases(["press"]))
def test_press_file_has_bleed_and_trim(printed):
    for each in printed.pdf.pages:
        assert size(each.obj.BleedBox, around=3) == A4
        assert "/CropBox" not in each.obj or size(each.cropbox) == size(each.mediabox)


@each(cases(["press"]))
def test_press_file_has_no_colour_of_screens(printed):
    found = list(colours(printed.pdf))
    assert {operator for operator, _ in found} & {"k", "K"}
    assert [each for each in found if each[0] in ("rg", "RG") or "RGB" in "".join(each[1])] == []


@each(cases(["press"]))
def test_press_file_names_the_printing_condition_of_the_project(printed):
    [intent] = printed.pdf.Root.OutputIntents
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", CONDITION)
    assert intent.DestOutputProfile.read_bytes() == cmyk.profile()


@each(cases(["low-ink"]))
def test_low_ink_prints_nothing_but_black_and_white(printed):
    found = {float(value) for operator, values in colours(printed.pdf) if operator in "gGrgRG" for value in values}
    assert found <= {0.0, 1.0}


@each(cases(["a4"]))
def test_colour_is_not_black_and_white(printed):
    assert any(
        float(value) not in (0, 1) for operator, values in colours(printed.pdf) if operator == "rg" for value in values
    )


@each_plain
def test_only_the_fillable_edition_has_fields(printed):
    assert ("/AcroForm" in printed.pdf.Root) is (printed.edition == "fillable")


# Two languages beside each other.


@dataclass(frozen=True)
class Letter:
    """A character of a page with its place, from the left and from below in pt."""

    text: str
    page: int
    x: float
    y: float


def letters(printed):
    """Go through the characters of a leaflet, without white space and marks above or below a letter."""
    for number, each in enumerate(printed.pages):
        text = each.get_textpage()
        x, y = pdfium.c_double(), pdfium.c_double()
        for index in range(text.count_chars()):
            character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
            if not character.isspace() and unicodedata.category(character)[0] != "M":
                yield Letter(character, number, x.value, y.value)


def start_of(text, *, word):
    """Return how a text begins: its first word or its first ten letters."""
    plain = "".join(each for each in markup.plain(text) if unicodedata.category(each)[0] != "M")
    return re.match(r"\W*(\w+)", plain)[1] if word else squeezed(plain)[:10]


def found_at(text, on, *, word):
    """Return the first letter of each place where a text begins."""
    whole, start = "".join(each.text for each in on), start_of(text, word=word)
    at = whole.find(start)
    while at >= 0:
        yield on[at]
        at = whole.find(start, at + 1)


def beside(printed, on, own, second):
    """Return the places where a text begins, and at its height on the other side of the page its translation."""
    is_rtl = printed.direction is Direction.RTL  # PDFium turns lines around: only words stay whole
    first = [each for each in found_at(own, on, word=is_rtl) if is_left(each.x) is not is_rtl]
    other = [each for each in found_at(second, on, word=is_rtl) if is_left(each.x) is is_rtl]
    return [one for one in first if any(one.page == two.page and abs(one.y - two.y) < LINE for two in other)]


def compared(printed):
    """Go through what stands side by side: each text of the leaflet in its own language and in the second."""
    own, second = leaflet_of(printed), leaflet_of(printed, SECOND[printed.edition])
    for address, phrase in own.phrases.items():
        is_beside = address.startswith(("block/", "term/", f"topic/{TOPIC}/", "interface/call/"))
        if is_beside and not address.endswith("/alt") and "/water-much/" not in address:
            yield address, phrase.text, second.phrases[address].text


def is_left(x):
    return x < A4[0] * MM / 2


@each_pair
def test_text_and_its_translation_begin_at_the_same_height_of_the_same_page(printed):
    on = list(letters(printed))
    assert [said for said in compared(printed) if not beside(printed, on, *said[1:])] == []


def couples(element):
    """Go through elements with the same text in two languages: two children, each with a language of its own."""
    tags = [str(child.node.get("/Lang", "")) for child in element.children]
    if len(tags) == 2 and all(tags):
        yield element, tags
    for child in element.children:
        yield from couples(child)


def first_mark(element):
    return next(mark for each in element.walk() for mark in each.content)


@each_pair
def test_tags_say_the_language_of_each_column_and_each_stands_on_its_side(printed):
    where, own_is_left = structure.places(printed.pdf), printed.direction is Direction.LTR
    found = list(couples(structure.tree(printed.pdf)))
    assert len(found) > len(list(compared(printed)))
    assert {tuple(tags) for _, tags in found} == {(printed.tag, SECOND[printed.edition])}
    for element, _ in found:
        own, second = (first_mark(child) for child in element.children)
        assert own[0] == second[0]
        if element.kind not in ("/TH", "/TD"):  # where one stands below the other
            assert abs(where[own][1] - where[second][1]) < LINE
            assert [is_left(where[mark][0]) for mark in (own, second)] == [own_is_left, not own_is_left]


@each_pair
def test_sections_have_the_same_number_in_both_columns(printed):
    on = list(letters(printed))
    headings = [said for said in compared(printed) if "/heading/" in said[0]]
    for number, (_, own, second) in enumerate(headings, start=1):
        found = [numbers_beside(at, on) for at in beside(printed, on, own, second)]
        assert ([str(number)], [str(number)]) in found


def numbers_beside(at, on):
    """Return the digits at the height of a letter, left and right."""
    there = [one for one in on if one.page == at.page and abs(one.y - at.y) < LINE and one.text.isdecimal()]
    return [one.text for one in there if is_left(one.x)], [one.text for one in there if not is_left(one.x)]


@each_pair
def test_title_and_manifest_name_both_languages(printed):
    both = [leaflet_of(printed, tag) for tag in (printed.tag, SECOND[printed.edition])]
    titles = [leaflet.phrases[f"topic/{TOPIC}/title"].text for leaflet in both]
    assert str(printed.pdf.docinfo.Title) == " · ".join(titles)
    assert printed.entry["second"] == SECOND[printed.edition]
    assert printed.entry["code"] == " + ".join(leaflet.code for leaflet in both)


@each(cases(["a4", "a5", "booklet"]))
def test_leaflet_in_one_language_has_no_second_one(printed):
    assert (printed.entry["second"], printed.entry["code"]) == ("", leaflet_of(printed).code)


@each(PAIRS[-2:])
def test_pair_of_two_foreign_languages_conforms_too(printed):
    found = {
        str(failure.rule_id)
        for standard in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(printed.raw, profile=standard).failures
    }
    assert found - DIFFERENT == set()


def test_leaflet_is_not_set_beside_itself(root, run):
    assert not (root / "build" / name_of("bilingual", "en")).exists()
    for tag, edition in (("en", "bilingual"), ("es", "beside-spanish"), ("fa", "beside-persian")):
        said = run(root, "build", "-t", TOPIC, "-l", tag, "-e", edition, "--dry-run")
        assert said.out == "nothing to do\n"


# A sheet in two languages is approved when both are.


def sign(run, root, tag):
    run(root, "review", "approve", "clean-water", "-l", tag, "--by", "Ana Ruiz", "--role", "hematologist")


def test_leaflet_in_two_languages_is_approved_when_both_are(project, run):
    root = project.minimal()
    change(root / "handouts.yaml", "[a4]", "[bilingual]")
    chosen, path = ["-t", "clean-water", "-l", "es"], "es/clean-water.es.bilingual.pdf"
    sign(run, root, "es")
    held = run(root, "build", "--release", *chosen, code=1)
    assert f"held back: {path} (draft: nobody has signed it)" in held.out
    sign(run, root, "en")
    run(root, "build", "--release", *chosen)
    entry = entries(root)[path]
    assert (entry["status"], entry["approval"].count("Ana Ruiz, hematologist")) == ("approved", 2)
    found = [squeezed(each.get_textpage().get_text_bounded()) for each in pypdfium2.PdfDocument(root / "build" / path)]
    assert all("Approvedbyaqualifiedperson" in text and "Draft" not in text for text in found)


def test_leaflet_in_two_languages_is_a_draft_when_one_is(project, run):
    root = project.minimal()
    change(root / "handouts.yaml", "[a4]", "[bilingual]")
    sign(run, root, "en")
    run(root, "build", "-t", "clean-water", "-l", "es")
    entry = entries(root)["es/clean-water.es.bilingual.pdf"]
    assert (entry["status"], entry["approval"].count("Ana Ruiz")) == ("draft", 1)
