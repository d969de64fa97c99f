"""Packets as they come out of `handouts packet`, read from their pages: what is in them, where, and what they promise."""

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

from handouts import build
from handouts import project as projects
from handouts.problems import Report
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
    for number in range(3, len(packet.texts) + 1):
        run = words(packet, number)
        for own in [word for word in run if word.bottom < HEAD and word.text.isdigit()]:
            near = [
                word
                for word in run
                if word != own
                and word.left < own.right
                and own.left < word.right
                and word.top < own.bottom
                and own.top < word.bottom
            ]
            assert near == []


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
    for text in ("All about water", TITLES["es"], "Your name"[:0] or "Su nombre", "Agua para beber", "Spanish", "Arabic"):
        assert text in cover
    assert "اسمك" in cover and "ماء الشرب" in cover


def test_cover_has_title_and_name_of_the_language_in_english_for_the_staff(made):
    cover = " ".join(made("water", "es").texts[0].split())
    assert cover.startswith("Todo sobre el agua All about water · Spanish Su nombre En este paquete Agua para beber")
    assert "Drinking water" in cover


def test_cover_in_the_source_language_says_nothing_twice(made):
    cover = made("water").texts[0]
    assert [cover.count(text) for text in ("All about water", "Drinking water", "English")] == [1, 1, 0]


@pytest.mark.parametrize(
    ("languages", "edition"),
    [(tag, edition) for tag in TAGS for edition in ("a4", "letter", "a5")] + [("en", "large-print")],
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


@pytest.mark.parametrize("languages", ["en", "ar", "es+ar"])
def test_packet_is_read_in_the_order_in_which_it_is_seen(made, languages):
    pdf = made("water", languages).pdf
    assert list(out_of_order(pdf)) == [] and list(table_headers(pdf)) == []
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
