"""What has changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A character of a script without spaces; else all that stands between white space and marks.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff]|\s+"
    r"|[^\s.,;:!?…()\[\]{}«»“”„\"'*/،؛؟۔।、。！？，：；（）「」\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]+|."
)


class Change(StrEnum):
    """What happened to a part of a text."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the two texts together, and what happened to it."""

    change: Change
    text: str


def parts(before: str, after: str) -> Iterator[Part]:
    """Compare two texts word by word, character by character in scripts without spaces."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    for kind, start, stop, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Part(Change.SAME, "".join(old[start:stop]))
            continue
        if start < stop:
            yield Part(Change.OUT, "".join(old[start:stop]))
        if first < last:
            yield Part(Change.IN, "".join(new[first:last]))


def marked(before: str, after: str) -> str:
    """Return both texts in one, for a terminal: [-what went out-] and {+what came in+}."""
    signs = {Change.SAME: "{}", Change.OUT: "[-{}-]", Change.IN: "{{+{}+}}"}
    return "".join(signs[part.change].format(part.text) for part in parts(before, after))
