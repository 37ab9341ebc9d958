"""Plans: what they must hold, where somebody stands, and what changed between two versions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.plan import (
    WARNINGS,
    DomainLevels,
    GoalChangeKind,
    LevelReading,
    Plan,
    PlanGoal,
    PlanProblem,
    changes,
    domain_levels,
    forbidden,
    remarks,
)

TODAY = date(2026, 11, 23)
LATER = date(2027, 2, 1)
GOAL = PlanGoal("a", LifeDomain.HOUSING, "eigen kamer", "huurcontract", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)
PLAN = Plan(1, TODAY, "geen overlast", LATER, (GOAL,))

levels = st.sampled_from(SufficiencyLevel)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
goals = st.builds(
    PlanGoal,
    st.sampled_from("abcdef"),
    st.sampled_from(LifeDomain),
    st.text(max_size=3),
    st.text(max_size=3),
    st.none() | levels,
    st.none() | levels,
    st.none() | days,
)
plans = st.builds(
    Plan,
    st.integers(1, 9),
    days,
    st.text(max_size=3),
    st.none() | days,
    st.lists(goals, max_size=5, unique_by=lambda goal: goal.key).map(tuple),
)
readings = st.lists(st.builds(LevelReading, st.sampled_from(LifeDomain), days, levels), max_size=12)


def problems(plan: Plan) -> list[PlanProblem]:
    """Return what is wrong or missing in a plan on the day of the tests."""
    return [remark.problem for remark in remarks(plan, TODAY)]


def test_a_plan_with_a_goal_and_a_measure_has_no_remark() -> None:
    """A goal, a day for the review, and a measure for each goal on a life domain: nothing is missing."""
    assert problems(PLAN) == []


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_there_is_no_plan_without_a_goal(text: str) -> None:
    """A plan whose one goal says nothing cannot be set, whatever goals it has on life domains."""
    found = forbidden(replace(PLAN, goal=text), TODAY)
    assert found is not None
    assert found.problem is PlanProblem.NO_GOAL


def test_a_plan_needs_no_goal_on_a_life_domain() -> None:
    """The one goal is enough to set a plan."""
    assert forbidden(replace(PLAN, goals=()), TODAY) is None


@pytest.mark.parametrize(
    ("goal", "problem"),
    [
        (replace(GOAL, text=" "), PlanProblem.GOAL_WITHOUT_TEXT),
        (replace(GOAL, target=SufficiencyLevel.ACUTE), PlanProblem.TARGET_BELOW_START),
        (replace(GOAL, measure=" "), PlanProblem.NO_MEASURE),
    ],
)
def test_a_remark_names_its_goal(goal: PlanGoal, problem: PlanProblem) -> None:
    """What is wrong in one goal is said of that goal; a missing measure only warns."""
    (remark,) = remarks(replace(PLAN, goals=(goal,)), TODAY)
    assert (remark.problem, remark.goal) == (problem, goal)
    assert remark.warning is (problem is PlanProblem.NO_MEASURE)


@pytest.mark.parametrize("target", [None, SufficiencyLevel.NOT])
def test_a_goal_may_be_to_stay_where_one_is(target: SufficiencyLevel | None) -> None:
    """The level to reach may be that of the start, or be left open."""
    assert problems(replace(PLAN, goals=(replace(GOAL, target=target),))) == []


@pytest.mark.parametrize(("on", "past"), [(TODAY - timedelta(1), True), (TODAY, False), (TODAY + timedelta(1), False)])
def test_a_review_is_not_planned_in_the_past(on: date, past: bool) -> None:
    """A review may be planned for today or later, never for a day that is over."""
    assert (PlanProblem.REVIEW_PAST in problems(replace(PLAN, review_on=on))) is past


def test_a_plan_without_review_only_warns() -> None:
    """A review that is not planned yet is said, and forbids nothing."""
    assert problems(replace(PLAN, review_on=None)) == [PlanProblem.NO_REVIEW]
    assert forbidden(replace(PLAN, review_on=None), TODAY) is None


def test_a_goal_stands_in_a_plan_once() -> None:
    """The same goal twice in one version is a problem; two new goals that are not stored yet are not."""
    assert problems(replace(PLAN, goals=(GOAL, GOAL))) == [PlanProblem.SAME_GOAL_TWICE]
    new = replace(GOAL, key="")
    assert problems(replace(PLAN, goals=(new, new))) == []


@given(plans, days)
def test_what_forbids_comes_before_what_warns(plan: Plan, today: date) -> None:
    """Whatever is typed: problems come first, and a plan can be set exactly when there is none."""
    found = [remark.problem in WARNINGS for remark in remarks(plan, today)]
    assert found == sorted(found)
    assert (forbidden(plan, today) is None) is all(found)
    if not plan.goal.strip():
        assert forbidden(plan, today) is not None


def test_a_life_domain_goes_from_start_over_now_to_target() -> None:
    """The start and target come from the plan, the present from the last level seen, with its day."""
    seen = (LevelReading(LifeDomain.HOUSING, TODAY, SufficiencyLevel.LIMITED),)
    assert domain_levels(PLAN, seen, TODAY) == (
        DomainLevels(
            LifeDomain.HOUSING, SufficiencyLevel.NOT, SufficiencyLevel.LIMITED, TODAY, SufficiencyLevel.ENOUGH
        ),
    )


def test_without_a_level_seen_now_is_the_start() -> None:
    """As long as nobody looked again, somebody stands where the plan began, on no day in particular."""
    (found,) = domain_levels(PLAN, (), TODAY)
    assert (found.now, found.now_on, found.moved) == (SufficiencyLevel.NOT, None, 0)


def test_a_domain_without_goal_shows_what_was_seen() -> None:
    """A level seen where the plan has no goal is shown all the same, from the first seen to the last."""
    seen = [
        LevelReading(LifeDomain.FINANCES, TODAY, SufficiencyLevel.ACUTE),
        LevelReading(LifeDomain.FINANCES, TODAY - timedelta(9), SufficiencyLevel.LIMITED),
    ]
    (found,) = domain_levels(None, seen, TODAY)
    assert (found.start, found.now, found.target, found.moved) == (
        SufficiencyLevel.LIMITED,
        SufficiencyLevel.ACUTE,
        None,
        -2,
    )


def test_of_one_day_the_last_entered_level_counts() -> None:
    """A level that was entered wrong is mended by entering it again on the same day."""
    seen = [LevelReading(LifeDomain.HOUSING, TODAY, level) for level in (SufficiencyLevel.FULL, SufficiencyLevel.NOT)]
    assert domain_levels(PLAN, seen, TODAY)[0].now is SufficiencyLevel.NOT


@given(st.none() | plans, readings, days)
def test_levels_know_no_future_and_keep_the_order_of_the_field(
    plan: Plan | None, seen: list[LevelReading], as_of: date
) -> None:
    """Each life domain stands there once, in the field's order; what is seen later changes no earlier day."""
    found = domain_levels(plan, seen, as_of)
    order = list(LifeDomain)
    places = [order.index(one.domain) for one in found]
    assert places == sorted(set(places))
    assert found == domain_levels(plan, [one for one in seen if one.on <= as_of], as_of)
    assert all(one.now_on is None or one.now_on <= as_of for one in found)


@given(plans)
def test_nothing_changed_between_a_version_and_itself(plan: Plan) -> None:
    """The same goals, goal and review: no change to tell."""
    assert not changes(plan, replace(plan, version=plan.version + 1, on=TODAY, reason="zomaar", by="X"))


@given(plans, plans)
def test_every_goal_is_accounted_for(before: Plan, after: Plan) -> None:
    """A goal only in the new version is new, one only in the old has ended, one in both is changed or the same."""
    was, now = {goal.key: goal for goal in before.goals}, {goal.key: goal for goal in after.goals}
    told = {change.goal.key: change.kind for change in changes(before, after).goals}
    assert {key for key, kind in told.items() if kind is GoalChangeKind.ADDED} == set(now) - set(was)
    assert {key for key, kind in told.items() if kind is GoalChangeKind.ENDED} == set(was) - set(now)
    both = {key for key in told if key in was and key in now}
    same = {key: replace(goal, reached_on=now[key].reached_on) for key, goal in was.items() if key in now}
    assert both == {key for key, goal in same.items() if goal != now[key]}


def test_the_first_version_is_all_new() -> None:
    """Before the first version there was nothing: its goals are new, its goal and review did not change."""
    found = changes(None, PLAN)
    assert not found.goal
    assert not found.review
    assert [change.kind for change in found.goals] == [GoalChangeKind.ADDED]


def test_a_change_names_its_fields() -> None:
    """What reads differently in a goal is named; that it was reached is no change of what was agreed."""
    reached = replace(GOAL, reached_on=TODAY)
    assert not changes(PLAN, replace(PLAN, goals=(reached,)))
    again = replace(reached, measure="sleutel", domain=LifeDomain.FINANCES)
    (change,) = changes(PLAN, replace(PLAN, goals=(again,))).goals
    assert (change.kind, change.changed) == (GoalChangeKind.CHANGED, ("domain", "measure"))


def test_another_goal_and_review_are_told() -> None:
    """The one goal and the day of the review are part of what changed."""
    found = changes(PLAN, replace(PLAN, goal="werk", review_on=None))
    assert (found.goal, found.review, found.goals) == (True, True, ())
