"""How long a case may be kept: to the day, on month ends and leap days too."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.domain.dossier import Term, first_processed_by

DAYS = st.dates(date(2000, 1, 1), date(2120, 12, 31))
YEARS = st.integers(1, 5)


@pytest.mark.parametrize(
    ("first_on", "years", "last_on"),
    [
        (date(2021, 11, 23), 5, date(2026, 11, 23)),
        (date(2024, 2, 29), 5, date(2029, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
    ],
)
def test_a_term_ends_on_the_same_day_years_later(first_on: date, years: int, last_on: date) -> None:
    """The last day is the same day of the year, or the last of February; from the day after on it is too late."""
    term = Term(first_on, years)
    assert term.last_on == last_on
    assert [term.days_left(last_on + timedelta(days=days)) for days in (-1, 0, 1)] == [1, 0, -1]


@given(until=DAYS, years=YEARS)
@example(until=date(2029, 2, 28), years=5)
@example(until=date(2024, 2, 28), years=5)
@example(until=date(2024, 2, 29), years=5)
@example(until=date(2028, 2, 29), years=4)
def test_what_ends_by_a_day_was_first_processed_by_another(until: date, years: int) -> None:
    """The newest first day of which the term ends by a day: its own term does, that of the day after does not."""
    newest = first_processed_by(until, years)
    assert Term(newest, years).last_on <= until
    assert Term(newest + timedelta(days=1), years).last_on > until
