"""A leaflet's PDF becomes a press edition: PDF/X-4 (ISO 15930-7), in four inks, with bleed and crop marks.

It stays tagged, and PDF/UA-1; what it says of PDF/A is taken back. Small dark text is printed in black ink alone: where
inks lie one over the other, each letter would have as many edges as inks when the sheet shifts by a tenth of a mm.
"""

import datetime
import hashlib
import io
import math
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Pdf,
    Stream,
)
from PIL import Image, ImageChops, ImageCms, ImageMath

from handouts.problems import Stop

MM = 72 / 25.4  # pt
AROUND = 10.0  # mm of the sheet that stand around the trimmed page
GAP, MARK, MARK_WIDTH = 1.0, 5.0, 0.25  # mm between bleed and crop mark, mm of its length, pt of its width
LARGEST_BLEED = 6.0  # mm, so that the marks keep a length of 3 mm
MOST_INK = 297  # % in all; rounding four inks to whole percents adds at most 2, so that none reaches 300
# CIE lightness and chroma below which a colour is printed as black: dark text, and the grey of thin rules.
SHADES = ((32.0, 20.0), (70.0, 11.0))
GREY = 2  # of 255, the difference of red, green and blue up to which a colour is grey
STEPS = 65  # samples of a stretch of a gradient
REGISTRY = "http://www.color.org"
EXACT = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION

RGB = tuple[float, float, float]
Inks = tuple[float, ...]
Instruction = ContentStreamInstruction | ContentStreamInlineImage
_CHANNELS = {"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4}
_CLAIMS = ("{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfa/ns/extension/}")


class PressError(Stop):
    """No press edition can be made; the message says why."""


def for_press(
    pdf: bytes, *, profile: bytes, condition: str, date: datetime.date, bleed: float = 3.0, marks: bool = True
) -> bytes:
    """Return a PDF as PDF/X-4 for a print shop; the same input gives the same bytes.

    `profile` is the ICC profile of a printing condition, an output profile for CMYK; `condition` is the name of that
    condition in the registry of the ICC, such as FOGRA51; `bleed` is in mm, up to 6.

    - Each page has 10 mm of sheet around its TrimBox, which stays where it is. Crop marks of 0.25 pt in all inks begin
      1 mm outside the bleed.
    - Greys, and colours darker than lightness 32 with a chroma below 20 (CIE L*a*b*), are printed in black ink alone,
      as much of it as comes closest to their lightness. All others go through the profile: relative colorimetric, with
      black point compensation, in whole percents. Where that takes 300 % of ink in all, there is less cyan, magenta and
      yellow.
    - Red, green and blue are taken as sRGB. A picture that is grey throughout is printed in black ink alone. What lets
      through what lies below it still does, and as much.
    - Links are taken out, since PDF/X allows no annotation inside the bleed; their text stays.

    PressError is raised for an unfit profile or bleed, and for what this can't put into inks: colours in other spaces
    than grey, RGB and CMYK, meshes, form fields.
    """
    if not 0 <= bleed <= LARGEST_BLEED:
        raise PressError(f"a bleed of {bleed:g} mm can't be had: it may be from 0 to {LARGEST_BLEED:g} mm")
    plates = _plates(profile)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _without_links(document)
        separation = _Separation(document)
        for page in document.pages:
            separation.page(page, plates)
        separation.close()
        for page in document.pages:
            _trim(page, bleed)
            if marks:
                _mark(page, bleed)
        _intend(document, profile, condition)
        _describe(document, date, _name_of(pdf), _name_of(pdf, profile, condition, date, float(bleed), marks))
        done = io.BytesIO()
        document.save(done, force_version="1.6", deterministic_id=True)
    return done.getvalue()


class _Plates:
    """The four inks of a printing condition. All colours are converted as pictures, most of them of a single dot."""

    space, operators = Name.DeviceCMYK, ("k", "K")

    def __init__(self, profile: bytes) -> None:
        paper, srgb, lab = _opened(profile), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        try:
            self._press = ImageCms.buildTransform(srgb, paper, "RGB", "CMYK", EXACT, BLACK_POINT)
            self._eye = ImageCms.buildTransform(srgb, lab, "RGB", "LAB", EXACT)
            proof = ImageCms.buildTransform(paper, lab, "CMYK", "LAB", EXACT)
        except ImageCms.PyCMSError as error:
            raise PressError(f"the ICC profile can't be used to convert colours: {error}") from error
        ramp = Image.frombytes("CMYK", (256, 1), b"".join(bytes([0, 0, 0, ink]) for ink in range(256)))
        light = _through(ramp, proof).getchannel("L").tobytes()
        self._blacks = [255 if seen <= light[-1] else _nearest(seen, light) for seen in range(256)]
        self._known: dict[RGB, Inks] = {}

    def of(self, rgb: RGB) -> Inks:
        """Return the shares of ink, from 0 to 1, of a colour."""
        if rgb not in self._known:
            inks = self.between([rgb])(_dots([rgb])).tobytes()
            self._known[rgb] = tuple(round(ink / 255, 2) for ink in inks)
        return self._known[rgb]

    def between(self, stops: Iterable[RGB]) -> Callable[[Image.Image], Image.Image]:
        """Return what converts the dots of a gradient between these colours, each in the same way."""
        return self._in_black if all(map(self._is_black, stops)) else self._in_four

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in these inks, or in grey."""
        rgb = picture.convert("RGB")
        if _is_grey(rgb):
            return ImageChops.invert(self._in_black(rgb).getchannel("K"))
        return self._in_four(rgb)

    def _is_black(self, rgb: RGB) -> bool:
        dot = _dots([rgb])
        lightness, a, b = cast(tuple[int, ...], _through(dot, self._eye).getpixel((0, 0)))
        chroma = math.hypot(a - 128, b - 128)
        return _is_grey(dot) or any(lightness < most * 2.55 and chroma < bound for most, bound in SHADES)

    def _in_black(self, rgb: Image.Image) -> Image.Image:
        black = _through(rgb, self._eye).getchannel("L").point(self._blacks)
        none = Image.new("L", rgb.size)
        return Image.merge("CMYK", [none, none, none, black])

    def _in_four(self, rgb: Image.Image) -> Image.Image:
        return _with_less_ink(_through(rgb, self._press))


class _Veil:
    """A luminosity mask: its grey says how much is seen of what it lies on (ISO 32000-1, 11.5.3), on any paper."""

    space, operators = Name.DeviceGray, ("g", "G")

    def of(self, rgb: RGB) -> Inks:
        """Return the luminosity, from 0 to 1, of a colour."""
        red, green, blue = rgb
        return (round(0.3 * red + 0.59 * green + 0.11 * blue, 4),)

    def between(self, stops: Iterable[RGB]) -> Callable[[Image.Image], Image.Image]:
        """Return what converts the dots of a gradient."""
        del stops
        return self.picture

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in grey."""
        return picture.convert("L")


_Palette = _Plates | _Veil


class _Separation:
    """Goes through all that the pages of a document paint, and puts it into inks where it stands."""

    def __init__(self, document: Pdf) -> None:
        self._document = document
        self._done: set[tuple[int, int]] = set()
        self._resources: list[Object] = []

    def page(self, page: pikepdf.Page, plates: _Palette) -> None:
        """Put a page into inks; its graphics state at its end is the one at its beginning."""
        painted = self._painted(page.obj, page.resources, plates)
        page.obj.Contents = self._document.make_stream(b"q\n" + painted + b"\nQ")
        page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=plates.space)

    def close(self) -> None:
        """Take away the colour spaces, of which now none is called by a name of its own."""
        for resources in self._resources:
            if "/ColorSpace" in resources:
                del resources["/ColorSpace"]

    def _painted(self, stream: Object, resources: Object, palette: _Palette) -> bytes:
        """Return the content of a stream, put into inks with all that it uses."""
        spaces = resources.get("/ColorSpace", Dictionary())
        instructions = list(_inked(pikepdf.parse_content_stream(stream), spaces, palette))
        self._use(resources, palette)
        return pikepdf.unparse_content_stream(instructions)

    def _use(self, resources: Object, palette: _Palette) -> None:
        """Put resources into inks, masks first: a mask also stands among the forms, as if it were painted."""
        if self._seen(resources):
            return
        self._resources.append(resources)
        for state in _values(resources, "/ExtGState"):
            self._mask(state, resources, palette)
        for drawn in _values(resources, "/XObject"):
            if drawn.get("/Subtype") == Name.Image:
                self._picture(drawn, palette)
            else:
                self._stream(drawn, resources, palette)
        for pattern in _values(resources, "/Pattern"):
            self._pattern(pattern, resources, palette)
        for shading in _values(resources, "/Shading"):
            self._shading(shading, palette)
        for font in _values(resources, "/Font"):
            for glyph in _values(font, "/CharProcs"):
                self._stream(glyph, font.get("/Resources", resources), palette)

    def _mask(self, state: Object, resources: Object, palette: _Palette) -> None:
        mask = state.get("/SMask", Name("/None"))
        if isinstance(mask, Dictionary):
            veil = _Veil() if Name.Luminosity == mask.S else palette
            if "/BC" in mask:
                mask.BC = Array(veil.of(_rgb(mask.BC)))
            self._stream(mask.G, resources, veil)

    def _stream(self, stream: Object, resources: Object, palette: _Palette) -> None:
        """Put a form, a tile or a glyph into inks, once."""
        if not self._seen(stream):
            stream.write(self._painted(stream, stream.get("/Resources", resources), palette))
            if "/CS" in stream.get("/Group", Dictionary()):
                stream.Group.CS = palette.space

    def _pattern(self, pattern: Object, resources: Object, palette: _Palette) -> None:
        if pattern.PatternType == 1:
            self._stream(pattern, resources, palette)
        else:
            self._shading(pattern.Shading, palette)

    def _shading(self, shading: Object, palette: _Palette) -> None:
        if shading.ColorSpace == palette.space or _channels(shading.ColorSpace) == 4:
            return
        if shading.ShadingType not in (2, 3):
            raise PressError(f"a gradient of type {shading.ShadingType} can't be put into inks")
        converted = palette.between(_stops(shading.Function))
        shading.Function = self._gradient(shading.Function, converted)
        if "/Background" in shading:
            shading.Background = Array(palette.of(_rgb(shading.Background)))
        shading.ColorSpace = palette.space

    def _gradient(self, function: Object, converted: Callable[[Image.Image], Image.Image]) -> Object:
        """Return the function of a gradient in inks: each stretch sampled, and what joins stretches kept."""
        if function.FunctionType == 3:
            parts = Array([self._gradient(part, converted) for part in function.Functions])
            joined = {key: function[key] for key in ("/FunctionType", "/Domain", "/Bounds", "/Encode")}
            return Dictionary({**joined, "/Functions": parts})
        samples = converted(_dots([_between(function, step / (STEPS - 1)) for step in range(STEPS)])).tobytes()
        sampled = self._document.make_stream(samples)
        sampled.FunctionType, sampled.Size, sampled.BitsPerSample = 0, Array([STEPS]), 8
        sampled.Domain, sampled.Range = function.Domain, Array([0, 1] * (len(samples) // STEPS))
        return sampled

    def _picture(self, picture: Object, palette: _Palette) -> None:
        if self._seen(picture):
            return
        for part in (picture, picture.get("/SMask"), picture.get("/Mask")):
            if isinstance(part, Stream):
                _sharpen(part)
        if "/ColorSpace" in picture and _channels(picture.ColorSpace, indexed=True) != 4:
            _repaint(picture, palette)

    def _seen(self, found: Object) -> bool:
        """Say whether this was met before; what has no number of its own can be met in one place only."""
        if not found.is_indirect:
            return False
        before = found.objgen in self._done
        self._done.add(found.objgen)
        return before


def _inked(instructions: Iterable[Instruction], spaces: Object, palette: _Palette) -> Iterator[Instruction]:
    """Replace the colours of a content stream, following how many channels the current colour spaces have."""
    now, kept = {False: 1, True: 1}, []
    for instruction in instructions:
        if isinstance(instruction, ContentStreamInlineImage):
            yield _checked(instruction)
            continue
        name, operands = str(instruction.operator), instruction.operands
        stroke = name.isupper()
        if name == "q":
            kept.append(dict(now))
        elif name == "Q" and kept:
            now = kept.pop()
        elif name in _CHANNELS:
            now[stroke] = _CHANNELS[name]
        elif name in ("cs", "CS"):
            now[stroke] = _channels(spaces.get(str(operands[0]), operands[0]))
            yield _space(now[stroke], palette, stroke=stroke)
            continue
        if name.lower() in ("g", "rg", "sc", "scn") and now[stroke] in (1, 3):
            yield _colour(_rgb(operands), palette, stroke=stroke)
        else:
            yield instruction


def _space(channels: int, palette: _Palette, *, stroke: bool) -> Instruction:
    """Return what sets a colour space, and with it black."""
    if channels in (1, 3):
        return _colour((0.0, 0.0, 0.0), palette, stroke=stroke)
    return ContentStreamInstruction([Name.DeviceCMYK if channels else Name.Pattern], Operator("CS" if stroke else "cs"))


def _colour(rgb: RGB, palette: _Palette, *, stroke: bool) -> Instruction:
    return ContentStreamInstruction([*palette.of(rgb)], Operator(palette.operators[stroke]))


def _checked(inline: ContentStreamInlineImage) -> ContentStreamInlineImage:
    """Return an image that stands in a content stream, as those of bitmap fonts do, when it is a stencil."""
    if inline.iimage.image_mask:
        return inline
    raise PressError("a picture inside a content stream can't be put into inks")


def _channels(space: Object, *, indexed: bool = False) -> int:
    """Return how many channels a colour space has, 0 for patterns."""
    family = str(space[0] if isinstance(space, Array) else space)
    if family == "/Indexed" and indexed:
        return _channels(space[1])
    if family == "/ICCBased" and _is_ours(space[1]):
        return int(space[1].N)
    named = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3, "/DeviceCMYK": 4}
    if space == Name.Pattern:
        return 0
    if family not in named:
        raise PressError(f"colours in the space {family.lstrip('/')} can't be put into inks")
    return named[family]


def _is_ours(profile: Object) -> bool:
    """Say whether a colour space is grey or sRGB by its profile."""
    if profile.N != 3:
        return bool(profile.N == 1)
    described = ImageCms.getProfileDescription(ImageCms.getOpenProfile(io.BytesIO(profile.read_bytes())))
    return "sRGB" in described


def _rgb(channels: Iterable[object]) -> RGB:
    values = [min(max(float(str(value)), 0.0), 1.0) for value in channels]
    red, green, blue = values if len(values) == 3 else values * 3
    return red, green, blue


def _stops(function: Object) -> Iterator[RGB]:
    """Go through the colours that a gradient runs through."""
    if isinstance(function, Array) or function.FunctionType not in (2, 3):
        raise PressError("a gradient that is neither exponential nor made of such can't be put into inks")
    if function.FunctionType == 3:
        for part in function.Functions:
            yield from _stops(part)
    else:
        yield from (_between(function, 0.0), _between(function, 1.0))


def _between(function: Object, share: float) -> RGB:
    """Return the colour at a share of the domain of an exponential function."""
    low, high = map(float, function.Domain)
    bent = (low + (high - low) * share) ** float(function.N)
    first, last = _rgb(function.get("/C0", [0])), _rgb(function.get("/C1", [1]))
    red, green, blue = (start + bent * (end - start) for start, end in zip(first, last, strict=True))
    return red, green, blue


def _sharpen(picture: Object) -> None:
    """Leave the size of dots to the press."""
    for key in ("/Interpolate", "/Alternates"):
        if key in picture:
            del picture[key]
    if "/Matte" in picture:
        raise PressError("a picture whose mask is mixed into its colours can't be put into inks")


def _repaint(picture: Object, palette: _Palette) -> None:
    if isinstance(picture.get("/Mask"), Array):
        raise PressError("a picture in which a colour stands for no colour can't be put into inks")
    try:
        inked = palette.picture(pikepdf.PdfImage(cast(Stream, picture)).as_pil_image())
    except (pikepdf.exceptions.PikepdfError, NotImplementedError, OSError, ValueError) as error:
        raise PressError(f"a picture of {picture.Width} × {picture.Height} dots can't be read: {error}") from error
    picture.write(inked.tobytes())
    picture.ColorSpace = Name.DeviceGray if inked.mode == "L" else Name.DeviceCMYK
    picture.BitsPerComponent = 8
    if "/Decode" in picture:
        del picture.Decode


def _values(resources: Object, key: str) -> list[Object]:
    """Return the resources of a kind, in the order of their names."""
    found = resources.get(key, Dictionary())
    return [found[name] for name in sorted(found.keys())]


@lru_cache(maxsize=4)
def _plates(profile: bytes) -> _Plates:
    return _Plates(profile)


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile:
    try:
        paper = ImageCms.getOpenProfile(io.BytesIO(profile))
    except (ImageCms.PyCMSError, OSError) as error:
        raise PressError("the ICC profile can't be read: is it another kind of file?") from error
    space, kind = paper.profile.xcolor_space.strip(), paper.profile.device_class
    if (space, kind) != ("CMYK", "prtr"):
        raise PressError(f"the ICC profile is of the class '{kind}' for {space}, not one of the class 'prtr' for CMYK")
    return paper


def _nearest(seen: int, ramp: bytes) -> int:
    return min(range(len(ramp)), key=lambda ink: abs(ramp[ink] - seen))


def _is_grey(picture: Image.Image) -> bool:
    """Say whether red, green and blue differ nowhere by more than they may in a grey."""
    red, green, blue = picture.split()
    lightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    return not ImageChops.subtract(lightest, darkest, offset=-GREY).getbbox()


def _dots(colours: Sequence[RGB]) -> Image.Image:
    """Return a picture of a single row."""
    dots = bytes(round(255 * min(max(channel, 0), 1)) for colour in colours for channel in colour)
    return Image.frombytes("RGB", (len(colours), 1), dots)


def _through(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    converted = ImageCms.applyTransform(picture, transform)
    assert converted is not None
    return converted


def _with_less_ink(picture: Image.Image) -> Image.Image:
    """Return a CMYK picture in which cyan, magenta and yellow leave no dot more ink than is allowed."""
    cyan, magenta, yellow, black = picture.split()

    def share(of: dict[str, Any]) -> Any:
        return of["min"]((MOST_INK * 2.55 - of["k"]) / of["max"](of["c"] + of["m"] + of["y"], 1.0), 1.0)

    shares = _calculated(share, c=cyan, m=magenta, y=yellow, k=black)
    less = [
        _calculated(lambda of: of["convert"](of["ink"] * of["share"], "L"), ink=ink, share=shares)
        for ink in (cyan, magenta, yellow)
    ]
    return Image.merge("CMYK", [*less, black])


def _calculated(formula: Callable[[dict[str, Any]], Any], **bands: Image.Image) -> Image.Image:
    result = ImageMath.lambda_eval(formula, **bands)
    assert isinstance(result, Image.Image)
    return result


def _without_links(document: Pdf) -> None:
    """Take out annotations that are not seen; what was a link in the structure tree is a piece of text."""
    for number, page in enumerate(document.pages, start=1):
        for annotation in page.obj.get("/Annots", []):
            if annotation.Subtype != Name.Link:
                kind = str(annotation.Subtype).lstrip("/")
                raise PressError(f"page {number} holds an annotation of the kind {kind}, which PDF/X does not allow")
        if "/Annots" in page.obj:
            del page.obj.Annots
    for element in document.objects:
        if isinstance(element, Dictionary) and element.get("/S") == Name.Link and "/P" in element:
            children = element.get("/K", Array())
            children = children if isinstance(children, Array) else Array([children])
            element.S, element.K = Name.Span, Array([child for child in children if not _is_annotation(child)])


def _is_annotation(child: object) -> bool:
    return isinstance(child, Dictionary) and child.get("/Type") == Name.OBJR


def _trim(page: pikepdf.Page, bleed: float) -> None:
    """Set the boxes of a page around its TrimBox."""
    page.trimbox = page.trimbox
    page.mediabox, page.bleedbox = _around(page, AROUND), _around(page, bleed)
    for key in ("/CropBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]


def _around(page: pikepdf.Page, distance: float) -> Array:
    left, bottom, right, top = map(float, page.trimbox)
    by = distance * MM
    return Array([round(edge, 4) for edge in (left - by, bottom - by, right + by, top + by)])


def _mark(page: pikepdf.Page, bleed: float) -> None:
    """Draw crop marks in all inks, as no part of what is read."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    page.resources.ColorSpace = Dictionary(All=[Name.Separation, Name.All, Name.DeviceCMYK, tint])
    lines = "\n".join(f"{x:.4f} {y:.4f} m {to_x:.4f} {to_y:.4f} l S" for x, y, to_x, to_y in _crop_marks(page, bleed))
    marks = f"/Artifact <</Type /Page>> BDC\nq\n/All CS 1 SCN {MARK_WIDTH} w\n{lines}\nQ\nEMC"
    page.contents_add(marks.encode(), prepend=False)


def _crop_marks(page: pikepdf.Page, bleed: float) -> Iterator[tuple[float, float, float, float]]:
    left, bottom, right, top = map(float, page.trimbox)
    near = (bleed + GAP) * MM
    far = min(bleed + GAP + MARK, AROUND) * MM
    for x, outwards in ((left, -1), (right, 1)):
        for y, upwards in ((bottom, -1), (top, 1)):
            yield x + outwards * near, y, x + outwards * far, y
            yield x, y + upwards * near, x, y + upwards * far


def _intend(document: Pdf, profile: bytes, condition: str) -> None:
    """Say for which printing condition the inks are meant."""
    stream = document.make_stream(profile)
    stream.N = 4
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=stream)
    intent.OutputConditionIdentifier, intent.RegistryName = condition, REGISTRY
    intent.Info = ImageCms.getProfileDescription(_opened(profile)).strip()
    document.Root.OutputIntents = Array([intent])


def _describe(document: Pdf, date: datetime.date, name: str, edition: str) -> None:
    """Say what the file is, and of which day; the clock is not asked."""
    moment = f"{date:%Y-%m-%d}T00:00:00+00:00"
    with document.open_metadata(set_pikepdf_as_editor=False) as xmp:
        for key in [key for key in xmp if key.startswith(_CLAIMS)]:
            del xmp[key]
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            xmp[key] = moment
        xmp["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        xmp["pdf:Trapped"] = "False"
        xmp["xmpMM:DocumentID"], xmp["xmpMM:InstanceID"] = name, edition
        xmp["xmpMM:RenditionClass"], xmp["xmpMM:VersionID"] = "default", "1"
    document.docinfo.Trapped = Name("/False")


def _name_of(*parts: object) -> str:
    """Return a name that is the same for the same parts, and for no others."""
    digest = hashlib.sha256(b"".join(hashlib.sha256(repr(part).encode()).digest() for part in parts))
    return f"uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest.hexdigest())}"
