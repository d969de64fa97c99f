"""The type size at which a leaflet fills its pages, found with as few layouts as can be. Sizes are in pt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

STEP = 0.25
CAUTION, CLOSE = 8.0, 1.0  # mm that are kept free of what is expected, before and after a first layout has corrected it
STRIDE = 0.5  # the most that is left out at once on the way down


class Layout(Protocol):
    """A laid-out leaflet as far as fitting needs it; heights in mm."""

    @property
    def used(self) -> float:
        """The height that the text takes, over all pages, lines for notes not counted."""

    @property
    def room(self) -> float:
        """The height that the pages offer the text."""

    @property
    def fits(self) -> bool:
        """Whether the text ends on the last page it may use."""


L = TypeVar("L", bound=Layout)


@dataclass(frozen=True, slots=True)
class Fitted(Generic[L]):
    """The layout chosen, its type size, and how many layouts it took to find it."""

    layout: L
    size: float
    layouts: int


def fit(
    lay_out: Callable[[float], L],
    expect: Callable[[float], float],
    *,
    smallest: float,
    largest: float,
    room: float,
    slack: float,
) -> Fitted[L]:
    """Return the largest size that fits, or one that leaves at most `slack` mm of the room free.

    `expect` says what height a size should take; what a layout then takes corrects it for the sizes that follow. When
    not even the smallest fits, its layout comes back, and does not fit.
    """
    tried: dict[float, L] = {}
    low, high = smallest, largest
    size = _largest(low, high, expect, room - CAUTION)
    while True:
        layout = tried[size] = lay_out(size)
        free = layout.room - (layout.used - expect(size) + CLOSE)
        if layout.fits:
            low = size
            if size >= high or layout.room - layout.used <= slack:
                return Fitted(layout, size, len(tried))
            size = _largest(low + STEP, high, expect, free)
        else:
            high = size - STEP
            if high < smallest:
                return Fitted(layout, size, len(tried))
            size = _largest(low + STEP if low in tried else low, high, expect, free)
            size = max(
                size, high - STRIDE
            )  # a section that just went to the next page makes a layout look far too long
        if low >= high and low in tried:
            return Fitted(tried[low], low, len(tried))


def _largest(low: float, high: float, expect: Callable[[float], float], room: float) -> float:
    """Return the largest size of the grid between low and high that should fit, or the smallest of them."""
    size = high
    while size > low and expect(size) > room:
        size -= STEP
    return max(size, low)
