#!/bin/sh
# Install the system libraries that leaflets are made with, if they are missing: by apt as root or with sudo, else say
# what to run. The argument is the Python to look from.
set -eu
python=${1:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "handouts needs Python 3.11 or newer; found: $("$python" --version 2>&1 || echo none)" >&2
    exit 3
fi

missing=$("$python" - <<'PROBE'
import ctypes, pathlib
wanted = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
missing = []
for soname, package in wanted.items():
    try:
        ctypes.CDLL(soname)
    except OSError:
        missing.append(package)
if not pathlib.Path("/usr/share/color/icc/ghostscript/default_cmyk.icc").is_file():
    missing.append("libgs-common")  # the profile of the edition for print shops
try:
    import ensurepip, venv
except ImportError:
    missing.append("python3-venv")
print(*missing)
PROBE
)
[ -n "$missing" ] || exit 0

echo "installing: $missing"
install="apt-get install --yes --no-install-recommends $missing"
if ! command -v apt-get >/dev/null; then
    echo "missing: $missing (these are Debian's names); install them and run make again" >&2
    exit 3
elif [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    echo "run this, then make again:  sudo $install" >&2
    exit 3
fi
$as_root apt-get update -qq || echo "the package lists could not be renewed; trying with the old ones" >&2
DEBIAN_FRONTEND=noninteractive $as_root $install >/dev/null
