"""What a rule for translations is: a function that looks at a pair of texts, with a code and a manual.

The manual is the function's docstring. Its examples are lines of `right` or `wrong`, a language, and the two texts:

    right: de: Take 10 mg. -> Nehmen Sie 10 mg.

The tests run every example, and docs/checks.md is made from the docstrings.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from handouts import markup
from handouts.languages import Language
from handouts.problems import Severity

_EXAMPLE = re.compile(r"^(right|wrong): ([A-Za-z-]+): (.*?) -> ?(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Pair:
    """A translation beside its English; `prose` may hold markup, `address` says what kind of text it is."""

    english: str
    text: str
    language: Language
    address: str = "block/example"
    prose: bool = True

    @cached_property
    def plain(self) -> str:
        """The translation without its markup."""
        return markup.plain(self.text) if self.prose else self.text

    @cached_property
    def plain_english(self) -> str:
        """The English without its markup."""
        return markup.plain(self.english) if self.prose else self.english


class Finding(NamedTuple):
    """What is wrong with a translation, in lower case and without a full stop, and what to do about it."""

    text: str
    hint: str = ""


class Example(NamedTuple):
    """An example of a manual: whether it is right, a language's tag, English and translation."""

    right: bool
    tag: str
    english: str
    text: str


@dataclass(frozen=True)
class Rule:
    """A rule: the code that its problems carry, how bad they are, and the function that finds them."""

    code: str
    severity: Severity
    find: Callable[[Pair], Iterator[Finding]]

    @property
    def manual(self) -> str:
        """Its docstring without the examples."""
        return _EXAMPLE.sub("", inspect.getdoc(self.find) or "").strip()

    @property
    def examples(self) -> list[Example]:
        r"""The examples of its docstring; `\u` and `\n` in them are escapes."""
        return [
            Example(match[1] == "right", match[2], _unescaped(match[3]), _unescaped(match[4]))
            for match in _EXAMPLE.finditer(inspect.getdoc(self.find) or "")
        ]


def rule(code: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[[Pair], Iterator[Finding]]], Rule]:
    """Make a rule of a function."""
    return lambda find: Rule(code, severity, find)


def _unescaped(text: str) -> str:
    found = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return found.replace("\\n", "\n")
