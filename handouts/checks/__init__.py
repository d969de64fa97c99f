"""The rules that content, catalogs and pictures must follow: one generator function each, listed here.

A new rule is a function in one of these modules and a line in its list.
"""

from collections.abc import Iterator
from itertools import chain

from handouts.catalog import Catalog
from handouts.checks import agreement, catalogs, contents, ignores, letters, marks, numbers, pictures, sense, shapes
from handouts.checks.clinical import check_imprint as check_imprint
from handouts.checks.ignores import Checked
from handouts.checks.rules import Pair, Rule
from handouts.checks.signatures import check_approvals as check_approvals
from handouts.content import Content
from handouts.languages import language
from handouts.problems import Position, Problem
from handouts.project import Project

CONTENT_RULES = (
    contents.stray_markup,
    contents.repeated_block,
    contents.long_sentence,
    contents.reading_level,
)
# What these say follows from what could not be read, if anything could not.
WHOLE_CONTENT_RULES = (contents.key_points, contents.unused_block, contents.unused_claim)
PICTURE_RULES = (pictures.missing, pictures.broken)
TRANSLATION_RULES: tuple[Rule, ...] = (
    shapes.stray_markup,
    shapes.different_markup,
    shapes.different_placeholders,
    shapes.raw_html,
    shapes.control_characters,
    numbers.different_numbers,
    numbers.different_words,
    numbers.turned_range,
    numbers.different_units,
    sense.blank,
    sense.unchanged,
    sense.lost_or_added,
    sense.too_long_or_short,
    sense.doubled_word,
    marks.unbalanced_brackets,
    marks.foreign_quotes,
    marks.different_end,
    marks.missing_opening_mark,
    marks.foreign_mark,
    marks.wrong_spaces,
    letters.other_script,
    letters.other_letters,
    letters.bare_letters,
    letters.other_han,
)
CATALOG_RULES = (catalogs.unused, agreement.two_ways, agreement.one_way, agreement.glossary)
CODES = frozenset(rule.code for rule in TRANSLATION_RULES) | {
    "unknown-message",
    "translated-two-ways",
    "two-texts-one-translation",
    "glossary",
}


def check_content(project: Project, content: Content, *, whole: bool) -> Iterator[Problem]:
    """Apply every rule that needs no translation; `whole` says that all content could be read."""
    yield from contents.missing_glyph(content, language(project.source))
    for rule in (*CONTENT_RULES, *(WHOLE_CONTENT_RULES if whole else ())):
        yield from rule(content)
    for picture_rule in PICTURE_RULES:
        yield from picture_rule(project, content)


def check_catalog(catalog: Catalog, content: Content, *, whole: bool) -> Checked:
    """Apply every rule to each translation that is done, and when all content could be read, to the catalog as such."""
    found = chain(_of_each(catalog, content), _of_all(catalog, content) if whole else ())
    return ignores.applied(found, catalog, CODES)


def _of_each(catalog: Catalog, content: Content) -> Iterator[Problem]:
    own = language(catalog.language)
    for message in content.messages():
        translation = catalog.translation(message)
        if translation is not None:
            pair = Pair(message.english, translation.text, own, message.address, message.prose)
            yield from problems_of(pair, translation.position)
            yield from catalogs.missing_glyph(message, translation, own)


def _of_all(catalog: Catalog, content: Content) -> Iterator[Problem]:
    for rule in CATALOG_RULES:
        yield from rule(catalog, content)


def problems_of(pair: Pair, position: Position) -> Iterator[Problem]:
    """Apply every rule for translations to a pair of texts."""
    for rule in TRANSLATION_RULES:
        for finding in rule.find(pair):
            yield Problem(position, finding.text, rule.code, finding.hint, rule.severity)
