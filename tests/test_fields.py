"""Lines to write on as fields that can be filled in on a screen, looked at in the finished PDF."""

import page
import pikepdf
import pytest

from handouts.engine import mappings
from tests.conftest import call, change, copy

FILLED = ["en", "ar"]


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Build one topic of the minimal project with fields, and as it is on paper."""
    root = copy("minimal", tmp_path_factory.mktemp("fields") / "project")
    change(root / "handouts.yaml", "[en, es]", f"[{', '.join(FILLED)}]")
    change(root / "handouts.yaml", "editions: [a4]", "editions: [a4, fillable]")
    assert call("--project", root, "build", "-t", "drinking-water") == 0
    return root


@pytest.fixture(params=FILLED)
def pdf(root, request):
    """Go through the leaflets with fields."""
    return pikepdf.open(root / "build" / request.param / f"drinking-water.{request.param}.fillable.pdf")


def fields_of(pdf):
    return [annotation for each in pdf.pages for annotation in each.get("/Annots", [])]


def structure(node):
    """Go through the structure tree in reading order."""
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
    children = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from structure(child)


def test_every_line_of_the_printed_sheet_is_a_field(pdf):
    fields = fields_of(pdf)
    assert len(fields) == len(pdf.Root.AcroForm.Fields)
    assert len(fields) >= 5 + 2, "the box to fill in, and lines for notes"
    assert {str(field.FT) for field in fields} == {"/Tx"}


def test_each_field_has_a_name_of_its_own_and_says_what_belongs_into_it(pdf):
    fields = fields_of(pdf)
    assert len({str(field.T) for field in fields}) == len(fields)
    labels = [str(field.TU) for field in fields]
    assert all(labels) and len(set(labels)) == len(labels)


def test_fields_are_gone_through_in_reading_order(pdf):
    assert {str(each.Tabs) for each in pdf.pages if "/Annots" in each} == {"/S"}
    objects = [
        child.Obj.T
        for node in structure(pdf.Root.StructTreeRoot.K[0])
        if node.S == "/Form"
        for child in node.K
        if isinstance(child, pikepdf.Dictionary) and child.get("/Type") == "/OBJR"
    ]
    numbers = [int(str(name).removeprefix("line-")) for name in objects]
    assert numbers == sorted(numbers) and len(numbers) == len(fields_of(pdf))


def test_label_is_in_the_language_of_the_leaflet(root):
    pdf = pikepdf.open(root / "build/ar/drinking-water.ar.fillable.pdf")
    assert "الهاتف نهارًا" in [str(field.TU) for field in fields_of(pdf)]


def test_leaflet_with_fields_is_accessible_and_no_archive(root):
    for tag in FILLED:
        path = root / "build" / tag / f"drinking-water.{tag}.fillable.pdf"
        failures = page.validate_pdf_bytes(path.read_bytes(), profile="ua1").failures
        assert {str(failure.rule_id) for failure in failures} <= {"PDFUA1-FONT-UNICODE-MAPPING-001"}
        assert b"pdfaid" not in pikepdf.open(path).Root.Metadata.read_bytes()


def test_sheet_to_print_has_no_fields(root):
    assert fields_of(pikepdf.open(root / "build/en/drinking-water.en.a4.pdf")) == []


def test_glyph_that_stands_for_a_byte_order_mark_gets_an_unseen_sign():
    lines = [b"<0003> <feff>", b"<0004> <0041>", b"<0005> <0000>"]
    mended = [mappings._FORBIDDEN.sub(b"\\1<200c>", line) for line in lines]
    assert mended == [b"<0003> <200c>", b"<0004> <0041>", b"<0005> <200c>"]
