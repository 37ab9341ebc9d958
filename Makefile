# For people who like `make`. Everything it does is written out in README.md and .ci/run as well.
PYTHON ?= python3
ENVIRONMENT = .venv
RUN = $(ENVIRONMENT)/bin
CATALOGUE = zvk_tui/locale/nl/LC_MESSAGES/zvk.po
# The functions and error classes whose first argument is a message id; tests/test_catalogue.py compares the list.
KEYWORDS = -k _ -k N_ -k ngettext:1,2 -k ZvkError -k Usage -k Refused -k WrongPassphrase -k VaultDamaged \
	-k VaultRefused -k VaultInUse -k VaultLocked -k CouldNotWrite

.PHONY: help run test check catalogue

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: $(RUN)/zvk ## Open the fictional chamber of the demo
	$(RUN)/zvk demo

test: $(RUN)/zvk ## Run the tests on this source
	$(RUN)/python -m pytest

check: ## Check format, lint and types, and try the README's commands, in a fresh environment (.ci/run)
	.ci/run

catalogue: $(RUN)/zvk ## Bring the Dutch sentences up to date with the code; fill in what is empty, and repeat
	@mkdir -p build
	$(RUN)/pybabel extract --no-default-keywords $(KEYWORDS) --no-location --sort-output --omit-header -o build/zvk.pot zvk_tui
	$(RUN)/pybabel update -i build/zvk.pot -o $(CATALOGUE) -l nl -w 110 --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date
	$(RUN)/pybabel compile --statistics -i $(CATALOGUE) -o $(CATALOGUE:.po=.mo)

$(RUN)/zvk: pyproject.toml
	$(PYTHON) -m venv $(ENVIRONMENT)
	$(RUN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(RUN)/zvk
