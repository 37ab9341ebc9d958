"""The axis under a plan: a column for each week or month; actions and police contacts stand below each other on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from zvk_tui.domain.dates import add_months
from zvk_tui.domain.police import MonthCount, PoliceContact, counted

BEFORE: Final = 6
"""Months before the first plan that are shown at the most: enough to see whether the plan made a difference."""

AHEAD: Final = 12
"""Months after today that are shown at the most."""


class Step(StrEnum):
    """What one column stands for."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A row of columns over a period."""

    step: Step
    first: date
    """The first day of the first column: a Monday, or the first of a month."""
    cells: int

    def exact(self, day: date) -> int:
        """Return the column of a day, which may lie outside: below 0 it is before the first."""
        if self.step is Step.WEEK:
            return (day - self.first).days // 7
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    def at(self, day: date) -> int:
        """Return the column of a day; what lies outside is at the edge."""
        return max(0, min(self.exact(day), self.cells - 1))

    def holds(self, day: date) -> bool:
        """Return whether a day is on the axis."""
        return 0 <= self.exact(day) < self.cells

    def months(self) -> tuple[tuple[int, date], ...]:
        """Return the months that begin on the axis: the column and the first day; the first month is where it starts.

        In a row of weeks a month begins in the week that has its first day.
        """
        found = [(0, self.first.replace(day=1))]
        month = add_months(found[0][1], 1)
        while self.exact(month) < self.cells:
            found.append((self.exact(month), month))
            month = add_months(month, 1)
        return tuple(found)


def time_line(planned_on: date, days: Iterable[date], today: date, width: int) -> TimeLine:
    """Return the axis over these days and today: in weeks when there are columns for it, else in months.

    Args:
        planned_on: the day of the first plan; what lies long before it is at the edge of the axis.
        days: what is to be shown.
        today: is always on the axis.
        width: how many columns there are.
    """
    shown = [planned_on, *days, today]
    begin = max(min(shown), add_months(min(planned_on, today), -BEFORE))
    end = min(max(shown), add_months(today, AHEAD))
    monday = begin - timedelta(days=begin.weekday())
    weeks = (end - monday).days // 7 + 1
    if weeks <= width:
        return TimeLine(Step.WEEK, monday, weeks)
    first = begin.replace(day=1)
    months = (end.year - first.year) * 12 + end.month - first.month + 1
    if months > width:  # today and what is ahead of it stay in sight
        ahead = min((end.year - today.year) * 12 + end.month - today.month, width // 3)
        first, months = add_months(today.replace(day=1), ahead - width + 1), width
    return TimeLine(Step.MONTH, first, months)


def contacts_by_month(contacts: Iterable[PoliceContact], axis: TimeLine, today: date) -> tuple[MonthCount, ...]:
    """Return the police contacts of each month that begins on the axis and not after today; wrong ones do not count."""
    return counted(contacts, (first for _column, first in axis.months() if first <= today))
