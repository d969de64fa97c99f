"""What is read out of a finished PDF is held against what was written: each language gets back its words.

PDFium does the reading, which is what Chrome and Edge show and copy. How much a script can give back at best, and
why, stands in the language table.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2

from handouts import markup
from handouts.job import Written
from handouts.problems import Position, Problem

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_LINE_END_HYPHEN = re.compile("[\ufffe\u00ad\u2010]\\s*")
# Up to six characters of scripts that write no spaces between words.
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]{1,6}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe]")


@dataclass(frozen=True, slots=True)
class Share:
    """How many words of a language were written, how many came back, and the first that did not, with its place."""

    language: str
    words: int
    found: int
    lost: str
    position: Position

    @property
    def part(self) -> float:
        """The share of words that came back."""
        return self.found / self.words if self.words else 1.0


def differences(name: str, pdf: bytes, texts: Iterable[Written]) -> Iterator[Problem]:
    """Report each language of which fewer words come back than its script allows."""
    printed = [text for text in texts if text.printed]
    least = {text.language: text.text_layer for text in printed}
    for share in shares(read(pdf), printed):
        if share.part < least[share.language]:
            text = f"{name}: only {share.part:.1%} of its words in {share.language} can be copied or read out"
            yield Problem(share.position, f"{text}, not '{share.lost}'", "text-layer")


def read(pdf: bytes) -> str:
    """Return all text of a PDF, page by page, as PDFium reads it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
        return text.replace("\x02", "-")  # what PDFium makes of a hyphen at a line's end
    finally:
        document.close()


def shares(text: str, printed: Sequence[Written]) -> Iterator[Share]:
    """Count, language by language, the written words that stand in a text read from a PDF."""
    there = normal(text)
    whole, words = _squeezed(there), set(there.split())
    for language in sorted({written.language for written in printed}):
        count = found = 0
        lost, position = "", Position("")
        for written in printed:
            if written.language == language:
                for word in words_of(written.text):
                    count += 1
                    if word in words or (
                        word in whole if len(word) > 3 or not word.isascii() else _stands(word, there)
                    ):
                        found += 1
                    elif not lost:
                        lost, position = word, written.position
        yield Share(language, count, found, lost, position)


def words_of(text: str) -> list[str]:
    """Return the words of a text as they must come back, placeholders and markup left out.

    Scripts without spaces have pieces of six characters for words.
    """
    plain = normal(_PLACEHOLDER.sub(" ", markup.plain(text)))
    cut = _WITHOUT_SPACES.sub(lambda run: f" {run[0]} ", plain)
    return [word for word in cut.split() if any(map(str.isalnum, word))]


def normal(text: str) -> str:
    """Return a text without what is not seen, with words whole that a line's end had hyphenated."""
    return _UNSEEN.sub("", _LINE_END_HYPHEN.sub("", unicodedata.normalize("NFC", text))).replace("\u00a0", " ")


def _stands(word: str, text: str) -> bool:
    """Say whether a short Latin word or number stands by itself, if need be between letters of another script."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", text) is not None


def _squeezed(text: str) -> str:
    return "".join(text.split())
