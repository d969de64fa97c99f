"""The search for the type size, on layouts that are only numbers."""

import random
from dataclasses import dataclass, replace

import pytest

from handouts.fit import CAUTION, STEP, fit

ROOM = 500.0
GROWTH = 1.75  # of the height with the type size: lines get taller and hold fewer words


@dataclass(frozen=True)
class Numbers:
    """A layout whose text takes `used` mm of ROOM."""

    used: float
    room: float = ROOM
    parts: tuple[float, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether it ends in time."""
        return self.used <= self.room


@dataclass(frozen=True)
class Expected:
    """What a text should take at 12 pt and how that grows; from a layout's only part it learns the first."""

    at_12: float
    growth: float
    learns: bool

    def height(self, size):
        """Return the height at a size."""
        return self.at_12 * (size / 12) ** self.growth

    def learned(self, size, parts):
        """Return what a layout corrects."""
        return replace(self, at_12=parts[0] / (size / 12) ** self.growth) if self.learns else self


def search(at_12, *, expected=1.0, slack=20.0, growth=GROWTH, jump=0.0, learns=False):
    """Fit a text that takes `at_12` mm at 12 pt and grows with a power of the size; return the result and the sizes.

    It is expected to take `expected` times as much.
    """
    sizes = []

    def lay_out(size):
        assert size not in sizes
        sizes.append(size)
        steps = round((size - 12) / STEP)
        used = at_12 * (size / 12) ** growth + jump * (steps % 2)
        return Numbers(used, parts=(used,))

    return fit(
        lay_out, Expected(expected * at_12, growth, learns), smallest=12, largest=14, room=ROOM, slack=slack
    ), sizes


def test_short_text_is_set_in_the_largest_size():
    found, _ = search(100)
    assert (found.size, found.layout.fits) == (14, True)


def test_text_that_never_fits_comes_back_in_the_smallest_size_and_does_not_fit():
    found, _ = search(600)
    assert (found.size, found.layout.fits) == (12, False)


def test_size_that_leaves_little_room_is_taken_without_trying_larger_ones():
    found, sizes = search(425)
    assert len(sizes) == 1 and CAUTION <= ROOM - found.layout.used <= 20


def test_without_slack_the_largest_size_that_fits_is_found():
    found, _ = search(430, slack=0)
    assert found.layout.fits
    assert found.size < 14 and 430 * ((found.size + STEP) / 12) ** GROWTH > ROOM


@pytest.mark.parametrize("expected", [0.0, 0.9, 1.1, 9.0])
def test_sizes_stay_on_the_grid_whatever_is_expected(expected):
    _, sizes = search(430, expected=expected)
    assert all(12 <= size <= 14 and size % STEP == 0 for size in sizes)


def test_what_the_parts_of_the_first_layout_take_corrects_the_expectation():
    _, sizes = search(430, expected=0.8, learns=True)
    assert len(sizes) == 2 and sizes[0] == 14


def test_layout_that_takes_far_more_than_its_parts_explain_does_not_lead_straight_to_the_smallest_size():
    found, sizes = search(495, expected=0.9)
    assert sizes[1] > 12 and found.layout.fits


@pytest.mark.parametrize("seed", range(40))
def test_no_size_is_tried_twice_even_when_texts_grow_unevenly(seed):
    chance = random.Random(seed)
    found, sizes = search(
        chance.uniform(50, 800),
        expected=chance.uniform(0.5, 2),
        slack=chance.choice([0, 20, 45]),
        growth=chance.uniform(0.5, 4),
        jump=chance.uniform(-20, 20),
    )
    assert len(sizes) == len(set(sizes)) == found.layouts
    assert found.size in sizes
    assert found.layout.fits or 12 in sizes


@pytest.mark.parametrize("seed", range(40))
def test_room_that_is_left_is_within_slack_or_the_next_size_does_not_fit(seed):
    chance = random.Random(seed)
    at_12, growth = chance.uniform(300, 499), chance.uniform(1, 3)
    found, _ = search(at_12, expected=chance.uniform(0.7, 1.3), growth=growth, slack=10)
    next_used = at_12 * ((found.size + STEP) / 12) ** growth
    assert found.layout.fits
    assert found.size == 14 or ROOM - found.layout.used <= 10 or next_used > ROOM
