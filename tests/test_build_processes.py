"""Builds as processes of their own: stopped, killed, two at once."""

import hashlib
import signal
import subprocess
import sys

from tests.test_build import ALL, pdfs, would


def started(root, *arguments):
    """Start a build."""
    command = [sys.executable, "-c", "from handouts.cli import main; main()", "--project", str(root), "build"]
    return subprocess.Popen([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def begun(root):
    """Start a build with one worker and wait until its first leaflet is done."""
    running = started(root, "--jobs", "1")
    assert running.stdout.readline().startswith("[1/4]")
    return running


def test_interrupted_build_keeps_what_is_finished_and_no_half_files(project):
    root = project.minimal()
    running = begun(root)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said.strip()) == (130, "handouts: stopped; what was finished is kept")
    kept = [line.split("  ") for line in (root / "build/SHA256SUMS").read_text().splitlines()]
    assert pdfs(root) == sorted(name for _, name in kept) and 1 <= len(kept) < 4
    assert all(hashlib.sha256((root / "build" / name).read_bytes()).hexdigest() == digest for digest, name in kept)
    assert [path.name for path in (root / "build").rglob(".*") if path.name != ".lock"] == []


def test_killed_build_leaves_what_is_finished_and_the_next_one_goes_on(project, run):
    root = project.minimal()
    running = begun(root)
    running.kill()
    running.communicate(timeout=30)
    kept = [line.split("  ") for line in (root / "build/SHA256SUMS").read_text().splitlines()]
    assert all(hashlib.sha256((root / "build" / name).read_bytes()).hexdigest() == digest for digest, name in kept)
    assert len(would(run(root, "build", "--dry-run"))) == 4 - len(kept)


def test_two_builds_at_once_end_as_one_would(project, finished):
    root = project.minimal()
    both = [started(root) for _ in range(2)]
    for each in both:
        each.communicate(timeout=60)
    assert [each.returncode for each in both] == [0, 0]
    for name in ("SHA256SUMS", "manifest.json", *ALL):
        assert (root / "build" / name).read_bytes() == (finished / "build" / name).read_bytes()
