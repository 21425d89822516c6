# Needs Python 3.11 or newer and make; everything else is fetched into .venv/ and var/.
SHELL := /bin/sh
PYTHON := .venv/bin/python

.PHONY: help ready demo test lint bench stop clean

help:
	@echo "make demo    the whole tracker with invented cases, on this machine"
	@echo "make test    every check and every test"
	@echo "make lint    the checks alone"
	@echo "make bench   searches, links and imports measured beside others (SIZE=small: some minutes)"
	@echo "make stop    stop the embedded database"
	@echo "make clean   remove everything that was made here, the demo's database too"

ready:
	@sh tools/bootstrap.sh

demo: ready
	@exec $(PYTHON) manage.py demo

lint: ready
	@exec $(PYTHON) tools/lint.py

test: ready
	@$(PYTHON) tools/lint.py
	@exec $(PYTHON) -m pytest -n 2 $(ARGS)

# The peers get an environment of their own, so that .venv stays what uv.lock names for everyday work.
# Where PyICU cannot be built (Debian: apt install libicu-dev pkg-config), the page says what was not measured.
SIZE := full
BENCH := UV_PROJECT_ENVIRONMENT=var/bench/venv $(PYTHON) -m uv sync --frozen --quiet --python $(PYTHON) --group bench

bench: ready
	@$(BENCH) || $(BENCH) --no-install-package pyicu
	@exec var/bench/venv/bin/python -m tests.bench --size $(SIZE) $(ARGS)

stop:
	@if [ -x $(PYTHON) ]; then exec $(PYTHON) -m tracker.embedded stop; fi

clean:
	@if [ -x $(PYTHON) ]; then $(PYTHON) -m tracker.embedded remove; fi
	rm -rf .venv var staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
