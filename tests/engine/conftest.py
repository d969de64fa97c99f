"""One page that needs every correction, set by us, and set by the engine as it comes."""

import base64
import os
import subprocess
import sys

import pikepdf
import pytest

from handouts.typeset import FONTS, typeset
from tests.conftest import make_job

CSS = """
    @page { size: 100mm 160mm; @bottom-center { content: element(foot); vertical-align: top } }
    .foot { position: running(foot); font-size: 6pt }
    .line { height: 8mm; border-bottom: 1pt dotted }
    img { width: 20mm }
"""
BODY = """
    <div class="foot">Foot of all pages</div>
    <h1 lang="en" dir="ltr">English title</h1>
    <p>لا بأس. سَخِّنْ مَاءً حَتَّى يَغْلِيَ.</p>
    <ol><li>one</li></ol><ul><li>two</li></ul>
    <img src="picture:/a.svg" alt="A square">
    <div class="line"></div>
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'
JOB = make_job(BODY, CSS, lang="ar", pictures={"a.svg": SVG})
AS_IT_COMES = """
import sys, weasyprint
styles = [weasyprint.CSS(string=text) for text in sys.argv[2:]]
html = weasyprint.HTML(string=sys.argv[1])
sys.stdout.buffer.write(html.write_pdf(stylesheets=styles, pdf_variant="pdf/a-2a"))
"""


@pytest.fixture(scope="session")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> pikepdf.Pdf:
    """Set the page with our corrections."""
    path = tmp_path_factory.mktemp("engine") / "corrected.pdf"
    done = typeset(JOB)
    assert done.problems == ()
    path.write_bytes(done.pdf)
    return pikepdf.open(path)


@pytest.fixture(scope="session")
def uncorrected(tmp_path_factory: pytest.TempPathFactory) -> pikepdf.Pdf:
    """Set the page by WeasyPrint alone, in a process that never loads handouts."""
    path = tmp_path_factory.mktemp("engine") / "uncorrected.pdf"
    picture = "data:image/svg+xml;base64," + base64.b64encode(SVG).decode()
    html = JOB.html.replace("picture:/a.svg", picture)
    command = [sys.executable, "-c", AS_IT_COMES, html, *(style.css for style in JOB.styles)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS / "fonts.conf")}
    done = subprocess.run(command, capture_output=True, env=environment, check=True, timeout=60)
    path.write_bytes(done.stdout)
    return pikepdf.open(path)


def elements(pdf, kind):
    """Return the structure elements of a kind, in order."""
    found = []

    def walk(node):
        if isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == pikepdf.Name(kind):
                found.append(node)
            children = node.get("/K", [])
            for child in children if isinstance(children, pikepdf.Array) else [children]:
                walk(child)

    walk(pdf.Root.StructTreeRoot)
    return found


def operators(pdf):
    """Return the operators of the first page with their operands."""
    return [(str(operator), operands) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])]
