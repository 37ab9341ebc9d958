"""The plan of a case: its goal, goals per life domain, levels, and what changed from version to version."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.interventions import Intervention


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """One goal on one life domain."""

    key: str
    """The same for the same goal in every version; nothing for one that is not stored yet."""
    domain: LifeDomain
    text: str
    measure: str = ""
    """By what the table will see that it is reached."""
    start: SufficiencyLevel | None = None
    target: SufficiencyLevel | None = None
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of the plan of a case (seed l.145-150)."""

    version: int
    """Counts up from 1; 0 for one that is not stored yet."""
    on: date
    goal: str
    """The one goal of the whole plan; without it there is no plan."""
    review_on: date | None = None
    goals: tuple[PlanGoal, ...] = ()
    meeting_id: int | None = None
    """The meeting at which it was agreed; None between meetings."""
    reason: str = ""
    """Why this version came about."""
    by: str = ""

    @property
    def reached(self) -> int:
        """How many of its goals are reached."""
        return sum(goal.reached_on is not None for goal in self.goals)

    def goal_of(self, key: str) -> PlanGoal | None:
        """Return the goal with this key, None when this version has none."""
        return next((goal for goal in self.goals if goal.key == key), None) if key else None


@dataclass(frozen=True, slots=True)
class LevelReading:
    """The level of self-sufficiency seen on one day on one life domain; never a sum or a score (Wgs art. 1.9)."""

    domain: LifeDomain
    on: date
    level: SufficiencyLevel
    by: str = ""


@dataclass(frozen=True, slots=True)
class DomainLevels:
    """Where somebody stands on one life domain: at the start, now, and where the plan goes."""

    domain: LifeDomain
    start: SufficiencyLevel | None = None
    now: SufficiencyLevel | None = None
    now_on: date | None = None
    """The day on which the present level was seen; None when only the plan's own start is known."""
    target: SufficiencyLevel | None = None

    @property
    def seen(self) -> SufficiencyLevel | None:
        """The present level as somebody saw it; None as long as nobody looked, for the start is no present level."""
        return self.now if self.now_on is not None else None

    @property
    def moved(self) -> int:
        """Levels gained since the start; negative when it got worse."""
        return self.now - self.start if self.now is not None and self.start is not None else 0


def domain_levels(plan: Plan | None, readings: Iterable[LevelReading], as_of: date) -> tuple[DomainLevels, ...]:
    """Return the levels of every life domain that has a goal or was ever looked at, in the field's order.

    The start is that of the plan's first goal on the domain, else the first level seen; the present is the last level
    seen up to `as_of`, of one day the one entered last; the target is the highest of the domain's goals.
    """
    seen = sorted((reading for reading in readings if reading.on <= as_of), key=lambda reading: reading.on)
    goals = plan.goals if plan else ()
    wanted = {goal.domain for goal in goals} | {reading.domain for reading in seen}
    return tuple(
        _levels(
            domain,
            [goal for goal in goals if goal.domain is domain],
            [reading for reading in seen if reading.domain is domain],
        )
        for domain in LifeDomain
        if domain in wanted
    )


def _levels(domain: LifeDomain, goals: list[PlanGoal], seen: list[LevelReading]) -> DomainLevels:
    planned = next((goal.start for goal in goals if goal.start is not None), None)
    start = planned or (seen[0].level if seen else None)
    targets = [goal.target for goal in goals if goal.target is not None]
    newest = seen[-1] if seen else None
    return DomainLevels(
        domain,
        start,
        newest.level if newest else start,
        newest.on if newest else None,
        max(targets, default=None),
    )


@dataclass(frozen=True, slots=True)
class Serves:
    """What an action is for."""

    goal_key: str = ""
    """The goal of the plan that it serves; nothing for none."""
    intervention: Intervention | None = None


class PlanProblem(StrEnum):
    """What is wrong or missing in a plan."""

    NO_GOAL = "no_goal"
    GOAL_WITHOUT_TEXT = "goal_without_text"
    TARGET_BELOW_START = "target_below_start"
    REVIEW_PAST = "review_past"
    SAME_GOAL_TWICE = "same_goal_twice"
    NO_MEASURE = "no_measure"
    NO_REVIEW = "no_review"


WARNINGS: Final = frozenset({PlanProblem.NO_MEASURE, PlanProblem.NO_REVIEW})
"""What a plan may be set with; the screen says so."""


@dataclass(frozen=True, slots=True)
class PlanRemark:
    """One thing that is wrong or missing, and in which goal."""

    problem: PlanProblem
    goal: PlanGoal | None = None

    @property
    def warning(self) -> bool:
        """Whether the plan may be set all the same."""
        return self.problem in WARNINGS


def remarks(plan: Plan, today: date) -> tuple[PlanRemark, ...]:
    """Return all that is wrong or missing in a plan that is to be set, what forbids it first."""
    found = [PlanRemark(PlanProblem.NO_GOAL)] if not plan.goal.strip() else []
    if plan.review_on is not None and plan.review_on < today:
        found.append(PlanRemark(PlanProblem.REVIEW_PAST))
    if plan.review_on is None:
        found.append(PlanRemark(PlanProblem.NO_REVIEW))
    keys = [goal.key for goal in plan.goals if goal.key]
    if len(keys) != len(set(keys)):
        found.append(PlanRemark(PlanProblem.SAME_GOAL_TWICE))
    for goal in plan.goals:
        found.extend(PlanRemark(problem, goal) for problem in _wrong_in(goal))
    return tuple(sorted(found, key=lambda remark: remark.warning))


def forbidden(plan: Plan, today: date) -> PlanRemark | None:
    """Return the first thing for which a plan cannot be set, None when it can."""
    return next((remark for remark in remarks(plan, today) if not remark.warning), None)


def _wrong_in(goal: PlanGoal) -> Iterable[PlanProblem]:
    if not goal.text.strip():
        yield PlanProblem.GOAL_WITHOUT_TEXT
    if goal.start is not None and goal.target is not None and goal.target < goal.start:
        yield PlanProblem.TARGET_BELOW_START
    if not goal.measure.strip():
        yield PlanProblem.NO_MEASURE


class GoalChangeKind(StrEnum):
    """What happened to a goal between two versions."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class GoalChange:
    """What happened to one goal between two versions."""

    kind: GoalChangeKind
    goal: PlanGoal
    """The goal as it is now; as it was, when it ended."""
    changed: tuple[str, ...] = ()
    """The names of the fields of `PlanGoal` that are different."""


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What changed between two versions of a plan."""

    goal: bool = False
    """Whether the one goal of the plan reads differently."""
    review: bool = False
    goals: tuple[GoalChange, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return self.goal or self.review or bool(self.goals)


_AGREED: Final = ("domain", "text", "measure", "start", "target")


def changes(before: Plan | None, after: Plan) -> PlanChanges:
    """Return what changed from one version to a later one; before the first version there was nothing.

    That a goal was reached is seen and not agreed on: it is no change of the plan.
    """
    was = {goal.key: goal for goal in before.goals} if before else {}
    now = {goal.key: goal for goal in after.goals}
    found = [change for goal in after.goals if (change := _change(was.get(goal.key), goal))]
    ended = (GoalChange(GoalChangeKind.ENDED, goal) for key, goal in was.items() if key not in now)
    return PlanChanges(
        before is not None and before.goal != after.goal,
        before is not None and before.review_on != after.review_on,
        (*found, *ended),
    )


def _change(was: PlanGoal | None, now: PlanGoal) -> GoalChange | None:
    if was is None:
        return GoalChange(GoalChangeKind.ADDED, now)
    names = tuple(name for name in _AGREED if getattr(was, name) != getattr(now, name))
    return GoalChange(GoalChangeKind.CHANGED, now, names) if names else None
