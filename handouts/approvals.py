"""Sign-offs: a named person's approval of a leaflet, bound to a digest of its English and its translation.

An approval carries a seal over everything it says, so that one which was changed by hand does not count; beside it
stands a record of the texts that were signed. Neither is a signature in the sense of cryptography: who can write to the
project can also sign in it.
"""

import datetime
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from handouts.problems import Position, Report
from handouts.source import Fields, read

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
_TITLES = {
    "dr",
    "prof",
    "md",
    "phd",
    "rn",
    "mr",
    "mrs",
    "ms",
    "med",
    "dra",
    "sra",
    "sr",
    "translator",
    "translators",
    "by",
}
_NOWHERE = Position("approvals.yaml")
Triple = tuple[str, str, str]  # address, English, translation


@dataclass(frozen=True, slots=True)
class Approval:
    """Who signed a leaflet, in which role, on which day, until when it holds, and the digest of what they read."""

    digest: str
    by: str
    role: str
    date: datetime.date
    until: datetime.date | None = None
    seal: str = ""
    position: Position = _NOWHERE

    def __str__(self) -> str:
        until = f", until {self.until}" if self.until else ""
        return f"{self.by}, {self.role}, {self.date}{until}"


@dataclass(frozen=True, slots=True)
class Record:
    """The texts that were signed, by address: English and translation; `triples` is all that the digest covers."""

    triples: tuple[Triple, ...]

    def has(self, block: str, printed: str, texts: set[str]) -> bool:
        """Say whether a block was there, with these very texts and the same apart from them."""
        kinds = {(kind, name): what for kind, name, what in self.triples}
        same = printed in (kinds.get(("block", block)), kinds.get(("key point", block)))
        below = {
            address for address in self.texts if address == f"block/{block}" or address.startswith(f"block/{block}/")
        }
        return same and texts <= self.texts.keys() and below <= texts

    @property
    def texts(self) -> dict[str, tuple[str, str]]:
        """English and translation by address."""
        return {address: (english, text) for address, english, text in self.triples}


@dataclass(frozen=True, slots=True)
class Signatures:
    """What is known of the sign-offs of a language: approvals and records by topic, its translators, and the day."""

    approvals: Mapping[str, Approval] = field(default_factory=dict)
    records: Mapping[str, Record] = field(default_factory=dict)
    translators: tuple[str, ...] = ()
    today: datetime.date = datetime.date.min

    def is_sound(self, topic: str, tag: str) -> bool:
        """Say whether there is an approval of a topic and its seal is whole."""
        approval = self.approvals.get(topic)
        return approval is not None and approval.seal == seal(approval, topic, tag)

    def record(self, topic: str, tag: str) -> Record | None:
        """Return the texts that were signed last, if a qualified person other than the translators signed them."""
        sound = self.is_sound(topic, tag) and not is_among(self.approvals[topic].by, self.translators)
        return self.records.get(topic) if sound else None

    def fault(self, topic: str, tag: str, whole: str) -> str:
        """Say why the approval of a topic does not count for texts with this digest; nothing when it does."""
        approval = self.approvals.get(topic)
        if approval is None:
            return "nobody has signed it"
        if not self.is_sound(topic, tag):
            return "the approval was changed by hand"
        if is_among(approval.by, self.translators):
            return f"{approval.by}, who signed it, is its translator"
        if approval.until is not None and approval.until <= self.today:
            return f"the approval by {approval.by} ended on {approval.until}"
        if approval.digest != whole:
            return f"it has changed since {approval.by} signed it on {approval.date}"
        return ""


def read_approvals(path: Path, shown: str, report: Report) -> dict[str, Approval]:
    """Read the sign-offs of a language, by topic; none when there is no file."""
    table = read(path, shown, report) if path.is_file() else None
    approvals = {}
    for topic, fields in Fields(table, report).entries() if table else ():
        whole, by, role = (fields.text(name) for name in ("digest", "by", "role"))
        date = fields.date("date")
        until = fields.date("until") if "until" in fields.table.values else None
        sealed = fields.text("seal", required=False)
        fields.close()
        if whole and by and role and date:
            sealed_by = sealed.value if sealed else ""
            approvals[topic.value] = Approval(whole.value, by.value, role.value, date, until, sealed_by, topic.position)
    return approvals


def read_record(path: Path, approval: Approval) -> Record | None:
    """Read the texts that were signed; None when there are none, or when they are not those that were."""
    try:
        triples = tuple(
            (str(address), str(english), str(own)) for address, english, own in json.loads(path.read_bytes())
        )
        return Record(triples) if digest(triples) == approval.digest else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def write_approvals(approvals: Mapping[str, Approval]) -> bytes:
    """Write the sign-offs of a language as YAML, topics in order."""
    lines = ["# Who signed which leaflet; written by handouts review approve. What is changed by hand does not count."]
    for topic in sorted(approvals):
        approval = approvals[topic]
        values = {name: getattr(approval, name) for name in ("digest", "by", "role", "date", "until", "seal")}
        lines.append(f"{_scalar(topic)}:")
        lines += [f"  {name}: {_scalar(value)}" for name, value in values.items() if value is not None]
    return ("\n".join(lines) + "\n").encode()


def write_record(triples: Iterable[Triple]) -> bytes:
    """Write the texts that were signed, a line each."""
    lines = (json.dumps(triple, ensure_ascii=False) for triple in triples)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _scalar(value: object) -> str:
    """Write a value so that YAML reads back what was meant: JSON's strings are YAML's."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def seal(approval: Approval, topic: str, tag: str) -> str:
    """Return the seal that an approval of a topic in a language must carry."""
    said = (tag, topic, approval.digest, approval.by, approval.role, str(approval.date), str(approval.until or ""))
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:32]


def digest(texts: Iterable[Triple]) -> str:
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


def is_among(name: str, people: Iterable[str]) -> bool:
    """Say whether a person is one of others, as far as can be told: spelling, titles, order and initials don't matter.

    When in doubt it is the same person, for who translates must not approve.
    """
    return any(_mails(name) & _mails(other) or _alike(_words(name), _words(other)) for other in people)


def _mails(text: str) -> set[str]:
    return set(_MAIL.findall(text.casefold()))


def _words(text: str) -> frozenset[str]:
    """Return the words of a name, without accents, marks, titles and mail addresses."""
    folded = unicodedata.normalize("NFKD", _MAIL.sub(" ", text)).casefold()
    plain = "".join(letter for letter in folded if unicodedata.category(letter) not in ("Mn", "Cf"))
    return frozenset(re.findall(r"[^\W\d_]+", plain)) - _TITLES


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Say whether all words of the shorter name are in the longer one; an initial stands for a word."""
    few, many = sorted((first, second), key=len)
    return bool(few) and all(any(_stands_for(word, other) for other in many) for word in few)


def _stands_for(word: str, other: str) -> bool:
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])
