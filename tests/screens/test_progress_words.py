"""How plans are told in words and signs: what nobody saw or knows is never told as something."""

from datetime import date, timedelta
from typing import Final

import pytest

from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.plan import DomainLevels
from zvk_tui.domain.police import MonthCount
from zvk_tui.domain.time_line import Step, TimeLine
from zvk_tui.widgets.picker import Picker
from zvk_tui.widgets.plan_words import level_signs
from zvk_tui.widgets.progress_words import lasting, short_levels, shorter_levels
from zvk_tui.widgets.time_rows import TimeRows

TODAY: Final = date(2026, 11, 23)
START: Final = SufficiencyLevel.NOT
UNSEEN: Final = DomainLevels(LifeDomain.SOCIAL_NETWORK, START, START, None, SufficiencyLevel.ENOUGH)
SEEN: Final = DomainLevels(LifeDomain.SOCIAL_NETWORK, START, START, TODAY, SufficiencyLevel.ENOUGH)


def test_a_level_that_nobody_saw_is_no_present_level() -> None:
    """As long as nobody looked, the present is unknown, also when the plan has a start: in numbers and in signs."""
    assert shorter_levels([UNSEEN]) == "netwerk 2→?/4"
    assert short_levels([UNSEEN]).endswith("2→?/4")
    assert level_signs(UNSEEN) == "□□□□□"
    assert (shorter_levels([SEEN]), level_signs(SEEN)) == ("netwerk 2→2/4", "■■□□□")


@pytest.mark.parametrize(
    ("known_until", "signs"),
    [
        (None, "???"),
        (date(2026, 9, 29), "???"),
        (date(2026, 9, 30), "·??"),
        (date(2026, 10, 6), "·??"),
        (date(2026, 10, 31), "··?"),
        (TODAY - timedelta(days=1), "··?"),
        (TODAY, "···"),
    ],
)
def test_a_month_that_is_known_in_part_is_unknown(known_until: date | None, signs: str) -> None:
    """No contact is said of a month only when all of it is known, of this month up to today."""
    axis = TimeLine(Step.MONTH, date(2026, 9, 1), 3)
    months = [MonthCount(date(2026, month, 1)) for month in (9, 10, 11)]
    assert TimeRows(axis, TODAY).counts(months, known_until, negative=True).plain == signs


def test_a_contact_in_a_month_that_is_known_in_part_is_counted() -> None:
    """What did happen is told, however little else is known; the other kind stays unknown."""
    axis = TimeLine(Step.MONTH, date(2026, 11, 1), 1)
    months = [MonthCount(date(2026, 11, 1), negative=2)]
    assert TimeRows(axis, TODAY).counts(months, None, negative=True).plain == "2"
    assert TimeRows(axis, TODAY).counts(months, None, negative=False).plain == "?"


def test_a_filter_that_narrows_nothing_says_all() -> None:
    """What a field says of an empty choice is what its list says of it; without such a word it is none."""
    options = (("", "alle"), ("1", "Politie"))
    assert Picker(options, "", id="partner").render().plain == "alle"
    assert Picker(options, "1", id="partner").render().plain == "Politie"
    assert Picker(options[1:], "", id="partner").render().plain == "geen"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 dag"),
        (99, "99 dagen"),
        (100, "14 weken"),
        (730, "104 weken"),
        (731, "2 jaar"),
        (9826, "26 jaar"),
        (365 * 100, "99 jaar"),
    ],
)
def test_a_long_time_is_told_in_weeks_or_years(days: int, words: str) -> None:
    """However long something is late, the column says it whole."""
    assert lasting(days) == words
    assert len(words) <= 9
