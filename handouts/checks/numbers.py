"""Rules for numbers: the translation has those of the English, each with its unit, however its language writes them.

Every number is read in each way that its language allows; the reading in which both texts agree best counts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice, pairwise, product

from handouts.checks.counts import WORDS, Count, counts_in, joins, key_of, scale_at, simplified, units_at
from handouts.checks.rules import Finding, Pair, rule
from handouts.languages import number_signs

MOST_READINGS = 256
NOON, DAY = 12 * 60, 24 * 60  # minutes
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_SQUARE = re.compile(r"(?<=[mм])2(?![\d.,])")

_PHONE = re.compile(
    r"(?:\+?\d{1,3}[ .-]{1,2})?\(\d{3}\) ?\d{3}[ .-]?\d{4}(?!\d)|(?<!\d)0\d{1,3}-\d{3,4}-\d{4}(?!\d)"
    r"|(?:\+?\d{1,3}[ .-])?(?<!\d)\d{3}[ .-]\d{3}[ .-]\d{4}(?!\d)|\+\d[\d ().-]{5,}\d"
)
_SHORT_PHONE = re.compile(r"(?<![\d.,-])(?:\d{3}-\d{4}|\d{2,4}(?:[ .-]\d{2,4}){2,3})(?![\d-])")
_CALLING = re.compile(r"\b(?:call|calls|phone|telephone|tel|fax|text|dial|number)\b")

_TIME = re.compile(r"(?<![\d.,:])(\d{1,2}) ?[:hu] ?(\d{2})(?![\d:]|[.,]\d)")
_TIME_IN_WORDS = re.compile(
    r"(?<![\d.,:])(\d{1,2})\.? ?(?![日月年일월년])[^\W\d_][^\s\d,;:()-]{0,11} ?(\d{2})(?![\d:]|[.,]\d)"
)
_SLASHED = re.compile(r"(?<![\d/.,])(\d{1,2})/(\d{1,3})(?![\d/]|[.,]\d)")
_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?! ?\d)(?:[.,٫]\d+)?")
_DIGIT = re.compile(r"\d")
_PLAIN = re.compile(r"\d+(?:[.,٫٬']\d+)*")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")

_HALF_DAY = re.compile(
    r" ?([ap])\.? ?m\b\.?|(?: ?o'clock)? (?:in the (morning|afternoon|evening)|at (night))\b| ?o'clock"
)
_HOUR = re.compile(r"1?\d|2[0-4]")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")  # no group, whatever signs the language has
_RANGE = re.compile(r" ?(?:-|~|to) ?")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|{'t' if name[:3] == 'sep' else ''})" for name in _MONTH_NAMES)
_DATE = re.compile(rf"\b(?:({_MONTH})\b\.? ?,? ?\d|(?:(?<=\d )|(?<=\bof )|(?<=\bin ))({_MONTH})\b)")
_WEEKDAY = re.compile(r"\b(sun|mon|tues|wednes|thurs|fri|satur)days?\b")
_PAST = re.compile(r"\b(?:half|quarter) (?:past|to)\b")
_ONE = re.compile(r"\b(?:an?|one|once|single|each|every|per|daily|weekly|monthly|yearly|hourly|first|alone|same)\b")
_ONCE = re.compile(r"\bonce (?:a|per|every|each|daily|weekly|in)\b")
_OFTEN = re.compile(r"\b(?:twice|times) (?:a|per|every|each|daily|weekly|in)\b")
_EVERY = re.compile(r"\bevery (\d+)\b")
_ROUND_THE_CLOCK = re.compile(r"24/7|\b24 hours (?:a|per) day|\b24-hour\b")
_SAID_OTHERWISE = (  # English without a digit, and the numbers that other languages may say there
    (_ONE, "1"),
    (re.compile(r"\bevery other\b"), "2"),
    (re.compile(r"\b(?:any ?time|day (?:or|and) night|around the clock|all day|a day|daily)\b"), "24"),
    (_ROUND_THE_CLOCK, "24 7"),
    (re.compile(r"\b(?:a|one|each|every|per) week|weekly\b"), "7"),
    (re.compile(r"\bhalf\b"), "0.5 1.5 50 30 12 6 18 90"),
    (re.compile(r"\bquarter\b"), "0.25 15 25 3"),
    (re.compile(r"\bquarters\b"), "0.75 75"),
    (re.compile(r"\b(?:noon|midday|midnight)\b"), "0 12 24"),
    (re.compile(r"\bcovid"), "19"),
)
_COVID = re.compile(r"\bcovid-19\b")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_ROMANS = re.compile(r"(?<![\w.])(?:I{1,3}|IV|VI{1,3}|IX)(?!\w)")

_TENTHS = re.compile(r"(\d) ?(?:割|할|成(?=的|左右|以))")  # of a whole

_FROM_SIX = {"sw", "am", "so"}  # hours are counted from six o'clock
_BOTH_SIGNS = {"es", "ht"}  # in the Americas points and commas change places
_LAKHS = {"hi", "bn", "pa", "gu", "ta", "te", "ur", "en"}
_NUMBERS_MONTHS = {"zh", "ja", "ko", "vi"}
_BUDDHIST = {"th", "lo", "km"}
_MEASURES = frozenset({"mg", "mcg", "g", "kg", "ml", "l", "iu"})
_EXACT = frozenset({"mg", "mcg", "g", "ml", "iu", "%"})  # with one of these, no language leaves a 1 out
_SINGLE = frozenset({"s", "min", "h", "d", "w", "mo", "y", "l", "kg", "x"})  # said without a number when it is 1
_NO_ARTICLE = {"ar", "he"}
_HALF = Decimal("0.5")
_LARGER = ((Decimal(60), "min", "h"), (Decimal(24), "h", "d"), (Decimal(7), "d", "w"), (Decimal(12), "mo", "y"))
_WHOLE = {Decimal(value) for value in range(2, 13)}
_NAMES = {
    **{"mcg": "microgram", "mg": "milligram", "g": "gram", "kg": "kilogram", "ml": "milliliter", "l": "liter"},
    **{"mm": "millimeter", "cm": "centimeter", "m": "meter", "C": "°C", "F": "°F", "%": "percent", "s": "second"},
    **{"min": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year", "x": "times"},
    **{"tab": "tablet", "drop": "drop", "iu": "unit"},
}


@dataclass(frozen=True)
class Number:
    """A number as it is written: what it may mean, as a value or as minutes since midnight, and in which unit."""

    text: str
    start: int
    end: int
    values: frozenset[Decimal] = frozenset()
    minutes: frozenset[int] = frozenset()
    units: frozenset[str] = frozenset()

    def agrees(self, other: "Number") -> bool:
        """Say whether both may mean the same, units aside."""
        return bool(self.values & other.values or self.minutes & other.minutes)

    def agrees_with_unit(self, other: "Number") -> bool:
        """Say whether both may mean the same; an unknown unit may be any."""
        return self.agrees(other) and (not self.units or not other.units or bool(self.units & other.units))

    @property
    def shown(self) -> str:
        """The number as it is written, with the name of its unit."""
        units = " or ".join(sorted(_NAMES[unit] for unit in self.units))
        return f"{self.text} ({units})" if units else self.text


Reading = tuple[Number, ...]


@dataclass(frozen=True)
class Side:
    """One text: simplified, the numbers in digits, the counts in words."""

    text: str
    numbers: Reading
    counts: tuple[Count, ...]

    @property
    def line(self) -> list[Number]:
        """All numbers, in digits and in words, in their order."""
        words = [
            Number(
                self.text[count.start : count.end], count.start, count.end, frozenset({count.value}), units=count.units
            )
            for count in self.counts
        ]
        return sorted([*self.numbers, *words], key=lambda number: number.start)

    @property
    def values(self) -> set[Decimal]:
        """All values that its numbers and counts may have."""
        return {value for number in self.line for value in number.values}


@dataclass(frozen=True)
class Comparison:
    """Both texts as they agree best, and what is left over on either side."""

    english: Side
    translation: Side
    missing: Reading
    extra: Reading
    phones: tuple[str, ...]


@rule("numbers")
def different_numbers(pair: Pair) -> Iterator[Finding]:
    """Every number of the English is in the translation, and no other. Small counts may be written in words.

    Digits and signs are those of the language; a sign that would mean another number there is reported.

    right: de: Take 1.5 mg. -> Nehmen Sie 1,5 mg.
    right: fr: Drink 1,500 mL. -> Buvez 1 500 ml.
    right: fa: It takes 2.5 hours. -> ۲٫۵ ساعت طول می‌کشد.
    right: hi: You need 2 weeks. -> आपको दो हफ़्ते चाहिए।
    right: ar: Wait 2 weeks. -> انتظر أسبوعين.
    right: ja: On November 26, 2026, at 8:30. -> 2026年11月26日8時30分に。
    right: sw: Come at 8:30. -> Njoo saa 2:30 asubuhi.
    right: th: Call (555) 010-0199. -> โทร 555 010 0199
    wrong: de: Take 1.5 mg. -> Nehmen Sie 1.500 mg.
    wrong: es: Take 10 mg. -> Tome 100 mg.
    wrong: ur: Take 0.5 mg. -> 5 ملی گرام لیں۔
    wrong: ko: Drink 1,000 mL. -> 1.000 mL를 마시세요.
    wrong: ru: Call us. -> Позвоните нам до 5.
    wrong: he: Call (555) 010-0199. -> התקשרו (555) 010-0198.
    """
    found = compare(pair)
    for phone in found.phones:
        yield Finding(f"the phone number '{phone}' is not in the translation", "copy it digit by digit")
    missing = ", ".join(number.text.strip() for number in found.missing)
    extra = ", ".join(number.text.strip() for number in found.extra)
    if missing and extra:
        yield Finding(f"the English has {missing}, the translation has {extra}", "write the numbers of the English")
    elif missing:
        yield Finding(f"the translation lacks {missing}", "write the number in digits, or in words if it is small")
    elif extra:
        yield Finding(f"the translation has {extra}, which the English has not", "take the number out")


@rule("number-words")
def different_words(pair: Pair) -> Iterator[Finding]:
    """A small count that is a word in English is the same count in the translation, in digits or in words.

    right: es: It takes two to three weeks. -> Tarda de dos a tres semanas.
    right: fr: It takes two weeks. -> Il faut quinze jours.
    right: zh-Hans: Take it twice a day. -> 每天服用两次。
    wrong: es: It takes two to three weeks. -> Tarda de tres a cuatro semanas.
    wrong: uk: Take it twice a day. -> Приймайте тричі на день.
    wrong: de: Take it twice a day. -> Nehmen Sie es einmal täglich.
    """
    found = compare(pair)
    english, translation = found.english, found.translation
    if found.missing or found.extra or _WEEKDAY.search(english.text) or _PAST.search(english.text):
        return
    wanted = {count.value for count in english.counts if _is_plain(count)}
    wanted |= {Decimal(1)} if _ONCE.search(english.text) else set()
    lost = {value for value in wanted if not _ways_to_say(value, english.text) & translation.values}
    known = english.values | _allowed(english, pair.language.tag) - {Decimal(1)}
    added = [count for count in translation.counts if count.sure and count.value in _WHOLE - known]
    if lost - {Decimal(1)} and _OFTEN.search(english.text):
        added += [count for count in translation.counts if count.once]
    if lost and added:
        counts = " and ".join(f"{value}" for value in sorted(lost))
        words = ", ".join(f"'{translation.text[count.start : count.end]}'" for count in added)
        yield Finding(f"the English counts {counts}, the translation says {words}", "count as the English does")


@rule("number-range")
def turned_range(pair: Pair) -> Iterator[Finding]:
    """A range runs from its lower to its upper number, in languages written from right to left too.

    right: ar: It takes 2–4 weeks. -> يستغرق ذلك 2–4 أسابيع.
    right: sw: It takes 2 to 4 weeks. -> Huchukua wiki 2 hadi 4.
    right: es: Rooms 6 and 8. -> Salas 8 y 6.
    wrong: ar: It takes 2–4 weeks. -> يستغرق ذلك 4–2 أسابيع.
    wrong: zh-Hans: It takes 2 to 4 weeks. -> 需要4至2周。
    """
    found = compare(pair)
    text = found.translation.text
    near = [(a, b) for a, b in pairwise(found.translation.line) if b.start - a.end <= 20]
    for low, high in _ranges(found.english):
        right = any(a.agrees(low) and b.agrees(high) for a, b in near)
        turned = next(((a, b) for a, b in near if a.agrees(high) and b.agrees(low)), None)
        if turned and not right:
            written = text[turned[0].start : turned[1].end]
            yield Finding(f"a range is turned round: '{written}'", f"the English goes from {low.text} to {high.text}")


@rule("units")
def different_units(pair: Pair) -> Iterator[Finding]:
    """A number keeps its unit; a unit that is not known is left to the reader.

    right: ru: Take 5 mg for 2 weeks. -> Принимайте 5 мг в течение 2 недель.
    right: sw: Take 500 mg. -> Kunywa mg 500.
    right: tr: About 10% -> Yaklaşık %10
    right: th: Take 5 mg. -> รับประทาน 5 มก.
    wrong: ru: Take 5 mg. -> Принимайте 5 г.
    wrong: hi: Wait 2 weeks. -> 2 दिन रुकें।
    wrong: ar: Wait 2 days. -> انتظر أسبوعين.
    wrong: es: Above 100.4 °F -> Más de 100.4 °C
    wrong: zh-Hant: Take 5 mL. -> 服用5毫克。
    wrong: de: Take 5 mg. -> Nehmen Sie 5.
    """
    found = compare(pair)
    english = replace(found.english, counts=tuple(count for count in found.english.counts if _is_plain(count))).line
    translation = found.translation.line
    alike = _matched(english, translation, Number.agrees)
    with_units = _matched(english, translation, Number.agrees_with_unit)
    wrong = [number for index, number in enumerate(english) if index in alike and index not in with_units]
    for number in wrong if len(with_units) < len(alike) else ():
        there = ", ".join(other.shown for other in translation if other.agrees(number))
        yield Finding(f"the English has {number.shown}, the translation {there}", "write the unit of the English")
    if len(with_units) == len(alike):
        yield from _lost_units(english, [translation[index] for index in alike.values()], alike, found.translation)


def _is_plain(count: Count) -> bool:
    """Say whether an English word is a count that has to be in the translation: two, twice, but not one or second."""
    return count.sure and count.value in _WHOLE


def _lost_units(
    english: list[Number], partners: list[Number], matched: dict[int, int], side: Side
) -> Iterator[Finding]:
    """Find measures at whose number the sentence goes on without a unit, where none of that kind stands anywhere."""
    there = {unit for number in side.line for unit in number.units}
    for index, other in zip(matched, partners, strict=True):
        number = english[index]
        bare = not other.units and re.match(r" ?(?:[.,;:!?)。、،।؟]|$)", side.text[other.end :])
        if bare and number.units & (_MEASURES | {"%"}) and not number.units & there and "%" not in side.text:
            yield Finding(f"the unit of {number.shown} is not in the translation", "write it at the number")


def _ranges(side: Side) -> Iterator[tuple[Number, Number]]:
    """Find what runs from a lower to a higher number, and pairs such as blood pressure, whose order has a meaning."""
    for low, high in pairwise(side.line):
        gap = side.text[low.end : high.start]
        ahead = re.search(r"\b(between|from) [^\d]{0,12}$", side.text[: low.start])
        between = ahead and re.fullmatch(r".{0,12} (?:and|to|until|till) .{0,6}", gap)
        rising = max(low.values or low.minutes, default=0) < max(high.values or high.minutes, default=0)
        pressure = gap.strip() == "/" and min(low.values | high.values, default=0) > 31
        if (rising and (_RANGE.fullmatch(gap) or between)) or pressure:
            yield low, high


def _ways_to_say(value: Decimal, english: str) -> set[Decimal]:
    """Return as what a count may be told: two weeks are 14 days, or 15 to the French and the Spanish."""
    if "week" not in english:
        return {value}
    return {value, value * 7} | ({Decimal(15)} if value == 2 else set())


def compare(pair: Pair) -> Comparison:
    """Read the numbers of both texts so that they agree best."""
    return _compare(pair.plain_english, pair.plain, pair.language.tag)


@lru_cache(maxsize=256)
def _compare(english: str, text: str, tag: str) -> Comparison:
    source, target, phones = _without_phones(_ready(english), _ready(text))
    source_counts = (*counts_in(source, "en"), *_romans(english))
    needed = _DIGIT.search(source + target) or any(_is_plain(count) for count in source_counts) or "once" in source
    counts = (*counts_in(target, tag), *_romans(text)) if needed else ()
    found = [
        _difference(Side(source, first, source_counts), Side(target, second, counts), tag, phones)
        for first in _readings(source, "en")
        for second in _readings(target, tag, clock=bool(_TIME.search(source)), dated=bool(_DATE.search(source)))
    ]
    return min(found, key=lambda comparison: len(comparison.missing) + len(comparison.extra))


def _ready(text: str) -> str:
    ready = _SQUARE.sub(" ", simplified(_PLACEHOLDER.sub(" ", text)))
    return _TENTHS.sub(r"\g<1>0%", ready)


def _romans(text: str) -> Iterator[Count]:
    for match in _ROMANS.finditer(text):
        yield Count(Decimal(_ROMAN[match[0]]), len(text), len(text), sure=False)


def _without_phones(english: str, text: str) -> tuple[str, str, tuple[str, ...]]:
    """Take phone numbers out of both texts, and return those that the translation has not, digit by digit."""
    found = list(_PHONE.finditer(english))
    if not found and _CALLING.search(english):
        found = list(_SHORT_PHONE.finditer(english))
    missing = []
    for match in found:
        digits = re.sub(r"\D", "", match[0])
        there = re.search(r"(?<!\d)\+?\(?" + r"[ ().\-/]{0,3}".join(digits) + r"(?!\d)", text)
        there = there or _PHONE.search(text)
        if there is None or re.sub(r"\D", "", there[0]) != digits:
            missing.append(match[0])
        english = _blank(english, match)
        text = _blank(text, there) if there else text
    return english, text, tuple(missing)


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + "\n" * len(match[0]) + text[match.end() :]


def _readings(text: str, tag: str, *, clock: bool = False, dated: bool = False) -> Iterator[Reading]:
    """Read a text in each way that its language allows, the most usual one first."""
    ways = list(_ways(text, tag, clock=clock, dated=dated))
    for chosen in islice(product(*ways), MOST_READINGS):
        numbers = [number for part in chosen for number in part]
        if tag == "en":
            numbers = [_in_english(text, number) for number in numbers]
        yield tuple(_share_units(text, numbers, tag))


def _ways(text: str, tag: str, *, clock: bool, dated: bool) -> Iterator[list[Reading]]:
    """Find each number of a text, with all ways to read it: as one number, as a time, or as several numbers."""
    position = 0
    while match := _DIGIT.search(text, position):
        start = match.start()
        ways, position = _ways_at(text, start, tag, clock=clock, dated=dated)
        yield ways


def _ways_at(text: str, start: int, tag: str, *, clock: bool, dated: bool) -> tuple[list[Reading], int]:
    plain = _PLAIN.match(text, start)
    assert plain is not None
    if time := _TIME.match(text, start) or (_TIME_IN_WORDS.match(text, start) if clock else None):
        apart = (_number(text, time.span(1), tag), _number(text, time.span(2), tag))
        if int(time[1]) <= 24 and int(time[2]) < 60:
            one = (Number(time[0], *time.span(), minutes=_minutes(int(time[1]), int(time[2]), tag)),)
            whole = (replace(one[0], values=frozenset({Decimal(time[1])})),) if int(time[2]) == 0 else one
            whole = one if tag == "en" else whole
            return ([whole] if ":" in time[0] else [whole, apart]), time.end()
        return [apart], time.end()
    if slashed := _SLASHED.match(text, start):
        return list(_slashed(text, slashed, tag)), slashed.end()
    if tag != "en" and (spaced := _SPACED.match(text, start)):
        groups = [(group.start(), group.end()) for group in _PLAIN.finditer(text, *spaced.span())]
        joined = _number(text, spaced.span(), tag, spaced[0].replace(" ", ""))
        return [(joined,), tuple(_number(text, span, tag) for span in groups)], spaced.end()
    return list(_plain(text, plain, tag, dated=dated)), plain.end()


def _slashed(text: str, match: re.Match[str], tag: str) -> Iterator[Reading]:
    """Read 1/2: two numbers, a fraction, and in Persian, where the slash is a decimal sign, 1.2."""
    values = set()
    if 0 < int(match[1]) < int(match[2]) < 5:
        values.add(round(Decimal(match[1]) / Decimal(match[2]), 3).normalize())
    if key_of(tag) == "fa":
        values.add(Decimal(f"{match[1]}.{match[2]}"))
    if values:
        yield (replace(_number(text, match.span(), tag, "0"), values=frozenset(values)),)
    if not values or tag != "en":
        yield _number(text, match.span(1), tag), _number(text, match.span(2), tag)


def _plain(text: str, match: re.Match[str], tag: str, *, dated: bool) -> Iterator[Reading]:
    number = _number(text, match.span(), tag)
    parts = [(part.start(), part.end()) for part in re.compile(r"\d+").finditer(text, *match.span())]
    if number.values:
        yield (number,)
    date = dated and _DAY_AND_MONTH.fullmatch(match[0])
    if not number.values or (date and int(date[1]) <= 31 and int(date[2]) <= 12):
        yield tuple(_number(text, span, tag) for span in parts)


def _number(text: str, span: tuple[int, int], tag: str, written: str = "") -> Number:
    """Read what stands there as one number; without values when it can't be one."""
    start, end = span
    written = written or text[start:end]
    values = _values(written, tag)
    scale, behind = scale_at(text, end, tag)
    values = frozenset(value * scale for value in values)
    minutes = frozenset[int]()
    hours = re.fullmatch(r"(\d{1,2})(?:[.٫](\d{2}))?", written)
    if tag != "en" and hours and int(hours[1]) <= 24 and int(hours[2] or 0) < 60:
        minutes = _minutes(int(hours[1]), int(hours[2] or 0), tag)
    return Number(text[start:behind], start, behind, values, minutes, units_at(text, start, behind, tag))


def _minutes(hours: int, minutes: int, tag: str) -> frozenset[int]:
    """Return the minutes of the day that a time may mean: English has 24 hours unless it says otherwise."""
    minute = (hours * 60 + minutes) % DAY
    return frozenset({minute} if tag == "en" or hours > 12 else {minute, (minute + NOON) % DAY})


def _values(written: str, tag: str) -> frozenset[Decimal]:
    """Return what digits with signs between them may mean in a language."""
    signs = re.sub(r"\d", "", written)
    decimals, groups = _signs(tag)
    found = set()
    if written.startswith("00") and signs:
        return frozenset()
    if _COMMA_DECIMAL.fullmatch(written) and tag != "en":
        return frozenset({Decimal(written.replace(",", "."))})
    if not signs:
        found.add(Decimal(written))
    elif len(signs) == 1 or (len(set(signs[:-1])) == 1 and signs[-1] != signs[0]):
        whole, _, rest = written.rpartition(signs[-1])
        # where the sign may also set groups apart, nobody writes it before three decimals that end in zero
        decimal = signs[-1] in decimals and not (
            signs[-1] in groups and len(rest) == 3 and (tag[:2] not in _BOTH_SIGNS or rest[-1] == "0") and whole != "0"
        )
        if decimal and (len(signs) == 1 or (signs[0] in groups and _grouped(whole, tag))):
            found.add(Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{rest}"))
    if signs and len(set(signs)) == 1 and signs[0] in groups and _grouped(written, tag):
        found.add(Decimal(re.sub(r"\D", "", written)))
    return frozenset(found)


@lru_cache
def _signs(tag: str) -> tuple[set[str], set[str]]:
    """Return the signs before decimals and between groups; a point before decimals is understood everywhere."""
    decimal, group = number_signs(tag)
    decimals, groups = {decimal, ".", "٫"}, {simplified(group), "٬", "'"}
    if key_of(tag) in _BOTH_SIGNS:
        decimals |= {".", ","}
        groups |= {".", ","}
    return decimals, groups


def _grouped(written: str, tag: str) -> bool:
    lakhs = key_of(tag) in _LAKHS and re.fullmatch(r"[1-9]\d?(?:\D\d{2})*\D\d{3}", written)
    return bool(lakhs or re.fullmatch(r"[1-9]\d{0,2}(?:\D\d{3})+", written))


def _in_english(text: str, number: Number) -> Number:
    """Read what stands behind a number in English: 4 p.m., 8 o'clock, 1990s."""
    match = _HALF_DAY.match(text, number.end)
    minutes = number.minutes or frozenset({60 * int(number.text)} if _HOUR.fullmatch(number.text) else ())
    if match and minutes:
        minute = min(minutes)
        late = match[1] == "p" or match[2] in ("afternoon", "evening") or (match[3] and minute >= 6 * 60)
        if late or match[1] == "a" or match[2] == "morning":
            minute = minute % NOON + (NOON if late else 0)
        values = number.values if match[2] or match[3] else frozenset[Decimal]()  # 2 in the morning may be 2 tablets
        return replace(number, values=values, minutes=frozenset({minute % DAY}), units=frozenset())
    if re.fullmatch(r"\d{4}", number.text) and re.match(r"'?s\b", text[number.end :]):
        return replace(number, values=number.values | {value % 100 for value in number.values})
    return number


def _share_units(text: str, numbers: list[Number], tag: str) -> list[Number]:
    """Give both numbers of a range, or of a choice, the unit that stands at one of them."""
    for index in reversed(range(len(numbers) - 1)):
        first, second = numbers[index], numbers[index + 1]
        if not first.units and second.units and joins(text[first.end : second.start]):
            numbers[index] = replace(first, units=second.units)
    if key_of(tag) == "sw":
        for index in range(len(numbers) - 1):
            first, second = numbers[index], numbers[index + 1]
            if first.units and not second.units and joins(text[first.end : second.start]):
                numbers[index + 1] = replace(second, units=first.units)
    return numbers


def _difference(english: Side, translation: Side, tag: str, phones: tuple[str, ...]) -> Comparison:
    """Match the numbers of both texts, and leave out what the language may say otherwise."""
    wanted = [_as_told(number, tag) for number in english.numbers]
    wanted += [
        Number(name, 0, 0, frozenset({month}))
        for name, month in _months(english.text)
        if key_of(tag) in _NUMBERS_MONTHS
    ]
    pairs = _matched(wanted, translation.numbers, Number.agrees)
    missing = [number for index, number in enumerate(wanted) if index not in pairs]
    extra = [number for index, number in enumerate(translation.numbers) if index not in pairs.values()]
    missing = [number for number in missing if not _said_in_words(number, english, translation, extra, tag)]
    allowed = _allowed(english, tag)
    times = {minute for number in wanted for minute in number.minutes} if key_of(tag) in _FROM_SIX else set()
    extra = [number for number in extra if not number.values & allowed and not number.minutes & times]
    missing = [number for number in missing if extra or not _is_left_out(number, tag)]
    return Comparison(english, translation, tuple(missing), tuple(extra), phones)


def _as_told(number: Number, tag: str) -> Number:
    """Add to a number of the English what the language may make of it: hours from six o'clock, Buddhist years."""
    if number.minutes and key_of(tag) in _FROM_SIX:
        shifted = {(minute - 6 * 60) % DAY for minute in number.minutes}
        return replace(number, minutes=number.minutes | shifted)
    if key_of(tag) in _BUDDHIST and any(1900 < value < 2100 for value in number.values) and not number.units:
        return replace(number, values=number.values | {value + 543 for value in number.values})
    return number


def _said_in_words(number: Number, english: Side, translation: Side, extra: list[Number], tag: str) -> bool:
    """Say whether a number of the English stands in the translation as a word, or with one; take its digits out."""
    words = {count.value for count in translation.counts}
    if key_of(tag) not in WORDS and not extra:  # whose words are not known here
        return number.values <= _WHOLE | {Decimal(1)} and not number.minutes
    if "/" in number.text and number.values - words:
        return all(part in words or _taken(extra, {part}) for part in map(Decimal, number.text.split("/")))
    named = bool(number.values & words) or _is_idiom(number, english) or _is_one_larger(number, translation)
    return named or _said_with_half(number, words, extra) or _said_as_time(number, words, extra)


def _is_idiom(number: Number, english: Side) -> bool:
    """Say whether a number belongs to what is said without one elsewhere: 24/7, COVID-19."""
    always = number.values & {Decimal(24), Decimal(7)} and _ROUND_THE_CLOCK.search(english.text)
    return bool(always or (number.values == {Decimal(19)} and _COVID.search(english.text)))


def _is_one_larger(number: Number, translation: Side) -> bool:
    """Say whether 60 minutes are an hour in the translation, 7 days a week."""
    larger = {unit for value, small, unit in _LARGER if value in number.values and small in number.units}
    return any(each.values == {Decimal(1)} and each.units & larger for each in translation.line)


def _said_with_half(number: Number, words: set[Decimal], extra: list[Number]) -> bool:
    """Say whether a half does it: half of the patients, half an hour, two and a half."""
    if _HALF not in words:
        return False
    if "%" in number.units and number.values == {Decimal(50)}:
        return True
    if "min" in number.units and number.values == {Decimal(30)}:
        return True
    wholes = {value - _HALF for value in number.values if value % 1 == _HALF}
    return bool(wholes) and (_taken(extra, wholes) or bool(wholes & (words | {Decimal(1)})))


def _said_as_time(number: Number, words: set[Decimal], extra: list[Number]) -> bool:
    """Say whether words name the hour, or the minutes: half past 8, which is half nine in German."""
    for minute in number.minutes:
        hour, rest = divmod(minute, 60)
        hours = {Decimal(hour), Decimal(hour % 12 or 12)} | ({Decimal(hour % 12 + 1)} if rest == 30 else set())
        if rest == 30 and Decimal(hour % 12 or 12) + _HALF in words:
            return True
        parts = {Decimal(rest)} | ({_HALF} if rest == 30 else {_HALF / 2} if rest in (15, 45) else set())
        if (rest == 0 or parts & words) and (hours & words or _taken(extra, hours)):
            return True
    return False


def _is_left_out(number: Number, tag: str) -> bool:
    """Say whether a language may leave this number out: 1 day is a day, a tablet in Arabic and Hebrew is one tablet."""
    alone = key_of(tag) in _NO_ARTICLE and not number.units & _EXACT
    return number.values == {Decimal(1)} and (alone or bool(number.units & _SINGLE))


def _taken(numbers: list[Number], values: set[Decimal]) -> bool:
    """Take a number of one of these values out of the list, if there is one."""
    found = next((number for number in numbers if number.text.isdigit() and number.values & values), None)
    if found:
        del numbers[numbers.index(found)]
    return found is not None


def _allowed(english: Side, tag: str) -> set[Decimal]:
    """Return the numbers that a translation may hold for words of the English."""
    allowed = {way for count in english.counts for way in _ways_to_say(count.value, english.text)}
    for pattern, values in _SAID_OTHERWISE:
        if pattern.search(english.text):
            allowed |= {Decimal(value) for value in values.split()}
    for first, second in pairwise(english.counts):
        if second.start - first.end <= 1:
            allowed |= {first.value + second.value, first.value * second.value}
    if key_of(tag) == "pt":  # every 8 hours: de 8 em 8 horas
        allowed |= {Decimal(match[1]) for match in _EVERY.finditer(english.text)}
    if _HALF in allowed:
        allowed |= {value + _HALF for value in english.values if value % 1 == 0}
    allowed |= {month for _, month in _months(english.text)}
    if key_of(tag) == "vi":
        days = ("sun", "mon", "tues", "wednes", "thurs", "fri", "satur")
        allowed |= {Decimal(days.index(match[1]) + 1) for match in _WEEKDAY.finditer(english.text)}
    return allowed


def _months(english: str) -> list[tuple[str, Decimal]]:
    """Return the months of the dates in an English text, with their numbers."""
    places = {name[:3]: Decimal(place) for place, name in enumerate(_MONTH_NAMES, start=1)}
    names = [match[1] or match[2] for match in _DATE.finditer(english)]
    return [(name, places[name[:3]]) for name in names]


def _matched(
    first: Sequence[Number], second: Sequence[Number], agree: Callable[[Number, Number], bool]
) -> dict[int, int]:
    """Pair as many numbers of both lists as can be, by their places: a matching in a bipartite graph."""
    partner: dict[int, int] = {}

    def place(index: int, seen: set[int]) -> bool:
        for other, number in enumerate(second):
            if other not in seen and agree(first[index], number):
                seen.add(other)
                if other not in partner or place(partner[other], seen):
                    partner[other] = index
                    return True
        return False

    for index in range(len(first)):
        place(index, set())
    return {index: other for other, index in partner.items()}
