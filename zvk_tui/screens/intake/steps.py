"""The line above a registration: its pages, where you are, and how much is missing on each."""

from collections import Counter
from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.intake_check import IntakeProblem, Step
from zvk_tui.labels import label
from zvk_tui.widgets.text import joined


class StepsLine(Static):
    """The pages in a line: the present one in brackets, a number for what is missing, a tick for nothing."""

    def show(self, step: Step, problems: Iterable[IntakeProblem]) -> None:
        """Show where the user is, and what is missing."""
        missing = Counter(problem.step for problem in problems)
        self.update(joined(*(_piece(one, here=one is step, missing=missing[one]) for one in Step)))


def _piece(step: Step, *, here: bool, missing: int) -> Content:
    left = "" if step is Step.SUMMARY else f" {missing or '✓'}"
    text = f"{label(step)}{left}"
    return joined((f"[{text}]" if here else f" {text} ", "bold $primary" if here else "$zvk-muted" if left else ""))
