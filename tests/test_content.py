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


TABLE = "much:\n  kind: table\n  caption: How much\n  columns: [Who, How **much**]\n  rows:\n{}  claims: [well/drink]\n"


def with_table(project, rows):
    """Load a project with one more table; return its content and its problems."""
    lines = "".join(f"    - [{row}]\n" for row in rows)
    root = project.minimal({"seeds/blocks/more.yaml": TABLE.format(lines)})
    report = Report()
    return seeds.load(projects.load(root, report), report), [str(problem) for problem in report]


def test_cells_of_a_table_are_messages_in_reading_order(project):
    found, problems = with_table(project, ["a child, 1 L", "you, about **2** L"])
    assert problems == []
    assert [(message.address, message.english) for message in found.blocks["much"].messages()] == [
        ("block/much/caption", "How much"),
        ("block/much/columns/1", "Who"),
        ("block/much/columns/2", "How **much**"),
        ("block/much/1/1", "a child"),
        ("block/much/1/2", "1 L"),
        ("block/much/2/1", "you"),
        ("block/much/2/2", "about **2** L"),
    ]


def test_each_row_of_the_wrong_length_is_reported_at_its_place(project):
    found, problems = with_table(project, ["a child", "you, 2 L", "a dog, 1 L, or more"])
    assert problems == [
        "seeds/blocks/more.yaml:6:7: error: a row of 1 cells in a table of 2 columns [table-row]",
        "seeds/blocks/more.yaml:8:7: error: a row of 3 cells in a table of 2 columns [table-row]",
    ]
    assert "much" not in found.blocks


@pytest.mark.parametrize(
    ("block", "place", "code"),
    [
        pytest.param(TABLE.format("    - a child, 1 L\n"), "6:7", "shape", id="a row that is a text"),
        pytest.param(TABLE.format("    - {who: a child}\n"), "6:8", "unknown-field", id="a row that is a mapping"),
        pytest.param(TABLE.replace("  rows:\n{}", ""), "2:3", "missing-field", id="no rows"),
        pytest.param(
            TABLE.format("    - [a, 1]\n").replace("columns", "column"), "4:3", "unknown-field", id="no columns"
        ),
    ],
)
def test_table_of_the_wrong_shape_is_reported(project, block, place, code):
    root = project.minimal({"seeds/blocks/more.yaml": block})
    report = Report()
    seeds.load(projects.load(root, report), report)
    assert (f"seeds/blocks/more.yaml:{place}", code) in {(str(each.position), each.code) for each in report}


def with_pages(project, pages):
    """Load a project in which a topic says how many pages it has."""
    root = project.minimal()
    path = root / "seeds/topics/clean-water.yaml"
    path.write_text(f"pages: {pages}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    report = Report()
    return seeds.load(projects.load(root, report), report).topics, [str(problem) for problem in report]


def test_topic_has_two_pages_unless_it_says_otherwise(project):
    topics, problems = with_pages(project, 3)
    assert problems == []
    assert {slug: topic.pages for slug, topic in topics.items()} == {"clean-water": 3, "drinking-water": 2}


@pytest.mark.parametrize("pages", [0, 41, -2, 2.5, "two", "true"])
def test_number_of_pages_that_cannot_be_is_reported_at_its_place(project, pages):
    _, problems = with_pages(project, pages)
    assert len(problems) == 1 and problems[0].startswith("seeds/topics/clean-water.yaml:1:8: error: ")
