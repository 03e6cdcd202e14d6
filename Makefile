# Two promises: on a fresh machine `make run` does all set-up and opens Netra (without a display it
# runs the main job and says where the results are); `make test` does all set-up and runs the tests.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.stamp
DEV_STAMP := $(VENV)/.stamp-dev
DEMO ?= demo
OFFLINE = echo "Pustaka tidak dapat diunduh; sambungkan ke internet sekali, lalu ulangi make setup. / The libraries could not be downloaded; connect to the internet once and run make setup again." >&2
NO_VENV = echo "Python ini tidak dapat membuat .venv; pasang: sudo apt-get install python3-venv, lalu ulangi. / This Python cannot make .venv; install python3-venv, then run it again." >&2

.PHONY: setup setup-dev run test check bench build campaign qt-words

setup: $(STAMP)
setup-dev: $(DEV_STAMP)

$(STAMP): requirements/runtime.lock requirements/system.sh
	sh requirements/system.sh runtime
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || { $(NO_VENV); exit 1; }
	@$(PY) -m pip install -qq --retries 2 --disable-pip-version-check --require-hashes -r requirements/runtime.lock || { $(OFFLINE); exit 1; }
	touch $@

$(DEV_STAMP): requirements/dev.lock $(STAMP)
	sh requirements/system.sh dev
	@$(PY) -m pip install -qq --retries 2 --disable-pip-version-check --require-hashes -r requirements/dev.lock || { $(OFFLINE); exit 1; }
	touch $@

run: $(STAMP)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PY) main.py; else \
	  echo "Tidak ada layar: pekerjaan utama dijalankan pada foto contoh. / No display: running the main job on the sample photos instead."; \
	  $(PY) main.py demo --out $(DEMO) && echo "Hasilnya / results: $(DEMO)/summary.json"; fi

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

# Qt's own words in Indonesian, after a change of their source.
qt-words: $(DEV_STAMP)
	$(VENV)/bin/pyside6-lrelease resources/i18n/qtbase_id.ts -qm resources/i18n/qtbase_id.qm

build: $(DEV_STAMP)
	$(PY) -m PyInstaller --noconfirm --log-level WARN build.spec
	dist/netra/netra --selftest --against .
