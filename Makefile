# make leaflets   every leaflet, into build/
# make packets    every packet of leaflets, in every language
# make test       formatting, types and tests
# make validate   veraPDF over every PDF built, for PDF/UA-1 and PDF/A-2a
# make specimen   every language in the real template, looked at by programs; an index page to look at
# make editions   every printed form in every language of the specimen, held against what it must be, and veraPDF over it
# make bench      what a leaflet costs, beside other ways to make one
# Each installs first what is missing; a second run installs nothing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
INSTALL := $(PIP) install --require-hashes --requirement
EDITABLE := $(PIP) install --no-deps --no-build-isolation --no-index --editable .

.PHONY: leaflets packets test check validate specimen specimen-accept editions bench pictures manual clean venv

leaflets: $(VENV)/.run
	@$(BIN)/handouts build

packets: leaflets
	@for packet in seeds/packets/*.yaml; do for language in en $(notdir $(patsubst %/,%,$(wildcard locales/*/))); do \
	    $(BIN)/handouts packet "$$(basename $$packet .yaml)" -l $$language || exit 1; done; done

check: $(VENV)/.run
	@$(BIN)/handouts check --strict

test: $(VENV)/.test
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -n auto

validate: leaflets
	@tools/validate.sh build

specimen: $(VENV)/.specimen
	@$(BIN)/python tools/specimen.py
	@tools/validate.sh tests/specimen/build

specimen-accept: $(VENV)/.specimen
	@$(BIN)/python tools/specimen.py --accept

editions: $(VENV)/.test
	@$(BIN)/python -m tools.editions
	@tools/validate.sh .cache/editions/build

bench: $(VENV)/.bench
	@$(BIN)/python tools/bench.py

pictures: $(VENV)/.test leaflets
	@$(BIN)/python tools/pictures.py

manual: $(VENV)/.test
	@$(BIN)/python -m tools.manual

venv: $(VENV)/.run

$(VENV)/.run: requirements/run.txt pyproject.toml tools/system.sh
	@tools/system.sh $(PYTHON)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(INSTALL) requirements/run.txt
	@$(EDITABLE)
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@$(INSTALL) requirements/test.txt
	@touch $@

$(VENV)/.specimen: requirements/specimen.txt $(VENV)/.test
	@tools/readers.sh
	@$(INSTALL) requirements/specimen.txt --no-deps
	@touch $@

$(VENV)/.bench: requirements/bench.txt $(VENV)/.test
	@$(INSTALL) requirements/bench.txt
	@touch $@

clean:
	rm -rf $(VENV) .cache
