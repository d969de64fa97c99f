"""Message catalogs: extract, read, update, count. gettext's PO format, through Babel.

Babel reads some broken files without a word and prints about others, so a file's lines are looked at first.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from babel.messages import catalog as babel_catalog
from babel.messages.pofile import PoFileError, normalize, read_po, unescape, write_po

from handouts.content import Block, Content, Message, Term
from handouts.problems import Position, Problem, Report, Severity
from handouts.source import text_of

WIDTH = 100
_LINE = re.compile(r'(?:#~ ?|#~?\| ?)?(?:(?P<keyword>msg(?:ctxt|id|id_plural|str(?:\[\d+\])?))\s*)?(?P<string>".*")\s*')
_STRING = re.compile(r'"(?:[^"\\]|\\[abfnrtv\\"]|\\[0-7]{1,3}|\\x[0-9a-fA-F]{2})*"')
_CHURN = ("POT-Creation-Date", "Generated-By", "PO-Revision-Date")


class State(StrEnum):
    """How far the translation of a message is."""

    DONE = "done"
    FUZZY = "fuzzy"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a catalog: the English it was made for, the translated text, and where it stands.

    `previous` is the English before that, where a fuzzy entry names it; `comments` are the translators' own.
    """

    english: str
    text: str
    fuzzy: bool
    position: Position
    previous: str = ""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """All translations into one language, by address."""

    language: str
    entries: Mapping[str, Translation]

    def state(self, message: Message) -> State:
        """Say whether a message can be printed in this language."""
        entry = self.entries.get(message.address)
        if entry is None or not entry.text.strip():
            return State.MISSING
        return State.FUZZY if entry.fuzzy or entry.english != message.english else State.DONE

    def translation(self, message: Message) -> Translation | None:
        """Return the translation of a message when it is done."""
        return self.entries[message.address] if self.state(message) is State.DONE else None


def read(path: Path, shown: str, language: str, report: Report) -> Catalog:
    """Read a PO file; a file that is not there is an empty catalog, a broken one a problem and an empty catalog."""
    if not path.is_file():
        return Catalog(language, {})
    text = text_of(path, shown, report)
    parsed = _parsed(text, shown, report) if text is not None else None
    if parsed is None:
        return Catalog(language, {})
    entries: dict[str, Translation] = {}
    for message in parsed:
        if not message.id or message.context is None:
            continue
        position = Position(shown, message.lineno or 0)
        if isinstance(message.id, str) and isinstance(message.string, str):
            comments = tuple(line for line in message.user_comments if not line.startswith("|"))
            previous = _previous(message.user_comments)
            entries[message.context] = Translation(
                message.id, message.string, message.fuzzy, position, previous, comments
            )
        else:
            report.error(position, "a plural form, which leaflets do not use", "plural")
    return Catalog(language, entries)


def _parsed(text: str, shown: str, report: Report) -> babel_catalog.Catalog | None:
    broken = list(_broken_lines(text, shown))
    report.add(*broken)
    if any(problem.severity is Severity.ERROR for problem in broken):
        return None
    try:
        return read_po(io.BytesIO(text.encode()), abort_invalid=True, charset="utf-8")
    except PoFileError as error:
        report.error(Position(shown, error.lineno + 1), f"broken PO file: {error.args[0].split(' on ')[0]}", "po")
    except (ValueError, LookupError) as error:
        report.error(Position(shown), f"broken PO file: {error}", "po")
    return None


def _broken_lines(text: str, shown: str) -> Iterator[Problem]:
    """Find what Babel would read as something else, or drop: broken strings and addresses that stand twice."""
    if not text.strip():
        yield Problem(
            Position(shown, 1, 1), "the file is empty", "empty", "delete it, then: handouts messages add LANGUAGE"
        )
    places: dict[str, Position] = {}
    address, begins = "", Position(shown)
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip() or (line.startswith("#") and not line.startswith(("#~", "#|"))):
            continue
        position = Position(shown, number, len(line) - len(line.lstrip()) + 1)
        match = _LINE.fullmatch(line)
        if match is None or not _STRING.fullmatch(match["string"]):
            yield Problem(position, "not a whole string in quotes", "po", 'each line must end in " and inner " be \\"')
        elif line.startswith("#"):
            continue
        elif match["keyword"] == "msgctxt":
            address, begins = match["string"][1:-1], position
        elif match["keyword"] is None and address and address not in places:
            address += match["string"][1:-1]
        elif address:
            first = places.setdefault(address, begins)
            if first != begins:
                yield Problem(begins, f'"{address}" stands here twice', "duplicate-message", f"first at {first}")
            address = ""


def extract(content: Content) -> bytes:
    """Write the template catalog: all messages in order, none translated."""
    return _written(_template(content), _header("", {}))


def update(existing: str, content: Content, language: str) -> bytes:
    """Bring a catalog up to date; what changed in English stays as fuzzy with the previous English beside it.

    Same address, other English: the old translation becomes fuzzy. Other address in the same block or topic, same
    English (an item moved up or down a list): that translation, as it is. Babel's own update knows no addresses.
    `existing` is the text of a PO file that `read` accepts, or empty for a new one.
    """
    merged = _template(content)
    old = _Old(existing)
    for message in merged:
        if message.id:
            old.carry_over(message)
    merged.obsolete = {_key(message): message for message in old.unused()}
    return _written(merged, _comments(existing) + _header(language, _fields(existing)))


class _Old:
    """The messages of a catalog before its update."""

    def __init__(self, text: str) -> None:
        parsed = read_po(io.BytesIO(text.encode()), charset="utf-8")
        both = (*parsed.obsolete.values(), *parsed)
        self.messages = [message for message in both if message.id and message.context]
        self.by_address = {str(message.context): message for message in self.messages}
        self.by_text = {(_owner(str(message.context)), message.id): message for message in self.messages}
        self.used = set[tuple[str, str]]()

    def carry_over(self, wanted: babel_catalog.Message) -> None:
        """Fill a message of the template with what the translators left for it."""
        address = str(wanted.context)
        before = self.by_address.get(address)
        if before is None or before.id != wanted.id:
            before = self.by_text.get((_owner(address), wanted.id), before)
        if before is None:
            return
        self.used.add(_key(before))
        wanted.string = before.string
        wanted.user_comments = [line for line in before.user_comments if not line.startswith("|")]
        wanted.flags = set(before.flags) - {"python-format", "python-brace-format"}
        if before.string and before.id != wanted.id:
            wanted.flags.add("fuzzy")
        if wanted.fuzzy:
            previous = _previous(before.user_comments) if before.fuzzy else ""
            wanted.previous_id = [previous or str(before.id)] if previous or before.id != wanted.id else []

    def unused(self) -> Iterator[babel_catalog.Message]:
        """Translations that no message asks for any more; they are kept as obsolete."""
        for message in sorted(self.messages, key=_key):
            if _key(message) not in self.used and message.string:
                message.user_comments = [line for line in message.user_comments if not line.startswith("|")]
                yield message


def _key(message: babel_catalog.Message) -> tuple[str, str]:
    return str(message.context), str(message.id)


def _previous(comments: Iterable[str]) -> str:
    """Return the previous English, which Babel reads as comments that begin with a bar."""
    strings = [_STRING.search(line) for line in comments if line.startswith("|") and "msgctxt" not in line]
    return "".join(unescape(match[0]) for match in strings if match)


def _template(content: Content) -> babel_catalog.Catalog:
    template = babel_catalog.Catalog(fuzzy=False)
    printed, rests_on = _uses(content), _claims(content)
    for message in content.messages():
        added = template.add(
            message.english,
            context=message.address,
            locations=[(message.text.position.file, None)],  # type: ignore[list-item]  # no line: it would churn
            auto_comments=[message.note, *printed.get(message.address, ()), *rests_on.get(message.address, ())],
        )
        added.flags.clear()  # Babel takes "10% of" for a Python format
    return template


def _uses(content: Content) -> dict[str, list[str]]:
    """Say for each address of a block in which leaflets it is printed."""
    topics: dict[str, list[str]] = {}
    for topic in content.topics.values():
        for block in topic.blocks:
            for message in content.messages_of(block):
                titles = topics.setdefault(message.address, [])
                if topic.title.english not in titles:
                    titles.append(topic.title.english)
    return {address: [f"printed in: {'; '.join(titles)}"] for address, titles in topics.items()}


def _claims(content: Content) -> dict[str, list[str]]:
    """Say for each address of a block what it rests on."""
    lines = {}
    owners: list[Block | Term] = [*content.blocks.values(), *content.terms.values()]
    for owner in owners:
        said = [f"rests on: {claim.reference} (paragraph {claim.paragraph})" for claim in owner.claims]
        for message in owner.messages():
            lines[message.address] = said
    return lines


def _owner(address: str) -> str:
    return "/".join(address.split("/")[:2])


def _written(catalog: babel_catalog.Catalog, header: str) -> bytes:
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=WIDTH, omit_header=True, include_lineno=False)
    previous = {
        f"msgctxt {normalize(str(message.context), width=WIDTH)}": message.previous_id[0]
        for message in catalog
        if message.previous_id
    }
    lines = (line for text in buffer.getvalue().decode().splitlines() for line in _with_previous(text, previous))
    return "\n".join([header, *lines, ""]).encode()


def _with_previous(line: str, previous: Mapping[str, str]) -> Iterator[str]:
    """Write the previous English before a message's address; Babel wraps it as a comment, in the middle of strings."""
    if line in previous:
        yield from (f"#| {part}" for part in f"msgid {normalize(previous[line], width=WIDTH)}".splitlines())
    yield line


def _header(language: str, fields: Mapping[str, str]) -> str:
    """Write the header entry: what a translator's editor put there stays, what would churn goes."""
    ours = {
        "Project-Id-Version": "handouts",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    merged = {**ours, **{key: value for key, value in fields.items() if key not in (*ours, *_CHURN)}}
    lines = [f'"{key}: {_escaped(value)}\\n"' for key, value in merged.items()]
    return "\n".join(['msgid ""', 'msgstr ""', *lines, ""])


def _comments(text: str) -> str:
    """Return the comments above the header: copyright, the names of translators."""
    top = re.match(r'((?:#.*\n|\n)*)msgid ""\n', text)
    lines = top[1].splitlines() if top else []
    return "".join(f"{line}\n" for line in lines if line.startswith("#") and not line.startswith("#,"))


def _fields(text: str) -> dict[str, str]:
    catalog_header = re.search(r'^msgid ""\nmsgstr ""\n((?:".*"\n)*)', text, re.MULTILINE)
    lines = catalog_header[1].splitlines() if catalog_header else []
    joined = "".join(line.strip()[1:-1] for line in lines).replace('\\"', '"')
    pairs = (line.partition(": ") for line in joined.split("\\n"))
    return {key: value for key, separator, value in pairs if separator}


def _escaped(text: str) -> str:
    return text.replace('"', '\\"')


def count(catalog: Catalog, messages: Iterable[Message]) -> dict[State, int]:
    """Count messages by the state of their translation."""
    states = [catalog.state(message) for message in messages]
    return {state: states.count(state) for state in State}
