"""What is known of a language: direction, names, fonts, line height, breaking of words. One entry, no code, adds one.

Names, dates, lists and digits come from CLDR through Babel; the table holds only what CLDR does not know.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list


class Direction(StrEnum):
    """The direction of writing, as HTML names it."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True)
class Script:
    """How a script is set: font families in order of preference, line height as a multiple of the type size."""

    fonts: tuple[str, ...]
    line_height: float


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP 47 tag."""

    tag: str
    english_name: str
    autonym: str
    direction: Direction
    fonts: tuple[str, ...]
    line_height: float
    hyphenated: bool

    def date(self, day: datetime.date) -> str:
        """Write a date out as the language does, with Latin digits, which staff can read on any sheet."""
        return format_date(day, "long", _locale(self.tag))

    def list(self, words: Sequence[str]) -> str:
        """Join words into a list as the language does."""
        return format_list(list(words), locale=_locale(self.tag))


# Noto Sans comes first for all scripts but Chinese, so that digits and list markers sit on one baseline.
LATIN = Script(("Noto Sans",), 1.42)
ARABIC = Script(("Noto Sans", "Noto Sans Arabic"), 1.62)
CHINESE = Script(("Noto Sans SC", "Noto Sans"), 1.62)

# By ISO 15924; a language is set in the script it is mostly written in, unless its tag names another.
SCRIPTS = {"Arab": ARABIC, "Hans": CHINESE}
# Languages with few enough long words, or good enough patterns, that hyphens help more than they disturb.
HYPHENATED = {"de"}


class UnknownLanguageError(ValueError):
    """CLDR has no such language."""


@cache
def language(tag: str) -> Language:
    """Return what is known of a BCP 47 tag; raise UnknownLanguageError when CLDR does not know it."""
    locale = _locale(tag)
    script = SCRIPTS.get(_script(locale), LATIN)
    return Language(
        tag=tag,
        english_name=_name(locale, Locale("en")),
        autonym=_name(locale, locale),
        direction=Direction(locale.text_direction),
        fonts=script.fonts,
        line_height=script.line_height,
        hyphenated=locale.language in HYPHENATED,
    )


def _name(locale: Locale, speaker: Locale) -> str:
    """Name a language in another; CLDR has names of their own for some with a script, such as Simplified Chinese."""
    return speaker.languages.get(str(locale)) or locale.get_display_name(speaker) or str(locale)


def _script(locale: Locale) -> str:
    """Return the script of a language by ISO 15924, the likely one (UTS 35) when the tag names none."""
    if locale.script:
        return locale.script
    likely = get_global("likely_subtags").get(locale.language, "")
    return likely.split("_")[1] if likely.count("_") > 1 else "Latn"


def _locale(tag: str) -> Locale:
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise UnknownLanguageError(tag) from error
    if str(locale).replace("_", "-") != tag:  # Babel overlooks case, and whatever follows a dot
        raise UnknownLanguageError(tag)
    return locale
