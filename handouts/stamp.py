"""Whether anything at all has changed since the last build, told from the state of files without opening them.

A stamp lists every file and folder that a build has looked at, and every output, each with what the file system says
of it. Changing a file, adding one or taking one away changes that. The stamp of a build that failed is never kept.
"""

import datetime
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

FILE = ".stamp.json"
PACKAGE = Path(__file__).parent

State = list[int] | None
States = dict[str, State]


def unchanged(build: Path, request: str, today: datetime.date) -> str | None:
    """Return what the last build said at its end, if the same request would find nothing to do; else None."""
    try:
        stamp = json.loads((build / FILE).read_bytes())
        same = stamp["request"] == request and stamp["from"] <= str(today) < stamp["until"]
        same = same and all(_state(path) == state for path, state in stamp["files"])
        return str(stamp["summary"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def states(paths: Iterable[Path]) -> States:
    """Return what the file system says of each path now."""
    return {str(path): _state(str(path)) for path in sorted(set(paths))}


def taken(request: str, summary: str, watched: States, days: tuple[datetime.date, datetime.date]) -> bytes:
    """Write down states: of inputs as they were before they were read, of outputs once they were written.

    The stamp holds from the first of two days until before the second, on which an approval ends.
    """
    first, end = map(str, days)
    whole = {"request": request, "summary": summary, "from": first, "until": end, "files": sorted(watched.items())}
    return json.dumps(whole).encode()


def inputs(root: Path, templates: Iterable[Path], more: Iterable[Path]) -> list[Path]:
    """List all that a project's leaflets are made from: files, and the folders in which files may appear."""
    trees = (root / "seeds", root / "locales", root / "templates", *templates)
    found = [path for tree in trees for path in _below(tree)]
    # Of the program only files: its folders change when Python puts compiled modules into them.
    found += [path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".ttf", ".conf")]
    installed = [Path(entry) for entry in sys.path if entry.endswith("site-packages")]
    return [*found, root / "handouts.yaml", root / "imprint.yaml", *installed, *more]


def _below(tree: Path) -> Iterator[Path]:
    """Go through a folder and all below it, through links too, each folder once."""
    yield tree
    seen = set[str]()
    for folder, folders, files in os.walk(tree, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        yield from (Path(folder, name) for name in (*files, *folders))


def _state(path: str) -> State:
    """Return size, times and number of a file; a changed file has another ctime, whatever its mtime is set to."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
