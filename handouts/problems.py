"""Problems found in what people wrote, with their place, and the exceptions that stop a run.

A problem is a value: a rule reports it and goes on. An exception stops the run; only cli turns it into an exit code.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum


class Exit(IntEnum):
    """The exit codes that scripts may rely on."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    ENVIRONMENT = 3
    BUG = 4
    INTERRUPTED = 130


class Severity(StrEnum):
    """How bad a problem is: an error stops publication, a warning does so only under --strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; file is relative to the project and uses slashes, line and column count from 1."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where, what (lower case, no full stop), the rule's code, and what to do about it."""

    position: Position
    text: str
    code: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        line = f"{self.position}: {self.severity}: {self.text} [{self.code}]"
        return f"{line}\n    hint: {self.hint}" if self.hint else line


class Stop(Exception):
    """The run cannot go on; the message says why and what to do."""

    exit = Exit.ENVIRONMENT


class BadUsage(Stop):
    """What was asked for on the command line does not exist."""

    exit = Exit.USAGE


@dataclass(slots=True)
class Report:
    """All problems of a run, each once."""

    _problems: set[Problem] = field(default_factory=set)

    def add(self, *problems: Problem) -> None:
        """Take problems in; one that is known already counts once."""
        self._problems.update(problems)

    def error(self, position: Position, text: str, code: str, hint: str = "") -> None:
        """Take an error in."""
        self.add(Problem(position, text, code, hint))

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._problems))

    def __len__(self) -> int:
        return len(self._problems)

    def failed(self, *, strict: bool = False) -> bool:
        """Say whether the run must fail: on any error, or on any problem at all when strict."""
        return any(strict or problem.severity is Severity.ERROR for problem in self._problems)


def as_text(problems: Iterable[Problem]) -> str:
    """For people: one problem after the other, each with its hint."""
    return "\n".join(map(str, problems))


def as_json(problems: Iterable[Problem]) -> str:
    """For programs: a list of objects with file, line, column, severity, code, text and hint."""
    rows = [
        {
            "file": problem.position.file,
            "line": problem.position.line or None,
            "column": problem.position.column or None,
            "severity": problem.severity.value,
            "code": problem.code,
            "text": problem.text,
            "hint": problem.hint or None,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """For GitHub Actions: workflow commands that mark the line in a pull request."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    places = {
        "file": problem.position.file,
        "line": problem.position.line,
        "col": problem.position.column,
        "title": problem.code,
    }
    where = ",".join(f"{key}={_escaped(str(value), ',:')}" for key, value in places.items() if value)
    text = f"{problem.text}\nhint: {problem.hint}" if problem.hint else problem.text
    return f"::{problem.severity} {where}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
