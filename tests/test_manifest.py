"""What was built, and of what."""

import json
from dataclasses import replace

import pytest

from handouts.job import Sheet, Style
from handouts.manifest import Manifest, Output, checksums, fingerprint, from_json, outdated, to_json
from handouts.problems import Position
from tests.conftest import make_job

JOB = make_job("<p>Water</p>", pictures={"a.svg": b"<svg/>"})
OUTPUT = Output(
    path="es/a.es.a4.pdf",
    topic="a",
    language="es",
    second="",
    edition="a4",
    of="",
    standard="pdf/a",
    status="draft",
    reason="nobody has signed it",
    approval="",
    code="ABC123",
    pages=2,
    type_size=12.25,
    ink=6.5,
    fingerprint="f" * 64,
    sha256="0" * 64,
    size=1234,
    claims={"a-block": ["well/drink, paragraph 2"]},
)
OTHER = replace(OUTPUT, path="en/a.en.a4.pdf", language="en", sha256="1" * 64)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"html": JOB.html + " "}, id="HTML"),
        pytest.param({"styles": (*JOB.styles, Style("more.css", ""))}, id="styles"),
        pytest.param({"styles": JOB.styles[::-1]}, id="order of styles"),
        pytest.param({"pictures": {"a.svg": b"<svg />"}}, id="picture"),
        pytest.param({"pictures": {"b.svg": b"<svg/>"}}, id="name of a picture"),
        pytest.param({"sheet": Sheet(2, 12, 12)}, id="sheet"),
        pytest.param({"fonts": ("Noto Sans",)}, id="fonts"),
    ],
)
def test_fingerprint_changes_with_what_the_pdf_is_made_from(changed):
    assert fingerprint(replace(JOB, **changed), "engine 1") != fingerprint(JOB, "engine 1")


def test_fingerprint_changes_with_the_engine():
    assert fingerprint(JOB, "engine 2") != fingerprint(JOB, "engine 1")


def test_fingerprint_does_not_change_with_places():
    moved = replace(JOB, position=Position("elsewhere.yaml", 9, 9), places={"x": Position("y", 1)})
    assert fingerprint(moved, "engine 1") == fingerprint(JOB, "engine 1")


def test_manifest_is_read_back_as_it_was_written_whatever_the_order():
    first, second = (
        Manifest({}).with_output(OUTPUT).with_output(OTHER),
        Manifest({}).with_output(OTHER).with_output(OUTPUT),
    )
    raw = to_json(first, {"weasyprint": "70.0"})
    assert raw == to_json(second, {"weasyprint": "70.0"})
    assert from_json(raw) == first
    assert json.loads(raw)["made_with"] == {"weasyprint": "70.0"}


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[]", b"\xff", b'{"format": 0}', b'{"format": 1, "outputs": [{"path": "x"}]}']
)
def test_broken_manifest_counts_as_empty(raw):
    assert from_json(raw) == Manifest({})


def test_checksums_are_lines_that_sha256sum_reads():
    both = Manifest({}).with_output(OUTPUT).with_output(OTHER)
    assert checksums(both).decode() == f"{'1' * 64}  en/a.en.a4.pdf\n{'0' * 64}  es/a.es.a4.pdf\n"


def test_only_keeps_what_is_named():
    both = Manifest({}).with_output(OUTPUT).with_output(OTHER)
    assert list(both.only([OTHER.path]).outputs) == [OTHER.path]


def test_ink_is_compared_over_leaflets_that_are_there_in_both_editions():
    black = replace(OUTPUT, path="es/a.es.low-ink.pdf", edition="low-ink", ink=4.0)
    color = replace(OUTPUT, ink=5.0)
    alone = replace(black, path="fr/a.fr.low-ink.pdf", language="fr", ink=99.0)
    current = Manifest({each.path: each for each in (black, color, alone)})
    assert list(current.pairs("low-ink", "a4")) == [(black, color)]
    assert current.share_of_ink("low-ink", "a4") == 0.8
    assert current.share_of_ink("low-ink", "letter") == 0.0


def test_packet_is_outdated_when_a_part_of_it_was_made_again_or_has_gone():
    packet = replace(OUTPUT, path="packets/p.es.a4.pdf", parts={OUTPUT.path: OUTPUT.fingerprint})
    current = Manifest({each.path: each for each in (OUTPUT, packet)})
    assert outdated(current) == []
    assert outdated(current.with_output(replace(OUTPUT, fingerprint="e" * 64))) == [packet.path]
    assert outdated(current.only([packet.path])) == [packet.path]
