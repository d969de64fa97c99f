"""A topic in one language: every text it prints in that language, or what the project does where there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain

from handouts.approvals import Approval, Record, Signatures, Triple, digest, edition_code
from handouts.catalog import Catalog
from handouts.content import Block, Content, Message, Topic
from handouts.documents import Document
from handouts.languages import Language, language
from handouts.problems import Position
from handouts.project import Missing

FURNITURE = "interface/foot/"


class Status(StrEnum):
    """How far a leaflet may be trusted; only an approved one may be handed out without the word draft on it.

    A stale one was approved and has changed since, so that it may also be incomplete.
    """

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
    """A topic in one language, with what the sheet must say of itself.

    `missing` are the addresses of all texts without a translation; what is done about them: of these blocks `omitted`
    are left out of the topic, `refused` forbid the leaflet, the others stand there in English or as they were
    approved last. `reason` says why a leaflet is not approved.
    """

    topic: Topic
    language: Language
    content: Content
    phrases: Mapping[str, Phrase]
    sources: tuple[Source, ...]
    missing: tuple[str, ...]
    omitted: tuple[str, ...]
    refused: tuple[str, ...]
    triples: tuple[Triple, ...]
    digest: str
    approval: Approval | None
    status: Status
    reason: str

    @property
    def code(self) -> str:
        """The edition code printed in the foot."""
        return edition_code(self.digest)

    @property
    def is_mixed(self) -> bool:
        """Whether a part of what it prints is in another language than its own."""
        there = {message.address for block in self.topic.blocks for message in self.content.messages_of(block)}
        own = [address for address in self.missing if address in there or not address.startswith(("block/", "term/"))]
        return any(self.phrases[address].language != self.language for address in own)

    def phrase(self, message: Message) -> Phrase:
        """Return a message as this leaflet prints it."""
        return self.phrases[message.address]


def make(
    topic: Topic,
    content: Content,
    catalog: Catalog,
    source: Language,
    signatures: Signatures,
    *,
    missing: Missing = Missing.SOURCE,
) -> Leaflet:
    """Put a topic into the catalog's language; `missing` is what to do about texts of blocks that don't say it."""
    own = language(catalog.language)
    choices = _Choices(topic, content, missing)
    record = signatures.records.get(topic.slug)
    phrases = {
        message.address: _phrase(message, catalog, own, source, record if choices.keeps(message) else None)
        for message in _messages(topic, content)
    }
    undone = tuple(address for address, phrase in phrases.items() if own != source and _is_undone(phrase, catalog))
    printed = choices.without(undone)
    sources = tuple(_sources(printed, content))
    triples = (*_structure(printed, sources), *_texts(phrases))
    whole = digest(triples)
    fault, known = signatures.fault(topic.slug, own.tag, whole), topic.slug in signatures.approvals
    status, reason = _standing(undone, phrases, own, fault, known=known)
    return Leaflet(
        topic=printed,
        language=own,
        content=content,
        phrases=phrases,
        sources=sources,
        missing=undone,
        omitted=tuple(block.id for block in topic.blocks if block not in printed.blocks),
        refused=choices.refused(undone),
        triples=triples,
        digest=whole,
        approval=signatures.approvals[topic.slug] if status is Status.APPROVED else None,
        status=status,
        reason=reason,
    )


class _Choices:
    """What is to be done about each text of a topic that has no translation."""

    def __init__(self, topic: Topic, content: Content, missing: Missing) -> None:
        self.topic, self.missing = topic, missing
        self.blocks = {message.address: block for block in topic.blocks for message in content.messages_of(block)}

    def of(self, address: str) -> Missing:
        """Return what to do about a text."""
        block = self.blocks.get(address)
        choice = (block.missing if block else None) or self.missing
        may_go = block and not block.safety and block not in self.topic.key_points
        return Missing.SOURCE if choice is Missing.OMIT and not may_go else choice

    def keeps(self, message: Message) -> bool:
        """Say whether a text may stand as it was approved last."""
        return self.of(message.address) is Missing.LAST_APPROVED

    def refused(self, undone: tuple[str, ...]) -> tuple[str, ...]:
        """Return the texts without which there must be no leaflet."""
        return tuple(address for address in undone if self.of(address) is Missing.FAIL)

    def without(self, undone: tuple[str, ...]) -> Topic:
        """Return the topic without the blocks that are left out, and without the sections that are empty then."""
        gone = {self.blocks[address].id for address in undone if self.of(address) is Missing.OMIT}
        kept = (
            replace(section, blocks=tuple(block for block in section.blocks if block.id not in gone))
            for section in self.topic.sections
        )
        return replace(self.topic, sections=tuple(section for section in kept if section.blocks))


def _is_undone(phrase: Phrase, catalog: Catalog) -> bool:
    return catalog.translation(phrase.message) is None


def _texts(phrases: Mapping[str, Phrase]) -> Iterator[Triple]:
    """Every text a reviewer signs for: address, English, translation; page furniture left out."""
    for address, phrase in phrases.items():
        if not address.startswith(FURNITURE):
            yield address, phrase.message.english, phrase.text


def _structure(topic: Topic, sources: tuple[Source, ...]) -> Iterator[Triple]:
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


def _phrase(message: Message, catalog: Catalog, own: Language, source: Language, record: Record | None) -> Phrase:
    if own == source:
        return Phrase(message.english, own, message, message.text.position)
    translation = catalog.translation(message)
    if translation is not None:
        return Phrase(translation.text, own, message, translation.position)
    if record is not None and message.address in record.texts:
        return Phrase(record.texts[message.address][1], own, message, message.text.position)
    return Phrase(message.english, source, message, message.text.position)


def _standing(
    undone: tuple[str, ...], phrases: Mapping[str, Phrase], own: Language, fault: str, *, known: bool
) -> tuple[Status, str]:
    """Return how far a leaflet may be trusted, and why it is not approved; `fault` is what its sign-off lacks."""
    foreign = sum(phrases[address].language != own for address in undone)
    reasons = [fault] if fault and (known or not foreign) else []
    reasons += [f"texts not translated: {foreign}"] if foreign else []
    reasons += [f"texts as they were approved last: {len(undone) - foreign}"] if len(undone) > foreign else []
    if not reasons:
        return Status.APPROVED, ""
    status = Status.STALE if known else Status.INCOMPLETE if foreign else Status.DRAFT
    return status, "; ".join(reasons)


def _sources(topic: Topic, content: Content) -> Iterator[Source]:
    """Gather the paragraphs that a topic's blocks rest on, document by document, the most used one first."""
    cited: dict[str, set[int]] = {}
    for block in topic.blocks:
        for claim in content.claims_of(block):
            cited.setdefault(claim.reference.partition("/")[0], set()).add(claim.paragraph)
    for slug in sorted(cited, key=lambda slug: (-len(cited[slug]), slug)):
        yield Source(content.documents[slug], tuple(sorted(cited[slug])))
