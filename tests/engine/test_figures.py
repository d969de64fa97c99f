"""The bounding box of a figure lies on the page, in points from its lower left corner."""

from tests.engine.conftest import elements


def box_and_page(pdf):
    figure = elements(pdf, "/Figure")[0]
    return [float(value) for value in figure.A.BBox], [float(value) for value in pdf.pages[0].MediaBox]


def test_box_of_the_figure_is_20_mm_wide_and_begins_at_the_right_margin(corrected):
    (left, bottom, right, top), (_, _, width, height) = box_and_page(corrected)
    points = 72 / 25.4
    assert abs(right - left - 20 * points) < 0.1
    assert abs(top - bottom - 20 * points) < 0.1
    assert abs(right - (width - 10 * points - 6)) < 0.1  # margin of the page, then 8 px of the body
    assert 0 < bottom < top < height - 10 * points


def test_engine_still_needs_it(uncorrected):
    (left, _, right, _), _ = box_and_page(uncorrected)
    assert abs(right - left - 20 * 96 / 25.4) < 0.1
