"""The line above a registration: its pages, where you are, and how much is missing on each."""

from collections import Counter
from collections.abc import Collection, Iterable

from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.intake_check import IntakeProblem, Step
from zvk_tui.labels import label
from zvk_tui.widgets.text import joined


class StepsLine(Static):
    """The pages in a line: the present one in brackets, a number for what is missing, a tick for nothing.

    A page that nobody looked at yet, and on which nothing must be filled in, has neither.
    """

    def show(self, step: Step, problems: Iterable[IntakeProblem], seen: Collection[Step]) -> None:
        """Show where the user is, what is missing, and which pages were looked at or filled in."""
        missing = Counter(problem.step for problem in problems)
        pieces = (_piece(one, here=one is step, missing=missing[one], seen=one in seen) for one in Step)
        self.update(joined(*pieces))


def _piece(step: Step, *, here: bool, missing: int, seen: bool) -> Content:
    left = "" if step is Step.SUMMARY else f" {missing or ('✓' if seen else '·')}"
    text = f"{label(step)}{left}"
    return joined((f"[{text}]" if here else f" {text} ", "bold $primary" if here else "$zvk-muted" if left else ""))
