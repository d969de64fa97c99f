"""Whether two small grey pictures of a page look alike, for an eye that forgives a pixel."""

from dataclasses import dataclass
from importlib.metadata import version
from itertools import product

from PIL import Image, ImageChops, ImageFilter

from handouts import environment

DOTS = 40  # an inch
TILE = 8  # px, 5 mm of paper
SEEN = 22  # of 255: a tile that differs by as much looks different
SHIFTS = (-1, 0, 1)  # px that a line may move


@dataclass(frozen=True)
class Difference:
    """How many tiles of a page look different, of how many, and where the first of them is, in mm from the top left."""

    tiles: int
    of: int
    first: tuple[int, int] | None

    @property
    def share(self) -> float:
        """The share of the page that looks different."""
        return self.tiles / self.of


def versions() -> dict[str, str]:
    """Name the versions of all that decides over what a page looks like."""
    more = {name: version(name) for name in ("pypdfium2", "icu4py", "babel")}
    return {**environment.engine_versions(), **more}


def compare(one: Image.Image, other: Image.Image, dots: int = DOTS) -> Difference:
    """Compare two grey pictures of so many dots an inch; those of different sizes differ everywhere."""
    if one.size != other.size:
        return Difference(1, 1, (0, 0))
    soft, soft_other = (picture.filter(ImageFilter.BoxBlur(1)) for picture in (one, other))
    each = [
        _tiles(ImageChops.difference(soft, ImageChops.offset(soft_other, *shift)))
        for shift in product(SHIFTS, repeat=2)
    ]
    least = [min(values) for values in zip(*each, strict=True)]
    across = -(-one.width // TILE)
    found = [at for at, value in enumerate(least) if value >= SEEN]
    mm = TILE * 25.4 / dots
    first = (round(found[0] % across * mm), round(found[0] // across * mm)) if found else None
    return Difference(len(found), len(least), first)


def _tiles(difference: Image.Image) -> list[int]:
    """Return the mean difference of each tile, row by row."""
    size = (-(-difference.width // TILE), -(-difference.height // TILE))
    padded = Image.new("L", (size[0] * TILE, size[1] * TILE))
    padded.paste(difference)
    return list(padded.resize(size, Image.Resampling.BOX).tobytes())


def small(page: Image.Image) -> Image.Image:
    """Return a picture as it is kept: grey, in 16 steps."""
    return page.convert("L").point(lambda value: value // 17 * 17)


MISTAKE, UPDATE = 0.0, 0.06  # the share of a page that may look different with the same engine, and with another


def judged(difference: Difference, *, same_engine: bool) -> str:
    """Say what a difference means, or nothing when it may be."""
    if difference.share <= (MISTAKE if same_engine else UPDATE):
        return ""
    why = "though the engine is the same" if same_engine else "more than another engine explains"
    return f"looks different in {difference.share:.1%}, first at {difference.first} mm from the top left, {why}"
