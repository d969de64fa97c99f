"""What this machine has: the libraries that leaflets are made with, their versions, and how to get what is missing."""

import ctypes
import hashlib
import platform
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from handouts.problems import Stop

PACKAGE = Path(__file__).parent
FONTS = PACKAGE / "fonts"
# What takes part in turning HTML into PDF.
ENGINE = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pyphen", "pillow")
REST = ("babel", "click", "jinja2", "markdown-it-py", "pypdfium2", "pyyaml")
ICU = "icu4py"  # an extra
APT = {
    "Pango": "libpango-1.0-0",
    "Pango FreeType": "libpangoft2-1.0-0",
    "HarfBuzz": "libharfbuzz0b",
    "HarfBuzz subsetting": "libharfbuzz-subset0",
}
_SONAMES = {
    "Pango": "libpango-1.0.so.0",
    "Pango FreeType": "libpangoft2-1.0.so.0",
    "HarfBuzz": "libharfbuzz.so.0",
    "HarfBuzz subsetting": "libharfbuzz-subset.so.0",
}
_DYLIBS = {name: soname.replace(".so.0", ".0.dylib") for name, soname in _SONAMES.items()}
_VERSION_CALLS = {"Pango": "pango_version_string", "HarfBuzz": "hb_version_string"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and when it is missing the command that mends it."""

    name: str
    found: str
    mend: str = ""


def findings() -> Iterator[Finding]:
    """Look at everything that a build needs, in the order in which it needs it."""
    old = sys.version_info < (3, 11)
    yield Finding("Python", platform.python_version(), "install Python 3.11 or newer" if old else "")
    for name, package in APT.items():
        library = _library(name)
        found = _version_of(name, library) if library else ""
        yield Finding(name, found, "" if library else f"apt-get install -y {package}")
    for package in (*ENGINE, *REST):
        found = _package(package)
        yield Finding(package, found, "" if found else "make venv")
    yield Finding(ICU, _package(ICU) or "not here; needed for Khmer, Lao, Burmese and Japanese only")
    fonts = sorted(FONTS.glob("*.ttf"))
    yield Finding(
        "fonts",
        f"{len(fonts)} files in handouts/fonts" if fonts else "",
        "" if fonts else "git checkout handouts/fonts",
    )


def require() -> None:
    """Stop, with the command that mends it, when a library is missing without which nothing can be set."""
    missing = [finding for finding in findings() if finding.mend and finding.name != "HarfBuzz subsetting"]
    if missing:
        lines = [f"{finding.name} is missing: {finding.mend}" for finding in missing]
        raise Stop("; ".join(lines))


def engine_versions() -> dict[str, str]:
    """Name the versions of all that decides over the bytes of a PDF, this program included."""
    libraries = {name: _version_of(name, library) for name in _SONAMES if (library := _library(name))}
    packages = {package: _package(package) for package in ENGINE}
    return {**libraries, **packages, "zlib": zlib.ZLIB_RUNTIME_VERSION}


def engine_identity(families: tuple[str, ...]) -> str:
    """Return a text that changes with the engine, with this program, and with the fonts of these families."""
    parts = [f"{name} {found}" for name, found in engine_versions().items()]
    return "\n".join([*parts, _program(), *(_font_digest(family) for family in families)])


def loaded_libraries() -> list[Path]:
    """Return the files of the shared libraries in use, to notice when the system gets others."""
    for name in _SONAMES:
        _library(name)
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return []
    words = (line.split(maxsplit=5) for line in maps.read_text(encoding="utf-8").splitlines())
    paths = {fields[5] for fields in words if len(fields) == 6}
    return sorted(Path(path) for path in paths if any(stem in path for stem in ("pango", "harfbuzz", "fontconfig")))


@cache
def _library(name: str) -> ctypes.CDLL | None:
    soname = (_DYLIBS if sys.platform == "darwin" else _SONAMES)[name]
    try:
        return ctypes.CDLL(soname)
    except OSError:
        return None


def _version_of(name: str, library: ctypes.CDLL) -> str:
    call = _VERSION_CALLS.get(name)
    if call is None:
        return "found"
    function = getattr(library, call)
    function.restype = ctypes.c_char_p
    return str(function().decode())


@cache
def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@cache
def _program() -> str:
    hashed = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        hashed.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    return f"handouts {hashed.hexdigest()}"


@cache
def _font_digest(family: str) -> str:
    paths = sorted(FONTS.glob(f"{family.replace(' ', '')}-*.ttf"))
    digests = (hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    return f"{family} {' '.join(digests)}"
