"""Sign-offs, and the digest that they are bound to."""

import re

import pytest

from handouts.approvals import Approval, digest, edition_code, read_approvals, signed
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


def test_approval_counts_for_the_texts_that_were_signed_only():
    approval = Approval("d1", "Ana Ruiz", "translator", "2026-11-21")
    assert signed({"water": approval}, "water", "d1") is approval
    assert signed({"water": approval}, "water", "d2") is None
    assert signed({"water": approval}, "rain", "d1") is None


def test_sign_offs_are_read_by_topic(tmp_path):
    path = tmp_path / "approvals.yaml"
    path.write_text("water: {digest: d1, by: Ana Ruiz, role: translator, date: 2026-11-21}\n")
    report = Report()
    assert read_approvals(path, "a.yaml", report) == {"water": Approval("d1", "Ana Ruiz", "translator", "2026-11-21")}
    assert list(report) == []


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
