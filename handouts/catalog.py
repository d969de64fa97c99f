"""Message catalogs: extract, read, update, count. gettext's PO format, through Babel.

Babel reads some broken files without a word and prints about others, so a file's lines are looked at first, and spelled
as Babel reads them: the editors of translators indent, wrap, escape and mark in ways of their own.
"""

import io
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from babel.messages import catalog as babel_catalog
from babel.messages.pofile import PoFileError, escape, normalize, read_po, unescape

from handouts.content import Block, Content, Message, Term
from handouts.problems import Position, Problem, Report, Severity
from handouts.source import text_of

WIDTH = 100
_LINE = re.compile(
    r'\s*(?P<mark>#~?\||#~)?\s*(?:(?P<keyword>msg(?:ctxt|id_plural|id|str(?:\[\d+\])?))\s*)?(?P<string>".*")\s*'
)
_STRING = re.compile(r'"(?:[^"\\]|\\[abfnrtv\\"]|\\[0-7]{1,3}|\\x[0-9a-fA-F]{2})*"')
_IGNORES = re.compile(r"^(?=(?:handouts:\s*)?ignore\s)", re.IGNORECASE)  # written for the English of then
_NO_PERSON = re.compile(
    r"@ADDRESS|Automatically generated|copyright|\(c\)|©|licen[cs]e|this file|translations? (?:for|of|template)", re.I
)
_BETWEEN = re.compile(r"[;/&]| and ")
_BYTES = re.compile(r"\\\\|((?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|[abfv]))+)")
_HEADER = re.compile(r'^msgid ""\nmsgstr ".*"((?:\n".*")*)$', re.MULTILINE)
_PREVIOUS = re.compile(r'\|\s*(?:(?P<keyword>msg(?:ctxt|id_plural|id))\s*)?(?P<string>".*")')
_UNIFORUM = re.compile(r"# File: .*, line: -?\d+")
_CHURN = ("POT-Creation-Date", "Generated-By", "PO-Revision-Date")
_NO_FORMATS = {"python-format", "python-brace-format"}


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
    """All translations into one language, by address, and the names of those who made them."""

    language: str
    entries: Mapping[str, Translation]
    translators: tuple[str, ...] = ()

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
    return parse(text, shown, language, report) if text is not None else Catalog(language, {})


def parse(text: str, shown: str, language: str, report: Report) -> Catalog:
    """Read the text of a PO file; a broken one is a problem and an empty catalog."""
    parsed = _parsed(text, shown, report)
    if parsed is None:
        return Catalog(language, {})
    entries: dict[str, Translation] = {}
    for message in parsed:
        if not message.id:
            continue
        position = Position(shown, message.lineno or 0)
        if message.context is None:
            report.error(position, "a message without its address", "no-address", "each needs its msgctxt")
            continue
        if isinstance(message.id, str) and isinstance(message.string, str):
            comments = tuple(_own(message.user_comments))
            previous = _previous(message.user_comments)
            entries[message.context] = Translation(
                message.id, message.string, message.fuzzy, position, previous, comments
            )
        else:
            report.error(position, "a plural form, which leaflets do not use", "plural")
    return Catalog(language, entries, _translators(text))


def _parsed(text: str, shown: str, report: Report) -> babel_catalog.Catalog | None:
    broken = list(_broken_lines(text, shown))
    report.add(*broken)
    if any(problem.severity is Severity.ERROR for problem in broken):
        return None
    try:
        return read_po(io.StringIO(_for_babel(_spelled(text))), abort_invalid=True)
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
    address, begins, inside = "", Position(shown), False
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip() or (line.startswith("#") and not line.startswith(("#~", "#|"))) or line.strip() == "#~":
            continue
        position = Position(shown, number, len(line) - len(line.lstrip()) + 1)
        match = _LINE.fullmatch(line)
        if match is None or not _STRING.fullmatch(match["string"]):
            yield Problem(position, "not a whole string in quotes", "po", 'each line must end in " and inner " be \\"')
        elif not _is_text(match["string"]):
            yield Problem(position, "escaped bytes that are not UTF-8", "encoding", "save the file as UTF-8")
        elif line.startswith("#"):
            continue
        elif match["keyword"] == "msgctxt":
            address, begins, inside = match["string"][1:-1], position, True
        elif match["keyword"] is None and inside:
            address += match["string"][1:-1]
        elif inside:
            inside = False
            first = places.setdefault(address, begins)
            if first != begins:
                yield Problem(begins, f'"{address}" stands here twice', "duplicate-message", f"first at {first}")


def _is_text(string: str) -> bool:
    try:
        return bool(_letters(string))
    except UnicodeDecodeError:
        return False


def _letters(string: str) -> str:
    """Write letters for their escaped bytes, which `msgcat --escape` writes and Babel leaves as they are."""
    return _BYTES.sub(lambda match: _unescaped(match[1]) if match[1] else match[0], string)


def _unescaped(escapes: str) -> str:
    raw = escapes.encode().decode("unicode_escape").encode("latin-1")
    return escape(raw.decode())[1:-1]


def _spelled(text: str) -> str:
    """Spell every line of a PO file in one way; lines keep their numbers."""
    return "\n".join(map(_spelled_line, text.replace("\r\n", "\n").split("\n")))


def _spelled_line(line: str) -> str:
    match = _LINE.fullmatch(line)
    if match is None:
        # "#=" begins the flags that newer versions of gettext call sticky; "# File" are places in Uniforum's style
        return f"#,{line[2:]}" if line.startswith("#=") else "" if _UNIFORUM.match(line) else line
    mark = match["mark"] or ""
    mark = "#| " if mark.endswith("|") else mark and "#~ "  # of obsolete entries, Babel does not know "#~|"
    keyword = match["keyword"] or ""
    return f"{mark}{keyword}{keyword and ' '}{_letters(match['string'])}"


def _for_babel(spelled: str) -> str:
    """Take the header's fields out: Babel fails on dates, languages and plural forms that it does not expect."""
    plurals = 'msgid ""\nmsgstr "Plural-Forms: nplurals=6; plural=0;\\n"'
    return _HEADER.sub(lambda match: plurals + "\n" * match[1].count("\n"), spelled, count=1)


def extract(content: Content) -> bytes:
    """Write the template catalog: all messages in order, none translated."""
    return _written(_template(content), _header("", {}))


def update(
    existing: str, content: Content, language: str, arrived: Mapping[str, Translation] = MappingProxyType({})
) -> bytes:
    """Bring a catalog up to date; what changed in English stays as fuzzy with the previous English beside it.

    Same address, other English: the old translation becomes fuzzy. Other address in the same block or topic, same
    English (an item moved up or down a list): that translation, as it is. Babel's own update knows no addresses.
    `existing` is the text of a PO file that `read` accepts, or empty for a new one; `arrived` are translations from
    elsewhere, by address, that take the place of what is there.
    """
    merged, spelled = _template(content), _spelled(existing)
    old = _Old(spelled, arrived)
    for message in merged:
        if message.id:
            old.carry_over(message)
    merged.obsolete = {_key(message): message for message in old.unused()}
    return _written(merged, _comments(spelled) + _header(language, _fields(spelled)))


class _Old:
    """The messages of a catalog before its update."""

    def __init__(self, spelled: str, arrived: Mapping[str, Translation]) -> None:
        parsed = read_po(io.StringIO(_for_babel(spelled)))
        self.active = {str(message.context): message for message in parsed if message.id and message.context}
        self.obsolete = {_key(message): message for message in parsed.obsolete.values() if message.context}
        self.messages = [*self.obsolete.values(), *self.active.values()]
        for address, translation in arrived.items():
            self._take(address, translation)
        self.by_address = {str(message.context): message for message in self.messages}
        self.by_text = {(owner(str(message.context)), message.id): message for message in self.messages}
        self.used = set[tuple[str, str]]()

    def _take(self, address: str, translation: Translation) -> None:
        """Put a translation in the place of what an address has; the translators' comments on it stay."""
        message = self.active.get(address) or self.obsolete.get((address, translation.english))
        if message is None:
            message = babel_catalog.Message(translation.english, context=address)
            self.messages.append(message)
        message.id, message.string = translation.english, translation.text
        message.flags = (set(message.flags) - {"fuzzy"}) | ({"fuzzy"} if translation.fuzzy else set())

    def carry_over(self, wanted: babel_catalog.Message) -> None:
        """Fill a message of the template with what the translators left for it."""
        address = str(wanted.context)
        before = self.by_address.get(address)
        if before is None or before.id != wanted.id:
            before = self.by_text.get((owner(address), wanted.id), before)
        if before is None:
            return
        self.used.add(_key(before))
        wanted.string = before.string
        wanted.user_comments = _own(before.user_comments)
        wanted.flags = set(before.flags) - _NO_FORMATS
        if before.string and before.id != wanted.id:
            wanted.flags.add("fuzzy")
            wanted.user_comments = [_IGNORES.sub("was: ", line) for line in wanted.user_comments]
        if wanted.fuzzy:
            previous = _previous(before.user_comments) if before.fuzzy else ""
            wanted.previous_id = [previous or str(before.id)] if previous or before.id != wanted.id else []

    def unused(self) -> Iterator[babel_catalog.Message]:
        """Translations that no message asks for any more; they are kept as obsolete."""
        for message in sorted(self.messages, key=_key):
            if _key(message) not in self.used and message.string:
                previous = _previous(message.user_comments)
                message.previous_id = [previous] if previous and message.fuzzy else []
                message.user_comments = _own(message.user_comments)
                message.flags = set(message.flags) - _NO_FORMATS
                message.auto_comments, message.locations = [], []
                yield message


def _key(message: babel_catalog.Message) -> tuple[str, str]:
    return str(message.context), str(message.id)


def _own(comments: Iterable[str]) -> list[str]:
    """Return the translators' own comments, without the previous English and without empty lines around them."""
    text = "\n".join(line for line in comments if not _PREVIOUS.fullmatch(line)).strip("\n")
    return text.split("\n") if text else []


def _previous(comments: Iterable[str]) -> str:
    """Return the previous English, which Babel reads as comments that begin with a bar."""
    text, keyword = "", ""
    for match in filter(None, map(_PREVIOUS.fullmatch, comments)):
        keyword = match["keyword"] or keyword
        text += unescape(match["string"]) if keyword == "msgid" else ""
    return text


def _template(content: Content) -> babel_catalog.Catalog:
    template, said = babel_catalog.Catalog(fuzzy=False), notes(content)
    for message in content.messages():
        added = template.add(
            message.english,
            context=message.address,
            locations=[(message.text.position.file, None)],  # type: ignore[list-item]  # no line: it would churn
            auto_comments=list(said[message.address]),
        )
        added.flags.clear()  # Babel takes "10% of" for a Python format
    return template


def notes(content: Content) -> dict[str, tuple[str, ...]]:
    """Say for each address what translators should know: the kind of text, where it is printed, what it rests on."""
    printed, rests_on = _uses(content), _claims(content)
    return {
        message.address: (message.note, *printed.get(message.address, ()), *rests_on.get(message.address, ()))
        for message in content.messages()
    }


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


def owner(address: str) -> str:
    """Return the block, topic or term that an address belongs to."""
    return "/".join(address.split("/")[:2])


def _written(catalog: babel_catalog.Catalog, header: str) -> bytes:
    entries = [line for message in catalog if message.id for line in (*_entry(message), "")]
    obsolete = [line for message in catalog.obsolete.values() for line in (*_entry(message, "#~"), "")]
    return "\n".join([header, *entries, *obsolete, ""]).encode()


def _entry(message: babel_catalog.Message, mark: str = "") -> Iterator[str]:
    """Write an entry; Babel would wrap comments and the previous English, and forget that an obsolete one is fuzzy."""
    yield from (f"# {comment}".rstrip() for comment in message.user_comments)
    for comment in message.auto_comments:
        wrapped = textwrap.wrap(comment, WIDTH, break_long_words=False, break_on_hyphens=False)
        yield from (f"#. {line}" for line in wrapped)
    yield from (f"#: {file}" for file, _ in message.locations)
    if message.flags:
        yield f"#, {', '.join(sorted(message.flags))}"
    yield from (_field("msgid", text, f"{mark or '#'}| ") for text in message.previous_id)
    prefix = mark and f"{mark} "
    yield _field("msgctxt", str(message.context), prefix)
    yield _field("msgid", str(message.id), prefix)
    yield _field("msgstr", str(message.string or ""), prefix)


def _field(keyword: str, text: str, prefix: str) -> str:
    lines = f"{keyword} {normalize(text, width=WIDTH)}".split("\n")
    return "\n".join(f"{prefix}{line}" for line in lines)


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


def _comments(spelled: str) -> str:
    """Return the comments above the header: copyright, the names of translators."""
    header = _HEADER.search(spelled)
    lines = spelled[: header.start()].splitlines() if header else []
    return "".join(f"{line}\n" for line in lines if line.startswith("#") and not line.startswith("#,"))


def _fields(spelled: str) -> dict[str, str]:
    header = _HEADER.search(spelled)
    lines = header[0].splitlines()[1:] if header else []
    joined = "".join(line.removeprefix("msgstr ")[1:-1] for line in lines).replace('\\"', '"')
    pairs = (line.partition(":") for line in joined.split("\\n"))
    return {key: value.strip() for key, separator, value in pairs if separator}


def _translators(text: str) -> tuple[str, ...]:
    """Return what the header says of its translators: its field Last-Translator, and each name in its comments."""
    spelled = _spelled(text)
    lines = [_fields(spelled).get("Last-Translator", ""), *_comments(spelled).splitlines()]
    named = (line.lstrip("# -").strip() for line in lines if not _NO_PERSON.search(line))
    split = (part.strip() for name in named for part in ([name] if "@" in name else re.split(_BETWEEN, name)))
    return tuple(dict.fromkeys(part for part in split if any(map(str.isalpha, part))))


def _escaped(text: str) -> str:
    return text.replace('"', '\\"')


def count(catalog: Catalog, messages: Iterable[Message]) -> dict[State, int]:
    """Count messages by the state of their translation."""
    states = [catalog.state(message) for message in messages]
    return {state: states.count(state) for state in State}
