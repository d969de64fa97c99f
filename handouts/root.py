"""Where a project's folder is; apart from `project`, so that a build with nothing to do loads next to nothing."""

from pathlib import Path

from handouts.problems import Stop

SETTINGS = "handouts.yaml"
BUILD = "build"


def find(start: Path) -> Path:
    """Look for handouts.yaml from a folder upward; return its folder."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    raise Stop(f"no {SETTINGS} in {start} or above it; name the project's folder with --project")
