"""A leaflet as the checklists look at it, and what an answer is: a verdict and its evidence."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from handouts import markup
from handouts.content import Block, Content, Message
from handouts.imprint import Imprint
from handouts.leaflet import Leaflet
from handouts.readability import sentences_of

_END = re.compile(r"(?<=[.!?:])\s+")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*\s?%?")


class Verdict(StrEnum):
    """What is known of a question; never a sum of such."""

    NOT_MET = "not met"
    PARTLY = "partly"
    MET = "met"
    PERSON = "a person must judge"
    NONE = "does not apply"


Ruling = tuple[Verdict, str]  # with the evidence, if there is any


@dataclass(frozen=True, slots=True)
class Sheet:
    """A leaflet with what the clinic adds to it; `translated` is whether it is in another language than its source."""

    leaflet: Leaflet
    imprint: Imprint
    translated: bool

    @property
    def is_english(self) -> bool:
        """Whether its words can be measured, not only its structure."""
        return self.leaflet.language.tag.partition("-")[0] == "en"

    @property
    def content(self) -> Content:
        """All that is curated."""
        return self.leaflet.content

    def blocks(self, *kinds: str) -> list[Block]:
        """Return the blocks of some kinds."""
        return [block for block in self.leaflet.topic.blocks if block.kind in kinds]

    def messages(self) -> list[Message]:
        """Return all that a topic prints of its own, alternative texts left out."""
        topic = self.leaflet.topic
        found = [topic.title, topic.lede, *(section.heading for section in topic.sections)]
        found += [message for block in topic.blocks for message in self.content.messages_of(block)]
        return [message for message in found if not message.address.endswith("/alt")]

    def texts(self, messages: Iterable[Message]) -> list[str]:
        """Return texts as they are printed, without markup; those that fell back to another language left out."""
        phrases = [self.leaflet.phrase(message) for message in messages]
        return [markup.plain(phrase.text) for phrase in phrases if phrase.language == self.leaflet.language]

    def sentences(self, blocks: Iterable[Block]) -> list[str]:
        """Return the whole sentences of blocks: no titles, points and cells."""
        return [sentence for sentence in self.parts(blocks) if sentence[-1] in ".!?:"]

    def parts(self, blocks: Iterable[Block]) -> list[str]:
        """Return the texts of blocks sentence by sentence, alternative texts left out; a colon ends one too."""
        messages = (message for block in blocks for message in self.content.messages_of(block))
        texts = self.texts(message for message in messages if not message.address.endswith("/alt"))
        return [sentence for text in texts for sentence in _END.split(text) if sentences_of(sentence)]

    def figures(self) -> list[str]:
        """Return the numbers that are written in figures."""
        return [found.strip() for text in self.texts(self.messages()) for found in _FIGURES.findall(text)]


@dataclass(frozen=True, slots=True)
class Question:
    """Items of checklists that ask for the same, what that is, and who can tell: nothing means only a person."""

    items: tuple[str, ...]
    about: str
    rule: Callable[[Sheet], Ruling] | None = None
    needs_english: bool = False

    def ask(self, sheet: Sheet) -> Ruling:
        """Answer it for a leaflet, or leave it to a person."""
        if self.rule is None or (self.needs_english and not sheet.is_english):
            return Verdict.PERSON, ""
        return self.rule(sheet)


def number(count: int, thing: str) -> str:
    """Return a count with its noun."""
    return f"{count or 'no'} {thing}{'' if count == 1 else 's'}"


def times(count: int) -> str:
    """Say how often."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
