"""How plans go: what is reached and done, what is late, and what moved last; counts of facts and never a score."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from zvk_tui.domain.case_file import Approach, CaseFile
from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.partners import Partner
from zvk_tui.domain.plan import DomainLevels, LevelReading, Plan, PlanGoal, domain_levels
from zvk_tui.domain.police import PoliceFacts
from zvk_tui.domain.record import Action, ActionState, Decision


class MoveKind(StrEnum):
    """What can move in a plan."""

    PLAN = "plan"
    """The plan was set, or changed in a next version."""
    ACTION = "action"
    """Somebody said what became of an action."""
    LEVEL = "level"
    """A level of self-sufficiency was seen."""
    GOAL = "goal"
    """A goal was reached."""


@dataclass(frozen=True, slots=True)
class Movement:
    """One time that something moved."""

    on: date
    kind: MoveKind


@dataclass(frozen=True, slots=True)
class Lateness:
    """What is late in a plan: open actions of which the day has passed."""

    count: int = 0
    days: int = 0
    """How many days the longest is late."""
    postponed: int = 0
    """How often these actions were given a later day, all together."""


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """How one plan goes on one day."""

    goals: int = 0
    reached: int = 0
    due: int = 0
    """Actions that were to be done by now: settled ones and open ones that are due, but none that became impossible."""
    done: int = 0
    open: int = 0
    late: Lateness = Lateness()
    moved: Movement | None = None
    """The newest movement; None only of a plan without a version, which there is not in a vault."""
    review_on: date | None = None
    levels: tuple[DomainLevels, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """A plan in the overview."""

    case_file: CaseFile
    progress: PlanProgress


@dataclass(frozen=True, slots=True)
class PlanWhole:
    """All that is known of one plan and of whether it works."""

    case_file: CaseFile
    versions: tuple[Plan, ...] = ()
    """Newest first."""
    readings: tuple[LevelReading, ...] = ()
    actions: tuple[Action, ...] = ()
    """By due date."""
    decisions: tuple[Decision, ...] = ()
    """By number."""
    police: PoliceFacts = field(default_factory=PoliceFacts)

    @property
    def plan(self) -> Plan | None:
        """The version that counts."""
        return self.versions[0] if self.versions else None


class ProgressSort(StrEnum):
    """What the overview is sorted by."""

    REVIEW = "review"
    LATE = "late"
    MOVED = "moved"
    NUMBER = "number"
    DIRECTOR = "director"
    APPROACH = "approach"


@dataclass(frozen=True, slots=True)
class ProgressFilter:
    """What narrows the overview; nothing chosen shows every plan of a live case."""

    words: str = ""
    """Each word begins a word of the case."""
    approach: Approach | None = None
    director_id: int | None = None
    partner_id: int | None = None
    """The row number of an organisation that owes an open action in the case."""


@dataclass(frozen=True, slots=True)
class ProgressOrder:
    """How the overview is sorted; what presses most stands first unless it is turned round."""

    sort: ProgressSort = ProgressSort.REVIEW
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Owing:
    """How much one organisation owes."""

    partner: Partner
    open: int
    late: int


@dataclass(frozen=True, slots=True)
class Owed:
    """One open action of an organisation, with the case it is in; None when it is about no case."""

    action: Action
    case_file: CaseFile | None = None


@dataclass(frozen=True, slots=True)
class LevelChange:
    """A level that was seen anew on one life domain."""

    domain: LifeDomain
    on: date
    before: SufficiencyLevel | None
    """The level that was known until then: seen before, or the start in the plan."""
    now: SufficiencyLevel


@dataclass(frozen=True, slots=True)
class PlanMovement:
    """What moved in a plan after a day, such as that of the last meeting."""

    since: date | None = None
    """None: from the beginning."""
    reached: tuple[PlanGoal, ...] = ()
    levels: tuple[LevelChange, ...] = ()
    """The newest of each life domain."""
    settled: tuple[Action, ...] = ()
    versions: tuple[Plan, ...] = ()
    """Oldest first."""

    def __bool__(self) -> bool:
        """Return whether anything moved."""
        return bool(self.reached or self.levels or self.settled or self.versions)


def progress(whole: PlanWhole, today: date) -> PlanProgress:
    """Return how a plan goes."""
    plan, actions = whole.plan, whole.actions
    goals = plan.goals if plan else ()
    return PlanProgress(
        goals=len(goals),
        reached=plan.reached if plan else 0,
        due=sum(is_due(action, today) for action in actions),
        done=sum(action.state is ActionState.DONE for action in actions),
        open=sum(action.state is ActionState.OPEN for action in actions),
        late=lateness(actions, today),
        moved=last_movement(whole),
        review_on=plan.review_on if plan else None,
        levels=domain_levels(plan, whole.readings, today),
    )


def is_due(action: Action, today: date) -> bool:
    """Return whether an action was to be done by now: it is settled or its day has come, and it was possible."""
    if action.state is ActionState.OPEN:
        return action.due <= today
    return action.state is not ActionState.NO_LONGER_POSSIBLE


def lateness(actions: Iterable[Action], today: date) -> Lateness:
    """Return what is late among some actions."""
    late = [action for action in actions if action.days_late(today)]
    return Lateness(
        len(late),
        max((action.days_late(today) for action in late), default=0),
        sum(action.postponed_count for action in late),
    )


def last_movement(whole: PlanWhole) -> Movement | None:
    """Return the newest movement; of several on one day a goal goes before a level, a level before an action."""
    goals = whole.plan.goals if whole.plan else ()
    newest = (
        (MoveKind.PLAN, max((plan.on for plan in whole.versions), default=None)),
        (MoveKind.ACTION, max((one.settled_on for one in whole.actions if one.settled_on), default=None)),
        (MoveKind.LEVEL, max((reading.on for reading in whole.readings), default=None)),
        (MoveKind.GOAL, max((goal.reached_on for goal in goals if goal.reached_on), default=None)),
    )
    return newest_of(newest)


def newest_of(found: Iterable[tuple[MoveKind, date | None]]) -> Movement | None:
    """Return the newest of some movements; on one day the kind that comes later in `MoveKind`."""
    kinds = list(MoveKind)
    there = [(on, kinds.index(kind)) for kind, on in found if on is not None]
    if not there:
        return None
    on, place = max(there)
    return Movement(on, kinds[place])


def plan_movement(whole: PlanWhole, since: date | None) -> PlanMovement:
    """Return what moved after a day; what was recorded on that very day belongs to the meeting of that day."""

    def after(on: date | None) -> bool:
        return on is not None and (since is None or on > since)

    goals = whole.plan.goals if whole.plan else ()
    settled = [action for action in whole.actions if after(action.settled_on)]
    return PlanMovement(
        since,
        tuple(goal for goal in goals if after(goal.reached_on)),
        tuple(_level_changes(whole, since)),
        tuple(sorted(settled, key=lambda action: (action.settled_on or action.due, action.number))),
        tuple(plan for plan in reversed(whole.versions) if after(plan.on)),
    )


def _level_changes(whole: PlanWhole, since: date | None) -> Iterable[LevelChange]:
    """Yield the newest level of each life domain that was seen after a day, with the one that was known on that day."""
    goals = whole.plan.goals if whole.plan else ()
    ordered = sorted(whole.readings, key=lambda reading: reading.on)
    for domain in LifeDomain:
        seen = [reading for reading in ordered if reading.domain is domain]
        fresh = [reading for reading in seen if since is None or reading.on > since]
        if fresh:
            known = [reading.level for reading in seen if since is not None and reading.on <= since]
            start = next((goal.start for goal in goals if goal.domain is domain and goal.start is not None), None)
            yield LevelChange(domain, fresh[-1].on, known[-1] if known else start, fresh[-1].level)
