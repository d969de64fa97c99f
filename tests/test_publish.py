"""Files are written whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

import pytest

from handouts import publish
from handouts.problems import Exit, Stop


def test_file_is_written_with_its_folders_and_for_all_to_read(tmp_path):
    path = tmp_path / "es" / "a.pdf"
    publish.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [found.name for found in path.parent.iterdir()] == ["a.pdf"]


def test_reader_of_the_old_file_never_sees_a_part_of_the_new_one(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with path.open("rb") as reader:
        publish.write(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


def test_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def on_a_full_disk(descriptor, mode):
        os.close(descriptor)
        return open("/dev/full", mode)  # noqa: PTH123  # as os.fdopen does

    monkeypatch.setattr(os, "fdopen", on_a_full_disk)
    with pytest.raises(Stop, match=r"a\.pdf can't be written: the disk is full") as stop:
        publish.write(path, b"new" * 100_000)
    assert stop.value.exit is Exit.ENVIRONMENT
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        pytest.param(errno.EACCES, "writing is not permitted here", id="no permission"),
        pytest.param(errno.EROFS, "the file system can only be read", id="read only"),
        pytest.param(errno.EDQUOT, "the disk quota is used up", id="quota"),
        pytest.param(errno.EIO, "Input/output error", id="any other"),
    ],
)
def test_reason_is_said_in_plain_words(tmp_path, monkeypatch, number, why):
    def refuse(**_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    with pytest.raises(Stop) as stop:
        publish.write(tmp_path / "a.pdf", b"new")
    assert str(stop.value) == f"{tmp_path / 'a.pdf'} can't be written: {why}"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_may_not_be_written_to_is_a_clear_message(tmp_path):
    tmp_path.chmod(0o555)
    with pytest.raises(Stop, match="writing is not permitted here"):
        publish.write(tmp_path / "a.pdf", b"new")


def test_file_where_a_folder_is_needed_is_a_clear_message(tmp_path):
    (tmp_path / "build").write_text("I am a file")
    with pytest.raises(Stop, match="a file stands where a folder is needed"):
        publish.write(tmp_path / "build" / "a.pdf", b"new")


def test_build_onto_a_file_stops_with_a_message(project, run):
    root = project.minimal({"build": "I am a file\n"})
    said = run(root, "build", "-t", "clean-water", "-l", "en", code=3)
    assert "can't be written: a file stands where a folder is needed" in said.err


def test_removing_takes_the_folders_that_are_left_empty_and_no_more(tmp_path):
    build = tmp_path / "build"
    for name in ("es/a.pdf", "en/a.pdf", "en/b.pdf"):
        publish.write(build / name, b"x")
    for name in ("es/a.pdf", "en/a.pdf"):
        publish.remove(build / name, below=build)
    assert sorted(path.relative_to(build).as_posix() for path in build.rglob("*")) == ["en", "en/b.pdf"]


def test_removing_what_is_gone_is_fine(tmp_path):
    (tmp_path / "es").mkdir()
    publish.remove(tmp_path / "es" / "a.pdf", below=tmp_path)
    assert not Path(tmp_path / "es").exists()


def test_nothing_outside_the_folder_is_removed(tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_text("here")
    (tmp_path / "build").mkdir()
    with pytest.raises(Stop):
        publish.remove(tmp_path / "build/../victim.txt", below=tmp_path / "build")
    assert victim.exists()
