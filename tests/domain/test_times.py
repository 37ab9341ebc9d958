"""Times of day as a chair types them."""

from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.domain.times import parse_time


@pytest.mark.parametrize("text", ["9:30", "09:30", "9.30", "930", "0930", " 9:30 "])
def test_a_time_can_be_written_in_many_ways(text: str) -> None:
    """With a colon, a point or nothing between, with or without a nought before it."""
    assert parse_time(text) == time(9, 30)


@pytest.mark.parametrize(("text", "moment"), [("14", time(14)), ("0", time(0)), ("23:59", time(23, 59))])
def test_hours_and_the_ends_of_the_day(text: str, moment: time) -> None:
    """An hour alone is the full hour; the day runs from nought to 23:59."""
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["", "24", "24:00", "14:60", "14:5", "1:2:3", "14-30", "+1", "half drie", "12345"])
def test_what_no_clock_shows_means_none(text: str) -> None:
    """Nothing is rounded to a time that was not typed."""
    assert parse_time(text) is None


@given(moment=st.times())
def test_every_minute_can_be_typed(moment: time) -> None:
    """What a clock shows, to the minute, is understood."""
    assert parse_time(moment.isoformat("minutes")) == moment.replace(second=0, microsecond=0, fold=0)


@given(text=st.text())
@example("9" * 10_000)
@example("١٤:٣٠")
def test_whatever_is_typed_gives_a_time_or_none(text: str) -> None:
    """No text makes the field fail."""
    assert parse_time(text) is None or isinstance(parse_time(text), time)
