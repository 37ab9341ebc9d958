"""What the plan tab shows: goals per life domain with their way and their actions, other actions, and the versions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from zvk_tui.domain.case_terms import LifeDomain
from zvk_tui.domain.plan import DomainLevels, LevelReading, Plan, PlanGoal, changes, domain_levels, remarks
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.domain.statements import MeetingRef
from zvk_tui.i18n import _
from zvk_tui.labels import action_ref, label, late, plain_date
from zvk_tui.widgets.card import action_when, owner_name
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.plan_words import change_lines, goals_text, level_signs, level_steps, meeting_text
from zvk_tui.widgets.text import joined, plain, wrapped

MOST: Final = 60
"""Actions of one goal that are shown; those that are open come first."""

_SIGNS: Final = {ActionState.OPEN: "·", ActionState.DONE: "✓"}


@dataclass(frozen=True, slots=True)
class PlanPage:
    """All that is known of the plan of one case."""

    versions: tuple[Plan, ...] = ()
    readings: tuple[LevelReading, ...] = ()
    actions: tuple[Action, ...] = ()
    meetings: dict[int, MeetingRef] | None = None

    @property
    def plan(self) -> Plan | None:
        """The version that counts."""
        return self.versions[0] if self.versions else None

    def actions_for(self, goal_key: str) -> tuple[Action, ...]:
        """Return the actions that serve a goal, open ones first; without a key those that serve none of the plan."""
        known = {goal.key for goal in self.plan.goals} if self.plan else set()
        ours = (one for one in self.actions if (one.goal_key == goal_key if goal_key else one.goal_key not in known))
        return tuple(sorted(ours, key=lambda one: (one.state is not ActionState.OPEN, one.due, one.number)))


@dataclass(frozen=True, slots=True)
class PlanView:
    """How the page is shown: on which day, with which names, in which width."""

    page: PlanPage
    today: date
    width: int
    shown: Callable[[str], str]
    live: bool = True
    """Whether the case is worked on, so that a plan can be set."""

    def lines(self) -> Iterable[Line]:
        """Yield the lines of the tab; what can be acted on has a key: a goal, an action or a version."""
        plan = self.page.plan
        if plan is None:
            words = _("There is no plan yet. p sets one.") if self.live else _("There was no plan.")
            yield self._line(joined((words, "$zvk-muted")))
        else:
            yield from self._head(plan)
            for goal in plan.goals:
                yield from self._goal(goal)
        yield from self._other_levels()
        yield from self._actions("", _("Actions without a goal in the plan") if plan else _("Actions"))
        yield from self._versions()

    def as_it_was(self) -> Iterable[Content]:
        """Yield the newest version of the page alone, as it was agreed, to read."""
        plan = self.page.plan
        if plan is not None:
            yield joined((self.shown(plan.goal), "bold"))
            yield joined((_("version {number}, {date}").format(number=plan.version, date=plain_date(plan.on)), "bold"))
        for goal in plan.goals if plan else ():
            levels = DomainLevels(goal.domain, goal.start, None, None, goal.target)
            measure = _("Measure: {measure}").format(measure=self.shown(goal.measure) or _("no measure yet"))
            yield wrapped(joined((label(goal.domain), "bold"), "  ", self.shown(goal.text)), self.width)
            yield plain(f"  {level_steps(levels)}")
            yield wrapped(plain(f"  {measure}", "$zvk-muted"), self.width)

    def _head(self, plan: Plan) -> Iterable[Line]:
        yield self._line(joined((self.shown(plan.goal), "bold")), "plan")
        yield self._line(
            joined(
                (_("version {number}, {date}").format(number=plan.version, date=plain_date(plan.on)), "$zvk-muted"),
                (f" · {self._meeting(plan)} · {goals_text(plan)} · ", "$zvk-muted"),
                self._review(plan),
            )
        )
        for remark in remarks(plan, self.today):
            if remark.warning and remark.goal is None:
                yield self._line(joined((f"! {label(remark.problem)}", "$zvk-soon")))
        yield Line(plain(""))

    def _review(self, plan: Plan) -> Content:
        if plan.review_on is None:
            return plain(_("no review planned"), "$zvk-soon")
        days = (self.today - plan.review_on).days
        if days > 0:
            return plain(_("review {late}").format(late=late(days)), "$zvk-late")
        return plain(_("review on {date}").format(date=plain_date(plan.review_on)), "$zvk-muted")

    def _goal(self, goal: PlanGoal) -> Iterable[Line]:
        levels = self._levels().get(goal.domain, DomainLevels(goal.domain))
        reached = _("reached on {date}").format(date=plain_date(goal.reached_on)) if goal.reached_on else ""
        yield self._line(
            joined(
                ("✓ " if reached else "", "$zvk-done"),
                (label(goal.domain), "bold $primary"),
                "  ",
                self.shown(goal.text),
                (f"  ({reached})" if reached else "", "$zvk-done"),
            ),
            f"goal {goal.key}",
        )
        yield self._line(self._way(levels))
        measure = self.shown(goal.measure) if goal.measure else _("no measure yet")
        style = "$zvk-muted" if goal.measure else "$zvk-soon"
        yield self._line(joined("  ", (_("Measure: {measure}").format(measure=measure), style)))
        yield from self._actions(goal.key, "")

    def _way(self, levels: DomainLevels) -> Content:
        seen = f"  ({_('seen {date}').format(date=plain_date(levels.now_on))})" if levels.now_on else ""
        return joined("  ", (level_signs(levels), "bold"), "  ", level_steps(levels), (seen, "$zvk-muted"))

    def _levels(self) -> dict[LifeDomain, DomainLevels]:
        return {one.domain: one for one in domain_levels(self.page.plan, self.page.readings, self.today)}

    def _other_levels(self) -> Iterable[Line]:
        planned = {goal.domain for goal in self.page.plan.goals} if self.page.plan else set()
        others = [one for one in self._levels().values() if one.domain not in planned]
        if others:
            yield Line(plain(_("Levels without a goal"), "bold"))
        for levels in others:
            yield self._line(joined("  ", (label(levels.domain), "bold"), self._way(levels)))
        if others:
            yield Line(plain(""))

    def _actions(self, goal_key: str, title: str) -> Iterable[Line]:
        found = self.page.actions_for(goal_key)
        if title and found:
            yield Line(plain(title, "bold"))
        if goal_key and not found:
            yield self._line(joined("    ", (_("no action yet; a adds one"), "$zvk-muted")))
        for action in found[:MOST]:
            yield self._line(self._action(action), f"action {action.id}")
        if len(found) > MOST:
            more = _("and {count} more, settled before").format(count=len(found) - MOST)
            yield self._line(joined("    ", (more, "$zvk-muted")))
        if found or goal_key:
            yield Line(plain(""))

    def _action(self, action: Action) -> Content:
        sign = _SIGNS.get(action.state, "–")
        kind = f" · {label(action.intervention)}" if action.intervention else ""
        return joined(
            "    ",
            (f"{sign} {action_ref(action.number)}", "bold"),
            f" {owner_name(action)}: {self.shown(action.text)} ",
            action_when(action, action.days_late(self.today)),
            (f" {label(action.counted_in)}{kind}", "$zvk-muted"),
        )

    def _versions(self) -> Iterable[Line]:
        versions = self.page.versions
        if not versions:
            return
        yield Line(plain(_("Versions"), "bold"))
        for plan, earlier in zip(versions, (*versions[1:], None), strict=True):
            head = _("version {number}, {date}").format(number=plan.version, date=plain_date(plan.on))
            why = f": {self.shown(plan.reason)}" if plan.reason else ""
            told = joined("  ", (head, "bold"), (f" · {self._meeting(plan)} · {plan.by}", "$zvk-muted"), why)
            found = changes(earlier, plan)
            lines = [plain(f"    {self.shown(line)}", "$zvk-muted") for line in change_lines(found, earlier)]
            yield self._line(Content("\n").join([told, *lines]), f"version {plan.version}")

    def _meeting(self, plan: Plan) -> str:
        meetings = self.page.meetings or {}
        return meeting_text(meetings.get(plan.meeting_id) if plan.meeting_id is not None else None)

    def _line(self, content: Content, key: str = "") -> Line:
        return Line(wrapped(content, self.width), key)
