"""No empty string stands in an array of glyphs."""

import pikepdf
import pytest

from handouts.engine.runs import without_empty
from tests.engine.conftest import operators


def empty_strings(pdf):
    shown = [operands[0] for operator, operands in operators(pdf) if operator == "TJ"]
    return [item for array in shown for item in array if isinstance(item, pikepdf.String) and not bytes(item)]


def test_no_empty_string_is_written(corrected):
    assert empty_strings(corrected) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("<0012> 20 <> -5 <0013>", "<0012> 15 <0013>", id="numbers add up"),
        pytest.param("<>20<0012>", "20 <0012>", id="at the start"),
        pytest.param("<0012>20<>", "<0012> 20", id="at the end"),
        pytest.param("<0012> 5 <> -5 <0013>", "<0012> <0013>", id="numbers that cancel out"),
        pytest.param("<>1.5e-05<0013>", "0 <0013>", id="tiny number"),
        pytest.param("<>", "", id="nothing left"),
    ],
)
def test_numbers_around_an_empty_string_are_added_up(before, after):
    assert without_empty(before) == after


def test_engine_still_needs_it(uncorrected):
    assert empty_strings(uncorrected) != []
