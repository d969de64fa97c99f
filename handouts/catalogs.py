"""What translators ask for: extract, update and add catalogs on disk, and say how far each is."""

from collections.abc import Iterator

from handouts import catalog, publish, seeds
from handouts.catalog import State
from handouts.content import Content, Message, Topic
from handouts.languages import UncoveredScriptError, UnknownLanguageError, language
from handouts.problems import BadUsage, Report
from handouts.project import Project


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
    if project.catalog(tag).exists():
        raise BadUsage(f"{project.shown(project.catalog(tag))} is there already; bring it up to date with update")
    found = _content(project, report)
    if found is None:
        return
    yield _update(project, tag, found, report)
    if tag not in project.languages:
        yield f"now add {tag} to the languages in handouts.yaml"


def status(project: Project, report: Report) -> Iterator[str]:
    """Make a table, topic by language: the share of messages translated, and how many are fuzzy or missing."""
    found = _content(project, report)
    if found is None:
        return
    tags = [tag for tag in project.languages if tag != project.source]
    catalogs = [catalog.read(project.catalog(tag), project.shown(project.catalog(tag)), tag, report) for tag in tags]
    width = max(map(len, (*found.topics, "all messages")))
    yield "  ".join([f"{'':{width}}", *(f"{tag:>20}" for tag in tags)])
    for topic in found.topics.values():
        printed = list(_messages(topic, found))
        yield "  ".join([f"{topic.slug:{width}}", *(f"{_share(each, printed):>20}" for each in catalogs)])
    whole = list(found.messages())
    yield "  ".join([f"{'all messages':{width}}", *(f"{_share(each, whole):>20}" for each in catalogs)])


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


def _messages(topic: Topic, found: Content) -> Iterator[Message]:
    yield from topic.messages()
    for block in topic.blocks:
        yield from found.messages_of(block)


def _share(each: catalog.Catalog, printed: list[Message]) -> str:
    counts = catalog.count(each, printed)
    share = f"{100 * counts[State.DONE] // max(len(printed), 1)} %"
    rest = [f"{counts[state]} {state.value}" for state in (State.FUZZY, State.MISSING) if counts[state]]
    return " ".join([", ".join(rest), share]).strip()
