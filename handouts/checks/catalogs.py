"""Rules for one translation, held against its English."""

import unicodedata
from collections.abc import Iterator

from handouts import markup
from handouts.catalog import Catalog, Translation
from handouts.content import Content, Message
from handouts.glyphs import missing_glyphs
from handouts.job import Written
from handouts.languages import Language
from handouts.problems import Problem, Severity
from handouts.source import near

_ALLOWED = {"\n", "\u200c", "\u200d"}  # line break; joiners, which Persian and Indic scripts need


def unused(catalog: Catalog, content: Content) -> Iterator[Problem]:
    """Every translation belongs to a message, or it waits unseen."""
    known = {message.address for message in content.messages()}
    for address, entry in catalog.entries.items():
        if entry.text and address not in known:
            hint = near(address, known) or "handouts messages update puts it among the obsolete ones"
            text = f"there is no message '{address}'"
            yield Problem(entry.position, text, "unknown-message", hint, Severity.WARNING)


def stray_markup(message: Message, translation: Translation) -> Iterator[Problem]:
    """A star opens or closes strong or emphasized text, in the translation too."""
    if not message.prose and markup.shape(translation.text):
        text = f"**strong** or *emphasis* in a text that is printed as it is: '{translation.text}'"
        yield Problem(translation.position, text, "markup", "take the stars out")
    if message.prose and (where := markup.stray(translation.text)) is not None:
        hint = "two stars open and two close; in scripts without spaces, keep punctuation outside them"
        text = f"a star that opens or closes nothing: '{translation.text[where:][:20]}'"
        yield Problem(translation.position, text, "markup", hint)


def different_markup(message: Message, translation: Translation) -> Iterator[Problem]:
    """What is strong or emphasized in English is so in the translation."""
    if message.prose and markup.shape(message.english) != markup.shape(translation.text):
        text = "the **strong** or *emphasized* parts differ from the English"
        yield Problem(translation.position, text, "markup-differs", f"the English is: {message.english}")


def different_placeholders(message: Message, translation: Translation) -> Iterator[Problem]:
    """The names in braces are the English ones. Right: `Página {page} de {pages}`; wrong: `Página {pagina}`."""
    wanted, there = markup.placeholders(message.english), markup.placeholders(translation.text)
    if wanted != there:
        names = " and ".join(f"{{{name}}}" for name in wanted) or "none"
        yield Problem(
            translation.position, "the placeholders differ from the English", "placeholder", f"wanted: {names}"
        )


def missing_glyph(message: Message, translation: Translation, language: Language) -> Iterator[Problem]:
    """Every character is in one of the language's fonts. Wrong: an emoji, a letter of another script."""
    drawn = "".join(letter for letter in translation.text if unicodedata.category(letter)[0] != "C")
    text = Written(drawn, language.fonts, language.tag, translation.position, message.address)
    yield from missing_glyphs([text])


def control_characters(message: Message, translation: Translation) -> Iterator[Problem]:
    """No control or invisible character but those a script needs; directions are the program's business."""
    del message
    for character in sorted(set(translation.text) - _ALLOWED):
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
            name = unicodedata.name(character, "a control character")
            yield Problem(
                translation.position, f"U+{ord(character):04X} ({name}) in a translation", "control-character"
            )
