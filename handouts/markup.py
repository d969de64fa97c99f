"""Inline markup of texts: `**strong**` and `*emphasis*`, nothing else; HTML in a text is text.

CommonMark's own parser does the reading, so that what a curator sees in any Markdown editor is what gets printed.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from handouts.languages import Direction

_parser = MarkdownIt("zero").enable("emphasis")
_OPENING = {"strong_open": "strong", "em_open": "em"}
_UNDERSCORE = "\ue000"  # a private character that stands in for it while CommonMark reads
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of text, or the beginning or end of strong or emphasized text."""

    kind: str
    text: str
    stars: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with the HTML elements around it, the outermost first."""

    text: str
    tags: tuple[str, ...] = ()


def tokens(text: str) -> Iterator[Token]:
    """Take a text apart; underscores, which emphasize in CommonMark, are text here."""
    for inline in _parser.parseInline(text.replace("_", _UNDERSCORE)):
        for child in inline.children or ():
            content = "\n" if child.type == "softbreak" else child.content.replace(_UNDERSCORE, "_")
            yield Token(child.type, content, child.markup)


def pieces(text: str) -> list[Piece]:
    """Take a text apart into pieces, each with the HTML elements it stands in, the outermost first."""
    found: list[Piece] = []
    open_tags: list[str] = []
    for token in tokens(text):
        if token.kind in _OPENING:
            open_tags.append(_OPENING[token.kind])
        elif token.kind.endswith("_close"):
            open_tags.pop()
        elif token.text:
            found.append(Piece(token.text, tuple(open_tags)))
    return found


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
