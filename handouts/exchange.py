"""Translations by way of XLIFF 2, the format of agencies: out to a file, and back from one into the catalog.

Elements are made and read as XLIFF 2.0 (OASIS, 2014) says; storage, parsing and writing are translate-toolkit's, which
is optional. What comes back takes the place of nothing that somebody has changed here in the meantime.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from handouts import catalog, publish, seeds
from handouts.catalog import Catalog, State, Translation
from handouts.content import Content, Message
from handouts.languages import Direction, UncoveredScriptError, UnknownLanguageError, language
from handouts.problems import BadUsage, Position, Problem, Report, Severity, Stop
from handouts.project import Project

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from translate.storage.xliff2 import Xliff2File

_XLIFF = "urn:oasis:names:tc:xliff:document:2."
_SKELETON = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="{metadata}" version="2.0"
 srcLang={source} trgLang={target}><file id="handouts" canResegment="no" trgDir="{direction}"></file></xliff>"""
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FUZZY = "handouts:fuzzy"
_EXPORTED = "translation at export"
_ADVICE = (
    "Stars stay around the same words: **strong**, *emphasis*. Names in braces, such as {title}, stay as they are.",
    "Set the state of what you have translated or confirmed to translated. What stays initial is not printed.",
)
_PLACEHOLDER = re.compile(r"(\{[a-z_]+\})")
_BROKEN_LINE = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_SAME_LANGUAGE = {"fil": "tl", "iw": "he"}


class Outcome(StrEnum):
    """What a unit of a file means for the catalog, in the words of the summary."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "as before"
    EMPTY = "empty in the file"
    KEPT = "newer here and kept"
    UNPLACED = "without a message here"


@dataclass(frozen=True, slots=True)
class Unit:
    """A text as a file has it: its English there, its translation, and the state, if the file says one.

    `exported` is the digest of the translation that went out, where the translator's program has kept it.
    """

    address: str
    english: str
    text: str
    state: str
    exported: str
    position: Position


def export(project: Project, tag: str, path: Path, report: Report) -> str:
    """Write all texts and their translations so far to an XLIFF file, which must not be there yet."""
    _known(project, tag)
    if path.exists():
        raise BadUsage(f"{path} is there already, and may hold translations; name another file")
    found = seeds.load(project, report)
    own = catalog.read(project.catalog(tag), project.shown(project.catalog(tag)), tag, report)
    if report.failed():
        return f"{path} is not written"
    publish.write(path, written(found, own, project.source))
    states = catalog.count(own, found.messages())
    return f"{path}: {sum(states.values())} texts, {states[State.DONE]} of them translated"


def bring_back(project: Project, tag: str, path: Path, report: Report) -> Iterator[str]:
    """Put the translations of an XLIFF file into the catalog; say what became of each."""
    _known(project, tag)
    target = project.catalog(tag)
    found = seeds.load(project, report)
    catalog.read(target, project.shown(target), tag, report)
    units = read(_raw(path), path.as_posix(), (project.source, tag), report)
    if units is None or report.failed():
        yield f"{project.shown(target)} is left as it was"
        return
    # First brought up to date, so that the addresses in the catalog are those of today's English.
    existing = target.read_text(encoding="utf-8-sig") if target.is_file() else ""
    current = catalog.update(existing, found, tag).decode()
    own = catalog.parse(current, project.shown(target), tag, report)
    arrived, outcomes = settle(units, found, own, report)
    if report.failed():
        yield f"{project.shown(target)} is left as it was"
        return
    whole = catalog.update(current, found, tag, arrived)
    publish.write(target, whole)
    yield f"{project.shown(target)}: {_summary(outcomes)}"
    yield from _standing(catalog.parse(whole.decode(), project.shown(target), tag, report), found)


def _known(project: Project, tag: str) -> None:
    """Refuse a language that does not exist or is the source; the library is asked for here, before any work."""
    try:
        language(tag)
    except (UnknownLanguageError, UncoveredScriptError) as error:
        raise BadUsage(str(error)) from error
    if tag == project.source:
        raise BadUsage(f"{tag} is the language to translate from")
    _library()


def _library() -> "type[Xliff2File]":
    try:
        from translate.storage.xliff2 import Xliff2File
    except ImportError as error:
        raise Stop("XLIFF needs translate-toolkit: pip install 'handouts[xliff]'") from error
    found: type[Xliff2File] = Xliff2File
    return found


def _raw(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadUsage(f"{path} can't be read: {error.strerror}") from error


def _summary(outcomes: Mapping[Outcome, int]) -> str:
    return ", ".join(f"{outcomes[each]} {each}" for each in Outcome if outcomes[each]) or "no texts in the file"


def _standing(own: Catalog, found: Content) -> Iterator[str]:
    states = catalog.count(own, found.messages())
    yield f"now {states[State.DONE]} translated, {states[State.FUZZY]} fuzzy, {states[State.MISSING]} missing"
    yield "all of them drafts until a qualified person approves the leaflets"


def written(content: Content, own: Catalog, source: str) -> bytes:
    """Write the texts of a project, with their translations so far, as an XLIFF 2.0 file."""
    tag = own.language
    direction = "rtl" if language(tag).direction is Direction.RTL else "ltr"
    skeleton = _SKELETON.format(
        metadata=_METADATA, source=quoteattr(source), target=quoteattr(tag), direction=direction
    )
    store = _library().parsestring(skeleton)
    store.body.append(_notes(store.body, (("description", text) for text in _ADVICE)))
    said = catalog.notes(content)
    for message in content.messages():
        _add(store, message, own, said[message.address])
    return bytes(store)


def _add(store: "Xliff2File", message: Message, own: Catalog, said: Iterable[str]) -> None:
    """Add a unit; translate-toolkit puts notes and xml:space into the segment, where the standard has neither."""
    unit = store.UnitClass(message.english)
    store.addunit(unit)
    unit.setid(message.address.replace("/", ":"))  # an NMTOKEN has no slash
    entry, state = own.entries.get(message.address), own.state(message)
    text = entry.text if entry and state is not State.MISSING else ""
    if text:
        unit.target = text
    segment, element = unit.xmlelement, unit.getunitelement()
    segment.attrib.pop(_SPACE, None)
    segment.set("state", "translated" if state is State.DONE else "initial")
    if state is State.FUZZY:
        segment.set("subState", _FUZZY)
    element.set("name", message.address)
    element.set(_SPACE, "preserve")
    numbers: dict[str, list[str]] = {}
    for node in segment:
        _protect(node, numbers)
    element.insert(0, _notes(element, _said(message, entry, said)))
    element.insert(0, _metadata(element, _digest(text)))


def _said(message: Message, entry: Translation | None, notes: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield from (("description", text) for text in notes)
    if entry is not None:
        before = entry.previous or entry.english
        if before != message.english:
            yield "before", f"the English that was translated: {before}"
        yield from (("translators", comment) for comment in entry.comments if comment)


def _notes(parent: "Element", texts: Iterable[tuple[str, str]]) -> "Element":
    namespace = parent.tag.partition("}")[0] + "}"
    notes = parent.makeelement(f"{namespace}notes", {})
    for category, text in texts:
        note = parent.makeelement(f"{namespace}note", {"category": category})
        note.text = _printable(text)
        notes.append(note)
    return notes


def _metadata(parent: "Element", digest: str) -> "Element":
    """Remember which translation went out, to see who has changed it when the file comes back."""
    metadata = parent.makeelement(f"{{{_METADATA}}}metadata", {})
    group = parent.makeelement(f"{{{_METADATA}}}metaGroup", {"category": "handouts"})
    meta = parent.makeelement(f"{{{_METADATA}}}meta", {"type": _EXPORTED})
    meta.text = digest
    group.append(meta)
    metadata.append(group)
    return metadata


def _protect(node: "Element", numbers: dict[str, list[str]]) -> None:
    """Mark placeholders as not to be translated; they stay text, for programs that know no marks."""
    first, *rest = _PLACEHOLDER.split(node.text or "")
    namespace = node.tag.partition("}")[0] + "}"
    node.text = first
    used: Counter[str] = Counter()
    for name, tail in zip(rest[::2], rest[1::2], strict=True):
        known = numbers.setdefault(name, [])
        if used[name] == len(known):
            known.append(f"m{sum(map(len, numbers.values())) + 1}")
        mark = node.makeelement(f"{namespace}mrk", {"id": known[used[name]], "translate": "no"})
        mark.text, mark.tail = name, tail
        node.append(mark)
        used[name] += 1


def _printable(text: str) -> str:
    return "".join(character for character in text if character >= " " or character in "\t\n")


def read(raw: bytes, shown: str, languages: tuple[str, str], report: Report) -> list[Unit] | None:
    """Read an XLIFF 2 file of a pair of languages; None when it can't be read or is of another pair."""
    look = _Look(raw, shown)
    report.add(*(look.problems or look.about(languages)))
    if look.problems or report.failed():
        return None
    try:
        store = _library().parsestring(raw)
    except (SyntaxError, ValueError, AssertionError) as error:  # lxml's limits of depth and length
        report.error(Position(shown), f"broken XLIFF: {error}", "xliff")
        return None
    elements = store.document.getroot().iter(store.namespaced("unit"))
    found = [_unit(element, place, report) for element, place in zip(elements, look.units, strict=True)]
    return list(_once([unit for unit in found if unit is not None], report))


class _Refused(Exception):
    """The file holds what no exchanged file needs."""


class _Look:
    """A first look at an XML file, without any library: whether it is sound, its top element, where its units begin."""

    def __init__(self, raw: bytes, shown: str) -> None:
        self.shown, self.top, self.given = shown, "", dict[str, str]()
        self.units: list[Position] = []
        self.problems: list[Problem] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._begin
        try:
            self.parser.Parse(raw, True)
        except expat.ExpatError as error:
            position = Position(shown, error.lineno, error.offset + 1)
            self.problems.append(Problem(position, f"broken XML: {expat.ErrorString(error.code)}", "xliff"))
        except (ValueError, LookupError) as error:  # an encoding that Python does not know
            self.problems.append(Problem(Position(shown, 1, 1), f"broken XML: {error}", "xliff"))
        except _Refused:
            hint = "a document type can name other files and make text without end; take it out"
            self.problems.append(Problem(self._here(), "a DOCTYPE, which is not read", "xliff", hint))

    def _refuse(self, *_: object) -> None:
        raise _Refused

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if not self.top:
            self.top, self.given = name, attributes
        if name == f"{self.top.rpartition(' ')[0]} unit":
            self.units.append(self._here())

    def _here(self) -> Position:
        return Position(self.shown, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def about(self, languages: tuple[str, str]) -> Iterator[Problem]:
        """Say what speaks against the file: another format, another pair of languages."""
        namespace, _, name = self.top.rpartition(" ")
        first = Position(self.shown, 1, 1)
        if name != "xliff" or not (namespace.startswith(_XLIFF) and self.given.get("version", "").startswith("2.")):
            version = f"XLIFF {self.given.get('version', 'of an unknown version')}" if name == "xliff" else f"<{name}>"
            yield Problem(first, f"this is {version}, not XLIFF 2", "xliff", "ask for XLIFF 2.0 or 2.1")
            return
        for field, wanted in zip(("srcLang", "trgLang"), languages, strict=True):
            given = self.given.get(field, "")
            if not _same_language(given, wanted):
                yield Problem(first, f"{field} is '{given}', not '{wanted}'", "xliff", "is this the right file?")


def _same_language(given: str, wanted: str) -> bool:
    """Hold two tags against each other, whatever the territory: es-MX is Spanish, zh-TW is not zh-Hans."""
    first, *rest = given.replace("_", "-").lower().split("-")
    cased = "-".join([first, *(part.title() if len(part) == 4 else part.upper() for part in rest)])  # BCP 47, 2.1.1
    if _SAME_LANGUAGE.get(first, first) != wanted.partition("-")[0]:
        return False
    try:
        return language(cased).script == language(wanted).script
    except (UnknownLanguageError, UncoveredScriptError):
        return False


def _unit(element: "Element", position: Position, report: Report) -> Unit | None:
    address = element.get("name") or element.get("id", "").replace(":", "/")
    try:
        english, text, state = _texts(element)
    except ValueError:
        hint = "an inline code needs its text, in originalData or equiv"
        report.add(Problem(position, f"'{address}' holds a code that can't be read", "xliff", hint, Severity.WARNING))
        return None
    metas = (meta for meta in element.iter(f"{{{_METADATA}}}meta") if meta.get("type") == _EXPORTED)
    exported = next(metas, None)
    return Unit(address, english, text, state, "" if exported is None else exported.text or "", position)


def _texts(element: "Element") -> tuple[str, str, str]:
    """Return the English, the translation and the least state of a unit, which a program may have cut into segments."""
    codes = {data.get("id", ""): "".join(_text(data, {})) for data in _below(element, "data")}
    sources, targets, states, whole = list[str](), list[tuple[int, str]](), list[str](), True
    for segment, number in zip(_below(element, "segment", "ignorable"), count(1)):
        source = "".join(text for child in _below(segment, "source") for text in _text(child, codes))
        order, text = _target(segment, number, codes)
        if _local(segment) == "segment":
            states.append(segment.get("state", ""))
            whole = whole and bool(text.strip() or not source.strip())
        sources.append(source)
        targets.append((order, text or source))
    joined = "".join(text for _, text in sorted(targets)) if whole else ""  # half a sentence is no translation
    return _tidy("".join(sources)), _tidy(joined), "initial" if "initial" in states else "".join(states[:1])


def _target(segment: "Element", number: int, codes: Mapping[str, str]) -> tuple[int, str]:
    for child in _below(segment, "target"):
        return int(child.get("order", number)), "".join(_text(child, codes))
    return number, ""


def _below(element: "Element", *names: str) -> Iterator["Element"]:
    """Go through the core elements of some names; a module's own sources and targets (matches) are none of them."""
    namespace = element.tag.partition("}")[0]
    for child in element:
        if isinstance(child.tag, str) and child.tag.startswith(namespace):
            if _local(child) in names:
                yield child
            elif _local(child) == "originalData":
                yield from _below(child, *names)


def _local(element: "Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: "Element", codes: Mapping[str, str]) -> Iterator[str]:
    """Return a text with what its inline elements stand for; ValueError when one does not say that."""
    yield element.text or ""
    for child in element:
        match _local(child):
            case "cp":
                yield chr(int(child.get("hex", ""), 16)).encode().decode()
            case "ph" | "sc" | "ec":
                yield _code(child, codes, "")
            case "pc":
                yield _code(child, codes, "Start")
                yield from _text(child, codes)
                yield _code(child, codes, "End")
            case "mrk":
                yield from _text(child, codes)
        yield child.tail or ""


def _code(element: "Element", codes: Mapping[str, str], end: str) -> str:
    found = codes.get(element.get(f"dataRef{end}", ""), element.get(f"equiv{end}"))
    if found is None:
        raise ValueError(element.tag)
    return found


def _tidy(text: str) -> str:
    """Join lines, which programs break to please the eye; hard spaces stay."""
    return _BROKEN_LINE.sub(" ", text).strip(" \t\r\n")


def _once(units: list[Unit], report: Report) -> Iterator[Unit]:
    places: dict[str, Position] = {}
    for unit in units:
        first = places.setdefault(unit.address, unit.position)
        if first == unit.position:
            yield unit
        else:
            report.error(unit.position, f"'{unit.address}' stands here twice", "xliff", f"first at {first}")


def settle(
    units: Iterable[Unit], content: Content, own: Catalog, report: Report
) -> tuple[dict[str, Translation], Counter[Outcome]]:
    """Decide what becomes of each unit: the translations to put into the catalog, by address, and how many of each."""
    messages = _Messages(content)
    pairs = [(unit, messages.of(unit)) for unit in units]
    if pairs and not any(message for _, message in pairs):
        position = Position(pairs[0][0].position.file)
        report.error(position, "no text of this file is one of this project's", "xliff", "is this the right file?")
        return {}, Counter()
    arrived: dict[str, Translation] = {}
    outcomes: Counter[Outcome] = Counter()
    for unit, message in pairs:
        outcome = _outcome(unit, message, own) if message else Outcome.UNPLACED
        outcomes[outcome] += 1
        report.add(*_warnings(unit, outcome, message))
        address = message.address if message else unit.address
        translation = _arrival(unit, outcome, message, own.entries.get(address))
        if translation is not None:
            arrived[address] = translation
    return arrived, outcomes


class _Messages:
    """The messages of a project, to be found by address and English."""

    def __init__(self, content: Content) -> None:
        self.by_address = {message.address: message for message in content.messages()}
        self.by_text = {
            (catalog.owner(message.address), _tidy(message.english)): message for message in content.messages()
        }

    def of(self, unit: Unit) -> Message | None:
        """Find a unit's message: its address and English, or an item that has moved, or the address alone."""
        message = self.by_address.get(unit.address)
        if message is not None and _tidy(message.english) == unit.english:
            return message
        return self.by_text.get((catalog.owner(unit.address), unit.english), message)


def _outcome(unit: Unit, message: Message, own: Catalog) -> Outcome:
    here = own.entries.get(message.address)
    if not unit.text:
        return Outcome.EMPTY
    if here is None or not here.text.strip():
        return Outcome.NEW
    if _tidy(here.text) == unit.text:
        return Outcome.SAME
    if unit.exported == _digest(unit.text):
        return Outcome.KEPT
    meanwhile = unit.exported not in ("", _digest(here.text))
    if own.state(message) is State.DONE and (meanwhile or unit.english != _tidy(message.english)):
        return Outcome.KEPT
    return Outcome.CHANGED


def _arrival(unit: Unit, outcome: Outcome, message: Message | None, here: Translation | None) -> Translation | None:
    """Return what goes into the catalog: for other English than today's as such, so that it becomes fuzzy there."""
    if not unit.text or outcome in (Outcome.EMPTY, Outcome.KEPT):
        return None
    current = message is not None and _tidy(message.english) == unit.english
    if outcome is Outcome.SAME and not current:
        return None
    fuzzy = unit.state == "initial" or (not unit.state and outcome is Outcome.SAME and here is not None and here.fuzzy)
    english = message.english if message and current else unit.english
    return Translation(english, unit.text, fuzzy, unit.position)


def _warnings(unit: Unit, outcome: Outcome, message: Message | None) -> Iterator[Problem]:
    match outcome:
        case Outcome.UNPLACED:
            text = f"no message '{unit.address}' here: \"{unit.english}\""
            hint = "its translation is kept at the end of the catalog" if unit.text else ""
            yield Problem(unit.position, text, "xliff-unplaced", hint, Severity.WARNING)
        case Outcome.KEPT if unit.exported != _digest(unit.text):
            text = f"'{unit.address}' has changed here in the meantime; not taken: \"{unit.text}\""
            hint = "put it into the catalog by hand if it is the better one"
            yield Problem(unit.position, text, "xliff-newer", hint, Severity.WARNING)
        case Outcome.NEW | Outcome.CHANGED if message and _tidy(message.english) != unit.english:
            text = f"'{unit.address}' was translated from other English, so it is fuzzy"
            yield Problem(unit.position, text, "xliff-english", "", Severity.WARNING)


def _digest(text: str) -> str:
    return hashlib.sha256(_tidy(text).encode()).hexdigest()[:16]
