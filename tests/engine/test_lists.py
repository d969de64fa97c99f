"""A list says how it is numbered."""

from tests.engine.conftest import elements


def numbering(pdf):
    return [str(node.A.ListNumbering) if "/A" in node else None for node in elements(pdf, "/L")]


def test_steps_are_decimal_and_points_have_discs(corrected):
    assert numbering(corrected) == ["/Decimal", "/Disc"]


def test_engine_still_needs_it(uncorrected):
    assert numbering(uncorrected) == [None, None]
