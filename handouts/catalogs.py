"""What translators ask for: extract, update and add catalogs on disk, and say how far each is."""

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handouts import build, catalog, differences, publish, seeds
from handouts.catalog import State
from handouts.content import Content, Message
from handouts.languages import UncoveredScriptError, UnknownLanguageError, language
from handouts.leaflet import Leaflet, Status
from handouts.problems import BadUsage, Position, Report
from handouts.project import Project

TERMINAL = 100  # characters that a table may be wide, names of topics left out


def extract(project: Project, report: Report) -> str:
    """Write the template catalog; return what was done."""
    found = _content(project, report)
    path = project.template_catalog
    if found is None:
        return f"{project.shown(path)} is left as it was"
    publish.write(path, catalog.extract(found))
    return f"{project.shown(path)}: {len(list(found.messages()))} messages"


def update(project: Project, report: Report) -> Iterator[str]:
    """Write the template and every catalog anew; one that is broken is reported and left as it was."""
    yield extract(project, report)
    found = _content(project, report)
    if found is None:
        return
    for tag in project.languages:
        if tag != project.source:
            yield _update(project, tag, found, report)


def add(project: Project, tag: str, report: Report) -> Iterator[str]:
    """Begin a catalog; it takes part in builds once handouts.yaml lists the language."""
    try:
        language(tag)
    except UnknownLanguageError as error:
        raise BadUsage(f"{error}; use a BCP 47 tag that CLDR knows, such as zh-Hans") from error
    except UncoveredScriptError as error:
        raise BadUsage(str(error)) from error
    if tag == project.source:
        raise BadUsage(f"{tag} is the language that the content is written in; it needs no catalog")
    if project.catalog(tag).exists():
        raise BadUsage(f"{project.shown(project.catalog(tag))} is there already; bring it up to date with update")
    found = _content(project, report)
    if found is None:
        return
    yield _update(project, tag, found, report)
    if tag not in project.languages:
        yield f"now add {tag} to the languages in handouts.yaml"


@dataclass(frozen=True, slots=True)
class Row:
    """How far a topic is in a language; texts are counted as the leaflet prints them."""

    topic: str
    language: str
    state: str
    reason: str
    counts: Mapping[State, int]


@dataclass(frozen=True, slots=True)
class Changed:
    """A translation whose English has changed: where it stands, the English it was made for, and today's."""

    language: str
    address: str
    position: Position
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How far all catalogs are, topic by topic, and what has changed under them."""

    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    changed: tuple[Changed, ...]
    ignored: Mapping[str, int]  # findings that a comment with a reason sets aside, by language


def status(project: Project, today: datetime.date, report: Report) -> Standing | None:
    """Return how far each topic is in each language; None when there is something wrong to mend first."""
    loaded = build.load(project, None, report, today)
    if report.failed():
        return None
    tags = tuple(tag for tag in project.languages if tag != project.source)
    made = [loaded.leaflet(topic, tag) for topic in loaded.content.topics for tag in tags]
    changed = [change for tag in tags for change in _changed(loaded.catalogs[tag], loaded.content)]
    rows = tuple(_row(each, loaded.catalogs[each.language.tag]) for each in made)
    return Standing(tags, rows, tuple(changed), {tag: loaded.ignored[tag] for tag in tags})


def _row(made: Leaflet, own: catalog.Catalog) -> Row:
    counts = catalog.count(own, [phrase.message for phrase in made.phrases.values()])
    return Row(made.topic.slug, made.language.tag, made.status.value, made.reason, counts)


def _changed(own: catalog.Catalog, found: Content) -> Iterator[Changed]:
    """Find each fuzzy translation of which the English that it was made for is known."""
    for message in found.messages():
        entry = own.entries.get(message.address)
        if entry is not None and own.state(message) is State.FUZZY:
            before = entry.previous or entry.english
            if before != message.english:
                yield Changed(own.language, message.address, entry.position, before, message.english)


def as_text(standing: Standing) -> Iterator[str]:
    """Write a table, topic by language, then word by word what has changed in English."""
    cells = {(row.topic, row.language): _cell(row) for row in standing.rows}
    topics = tuple(dict.fromkeys(row.topic for row in standing.rows))
    first = max(map(len, topics), default=0)
    for tags in _across(standing.languages, cells):
        widths = {tag: max(len(tag), *(len(cells[topic, tag]) for topic in topics)) for tag in tags}
        yield "  ".join([f"{'':{first}}", *(f"{tag:{widths[tag]}}" for tag in tags)]).rstrip()
        for topic in topics:
            yield "  ".join([f"{topic:{first}}", *(f"{cells[topic, tag]:{widths[tag]}}" for tag in tags)]).rstrip()
        yield ""
    for change in standing.changed:
        yield f"{change.position}: {change.address}: {differences.marked(change.before, change.now)}"
    for tag, count in standing.ignored.items():
        if count:
            yield f"{tag}: findings ignored, each with its reason in the catalog: {count}"


def _cell(row: Row) -> str:
    rest = [f"{row.counts[state]} {state.value}" for state in (State.FUZZY, State.MISSING) if row.counts[state]]
    if rest:
        share = f"{100 * row.counts[State.DONE] // sum(row.counts.values())} %, {', '.join(rest)}"
        return f"stale, {share}" if row.state == Status.STALE else share
    return row.state if row.state == Status.APPROVED else f"complete, {row.state}"


def _across(tags: Sequence[str], cells: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, ...]]:
    """Cut a list of languages into tables that a terminal is wide enough for."""
    width = max(map(len, cells.values()), default=0) + 2
    each = max(1, TERMINAL // width)
    yield from (tuple(tags[start : start + each]) for start in range(0, len(tags), each))


def as_json(standing: Standing) -> str:
    """Write the same for programs."""
    rows = [
        {
            **{"topic": row.topic, "language": row.language, "state": row.state, "reason": row.reason or None},
            **{state.value: row.counts[state] for state in State},
        }
        for row in standing.rows
    ]
    changed = [
        {
            **{"language": change.language, "address": change.address, "file": change.position.file},
            **{"line": change.position.line, "before": change.before, "now": change.now},
            "differences": differences.marked(change.before, change.now),
        }
        for change in standing.changed
    ]
    whole = {"topics": rows, "changed": changed, "ignored": dict(standing.ignored)}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _content(project: Project, report: Report) -> Content | None:
    found = seeds.load(project, report)
    return None if report.failed() else found


def _update(project: Project, tag: str, found: Content, report: Report) -> str:
    path, shown = project.catalog(tag), project.shown(project.catalog(tag))
    broken = Report()
    catalog.read(path, shown, tag, broken)
    report.add(*broken)
    if broken.failed():
        return f"{shown} is left as it was"
    existing = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    publish.write(path, catalog.update(existing, found, tag))
    current = catalog.read(path, shown, tag, report)
    return f"{shown}: {_share(current, list(found.messages()))}"


def _share(each: catalog.Catalog, printed: list[Message]) -> str:
    counts = catalog.count(each, printed)
    share = f"{100 * counts[State.DONE] // max(len(printed), 1)} %"
    rest = [f"{counts[state]} {state.value}" for state in (State.FUZZY, State.MISSING) if counts[state]]
    return " ".join([", ".join(rest), share]).strip()
