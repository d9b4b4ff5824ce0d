# Everything runs in a virtual environment of its own; nothing outside this folder is touched.
# PYTHON names the interpreter to make it from, VENV where it goes.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# What an installation is made of, but for the modules, which are used where they are.
INSTALLED := pyproject.toml hatch_build.py nrm/pdf/pdfium/page_walk.c

.DEFAULT_GOAL := help
.PHONY: help install dev demo bench test test-slow lint types fuzz fuzz-pdf invariants samples docs wheel clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "nrm needs Python 3.11 or newer as '$(PYTHON)': apt install python3, or make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "The Python module venv is missing: apt install python3-venv" >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/.nrm-installed: $(INSTALLED) | $(VENV)/.made
	@echo "Installing nrm and what it needs ..."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.nrm-dev-installed: $(INSTALLED) | $(VENV)/.made
	@echo "Installing nrm and what its tests need ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.nrm-installed

install: $(VENV)/.nrm-installed  ## the virtual environment with nrm in it

dev: $(VENV)/.nrm-dev-installed  ## the same with everything for tests and checks

demo: $(VENV)/.nrm-installed  ## the main job: the PDFs in data/raw, or the sample editions if there are none
	@sh tools/demo.sh $(BIN)/nrm

test: $(VENV)/.nrm-dev-installed  ## the tests (without the slow ones), on the sample editions
	@echo "Testing on the sample editions (facsimiles, no official data)."
	@$(PYTEST) -q -n auto

test-slow: $(VENV)/.nrm-dev-installed  ## the tests that need LibreOffice, Chromium, killing or Jupyter
	@echo "Testing on the sample editions and on made-up reports (no official data)."
	@$(PYTEST) -q -n auto -m slow

lint: $(VENV)/.nrm-dev-installed  ## ruff
	@$(BIN)/ruff check .

types: $(VENV)/.nrm-dev-installed  ## mypy --strict
	@$(BIN)/mypy

fuzz: $(VENV)/.nrm-dev-installed  ## 500 made-up reports in random layouts; fewer: make fuzz SEEDS=0:20 FAMILY=reportlab
	@$(BIN)/python -m tests.fuzz --family $(or $(FAMILY),all) --seeds $(or $(SEEDS),0:100) --reader $(or $(READER),pdfium)

fuzz-pdf: $(VENV)/.nrm-dev-installed  ## samples damaged by chance: make fuzz-pdf SEEDS=0:200
	@$(BIN)/python -m tests.torture --seeds $(or $(SEEDS),0:200)

invariants: $(VENV)/.nrm-dev-installed  ## what must always hold, on examples by chance that no run has tried
	@$(PYTEST) -q -n auto -m "hypothesis and not slow" --hypothesis-profile search

bench: $(VENV)/.nrm-dev-installed  ## how fast it is, with the targets beside the figures (some: make bench ONLY=stages)
	@$(BIN)/python -m tools.bench $(if $(ONLY),--only $(ONLY))

samples: $(VENV)/.nrm-dev-installed  ## make the sample editions anew
	@$(BIN)/python -m tests.samples

docs: $(VENV)/.nrm-dev-installed  ## the documentation, as pages in build/docs
	@$(BIN)/mkdocs build --strict --quiet

wheel: $(VENV)/.nrm-dev-installed  ## dist/nrm-*.whl
	@$(PIP) wheel --no-deps --wheel-dir dist .

clean:  ## remove the virtual environment and caches; builds and PDFs stay
	@rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
