"""Corrections to what WeasyPrint 70.0 makes: one file each, with the reason and a test that shows it is still needed.

`install` patches the engine once a process; `finish` edits a PDF right before it is written.
"""

from functools import cache

import pydyf
from weasyprint import Document

from handouts.engine import (
    artifacts,
    baselines,
    figures,
    headers,
    identification,
    languages,
    ligatures,
    links,
    lists,
    mappings,
    outlines,
    runs,
    witness,
    wording,
)


@cache
def install() -> None:
    """Patch the engine; every call after the first does nothing."""
    for correction in (
        artifacts,
        baselines,
        headers,
        languages,
        ligatures,
        links,
        lists,
        mappings,
        runs,
        wording,
        witness,
    ):
        correction.install()


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Correct a finished PDF: the finisher of Document.write_pdf."""
    figures.finish(document, pdf)
    outlines.finish(pdf)
    identification.finish(pdf)
