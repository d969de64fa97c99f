"""What a screen reader finds in a tagged PDF, held against the page: order, headings, tables, pictures, links.

Each function yields what is wrong, as a sentence; nothing when all is well.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary

LINE, LINES = 8.0, 30.0  # pt that text on one line may differ in height, and blocks side by side
COLUMN = 60.0  # pt to the side, where another column begins
BLOCKS = ("/P", "/H1", "/H2", "/H3", "/TH", "/TD", "/Lbl")


@dataclass
class Piece:
    """A piece of marked content: its page, where it stands on it, in pt, and the block that it is a part of."""

    page: int
    x: float
    y: float
    block: int


@dataclass
class Element:
    """A structure element with its children, in reading order; content is (page, number)."""

    kind: str
    node: Dictionary
    children: list["Element"] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Go through the element and all in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree(pdf: pikepdf.Pdf) -> Element:
    """Read the structure tree."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}

    def read(node: Dictionary) -> Element:
        element = Element(str(node.get("/S", "/Root")), node)
        kids = node.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                element.content.append((pages[node.Pg.objgen], int(kid)))
            elif isinstance(kid, Dictionary) and "/S" in kid:
                element.children.append(read(kid))
        return element

    return read(pdf.Root.StructTreeRoot)


Mark = tuple[int, int]  # page and number of marked content


def places(pdf: pikepdf.Pdf) -> dict[Mark, tuple[float, float]]:
    """Return where each piece of marked content begins on its page."""
    found: dict[Mark, tuple[float, float]] = {}
    for number, page in enumerate(pdf.pages):
        matrices = [pikepdf.Matrix()]
        marks: list[int | None] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "q":
                matrices.append(matrices[-1])
            elif operator == "Q":
                matrices.pop()
            elif operator == "cm":
                matrices[-1] = pikepdf.Matrix(*map(float, operands)) @ matrices[-1]
            elif operator in ("BDC", "BMC"):
                named = operands[1] if len(operands) > 1 else None
                marks.append(int(named.MCID) if isinstance(named, Dictionary) and "/MCID" in named else None)
            elif operator == "EMC":
                marks.pop()
            elif operator in ("Tm", "Do"):
                own = next((mark for mark in reversed(marks) if mark is not None), None)
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrices[-1] if operator == "Tm" else matrices[-1]
                if own is not None:
                    found.setdefault((number, own), (matrix.e, matrix.f))
    return found


def out_of_order(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Reading order is visual order: down the page. What stands beside a block begins again at about its height."""
    pieces = list(_pieces(tree(pdf), places(pdf), 0))
    for before, after in pairwise(pieces):
        top = max(each.y for each in pieces if (each.block, each.page) == (before.block, before.page))
        if after.page < before.page:
            yield f"page {after.page + 1} is read after page {before.page + 1}"
        beside = LINES if abs(after.x - before.x) > COLUMN else LINE
        if after.page == before.page and after.y > top + beside:
            yield f"page {after.page + 1}: {after.y:.0f} pt from below is read after {before.y:.0f} pt"


def _pieces(element: Element, where: dict[Mark, tuple[float, float]], block: int) -> Iterator[Piece]:
    block = id(element) if element.kind in BLOCKS else block
    if element.kind != "/Figure":  # whose place is its lower left corner
        for mark in element.content:
            if mark in where:
                yield Piece(mark[0], *where[mark], block)
    for child in element.children:
        yield from _pieces(child, where, block)


def _is_heading(element: Element) -> bool:
    return element.kind[:2] == "/H" and element.kind[2:].isdigit()


def heading_levels(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Headings nest: one of the first level, and none left out on the way down."""
    levels = [
        int(element.kind[2]) for element in tree(pdf).walk() if element.kind[:2] == "/H" and element.kind[2:].isdigit()
    ]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"headings begin with levels {levels[:3]}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"


def table_headers(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Tables have headers that say what they head, and data cells that name their headers."""
    for table in (element for element in tree(pdf).walk() if element.kind == "/Table"):
        cells = [element for element in table.walk() if element.kind in ("/TH", "/TD")]
        scopes = {str(cell.node.A.get("/Scope", "none")) for cell in cells if cell.kind == "/TH"}
        if scopes - {"/Column", "/Row"} or not scopes:
            yield f"a table whose headers have the scopes {sorted(scopes)}"
        if any(not len(cell.node.A.get("/Headers", [])) for cell in cells if cell.kind == "/TD"):
            yield "a data cell without headers"
        rows = [element for element in table.walk() if element.kind == "/TR"]
        if len({len(row.children) for row in rows}) != 1:
            yield "rows of different lengths"


def alternatives(pdf: pikepdf.Pdf, expected: set[str]) -> Iterator[str]:
    """Pictures have the alternative texts that the leaflet's language gives them."""
    for figure in (element for element in tree(pdf).walk() if element.kind == "/Figure"):
        if (alt := str(figure.node.get("/Alt", ""))) not in expected:
            yield f"a picture with the alternative text '{alt}'"


def links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Links say where they lead, in words."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            text = str(annotation.get("/Contents", ""))
            if annotation.Subtype == "/Link" and (not text.strip() or "://" in text):
                yield f"a link whose text is '{text}'"


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    """Return the titles of all bookmarks, in order."""
    with pdf.open_outline() as outline:
        return [title for item in outline.root for title in _titles(item)]


def _titles(item: pikepdf.OutlineItem) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)
