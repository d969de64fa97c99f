"""A clinic's logo: an SVG or PNG file, how large it is printed, what is wrong with it, and the same in grey.

Lengths are in mm.
"""

import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from PIL import Image, ImageColor, UnidentifiedImageError

HEIGHT, WIDTH = 10.0, 40.0  # the most it may take
LARGEST = 2_000_000  # bytes
MOST_PIXELS = 25_000_000
DOTS, MOST_DOTS = 300, 600  # per inch, that a printed picture needs, and the most that it can use
LEAST_CONTRAST = 3.0  # to white paper (WCAG 2.2, 1.4.11)
LEAST_SHARE = 0.005  # of the pixels that must stand out
LOOKED_AT = (400, 400)  # pixels, to which a large picture is reduced before they are counted
INCH = 25.4

RGB = tuple[int, int, int]
_PNG = b"\x89PNG\r\n\x1a\n"
_PAINTS = ("fill", "stroke", "stop-color", "color", "flood-color")
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_REFUSED = {"text", "image", "script", "foreignObject", "a", "animate", "animateMotion", "animateTransform", "set"}
_PAINT = re.compile(rf"(?<![\w-])({'|'.join(_PAINTS)})\s*:\s*([^;}}]+)")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)[^)]*\)|@import")
_NUMBER = r"(?:\d+\.?\d*|\.\d+)"
_VIEW = re.compile(rf"\s*-?{_NUMBER}[\s,]+-?{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo's file name and bytes, and its size in print, which is 0 if it can't be read."""

    name: str
    raw: bytes
    width: float = 0.0
    height: float = 0.0

    @property
    def is_png(self) -> bool:
        """Whether it is a picture of dots."""
        return self.raw.startswith(_PNG)

    @property
    def suffix(self) -> str:
        """The end of a file name that says what it is."""
        return ".png" if self.is_png else ".svg"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a logo, and what to do about it; with a grave one it can't be printed."""

    text: str
    hint: str = ""
    is_grave: bool = True


def logo(name: str, raw: bytes) -> Logo:
    """Return a logo with the size at which it is printed: as large as it may be."""
    width, height = _size(raw)
    if not width or not height:
        return Logo(name, raw)
    scale = min(WIDTH / width, HEIGHT / height)
    return Logo(name, raw, round(width * scale, 2), round(height * scale, 2))


def faults(found: Logo) -> Iterator[Fault]:
    """Say what is wrong with a logo."""
    if len(found.raw) > LARGEST:
        yield Fault(f"it has {len(found.raw) / 1e6:.1f} MB, more than {LARGEST / 1e6:g}", "save it smaller")
    elif found.is_png:
        yield from _faults_of_png(found)
    else:
        yield from _faults_of_svg(found)


@lru_cache(maxsize=8)
def printed(found: Logo, *, black: bool = False) -> bytes:
    """Return a logo as it is printed, in the same format: on white paper, and if need be in shades of grey."""
    if found.is_png:
        raw = io.BytesIO()
        picture = _on_paper(found.raw).convert("L" if black else "RGB")
        most = MOST_DOTS / INCH
        picture.thumbnail((math.ceil(found.width * most), math.ceil(found.height * most)), Image.Resampling.LANCZOS)
        picture.save(raw, "PNG")
        return raw.getvalue()
    return _in_greys(found.raw) if black else found.raw


def contrast(color: RGB) -> float:
    """Return how much a color stands out from white paper, from 1 to 21 (WCAG 2.2)."""
    parts = [value / 255 for value in color]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _size(raw: bytes) -> tuple[float, float]:
    """Return width and height in any unit, 0 when they are not known."""
    if raw.startswith(_PNG):
        return int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big")
    try:
        view = _VIEW.fullmatch(ElementTree.fromstring(raw).get("viewBox", ""))
    except (ElementTree.ParseError, LookupError, ValueError):
        return 0.0, 0.0
    return (float(view[1]), float(view[2])) if view else (0.0, 0.0)


def _faults_of_png(found: Logo) -> Iterator[Fault]:
    width, height = _size(found.raw)
    if width * height > MOST_PIXELS:
        yield Fault(f"it has {width * height / 1e6:.0f} million pixels", "save it smaller")
        return
    try:
        with Image.open(io.BytesIO(found.raw), formats=["PNG"]) as picture:
            picture.verify()
        colors = _colors(found.raw)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        yield Fault(f"broken PNG: {error}")
        return
    dots = width * INCH / found.width
    if dots < DOTS:
        text = f"it has {dots:.0f} dots per inch when printed {found.width:g} mm wide, fewer than {DOTS}"
        wanted = f"save it with {found.width / INCH * DOTS:.0f} pixels in width or more, or as SVG"
        yield Fault(text, wanted, is_grave=False)
    dark = sum(count for count, color in colors if contrast(color) >= LEAST_CONTRAST)
    if dark < LEAST_SHARE * sum(count for count, _ in colors):
        yield _pale()


def _on_paper(png: bytes) -> Image.Image:
    """Return a picture as it looks on white paper."""
    with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
        deep = picture.mode.startswith("I")  # 16 bits a pixel, which Pillow would cut off instead of scaling
        plain = picture.convert("I").point(lambda value: value / 256).convert("L") if deep else picture
        seen = Image.new("RGBA", picture.size, "white")
        seen.alpha_composite(plain.convert("RGBA"))
    return seen.convert("RGB")


def _colors(png: bytes) -> list[tuple[int, RGB]]:
    """Return the colors of a picture, each with how many of its pixels have it."""
    seen = _on_paper(png)
    seen.thumbnail(LOOKED_AT)
    found = seen.getcolors(seen.width * seen.height) or []
    return [(count, color) for count, color in found if isinstance(color, tuple)]  # type: ignore[misc]


def _faults_of_svg(found: Logo) -> Iterator[Fault]:
    if b"<!ENTITY" in found.raw:
        yield Fault("it declares entities", "save it as plain SVG")
        return
    try:
        root = ElementTree.fromstring(found.raw)
    except ElementTree.ParseError as error:
        yield Fault(f"neither PNG nor well-formed SVG: line {error.position[0]}: {error.msg.split(':')[0]}")
        return
    except (LookupError, ValueError) as error:
        yield Fault(f"can't be read: {error}")
        return
    if _tag(root) != "svg" or not found.width or not found.height:
        yield Fault("neither PNG nor an svg element with a viewBox of four numbers", "save it as one of these")
        return
    for tag in sorted({_tag(element) for element in root.iter()} & _REFUSED):
        hint = "turn text into paths" if tag == "text" else "a logo is made of shapes only"
        yield Fault(f"it may not hold <{tag}>", hint)
    yield from _reaching_out(root)
    if not any(contrast(color) >= LEAST_CONTRAST for color in _painted(root)):
        yield _pale()


def _reaching_out(root: Element) -> Iterator[Fault]:
    """Find scripts in attributes, and whatever would be loaded from elsewhere."""
    for element in root.iter():
        values = {name.rpartition("}")[2]: value for name, value in element.attrib.items()}
        if any(name.startswith("on") for name in values):
            yield Fault(f"<{_tag(element)}> holds a script", "take it out")
        css = [*values.values(), (element.text or "") if _tag(element) == "style" else ""]
        if not values.get("href", "#").startswith("#") or any(map(_OUTSIDE.search, css)):
            yield Fault(f"<{_tag(element)}> refers to something outside the file", "nothing is loaded from elsewhere")


def _painted(root: Element) -> Iterator[RGB]:
    """Go through all colors that a drawing names, and black where it names none."""
    css = [element.text or "" for element in root.iter() if _tag(element) == "style"]
    named = (found[2] for text in css for found in _PAINT.finditer(text))
    values = (*named, *_paints(root, {}, has_css=bool(css)))
    return (color for color in map(_color, values) if color is not None)


def _paints(element: Element, around: Mapping[str, str], *, has_css: bool) -> Iterator[str]:
    """Go through the paints of shapes and gradients, with what they inherit."""
    own = {**around, **{name: element.attrib[name] for name in _PAINTS if name in element.attrib}}
    own |= {found[1]: found[2] for found in _PAINT.finditer(element.get("style", ""))}
    if _tag(element) in _SHAPES | {"stop"}:
        yield from own.values()
        if "fill" not in own and not (has_css and "class" in element.attrib):
            yield "black"
    for child in element:
        yield from _paints(child, own, has_css=has_css)


def _color(value: str) -> RGB | None:
    """Read a color; None when it is not one, such as a reference to a gradient."""
    try:
        red, green, blue, *_ = ImageColor.getrgb(value.replace("!important", "").strip())
    except ValueError:
        return None
    return red, green, blue


def _pale() -> Fault:
    text = f"almost nothing of it stands out from white paper with a contrast of {LEAST_CONTRAST:g}:1"
    return Fault(text, "use the logo that is meant for a white background")


def _in_greys(svg: bytes) -> bytes:
    root = ElementTree.fromstring(svg)
    for element in root.iter():
        for name in sorted({*_PAINTS} & {*element.attrib}):
            element.set(name, _grey(element.attrib[name]))
        if "style" in element.attrib:
            element.set("style", _css_in_greys(element.attrib["style"]))
        if _tag(element) == "style":
            element.text = _css_in_greys(element.text or "")
    return ElementTree.tostring(root)


def _css_in_greys(css: str) -> str:
    return _PAINT.sub(lambda found: f"{found[1]}: {_grey(found[2])}", css)


def _grey(value: str) -> str:
    """Return the grey that is as light as a color; what is no color stays as it is."""
    color = _color(value)
    if color is None:
        return value
    light = round(0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2])
    return f"#{light:02x}{light:02x}{light:02x}"


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
