"""YAML as nodes that know their position."""

import pytest

from handouts.problems import Report
from handouts.source import Fields, Items, Table, Text, near, read


@pytest.fixture
def reading(tmp_path):
    """Read a text as a YAML file; return its table and the report."""

    def reading(text):
        path = tmp_path / "x.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        report = Report()
        return read(path, "x.yaml", report), report

    return reading


def lines(report):
    return [str(problem).splitlines()[0] for problem in report]


@pytest.mark.parametrize("word", ["no", "1.10", "0x1F", "2026-11-21", "null", "~", "1e3", "yes"])
def test_scalar_stays_text(reading, word):
    table, _ = reading(f"value: {word}\n")
    assert table.values["value"].value == word


def test_every_value_and_key_knows_its_place(reading):
    table, report = reading("one: 1\nmany:\n  - a\n  - {b: c}\n")
    assert str(table.keys["many"]) == "x.yaml:2:1"
    first, second = table.values["many"].values
    assert (str(first.position), str(second.values["b"].position)) == ("x.yaml:3:5", "x.yaml:4:9")
    assert isinstance(table, Table) and isinstance(table.values["many"], Items) and isinstance(first, Text)
    assert list(report) == []


def test_folded_text_loses_white_space_at_its_ends_only(reading):
    table, _ = reading("value: >\n  two\n  words\n")
    assert table.values["value"].value == "two words"


def test_byte_order_mark_is_no_part_of_the_first_name(reading):
    table, report = reading(b"\xef\xbb\xbfname: x\n")
    assert list(table.values) == ["name"] and list(report) == []


def test_windows_line_ends_are_read(reading):
    table, _ = reading(b"a: 1\r\nb: 2\r\n")
    assert (table.values["b"].value, str(table.keys["b"])) == ("2", "x.yaml:2:1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\na: 2\n", "x.yaml:2:1: error: 'a' stands here twice [duplicate-key]", id="duplicate"),
        pytest.param("a: &x 1\nb: *x\n", "x.yaml:1:4: error: an alias repeats a value [alias]", id="alias"),
        pytest.param("[a]: 1\n", "x.yaml:1:1: error: a name must be plain text [shape]", id="name of a wrong shape"),
        pytest.param("- a\n", "x.yaml:1:1: error: the file must be a mapping of names to values [shape]", id="list"),
        pytest.param("", "x.yaml:1:1: error: the file is empty [empty]", id="empty"),
        pytest.param("# words\n", "x.yaml:1:1: error: the file is empty [empty]", id="comment only"),
        pytest.param(b"a: caf\xe9\n", "x.yaml:1:7: error: byte 0xe9 is not UTF-8 [encoding]", id="Latin-1"),
        pytest.param(b"ok: 1\nb: \xff", "x.yaml:2:4: error: byte 0xff is not UTF-8 [encoding]", id="second line"),
    ],
)
def test_bad_file_is_reported_at_its_place(reading, text, expected):
    _, report = reading(text)
    assert lines(report) == [expected]


@pytest.mark.parametrize(
    "text",
    ["a: [1\n", "a: 'x\n", "a: b: c\n", "\ta: 1\n", "a: *nobody\n", "--- \na: 1\n---\nb: 2\n", "a: \x00\n", "%x\n---"],
)
def test_broken_yaml_is_one_problem_and_no_exception(reading, text):
    table, report = reading(text)
    assert table is None
    assert [problem.code for problem in report] == ["yaml"]


def test_deeply_nested_yaml_is_a_problem_and_no_exception(reading):
    _, report = reading("a: " + "[" * 3000 + "]" * 3000)
    assert len(report) == 1


def test_aliases_cannot_make_a_file_grow_without_bound(reading):
    laughs = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    _, report = reading(laughs)
    assert {problem.code for problem in report} == {"alias"}


def test_file_that_is_not_there_is_a_problem(tmp_path):
    report = Report()
    assert read(tmp_path / "none.yaml", "none.yaml", report) is None
    assert lines(report) == ["none.yaml: error: can't be read: No such file or directory [unreadable]"]


def test_fields_report_missing_unknown_and_wrong(reading):
    table, report = reading("titel: x\ncount: many\nlist: one\nswitch: maybe\nempty: ''\n")
    fields = Fields(table, report)
    assert fields.text("title") is None
    assert fields.number("count") is None
    assert fields.texts("list") == ()
    assert fields.switch("switch") is False
    assert fields.text("empty") is None
    fields.close()
    assert lines(report) == [
        "x.yaml:1:1: error: 'title' is missing [missing-field]",
        "x.yaml:1:1: error: unknown field 'titel' [unknown-field]",
        "x.yaml:2:8: error: 'count' must be a whole number from 0 to 10000 [shape]",
        "x.yaml:3:7: error: 'list' must be a list [shape]",
        "x.yaml:4:9: error: 'switch' must be true or false [shape]",
        "x.yaml:5:8: error: 'empty' must be text that is not empty [shape]",
    ]


@pytest.mark.parametrize("written", ["-1", "1.0", "٣", "10001", "", "1_0"])
def test_number_that_is_none_is_reported(reading, written):
    table, report = reading(f"n: '{written}'\n")
    assert Fields(table, report).number("n") is None
    assert [problem.code for problem in report] == ["shape"]


def test_number_of_five_thousand_digits_is_reported(reading):
    table, report = reading(f"n: {'1' * 5000}\n")
    assert Fields(table, report).number("n") is None
    assert [problem.code for problem in report] == ["shape"]


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        pytest.param("step", ["steps", "points"], "did you mean 'steps'?", id="near"),
        pytest.param("zebra", ["b", "a"], "known: a, b", id="far, few known"),
        pytest.param("zebra", [f"word{n}" for n in range(20)], "", id="far, many known"),
        pytest.param("zebra", [], "", id="nothing known"),
    ],
)
def test_hint_names_the_nearest_word(word, known, hint):
    assert near(word, known) == hint
