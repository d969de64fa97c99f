"""How far catalogs are, what has changed under them, and what translators have set aside."""

import json

import pytest

from tests.conftest import change

SPANISH = "locales/es/LC_MESSAGES/handouts.po"
WATER = "seeds/blocks/water.yaml"


def status(run, root):
    return json.loads(run(root, "messages", "status", "--format", "json").out)


def row(run, root, topic="clean-water"):
    return next(each for each in status(run, root)["topics"] if each["topic"] == topic)


def test_table_has_a_row_for_each_topic_and_a_column_for_each_language(project, run):
    lines = run(project.minimal(), "messages", "status").out.splitlines()
    assert lines[0].split() == ["es"]
    assert [line.split() for line in lines[1:3]] == [
        ["clean-water", "complete,", "draft"],
        ["drinking-water", "complete,", "draft"],
    ]


def test_missing_and_fuzzy_texts_are_counted(project, run):
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr ""')
    change(root / WATER, "Boil water to make it clean.", "Boil all water.")
    found = row(run, root)
    assert (found["state"], found["fuzzy"], found["missing"]) == ("incomplete", 1, 1)
    assert " %, 1 fuzzy, 1 missing" in run(root, "messages", "status").out


@pytest.mark.parametrize("updated", [False, True])
def test_changed_english_is_shown_word_by_word(project, run, updated):
    root = project.minimal()
    change(root / WATER, "Boil water to make it clean.", "Boil all water to make it clean.")
    if updated:
        run(root, "messages", "update")
    (changed,) = status(run, root)["changed"]
    assert (changed["language"], changed["address"]) == ("es", "block/key-boil")
    assert changed["differences"] == "Boil{+ all+} water to make it clean."
    assert (
        f"{changed['file']}:{changed['line']}: block/key-boil: Boil{{+ all+}} water"
        in run(root, "messages", "status").out
    )


def test_approved_and_stale_leaflets_are_named(project, run):
    root = project.minimal()
    run(root, "review", "approve", "clean-water", "-l", "es", "--by", "Ana Ruiz", "--role", "nurse")
    assert row(run, root)["state"] == "approved"
    change(root / SPANISH, "Llene una olla con agua.", "Llene la olla con agua.")
    assert row(run, root)["state"] == "stale"
    assert "clean-water     complete, stale" in run(root, "messages", "status").out


def test_many_languages_stand_in_tables_as_wide_as_a_terminal(project, run):
    tags = ["en", "es", "ar", "fr", "de", "it", "pt", "pl"]
    settings = f"title: Water\nsource: en\nlanguages: [{', '.join(tags)}]\neditions: [a4]\n"
    out = run(project.minimal({"handouts.yaml": settings}), "messages", "status").out
    assert max(map(len, out.splitlines())) <= 120
    assert out.count("clean-water") > 1


def ignoring(project, comment, text="Hierva {agua}"):
    """Make a project whose catalog has a wrong translation below a translator's comment."""
    root = project.minimal()
    change(root / SPANISH, 'msgctxt "block/water-how/1"', f'# {comment}\nmsgctxt "block/water-how/1"')
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', f'msgstr "{text}"')
    return root


TWICE = "Llene una olla con con agua."


def test_finding_is_set_aside_with_a_reason_and_counted(project, run):
    root = ignoring(project, "ignore doubled-word: the name of a brand", TWICE)
    said = run(root, "check", "--no-render")
    assert said.out.splitlines() == ["findings ignored, each with its reason in the catalog: 1", "no problems"]
    assert status(run, root)["ignored"] == {"es": 1}


@pytest.mark.parametrize(
    ("comment", "text", "what"),
    [
        pytest.param("ignore doubled-word", TWICE, "'doubled-word' is ignored without a reason", id="no reason"),
        pytest.param("ignore doubled-word:  ", TWICE, "'doubled-word' is ignored without a reason", id="blank reason"),
        pytest.param("ignore doubledword: x", TWICE, "did you mean 'doubled-word'?", id="no such rule"),
        pytest.param("ignore placeholder: x", "Hierva {agua}", "the placeholders differ", id="what can't be ignored"),
        pytest.param("ignore html: x", "Hierva", "'html' can never be ignored", id="what can't be ignored is said"),
        pytest.param("ignore numbers: x", "Llene una olla con agua.", "has nothing to ignore here", id="nothing"),
    ],
)
def test_ignore_that_is_not_right_is_a_problem(project, run, comment, text, what):
    assert what in run(ignoring(project, comment, text), "check", "--no-render", "--strict", code=1).err


def test_words_of_a_comment_are_no_ignore(project, run):
    root = ignoring(project, "please do not ignore numbers: they matter", "Llene una olla con agua.")
    assert run(root, "check", "--no-render").out == "no problems\n"


@pytest.mark.parametrize(
    ("choice", "foot"),
    [
        pytest.param("source", "Incomplete draft: parts are still in English", id="in English"),
        pytest.param("omit", "Incomplete draft: parts are left out", id="left out"),
    ],
)
def test_project_chooses_what_becomes_of_a_text_without_translation(project, run, choice, foot):
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr ""')
    change(root / "handouts.yaml", "source: en", f"source: en\nmissing: {choice}")
    said = run(root, "build", "--release", "--allow", "draft", "-t", "clean-water", "-l", "es", code=1)
    assert "held back: es/clean-water.es.a4.pdf (incomplete: texts not translated: 1)" in said.out
    run(root, "build", "-t", "clean-water", "-l", "es")
    import pypdfium2

    page = pypdfium2.PdfDocument(root / "build/es/clean-water.es.a4.pdf")[0]
    text = " ".join(page.get_textpage().get_text_bounded().split())
    assert foot in text
    assert ("Fill a pot with water." in text) is (choice == "source")


def test_project_can_want_no_leaflet_without_a_text(project, run):
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr ""')
    change(root / "handouts.yaml", "source: en", "source: en\nmissing: fail")
    said = run(root, "build", code=1)
    assert "error: clean-water in Spanish: 'block/water-how/1' is not translated [untranslated]" in said.err
    assert not list((root / "build").rglob("*.pdf"))


def test_unknown_choice_is_reported_at_its_place(project, run):
    root = project.minimal()
    change(root / "handouts.yaml", "source: en", "source: en\nmissing: ommit")
    assert "handouts.yaml:3:10: error: 'ommit' is no choice for 'missing' [choice]" in run(root, "check", code=1).err


def test_block_of_safety_that_is_to_be_left_out_is_a_problem(project, run):
    root = project.minimal()
    change(root / WATER, "key-boil:\n", "key-boil:\n  safety: true\n  missing: omit\n")
    assert "a block of safety is never left out [safety]" in run(root, "check", code=1).err
