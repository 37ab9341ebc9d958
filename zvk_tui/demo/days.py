"""The days of the demo: working days around today, and the days on which its meetings fall."""

from datetime import date, timedelta
from typing import Final

FIRST_OFFSET: Final = {"pad": -112, "top": -132, "proc": -47}
"""Days from today to the first meeting of a series."""

INTERVAL: Final = {"pad": 14, "top": 28, "proc": 35}
"""Days between two meetings of a series."""

HISTORY: Final = {"pad": 8, "top": 5, "proc": 2}
"""How many meetings of a series are over."""

_MONTHS: Final = ("jan.", "feb.", "maart", "april", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec.")


def easter(year: int) -> date:
    """Return Easter Sunday, by the anonymous Gregorian computus."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = skipped % 30 - (skipped % 30) // 28 * (1 - 29 // (skipped % 30 + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    day = moon - weekday
    month = 3 + (day + 40) // 44
    return date(year, month, day + 28 - 31 * (month // 4))


def is_working_day(day: date) -> bool:
    """Return whether offices are open: no weekend and no Dutch public holiday."""
    fixed = {(1, 1), (4, 27), (12, 25), (12, 26)}
    moving = {easter(day.year) + timedelta(days) for days in (1, 39, 50)}
    return day.weekday() < 5 and (day.month, day.day) not in fixed and day not in moving


def working_day(day: date) -> date:
    """Return the last working day up to and including `day`."""
    while not is_working_day(day):
        day -= timedelta(1)
    return day


def spoken(day: date) -> str:
    """Return a day as minutes write it: `9 nov.`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


class Days:
    """Turns days from today, and numbers of meetings, into dates."""

    def __init__(self, today: date) -> None:
        self.today = today

    def at(self, offset: int) -> date:
        """Return the working day `offset` days from today, or today itself for 0."""
        return working_day(self.today + timedelta(offset)) if offset else self.today

    def offset(self, series: str, number: int) -> int:
        """Return how many days from today a meeting of a series is meant to be."""
        return FIRST_OFFSET[series] + INTERVAL[series] * (number - 1)

    def meeting(self, series: str, number: int) -> date:
        """Return the day of a meeting of a series."""
        return self.at(self.offset(series, number))
