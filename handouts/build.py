"""The way from seeds and catalogs to PDFs, as a table of contents."""

import datetime
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from handouts import (
    approvals,
    catalog,
    checks,
    compose,
    environment,
    imprint,
    leaflet,
    manifest,
    pool,
    publish,
    seeds,
    setting,
    stamp,
)
from handouts.approvals import Signatures, Triple
from handouts.catalog import Catalog
from handouts.content import Content
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

MANIFEST, CHECKSUMS = "manifest.json", "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Planned:
    """A leaflet in an edition: where it goes, the job that makes it, and the digest of all it is made from."""

    path: str
    leaflet: Leaflet
    edition: str
    job: Job
    fingerprint: str


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
    """What a build did: paths of what it made, what was fine already, failed, was removed or held back."""

    made: list[str] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    held_back: list[tuple[str, str]] = field(default_factory=list)

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


Progress = Callable[[int, int, str], None]


def load(
    project: Project, chosen_imprint: Path | None, report: Report, today: datetime.date = datetime.date.min
) -> Loaded:
    """Read content, catalogs, sign-offs and imprint, and apply all rules that need no rendering."""
    found = seeds.load(project, report)
    catalogs = {}
    for tag in project.languages:
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
    loaded = load(project, request.imprint, report, request.today)
    run = _Run(project, request, report, progress)
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


@dataclass(frozen=True, slots=True)
class _Run:
    """A build once its plan is made."""

    project: Project
    request: Request
    report: Report
    progress: Progress
    outcome: Outcome = field(default_factory=Outcome)

    def foresee(self, planned: Sequence[Planned]) -> None:
        """Say what would be made and removed."""
        before = read_manifest(self.project)
        self.outcome.made = [each.path for each in self._due(planned, before)]
        self.outcome.removed = self._stale(planned, before)

    def go(self, planned: Sequence[Planned]) -> None:
        """Make what is due and, if all went well, remove what nobody asks for any more."""
        before = read_manifest(self.project)
        due = self._due(planned, before)
        made = {each.path for each in due}
        self.outcome.fresh = [each.path for each in planned if each.path not in made]
        current = self._make(due, before)
        if not self.report.failed():
            held = {path for path, _ in self.outcome.held_back}
            stale = sorted({*self._stale(planned, before), *(held & before.outputs.keys())})
            for path in stale:
                publish.remove(self.project.build / path, below=self.project.build)
            self.outcome.removed = stale
            current = current.only(current.outputs.keys() - set(stale))
        _write_lists(self.project, current)

    def _due(self, planned: Sequence[Planned], before: Manifest) -> list[Planned]:
        return [each for each in planned if self.request.force or self._is_due(each, before)]

    def _stale(self, planned: Sequence[Planned], before: Manifest) -> list[str]:
        """Outputs that a build of everything does not make any more."""
        return [] if self.request.chosen else sorted(before.outputs.keys() - {each.path for each in planned})

    def _is_due(self, planned: Planned, before: Manifest) -> bool:
        output = before.outputs.get(planned.path)
        if output is None or output.fingerprint != planned.fingerprint:
            return True
        path = self.project.build / planned.path
        return not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != output.sha256

    def _make(self, due: Sequence[Planned], current: Manifest) -> Manifest:
        """Publish each leaflet as soon as it is done, and the manifest with it, so that nothing finished is lost."""
        for number, (planned, done) in enumerate(_render(due, self.request), start=1):
            self.report.add(*done.problems)
            if done.pdf:
                publish.write(self.project.build / planned.path, done.pdf)
                current = current.with_output(_output(planned, done))
                _write_lists(self.project, current)
            (self.outcome.made if done.pdf else self.outcome.failed).append(planned.path)
            self.progress(number, len(due), planned.path if done.pdf else f"{planned.path} failed")
        return current

    def stamp(self, inputs: stamp.States, days: tuple[datetime.date, datetime.date]) -> bytes:
        """Note the state of everything looked at, so that the next build can tell that nothing has changed."""
        done = [*self.outcome.fresh, *self.outcome.made]
        outputs = stamp.states(self.project.build / path for path in (*done, MANIFEST, CHECKSUMS))
        held = [f"held back: {path} ({reason})\n" for path, reason in self.outcome.held_back]
        summary = "".join(held) + replace(self.outcome, made=[], fresh=done, removed=[]).summary()
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
            made = loaded.leaflet(slug, tag)
            if not _is_held_back(made, request) or request.chosen:
                report.add(*_refused(made))
            for edition in _only(project.editions, request.editions):
                file = f"{tag}/{slug}.{tag}.{edition}.pdf"
                if _is_held_back(made, request):
                    outcome.held_back.append((file, f"{made.status}: {made.reason}"))
                elif not made.refused and (job := composer.job(made, edition)):
                    mark = manifest.fingerprint(job, environment.engine_identity(job.fonts))
                    yield Planned(file, made, edition, job, mark)


def _refused(made: Leaflet) -> Iterator[Problem]:
    """Report each text without which the project wants no leaflet."""
    for address in made.refused:
        phrase = made.phrases[address]
        text = f"{made.topic.slug} in {made.language.english_name}: '{address}' is not translated"
        yield Problem(phrase.position, text, "untranslated", "translate it, or choose another way with missing:")


def _render(planned: Sequence[Planned], request: Request) -> Iterator[tuple[Planned, Typeset]]:
    """Typeset leaflets in worker processes; yield each as it is done."""
    by_name = {each.job.name: each for each in planned}
    workers = request.workers or os.cpu_count() or 1
    for job, done in pool.run([each.job for each in planned], workers=workers, limits=request.limits):
        yield by_name[job.name], done


def read_manifest(project: Project) -> Manifest:
    """Return what was built before."""
    path = project.build / MANIFEST
    return manifest.from_json(path.read_bytes()) if path.is_file() else Manifest({})


def _watched(project: Project, request: Request) -> list[Path]:
    more = [*environment.loaded_libraries(), *([request.imprint] if request.imprint else [])]
    return stamp.inputs(project.root, project.template_folders, more)


def _imprint(project: Project, chosen: Path | None, report: Report) -> Imprint:
    path = chosen or project.root / "imprint.yaml"
    if chosen is None and not path.is_file():
        return Imprint()
    return imprint.load(path, project.shown(path.resolve()), report)


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


def _is_held_back(made: Leaflet, request: Request) -> bool:
    """Say whether a leaflet may not go out: what is complete but not approved may when drafts are allowed."""
    if not request.release or made.status is Status.APPROVED:
        return False
    return not request.allow_draft or made.is_mixed or bool(made.omitted)


def _output(planned: Planned, done: Typeset) -> Output:
    made = planned.leaflet
    return Output(
        path=planned.path,
        topic=made.topic.slug,
        language=made.language.tag,
        edition=planned.edition,
        status=made.status.value,
        reason=made.reason,
        approval=str(made.approval or ""),
        code=made.code,
        pages=done.pages,
        type_size=done.size,
        fingerprint=planned.fingerprint,
        sha256=hashlib.sha256(done.pdf).hexdigest(),
        size=len(done.pdf),
        claims={block.id: [str(claim) for claim in made.content.claims_of(block)] for block in made.topic.blocks},
    )


def _write_lists(project: Project, current: Manifest) -> None:
    lists = {MANIFEST: manifest.to_json(current, environment.engine_versions()), CHECKSUMS: manifest.checksums(current)}
    for name, raw in lists.items():
        path = project.build / name
        if not path.is_file() or path.read_bytes() != raw:
            publish.write(path, raw)
