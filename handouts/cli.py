"""The command line: call, print, exit. Nothing else prints, exits or reads the clock.

Commands load what they need when they run, so that `--version` and a build with nothing to do stay quick.
"""

import datetime
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from handouts import __version__
from handouts.problems import BadUsage, Exit, Report, Stop, as_github, as_json, as_text
from handouts.request import Limits, Request
from handouts.root import BUILD, find

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from handouts.build import Outcome
    from handouts.project import Project

P = ParamSpec("P")
R = TypeVar("R")
FORMATS = {"text": as_text, "json": as_json, "github": as_github}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="handouts")
@click.option("--project", "folder", type=click.Path(path_type=Path), default=Path(), help="The project's folder.")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Print-ready patient leaflets in many languages."""
    context.obj = folder


def main() -> None:
    """Run a command; whatever goes wrong becomes a message and an exit code, never a traceback."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(Exit.USAGE)
    except Stop as stop:
        click.echo(f"handouts: {stop}", err=True)
        sys.exit(stop.exit)
    except (KeyboardInterrupt, click.Abort):
        click.echo("handouts: stopped; what was finished is kept", err=True)
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        sys.stdout = None  # whoever read us has gone; Python must not write at its end
        sys.exit(Exit.FINE)
    except OSError as error:
        click.echo(f"handouts: {error.filename or 'the system'}: {error.strerror or error}", err=True)
        sys.exit(Exit.ENVIRONMENT)
    except Exception as error:
        click.echo(f"handouts: this is a bug of ours: {type(error).__name__}: {error}", err=True)
        click.echo(f"    {_last_place(error)}; please report it with what you did", err=True)
        sys.exit(Exit.BUG)


def _last_place(error: Exception) -> str:
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f"in {Path(step.tb_frame.f_code.co_filename).name}, line {step.tb_lineno}" if step else "nowhere known"


def with_project(command: "Callable[..., None]") -> Callable[..., None]:
    """Hand a command the project and a report; afterwards print the report and exit with 1 if it holds errors."""

    @click.pass_obj
    def run(folder: Path, /, **options: object) -> None:
        report = Report()
        command(_load(folder, report), report, **options)
        _finish(report)

    return wraps(command)(run)


def _load(folder: Path, report: Report, *, form: str = "text") -> "Project":
    from handouts import project

    loaded = project.load(find(folder), report)
    if loaded is None:
        _finish(report, form=form)
        raise Stop("the project can't be read")
    return loaded


def _finish(report: Report, *, strict: bool = False, form: str = "text") -> None:
    if report:
        click.echo(FORMATS[form](report), err=form == "text")
    elif form == "json":
        click.echo("[]")
    if report.failed(strict=strict):
        sys.exit(Exit.PROBLEMS)


@cli.command()
@click.option("-t", "--topic", "topics", multiple=True, help="Only this topic.")
@click.option("-l", "--language", "languages", multiple=True, help="Only this language.")
@click.option("-e", "--edition", "editions", multiple=True, help="Only this edition.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Leaflets set at a time [one a processor].")
@click.option("--force", is_flag=True, help="Also what is up to date.")
@click.option("--dry-run", is_flag=True, help="Say what would be done.")
@click.option("--release", is_flag=True, help="Approved leaflets only.")
@click.option("--allow", type=click.Choice(["draft"]), help="With --release: drafts too, marked as such.")
@click.option("--imprint", type=click.Path(path_type=Path), help="The clinic's details [imprint.yaml].")
@click.option("--seconds", type=click.FloatRange(1), default=60.0, show_default=True, help="Limit for one leaflet.")
@click.option(
    "--memory", type=click.IntRange(128), default=1024, show_default=True, help="Limit for one leaflet, in MiB."
)
@click.pass_obj
def build(folder: Path, /, **options: object) -> None:
    """Make the leaflets that are out of date."""
    request = _request(**options)  # type: ignore[arg-type]
    root = find(folder)
    if not (request.force or request.dry_run):
        from handouts import stamp

        if summary := stamp.unchanged(root / BUILD, request.key(root), request.today):
            click.echo(f"{summary}: nothing to do")
            return
    _build(root, request)


def _request(
    *, jobs: int | None, allow: str | None, imprint: Path | None, seconds: float, memory: int, **rest: object
) -> Request:
    if allow and not rest["release"]:
        raise BadUsage("--allow draft goes with --release; without it, drafts are built anyway")
    return Request(
        workers=jobs or 0,
        allow_draft=allow == "draft",
        imprint=imprint.resolve() if imprint else None,
        limits=Limits(seconds, memory),
        today=datetime.date.today(),
        **rest,  # type: ignore[arg-type]
    )


def _build(root: Path, request: Request) -> None:
    from handouts import build as pipeline

    report = Report()
    project = _load(root, report)
    with _Progress() as progress:
        outcome = pipeline.build(project, request, report, progress.step)
    _say(outcome, request)
    _finish(report)
    if outcome.held_back and request.chosen:
        sys.exit(Exit.PROBLEMS)


def _say(outcome: "Outcome", request: Request) -> None:
    for path, reason in outcome.held_back:
        click.echo(f"held back: {path} ({reason})")
    _lines([] if request.dry_run else outcome.farewells())
    if request.dry_run:
        for verb, paths in (("would make", outcome.made), ("would remove", [*outcome.removed, *outcome.outdated])):
            for path in paths:
                click.echo(f"{verb}: {path}")
        if not outcome.made and not outcome.removed:
            click.echo("nothing to do")
    elif outcome.made or outcome.fresh or outcome.failed or outcome.removed or outcome.held_back:
        click.echo(outcome.summary())
    for note in outcome.notes:
        click.echo(note)


class _Progress:
    """A bar on a terminal, plain lines elsewhere."""

    def __enter__(self) -> "_Progress":
        self.bar: ProgressBar[int] | None = None
        return self

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.render_finish()

    def step(self, number: int, total: int, path: str) -> None:
        """Say that the output `path`, the `number`th of `total`, is done."""
        if not sys.stderr.isatty():
            click.echo(f"[{number}/{total}] {path}")
            return
        if self.bar is None:
            self.bar = click.progressbar(length=total, label="leaflets", file=sys.stderr)
        self.bar.update(1)


@cli.command()
@click.argument("name")
@click.option("-l", "--language", "languages", multiple=True, required=True, help="Its language; may be repeated.")
@click.option("-e", "--edition", default="", help="The printed form [the first that is not folded].")
@click.option("--copies", type=click.IntRange(1, 500), default=1, show_default=True, help="Copies in one print job.")
@click.option("--imprint", type=click.Path(path_type=Path), help="The clinic's details [imprint.yaml].")
@click.option("--release", is_flag=True, help="Approved leaflets only.")
@click.option("--allow", type=click.Choice(["draft"]), help="With --release: drafts too, marked as such.")
@with_project
def packet(
    project: "Project",
    report: Report,
    *,
    name: str,
    languages: tuple[str, ...],
    edition: str,
    copies: int,
    **options: object,
) -> None:
    """Bind leaflets to one PDF: the packet NAME, or the topic NAME in several languages."""
    from handouts import packets
    from handouts.order import Order

    request = _request(jobs=0, seconds=Limits().seconds, memory=Limits().memory, **options)  # type: ignore[arg-type]
    with _Progress() as progress:
        done = packets.make(project, Order(name, languages, edition, copies, request), report, progress.step)
    _lines(done.lines)
    if not done.is_made:
        _finish(report)
        sys.exit(Exit.PROBLEMS)


@cli.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option(
    "--render/--no-render", default=True, show_default=True, help="Also set every leaflet and look at its pages."
)
@click.pass_obj
def check(folder: Path, *, strict: bool, form: str, render: bool) -> None:
    """Say everything that is wrong, and write nothing."""
    from handouts import build as pipeline

    report = Report()
    project = _load(folder, report, form=form)
    ignored = pipeline.check(project, report, datetime.date.today(), render=render)
    if ignored and form == "text":
        click.echo(f"findings ignored, each with its reason in the catalog: {ignored}")
    if not report and form == "text":
        click.echo("no problems")
    _finish(report, strict=strict, form=form)


@cli.group()
def messages() -> None:
    """The translators' catalogs."""


@messages.command()
@with_project
def extract(project: "Project", report: Report) -> None:
    """Write locales/handouts.pot from the English content."""
    from handouts import catalogs

    click.echo(catalogs.extract(project, report))


@messages.command()
@with_project
def update(project: "Project", report: Report) -> None:
    """Bring every catalog up to date with the English."""
    from handouts import catalogs

    _lines(catalogs.update(project, report))


@messages.command()
@click.argument("language")
@with_project
def add(project: "Project", report: Report, *, language: str) -> None:
    """Begin the catalog of another language."""
    from handouts import catalogs

    _lines(catalogs.add(project, language, report))


@messages.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@with_project
def status(project: "Project", report: Report, *, form: str) -> None:
    """Say how far each topic is in each language, and what has changed in English."""
    from handouts import catalogs

    found = catalogs.status(project, datetime.date.today(), report)
    if found is not None:
        _lines([catalogs.as_json(found)] if form == "json" else catalogs.as_text(found))


@messages.command("export")
@click.argument("language")
@click.argument("path", metavar="FILE.xlf", type=click.Path(path_type=Path, dir_okay=False))
@with_project
def export(project: "Project", report: Report, *, language: str, path: Path) -> None:
    """Write the texts of a language to an XLIFF file, for an agency."""
    from handouts import exchange

    click.echo(exchange.export(project, language, path, report))


@messages.command("import")
@click.argument("language")
@click.argument("path", metavar="FILE.xlf", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@with_project
def bring_back(project: "Project", report: Report, *, language: str, path: Path) -> None:
    """Put the translations of an XLIFF file into the catalog of a language."""
    from handouts import exchange

    _lines(exchange.bring_back(project, language, path, report))


@cli.group()
def review() -> None:
    """Reading a leaflet beside its English, and signing it."""


@review.command("sheet")
@click.argument("topic")
@click.option("-l", "--language", required=True, help="The leaflet's language.")
@with_project
def review_sheet(project: "Project", report: Report, *, topic: str, language: str) -> None:
    """Make a PDF to read with a pen: English and translation side by side."""
    from handouts import review

    click.echo(review.sheet(project, topic, language, datetime.date.today(), report))


@review.command()
@click.argument("topic")
@click.option("-l", "--language", required=True, help="The leaflet's language.")
@click.option("--by", required=True, help="Who read and signed it.")
@click.option("--role", required=True, help="What makes them qualified, such as hematologist.")
@click.option("--edition", default="", help="The edition code on the sheet that was read; no other is signed then.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the approval ends.")
@with_project
def approve(project: "Project", report: Report, *, language: str, until: datetime.datetime | None, **said: str) -> None:
    """Record that a qualified person approves a leaflet as it is now."""
    from handouts import review

    end = until.date() if until else None
    click.echo(review.approve(project, report, tag=language, until=end, today=datetime.date.today(), **said))


@review.command("status")
@click.option("-l", "--language", "languages", multiple=True, help="Only this language.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@with_project
def review_status(project: "Project", report: Report, *, languages: tuple[str, ...], form: str) -> None:
    """Say who signed what, and why the others are not approved."""
    from handouts import review

    found = review.status(project, languages, datetime.date.today(), report)
    if not report.failed():
        _lines([review.as_json(found)] if form == "json" else review.as_text(found))


@cli.group()
def sources() -> None:
    """Claims and the documents they come from."""


@sources.command("check")
@click.argument(
    "texts", metavar="[FOLDER]", type=click.Path(path_type=Path, file_okay=False, exists=True), required=False
)
@with_project
def check_sources(project: "Project", report: Report, *, texts: Path | None) -> None:
    """Hold the records against the documents in FOLDER: digests and paragraphs."""
    from handouts import documents

    found = documents.load(project, report)
    if texts is not None:
        report.add(*documents.compare(found, texts))
    claims = sum(len(document.claims) for document in found.values())
    against = f"held against {texts}" if texts else "records only; name the documents' FOLDER to compare them"
    click.echo(f"{len(found)} documents, {claims} claims: {against}")


@sources.command()
@with_project
def coverage(project: "Project", report: Report) -> None:
    """List the claims that no block uses."""
    from handouts import seeds
    from handouts.checks.contents import coverage_of

    _lines(coverage_of(seeds.load(project, report)))


@sources.command()
@click.argument("topic")
@with_project
def trace(project: "Project", report: Report, *, topic: str) -> None:
    """Say block by block what a leaflet states, and the paragraphs it rests on."""
    from handouts import seeds
    from handouts.checks.contents import trace_of
    from handouts.source import near

    found = seeds.load(project, report)
    if topic in found.topics:
        _lines(trace_of(found, found.topics[topic]))
    elif not report.failed():
        raise BadUsage(f"there is no topic '{topic}'; {near(topic, found.topics) or 'see seeds/topics'}")


@cli.command()
@click.option("-t", "--topic", "topics", multiple=True, help="Only this topic.")
@click.option("-l", "--language", "languages", multiple=True, help="Only this language.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@with_project
def audit(
    project: "Project", report: Report, *, topics: tuple[str, ...], languages: tuple[str, ...], form: str
) -> None:
    """Measure leaflets against checklists for patient materials."""
    from handouts import audit

    found = audit.audits(project, topics, languages, datetime.date.today(), report)
    if found:
        click.echo(audit.FORMATS[form](found))


@cli.command()
def doctor() -> None:
    """Say what this machine has and how to get what is missing."""
    from handouts import environment

    missing = False
    for finding in environment.findings():
        missing = missing or bool(finding.mend)
        shown = f"missing: {finding.mend}" if finding.mend else finding.found
        click.echo(f"{finding.name:20} {shown}")
    if missing:
        sys.exit(Exit.ENVIRONMENT)


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
