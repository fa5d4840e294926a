# Two commands matter: `make run` and `make test`. The others are parts of them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
VENV ?= .venv
PORT ?= 8050
PYTHON ?= python3
TEST_VENV ?= $(VENV)-test
BIN := $(VENV)/bin
TEST_BIN := $(TEST_VENV)/bin
export PYTHON
export UV_SYSTEM_CERTS := true
export UV_NATIVE_TLS := true

.PHONY: help run install test check browser bench fmt lock
help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.run ## serve the dashboard at http://127.0.0.1:8050 (PORT= to change)
	@exec $(BIN)/placeboard serve --port $(PORT)

install: $(VENV)/.run ## set up the environment (VENV=dir to put it elsewhere)

test: $(TEST_VENV)/.test ## the whole gate, browser walks included
	@.ci/browser
	@.ci/gate $(TEST_BIN)

check: $(TEST_VENV)/.test ## everything but the browser
	@.ci/gate $(TEST_BIN) "not browser"

bench: $(TEST_VENV)/.test ## measure against the floor and write docs/bench.md
	@.ci/browser
	$(TEST_BIN)/python -m tests.bench

fmt: $(TEST_VENV)/.test ## format the code
	$(TEST_BIN)/ruff format .
	$(TEST_BIN)/ruff check --fix .

lock: ## renew locks/ from pyproject.toml (needs uv)
	uv pip compile -q --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml --group build -o locks/run.txt
	uv pip compile -q --upgrade --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml --group build --group test -o locks/test.txt

$(VENV)/.run: locks/run.txt pyproject.toml
	@.ci/environment $(VENV) run

$(TEST_VENV)/.test: locks/test.txt pyproject.toml
	@.ci/environment $(TEST_VENV) test
