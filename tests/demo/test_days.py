"""The days of the demo: meetings avoid weekends and public holidays."""

from datetime import date

import pytest

from zvk_tui.demo.days import easter, is_working_day, working_day


def test_easter() -> None:
    """Easter falls where the calendar has it."""
    assert [easter(year) for year in (2024, 2025, 2026, 2038)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]


@pytest.mark.parametrize("day", [date(2026, 12, 25), date(2027, 5, 17), date(2026, 11, 28)])
def test_offices_are_closed(day: date) -> None:
    """No meeting is held on Christmas, on Whit Monday or at a weekend."""
    assert not is_working_day(day)


def test_a_date_on_a_closed_day_moves_back() -> None:
    """What falls on the second day of Christmas, a Saturday, moves back past the first to Thursday."""
    assert working_day(date(2026, 12, 26)) == date(2026, 12, 24)
