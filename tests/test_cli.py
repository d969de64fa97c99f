"""The command line: exit codes, folders, messages."""

import os
import subprocess
import sys

import pytest

from handouts import __version__
from tests.conftest import PROJECTS, call


def test_version(run, tmp_path):
    assert run(tmp_path, "--version").out == f"handouts, version {__version__}\n"


def test_every_command_has_help(run, tmp_path):
    commands = ["build", "check", "messages extract", "messages update", "messages add", "messages status"]
    commands += ["messages export", "messages import", "review sheet", "review approve", "review status", "audit"]
    for command in [*commands, "sources check", "sources coverage", "sources trace", "doctor"]:
        assert "Usage: " in run(tmp_path, *command.split(), "--help").out


def test_doctor_names_every_library_and_the_fonts(run, tmp_path):
    found = {line[:20].strip(): line[20:].strip() for line in run(tmp_path, "doctor").out.splitlines()}
    assert found["weasyprint"].startswith("70.")
    assert {"Python", "Pango", "HarfBuzz subsetting", "fonts", "babel"} <= set(found)
    assert all(found.values())


@pytest.mark.parametrize("command", ["build", "check", "messages status", "sources check"])
def test_folder_without_a_project_is_a_message_and_exit_code_3(run, tmp_path, command):
    said = run(tmp_path, *command.split(), code=3)
    assert said.err == (
        f"handouts: no handouts.yaml in {tmp_path.resolve()} or above it; name the project's folder with --project\n"
    )


def test_project_is_looked_for_upward_from_the_current_folder(project, monkeypatch, capsys):
    root = project.minimal()
    monkeypatch.chdir(root / "seeds/blocks")
    assert call("check", "--no-render") == 0
    assert capsys.readouterr().out == "no problems\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["bake"],
        ["build", "--oven"],
        ["build", "--jobs", "0"],
        ["build", "--allow", "all"],
        ["check", "--format", "xml"],
    ],
    ids=" ".join,
)
def test_bad_usage_is_exit_code_2(run, tmp_path, arguments):
    assert "Traceback" not in run(tmp_path, *arguments, code=2).err


def test_warnings_fail_a_strict_check_only(project, run):
    root = project.minimal({"seeds/blocks/extra.yaml": "extra: {kind: paragraph, text: Rain., claims: [well/drink]}\n"})
    assert "[unused-block]" in run(root, "check", "--no-render").err
    run(root, "check", "--no-render", "--strict", code=1)


def test_check_writes_nothing(project, run):
    root = project.minimal()
    before = sorted(root.rglob("*"))
    run(root, "check")
    assert sorted(root.rglob("*")) == before


def test_imprint_that_is_not_there_is_a_problem(project, run):
    root = project.minimal()
    assert (
        "can't be read: No such file or directory [unreadable]"
        in run(root, "build", "--imprint", root / "none.yaml", code=1).err
    )


@pytest.mark.parametrize("ending", ["| true", ">&-"], ids=["closed pipe", "no output"])
def test_reader_that_goes_away_is_no_error(project, ending):
    command = f"{sys.executable} -c 'from handouts.cli import main; main()' check --no-render {ending}"
    root = project.minimal()
    done = subprocess.run(command, shell=True, check=False, cwd=root, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_ascii_terminal_does_not_break_a_report(tmp_path):
    write = "seeds/blocks/été.yaml"
    root = tmp_path / "p"
    (root / "seeds/blocks").mkdir(parents=True)
    (root / "handouts.yaml").write_text("{title: X, source: en, languages: [en], editions: [a4]}")
    (root / write).write_text("extra: {kind: “step”}\n", encoding="utf-8")
    command = [sys.executable, "-c", "from handouts.cli import main; main()", "--project", str(root), "check"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, check=False, capture_output=True, env=environment, timeout=60)
    assert done.returncode == 1
    assert b"block-kind" in done.stderr + done.stdout


@pytest.mark.parametrize("name", sorted(path.name for path in PROJECTS.iterdir() if path.is_dir()))
def test_every_project_on_disk_says_why_it_exists(name):
    assert (PROJECTS / name / "README").read_text(encoding="utf-8").startswith(f"{name}: ")
