"""The ink that pages take, and the stylesheet that lets them take black only and nothing move."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import weasyprint

from handouts import ink
from handouts.job import Style
from handouts.outlines import outlined
from handouts.typeset import typeset
from tests.conftest import make_job, squeezed
from tests.test_compose import jobs

OWN = """
    @page { color: #33404f; @top-center { content: "in the margin" } }
    p { color: red; background: linear-gradient(blue, green); border: 1pt dotted purple }
    p::before { content: "!"; color: gold }
"""
BLACK_CSS = Path(__file__).parent.parent / "templates/styles/black.css"
BLACK_AND_WHITE = {(kind, *[value] * 3) for kind in ("rg", "RG") for value in (0.0, 1.0)}
PAINTS = {"g", "G", "rg", "RG", "k", "K", "sc", "SC", "scn", "SCN", "sh"}


def pages(*bodies, css="@page { margin: 0 }"):
    """Print each body on a page of its own, 100 mm square."""
    html = "".join(f'<div style="height: 100mm; break-after: page">{body}</div>' for body in bodies)
    return weasyprint.HTML(
        string=f"<style>@page {{ size: 100mm }} body {{ margin: 0 }} {css}</style>{html}"
    ).write_pdf()


def filled(color, width=100):
    return f'<div style="height: 100mm; width: {width}mm; background: {color}"></div>'


def in_black(job):
    styles = (*job.styles, Style("black.css", BLACK_CSS.read_text(encoding="utf-8")))
    return replace(job, styles=styles, pictures={name: outlined(svg) for name, svg in job.pictures.items()})


def letters(pdf):
    """Return each letter on each page with its box in pt."""
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(pdf)]
    return [
        (text.get_text_range(number, 1), *(round(edge, 2) for edge in text.get_charbox(number)))
        for text in texts
        for number in range(text.count_chars())
    ]


def paints(pdf):
    """Return the operands of all that sets a colour, on pages and in what they show."""
    document = pikepdf.open(io.BytesIO(pdf))
    forms = (each for each in document.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form")
    for stream in (*document.pages, *forms):
        for operands, operator in pikepdf.parse_content_stream(stream):
            if str(operator) in PAINTS:
                yield str(operator), *(float(operand) for operand in operands)


def alphas(pdf):
    """Return all opacities with which something may be painted."""
    document = pikepdf.open(io.BytesIO(pdf))
    holders = (each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/ExtGState" in each)
    states = (state for each in holders for state in each["/ExtGState"].values())
    return {float(state[name]) for state in states for name in ("/ca", "/CA") if name in state}


@pytest.mark.parametrize(
    ("color", "percent"),
    [("#fff", 0), ("#000", 100), ("#808080", 49.8), ("#f00", 200), ("#0ff", 100), ("#00f", 200), ("#800000", 150.2)],
)
def test_ink_of_an_area_is_what_its_separations_take_when_black_replaces_grey(color, percent):
    assert ink.coverage(pages(filled(color))) == pytest.approx(percent, abs=0.1)


def test_ink_is_a_share_of_the_paper():
    assert ink.coverage(pages(filled("#000", width=25))) == pytest.approx(25, rel=0.02)


def test_ink_is_averaged_over_the_pages():
    assert ink.coverage(pages(filled("#000"), filled("#fff"), filled("#f00"))) == pytest.approx(100, abs=0.5)


def test_ink_of_a_leaflet_is_what_a_finer_rendering_says(finished, monkeypatch):
    pdf = (finished / "build/en/drinking-water.en.a4.pdf").read_bytes()
    found = ink.coverage(pdf)
    monkeypatch.setattr(ink, "DPI", 150)
    assert found == pytest.approx(ink.coverage(pdf), rel=0.02)
    assert found > 2


@pytest.mark.parametrize(
    ("body", "black"),
    [
        pytest.param("<p>Water is wet.</p>", True, id="text"),
        pytest.param(filled("#777", 50), True, id="grey"),
        pytest.param(filled("#e9f3f2", 50), False, id="tint"),
        pytest.param('<p style="color: #0b3c49; font-size: 8pt">Water</p>', False, id="dark text"),
        pytest.param('<div style="border-top: .3pt solid red"></div>', False, id="fine line"),
    ],
)
def test_pages_are_black_when_nothing_on_them_is_coloured(body, black):
    assert ink.is_black(pages("<p>first</p>", body)) is black


@pytest.mark.parametrize("name", ["drinking-water.en.a4", "clean-water.es.a4"])
def test_black_leaflet_is_the_same_page_in_nothing_but_black(project, name):
    job = jobs(project.minimal())[name]
    coloured, black = typeset(job), typeset(in_black(job))
    assert len(letters(coloured.pdf)) > 500
    assert letters(black.pdf) == letters(coloured.pdf)
    assert (black.size, black.problems) == (coloured.size, coloured.problems)
    assert len(set(paints(coloured.pdf))) > 10
    assert set(paints(black.pdf)) <= BLACK_AND_WHITE
    assert alphas(black.pdf) == {1.0}
    assert ink.is_black(black.pdf) and not ink.is_black(coloured.pdf)
    assert ink.coverage(black.pdf) < ink.coverage(coloured.pdf)


def test_black_leaflet_has_no_area_behind_its_text(project):
    job = jobs(project.minimal())["drinking-water.en.a4"]
    plain = replace(
        job, pictures=dict.fromkeys(job.pictures, b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 12"/>')
    )
    assert ("rg", 1.0, 1.0, 1.0) in set(paints(typeset(plain).pdf))
    assert ("rg", 1.0, 1.0, 1.0) not in set(paints(typeset(in_black(plain)).pdf))


def test_styles_of_a_project_become_black_too():
    job = make_job("<p>Water is wet.</p>", css=OWN)
    black = typeset(in_black(job))
    assert "inthemargin" in squeezed("".join(letter for letter, *_ in letters(black.pdf)))
    assert set(paints(black.pdf)) <= BLACK_AND_WHITE
    assert not ink.is_black(typeset(job).pdf)
