"""What is known of a language: direction, names, fonts, leading, breaking of lines, quotes, digits. One entry adds one.

Names, dates, lists and directions come from CLDR through Babel; the tables hold what CLDR does not know or Babel leaves
out. A language without an entry gets what its script needs; one whose script has no entry can't be set.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import product
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.units import format_unit


class Direction(StrEnum):
    """The direction of writing, as HTML names it."""

    LTR = "ltr"
    RTL = "rtl"


class Breaking(StrEnum):
    """Where lines of a script may end, and who finds the place."""

    SPACES = "at spaces"
    WORDS = "at spaces; without our help within words too"  # Korean
    CHARACTERS = "between most characters"
    PHRASES = "between phrases, by ICU's model"  # Japanese
    THAI = "between words, by Pango's dictionary"
    DICTIONARY = "between words, by ICU's dictionary"  # Pango finds none


@dataclass(frozen=True, slots=True)
class Script:
    """How a script is set.

    Font families stand in order of preference; `leading` is the line height as a multiple of the type size; `zero` is
    the first of ten digits; `ends` are the marks that may end a sentence; `text_layer` is the least share of words
    that must come back from a PDF exactly as they were written, in PDFium's reading.
    """

    fonts: tuple[str, ...]
    leading: float
    breaking: Breaking = Breaking.SPACES
    zero: str = "0"
    ends: str = ".!?…"
    text_layer: float = 0.99
    bold_headings: bool = True


# Noto Sans comes first wherever it can, so that digits and list markers sit on one baseline.
def _with_latin(family: str, leading: float, **more: object) -> Script:
    return Script(("Noto Sans", family), leading, **more)  # type: ignore[arg-type]


def _chinese(family: str) -> Script:
    return Script((family, "Noto Sans"), 1.62, Breaking.CHARACTERS, ends="。！？…")


_LATIN = Script(("Noto Sans",), 1.42)
_DANDA = "।!?…"
# By ISO 15924. A language is set in the script it is mostly written in, unless its tag or its entry names another.
SCRIPTS = {
    "Latn": _LATIN,
    "Cyrl": _LATIN,
    "Grek": _LATIN,
    # PDFium turns around what runs left to right within a line of Arabic or Hebrew.
    "Arab": _with_latin("Noto Sans Arabic", 1.62, zero="٠", ends=".!؟…", text_layer=0.88),
    # The bold of Nastaliq opens holes within words. Its letters change with their neighbours: one glyph stands for many
    # letters, and a PDF can name but one.
    "Aran": Script(
        ("Noto Nastaliq Urdu", "Noto Sans"), 2.1, zero="۰", ends="۔!؟…", text_layer=0.2, bold_headings=False
    ),
    "Hebr": _with_latin("Noto Sans Hebrew", 1.46, text_layer=0.9),
    "Deva": _with_latin("Noto Sans Devanagari", 1.58, zero="०", ends=_DANDA),
    "Beng": _with_latin("Noto Sans Bengali", 1.56, zero="০", ends=_DANDA),
    "Guru": _with_latin("Noto Sans Gurmukhi", 1.54, zero="੦", ends=_DANDA),
    "Gujr": _with_latin("Noto Sans Gujarati", 1.54, zero="૦"),
    "Taml": _with_latin("Noto Sans Tamil", 1.48, zero="௦"),
    "Telu": _with_latin("Noto Sans Telugu", 1.62, zero="౦"),
    "Thai": _with_latin("Noto Sans Thai", 1.6, breaking=Breaking.THAI, zero="๐", ends=""),
    "Khmr": _with_latin("Noto Sans Khmer", 1.75, breaking=Breaking.DICTIONARY, zero="០", ends="។!?…"),
    "Laoo": _with_latin("Noto Sans Lao", 1.6, breaking=Breaking.DICTIONARY, zero="໐", ends=""),
    "Mymr": _with_latin("Noto Sans Myanmar", 1.78, breaking=Breaking.DICTIONARY, zero="၀", ends="။!?…"),
    "Ethi": _with_latin("Noto Sans Ethiopic", 1.55, ends="።!?፧…"),
    "Kore": Script(("Noto Sans KR", "Noto Sans"), 1.6, Breaking.WORDS),
    "Jpan": Script(("Noto Sans JP", "Noto Sans"), 1.62, Breaking.PHRASES, ends="。！？…"),
    "Hans": _chinese("Noto Sans SC"),
    "Hant": _chinese("Noto Sans TC"),
}

_UNITS = (
    *(
        "temperature-celsius",
        "temperature-fahrenheit",
        "mass-gram",
        "mass-milligram",
        "mass-microgram",
        "mass-kilogram",
    ),
    *("volume-liter", "volume-milliliter", "length-millimeter", "length-centimeter", "length-meter"),
    *("duration-second", "duration-minute", "duration-hour", "duration-day", "duration-week", "duration-month"),
    "duration-year",
)
_LENGTHS: tuple[Literal["short", "long"], ...] = ("short", "long")
_MARKS = dict.fromkeys((0x200E, 0x200F, 0x61C))  # of direction, for which our HTML has attributes
_DEGREE = re.compile("°(?=[\u0590-\u08ff])")  # by itself it would stand on the other side of its number (UAX 9, W5)
_SPACES = (" ", "\u00a0", "\u202f")
_NUMBER = re.compile(r"(\D*)([\d.,٫]+)(.*)", re.DOTALL)

Quotes = tuple[str, str, str, str]  # opening and closing, then the same within quotes
_TITLES = ("《》", "〈〉")
_CURLY, _ANGLE, _CORNER = ("“", "”", "‘", "’"), ("«", "»", "‹", "›"), ("「", "」", "『", "』")


@dataclass(frozen=True, slots=True)
class Own:
    """What a language has of its own, where its script's ways or CLDR's word would be wrong."""

    quotes: Quotes = _CURLY
    also: tuple[str, ...] = ()  # further pairs of quotes that its books use
    ends: str = ""  # the marks that may end a sentence, where they are not those of its script
    cldr: str = ""  # CLDR's tag, where ours is another
    script: str = ""  # ISO 15924
    zero: str = ""
    english: str = ""
    autonym: str = ""
    hyphenated: bool = False  # where words are long and hyphens help more than they disturb
    months: tuple[str, ...] = ()  # and "and", where Babel knows neither
    joined: tuple[str, str] = ("", "")  # what stands between the words of a list, and before the last
    units: tuple[str, ...] = ()  # further words that stay with the number before them


# Quotes are CLDR 48's, which Babel leaves out; * marks those for which printed books of the language differ from it.
LANGUAGES = {
    "am": Own(_ANGLE, also=("“”",)),
    "ar": Own(_ANGLE, also=("“”", "”“")),  # *
    "da": Own(hyphenated=True),
    "de": Own(("„", "“", "‚", "‘"), also=("»«", "›‹"), hyphenated=True),
    "es": Own(("«", "»", "“", "”"), also=("“”", "‘’")),  # *
    "fa": Own(_ANGLE, zero="۰", units=("درجه", "درجهٔ", "صبح", "ظهر", "عصر", "شب")),
    "fi": Own(("”", "”", "’", "’"), hyphenated=True),
    "fr": Own(("«\u00a0", "\u00a0»", "“", "”")),
    "ht": Own(
        ("«", "»", "“", "”"),
        also=("“”", "‘’"),
        autonym="Kreyòl ayisyen",
        months=(
            "janvye",
            "fevriye",
            "mas",
            "avril",
            "me",
            "jen",
            "jiyè",
            "out",
            "septanm",
            "oktòb",
            "novanm",
            "desanm",
        ),
        joined=(", ", " ak "),
        units=("minit", "èdtan", "jou", "semèn", "mwa", "an", "lit", "gout"),
    ),
    "hu": Own(("„", "”", "»", "«"), hyphenated=True),
    "gu": Own(units=("વાગ્યે", "વાગ્યા", "વાગ્યાની")),
    "he": Own(("”", "”", "’", "’"), also=("“”", "„”", "„“", '""'), joined=(", ", " ו־")),
    "hi": Own(units=("बजे",)),
    "it": Own(("«", "»", "“", "”"), also=("“”", "‘’")),
    "ja": Own(_CORNER, also=_TITLES),
    "km": Own(also=("«»",)),
    "ko": Own(also=("「」", "『』", *_TITLES)),
    "lo": Own(units=("ໂມງ",)),
    "mr": Own(ends=".!?…"),
    "my": Own(joined=("၊ ", " နှင့် ")),
    "nl": Own(("‘", "’", "“", "”"), hyphenated=True),
    "pa": Own(units=("ਵਜੇ",)),
    "pa-Arab": Own(zero="۰", ends="۔!؟…"),
    "pl": Own(("„", "”", "«", "»"), also=("»«", "‚’")),
    "pt": Own(also=("«»",)),
    "ps": Own(_ANGLE, zero="۰"),
    "ro": Own(("„", "”", "«", "»")),
    "ru": Own(("«", "»", "„", "“")),
    "sv": Own(("”", "”", "’", "’"), hyphenated=True),
    "sw": Own(units=("asubuhi", "mchana", "jioni", "usiku")),  # without them a time of day is another
    "ta": Own(units=("மணிக்கு", "மணி", "மி.கி.", "மி.லி.")),
    "te": Own(units=("గంటలకు", "గంటల")),
    "th": Own(joined=(", ", " และ "), units=("น.",)),
    "tl": Own(cldr="fil", english="Tagalog", autonym="Tagalog"),
    "tr": Own(also=("«»",)),
    "uk": Own(("«", "»", "„", "“"), also=("“”",)),
    "ur": Own(("”", "“", "’", "‘"), also=("“”", "‘’"), script="Aran", zero="۰", units=("بجے",)),
    "vi": Own(also=("«»",)),
    "zh-Hans": Own(also=_TITLES),
    "zh-Hant": Own(_CORNER, also=_TITLES),
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP 47 tag, with what its script and its own ways ask of the page."""

    tag: str
    english_name: str
    autonym: str
    direction: Direction
    script: str
    fonts: tuple[str, ...]
    leading: float
    hyphenated: bool
    breaking: Breaking
    quotes: Quotes
    also: tuple[str, ...]
    digits: str
    ends: str
    text_layer: float
    bold_headings: bool

    def date(self, day: datetime.date) -> str:
        """Write a date out as the language does, with Latin digits, which staff can read on any sheet."""
        if months := _own(self.tag).months:
            return f"{day.day} {months[day.month - 1]} {day.year}"
        return format_date(day, "long", _locale(self.tag))

    def temperature(self, degrees: str, unit: str) -> str:
        """Write a temperature such as 38.0 with the language's decimal sign and CLDR's form of the unit, C or F.

        Digits are Latin, as in all our leaflets: a thermometer shows them.
        """
        places = len(degrees.partition(".")[2])
        written = format_unit(
            Decimal(degrees),
            {"C": "temperature-celsius", "F": "temperature-fahrenheit"}[unit],
            "short",
            format=f"0.{'0' * places}" if places else "0",
            locale=_locale(self.tag),
            numbering_system="latn",
        )
        return _DEGREE.sub("\u200f°", written.translate(_MARKS).replace(" ", "\u00a0"))

    def list(self, words: Sequence[str]) -> str:
        """Join words into a list as the language does."""
        comma, last = _own(self.tag).joined
        if last and len(words) > 1:
            return f"{comma.join(words[:-1])}{last}{words[-1]}"
        return format_list(list(words), locale=_locale(self.tag))


class UnknownLanguageError(ValueError):
    """CLDR has no such language; the error's text says so."""


class UncoveredScriptError(ValueError):
    """None of our fonts has the script of a language."""


@cache
def language(tag: str) -> Language:
    """Return what is known of a BCP 47 tag.

    Raise UnknownLanguageError when CLDR does not know it, UncoveredScriptError when we have no font for its script.
    """
    locale, own = _locale(tag), _own(tag)
    code = locale.script or own.script or _likely_script(locale)
    script = SCRIPTS.get(code)
    if script is None:
        raise UncoveredScriptError(f"no font here has the script of '{tag}', {_script_name(code)}")
    zero = ord(own.zero or script.zero)
    return Language(
        tag=tag,
        english_name=own.english or _name(locale, Locale("en")),
        autonym=own.autonym or _name(locale, locale),
        direction=Direction(locale.text_direction),
        script=code,
        fonts=script.fonts,
        leading=script.leading,
        hyphenated=own.hyphenated,
        breaking=script.breaking,
        quotes=own.quotes,
        also=own.also,
        digits="".join(chr(zero + value) for value in range(10)),
        ends=own.ends or script.ends,
        text_layer=script.text_layer,
        bold_headings=script.bold_headings,
    )


@cache
def _own(tag: str) -> Own:
    """Return the entry of a language, that of its script or of the language without its region if it has none."""
    locale = _locale(tag)
    named = (tag, f"{locale.language}-{locale.script or _likely_script(locale)}", locale.language)
    return next((LANGUAGES[name] for name in named if name in LANGUAGES), Own())


@cache
def unit_words(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return how the units of medicine and of time are written: those behind their number, and those before it."""
    locale, behind, before = _locale(tag), set(_own(tag).units), set[str]()
    for unit, length, value in product(_UNITS, _LENGTHS, (1, 2, 5, 1.5)):
        written = format_unit(value, unit, length, locale=locale, numbering_system="latn")
        found = _NUMBER.fullmatch(written)
        word = found[3].strip() if found else ""
        if found and unit not in written and found[3][:1] in _SPACES and (len(word) > 1 or "duration" not in unit):
            behind.add(word)
        if found and unit not in written and found[1][-1:] in _SPACES:
            before.add(found[1].strip())
    return frozenset(behind - {""}), frozenset(before - {""})


@cache
def unit_forms(tag: str) -> dict[str, frozenset[str]]:
    """Return for each of CLDR's units of medicine and of time in which ways the language writes it."""
    locale = _locale(tag)
    forms: dict[str, set[str]] = {unit: set() for unit in _UNITS}
    for unit, length, value in product(_UNITS, _LENGTHS, (1, 2, 5, 11, 1.5)):
        written = format_unit(value, unit, length, locale=locale, numbering_system="latn")
        found = _NUMBER.fullmatch(written)
        if found and unit not in written:
            forms[unit].add((found[1] or found[3]).strip())
    return {unit: frozenset(found - {""}) for unit, found in forms.items()}


@cache
def number_signs(tag: str) -> tuple[str, str]:
    """Return the sign before decimals and the one between groups of digits, with Latin digits."""
    signs = _locale(tag).number_symbols["latn"]
    return signs["decimal"], signs["group"]


def _name(locale: Locale, speaker: Locale) -> str:
    """Name a language in another; CLDR has names of their own for some with a script, such as Simplified Chinese."""
    return speaker.languages.get(str(locale)) or locale.get_display_name(speaker) or str(locale)


def _script_name(code: str) -> str:
    return f"{Locale('en').scripts.get(code, 'of an unknown name')} ({code})"


def _likely_script(locale: Locale) -> str:
    """Return the script by ISO 15924 in which a language is mostly written (UTS 35, likely subtags)."""
    likely = get_global("likely_subtags")
    found = likely.get(f"{locale.language}_{locale.territory}") or likely.get(locale.language, "")
    return found.split("_")[1] if found.count("_") > 1 else "Latn"


@cache
def _locale(tag: str) -> Locale:
    name = LANGUAGES[tag].cldr or tag if tag in LANGUAGES else tag
    try:
        locale = Locale.parse(name, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise UnknownLanguageError(f"unknown language '{tag}'") from error
    bare = "-".join(part for part in (locale.language, locale.territory) if part)  # Babel adds the script to zh-TW
    if name not in (str(locale).replace("_", "-"), bare):  # Babel overlooks case, and whatever follows a dot
        raise UnknownLanguageError(f"unknown language '{tag}'")
    return locale
