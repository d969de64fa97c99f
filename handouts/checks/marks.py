"""Rules for the marks of a translation: brackets, quotes, how a text ends, marks of other scripts, spaces.

What each language writes is in languages.py (`quotes`, `also`, `ends`), or below by script, where only rules need it.
"""

import re
from collections.abc import Iterator
from functools import cache

from handouts.checks.rules import Finding, Pair, rule
from handouts.languages import Language
from handouts.problems import Severity

_SPACES = " \u00a0\u202f\u2009\u3000"
_HAN = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
# A letter with whatever combines with it: for Python, a vowel sign of an Indic script is no letter.
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09d7"
_SIGNS += (
    "\u0a01-\u0a03\u0a3c-\u0a4d\u0a70-\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56"
)
_SIGNS += "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059\u17b4-\u17d3"
_LETTER = rf"(?:[^\W\d_]|[{_SIGNS}])"
_ADDRESS = re.compile(
    r"https?://[!-~]*[\w/]|www\.[!-~]*[\w/]|[\w.+-]+@[\w-]+\.[a-z.]*[a-z]"
    r"|\b[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|org|net|gov|edu|int|info|eu|uk|de|fr|es|ca)\b(?:/[!-~]*[\w/])?"
)
_BRACKETS = {
    **{"(": ")", "[": "]", "{": "}", "（": "）", "［": "］", "｛": "｝"},
    **{"【": "】", "〔": "〕", "〖": "〗", "「": "」", "『": "』", "《": "》", "〈": "〉"},
}
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
# Scripts that write few spaces, or none: spaces around a mark say nothing there.
_UNSPACED = ("Thai", "Laoo", "Khmr", "Mymr", "Hans", "Hant", "Jpan")
_CHINESE = ("Hans", "Hant", "Jpan")


@rule("brackets")
def unbalanced_brackets(pair: Pair) -> Iterator[Finding]:
    """Every bracket that opens is closed by one of its kind, and brackets do not cross.

    A lone bracket, as in "a) rest", may stand where the English has one too.

    right: fr: strong medicines (chemotherapy) -> médicaments puissants (chimiothérapie)
    right: ja: 1 drop (0.05 mL) -> 1滴（0.05 mL）
    right: de: a) rest -> a) Ruhe
    wrong: fr: strong medicines (chemotherapy) -> médicaments puissants (chimiothérapie
    wrong: zh-Hans: 1 drop (0.05 mL) -> 1滴（0.05 mL)
    wrong: ru: red blood cells (RBC [cells]) -> эритроциты (RBC [клетки)]
    """
    if (odd := _odd_bracket(pair.plain)) and not _odd_bracket(pair.plain_english):
        yield Finding(f"a bracket without its other half: '{odd}'", "each ( needs its ), each （ its ）")


def _odd_bracket(text: str) -> str:
    """Return the first bracket that has no other half, or nothing."""
    opened: list[str] = []
    for mark in text:
        if mark in _BRACKETS:
            opened.append(mark)
        elif mark in _CLOSING and (not opened or opened.pop() != _CLOSING[mark]):
            return mark
    return opened[-1] if opened else ""


_QUOTE = re.compile('[“”„‟«»‹›‘’‚‛"＂「」『』《》〈〉]')
_NEVER_STRAIGHT = ("de", "es", "fr", "it", "ja", "pl", "ro", "ru", "uk", "zh")
_WITHIN = ("“”", "‘’", "‹›")  # what stands within other quotes is loosely ruled everywhere


@rule("quotes", Severity.WARNING)
def foreign_quotes(pair: Pair) -> Iterator[Finding]:
    """Quotation marks come in pairs, and they are those that books of the language use.

    Straight ones may stand in languages whose books are not strict about it.

    right: de: “Is this normal?” is a good question. -> „Ist das normal?“ ist eine gute Frage.
    right: fr: the doctor’s “plan” -> le « plan » de l’équipe
    right: ja: Ask: “Why?” -> 「なぜですか」と聞きましょう
    right: so: your care -> daryeelka la’aanta
    right: he: 5 mg -> 5 מ"ג
    wrong: de: “Is this normal?” is a good question. -> “Ist das normal?” ist eine gute Frage.
    right: sw: “Is this normal?” -> "Je, hii ni kawaida?"
    wrong: pl: “Is this normal?” -> "Czy to normalne?"
    wrong: sw: “Is this normal?” -> "Je, hii ni kawaida?
    wrong: zh-Hant: “Is this normal?” -> “這正常嗎？”
    wrong: ar: “Is this normal?” -> «هل هذا طبيعي؟
    """
    straight = pair.language.tag.split("-")[0] not in _NEVER_STRAIGHT
    odd = _odd_quote(pair.plain, pair.language, straight=straight)
    if odd:
        wanted = " ".join(_quotes(pair.language))
        yield Finding(f"a quotation mark that is not of the language or has no other half: {odd}", f"use {wanted}")


@cache
def _quotes(language: Language) -> tuple[str, ...]:
    """Return the pairs that may stand outside of others; “ ” within « » is not for that alone good without."""
    first, last, inner_first, inner_last = (mark.strip(_SPACES) for mark in language.quotes)
    inner = inner_first + inner_last
    return tuple(dict.fromkeys((first + last, *(() if inner == "“”" else (inner,)), *language.also)))


def _odd_quote(text: str, language: Language, *, straight: bool) -> str:
    own, opened = (*_quotes(language), *(('""',) if straight else ())), list[str]()
    for match in _QUOTE.finditer(text):
        mark, before, behind = match[0], text[: match.start()][-1:], text[match.end() :][:1]
        if _within_word(mark, before, behind, language):
            continue
        allowed = (*own, *_WITHIN) if opened else own
        pair = next((each for each in allowed if each[0] == mark), "")
        if opened and opened[-1] == mark:
            opened.pop()
        elif mark in "’‘'" and (not pair or _is_letter(before)):
            continue
        elif pair:
            opened.append(pair[1])
        elif mark not in "」』》〉" or mark not in "".join(own):  # whether these come in pairs is said of brackets
            return mark
    return opened[-1] if opened and opened[-1] not in "’‘」』》〉" else ""


def _within_word(mark: str, before: str, behind: str, language: Language) -> bool:
    """Say whether a mark is an apostrophe, a gershayim, or stands for inches."""
    if mark == '"' and before.isdigit():
        return True
    if language.script in (*_UNSPACED, "Kore"):
        return False
    return mark in ('’‘"”' if language.script == "Hebr" else "’‘") and _is_letter(before) and _is_letter(behind)


def _is_letter(text: str) -> bool:
    return bool(re.fullmatch(_LETTER, text))


_KINDS = {
    **dict.fromkeys(".。．।॥۔።။។៕", "a full stop"),
    **dict.fromkeys("?？؟፧", "a question mark"),
    **dict.fromkeys("!！", "an exclamation mark"),
    **dict.fromkeys(":：፦៖፡", "a colon"),
    **dict.fromkeys("…⋯", "an ellipsis"),
    **dict.fromkeys(",，、،፣၊;；؛፤-–—", "a mark that goes on"),
}
_NONE, _STOP, _QUESTION, _COLON, _GOES_ON = "no mark", "a full stop", "a question mark", "a colon", _KINDS[","]
_AROUND = "\"'”’»›“‘」』）)］]】》〉" + _SPACES + "\n"
_QUOTED = "\"'”’»›“‘」』"
_ENDS_QUOTED = re.compile(rf"([^{re.escape(_AROUND)}])[{_QUOTED}{_SPACES}]+$")
_SHORTENED = re.compile(
    r"(?:\d[\s\u00a0\u202f]?[^\s\d.]{1,7}"  # 5 mg. 8.30 น. 10 мин.
    r"|(?:^|[\s(])[^\s.\d()]{1,6}\.\s?[^\s.\d()]{1,6}"  # p.m. т. д. मि.ग्रा.
    r"|(?<![\u0e00-\u0e7f])[\u0e01-\u0e2e]{1,4}"
    r"|\b(?:etc|ecc|usw|usf|itp|itd|npr|bzw|Std|Min|Tel|tel|Dr|vb|vs|др|пр|ін|т|стор|min|godz|tabl|approx|no|ca))\.$"
)
_SPELLED_OUT = re.compile(r"\d (?:days?|weeks?|hours?|minutes?|months?|years?|times|liters?|drops?|pills?)\.$")
_ENDS_IN_HAN = re.compile(rf"[{_HAN}]\.$|[\u1780-\u17d3]{{3,}}\.$")  # words, not short forms
_ASKS = re.compile(
    r"(?:what|whether|when|where|who|why|how|which|is|are|can|could|do|does|should|will)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:question|ask|whether|wonder)", re.IGNORECASE)
_SEVERAL = re.compile(r"[.!?؟।۔።။។]\s+\S|[。！？](?!$)")
_NO_QUESTION_MARK = ("Thai", "Laoo", "Mymr", "Jpan")  # a word says that it is a question
_NO_COLON = ("Thai", "Laoo", "Mymr", "Khmr", "Jpan", "Kore")


@rule("end-mark", Severity.WARNING)
def different_end(pair: Pair) -> Iterator[Finding]:
    """A text ends as its English does, with the language's own mark: a sentence, a question, a list to come, a label.

    An exclamation may become a statement. A heading such as "When to call" may become a question.

    right: hi: Drink water. -> पानी पिएँ।
    right: ar: Is this normal? -> هل هذا طبيعي؟
    right: th: Drink water. -> ดื่มน้ำ
    right: ja: Bring these: -> 次のものをお持ちください。
    right: te: 5 mg -> 5 మి.గ్రా.
    wrong: hi: Drink water. -> पानी पिएँ.
    wrong: am: Drink water. -> ውሃ ይጠጡ
    wrong: es: Is this normal? -> Esto es normal.
    wrong: ru: Key points -> Главное.
    wrong: zh-Hans: Drink water. -> 多喝水，
    """
    if not pair.plain.strip() or not pair.plain_english.strip():
        return
    wanted, found = _endings(pair.plain_english), _endings(pair.plain)
    if not found & set().union(*(_allowed(each, pair) for each in wanted)):
        text = f"ends with {' or '.join(sorted(found))}, the English with {' or '.join(sorted(wanted))}"
        yield Finding(text, f"the language ends sentences with {' '.join(pair.language.ends) or 'no mark'}")
    elif (mark := _foreign_end(pair)) is not None:
        ends = " ".join(pair.language.ends) or "no mark"
        yield Finding(f"ends with '{mark}'", f"the language ends sentences with {ends}")
    elif "?" in pair.plain_english and not re.search("[?？؟፧]", pair.plain) and _asks_with_a_mark(pair):
        yield Finding("the English asks a question, and there is no question mark")


def _endings(text: str) -> set[str]:
    """Return what a text may be said to end with: behind its quotes or within them; short forms end in a dot too."""
    stripped = text.rstrip(_SPACES + "\n")
    last = _kind(stripped)
    if stripped.endswith(("」", "』")) and _kind(stripped[:-1]) == _NONE:  # Japanese leaves 。 out before it
        return {_STOP, _NONE}
    if last == _NONE and (within := _ENDS_QUOTED.search(stripped)):
        return {_kind(stripped[: within.start() + 1])}
    if last == _NONE and stripped[:1] in _BRACKETS and stripped[-1] == _BRACKETS[stripped[0]]:
        return {_NONE, _kind(stripped[:-1])}
    if last == _STOP and (within := _ENDS_QUOTED.search(stripped[:-1])):
        return {_STOP, _kind(stripped[: within.start() + 1])} - {_NONE}
    return {_STOP, _NONE} if _SHORTENED.search(stripped) and not _SPELLED_OUT.search(stripped) else {last}


def _kind(text: str) -> str:
    if text.endswith(("...", "。。。")):
        return "an ellipsis"
    if text.endswith("፡፡"):
        return _STOP
    if re.search("[፡፦:][-–—]$", text):
        return _COLON
    return _KINDS.get(text[-1:], _NONE)


def _allowed(english: str, pair: Pair) -> set[str]:
    """Return the endings that stand for one of the English."""
    script, unmarked = pair.language.script, {_NONE} if not pair.language.ends else set()
    if english == _GOES_ON:
        return {_NONE, *_KINDS.values()}
    if english == _QUESTION:
        return {_QUESTION} if _asks_with_a_mark(pair) else {_QUESTION, _STOP, *_unmarked_question(pair)}
    if english == _COLON:
        return {_COLON, _STOP, _NONE} if script in _NO_COLON else {_COLON}
    if english == _STOP and _ASKED.search(pair.plain_english):
        return {_STOP, _QUESTION, *unmarked}
    if english == _NONE:
        several = {_STOP} if _SEVERAL.search(pair.plain) else set()
        return {_NONE, *several, *({_QUESTION} if _ASKS.match(pair.plain_english) else ())}
    return {english, _STOP, *unmarked}


def _unmarked_question(pair: Pair) -> set[str]:
    """A Japanese or Burmese sentence that asks needs a mark; a title such as "what leukemia is" needs none."""
    return set() if re.search("か$|လား$|လဲ$", pair.plain.rstrip(_AROUND)) else {_NONE}


def _asks_with_a_mark(pair: Pair) -> bool:
    return pair.language.script not in _NO_QUESTION_MARK


def _foreign_end(pair: Pair) -> str | None:
    """Return the mark that ends a text and that the language has not, if there is one."""
    text = pair.plain.rstrip(_AROUND)
    mark = text[-1:]
    known = (pair.language.ends or "?!…") + ("." if pair.language.script == "Laoo" else "")
    if _KINDS.get(mark, _NONE) in (_NONE, _COLON, _GOES_ON) or mark in known or text.endswith("..."):
        return None
    is_short = _SHORTENED.search(text) and not (mark == "." and _ENDS_IN_HAN.search(text))
    return None if is_short or (mark == "៕" and "។" in known) else mark


@rule("opening-mark", Severity.WARNING)
def missing_opening_mark(pair: Pair) -> Iterator[Finding]:
    """In Spanish, a question and an exclamation have a mark where they begin, and one where they end.

    right: es: Is this normal? -> ¿Es normal?
    right: es: Fever? Call us! -> ¿Fiebre? ¡Llámenos!
    wrong: es: Is this normal? -> Es normal?
    wrong: es: Is this normal? -> ¿Es normal.
    """
    if pair.language.tag.split("-")[0] != "es":
        return
    text = _without_addresses(pair.plain)
    for opening, closing in ("¿?", "¡!"):
        opened, closed = (len(re.findall(rf"{re.escape(mark)}+", text)) for mark in (opening, closing))
        if opened != closed:
            yield Finding(f"'{opening}' and '{closing}' do not belong together", f"write {opening}…{closing}")


# Marks that only some scripts write.
_HOMES = {
    **dict.fromkeys("،؛؟", ("Arab", "Aran")),
    "۔": ("Aran",),
    **dict.fromkeys("।॥", ("Deva", "Beng", "Guru")),
    **dict.fromkeys("።፣፤፥፦፧፨፡", ("Ethi",)),
    **dict.fromkeys("។៕៖", ("Khmr",)),
    **dict.fromkeys("၊။", ("Mymr",)),
    **dict.fromkeys("。、，！？：；（）．", _CHINESE),
    **dict.fromkeys("¿¡", ("es", "gl", "ast")),
    "\u037e": ("Grek",),
}
_OWN_LETTER = {
    **dict.fromkeys(("Arab", "Aran"), "\u0620-\u065f\u066e-\u06d3"),
    **dict.fromkeys(_CHINESE, _HAN + "。、，！？：；）」』】》”’"),
    **{"Deva": "\u0900-\u0963\u0971-\u097f", "Beng": "\u0980-\u09e5", "Guru": "\u0a00-\u0a65"},
    **{"Ethi": "\u1200-\u135a", "Khmr": "\u1780-\u17d3", "Mymr": "\u1000-\u103f"},
}
_SHORT_WORDS = "डॉ डा प्रो श्री सं मि सु पृ क्र नं रु उदा ডা ড ডঃ মি মো প্রো নং পৃ ਡਾ ਪ੍ਰੋ ਮਿ ਨੰ ዶ/ር"
_ARABIC, _EASTERN, _DANDA = {",": "،", ";": "؛", "?": "؟"}, dict(zip(",.!?:;", "，。！？：；", strict=True)), {".": "।"}
_INSTEAD: dict[str, dict[str, str]] = {
    **{"Arab": _ARABIC, "Aran": {**_ARABIC, ".": "۔"}, "Hans": _EASTERN, "Hant": _EASTERN, "Jpan": _EASTERN},
    **{"Deva": _DANDA, "Beng": _DANDA, "Guru": _DANDA, "Khmr": {".": "។"}},
    **{"Ethi": {",": "፣", ";": "፤", ".": "።"}, "Mymr": {",": "၊", ".": "။"}},
}


@rule("foreign-mark", Severity.WARNING)
def foreign_mark(pair: Pair) -> Iterator[Finding]:
    """Within a text stand the marks of its own script; between digits and in Latin words, Latin ones.

    right: ar: Rest, drink, and sleep. -> استرح، واشرب، ونم.
    right: zh-Hans: a dose of 2.5 mg, once -> 剂量为2.5 mg，一次
    right: hi: Dr. Rao, 2.5 mg -> डॉ. राव, 2.5 mg
    wrong: ar: Rest, drink, and sleep. -> استرح, واشرب, ونم.
    wrong: zh-Hans: Rest, and drink. -> 多休息,多喝水。
    wrong: ja: Fever? Call us. -> 熱がありますか?お電話ください。
    wrong: hi: Rest. Drink. -> आराम करें. पानी पिएँ।
    wrong: ko: Rest. Drink. -> 쉬세요。물을 드세요.
    wrong: es: Fever? Call us. -> ¿Fiebre？ Llámenos.
    """
    text = _without_addresses(pair.plain)
    for match in _foreign(pair.language).finditer(text):
        mark = match[0]
        if mark == "." and _is_short(text[: match.start()]):
            continue
        own = _INSTEAD.get(pair.language.script, {}).get(mark, "")
        near = text[max(0, match.start() - 10) : match.end() + 10]
        yield Finding(f"a mark of another script: '{mark}' in '{near}'", f"write {own}" if own else "")
        return


@cache
def _foreign(language: Language) -> re.Pattern[str]:
    """Return a pattern of what a language does not write, with what stands around it."""
    base, letter = language.tag.split("-")[0], _OWN_LETTER.get(language.script, "")
    others = [mark for mark, homes in _HOMES.items() if language.script not in homes and base not in homes]
    ways = [f"[{re.escape(''.join(mark for mark in others if mark not in language.ends))}]"]
    if language.script in ("Arab", "Aran"):
        ways.append(rf"(?<=[{letter}])[,;?]|(?<=[{letter}][\"”»’)\s])[,;?]|[,;?](?=[\s\"“«(]{{0,2}}[{letter}])")
    if language.script in _CHINESE:
        ways.append(rf"(?<=[{letter}])[,.!?:;](?!$)")
    if language.script in ("Ethi", "Mymr"):
        ways.append(rf"(?<=[{letter}])[,;]")
    if letter and language.script not in _CHINESE and "." not in language.ends:
        ways.append(rf"(?<=[{letter}])\.(?=\s+[{letter}])")
    return re.compile("|".join(ways))


def _is_short(before: str) -> bool:
    """Say whether the word before a dot is a short form, such as डॉ or मि.ग्रा."""
    word = re.split(r"[\s(]", before)[-1]
    after_number = len(word) < 5 and re.search(r"\d\s?\S*$", before) is not None
    return word in _SHORT_WORDS.split() or "." in word or len(word) == 1 or after_number


@cache
def _without_addresses(text: str) -> str:
    return _ADDRESS.sub("URL", text) if "." in text or ":" in text else text


_TWO_SPACES = re.compile(f"[{_SPACES}]{{2}}")
_BEFORE = {
    "": re.compile(rf"\S[{_SPACES}]+(?:[,.](?![\d.…])|[;:!?؟،؛۔。，、！？：；।፣።፤၊။)\]](?![\d(]))"),
    "fr": re.compile(rf"\S[{_SPACES}]+(?:[,.](?![\d.…])|[)\]])"),
    "Khmr": re.compile(rf"\S[{_SPACES}]+(?:[,)\]])"),
}
_BETWEEN_HAN = re.compile(rf"(?<=[\u4e00-\u9fff])[{_SPACES}](?=[\u4e00-\u9fff])")
_BEFORE_COMMA = re.compile(rf"\S[{_SPACES}]+,")
_BEHIND = re.compile(rf"[(\[][{_SPACES}]")
_IN_ANGLES = re.compile(rf"«[{_SPACES}]|[{_SPACES}]»")
_FRENCH_LACKS = re.compile(rf"[^\s;:!?…¿¡(«\-–][;!?:](?=[\s»\")]|$)|«(?![{_SPACES}])|[^{_SPACES}]»")
_RUN = rf"{_LETTER}{{3}}"
_GLUED = re.compile(rf"{_LETTER}[,;،؛፣፤।۔።!?؟](?={_LETTER})|[a-zA-ZÀ-ɏЀ-ӿא-ۓ]:(?!innen)(?={_RUN})|{_RUN}\.(?={_RUN})")
_TIGHT_ANGLES = ("es", "it", "pt", "ru", "uk", "ro", "tr")


@rule("spaces", Severity.WARNING)
def wrong_spaces(pair: Pair) -> Iterator[Finding]:
    """One space between words, none before a comma or a full stop, one behind it; French puts one before ; : ! ?

    right: de: Rest, and drink. -> Ruhen Sie, und trinken Sie.
    right: fr: Careful! -> Attention !
    right: fr: at 8:30 -> à 8:30
    right: zh-Hans: Rest, and drink. -> 多休息，多喝水。
    wrong: de: Rest, and drink. -> Ruhen Sie , und trinken Sie.
    wrong: ru: Rest, and drink. -> Отдыхайте,пейте.
    wrong: ar: Rest, and drink. -> استرح ، واشرب.
    wrong: fr: Careful! -> Attention!
    wrong: vi: Drink water. -> Uống  nước.
    wrong: pl: Key points -> Ważne\u0020
    """
    text = pair.plain
    if text != text.strip(_SPACES) and pair.english == pair.english.strip(_SPACES):
        yield Finding("a space at the beginning or the end", "take it out")
    yield from _found(_TWO_SPACES, text.strip(_SPACES), "two spaces in a row", "one is enough")
    base, text = pair.language.tag.split("-")[0], _without_addresses(text)
    before = _BEFORE.get(base) or _BEFORE.get(pair.language.script) or _BEFORE[""]
    yield from _found(_BEFORE_COMMA if base == "ht" else before, text, "a space before a mark", "take it out")
    if pair.language.script in ("Hans", "Hant"):
        yield from _found(_BETWEEN_HAN, text, "a space between characters", "take it out")
    yield from _found(_BEHIND, text, "a space behind an opening bracket", "take it out")
    if base == "fr" and pair.language.tag not in ("fr-CA", "fr-CH"):
        yield from _found(_FRENCH_LACKS, text, "no space beside a mark", "French wants one before ; : ! ? and in « »")
    if base in _TIGHT_ANGLES:
        yield from _found(_IN_ANGLES, text, "a space within « »", "take it out")
    if pair.language.script not in _UNSPACED:
        yield from _found(_GLUED, text, "no space behind a mark", "put one")


def _found(pattern: re.Pattern[str], text: str, what: str, hint: str) -> Iterator[Finding]:
    """Report the first place at which a pattern stands."""
    if match := pattern.search(text):
        yield Finding(f"{what}: '{text[max(0, match.start() - 8) : match.end() + 8]}'", hint)
