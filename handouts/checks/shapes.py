"""Rules for what surrounds the words of a translation: markup, placeholders, HTML, characters that are not seen."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from handouts import markup
from handouts.checks.rules import Finding, Pair, rule

_JOINERS, _ZERO_WIDTH_SPACE = frozenset("\u200c\u200d"), frozenset("\u200b")
_JOINING = ("Arab", "Aran", "Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Khmr", "Mymr", "Laoo", "Thai")
_SPACELESS = ("Khmr", "Laoo", "Mymr", "Thai")  # their typists put zero width spaces where a line may break
_DIRECTIONS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]{2,8});")


@rule("markup")
def stray_markup(pair: Pair) -> Iterator[Finding]:
    """A star opens or closes strong or emphasized text; a title or heading has none.

    right: de: Drink **water**. -> Trinken Sie **Wasser**.
    wrong: de: Drink **water**. -> Trinken Sie **Wasser*.
    """
    if not pair.prose and markup.shape(pair.text):
        text = f"**strong** or *emphasis* in a text that is printed as it is: '{pair.text}'"
        yield Finding(text, "take the stars out")
    if pair.prose and (where := markup.stray(pair.text)) is not None:
        text = f"a star that opens or closes nothing: '{pair.text[where:][:20]}'"
        yield Finding(text, "two stars open and two close; in scripts without spaces, keep punctuation outside them")


@rule("markup-differs")
def different_markup(pair: Pair) -> Iterator[Finding]:
    """What is strong or emphasized in English is so in the translation.

    right: es: Drink **water**. -> Beba **agua**.
    wrong: es: Drink **water**. -> Beba agua.
    wrong: es: Drink **water**. -> Beba *agua*.
    """
    if pair.prose and markup.shape(pair.english) != markup.shape(pair.text):
        yield Finding("the **strong** or *emphasized* parts differ from the English", f"the English is: {pair.english}")


@rule("placeholder")
def different_placeholders(pair: Pair) -> Iterator[Finding]:
    """The names in braces are the English ones, wherever the language wants them.

    right: es: Page {page} of {pages} -> Página {page} de {pages}
    wrong: es: Page {page} of {pages} -> Página {pagina} de {pages}
    wrong: es: Page {page} of {pages} -> Página {page}
    """
    wanted, there = markup.placeholders(pair.english), markup.placeholders(pair.text)
    if wanted != there:
        names = " and ".join(f"{{{name}}}" for name in wanted) or "none"
        yield Finding("the placeholders differ from the English", f"wanted: {names}")


@rule("html")
def raw_html(pair: Pair) -> Iterator[Finding]:
    """A text holds no HTML, which would be printed as it is written.

    right: fr: Take **half**. -> Prenez la **moitié**.
    right: en: less than 5 < 6 -> less than 5 < 6
    wrong: fr: Call us. -> Appelez-nous.<br>
    wrong: fr: Ask about risks. -> Renseignez-vous sur les risques&nbsp;!
    """
    wanted, there = Counter(_HTML.findall(pair.english)), Counter(_HTML.findall(pair.text))
    for tag in there - wanted:
        yield Finding(f"HTML in a translation: '{tag}'", "write the character itself, or **strong**")
    for tag in wanted - there:
        yield Finding(f"'{tag}' of the English is not in the translation", "keep it as it is")


@rule("control-character")
def control_characters(pair: Pair) -> Iterator[Finding]:
    r"""No control or invisible character but joiners; what runs left to right is found by the program.

    right: fa: You can. -> شما می\u200cتوانید.
    wrong: ar: Call 555 0100. -> اتصل بالرقم \u200e555 0100.
    right: km: Drink water. -> ផឹក\u200bទឹក។
    wrong: vi: It is right. -> Phù h\u200dợp.
    """
    script = pair.language.script
    typed = (_JOINERS if script in _JOINING else set()) | (_ZERO_WIDTH_SPACE if script in _SPACELESS else set())
    for character in sorted(set(pair.text) - typed - {"\n"}):
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
            name = unicodedata.name(character, "a control character")
            hint = "the program sets directions" if character in _DIRECTIONS else "take it out"
            yield Finding(f"U+{ord(character):04X} ({name}) in a translation", hint)
