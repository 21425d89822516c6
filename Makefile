# Needs Python 3.11 or newer and make; everything else is fetched into .venv/ and var/.
SHELL := /bin/sh
PYTHON := .venv/bin/python

.PHONY: help ready demo test lint stop clean

help:
	@echo "make demo    the whole tracker with invented cases, on this machine"
	@echo "make test    every check and every test"
	@echo "make lint    the checks alone"
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

stop:
	@if [ -x $(PYTHON) ]; then exec $(PYTHON) -m tracker.embedded stop; fi

clean:
	@if [ -x $(PYTHON) ]; then $(PYTHON) -m tracker.embedded remove; fi
	rm -rf .venv var staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
