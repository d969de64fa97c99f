"""The finished PDFs of the minimal project, in four languages: standards, fonts, structure, text."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest

from handouts import build, leaflet, markup
from handouts import project as projects
from handouts.languages import language
from handouts.problems import Report
from tests.conftest import call, change, copy, squeezed

TAGS = ["en", "es", "ar", "zh-Hans"]
TOPIC = "drinking-water"
TITLES = {"en": "Drinking water", "es": "Agua para beber", "ar": "ماء الشرب", "zh-Hans": "饮用水"}
FONTS = {
    "en": {"Noto-Sans"},
    "es": {"Noto-Sans"},
    "ar": {"Noto-Sans", "Noto-Sans-Arabic"},
    "zh-Hans": {"Noto-Sans", "Noto-Sans-SC"},
}
# Where page-validation is wrong and veraPDF, the reference (`make validate`), finds nothing in the same files:
DIFFERENT = {
    # a combining mark that belongs to the letter before it stands for no text of its own: `<02bd> <>` is allowed
    "PDFUA1-FONT-UNICODE-MAPPING-001",
    "PDFA2A-UNICODE-MAPPING-001",
    # packed bytes that happen to end in a carriage return are taken for a part of the line end behind them
    "PDFA2A-STREAM-LENGTH-001",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Build one topic of the minimal project in every language."""
    root = copy("minimal", tmp_path_factory.mktemp("pdf") / "project")
    change(root / "handouts.yaml", "[en, es]", f"[{', '.join(TAGS)}]")
    call("--project", root, "build", "-t", TOPIC)
    return root


@dataclass(frozen=True)
class Built:
    """A built leaflet, its file opened, and its texts."""

    tag: str
    path: Path
    pdf: pikepdf.Pdf
    leaflet: leaflet.Leaflet


@pytest.fixture(params=TAGS)
def built(root, request):
    """Go through the leaflets, one of each language."""
    tag = request.param
    report = Report()
    loaded = build.load(projects.load(root, report), None, report)
    whole = loaded.leaflet(TOPIC, tag)
    path = root / "build" / tag / f"{TOPIC}.{tag}.a4.pdf"
    assert path.is_file(), "it could not be built; the build has said why"
    return Built(tag, path, pikepdf.open(path), whole)


def text_of(built):
    return "\n".join(each.get_textpage().get_text_bounded() for each in pypdfium2.PdfDocument(built.path))


def nodes(built):
    """Go through the structure tree in reading order."""

    def walk(node):
        if isinstance(node, pikepdf.Dictionary) and "/S" in node:
            yield node
        if isinstance(node, pikepdf.Dictionary) and "/K" in node:
            children = node.K if isinstance(node.K, pikepdf.Array) else [node.K]
            for child in children:
                yield from walk(child)

    return list(walk(built.pdf.Root.StructTreeRoot))


def kinds(built):
    return [str(node.S) for node in nodes(built)]


def marked_numbers(built):
    """Return (page, number) of all marked content that the structure tree leads to."""
    pages = {each.objgen: number for number, each in enumerate(built.pdf.pages)}
    found = set()
    for node in nodes(built):
        children = node.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, int):
                found.add((pages[node.Pg.objgen], child))
            elif isinstance(child, pikepdf.Dictionary) and "/MCID" in child:
                found.add((pages[child.get("/Pg", node.get("/Pg")).objgen], int(child.MCID)))
    return found


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_leaflet_conforms_to_the_standard(built, profile):
    report = page.validate_pdf_bytes(built.path.read_bytes(), profile=profile)
    found = {str(failure.rule_id) for failure in report.failures} - DIFFERENT
    assert found == set()


def test_every_font_is_embedded_and_of_an_allowed_family(built):
    fonts = [
        item for item in built.pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
    ]
    families = {str(font.BaseFont).rpartition("+")[2].removesuffix("-Bold") for font in fonts}
    assert families == FONTS[built.tag]
    descriptors = [item for item in built.pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
    assert descriptors and all("/FontFile2" in each or "/FontFile3" in each for each in descriptors)


def test_title_and_language_are_those_of_the_leaflet(built):
    assert str(built.pdf.Root.Lang) == built.tag
    assert str(built.pdf.docinfo.Title) == TITLES[built.tag]
    assert built.pdf.Root.ViewerPreferences.DisplayDocTitle
    assert "/CreationDate" not in built.pdf.docinfo


def test_bookmarks_are_the_headings(built):
    with built.pdf.open_outline() as outline:
        top = list(outline.root)
        assert [item.title for item in top] == [TITLES[built.tag]]
        headings = [squeezed(item.title) for item in top[0].children]
    own = [squeezed(built.leaflet.phrase(section.heading).text) for section in built.leaflet.topic.sections]
    assert [heading.lstrip("0123456789") for heading in headings if heading.lstrip("0123456789") in own] == own


def test_headings_nest(built):
    levels = [int(kind[2]) for kind in kinds(built) if re.fullmatch("/H[1-6]", kind)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_english_title_of_a_source_is_tagged_as_english(built):
    texts = {str(node.Lang) for node in nodes(built) if "/Lang" in node}
    assert texts == {"en"} if built.tag != "zh-Hans" else "en" in texts


def test_figure_has_its_alternative_text(built):
    figures = [node for node in nodes(built) if node.S == "/Figure"]
    alt = built.leaflet.content.blocks["water-cup"].fields["alt"]
    assert [str(node.Alt) for node in figures] == [built.leaflet.phrase(alt).text]


def test_steps_and_points_are_lists(built):
    assert kinds(built).count("/L") >= 3
    assert kinds(built).count("/LI") >= 3 + 2 + 2


def test_all_marked_content_is_in_the_structure_tree_or_an_artifact(built):
    marks = {
        (number, int(operands[1].MCID))
        for number, each in enumerate(built.pdf.pages)
        for operands, operator in pikepdf.parse_content_stream(each)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    }
    assert marks == marked_numbers(built)


def test_furniture_of_every_page_is_not_read_out(built):
    code = built.leaflet.code
    for each in built.pdf.pages:
        marks, artifacts = [], 0
        for operands, operator in pikepdf.parse_content_stream(each):
            if str(operator) in ("BDC", "BMC"):
                marks.append(str(operands[0]))
            elif str(operator) == "EMC":
                marks.pop()
            elif str(operator) in ("Tj", "TJ"):
                artifacts += marks[-1:] == ["/Artifact"]
        assert artifacts >= 5
    in_the_text = built.tag != "ar"  # PDFium turns letters and digits around within a right-to-left line
    assert text_of(built).count(code) >= in_the_text + len(built.pdf.pages)


def test_every_page_says_in_english_what_it_is_and_that_it_is_a_draft(built):
    for each in pypdfium2.PdfDocument(built.path):
        text = squeezed(each.get_textpage().get_text_bounded())
        assert squeezed("Drinking water") in text
        assert squeezed("Draft: not yet approved by a qualified person") in text
        assert squeezed(language(built.tag).english_name) in text


def printed(built):
    """Return all texts that the leaflet prints, without markup and up to their first placeholder."""
    foot = {f"interface/foot/{name}" for name in ("approved", "incomplete", "omitted", "page")}
    never = {f"interface/closing/{name}" for name in ("approved", "made-for", "source-one", "web", "code")} | foot
    never |= {"interface/imprint/hours", "interface/imprint/address"}
    for address, phrase in built.leaflet.phrases.items():
        if address not in never and not address.endswith("/alt"):
            yield markup.plain(phrase.text).partition("{")[0]


def test_text_that_is_extracted_is_the_text_that_was_written(built):
    there = text_of(built)
    if built.tag == "ar":
        words = [word for text in printed(built) for word in re.findall(r"\w+", text)]
        assert sum(word in there for word in words) >= 0.9 * len(words)
    else:
        there = squeezed(there)
        assert [text for text in printed(built) if squeezed(text) not in there] == []


def test_arabic_words_are_extracted_letter_by_letter_in_order(root):
    text = pypdfium2.PdfDocument(root / "build/ar" / f"{TOPIC}.ar.a4.pdf")[0].get_textpage().get_text_bounded()
    assert "لماذا" in text
    assert "WHO" in text


def test_leaflet_has_two_pages_of_a4(built):
    assert len(built.pdf.pages) == 2
    for each in built.pdf.pages:
        assert [round(float(value)) for value in each.MediaBox] == [0, 0, 595, 842]
