"""Several leaflets as one print job: a cover, separators between languages, the leaflets, and what a clinic inserts.

The leaflets' finished PDFs are bound as they are; only cover, separators and page numbers are set anew.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from handouts import build, compose, environment, pool, publish
from handouts.binding import BindingError, Part, Plan, bind, inspect, plan, repeat
from handouts.build import Loaded, Outcome, Planned, Progress
from handouts.compose import Composer
from handouts.content import Content, Insert, Message, Packet
from handouts.editions import Edition, Fold, Standard
from handouts.imposition import impose, sheets
from handouts.job import Job, Typeset
from handouts.languages import Language, language
from handouts.leaflet import Leaflet, Status, wording
from handouts.manifest import Output
from handouts.problems import BadUsage, Problem, Report
from handouts.project import Project
from handouts.request import Request
from handouts.source import near
from handouts.voice import Voice

FOLDER = "packets"
TITLES = " · "
NOTHING = "no packet was made"
# The paper that whoever packs prints the list on: A4 or Letter.
PACKING = tuple(Edition("packing-list", paper=paper, smallest=11, largest=11) for paper in ("a4", "letter"))
LEAST_NUMBER = 9.0  # pt, of a running page number


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: a packet or a topic by its name, in one language or several, in an edition, so many times."""

    name: str
    languages: tuple[str, ...]
    edition: str = ""
    copies: int = 1
    request: Request = field(default_factory=Request)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A leaflet or a clinic's own PDF within a packet: its finished PDF, and how many pages it has."""

    pdf: bytes
    pages: int
    planned: Planned | None = None
    insert: Insert | None = None

    @property
    def leaflet(self) -> Leaflet | None:
        """The leaflet, if it is one."""
        return self.planned.leaflets[0] if self.planned else None

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes, printed on both sides."""
        return (self.pages + 1) // 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the contents: what it is, where it starts, how much paper it takes."""

    voice: Voice
    bundle: Bundle
    start: int


def make(project: Project, order: Order, report: Report, progress: Progress) -> list[str]:
    """Bring the leaflets of a packet up to date and bind them; return what was done, line by line."""
    environment.require()
    pool.warm_up()
    loaded = build.load(project, order.request.imprint, report, order.request.today)
    if report.failed():
        return []
    packet, edition = _packet(loaded.content, order.name), _edition(project, order)
    _known_languages(project, order)
    base = project.editions[edition.of] if edition.of else edition
    request = replace(order.request, topics=packet.topics, languages=order.languages, editions=(base.name,))
    with publish.alone(project.build):
        planned, outcome = build.bring_up_to_date(loaded, request, report, progress)
        if outcome.held_back:
            return [*(f"held back: {path} ({reason})" for path, reason in outcome.held_back), NOTHING]
        if report.failed() or outcome.failed:
            return [outcome.summary(), NOTHING]
        worker = _Binder(loaded, packet, order, edition, base, report)
        return worker.bound(planned)


@dataclass(frozen=True, slots=True)
class _Binder:
    """Makes one packet of finished leaflets."""

    loaded: Loaded
    packet: Packet
    order: Order
    edition: Edition
    base: Edition
    report: Report

    def bound(self, planned: Sequence[Planned]) -> list[str]:
        """Bind the packet and write it with its packing list."""
        project = self.loaded.project
        voices = [self._voice(tag) for tag in self.order.languages]
        rows = [self._bundles(tag, planned) for tag in self.order.languages]
        composer = compose.composer(project, self.loaded.content, self.loaded.imprint, self.report)
        parts, listed, whole = self._planned(voices, rows, composer)
        if self.report.failed():
            return [NOTHING]
        title = self._title(voices)
        numbers = self._set(self._numbers(composer, listed, whole))
        if numbers is None:
            return [NOTHING]
        done = bind(parts, title=title, language=self._own(voices).tag, numbers=numbers.pdf)
        pdf, pages = self._imposed(done.pdf, title, self._own(voices)), done.pages
        name = "+".join(self.order.languages)
        stem = f"{FOLDER}/{self.packet.slug}.{name}.{self.edition.name}"
        packing = self._set(self._packing_list(composer, listed, pages))
        if packing is None:
            return [NOTHING]
        copies = self.order.copies
        job = f"{stem}.x{copies}.pdf" if copies > 1 else f"{stem}.pdf"
        publish.write(project.build / job, repeat(pdf, copies) if copies > 1 else pdf)
        publish.write(project.build / f"{stem}.packing-list.pdf", packing.pdf)
        self._note(job, pdf if copies == 1 else repeat(pdf, copies), planned, pages)
        each = self._sheets(pages)
        much = f"{copies} x {each} = {copies * each}" if copies > 1 else f"{each}"
        return [
            f"{project.shown(project.build / job)}: {pages} pages, {much} sheets of paper",
            f"{project.shown(project.build / stem)}.packing-list.pdf",
        ]

    def _sheets(self, pages: int) -> int:
        """Return how many sheets of paper a copy takes, printed on both sides."""
        return sheets(self.edition.fold, pages) if self.edition.fold else (pages + 1) // 2

    def _bundles(self, tag: str, planned: Sequence[Planned]) -> list[Bundle]:
        """Return the finished leaflets of a language in the packet's order, with what is inserted behind them."""
        project, found = self.loaded.project, []
        by_topic = {each.leaflets[0].topic.slug: each for each in planned if each.leaflets[0].language.tag == tag}
        for slug in self.packet.topics:
            if slug in by_topic:
                pdf = (project.build / by_topic[slug].path).read_bytes()
                found.append(Bundle(pdf, len(inspect(pdf)), by_topic[slug]))
            for insert in self.packet.inserts:
                if insert.after == slug and (bundle := self._inserted(insert)):
                    found.append(bundle)
        return found

    def _inserted(self, insert: Insert) -> Bundle | None:
        pdf = (self.loaded.project.root / insert.file.value).read_bytes()
        try:
            return Bundle(pdf, len(inspect(pdf, f"'{insert.file}'")), insert=insert)
        except BindingError as error:
            self.report.add(Problem(insert.file.position, str(error), "insert"))
            return None

    def _planned(
        self, voices: Sequence[Voice], rows: Sequence[Sequence[Bundle]], composer: Composer
    ) -> tuple[list[Part], list[Listed], Plan]:
        """Set cover and separators, and find out where everything starts; a cover may need more than one page."""
        separators = [self._set(job) for job in self._separators(composer, voices)]
        covers = 1
        while True:
            counts = [covers]
            for row in rows:
                counts += [1] if separators else []
                counts += [bundle.pages for bundle in row]
            whole = plan(counts)
            listed = list(_listed(voices, rows, whole, separated=bool(separators)))
            cover = self._set(self._cover(composer, voices, listed))
            if cover is None or any(each is None for each in separators):
                return [], listed, whole
            if cover.pages == covers:
                break
            covers = cover.pages
        parts = [Part(cover.pdf, self._title(voices), self._own(voices).tag)]
        for number, row in enumerate(rows):
            tag = voices[number].leaflet.language.tag
            if separators and (divider := separators[number]):
                parts.append(Part(divider.pdf, voices[number].leaflet.language.autonym, tag))
            parts += [_part(bundle, tag) for bundle in row]
        return parts, listed, whole

    def _voice(self, tag: str) -> Voice:
        content, source = self.loaded.content, language(self.loaded.project.source)
        messages: Iterator[Message] = chain(
            [self.packet.title],
            (content.topics[slug].title for slug in self.packet.topics),
            content.interface.values(),
        )
        return Voice(wording(messages, content, self.loaded.catalogs[tag], source), source)

    def _own(self, voices: Sequence[Voice]) -> Language:
        """Return the language of the cover: the packet's own, or with several the source language, for the staff."""
        return voices[0].leaflet.language if len(voices) == 1 else voices[0].source

    def _title(self, voices: Sequence[Voice]) -> str:
        own = [voice.words(self.packet.title) for voice in voices]
        return TITLES.join(dict.fromkeys((*own, self.packet.title.english)))

    def _cover(self, composer: Composer, voices: Sequence[Voice], listed: Sequence[Listed]) -> Job | None:
        names = {
            "packet": self.packet,
            "rows": [[each for each in listed if each.voice is voice] for voice in voices],
            "voices": voices,
            "imprint": self.loaded.imprint,
            "is_draft": any(
                each.bundle.leaflet.status is not Status.APPROVED for each in listed if each.bundle.leaflet
            ),
            "title": self._title(voices),
            "own": self._own(voices),
        }
        return self._page(composer, "cover", voices, names)

    def _separators(self, composer: Composer, voices: Sequence[Voice]) -> Iterator[Job | None]:
        for voice in voices if len(voices) > 1 else ():
            names = {"voice": voice, "own": voice.leaflet.language, "packet": self.packet}
            yield self._page(composer, f"separator-{voice.leaflet.language.tag}", [voice], names)

    def _numbers(self, composer: Composer, listed: Sequence[Listed], whole: Plan) -> Job | None:
        """Make a PDF with nothing on its pages but their numbers, and none on blank, foreign or separating ones."""
        shown = {
            each.start + page: each.voice.leaflet.language.direction.value
            for each in listed
            if each.bundle.planned
            for page in range(each.bundle.pages)
        }
        voices = list(dict.fromkeys(each.voice for each in listed))
        size = max(LEAST_NUMBER, self.base.least)
        names = {"pages": [(number, shown.get(number, "")) for number in range(1, whole.pages + 1)], "size": size}
        return self._page(composer, "numbers", voices, {**names, "own": self._own(voices), "title": "Page numbers"})

    def _packing_list(self, composer: Composer, listed: Sequence[Listed], pages: int) -> Job | None:
        voices = list(dict.fromkeys(each.voice for each in listed))
        names = {
            "packet": self.packet,
            "listed": listed,
            "voices": voices,
            "copies": self.order.copies,
            "pages": pages,
            "sheets": self._sheets(pages) * self.order.copies,
            "edition": self.edition,
            "own": voices[0].source,
            "title": f"Packing list: {self.packet.title.english}",
        }
        return self._page(composer, "packing-list", voices, names, PACKING[_is_american(self.base)])

    def _page(  # noqa: PLR0917
        self,
        composer: Composer,
        what: str,
        voices: Sequence[Voice],
        names: Mapping[str, object],
        edition: Edition | None = None,
    ) -> Job | None:
        template = what.partition("-")[0] if what.startswith("separator") else what
        return composer.page(
            f"{self.packet.slug}.{what}",
            f"packet/{template}.html",
            ("packet.css",),
            [voice.leaflet for voice in voices],
            names,
            edition=edition or self.base,
            position=self.packet.position,
        )

    def _set(self, job: Job | None) -> Typeset | None:
        if job is None:
            return None
        request = self.order.request
        for _, done in pool.run([job], workers=1, limits=request.limits):
            self.report.add(*done.problems)
            return done if done.pdf else None
        return None

    def _imposed(self, pdf: bytes, title: str, own: Language) -> bytes:
        edition = self.edition
        if not edition.fold:
            return pdf
        paper = edition.sheet(self.base.size)
        return impose(
            pdf,
            fold=edition.fold,
            direction=own.direction,
            sheet=(paper.width, paper.height),
            creep=edition.creep,
            title=f"{title} (imposed for printing: {edition.name})",
            language=own.tag,
        )

    def _note(self, path: str, pdf: bytes, planned: Sequence[Planned], pages: int) -> None:
        """Put the packet into the manifest, with what its parts were made from."""
        project = self.loaded.project
        before = build.read_manifest(project)
        of_packet = [each for each in planned if each.leaflets[0].topic.slug in self.packet.topics]
        parts = {each.path: each.fingerprint for each in of_packet}
        worst = max((each.leaflets[0] for each in of_packet), key=lambda each: list(Status).index(each.status))
        output = Output(
            path=path,
            topic=self.packet.slug,
            language="+".join(self.order.languages),
            second="",
            edition=self.edition.name,
            of=self.edition.of,
            status=worst.status.value,
            reason=worst.reason,
            approval="",
            code=" + ".join(each.leaflets[0].code for each in of_packet),
            pages=pages,
            type_size=0.0,
            ink=0.0,
            fingerprint=hashlib.sha256(json.dumps(parts).encode()).hexdigest(),
            sha256=hashlib.sha256(pdf).hexdigest(),
            size=len(pdf),
            claims={},
            parts=parts,
        )
        build.write_lists(project, before.with_output(output))


def _listed(
    voices: Sequence[Voice], rows: Sequence[Sequence[Bundle]], whole: Plan, *, separated: bool
) -> Iterator[Listed]:
    """Give everything but the cover and the separators the page it starts at."""
    starts = iter(whole.starts[1:])
    for voice, row in zip(voices, rows, strict=True):
        if separated:
            next(starts)
        for bundle in row:
            yield Listed(voice, bundle, next(starts))


def _is_american(edition: Edition) -> bool:
    return "letter" in edition.paper


def _part(bundle: Bundle, tag: str) -> Part:
    made, insert = bundle.leaflet, bundle.insert
    if made is not None:
        return Part(bundle.pdf, made.phrase(made.topic.title).text, tag)
    assert insert is not None
    return Part(bundle.pdf, insert.title.value, tag, foreign=True)


def _packet(content: Content, name: str) -> Packet:
    """Find a packet, or make one of a single topic; raise BadUsage when there is none."""
    if name in content.packets:
        return content.packets[name]
    if name in content.topics:
        topic = content.topics[name]
        return Packet(name, topic.title, (name,), (), topic.position)
    known = [*content.packets, *content.topics]
    raise BadUsage(f"there is no packet or topic '{name}'; {near(name, known) or 'see seeds/packets'}")


def _edition(project: Project, order: Order) -> Edition:
    usual = next((each.name for each in project.editions.values() if each.standard is not Standard.PDF_X), "")
    name = order.edition or usual
    if name not in project.editions:
        raise BadUsage(f"there is no edition '{name}'; {near(name, project.editions) or 'see handouts.yaml'}")
    if project.editions[name].standard is Standard.PDF_X:
        raise BadUsage(f"'{name}' is for a print shop, which wants each leaflet by itself")
    if project.editions[name].fold not in (None, Fold.BOOKLET):
        raise BadUsage(f"a packet can't be folded as '{name}'; print its leaflets one by one")
    return project.editions[name]


def _known_languages(project: Project, order: Order) -> None:
    for number, tag in enumerate(order.languages):
        if tag not in project.languages:
            raise BadUsage(f"there is no language '{tag}'; {near(tag, project.languages) or 'see handouts.yaml'}")
        if tag in order.languages[:number]:
            raise BadUsage(f"'{tag}' is asked for twice")
