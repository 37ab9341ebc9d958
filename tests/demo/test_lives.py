"""What happened to the cases of the demo: every kind of step, each on a believable day, and every route of the seed."""

from collections import Counter
from datetime import date
from typing import Final

import pytest

from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.days import is_working_day
from zvk_tui.demo.plan import CasePlan, Chamber
from zvk_tui.domain.case_file import Phase, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, LetterState, ScaleTarget
from zvk_tui.domain.life import CaseLife, LifeLimits, follow, refusal
from zvk_tui.domain.meeting import ItemState

DAYS: Final = (date(2026, 11, 23), date(2026, 11, 28), date(2024, 2, 29), date(2027, 5, 17))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    """Return one of the days on which somebody may start the demo."""
    day = request.param
    assert isinstance(day, date)
    return day


@pytest.fixture(scope="module")
def made(today: date) -> Chamber:
    """Return the chamber of that day."""
    return chamber(today)


def everyone(made: Chamber) -> tuple[CasePlan, ...]:
    """Return all cases, those that never came to a meeting among them."""
    return (*made.cases, *made.visits)


def test_every_life_is_lawful(made: Chamber, today: date) -> None:
    """Each event may follow the one before it and says what it must; a plan comes only where there is a goal."""
    for case in everyone(made):
        life = CaseLife()
        for event in case.life.events:
            limits = LifeLimits(has_goal=bool(case.today.goal))
            assert refusal(life, event, today, limits) is None, (case.today.ref, event)
            life = follow([event], life)


def test_a_life_leads_to_where_the_case_is(made: Chamber) -> None:
    """Phase, approach, track and day of registration are what the events say."""
    for case in everyone(made):
        life, now = follow(case.life.events), case.today
        assert (life.phase, life.approach, life.track) == (now.phase, now.approach, now.track), now.ref
        assert life.registered_on == now.registered_on


def test_everything_happens_on_working_days_before_today(made: Chamber, today: date) -> None:
    """Nobody works at the weekend, and nothing lies ahead."""
    for case in everyone(made):
        assert all(is_working_day(event.on) and event.on < today for event in case.life.events)


def test_every_step_but_erasing_occurs(made: Chamber) -> None:
    """The demo shows every kind of step; the first plans are set with their goals, elsewhere."""
    kinds = Counter(event.kind for case in everyone(made) for event in case.life.events)
    told_elsewhere = {EventKind.RE_REGISTERED, EventKind.ERASED}
    assert set(kinds) == set(EventKind) - told_elsewhere
    assert kinds[EventKind.CLOSED] > 10


def test_the_routes_of_the_seed_are_there(made: Chamber) -> None:
    """Cases are scaled up to both places, moved to rival youth, handed over, and closed for different reasons."""
    events = [event for case in everyone(made) for event in case.life.events]
    assert {event.scale_to for event in events if event.kind is EventKind.SCALED_UP} == set(ScaleTarget)
    assert {event.track for event in events if event.kind is EventKind.MOVED} == {Track.RIVAL_YOUTH}
    reasons = {follow(case.life.events).closing_reason for case in everyone(made)}
    assert {ClosingReason.SIX_MONTHS, ClosingReason.MOVED_AWAY, ClosingReason.NOT_ADMITTED} <= reasons
    assert all(event.receiver for event in events if event.closing_reason is ClosingReason.MOVED_AWAY)
    (over,) = (event for event in events if event.kind is EventKind.HANDED_OVER)
    assert over.receiver in {partner.name for partner in made.partners}


def test_somebody_came_back(made: Chamber) -> None:
    """One case is of somebody whom the chamber knew before: it names the earlier case, which was closed by then."""
    earlier = {case.life.events[0].other_ref: case for case in made.cases if case.life.events[0].other_ref}
    ((ref, newer),) = earlier.items()
    older = next(case for case in made.visits if case.today.ref == ref)
    assert older.today.subject == newer.today.subject
    assert older.life.events[-1].kind is EventKind.CLOSED
    assert older.life.events[-1].on < newer.today.registered_on


def test_numbers_are_unique_over_all_cases(made: Chamber) -> None:
    """A registration that came and went has a number of its own, of its year."""
    refs = [case.today.ref for case in everyone(made)]
    assert len(set(refs)) == len(refs)
    assert all(case.today.ref[1:3] == f"{case.today.registered_on.year % 100:02}" for case in everyone(made))


def test_admissions_at_a_meeting_were_discussed_there(made: Chamber) -> None:
    """A new registration that a kernteam admits is admitted on the day of that meeting."""
    discussed = {
        (item.case_ref, meeting.on)
        for meeting in made.meetings
        for item in meeting.items
        if item.state is ItemState.DISCUSSED
    }
    at_meetings = [
        case
        for case in made.cases
        for event in case.life.events
        if event.kind is EventKind.ADMITTED and (case.today.ref, event.on) in discussed
    ]
    assert len(at_meetings) >= 3


def test_letters_follow_admission(made: Chamber, today: date) -> None:
    """A letter is sent within a month of admission; two are deferred, one of which is to be looked at again by now."""
    deferred = []
    for case in made.cases:
        admitted = [event.on for event in case.life.events if event.kind is EventKind.ADMITTED]
        letter = case.life.letter
        assert (letter is None) is not bool(admitted)
        if letter is None:
            continue
        assert 0 <= (letter.on - admitted[0]).days <= 30
        if letter.state is LetterState.DEFERRED:
            deferred.append(letter)
            assert letter.ground
            assert letter.deferred_by in {partner.short for partner in made.partners}
    assert len(deferred) == 2
    assert sum(letter.recheck_on <= today for letter in deferred if letter.recheck_on) == 1


def test_live_cases_are_not_shielded(made: Chamber) -> None:
    """What is shielded was closed; three old cases are out of sight."""
    shielded = [case for case in made.cases if case.life.shielded]
    assert len(shielded) == 3
    assert all(case.today.phase is Phase.CLOSED for case in shielded)
