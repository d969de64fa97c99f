"""Finished pages become sheets for printing: booklets, leaflets that are cut apart, brochures folded in three.

A sheet is printed on both sides and turned about its upright axis, so that left lies behind right and top behind top.
Sizes are in mm, down to where they are written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Matrix, Name, Rectangle, Stream, String

from handouts.editions import Fold
from handouts.languages import Direction

CREEP = 0.1  # about the thickness of a sheet of 80 g paper
FLAP = 1.5
TOLERANCE = 0.5  # between a page and its place: two A5 pages are 1 mm narrower than an A4 sheet
TICK = 5.0
LINE = 0.3  # pt

_POINT = 25.4 / 72
_NOTHING = b"\n"  # Ghostscript takes a compressed stream of no bytes for a broken one
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
GRIDS = {Fold.BOOKLET: (2, 1), Fold.TWO_UP: (2, 1), Fold.FOUR_UP: (2, 2), Fold.TRI_FOLD: (3, 1)}  # columns, rows
_PAGES_OF_A_SHEET = {Fold.BOOKLET: 4, Fold.TWO_UP: 2, Fold.FOUR_UP: 2, Fold.TRI_FOLD: 6}
_CUT = {Fold.TWO_UP, Fold.FOUR_UP}


@dataclass(frozen=True, slots=True)
class Placed:
    """A page by its index, or None for a blank, in its column from the left and its row from the top.

    It is moved to the right by `shift` mm.
    """

    page: int | None
    column: int
    row: int
    shift: float = 0.0


Side = tuple[Placed, ...]


def sheets(fold: Fold, pages: int) -> int:
    """Return how many sheets of paper so many pages need."""
    return -(-pages // _PAGES_OF_A_SHEET[fold])


def sides(fold: Fold, pages: int, direction: Direction, *, creep: float = CREEP) -> list[Side]:
    """Return the sides of all sheets, front and back in turn, blanks at the end of the pages.

    A booklet is bound where its lines begin. Each sheet in it lies `creep` mm further out at its open edge than the one
    around it, and its pages are moved as much towards the spine.

    A tri-fold has its cover where a booklet has it, and the third panel from there, the flap, is folded in first. The
    opened sheet shows 2, 3 and 4 side by side, so that a text runs on over all three; the flap is 5, which is seen
    beside 2 when only the cover is opened, and by itself; 6 is the back. Each further six pages are a sheet of their
    own.
    """
    there = sheets(fold, pages)
    return [
        tuple(_placed(fold, pages, direction, numbers, creep * sheet))
        for sheet in range(there)
        for numbers in _numbers(fold, sheet, there)
    ]


def edges(fold: Fold, direction: Direction, width: float, *, back: bool, flap: float = FLAP) -> tuple[float, ...]:
    """Return where the columns of a side begin and end, in mm from the left of a sheet of this width.

    The flap of a tri-fold is `flap` mm narrower than the two other panels, so that it lies flat in the fold.
    """
    columns, _ = GRIDS[fold]
    if fold is not Fold.TRI_FOLD:
        return tuple(width * column / columns for column in range(columns + 1))
    wide = (width + flap) / columns
    flap_at_left = back == (direction is Direction.RTL)
    first = wide - flap if flap_at_left else wide
    return 0.0, first, first + wide, width


def impose(
    pdf: bytes,
    *,
    fold: Fold,
    direction: Direction,
    sheet: tuple[float, float],
    creep: float = CREEP,
    flap: float = FLAP,
    title: str,
    language: str,
) -> bytes:
    """Return the sheets, to be printed on both sides at full size, of a PDF with finished pages.

    `sheet` is the paper's width and height; `creep` and `flap` are those of `sides` and `edges`. Pages are centred by
    their TrimBox and drawn once, however often they are placed; tags, links and form fields are not kept. The same
    input gives the same bytes. Raise ValueError when a page has not the size of its place, within 0.5 mm; a page of a
    tri-fold has a third of the sheet.
    """
    width, height = _laid(fold, sheet)
    rows = _rows(fold, height)
    with pikepdf.open(BytesIO(pdf)) as source, pikepdf.new() as target:
        forms = [_form(target, page) for page in source.pages]
        for number, form in enumerate(forms, start=1):
            _hold_to_place(number, form, fold, (width, height))
            _centre(form)
        for count, side in enumerate(sides(fold, len(forms), direction, creep=creep)):
            columns = edges(fold, direction, width, back=count % 2 == 1, flap=flap)
            page = target.add_blank_page(page_size=(width / _POINT, height / _POINT))
            page.Resources = Dictionary(XObject=_used(side, forms))
            page.Contents = target.make_stream(_content(fold, side, columns, rows).encode() or _NOTHING)
        _untag(target)
        _describe(target, fold, title, language)
        return _saved(target)


def _numbers(fold: Fold, sheet: int, of: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the pages of a sheet's front and back, row by row, as they stand when lines begin at the left."""
    if fold is Fold.BOOKLET:
        first, last = 2 * sheet, 4 * of - 1 - 2 * sheet
        return (last, first), (first + 1, last - 1)
    if fold is Fold.TRI_FOLD:
        cover = 6 * sheet
        return (cover + 4, cover + 5, cover), (cover + 1, cover + 2, cover + 3)
    columns, rows = GRIDS[fold]
    return (2 * sheet,) * columns * rows, (2 * sheet + 1,) * columns * rows


def _placed(fold: Fold, pages: int, direction: Direction, numbers: Sequence[int], creep: float) -> Iterator[Placed]:
    columns, _ = GRIDS[fold]
    for at, number in enumerate(numbers):
        row, column = divmod(at, columns)
        if direction is Direction.RTL:
            column = columns - 1 - column
        inwards = creep if column == 0 else -creep
        page = number if number < pages else None
        yield Placed(page, column, row, inwards if fold is Fold.BOOKLET else 0.0)


def _laid(fold: Fold, sheet: tuple[float, float]) -> tuple[float, float]:
    """Return a sheet's width and height as it lies before the reader: a sheet for four is upright, others are not."""
    short, long = sorted(sheet)
    return (short, long) if fold is Fold.FOUR_UP else (long, short)


def _rows(fold: Fold, height: float) -> tuple[float, ...]:
    """Return where the rows of a sheet begin and end, in mm from its foot, from the top down."""
    _, rows = GRIDS[fold]
    return tuple(height * (rows - row) / rows for row in range(rows + 1))


def _form(target: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    form = target.copy_foreign(page.as_form_xobject())
    if not form.read_raw_bytes():
        form.write(_NOTHING)
    return form


def _hold_to_place(number: int, form: pikepdf.Object, fold: Fold, paper: tuple[float, float]) -> None:
    box, (columns, rows) = _box(form), GRIDS[fold]
    size = box.width * _POINT, box.height * _POINT
    place = paper[0] / columns, paper[1] / rows
    if any(abs(own - free) > TOLERANCE + 0.01 for own, free in zip(size, place, strict=True)):
        here, there = (f"{width:.1f} × {height:.1f} mm" for width, height in (size, place))
        raise ValueError(f"page {number} measures {here}, its place on a sheet for {fold} {there}")


def _centre(form: pikepdf.Object) -> None:
    """Give a page drawn as a form its middle for origin."""
    box = _box(form)
    middle = Matrix(1, 0, 0, 1, -(box.llx + box.urx) / 2, -(box.lly + box.ury) / 2)
    form.Matrix = (_matrix(form) @ middle).as_array()


def _box(form: pikepdf.Object) -> Rectangle:
    """Return the trimmed page as a reader sees it, in pt: as it is turned, in its own unit."""
    return _matrix(form).transform(Rectangle(pikepdf.Array(form.BBox)))


def _matrix(form: pikepdf.Object) -> Matrix:
    return Matrix(form.Matrix) if "/Matrix" in form else Matrix()


def _used(side: Side, forms: Sequence[pikepdf.Object]) -> Dictionary:
    return Dictionary({_name(placed.page): forms[placed.page] for placed in side if placed.page is not None})


def _name(page: int) -> str:
    return f"/P{page + 1}"


def _content(fold: Fold, side: Side, columns: Sequence[float], rows: Sequence[float]) -> str:
    """Return the content stream of a side: its pages, and the lines to cut or fold at; a blank side stays blank."""
    drawn = [_drawn(placed, placed.page, columns, rows) for placed in side if placed.page is not None]
    lines = _cuts(columns, rows) if fold in _CUT else _ticks(columns, rows)
    return "\n".join([*drawn, f"q 0 G {LINE} w", *lines, "Q"] if drawn else [])


def _drawn(placed: Placed, page: int, columns: Sequence[float], rows: Sequence[float]) -> str:
    """Draw a page, and nothing of it beyond its place."""
    left, right = columns[placed.column : placed.column + 2]
    top, foot = rows[placed.row : placed.row + 2]
    place = _pt(left, foot, right - left, top - foot)
    middle = _pt((left + right) / 2 + placed.shift, (top + foot) / 2)
    return f"q {place} re W n 1 0 0 1 {middle} cm {_name(page)} Do Q"


def _cuts(columns: Sequence[float], rows: Sequence[float]) -> Iterator[str]:
    """Draw dashed lines between the places, over the whole sheet."""
    yield "[4 3] 0 d"
    for x in columns[1:-1]:
        yield _line((x, rows[0]), (x, rows[-1]))
    for y in rows[1:-1]:
        yield _line((columns[0], y), (columns[-1], y))


def _ticks(columns: Sequence[float], rows: Sequence[float]) -> Iterator[str]:
    """Draw both ends of each fold, where pages have their margins."""
    for x in columns[1:-1]:
        yield _line((x, rows[0]), (x, rows[0] - TICK))
        yield _line((x, rows[-1]), (x, rows[-1] + TICK))


def _line(start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"{_pt(*start)} m {_pt(*end)} l S"


def _pt(*lengths: float) -> str:
    """Write lengths in mm as content streams have them."""
    return " ".join(f"{length / _POINT:.3f}" for length in lengths)


def _untag(target: pikepdf.Pdf) -> None:
    """Take out what points into the structure trees that were left behind."""
    for item in target.objects:
        if isinstance(item, Stream):
            for key in {"/StructParent", "/StructParents"} & set(item.keys()):
                del item[key]


def _describe(target: pikepdf.Pdf, fold: Fold, title: str, language: str) -> None:
    """Say how to print the sheets, and what they are; no standard is claimed, for no tags were kept."""
    target.Root.Lang = String(language)
    target.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True,
        PrintScaling=Name("/None"),
        Duplex=Name.DuplexFlipLongEdge if fold is Fold.FOUR_UP else Name.DuplexFlipShortEdge,
    )
    target.docinfo.Title = String(title)
    target.Root.Metadata = target.make_stream(
        _XMP.format(title=escape(title)).encode(), Type=Name.Metadata, Subtype=Name.XML
    )


def _saved(target: pikepdf.Pdf) -> bytes:
    written = BytesIO()
    target.save(
        written,
        force_version="1.7",
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return written.getvalue()
