"""A YAML file becomes nodes that know their position; scalars stay text.

Every reader of YAML in this package goes through `read` and `Fields`, so that bad input is reported in one way.
"""

import datetime
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from handouts.problems import Position, Report

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it was written, white space at its ends removed."""

    value: str
    position: Position

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence of nodes."""

    values: tuple["Node", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping; `keys` holds each key with its own position."""

    values: Mapping[str, "Node"]
    keys: Mapping[str, Position]
    position: Position


Node = Text | Items | Table
_Choice = TypeVar("_Choice", bound=StrEnum)
_Shape = TypeVar("_Shape", Text, Items, Table)


def near(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or lists them all when they are few."""
    known = sorted(known)
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 12 else ""


def is_name(text: Text, report: Report) -> bool:
    """Say whether a text can be a name: small letters a to z, digits and hyphens; report it if not."""
    if _NAME.fullmatch(text.value):
        return True
    report.error(text.position, f"'{text}' is no name", "name", "use small letters a to z, digits and hyphens")
    return False


def text_of(path: Path, shown: str, report: Report) -> str | None:
    """Read a file as UTF-8; report at the first byte that is not, or when the file can't be read."""
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        report.error(
            Position(shown, line, column),
            f"byte 0x{raw[error.start]:02x} is not UTF-8",
            "encoding",
            "save the file as UTF-8",
        )
    except OSError as error:
        report.error(Position(shown), f"can't be read: {error.strerror}", "unreadable")
    return None


def read(path: Path, shown: str, report: Report) -> Table | None:
    """Read a YAML file whose top is a mapping; `shown` is the name that problems use."""
    text = text_of(path, shown, report)
    node = _node(text, shown, report) if text is not None else None
    if node is None or isinstance(node, Table):
        return node
    report.error(node.position, "the file must be a mapping of names to values", "shape")
    return None


def _node(text: str, shown: str, report: Report) -> Node | None:
    try:
        top = yaml.compose(text, Loader=_Loader)
        if top is not None:
            return _Reader(shown, report).node(top)
        report.error(Position(shown, 1, 1), "the file is empty", "empty")
    except RecursionError:
        report.error(Position(shown), "lists or mappings in each other, too many to read", "yaml")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = Position(shown, mark.line + 1, mark.column + 1) if mark else Position(shown)
        report.error(position, f"broken YAML: {error.problem or error.context}", "yaml")
    except yaml.YAMLError as error:
        report.error(Position(shown), f"broken YAML: {' '.join(str(error).split())}", "yaml")
    return None


class _Reader:
    """Turns PyYAML's nodes into ours; refuses aliases, through which a small file can grow without bound."""

    def __init__(self, shown: str, report: Report) -> None:
        self.shown, self.report, self.seen = shown, report, set[int]()

    def position(self, node: yaml.Node) -> Position:
        return Position(self.shown, node.start_mark.line + 1, node.start_mark.column + 1)

    def node(self, node: yaml.Node) -> Node:
        position = self.position(node)
        if id(node) in self.seen:
            self.report.error(position, "an alias repeats a value", "alias", "write the value out")
            return Text("", position)
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return Text(node.value.strip(), position)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.node(child) for child in node.value), position)
        return self.table(node, position)

    def table(self, node: yaml.Node, position: Position) -> Table:
        values: dict[str, Node] = {}
        keys: dict[str, Position] = {}
        for key, value in node.value:
            where = self.position(key)
            name = key.value.strip() if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                self.report.error(where, "a name must be plain text", "shape")
            elif name in values:
                self.report.error(where, f"'{name}' stands here twice", "duplicate-key", f"first at {keys[name]}")
            else:
                values[name], keys[name] = self.node(value), where
        return Table(values, keys, position)


class Fields:
    """Takes a mapping apart field by field; whatever is missing, unknown or of the wrong shape goes to the report."""

    def __init__(self, table: Table, report: Report) -> None:
        self.table, self.report, self.asked = table, report, set[str]()

    @property
    def position(self) -> Position:
        """Where the mapping begins."""
        return self.table.position

    def node(self, name: str, *, required: bool = True) -> Node | None:
        """Return a field as it stands."""
        self.asked.add(name)
        node = self.table.values.get(name)
        if node is None and required:
            self.report.error(self.position, f"'{name}' is missing", "missing-field")
        return node

    def text(self, name: str, *, required: bool = True) -> Text | None:
        """Return a field that must be text and, when required, not empty."""
        node = self.node(name, required=required)
        if node is None:
            return None
        if not isinstance(node, Text):
            self._wrong(node, name, "text")
            return None
        if not node.value and required:
            self._wrong(node, name, "text that is not empty")
            return None
        return node

    def number(self, name: str, *, least: int = 0, most: int = 10_000, required: bool = True) -> int | None:
        """Return a field that must be a whole number between least and most."""
        text = self.text(name, required=required)
        if text is None:
            return None
        digits = text.value if text.value.isascii() and text.value.isdecimal() else ""
        if not 0 < len(digits) < 10 or not least <= int(digits) <= most:
            self._wrong(text, name, f"a whole number from {least} to {most}")
            return None
        return int(digits)

    def choice(self, name: str, among: type[_Choice]) -> _Choice | None:
        """Return a field that is one of an enumeration's values, None when it is not there."""
        text = self.text(name, required=False)
        if text is None:
            return None
        if text.value not in set(among):
            known = [each.value for each in among]
            self.report.error(text.position, f"'{text}' is no choice for '{name}'", "choice", near(text.value, known))
            return None
        return among(text.value)

    def switch(self, name: str) -> bool:
        """Return a field that is true or false, false when it is not there."""
        text = self.text(name, required=False)
        if text is None:
            return False
        if text.value not in ("true", "false"):
            self._wrong(text, name, "true or false")
        return text.value == "true"

    def date(self, name: str) -> datetime.date | None:
        """Return a field that must be a day written as 2026-11-21."""
        text = self.text(name)
        try:
            return datetime.date.fromisoformat(text.value) if text else None
        except ValueError:
            if text is not None:
                self.report.error(text.position, f"'{text}' is not a date", "date", "write it as 2026-11-21")
            return None

    def items(self, name: str, *, required: bool = True) -> tuple[Node, ...]:
        """Return the nodes of a field that must be a list, not empty when required."""
        node = self.node(name, required=required)
        if node is None:
            return ()
        if not isinstance(node, Items):
            self._wrong(node, name, "a list")
            return ()
        if not node.values and required:
            self._wrong(node, name, "a list that is not empty")
        return node.values

    def texts(self, name: str, *, required: bool = True) -> tuple[Text, ...]:
        """Return a field that must be a list of texts."""
        return tuple(self._only(Text, self.items(name, required=required), "text"))

    def tables(self, name: str, *, required: bool = True) -> tuple["Fields", ...]:
        """Return a field that must be a list of mappings."""
        found = self._only(Table, self.items(name, required=required), "a mapping of names to values")
        return tuple(Fields(table, self.report) for table in found)

    def table_of(self, name: str) -> "Fields | None":
        """Return a field that must be a mapping."""
        node = self.node(name)
        if node is None:
            return None
        if not isinstance(node, Table):
            self._wrong(node, name, "a mapping of names to values")
            return None
        return Fields(node, self.report)

    def entries(self) -> Iterator[tuple[Text, "Fields"]]:
        """Go through a mapping of names to mappings."""
        self.asked.update(self.table.values)
        for name, node in self.table.values.items():
            if isinstance(node, Table):
                yield Text(name, self.table.keys[name]), Fields(node, self.report)
            else:
                self._wrong(node, name, "a mapping of names to values")

    def named_entries(self) -> Iterator[tuple[Text, "Fields"]]:
        """Go through a mapping of names to mappings, whose names become parts of addresses and of file names."""
        for name, fields in self.entries():
            if is_name(name, self.report):
                yield name, fields

    def close(self) -> None:
        """Report every field that nobody asked for."""
        for name in self.table.values:
            if name not in self.asked:
                unused = self.asked - set(self.table.values)
                self.report.error(
                    self.table.keys[name], f"unknown field '{name}'", "unknown-field", near(name, unused or self.asked)
                )

    def _only(self, shape: type[_Shape], nodes: Iterable[Node], wanted: str) -> Iterator[_Shape]:
        for node in nodes:
            if isinstance(node, shape):
                yield node
            else:
                self.report.error(node.position, f"this must be {wanted}", "shape")

    def _wrong(self, node: Node, name: str, wanted: str) -> None:
        self.report.error(node.position, f"'{name}' must be {wanted}", "shape")
