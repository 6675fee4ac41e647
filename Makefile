# make deck   build the 2019 report            make test   run all tests
# make lint   style, types, architecture       make render pictures of the deck (needs LibreOffice)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT := content/report-2019/outline.yaml

.PHONY: deck test lint render preview schema pictures bench instructions clean
.DEFAULT_GOAL := deck

deck: $(VENV)/.ready
	@$(BIN)/deckgen build $(REPORT)

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest $(TESTS)

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

render: $(VENV)/.ready-dev
	@$(BIN)/deckgen build $(REPORT)
	@$(BIN)/deckgen render $(REPORT) --to png
	@$(BIN)/deckgen render $(REPORT) --sheet

preview: $(VENV)/.ready
	@$(BIN)/deckgen preview $(REPORT)

# The pictures of README and docs, and the contact sheets.
pictures: $(VENV)/.ready-dev
	$(BIN)/python tools/pictures.py
	$(BIN)/python tools/preview_pictures.py

schema: $(VENV)/.ready
	$(BIN)/deckgen schema outline > deckgen/schema/outline.schema.json
	$(BIN)/deckgen schema figures > deckgen/schema/figures.schema.json
	$(BIN)/deckgen schema theme > deckgen/schema/theme.schema.json
	$(BIN)/python -m tools.field_tables

bench: $(VENV)/.ready-dev
	$(BIN)/python benchmarks/run.py

# What one build of the report costs, in instructions (needs valgrind).
instructions: $(VENV)/.ready
	@$(BIN)/python tools/instructions.py

clean:
	rm -rf $(VENV) dist build

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "deckgen needs Python 3.11 or newer: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "If venv is missing: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.ready: pyproject.toml | $(VENV)/bin/python
	@echo "准备运行环境（只在第一次需要）…  Preparing the environment (first time only) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml | $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
