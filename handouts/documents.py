"""The records of source documents: what each says, in our own words, with the paragraph that says it.

A document's paragraphs are its lines that are not empty, counted from 1, the title being paragraph 1.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.problems import Position, Problem, Report
from handouts.project import Project
from handouts.source import Fields, Text, read

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a document says; `reference` is document/claim."""

    reference: str
    paragraph: int
    says: str
    left_out: str
    position: Position

    def __str__(self) -> str:
        return f"{self.reference}, paragraph {self.paragraph}"


@dataclass(frozen=True, slots=True)
class Document:
    """The record of a source text; the text itself is not kept."""

    slug: str
    title: str
    file: Text
    sha256: Text
    paragraphs: int
    claims: Mapping[str, Claim]


def load(project: Project, report: Report) -> dict[str, Document]:
    """Read all records, by slug."""
    found = {}
    for path, shown in project.seeds("documents"):
        table = read(path, shown, report)
        if table is not None and (document := _document(path.stem, Fields(table, report), report)):
            found[document.slug] = document
    return found


def _document(slug: str, fields: Fields, report: Report) -> Document | None:
    title, file, sha256 = fields.text("title"), fields.text("file"), fields.text("sha256")
    paragraphs = fields.number("paragraphs", least=1)
    claims_table = fields.table_of("claims")
    fields.close()
    if sha256 is not None and not _SHA256.fullmatch(sha256.value):
        report.error(sha256.position, "a SHA-256 digest has 64 hexadecimal digits in lower case", "digest")
    if title is None or file is None or sha256 is None or paragraphs is None or claims_table is None:
        return None
    claims = {}
    for name, claim_fields in claims_table.named_entries():
        claim = _claim(slug, name, claim_fields, paragraphs, report)
        if claim is not None:
            claims[name.value] = claim
    return Document(slug, title.value, file, sha256, paragraphs, claims)


def _claim(slug: str, name: Text, fields: Fields, paragraphs: int, report: Report) -> Claim | None:
    paragraph, says = fields.number("paragraph"), fields.text("says")
    left_out = fields.text("left_out", required=False)
    fields.close()
    if paragraph is None or says is None:
        return None
    if not 1 <= paragraph <= paragraphs:
        where = fields.table.values["paragraph"].position
        hint = f"paragraphs are the lines that are not empty, 1 to {paragraphs}"
        report.error(where, f"there is no paragraph {paragraph}", "paragraph", hint)
    return Claim(f"{slug}/{name}", paragraph, says.value, left_out.value if left_out else "", name.position)


def compare(documents: Mapping[str, Document], folder: Path) -> Iterator[Problem]:
    """Hold the records against the texts in a folder: digest, number of paragraphs, every paragraph cited."""
    for document in documents.values():
        path = folder / document.file.value
        try:
            raw = path.read_bytes()
        except OSError as error:
            yield Problem(
                document.file.position, f"{document.file} can't be read in {folder}: {error.strerror}", "document"
            )
            continue
        if hashlib.sha256(raw).hexdigest() != document.sha256.value:
            yield Problem(
                document.sha256.position,
                f"{document.file} is not the text this record was made from",
                "digest",
                "read the new text, correct the claims, then record its digest",
            )
        yield from _paragraphs(document, raw.decode("utf-8", "replace"))


def _paragraphs(document: Document, text: str) -> Iterator[Problem]:
    there = sum(bool(line.strip()) for line in text.splitlines())
    if there != document.paragraphs:
        yield Problem(
            document.file.position,
            f"{document.file} has {there} paragraphs, the record says {document.paragraphs}",
            "paragraphs",
        )
    for claim in document.claims.values():
        if claim.paragraph > there:
            yield Problem(
                claim.position,
                f"claim '{claim.reference}' cites paragraph {claim.paragraph} of {there}",
                "paragraph",
            )
