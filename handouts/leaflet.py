"""A topic in one language: every text it prints in that language, or in English where the translation is not done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from handouts.approvals import Approval, digest, edition_code, signed
from handouts.catalog import Catalog
from handouts.content import Block, Content, Message, Topic
from handouts.documents import Document
from handouts.languages import Language, language
from handouts.problems import Position

FURNITURE = "interface/foot/"


class Status(StrEnum):
    """How far a leaflet may be trusted; only an approved one may be handed out without the word draft on it."""

    APPROVED = "approved"
    STALE = "stale"
    DRAFT = "draft"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text as it is printed: in which language, and where it was written."""

    text: str
    language: Language
    message: Message
    position: Position


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a leaflet rests on, with the paragraphs it takes from it, in order."""

    document: Document
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A topic in one language, with what the sheet must say of itself."""

    topic: Topic
    language: Language
    content: Content
    phrases: Mapping[str, Phrase]
    sources: tuple[Source, ...]
    missing: tuple[str, ...]
    digest: str
    approval: Approval | None
    status: Status

    @property
    def code(self) -> str:
        """The edition code printed in the foot."""
        return edition_code(self.digest)

    def phrase(self, message: Message) -> Phrase:
        """Return a message as this leaflet prints it."""
        return self.phrases[message.address]


def make(
    topic: Topic, content: Content, catalog: Catalog, source: Language, approvals: Mapping[str, Approval]
) -> Leaflet:
    """Put a topic into the catalog's language."""
    own = language(catalog.language)
    phrases = {message.address: _phrase(message, catalog, own, source) for message in _messages(topic, content)}
    missing = tuple(address for address, phrase in phrases.items() if phrase.language != own)
    sources = tuple(_sources(topic, content))
    whole = digest((*_structure(topic, sources), *_texts(phrases)))
    approval = signed(approvals, topic.slug, whole)
    status = _status(missing, approval, known=topic.slug in approvals)
    return Leaflet(topic, own, content, phrases, sources, missing, whole, approval, status)


def _texts(phrases: Mapping[str, Phrase]) -> Iterator[tuple[str, str, str]]:
    """Every text a reviewer signs for: address, English, translation; page furniture left out."""
    for address, phrase in phrases.items():
        if not address.startswith(FURNITURE):
            yield address, phrase.message.english, phrase.text


def _structure(topic: Topic, sources: tuple[Source, ...]) -> Iterator[tuple[str, str, str]]:
    """Everything else that is printed: what stands where, pictures, lines to write on, sources, the date."""
    yield "date", topic.date.isoformat(), ""
    for block in topic.key_points:
        yield "key point", block.id, _printed(block)
    for section in topic.sections:
        yield "section", section.heading.address, ""
        for block in section.blocks:
            yield "block", block.id, _printed(block)
    for cited in sources:
        yield "source", cited.document.title, repr(cited.paragraphs)


def _printed(block: Block) -> str:
    """Say what a block prints apart from its texts."""
    values = (*block.fields.values(), *(value for item in block.items for value in item.values()))
    return repr([block.kind, *(str(value) for value in values if not isinstance(value, Message | tuple))])


def _messages(topic: Topic, content: Content) -> Iterator[Message]:
    yield from topic.messages()
    yield from chain.from_iterable(content.messages_of(block) for block in topic.blocks)
    yield from content.interface.values()


def _phrase(message: Message, catalog: Catalog, own: Language, source: Language) -> Phrase:
    if own == source:
        return Phrase(message.english, own, message, message.text.position)
    translation = catalog.translation(message)
    if translation is None:
        return Phrase(message.english, source, message, message.text.position)
    return Phrase(translation.text, own, message, translation.position)


def _status(missing: tuple[str, ...], approval: Approval | None, *, known: bool) -> Status:
    if missing:
        return Status.INCOMPLETE
    if approval:
        return Status.APPROVED
    return Status.STALE if known else Status.DRAFT


def _sources(topic: Topic, content: Content) -> Iterator[Source]:
    """Gather the paragraphs that a topic's blocks rest on, document by document, the most used one first."""
    cited: dict[str, set[int]] = {}
    for block in topic.blocks:
        for claim in content.claims_of(block):
            cited.setdefault(claim.reference.partition("/")[0], set()).add(claim.paragraph)
    for slug in sorted(cited, key=lambda slug: (-len(cited[slug]), slug)):
        yield Source(content.documents[slug], tuple(sorted(cited[slug])))
