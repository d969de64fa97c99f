"""Packets as `handouts packet` makes them, read from their pages: what is in them, where, and what they promise."""

import io
import json
import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.conftest import call, change, copy, squeezed, write
from tests.structure import out_of_order, table_headers, tree
from tests.test_pdf import DIFFERENT

MM = 25.4 / 72
HEAD = 13.0  # mm from the top of a page, in which its number stands
TAGS = ["en", "es", "ar", "zh-Hans"]
EDITIONS = "[a4, letter, large-print, bilingual, booklet, two-up, low-ink, press]"
TITLES = {"es": "Todo sobre el agua", "ar": "كل شيء عن الماء", "zh-Hans": "关于水的一切"}
PACKETS = {
    "seeds/packets/water.yaml": "title: All about water\ntopics: [drinking-water, clean-water]\n",
    "seeds/packets/clean.yaml": "title: Clean\ntopics: [clean-water]\n",
}
DRINKING, CLEAN = {"en": "Drinking water", "ar": "ماء الشرب"}, {"en": "Clean water", "ar": "الماء النظيف"}


def prepared(root: Path) -> Path:
    """Make the minimal project with packets, translated into four languages."""
    write(root, PACKETS)
    copy("minimal", root)
    change(root / "handouts.yaml", "[en, es]", f"[{', '.join(TAGS)}]")
    change(root / "handouts.yaml", "[a4]", EDITIONS)
    for tag, title in TITLES.items():
        path = root / f"locales/{tag}/LC_MESSAGES/handouts.po"
        change(path, 'msgid "All about water"\nmsgstr ""', f'msgid "All about water"\nmsgstr "{title}"')
    return root


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """Keep one project for all packets that are only looked at."""
    return prepared(tmp_path_factory.mktemp("packets") / "project")


@dataclass(frozen=True)
class Packet:
    """A packet that was made, its file opened, with the texts of its pages."""

    path: Path
    pdf: Pdf
    texts: tuple[str, ...]

    @property
    def raw(self):
        return self.path.read_bytes()

    @property
    def packing_list(self):
        return Path(str(self.path).removesuffix(".pdf") + ".packing-list.pdf")


def opened(path):
    texts = [each.get_textpage().get_text_bounded() for each in pypdfium2.PdfDocument(path)]
    return Packet(path, pikepdf.open(path), tuple(texts))


@pytest.fixture(scope="module")
def made(shared):
    """Make a packet, each once: `made(name, languages, edition, *options)`."""

    @cache
    def made(name, languages="en", edition="a4", *options):
        tags = [word for tag in languages.split("+") for word in ("-l", tag)]
        assert call("--project", shared, "packet", name, *tags, "-e", edition, *options) == 0
        copies = f".x{options[1]}" if "--copies" in options else ""
        return opened(shared / f"build/packets/{name}.{languages}.{edition}{copies}.pdf")

    return made


@pytest.fixture
def root(shared, tmp_path):
    """Make a project of the test's own, with nothing built."""
    return Path(shutil.copytree(shared, tmp_path / "project", ignore=shutil.ignore_patterns("build")))


@dataclass(frozen=True)
class Word:
    """A run of text on a page: where it stands, in mm from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self):
        return (self.top + self.bottom) / 2


def words(packet, number):
    """Return the runs of text of a page, counted from 1."""
    leaf = pypdfium2.PdfDocument(packet.path)[number - 1]
    read, height = leaf.get_textpage(), leaf.get_height()
    boxes = [read.get_rect(each) for each in range(read.count_rects())]
    return [
        Word(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM, text)
        for left, bottom, right, top in boxes
        if (text := read.get_text_bounded(left, bottom, right, top).strip())
    ]


def numbers(packet):
    """Return the running number of each page, None where there is none."""
    found = []
    for number in range(1, len(packet.texts) + 1):
        there = [word.text for word in words(packet, number) if word.bottom < HEAD and word.text.isdigit()]
        found.append(int(there[0]) if there else None)
    return found


def contents(packet, pages=1):
    """Return what the cover lists: (edition code, page), from the top down."""
    lines = []
    for number in range(1, pages + 1):
        run = words(packet, number)
        for code in (word for word in run if re.fullmatch("[0-9A-Z]{6}", word.text)):
            (listed,) = [word.text for word in run if word.text.isdigit() and abs(word.middle - code.middle) < 2]
            lines.append((code.text, int(listed)))
    return lines


def starts(packet, covers=1):
    """Return (edition code, page) of each leaflet, as its own foot says it."""
    for number, text in enumerate(packet.texts, start=1):
        code = re.search(r"(?:A4|LETTER|A5|LARGE-PRINT|LOW-INK) · ([0-9A-Z]{6})", " ".join(text.split()))
        if number > covers and code and "Page 1 of" in " ".join(text.split()):
            yield code[1], number


def blank(packet):
    """Return the numbers of the pages with nothing on them."""
    return [number for number, text in enumerate(packet.texts, start=1) if not text.strip()]


def failures(packet, profile):
    report = page.validate_pdf_bytes(packet.raw, profile=profile)
    return {str(failure.rule_id) for failure in report.failures} - DIFFERENT


def outputs(root):
    """Return the manifest's entries, by path."""
    listed = json.loads((root / "build/manifest.json").read_text())["outputs"]
    return {entry["path"]: entry for entry in listed}


def there(root):
    """Return the names of all packets and packing lists."""
    return sorted(path.name for path in (root / "build/packets").glob("*"))


# What is in a packet, in which order


def test_packet_holds_cover_and_leaflets_in_the_order_of_its_topics(made):
    packet = made("water")
    cover, back, drinking, _, clean, _ = (" ".join(text.split()) for text in packet.texts)
    assert cover.startswith("All about water") and back == ""
    assert "Why you need water, and how to make it clean." in drinking
    assert "What makes water clean." in clean


@pytest.mark.parametrize("languages", TAGS)
def test_contents_name_the_page_at_which_each_leaflet_really_starts(made, languages):
    packet = made("water", languages)
    listed = contents(packet)
    assert [number for _, number in listed] == [3, 5]
    assert listed == list(starts(packet))


@pytest.mark.parametrize(
    ("name", "languages", "edition", "covers"),
    [
        pytest.param("water", "es+ar", "a4", 1, id="languages"),
        pytest.param("clean-water", "+".join(TAGS), "letter", 1, id="topic"),
        pytest.param("water", "en", "large-print", 1, id="large print"),
        pytest.param("water", "ar", "a5", 1, id="small"),
        pytest.param("water", "zh-Hans", "low-ink", 1, id="black"),
        pytest.param("water", "+".join(TAGS), "a5", 2, id="cover of two pages"),
    ],
)
def test_contents_are_right_whatever_is_bound(made, name, languages, edition, covers):
    packet = made(name, languages, edition)
    listed = contents(packet, covers)
    assert listed == list(starts(packet, covers)) and len(listed) >= 1
    assert {number % 2 for _, number in listed} == {1}, "a leaflet starts on a left-hand page"


@pytest.mark.parametrize("languages", TAGS)
def test_running_numbers_stand_on_the_leaflets_pages_only(made, languages):
    assert numbers(made("water", languages)) == [None, None, 3, 4, 5, 6]


@pytest.mark.parametrize(("languages", "at_the_right"), [("en", True), ("es", True), ("zh-Hans", True), ("ar", False)])
def test_running_number_stands_where_a_line_ends(made, languages, at_the_right):
    packet = made("water", languages)
    (number,) = [word for word in words(packet, 4) if word.bottom < HEAD and word.text == "4"]
    assert (number.left > 105) is at_the_right


@pytest.mark.parametrize(
    ("languages", "edition"),
    [(tag, edition) for tag in ("es", "ar") for edition in ("a4", "large-print", "a5")] + [("es", "bilingual")],
)
def test_running_number_touches_nothing(made, languages, edition):
    packet = made("water", languages, edition)
    for page_number in range(3, len(packet.texts) + 1):
        run = words(packet, page_number)
        (own,) = [word for word in run if word.bottom < HEAD and word.text == str(page_number)]
        beside = [word for word in run if word.left < own.right and own.left < word.right]
        assert [word.text for word in beside if word.top < own.bottom and own.top < word.bottom] == [own.text]


def test_leaflets_of_each_language_stand_behind_a_page_that_names_it(made):
    packet = made("water", "es+ar")
    spanish, arabic = packet.texts[2], packet.texts[8]
    assert squeezed(spanish) == squeezed("español Spanish Todo sobre el agua")
    assert "Arabic" in arabic and "العربية" in arabic
    assert blank(packet) == [2, 4, 10]
    assert numbers(packet) == [None] * 4 + [5, 6, 7, 8] + [None] * 2 + [11, 12, 13, 14]


def test_topic_in_several_languages_is_a_packet_too(made):
    packet = made("clean-water", "+".join(TAGS), "letter")
    assert len(packet.texts) == 18
    assert [squeezed(packet.texts[number - 1])[:7] for number in (3, 7)] == ["English", "español"]
    assert packet.texts[0].startswith("Clean water")


def test_cover_of_several_languages_has_its_titles_and_lists_in_all_of_them(made):
    cover = " ".join(made("water", "es+ar").texts[0].split())
    for text in (
        "All about water",
        TITLES["es"],
        "Your name"[:0] or "Su nombre",
        "Agua para beber",
        "Spanish",
        "Arabic",
    ):
        assert text in cover
    assert "اسمك" in cover and "ماء الشرب" in cover


def test_cover_has_title_and_name_of_the_language_in_english_for_the_staff(made):
    cover = " ".join(made("water", "es").texts[0].split())
    assert cover.startswith(
        "Todo sobre el agua All about water · Spanish Draft: not yet approved by a qualified person"
    )
    assert "Su nombre En este paquete Agua para beber" in cover
    assert "Drinking water" in cover


def test_cover_in_the_source_language_says_nothing_twice(made):
    cover = made("water").texts[0]
    assert [cover.count(text) for text in ("All about water", "Drinking water", "English")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("languages", "edition"),
    [*((tag, "a4") for tag in TAGS), ("en", "letter"), ("es", "a5"), ("ar", "a5"), ("en", "large-print")],
)
def test_cover_takes_one_page(made, languages, edition):
    packet = made("water", languages, edition)
    assert next(iter(starts(packet)))[1] == 3 and blank(packet)[0] == 2


def test_arabic_cover_is_mirrored(made):
    english, arabic = words(made("water"), 1), words(made("water", "ar"), 1)
    for run, mirrored in ((english, False), (arabic, True)):
        number = next(word for word in run if word.text == "3")
        title = next(word for word in run if word.text in (*DRINKING.values(),))
        assert (number.left < title.left) is mirrored
        assert (title.right > 190) is mirrored and (title.left < 20) is not mirrored


# What it promises


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(
    ("languages", "edition"), [("en", "a4"), ("ar", "large-print"), ("es+ar", "a4"), ("zh-Hans", "low-ink")]
)
def test_packet_conforms_to_the_standards_of_its_leaflets(made, languages, edition, profile):
    assert failures(made("water", languages, edition), profile) == set()


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_packing_list_conforms_too(made, profile):
    assert failures(opened(made("water", "es+ar").packing_list), profile) == set()


def test_each_part_is_tagged_in_its_language(made):
    (document,) = tree(made("water", "es+ar").pdf).children
    parts = [str(part.node.Lang) for part in document.children]
    assert parts == ["en", "es", "es", "es", "ar", "ar", "ar"]


def test_texts_on_the_cover_are_tagged_in_the_language_they_are_in(made):
    (document,) = tree(made("water", "ar").pdf).children
    cover = document.children[0]
    assert str(cover.node.Lang) == "ar"
    assert {str(each.node.Lang) for each in cover.walk() if "/Lang" in each.node} == {"ar", "en"}


@pytest.mark.parametrize("languages", ["en", "ar"])
def test_packet_is_read_in_the_order_in_which_it_is_seen(made, languages):
    assert list(out_of_order(made("water", languages).pdf)) == []


@pytest.mark.parametrize("languages", ["en", "ar", "es+ar"])
def test_cover_has_a_heading_and_below_it_a_list_for_each_language(made, languages):
    pdf = made("water", languages).pdf
    assert list(table_headers(pdf)) == []
    (document,) = tree(pdf).children
    headings = [each.kind for each in document.children[0].walk() if re.fullmatch("/H[1-6]", each.kind)]
    assert headings == ["/H1", *["/H2"] * (languages.count("+") + 1)]


def test_bookmarks_are_the_parts_and_their_headings(made):
    with made("water").pdf.open_outline() as outline:
        parts = {item.title: [child.title for child in item.children] for item in outline.root}
    assert list(parts) == ["All about water", "Drinking water", "Clean water"]
    assert parts["All about water"] == ["In this packet"]
    assert parts["Clean water"][:1] == ["Key points"]


def test_bookmarks_of_several_languages_are_in_them(made):
    with made("water", "es+ar").pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == f"{TITLES['es']} · {TITLES['ar']} · All about water"
    assert titles[1:] == ["español", "Agua para beber", "Agua limpia", "العربية", "ماء الشرب", "الماء النظيف"]


def test_title_and_language_are_those_of_the_packet(made):
    pdf = made("water", "ar").pdf
    assert (str(pdf.docinfo.Title), str(pdf.Root.Lang)) == (f"{TITLES['ar']} · All about water", "ar")
    assert str(made("water", "es+ar").pdf.Root.Lang) == "en"


def test_same_input_gives_the_same_bytes(made, root, run):
    run(root, "packet", "water", "-l", "es", "-l", "ar")
    for name in ("water.es+ar.a4.pdf", "water.es+ar.a4.packing-list.pdf"):
        first = made("water", "es+ar").path.with_name(name).read_bytes()
        assert (root / "build/packets" / name).read_bytes() == first


# Printed forms


def sizes(leaf):
    """Return the sizes of all type on a page in pt, what is drawn as a form included."""

    def of(holder, matrix):
        saved, size, found = [], 0.0, set()
        text = pikepdf.Matrix()
        for each in pikepdf.parse_content_stream(holder):
            operator, operands = str(each.operator), each.operands
            if operator == "q":
                saved.append(matrix)
            elif operator == "Q":
                matrix = saved.pop()
            elif operator == "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            elif operator == "Tf":
                size = float(operands[1])
            elif operator == "Tm":
                text = pikepdf.Matrix(*map(float, operands))
            elif operator in ("Tj", "TJ"):
                whole = text @ matrix
                found.add(round(size * abs(whole.a * whole.d - whole.b * whole.c) ** 0.5, 2))
            elif operator == "Do" and holder.Resources.XObject[str(operands[0])].Subtype == Name.Form:
                form = holder.Resources.XObject[str(operands[0])]
                assert "/Matrix" not in form
                found |= of(form, matrix)
        return found

    return of(leaf, pikepdf.Matrix())


@pytest.mark.parametrize("languages", ["en", "ar", "es+ar"])
def test_nothing_in_large_print_is_below_16_pt(made, languages):
    found = [sizes(leaf) for leaf in made("water", languages, "large-print").pdf.pages]
    assert min(size for page_sizes in found for size in page_sizes) >= 16
    assert max(found[0]) >= 36 and 16 in found[-1], "the size of running numbers"


def test_running_text_of_a_cover_is_as_large_as_that_of_its_leaflets(made):
    assert min(sizes(made("water").pdf.pages[0])) >= 12 * 0.9
    assert min(sizes(made("water", "ar", "a5").pdf.pages[0])) >= 12 * 0.9


def test_cover_for_one_ink_is_black_on_white(made):
    leaf = pypdfium2.PdfDocument(made("water", "zh-Hans", "low-ink").path)[0]
    colours = {colour for _, colour in leaf.render(scale=1).to_pil().convert("RGB").getcolors(1 << 24)}
    assert all(max(colour) - min(colour) <= 2 for colour in colours)
    leaf = pypdfium2.PdfDocument(made("water", "zh-Hans").path)[0]
    assert (11, 107, 111) in {colour for _, colour in leaf.render(scale=2).to_pil().convert("RGB").getcolors(1 << 24)}


def test_packet_of_letter_pages_has_a_packing_list_on_letter(made):
    packet = made("water", "en", "letter")
    for pdf in (packet.pdf, pikepdf.open(packet.packing_list)):
        assert {tuple(map(float, leaf.MediaBox)) for leaf in pdf.pages} == {(0, 0, 612, 792)}


def test_booklet_is_the_packet_of_small_pages_on_sheets(made):
    booklet, flat = made("water", "en", "booklet"), made("water", "en", "a5")
    assert len(flat.texts) == 10 and len(booklet.texts) == 6
    assert {leaf.MediaBox[2] > leaf.MediaBox[3] for leaf in booklet.pdf.pages} == {True}
    assert "/StructTreeRoot" not in booklet.pdf.Root
    assert str(booklet.pdf.docinfo.Title) == "All about water (imposed for printing: booklet)"
    assert sorted(squeezed("".join(booklet.texts))) == sorted(squeezed("".join(flat.texts)))


@pytest.mark.parametrize(("languages", "at_the_right"), [("en", True), ("ar", False)])
def test_booklet_opens_where_its_language_begins(made, languages, at_the_right):
    front = words(made("water", languages, "booklet"), 1)
    cover = min((word for word in front if word.top < 30), key=lambda word: word.top)
    assert (cover.left > 148) is at_the_right


def test_bilingual_packet_names_both_editions_and_is_one_of_the_foreign_language(made, shared):
    packet = made("water", "es", "bilingual")
    english, spanish = made("water", "en"), made("water", "es")
    codes = zip((code for code, _ in contents(spanish)), (code for code, _ in contents(english)), strict=True)
    wanted = [f"{own} + {second}" for own, second in codes]
    assert [line for line in wanted if line not in " ".join(packet.texts[0].split())] == []
    assert outputs(shared)["packets/water.es.bilingual.pdf"]["second"] == "en"


# Copies and the packing list


def test_copies_are_the_packet_over_and_over(made, shared):
    packet, job = made("water"), made("water", "en", "a4", "--copies", "3")
    assert job.texts == packet.texts * 3 and len(packet.texts) % 2 == 0
    entry = outputs(shared)["packets/water.en.a4.x3.pdf"]
    assert (entry["pages"], entry["standard"]) == (18, "")
    assert outputs(shared)["packets/water.en.a4.pdf"]["pages"] == 6


def test_copies_of_a_booklet_are_whole_sheets(made):
    assert len(made("water", "en", "booklet", "--copies", "2").texts) == 12


def said(packing_list):
    return " ".join(" ".join(opened(packing_list).texts).split())


def test_packing_list_says_what_is_in_a_packet_and_how_much_paper_it_takes(made):
    text = said(made("water", "es+ar").packing_list)
    assert "1 copy of 7 sheets, edition a4, printed on both sides: 7 sheets of paper" in text
    for line in ("Cover 1 1", "Page that says “Spanish” 3 1", "Drinking water", "Agua para beber 5 1", "draft"):
        assert line in text
    assert [int(sheets) for sheets in re.findall(r"(?:“Arabic”|Cover) \d+ (\d)", text)] == [1, 1]


def test_packing_list_of_copies_stands_beside_their_own_print_job(made):
    job, packet = made("water", "en", "a4", "--copies", "3"), made("water")
    assert job.packing_list != packet.packing_list
    assert "3 copies of 3 sheets, edition a4, printed on both sides: 9 sheets of paper" in said(job.packing_list)
    assert "1 copy of 3 sheets" in said(packet.packing_list)


def test_packing_list_of_a_booklet_counts_folded_sheets(made):
    text = said(made("water", "en", "booklet").packing_list)
    assert "1 copy of 3 sheets, edition booklet, printed on both sides and folded: 3 sheets of paper" in text
    assert "Sheets Edition" not in text


def test_paper_is_said_when_a_packet_is_made(shared, made, run):
    made("water", "en", "a4", "--copies", "3")
    lines = run(shared, "packet", "water", "-l", "en", "-e", "a4", "--copies", "3").out.splitlines()
    assert lines == [
        "build/packets/water.en.a4.x3.pdf: 6 pages, 3 x 3 = 9 sheets of paper",
        "build/packets/water.en.a4.x3.packing-list.pdf",
    ]


# A clinic's own details and PDFs


def clinics(*texts, box=(0, 0, 612, 792), turn=0, **saved):
    """Make a PDF without tags, as a clinic might have one, with a page for each text."""
    pdf = Pdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for text in texts:
        leaf = pdf.add_blank_page()
        leaf.MediaBox, leaf.Rotate = Array(box), turn
        leaf.Contents = pdf.make_stream(f"BT /F 24 Tf 72 300 Td ({text}) Tj ET".encode())
        leaf.Resources = Dictionary(Font=Dictionary(F=font))
    file = io.BytesIO()
    pdf.save(file, **saved)
    return file.getvalue()


LISTED = "title: All about water\ntopics: [drinking-water, clean-water]\ninserts:\n"
MAP = "  - {file: inserts/map.pdf, title: How to find us, after: drinking-water}\n"
RULES = "  - {file: inserts/rules.pdf, title: House rules}\n"


def inserted(root, lines=MAP, **files):
    """Put PDFs into the packet, in the folder inserts."""
    write(root, {"seeds/packets/water.yaml": LISTED + lines})
    return write(root, {f"inserts/{name}.pdf": raw for name, raw in files.items()})


def test_packet_goes_when_an_inserted_pdf_was_replaced(root, run):
    inserted(root, map=clinics("Turn left"))
    run(root, "packet", "water", "-l", "en")
    run(root, "build")
    inserted(root, map=clinics("Turn right"))
    said = run(root, "build")
    assert "removed: packets/water.en.a4.pdf, for its title, its order or what is inserted has changed" in said.out
    assert "packets/water.en.a4.pdf" not in outputs(root)


def test_inserted_pdf_stands_behind_its_topic_or_at_the_end(root, run):
    inserted(root, MAP + RULES, map=clinics("Turn left", "Turn right", "Stop"), rules=clinics("No noise", turn=90))
    run(root, "packet", "water", "-l", "en")
    packet = opened(root / "build/packets/water.en.a4.pdf")
    assert [packet.texts[page - 1].strip() for page in (5, 6, 7, 11)] == ["Turn left", "Turn right", "Stop", "No noise"]
    assert blank(packet) == [2, 8, 12]
    assert contents(packet) == list(starts(packet)) and [start for _, start in starts(packet)] == [3, 9]
    assert numbers(packet) == [None, None, 3, 4, None, None, None, None, 9, 10, None, None]
    cover = words(packet, 1)
    for title, start in (("How to find us", "5"), ("House rules", "11")):
        line = next(word for word in cover if word.text == title)
        assert [word.text for word in cover if abs(word.middle - line.middle) < 2 and word != line] == [start]


def test_inserted_page_keeps_its_size_and_its_turn(root, run):
    inserted(root, map=clinics("Turn left", box=(0, 0, 612, 792), turn=270))
    run(root, "packet", "water", "-l", "en")
    packet = opened(root / "build/packets/water.en.a4.pdf")
    leaf = packet.pdf.pages[4]
    assert (int(leaf.Rotate), [int(value) for value in leaf.MediaBox]) == (270, [0, 0, 612, 792])


def test_packet_with_a_clinics_pdf_is_tagged_and_promises_nothing(root, run):
    inserted(root, map=clinics("Turn left"))
    run(root, "packet", "water", "-l", "ar")
    packet = opened(root / "build/packets/water.ar.a4.pdf")
    figures = [each.node for each in tree(packet.pdf).walk() if each.kind == "/Figure"]
    assert "How to find us" in [str(figure.Alt) for figure in figures]
    assert b"pdfaid" not in packet.pdf.Root.Metadata.read_bytes()
    assert outputs(root)["packets/water.ar.a4.pdf"]["standard"] == ""
    run(root, "packet", "clean", "-l", "en")
    assert outputs(root)["packets/clean.en.a4.pdf"]["standard"] == "pdf/a"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        pytest.param(clinics("a", encryption=pikepdf.Encryption(owner="o")), "is encrypted", id="encrypted"),
        pytest.param(clinics("a")[:-60], "is no PDF that can be read", id="cut off"),
        pytest.param(b"\x89PNG", "is no PDF that can be read", id="a picture"),
        pytest.param(clinics("a").replace(b"/Contents", b"/Annots [3]/C"), "is no PDF that can be read", id="garbled"),
        pytest.param(clinics(), "has no pages", id="no pages"),
    ],
)
def test_pdf_that_cannot_be_inserted_is_reported_at_its_line(root, run, raw, why):
    inserted(root, map=raw)
    said = run(root, "packet", "water", "-l", "en", code=1)
    assert f"seeds/packets/water.yaml:4:12: error: 'inserts/map.pdf' {why}" in said.err
    assert said.out.endswith("no packet was made\n") and there(root) == []


def test_pdf_of_another_size_cannot_be_folded(root, run):
    inserted(root, map=clinics("Turn left"))
    said = run(root, "packet", "water", "-l", "en", "-e", "booklet", code=1).err
    assert "water.yaml:4:12: error: 'inserts/map.pdf' has a page of 215.9 x 279.4 mm, and 'booklet' is folded" in said
    assert "hint: pages of 148 x 210 mm" in said
    inserted(root, map=clinics("Turn left", box=(0, 0, 595.28, 419.53), turn=90))
    run(root, "packet", "water", "-l", "en", "-e", "booklet")


def test_title_that_no_font_has_is_reported_at_its_place(root, run):
    inserted(root, MAP.replace("How to find us", "\U0001fa78 blood"), map=clinics("Turn left"))
    said = run(root, "packet", "water", "-l", "en", code=1).err
    assert "seeds/packets/water.yaml:4:36: error: no font for en has '\U0001fa78'" in said


def test_clinics_name_that_no_font_has_is_reported_at_its_place(root, run):
    write(root, {"imprint.yaml": "name: \U0001fa78 Clinic\n"})
    assert "imprint.yaml:1:7: error: no font for en" in run(root, "packet", "water", "-l", "en", code=1).err


def test_title_of_a_packet_that_no_font_has_is_reported_at_its_place(root, run):
    change(root / "seeds/packets/clean.yaml", "Clean", "Clean \U0001fa78")
    said = run(root, "packet", "clean", "-l", "en", code=1).err
    assert "seeds/packets/clean.yaml:1:8: error: no font for en has '\U0001fa78'" in said


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path fill="#123456" d="M0 0h40v10H0z"/></svg>'
IMPRINT = """\
    name: مستشفى النور
    address: 12 Main Street
    hours: 8:00 to 16:00
    logo: logo.svg
    phone_day: 555-0100
    languages: {es: {hours: De 8:00 a 16:00}}
    """


def test_clinics_own_details_are_on_the_cover(root, run):
    write(root, {"own/clinic.yaml": IMPRINT, "own/logo.svg": LOGO})
    run(root, "packet", "water", "-l", "es", "--imprint", root / "own/clinic.yaml")
    packet = opened(root / "build/packets/water.es.a4.pdf")
    cover = " ".join(packet.texts[0].split())
    for given in ("مستشفى النور 12 Main Street", "Horario de atención De 8:00 a 16:00", "555-0100"):
        assert given in cover
    (document,) = tree(packet.pdf).children
    figures = [each.node for each in document.children[0].walk() if each.kind == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["مستشفى النور"]
    assert (failures(packet, "ua1"), failures(packet, "2a")) == (set(), set())


def test_cover_of_several_languages_names_the_clinic_in_the_words_of_the_first(root, run):
    write(root, {"imprint.yaml": "name: The Clinic\nlanguages: {ar: {name: العيادة}}\n"})
    run(root, "packet", "clean-water", "-l", "ar", "-l", "es")
    packet = opened(root / "build/packets/clean-water.ar+es.a4.pdf")
    assert "العيادة" in packet.texts[0] and "The Clinic" not in packet.texts[0]
    assert failures(packet, "ua1") == set()


def test_insert_of_a_clinic_in_another_script_is_listed_with_its_title(root, run):
    inserted(root, MAP.replace("How to find us", "خريطة"), map=clinics("Turn left"))
    run(root, "packet", "water", "-l", "en")
    assert "خريطة" in opened(root / "build/packets/water.en.a4.pdf").texts[0]


# What may go out


def sign(run, root, *topics):
    for topic in topics:
        run(root, "review", "approve", topic, "-l", "es", "--by", "Ana Ruiz", "--role", "hematologist")


def test_draft_packet_says_so_on_its_cover_in_both_languages(made):
    cover = " ".join(made("water", "es").texts[0].split())
    assert "Draft: not yet approved by a qualified person Borrador: aún no aprobado" in cover


def test_release_holds_back_a_packet_with_a_draft_in_it(root, run):
    sign(run, root, "clean-water")
    said = run(root, "packet", "water", "-l", "es", "--release", code=1)
    assert said.out.splitlines() == [
        "held back: es/drinking-water.es.a4.pdf (draft: nobody has signed it)",
        "held back: packets/water.es.a4.pdf (draft: nobody signs the words of a cover)",
        "no packet was made",
    ]
    assert list((root / "build").rglob("*.pdf")) == []


PACKET = "seeds/packets/water.yaml"


def test_packet_of_approved_leaflets_is_a_draft_for_nobody_signs_its_cover(root, run):
    sign(run, root, "clean-water", "drinking-water")
    said = run(root, "packet", "water", "-l", "es", "--release", code=1)
    assert "held back: packets/water.es.a4.pdf (draft: nobody signs the words of a cover)" in said.out
    run(root, "packet", "water", "-l", "es", "--release", "--allow", "draft")
    assert "Borrador" in opened(root / "build/packets/water.es.a4.pdf").texts[0]
    assert outputs(root)["packets/water.es.a4.pdf"]["status"] == "draft"


@pytest.mark.parametrize(
    "break_it",
    [
        pytest.param(lambda root: change(root / PACKET, "title: ", "title: More about "), id="another title"),
        pytest.param(lambda root: (root / PACKET).unlink(), id="no packet any more"),
    ],
)
def test_packet_goes_when_what_it_was_ordered_as_has_changed(root, run, break_it):
    run(root, "packet", "water", "-l", "es")
    break_it(root)
    said = run(root, "build", "-l", "es", "-t", "clean-water")
    assert "removed: packets/water.es.a4.pdf" in said.out
    assert "packets/water.es.a4.pdf" not in outputs(root)


def test_release_makes_drafts_when_they_are_allowed(root, run):
    run(root, "packet", "water", "-l", "es", "--release", "--allow", "draft")
    assert outputs(root)["packets/water.es.a4.pdf"]["status"] == "draft"
    assert "Borrador" in opened(root / "build/packets/water.es.a4.pdf").texts[0]


def test_cover_without_a_translation_is_in_english_and_says_so(made):
    packet = made("clean", "es")
    cover = " ".join(packet.texts[0].split())
    assert cover.startswith("Clean Spanish Incomplete draft: parts are still in English") and "Su nombre" in cover
    (document,) = tree(packet.pdf).children
    (heading,) = [each for each in document.children[0].walk() if each.kind == "/H1"]
    assert [str(each.node.Lang) for each in heading.walk() if "/Lang" in each.node] == ["en"]


def test_release_holds_back_a_packet_whose_cover_is_not_translated(root, run):
    sign(run, root, "clean-water")
    said = run(root, "packet", "clean", "-l", "es", "--release", code=1)
    reason = "incomplete: texts of the cover not translated: 1"
    assert said.out.splitlines()[-2:] == [f"held back: packets/clean.es.a4.pdf ({reason})", "no packet was made"]
    assert there(root) == []


def test_project_that_wants_all_translated_gets_no_cover_without(root, run):
    change(root / "handouts.yaml", "source: en\n", "source: en\nmissing: fail\n")
    said = run(root, "packet", "clean", "-l", "es", code=1)
    place = (
        "seeds/packets/clean.yaml:1:8: error: clean in Spanish: 'packet/clean/title' is not translated [untranslated]"
    )
    assert place in said.err and said.out == "no packet was made\n"


# What is out of date


def test_leaflets_that_are_up_to_date_are_not_laid_out_again(root, run):
    first = run(root, "packet", "water", "-l", "en").out.splitlines()
    assert sorted(line.split()[1] for line in first[:2]) == [
        f"en/{each}-water.en.a4.pdf" for each in ("clean", "drinking")
    ]
    before = (root / "build/packets/water.en.a4.pdf").read_bytes()
    assert run(root, "packet", "water", "-l", "en").out.splitlines() == first[2:]
    assert (root / "build/packets/water.en.a4.pdf").read_bytes() == before


def test_build_leaves_packets_that_are_current(root, run):
    run(root, "packet", "clean", "-l", "en")
    run(root, "build", "-e", "a4", "-l", "en")
    run(root, "build", "-e", "a4", "-l", "en", "--force")
    assert there(root) == ["clean.en.a4.packing-list.pdf", "clean.en.a4.pdf"]


def test_packet_whose_leaflet_has_changed_is_removed_with_its_packing_list(root, run):
    run(root, "packet", "water", "-l", "en")
    run(root, "packet", "water", "-l", "en", "--copies", "2")
    run(root, "packet", "clean", "-l", "en")
    change(root / "seeds/topics/drinking-water.yaml", "2026-11-21", "2026-11-22")
    foreseen = run(root, "build", "-l", "en", "-e", "a4", "--dry-run").out.splitlines()
    assert foreseen[-2:] == [f"would remove: packets/water.en.a4{copies}.pdf" for copies in ("", ".x2")]
    assert len(there(root)) == 6
    lines = run(root, "build", "-l", "en", "-e", "a4").out.splitlines()
    why = "for its leaflets have changed; make it again with handouts packet"
    for copies in ("", ".x2"):
        assert f"removed: packets/water.en.a4{copies}.pdf, {why}" in lines
    assert there(root) == ["clean.en.a4.packing-list.pdf", "clean.en.a4.pdf"]
    assert [path for path in outputs(root) if path.startswith("packets/")] == ["packets/clean.en.a4.pdf"]


def test_packet_that_makes_a_leaflet_anew_takes_away_the_others_it_was_in(root, run):
    run(root, "packet", "water", "-l", "en")
    run(root, "packet", "clean", "-l", "en")
    change(root / "seeds/topics/clean-water.yaml", "2026-10-03", "2026-10-04")
    lines = run(root, "packet", "clean", "-l", "en").out.splitlines()
    assert [line for line in lines if line.startswith("removed")] == [
        "removed: packets/water.en.a4.pdf, for its leaflets have changed; make it again with handouts packet"
    ]
    assert there(root) == ["clean.en.a4.packing-list.pdf", "clean.en.a4.pdf"]


def test_packet_of_a_topic_that_is_gone_is_removed(root, run):
    run(root, "packet", "clean-water", "-l", "en")
    for name in ("seeds/packets/water.yaml", "seeds/packets/clean.yaml", "seeds/topics/clean-water.yaml"):
        (root / name).unlink()
    change(root / "handouts.yaml", EDITIONS, "[a4]")
    change(root / "handouts.yaml", ", ".join(TAGS), "en")
    run(root, "build")
    assert not (root / "build/packets").exists()


def test_manifest_names_the_leaflets_that_a_packet_was_made_of(made, shared):
    made("water", "es+ar")
    listed = outputs(shared)
    entry = listed["packets/water.es+ar.a4.pdf"]
    assert (entry["topic"], entry["language"], entry["status"]) == ("water", "es+ar", "draft")
    leaflets = [f"{tag}/{topic}.{tag}.a4.pdf" for tag in ("es", "ar") for topic in ("drinking-water", "clean-water")]
    assert entry["parts"] == {path: listed[path]["fingerprint"] for path in leaflets}
    assert entry["code"] == " + ".join(listed[path]["code"] for path in leaflets)


# What can be asked for


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["watr", "-l", "en"], "no packet or topic 'watr'; did you mean 'water'?", id="packet"),
        pytest.param(["water", "-l", "fr"], "there is no language 'fr'; known: ar, en, es, zh-Hans", id="language"),
        pytest.param(["water", "-l", "es", "-l", "es"], "'es' is asked for twice", id="language twice"),
        pytest.param(["water", "-l", "en", "-e", "a44"], "there is no edition 'a44'; did you mean 'a4'?", id="edition"),
        pytest.param(["water", "-l", "en", "-e", "press"], "'press' is for a print shop", id="press"),
        pytest.param(["water", "-l", "en", "-e", "two-up"], "can't be folded as 'two-up'; choose 'a5'", id="cut"),
        pytest.param(
            ["water", "-l", "en", "-e", "bilingual"],
            "'bilingual' puts English beside another language, so there is none in English",
            id="beside itself",
        ),
        pytest.param(
            ["water", "-l", "en", "-l", "ar", "-e", "booklet"], "make one for each direction of writing", id="two ways"
        ),
        pytest.param(["water"], "Missing option '-l'", id="no language"),
        pytest.param(["water", "-l", "en", "--copies", "0"], "0 is not in the range", id="no copies"),
        pytest.param(["water", "-l", "en", "--allow", "draft"], "goes with --release", id="allowed without a release"),
    ],
)
def test_what_cannot_be_made_is_bad_usage(shared, run, arguments, said):
    assert said in run(shared, "packet", *arguments, code=2).err


@pytest.mark.parametrize(
    ("editions", "usual"),
    [
        pytest.param("[a4, letter, booklet]", "a4", id="the first"),
        pytest.param("[press, letter]", "letter", id="not for a print shop"),
        pytest.param("[booklet]", "a5", id="only folded ones"),
    ],
)
def test_packet_is_of_the_first_edition_that_is_not_folded(root, run, editions, usual):
    change(root / "handouts.yaml", EDITIONS, editions)
    run(root, "packet", "clean", "-l", "en")
    assert there(root) == [f"clean.en.{usual}.packing-list.pdf", f"clean.en.{usual}.pdf"]


def test_problem_in_the_input_leaves_everything_as_it_was(root, run):
    change(root / "seeds/packets/clean.yaml", "[clean-water]", "[clean-tea]")
    said = run(root, "packet", "water", "-l", "en", code=1)
    assert "seeds/packets/clean.yaml:2:10: error: unknown topic 'clean-tea'" in said.err
    assert not (root / "build").exists()


def test_own_template_of_a_cover_that_is_wrong_is_reported_at_its_line(root, run):
    write(root, {"templates/packet/cover.html": "<p>\n{{ titel }}</p>"})
    said = run(root, "packet", "water", "-l", "en", code=1)
    assert "templates/packet/cover.html:2: error: template: 'titel' is undefined" in said.err
    assert there(root) == []


def test_titles_of_packets_are_in_the_catalogs(root, run):
    run(root, "messages", "extract")
    text = (root / "locales/handouts.pot").read_text(encoding="utf-8")
    assert 'msgctxt "packet/water/title"\nmsgid "All about water"' in text
    assert "#: seeds/packets/water.yaml" in text and "title of a packet of leaflets" in text
