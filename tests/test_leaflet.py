"""A topic in one language: what is printed, and how far it may be trusted."""

from dataclasses import replace
from datetime import date

import pytest

from handouts import catalog, leaflet
from handouts.approvals import Approval, Record, Signatures, seal
from handouts.languages import language
from handouts.leaflet import Status
from handouts.problems import Report
from handouts.project import Missing
from tests.conftest import change, load

SPANISH = "locales/es/LC_MESSAGES/handouts.po"
ENGLISH = language("en")


def made(root, tag="es", signatures=None, topic="clean-water", missing=Missing.SOURCE):
    project, found = load(root)
    report = Report()
    read = catalog.read(project.catalog(tag), "x.po", tag, report)
    assert list(report) == []
    return leaflet.make(found.topics[topic], found, read, ENGLISH, signatures or Signatures(), missing=missing)


def signed(whole, tag="es"):
    """Sign a leaflet as it is."""
    slug = whole.topic.slug
    unsealed = Approval(whole.digest, "Ana Ruiz", "hematologist", date(2026, 11, 21))
    approval = replace(unsealed, seal=seal(unsealed, slug, tag))
    return Signatures({slug: approval}, {slug: Record(whole.triples)}, (), date(2026, 11, 22))


def test_complete_unsigned_leaflet_is_a_draft(project):
    whole = made(project.minimal())
    assert (whole.status, whole.missing) == (Status.DRAFT, ())
    assert whole.phrase(whole.topic.title).text == "Agua limpia"


def test_text_that_is_not_translated_falls_back_to_english_and_makes_it_incomplete(project):
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Agua limpia"', 'msgstr ""')
    part = made(root)
    assert (part.status, part.missing) == (Status.INCOMPLETE, ("topic/clean-water/title",))
    title = part.phrase(part.topic.title)
    assert (title.text, title.language) == ("Clean water", ENGLISH)
    assert str(title.position) == "seeds/topics/clean-water.yaml:2:8"


def test_translation_of_an_older_english_is_not_printed(project):
    root = project.minimal()
    change(root / "seeds/blocks/water.yaml", "Boil water to make it clean.", "Boil all water.")
    part = made(root)
    assert part.missing == ("block/key-boil",)
    assert part.phrases["block/key-boil"].text == "Boil all water."


def test_english_leaflet_needs_no_catalog(project):
    assert made(project.minimal(), "en").status is Status.DRAFT


def test_signed_leaflet_is_approved_until_a_text_changes(project):
    root = project.minimal()
    signatures = signed(made(root))
    assert (made(root, signatures=signatures).status, made(root, signatures=signatures).reason) == (Status.APPROVED, "")
    change(root / SPANISH, "Llene una olla con agua.", "Llene la olla con agua.")
    after = made(root, signatures=signatures)
    assert (after.status, after.approval) == (Status.STALE, None)
    assert after.reason == "it has changed since Ana Ruiz signed it on 2026-11-21"


def test_changed_english_makes_a_signed_leaflet_stale_and_says_what_is_missing(project):
    root = project.minimal()
    signatures = signed(made(root))
    change(root / "seeds/blocks/water.yaml", "Boil water to make it clean.", "Boil all water.")
    after = made(root, signatures=signatures)
    assert after.status is Status.STALE and after.reason.endswith("; texts not translated: 1")
    assert after.is_mixed


def without_steps(project):
    """Make a project in which a step of the block water-how is not translated."""
    root = project.minimal()
    change(root / SPANISH, 'msgstr "Llene una olla con agua."', 'msgstr ""')
    return root


def test_block_that_is_not_translated_is_left_out_when_the_project_wants_that(project):
    root = without_steps(project)
    part = made(root, missing=Missing.OMIT)
    assert part.omitted == ("water-how",)
    assert "water-how" not in [block.id for block in part.topic.blocks]
    assert (part.status, part.is_mixed) == (Status.INCOMPLETE, False)


def test_block_of_safety_and_key_points_are_never_left_out(project):
    root = without_steps(project)
    change(root / "seeds/blocks/water.yaml", "water-how:\n", "water-how:\n  safety: true\n")
    change(root / SPANISH, 'msgstr "Hierva el agua para limpiarla."', 'msgstr ""')
    part = made(root, missing=Missing.OMIT)
    assert part.omitted == () and part.is_mixed and len(part.missing) == 2


def test_block_says_for_itself_what_is_to_be_done(project):
    root = without_steps(project)
    change(root / "seeds/blocks/water.yaml", "water-how:\n", "water-how:\n  missing: fail\n")
    part = made(root, missing=Missing.OMIT)
    assert part.omitted == () and len(part.refused) == 1


def test_text_may_stand_as_it_was_approved_last(project):
    root = project.minimal()
    signatures = signed(made(root))
    change(root / "seeds/blocks/water.yaml", "Boil water to make it clean.", "Boil all water.")
    after = made(root, signatures=signatures, missing=Missing.LAST_APPROVED)
    phrase = after.phrases["block/key-boil"]
    assert (phrase.text, phrase.language.tag) == ("Hierva el agua para limpiarla.", "es")
    assert (after.status, after.is_mixed) == (Status.STALE, False)
    assert after.reason.endswith("texts as they were approved last: 1")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("seeds/blocks/water.yaml", "title: Heat", "title: Warm up", id="English"),
        pytest.param("seeds/topics/clean-water.yaml", "The steps", "Steps", id="heading"),
        pytest.param(SPANISH, "Hierva el agua", "Hervir el agua", id="translation"),
        pytest.param(SPANISH, "Borrador: aún no aprobado", "Borrador", id="the status line of the foot"),
        pytest.param(SPANISH, "Mis notas y preguntas", "Mis notas", id="the program's own text"),
        pytest.param("seeds/topics/clean-water.yaml", "2026-10-03", "2026-10-04", id="date"),
        pytest.param("seeds/topics/clean-water.yaml", "key-boil, key-drink", "key-drink, key-boil", id="order"),
    ],
)
def test_digest_changes_with_any_text_that_is_printed(project, file, old, new):
    root = project.minimal()
    before = made(root)
    change(root / file, old, new)
    after = made(root)
    assert (after.digest, after.code) != (before.digest, before.code)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("seeds/blocks/water.yaml", "Your body needs", "The body needs", id="a block of another topic"),
    ],
)
def test_digest_does_not_change_with_what_the_leaflet_does_not_say(project, file, old, new):
    root = project.minimal()
    before = made(root)
    change(root / file, old, new)
    assert made(root).digest == before.digest


def test_sources_name_each_document_with_its_paragraphs_in_order(project):
    sources = made(project.minimal()).sources
    assert [(source.document.slug, source.paragraphs) for source in sources] == [("well", (2, 3, 4))]


def test_block_that_is_built_otherwise_now_does_not_stand_as_it_was_approved(project):
    root = project.minimal()
    signatures = signed(made(root, topic="drinking-water"))
    change(root / "seeds/blocks/water.yaml", "    - when you wake up\n", "    - when you wake up\n    - at noon\n")
    after = made(root, signatures=signatures, missing=Missing.LAST_APPROVED, topic="drinking-water")
    assert after.is_mixed, "a point more: the points of then are not those of now"


def test_record_of_an_approval_that_does_not_count_is_not_used(project):
    root = project.minimal()
    signatures = signed(made(root))
    forged = replace(signatures, approvals={"clean-water": replace(signatures.approvals["clean-water"], by="Ben")})
    change(root / "seeds/blocks/water.yaml", "Boil water to make it clean.", "Boil all water.")
    assert made(root, signatures=forged, missing=Missing.LAST_APPROVED).is_mixed
