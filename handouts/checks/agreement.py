"""Rules for how the translations of a catalog agree with each other: the same said alike, by the glossary's words.

Each takes a catalog and the content, and looks at the translations that are done.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from handouts import markup
from handouts.catalog import Catalog, Translation
from handouts.content import Content, Message, Term
from handouts.languages import Breaking, Language, language
from handouts.problems import Problem, Severity

_PARTS = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
# Words that change nothing of what a text is about.
_LITTLE = frozenset(
    ["a", "an", "the", "your", "our", "my", "this", "these", "of", "for", "to", "in", "is", "are", "be"]
)
_CONTRACTED = (("can't", "cannot"), ("n't", " not"), ("'re", " are"), ("'s", ""), ("can not", "cannot"))
_LETTERS = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0981-\u0d4d\u135d-\u135f]*)+")
_ETHIOPIC = re.compile(r"[\u1200-\u1357]")
_CLOSE = (Breaking.CHARACTERS, Breaking.PHRASES, Breaking.THAI, Breaking.DICTIONARY)
_HAN = ("Hans", "Hant", "Jpan")
_MOST = 0.85
_LONG = ("Latn", "Cyrl", "Grek")  # scripts of many letters a word
_MARKED = (*_LONG, "Arab", "Aran", "Hebr")
_PREFIXING = ("sw", "tl", "am", "so")
_SMALL = frozenset(["del", "los", "las", "les", "des", "der", "die", "das", "mga", "con", "dei", "ها", "هاي"])
_ARTICLE_WORDS = "un una uno el la lo los las le les une des der die das ein eine o os as il gli"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ہ": "ه", "ک": "ك", "ـ": None, "ı": "i"}
)
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=..)")
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_FORMS = re.compile(r"forms:\s*(.+)", re.IGNORECASE)


def two_ways(catalog: Catalog, content: Content) -> Iterator[Problem]:
    """Report the same English that is translated in two ways: three words or more, or shorter texts of one kind.

    Case, marks, markup, articles and the endings of words make no difference.
    """
    first: dict[tuple[str, ...], tuple[Message, Translation]] = {}
    for message, entry in _done(catalog, content):
        words = _bare(message)
        short = len(words.split()) < 3
        key = (words, message.note) if short else (words,)
        other, before = first.setdefault(key, (message, entry))
        if not _same(before.text, entry.text, language(catalog.language)):
            text = f"translated in another way than the same English before: '{entry.text}'"
            hint = f"{other.address} has '{before.text}'"
            yield Problem(entry.position, text, "translated-two-ways", hint, Severity.WARNING)


def one_way(catalog: Catalog, content: Content) -> Iterator[Problem]:
    """Report a translation that stands for two English texts about different things, as after a slip in copying."""
    known = _Synonyms(content)
    first: dict[str, tuple[Message, Translation]] = {}
    for message, entry in _done(catalog, content):
        said = _alike(entry.text)
        other, _ = first.setdefault(said, (message, entry))
        if other is message or not _long_enough(said, catalog.language):
            continue
        if known.differ(other.english, message.english):
            text = f"the same translation as that of another English: '{entry.text}'"
            hint = f"{other.address} has it for '{other.english}'"
            yield Problem(entry.position, text, "two-texts-one-translation", hint, Severity.WARNING)


def glossary(catalog: Catalog, content: Content) -> Iterator[Problem]:
    """Report a text that uses a term of the glossary whose translation does not, in whatever form of the word.

    Translators name further words of a term in a comment on its entry: `# forms: szpik, szpiku`.
    """
    own = language(catalog.language)
    uses = _uses(tuple(content.terms.values()))
    wanted = {term.id: _wanted(term, catalog) for term in content.terms.values()}
    for message, entry in _done(catalog, content):
        for term, form, share in uses.within(message):
            agreed = wanted[term.id]
            if agreed is not None and not agreed.stands_in(markup.plain(entry.text), share, own):
                said = f"'{form}' is not translated as in the glossary"
                hint = f"use '{agreed.text}', or name the other word at term/{term.id} in a comment: # forms: …"
                yield Problem(entry.position, said, "glossary", hint, Severity.WARNING)


def _done(catalog: Catalog, content: Content) -> Iterator[tuple[Message, Translation]]:
    for message in content.messages():
        entry = catalog.translation(message)
        if entry is not None and not message.address.startswith("interface/"):
            yield message, entry


def _bare(message: Message) -> str:
    return " ".join(_PARTS.findall(markup.plain(message.english).casefold()))


def _alike(text: str) -> str:
    """Make texts equal that differ in case, marks and markup only."""
    kept = (letter for letter in markup.plain(text).casefold() if unicodedata.category(letter)[0] in "LMNS")
    return "".join(kept)


def _same(first: str, second: str, own: Language) -> bool:
    """Say whether texts say the same in the same words, if need be with other endings."""
    if _alike(first) == _alike(second):
        return True
    if own.breaking is not Breaking.SPACES or re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    left, right = (
        [word for word in _folded(markup.plain(text), own) if word not in _ARTICLES] for text in (first, second)
    )
    return len(left) == len(right) and all(_grown(one, two, 3) for one, two in zip(left, right, strict=True))


def _long_enough(said: str, tag: str) -> bool:
    close = language(tag).breaking in (Breaking.CHARACTERS, Breaking.PHRASES)
    return len(said) >= (5 if close else 12)


class _Synonyms:
    """What English texts are about, with one name for each term of the glossary."""

    def __init__(self, content: Content) -> None:
        self.uses = _uses(tuple(content.terms.values()))

    def differ(self, first: str, second: str) -> bool:
        """Say whether two texts are about different things: numbers differ, or most of their words."""
        left, right = self.words(first), self.words(second)
        if {word for word in left ^ right if word.isdigit()}:
            return True
        return bool(left - right and right - left) and len(left & right) <= 0.6 * len(left | right)

    def words(self, text: str) -> frozenset[str]:
        """Return the words of a text that carry its meaning, without their endings."""
        plain = markup.plain(text).casefold().replace("’", "'")
        for long, short in _CONTRACTED:
            plain = plain.replace(long, short)
        named = self.uses.pattern.sub(lambda match: f" {self.uses.terms[match[0]].id.replace('-', '')} ", plain)
        return frozenset(_stem(word) for word in _PARTS.findall(named) if word not in _LITTLE)


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s|y|e|ing|ed)$", "", word) if len(word) > 4 else word.removesuffix("s")


@dataclass(frozen=True)
class _Uses:
    """Finds the terms of the glossary in English; the longest form of a term wins."""

    terms: dict[str, Term]
    pattern: re.Pattern[str]

    def within(self, message: Message) -> Iterator[tuple[Term, str, float]]:
        """Find each term that a text uses once, with the longest form and how much of the term's name that has."""
        found: dict[str, tuple[Term, str, float]] = {}
        for match in self.pattern.finditer(markup.plain(message.english).casefold()):
            term = self.terms[match[0]]
            share = _share(match[0], term.term.english.casefold())
            if share and share > found.get(term.id, (term, "", 0.0))[2]:
                found[term.id] = term, match[0], share
        own = message.address.split("/")[1] if message.address.startswith("term/") else ""
        yield from (use for term, use in found.items() if term != own)


def _uses(terms: tuple[Term, ...]) -> _Uses:
    forms = {form.casefold(): term for term in terms for form in (term.term.english, *term.forms)}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    inside = "|".join(map(re.escape, ordered)) or "(?!)"
    return _Uses(forms, re.compile(rf"(?<![\w-])(?:{inside})(?![\w-])"))


def _share(form: str, name: str) -> float:
    """Say how much of a term's name a form of it has: "marrow" a half of "bone marrow", an abbreviation nothing."""
    words = _PARTS.findall(name)
    there = [word for word in words if any(_begin_alike(word, other) for other in _PARTS.findall(form))]
    return len(there) / len(words)


def _begin_alike(first: str, second: str) -> bool:
    shorter = min(len(first), len(second))
    return len(_common_start(first, second)) >= max(min(shorter, 4), 0.6 * shorter)


def _common_start(first: str, second: str) -> str:
    length = next((at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), None)
    return first[: min(len(first), len(second)) if length is None else length]


@dataclass(frozen=True)
class _Wanted:
    """The agreed translation of a term, and all the names that count as it."""

    text: str
    names: tuple[str, ...]

    def stands_in(self, text: str, share: float, own: Language) -> bool:
        """Say whether a text has one of the names, inflected or not, or so much of it as the English has."""
        stands = _stands_closely if own.breaking in _CLOSE else _stands_apart
        return any(stands(name, text, share, own) for name in self.names)


def _wanted(term: Term, catalog: Catalog) -> _Wanted | None:
    entry = catalog.translation(term.term)
    if entry is None:
        return None
    further = [match[1] for line in entry.comments if (match := _FORMS.match(line))]
    names = [entry.text, _BRACKETS.sub(" ", entry.text), *_BRACKETS.findall(entry.text)]
    names += [name for line in further for name in re.split(r"[,،、;]", line)]
    return _Wanted(entry.text, tuple(name.strip() for name in names if name.strip()))


def _stands_closely(name: str, text: str, share: float, own: Language) -> bool:
    """Compare what is written without spaces: parts of a name that stand in a text must make up most of it."""
    name, text = _squeezed(name), _squeezed(text)
    least, covered, at = (2 if own.script in _HAN else 4), 0, 0
    while at < len(name):
        size = max((size for size in range(least, len(name) - at + 1) if name[at : at + size] in text), default=0)
        covered, at = covered + size, at + max(size, 1)
    wanted = _MOST * len(name) if share == 1 else max(0.7 * share * len(name), 1)
    return name in text or covered >= wanted


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b-\u200d]", "", text.casefold())


def _stands_apart(name: str, text: str, share: float, own: Language) -> bool:
    """Compare word by word, in any order."""
    words = _main(_folded(name, own), own)
    there = _folded(text, own)
    found = sum(any(_match(word, other, own) for other in there) for word in words)
    return found >= (len(words) if share == 1 else max(1, math.floor(share * len(words))))


def _folded(text: str, own: Language) -> list[str]:
    """Take words out of a text, without what differs between the forms of a word."""
    folded = unicodedata.normalize("NFKD", _ETHIOPIC.sub(_row, text.casefold()))
    if own.script in _MARKED:
        folded = "".join(letter for letter in folded if unicodedata.category(letter) != "Mn").translate(_ALIKE)
    return _LETTERS.findall(unicodedata.normalize("NFC", folded))


def _row(match: re.Match[str]) -> str:
    """Take the vowel out of an Ethiopic syllable, which changes with what follows."""
    return chr(ord(match[0]) & ~7)


def _main(words: list[str], own: Language) -> list[str]:
    least = 2 if own.tag in ("vi", "ht") or own.script in ("Kore", "Hebr", "Ethi") else 3
    return [word for word in words if len(word) >= least and word not in _SMALL] or words


def _match(word: str, other: str, own: Language) -> bool:
    """Say whether a word of a text is a form of a word of a term."""
    if own.tag == "vi":
        return word == other
    if own.script in ("Arab", "Aran", "Hebr"):
        return any(_grown(one, two, 2) or _root(one) == _root(two) for one in _shorn(word) for two in _shorn(other))
    least = 3 if own.script in _LONG else 2
    if _grown(word, other, least):
        return True
    if own.tag in _PREFIXING and _grown(word[::-1], other[::-1], least):
        return True
    stem = word[: max(4, math.ceil(0.7 * len(word)))] if own.script != "Kore" else word
    whole = other[: math.ceil(0.8 * len(other))]
    compound = len(word) > least or own.script == "Kore"
    return (compound and stem in other) or (len(other) >= 5 and whole in word)


def _grown(word: str, other: str, least: int) -> bool:
    """Say whether two words begin alike for most of their length."""
    alike = len(_common_start(word, other))
    return alike >= max(0.6 * min(len(word), len(other)), 0.5 * len(word), min(least, len(word)))


def _shorn(word: str) -> set[str]:
    """Return a word of Arabic or Hebrew letters with and without what is written in one with it."""
    if _ARTICLE.match(word):
        left = _ARTICLE.sub("", word)
        return {left, f"ل{left}"} if word.startswith("لل") else {left}  # before ل, the article is written with it
    hebrew = re.sub(r"^[והבלמשכ]{1,3}", "", word)
    return {word} | {short for short in (re.sub(r"^[وف]?[بكل]?", "", word), word[1:], hebrew) if len(short) >= 2}


def _root(word: str) -> str:
    """Return the consonants that stay in the forms of a word, or the word if there are too few."""
    left = re.sub(r"[اويئؤءهیےہى]", "", word)
    return left if len(left) >= 2 else word
