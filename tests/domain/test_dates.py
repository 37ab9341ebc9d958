"""Dates as a chair types them: what each form means, on month ends, leap days, the day itself and at year turn."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.domain.dates import add_months, means_next_meeting, parse_date, parse_past

MONDAY = date(2026, 11, 23)
LAST_OF_YEAR = date(2026, 12, 31)
DAYS = st.dates(date(1990, 1, 1), date(2190, 12, 31))
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@pytest.mark.parametrize("text", ["14-12", "14/12", "14.12", "14-12-2026", "14/12/2026", "14-12-26", "2026-12-14"])
def test_a_date_can_be_written_in_many_ways(text: str) -> None:
    """Stripes, slashes and points, with a year of four or two digits or without one, and ISO mean the same day."""
    assert parse_date(text, MONDAY) == date(2026, 12, 14)


@pytest.mark.parametrize("text", ["vr", "vri", "vrijdag", "VR", " vr ", "fr", "fri", "Friday"])
def test_a_weekday_can_be_written_in_many_ways(text: str) -> None:
    """Two letters, more, or all of them, in Dutch or English, in any case."""
    assert parse_date(text, MONDAY) == date(2026, 11, 27)


@pytest.mark.parametrize(("short", "full"), [*zip(("ma", "di", "wo", "do", "vr", "za", "zo"), WEEKDAYS, strict=True)])
def test_the_short_weekday_is_the_long_one(short: str, full: str) -> None:
    """Every Dutch weekday is known by its two letters."""
    assert parse_date(short, MONDAY) == parse_date(full, MONDAY) is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", MONDAY),
        ("today", MONDAY),
        ("+0d", MONDAY),
        ("morgen", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 24)),
        ("overmorgen", date(2026, 11, 25)),
        ("+10d", date(2026, 12, 3)),
        ("+2w", date(2026, 12, 7)),
        ("+2W", date(2026, 12, 7)),
        ("+1m", date(2026, 12, 23)),
        ("+12m", date(2027, 11, 23)),
    ],
)
def test_days_ahead(text: str, day: date) -> None:
    """Words and `+` count from today."""
    assert parse_date(text, MONDAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-12", LAST_OF_YEAR),
        ("1-1", date(2027, 1, 1)),
        ("30-12", date(2027, 12, 30)),
        ("morgen", date(2027, 1, 1)),
        ("+2w", date(2027, 1, 14)),
        ("+1m", date(2027, 1, 31)),
        ("+2m", date(2027, 2, 28)),
        ("vr", date(2027, 1, 1)),
        ("do", date(2027, 1, 7)),
    ],
)
def test_the_last_day_of_the_year(text: str, day: date) -> None:
    """On 31 December what is not over yet lies in the next year, and the day itself is still this year."""
    assert parse_date(text, LAST_OF_YEAR) == day


def test_a_day_without_a_year_may_be_today() -> None:
    """The day itself counts; the day before it comes back next year."""
    assert parse_date("23-11", MONDAY) == MONDAY
    assert parse_date("22-11", MONDAY) == date(2027, 11, 22)


def test_a_weekday_is_never_today() -> None:
    """On Monday `ma` is next Monday: who means today says so."""
    assert parse_date("ma", MONDAY) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (MONDAY, date(2028, 2, 29)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2032, 2, 29)),
        (date(2096, 3, 1), date(2104, 2, 29)),
    ],
)
def test_a_leap_day_without_a_year_waits_for_a_leap_year(today: date, day: date) -> None:
    """`29-2` is the first such day from today on, even over a century that has no leap year."""
    assert parse_date("29-2", today) == day


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_a_month_ahead_of_a_month_end(today: date, day: date) -> None:
    """`+1m` on a day that the next month lacks is the last day of that month."""
    assert parse_date("+1m", today) == day


@pytest.mark.parametrize("text", ["31-2", "30-2", "31-4", "29-2-2027", "2027-02-29", "0-1", "32-1", "14-13", "14-0"])
def test_a_day_that_no_calendar_has_means_none(text: str) -> None:
    """Nothing is rounded to a day that was not typed."""
    assert parse_date(text, MONDAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "14",
        "14-",
        "14-12-",
        "14-12-226",
        "+",
        "+w",
        "2w",
        "+2j",
        "+-2w",
        "-2w",
        "+1000d",
        "v",
        "vrx",
        "m",
    ],
)
def test_rubbish_means_none(text: str) -> None:
    """What is no date is not guessed at."""
    assert parse_date(text, MONDAY) is None


@pytest.mark.parametrize("text", ["volgende", "Volgende", " next "])
def test_the_next_meeting_is_a_date_once_it_has_one(text: str) -> None:
    """`volgende` is the date of the next meeting, and none while that has no date."""
    assert parse_date(text, MONDAY, date(2026, 12, 7)) == date(2026, 12, 7)
    assert parse_date(text, MONDAY) is None
    assert means_next_meeting(text.strip())


def test_a_weekday_is_not_the_next_meeting() -> None:
    """Only the word itself stands for the next meeting."""
    assert not any(means_next_meeting(text) for text in ("vr", "vol", "volgende week", ""))


@given(text=st.text(), today=st.dates(), next_meeting=st.none() | st.dates())
@example("9" * 10_000, date.max, None)
@example("9999999999-1", MONDAY, None)
@example("31-12-9999", date.max, None)
@example("1-1", date.max, None)
@example("0-0-0000", date.min, None)
@example("0000-00-00", MONDAY, None)
@example("١٤-١٢", MONDAY, None)
def test_whatever_is_typed_gives_a_day_or_none(text: str, today: date, next_meeting: date | None) -> None:
    """No text and no day makes the line fail."""
    found = parse_date(text, today, next_meeting)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize("text", ["morgen", "tomorrow", "overmorgen", "+1d", "+1w", "+999m", "vr", "ma", "1-1", "29-2"])
def test_the_end_of_all_days_gives_none(text: str) -> None:
    """A laptop whose clock stands at the last day there is gets no date, and no failure."""
    assert parse_date(text, date.max) is None


@given(day=st.dates())
def test_a_full_date_means_itself(day: date) -> None:
    """With a year, every day there is can be typed, the past as well."""
    assert parse_date(f"{day.day}-{day.month}-{day.year:04}", MONDAY) == day
    assert parse_date(day.isoformat(), MONDAY) == day


@given(day=DAYS, today=DAYS)
@example(date(2028, 2, 29), date(2096, 3, 1))
def test_a_day_and_month_is_the_first_from_today(day: date, today: date) -> None:
    """A date without a year is never in the past, and no such day lies between it and today."""
    found = parse_date(f"{day.day}-{day.month}", today)
    assert found is not None
    assert found >= today
    assert (found.day, found.month) == (day.day, day.month)
    between = (date(year, 1, 1) for year in range(today.year, found.year))
    assert not any(_has(first.year, day) and first.replace(month=day.month, day=day.day) >= today for first in between)


def _has(year: int, day: date) -> bool:
    """Return whether `year` has this day and month."""
    return (day.month, day.day) != (2, 29) or (date(year, 3, 1) - timedelta(days=1)).day == 29


@given(today=DAYS, number=st.integers(0, 6))
def test_a_weekday_lies_in_the_coming_week(today: date, number: int) -> None:
    """A weekday is that day of the week, one to seven days ahead."""
    found = parse_date(WEEKDAYS[number], today)
    assert found is not None
    assert found.weekday() == number
    assert 1 <= (found - today).days <= 7


@given(day=DAYS, months=st.integers(-120, 120))
@example(date(2028, 1, 31), 1)
@example(date(2028, 2, 29), 12)
@example(date(2026, 1, 31), -2)
def test_months_later_is_the_same_day_or_the_last(day: date, months: int) -> None:
    """The month is exactly so many further; the day is the same, or the last one when that month is shorter."""
    found = add_months(day, months)
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@given(day=DAYS, today=DAYS)
@example(date(2028, 2, 29), date(2104, 2, 28))
def test_of_what_happened_a_day_and_month_is_the_last_until_today(day: date, today: date) -> None:
    """A date without a year of something that has happened is never ahead, and no such day lies in between."""
    found = parse_past(f"{day.day}-{day.month}", today)
    assert found is not None
    assert found <= today
    assert (found.day, found.month) == (day.day, day.month)
    later = (date(year, 1, 1) for year in range(found.year + 1, today.year + 1))
    assert not any(_has(first.year, day) and first.replace(month=day.month, day=day.day) <= today for first in later)


@given(today=DAYS, number=st.integers(0, 6))
def test_of_what_happened_a_weekday_lies_in_the_last_week(today: date, number: int) -> None:
    """A weekday of something that has happened is that day of the week, today or up to six days ago."""
    found = parse_past(WEEKDAYS[number], today)
    assert found is not None
    assert found.weekday() == number
    assert 0 <= (today - found).days <= 6


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gisteren", date(2026, 11, 22)),
        ("eergisteren", date(2026, 11, 21)),
        ("vandaag", MONDAY),
        ("14-12-2026", date(2026, 12, 14)),
        ("2025-12-14", date(2025, 12, 14)),
        ("30-2", None),
        ("dat weet ik niet", None),
    ],
)
def test_what_happened_can_be_told_in_words(text: str, meant: date | None) -> None:
    """Yesterday and a whole date mean themselves; a day that no year has is none."""
    assert parse_past(text, MONDAY) == meant


@given(text=st.text(), today=st.dates())
@example("gisteren", date.min)
@example("1-1", date.min)
@example("31-12", date.min)
def test_whatever_is_typed_of_what_happened_gives_a_day_or_none(text: str, today: date) -> None:
    """No text and no day makes it fail."""
    found = parse_past(text, today)
    assert found is None or isinstance(found, date)
