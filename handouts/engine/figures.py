"""The bounding box of a figure is in PDF points from the lower left corner (ISO 32000-1, 14.8.5.4.3).

WeasyPrint 70.0 writes CSS pixels from the upper left corner, which puts the box outside the page.
"""

from typing import Any

import pydyf

_POINTS = 0.75  # a CSS pixel is 1/96 inch, a PDF point 1/72


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """Convert the boxes of all figures."""
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/Figure":
            page = document.pages[pdf.page_references.index(element["Pg"])]
            left, top, right, bottom = element["A"]["BBox"]
            element["A"]["BBox"] = pydyf.Array(
                round(value * _POINTS, 2) for value in (left, page.height - bottom, right, page.height - top)
            )
