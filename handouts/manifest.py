"""The list of all outputs with what each was made from, and what of it is out of date. Values only, no files."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from handouts.editions import Edition
from handouts.job import Job

FORMAT = 3


@dataclass(frozen=True, slots=True)
class Output:
    """One file that was built. Digests are SHA-256; the type size is in pt, the ink in percent of the paper.

    `second` is the language beside its own, `of` the edition from whose pages it is imposed, `standard` what the PDF
    promises: pdf/a is PDF/A-2a and PDF/UA-1, pdf/x is PDF/X-4 and PDF/UA-1, imposed ones promise nothing. `claims` are
    what each block rests on, as document/claim, paragraph; `approval` is who signed it. A packet's `parts` are the
    leaflets in it, by path, with what each was made from; `order` is a digest of its title, topics and inserts.
    """

    path: str
    topic: str
    language: str
    edition: str
    pages: int
    fingerprint: str
    sha256: str
    size: int
    second: str = ""
    of: str = ""
    standard: str = ""
    status: str = ""
    reason: str = ""
    approval: str = ""
    code: str = ""
    type_size: float = 0.0
    ink: float = 0.0
    claims: Mapping[str, Sequence[str]] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    order: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All outputs of a project, by path."""

    outputs: Mapping[str, Output]

    def with_output(self, output: Output) -> "Manifest":
        """Return the manifest with one output added or replaced."""
        return Manifest({**self.outputs, output.path: output})

    def pairs(self, black: str, color: str) -> Iterator[tuple[Output, Output]]:
        """Go through the leaflets that are there in two editions."""
        leaflets = [each for each in self.outputs.values() if not each.parts]
        by_leaflet = {(each.topic, each.language): each for each in leaflets if each.edition == color}
        for each in leaflets:
            if each.edition == black and (each.topic, each.language) in by_leaflet:
                yield each, by_leaflet[each.topic, each.language]

    def share_of_ink(self, black: str, color: str) -> float:
        """Return how much of the ink of an edition another takes, over all leaflets that are there in both."""
        pairs = list(self.pairs(black, color))
        whole = sum(other.ink for _, other in pairs)
        return sum(each.ink for each, _ in pairs) / whole if whole else 0.0

    def only(self, paths: Iterable[str]) -> "Manifest":
        """Return the manifest without the outputs that are not among `paths`."""
        kept = set(paths)
        return Manifest({path: output for path, output in self.outputs.items() if path in kept})


def outdated(current: Manifest, anew: Mapping[str, str] | None = None) -> list[str]:
    """Return the packets one of whose leaflets is gone or has changed since, or will with those that are made anew."""
    made_from = {path: output.fingerprint for path, output in current.outputs.items()} | dict(anew or {})
    return [
        path
        for path, output in current.outputs.items()
        if any(made_from.get(part) != mark for part, mark in output.parts.items())
    ]


def packing_list(packet: str) -> str:
    """Return where the packing list of a packet stands, which comes and goes with it: beside it."""
    return f"{packet.removesuffix('.pdf')}.packing-list.pdf"


def fingerprint(job: Job, engine: str) -> str:
    """Return the digest of everything a PDF is made from: the job, the engine, the fonts."""
    hashed = hashlib.sha256()
    pictures = {name: hashlib.sha256(raw).hexdigest() for name, raw in job.pictures.items()}
    styles = [style.css for style in (*job.styles, *job.loose)]
    press = job.press.mark if job.press else ""
    made_from = (engine, job.name, job.html, styles, sorted(pictures.items()), asdict(job.sheet), job.fonts, press)
    hashed.update(json.dumps(made_from, ensure_ascii=False).encode())
    return hashed.hexdigest()


def imposed(base: str, edition: Edition) -> str:
    """Return the digest of everything that sheets are made from: the pages of another output, and the edition."""
    return hashlib.sha256(f"{base} {edition!r}".encode()).hexdigest()


def to_json(manifest: Manifest, made_with: Mapping[str, str]) -> bytes:
    """Write a manifest; the same outputs give the same bytes, for no clock is read."""
    outputs = [asdict(manifest.outputs[path]) for path in sorted(manifest.outputs)]
    whole = {"format": FORMAT, "made_with": dict(made_with), "outputs": outputs}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def from_json(raw: bytes) -> Manifest:
    """Read a manifest; one that is broken or of another format counts as empty, so that all is built again."""
    try:
        whole = json.loads(raw)
        if whole["format"] != FORMAT:
            return Manifest({})
        return Manifest({entry["path"]: Output(**entry) for entry in whole["outputs"]})
    except (ValueError, KeyError, TypeError):
        return Manifest({})


def checksums(manifest: Manifest) -> bytes:
    """Write the lines that `sha256sum --check` reads."""
    return "".join(f"{manifest.outputs[path].sha256}  {path}\n" for path in sorted(manifest.outputs)).encode()
