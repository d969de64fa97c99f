"""Blocks, topics and terms, linked; bad ones are in tests/problems."""

import pytest

from handouts import project as projects
from handouts import seeds
from handouts.kinds import KINDS
from handouts.problems import Report
from tests.conftest import load


def test_minimal_project_has_a_block_of_each_kind(project):
    _, found = load(project.minimal())
    assert {block.kind for block in found.blocks.values()} == set(KINDS)


def test_messages_have_stable_addresses_in_reading_order(project):
    _, found = load(project.minimal())
    assert [message.address for message in found.blocks["water-how"].messages()] == [
        "block/water-how/1/title",
        "block/water-how/1",
        "block/water-how/2/title",
        "block/water-how/2",
    ]
    assert [message.address for message in found.topics["clean-water"].messages()] == [
        "topic/clean-water/title",
        "topic/clean-water/theme",
        "topic/clean-water/lede",
        "topic/clean-water/heading/1",
    ]


def test_every_address_stands_once(project):
    _, found = load(project.minimal())
    addresses = [message.address for message in found.messages()]
    assert len(addresses) == len(set(addresses))


def test_topic_links_blocks_and_blocks_link_claims(project):
    _, found = load(project.minimal())
    topic = found.topics["clean-water"]
    assert [block.id for block in topic.blocks] == ["key-clean", "key-boil", "key-drink", "water-how"]
    assert [claim.reference for claim in found.claims_of(topic.blocks[0])] == ["well/clean"]


def test_term_block_prints_the_glossary_entry_and_rests_on_its_claims(project):
    _, found = load(project.minimal())
    block = found.blocks["water-term"]
    assert [message.english for message in found.messages_of(block)] == [
        "well",
        "A deep hole in the ground that gives **water**.",
    ]
    assert [claim.reference for claim in found.claims_of(block)] == ["well/clean"]


def test_message_knows_where_its_text_stands(project):
    _, found = load(project.minimal())
    message = next(found.blocks["key-clean"].messages())
    assert str(message.text.position) == "seeds/blocks/water.yaml:7:9"


def test_block_with_a_problem_is_not_reported_again_where_a_topic_names_it(project):
    root = project.minimal({"seeds/blocks/more.yaml": "odd: {kind: steps, claims: [well/drink]}\n"})
    path = root / "seeds/topics/clean-water.yaml"
    path.write_text(path.read_text().replace("blocks: [water-how]", "blocks: [odd]"))
    report = Report()
    seeds.load(projects.load(root, report), report)
    assert [str(problem) for problem in report] == [
        "seeds/blocks/more.yaml:1:6: error: 'items' is missing [missing-field]"
    ]


def test_interface_of_the_project_takes_the_place_of_the_packaged_one(project):
    _, found = load(project.minimal({"templates/interface.yaml": "key-points: {text: Mine, note: heading}\n"}))
    assert [message.english for message in found.interface.values()] == ["Mine"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_template(kind):
    assert (projects.packaged_templates() / "blocks" / f"{kind}.html").is_file()
