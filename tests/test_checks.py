"""Rules that tests/problems does not show: what they let pass, and the program's own words."""

import pytest

from handouts import checks
from handouts.catalog import Catalog, Translation
from handouts.problems import Position, Severity
from tests.conftest import load

PLACE = Position("handouts.po", 7)


def problems(found, address, text):
    """Check one translation of the minimal project."""
    english = next(message.english for message in found.messages() if message.address == address)
    catalog = Catalog("es", {address: Translation(english, text, False, PLACE)})
    return [problem.code for problem in checks.check_catalog(catalog, found, whole=True).problems]


def test_minimal_project_follows_every_rule(project):
    assert list(checks.check_content(*load(project.minimal()), whole=True)) == []


@pytest.mark.parametrize(
    ("address", "text"),
    [
        pytest.param("block/key-drink", "**Agua**: beba cada día.", id="strong part moved"),
        pytest.param("interface/foot/page", "{pages} páginas, esta es la {page}", id="placeholders in another order"),
        pytest.param("block/water-cool/title", "Enfríe * bien", id="star in a text without markup"),
        pytest.param("block/key-boil", "Hierva el agua\npara limpiarla.", id="line break"),
    ],
)
def test_translation_that_is_fine(project, address, text):
    assert problems(load(project.minimal())[1], address, text) == []


@pytest.mark.parametrize(
    ("address", "text", "codes"),
    [
        pytest.param("interface/foot/page", "Página {page}", ["placeholder"], id="placeholder missing"),
        pytest.param("interface/foot/page", "{page} {page} {pages}", ["placeholder"], id="placeholder twice"),
        pytest.param(
            "block/key-boil", "Hierva el {agua} para limpiarla.", ["placeholder"], id="placeholder that English has not"
        ),
        pytest.param("block/key-drink", "Beba agua.", ["markup-differs"], id="markup lost"),
        pytest.param("block/key-boil", "**Hierva** el agua para limpiarla.", ["markup-differs"], id="markup added"),
        pytest.param(
            "block/key-boil", "Hierva el agua\u200e para limpiarla.", ["control-character"], id="direction mark"
        ),
        pytest.param(
            "block/key-boil", "Hierva el agua\ue000 para limpiarla.", ["control-character"], id="private character"
        ),
    ],
)
def test_translation_that_is_not(project, address, text, codes):
    assert problems(load(project.minimal())[1], address, text) == codes


def test_translation_that_is_not_done_is_not_checked(project):
    _, found = load(project.minimal())
    fuzzy = Catalog("es", {"block/key-drink": Translation("Drink **water** each day.", "**", True, PLACE)})
    assert checks.check_catalog(fuzzy, found, whole=True).problems == ()


def test_claim_left_out_with_a_reason_is_no_problem(project):
    root = project.minimal()
    path = root / "seeds/documents/well.yaml"
    path.write_text(path.read_text() + "  dig: {paragraph: 4, says: They dig., left_out: not for patients}\n")
    assert list(checks.check_content(*load(root), whole=True)) == []


def test_block_that_no_topic_uses_is_a_warning(project):
    root = project.minimal({"seeds/blocks/extra.yaml": "extra: {kind: paragraph, text: Rain., claims: [well/drink]}\n"})
    found = list(checks.check_content(*load(root), whole=True))
    assert [(problem.code, problem.severity) for problem in found] == [("unused-block", Severity.WARNING)]


def test_every_rule_says_what_it_asks():
    for rule in (*checks.CONTENT_RULES, *checks.PICTURE_RULES):
        assert rule.__doc__
