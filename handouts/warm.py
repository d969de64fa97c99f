"""Loaded once in the process that workers are forked from: the engine, and one small page, so that each starts warm."""

import gc

from handouts.job import Job, Sheet, Style
from handouts.problems import Position
from handouts.typeset import typeset

_PAGE = "<!doctype html><html lang=en><title>warm</title><p id=closing>Warm</p><p id=note-2>up</p></html>"

typeset(
    Job(
        name="warm",
        html=_PAGE,
        styles=(Style("warm.css", 'html { font-family: "Noto Sans" }'),),
        loose=(),
        pictures={},
        sheet=Sheet(pages=1, smallest=12, largest=12),
        fonts=("Noto Sans",),
        stacks={},
        texts=(),
        places={},
        position=Position("warm"),
    )
)
gc.freeze()
