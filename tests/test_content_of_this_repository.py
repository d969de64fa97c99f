"""The leaflets of this repository itself."""

from pathlib import Path

import pytest

from handouts import project as projects
from handouts import seeds
from handouts.problems import Report

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def found():
    """Load the content of this repository."""
    report = Report()
    return seeds.load(projects.load(ROOT, report), report)


def test_nothing_is_wrong(run):
    run(ROOT, "check", "--no-render")


def test_there_is_not_even_a_warning(run):
    run(ROOT, "check", "--no-render", "--strict")


def test_there_are_ten_topics_and_four_pictures(found):
    assert len(found.topics) >= 10
    pictures = {str(block.fields["picture"]) for block in found.blocks.values() if block.kind == "figure"}
    assert len(pictures) >= 4
    assert all((ROOT / "templates/pictures" / name).is_file() for name in pictures)


def test_every_claim_is_used_or_left_out_with_a_reason(found):
    used = {claim.reference for block in found.blocks.values() for claim in found.claims_of(block)}
    used |= {claim.reference for term in found.terms.values() for claim in term.claims}
    claims = [claim for document in found.documents.values() for claim in document.claims.values()]
    assert [claim.reference for claim in claims if claim.reference not in used and not claim.left_out] == []


def test_every_block_that_states_a_fact_rests_on_a_claim(found):
    factless = {"term", "write-in"}
    assert [block.id for block in found.blocks.values() if block.kind not in factless and not block.claims] == []


def test_every_leaflet_rests_on_a_document_unless_it_only_asks(found):
    for topic in found.topics.values():
        if {block.kind for section in topic.sections for block in section.blocks} != {"write-in"}:
            assert any(found.claims_of(block) for block in topic.blocks), topic.slug
