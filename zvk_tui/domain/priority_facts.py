"""The facts beside an entry of the top 10: counted for each month, and nothing is computed from them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.priority_list import MonthFacts

MONTHS: Final = 6
"""How many months stand beside an entry, unless asked for more."""

_GROUP: Final = "groep"
"""The word that people put before the label of a group, or leave out."""

MOST_REPORTS: Final = 999
"""The most reports that one month of a group can have; more is a typing error."""


@dataclass(frozen=True, slots=True)
class GroupFact:
    """How many reports of one kind there were about a group in one month, as somebody told it."""

    month: date
    """The first day of the month."""
    kind: PoliceContactKind
    count: int
    source: str


class FactProblem(StrEnum):
    """Why a number of reports cannot be entered."""

    NOT_A_GROUP = "not_a_group"
    FUTURE = "future"
    COUNT = "count"
    NO_SOURCE = "no_source"


def group_key(label: str) -> str:
    """Return by what a group is known: its label without case and without the word "groep" before it."""
    words = label.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == _GROUP else words)


def fact_problem(fact: GroupFact, today: date) -> FactProblem | None:
    """Return why a number of reports cannot be entered, None when it can."""
    if fact.month > today:
        return FactProblem.FUTURE
    if not 0 <= fact.count <= MOST_REPORTS:
        return FactProblem.COUNT
    return None if fact.source.strip() else FactProblem.NO_SOURCE


def first_month(until: date, count: int = MONTHS) -> date:
    """Return the first day of the oldest of so many months; the last is the month of `until`."""
    return add_months(until.replace(day=1), 1 - count)


def months_of(found: Iterable[tuple[date, str, int]], until: date, count: int = MONTHS) -> tuple[MonthFacts, ...]:
    """Return for each of the last months how many contacts or reports of each kind there were, oldest month first.

    Args:
        found: a day, a kind and how many.
        until: a day in the newest month.
        count: how many months.
    """
    oldest = first_month(until, count)
    firsts = [add_months(oldest, place) for place in range(count)]
    counted: dict[date, Counter[str]] = {first: Counter() for first in firsts}
    for on, kind, times in found:
        if times and on.replace(day=1) in counted:
            counted[on.replace(day=1)][kind] += times
    return tuple(MonthFacts(first, tuple(sorted(counted[first].items()))) for first in firsts)
