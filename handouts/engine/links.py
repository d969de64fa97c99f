"""A link is one annotation with its own text as description (ISO 14289-1, 7.18.5).

WeasyPrint 70.0 gives every element within a link an annotation of its own, for which no Link stands in the tag tree;
and it describes a link by its address, which a screen reader then spells out.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint import document as engine_document
from weasyprint import pdf as engine_pdf


def install() -> None:
    """Patch the gathering of links, and the writing of their annotations."""
    gather, add = engine_document.gather_anchors, engine_pdf.add_links

    def gather_anchors(box: Any, anchors: Any, links: list[Any], *arguments: Any) -> None:
        gather(box, anchors, links, *arguments)
        links[:] = [link for link in links if link[-1].element_tag == "a"]

    def add_links(links_and_anchors: Any, *arguments: Any) -> None:
        add(links_and_anchors, *arguments)
        for _, _, _, box in links_and_anchors[0]:
            if box.link_annotation:
                text = " ".join("".join(_words(box.element)).split())
                box.link_annotation["Contents"] = pydyf.String(text)

    engine_document.gather_anchors = gather_anchors
    engine_pdf.add_links = add_links


def _words(element: Any) -> Iterator[str]:
    """Go through the texts of a link, and the alternative texts of its pictures."""
    for each in element.iter():
        yield each.attrib.get("alt", "")
        yield each.text or ""
        yield each.tail or "" if each is not element else ""
