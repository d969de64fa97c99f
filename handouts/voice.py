"""How templates let a leaflet speak: its texts as HTML, each with its language, placeholders filled, all escaped."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from handouts import markup, setting
from handouts.content import Message
from handouts.documents import Document
from handouts.imprint import Spoken
from handouts.languages import Breaking, Direction, Language, language
from handouts.leaflet import Leaflet, Phrase, Source, Wording
from handouts.widths import NO_BREAK, kept_together, text_width

BRIEF = 62.0  # em, two lines of text
LINE, PAIR = 24.0, 14.0  # em: texts that may take two lines, and the most that is kept together at their end
COLUMN, TIGHT = 7.4, 8.8  # em, what fits into the column of headings, and what fits when it is set smaller
BESIDE = 9.0  # em, the most that is kept together in a heading beside another
NARROW = 1.0  # em by which the columns of the program's own headings are narrower
LONG = 21.0  # em: a heading of more than three lines


@dataclass(frozen=True, slots=True)
class Manner:
    """How a leaflet speaks: on a narrow page, as which of two languages, with which lines.

    `most` is how many em are kept together at a heading's end on a narrow page.
    """

    narrow: bool = False
    number: int = 0
    most: float = PAIR
    fillable: bool = False


USUAL = Manner()


class Voice:
    """What templates may call, by name."""

    def __init__(
        self,
        leaflet: Leaflet | Wording,
        source: Language,
        manner: Manner = USUAL,
        imprint: Spoken | None = None,
    ) -> None:
        self.leaflet, self.source, self.manner = leaflet, source, manner
        self.imprint = imprint or Spoken()
        self.printed: set[str] = set()  # addresses of the texts that a template has printed
        self.lines = 0  # to write on, so far

    def say(self, message: Message, **values: object) -> Markup:
        """Return a text in the leaflet's language as HTML, its placeholders filled."""
        phrase = self._print(message)
        text = _one_line(phrase.text).replace(" {paragraphs}", f"{NO_BREAK}{{paragraphs}}")
        text = kept_together(text, most=PAIR if message.prose or text_width(text) > LINE else COLUMN)
        return _filled(text, phrase.language, values, prose=message.prose)

    def heading(self, message: Message) -> Markup:
        """Return a heading, which stands in a narrow column: its last word does not stand alone if two words fit."""
        phrase = self._print(message)
        most = self.manner.most if self.manner.narrow else COLUMN
        return _filled(kept_together(_one_line(phrase.text), most=most), phrase.language, {}, prose=False)

    def room(self, message: Message) -> str:
        """Return the class of a section for its heading: all are set smaller when one has a long word.

        One whose word is too long even so stands above its text; a very long one is set smaller by itself.
        """
        if self.manner.narrow or isinstance(self.leaflet, Wording):
            return "stacked"
        narrow = NARROW if message.address.startswith("interface/") else 0.0
        widest = self._longest(message) + narrow
        if widest > TIGHT:
            return "stacked"
        headings = [section.heading for section in self.leaflet.topic.sections]
        wide = text_width(self.leaflet.phrase(message).text) > LONG
        return "tight" if wide or max([widest, *map(self._longest, headings)]) > COLUMN else ""

    def _longest(self, message: Message) -> float:
        """Return the width of the widest word of a heading in em; a hyphen may end a line."""
        phrase = self.leaflet.phrase(message)
        if phrase.language.breaking not in (Breaking.SPACES, Breaking.WORDS):
            return 0.0
        return max(map(text_width, phrase.text.replace("-", "- ").split()), default=0.0)

    def marked(self, message: Message, **values: object) -> Markup:
        """Return a text as HTML, in an element of its own when it is in another language than the leaflet."""
        attributes = self.tag(message)
        said = self.say(message, **values)
        return Markup("<span{}>{}</span>").format(attributes, said) if attributes else said

    def english(self, message: Message, **values: object) -> Markup:
        """Return a text in the source language as HTML."""
        return _filled(kept_together(message.english, most=PAIR), self.source, values, prose=message.prose)

    def words(self, message: Message, **values: str) -> str:
        """Return a text without markup, for an attribute, its placeholders filled."""
        phrase = self.leaflet.phrase(message)
        text = markup.plain(phrase.text) if message.prose else phrase.text
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def tag(self, message: Message) -> Markup:
        """Return the attributes that an element needs when its text fell back to another language."""
        phrase = self.leaflet.phrase(message)
        if phrase.language == self.leaflet.language:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(phrase.language.tag, phrase.language.direction.value)

    def id(self, name: str) -> str:
        """Return the id of a block's element; in a second language it is another one."""
        return element_id(name) if not self.manner.number else f"{element_id(name)}-{self.manner.number}"

    def line(self, message: Message, number: int = 0, *, id: str = "") -> Markup:
        """Return a line to write on below a text; where fields can be filled in, one that the text is the label of."""
        self.lines += 1
        named = Markup(' id="{}"').format(id) if id else Markup()
        look = "line note" if id else "line"
        if not self.manner.fillable:
            return Markup('<div class="{}"{}></div>').format(look, named)
        label = f"{self.words(message)} {number}" if number else self.words(message)
        return Markup('<input type="text" class="{}"{} name="line-{}" title="{}">').format(
            look, named, self.lines, label
        )

    def brief(self, message: Message) -> bool:
        """Say whether a text fills no more than two lines, so that it must not stand alone beside a heading."""
        return not self.manner.narrow and text_width(self.words(message)) < BRIEF

    def whole(self, value: str) -> Markup:
        """Return what a clinic wrote, such as a phone number, in its own direction and in fonts of any language."""
        return Markup('<span class="clinic" dir="{}">{}</span>').format(markup.direction_of(value).value, value)

    def given(self, name: str) -> Markup:
        """Return a value of the imprint; one in the words of a language is made ready for it, and says which it is."""
        value = self.imprint.values[name]
        if not value.language:
            return self.whole(value.value)
        spoken = language(value.language)
        other = Markup(' lang="{}"').format(spoken.tag) if spoken != self.leaflet.language else ""
        ready = Markup(setting.html(kept_together(value.value, most=PAIR), spoken, prose=False))
        return Markup('<span class="clinic"{} dir="{}">{}</span>').format(other, spoken.direction.value, ready)

    def day(self, message: Message, day: datetime.date) -> str:
        """Write a date out in the language in which the text around it is printed."""
        return self.leaflet.phrase(message).language.date(day)

    def _print(self, message: Message) -> Phrase:
        phrase = self.leaflet.phrase(message)
        self.printed.add(phrase.message.address)
        return phrase

    def citation(self, cited: Source) -> Markup:
        """Return a source document's title and the paragraphs taken from it."""
        numbers = [str(number) for number in cited.paragraphs]
        name = "closing/source" if len(numbers) > 1 else "closing/source-one"
        message = self.leaflet.content.interface[name]
        listed = self.leaflet.phrase(message).language.list(numbers).replace(" ", NO_BREAK)
        return self.marked(message, title=self._title(cited.document), paragraphs=listed)

    def _title(self, document: Document) -> Markup:
        return Markup('<cite lang="{}" dir="{}">{}</cite>').format(
            self.source.tag, self.source.direction.value, document.title
        )


def element_id(name: str) -> str:
    """Return the id of the element of a block."""
    return f"block-{name}"


def _one_line(text: str) -> str:
    """Return a text with spaces for line breaks, which a translator's editor may have put in."""
    return text.replace("\n", " ")


def _filled(text: str, language: Language, values: Mapping[str, object], *, prose: bool) -> Markup:
    """Turn a text into HTML and put each value where its placeholder stands."""
    ready = {name: str(_whole(value, language.direction)) for name, value in values.items()}
    return Markup(setting.html(text, language, prose=prose, values=ready))


def _whole(value: object, direction: Direction) -> Markup:
    """Return a value as HTML that keeps its own direction as a whole, whatever signs are in it."""
    if isinstance(value, Markup):
        return value
    text = str(value)
    own = markup.direction_of(text)
    if own is direction:
        return Markup(escape(text))
    return Markup('<span dir="{}">{}</span>').format(own.value, text)
