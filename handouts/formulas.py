"""Reading level in other languages than English, by the formula that is accepted for each, and what its values mean.

A formula knows the length of words and sentences and nothing else: it can say that a text is hard, never that it is
understood. All words count here, medical terms too, since no list knows their inflected forms; so a leaflet comes out
harder than its English, whose terms are left out. Every text ends a sentence, as in readability.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from handouts.readability import Level, sentences_of
from handouts.syllables import SPELLINGS, counter

_INITIAL = re.compile(r"(?<!\w)([^\W\d_])\.")
_STOP = re.compile(r"\.(?=\s+(\w))")
_CLOSING = re.compile(r"(?<=[.!?:…])[”“»\"’)\]]+")
_ELISION = re.compile(r"(?<=\w)[’'](?=\w)")
_ELIDES = ("fr", "it")  # l'eau, dell'acqua: two words
_NONE_KNOWN = "no formula known to us is accepted for it"
_NO_SPACES = "words are not counted where no spaces part them"
_NOT_MEASURED = {
    "ar": "its formulas need the short vowels, which print leaves out (El-Haj and Rayson, OSMAN, 2016)",
    "he": "its formulas would need the vowels, which print leaves out",
    **dict.fromkeys(("ja", "km", "lo", "my", "th", "zh"), _NO_SPACES),
    "uk": "those of its neighbors gave inconsistent results (Prykhodchenko and Prykhodchenko, 2025)",
    "vi": "we could not confirm the constants of Nguyen and Henkin, 1985",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a formula says of a text: its value, that in words, and the target for patients with where it is from."""

    formula: str
    value: float
    meaning: str
    target: str
    why: str
    met: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What formulas are made of; the last four are numbers of words. No syllables where no formula asks for them."""

    words: int
    sentences: int
    letters: int
    syllables: int
    of_one: int
    of_three: int  # syllables or more
    of_four: int  # syllables or more
    long: int  # more than six letters

    @property
    def sentence(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences

    @property
    def word(self) -> float:
        """Syllables a word."""
        return self.syllables / self.words

    def share(self, some: int) -> float:
        """Return a number of words as a percentage of all."""
        return 100 * some / self.words


def inflesz(counts: Counts) -> float:
    """Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad, 1993.

    Its scale, INFLESZ: Barrio-Cantalejo and others, Validación de la Escala INFLESZ para evaluar la legibilidad de los
    textos dirigidos a pacientes, 2008.
    """
    return 206.835 - 62.3 * counts.word - counts.sentence


def fernandez_huerta(counts: Counts) -> float:
    """Fernández Huerta, Medidas sencillas de lecturabilidad, 1959.

    With words a sentence where the print had sentences in a hundred words, which is taken for an error.
    """
    return 206.84 - 60 * counts.word - 1.02 * counts.sentence


def kandel_moles(counts: Counts) -> float:
    """Kandel and Moles, Application de l’indice de Flesch à la langue française, 1958.

    The constants are those of koRpus; others (207, 1.015, 73.6) go round under the same name.
    """
    return 209 - 68 * counts.word - 1.15 * counts.sentence


def amstad(counts: Counts) -> float:
    """Amstad, Wie verständlich sind unsere Zeitungen?, 1978."""
    return 180 - 58.5 * counts.word - counts.sentence


def wiener_sachtext(counts: Counts) -> float:
    """Bamberger and Vanecek, Lesen – Verstehen – Lernen – Schreiben, 1984; the first of their formulas."""
    words = 0.1935 * counts.share(counts.of_three) + 0.1297 * counts.share(counts.long)
    return words + 0.1672 * counts.sentence - 0.0327 * counts.share(counts.of_one) - 0.875


def gulpease(counts: Counts) -> float:
    """Lucisano and Piemontese, GULPEASE: una formula per la predizione della difficoltà dei testi, 1988."""
    return 89 + (300 * counts.sentences - 10 * counts.letters) / counts.words


def martins(counts: Counts) -> float:
    """Martins, Ghiraldelo, Nunes and Oliveira, Readability formulas applied to textbooks in Brazilian Portuguese, 1996.

    Flesch’s formula for English plus 42.
    """
    return 248.835 - 84.6 * counts.word - 1.015 * counts.sentence


def douma(counts: Counts) -> float:
    """Douma, De leesbaarheid van landbouwbladen, 1960."""
    return 206.84 - 77 * counts.word - 0.93 * counts.sentence


def fog_pl(counts: Counts) -> float:
    """Gunning, The technique of clear writing, 1952; in Polish a hard word has four syllables (Pisarek, 1969).

    So in Broda, Nitoń, Gruszczyński and Ogrodniczuk, Measuring readability of Polish texts, 2014; words are counted as
    they are inflected here, not by their base form, which makes a text a little harder.
    """
    return 0.4 * (counts.sentence + counts.share(counts.of_four))


def oborneva(counts: Counts) -> float:
    """Оборнева, Автоматизированная оценка сложности учебных текстов на основе статистических параметров, 2006."""
    return 206.835 - 60.1 * counts.word - 1.3 * counts.sentence


def atesman(counts: Counts) -> float:
    """Ateşman, Türkçede okunabilirliğin ölçülmesi, 1997."""
    return 198.825 - 40.175 * counts.word - 2.610 * counts.sentence


def lix(counts: Counts) -> float:
    """Björnsson, Läsbarhet, 1968."""
    return counts.sentence + counts.share(counts.long)


Steps = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with its scale: bounds from the easiest on, each with the words for what lies on its easy side."""

    name: str
    value: Callable[[Counts], float]
    steps: Steps
    hardest: str
    target: float
    why: str
    high_is_easy: bool = True

    def read(self, counts: Counts) -> Reading:
        """Apply it."""
        value = self.value(counts)
        bound = f"{self.target:g} or {'more' if self.high_is_easy else 'less'}"
        return Reading(self.name, value, self._meaning(value), bound, self.why, self._reaches(value, self.target))

    def _meaning(self, value: float) -> str:
        return next((words for bound, words in self.steps if self._reaches(value, bound)), self.hardest)

    def _reaches(self, value: float, bound: float) -> bool:
        return value >= bound if self.high_is_easy else value <= bound


_FLESCH = ((90, "very easy"), (80, "easy"), (70, "fairly easy"), (60, "standard"), (50, "fairly hard"), (30, "hard"))
_DOUMA = (*_FLESCH[:4], (45, "fairly hard"), (30, "hard"))
_FOG = (
    *((6.5, "very plain, for primary school"), (9.5, "plain, for lower secondary school")),
    *((12.5, "fairly plain, for upper secondary school"), (15.5, "fairly hard"), (17.5, "hard")),
)
_OURS = "our choice: what the scale calls"
_STANDARD = f"{_OURS} standard, or easier"
FORMULAS = {
    "da": (
        Formula(
            "LIX",
            lix,
            ((24, "very easy"), (34, "easy"), (44, "medium"), (54, "hard")),
            *("very hard", 34, f"{_OURS} easy"),
            high_is_easy=False,
        ),
    ),
    "de": (
        Formula("Flesch after Amstad", amstad, _FLESCH, "very hard", 60, _STANDARD),
        Formula(
            "Wiener Sachtextformel 1",
            wiener_sachtext,
            tuple((grade + 0.5, f"for school year {grade}") for grade in range(4, 15)),
            *("very hard", 7, "our choice: the school year that the English has for its target"),
            high_is_easy=False,
        ),
    ),
    "es": (
        Formula(
            "INFLESZ",
            inflesz,
            ((80, "very easy"), (65, "fairly easy"), (55, "normal"), (40, "somewhat hard")),
            *("very hard", 55, "from here on most adults can read it (Barrio-Cantalejo and others, 2008)"),
        ),
        Formula("Fernández Huerta", fernandez_huerta, _FLESCH, "very hard", 60, _STANDARD),
    ),
    "fr": (Formula("Kandel and Moles", kandel_moles, _FLESCH, "very hard", 60, _STANDARD),),
    "it": (
        Formula(
            "Gulpease",
            gulpease,
            (
                (80, "easy after primary school"),
                (60, "easy after eight years of school"),
                (40, "easy after high school"),
            ),
            *(
                "hard even after high school",
                60,
                "below, it is hard after eight years of school (Lucisano, Piemontese)",
            ),
        ),
    ),
    "nl": (Formula("Flesch after Douma", douma, _DOUMA, "very hard", 60, _STANDARD),),
    "pl": (Formula("FOG-PL", fog_pl, _FOG, "very hard", 9, f"{_OURS} plain", high_is_easy=False),),
    "pt": (
        Formula(
            "Flesch after Martins",
            martins,
            ((75, "very easy, for primary school"), (50, "easy, for eight years of school"), (25, "hard")),
            *("very hard", 50, f"{_OURS} easy"),
        ),
    ),
    "ru": (Formula("Flesch after Oborneva", oborneva, _FLESCH, "very hard", 60, _STANDARD),),
    "sv": (
        Formula(
            "LIX",
            lix,
            ((30, "very easy"), (40, "easy"), (50, "medium"), (60, "hard")),
            *("very hard", 40, f"{_OURS} easy"),
            high_is_easy=False,
        ),
    ),
    "tr": (
        Formula(
            "Ateşman",
            atesman,
            ((90, "very easy"), (70, "easy"), (50, "medium"), (30, "hard")),
            *("very hard", 70, f"{_OURS} easy"),
        ),
    ),
}


def readings(tag: str, texts: Iterable[str]) -> tuple[Reading, ...]:
    """Measure texts in a language by its BCP 47 tag; nothing where there is no formula or no word."""
    language = _primary(tag)
    counts = count(language, texts) if language in FORMULAS else None
    return tuple(formula.read(counts) for formula in FORMULAS[language]) if counts else ()


def english(level: Level, highest: float) -> tuple[Reading, ...]:
    """Say of the two English grades what the others say of theirs; `highest` is the target."""
    if not level.sentences:
        return ()
    grades = (("Flesch-Kincaid", level.flesch_kincaid), ("SMOG", level.smog))
    why = "this project’s rule for its English"
    return tuple(
        Reading(name, grade, _grade(grade), f"{highest:g} or less", why, grade <= highest) for name, grade in grades
    )


def why_not(tag: str) -> str:
    """Say why a language without a formula is not measured."""
    return _NOT_MEASURED.get(_primary(tag), _NONE_KNOWN)


def count(language: str, texts: Iterable[str]) -> Counts | None:
    """Count what the formulas of a language need; None when there is no word."""
    syllables = counter(language) if language in SPELLINGS else _none
    found = [sentence for text in texts for sentence in sentences_of(_prepared(text, language))]
    words = [word for sentence in found for word in sentence]
    lengths = [syllables(_small(word, language)) for word in words]
    if not words:
        return None
    return Counts(
        words=len(words),
        sentences=len(found),
        letters=sum(character.isalpha() for word in words for character in word),
        syllables=sum(lengths),
        of_one=lengths.count(1),
        of_three=sum(length >= 3 for length in lengths),
        of_four=sum(length >= 4 for length in lengths),
        long=sum(sum(map(str.isalpha, word)) > 6 for word in words),
    )


def _prepared(text: str, language: str) -> str:
    """Take out the full stops of abbreviations such as "z. B." and "np. woda", and what stands behind a sentence."""
    text = _CLOSING.sub("", text).replace("…", ".")
    text = _STOP.sub(lambda stop: "" if stop[1].islower() else ".", _INITIAL.sub(r"\1", text))
    return _ELISION.sub("’ ", text) if language in _ELIDES else text


def _none(_: str) -> int:
    return 0


def _small(word: str, language: str) -> str:
    return word.replace("I", "ı").replace("İ", "i").lower() if language == "tr" else word.lower()


def _grade(value: float) -> str:
    return f"US school grade {max(round(value), 1)}"


def _primary(tag: str) -> str:
    return tag.partition("-")[0]
