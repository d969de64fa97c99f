"""Rules for a catalog as a whole, and for one translation what asks for more than its two texts."""

import unicodedata
from collections.abc import Iterator

from handouts.catalog import Catalog, Translation
from handouts.content import Content, Message
from handouts.glyphs import missing_glyphs
from handouts.job import Written
from handouts.languages import Language
from handouts.problems import Problem, Severity
from handouts.source import near


def unused(catalog: Catalog, content: Content) -> Iterator[Problem]:
    """Every translation belongs to a message, or it waits unseen."""
    known = {message.address for message in content.messages()}
    for address, entry in catalog.entries.items():
        if entry.text and address not in known:
            hint = near(address, known) or "handouts messages update puts it among the obsolete ones"
            text = f"there is no message '{address}'"
            yield Problem(entry.position, text, "unknown-message", hint, Severity.WARNING)


def missing_glyph(message: Message, translation: Translation, language: Language) -> Iterator[Problem]:
    """Every character is in one of the language's fonts. Wrong: an emoji, a letter of another script."""
    drawn = "".join(letter for letter in translation.text if unicodedata.category(letter)[0] != "C")
    text = Written(drawn, language.fonts, language.tag, translation.position, message.address)
    yield from missing_glyphs([text])
