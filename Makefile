# make site | pdf | offline | screenshots | test | serve | check | bench | clean. Each sets up what it needs; see README.md.

VENV := .venv
PY := $(VENV)/bin/python
export PYTHONUTF8 := 1

# The first Python that is new enough, unless PYTHON names one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: site pdf offline test serve check bench lock clean screenshots

site: $(VENV)/.site
	$(PY) -m generator build

# The site with PDFs to take away.
pdf: $(VENV)/.pdf
	$(PY) -m generator build --copies full

# The site in a zip that works by double click.
offline: site
	$(PY) -m generator offline

serve: $(VENV)/.site
	$(PY) -m generator serve

check: $(VENV)/.test node_modules/.installed
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-cache
	node_modules/.bin/tsc --project .

test: check
	sh tests/ensure.sh
	$(PY) -m pytest --numprocesses 3 --dist loadfile

# Every kind of page as readers see it, into docs/screenshots (needs Chromium, and pdftoppm of Poppler).
screenshots: $(VENV)/.test
	$(PY) -m generator build --copies full
	$(PY) -m benchmarks.screenshots site docs/screenshots

# What each stage costs at each size, and one edited speech, as in docs/performance.md: of speeches made of DOCUMENTS.
SIZES ?= 100,1000,10000
bench: $(VENV)/.site
	@test -n "$(DOCUMENTS)" || { echo "Name folders of .txt or .md to make speeches of: make bench DOCUMENTS=…"; exit 1; }
	$(PY) -m benchmarks.stages $(DOCUMENTS) --sizes $(SIZES)
	$(PY) -m benchmarks.stages $(DOCUMENTS) --sizes 2000 --edited

# Renews the locked requirements from pyproject.toml (needs uv).
lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/site.txt
	uv pip compile pyproject.toml --extra cluster --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/cluster.txt
	uv pip compile pyproject.toml --extra pdf --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/pdf.txt
	uv pip compile pyproject.toml --extra test --extra pdf --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/test.txt

clean:
	rm -rf $(VENV) node_modules build site .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache
	git clean -qfX site_src

# What is installed, by the lock that it was installed from. The tests' lock holds the site's.
$(VENV)/.site: requirements/site.txt | $(VENV)/bin/python
	@test -e $(VENV)/.test || $(call install,$<)
	@touch $@

$(VENV)/.pdf: requirements/pdf.txt | $(VENV)/bin/python
	@test -e $(VENV)/.test || $(call install,$<)
	@touch $@

$(VENV)/.test: requirements/test.txt | $(VENV)/bin/python
	$(call install,$<)
	@touch $@

# TypeScript, which checks the types of the scripts by their comments. Only the checks need node.
node_modules/.installed: package-lock.json
	@command -v npm >/dev/null || { echo "node and npm are missing, which check the scripts' types (on Debian: apt-get install nodejs npm)"; exit 1; }
	@npm ci --silent --no-audit --no-fund
	@touch $@

# The lock names everything, so nothing else is looked for.
define install
if command -v uv >/dev/null; then VIRTUAL_ENV=$(VENV) uv pip install --quiet --no-deps --require-hashes -r $(1); \
	else $(PY) -m ensurepip --upgrade >/dev/null && $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $(1); fi
endef

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing: install it, or name it with PYTHON=…"; exit 1; }
	@if command -v uv >/dev/null; then uv venv --quiet --python "$(PYTHON)" $(VENV); \
	else "$(PYTHON)" -m venv $(VENV) || { echo "Python's venv module is missing (on Debian: apt-get install python3-venv)"; exit 1; }; fi
