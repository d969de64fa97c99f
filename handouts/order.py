"""An order for a packet: what it names is found in the project, or refused as bad usage."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handouts.content import Content, Packet
from handouts.editions import Edition, Fold, Standard
from handouts.languages import language
from handouts.problems import BadUsage
from handouts.project import Project
from handouts.request import Request
from handouts.source import near


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a packet or a topic by its name, in one language or several, in an edition, so many times."""

    name: str
    languages: tuple[str, ...]
    edition: str = ""
    copies: int = 1
    request: Request = field(default_factory=Request)


def packet_of(order: Order, content: Content) -> Packet:
    """Find a packet, or make one of a single topic."""
    name = order.name
    if name in content.packets:
        return content.packets[name]
    if name in content.topics:
        topic = content.topics[name]
        return Packet(name, topic.title, (name,), (), topic.position)
    known = [*content.packets, *content.topics]
    raise BadUsage(f"there is no packet or topic '{name}'; {near(name, known) or 'see seeds/packets'}")


def edition_of(order: Order, project: Project) -> Edition:
    """Find the edition, without a name the first that is neither folded nor for a print shop."""
    name = order.edition or _usual([*project.editions.values()])
    if name not in project.editions:
        raise BadUsage(f"there is no edition '{name}'; {near(name, project.editions) or 'see handouts.yaml'}")
    edition = project.editions[name]
    if edition.standard is Standard.PDF_X:
        raise BadUsage(f"'{name}' is for a print shop, which wants each leaflet by itself")
    if edition.fold not in (None, Fold.BOOKLET):
        raise BadUsage(f"a packet can't be folded as '{name}'; choose '{edition.of}', of which it is made")
    return edition


def languages_of(order: Order, project: Project, edition: Edition, base: Edition) -> tuple[str, ...]:
    """Find the languages, in which there must be leaflets of the edition `base` to bind."""
    for number, tag in enumerate(order.languages):
        if tag not in project.languages:
            raise BadUsage(f"there is no language '{tag}'; {near(tag, project.languages) or 'see handouts.yaml'}")
        if tag in order.languages[:number]:
            raise BadUsage(f"'{tag}' is asked for twice")
        if tag == project.second(base):
            name = language(tag).english_name
            raise BadUsage(f"'{base.name}' puts {name} beside another language, so there is none in {name}")
    if edition.fold and len({language(tag).direction for tag in order.languages}) > 1:
        raise BadUsage(f"'{edition.name}' opens at one side; make one for each direction of writing")
    return order.languages


def _usual(editions: Sequence[Edition]) -> str:
    """Return the first edition to print at the office; one that is there to be folded only when there is no other."""
    bases = {edition.of for edition in editions}
    flat = [each for each in editions if each.standard is not Standard.PDF_X and not each.fold]
    found = [*(each for each in flat if each.name not in bases), *flat, *editions]
    return found[0].name
