"""The self-audit of leaflets: what it says of the minimal project, as text and as JSON."""

import datetime
import json

import pytest

from handouts import audit, formulas
from handouts.audit import audits
from handouts.checklist import QUESTIONS
from handouts.checklist.sheet import Verdict
from handouts.checks.contents import topic_level
from handouts.problems import Report
from tests.conftest import change, load

TODAY = datetime.date(2026, 11, 30)


def audited(root, topic="drinking-water", tag="en"):
    project, _ = load(root)
    report = Report()
    found = audits(project, [topic], [tag], TODAY, report)
    assert list(report) == []
    return found[0]


def answer(found, item):
    """Return verdict and evidence of the question that an item stands in."""
    several = [(each.verdict, each.evidence) for each in found.answers if item in each.items]
    assert len(several) == 1, item
    return several[0]


def about(found, words):
    return next((each.verdict, each.evidence) for each in found.answers if words in each.about)


def test_each_item_of_pemat_p_and_of_the_index_is_asked_once():
    asked = [item for question in QUESTIONS for item in question.items]
    pemat = [number for number in range(1, 27) if number not in (13, 14)]  # these two are for sound and film
    for wanted in ([f"PEMAT-P {number}" for number in pemat], [f"CCI {number}" for number in range(1, 21)]):
        tool = wanted[0].split()[0]
        assert sorted(item for item in asked if item.startswith(tool)) == sorted(wanted)
    assert {item for item in asked if item.startswith("NHS")} == {f"NHS {number}" for number in range(1, 7)}


@pytest.mark.parametrize(
    ("item", "verdict", "evidence"),
    [
        ("PEMAT-P 11", Verdict.MET, "3 key points before 2 sections"),
        # how to boil it: steps 12 words, remark 8, caption 4, table 12, question 4
        ("PEMAT-P 8", Verdict.MET, "2 sections, each with a heading; at most 5 blocks and 40 words in one"),
        ("CCI 8", Verdict.MET, "the key points, 1 list with bullets, 1 with numbers"),
        (
            "PEMAT-P 12",
            Verdict.MET,
            "key points in a part of their own; 6 texts with bold words, 2 lists, 1 boxed remark",
        ),
        ("PEMAT-P 17", Verdict.MET, "1 picture with caption and alternative text, 1 table with caption"),
        ("PEMAT-P 19", Verdict.MET, "1 table of at most 2 columns, whose headings have at most 2 words"),
        ("PEMAT-P 4", Verdict.MET, "1 term of the glossary, 1 with an entry here"),
        ("PEMAT-P 5", Verdict.MET, "roughly, 0 of 12 sentences look passive"),
        ("PEMAT-P 6", Verdict.PERSON, "4 figures: 1, 12, 1, 1.5"),
        ("PEMAT-P 7", Verdict.PERSON, "there are figures"),
        ("PEMAT-P 20", Verdict.MET, "4 sentences such as “Drink water each day.”"),
        ("PEMAT-P 21", Verdict.MET, "“you” or “your” 6 times, in 3 of 3 parts"),
        ("PEMAT-P 22", Verdict.PERSON, "1 list of 2 numbered steps in all"),
        (
            "PEMAT-P 23",
            Verdict.MET,
            "a box to fill in with the care team, lines for notes, 1 question with lines for the answers",
        ),
        ("PEMAT-P 1", Verdict.PERSON, ""),
        ("NHS 3", Verdict.PERSON, ""),
    ],
)
def test_minimal_project(project, item, verdict, evidence):
    assert answer(audited(project.minimal()), item) == (verdict, evidence)


def test_origin_of_the_minimal_project(project):
    found = audited(project.minimal())
    assert about(found, "publishes") == (Verdict.NOT_MET, "no imprint with the clinic’s name")
    assert about(found, "approved") == (Verdict.NOT_MET, "nobody has signed it")
    assert about(found, "sources") == (
        Verdict.MET,
        "1 document with 3 paragraphs listed; 9 of 9 blocks that state facts rest on them",
    )
    assert about(found, "when it was checked") == (
        Verdict.PARTLY,
        "text as of 2026-11-21; the day of the next check is not printed",
    )
    assert about(found, "original says") == (Verdict.NONE, "it is the original")


def test_imprint_fills_the_box_on_when_to_call(project):
    four = "name: Clinic\nphone_day: 1\nphone_night: 2\nemergency: 911\nfever: 38\n"
    found = audited(project.minimal({"imprint.yaml": four}))
    assert about(found, "how to get help")[0] is Verdict.MET
    assert about(found, "publishes") == (Verdict.MET, "Clinic")


def test_leaflet_without_picture_or_table(project):
    found = audited(project.minimal(), "clean-water")
    assert answer(found, "CCI 4") == (Verdict.NOT_MET, "no pictures")
    assert answer(found, "PEMAT-P 15") == (Verdict.PERSON, "no pictures, no tables")
    assert answer(found, "PEMAT-P 16")[0] is Verdict.NONE
    assert answer(found, "PEMAT-P 25")[0] is Verdict.NONE
    assert answer(found, "PEMAT-P 7") == (Verdict.MET, "no figures in the text")


def changed(project, old, new, topic="drinking-water"):
    root = project.minimal()
    change(root / "seeds/blocks/water.yaml", old, new)
    return audited(root, topic)


def test_passive_sentences_are_counted(project):
    found = changed(
        project, "Your body needs water. You need", "Water is needed. It was often given. It is boiled. You need"
    )
    assert answer(found, "PEMAT-P 5") == (
        Verdict.PARTLY,
        "roughly, 3 of 14 sentences look passive, such as “is needed”",
    )


def test_long_sentence_is_counted(project):
    found = changed(project, "Your body needs water.", f"Your body needs {'very ' * 20}clean water.")
    assert about(found, "short, plain sentences")[0] is Verdict.PARTLY
    assert about(found, "short, plain sentences")[1].endswith("25 at most; 1 over 20")


def test_long_section_is_no_short_section(project):
    found = changed(project, "Your body needs water.", "Your body needs water. " * 60)
    assert answer(found, "PEMAT-P 8")[0] is Verdict.NOT_MET


def test_text_that_never_says_you_does_not_speak_to_the_reader(project):
    found = changed(
        project, "Clean water keeps you *healthy*.", "Clean water keeps patients *healthy*.", topic="clean-water"
    )
    assert answer(found, "PEMAT-P 21") == (Verdict.NOT_MET, "“you” or “your” never, in 0 of 2 parts")


def test_you_in_a_question_to_ask_means_the_doctor(project):
    found = changed(project, "prompt: Where is your well?", "prompt: Will you show me your well?")
    assert answer(found, "PEMAT-P 21") == (Verdict.MET, "“you” or “your” 6 times, in 3 of 3 parts")


def test_term_without_an_entry_is_left_to_a_person(project):
    found = changed(project, "text: Clean water keeps", "text: Clean water from a well keeps", topic="clean-water")
    assert answer(found, "PEMAT-P 4") == (
        Verdict.PERSON,
        "1 term of the glossary, none with an entry here, 0 look explained; not seen for: well",
    )


def test_explanation_beside_a_term_is_seen(project):
    found = changed(
        project, "text: Clean water keeps", "text: Clean water from a well (a deep hole) keeps", topic="clean-water"
    )
    assert answer(found, "PEMAT-P 4")[1].endswith("1 look explained; not seen for: none")


def test_english_reading_level_is_that_of_the_checks(project):
    root = project.minimal()
    _, content = load(root)
    level = topic_level(content, content.topics["drinking-water"])
    assert [each.value for each in audited(root).readings] == [level.flesch_kincaid, level.smog]


def test_translation_is_measured_where_its_language_does_not_matter(project):
    english, spanish = audited(project.minimal()), audited(project.root, tag="es")
    for item in ("PEMAT-P 11", "CCI 8", "PEMAT-P 17", "PEMAT-P 22", "PEMAT-P 23"):
        assert answer(spanish, item) == answer(english, item)
    for item in ("PEMAT-P 4", "PEMAT-P 5", "PEMAT-P 20", "PEMAT-P 21", "CCI 11"):
        assert answer(spanish, item) == (Verdict.PERSON, "")
    assert [each.formula for each in spanish.readings] == ["INFLESZ", "Fernández Huerta"]
    assert about(spanish, "original says")[0] is Verdict.PERSON


def test_incomplete_translation_says_so(project):
    root = project.minimal()
    change(root / "locales/es/LC_MESSAGES/handouts.po", 'msgstr "Una taza está sobre una mesa."', 'msgstr ""')
    change(root / "locales/es/LC_MESSAGES/handouts.po", 'msgstr "Beba **agua** cada día."', 'msgstr ""')
    found = audited(root, tag="es")
    assert answer(found, "PEMAT-P 17")[1].endswith("1 of these texts not translated")
    assert about(found, "translation is whole")[0] is Verdict.PARTLY
    assert found.measured[0] == found.measured[1] - 1
    assert "reading level of the 27 of 28 texts that are translated" in audit.as_text([found])


@pytest.mark.parametrize("tag", ["ar", "zh-Hans"])
def test_language_without_a_formula_is_not_measured(project, tag):
    found = audited(project.minimal({"handouts.yaml": SETTINGS}), tag=tag)
    assert found.readings == ()
    assert f"not measured: {formulas.why_not(tag)}" in audit.as_text([found])


SETTINGS = """
    title: A minimal project
    source: en
    languages: [en, es, ar, zh-Hans]
    editions: [a4]
    """


def test_text_begins_with_what_it_is_and_holds_every_item(project, run):
    said = run(project.minimal(), "audit", "-t", "drinking-water", "-l", "en").out
    words = " ".join(said.split())
    assert words.startswith("A self-audit: what a program can tell")
    assert "no certificate and gives no score" in words
    assert "drinking-water, English (en), draft" in words
    assert all(item in words for question in QUESTIONS for item in question.items)
    assert max(map(len, said.splitlines())) <= audit.WIDTH


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_looks_like_a_score(project, run, form):
    assert "%" not in run(project.minimal(), "audit", "--format", form).out


def test_json(project, run):
    found = json.loads(run(project.minimal(), "audit", "--format", "json").out)
    assert list(found) == ["note", "leaflets"]
    assert [(each["topic"], each["language"]) for each in found["leaflets"]] == [
        *(("clean-water", "en"), ("drinking-water", "en"), ("clean-water", "es"), ("drinking-water", "es"))
    ]
    for each in found["leaflets"]:
        assert list(each) == ["topic", "language", "edition", "status", "reading_level", "answers"]
        assert set(each["reading_level"]) == {"measured", "not_measured", "texts", "of"}
        assert {frozenset(reading) for reading in each["reading_level"]["measured"]} == {
            frozenset({"formula", "value", "meaning", "target", "why", "met"})
        }
        assert len(each["answers"]) == len(QUESTIONS)
        assert {reply["verdict"] for reply in each["answers"]} <= {verdict.value for verdict in Verdict}


def test_several_topics_and_languages_may_be_named(project, run):
    said = run(project.minimal(), "audit", "-t", "clean-water", "-l", "es", "-l", "en").out
    assert [line for line in said.splitlines() if line.startswith("clean-water, ")] == [
        "clean-water, English (en), draft",
        "clean-water, Spanish (es), draft",
    ]
    assert "drinking-water, " not in said


@pytest.mark.parametrize(("option", "word"), [("-t", "clean-watr"), ("-l", "xx")])
def test_unknown_name_is_bad_usage(project, run, option, word):
    assert f"'{word}'" in run(project.minimal(), "audit", option, word, code=2).err


def test_broken_content_is_reported_and_not_audited(project, run):
    said = run(project.minimal({"seeds/topics/clean-water.yaml": "date: never\n"}), "audit", code=1)
    assert said.out == ""
    assert "seeds/topics/clean-water.yaml" in said.err


def test_audit_writes_nothing(project, run):
    root = project.minimal()
    before = sorted(root.rglob("*"))
    run(root, "audit")
    assert sorted(root.rglob("*")) == before
