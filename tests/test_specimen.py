"""Every language in the real template: no problem, read in order, and looking as it did when somebody looked at it."""

import io
import json
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from handouts import build, markup, typeset
from handouts import project as projects
from handouts.problems import Report
from handouts.request import Request
from tests import perception, structure
from tests.conftest import squeezed

ROOT = Path(__file__).parent / "specimen"
TAGS = [
    *("en", "es", "fr", "pt", "de", "it", "pl", "ro", "ru", "uk", "tr", "vi", "tl", "ht", "so", "sw"),
    *("ar", "fa", "ur", "he", "hi", "bn", "pa", "gu", "ta", "te", "th", "km", "my", "lo", "am"),
    *("ko", "ja", "zh-Hans", "zh-Hant"),
]
SPECIMENS = [*(("visit", tag) for tag in TAGS), ("everything", "en"), ("everything", "ar")]
each_specimen = pytest.mark.parametrize(("topic", "tag"), SPECIMENS, ids=lambda value: value)


@cache
def loaded():
    report = Report()
    found = build.load(projects.load(ROOT, report), None, report)
    assert [str(problem) for problem in report] == []
    return found


@cache
def planned(topic, tag):
    report = Report()
    request = Request(topics=(topic,), languages=(tag,))
    return next(iter(build.plan(loaded(), request, report, build.Outcome())))


@cache
def done(topic, tag):
    return typeset.typeset(planned(topic, tag).job)


def test_specimen_shows_every_language_of_the_project():
    assert list(loaded().project.languages) == TAGS


@each_specimen
def test_specimen_is_set_without_a_problem(topic, tag):
    errors = [str(problem) for problem in done(topic, tag).problems if problem.severity == "error"]
    assert errors == []
    assert done(topic, tag).pages == planned(topic, tag).job.sheet.pages


@each_specimen
def test_screen_reader_finds_the_page_in_order(topic, tag):
    pdf = pikepdf.open(io.BytesIO(done(topic, tag).pdf))
    leaflet = planned(topic, tag).leaflets[0]
    pictures = {leaflet.phrase(block.fields["alt"]).text for block in leaflet.topic.blocks if block.kind == "figure"}
    rules = (structure.out_of_order, structure.heading_levels, structure.table_headers, structure.links)
    assert [wrong for rule in rules for wrong in rule(pdf)] == []
    assert list(structure.alternatives(pdf, pictures)) == []
    headings = [leaflet.phrase(section.heading).text for section in leaflet.topic.sections]
    titles = {squeezed(title).lstrip("0123456789") for title in structure.bookmarks(pdf)}
    assert {squeezed(markup.plain(heading)) for heading in headings} <= titles


@each_specimen
def test_page_looks_as_it_did(topic, tag):
    """Compare with the reference pictures; after an intended change: make specimen-accept, and look at the pages."""
    kept = json.loads((ROOT / "pages" / "engine.json").read_text(encoding="utf-8"))
    same = kept == perception.versions()
    for number, page in enumerate(pypdfium2.PdfDocument(done(topic, tag).pdf), start=1):
        picture = page.render(scale=perception.DOTS / 72, grayscale=True).to_pil()
        reference = Image.open(ROOT / "pages" / f"{topic}.{tag}-{number}.png").convert("L")
        difference = perception.compare(perception.small(picture), reference)
        assert perception.judged(difference, same_engine=same) == ""


def test_mistake_is_told_from_an_update_of_the_engine():
    page = Image.new("L", (320, 480), 255)
    page.paste(0, (20, 20, 200, 30))
    moved, without = Image.new("L", (320, 480), 255), Image.new("L", (320, 480), 255)
    moved.paste(0, (21, 21, 201, 31))
    assert perception.compare(page, page).tiles == perception.compare(page, moved).tiles == 0
    lost = perception.compare(page, without)
    assert lost.tiles > 20 and lost.first == (10, 10)
    assert "though the engine is the same" in perception.judged(lost, same_engine=True)
    assert perception.judged(lost, same_engine=False) == ""
    assert "more than another engine explains" in perception.judged(
        perception.Difference(200, 2400, (0, 0)), same_engine=False
    )
