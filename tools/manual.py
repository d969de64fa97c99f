"""Writes docs/checks.md: the manual of the rules for translations, from their docstrings."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from handouts import checks
from handouts.checks import agreement, catalogs, ignores
from handouts.checks.rules import Example, Rule
from handouts.languages import language

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"
HEAD = """# What is checked in a translation

`handouts check` applies these rules to every translation that is done; `pybabel compile` applies those of the first
part. An error stops the leaflet, a warning is for a person to look at (`--strict` makes it an error).

A finding that is wrong can be set aside by a comment in the catalog, with the reason. It is counted, and `check` and
`messages status` say how many there are.

```po
# ignore doubled-word: the name of the ward
msgctxt "block/where-to-go"
```

Never ignored: {never}.

In `tests/translations` are {good} good and {bad} bad translations in {languages} languages, written without sight of
the rules; what the rules missed there has been mended since. The tests hold them to finding at least 95 % of the bad
and blaming at most 2 % of the good. So they help, and they don't replace a reader: no rule sees a "not", a "may" or a
"some" that was lost, a wrong word, or a sentence that says something else.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the page's text."""
    parts = [head(), "\n## Each translation by itself\n"]
    parts += [part for rule in checks.TRANSLATION_RULES for part in section(rule)]
    parts += ["\n## All translations together\n"]
    for code, rule in (
        ("unknown-message", catalogs.unused),
        ("translated-two-ways", agreement.two_ways),
        ("two-texts-one-translation", agreement.one_way),
        ("glossary", agreement.glossary),
        ("glyph", catalogs.missing_glyph),
    ):
        parts += [f"\n### {code}\n", inspect.getdoc(rule) or "", ""]
    return "\n".join(parts).rstrip() + "\n"


def head() -> str:
    """Return the beginning, with the size of the corpus."""
    import yaml

    files = sorted((PAGE.parent.parent / "tests" / "translations").rglob("*.yaml"))
    entries = [entry for file in files for entry in yaml.safe_load(file.read_text(encoding="utf-8"))]
    good, bad = (sum(len(entry.get(name) or ()) for entry in entries) for name in ("good", "bad"))
    never = ", ".join(f"`{code}`" for code in ignores.NEVER)
    return HEAD.format(never=never, good=good, bad=bad, languages=len({file.stem for file in files}))


def section(rule: Rule) -> Iterator[str]:
    """Return what the page says of a rule."""
    yield f"\n### {rule.code}\n"
    yield f"{rule.manual} ({rule.severity.value})\n"
    yield "| | language | English | translation |\n|---|---|---|---|"
    yield from (row(example) for example in rule.examples)


def row(example: Example) -> str:
    """Return an example as a row of a table."""
    verdict, own = "right" if example.right else "**wrong**", language(example.tag).english_name
    return f"| {verdict} | {own} | {cell(example.english)} | {cell(example.text)} |"


def cell(text: str) -> str:
    """Return a text as code, with what is not seen written out."""
    shown = re.sub("[\u200b-\u200f\u00ad\u202a-\u202e]", lambda match: f"\\u{ord(match[0]):04x}", text).replace(
        "|", "\\|"
    )
    return f"`{shown}`" if shown.strip() else "*(empty)*"


if __name__ == "__main__":
    main()
