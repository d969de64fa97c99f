"""What a review sheet shows: each text of a leaflet in order, beside its English, with terms and changes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from handouts.approvals import Record, Signatures
from handouts.catalog import Catalog
from handouts.content import Content, Message, Section
from handouts.differences import Change, parts
from handouts.leaflet import Leaflet, Phrase

_ELEMENTS = {Change.OUT: "del", Change.IN: "ins"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text to read: its number, what kind of text it is, how it stands in both languages, and what it rests on.

    `english_before` and `text_before` show what has changed since the last approval; `terms` are agreed words.
    """

    number: int
    phrase: Phrase
    note: str
    is_left_out: bool
    is_new: bool
    english_before: Markup
    text_before: Markup
    terms: tuple[tuple[str, str], ...]
    rests_on: tuple[str, ...]

    @property
    def message(self) -> Message:
        """The text's message."""
        return self.phrase.message


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that stand together on the leaflet."""

    title: str
    entries: tuple[Entry, ...]


def names_of(leaflet: Leaflet, catalog: Catalog, signatures: Signatures) -> dict[str, object]:
    """Return what the template of the review sheet may use, by name."""
    slug, tag = leaflet.topic.slug, leaflet.language.tag
    record = signatures.record(slug, tag)
    return {
        "groups": groups(leaflet, catalog, record),
        "last": signatures.approvals[slug] if signatures.is_sound(slug, tag) else None,
        "is_recorded": record is not None,
        "translators": catalog.translators,
    }


def groups(leaflet: Leaflet, catalog: Catalog, record: Record | None) -> list[Group]:
    """Return all texts of a leaflet in reading order, numbered through, the program's own at the end."""
    topic, content = leaflet.content.topics[leaflet.topic.slug], leaflet.content
    writer = _Writer(leaflet, catalog, record)
    found = [writer.group("Title", (topic.theme, topic.title, topic.lede))]
    found.append(
        writer.group("Key points", (text for block in topic.key_points for text in content.messages_of(block)))
    )
    for number, section in enumerate(topic.sections, start=1):
        found.append(writer.group(f"Section {number}", _texts(section, content)))
    return [
        *found,
        writer.group(
            "On every leaflet", [each for each in content.interface.values() if each.address in leaflet.phrases]
        ),
    ]


def _texts(section: Section, content: Content) -> Iterator[Message]:
    yield section.heading
    for block in section.blocks:
        yield from content.messages_of(block)


class _Writer:
    """Numbers texts through and finds what is to be said of each."""

    def __init__(self, leaflet: Leaflet, catalog: Catalog, record: Record | None) -> None:
        self.leaflet, self.catalog, self.record, self.number = leaflet, catalog, record, 0
        self.claims = {
            message.address: leaflet.content.claims_of(block)
            for block in leaflet.content.topics[leaflet.topic.slug].blocks
            for message in leaflet.content.messages_of(block)
        }
        self.omitted = {
            message.address
            for block in leaflet.content.blocks.values()
            if block.id in leaflet.omitted
            for message in leaflet.content.messages_of(block)
        }
        self.terms = [
            (pattern, term.term)
            for term in leaflet.content.terms.values()
            for pattern in [re.compile(rf"\b(?:{'|'.join(map(re.escape, (term.term.english, *term.forms)))})\b", re.I)]
        ]

    def group(self, title: str, messages: Iterable[Message]) -> Group:
        """Gather texts under a title."""
        return Group(title, tuple(self.entry(message) for message in messages))

    def entry(self, message: Message) -> Entry:
        """Say all that there is to say of a text."""
        self.number += 1
        phrase = self.leaflet.phrase(message)
        signed = self.record.texts.get(message.address) if self.record else None
        before = signed or (message.english, phrase.text)
        return Entry(
            number=self.number,
            phrase=phrase,
            note=message.note,
            is_left_out=message.address in self.omitted,
            is_new=self.record is not None and signed is None,
            english_before=_shown(before[0], message.english),
            text_before=_shown(before[1], phrase.text),
            terms=tuple(self._agreed(message)),
            rests_on=tuple(f"{claim}: {claim.says}" for claim in self.claims.get(message.address, ())),
        )

    def _agreed(self, message: Message) -> Iterator[tuple[str, str]]:
        """Return the glossary terms that a text uses, each with its agreed translation."""
        if message.address.startswith("interface/"):
            return
        for pattern, term in self.terms:
            used = pattern.search(message.english)
            translation = self.catalog.translation(term)
            if used and translation is not None and term.address != message.address:
                yield term.english, translation.text


def _shown(before: str, after: str) -> Markup:
    """Return what has changed as HTML; nothing when nothing has."""
    if before == after:
        return Markup()
    found = ((_ELEMENTS.get(part.change), escape(part.text)) for part in parts(before, after))
    return Markup().join(Markup("<{0}>{1}</{0}>").format(element, text) if element else text for element, text in found)
