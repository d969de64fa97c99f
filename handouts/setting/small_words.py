"""A word of one letter stays with the word that it leads to, and a short word with the time of day behind it.

Polish asks for it, and so do good Russian, Czech, Spanish and English printers: `a`, `и`, `w`, `o` at a line's end make
the eye stumble. WeasyPrint 70.0 breaks at every space.
"""

import re

from handouts.languages import Language

_SCRIPTS = ("Latn", "Cyrl", "Grek")
_LETTER = re.compile(r"(?<![^\s(«„“‘\u00a0])([^\W\d_]) (?=\w)")
_TIME = re.compile(r"\b([^\W\d]{1,4}) (?=\d{1,2}(?:[:.]\d\d|\u00a0?h\b))")
_CODE = re.compile(r"(?<=\w) (?=[A-Z]\d+\b)")


def glued(text: str, language: Language) -> str:
    """Return a text of the same length whose small words hold on to the next one."""
    if language.script in _SCRIPTS:
        text = _LETTER.sub(lambda found: f"{found[1]}\u00a0", text)
        text = _TIME.sub(lambda found: f"{found[1]}\u00a0", text)
    return _CODE.sub("\u00a0", text)
