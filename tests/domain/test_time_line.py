"""The axis under a plan: every day has a column, today is on it, and it fits."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.time_line import Step, contacts_by_month, time_line

TODAY: Final = date(2026, 11, 23)
PLANNED: Final = date(2026, 9, 1)
_DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def contact(on: date, *, negative: bool = True, wrong_on: date | None = None) -> PoliceContact:
    """Return a contact with the police."""
    return PoliceContact(1, on, PoliceContactKind.NUISANCE, negative, "Politie", wrong_on=wrong_on)


def test_a_short_plan_has_a_column_for_each_week() -> None:
    """Three months fit in forty columns of a week; each begins on a Monday."""
    axis = time_line(PLANNED, [date(2026, 12, 14)], TODAY, 40)
    assert (axis.step, axis.first) == (Step.WEEK, date(2026, 8, 31))
    assert axis.at(date(2026, 9, 6)) == 0
    assert axis.at(date(2026, 9, 7)) == 1
    assert axis.at(date(2026, 12, 14)) == axis.cells - 1


def test_a_long_plan_has_a_column_for_each_month() -> None:
    """What does not fit in weeks stands in months; a month end and the next day are in two columns."""
    axis = time_line(date(2024, 2, 29), [date(2026, 12, 14)], TODAY, 40)
    assert axis.step is Step.MONTH
    assert axis.at(date(2026, 2, 28)) + 1 == axis.at(date(2026, 3, 1))
    assert axis.at(date(2024, 2, 29)) + 1 == axis.at(date(2024, 3, 1))


def test_an_action_of_1999_does_not_push_the_plan_off_the_axis() -> None:
    """What lies more than half a year before the plan is at the edge; the weeks of the plan stay weeks."""
    axis = time_line(PLANNED, [date(1999, 12, 31), date(2026, 12, 14)], TODAY, 60)
    assert axis.step is Step.WEEK
    assert axis.exact(date(1999, 12, 31)) < 0
    assert axis.at(date(1999, 12, 31)) == 0
    assert axis.holds(TODAY)


def test_a_contact_at_the_end_of_a_month_counts_in_that_month() -> None:
    """Contacts are counted by calendar month, wrong ones not, and a month that is to come has no count."""
    axis = time_line(PLANNED, [date(2027, 2, 1)], TODAY, 40)
    told = [contact(date(2026, 9, 30)), contact(date(2026, 10, 1), negative=False), contact(TODAY, wrong_on=TODAY)]
    counts = {month.first: (month.negative, month.other) for month in contacts_by_month(told, axis, TODAY)}
    assert counts[date(2026, 9, 1)] == (1, 0)
    assert counts[date(2026, 10, 1)] == (0, 1)
    assert counts[date(2026, 11, 1)] == (0, 0)
    assert max(counts) == date(2026, 11, 1)


@given(_DAYS, st.lists(_DAYS, max_size=12), _DAYS, st.integers(20, 160))
def test_the_axis_fits_and_holds_today(planned: date, days: list[date], today: date, width: int) -> None:
    """Whatever the days: the axis fits its width, today is on it, every day has a column, later days no earlier one."""
    axis = time_line(planned, days, today, width)
    assert 1 <= axis.cells <= width
    assert axis.holds(today)
    columns = [axis.at(day) for day in sorted([*days, today])]
    assert columns == sorted(columns)
    assert all(0 <= column < axis.cells for column in columns)


@given(_DAYS, _DAYS, st.integers(20, 160))
def test_months_stand_where_they_begin(planned: date, today: date, width: int) -> None:
    """Each month of the axis has the column of its first day, from left to right."""
    axis = time_line(planned, [], today, width)
    found = axis.months()
    assert [axis.at(first) for _column, first in found] == [column for column, _first in found]
    assert all(after - before >= timedelta(28) for (_a, before), (_b, after) in pairwise(found))
