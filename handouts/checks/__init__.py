"""The rules that content, catalogs and pictures must follow: one generator function each, listed here.

A new rule is a function in one of these modules and a line in its list.
"""

from collections.abc import Iterator

from handouts.catalog import Catalog
from handouts.checks import catalogs, contents, pictures, shapes
from handouts.checks.rules import Pair, Rule
from handouts.content import Content
from handouts.languages import language
from handouts.problems import Problem
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
)


def check_content(project: Project, content: Content, *, whole: bool) -> Iterator[Problem]:
    """Apply every rule that needs no translation; `whole` says that all content could be read."""
    yield from contents.missing_glyph(content, language(project.source))
    for rule in (*CONTENT_RULES, *(WHOLE_CONTENT_RULES if whole else ())):
        yield from rule(content)
    for picture_rule in PICTURE_RULES:
        yield from picture_rule(project, content)


def check_catalog(catalog: Catalog, content: Content, *, whole: bool) -> Iterator[Problem]:
    """Apply every rule to each translation that is done, and when all content could be read, to the catalog as such."""
    if whole:
        yield from catalogs.unused(catalog, content)
    own = language(catalog.language)
    for message in content.messages():
        translation = catalog.translation(message)
        if translation is not None:
            pair = Pair(message.english, translation.text, own, message.address, message.prose)
            for rule in TRANSLATION_RULES:
                for finding in rule.find(pair):
                    yield Problem(translation.position, finding.text, rule.code, finding.hint, rule.severity)
            yield from catalogs.missing_glyph(message, translation, own)
