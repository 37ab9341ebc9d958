"""The life of a case: what follows from its events, which may come next, and what each must say."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import pytest

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, Forum, ScaleTarget
from zvk_tui.domain.closure import OutOfView
from zvk_tui.domain.life import (
    ENDINGS,
    NEEDS,
    CaseEvent,
    CaseLife,
    LifeLimits,
    LifeProblem,
    allowed,
    destinations,
    follow,
    misfit,
    path_to,
    plan_refusal,
    problem_date,
    refusal,
)
from zvk_tui.domain.police import KnownUntil
from zvk_tui.domain.rules import CLOSED_APPROACHES, may_move

DAY: Final = date(2026, 3, 2)
TODAY: Final = date(2026, 11, 23)
LIMITS: Final = LifeLimits(has_goal=True)
SAID: Final = {
    EventKind.REGISTERED: CaseEvent(EventKind.REGISTERED, DAY, approach=Approach.PAD),
    EventKind.REFUSED: CaseEvent(EventKind.REFUSED, DAY, reason="te licht", next_steps="sociaal team belt"),
    EventKind.REFERRED_ON: CaseEvent(EventKind.REFERRED_ON, DAY, forum=Forum.OUTREACH_TABLE),
    EventKind.MOVED: CaseEvent(EventKind.MOVED, DAY, reason="in de groep", track=Track.RIVAL_YOUTH),
    EventKind.SCALED_UP: CaseEvent(EventKind.SCALED_UP, DAY, reason="regionaal", scale_to=ScaleTarget.ILA),
    EventKind.HANDED_OVER: CaseEvent(EventKind.HANDED_OVER, DAY, receiver="gemeente Elders", accepted_by="B. Daar"),
    EventKind.CLOSED: CaseEvent(EventKind.CLOSED, DAY, closing_reason=ClosingReason.SIX_MONTHS),
    EventKind.REOPENED: CaseEvent(EventKind.REOPENED, DAY, reason="nieuwe feiten"),
    EventKind.RE_REGISTERED: CaseEvent(EventKind.RE_REGISTERED, DAY, other_ref="D26-0099"),
}
"""For each kind that must say something, an event that says it."""


def said(kind: EventKind, on: date = DAY) -> CaseEvent:
    """Return an event of a kind that says all that it must."""
    return replace(SAID.get(kind, CaseEvent(kind, on)), on=on)


def lived(*kinds: EventKind) -> CaseLife:
    """Return a case to which these things happened, one a day, from its registration on."""
    life = CaseLife()
    for place, kind in enumerate((EventKind.REGISTERED, *kinds)):
        event = said(kind, DAY + timedelta(days=place))
        assert refusal(life, event, TODAY, LIMITS) is None, kind
        life = follow([event], life)
    return life


ADMITTED: Final = EventKind.ADMITTED
CLOSED: Final = EventKind.CLOSED


def test_a_case_begins_with_its_registration() -> None:
    """Nothing can happen to a case before it is registered, and registration says for which approach."""
    assert allowed(CaseLife()) == (EventKind.REGISTERED,)
    assert refusal(CaseLife(), said(ADMITTED), TODAY) is LifeProblem.NOT_NOW
    assert refusal(CaseLife(), CaseEvent(EventKind.REGISTERED, DAY), TODAY) is LifeProblem.NO_APPROACH
    assert lived().registered_on == DAY


@pytest.mark.parametrize(
    ("kinds", "phase"),
    [
        ([], Phase.REFERRED),
        ([EventKind.TRIAGED], Phase.TRIAGE),
        ([EventKind.TRIAGED, ADMITTED], Phase.APPROACH),
        ([EventKind.MONITORING], Phase.MONITORING),
        ([ADMITTED, EventKind.PLAN_SET], Phase.APPROACH),
        ([ADMITTED, EventKind.PLAN_SET, EventKind.MONITORING], Phase.MONITORING),
        ([ADMITTED, EventKind.MOVED], Phase.APPROACH),
        ([EventKind.SCALED_UP], Phase.SCALED_UP),
        ([EventKind.SCALED_UP, EventKind.SCALED_BACK], Phase.TRIAGE),
        ([EventKind.MONITORING, EventKind.SCALED_UP, EventKind.SCALED_BACK], Phase.MONITORING),
        ([ADMITTED, EventKind.SCALED_DOWN], Phase.SCALING_DOWN),
        ([ADMITTED, EventKind.HANDED_OVER], Phase.SCALING_DOWN),
        ([ADMITTED, EventKind.SCALED_DOWN, ADMITTED], Phase.APPROACH),
        ([ADMITTED, CLOSED], Phase.CLOSED),
        ([CLOSED, EventKind.HANDED_OVER], Phase.CLOSED),
        ([ADMITTED, CLOSED, EventKind.SHIELDED], Phase.CLOSED),
        ([ADMITTED, CLOSED, EventKind.REOPENED], Phase.APPROACH),
        ([EventKind.MONITORING, CLOSED, EventKind.REOPENED], Phase.MONITORING),
        ([EventKind.REFUSED, EventKind.REOPENED], Phase.TRIAGE),
    ],
)
def test_the_phase_follows_from_the_events(kinds: list[EventKind], phase: Phase) -> None:
    """Where a case is follows from what happened to it, in order."""
    assert lived(*kinds).phase is phase


@pytest.mark.parametrize("kind", ENDINGS)
def test_an_outcome_of_triage_can_end_the_case(kind: EventKind) -> None:
    """Advice, a refusal and a referral close the case at once, on that day and for their own reason."""
    life = lived(kind)
    assert (life.phase, life.closed_on, life.closing_reason) == (Phase.CLOSED, DAY + timedelta(days=1), ENDINGS[kind])


def test_a_move_gives_another_track_or_approach() -> None:
    """A case moves from regular to rival youth (seed l.508-510); another approach begins on its regular track."""
    moved = lived(ADMITTED, EventKind.MOVED)
    assert (moved.approach, moved.track) == (Approach.PAD, Track.RIVAL_YOUTH)
    further = CaseEvent(EventKind.MOVED, TODAY, reason="te oud", approach=Approach.ALL_AGES)
    assert refusal(moved, further, TODAY) is None
    assert (follow([further], moved).approach, follow([further], moved).track) == (Approach.ALL_AGES, Track.REGULAR)


def test_a_move_goes_somewhere_else() -> None:
    """Moving to where the case is already, or to a track that the approach does not have, is refused."""
    here = CaseEvent(EventKind.MOVED, TODAY, reason="?", approach=Approach.PAD, track=Track.REGULAR)
    assert refusal(lived(), here, TODAY) is LifeProblem.NOT_MOVED
    limits = LifeLimits(tracks=(Track.REGULAR,))
    assert refusal(lived(), said(EventKind.MOVED, TODAY), TODAY, limits) is LifeProblem.OTHER_TRACK


@pytest.mark.parametrize("closed", CLOSED_APPROACHES)
def test_a_closed_approach_keeps_its_cases(closed: Approach) -> None:
    """A case of a closed approach is moved to no open one, whose readers would get its whole past; inward it may go."""
    inside = CaseLife(DAY, closed, phase=Phase.APPROACH)
    outward = CaseEvent(EventKind.MOVED, TODAY, reason="te licht", approach=Approach.PAD)
    assert refusal(inside, outward, TODAY) is LifeProblem.STAYS_CLOSED
    inward = CaseEvent(EventKind.MOVED, TODAY, reason="signalen", approach=closed)
    assert refusal(lived(ADMITTED), inward, TODAY) is None
    assert [may_move(closed, closed), may_move(Approach.PAD, closed), may_move(closed, Approach.PAD)] == [
        True, True, False,
    ]  # fmt: skip


def test_only_places_to_move_to_are_offered() -> None:
    """Offered is every track of these approaches but the one where the case is, and nothing outside a closed one."""
    tracks = {Approach.PAD: (Track.REGULAR, Track.RIVAL_YOUTH), Approach.ALL_AGES: (Track.REGULAR,)}
    assert destinations(lived(), tracks) == ((Approach.PAD, Track.RIVAL_YOUTH), (Approach.ALL_AGES, Track.REGULAR))
    closed = {Approach.RADICALISATION: (Track.REGULAR,)}
    assert destinations(CaseLife(DAY, Approach.RADICALISATION), tracks | closed) == ()


@pytest.mark.parametrize(
    "kind", [ADMITTED, EventKind.MONITORING, EventKind.MOVED, EventKind.SCALED_UP, EventKind.REOPENED]
)
def test_what_goes_on_here_is_not_handed_over(kind: EventKind) -> None:
    """Once the chamber goes on with a case, it is no longer told that somebody else has taken it over."""
    before = (ADMITTED, EventKind.HANDED_OVER, *([CLOSED] if kind is EventKind.REOPENED else []))
    assert lived(*before).handed_to
    assert (lived(*before, kind).handed_to, lived(*before, kind).accepted_by) == ("", "")


def test_reopening_clears_what_closing_set() -> None:
    """A reopened case has no day and reason of closing, is not shielded, scaled up or handed over any more."""
    life = lived(ADMITTED, EventKind.SCALED_UP, EventKind.HANDED_OVER, CLOSED, EventKind.SHIELDED, EventKind.REOPENED)
    assert (life.closed_on, life.closing_reason, life.shielded, life.scaled_to) == (None, None, False, None)
    assert (life.handed_to, life.accepted_by, life.admitted) == ("", "", True)


def test_shielding_comes_after_closing_and_erasing_after_shielding() -> None:
    """Data is shielded once a case is closed, and erased once it is shielded (Wgs art. 2.31(8), 1.8(7))."""
    for kinds in ([], [ADMITTED], [EventKind.SCALED_UP]):
        assert refusal(lived(*kinds), said(EventKind.SHIELDED, TODAY), TODAY) is LifeProblem.NOT_NOW
    assert refusal(lived(CLOSED), said(EventKind.ERASED, TODAY), TODAY) is LifeProblem.NOT_NOW
    erased = lived(CLOSED, EventKind.SHIELDED, EventKind.ERASED)
    assert erased.erased
    assert allowed(erased) == ()


def test_a_case_that_was_registered_again_is_not_reopened() -> None:
    """Once there is a newer case of the same person, the old one is not reopened and not registered again."""
    life = lived(CLOSED, EventKind.RE_REGISTERED)
    assert life.later_ref == "D26-0099"
    assert not {EventKind.REOPENED, EventKind.RE_REGISTERED} & set(allowed(life))
    assert EventKind.SHIELDED in allowed(life)


@pytest.mark.parametrize(
    ("kind", "field", "problem"), [(kind, field, problem) for kind, needs in NEEDS.items() for field, problem in needs]
)
def test_an_event_says_what_it_must(kind: EventKind, field: str, problem: LifeProblem) -> None:
    """Each field that an event must have is asked for by name when it is empty or holds only spaces."""
    before = {
        EventKind.REGISTERED: CaseLife(),
        EventKind.REOPENED: lived(CLOSED),
        EventKind.RE_REGISTERED: lived(CLOSED),
    }
    life = before.get(kind, lived() if kind is not EventKind.HANDED_OVER else lived(ADMITTED))
    event = said(kind, TODAY)
    assert refusal(life, event, TODAY, LIMITS) is None
    nothing: Any = "  " if isinstance(getattr(event, field), str) and field != "approach" else None
    lacking = replace(event, **{field: nothing})
    assert refusal(life, lacking, TODAY, LIMITS) is problem


def test_another_forum_is_named() -> None:
    """A forum that has no word of its own is named."""
    event = CaseEvent(EventKind.REFERRED_ON, TODAY, forum=Forum.OTHER)
    assert refusal(lived(), event, TODAY) is LifeProblem.NO_RECEIVER
    assert refusal(lived(), replace(event, receiver="huisarts"), TODAY) is None


def test_a_plan_has_a_goal() -> None:
    """A plan cannot be set while there is no goal (seed l.145-149)."""
    assert refusal(lived(ADMITTED), said(EventKind.PLAN_SET, TODAY), TODAY) is LifeProblem.NO_GOAL


def test_a_reason_to_close_is_one_of_the_approach() -> None:
    """A case closes for a reason of its approach; what belongs to triage has an event of its own."""
    limits = LifeLimits(closing_reasons=(ClosingReason.GOAL_REACHED, ClosingReason.NOT_ADMITTED))
    for reason in (ClosingReason.SIX_MONTHS, ClosingReason.NOT_ADMITTED):
        event = CaseEvent(CLOSED, TODAY, closing_reason=reason)
        assert refusal(lived(ADMITTED), event, TODAY, limits) is LifeProblem.OTHER_CLOSING_REASON


def test_a_removal_names_the_municipality() -> None:
    """Who closes a case for a removal says which municipality was informed or took it over (seed l.558-561)."""
    event = CaseEvent(CLOSED, TODAY, closing_reason=ClosingReason.MOVED_AWAY, receiver=" ")
    assert refusal(lived(ADMITTED), event, TODAY) is LifeProblem.NO_MUNICIPALITY
    assert refusal(lived(ADMITTED), replace(event, receiver="Gemeente Rietmonde"), TODAY) is None


@pytest.mark.parametrize(
    ("days_left", "told_days_ago", "motive", "problem"),
    [
        (0, 3, "", None),
        (1, 3, "al lang rustig", LifeProblem.TOO_SOON_IN_VIEW),
        (0, 31, "", LifeProblem.NO_MOTIVE),
        (0, None, " ", LifeProblem.NO_MOTIVE),
        (0, None, "wijkagent belde", None),
    ],
)
def test_six_months_are_true(
    days_left: int, told_days_ago: int | None, motive: str, problem: LifeProblem | None
) -> None:
    """Not in view for months is no reason before the day; on thin police information somebody says why (seed l.550)."""
    told = None if told_days_ago is None else TODAY - timedelta(days=told_days_ago)
    over_on = TODAY + timedelta(days=days_left)
    view = OutOfView(over_on, KnownUntil(told, told, "Politie") if told else None, 30)
    event = CaseEvent(CLOSED, TODAY, reason=motive, closing_reason=ClosingReason.SIX_MONTHS)
    life, limits = lived(ADMITTED), LifeLimits(out_of_view=view)
    assert refusal(life, event, TODAY, limits) is problem
    assert refusal(life, replace(event, closing_reason=ClosingReason.GOAL_REACHED), TODAY, limits) is None
    if problem is LifeProblem.TOO_SOON_IN_VIEW:
        assert problem_date(problem, life, limits) == over_on


@pytest.mark.parametrize(
    ("kinds", "problem"),
    [
        ([], LifeProblem.NOT_ADMITTED),
        ([EventKind.TRIAGED], LifeProblem.NOT_ADMITTED),
        ([ADMITTED], None),
        ([EventKind.MONITORING], None),
        ([ADMITTED, EventKind.SCALED_UP], LifeProblem.NOT_NOW),
        ([ADMITTED, EventKind.PLAN_SET, EventKind.SCALED_UP], None),
    ],
)
def test_a_plan_comes_after_admission(kinds: list[EventKind], problem: LifeProblem | None) -> None:
    """A case that is still being weighed gets no plan; the problem says that it is admitted first."""
    assert plan_refusal(lived(*kinds)) is problem


@pytest.mark.parametrize(
    ("on", "problem"),
    [
        (TODAY, None),
        (TODAY + timedelta(days=1), LifeProblem.FUTURE),
        (DAY + timedelta(days=1), None),
        (DAY, LifeProblem.TOO_EARLY),
    ],
)
def test_events_are_told_in_order(on: date, problem: LifeProblem | None) -> None:
    """An event lies on or after the one before it, and never in the future; today itself is good."""
    assert refusal(lived(ADMITTED), CaseEvent(EventKind.SCALED_DOWN, on), TODAY) is problem


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("shielded", [False, True])
def test_a_case_from_elsewhere_gets_a_life_that_fits(phase: Phase, shielded: bool) -> None:
    """The fewest events that lead to a phase fit one after another, and give back what was known of the case."""
    shielded = shielded and phase is Phase.CLOSED
    closed_on = DAY + timedelta(days=200) if phase is Phase.CLOSED else None
    reason = ClosingReason.GOAL_REACHED if closed_on else None
    house = ScaleTarget.ILA if phase is Phase.SCALED_UP else None
    wanted = CaseLife(
        DAY, Approach.PAD, Track.RIVAL_YOUTH, phase, scaled_to=house, closed_on=closed_on, closing_reason=reason,
        shielded=shielded, earlier_ref="D20-0001",
    )  # fmt: skip
    life = CaseLife()
    for event in path_to(wanted, "A. Invoer", "overgenomen"):
        assert misfit(life, event, TODAY) is None
        assert (event.by, event.reason) == ("A. Invoer", "overgenomen")
        life = follow([event], life)
    for name in ("registered_on", "approach", "track", "phase", "scaled_to", "closed_on", "closing_reason", "shielded"):
        assert getattr(life, name) == getattr(wanted, name), name
    assert life.earlier_ref == "D20-0001"


@pytest.mark.parametrize("reason", [*ENDINGS.values(), None])
def test_a_case_from_elsewhere_closes_honestly(reason: ClosingReason | None) -> None:
    """An outcome of triage closes by its own event, and a reason that nobody knows is not made up."""
    wanted = CaseLife(DAY, phase=Phase.CLOSED, closed_on=TODAY, closing_reason=reason)
    life = follow(path_to(wanted))
    assert life.closing_reason is (reason or ClosingReason.NOT_RECORDED)
    assert life.closed_on == TODAY
