#!/bin/sh
# Install the programs that the specimen is read and drawn by, if they are missing: by apt as root or with sudo.
set -eu
need=
command -v pdftotext >/dev/null || need="$need poppler-utils"
command -v gs >/dev/null || need="$need ghostscript"
command -v chromium >/dev/null || command -v google-chrome >/dev/null || need="$need chromium"
[ -n "$need" ] || exit 0

echo "installing:$need"
install="apt-get install --yes --no-install-recommends$need"
if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
$as_root apt-get update -qq || true
DEBIAN_FRONTEND=noninteractive $as_root $install >/dev/null || { echo "run this: sudo $install" >&2; exit 3; }
