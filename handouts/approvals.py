"""Sign-offs: a named person's approval of a leaflet, bound to a digest of its English and its translation."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.problems import Report
from handouts.source import Fields, read

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who signed a leaflet, in which role, on which day, and the digest of what they read."""

    digest: str
    by: str
    role: str
    date: str


def read_approvals(path: Path, shown: str, report: Report) -> dict[str, Approval]:
    """Read the sign-offs of a language, by topic; none when there is no file."""
    table = read(path, shown, report) if path.is_file() else None
    approvals = {}
    for topic, fields in Fields(table, report).entries() if table else ():
        values = [fields.text(name) for name in ("digest", "by", "role", "date")]
        day = fields.date("date")
        fields.close()
        if all(values) and day is not None:
            approvals[topic.value] = Approval(*(value.value for value in values if value))
    return approvals


def digest(texts: Iterable[tuple[str, str, str]]) -> str:
    """Return the SHA-256 of (address, English, translation) triples; any change to any of them changes it."""
    hashed = hashlib.sha256()
    for triple in texts:
        for text in triple:
            raw = text.encode()
            hashed.update(len(raw).to_bytes(4, "big") + raw)
    return hashed.hexdigest()


def edition_code(whole: str) -> str:
    """Shorten a digest to the six letters and digits that the foot prints, none of which is mistaken for another."""
    number = int(whole, 16)
    return "".join(_CROCKFORD[(number >> 5 * place) & 31] for place in range(6))


def signed(approvals: Mapping[str, Approval], topic: str, whole: str) -> Approval | None:
    """Return the approval of a topic if it was given for exactly these texts."""
    approval = approvals.get(topic)
    return approval if approval and approval.digest == whole else None
