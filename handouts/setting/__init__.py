"""Texts made ready for the engine: what its line breaking and its right-to-left setting need, one file each.

Comes in: a text as a curator or translator wrote it. Goes out: HTML. Nobody has to know of invisible characters: no
text holds them before, and no PDF holds them afterwards, for Pango draws no glyph for them.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby

from handouts import markup
from handouts.languages import Breaking, Direction, Language
from handouts.markup import Piece
from handouts.setting import breaks, directions, joins, signs, small_words, units, words

NEEDS_ICU = (Breaking.DICTIONARY, Breaking.PHRASES)
GLUE, BREAK = "\u2060", "\u200b"  # word joiner, zero width space
_STANDS_IN = 0xFDD0  # noncharacters, without direction, that stand for placeholders while a text is made ready


def html(text: str, language: Language, *, prose: bool = True, values: Mapping[str, str] | None = None) -> str:
    """Return a text as HTML, ready to be set in its language; `values` are HTML, put where their placeholders stand."""
    names = {name: chr(_STANDS_IN + number) for number, name in enumerate(sorted(values or {}))}
    for name, character in names.items():
        text = text.replace(f"{{{name}}}", character)
    pieces = markup.pieces(text) if prose else [Piece(text)]
    made = "".join(_tags(_ready(pieces, language), language))
    if language.breaking in (Breaking.CHARACTERS, Breaking.PHRASES):
        made = signs.narrowed(made)
    for name, character in names.items():
        made = made.replace(character, (values or {})[name])
    return made


def _ready(pieces: list[Piece], language: Language) -> list[Piece]:
    """Put in the characters that are not seen."""
    if language.direction is Direction.RTL:
        pieces = joins.kept(pieces)
    # Piece by piece, for where an element begins behind a no-break space, the engine breaks the line too early.
    pieces = [Piece(small_words.glued(piece.text, language), piece.tags) for piece in pieces]
    plain = units.glued("".join(piece.text for piece in pieces), language)
    unseen = dict.fromkeys(units.inside(plain) | words.last_hyphen(plain), GLUE)
    if language.breaking in (Breaking.CHARACTERS, Breaking.PHRASES):
        unseen |= dict.fromkeys(words.at_the_end(plain), GLUE)
    if language.breaking is Breaking.PHRASES:
        unseen |= dict.fromkeys(breaks.within_phrases(plain), GLUE)
    if language.breaking is Breaking.WORDS:
        unseen |= dict.fromkeys(words.inside(plain), GLUE)
    if language.breaking is Breaking.DICTIONARY:
        unseen |= dict.fromkeys(breaks.places(plain, language), BREAK)
    return list(_with(unseen, plain, pieces))


def _with(signs: Mapping[int, str], plain: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Cut a text of the same length like the pieces, and put each sign in front of its character."""
    start = 0
    for piece in pieces:
        stop = start + len(piece.text)
        yield Piece("".join(signs.get(at, "") + plain[at] for at in range(start, stop)), piece.tags)
        start = stop


def _tags(pieces: list[Piece], language: Language) -> Iterator[str]:
    """Write pieces as HTML; what runs left to right in right-to-left text gets an element around it as a whole."""
    plain = "".join(piece.text for piece in pieces)
    tags = [piece.tags for piece in pieces for _ in piece.text]
    tokens = list(directions.left_to_right(plain)) if language.direction is Direction.RTL else []
    across = [token for token in tokens if len(set(tags[slice(*token)])) > 1]
    end = 0
    for token in (*across, (len(plain), len(plain))):
        within = [other for other in tokens if end <= other[0] and other[1] <= token[0]]
        yield from _styled(plain, tags, (end, token[0]), within)
        if token in across:
            yield _isolated("".join(_styled(plain, tags, token, [])))
        end = token[1]


Span = tuple[int, int]  # from one character to before another


def _styled(plain: str, tags: list[tuple[str, ...]], span: Span, tokens: list[Span]) -> Iterator[str]:
    """Write a part of a text, each piece in its elements, and within a piece each token in its own."""
    for own, places in groupby(range(*span), key=tags.__getitem__):
        inner = list(places)
        end, stop = inner[0], inner[-1] + 1
        yield "".join(f"<{tag}>" for tag in own)
        for token in tokens:
            if end <= token[0] and token[1] <= stop:
                yield _escaped(plain[end : token[0]]) + _isolated(_escaped(plain[slice(*token)]))
                end = token[1]
        yield _escaped(plain[end:stop])
        yield "".join(f"</{tag}>" for tag in reversed(own))


def _isolated(html: str) -> str:
    return f'<span dir="ltr">{html}</span>'


def _escaped(text: str) -> str:
    return escape(text, quote=False)
