# What people and machines type. Everything runs in .venv; nothing listens anywhere but on this machine.
#
#   make run         start the program with the demo county (SUYUAN_HOME=DIR: with your own data; PORT=8502)
#   make test        lint, types, import rules, then all tests
#   make check       lint, types, import rules; edits nothing            make fix   let ruff repair what it can
#   make bench       what is timed, against which peer                   make shots  pictures of every page
#   make fuzz        2,000 damaged files per format instead of 200 (FUZZ=N: as many as you like); long walks; more killed workers
#   make wheelhouse  collect the packages for a machine without network  make clean  remove caches and pictures

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run demo test check fix fuzz bench shots wheelhouse clean environment environment-dev browser office

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
WORKERS ?= 2
FUZZ ?= 2000
WALKS ?= 100
BIN := .venv/bin
DEMO_HOME := var/demo

# A stamp is named after the content of the files it stands for, so a second start asks nobody and a new pin is noticed.
digest = $(shell cat $(1) | sha256sum | cut -c1-16)
RUN_STAMP := .venv/.has-run-$(call digest,requirements.txt constraints.txt)
DEV_STAMP := .venv/.has-dev-$(call digest,requirements.txt requirements-dev.txt constraints.txt)

help:
	@sed -n '3,9s/^# *//p' Makefile

$(RUN_STAMP):
	@.ci/environment "$(PYTHON)" requirements.txt
	@touch $@

$(DEV_STAMP):
	@.ci/environment "$(PYTHON)" requirements-dev.txt
	@touch $(RUN_STAMP) $@

environment: $(RUN_STAMP)
environment-dev: $(DEV_STAMP)

browser:
	@.ci/browser

office:
	@.ci/office

demo: $(RUN_STAMP)
	@$(BIN)/python cli.py --home $(DEMO_HOME) demo

run: $(RUN_STAMP)
	@.ci/start "$(PORT)" "$(DEMO_HOME)"

check: $(DEV_STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: $(DEV_STAMP)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# pytest comes last, so that its own summary is the last thing printed.
test: $(DEV_STAMP) browser office check
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

fuzz: $(DEV_STAMP)
	@MUTANTS=$(FUZZ) $(BIN)/python -m pytest tests/data/intake/test_mutants.py
	@WALKS=$(WALKS) $(BIN)/python -m pytest tests/data/build/test_any_rows.py tests/data/test_any_order.py
	@KILLS=5 $(BIN)/python -m pytest tests/data/jobs/test_worker.py tests/data/test_crashes.py

bench: $(DEV_STAMP) browser
	@$(BIN)/python -m benchmarks

shots: $(DEV_STAMP) browser
	@$(BIN)/python -m tests.browser.shots

wheelhouse: $(RUN_STAMP)
	@$(BIN)/python -m pip download --quiet --dest wheelhouse -r requirements.txt
	@echo "wheelhouse/ holds $$(ls wheelhouse | wc -l) packages; make run installs from there without a network"

clean:
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis tests/browser/shots
