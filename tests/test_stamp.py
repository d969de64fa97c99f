"""Whether anything has changed at all, told without opening a file."""

import os
from datetime import date

import pytest

from handouts import stamp

TODAY = date(2026, 11, 22)


@pytest.fixture
def stamped(tmp_path):
    """Make a folder of inputs and a build folder with the stamp of a build that asked for 'all'."""
    seeds, build = tmp_path / "seeds", tmp_path / "build"
    for folder in (seeds, build):
        folder.mkdir()
    (seeds / "a.yaml").write_text("a: 1")
    inputs = stamp.states(stamp.inputs(tmp_path, [], []))
    (build / stamp.FILE).write_bytes(stamp.taken("all", "3 up to date", inputs, (TODAY, date(2027, 1, 1))))
    return tmp_path


def summary(root, request="all", today=TODAY):
    return stamp.unchanged(root / "build", request, today)


def test_nothing_changed(stamped):
    assert summary(stamped) == "3 up to date"


@pytest.mark.parametrize(
    ("today", "same"),
    [
        pytest.param(date(2026, 12, 31), True, id="the day before an approval ends"),
        pytest.param(date(2027, 1, 1), False, id="the day it ends"),
        pytest.param(date(2026, 11, 21), False, id="a clock set back"),
    ],
)
def test_stamp_holds_until_an_approval_ends(stamped, today, same):
    assert (summary(stamped, today=today) is not None) is same


def test_another_request_is_another_build(stamped):
    assert summary(stamped, "only es") is None


def rewrite_with_the_old_time(root):
    path = root / "seeds/a.yaml"
    before = path.stat()
    path.write_text("a: 2")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "seeds/a.yaml").write_text("a: 10"), id="changed"),
        pytest.param(rewrite_with_the_old_time, id="changed, same size and time"),
        pytest.param(lambda root: (root / "seeds/b.yaml").write_text(""), id="added"),
        pytest.param(lambda root: (root / "seeds/a.yaml").unlink(), id="removed"),
        pytest.param(lambda root: (root / "seeds/a.yaml").rename(root / "seeds/b.yaml"), id="renamed"),
        pytest.param(lambda root: (root / "imprint.yaml").write_text(""), id="imprint appears"),
        pytest.param(lambda root: (root / "locales").mkdir(), id="locales appear"),
    ],
)
def test_change_is_noticed(stamped, change):
    change(stamped)
    assert summary(stamped) is None


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff", b'{"request": "all", "files": [1], "summary": ""}'])
def test_broken_stamp_counts_as_none(stamped, raw):
    (stamped / "build" / stamp.FILE).write_bytes(raw)
    assert summary(stamped) is None


def test_no_stamp_is_no_error(tmp_path):
    assert stamp.unchanged(tmp_path, "all", TODAY) is None
