# make deck   build the 2019 report            make test   run all tests
# make lint   style, types, architecture       make render pictures of the deck (needs LibreOffice)
# make mutate how many faults the tests notice    make docs   the site of the docs, in dist/site
# make image  a container that renders           make lock   the developers' versions, to the hash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ALONE := clock or signals or browser or last
REPORT := content/report-2019/outline.yaml

.PHONY: deck test mutate lint render preview schema pictures docs image lock bench instructions clean
.DEFAULT_GOAL := deck

deck: $(VENV)/.ready
	@$(BIN)/deckgen build $(REPORT)

# Side by side first, then alone what needs the clock, signals, or the decks that all others left (of the files that say so).
test: $(VENV)/.ready-$(if $(CI),dev,test)
ifdef TESTS
	$(BIN)/python -m pytest $(TESTS)
else
	@left=$$(mktemp -d) && trap 'rm -rf "$$left"' EXIT && export DECKGEN_LEFT="$$left" && failed=0; \
	$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadscope -m "not ($(ALONE))" --basetemp "$$left/side-by-side" || failed=1; \
	$(BIN)/python -m pytest -m "$(ALONE)" --basetemp "$$left/alone" $$(grep -rlE 'mark\.($(subst $(EMPTY) or ,|,$(ALONE)))' tests --include='*.py') || failed=1; \
	exit $$failed
endif

# Faults put in on purpose: `make mutate`, or `make mutate MUTATE="--only deckgen/load"` for every fault of a folder.
MUTATE ?= --sample 100 --jobs 2

mutate: $(VENV)/.ready-dev
	$(BIN)/python -m tools.mutate $(MUTATE)

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
	$(BIN)/python -m tools.kind_pictures
	$(BIN)/python tools/preview_pictures.py

schema: $(VENV)/.ready
	$(BIN)/deckgen schema outline > deckgen/schema/outline.schema.json
	$(BIN)/deckgen schema figures > deckgen/schema/figures.schema.json
	$(BIN)/deckgen schema theme > deckgen/schema/theme.schema.json
	$(BIN)/deckgen --lang zh schema snippets > docs/vscode/deckgen.code-snippets
	$(BIN)/python -m tools.field_tables
	$(BIN)/python -m tools.commands --lang zh
	$(BIN)/python -m tools.commands --lang en

# The site of the docs, both languages; nothing in it is fetched from elsewhere, and every link is walked.
docs: $(VENV)/.ready-docs
	@$(BIN)/python -m tools.docs_site

# A container with LibreOffice and faces: podman, or docker.
ENGINE ?= $(shell command -v podman || command -v docker)

image: $(VENV)/.ready-dev
	@test -n "$(ENGINE)" || { echo "make image needs podman or docker"; exit 1; }
	rm -rf dist/image && $(BIN)/python -m build --wheel --outdir dist/image
	$(ENGINE) build -f Containerfile -t deckgen .

# What developers install, to the hash (needs uv): uv pip sync requirements-dev.lock
lock:
	uv pip compile --universal --python-version 3.11 --extra dev --extra docs --generate-hashes --no-emit-package deckgen \
	  --no-header --quiet --upgrade -o requirements-dev.lock pyproject.toml

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

# What runs the program, its tests, or everything. Modules are compiled when they are first imported.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile

$(VENV)/.ready: pyproject.toml | $(VENV)/bin/python
	@echo "准备运行环境（只在第一次需要）…  Preparing the environment (first time only) …"
	@$(INSTALL) -e '.[desk]'
	@touch $@

$(VENV)/.ready-test: pyproject.toml | $(VENV)/bin/python
	@echo "准备测试环境…  Preparing the environment of the tests …"
	@$(INSTALL) -e '.[test]'
	@touch $@ $(VENV)/.ready

$(VENV)/.ready-dev: pyproject.toml | $(VENV)/bin/python
	@echo "准备开发环境…  Preparing the environment of development …"
	@$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/.ready-test $(VENV)/.ready

$(VENV)/.ready-docs: pyproject.toml | $(VENV)/bin/python
	@echo "准备说明网站的工具…  Preparing what builds the docs …"
	@$(INSTALL) -e '.[docs]'
	@touch $@
