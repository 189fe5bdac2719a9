# Every target makes the environment it needs first. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COURSE := $(BIN)/course

.DEFAULT_GOAL := help
.PHONY: sandbox browser help demo test lab build release wheel grade feedback prove bench screenshots format lock clean

help:  ## list every target
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/ready sandbox  ## the whole path with a sample class, ends with a summary of its grades
	@$(COURSE) demo

test: $(VENV)/ready sandbox browser  ## everything that CI runs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(COURSE) build --check
	$(BIN)/pytest --nbval --numprocesses auto --dist loadfile --no-loadscope-reorder

lab: $(VENV)/ready  ## open JupyterLab on the course, with nbgrader's tools
	@$(COURSE) lab

build: $(VENV)/ready  ## text to source notebooks, executed, and to what check() knows
	@$(COURSE) build

release: $(VENV)/ready  ## source to release notebooks and the students' wheel (TOPIC=softmax for one)
	@$(COURSE) release $(TOPIC)

wheel: $(VENV)/ready  ## the students' wheel alone, into dist/
	@$(COURSE) wheel

grade: $(VENV)/ready sandbox  ## grade what lies in submitted/ (TOPIC=softmax for one)
	@$(COURSE) grade $(TOPIC)

feedback: $(VENV)/ready  ## write the feedback pages (TOPIC=softmax for one)
	@$(COURSE) feedback $(TOPIC)

prove: $(VENV)/ready  ## show that the tests accept every right answer and reject every wrong one
	@$(COURSE) prove

bench: $(VENV)/ready sandbox  ## time grading beside stock nbgrader (takes minutes; BENCH="--submissions 20 --rounds 1" for a look)
	@$(BIN)/python -m benchmarks $(BENCH)

screenshots: $(VENV)/ready browser  ## take the pictures in docs/images again, in a real JupyterLab
	$(BIN)/pytest --screenshots docs/images tests/test_a_student_in_jupyterlab.py tests/test_pictures_in_jupyterlab.py

format: $(VENV)/ready  ## lay out the Python files
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lock: $(VENV)/ready  ## resolve requirements.txt from pyproject.toml anew
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 \
		--no-emit-index-url --no-header --no-annotate --quiet --upgrade -o requirements.txt

clean:  ## remove the environment and the caches, never anyone's work
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

sandbox:  ## install the sandbox that grading needs, where that is allowed
	@command -v bwrap >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
			apt-get update -qq && apt-get install -qq -y bubblewrap >/dev/null; } || \
		{ echo "Grading needs bubblewrap, its sandbox: on Debian and Ubuntu, 'sudo apt-get install bubblewrap' installs it."; exit 1; }

browser:  ## install the browser that the tests drive, where that is allowed
	@command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
			apt-get update -qq && apt-get install -qq -y chromium >/dev/null; } || \
		{ echo "The tests need Chromium: on Debian and Ubuntu, 'sudo apt-get install chromium' installs it."; exit 1; }

$(VENV)/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Math to Code needs Python 3.11 or newer: name one, as in 'make $(or $(MAKECMDGOALS),help) PYTHON=python3.12'."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "This Python cannot make environments: on Debian and Ubuntu, 'apt-get install python3-venv' mends it."; exit 1; }
	@echo "Making the environment in $(VENV); this is done once and takes about a minute."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
