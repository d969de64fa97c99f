"""Inline markup of texts: `**strong**` and `*emphasis*`, nothing else; HTML in a text is text.

CommonMark's own parser does the reading, so that what a curator sees in any Markdown editor is what gets printed.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from markdown_it import MarkdownIt

from handouts.languages import Direction

_parser = MarkdownIt("zero").enable("emphasis")
_TAGS = {"strong_open": "<strong>", "strong_close": "</strong>", "em_open": "<em>", "em_close": "</em>"}
_UNDERSCORE = "\ue000"  # a private character that stands in for it while CommonMark reads
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
# Latin words and the numbers, signs and further Latin words that belong to them: "GVHD", "CAR T-cell", "38.0 °C".
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z0-9À-ɏ+](?:[A-Za-z0-9À-ɏ.,:/@°%'’&+\-–]|[ \u00a0](?=[A-Za-z0-9À-ɏ°%]))*(?<![.,:])")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ°%]|\d\D*\d")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of text, or the beginning or end of strong or emphasized text."""

    kind: str
    text: str
    stars: str = ""


def tokens(text: str) -> Iterator[Token]:
    """Take a text apart; underscores, which emphasize in CommonMark, are text here."""
    for inline in _parser.parseInline(text.replace("_", _UNDERSCORE)):
        for child in inline.children or ():
            content = "\n" if child.type == "softbreak" else child.content.replace(_UNDERSCORE, "_")
            yield Token(child.type, content, child.markup)


def html(text: str, direction: Direction = Direction.LTR, *, prose: bool = True) -> str:
    """Turn a text into HTML; in right-to-left text, what runs left to right gets a direction of its own."""
    isolated = isolate if direction is Direction.RTL else escape
    if not prose:
        return isolated(text)
    return "".join(_TAGS.get(token.kind) or isolated(token.text) for token in tokens(text))


def isolate(text: str) -> str:
    """Escape right-to-left text and wrap each left-to-right token in it; the engine knows no unicode-bidi."""
    pieces, end = [], 0
    for match in _LEFT_TO_RIGHT.finditer(text):
        if _LATIN.search(match[0]):
            pieces += [escape(text[end : match.start()]), f'<span dir="ltr">{escape(match[0])}</span>']
            end = match.end()
    return "".join([*pieces, escape(text[end:])])


def direction_of(text: str) -> Direction:
    """Return the direction of the first letter that has one (UAX 9, P2); a text without letters runs left to right."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return Direction.LTR if first == "L" else Direction.RTL


def plain(text: str) -> str:
    """Return a text without its markup."""
    return "".join(token.text for token in tokens(text))


def shape(text: str) -> list[str]:
    """Return the kinds of markup in a text, sorted, to hold two languages against each other."""
    return sorted(token.kind for token in tokens(text) if token.kind.endswith("_open"))


def stray(text: str) -> int | None:
    """Return where a star stands that opens or closes nothing, counted from 0, or None."""
    before = 0
    for token in tokens(text):
        if "*" in token.text:
            return before + token.text.index("*")
        before += len(token.text) + len(token.stars)
    return None


def placeholders(text: str) -> list[str]:
    """Return the names in braces, sorted."""
    return sorted(_PLACEHOLDER.findall(text))


def split(text: str) -> list[str]:
    """Cut a text at its placeholders, which stay as pieces of their own."""
    pieces, end = [], 0
    for match in _PLACEHOLDER.finditer(text):
        pieces += [text[end : match.start()], match[0]]
        end = match.end()
    return [piece for piece in [*pieces, text[end:]] if piece]
