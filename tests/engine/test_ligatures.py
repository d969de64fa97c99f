"""Right-to-left ligatures are extracted in reading order."""

import pypdfium2


def text_of(pdf):
    return pypdfium2.PdfDocument(pdf.filename)[0].get_textpage().get_text_bounded()


def test_lam_alef_is_extracted_in_reading_order(corrected):
    assert "لا بأس" in text_of(corrected)


def test_engine_still_needs_it(uncorrected):
    assert "لا بأس" not in text_of(uncorrected)
