"""A printing condition that exists nowhere: a small ICC profile (ICC.1:2001-04) for four inks, made by calculation.

Cyan, magenta and yellow each swallow one third of the light, black most of what is left. Black comes on top of what the
three already give, so that dark colours ask for more ink than any paper bears.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import product

DESCRIPTION = "Four made-up inks"
WHITE = (0.9642, 1.0, 0.8249)  # D50
# From linear sRGB to XYZ under D50, and back.
TO_XYZ = ((0.4361, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))
FROM_XYZ = ((3.1339, -1.6169, -0.4906), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4052))
BLACK_LEAVES = 0.18  # of red, green and blue
FULL_BLACK = 5 / 6  # of black; more of it makes nothing darker
Triple = tuple[float, ...]


@cache
def profile(space: str = "CMYK", kind: str = "prtr") -> bytes:
    """Return the profile; it can claim to be of another space or class, which makes it unfit."""
    tags = {
        b"desc": _described(DESCRIPTION),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": b"XYZ " + bytes(4) + _fixed(WHITE),
        b"A2B0": _table(4, 3, 7, _lab_of, lightness_in=False),
        b"B2A0": _table(3, 4, 17, _inks_of, lightness_in=True),
    }
    head, body, at = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, tag in tags.items():
        head += struct.pack(">4sII", name, at + len(body), len(tag))
        body += tag + bytes(-len(tag) % 4)
    return _header(at + len(body), space, kind) + head + body


def _header(size: int, space: str, kind: str) -> bytes:
    start = struct.pack(
        ">I4xI4s4s4s6H4s", size, 0x02400000, kind.encode(), space.encode(), b"Lab ", 2026, 1, 1, 0, 0, 0, b"acsp"
    )
    return (start + bytes(68 - len(start)) + _fixed(WHITE)).ljust(128, b"\0")


def _described(text: str) -> bytes:
    return b"desc" + struct.pack(">4xI", len(text) + 1) + text.encode() + bytes(1 + 8 + 3 + 67)


def _fixed(values: Iterable[float]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _table(inputs: int, outputs: int, grid: int, value: Callable[[Triple], Triple], *, lightness_in: bool) -> bytes:
    """Return a lut16Type: what stands at the knots of a grid, between which is interpolated."""
    head = b"mft2" + struct.pack(">4xBBBx", inputs, outputs, grid) + _fixed((1, 0, 0, 0, 1, 0, 0, 0, 1))
    curves = [range(0, 65536, 257)] * inputs
    if lightness_in:  # 100 is written as FF00, and must fall on the last knot
        curves[0] = [min(65535, round(number * 257 * 65535 / 65280)) for number in range(256)]
    knots = (value(tuple(step / (grid - 1) for step in knot)) for knot in product(range(grid), repeat=inputs))
    straight = [0, 65535] * outputs
    numbers = [*(number for curve in curves for number in curve), *_sixteen(knots), *straight]
    return head + struct.pack(">HH", 256, 2) + struct.pack(f">{len(numbers)}H", *numbers)


def _sixteen(knots: Iterable[Triple]) -> Iterator[int]:
    for knot in knots:
        yield from (round(min(max(value, 0.0), 1.0) * 65535) for value in knot)


def _lab_of(inks: Triple) -> Triple:
    """Return the colour of inks, as a profile writes L*a*b*."""
    left = 1 - min(inks[3] / FULL_BLACK, 1.0) * (1 - BLACK_LEAVES)
    xyz = _times(TO_XYZ, [_linear((1 - ink) * left) for ink in inks[:3]])
    x, y, z = (_bent(value / white) for value, white in zip(xyz, WHITE, strict=True))
    lab = 116 * y - 16, 500 * (x - y), 200 * (y - z)
    return lab[0] / 100 * 65280 / 65535, (lab[1] + 128) / 256 * 65536 / 65535, (lab[2] + 128) / 256 * 65536 / 65535


def _inks_of(knot: Triple) -> Triple:
    """Return the inks of a colour."""
    lightness, a, b = knot[0] * 100, knot[1] * 65535 / 256 - 128, knot[2] * 65535 / 256 - 128
    y = (lightness + 16) / 116
    xyz = [_unbent(value) * white for value, white in zip((y + a / 500, y, y - b / 200), WHITE, strict=True)]
    colour = [1 - _unlinear(min(max(value, 0.0), 1.0)) for value in _times(FROM_XYZ, xyz)]
    return *colour, min(colour) ** 4


def _times(matrix: Iterable[Triple], vector: Iterable[float]) -> list[float]:
    vector = list(vector)
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _unlinear(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _bent(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _unbent(value: float) -> float:
    return value**3 if value > 6 / 29 else (116 * value - 16) * 27 / 24389
