"""Who must sign before a case is discussed, and how long an item takes."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.meeting import MeetingState, Presence, partners_present, unsigned
from zvk_tui.domain.partners import ParticipantStatus

if TYPE_CHECKING:
    from tests.domain.conftest import Make

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIGNED = date(2026, 11, 1)
INCIDENTAL, PARTICIPANT, CONTROLLER = (
    ParticipantStatus.INCIDENTAL,
    ParticipantStatus.PARTICIPANT,
    ParticipantStatus.CONTROLLER,
)

MUST_SIGN = {
    (Presence.PRESENT, INCIDENTAL),
    (Presence.GUEST, INCIDENTAL),
    (Presence.GUEST, PARTICIPANT),
    (Presence.GUEST, CONTROLLER),
}
"""Who hears a case without being a participant of the partnership (Wgs art. 2.31(9), Bgs art. 2.21)."""


@pytest.mark.parametrize(("presence", "status"), [*product(Presence, ParticipantStatus)])
def test_who_must_sign(make: "Make", presence: Presence, status: ParticipantStatus) -> None:
    """A guest and an incidental participant at the table must sign, nobody else, and nobody who has signed."""
    partner = make.partner(status=status)
    unsigned_seat = make.seat(make.person(partner=partner), presence)
    signed_seat = make.seat(make.person(partner=partner, signed=SIGNED), presence)
    assert unsigned_seat.must_sign == ((presence, status) in MUST_SIGN)
    assert not signed_seat.must_sign


@pytest.mark.parametrize("presence", Presence)
def test_who_hears_what_is_said(make: "Make", presence: Presence) -> None:
    """Present and guest are at the table; invited, excused and absent are not."""
    assert make.seat(presence=presence).here == (presence in {Presence.PRESENT, Presence.GUEST})


def test_everybody_who_must_sign_is_named(make: "Make") -> None:
    """All who must sign are there, in the order of the list, and only they."""
    outsider = make.partner(2, "Halt", status=INCIDENTAL)
    seats = (
        make.seat(make.person(1)),
        make.seat(make.person(2, partner=outsider)),
        make.seat(make.person(3), Presence.GUEST),
        make.seat(make.person(4, partner=outsider), Presence.EXCUSED),
        make.seat(make.person(5, partner=outsider, signed=SIGNED)),
    )
    assert [seat.id for seat in unsigned(seats)] == [2, 3]


def test_a_partner_is_present_once(make: "Make") -> None:
    """Two people of one organisation are one organisation at the table; an absent one brings none."""
    police, halt = make.partner(1, "Politie"), make.partner(2, "Halt")
    seats = (
        make.seat(make.person(1, partner=police)),
        make.seat(make.person(2, partner=halt), Presence.ABSENT),
        make.seat(make.person(3, partner=police), Presence.GUEST),
    )
    assert partners_present(seats) == (police,)


def test_time_runs_while_the_table_is_at_an_item(make: "Make") -> None:
    """Time spent is what was spent before and what runs now."""
    item = make.item(spent=60, opened_at=NOON)
    assert item.seconds(NOON + timedelta(seconds=30)) == 90
    assert make.item(spent=60).seconds(NOON) == 60


@given(spent=st.integers(0, 10_000), ahead=st.integers(0, 100_000))
def test_a_clock_set_back_takes_no_time_away(make: "Make", spent: int, ahead: int) -> None:
    """When an item seems to have been opened in the future, the time spent stands still and never shrinks."""
    assert make.item(spent=spent, opened_at=NOON + timedelta(seconds=ahead)).seconds(NOON) == spent


@pytest.mark.parametrize("state", MeetingState)
def test_only_final_minutes_are_frozen(make: "Make", state: MeetingState) -> None:
    """Content may change until the minutes are final."""
    assert make.meeting(state=state).frozen == (state is MeetingState.FINAL)


@pytest.mark.parametrize(
    ("on", "weeks", "expected"),
    [
        (date(2026, 11, 23), 2, date(2026, 12, 7)),
        (date(2026, 12, 31), 1, date(2027, 1, 7)),
        (date(2028, 2, 15), 2, date(2028, 2, 29)),
        (date(2027, 2, 15), 2, date(2027, 3, 1)),
        (date(2026, 11, 23), 0, None),
    ],
)
def test_the_next_meeting_is_expected_one_interval_on(
    make: "Make", on: date, weeks: int, expected: date | None
) -> None:
    """Until a date is agreed the interval of the series tells it; a meeting held as needed has none."""
    assert make.meeting(on=on, next_on=None, series=make.series(interval_weeks=weeks)).expected_next == expected


@pytest.mark.parametrize("weeks", [0, 2])
def test_an_agreed_date_goes_before_the_interval(make: "Make", weeks: int) -> None:
    """What the table agreed on counts, with an interval and without one."""
    agreed = date(2026, 12, 9)
    assert make.meeting(next_on=agreed, series=make.series(interval_weeks=weeks)).expected_next == agreed
