"""Findings that a translator sets aside: a comment in the catalog, with the reason.

    # ignore numbers: in this country the number to call is 112

Several codes stand with commas between them. An ignore without a reason, for a rule that is not there, or with nothing
to ignore is a problem itself; what harms the page, such as a lost placeholder, can't be ignored.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handouts.catalog import Catalog
from handouts.problems import Position, Problem, Severity
from handouts.source import near

NEVER = ("control-character", "glyph", "html", "markup", "placeholder")
_IGNORE = re.compile(r"(?:handouts:\s*)?ignore\s+([a-z-]+(?:\s*,\s*[a-z-]+)*)\s*(?::\s*(.*))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What rules found in a catalog, and how many findings a translator has set aside with a reason."""

    problems: tuple[Problem, ...]
    ignored: int


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule that is not to be applied to a text, and why."""

    position: Position
    code: str
    reason: str


def applied(found: Iterable[Problem], catalog: Catalog, codes: Iterable[str]) -> Checked:
    """Take out of the findings what is ignored; `codes` are those of all rules."""
    ignores = list(_ignores(catalog))
    problems, used = list(_wrong(ignores, sorted({*codes} - {*NEVER}))), set[tuple[Position, str]]()
    good = {(each.position, each.code) for each in ignores if each.reason and each.code not in NEVER}
    ignored = 0
    for problem in found:
        mark = (problem.position, problem.code)
        if mark in good:
            used.add(mark)
            ignored += 1
        else:
            problems.append(problem)
    for position, code in sorted(good - used):
        if code in codes:
            text = f"'{code}' has nothing to ignore here"
            problems.append(Problem(position, text, "ignore", "take the comment out", Severity.WARNING))
    return Checked(tuple(problems), ignored)


def codes_in(comments: Iterable[str]) -> set[str]:
    """Return the codes that comments set aside with a reason."""
    found = filter(None, map(_IGNORE.fullmatch, comments))
    return {code.strip().lower() for match in found if match[2] for code in match[1].split(",")} - {*NEVER}


def _ignores(catalog: Catalog) -> Iterator[Ignore]:
    for entry in catalog.entries.values():
        for match in filter(None, map(_IGNORE.fullmatch, entry.comments)):
            for code in match[1].split(","):
                yield Ignore(entry.position, code.strip().lower(), (match[2] or "").strip())


def _wrong(ignores: Iterable[Ignore], codes: list[str]) -> Iterator[Problem]:
    for each in ignores:
        if each.code in NEVER:
            yield Problem(each.position, f"'{each.code}' can never be ignored", "ignore", "mend the text")
        elif each.code not in codes:
            text, hint = f"'{each.code}' is no rule", near(each.code, codes)
            yield Problem(each.position, text, "ignore", hint)
        elif not each.reason:
            hint = f"write why: ignore {each.code}: …"
            yield Problem(each.position, f"'{each.code}' is ignored without a reason", "ignore", hint)
