"""Margins, head and foot: the sheet that an edition gives a leaflet, and whether all its furniture finds room."""

from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from handouts import build, compose, furniture
from handouts import project as projects
from handouts.editions import BUILT_IN, Edition
from handouts.furniture import has_columns, page_css, sheet_of, status_lines, status_of
from handouts.imprint import Imprint
from handouts.languages import language
from handouts.problems import Report
from handouts.typeset import typeset
from tests.conftest import change
from tests.test_specimen import loaded as specimen

ENGLISH = language("en")
MM = 72 / 25.4  # pt
LONG = "Drinking water at home, on the way, at work, and when you are in another country for a long time"
# Languages whose foot is the hardest to guess: tall, wide, or of long words.
HARD = ["ur", "my", "km", "de", "ta"]


@cache
def leaflet(tag):
    return specimen().leaflet("visit", tag)


def sheet(edition="a4", *tags, **options):
    """Return the sheet that an edition, changed by options, gives the specimen in one language or in two."""
    return sheet_of([leaflet(tag) for tag in tags or ("en",)], replace(BUILT_IN[edition], **options), ENGLISH)


def load(root):
    report = Report()
    found = build.load(projects.load(root, report), None, report)
    assert list(report) == []
    return found


def of_project(root, tag):
    return load(root).leaflet("clean-water", tag)


def typeset_of(found, edition, *leaflets):
    """Set a leaflet of a loaded project in an edition."""
    report = Report()
    job = compose.composer(found.project, found.content, Imprint(), report).job(leaflets, BUILT_IN[edition])
    assert list(report) == [] and job is not None
    return typeset(job)


# Paper and type.


def test_sheet_has_what_the_edition_and_the_topic_say():
    made = sheet("letter")
    assert (made.width, made.height, made.smallest, made.largest) == (215.9, 279.4, 12, 14)
    assert (made.pages, made.multiple) == (leaflet("en").topic.pages, 0)


def test_edition_with_pages_is_filled_up_to_a_multiple_of_them():
    made = sheet("a5")
    assert (made.pages, made.multiple) == (4, 4)


@pytest.mark.parametrize(
    ("paper", "sides", "size"),
    [
        ("a4", 14, 8.4),
        ("letter", 12, 8.4),
        ("a5", 12, 7.6),
        ("half-letter", 12, 7.6),
        ("panel", 8, 7.2),
        ("a6", 8, 7.2),
    ],
)
def test_smaller_paper_has_smaller_margins_and_smaller_furniture(paper, sides, size):
    made = sheet(paper=paper)
    assert (made.sides, made.furniture) == (sides, size)
    assert made.tops[0] < made.tops[1]


def test_nothing_in_the_furniture_is_smaller_than_the_edition_allows():
    assert sheet("large-print").furniture == 16
    assert sheet("a4", least=8).furniture == 8.4


def test_head_of_large_type_pushes_the_text_of_later_pages_down():
    large, usual = sheet("large-print"), sheet("a4")
    assert large.tops[0] == usual.tops[0] and large.tops[1] > usual.tops[1] + 3


def test_taller_script_pushes_the_text_of_later_pages_down_on_small_paper():
    assert sheet("panels", "ur").tops[1] > sheet("panels", "en").tops[1] + 1
    assert sheet("a4", "ur").tops == sheet("a4", "en").tops


@pytest.mark.parametrize(
    ("options", "narrow"),
    [
        ({}, False),
        ({"paper": "letter"}, False),
        ({"largest": 15}, False),
        ({"largest": 18}, True),
        ({"paper": "a5"}, True),
        ({"paper": "a5", "smallest": 8, "largest": 10}, False),
        ({"paper": "panel"}, True),
    ],
)
def test_page_is_narrow_when_few_letters_stand_on_its_lines(options, narrow):
    assert sheet(**options).is_narrow is narrow


def test_page_of_two_languages_is_narrow_however_wide():
    assert sheet("bilingual", "es", "en").is_narrow
    assert not sheet("bilingual", "es").is_narrow


@pytest.mark.parametrize(
    ("edition", "columns"), [("a4", True), ("letter", True), ("large-print", False), ("a5", False), ("panels", False)]
)
def test_foot_has_columns_where_three_texts_fit_beside_each_other(edition, columns):
    assert has_columns(sheet(edition)) is columns


# How high the foot is.


@pytest.mark.parametrize("edition", ["a4", "a5", "large-print", "panels"])
def test_longer_title_makes_a_higher_foot(project, edition):
    root = project.minimal()
    usual = sheet_of([of_project(root, "en")], BUILT_IN[edition], ENGLISH)
    change(root / "seeds/topics/clean-water.yaml", "title: Clean water", f"title: {LONG}")
    assert sheet_of([of_project(root, "en")], BUILT_IN[edition], ENGLISH).foot > usual.foot + 2


@pytest.mark.parametrize("edition", ["a5", "large-print", "panels"])
def test_foot_that_says_all_in_two_languages_is_higher(edition):
    assert sheet(edition, "en").foot < sheet(edition, "es").foot < sheet(edition, "es", "ar").foot


@pytest.mark.parametrize("edition", ["a4", "a5", "large-print", "panels"])
def test_taller_script_has_a_higher_foot(edition):
    assert sheet(edition, "zh-Hans").foot < sheet(edition, "km").foot < sheet(edition, "ur").foot


def test_longer_status_takes_two_lines(project):
    root = project.minimal()
    own, named = of_project(root, "es"), Edition("a-name-of-twenty-letters")
    assert (status_lines(own, BUILT_IN["a4"]), status_lines(own, named)) == (1, 2)
    assert sheet_of([own], named, ENGLISH).foot > sheet_of([own], BUILT_IN["a4"], ENGLISH).foot


def test_foot_says_as_much_as_the_worst_of_two_leaflets_deserves(project):
    root = project.minimal()
    change(root / "locales/es/LC_MESSAGES/handouts.po", 'msgstr "Llene una olla con agua."', 'msgstr ""')
    mixed, draft = of_project(root, "es"), of_project(root, "en")
    assert (status_of([draft]), status_of([draft, mixed])) == ("foot/draft", "foot/incomplete")


@pytest.mark.parametrize("tag", ["en", "es", "ur"])
@pytest.mark.parametrize("edition", list(BUILT_IN))
def test_text_has_most_of_the_page(edition, tag):
    made = sheet(edition, tag)
    assert made.text_height(1) > made.height * 0.6


# Lines for notes.


@pytest.mark.parametrize("options", [{}, {"paper": "420x594"}, {"paper": "letter"}, {"paper": "999x999"}])
def test_lines_for_notes_reach_the_second_page_of_a_leaflet_however_short(options):
    made = sheet(**options)
    assert made.notes * furniture.LINE > made.text_height(1)


@pytest.mark.parametrize("edition", ["large-print", "bilingual", "a5", "a6", "panels"])
def test_lines_for_notes_fill_a_whole_sheet(edition):
    made = sheet(edition)
    assert made.notes * furniture.LINE > sum(made.text_height(page) for page in range(made.multiple))


def test_page_is_declared_to_the_engine():
    css = "\n".join(page_css(sheet("a5"), BUILT_IN["a5"]))
    assert "size: 148mm 210mm" in css and "bleed" not in css
    press = "\n".join(page_css(sheet("press"), BUILT_IN["press"]))
    assert "size: 210mm 297mm; bleed: 10mm; marks: none" in press


# Whether the guess was high enough.


def overflows(edition, *tags):
    """Set the specimen and return what goes below its page."""
    done = typeset_of(specimen(), edition, *(leaflet(tag) for tag in tags))
    return [problem.text for problem in done.problems if "below its page" in problem.text]


@pytest.mark.parametrize("tag", HARD)
@pytest.mark.parametrize("edition", ["large-print", "a5", "panels"])
def test_foot_has_room_for_all_its_texts(edition, tag):
    assert overflows(edition, tag) == []


@pytest.mark.parametrize("tags", [("ur", "en"), ("km", "my"), ("en", "de")])
def test_foot_has_room_for_all_its_texts_in_two_languages(tags):
    assert overflows("bilingual", *tags) == []


def test_foot_that_is_guessed_too_low_is_reported(monkeypatch):
    monkeypatch.setattr(furniture, "ABOVE", furniture.ABOVE - 10)
    assert "goes" in " ".join(overflows("a5", "es"))


@pytest.mark.parametrize("edition", ["a4", "a5", "large-print", "panels"])
def test_running_head_stays_on_the_paper_however_long_the_title(project, edition):
    root = project.minimal()
    change(root / "seeds/topics/clean-water.yaml", "title: Clean water", f"title: {LONG}")
    found = load(root)
    second = pypdfium2.PdfDocument(typeset_of(found, edition, found.leaflet("clean-water", "en")).pdf)[1]
    text = second.get_textpage()
    highest = max(text.get_charbox(index)[3] for index in range(text.count_chars()))
    assert second.get_height() - highest > 4.5 * MM
