"""A bookmark names its heading as it is read: without the invisible signs that guide its lines.

WeasyPrint 70.0 takes a bookmark's title from the text as it was set.
"""

from typing import Any

import pydyf

_UNSEEN = str.maketrans({"\u200b": None, "\u2060": None, "\u00a0": " "})


def finish(pdf: pydyf.PDF) -> None:
    """Clean the titles of all bookmarks."""
    for item in pdf.objects:
        if isinstance(item, dict) and "Dest" in item and "Title" in item:
            item["Title"] = _clean(item["Title"])


def _clean(title: Any) -> pydyf.String:
    return pydyf.String(title.string.translate(_UNSEEN))
