"""The rows of a time line: an action from agreed to due, and the police contacts of each month below it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from textual.content import Content

from zvk_tui.domain.dates import add_months
from zvk_tui.domain.police import MonthCount
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.domain.time_line import Step, TimeLine
from zvk_tui.labels import month_name
from zvk_tui.widgets.text import joined

TODAY: Final = "│"
_ENDS: Final = {
    ActionState.DONE: ("✓", "$zvk-done"),
    ActionState.NOT_DONE: ("x", "$zvk-soon"),
    ActionState.NO_LONGER_POSSIBLE: ("–", "$zvk-soon"),
    ActionState.OPEN: ("o", "bold"),
}
_MOST: Final = 9
"""Contacts that one sign can say."""


@dataclass(frozen=True, slots=True)
class TimeRows:
    """Draws on one axis, on one day."""

    axis: TimeLine
    today: date

    def action(self, action: Action) -> Content:
        """Return the row of an action: agreed ─── due; late days as !, and what became of it at its end."""
        axis, cells = self.axis, self._empty()
        ends = action.settled_on if action.state is not ActionState.OPEN and action.settled_on else action.due
        begins = action.agreed_on or ends
        for column in range(axis.at(min(begins, ends)), axis.at(ends)):
            cells[column] = ("─", "$zvk-muted")
        late = action.days_late(self.today)
        if late:
            for column in range(axis.at(ends), axis.at(self.today) + 1):
                cells[column] = ("!", "bold $zvk-late")
        else:
            cells[axis.at(ends)] = _ENDS[action.state]
        if axis.exact(min(begins, ends)) < 0:
            cells[0] = ("‹", "$zvk-late" if late else "$zvk-muted")
        if axis.exact(ends) >= axis.cells:
            cells[-1] = ("›", "$zvk-muted")
        return joined(*cells)

    def head(self) -> Content:
        """Return the names of the months, or of the years where a column is a month, and a line at today."""
        named = self._years() if self.axis.step is Step.MONTH else self._months()
        cells, free = [" "] * self.axis.cells, 0
        for column, name in named:
            if name and column >= free and column + len(name) <= self.axis.cells:
                cells[column : column + len(name)] = name
                free = column + len(name) + 1
        here = self.axis.at(self.today)
        cells[here] = TODAY if cells[here] == " " else cells[here]
        return joined(("".join(cells), "$zvk-muted"))

    def counts(self, months: Iterable[MonthCount], known_until: date | None, *, negative: bool) -> Content:
        """Return how many contacts each month had: a dot for none, `?` where not all is known, for the past alone.

        Unknown is not "no contact": a month has a dot only when its last day, or today, is known too.
        """
        cells = self._empty()
        for (column, _first), month in zip(self.axis.months(), months, strict=False):
            count = month.negative if negative else month.other
            style = "bold $zvk-late" if negative else "bold"
            whole = min(add_months(month.first, 1) - timedelta(days=1), self.today)
            none = "·" if known_until is not None and whole <= known_until else "?"
            cells[column] = (_digit(count), style) if count else (none, "$zvk-muted")
        return joined(*cells)

    def _empty(self) -> list[tuple[str, str]]:
        cells = [(" ", "")] * self.axis.cells
        cells[self.axis.at(self.today)] = (TODAY, "$zvk-muted")
        return cells

    def _months(self) -> Iterable[tuple[int, str]]:
        """Yield the names of the months; the first has its year when there is room, and no name when there is none."""
        months = self.axis.months()
        room = months[1][0] - 1 if len(months) > 1 else self.axis.cells
        first = months[0][1]
        names = (f"{month_name(first)}{first.year % 100:02}", month_name(first), "")
        yield 0, next(name for name in names if len(name) <= max(0, room))
        yield from ((column, _name(month)) for column, month in months[1:])

    def _years(self) -> Iterable[tuple[int, str]]:
        return ((column, str(first.year)) for column, first in self.axis.months() if first.month == 1 or not column)


def _name(first: date) -> str:
    return str(first.year) if first.month == 1 else month_name(first)


def _digit(count: int) -> str:
    return str(count) if count <= _MOST else "+"
