"""A list says how it is numbered (ISO 32000-1, 14.8.5.5), so that a screen reader announces steps as steps.

WeasyPrint 70.0 writes no ListNumbering.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags as engine_tags

_NUMBERING = {"ol": "/Decimal", "ul": "/Disc"}


def install() -> None:
    """Patch the building of the tag tree."""
    build = engine_tags._build_box_tree

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        for node in build(box, *arguments):
            if node["S"] == "/L" and "A" not in node and box.element_tag in _NUMBERING:
                node["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": _NUMBERING[box.element_tag]})
            yield node

    engine_tags._build_box_tree = build_box_tree
