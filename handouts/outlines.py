"""A picture in black lines instead of coloured areas, for an edition that takes little ink: SVG in, SVG out.

Areas become white and go on hiding what lies behind them. Where nothing but colour told shapes or lines of one form
apart, the darker ones are hatched or dashed.
"""

import re
from cmath import phase, rect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from colorsys import hls_to_rgb
from dataclasses import dataclass
from itertools import count
from math import ceil, floor, radians, sqrt, tan, tau
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement
from xml.parsers import expat

PRINTED = 130.0  # mm: about how wide a leaflet shows a picture; all lengths below are meant at this width
THIN, QUIET, HATCH = 0.18, 0.3, 0.1  # mm: the outline of an area that had none, a line that was pale, one of a hatching
GAP = 0.8  # mm from one line of a hatching to the next
WIDE, EDGE = 1.4, 0.35  # mm: a line so wide is an area itself, of which the edges are drawn
SMALL = 6.0  # mm² up to which a dark shape stays solid, such as a dot or the head of an arrow
PALE, WHITE = 0.75, 0.985  # lightness, of 1, from which on a colour counts as such
ANGLES = (45, 135, 90, 0)  # degrees of the hatchings
DASHES = ((4, 3), (1, 2), (6, 2, 1, 2))  # in widths of the line

_SVG, _LINK, _XML = "http://www.w3.org/2000/svg", "{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/"
_INITIAL = {"fill": "black", "stroke": "none", "stroke-width": "1", "color": "black"}
_OPACITY = ("opacity", "fill-opacity", "stroke-opacity")
_LOOKS = ("fill", "stroke", "stroke-width", "color", *_OPACITY, "filter", "paint-order", "mix-blend-mode")
_FORM = ("d", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height", "points", "x1", "y1", "x2", "y2")
_SHAPES = {"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
_UNPAINTED = {"clipPath", "mask", "linearGradient", "radialGradient", "pattern", "filter"}

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_ARC = re.compile(r"[\s,]*".join([rf"({_NUMBER})"] * 3 + ["([01])"] * 2 + [rf"({_NUMBER})"] * 2))
_STEP = re.compile(r"([MLHVCSQTAZ])([^MLHVCSQTAZ]*)", re.IGNORECASE)
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
_CHANGE = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_RULE, _COMMENT = re.compile(r"([^{}]+)\{([^{}]*)\}"), re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE, _NAME = re.compile(r"(?:\*|[\w-]+)?(?:[.#][\w-]+)*"), re.compile(r"([.#]?)([\w-]+)")
_LOOK = re.compile(rf"(?<![\w-])(?:{'|'.join(_LOOKS)})\s*:[^;}}]*;?")
_PALE_NAME = re.compile(
    "white|light|pale|yellow|cyan|aqua$|ivory|snow|azure|linen|beige|cream|lace|blush|rose|gainsboro"
)

Matrix = tuple[float, float, float, float, float, float]
Pieces = tuple[tuple[complex, ...], ...]  # the corners, x + y·i, of each part of a shape
Box = tuple[float, float, float, float]  # the least x and y and the largest
Rule = tuple[Sequence[str], Mapping[str, str]]  # what an element and those around it are, and how they make it look


@dataclass(frozen=True, slots=True)
class _Paint:
    """A colour: what tells it from others, its lightness, and how much it hides, both from 0 to 1."""

    name: str
    light: float
    alpha: float


_NOTHING = _Paint("none", light=1, alpha=0)


@dataclass(frozen=True, slots=True)
class _Page:
    """The picture as a whole: its size in its own units, and the rules of its stylesheets."""

    width: float
    height: float
    rules: Sequence[Rule]

    @property
    def mm(self) -> float:
        """A mm in the picture's units."""
        return self.width / PRINTED


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element stands in: inherited values, how much is seen of it, its place, and the elements around it."""

    values: Mapping[str, str]
    alpha: float
    matrix: Matrix
    chain: tuple[Element, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Shape:
    """A shape as it was painted: `width`, `mm` and `form` in its own units, `pieces` and `box` in the picture's."""

    element: Element
    fill: _Paint
    stroke: _Paint
    width: float
    mm: float
    form: Pieces
    pieces: Pieces
    box: Box
    solid: bool  # stays black, for it is dark and small, or part of an arrow
    whole: bool  # fills the picture
    dashed: bool

    @property
    def is_area(self) -> bool:
        """Whether it was filled with what now becomes white."""
        return self.fill.alpha > 0 and self.fill.light < WHITE and not self.solid

    @property
    def is_line(self) -> bool:
        """Whether it was a line and nothing else."""
        return self.fill.alpha == 0 and self.stroke.alpha > 0

    def is_upon(self, other: "_Shape") -> bool:
        """Say whether another shape, if painted before, is what is seen all around this one."""
        (x, y, end, foot), (left, top, right, bottom) = self.box, other.box
        return other.fill.alpha == 1 and left <= x and top <= y and end <= right and foot <= bottom

    def is_inlaid_in(self, other: "_Shape") -> bool:
        """Say whether the line, painted over that of another shape, leaves but the edges of that one to be seen."""
        lighter = self.stroke.light > other.stroke.light and self.stroke.alpha > 0
        return lighter and self.width < other.width and self.pieces == other.pieces


def outlined(svg: bytes) -> bytes:
    """Return a picture in black lines on white; what is not SVG, or declares entities, comes back as it is.

    Raster images in it stay as they are, and so do masks, which are not painted themselves.
    """
    root = _parsed(svg)
    if root is None:
        return svg
    shapes = list(_shapes(root))
    _strip(root)
    hatchings, dashes = _hatchings(shapes), _dashes(shapes)
    for number, shape in enumerate(shapes):
        layers = list(_layers(shape, shapes[:number], shapes[number + 1 :]))
        if shape.is_line and (dash := dashes.get(shape.stroke.name)):
            layers[0]["stroke-dasharray"] = _dash(shape, dash)
        _draw(shape, layers, hatchings.get(shape.fill.name, 0) if shape.is_area else 0, number)
    root.set("xmlns", _SVG)
    return ElementTree.tostring(root, encoding="unicode").encode()


def _parsed(svg: bytes) -> Element | None:
    """Return the tree of a picture, its names without namespace, and nothing in it that drawing programs keep there."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(svg, True)
        root = ElementTree.fromstring(svg)
    except (expat.ExpatError, ElementTree.ParseError, LookupError, ValueError):
        return None
    for element in root.iter():
        for child in list(element):
            child.tag = child.tag.removeprefix(f"{{{_SVG}}}")
            if "}" in child.tag:
                element.remove(child)
        named = {name.removeprefix(_LINK): value for name, value in element.attrib.items()}
        element.attrib = {name: value for name, value in named.items() if "}" not in name or name.startswith(_XML)}
    root.tag = root.tag.removeprefix(f"{{{_SVG}}}")
    return root if root.tag == "svg" else None


def _refuse(*_: object) -> None:
    raise ValueError("a picture may not declare entities")


def _strip(element: Element) -> None:
    """Take away how a picture and what is in it looked; text becomes black."""
    for child in element:
        if child.tag not in _UNPAINTED:
            _strip(child)
    for name in _LOOKS:
        element.attrib.pop(name, None)
    if "style" in element.attrib:
        element.set("style", _LOOK.sub("", element.attrib["style"]))
    if element.tag == "style":
        element.text = _LOOK.sub("", _COMMENT.sub("", element.text or ""))
    if element.tag == "text":
        element.set("fill", "#000")


def _hatchings(shapes: Iterable[_Shape]) -> dict[str, int]:
    """Return the number of the hatching for each colour of an area; 0 is none."""
    areas = (shape for shape in shapes if shape.fill.alpha == 1 and not shape.solid)
    return _numbered((_relative(shape.pieces), shape.fill) for shape in areas)


def _dashes(shapes: Iterable[_Shape]) -> dict[str, int]:
    """Return the number of the dashes for each colour of a line; 0 is none."""
    lines = (shape for shape in shapes if shape.is_line and not shape.dashed and shape.stroke.light < PALE)
    return _numbered(((_relative(shape.pieces), shape.width), shape.stroke) for shape in lines)


def _numbered(painted: Iterable[tuple[object, _Paint]]) -> dict[str, int]:
    """Number colours, the lightest first, so that two in which the same form is painted differ."""
    by_form: dict[object, set[str]] = {}
    lights: dict[str, float] = {}
    for form, paint in painted:
        by_form.setdefault(form, set()).add(paint.name)
        lights.setdefault(paint.name, paint.light)
    numbers: dict[str, int] = {}
    for name in sorted(lights, key=lambda name: -lights[name]):
        rivals = set().union(*(names for names in by_form.values() if name in names))
        taken = {numbers[rival] for rival in rivals if rival in numbers}
        numbers[name] = next(number for number in count() if number not in taken)
    return numbers


def _layers(shape: _Shape, before: Sequence[_Shape], after: Sequence[_Shape]) -> Iterator[dict[str, str]]:
    """Return how to paint a shape, one layer upon the other."""
    fill = "none" if shape.fill.alpha < 1 else "#000" if shape.solid else "#fff"
    behind = next((other for other in reversed(before) if shape.is_upon(other)), None)
    if shape.stroke.alpha == 0:
        yield from _bordered(fill, 2 * THIN * shape.mm) if _needs_border(shape, behind) else [_layer(fill)]
        return
    if _stays_white(shape, behind) or any(shape.is_inlaid_in(other) for other in before):
        yield _layer(fill, "#fff", shape.width)
        return
    quiet = shape.stroke.light >= PALE and (behind is None or behind.fill.light >= PALE)
    width = min(shape.width, QUIET * shape.mm) if quiet else shape.width
    yield _layer(fill, "#000", width)
    if width >= WIDE * shape.mm and not shape.solid and not any(other.is_inlaid_in(shape) for other in after):
        yield _layer("none", "#fff", width - 2 * EDGE * shape.mm)


def _needs_border(shape: _Shape, behind: _Shape | None) -> bool:
    """Say whether an area that had no outline would no longer be seen without one."""
    if shape.is_area:
        return not shape.whole and not (behind and behind.solid)
    return shape.fill.alpha == 1 and not shape.solid and behind is not None and behind.is_area


def _bordered(fill: str, width: float) -> list[dict[str, str]]:
    """Draw the outline of all parts of a shape together: what is painted over it leaves half of its width."""
    if fill == "none":
        return [_layer("none", "#000", width / 2)]
    return [_layer("#000", "#000", width), _layer(fill)]


def _stays_white(shape: _Shape, behind: _Shape | None) -> bool:
    """Say whether a light line stays so: upon what stays black, or where it parts things and was never seen itself."""
    if shape.solid or (behind and behind.solid):
        return shape.stroke.light >= PALE
    return shape.stroke.light >= WHITE and not shape.is_area and not (behind and behind.is_area)


def _layer(fill: str, stroke: str = "none", width: float = 0) -> dict[str, str]:
    return {"fill": fill, "stroke": stroke} | ({"stroke-width": f"{width:.4g}"} if width else {})


def _dash(shape: _Shape, number: int) -> str:
    return " ".join(f"{each * shape.width:.4g}" for each in DASHES[(number - 1) % len(DASHES)])


def _draw(shape: _Shape, layers: Sequence[Mapping[str, str]], hatching: int, number: int) -> None:
    """Give an element the looks of a shape; what takes several layers becomes a group."""
    element = shape.element
    if len(layers) == 1 and not hatching:
        element.attrib |= layers[0]
        return
    form = {name: element.attrib.pop(name) for name in _FORM if name in element.attrib}
    tag, element.tag = element.tag, "g"
    for layer in layers:
        SubElement(element, tag, {**form, **layer})
    if hatching:
        clip = f"hatched-{number}"
        SubElement(SubElement(element, "clipPath", {"id": clip}), tag, form)
        lines = _layer("none", "#000", HATCH * shape.mm)
        d = " ".join(_hatching(shape, hatching))
        SubElement(element, "path", {"d": d, **lines, "stroke-dasharray": "none", "clip-path": f"url(#{clip})"})


def _hatching(shape: _Shape, number: int) -> Iterator[str]:
    """Return lines of a hatching all over a shape; each round of angles is denser than the one before."""
    left, top, right, bottom = _box(shape.form)
    middle, reach = complex(left + right, top + bottom) / 2, abs(complex(right - left, bottom - top)) / 2
    around, angle = divmod(number - 1, len(ANGLES))
    along = rect(1, radians(ANGLES[angle]))
    gap = GAP * shape.mm / (around + 1)
    seen = middle / along
    for line in range(ceil((seen.imag - reach) / gap), floor((seen.imag + reach) / gap) + 1):
        half = sqrt(max(0.0, reach**2 - (line * gap - seen.imag) ** 2))
        start, end = (complex(seen.real + side, line * gap) * along for side in (-half, half))
        yield f"M{start.real:.2f} {start.imag:.2f}L{end.real:.2f} {end.imag:.2f}"


def _shapes(root: Element) -> Iterator[_Shape]:
    """Go through all shapes in the order in which they are painted."""
    view = _numbers(root.get("viewBox", ""))
    left, top, width, height = view if len(view) == 4 else [0.0] * 4
    rules = sorted(_rules(root), key=lambda rule: _weight(rule[0]))
    page = _Page(width or _length(root.get("width"), 300), height or _length(root.get("height"), 150), rules)
    yield from _within(root, _Around(_INITIAL, 1, (1, 0, 0, 1, -left, -top), ()), page)


def _within(element: Element, around: _Around, page: _Page) -> Iterator[_Shape]:
    looks = _looks(element, around.chain, page.rules)
    if element.tag in _UNPAINTED or looks.get("display") == "none":
        return
    values = {**around.values, **{name: value for name, value in looks.items() if value != "inherit"}}
    alpha = around.alpha * _share(looks.get("opacity", "1"))
    matrix = _times(around.matrix, _matrix(element.get("transform", "")))
    here = _Around(values, alpha, matrix, (*around.chain, element))
    if element.tag in _SHAPES:
        yield _shape(element, here, page)
    for child in element:
        yield from _within(child, here, page)


def _shape(element: Element, around: _Around, page: _Page) -> _Shape:
    form = tuple(_form(element, page))
    pieces = tuple(tuple(_moved(point, around.matrix) for point in piece) for piece in form)
    box = _box(pieces)
    area = max(map(_area, pieces), default=0.0)
    fill = _paint("fill", around) if area else _NOTHING
    in_arrow = any(each.tag == "marker" for each in around.chain)
    return _Shape(
        element=element,
        fill=fill,
        stroke=_paint("stroke", around),
        width=_length(around.values["stroke-width"], 1),
        mm=page.mm / _scale(around.matrix),
        form=form,
        pieces=pieces,
        box=box,
        solid=fill.alpha == 1 and fill.light < PALE and (area <= SMALL * page.mm**2 or in_arrow),
        whole=box[2] - box[0] >= page.width and box[3] - box[1] >= page.height,
        dashed=around.values.get("stroke-dasharray", "none") != "none",
    )


def _looks(element: Element, around: Sequence[Element], rules: Iterable[Rule]) -> dict[str, str]:
    """Return how an element looks by itself: its attributes, over them rules, over them its own style."""
    looks = dict(element.attrib)
    for selector, declared in rules:
        if _matches(selector, element, around):
            looks |= declared
    return looks | _declared(element.get("style", ""))


def _rules(root: Element) -> Iterator[Rule]:
    """Read stylesheets; a selector of more than names, classes and ids, one within the other, counts for nothing."""
    css = " ".join(_COMMENT.sub("", sheet.text or "") for sheet in root.iter("style"))
    for selectors, body in _RULE.findall(css):
        for selector in selectors.split(","):
            parts = selector.replace(">", " ").split()
            if parts and all(map(_SIMPLE.fullmatch, parts)):
                yield parts, _declared(body)


def _declared(css: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in css.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


def _weight(selector: Sequence[str]) -> tuple[int, ...]:
    """Return how much a selector counts: by its ids, its classes, its names."""
    kinds = [kind for part in selector for kind, _ in _NAME.findall(part)]
    return tuple(kinds.count(kind) for kind in ("#", ".", ""))


def _matches(selector: Sequence[str], element: Element, around: Sequence[Element]) -> bool:
    *outer, last = selector
    inner = iter(reversed(around))
    return _is(last, element) and all(any(_is(part, each) for each in inner) for part in reversed(outer))


def _is(part: str, element: Element) -> bool:
    have: dict[str, list[str | None]] = {
        "": [element.tag],
        ".": [*element.get("class", "").split()],
        "#": [element.get("id")],
    }
    return all(name in have[kind] for kind, name in _NAME.findall(part))


def _paint(name: str, around: _Around) -> _Paint:
    value = around.values.get(name, "none").strip()
    value = (around.values["color"] if value == "currentColor" else value).strip().lower()
    alpha = around.alpha * _share(around.values.get(f"{name}-opacity", "1"))
    if value in ("none", "transparent"):
        return _NOTHING
    if (color := _color(value)) is None:
        name = "gradient" if value.startswith("url") else value
        return _Paint(name, 0.9 if _PALE_NAME.search(value) else 0.4, alpha)
    red, green, blue, seen = color
    return _Paint(f"{red:.3f} {green:.3f} {blue:.3f}", 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha * seen)


def _color(value: str) -> tuple[float, float, float, float] | None:
    """Return red, green, blue and alpha, from 0 to 1; None for most names of colours."""
    value = {"white": "#fff", "black": "#000"}.get(value, value)
    written = [(float(number), mark) for number, mark in re.findall(rf"({_NUMBER})(%?)", value)]
    if re.fullmatch("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", value):
        digits = value[1:] if len(value) > 5 else "".join(digit * 2 for digit in value[1:])
        parts = [int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)]
    elif value.startswith("rgb") and len(written) > 2:
        parts = [number / (100 if mark else 255) for number, mark in written[:3]]
        parts += [number / (100 if mark else 1) for number, mark in written[3:]]
    elif value.startswith("hsl") and len(written) > 2:
        (hue, _), (saturation, _), (light, _), *_ = written
        parts = [*hls_to_rgb(hue / 360, light / 100, saturation / 100)]
        parts += [number / (100 if mark else 1) for number, mark in written[3:]]
    else:
        return None
    return parts[0], parts[1], parts[2], (*parts, 1.0)[3]


def _form(element: Element, page: _Page) -> Iterator[tuple[complex, ...]]:
    """Return the corners of each part of a shape; of a circle, eight points."""

    def at(x: str, y: str) -> complex:
        return complex(_length(element.get(x), 0, page.width), _length(element.get(y), 0, page.height))

    if element.tag in ("circle", "ellipse"):
        middle, reach = at("cx", "cy"), at("rx", "ry") or at("r", "r")
        round_it = (rect(1, tau * part / 8) for part in range(8))
        yield tuple(middle + complex(reach.real * point.real, reach.imag * point.imag) for point in round_it)
    elif element.tag == "rect":
        corner, size = at("x", "y"), at("width", "height")
        yield corner, corner + size.real, corner + size, corner + 1j * size.imag
    elif element.tag == "line":
        yield at("x1", "y1"), at("x2", "y2")
    elif element.tag == "path":
        yield from _traced(element.get("d", ""))
    else:
        numbers = _numbers(element.get("points", ""))
        yield tuple(map(complex, numbers[::2], numbers[1::2]))


def _traced(d: str) -> Iterator[tuple[complex, ...]]:
    """Follow a path; of a curve, take the points that govern it."""
    piece: list[complex] = []
    here = 0j
    for letter, rest in _STEP.findall(d):
        kind = letter.upper()
        for step in _steps(kind, rest):
            points = _points(kind, step, here, here if letter.islower() else 0j)
            if kind == "M":
                yield tuple(piece)
                piece, kind = [], "L"
            piece += points
            here = piece[-1]
        if kind == "Z" and piece:
            here = piece[0]
    yield tuple(piece)


def _steps(kind: str, rest: str) -> list[list[float]]:
    """Cut the numbers behind a letter of a path into steps; the flags of an arc may stand without space."""
    if kind == "A":
        return [[float(number) for number in arc] for arc in _ARC.findall(rest)]
    numbers, size = _numbers(rest), _SIZES.get(kind, 1)
    return [numbers[at : at + size] for at in range(0, len(numbers) - size + 1, size)]


def _points(kind: str, step: Sequence[float], here: complex, origin: complex) -> list[complex]:
    if kind == "H":
        return [complex(origin.real + step[0], here.imag)]
    if kind == "V":
        return [complex(here.real, origin.imag + step[0])]
    if kind == "A":
        return _arc(here, origin + complex(step[5], step[6]), step)
    return [origin + point for point in map(complex, step[::2], step[1::2])]


def _arc(start: complex, end: complex, arc: Sequence[float]) -> list[complex]:
    """Return points of an arc, found where its ellipse is a circle of radius 1 and it begins at 0."""
    across, down, turn, large, clockwise, *_ = arc
    if not across or not down or start == end:
        return [end]
    axis = rect(1, radians(turn))
    chord = (end - start) / axis
    chord = complex(chord.real / across, chord.imag / down)
    away = sqrt(max(0.0, 1 - abs(chord) ** 2 / 4)) * chord / abs(chord) * 1j
    middle = chord / 2 + (-away if large == clockwise else away)
    angle = phase((middle - chord) / middle) % tau - (0 if clockwise else tau)
    points = (middle - middle * rect(1, angle * part / 4) for part in (1, 2, 3, 4))
    return [start + complex(point.real * across, point.imag * down) * axis for point in points]


def _area(piece: Sequence[complex]) -> float:
    following = (*piece[1:], *piece[:1])
    return abs(sum((one.conjugate() * other).imag for one, other in zip(piece, following, strict=True))) / 2


def _box(pieces: Pieces) -> Box:
    points = [point for piece in pieces for point in piece] or [0j]
    xs, ys = [point.real for point in points], [point.imag for point in points]
    return min(xs), min(ys), max(xs), max(ys)


def _relative(pieces: Pieces) -> tuple[tuple[float, float], ...]:
    """Return the corners of a shape as seen from the first, the same wherever it stands."""
    points = [point for piece in pieces for point in piece] or [0j]
    return tuple((round((point - points[0]).real, 1), round((point - points[0]).imag, 1)) for point in points)


def _matrix(transform: str) -> Matrix:
    whole: Matrix = (1, 0, 0, 1, 0, 0)
    for name, arguments in _CHANGE.findall(transform):
        numbers = _numbers(arguments)
        if numbers:
            whole = _times(whole, _change(name, numbers))
    return whole


def _change(name: str, numbers: Sequence[float]) -> Matrix:
    first, second, third = (*numbers, 0.0, 0.0)[:3]
    if name == "matrix" and len(numbers) == 6:
        a, b, c, d, e, f = numbers
        return a, b, c, d, e, f
    if name == "translate":
        return 1, 0, 0, 1, first, second
    if name == "scale":
        return first, 0, 0, second if len(numbers) > 1 else first, 0, 0
    if name == "rotate":
        turn = rect(1, radians(first))
        stays = complex(second, third)
        moved = stays - stays * turn
        return turn.real, turn.imag, -turn.imag, turn.real, moved.real, moved.imag
    slope = tan(radians(first))
    return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)


def _times(outer: Matrix, inner: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    origin = _moved(0j, outer)
    x, y = _moved(complex(a, b), outer) - origin, _moved(complex(c, d), outer) - origin
    moved = _moved(complex(e, f), outer)
    return x.real, x.imag, y.real, y.imag, moved.real, moved.imag


def _moved(point: complex, matrix: Matrix) -> complex:
    a, b, c, d, e, f = matrix
    return complex(a * point.real + c * point.imag + e, b * point.real + d * point.imag + f)


def _scale(matrix: Matrix) -> float:
    a, b, c, d, *_ = matrix
    return sqrt(abs(a * d - b * c)) or 1.0


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(_NUMBER, text)]


def _length(text: str | None, otherwise: float, whole: float = 100) -> float:
    """Read a length in the units of the picture; a share is one of the whole."""
    found = re.match(_NUMBER, (text or "").strip())
    if not found:
        return otherwise
    return float(found[0]) * (whole / 100 if (text or "").strip().endswith("%") else 1)


def _share(text: str) -> float:
    return max(0.0, min(1.0, _length(text, 1, 1)))
