"""One file says that it is PDF/A-2a and PDF/UA-1."""

from pathlib import Path


def xmp(pdf):
    return pdf.Root.Metadata.read_bytes().decode()


def test_metadata_names_both_standards(corrected):
    with corrected.open_metadata() as metadata:
        found = [metadata.get(key) for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    assert found == ["2", "A", "1"]


def test_schema_that_pdf_a_does_not_know_is_described(corrected):
    assert "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in xmp(corrected)


def test_metadata_can_be_read_without_unpacking(corrected):
    assert b"pdfuaid:part" in Path(corrected.filename).read_bytes()


def test_engine_still_needs_it(uncorrected):
    assert "pdfuaid" not in xmp(uncorrected)
