"""Writing files: whole or not at all. The only module that changes anything on disk."""

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handouts.problems import Stop

LOCK = ".lock"
_WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EACCES: "writing is not permitted here",
    errno.EROFS: "the file system can only be read",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EEXIST: "a file stands where a folder is needed",
}


def write(path: Path, raw: bytes) -> None:
    """Write a file so that at every moment either the old or the new content is there; raise Stop when it can't be."""
    partial = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
        Path(partial).chmod(0o644)
        Path(partial).replace(path)
    except OSError as error:
        raise Stop(f"{path} can't be written: {_reason(error)}") from error
    finally:
        if partial:
            Path(partial).unlink(missing_ok=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one build at a time write into a folder; wait until another has ended."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("ab")
    except OSError as error:
        raise Stop(f"{folder} can't be written: {_reason(error)}") from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def remove(path: Path, *, below: Path) -> None:
    """Remove a file, and the folders that it leaves empty, up to the folder `below`."""
    if not path.resolve().is_relative_to(below.resolve()):
        raise Stop(f"{path} is not below {below}, so it is not removed")
    try:
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == below or not folder.is_relative_to(below) or any(folder.iterdir()):
                break
            folder.rmdir()
    except OSError as error:
        raise Stop(f"{path} can't be removed: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    return _WHY.get(error.errno or 0, error.strerror or str(error))
