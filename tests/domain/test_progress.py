"""How a plan goes: counts of facts, what is late, what moved last, and what moved since a meeting."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind
from zvk_tui.domain.plan import LevelReading, Plan, PlanGoal
from zvk_tui.domain.progress import (
    Lateness,
    MoveKind,
    Movement,
    PlanWhole,
    last_movement,
    lateness,
    plan_movement,
    progress,
)
from zvk_tui.domain.record import Action, ActionState

TODAY: Final = date(2026, 11, 23)
MEETING: Final = date(2026, 11, 9)
CASE: Final = CaseFile(
    1, "D26-0001", Approach.PAD, Phase.APPROACH, Subject("Proef", "de", "Verzonnen"), date(2026, 3, 2)
)
POLICE: Final = Partner(1, "Politie", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER)
GOAL: Final = PlanGoal("a", LifeDomain.HOUSING, "eigen kamer", "", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)
PLAN: Final = Plan(1, date(2026, 9, 1), "geen overlast", date(2026, 12, 1), (GOAL,))


def action(
    due: date, state: ActionState = ActionState.OPEN, settled_on: date | None = None, postponed: int = 0
) -> Action:
    """Return an action of the police."""
    return Action(1, 1, "langsgaan", POLICE, None, due, state, postponed, settled_on=settled_on)


def whole(*actions: Action, plan: Plan | None = PLAN, readings: tuple[LevelReading, ...] = ()) -> PlanWhole:
    """Return a plan with these actions and levels."""
    return PlanWhole(CASE, (plan,) if plan else (), readings, actions)


def test_a_plan_without_goals_actions_or_review_is_shown_as_it_is() -> None:
    """Nothing is counted as nothing, and no division is made."""
    found = progress(whole(plan=replace(PLAN, goals=(), review_on=None)), TODAY)
    assert (found.goals, found.reached, found.due, found.done, found.open) == (0, 0, 0, 0, 0)
    assert (found.late, found.review_on, found.levels) == (Lateness(), None, ())
    assert found.moved == Movement(PLAN.on, MoveKind.PLAN)


@pytest.mark.parametrize(
    ("state", "due", "counts"),
    [
        (ActionState.OPEN, TODAY + timedelta(1), (0, 0)),
        (ActionState.OPEN, TODAY, (1, 0)),
        (ActionState.OPEN, TODAY - timedelta(1), (1, 0)),
        (ActionState.DONE, TODAY + timedelta(9), (1, 1)),
        (ActionState.NOT_DONE, TODAY, (1, 0)),
        (ActionState.NO_LONGER_POSSIBLE, TODAY - timedelta(9), (0, 0)),
    ],
)
def test_done_is_counted_of_what_was_due(state: ActionState, due: date, counts: tuple[int, int]) -> None:
    """Settled actions and open ones whose day has come were due; what became impossible nobody could do."""
    found = progress(whole(action(due, state)), TODAY)
    assert (found.due, found.done) == counts


def test_an_action_is_not_late_on_its_own_day() -> None:
    """Late begins the day after."""
    assert lateness([action(TODAY)], TODAY) == Lateness()
    assert lateness([action(TODAY - timedelta(1))], TODAY) == Lateness(1, 1)


def test_an_action_of_1999_is_late_by_all_its_days() -> None:
    """The longest counts, the times postponed are those of all late actions, and settled ones are not late."""
    old, recent = action(date(1999, 12, 31), postponed=2), action(TODAY - timedelta(9), postponed=1)
    settled = action(date(1999, 1, 1), ActionState.NOT_DONE, TODAY, postponed=5)
    assert lateness([recent, old, settled], TODAY) == Lateness(2, (TODAY - date(1999, 12, 31)).days, 3)


@pytest.mark.parametrize("kind", MoveKind)
def test_the_newest_movement_counts(kind: MoveKind) -> None:
    """Whatever moved last is the last movement; on one day a goal goes before a level, a level before an action."""
    on = {one: TODAY if one is kind else TODAY - timedelta(30) for one in MoveKind}
    moved = PlanWhole(
        CASE,
        (replace(PLAN, on=on[MoveKind.PLAN], goals=(replace(GOAL, reached_on=on[MoveKind.GOAL]),)),),
        (LevelReading(LifeDomain.HOUSING, on[MoveKind.LEVEL], SufficiencyLevel.LIMITED),),
        (action(TODAY, ActionState.DONE, on[MoveKind.ACTION]),),
    )
    assert last_movement(moved) == Movement(TODAY, kind)
    same_day = replace(moved, versions=(replace(PLAN, on=TODAY, goals=(replace(GOAL, reached_on=TODAY),)),))
    assert last_movement(same_day) == Movement(TODAY, MoveKind.GOAL)


def test_what_moved_since_a_meeting_came_after_its_day() -> None:
    """The day of the meeting itself belongs to the meeting; the day after is since."""
    on_day = action(TODAY, ActionState.DONE, MEETING)
    after = replace(action(TODAY, ActionState.NOT_DONE, MEETING + timedelta(1)), id=2, number=2)
    found = plan_movement(whole(on_day, after), MEETING)
    assert found.settled == (after,)
    assert found.versions == ()
    assert not plan_movement(whole(on_day), MEETING)


def test_a_level_since_a_meeting_is_told_with_the_one_before() -> None:
    """The newest level on a life domain stands beside the last one up to the meeting, else beside the start."""
    seen = (
        LevelReading(LifeDomain.HOUSING, MEETING, SufficiencyLevel.LIMITED),
        LevelReading(LifeDomain.HOUSING, TODAY, SufficiencyLevel.ENOUGH),
        LevelReading(LifeDomain.HOUSING, TODAY - timedelta(3), SufficiencyLevel.ACUTE),
    )
    (change,) = plan_movement(whole(readings=seen), MEETING).levels
    assert (change.before, change.now, change.on) == (SufficiencyLevel.LIMITED, SufficiencyLevel.ENOUGH, TODAY)
    (first,) = plan_movement(whole(readings=seen[1:2]), MEETING).levels
    assert first.before is SufficiencyLevel.NOT


def test_before_the_first_meeting_all_of_it_is_movement() -> None:
    """Without a meeting the whole history moved: the plan, its goals, levels and actions."""
    reached = replace(PLAN, goals=(replace(GOAL, reached_on=TODAY),))
    found = plan_movement(whole(action(TODAY, ActionState.DONE, TODAY), plan=reached), None)
    assert (found.versions, found.reached, len(found.settled)) == ((reached,), reached.goals, 1)


_DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
_ACTIONS = st.builds(action, _DAYS, st.sampled_from(ActionState), st.one_of(st.none(), _DAYS), st.integers(0, 9))


@given(st.lists(_ACTIONS, max_size=20), _DAYS)
def test_counts_never_contradict_each_other(actions: list[Action], today: date) -> None:
    """Whatever the actions: done is within due, late within open, and postponed counts only with something late."""
    found = progress(whole(*actions), today)
    assert 0 <= found.done <= found.due <= len(actions)
    assert found.late.count <= found.open
    assert bool(found.late.days) == bool(found.late.count)
    assert found.late.count or not found.late.postponed


@given(st.permutations([date(2026, 10, 1), date(2026, 11, 10), date(2026, 11, 20), MEETING]))
def test_the_order_of_entry_changes_no_movement(days: list[date]) -> None:
    """Actions that were settled in any order give the same movement."""
    actions = [replace(action(day, ActionState.DONE, day), number=day.toordinal()) for day in days]
    found = plan_movement(whole(*actions), MEETING)
    assert [one.settled_on for one in found.settled] == [date(2026, 11, 10), date(2026, 11, 20)]
