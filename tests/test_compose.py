"""Leaflets as HTML: languages of texts, values of the clinic, places of elements."""

import re

import pytest

from handouts import build, imprint
from handouts import project as projects
from handouts.glyphs import missing_glyphs
from handouts.problems import Report
from handouts.request import Request
from tests.conftest import change

ARABIC_TOO = "title: A\nsource: en\nlanguages: [en, ar]\neditions: [a4]\n"


def jobs(root, *, report=None):
    """Compose every leaflet of a project, by name."""
    problems = report or Report()
    project = projects.load(root, problems)
    loaded = build.load(project, None, problems)
    planned = list(build.plan(loaded, Request(), problems, build.Outcome()))
    if report is None:
        assert [problem for problem in problems if problem.severity == "error"] == []
    return {each.job.name: each.job for each in planned}


def html_of(root, name):
    """Compose one leaflet; no-break spaces, which keep last words company, are plain ones here."""
    return jobs(root)[name].html.replace("\u00a0", " ")


def element(html, text):
    """Return the tag that a text stands in."""
    return re.search(rf"<[^<>]*>(?={re.escape(text)})", html)[0]


def test_leaflet_says_its_language_and_direction(project):
    html = html_of(project.copy("rtl"), "rain.ar.a4")
    assert '<html lang="ar" dir="rtl">' in html


def test_fallback_text_is_marked_with_its_language_and_direction(project):
    html = html_of(project.copy("rtl"), "rain.ar.a4")
    assert re.search(r'<h2[^>]* lang="en" dir="ltr">.*Warm water', html)
    assert '<span lang="en" dir="ltr">Cold water is cold.</span>' in html


def test_translated_text_needs_no_mark(project):
    html = html_of(project.minimal(), "clean-water.es.a4")
    assert element(html, "Qué limpia el agua.") == '<p class="lede">'


def test_strong_text_keeps_to_its_place_between_two_directions(project):
    html = html_of(project.copy("rtl"), "rain.ar.a4")
    assert '<strong><span dir="ltr">WHO</span> (<span dir="ltr">World</span>)</strong>' in html


def test_values_of_the_clinic_are_text(project):
    root = project.minimal({"imprint.yaml": "name: '<b>&amp; {code} **Care**'\nphone_day: '<i>1</i>'\n"})
    html = html_of(root, "clean-water.es.a4")
    assert 'Entregado por <span class="clinic" dir="ltr">&lt;b&gt;&amp;amp; {code} **Care**</span>' in html
    assert "&lt;i&gt;1&lt;/i&gt;</" in html
    assert 'content="&lt;b&gt;&amp;amp; {code} **Care**"' in html
    assert "<b>&amp;" not in html and "<i>1" not in html


def test_value_that_the_clinic_does_not_give_is_a_line_to_write_on(project):
    root = project.minimal({"imprint.yaml": "phone_day: 555-0100\n"})
    html = html_of(root, "clean-water.en.a4")
    assert html.count('<p class="value"') == 1
    assert len(re.findall(r'In an emergency</p>\s*<div class="line">', html)) == 1


def test_template_reaches_nothing_but_what_it_is_given(project, run, tmp_path):
    victim = tmp_path / "written"
    call = "say.__func__.__globals__['__builtins__']['open']('" + str(victim) + "', 'w')"
    root = project.minimal({"templates/blocks/paragraph.html": "{{ " + call + " }}\n"})
    said = run(root, "check", "--no-render", code=1)
    assert "templates/blocks/paragraph.html:1: error: template" in said.both
    assert not victim.exists()


def test_clinic_may_write_in_the_script_of_any_language_of_the_project(project):
    found = jobs(project.minimal({"imprint.yaml": "name: عيادة الدم\n", "handouts.yaml": ARABIC_TOO}))[
        "clean-water.en.a4"
    ]
    assert '<span class="clinic" dir="rtl">عيادة الدم</span>' in found.html
    assert "Noto Sans Arabic" in found.fonts
    assert list(missing_glyphs(found.texts)) == []


def test_source_is_cited_in_its_own_language(project):
    html = html_of(project.minimal(), "clean-water.es.a4")
    assert '<li><cite lang="en" dir="ltr">The Well and Its Water</cite>, párrafos 2, 3 y 4</li>' in html.replace(
        "\u00a0", " "
    )


@pytest.mark.parametrize(
    ("block", "html"),
    [
        pytest.param(
            "key-drink", '<li id="block-key-drink">Drink <strong>water</strong> each day.</li>', id="key point"
        ),
        pytest.param("water-why", ' id="block-water-why">Your body needs water.', id="paragraph"),
        pytest.param("water-when", "<li>with <strong>each</strong> meal</li>", id="points"),
        pytest.param("water-cup", '<img src="picture:/cup.svg" alt="A cup stands on a table."', id="figure"),
        pytest.param("water-ask", "<p>Where is your well?</p>", id="write-in"),
        pytest.param("water-cool", '<p class="title">Let it cool</p>', id="callout"),
        pytest.param("water-how", "<b>Fill</b>", id="steps"),
        pytest.param("water-term", "<span>well</span>", id="term"),
    ],
)
def test_block_becomes_html_with_an_id_that_leads_back_to_its_place(project, block, html):
    job = jobs(project.minimal())["drinking-water.en.a4"]
    assert html in job.html.replace("\u00a0", " ")
    place = job.places[f"block-{block}"]
    assert place.file == "seeds/blocks/water.yaml" and place.line > 0


def test_template_of_the_project_takes_the_place_of_the_packaged_one(project):
    root = project.minimal({"templates/blocks/steps.html": "<p>mine: {{ block.id }}</p>"})
    assert "<p>mine: water-how</p>" in html_of(root, "clean-water.en.a4")


def test_draft_says_so_in_its_language_and_in_english(project):
    html = html_of(project.minimal(), "clean-water.es.a4")
    assert "Draft: not yet approved by a qualified person" in html
    assert "Borrador: aún no aprobado" in html


def test_date_in_a_text_that_fell_back_is_in_the_language_of_that_text(project):
    root = project.copy("rtl")
    change(root / "locales/ar/LC_MESSAGES/handouts.po", 'msgstr "النص بتاريخ {date}"', 'msgstr ""')
    assert "Text as of November 21, 2026" in html_of(root, "rain.ar.a4")


def test_same_project_in_two_folders_gives_equal_jobs(project, tmp_path):
    first = project.minimal()
    second = type(project)(tmp_path / "ünï cödé").minimal()
    assert jobs(first) == jobs(second)


def test_imprint_keeps_the_place_of_each_value(tmp_path):
    path = tmp_path / "imprint.yaml"
    path.write_text("name: Clinic\nfever: 38 °C\n", encoding="utf-8")
    report = Report()
    found = imprint.load(path, "imprint.yaml", report)
    assert (found.get("name"), found.get("phone_day")) == ("Clinic", "")
    assert str(found.values["fever"].position) == "imprint.yaml:2:8"
    assert list(report) == []
