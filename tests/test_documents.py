"""Records of documents held against the documents."""

import hashlib

import pytest

TEXT = "The Well\n\nPeople need water.\n   \nClean water.\nIt boils.\n"
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.fixture
def recorded(project, tmp_path):
    """Make a project that records a text, and a folder with the text."""

    def recorded(text, digest=DIGEST):
        record = f"""
            title: The Well
            file: well.txt
            sha256: {digest}
            paragraphs: 4
            claims:
              boils: {{paragraph: 4, says: It boils.}}
        """
        texts = tmp_path / "texts"
        texts.mkdir()
        (texts / "well.txt").write_text(text, encoding="utf-8", newline="")
        root = project(
            {
                "handouts.yaml": "{title: X, source: en, languages: [en], editions: [a4]}",
                "seeds/documents/d.yaml": record,
            }
        )
        return root, texts

    return recorded


def test_record_that_fits_its_document(recorded, run):
    root, texts = recorded(TEXT)
    assert "1 documents, 1 claims" in run(root, "sources", "check", texts).out


def test_paragraphs_are_the_lines_that_are_not_empty_whatever_ends_them(recorded, run):
    text = TEXT.replace("\n", "\r\n")
    root, texts = recorded(text, hashlib.sha256(text.encode()).hexdigest())
    run(root, "sources", "check", texts)


def test_changed_document_is_reported_at_the_digest(recorded, run):
    root, texts = recorded(TEXT.replace("boils", "cools"))
    said = run(root, "sources", "check", texts, code=1)
    assert "seeds/documents/d.yaml:3:9: error: well.txt is not the text this record was made from [digest]" in said.err


def test_shorter_document_is_reported_with_the_claim_that_cites_beyond_its_end(recorded, run):
    root, texts = recorded("The Well\nPeople need water.\nIt boils.\n")
    said = run(root, "sources", "check", texts, code=1).err
    assert "seeds/documents/d.yaml:2:7: error: well.txt has 3 paragraphs, the record says 4 [paragraphs]" in said
    assert "seeds/documents/d.yaml:6:3: error: claim 'd/boils' cites paragraph 4 of 3 [paragraph]" in said


def test_document_that_is_not_there_is_reported_at_its_name(recorded, run):
    root, texts = recorded(TEXT)
    (texts / "well.txt").unlink()
    said = run(root, "sources", "check", texts, code=1)
    assert "seeds/documents/d.yaml:2:7: error: well.txt can't be read in" in said.err


def test_document_in_another_encoding_is_no_traceback(recorded, run):
    root, texts = recorded(TEXT)
    (texts / "well.txt").write_bytes(TEXT.encode("utf-16"))
    assert "[digest]" in run(root, "sources", "check", texts, code=1).err


def test_coverage_lists_claims_that_no_block_uses(project, run):
    root = project.minimal()
    path = root / "seeds/documents/well.yaml"
    more = (
        "  dig: {paragraph: 4, says: They dig., left_out: not for patients}\n  rain: {paragraph: 4, says: It rains.}\n"
    )
    path.write_text(path.read_text() + more)
    assert run(root, "sources", "coverage").out.splitlines() == [
        "seeds/documents/well.yaml:9:3: well/dig: not for patients",
        "seeds/documents/well.yaml:10:3: well/rain: NO REASON GIVEN",
        "3 of 5 claims are used, 2 are not",
    ]
