# Everything happens in .venv, which the first target that needs it makes.
# Another interpreter: make demo PYTHON=python3.13. More for pytest: make test PYTEST_ARGS="-k loading".

PYTHON ?= python3
VENV ?= .venv
PYTEST_ARGS ?=
# For make fuzz: how long, for all targets together, which, and from what; see docs/contributing/fuzzing.md.
FUZZ_SECONDS ?= 90
FUZZ_TARGETS ?=
FUZZ_SEED ?=

BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt
INSTALLED = $(VENV)/.installed

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(INSTALLED) ## Check the examples, draw every view, build the site: see build/demo
	@$(BIN)/python scripts/demo.py

test: $(INSTALLED) ## Run the tests
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 $(PYTEST_ARGS)

check: lint types pyright layers ## Run the linters, the type checkers and the import contract

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(INSTALLED)
	$(BIN)/mypy

pyright: $(INSTALLED)
	$(BIN)/basedpyright

layers: $(INSTALLED)
	$(BIN)/lint-imports --no-logo

format: $(INSTALLED) ## Format the code and repair what the linter can
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

# Not --quiet: mkdocs then counts no warnings, and --strict means nothing.
docs: $(INSTALLED) ## Build the documentation: see build/docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir build/docs

coverage: $(INSTALLED) ## Run the tests and show which branches they leave out
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --cov --cov-report term --cov-report html $(PYTEST_ARGS)

audit: ## Ask the network for published weaknesses of the pinned versions
	@$(PYTHON) scripts/audit.py

axe: $(INSTALLED) ## Fetch axe-core, by which the tests in a browser judge pages: see build/axe
	@$(BIN)/python scripts/fetch_axe.py

fuzz: $(INSTALLED) ## Try what nobody would write, for FUZZ_SECONDS: see build/fuzz
	@$(PIP) --group fuzz
	@$(BIN)/python -m scripts.fuzz --seconds $(FUZZ_SECONDS) $(if $(FUZZ_SEED),--seed $(FUZZ_SEED)) $(FUZZ_TARGETS)

mutants: $(INSTALLED) ## Turn the conditions of the rules around and see that their pages notice
	@$(BIN)/python scripts/invert_rules.py

reference: $(INSTALLED) ## Write the generated parts of the documentation anew
	@$(BIN)/python -m scripts.reference

words: $(INSTALLED) ## Tell what the languages of the pictures lack, as JSON to be filled in
	@$(BIN)/python scripts/words.py

bench: $(INSTALLED) ## Measure imports, loading, checking, drawing, strategies and a large site as ratios
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/strategies.py
	@$(BIN)/python bench/site.py

package: $(INSTALLED) ## Build the wheel and the source archive: see build/dist
	$(BIN)/hatchling build -d build/dist

constraints: ## Pin the newest versions that work together in constraints.txt
	@$(PYTHON) scripts/pin.py

clean: ## Remove what was made, .venv too
	rm -rf build $(VENV) .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# Two steps: the pip that a new .venv brings may be too old to know dependency groups.
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "cxblueprint needs Python 3.11 or newer, and '$(PYTHON)' is not: try make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' comes without venv: on Debian and Ubuntu, apt install python3-venv" >&2; exit 1; }
	@echo "installing into $(VENV) (the first time this takes a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) pip hatchling editables
	@$(PIP) --no-build-isolation -e '.[all]' --group dev
	@touch $@

.PHONY: help demo test check lint types pyright layers format docs coverage audit axe bench fuzz mutants reference package constraints clean
