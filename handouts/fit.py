"""The type size at which a leaflet fills its pages, found with as few layouts as can be. Sizes are in pt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

STEP = 0.25
CAUTION, CLOSE = 8.0, 1.0  # mm that are kept free of what is expected, before and after a first layout has corrected it
MOST = 10.0  # mm by which what a layout takes beyond what its parts explain can correct the next one


class Layout(Protocol):
    """A laid-out leaflet as far as fitting needs it; heights in mm."""

    @property
    def parts(self) -> Sequence[float]:
        """The heights of the parts of the text."""

    @property
    def used(self) -> float:
        """The height that the text takes, over all pages, lines for notes not counted."""

    @property
    def room(self) -> float:
        """The height that the pages offer the text."""

    @property
    def fits(self) -> bool:
        """Whether the text ends on the last page it may use."""


class Expectation(Protocol):
    """What is known of a leaflet without laying it out."""

    def height(self, size: float) -> float:
        """Return what height in mm the text should take at a type size."""

    def learned(self, size: float, parts: Sequence[float]) -> Self:
        """Return the expectation corrected by the heights that the parts took at a type size."""


L = TypeVar("L", bound=Layout)


@dataclass(frozen=True, slots=True)
class Fitted(Generic[L]):
    """The layout chosen, its type size, and how many layouts it took to find it."""

    layout: L
    size: float
    layouts: int


def fit(
    lay_out: Callable[[float], L],
    expectation: Expectation,
    *,
    smallest: float,
    largest: float,
    room: float,
    slack: float,
) -> Fitted[L]:
    """Return the largest size that fits, or one that leaves at most `slack` mm of the room free.

    What the layouts take corrects the expectation for the sizes that follow. When not even the smallest fits, its
    layout comes back, and does not fit.
    """
    tried: dict[float, L] = {}
    low, high = smallest, largest
    size = _largest(low, high, expectation, room - CAUTION)
    while True:
        layout = tried[size] = lay_out(size)
        if layout.fits:
            low = size
            if size >= high or layout.room - layout.used <= slack:
                return Fitted(layout, size, len(tried))
        else:
            high = size - STEP
            if high < smallest:
                return Fitted(layout, size, len(tried))
        if low >= high and low in tried:
            return Fitted(tried[low], low, len(tried))
        expectation = expectation.learned(size, layout.parts)
        beyond = layout.used - expectation.height(size)
        free = layout.room - max(-MOST, min(MOST, beyond)) - CLOSE
        size = _largest(low + STEP if low in tried else low, high, expectation, free)


def _largest(low: float, high: float, expectation: Expectation, room: float) -> float:
    """Return the largest size of the grid between low and high that should fit, or the smallest of them."""
    size = high
    while size > low and expectation.height(size) > room:
        size -= STEP
    return max(size, low)
