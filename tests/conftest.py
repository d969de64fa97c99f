"""What tests share: temporary projects, the command line in this process, render jobs, an ear for the engine's log."""

import logging
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from handouts import cli, content, seeds, stamp
from handouts import project as projects
from handouts.job import Job, Sheet, Style
from handouts.problems import Position, Report

PROJECTS = Path(__file__).parent / "projects"
Files = Mapping[str, str | bytes | None]


@dataclass(frozen=True)
class Result:
    """What a command said."""

    out: str
    err: str

    @property
    def both(self) -> str:
        """All that a person saw."""
        return self.out + self.err


def write(root: Path, files: Files) -> Path:
    """Write files below a folder, dedented; None takes a file away."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        elif isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return root


def load(root: Path) -> tuple[projects.Project, content.Content]:
    """Load a project that has nothing wrong in it."""
    report = Report()
    project = projects.load(root, report)
    found = seeds.load(project, report)
    assert list(report) == []
    return project, found


def copy(name: str, root: Path) -> Path:
    """Copy one of tests/projects, with PO files for its translations."""
    shutil.copytree(PROJECTS / name, root, dirs_exist_ok=True)
    if (root / "translations").is_dir():
        _, found = load(root)
        for path in sorted((root / "translations").glob("*.yaml")):
            write(root, {f"locales/{path.stem}/LC_MESSAGES/handouts.po": po(found, _table(path))})
        shutil.rmtree(root / "translations")
    return root


def _table(path: Path) -> dict[str, str]:
    pairs = (line.partition(": ") for line in path.read_text(encoding="utf-8").splitlines())
    return {address: text.strip('"') for address, _, text in pairs}


def po(found: content.Content, translations: Mapping[str, str]) -> str:
    """Write a PO file in which the program's own texts count as translated, if need be to themselves."""
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    entries = [header]
    for message in found.messages():
        own = message.english if message.address.startswith("interface/") else ""
        text = translations.get(message.address, own)
        entries.append(
            f"msgctxt {_quoted(message.address)}\nmsgid {_quoted(message.english)}\nmsgstr {_quoted(text)}\n"
        )
    return "\n".join(entries)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


class MakeProject:
    """Makes temporary projects: `project(files)` of these files only, `project.minimal(files)` of more."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __call__(self, files: Files) -> Path:
        self.root.mkdir(parents=True, exist_ok=True)
        return write(self.root, files)

    def copy(self, name: str, files: Files | None = None) -> Path:
        """Copy a project of tests/projects and change some of its files."""
        return write(copy(name, self.root), files or {})

    def minimal(self, files: Files | None = None) -> Path:
        """Copy the minimal project and change some of its files."""
        return self.copy("minimal", files)


@pytest.fixture
def project(tmp_path: Path) -> MakeProject:
    """Make the test's project."""
    return MakeProject(tmp_path / "project")


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


Run = Callable[..., Result]


def call(*arguments: object) -> int:
    """Run a command in this process; return its exit code."""
    before = sys.argv, Path.cwd(), dict(os.environ)
    sys.argv = ["handouts", *map(str, arguments)]
    try:
        cli.main()
    except SystemExit as done:
        return int(done.code or 0)
    finally:
        sys.argv = before[0]
        assert Path.cwd() == before[1], "the command went to another folder"
        assert dict(os.environ) == before[2], "the command changed the environment"
    return 0


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `handouts --project FOLDER ARGUMENTS`, echo what it says, and hold it to an exit code, 0 unless told."""

    def run(folder: Path, *arguments: object, code: int = 0) -> Result:
        capsys.readouterr()
        exited = call("--project", folder, *arguments)
        said = Result(*capsys.readouterr())
        print(f"$ handouts {' '.join(map(str, arguments))}\n{said.both}(exit code {exited})")
        assert "Traceback" not in said.both
        assert exited == code
        return said

    return run


class Heard(logging.Filter):
    """Hears all warnings of the engine, whatever handlers it has."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Note a record and let it through."""
        if record.levelno >= logging.WARNING:
            self.said.append(record.getMessage())
        return True


@pytest.fixture(autouse=True)
def engine_log() -> Iterator[list[str]]:
    """Fail a test in which the engine logged something; one that wants it to clears the list that this returns."""
    heard, logger = Heard(), logging.getLogger("weasyprint")
    logger.addFilter(heard)
    yield heard.said
    logger.removeFilter(heard)
    assert heard.said == [], "the engine said something that this test did not ask for"


FITTING = '<p id="closing">The end</p><p id="note-2">of it</p>'
PLAIN = 'html { font-family: "Noto Sans", "Noto Sans Arabic" } @page { size: 100mm 100mm; margin: 10mm }'


def make_job(body: str, css: str = "", *, lang: str = "en", notes: int = 0, **more: object) -> Job:
    """Make a render job of the body of a page, with so many lines for notes beyond the two that must be there."""
    direction = "rtl" if lang == "ar" else "ltr"
    head = f'<!doctype html><html lang="{lang}" dir="{direction}"><head><title>A test</title></head>'
    spare = "".join(f'<div id="note-{3 + number}" style="height: 8mm"></div>' for number in range(notes))
    ours = {
        "name": "test",
        "html": f"{head}<body>{body}{FITTING}{spare}</body></html>",
        "styles": (Style("plain.css", PLAIN), Style("test.css", css)),
        "loose": (),
        "pictures": {},
        "sheet": Sheet(pages=1, smallest=12, largest=12),
        "fonts": ("Noto Sans", "Noto Sans Arabic"),
        "stacks": {},
        "texts": (),
        "places": {},
        "position": Position("test.yaml", 1, 1),
    }
    return Job(**{**ours, **more})


def squeezed(text: str) -> str:
    """Take out all white space, so that line breaks do not matter."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the minimal project once; nobody may change it."""
    root = copy("minimal", tmp_path_factory.mktemp("finished") / "project")
    assert call("--project", root, "build") == 0
    return root


@pytest.fixture
def built(finished: Path, tmp_path: Path) -> Path:
    """Copy the minimal project as it is after its first build, without the stamp, which belongs to the original."""
    shutil.copytree(finished, tmp_path / "project", ignore=shutil.ignore_patterns(stamp.FILE))
    return tmp_path / "project"
