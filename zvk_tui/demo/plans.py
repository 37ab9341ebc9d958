"""What happens in the demo between its meetings: plans, levels, statements and police information."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import partial
from typing import Final

from zvk_tui.demo.cases import rows
from zvk_tui.demo.days import is_working_day
from zvk_tui.demo.dice import Dice
from zvk_tui.demo.plan import Chamber
from zvk_tui.demo.plans_table import CONSENT, DOUBTS, REASONS
from zvk_tui.demo.themes import DOMAINS, Theme, Told, themes
from zvk_tui.domain.case_file import Approach, CaseFile, Phase
from zvk_tui.domain.case_terms import (
    ClosingReason,
    DataCategory,
    EventKind,
    PoliceContactKind,
    Standing,
    SufficiencyLevel,
)
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.life import allowed, follow
from zvk_tui.domain.meeting import ItemState
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.plan import Plan, PlanGoal, Serves
from zvk_tui.domain.police import PoliceContact, usually_negative
from zvk_tui.domain.record import Action
from zvk_tui.domain.statements import MeetingRef, NewStatement
from zvk_tui.store.vault import Vault

SetClock = Callable[[date, time], None]
"""Puts the clock of the demo at a moment."""

_AT: Final = time(10, 40)
_RECENT: Final = 75
"""Days in which a plan was renewed."""
_LATER: Final = timedelta(weeks=1)
_TIED: Final = 3
"""The newest actions of a case, of which is said what goal they serve."""
_MOVES: Final = "stageplek"
"""The story whose plan moves well: two goals are reached since its last meeting."""
_STANDS: Final = "achterom"
"""The story whose plan stands still: nobody saw anything move since it was set."""
_QUIET: Final = {Phase.MONITORING, Phase.SCALING_DOWN, Phase.CLOSED}
_PLANNED: Final = {Phase.APPROACH, Phase.MONITORING, Phase.SCALING_DOWN}
_KINDS: Final = (
    PoliceContactKind.SUSPECT,
    PoliceContactKind.NUISANCE,
    PoliceContactKind.NUISANCE,
    PoliceContactKind.NUISANCE,
    PoliceContactKind.REPORTED,
    PoliceContactKind.VICTIM,
    PoliceContactKind.WITNESS,
)
_KEYWORDS: Final = (
    ("huisbezoek", Intervention.HOME_VISIT),
    ("stopgesprek", Intervention.STOP_TALK),
    ("waarschuwing", Intervention.WARNING_LETTER),
    ("gebiedsverbod", Intervention.AREA_BAN),
    ("dwangsom", Intervention.PENALTY_ORDER),
    ("halt", Intervention.HALT),
    ("schuld", Intervention.DEBT_COUNSELLING),
    ("woon", Intervention.SHELTERED_HOUSING),
    ("opvang", Intervention.SHELTERED_HOUSING),
    ("zorgmachtiging", Intervention.CARE_AUTHORISATION),
    ("intake", Intervention.GUIDANCE),
    ("school", Intervention.DAYTIME),
    ("stage", Intervention.DAYTIME),
    ("werk", Intervention.DAYTIME),
    ("moeder", Intervention.FAMILY_TALK),
    ("ouders", Intervention.FAMILY_TALK),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is entered on one day."""

    on: date
    do: Callable[[date], bool]
    """Enters it on the given day; returns whether it could be."""


def add_plans(vault: Vault, chamber: Chamber, numbers: Mapping[str, int], set_clock: SetClock) -> None:
    """Enter everything between the meetings at once, in the order of its days; `numbers` are the cases' row numbers."""
    Between(vault, chamber, numbers, set_clock).until(chamber.meetings[-1].on)


class Between:
    """What process directors enter between the meetings; asked before each meeting to come up to its day."""

    def __init__(self, vault: Vault, chamber: Chamber, numbers: Mapping[str, int], set_clock: SetClock) -> None:
        self._vault = vault
        self._today = today = chamber.meetings[-1].on
        self._set_clock = set_clock
        self._dice = Dice(today)
        self._begin = vault.now().date()
        self._partners = {partner.short: partner for partner in vault.register.directory().partners}
        self._doubts = list(DOUBTS)
        self._discussed = _discussed(chamber)
        self._steps: list[Step] = []
        self._quiet = {
            one.today.ref: [event.on for event in one.life.events if event.closing_reason is ClosingReason.SIX_MONTHS]
            for one in chamber.cases
        }
        self._stories = {one.today.ref: row.story for row, one in zip(rows(), chamber.cases, strict=True)}
        for row, case_plan in zip(rows(), chamber.cases, strict=True):
            case_file = case_plan.today
            theme = themes().get(row.story)
            if theme is not None and case_file.approach is not Approach.RADICALISATION:
                begins = len(self._steps)
                self._plan_case(replace(case_file, id=numbers[case_file.ref]), theme)
                known = max(case_file.registered_on, self._begin) + timedelta(1)
                ends = case_plan.life.events[-1].on if case_file.phase is Phase.CLOSED else today
                mine = (replace(one, on=max(one.on, known)) for one in self._steps[begins:] if one.on < ends)
                self._steps[begins:] = [one for one in mine if one.on < ends]
        self._steps.sort(key=lambda step: step.on)

    def until(self, day: date) -> None:
        """Enter everything of the days before `day`; what does not fit yet waits a week."""
        if day <= self._begin:
            return
        left = []
        for step in self._steps:
            on = max(step.on, self._begin)
            if step.on >= day:
                left.append(step)
            elif not self._entered(step, on):
                left.append(replace(step, on=on + _LATER))
        self._steps, self._begin = left, day

    def _entered(self, step: Step, on: date) -> bool:
        self._set_clock(on, _AT)
        return step.do(on)

    def _plan_case(self, case_file: CaseFile, theme: Theme) -> None:
        if case_file.phase in _PLANNED:
            self._plan_plan(case_file, theme)
        self._plan_police(case_file, theme)
        if theme.told and self._dice.chance(0.45):
            told = self._dice.pick(theme.told)
            self._add(-self._dice.below(50) - 2, partial(self._tell, case_file, told))

    def _plan_plan(self, case_file: CaseFile, theme: Theme) -> None:
        goals = theme.goals[: 2 + self._dice.below(2)]
        first = max((case_file.registered_on - self._today).days + 30, -395)
        early = [on for on in self._discussed.get(case_file.ref, ()) if (on - case_file.registered_on).days < 90]
        first = (early[0] - self._today).days + 1 if early else first
        self._add(first, partial(self._set, case_file, goals))
        if self._dice.chance(0.6):
            reason, extra = self._dice.pick(REASONS), theme.goals[len(goals) :]
            talked = [on for on in self._discussed.get(case_file.ref, ()) if (self._today - on).days < _RECENT]
            days = (self._dice.pick(talked) - self._today).days + 1 if talked else -8 - self._dice.below(45)
            self._add(days, partial(self._renew, case_file, extra, reason))
        for days in (-120, -30):
            up = self._dice.chance(0.6 if case_file.phase in _QUIET else 0.4)
            self._add(days - self._dice.below(15), partial(self._see_level, case_file, up))
        if case_file.phase in _QUIET or self._dice.chance(0.2):
            self._add(-10 - self._dice.below(40), partial(self._reach, case_file))
        if self._stories[case_file.ref] == _MOVES:
            for place, days in enumerate((-12, -5)):
                self._add(days, partial(self._reach_at, case_file, place))
        self._add(-1, partial(self._tie, case_file))

    def _plan_police(self, case_file: CaseFile, theme: Theme) -> None:
        first = (case_file.registered_on - self._today).days - 60
        last = -195 if case_file.phase in _QUIET else -4
        count = 1 + self._dice.below(5 if case_file.approach is Approach.PAD else 3)
        for _n in range(count):
            days = int(self._dice.between(first, max(last, first + 50)))
            kind, note = self._dice.pick(_KINDS), self._dice.pick(theme.contacts)
            happened = self._today + timedelta(days)
            negative = usually_negative(kind)
            contact = PoliceContact(0, happened, kind, negative, "Politie", note if negative else "")
            if not (negative and self._closed_as_quiet(case_file, happened)):
                self._add(days + 2, partial(self._see_police, case_file, contact))
        if self._dice.chance(0.92):
            days = -4 - self._dice.below(22) if self._dice.chance(0.85) else -40 - self._dice.below(40)
            self._add(days, partial(self._know, case_file))

    def _closed_as_quiet(self, case_file: CaseFile, on: date) -> bool:
        """Return whether a day is among the months without being in view for which a case was closed."""
        return any(add_months(closed_on, -6) <= on <= closed_on for closed_on in self._quiet[case_file.ref])

    def _add(self, days: int, do: Callable[[date], bool]) -> None:
        on = self._today + timedelta(min(days, -1))
        while not is_working_day(on):
            on -= timedelta(1)
        self._steps.append(Step(on, do))

    def _set(self, case_file: CaseFile, goals: tuple[PlanGoal, ...], on: date) -> bool:
        """Set the first plan: at the last meeting about the case, when there was one."""
        life = follow(self._vault.life.events(case_file.id))
        if EventKind.PLAN_SET not in allowed(life) or (life.last_on or on) > on:
            return False
        meeting = self._just_held(case_file, life.last_on or on, on)
        review = max(on + timedelta(weeks=10), self._today + timedelta(days=case_file.id * 11 % 90 - 6))
        plan = Plan(0, meeting.on if meeting else on, case_file.goal, review, goals)
        self._vault.plan.set(case_file.id, plan, meeting.id if meeting else None)
        return True

    def _renew(self, case_file: CaseFile, extra: tuple[PlanGoal, ...], reason: str, on: date) -> bool:
        plan = self._vault.plans.current(case_file.id)
        if plan is None or plan.on > on:
            return False
        review = max(on + timedelta(weeks=4 + self._dice.below(12)), (plan.review_on or on) + timedelta(weeks=1))
        meeting = self._just_held(case_file, plan.on, on)
        agreed = meeting.on if meeting else on
        now = replace(plan, on=agreed, review_on=review, reason=reason, goals=(*plan.goals, *extra))
        self._vault.plan.set(case_file.id, now, meeting.id if meeting else None)
        return True

    def _just_held(self, case_file: CaseFile, after: date, on: date) -> MeetingRef | None:
        """Return the meeting of these days at which the case was discussed, if there was one."""
        held = (meeting for meeting, _runs in self._vault.plans.held(case_file.id, 1))
        return next((meeting for meeting in held if after <= meeting.on and (on - meeting.on).days < 5), None)

    def _see_level(self, case_file: CaseFile, up: bool, on: date) -> bool:
        plan = self._vault.plans.current(case_file.id)
        if plan is None:
            return False
        goal = self._dice.pick(plan.goals)
        seen = [one.level for one in self._vault.plans.levels(case_file.id) if one.domain is goal.domain]
        level = seen[-1] if seen else goal.start or SufficiencyLevel.LIMITED
        if self._stories[case_file.ref] == _STANDS:
            return True
        most = goal.target or SufficiencyLevel.FULL
        self._vault.plan.set_level(case_file.id, goal.domain, min(SufficiencyLevel(level + up), most), on)
        return True

    def _reach(self, case_file: CaseFile, on: date) -> bool:
        plan = self._vault.plans.current(case_file.id)
        if plan is None:
            return False
        return self._reach_at(case_file, plan.goals.index(self._dice.pick(plan.goals)), on)

    def _reach_at(self, case_file: CaseFile, place: int, on: date) -> bool:
        """Reach the goal at a place in the plan, and see the level that it was to lead to."""
        plan = self._vault.plans.current(case_file.id)
        if plan is None:
            return False
        goal = plan.goals[place]
        self._vault.plan.reach(case_file.id, goal.key, on)
        if goal.target is not None:
            self._vault.plan.set_level(case_file.id, goal.domain, goal.target, on)
        return True

    def _tie(self, case_file: CaseFile, _on: date) -> bool:
        """Say of the actions of a case which goal they serve, and of what kind they are."""
        plan = self._vault.plans.current(case_file.id)
        newest = self._vault.plans.actions(case_file.id)[-_TIED:] if plan else ()
        for action in newest:
            serves = _serves(action, plan.goals if plan else ())
            owner = Owner(action.owner, action.person)
            self._vault.actions.change(action.id, owner, action.text, action.due, serves)
        return True

    def _see_police(self, case_file: CaseFile, contact: PoliceContact, on: date) -> bool:
        if contact.on > on:
            return False
        self._vault.police_desk.add(case_file.id, contact)
        return True

    def _know(self, case_file: CaseFile, on: date) -> bool:
        self._vault.police_desk.set_known(case_file.id, on - timedelta(self._dice.below(3)), "Politie")
        return True

    def _tell(self, case_file: CaseFile, told: Told, on: date) -> bool:
        conditions = CONSENT if told.category is DataCategory.HEALTH else ""
        source = Owner(self._partners[told.partner])
        new = NewStatement(source, told.kind, told.text, on, told.category, conditions)
        number = self._vault.statement.add(case_file.id, new)
        if self._doubts and told.kind is not told.kind.FACT:
            standing, reason = self._doubts.pop()
            self._vault.statement.mark(number, Standing(standing), reason)
        return True


def _discussed(chamber: Chamber) -> dict[str, list[date]]:
    """Return on which days each case was discussed."""
    found: dict[str, list[date]] = {}
    for meeting in chamber.meetings:
        for item in meeting.items:
            if item.case_ref and item.state is ItemState.DISCUSSED:
                found.setdefault(item.case_ref, []).append(meeting.on)
    return found


def _serves(action: Action, goals: tuple[PlanGoal, ...]) -> Serves:
    wanted = DOMAINS.get(action.owner.kind)
    goal = next((goal for goal in goals if goal.domain is wanted), goals[0] if goals else None)
    words = action.text.casefold()
    kind = next((kind for word, kind in _KEYWORDS if word in words), None)
    return Serves(goal.key if goal else "", kind)
