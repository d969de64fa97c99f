"""Several leaflets as one print job: a cover, separators between languages, the leaflets, and what a clinic inserts.

The leaflets' finished PDFs are bound as they are; only cover, separators and page numbers are set anew.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from handouts import build, compose, environment, manifest, pool, publish
from handouts.binding import BindingError, Part, Plan, bind, inspect, plan, repeat
from handouts.build import Loaded, Planned, Progress
from handouts.content import Insert, Message, Packet
from handouts.cover import Amounts, Entry, Front, Rows
from handouts.editions import Edition, Paper, Standard
from handouts.imposition import TOLERANCE, impose, sheets
from handouts.job import Job, Typeset
from handouts.languages import language
from handouts.leaflet import Leaflet, Status, wording
from handouts.manifest import Output
from handouts.order import Order, edition_of, languages_of, packet_of
from handouts.problems import Problem, Report
from handouts.project import Missing, Project
from handouts.request import Request
from handouts.voice import Voice

FOLDER = "packets"
NOTHING = "no packet was made"
UNSIGNED = "nobody signs the words of a cover"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of an order, line by line, and whether there is a packet."""

    lines: tuple[str, ...]
    is_made: bool = False


def make(project: Project, order: Order, report: Report, progress: Progress) -> Delivery:
    """Bring the leaflets of a packet up to date and bind them.

    Raise BadUsage when something is asked for that does not exist or can't be.
    """
    environment.require()
    pool.warm_up()
    tags = [project.source, *order.languages, *map(project.second, project.editions.values())]
    loaded = build.load(project, order.request.imprint, report, order.request.today, tags)
    if report.failed():
        return Delivery((NOTHING,))
    binder = _binder(loaded, order, report)
    if report.failed():
        return Delivery((NOTHING,))
    with publish.alone(project.build):
        planned, outcome = build.bring_up_to_date(loaded, binder.request, report, progress)
        if held := [*outcome.held_back, *binder.held_back()]:
            return Delivery((*(f"held back: {path} ({reason})" for path, reason in held), NOTHING))
        lines = () if report.failed() else binder.bound(planned)
        outdated = {path: why for path, why in outcome.outdated.items() if not lines or path != binder.path}
        gone = replace(outcome, outdated=outdated).farewells()
        return Delivery((*gone, *(lines or (outcome.summary(), NOTHING))), is_made=bool(lines))


@dataclass(frozen=True, slots=True)
class _Binder:
    """Makes one packet of finished leaflets, which are those of the edition `base`."""

    loaded: Loaded
    order: Order
    packet: Packet
    edition: Edition
    base: Edition
    front: Front
    report: Report

    @property
    def request(self) -> Request:
        """What must be built before."""
        asked = self.order.request
        return replace(asked, topics=self.packet.topics, languages=self.order.languages, editions=(self.base.name,))

    @property
    def path(self) -> str:
        """Where the packet goes, from the folder of outputs."""
        copies = f".x{self.order.copies}" if self.order.copies > 1 else ""
        return f"{FOLDER}/{self.packet.slug}.{'+'.join(self.order.languages)}.{self.edition.name}{copies}.pdf"

    def held_back(self) -> list[tuple[str, str]]:
        """Return the packet and the reason why it may not go out, if its cover is a reason."""
        lacking = len(self.front.untranslated())
        request = self.order.request
        if lacking and request.release:
            return [(self.path, f"incomplete: texts of the cover not translated: {lacking}")]
        return [(self.path, f"draft: {UNSIGNED}")] if request.release and not request.allow_draft else []

    def bound(self, planned: Sequence[Planned]) -> tuple[str, ...]:
        """Bind the packet and write it with its packing list; return what was written, nothing when it can't be."""
        rows = [list(self._row(voice, planned)) for voice in self.front.voices]
        covered = None if self.report.failed() else self._covered(rows)
        if covered is None:
            return ()
        front, placed, whole = covered
        amounts = self._amounts(front[0].pages, whole.pages)
        last = self._set(
            self.front.numbers(placed, whole.pages), self.front.packing_list(placed, amounts, self.edition)
        )
        if last is None:
            return ()
        numbers, packing_list = last
        pdf = self._printed(list(_parts(self.front, front, placed)), numbers.pdf)
        return self._written(pdf, packing_list.pdf, planned, placed, amounts)

    def _row(self, voice: Voice, planned: Sequence[Planned]) -> Iterator[Entry]:
        """Yield what is in the packet in a language, in order: leaflets, and behind each what a clinic inserts."""
        folder, tag = self.loaded.project.build, voice.leaflet.language.tag
        paths = {each.leaflets[0].topic.slug: each for each in planned if each.leaflets[0].language.tag == tag}
        for slug in self.packet.topics:
            pdf = (folder / paths[slug].path).read_bytes()
            yield Entry(voice, pdf, len(inspect(pdf)), paths[slug].leaflets)
            for insert in self.packet.inserts:
                if insert.after == slug:
                    yield from self._insert(voice, insert)

    def _insert(self, voice: Voice, insert: Insert) -> Iterator[Entry]:
        """Yield a clinic's own PDF, once it is known that it can be bound and folded."""
        pdf = (self.loaded.project.root / insert.file.value).read_bytes()
        try:
            sizes = inspect(pdf, f"'{insert.file}'")
            alone = Part(pdf, insert.file.value, voice.leaflet.language.tag, foreign=True)
            bind([alone], title=insert.title.value, language=alone.language)
        except BindingError as error:
            self.report.error(insert.file.position, str(error), "insert")
            return
        wanted = self.base.size
        if other := next((size for size in sizes if self.edition.fold and not _is(size, wanted)), None):
            text = f"'{insert.file}' has a page of {other[0]:g} x {other[1]:g} mm, and '{self.edition.name}' is folded"
            hint = f"pages of {wanted.width:g} x {wanted.height:g} mm, or an edition that is not folded"
            self.report.error(insert.file.position, text, "insert", hint)
        yield Entry(voice, pdf, len(sizes), insert=insert)

    def _covered(self, rows: Rows) -> tuple[list[Typeset], Rows, Plan] | None:
        """Set cover and separators, and find the page at which each entry starts.

        The cover's length does not depend on the numbers in it, but they do on its length: a long one is set twice.
        """
        separators = self._set(*self.front.separators())
        if separators is None:
            return None
        separated = bool(separators)
        placed, whole = _placed(rows, 1, separated=separated)
        cover = self._cover(placed)
        while cover and _placed(rows, cover.pages, separated=separated)[1] != whole:
            placed, whole = _placed(rows, cover.pages, separated=separated)
            cover = self._cover(placed)
        return ([cover, *separators], placed, whole) if cover else None

    def _cover(self, rows: Rows) -> Typeset | None:
        """Set the cover, smaller as long as it has more than one page and that saves one."""
        best: Typeset | None = None
        for job in self.front.covers(rows):
            done = self._set(job)
            if done is None:
                return None
            best = done[0] if best is None or done[0].pages < best.pages else best
            if best.pages == 1:
                break
        return best

    def _set(self, *jobs: Job | None) -> list[Typeset] | None:
        """Set jobs, or say what is wrong with one of them."""
        request, whole = self.order.request, [job for job in jobs if job]
        workers = request.workers or os.cpu_count() or 1
        done = {job.name: each for job, each in pool.run(whole, workers=workers, limits=request.limits)}
        self.report.add(*(problem for each in done.values() for problem in each.problems))
        made = [done[job.name] for job in whole if done[job.name].pdf]
        return made if len(made) == len(jobs) else None

    def _amounts(self, covers: int, pages: int) -> Amounts:
        """Return how much paper the packet takes."""
        each = sheets(self.edition.fold, pages) if self.edition.fold else (pages + 1) // 2
        return Amounts(pages, each, (covers + 1) // 2, self.order.copies)

    def _printed(self, parts: Sequence[Part], numbers: bytes) -> bytes:
        """Bind the parts, fold them and repeat them, as it was ordered."""
        front, edition = self.front, self.edition
        pdf = bind(parts, title=front.title, language=front.own.tag, numbers=numbers).pdf
        if edition.fold:
            paper = edition.sheet(self.base.size)
            pdf = impose(
                pdf,
                fold=edition.fold,
                direction=front.voices[0].leaflet.language.direction,
                sheet=(paper.width, paper.height),
                creep=edition.creep,
                title=f"{front.title} (imposed for printing: {edition.name})",
                language=front.own.tag,
            )
        return repeat(pdf, self.order.copies) if self.order.copies > 1 else pdf

    def _written(
        self, pdf: bytes, packing_list: bytes, planned: Sequence[Planned], rows: Rows, amounts: Amounts
    ) -> tuple[str, ...]:
        """Write the packet, its packing list, and the packet's entry in the manifest."""
        project, beside = self.loaded.project, manifest.packing_list(self.path)
        publish.write(project.build / self.path, pdf)
        publish.write(project.build / beside, packing_list)
        build.write_lists(project, build.read_manifest(project).with_output(self._output(pdf, planned, rows, amounts)))
        copies, each = amounts.copies, amounts.sheets
        much = f"{copies} x {each} = {copies * each}" if copies > 1 else f"{each}"
        return (
            f"{project.shown(project.build / self.path)}: {amounts.pages} pages, {much} sheets of paper",
            project.shown(project.build / beside),
        )

    def _output(self, pdf: bytes, planned: Sequence[Planned], rows: Rows, amounts: Amounts) -> Output:
        """Return what the manifest says of the packet, with what its parts were made from."""
        parts = {each.path: each.fingerprint for each in planned}
        inserts = [hashlib.sha256(entry.pdf).hexdigest() for entry in chain.from_iterable(rows) if entry.insert]
        made_from = [parts, inserts, repr(self.edition), self.order.copies]
        worst = max(chain.from_iterable(each.leaflets for each in planned), key=_doubt)
        sides = 2 * amounts.sheets if self.edition.fold else amounts.pages
        return Output(
            path=self.path,
            topic=self.packet.slug,
            language="+".join(self.order.languages),
            second=self.loaded.project.second(self.base),
            edition=self.edition.name,
            of=self.edition.of,
            standard=self._standard(inserts),
            status=max(worst.status, Status.DRAFT, key=list(Status).index).value,
            reason=worst.reason or UNSIGNED,
            approval="",
            order=build.order_mark(self.loaded, self.packet.slug, self.order.languages, self.edition.name) or "",
            code=" + ".join(entry.code for entry in chain.from_iterable(rows) if entry.leaflets),
            pages=sides * amounts.copies,
            type_size=0.0,
            ink=0.0,
            fingerprint=hashlib.sha256(json.dumps(made_from).encode()).hexdigest(),
            sha256=hashlib.sha256(pdf).hexdigest(),
            size=len(pdf),
            claims={},
            parts=parts,
        )

    def _standard(self, inserts: Sequence[str]) -> str:
        """Return what the packet promises: what its leaflets do, if it is not more than them nor for printing only."""
        is_whole = not inserts and not self.edition.fold and self.order.copies == 1
        return self.base.standard.value if is_whole and self.base.standard is Standard.PDF_A else ""


def _binder(loaded: Loaded, order: Order, report: Report) -> _Binder:
    """Find all that an order names, and refuse what can't be made."""
    project = loaded.project
    packet, edition = packet_of(order, loaded.content), edition_of(order, project)
    base = project.editions[edition.of] if edition.of else edition
    voices = tuple(_voice(loaded, packet, tag) for tag in languages_of(order, project, edition, base))
    composer = compose.composer(project, loaded.content, loaded.imprint, report)
    front = Front(composer, packet, voices, base)
    if project.missing is Missing.FAIL:
        report.add(*_refused(front))
    return _Binder(loaded, order, packet, edition, base, front, report)


def _voice(loaded: Loaded, packet: Packet, tag: str) -> Voice:
    content, own, source = loaded.content, language(tag), language(loaded.project.source)
    titles: list[Message] = [packet.title, *(content.topics[slug].title for slug in packet.topics)]
    words = wording([*titles, *content.interface.values()], content, loaded.catalogs[tag], source)
    return Voice(words, source, imprint=loaded.imprint.spoken(own, source))


def _refused(front: Front) -> Iterator[Problem]:
    """Report each text without which the project wants no cover."""
    for voice, text in front.untranslated():
        phrase = voice.leaflet.phrase(text)
        what = f"{front.packet.slug} in {voice.leaflet.language.english_name}: '{text.address}' is not translated"
        yield Problem(phrase.position, what, "untranslated", "translate it, or choose another way with missing:")


def _placed(rows: Rows, covers: int, *, separated: bool) -> tuple[Rows, Plan]:
    """Give every entry the page it starts at, behind a cover of so many pages."""
    counts = [[1] * separated + [entry.pages for entry in row] for row in rows]
    whole = plan([covers, *chain.from_iterable(counts)])
    starts, placed = iter(whole.starts[1:]), []
    for row in rows:
        own = [next(starts) for _ in range(separated + len(row))]
        placed.append([replace(entry, start=start) for entry, start in zip(row, own[separated:], strict=True)])
    return placed, whole


def _parts(front: Front, made: Sequence[Typeset], rows: Rows) -> Iterator[Part]:
    """Yield all that is bound, in order: the cover, and for each language its separator, if any, and its entries."""
    cover, *separators = made
    yield Part(cover.pdf, front.title, front.own.tag)
    for number, (voice, row) in enumerate(zip(front.voices, rows, strict=True)):
        spoken = voice.leaflet.language
        yield from (Part(each.pdf, spoken.autonym, spoken.tag) for each in separators[number : number + 1])
        yield from (Part(entry.pdf, entry.title, spoken.tag, foreign=entry.insert is not None) for entry in row)


def _is(size: tuple[float, float], paper: Paper) -> bool:
    """Say whether a page is as large as the paper, so that it can be folded with others."""
    return all(abs(own - wanted) <= TOLERANCE for own, wanted in zip(size, (paper.width, paper.height), strict=True))


def _doubt(leaflet: Leaflet) -> int:
    """Return how little a leaflet may be trusted."""
    return list(Status).index(leaflet.status)
