"""The curated content as values: blocks, glossary, topics and the program's own texts, linked to each other.

Every text that gets translated is a Message with a stable address; nothing here knows of any translation.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from handouts.documents import Claim, Document
from handouts.problems import Position
from handouts.project import Missing
from handouts.source import Text


@dataclass(frozen=True, slots=True)
class Message:
    """A translatable text: where it is in the content, its English, what translators should know of it."""

    address: str
    text: Text
    note: str
    prose: bool = False  # may hold **strong** and *emphasis*

    @property
    def english(self) -> str:
        """The English text, which is gettext's msgid."""
        return self.text.value


Value = Message | Text | int | bool | tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest unit of content: the fields and items that its kind asks for, and the claims it rests on.

    `missing` says what to do while it is not translated, if not what the project does; a block of `safety` is never
    left out.
    """

    id: str
    kind: str
    fields: Mapping[str, Value]
    items: tuple[Mapping[str, Value], ...]
    claims: tuple[Claim, ...]
    position: Position
    missing: Missing | None = None
    safety: bool = False

    def messages(self) -> Iterator[Message]:
        """All texts of the block, in reading order."""
        for value in chain(self.fields.values(), *(item.values() for item in self.items)):
            if isinstance(value, Message):
                yield value
            elif isinstance(value, tuple):
                yield from value


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry; `forms` are other spellings under which texts use it."""

    id: str
    term: Message
    definition: Message
    forms: tuple[str, ...]
    claims: tuple[Claim, ...]
    position: Position

    def messages(self) -> Iterator[Message]:
        """The term, then its definition."""
        yield from (self.term, self.definition)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks below it."""

    heading: Message
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a leaflet is about, from top to bottom; `date` is the day its English was last checked.

    `pages` is how many pages of A4 it fills.
    """

    slug: str
    date: datetime.date
    title: Message
    theme: Message
    lede: Message
    key_points: tuple[Block, ...]
    sections: tuple[Section, ...]
    pages: int
    position: Position

    def messages(self) -> Iterator[Message]:
        """The texts of its own: title, theme, sentence under the title, headings."""
        yield from (self.title, self.theme, self.lede, *(section.heading for section in self.sections))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return self.key_points + tuple(block for section in self.sections for block in section.blocks)


@dataclass(frozen=True, slots=True)
class Insert:
    """A clinic's own PDF that stands in a packet as it is, behind a topic or at the end."""

    file: Text
    title: Text
    after: str


@dataclass(frozen=True, slots=True)
class Packet:
    """Topics that are handed out together, in order."""

    slug: str
    title: Message
    topics: tuple[str, ...]
    inserts: tuple[Insert, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Content:
    """Everything curated, linked."""

    documents: Mapping[str, Document]
    terms: Mapping[str, Term]
    blocks: Mapping[str, Block]
    topics: Mapping[str, Topic]
    interface: Mapping[str, Message]
    packets: Mapping[str, Packet] = field(default_factory=dict)

    def term_of(self, block: Block) -> Term | None:
        """Return the glossary entry that a block prints, if it prints one."""
        name = block.fields.get("term")
        return self.terms[name.value] if isinstance(name, Text) else None

    def messages_of(self, block: Block) -> Iterator[Message]:
        """All texts that a block prints, a glossary entry's included."""
        yield from block.messages()
        if term := self.term_of(block):
            yield from term.messages()

    def claims_of(self, block: Block) -> tuple[Claim, ...]:
        """All claims a block rests on, a glossary entry's included."""
        term = self.term_of(block)
        return block.claims + (term.claims if term else ())

    def messages(self) -> Iterator[Message]:
        """Every translatable text of the project, each address once, in the order translators should meet them."""
        for topic in self.topics.values():
            yield from topic.messages()
        yield from (packet.title for packet in self.packets.values())
        for block in self.blocks.values():
            yield from block.messages()
        for term in self.terms.values():
            yield from term.messages()
        yield from self.interface.values()
