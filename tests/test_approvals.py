"""Sign-offs, and the digest that they are bound to."""

import re
from dataclasses import replace
from datetime import date

import pytest

from handouts.approvals import (
    Approval,
    Signatures,
    digest,
    edition_code,
    is_among,
    read_approvals,
    read_record,
    seal,
    write_approvals,
    write_record,
)
from handouts.problems import Report

TEXTS = [("block/a", "Water", "Agua"), ("block/b", "Rain", "Lluvia")]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param([("block/x", "Water", "Agua"), TEXTS[1]], id="address"),
        pytest.param([("block/a", "water", "Agua"), TEXTS[1]], id="English"),
        pytest.param([("block/a", "Water", "Agua "), TEXTS[1]], id="translation"),
        pytest.param([TEXTS[1], TEXTS[0]], id="order"),
        pytest.param([TEXTS[0]], id="one less"),
        pytest.param([("block/a", "WaterA", "gua"), TEXTS[1]], id="a letter in the other text"),
    ],
)
def test_digest_changes_with_any_text(changed):
    assert digest(changed) != digest(TEXTS)


def test_edition_code_is_six_letters_and_digits_that_are_not_mistaken():
    assert re.fullmatch("[0-9A-HJKMNP-TV-Z]{6}", edition_code(digest(TEXTS)))
    assert edition_code(digest(TEXTS)) == edition_code(digest(list(TEXTS)))


SIGNED = Approval(digest(TEXTS), "Ana Ruiz", "hematologist", date(2026, 11, 21), date(2027, 11, 21))
SEALED = replace(SIGNED, seal=seal(SIGNED, "water", "es"))


def fault(approval=SEALED, *, whole=SIGNED.digest, today=date(2026, 11, 22), translators=(), topic="water", tag="es"):
    return Signatures({topic: approval}, {}, translators, today).fault(topic, tag, whole)


def test_approval_counts_for_exactly_the_texts_that_were_signed():
    assert fault() == ""
    assert fault(whole="another") == "it has changed since Ana Ruiz signed it on 2026-11-21"
    assert Signatures().fault("water", "es", SIGNED.digest) == "nobody has signed it"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"digest": digest(TEXTS[:1])}, id="digest"),
        pytest.param({"by": "Ben Ruiz"}, id="name"),
        pytest.param({"role": "nurse"}, id="role"),
        pytest.param({"date": date(2026, 11, 22)}, id="date"),
        pytest.param({"until": None}, id="no end"),
        pytest.param({"until": date(2030, 1, 1)}, id="later end"),
        pytest.param({"seal": ""}, id="no seal"),
    ],
)
def test_approval_that_was_changed_by_hand_does_not_count(changed):
    approval = replace(SEALED, **changed)
    assert fault(approval, whole=approval.digest) == "the approval was changed by hand"


@pytest.mark.parametrize("other", [{"topic": "rain"}, {"tag": "pt"}])
def test_approval_does_not_count_for_another_leaflet(other):
    assert fault(**other) == "the approval was changed by hand"


@pytest.mark.parametrize(("today", "counts"), [(date(2027, 11, 20), True), (date(2027, 11, 21), False)])
def test_approval_ends_on_its_day(today, counts):
    assert (fault(today=today) == "") is counts


@pytest.mark.parametrize(
    "translator",
    [
        *(
            "Ana Ruiz",
            "ana  ruiz",
            "Ruiz, Ana",
            "Ana Ruiz <ana@clinic.example>",
            "ＡＮＡ Ruiz",
            "Aña Ruíz",
            "Dr. Ana Ruiz, MD",
        ),
        *(
            "A. Ruiz",
            "Ana M. Ruiz",
            "Ana Ruiz (clinic)",
            "Ana\u200b Ruiz",
            "Ben Ode, Ana Ruiz",
            "Translator: Ana Ruiz, 2026",
        ),
    ],
)
def test_translator_can_not_approve(translator):
    assert fault(translators=("Li Wei", translator)) == "Ana Ruiz, who signed it, is its translator"


def test_same_mail_address_is_the_same_person():
    assert is_among("A. Ruiz <ana@clinic.example>", ["Ana Ruiz <Ana@clinic.example>"])
    assert not is_among("Ana Maria Ruiz", ["Eva Ruiz", "Ana Lopez"])


def test_what_is_written_is_read_back(tmp_path):
    odd = replace(SEALED, by='Ana "no": #1 Ruiz', until=None)
    path = tmp_path / "approvals.yaml"
    path.write_bytes(write_approvals({"water": SEALED, "no": odd}))
    report = Report()
    found = read_approvals(path, "a.yaml", report)
    assert {topic: replace(each, position=SEALED.position) for topic, each in found.items()} == {
        "water": SEALED,
        "no": odd,
    }
    assert list(report) == []


def test_record_is_kept_as_long_as_it_holds_what_was_signed(tmp_path):
    path = tmp_path / "water.json"
    path.write_bytes(write_record(TEXTS))
    assert read_record(path, SEALED).texts == {"block/a": ("Water", "Agua"), "block/b": ("Rain", "Lluvia")}
    path.write_text(path.read_text().replace("Agua", "Aguas"))
    assert read_record(path, SEALED) is None


@pytest.mark.parametrize("raw", [None, b"", b"{}", b"[1]", b"\xff", b'[["a", "b"]]'])
def test_record_that_can_not_be_read_is_none(tmp_path, raw):
    if raw is not None:
        (tmp_path / "water.json").write_bytes(raw)
    assert read_record(tmp_path / "water.json", SEALED) is None


def test_sign_off_without_a_name_is_a_problem_and_does_not_count(tmp_path):
    path = tmp_path / "approvals.yaml"
    path.write_text("water: {digest: d1, role: translator, date: 2026-11-21}\n")
    report = Report()
    assert read_approvals(path, "a.yaml", report) == {}
    assert [str(problem) for problem in report] == ["a.yaml:1:8: error: 'by' is missing [missing-field]"]


def test_no_file_means_no_sign_offs(tmp_path):
    report = Report()
    assert read_approvals(tmp_path / "none.yaml", "none.yaml", report) == {}
    assert list(report) == []
