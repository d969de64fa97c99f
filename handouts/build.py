"""The way from seeds and catalogs to PDFs, as a table of contents."""

import datetime
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from handouts import (
    approvals,
    catalog,
    checks,
    compose,
    environment,
    imprint,
    ink,
    leaflet,
    manifest,
    pool,
    posters,
    publish,
    seeds,
    setting,
    stamp,
)
from handouts.approvals import Signatures, Triple
from handouts.catalog import Catalog
from handouts.compose import Composer
from handouts.content import Content
from handouts.editions import Edition, Fold, Ink, Standard
from handouts.imposition import impose, sheets
from handouts.imprint import Imprint
from handouts.job import Job, Typeset
from handouts.languages import language
from handouts.leaflet import Leaflet, Status
from handouts.manifest import Manifest, Output
from handouts.problems import BadUsage, Position, Problem, Report
from handouts.project import Project
from handouts.request import Request
from handouts.root import SETTINGS
from handouts.source import near

IMPRINT = "imprint.yaml"
MANIFEST, CHECKSUMS = "manifest.json", "SHA256SUMS"
# Templates that no leaflet uses, so that no approval covers them.
NOT_OF_LEAFLETS = tuple(f"templates/{name}" for name in ("poster.html", "cards.html", "duplex.html", "packet/"))
MANY_LANGUAGES = "mul"  # ISO 639-2


@dataclass(frozen=True, slots=True)
class Planned:
    """A leaflet in an edition: where it goes, the job that makes it, and the digest of all it is made from.

    One that is imposed has no job, but is made from the pages of another, which comes before it in a plan.
    """

    path: str
    leaflets: tuple[Leaflet, ...]  # in its own language, and in a second one; none for a poster
    edition: Edition
    fingerprint: str
    job: Job | None = None
    base: "Planned | None" = None
    topic: str = ""  # what it is when it is no leaflet


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything read from a project."""

    project: Project
    content: Content
    catalogs: Mapping[str, Catalog]
    signatures: Mapping[str, Signatures]
    templates: tuple[Triple, ...]  # digests of those that the project has of its own
    ignored: Mapping[str, int]  # findings that translators have set aside with a reason, by language
    imprint: Imprint

    def leaflet(self, topic: str, tag: str) -> Leaflet:
        """Put a topic into a language, with what is known of its sign-off."""
        return leaflet.make(
            self.content.topics[topic],
            self.content,
            self.catalogs[tag],
            language(self.project.source),
            self.signatures[tag],
            missing=self.project.missing,
            covers=(*self._pictures(topic), *self._templates(topic)),
        )

    def _templates(self, topic: str) -> Iterator[Triple]:
        """Return the digests of the project's own templates, of the kinds of blocks only those that a topic has."""
        kinds = {f"templates/blocks/{block.kind}.html" for block in self.content.topics[topic].blocks}
        for what, name, whole in self.templates:
            if name in kinds or not name.startswith("templates/blocks/"):
                yield what, name, whole

    def _pictures(self, topic: str) -> Iterator[Triple]:
        """Return a digest of each picture that a topic shows."""
        for block in self.content.topics[topic].blocks:
            name = block.fields.get("picture")
            path = self.project.template(f"pictures/{name}") if name else None
            if path is not None:
                yield "picture", str(name), hashlib.sha256(path.read_bytes()).hexdigest()

    def next_end(self, today: datetime.date) -> datetime.date:
        """Return the day on which the next approval ends."""
        ends = (each.until for signed in self.signatures.values() for each in signed.approvals.values() if each.until)
        return min((day for day in ends if day > today), default=datetime.date.max)


@dataclass(slots=True)
class Outcome:
    """What a build did: paths of what it made, what was fine already, failed, was removed or held back.

    Packets are outdated, each with the reason, and removed when a leaflet in them or what they hold has changed.
    """

    made: list[str] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    held_back: list[tuple[str, str]] = field(default_factory=list)
    outdated: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def summary(self) -> str:
        """Say it in a line."""
        parts = [
            f"{len(self.made)} made" if self.made else "",
            f"{len(self.fresh)} up to date" if self.fresh else "",
            f"{len(self.failed)} failed" if self.failed else "",
            f"{len(self.removed)} removed" if self.removed else "",
            f"{len(self.held_back)} held back" if self.held_back else "",
        ]
        return ", ".join(part for part in parts if part) or "nothing to build"

    def farewells(self) -> list[str]:
        """Say of each outdated packet that it is gone, and why."""
        again = "make it again with handouts packet"
        return [f"removed: {path}, for {why}; {again}" for path, why in self.outdated.items()]


Progress = Callable[[int, int, str], None]


def load(
    project: Project,
    chosen_imprint: Path | None,
    report: Report,
    today: datetime.date = datetime.date.min,
    languages: Sequence[str] = (),
) -> Loaded:
    """Read content, catalogs, sign-offs and imprint, and apply all rules that need no rendering.

    Of the languages only those that are named, if any are.
    """
    found = seeds.load(project, report)
    catalogs = {}
    for tag in _only(project.languages, languages):
        path = project.catalog(tag)
        catalogs[tag] = catalog.read(path, project.shown(path), tag, report)
    whole = not report.failed()
    report.add(*checks.check_content(project, found, whole=whole))
    checked = {tag: checks.check_catalog(each, found, whole=whole) for tag, each in catalogs.items()}
    for each in checked.values():
        report.add(*each.problems)
    signatures = {tag: _signatures(project, each, today, report) for tag, each in catalogs.items()}
    for tag, signed in signatures.items():
        report.add(*checks.check_approvals(signed, found.topics, tag))
    ignored = {tag: each.ignored for tag, each in checked.items()}
    own = tuple(_own_templates(project))
    return Loaded(project, found, catalogs, signatures, own, ignored, _imprint(project, chosen_imprint, report))


def _own_templates(project: Project) -> Iterator[Triple]:
    """Return a digest of each template that stands in for one of the program's."""
    for path in sorted(project.own_templates):
        name = path.relative_to(project.root).as_posix()
        if name.startswith(NOT_OF_LEAFLETS):
            continue
        yield "template", name, hashlib.sha256(path.read_bytes()).hexdigest()


def _signatures(project: Project, each: Catalog, today: datetime.date, report: Report) -> Signatures:
    path, tag = project.approvals(each.language), each.language
    signed = approvals.read_approvals(path, project.shown(path), report)
    records = {
        topic: approvals.read_record(project.approved(tag, topic), approval) for topic, approval in signed.items()
    }
    kept = {topic: record for topic, record in records.items() if record is not None}
    return Signatures(signed, kept, each.translators, today)


def build(project: Project, request: Request, report: Report, progress: Progress) -> Outcome:
    """Make what is out of date; a problem in the input leaves everything as it was."""
    environment.require()
    pool.warm_up()
    inputs = stamp.states(_watched(project, request))  # before anything is read, so that no later change goes unseen
    inputs |= stamp.states(imprint.logos_of(request.imprint or project.root / IMPRINT))
    loaded = load(project, request.imprint, report, request.today)
    run = _Run(loaded, request, report, progress)
    inputs |= stamp.states(_inserts(project, loaded.content))
    if report.failed():
        return run.outcome
    _known(project, loaded.content, request)
    planned = list(plan(loaded, request, report, run.outcome))
    if report.failed():
        return run.outcome
    if request.dry_run:
        run.foresee(planned)
        return run.outcome
    with publish.alone(project.build):
        run.go(planned)
        if not report.failed() and not (run.outcome.held_back and request.chosen):
            days = (request.today, loaded.next_end(request.today))
            publish.write(project.build / stamp.FILE, run.stamp(inputs, days))
    return run.outcome


def bring_up_to_date(
    loaded: Loaded, request: Request, report: Report, progress: Progress
) -> tuple[list[Planned], Outcome]:
    """Make what is out of date of all that is asked for, within a lock of the caller's; return what was planned."""
    run = _Run(loaded, request, report, progress)
    planned = list(plan(loaded, request, report, run.outcome))
    if not report.failed() and not run.outcome.held_back:
        run.go(planned)
    return planned, run.outcome


@dataclass(frozen=True, slots=True)
class _Run:
    """A build once its plan is made."""

    loaded: Loaded
    request: Request
    report: Report
    progress: Progress
    outcome: Outcome = field(default_factory=Outcome)

    @property
    def project(self) -> Project:
        """The project that is built."""
        return self.loaded.project

    def foresee(self, planned: Sequence[Planned]) -> None:
        """Say what would be made and removed."""
        before = read_manifest(self.project)
        self.outcome.made = [each.path for each in self._due(planned, before)]
        self.outcome.removed = self._gone(planned, before)
        kept = before.only(before.outputs.keys() - set(self.outcome.removed))
        self.outcome.outdated = self._outdated(kept, {each.path: each.fingerprint for each in planned})

    def go(self, planned: Sequence[Planned]) -> None:
        """Make what is due and, if all went well, remove what nobody asks for any more."""
        before = read_manifest(self.project)
        due = self._due(planned, before)
        made = {each.path for each in due}
        self.outcome.fresh = [each.path for each in planned if each.path not in made]
        current = self._make(due, before)
        if not self.report.failed():
            stale = self._gone(planned, before)
            for path in stale:
                publish.remove(self.project.build / path, below=self.project.build)
            self.outcome.removed = stale
            current = self._weighed(current.only(current.outputs.keys() - set(stale)))
        current = self._without_outdated(current)
        write_lists(self.project, current)

    def _weighed(self, current: Manifest) -> Manifest:
        """Note the ink of each leaflet in black alone and of its twin in colour, and say what the one saves."""
        for black, color in twins(self.project):
            pairs = list(current.pairs(black, color))
            for output in (each for pair in pairs for each in pair if not each.ink and self._is_whole(each)):
                coverage = ink.coverage((self.project.build / output.path).read_bytes())
                current = current.with_output(replace(output, ink=round(coverage, 2)))
            is_new = any(current.outputs[path].edition == black for path in self.outcome.made)
            if is_new and (share := current.share_of_ink(black, color)):
                self.outcome.notes.append(f"{black} takes {share:.0%} of the ink of {color}, and no colour")
        return current

    def _without_outdated(self, current: Manifest) -> Manifest:
        """Remove the packets of which anything has changed: nobody must print an old one."""
        gone = self._outdated(current, {})
        for path in chain.from_iterable((packet, manifest.packing_list(packet)) for packet in gone):
            publish.remove(self.project.build / path, below=self.project.build)
        self.outcome.outdated = gone
        return current.only(current.outputs.keys() - gone.keys())

    def _outdated(self, current: Manifest, anew: Mapping[str, str]) -> dict[str, str]:
        """Return the packets whose leaflets have changed, or what else they are made from, with the reason."""
        changed = dict.fromkeys(manifest.outdated(current, anew), "its leaflets have changed")
        for path, output in current.outputs.items():
            mark = order_mark(self.loaded, output.topic, output.language.split("+"), output.edition)
            if output.parts and mark is not None and mark != output.order:
                changed.setdefault(path, "its title, its order or what is inserted has changed")
        return dict(sorted(changed.items()))

    def _gone(self, planned: Sequence[Planned], before: Manifest) -> list[str]:
        """Return the outputs that a build takes away: those nobody asks for any more, and those held back."""
        held = {path for path, _ in self.outcome.held_back}
        return sorted({*self._stale(planned, before), *(held & before.outputs.keys())})

    def _is_whole(self, output: Output) -> bool:
        path = self.project.build / output.path
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == output.sha256

    def _due(self, planned: Sequence[Planned], before: Manifest) -> list[Planned]:
        return [each for each in planned if self.request.force or self._is_due(each, before)]

    def _stale(self, planned: Sequence[Planned], before: Manifest) -> list[str]:
        """Outputs that a build of everything does not make any more."""
        known = {path for path, output in before.outputs.items() if not output.parts}
        return [] if self.request.chosen else sorted(known - {each.path for each in planned})

    def _is_due(self, planned: Planned, before: Manifest) -> bool:
        output = before.outputs.get(planned.path)
        if output is None or output.fingerprint != planned.fingerprint:
            return True
        return not self._is_whole(output)

    def _make(self, due: Sequence[Planned], current: Manifest) -> Manifest:
        """Publish each leaflet as soon as it is done, and the manifest with it, so that nothing finished is lost."""
        for planned, done in _render(due, self.request):
            current = self._published(planned, done, current, len(due))
        for planned in due:
            if planned.base is not None:
                current = self._published(planned, self._imposed(planned, planned.base, current), current, len(due))
        return current

    def _published(self, planned: Planned, done: Typeset, current: Manifest, total: int) -> Manifest:
        self.report.add(*done.problems)
        if done.pdf:
            publish.write(self.project.build / planned.path, done.pdf)
            current = current.with_output(_output(planned, done))
            write_lists(self.project, current)
        (self.outcome.made if done.pdf else self.outcome.failed).append(planned.path)
        number = len(self.outcome.made) + len(self.outcome.failed)
        self.progress(number, total, planned.path if done.pdf else f"{planned.path} failed")
        return current

    def _imposed(self, planned: Planned, base: Planned, current: Manifest) -> Typeset:
        """Put the finished pages of a leaflet on sheets, if there are any."""
        if base.path in self.outcome.failed:
            return Typeset(b"", 0, 0, 0, ())
        pages = current.outputs[base.path]
        pdf = _on_sheets((self.project.build / base.path).read_bytes(), planned, base)
        return Typeset(pdf, 2 * sheets(_fold(planned), pages.pages), pages.type_size, 0, ())

    def stamp(self, inputs: stamp.States, days: tuple[datetime.date, datetime.date]) -> bytes:
        """Note the state of everything looked at, so that the next build can tell that nothing has changed."""
        done = [*self.outcome.fresh, *self.outcome.made]
        outputs = stamp.states(self.project.build / path for path in (*done, MANIFEST, CHECKSUMS))
        held = [f"held back: {path} ({reason})\n" for path, reason in self.outcome.held_back]
        summary = (
            "".join(held) + replace(self.outcome, made=[], fresh=done, removed=[], outdated={}, notes=[]).summary()
        )
        return stamp.taken(self.request.key(self.project.root), summary, {**inputs, **outputs}, days)


def check(project: Project, report: Report, today: datetime.date, *, render: bool) -> int:
    """Find all that is wrong: in the input, and when rendered, on the pages; write nothing.

    Return how many findings translators have set aside with a reason.
    """
    if render:
        environment.require()
        pool.warm_up()
    loaded = load(project, None, report, today)
    ignored = sum(loaded.ignored.values())
    if report.failed():
        return ignored
    planned = list(plan(loaded, Request(), report, Outcome()))
    if render and not report.failed():
        for _, done in _render(planned, Request()):
            report.add(*done.problems)
    return ignored


def plan(loaded: Loaded, request: Request, report: Report, outcome: Outcome) -> Iterator[Planned]:
    """Compose every leaflet that is asked for and may go out."""
    project = loaded.project
    composer = compose.composer(project, loaded.content, loaded.imprint, report)
    for tag in _only(project.languages, request.languages):
        if language(tag).breaking in setting.NEEDS_ICU and not setting.breaks.available():
            text = f"{language(tag).english_name} ({tag}) can't be set without ICU, which finds the ends of its words"
            report.error(Position(SETTINGS), text, "icu", "pip install 'handouts[icu]'")
            continue
        for slug in _only(loaded.content.topics, request.topics):
            yield from _forms(loaded, composer, request, report, outcome, slug=slug, tag=tag)
    if project.posters and not request.chosen:
        yield from _posters(loaded, composer)


def _posters(loaded: Loaded, composer: Composer) -> Iterator[Planned]:
    """Compose the sheets for the first contact, on the papers that the project prints on."""
    project = loaded.project
    papers = sorted({"letter" if "letter" in each.paper else "a4" for each in project.editions.values()})
    for job in posters.jobs(project, loaded.content, loaded.catalogs, composer, papers):
        name, _, paper = job.name.rpartition(".")
        mark = manifest.fingerprint(job, environment.engine_identity(job.fonts))
        yield Planned(f"posters/{job.name}.pdf", (), Edition(paper), mark, job, topic=name)


def _forms(
    loaded: Loaded, composer: Composer, request: Request, report: Report, outcome: Outcome, *, slug: str, tag: str
) -> Iterator[Planned]:
    """Compose a leaflet in every edition that is asked for."""
    made = loaded.leaflet(slug, tag)
    if not _is_held_back((made,), request) or request.chosen:
        report.add(*_refused(made))
    there: dict[str, Planned] = {}
    for edition in _editions(loaded.project, request):
        second = edition.second and loaded.project.second(edition)
        if second == tag:
            continue  # beside itself there is nothing to compare
        leaflets = _pair(made, loaded.leaflet(slug, second)) if second else (made,)
        file = f"{tag}/{slug}.{tag}.{edition.name}.pdf"
        if _is_held_back(leaflets, request):
            worst = next(each for each in leaflets if _is_held_back((each,), request))
            outcome.held_back.append((file, f"{worst.status}: {worst.reason}"))
        elif edition.of in there:
            base = there[edition.of]
            mark = manifest.imposed(base.fingerprint, edition)
            yield Planned(file, leaflets, edition, mark, base=base)
        elif any(each.refused for each in leaflets):
            report.add(*(problem for each in leaflets[1:] for problem in _refused(each)))
        elif not edition.of and (job := composer.job(leaflets, edition)):
            report.add(*checks.check_imprint(composer, leaflets, edition, job.html))
            mark = manifest.fingerprint(job, environment.engine_identity(job.fonts))
            there[edition.name] = Planned(file, leaflets, edition, mark, job)
            yield there[edition.name]


def _pair(made: Leaflet, beside: Leaflet) -> tuple[Leaflet, ...]:
    """Return a leaflet in two languages, without the blocks that one of them leaves out."""
    return made.without(beside.omitted), beside.without(made.omitted)


def _editions(project: Project, request: Request) -> Iterator[Edition]:
    """Return the editions that are asked for, each after the one from whose pages it is imposed."""
    asked = [project.editions[name] for name in _only(project.editions, request.editions)]
    bases = {edition.of for edition in asked}
    return (edition for edition in project.editions.values() if edition in asked or edition.name in bases)


def _refused(made: Leaflet) -> Iterator[Problem]:
    """Report each text without which the project wants no leaflet."""
    for address in made.refused:
        phrase = made.phrases[address]
        text = f"{made.topic.slug} in {made.language.english_name}: '{address}' is not translated"
        yield Problem(phrase.position, text, "untranslated", "translate it, or choose another way with missing:")


def _render(planned: Sequence[Planned], request: Request) -> Iterator[tuple[Planned, Typeset]]:
    """Typeset leaflets in worker processes; yield each as it is done."""
    by_name = {each.job.name: each for each in planned if each.job}
    workers = request.workers or os.cpu_count() or 1
    jobs = [each.job for each in planned if each.job]
    for job, done in pool.run(jobs, workers=workers, limits=request.limits):
        yield by_name[job.name], done


def _on_sheets(pages: bytes, planned: Planned, base: Planned) -> bytes:
    edition, own = planned.edition, planned.leaflets[0]
    paper = edition.sheet(base.edition.size)
    on = f"{edition.name}, {paper.width:g} x {paper.height:g} mm"
    return impose(
        pages,
        fold=_fold(planned),
        direction=own.language.direction,
        sheet=(paper.width, paper.height),
        creep=edition.creep,
        title=f"{own.phrase(own.topic.title).text} (imposed for printing: {on})",
        language=own.language.tag,
    )


def _fold(planned: Planned) -> Fold:
    assert planned.edition.fold is not None, "only what is folded or cut is imposed"
    return planned.edition.fold


def order_mark(loaded: Loaded, name: str, tags: Sequence[str], edition: str) -> str | None:
    """Return a digest of what a packet is made from beside its leaflets, empty when it can't be made any more.

    None when not all of its languages are loaded.
    """
    project, packet = loaded.project, loaded.content.packets.get(name)
    lost = packet is None and name not in loaded.content.topics
    if lost or edition not in project.editions or not set(tags) <= set(project.languages):
        return ""
    if not set(tags) <= loaded.catalogs.keys():
        return None
    made_from: list[object] = [project.editions[edition]]
    if packet is not None:
        titles = (loaded.catalogs[tag].translation(packet.title) for tag in tags)
        made_from += [packet.title.english, packet.topics, *(found.text if found else "" for found in titles)]
        for insert in packet.inserts:
            path = project.root / insert.file.value
            raw = path.read_bytes() if path.is_file() else b""
            made_from += [insert.title.value, insert.after, hashlib.sha256(raw).hexdigest()]
    return hashlib.sha256(repr(made_from).encode()).hexdigest()


def twins(project: Project) -> Iterator[tuple[str, str]]:
    """Return each edition in black alone with the one that differs from it in colour only."""
    for black in project.editions.values():
        for color in project.editions.values() if black.ink is Ink.BLACK else ():
            if replace(color, name=black.name, ink=Ink.BLACK) == black and color.ink is Ink.COLOR:
                yield black.name, color.name


def read_manifest(project: Project) -> Manifest:
    """Return what was built before."""
    path = project.build / MANIFEST
    return manifest.from_json(path.read_bytes()) if path.is_file() else Manifest({})


def _watched(project: Project, request: Request) -> list[Path]:
    profiles = [project.profile_path(each) for each in project.editions.values() if each.standard is Standard.PDF_X]
    more = [*environment.loaded_libraries(), *profiles, *([request.imprint] if request.imprint else [])]
    return stamp.inputs(project.root, project.template_folders, more)


def _inserts(project: Project, found: Content) -> list[Path]:
    """Name the PDFs that a clinic has put into packets, which become outdated when one of them changes."""
    return [project.root / insert.file.value for packet in found.packets.values() for insert in packet.inserts]


def _imprint(project: Project, chosen: Path | None, report: Report) -> Imprint:
    path = chosen or project.root / IMPRINT
    if chosen is None and not path.is_file():
        return Imprint()
    return imprint.load(path, project.shown(path.resolve()), report, project.languages)


def _known(project: Project, found: Content, request: Request) -> None:
    """Refuse names that do not exist, before anything is done."""
    for name, asked, known in (
        ("topic", request.topics, found.topics),
        ("language", request.languages, project.languages),
        ("edition", request.editions, project.editions),
    ):
        for word in asked:
            if word not in known:
                raise BadUsage(f"there is no {name} '{word}'; {near(word, known) or 'see handouts.yaml'}")


def _only(known: Sequence[str] | Mapping[str, object], asked: Sequence[str]) -> list[str]:
    return [name for name in known if not asked or name in asked]


def _is_held_back(leaflets: Sequence[Leaflet], request: Request) -> bool:
    """Say whether a leaflet may not go out: what is complete but not approved may when drafts are allowed."""
    unsigned = [made for made in leaflets if made.status is not Status.APPROVED]
    if not request.release or not unsigned:
        return False
    return not request.allow_draft or any(made.is_mixed or made.omitted for made in unsigned)


def _output(planned: Planned, done: Typeset) -> Output:
    if not planned.leaflets:
        return _poster_output(planned, done)
    made, *second = planned.leaflets
    worst = max(planned.leaflets, key=lambda each: list(Status).index(each.status))
    return Output(
        path=planned.path,
        topic=made.topic.slug,
        language=made.language.tag,
        second=second[0].language.tag if second else "",
        edition=planned.edition.name,
        of=planned.edition.of,
        standard="" if planned.edition.of else planned.edition.standard.value,
        status=worst.status.value,
        reason=worst.reason,
        approval="; ".join(str(each.approval) for each in planned.leaflets if each.approval),
        code=" + ".join(dict.fromkeys(each.code for each in planned.leaflets)),
        pages=done.pages,
        type_size=done.size,
        ink=done.ink,
        fingerprint=planned.fingerprint,
        sha256=hashlib.sha256(done.pdf).hexdigest(),
        size=len(done.pdf),
        claims={block.id: [str(claim) for claim in made.content.claims_of(block)] for block in made.topic.blocks},
    )


def _poster_output(planned: Planned, done: Typeset) -> Output:
    return Output(
        path=planned.path,
        topic=planned.topic,
        language=MANY_LANGUAGES,
        edition=planned.edition.name,
        pages=done.pages,
        fingerprint=planned.fingerprint,
        sha256=hashlib.sha256(done.pdf).hexdigest(),
        size=len(done.pdf),
        standard=planned.edition.standard.value,
    )


def write_lists(project: Project, current: Manifest) -> None:
    """Write the manifest and the checksums, each only if it has changed."""
    lists = {MANIFEST: manifest.to_json(current, environment.engine_versions()), CHECKSUMS: manifest.checksums(current)}
    for name, raw in lists.items():
        path = project.build / name
        if not path.is_file() or path.read_bytes() != raw:
            publish.write(path, raw)
