"""The language of every element that names one stands in the tag tree (ISO 14289-1, 7.2).

WeasyPrint 70.0 writes the document's language only, so a screen reader reads an English title in an Arabic leaflet as
Arabic.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import tags as engine_tags

_WHOLE = ("html", "body")


def install() -> None:
    """Patch the building of the tag tree."""
    build = engine_tags._build_box_tree

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        element = getattr(box, "element", None)
        lang = None if element is None or box.element_tag in _WHOLE else element.attrib.get("lang")
        for node in build(box, *arguments):
            if lang:
                node["Lang"] = pydyf.String(lang)
            yield node

    engine_tags._build_box_tree = build_box_tree
