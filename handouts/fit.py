"""The type size at which a leaflet fills its pages, found with as few layouts as can be. Sizes are in pt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

STEP = 0.25
GROWTH = 1.75  # used height grows with this power of the type size: lines get taller and hold fewer words


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


def fit(lay_out: Callable[[float], L], *, smallest: float, largest: float, guess: float, slack: float) -> Fitted[L]:
    """Return the largest size that fits, or one that leaves at most `slack` mm of the room free.

    When not even the smallest fits, its layout comes back, and does not fit.
    """
    tried: dict[float, L] = {}
    low, high = smallest, largest
    size = _on_grid(guess, low, high)
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
        ideal = size * ((layout.room - slack / 3) / layout.used) ** (1 / GROWTH)
        size = _on_grid(ideal, low + STEP if low in tried else low, high)


def _on_grid(size: float, low: float, high: float) -> float:
    return min(max(round(size / STEP) * STEP, low), high)
