"""The kinds of blocks: which fields each has and what they hold.

A new kind is one entry here and one partial in templates/blocks/ of the same name.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Holds(Enum):
    """What a field holds."""

    PROSE = auto()  # translated, with **strong** and *emphasis*
    PLAIN = auto()  # translated, without markup
    PICTURE = auto()  # the name of a file in templates/pictures
    TERM = auto()  # the id of a glossary entry
    COUNT = auto()  # a whole number
    SWITCH = auto()  # true or false
    CELLS = auto()  # a list of translated texts with **strong** and *emphasis*, one for each column


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a block; `note` tells translators what kind of text it is."""

    name: str
    holds: Holds
    note: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of block: its own fields, then the fields of each of its items, if it has items.

    An item with the single field `text` is written as plain text, one with the single field `cells` as a list of
    texts, any other as a mapping.
    """

    fields: tuple[Field, ...] = ()
    item: tuple[Field, ...] = ()
    states_facts: bool = True
    items: str = "items"  # what the list of items is called

    @property
    def bare_item(self) -> str:
        """The only field of an item that is written without the field's name, or nothing."""
        names = [field.name for field in self.item]
        return names[0] if names in (["text"], ["cells"]) else ""


KINDS = {
    "paragraph": Kind((Field("text", Holds.PROSE, "paragraph"),)),
    "points": Kind(
        (Field("intro", Holds.PROSE, "sentence that leads to a list of points", required=False),),
        item=(Field("text", Holds.PROSE, "point in a list"),),
    ),
    "steps": Kind(
        item=(Field("title", Holds.PLAIN, "title of a step"), Field("text", Holds.PROSE, "text of a step")),
    ),
    "callout": Kind(
        (
            Field("title", Holds.PLAIN, "title of a short remark in a box"),
            Field("text", Holds.PROSE, "short remark in a box"),
        ),
    ),
    "term": Kind((Field("term", Holds.TERM),), states_facts=False),
    "figure": Kind(
        (
            Field("picture", Holds.PICTURE),
            Field("directional", Holds.SWITCH, required=False),
            Field("alt", Holds.PLAIN, "alternative text of a picture, read out to people who can't see it"),
            Field("caption", Holds.PROSE, "caption under a picture"),
        ),
    ),
    "table": Kind(
        (
            Field("caption", Holds.PROSE, "caption above a table"),
            Field("columns", Holds.CELLS, "heading of a column of a table, short"),
        ),
        item=(Field("cells", Holds.CELLS, "cell of a table"),),
        items="rows",
    ),
    "write-in": Kind(
        item=(Field("prompt", Holds.PROSE, "question with lines to write on"), Field("lines", Holds.COUNT)),
        states_facts=False,
    ),
}
MOST_LINES = 4
