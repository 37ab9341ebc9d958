"""Finalising, reopening and opening the next: for every meeting, not for three examples."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.domain.meeting import ItemState, MeetingState, Presence
from zvk_tui.domain.partners import ParticipantStatus
from zvk_tui.domain.record import ActionState
from zvk_tui.domain.settling import Obstacle, ObstacleKind, carried_over, may_reopen, obstacles, unfinished

if TYPE_CHECKING:
    from tests.domain.conftest import Make

TODAY = date(2026, 11, 23)
STATES = st.sampled_from(MeetingState)
ITEM_STATES = st.lists(st.sampled_from(ItemState), max_size=6)
SEATS = st.lists(st.tuples(st.sampled_from(Presence), st.sampled_from(ParticipantStatus), st.booleans()), max_size=6)
NEXT_DATES = st.none() | st.integers(-3, 400).map(lambda days: TODAY + timedelta(days=days))


def kinds(found: tuple[Obstacle, ...]) -> list[ObstacleKind]:
    """Return the kinds of obstacles, in order."""
    return [obstacle.kind for obstacle in found]


@dataclass(frozen=True)
class End:
    """How a meeting stands when the chair asks whether the minutes can be finalised."""

    state: MeetingState = MeetingState.SETTLING
    items: tuple[ItemState, ...] = ()
    seats: tuple[tuple[Presence, ParticipantStatus, bool], ...] = ()
    """For each person: presence, the status of the organisation, and whether the declaration is signed."""
    drafts: int = 0
    chaired: bool = True
    interval: int = 2
    next_on: date | None = TODAY + timedelta(days=14)


ENDS = st.builds(
    End,
    state=st.sampled_from(MeetingState) | st.just(MeetingState.SETTLING),
    items=st.lists(st.sampled_from([state for state in ItemState if state is not ItemState.OPEN])).map(tuple)
    | ITEM_STATES.map(tuple),
    seats=st.just(()) | SEATS.map(tuple),
    drafts=st.integers(0, 2),
    chaired=st.booleans(),
    interval=st.integers(0, 4),
    next_on=NEXT_DATES,
)


@given(end=ENDS)
@example(End(items=(ItemState.DISCUSSED,)))
@example(End(items=(ItemState.SKIPPED, ItemState.MOVED), interval=0, next_on=None))
@example(End(next_on=TODAY))
def test_finalisable_exactly_when_all_is_settled(make: "Make", end: End) -> None:
    """Nothing stands in the way when all is settled, and only then: no state of affairs gets around one rule."""
    series = make.series(interval_weeks=end.interval)
    meeting = make.meeting(state=end.state, chaired=end.chaired, next_on=end.next_on, series=series, on=TODAY)
    attendance = tuple(
        make.seat(make.person(n, partner=make.partner(n, status=status), signed=TODAY if signed else None), presence)
        for n, (presence, status, signed) in enumerate(end.seats)
    )
    agenda = [make.item(n, state=item) for n, item in enumerate(end.items)]
    settled = (
        end.state is MeetingState.SETTLING
        and ItemState.OPEN not in end.items
        and all(presence is not Presence.INVITED for presence, _, _ in end.seats)
        and any(presence in {Presence.PRESENT, Presence.GUEST} for presence, _, _ in end.seats)
        and not any(seat.must_sign for seat in attendance)
        and end.drafts == 0
        and end.chaired
        and (end.interval == 0 if end.next_on is None else end.next_on > TODAY)
    )
    assert (obstacles(meeting, agenda, attendance, end.drafts) == ()) == settled


@given(items=ITEM_STATES, drafts=st.integers(0, 3))
def test_final_minutes_are_never_finalised_again(make: "Make", items: list[ItemState], drafts: int) -> None:
    """What is final is said to be final, and nothing else is asked."""
    agenda = [make.item(n, state=state) for n, state in enumerate(items)]
    assert obstacles(make.meeting(state=MeetingState.FINAL), agenda, (), drafts) == (
        Obstacle(ObstacleKind.ALREADY_FINAL),
    )


@given(before=ITEM_STATES, after=ITEM_STATES, state=STATES)
def test_an_open_item_always_blocks(
    make: "Make", before: list[ItemState], after: list[ItemState], state: MeetingState
) -> None:
    """Wherever it stands, an open item is named, each one by itself, and nothing is finalised over it."""
    agenda = [make.item(n, state=each) for n, each in enumerate([*before, ItemState.OPEN, *after])]
    found = obstacles(make.meeting(state=state), agenda, ())
    named = [obstacle.item for obstacle in found if obstacle.kind is ObstacleKind.ITEM_OPEN]
    assert found
    if state is not MeetingState.FINAL:
        assert named == [item for item in agenda if item.state is ItemState.OPEN]


def test_obstacles_come_in_the_order_in_which_to_mend_them(make: "Make") -> None:
    """First the meeting ends, then its items and texts, then who was there, then the chair and the next date."""
    seats = (make.seat(presence=Presence.INVITED), make.seat(make.person(2), Presence.GUEST))
    meeting = make.meeting(state=MeetingState.RUNNING, chaired=False, next_on=None)
    assert kinds(obstacles(meeting, [make.item(state=ItemState.OPEN)], seats, 1)) == [
        ObstacleKind.NOT_ENDED,
        ObstacleKind.ITEM_OPEN,
        ObstacleKind.TEXT_NOT_ENTERED,
        ObstacleKind.PRESENCE_UNKNOWN,
        ObstacleKind.SECRECY_UNSIGNED,
        ObstacleKind.NO_CHAIR,
        ObstacleKind.NO_NEXT_DATE,
    ]


def test_obstacles_count(make: "Make") -> None:
    """Texts, people without presence and people who must sign are counted, so that the chair knows how much to do."""
    seats = (
        make.seat(make.person(1), Presence.INVITED),
        make.seat(make.person(2), Presence.INVITED),
        make.seat(make.person(3), Presence.GUEST),
        make.seat(make.person(4), Presence.GUEST),
        make.seat(make.person(5), Presence.GUEST),
    )
    assert [obstacle.count for obstacle in obstacles(make.meeting(), [], seats, 4)] == [4, 2, 3]


def test_somebody_was_there(make: "Make") -> None:
    """Minutes of a meeting at which nobody is marked as present are not finalised."""
    away = [make.seat(make.person(1), Presence.EXCUSED), make.seat(make.person(2), Presence.ABSENT)]
    assert kinds(obstacles(make.meeting(), [], tuple(away))) == [ObstacleKind.NOBODY_PRESENT]
    assert kinds(obstacles(make.meeting(), [], ())) == [ObstacleKind.NOBODY_PRESENT]
    assert obstacles(make.meeting(), [], (*away, make.seat(make.person(3), Presence.PRESENT))) == ()


@pytest.mark.parametrize(
    ("on", "next_on", "expected"),
    [
        (TODAY, TODAY, [ObstacleKind.NEXT_DATE_NOT_AFTER]),
        (TODAY, date(2026, 11, 22), [ObstacleKind.NEXT_DATE_NOT_AFTER]),
        (TODAY, date(2026, 11, 24), []),
        (date(2026, 12, 31), date(2027, 1, 1), []),
        (date(2028, 2, 28), date(2028, 2, 29), []),
        (date(2026, 11, 30), date(2026, 11, 29), [ObstacleKind.NEXT_DATE_NOT_AFTER]),
    ],
)
@pytest.mark.parametrize("interval", [0, 2])
def test_the_next_meeting_is_later(
    make: "Make", on: date, next_on: date, expected: list[ObstacleKind], interval: int
) -> None:
    """The next date lies after this meeting, the day itself not included, also when meetings are held as needed."""
    meeting = make.meeting(on=on, next_on=next_on, series=make.series(interval_weeks=interval))
    assert kinds(obstacles(meeting, [], (make.seat(),))) == expected


def test_meetings_as_needed_need_no_next_date(make: "Make") -> None:
    """A process meeting may be the last; a kernteam always agrees on a next date."""
    assert obstacles(make.meeting(next_on=None, series=make.series(interval_weeks=0)), [], (make.seat(),)) == ()
    assert kinds(obstacles(make.meeting(next_on=None), [], (make.seat(),))) == [ObstacleKind.NO_NEXT_DATE]


@given(numbered=st.lists(STATES, max_size=8).flatmap(lambda states: st.permutations([*enumerate(states, 1)])))
def test_no_new_meeting_while_an_older_is_unfinished(make: "Make", numbered: list[tuple[int, MeetingState]]) -> None:
    """The oldest meeting that is not final is named, whatever the order; when all are final there is none."""
    meetings = [make.meeting(number, state) for number, state in numbered]
    waiting = sorted(number for number, state in numbered if state is not MeetingState.FINAL)
    found = unfinished(meetings)
    assert (found.number if found else None) == (waiting[0] if waiting else None)


@given(states=st.lists(STATES, max_size=8), other=st.lists(STATES, max_size=4))
@example([MeetingState.FINAL, MeetingState.FINAL, MeetingState.PREPARING], [MeetingState.FINAL])
@example([MeetingState.FINAL, MeetingState.RUNNING], [])
def test_only_the_newest_final_minutes_are_reopened(
    make: "Make", states: list[MeetingState], other: list[MeetingState]
) -> None:
    """At most one meeting of a series may be reopened: the newest final one, and none after it has begun."""
    series = [make.meeting(number, state) for number, state in enumerate(states, 1)]
    others = [make.meeting(number, state, series=make.series(2)) for number, state in enumerate(other, 1)]
    begun = [meeting for meeting in series if meeting.state is not MeetingState.PREPARING]
    expected = begun[-1:] if begun and begun[-1].frozen else []
    assert [meeting for meeting in series if may_reopen(meeting, [*series, *others])] == expected


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(ActionState),
            st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days)),
            st.none() | st.integers(-2, 2).map(lambda days: TODAY + timedelta(days=days)),
        ),
        max_size=12,
    )
)
@example([(ActionState.OPEN, TODAY, TODAY), (ActionState.OPEN, TODAY, TODAY - timedelta(days=1))])
def test_open_actions_return_until_they_have_an_outcome(
    make: "Make", rows: list[tuple[ActionState, date, date | None]]
) -> None:
    """Exactly the open actions agreed until the day of the meeting return, each once, the longest due first."""
    actions = [make.action(n, state, due=due, agreed=agreed) for n, (state, due, agreed) in enumerate(rows)]
    back = carried_over(reversed(actions), TODAY)
    expected = {a.id for a in actions if a.state is ActionState.OPEN and (a.agreed_on or date.min) <= TODAY}
    assert len(back) == len(expected)
    assert {action.id for action in back} == expected
    assert [(action.due, action.number) for action in back] == sorted((a.due, a.number) for a in back)
