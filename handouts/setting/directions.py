"""What runs left to right within right-to-left text is found as a whole: numbers with units, phone numbers, codes.

WeasyPrint 70.0 knows no `unicode-bidi`, and orders each element by itself: `38.5 °C` comes out as `C° 38.5`, a phone
number backwards. An element with a direction of its own is the way out.
"""

import re
import unicodedata
from collections.abc import Iterator

_SPACE = " \u00a0\u202f"
_INNER = ".,:/@'’&+-–−×=_#·?~٫٬\u2011\u2060"  # may stand between two parts, with no space around
_RANGE = ("–", "-", "−", "+", "×", "=", "/")  # may stand between two parts, with a space on both sides
_AFTER = "%°+′″"
_BEFORE = "+-−$€£"  # a sign or a currency in front of a number, where no word ends
_PHONE = re.compile(rf"\([0-9+]+\)[{_SPACE}]?(?=[0-9])")
_BRACKETS = re.compile(rf"[{_SPACE}]?\([A-Za-z0-9]+\)[{_SPACE}]?")
_RHESUS = re.compile(r"(?<![A-Za-z])(?:A|B|AB|O|0)[-−](?![\w])")  # a blood group


def left_to_right(text: str) -> Iterator[tuple[int, int]]:
    """Return start and end of each token that would come out in the wrong order; a plain number would not."""
    at = 0
    while at < len(text):
        start = at
        if (end := _token(text, at)) > start:
            if _needs_care(text[start:end]):
                yield start, end
            at = end
        else:
            at += 1


def _token(text: str, start: int) -> int:
    """Return the end of the token that begins here, or `start`."""
    if rhesus := _RHESUS.match(text, start):
        return rhesus.end()
    at = start
    if phone := _PHONE.match(text, at):
        at = phone.end()
    elif _begins_number(text, at) or (text[at] == "°" and text[at + 1 : at + 2].isalpha()):
        at += 1
    if not _is_part(text[at]):
        return start
    end = at
    while at < len(text):
        if _is_part(text[at]) or text[at] in _AFTER:
            end = at = at + 1
        elif (following := _bridge(text, at)) > at:
            at = following
        else:
            break
    return end


def _begins_number(text: str, at: int) -> bool:
    follows = text[at + 1 : at + 2]
    return text[at] in _BEFORE and bool(follows) and _is_digit(follows) and not text[at - 1 : at].isalnum()


def _bridge(text: str, at: int) -> int:
    """Return where the token goes on behind signs or spaces, or `at` when it does not."""
    stop = at
    while stop < len(text) and text[stop] in _INNER:
        stop += 1
    if stop == at and (bracket := _BRACKETS.match(text, at)):
        return bracket.end() if _continues(text, bracket.end()) else at
    if stop == at and text[at] in _SPACE:
        stop = at + 1
        if text[stop : stop + 1] in _RANGE and text[stop + 1 : stop + 2] in tuple(_SPACE):
            stop += 2
    return stop if stop > at and _continues(text, stop) else at


def _continues(text: str, at: int) -> bool:
    return at < len(text) and (_is_part(text[at]) or text[at] in "°%")


def _needs_care(token: str) -> bool:
    """Say whether a token is more than one number, or more than numbers in Arabic digits."""
    kinds = {unicodedata.bidirectional(character) for character in token}
    return "L" in kinds or bool(set(token) & set("°%$€£")) or ("EN" in kinds and kinds != {"EN"})


def _is_part(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("L", "EN", "AN") and character not in "٫٬"


def _is_digit(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("EN", "AN")
