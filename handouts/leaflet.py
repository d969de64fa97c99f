"""A topic in one language: every text it prints in that language, or what the project does where there is none."""

from collections.abc import Collection, Iterable, Iterator, Mapping
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

ELSEWHERE = ("packet/", "poster/")  # interface texts that no leaflet prints
ONE, MORE = "interface/closing/source-one", "interface/closing/source"  # how a document is named, by its paragraphs


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

    def without(self, blocks: Collection[str]) -> "Leaflet":
        """Return the leaflet without some of its blocks, and without the sections that are empty then."""
        if not blocks:
            return self
        kept = (
            replace(section, blocks=tuple(block for block in section.blocks if block.id not in blocks))
            for section in self.topic.sections
        )
        topic = replace(self.topic, sections=tuple(section for section in kept if section.blocks))
        return replace(self, topic=topic, omitted=tuple(dict.fromkeys((*self.omitted, *blocks))))

    def phrase(self, message: Message) -> Phrase:
        """Return a message as this leaflet prints it."""
        return self.phrases[message.address]


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts in one language that belong to no leaflet, such as those on a packet's cover."""

    language: Language
    content: Content
    phrases: Mapping[str, Phrase]

    def phrase(self, message: Message) -> Phrase:
        """Return a message in the language, or in the source language."""
        return self.phrases[message.address]


def wording(messages: Iterable[Message], content: Content, catalog: Catalog, source: Language) -> Wording:
    """Put messages into the catalog's language; what has no translation stays in the source language."""
    own = language(catalog.language)
    return Wording(own, content, {each.address: _phrase(each, catalog, own, source) for each in messages})


def make(
    topic: Topic,
    content: Content,
    catalog: Catalog,
    source: Language,
    signatures: Signatures,
    *,
    missing: Missing = Missing.SOURCE,
    covers: tuple[Triple, ...] = (),
) -> Leaflet:
    """Put a topic into the catalog's language; `missing` is what to do about texts of blocks that don't say it.

    `covers` is what an approval covers beside the texts: digests of pictures and of the project's own templates.
    """
    own = language(catalog.language)
    choices = _Choices(topic, content, missing)
    messages = {message.address: message for message in _messages(topic, content)}
    undone = tuple(address for address, message in messages.items() if _is_undone(message, catalog, own, source))
    old = choices.as_approved(undone, signatures.record(topic.slug, own.tag))
    phrases = {
        address: Phrase(old[address], own, message, message.text.position)
        if address in old
        else _phrase(message, catalog, own, source)
        for address, message in messages.items()
    }
    printed = choices.without(undone)
    sources = tuple(_sources(printed, content))
    undone = tuple(address for address in undone if address not in _unused(sources))
    triples = (*_structure(printed, sources), *covers, *_texts(phrases, sources))
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
        self.topic, self.content, self.missing = topic, content, missing
        self.blocks: dict[str, list[Block]] = {}  # two blocks may print the same glossary entry
        for block in topic.blocks:
            for message in content.messages_of(block):
                self.blocks.setdefault(message.address, []).append(block)

    def of(self, block: Block | None) -> Missing:
        """Return what to do about a text of a block, or of the leaflet itself."""
        choice = (block.missing if block else None) or self.missing
        may_go = block and not block.safety and block not in self.topic.key_points
        return Missing.SOURCE if choice is Missing.OMIT and not may_go else choice

    def refused(self, undone: tuple[str, ...]) -> tuple[str, ...]:
        """Return the texts without which there must be no leaflet."""
        own = {address for address in undone if address not in self.blocks and self.of(None) is Missing.FAIL}
        of_blocks = {address for address in undone if Missing.FAIL in map(self.of, self.blocks.get(address, ()))}
        return tuple(address for address in undone if address in own | of_blocks)

    def without(self, undone: tuple[str, ...]) -> Topic:
        """Return the topic without the blocks that are left out, and without the sections that are empty then."""
        gone = {block.id for block in self._with_undone(undone) if self.of(block) is Missing.OMIT}
        kept = (
            replace(section, blocks=tuple(block for block in section.blocks if block.id not in gone))
            for section in self.topic.sections
        )
        return replace(self.topic, sections=tuple(section for section in kept if section.blocks))

    def as_approved(self, undone: tuple[str, ...], record: Record | None) -> dict[str, str]:
        """Return the texts that stand as they were approved last: whole blocks, and only if they are built the same."""
        old: dict[str, str] = {}
        for block in self._with_undone(undone) if record else ():
            texts = {message.address for message in self.content.messages_of(block)}
            if self.of(block) is Missing.LAST_APPROVED and record and record.has(block.id, _printed(block), texts):
                old |= {address: record.texts[address][1] for address in texts}
        return old

    def _with_undone(self, undone: tuple[str, ...]) -> list[Block]:
        found = (block for address in undone for block in self.blocks.get(address, ()))
        return list({block.id: block for block in found}.values())


def _is_undone(message: Message, catalog: Catalog, own: Language, source: Language) -> bool:
    return own != source and catalog.translation(message) is None


def _unused(sources: tuple[Source, ...]) -> set[str]:
    """Return the texts for naming documents that a leaflet does not print."""
    single = {len(cited.paragraphs) == 1 for cited in sources}
    return {address for address, kind in ((ONE, True), (MORE, False)) if kind not in single}


def _texts(phrases: Mapping[str, Phrase], sources: tuple[Source, ...]) -> Iterator[Triple]:
    """Every text a reviewer signs for: address, English, translation."""
    for address, phrase in phrases.items():
        if address not in _unused(sources):
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
    yield from (message for name, message in content.interface.items() if not name.startswith(ELSEWHERE))


def _phrase(message: Message, catalog: Catalog, own: Language, source: Language) -> Phrase:
    translation = catalog.translation(message) if own != source else None
    if translation is not None:
        return Phrase(translation.text, own, message, translation.position)
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
