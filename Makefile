# Two promises: on a fresh machine `make run` does all set-up and opens Netra (without a display it
# runs the main job and says where the results are); `make test` does all set-up and runs the tests.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.stamp
DEV_STAMP := $(VENV)/.stamp-dev
DEMO ?= demo

.PHONY: setup setup-dev run test check bench build campaign

setup: $(STAMP)
setup-dev: $(DEV_STAMP)

$(STAMP): requirements/runtime.lock requirements/system.sh
	sh requirements/system.sh runtime
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.lock
	touch $@

$(DEV_STAMP): requirements/dev.lock $(STAMP)
	sh requirements/system.sh dev
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	touch $@

run: $(STAMP)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PY) main.py; else \
	  echo "No display: running the main job on the sample photos instead."; \
	  $(PY) main.py demo --out $(DEMO) && echo "Results: $(DEMO)/summary.json"; fi

test: $(DEV_STAMP)
	$(PY) -m pytest -n 2 --dist loadfile

check: $(DEV_STAMP)
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m mypy --platform win32 main.py gui cases rules
	$(VENV)/bin/lint-imports
	$(PY) -m pytest -n 2 --dist loadfile
	$(PY) -m tests.coverage

bench: $(DEV_STAMP)
	$(PY) -m bench

campaign: $(DEV_STAMP)
	NETRA_CAMPAIGN=$${NETRA_CAMPAIGN:-10} $(PY) -m pytest -n 2 --dist worksteal -m campaign

build: $(DEV_STAMP)
	$(PY) -m PyInstaller --noconfirm --log-level WARN build.spec
	dist/netra/netra --selftest --against .
