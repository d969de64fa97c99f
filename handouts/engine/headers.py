"""A header cell of a table says whether it heads a column or a row (ISO 32000-1, 14.8.5.7).

WeasyPrint 70.0 writes no Scope; readers that do not follow the Headers of data cells then guess.
"""

from collections.abc import Iterator
from typing import Any

from weasyprint.pdf import tags as engine_tags


def install() -> None:
    """Patch the building of the tag tree."""
    build = engine_tags._build_box_tree

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        for node in build(box, *arguments):
            if node["S"] == "/TH" and "Scope" not in node["A"]:
                node["A"]["Scope"] = "/Row" if box.element.attrib.get("scope", "").startswith("row") else "/Column"
            yield node

    engine_tags._build_box_tree = build_box_tree
