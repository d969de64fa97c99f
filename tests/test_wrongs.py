"""Eight wrongs that the author of a project could really do, and what `handouts build` says: code, file and line."""

import re
from collections import defaultdict

import pypdfium2
import pytest

from handouts import setting
from handouts.glyphs import missing_glyphs
from handouts.job import Written
from handouts.problems import Position
from handouts.project import packaged_templates
from tests.conftest import change, load, po, write

BLOCKS = "seeds/blocks/water.yaml"
TEXT, BLOCK, TABLE = f"{BLOCKS}:15", f"{BLOCKS}:13", f"{BLOCKS}:49"  # of water-why, and of water-much
WHY = "Your body needs water. You need it from 1 to 12 times a day."
CUP = "columns: [Who, How **much**]\n  rows:\n    - [a child, 1 L]\n    - [you, 1.5 L]\n"
KHMER = "ខ្ញុំចង់ផឹកទឹកស្អាតរាល់ថ្ងៃហើយខ្ញុំចង់ដេកលក់ស្រួល" * 3
PHONE = "اتصل بنا على (555) 010-0199 إذا زادت الحرارة."
CHINESE = "您的身体需要水和骨头。"
URDU = "آپ کو ہر روز پانی پینا چاہیے۔"
IN_ENGLISH = {
    PHONE: "Call us at (555) 010-0199 if you have a fever.",
    KHMER: ", ".join(["I drink water and sleep"] * 9),
}


@pytest.fixture
def leaflet(project, run):
    """Return a function that builds one leaflet of one block and returns the place and code of each error."""

    def build(old="", new="", *, block="water-why", tag="en", translation="", files=None, code=1):
        root = project.minimal(files)
        change(root / "seeds/topics/clean-water.yaml", "[water-how]", f"[{block}]")
        change(root / "handouts.yaml", "[en, es]", f"[en, {tag}]" if translation else "[en]")
        if old:
            change(root / BLOCKS, old, new)
        if translation:
            change(root / BLOCKS, WHY, IN_ENGLISH.get(translation, "Your body needs water"))
            _, found = load(root)
            write(root, {f"locales/{tag}/LC_MESSAGES/handouts.po": po(found, {f"block/{block}": translation})})
        said = run(root, "build", "-t", "clean-water", "-l", tag, code=code)
        assert (root / f"build/{tag}/clean-water.{tag}.a4.pdf").exists() == (code == 0)
        return set(re.findall(r"^([\w./-]+(?::\d+)?)(?::\d+)?: error: .* \[([a-z-]+)\]$", said.err, re.MULTILINE))

    return build


def styled(css):
    """Return the project's own stylesheet: the packaged one, and more."""
    ours = (packaged_templates() / "styles/leaflet.css").read_text(encoding="utf-8")
    return {"templates/styles/leaflet.css": f"{ours}\n{css}\n"}


def by_hand():
    """Return a template of the project's own whose author does not know that only `say` makes texts ready."""
    template = '<p id="{{ id(block.id) }}"{{ tag(block.fields.text) }}>{{ words(block.fields.text) }}</p>'
    return {"templates/blocks/paragraph.html": template}


def test_character_that_no_font_has_is_reported_at_its_text(leaflet):
    assert leaflet(WHY, "Your body needs 🩸 water.") == {(TEXT, "glyph")}


def test_sign_that_only_a_font_of_symbols_has_is_reported_at_its_text(leaflet):
    there = Written("☎", ("Noto Sans Symbols 2",), "en", Position(""))
    assert list(missing_glyphs([there])) == []
    assert leaflet(WHY, "☎ Call us for water.") == {(TEXT, "glyph")}


def test_word_of_ninety_letters_is_reported_at_its_block(leaflet):
    assert leaflet(WHY, f"Take {'stemcells' * 10} each day.") == {(BLOCK, "overflow")}


def test_table_wider_than_its_column_is_reported_at_its_block(leaflet):
    cells = ", ".join(["Temperature"] * 8)
    wide = f"columns: [{cells}]\n  rows:\n    - [{cells}]\n"
    assert leaflet(CUP, wide, block="water-much") == {(TABLE, "overflow")}


def digits_of_lines(pdf):
    """Return the digits of each line as the eye meets them from left to right."""
    text, lines = pypdfium2.PdfDocument(pdf)[0].get_textpage(), defaultdict(list)
    for at in range(text.count_chars()):
        if text.get_text_range(at, 1).isdigit():
            left, bottom, *_ = text.get_charbox(at, loose=True)
            lines[round(bottom)].append((left, text.get_text_range(at, 1)))
    return ["".join(digit for _, digit in sorted(line)) for line in lines.values()]


@pytest.mark.parametrize(
    ("files", "there", "not_there"),
    [
        pytest.param({}, "5550100199", "0199010555", id="in order with the program's help"),
        pytest.param(by_hand(), "0199010555", "5550100199", id="turned around by a template that goes without"),
    ],
)
def test_phone_number_in_an_arabic_sentence(leaflet, tmp_path, files, there, not_there):
    assert leaflet(tag="ar", translation=PHONE, files=files, code=0) == set()
    found = digits_of_lines(tmp_path / "project/build/ar/clean-water.ar.a4.pdf")
    assert there in found and not_there not in found


def test_khmer_without_spaces_stays_in_its_column(leaflet):
    assert leaflet(tag="km", translation=KHMER, code=0) == set()


def test_khmer_in_a_template_that_goes_without_help_is_reported_at_its_block(leaflet):
    assert leaflet(tag="km", translation=KHMER, files=by_hand()) == {(BLOCK, "overflow")}


def test_khmer_without_icu_is_refused(leaflet, monkeypatch):
    monkeypatch.setattr(setting.breaks, "_icu", lambda: None)
    assert leaflet(tag="km", translation=KHMER) == {("handouts.yaml", "icu")}


def test_chinese_in_the_japanese_font_is_reported_at_its_block(leaflet):
    files = styled('.numbered p { font-family: "Noto Sans JP" }')
    assert leaflet(tag="zh-Hans", translation=CHINESE, files=files) == {(BLOCK, "fallback-font")}


def test_urdu_in_an_arabic_font_is_reported_at_its_block(leaflet):
    files = styled('.numbered p { font-family: "Noto Sans Arabic" }')
    assert leaflet(tag="ur", translation=URDU, files=files) == {(BLOCK, "fallback-font")}


def test_urdu_in_an_english_block_is_reported_at_its_text(leaflet):
    assert leaflet(WHY, URDU) == {(TEXT, "glyph")}


@pytest.mark.parametrize(("tag", "text"), [("zh-Hans", CHINESE), ("ur", URDU)])
def test_text_in_the_fonts_of_its_language_is_no_problem(leaflet, tag, text):
    assert leaflet(tag=tag, translation=text, code=0) == set()
