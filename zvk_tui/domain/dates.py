"""Dates as a chair types them: `14-12`, `vr`, `+2w`, `volgende`."""

import calendar
import re
from datetime import date, timedelta

_WEEKDAYS = (("ma", "mo"), ("di", "tu"), ("wo", "we"), ("do", "th"), ("vr", "fr"), ("za", "sa"), ("zo", "su"))
_FULL = (
    ("maandag", "monday"),
    ("dinsdag", "tuesday"),
    ("woensdag", "wednesday"),
    ("donderdag", "thursday"),
    ("vrijdag", "friday"),
    ("zaterdag", "saturday"),
    ("zondag", "sunday"),
)
_NEXT = ("volgende", "next")
_DAYS_AHEAD = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}
_DAYS_BACK = {"gisteren": 1, "yesterday": 1, "eergisteren": 2}
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AHEAD = re.compile(r"\+(\d{1,3})([dwm])")


def add_months(day: date, months: int) -> date:
    """Return the same day `months` calendar months later, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def means_next_meeting(text: str) -> bool:
    """Return whether `text` stands for the next meeting."""
    return text.casefold() in _NEXT


def parse_date(text: str, today: date, next_meeting: date | None = None) -> date | None:
    """Return the day that `text` means, or None when it means none.

    A day and month without a year is the first such day from today on; a weekday is the first one after today. A year
    of two digits is one of this century.
    """
    word = text.strip().casefold()
    if means_next_meeting(word):
        return next_meeting
    try:
        return _numeric(word, today) or _ahead(word, today) or _weekday(word, today)
    except (ValueError, OverflowError):
        return None


def parse_past(text: str, today: date) -> date | None:
    """Return the day that `text` means of something that has happened, or None when it means none.

    A day and month without a year is the last such day up to today; a weekday is the last one up to today. A day that
    is written whole may lie ahead: who asks refuses it in words.
    """
    word = text.strip().casefold()
    bare = _NUMERIC.fullmatch(word)
    try:
        if word in _DAYS_BACK:
            return today - timedelta(days=_DAYS_BACK[word])
        if bare and not bare[3]:
            return _last_until(today, int(bare[2]), int(bare[1]))
        weekday = _weekday(word, today)
        return weekday - timedelta(weeks=1) if weekday else parse_date(word, today)
    except (ValueError, OverflowError):
        return None


def _numeric(word: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(word):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if not (found := _NUMERIC.fullmatch(word)):
        return None
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return date(int(found[3]) + (2000 if len(found[3]) == 2 else 0), month, day)
    return _first_from(today, month, day)


def _first_from(today: date, month: int, day: int) -> date | None:
    for year in range(today.year, today.year + 9):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found = date(year, month, day)
            if found >= today:
                return found
    return None


def _last_until(today: date, month: int, day: int) -> date | None:
    for year in range(today.year, today.year - 9, -1):
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found = date(year, month, day)
            if found <= today:
                return found
    return None


def _ahead(word: str, today: date) -> date | None:
    if word in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[word])
    if not (found := _AHEAD.fullmatch(word)):
        return None
    count = int(found[1])
    match found[2]:
        case "d":
            return today + timedelta(days=count)
        case "w":
            return today + timedelta(weeks=count)
        case _:
            return add_months(today, count)


def _weekday(word: str, today: date) -> date | None:
    for number, (names, full) in enumerate(zip(_WEEKDAYS, _FULL, strict=True)):
        if word in names or (len(word) >= 3 and any(name.startswith(word) for name in full)):
            return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return None
