"""What stands around the text of a page: margins, head and foot, and the sheet that an edition gives a leaflet.

The foot's height is estimated from the widths of its texts; what is estimated too low is reported as an overflow once
the pages are laid out. Lengths are in mm, type sizes in pt.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.content import Message
from handouts.editions import Edition
from handouts.job import Sheet
from handouts.languages import Language
from handouts.leaflet import Leaflet, Status
from handouts.widths import text_width

POINT = 25.4 / 72
LINE = 8.0  # of a line for notes
NARROW = 33.0  # em of running text, below which headings stand above their text and not beside it
# By the least width of the paper: margins above the text of the first page and of the others, at both sides, the size
# of the furniture, and what stays free below it.
MARGINS = (
    (216.0, (14.0, 16.0), 14.0, 8.4, 9.4),
    (212.0, (11.0, 13.0), 12.0, 8.4, 7.0),
    (200.0, (14.0, 16.0), 14.0, 8.4, 9.4),
    (120.0, (11.0, 13.0), 12.0, 7.6, 7.0),
    (0.0, (9.0, 11.5), 8.0, 7.2, 6.0),
)
# The foot of a wide page: its height with two lines and one of status; how many em a line of status holds, at the size
# of the furniture; what more leading and one more line add.
FOOT, STATUS_WIDTH, FOOT_LEADING, FOOT_LINE = 26.0, 49.0, 6.0, 2.9
CODE_SHARE = 0.13  # of that line, for the edition and its code
TITLE_WIDTH, NAME_WIDTH = 31.0, 13.0  # em that the columns of titles and of names of languages hold
ABOVE, BETWEEN = 5.4, 1.0  # above the foot's text and between its lines
SOURCE_LEADING, OWN_LEADING = 1.32, 0.93  # of the foot: a multiple of the type size, and of the language's own leading
FULL = 0.94  # of a line that a text fills before it is broken, about
# The head: its size as a multiple of the foot's, its leading as one of the language's own, the share of a line that
# bold type fills; what stays free above it and below.
HEAD, HEAD_LEADING, BOLD = 1.024, 0.915, 0.88
HEAD_ABOVE, HEAD_BELOW = 4.5, 3.5
PRESS_AREA = 10.0  # around the page, for bleed and marks


def sheet_of(leaflets: Sequence[Leaflet], edition: Edition, source: Language) -> Sheet:
    """Return the sheet that an edition gives a leaflet, alone or beside the same one in a second language."""
    own, paper = leaflets[0], edition.size
    _, tops, sides, furniture, free = next(row for row in MARGINS if paper.width >= row[0])
    sheet = Sheet(
        pages=edition.pages or own.topic.pages,
        smallest=edition.smallest,
        largest=edition.largest,
        may_be_short=any(leaflet.omitted for leaflet in leaflets),
        multiple=edition.pages,
        width=paper.width,
        height=paper.height,
        tops=tops,
        sides=sides,
        furniture=max(furniture, edition.least),
        standard=edition.standard,
        fillable=edition.fillable,
    )
    columns = len(leaflets) == 1 and sheet.measure / (edition.largest * POINT) >= NARROW
    sheet = replace(sheet, is_narrow=not columns)
    in_columns = has_columns(sheet) and len(leaflets) == 1
    foot = _foot_in_columns(own, edition, free) if in_columns else _foot(leaflets, sheet, edition, source) + free
    top = sheet.tops[1] + max(0.0, (sheet.furniture - furniture) * POINT * 1.6 * max(1.0, own.language.leading - 0.4))
    sheet = replace(sheet, foot=foot, tops=(sheet.tops[0], max(top, _head(own, sheet))))
    return replace(sheet, notes=_notes(sheet))


def has_columns(sheet: Sheet) -> bool:
    """Say whether the texts of the foot stand in columns, or below each other."""
    return sheet.measure / (sheet.furniture * POINT) >= 55


def page_css(sheet: Sheet, edition: Edition) -> Iterator[str]:
    """Write the size of the page and its margins as CSS, with an area around it if a print shop asks for one."""
    first, others = sheet.tops
    around = f"bleed: {PRESS_AREA:g}mm; marks: none; " if edition.bleed or edition.marks else ""
    code = _code_share(edition)
    yield f".status .what {{ width: {1 - code:.1%} }} .status .page {{ width: {code:.1%} }}"
    yield f"html {{ --furniture: {sheet.furniture:g}pt }}"
    yield f"@page {{ size: {sheet.width:g}mm {sheet.height:g}mm; {around}font-size: {sheet.furniture:g}pt }}"
    yield f"@page {{ margin: {others:.1f}mm {sheet.sides:g}mm {sheet.foot:.1f}mm }}"
    yield f"@page :first {{ margin-top: {first:.1f}mm }}"


def status_of(leaflets: Sequence[Leaflet]) -> str:
    """Return the name of the text that says how far a sheet may be trusted: as far as the worst of its leaflets."""
    if any(leaflet.is_mixed for leaflet in leaflets):
        return "foot/incomplete"
    if any(leaflet.omitted for leaflet in leaflets):
        return "foot/omitted"
    approved = all(leaflet.status is Status.APPROVED for leaflet in leaflets)
    return "foot/approved" if approved else "foot/draft"


def status_lines(own: Leaflet, edition: Edition) -> int:
    """Return 2 when the status in English and in the leaflet's language do not fit on one line, else 1."""
    status = own.content.interface[status_of([own])]
    width = STATUS_WIDTH * (1 - _code_share(edition)) / (1 - CODE_SHARE)
    return 2 if text_width(f"{status.english} · {own.phrase(status).text}") > width else 1


def _code_share(edition: Edition) -> float:
    """Return which share of a line of the foot the edition's name and the code take."""
    return max(CODE_SHARE, 0.065 + 0.0135 * len(edition.name))


def _head(own: Leaflet, sheet: Sheet) -> float:
    """Return the height that a page needs above its text: more for tall scripts, and for a title of several lines."""
    em = sheet.furniture * HEAD * POINT
    lines = _lines(own.phrase(own.topic.title).text, sheet.measure / em * BOLD)
    return HEAD_ABOVE + lines * em * own.language.leading * HEAD_LEADING + HEAD_BELOW


def _foot_in_columns(own: Leaflet, edition: Edition, free: float) -> float:
    """Return the height that the foot of a wide page needs: more for tall scripts and for a status of two lines."""
    spoken, title = own.language, own.topic.title
    titles = _lines(title.english, TITLE_WIDTH) + _lines(own.phrase(title).text, TITLE_WIDTH)
    names = _lines(spoken.english_name, NAME_WIDTH) + _lines(spoken.autonym, NAME_WIDTH)
    more = max(titles, names) - 2 + status_lines(own, edition) - 1
    usual = FOOT + free - MARGINS[0][-1]
    return usual + max(spoken.leading - 1.65, 0) * FOOT_LEADING + more * FOOT_LINE * spoken.leading


def _foot(leaflets: Sequence[Leaflet], sheet: Sheet, edition: Edition, source: Language) -> float:
    """Return the height that a foot needs whose texts stand below each other, each as wide as the page."""
    em = sheet.furniture * POINT
    width = sheet.measure / em * FULL
    own, status = leaflets[0], own_status(leaflets)
    tall = SOURCE_LEADING * (_lines(own.topic.title.english, width) + _lines(status.english, width))
    names = " · ".join(f"{each.language.english_name} {each.language.autonym} {each.code}" for each in leaflets)
    page = own.content.interface["foot/page"]
    row = text_width(f"{names} · {page.english} · {own.phrase(page).text} · {edition.name.upper()}")
    tall += max(SOURCE_LEADING, own.language.leading * OWN_LEADING) * math.ceil(row / width)
    for leaflet in leaflets:
        if leaflet.language != source:
            texts = (leaflet.phrase(own.topic.title).text, leaflet.phrase(status).text)
            tall += sum(_lines(text, width) for text in texts) * leaflet.language.leading * OWN_LEADING
    return ABOVE + tall * em + BETWEEN


def own_status(leaflets: Sequence[Leaflet]) -> Message:
    """Return the text that says how far a sheet may be trusted."""
    return leaflets[0].content.interface[status_of(leaflets)]


def _lines(text: str, width: float) -> int:
    """Return on how many lines a text of the foot stands, about, in a column of so many em."""
    return max(1, math.ceil(text_width(text) / width))


def _notes(sheet: Sheet) -> int:
    """Return more lines for notes than can stand on the pages that are filled up with them."""
    there = math.ceil(max(sheet.multiple, 1) * sheet.text_height(1) / LINE) + 2
    return there if sheet.multiple else max(there, 34)
