"""Reading a leaflet beside its English, signing it, and what a signature is worth."""

import datetime
import json

import pypdfium2
import pytest

import handouts.typeset  # noqa: F401  # sets where fonts are found, as the command does
from tests.conftest import change

SPANISH = "locales/es/LC_MESSAGES/handouts.po"
HEADER = '"Content-Type: text/plain; charset=utf-8\\n"\n'
WATER = "seeds/blocks/water.yaml"


def approve(run, root, *more, by="Ana Ruiz", topic="clean-water", tag="es", code=0):
    named = [topic, "-l", tag, "--by", by, "--role", "hematologist", *more]
    return run(root, "review", "approve", *named, code=code)


def standing(run, root, topic="clean-water", tag="es"):
    """Return what is known of a leaflet's sign-off."""
    rows = json.loads(run(root, "review", "status", "-l", tag, "--format", "json").out)
    return next(row for row in rows if row["topic"] == topic)


def test_signing_is_recorded_with_name_role_day_and_edition(project, run):
    root = project.minimal()
    edition = standing(run, root)["edition"]
    said = approve(run, root, "--until", "2099-01-01")
    assert f"clean-water in Spanish, edition {edition}: approved by Ana Ruiz, hematologist, " in said.out
    row = standing(run, root)
    assert (row["status"], row["by"], row["role"], row["until"]) == (
        "approved",
        "Ana Ruiz",
        "hematologist",
        "2099-01-01",
    )
    assert row["date"] == str(datetime.date.today())


def test_signing_one_leaflet_keeps_the_signatures_of_others(project, run):
    root = project.minimal()
    approve(run, root)
    approve(run, root, topic="drinking-water", by="Ben Ode")
    assert [standing(run, root, topic)["by"] for topic in ("clean-water", "drinking-water")] == ["Ana Ruiz", "Ben Ode"]


def test_english_leaflet_is_signed_too(project, run):
    root = project.minimal()
    said = approve(run, root, tag="en")
    assert said.err == "" and standing(run, root, tag="en")["status"] == "approved"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("locales/es/approvals.yaml", "Ana Ruiz", "Ben Ode", id="another name"),
        pytest.param("locales/es/approvals.yaml", "2099-01-01", "2199-01-01", id="a later end"),
        pytest.param("locales/es/approvals.yaml", "hematologist", "professor", id="another role"),
        pytest.param(SPANISH, "Llene una olla con agua.", "Llene la olla con agua.", id="the translation"),
        pytest.param(WATER, "Boil water to make it clean.", "Boil all water.", id="the English"),
    ],
)
def test_whatever_is_changed_after_signing_ends_the_approval(project, run, file, old, new):
    root = project.minimal()
    approve(run, root, "--until", "2099-01-01")
    change(root / file, old, new)
    row = standing(run, root)
    assert (row["status"], row["by"]) == ("stale", None)
    held = run(root, "build", "--release", "-t", "clean-water", "-l", "es", code=1)
    assert f"held back: es/clean-water.es.a4.pdf (stale: {row['reason']})" in held.out


def test_one_english_word_makes_stale_exactly_the_leaflets_that_print_it(project, run):
    root = project.minimal()
    for tag in ("en", "es"):
        for topic in ("clean-water", "drinking-water"):
            approve(run, root, topic=topic, tag=tag)
    change(root / WATER, "Your body needs water.", "The body needs water.")
    rows = json.loads(run(root, "review", "status", "--format", "json").out)
    stale = [(row["language"], row["topic"]) for row in rows if row["status"] == "stale"]
    assert stale == [("en", "drinking-water"), ("es", "drinking-water")]
    assert {row["status"] for row in rows} == {"stale", "approved"}


@pytest.mark.parametrize("line", ['"Last-Translator: Ana Ruiz <ana@clinic.example>\\n"\n', "# Ana Ruiz, 2026\n"])
def test_translator_named_in_the_catalog_can_not_sign(project, run, line):
    root = project.minimal()
    path = root / SPANISH
    text = path.read_text()
    path.write_text(line + text if line.startswith("#") else text.replace(HEADER, HEADER + line))
    said = approve(run, root, by="ana ruiz", code=2)
    assert "ana ruiz translated this and can't approve it" in said.err
    assert not (root / "locales/es/approvals.yaml").exists()
    approve(run, root, tag="en", by="Ben Ode")
    assert approve(run, root, by="Ben Ode").err == ""


def test_translator_who_is_named_later_makes_the_approval_void(project, run):
    root = project.minimal()
    approve(run, root)
    change(root / SPANISH, HEADER, HEADER + '"Last-Translator: Ana Ruiz <ana@clinic.example>\\n"\n')
    assert standing(run, root)["reason"] == "Ana Ruiz, who signed it, is its translator"
    said = run(root, "check", "--no-render")
    assert (
        "locales/es/approvals.yaml:2:1: warning: Ana Ruiz translated this and can't approve it [approval]" in said.err
    )


def test_catalog_that_names_no_translator_is_a_warning(project, run):
    said = approve(run, project.minimal())
    assert "the catalog names no translator, so nobody can tell that it is not Ana Ruiz [translator]" in said.err


@pytest.mark.parametrize(
    ("more", "what"),
    [
        pytest.param({"by": " . "}, "--by and --role must name a person", id="no name"),
        pytest.param({"topic": "clean-watr"}, "did you mean 'clean-water'?", id="no such topic"),
        pytest.param({"tag": "fr"}, "there is no language 'fr'", id="no such language"),
    ],
)
def test_signing_that_makes_no_sense_is_refused(project, run, more, what):
    assert what in approve(run, project.minimal(), **more, code=2).err


def test_end_must_be_a_day_to_come(project, run):
    today = str(datetime.date.today())
    assert (
        f"--until must be a day to come, not {today}" in approve(run, project.minimal(), "--until", today, code=2).err
    )


def test_leaflet_that_is_not_complete_can_not_be_signed(project, run):
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr ""')
    said = approve(run, root, code=2)
    assert "clean-water in Spanish can't be signed: texts not translated: 1" in said.err


def test_nothing_is_signed_while_there_are_problems(project, run):
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr "Llene una {olla} con agua."')
    said = approve(run, root, code=1)
    assert "nothing was signed: the problems come first" in said.out
    assert not (root / "locales/es/approvals.yaml").exists()


def text_of(path):
    document = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_sheet_shows_every_text_beside_its_english_and_room_for_a_signature(project, run):
    root = project.minimal()
    said = run(root, "review", "sheet", "clean-water", "-l", "es")
    path = root / "build/review/clean-water.es.review.pdf"
    assert said.out.startswith("build/review/clean-water.es.review.pdf: ")
    text = text_of(path)
    for wanted in ("Fill a pot with water.", "Llene una olla con agua.", "Signature", "handouts review approve"):
        assert wanted in text
    assert "not for patients" in text


def test_sheet_shows_what_has_changed_since_the_last_signature(project, run):
    root = project.minimal()
    approve(run, root)
    change(root / SPANISH, "Llene una olla con agua.", "Llene la olla con agua.")
    run(root, "review", "sheet", "clean-water", "-l", "es")
    text = text_of(root / "build/review/clean-water.es.review.pdf")
    assert "Last signed by: Ana Ruiz, hematologist" in text
    assert "Llene una la olla con agua." in text, "what went out and what came in stand side by side"


def test_build_leaves_review_sheets_alone(project, run):
    root = project.minimal()
    run(root, "review", "sheet", "clean-water", "-l", "es")
    run(root, "build", "-t", "clean-water", "-l", "es")
    assert (root / "build/review/clean-water.es.review.pdf").exists()


def test_status_says_who_signed_and_why_others_are_not_approved(project, run):
    root = project.minimal()
    approve(run, root)
    lines = run(root, "review", "status").out.splitlines()
    assert lines[0].split() == ["en", "clean-water", lines[0].split()[2], "draft", "nobody", "has", "signed", "it"]
    assert "approved  Ana Ruiz, hematologist, " in lines[2]
    assert lines[-1] == "1 of 4 leaflets are approved"


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("templates/pictures/cup.svg", PICTURE, id="a picture"),
        pytest.param("templates/call.html", "<section>Call nobody.</section>", id="a template of the project's own"),
    ],
)
def test_what_is_printed_beside_the_texts_is_covered_too(project, run, file, text):
    root = project.minimal()
    topic = "drinking-water"
    approve(run, root, topic=topic)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text)
    assert standing(run, root, topic)["status"] == "stale"


def test_status_in_the_foot_is_covered(project, run):
    root = project.minimal()
    approve(run, root)
    change(root / SPANISH, "Aprobado por una persona calificada", "Aprobado por dos personas calificadas")
    assert standing(run, root)["status"] == "stale"


def test_edition_that_was_not_read_is_not_signed(project, run):
    root = project.minimal()
    code = standing(run, root)["edition"]
    change(root / SPANISH, "Llene una olla con agua.", "Llene la olla con agua.")
    said = approve(run, root, "--edition", code, code=2)
    assert f"not {code}: it has changed since the sheet was made" in said.err
    approve(run, root, "--edition", standing(run, root)["edition"].lower())


@pytest.mark.parametrize("name", ["Dr\x7f Ana", "Ana \ufffe", "\U0001fa78 Ana", "王医生"])
def test_name_that_can_not_be_printed_is_refused(project, run, name):
    assert "can't be printed" in approve(run, project.minimal(), by=name, code=2).err


def test_hand_changed_signature_is_not_shown_as_the_last_one(project, run):
    root = project.minimal()
    approve(run, root)
    change(root / "locales/es/approvals.yaml", "Ana Ruiz", "Famous Professor")
    run(root, "review", "sheet", "clean-water", "-l", "es")
    assert "Last signed by: nobody yet" in text_of(root / "build/review/clean-water.es.review.pdf")


def test_name_of_a_translator_in_any_script_stands_on_the_sheet(project, run):
    root = project.minimal({"handouts.yaml": "title: W\nsource: en\nlanguages: [en, es, ar]\neditions: [a4]\n"})
    change(root / SPANISH, HEADER, HEADER + '"Last-Translator: آنا رويز\\n"\n')
    assert "pages, edition" in run(root, "review", "sheet", "clean-water", "-l", "es").out


def test_release_of_one_topic_takes_out_what_is_no_longer_approved(project, run):
    root = project.minimal()
    approve(run, root)
    run(root, "build", "--release")
    path = root / "build/es/clean-water.es.a4.pdf"
    assert path.exists()
    change(root / SPANISH, "Llene una olla con agua.", "Llene la olla con agua.")
    run(root, "build", "--release", "-t", "clean-water", "-l", "es", code=1)
    assert not path.exists()


def test_second_release_lists_again_what_is_held_back(project, run):
    root = project.minimal()
    approve(run, root)
    for _ in range(2):
        said = run(root, "build", "--release")
        assert sum(line.startswith("held back: ") for line in said.out.splitlines()) == 3


def test_ignore_ends_with_the_english_it_was_written_for(project, run):
    root = project.minimal()
    entry = 'msgctxt "block/water-why"'
    change(root / SPANISH, entry, f"# ignore length: short in Spanish\n{entry}")
    change(root / WATER, "You need it from 1 to 12 times a day.", "You need it from 2 to 30 times a day.")
    run(root, "messages", "update")
    assert "# was: ignore length: short in Spanish" in (root / SPANISH).read_text()


def test_message_without_its_address_is_reported_and_the_catalog_left_as_it_is(project, run):
    root = project.minimal()
    text = (root / SPANISH).read_text().replace('msgctxt "block/key-boil"\n', "")
    (root / SPANISH).write_text(text)
    assert "a message without its address [no-address]" in run(root, "messages", "update", code=1).err
    assert (root / SPANISH).read_text() == text


def test_translation_of_english_that_nobody_signed_is_a_warning(project, run):
    said = approve(run, project.minimal())
    assert "warning: the English of clean-water is not approved itself [english]" in said.err
