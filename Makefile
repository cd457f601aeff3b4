# Every target sets up what it needs, and is quick when nothing has changed.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
venv := .venv
python := $(venv)/bin/python
# What make bench compares with, apart from what the project needs.
peers := .venv-bench
binary := .build/release/mlp-swift
# The stamp lies where `swift package clean` sweeps it away together with the binary.
built := .build/release/.mlp-swift-built
# lld, where the toolchain has it: gold warns of a function in Foundation that nothing here calls.
swift_bin := $(dir $(realpath $(shell command -v swift)))
linker := $(if $(wildcard $(swift_bin)ld.lld),-Xswiftc -use-ld=lld)
# The logos are embedded in the binary, as the data sets are.
sources := Package.swift $(wildcard kernelspec/logo*) $(shell find Sources -type f)
# The example, a package of its own that uses the library products.
example := .build-calculator/debug/calculator

# The tests that draw.
drawing := FiguresTests|FigureTests|RegionsTests|StorageTests

# The tests that go on for as long as they are told to.
fuzzing := LanguageTests.FuzzTests/parse|InterpreterTests.FuzzTests/programs|InterpreterTests.TextFuzzTests/texts

pip_install = $(python) -m pip install --quiet --disable-pip-version-check --requirement $(1) || \
	{ echo "error: pip could not install what $(1) names. Is there a network, and does it reach PyPI?" >&2; exit 1; }

# The kernelspec and the settings of this checkout, whatever else is installed for the user.
jupyter := JUPYTER_PREFER_ENV_PATH=1 $(python) -m
# JupyterLab refuses to run as root unless told that this is meant (a container, most often).
allow_root := $(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: help
help: ## Show this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 16

.PHONY: lab
lab: kernelspec ## Open JupyterLab on notebooks/
	@# Without trust JupyterLab shows the text form of our own figures.
	@$(venv)/bin/jupyter-trust notebooks/*.ipynb >/dev/null
	$(jupyter) jupyterlab --ip=127.0.0.1 $(allow_root) --ServerApp.root_dir=notebooks

.PHONY: console
console: kernelspec ## Open the kernel in this terminal
	$(jupyter) jupyter_console --kernel mlp-swift

.PHONY: build
build: $(built) ## Build the release binary, .build/release/mlp-swift

.PHONY: reference
reference: $(built) ## Write notebooks/REFERENCE.md anew from the declarations of the library
	$(binary) reference > notebooks/REFERENCE.md

.PHONY: test
test: lint $(venv)/.tests ## Run every test: lint, Swift, Jupyter
	@# gnuplot is served by Swift's task threads, as many as processors: its tests run apart from those that keep them busy.
	swift test --disable-xctest --filter '$(drawing)'
	swift test --disable-xctest --skip '$(drawing)'
	$(MAKE) --no-print-directory kernelspec $(example)
	$(jupyter) pytest Tests/Jupyter

.PHONY: bench
bench: kernelspec $(peers)/.installed ## Compare with PyTorch, JAX, CPython and other kernels
	@for script in training products models regions allocations language progress moves kernel interrupts; do $(peers)/bin/python Benchmarks/$$script.py; done

.PHONY: fuzz
fuzz: $(venv)/.tests ## Try the language with nonsense, a kernel and the engine with sanitizers on: some minutes
	@.ci/prerequisites swift packages
	@# Other inputs each time; the seed that is shown repeats them.
	@seed=$$(date +%s); echo "LANGUAGE_FUZZ_SEED=$$seed"; \
	LANGUAGE_FUZZ_COUNT=200000 LANGUAGE_FUZZ_SEED=$$seed LANGUAGE_FUZZ_LAST=.build/fuzz.last \
		swift test --disable-xctest --no-parallel --filter '$(fuzzing)' || \
		{ echo "error: the input that was tried last is in .build/fuzz.last" >&2; exit 1; }
	@for sanitizer in address thread undefined; do .ci/fuzz $$sanitizer 60; done
	@# The example has none of the kernels in C: the engine's tests try them.
	swift test --disable-xctest --scratch-path .build-engine --sanitize address -Xcc -fsanitize=undefined \
		--filter EngineTests

.PHONY: soak
soak: kernelspec $(peers)/.installed ## Ten minutes of cells, errors and interrupts; the memory meanwhile
	$(peers)/bin/python Benchmarks/soak.py

.PHONY: lint
lint: ## Check the layout of the Swift sources
	@.ci/prerequisites swift
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

.PHONY: format
format: ## Lay out the Swift sources
	@.ci/prerequisites swift
	swift format --in-place --parallel --recursive Package.swift Sources Tests

# Takes milliseconds, and the kernelspec holds absolute paths, so it is written anew each time.
.PHONY: kernelspec
kernelspec: $(built) $(venv)/.jupyter
	@$(binary) install --prefix $(venv)

$(built): $(sources)
	@.ci/prerequisites swift packages
	swift build -c release --static-swift-stdlib --product mlp-swift $(linker)
	@touch $@

$(example): $(sources) $(shell find -L Tests/Calculator -type f)
	swift build --package-path Tests/Calculator --scratch-path .build-calculator
	@touch $@

# If the Python that .venv links to is gone, what was installed for it is of no use to another.
$(shell [[ -x $(python) ]] || rm -f $(venv)/.jupyter $(venv)/.tests)

$(python):
	@PYTHON=$(PYTHON) .ci/prerequisites python
	$(PYTHON) -m venv --clear $(venv)

$(venv)/.jupyter: kernelspec/requirements.txt | $(python)
	$(call pip_install,$<)
	@touch $@

$(venv)/.tests: Tests/Jupyter/requirements.txt kernelspec/requirements.txt | $(python)
	@.ci/prerequisites swift packages browser
	$(call pip_install,$<)
	@touch $@ $(venv)/.jupyter

$(peers)/.installed: Benchmarks/requirements.txt
	@PYTHON=$(PYTHON) .ci/prerequisites python
	$(PYTHON) -m venv --clear $(peers)
	$(peers)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	XDG_DATA_HOME=$(CURDIR)/$(peers)/share $(peers)/bin/deno jupyter --install
	@touch $@
