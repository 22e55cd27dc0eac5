# Dateline: `make run` opens the window, `make test` checks everything, `make help` lists the rest.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
GOLD ?= ../shared/gold
TOOLS ?= $(GOLD)/../tools
OUT ?= out
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
SAMPLE := resources/sample
DISPLAY_HERE := $(DISPLAY)$(WAYLAND_DISPLAY)
FOR_VENV := $(if $(wildcard $(BIN)/pip),,venv)
LOCK := build/lock
LOCKING := $(LOCK)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header $(LOCK_ARGS)

# What is installed is made with Debian's own Python where there is one: the libraries it needs are Debian's then.
BUILD_PYTHON ?= $(or $(wildcard /usr/bin/python3.11),$(PYTHON))
BUILD := build/venv

.PHONY: help run test lint evaluate bench screenshots lock notices wheel deb appimage verify clean system-run system-test system-build system-verify
.NOTPARALLEL:
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

run: system-run $(VENV)/run.stamp ## open the window with the sample articles; without a display, write PDF, PNG and JSON to out/
ifneq ($(DISPLAY_HERE),)
	@$(BIN)/dateline --sample
else
	@mkdir -p $(OUT)
	@$(BIN)/dateline render $(SAMPLE) --title "Sample articles" $(foreach format,pdf png json,-o $(OUT)/sample.$(format))
	@echo "No display here, so the timeline of the sample articles was written to:"
	@ls $(OUT)/sample.pdf $(OUT)/sample.png $(OUT)/sample.json
endif

test: system-test $(VENV)/dev.stamp ## run all tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/dev.stamp ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evaluate: $(VENV)/dev.stamp ## measure accuracy; with the gold folder (GOLD=…) on all of it
	$(BIN)/python -m tests.evaluation $(if $(wildcard $(GOLD)),--gold $(GOLD) --tools $(TOOLS))

bench: system-run $(VENV)/dev.stamp ## measure speed
	$(BIN)/python -m tests.benchmarks

screenshots: system-test $(VENV)/dev.stamp ## make the pictures of the README anew from the running window
	$(BIN)/python -m tests.stories.screenshots

lock: ## write requirements/*.txt anew from pyproject.toml (newest versions: LOCK_ARGS=--upgrade)
	$(PYTHON) -m venv $(LOCK)
	$(LOCK)/bin/python -m pip install --quiet uv
	$(LOCKING) --output-file requirements/run.txt
	$(LOCKING) --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(LOCKING) --extra build --constraint requirements/run.txt --output-file requirements/build.txt

notices: $(VENV)/dev.stamp ## write the licences of everything that ships to resources/THIRD_PARTY_NOTICES.md
	$(BIN)/python packaging/notices.py

wheel: $(VENV)/dev.stamp ## build dist/*.whl
	rm -rf build/lib build/bdist*
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

deb: system-build $(BUILD)/build.stamp ## build dist/dateline_<version>_<architecture>.deb
	$(BUILD)/bin/python packaging/build.py
	packaging/linux/build_deb.sh $(BUILD)/bin/python

appimage: system-build $(BUILD)/build.stamp ## build dist/Dateline.AppDir, and of it an AppImage where appimagetool is
	$(BUILD)/bin/python packaging/build.py --system-libraries
	packaging/linux/build_appimage.sh $(BUILD)/bin/python

verify: system-verify ## as root: install dist/*.deb on a bare Debian 12, use it there, remove it
	packaging/verify_deb.sh

clean: ## remove the environment and everything that was made
	rm -rf $(VENV) build dist $(OUT) *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find timeline_app tests packaging -name __pycache__ -prune -exec rm -rf {} +

# Before all else, so that whoever may not install anything is told of everything at once.
system-run:
	@PYTHON="$(PYTHON)" packaging/system_packages.sh $(FOR_VENV) draw $(if $(DISPLAY_HERE),window)

system-test:
	@PYTHON="$(PYTHON)" packaging/system_packages.sh $(FOR_VENV) draw window test

system-build:
	@PYTHON="$(BUILD_PYTHON)" packaging/system_packages.sh $(if $(wildcard $(BUILD)/bin/pip),,venv) draw window build

system-verify:
	@packaging/system_packages.sh test verify

$(VENV)/run.stamp: requirements/run.txt packaging/environment.sh
	@packaging/environment.sh "$(PYTHON)" $(VENV) requirements/run.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt packaging/environment.sh
	@packaging/environment.sh "$(PYTHON)" $(VENV) requirements/dev.txt
	@touch $@ $(VENV)/run.stamp

$(BUILD)/build.stamp: requirements/build.txt packaging/environment.sh
	@packaging/environment.sh "$(BUILD_PYTHON)" $(BUILD) requirements/build.txt
	@touch $@
