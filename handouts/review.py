"""What reviewers ask for: a sheet to read with a pen, signing a leaflet, and who has signed what."""

import datetime
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from handouts import approvals, build, compose, environment, languages, publish
from handouts.approvals import Approval
from handouts.build import Loaded
from handouts.glyphs import missing_glyphs
from handouts.job import Written
from handouts.leaflet import Leaflet, Status
from handouts.problems import BadUsage, Position, Problem, Report, Severity
from handouts.project import Project
from handouts.source import near

FOLDER = "review"


def sheet(project: Project, topic: str, tag: str, today: datetime.date, report: Report) -> str:
    """Write the review sheet of a leaflet as a PDF below build/; return what was done."""
    environment.require()
    from handouts import typeset  # loads the engine, which signing does not need

    found = _leaflet(project, topic, tag, today, report)
    if found is None:
        return "no review sheet was made"
    loaded, made = found
    composer = compose.composer(project, loaded.content, loaded.imprint, report)
    job = composer.review(made, loaded.catalogs[tag], loaded.signatures[tag])
    if job is None:
        return "no review sheet was made"
    done = typeset.plain(job)
    report.add(*done.problems)
    path = project.build / FOLDER / f"{topic}.{tag}.review.pdf"
    if not done.pdf:
        return "no review sheet was made"
    publish.write(path, done.pdf)
    return f"{project.shown(path)}: {done.pages} pages, edition {made.code}, {made.status}"


def approve(
    project: Project,
    report: Report,
    *,
    topic: str,
    tag: str,
    by: str,
    role: str,
    until: datetime.date | None,
    today: datetime.date,
    edition: str = "",
) -> str:
    """Sign a leaflet as it is now; raise BadUsage when nobody, or not this person, can sign it.

    When the edition that was read is named, sign no other.
    """
    with publish.alone(project.build):
        return _approve(project, report, topic, tag, edition, Approval("", by, role, today, until))


def _approve(  # noqa: PLR0917
    project: Project, report: Report, topic: str, tag: str, edition: str, asked: Approval
) -> str:
    found = _leaflet(project, topic, tag, asked.date, report)
    if found is None:
        return "nothing was signed: the problems come first"
    loaded, made = found
    by, role = " ".join(asked.by.split()), " ".join(asked.role.split())
    unsealed = replace(asked, digest=made.digest, by=by, role=role)
    _refuse(made, loaded, unsealed)
    if edition and edition.upper() != made.code:
        raise BadUsage(f"this is edition {made.code}, not {edition}: it has changed since the sheet was made")
    approval = replace(unsealed, seal=approvals.seal(unsealed, topic, tag))
    signed = {**loaded.signatures[tag].approvals, topic: approval}
    publish.write(project.approved(tag, topic), approvals.write_record(made.triples))
    publish.write(project.approvals(tag), approvals.write_approvals(signed))
    if tag != project.source and not loaded.catalogs[tag].translators:
        shown = project.shown(project.catalog(tag))
        text = f"the catalog names no translator, so nobody can tell that it is not {approval.by}"
        hint = "name who translated it in the header: Last-Translator"
        report.add(Problem(Position(shown), text, "translator", hint, Severity.WARNING))
    if tag != project.source and loaded.leaflet(topic, project.source).status is not Status.APPROVED:
        text = f"the English of {topic} is not approved itself"
        hint = f"handouts review approve {topic} -l {project.source}"
        report.add(Problem(made.topic.position, text, "english", hint, Severity.WARNING))
    return f"{topic} in {made.language.english_name}, edition {made.code}: approved by {approval}"


def _refuse(made: Leaflet, loaded: Loaded, asked: Approval) -> None:
    if not any(map(str.isalpha, asked.by)) or not any(map(str.isalpha, asked.role)):
        raise BadUsage("--by and --role must name a person and what makes them qualified")
    for said in (asked.by, asked.role):
        if not said.isprintable() or any(missing_glyphs([_as_printed(said, made, loaded)])):
            raise BadUsage(f"{said!r} can't be printed: no font of the project's languages has all its letters")
    if asked.until is not None and asked.until <= asked.date:
        raise BadUsage(f"--until must be a day to come, not {asked.until}")
    if approvals.is_among(asked.by, loaded.catalogs[made.language.tag].translators):
        raise BadUsage(f"{asked.by} translated this and can't approve it; another qualified person must sign")
    if made.missing:
        raise BadUsage(f"{made.topic.slug} in {made.language.english_name} can't be signed: {made.reason}")


def _as_printed(said: str, made: Leaflet, loaded: Loaded) -> Written:
    families = (family for tag in loaded.project.languages for family in languages.language(tag).fonts)
    fonts = tuple(dict.fromkeys((*made.language.fonts, *families)))
    return Written(said, fonts, made.language.tag, made.topic.position)


def status(project: Project, tags: Sequence[str], today: datetime.date, report: Report) -> list[Leaflet]:
    """Return all leaflets of some languages, of all when none is named, with what is known of their sign-off."""
    for tag in tags:
        _known("language", tag, project.languages)
    loaded = build.load(project, None, report, today)
    if report.failed():
        return []
    chosen = [tag for tag in project.languages if not tags or tag in tags]
    return [loaded.leaflet(topic, tag) for tag in chosen for topic in loaded.content.topics]


def as_text(leaflets: Sequence[Leaflet]) -> Iterator[str]:
    """Write a line for each leaflet, then how many are approved."""
    widths = [max((len(word) for word in words), default=0) for words in zip(*map(_words, leaflets), strict=True)]
    for made in leaflets:
        *words, last = _words(made)
        yield "  ".join([*(f"{word:{width}}" for word, width in zip(words, widths, strict=False)), last])
    approved = sum(made.status is Status.APPROVED for made in leaflets)
    yield f"{approved} of {len(leaflets)} leaflets are approved"


def _words(made: Leaflet) -> tuple[str, ...]:
    by = str(made.approval) if made.approval else made.reason
    return (made.language.tag, made.topic.slug, made.code, made.status.value, by)


def as_json(leaflets: Sequence[Leaflet]) -> str:
    """Write the same for programs."""
    return json.dumps([_row(made) for made in leaflets], ensure_ascii=False, indent=2)


def _row(made: Leaflet) -> dict[str, str | None]:
    signed = made.approval
    return {
        "language": made.language.tag,
        "topic": made.topic.slug,
        "edition": made.code,
        "digest": made.digest,
        "status": made.status.value,
        "reason": made.reason or None,
        "by": signed.by if signed else None,
        "role": signed.role if signed else None,
        "date": str(signed.date) if signed else None,
        "until": str(signed.until) if signed and signed.until else None,
    }


def _leaflet(
    project: Project, topic: str, tag: str, today: datetime.date, report: Report
) -> tuple[Loaded, Leaflet] | None:
    """Return a leaflet and all that was read for it; None when there are problems to mend first."""
    _known("language", tag, project.languages)
    loaded = build.load(project, None, report, today)
    if report.failed():
        return None
    _known("topic", topic, loaded.content.topics)
    return loaded, loaded.leaflet(topic, tag)


def _known(what: str, word: str, known: Iterable[str]) -> None:
    if word not in set(known):
        raise BadUsage(f"there is no {what} '{word}'; {near(word, known) or 'see handouts.yaml'}")
