"""What the screen of one plan shows: what moved, the goals as bars, the actions on a time line, what was decided."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from zvk_tui.domain.plan import DomainLevels, PlanGoal, domain_levels
from zvk_tui.domain.progress import PlanWhole, plan_movement, progress
from zvk_tui.domain.record import Action, ActionState, Decision
from zvk_tui.domain.time_line import TimeLine, contacts_by_month, time_line
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import action_ref, decision_ref, label, plain_date
from zvk_tui.screens.progress_columns import review_text
from zvk_tui.widgets.card import action_when, owner_name
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.plan_words import goals_text, level_signs
from zvk_tui.widgets.progress_words import done_text, late_text, level_way, movement_lines
from zvk_tui.widgets.text import fitted, joined, plain, wrapped
from zvk_tui.widgets.time_rows import TimeRows

_LEAST, _ROOMY = 34, 100
"""Columns that the texts beside the time line have at least, and from how many in all they may have more."""

_SIGNS = {ActionState.OPEN: "·", ActionState.DONE: "✓"}


@dataclass(frozen=True, slots=True)
class PlanProgressView:
    """How one plan is shown: on which day, with which names, in which width, and which actions are marked."""

    whole: PlanWhole
    today: date
    width: int
    shown: Callable[[str], str]
    marked: frozenset[int] = frozenset()

    def head(self) -> Content:
        """Return the goal of the plan, and how it goes in one line of words."""
        plan = self.whole.plan
        if plan is None:
            return joined((_("This case has no plan. d opens its dossier."), "$zvk-muted"))
        known = progress(self.whole, self.today)
        told = [goals_text(plan) if plan.goals else _("no goals on life domains yet"), done_text(known)]
        told += [late_text(known.late)] if known.late.count else []
        told.append(review_text(plan.review_on, self.today))
        goal = joined((fitted(self.shown(plan.goal), self.width), "bold"))
        return Content("\n").join((goal, wrapped(plain(" · ".join(told), "$zvk-muted"), self.width)))

    def lines(self) -> Iterable[Line]:
        """Yield the lines of the list; each that is no heading has a key, so that one can go to it."""
        yield from self._moved()
        yield from self._goals()
        yield from self._actions()
        yield from self._decided()

    def below(self) -> Content:
        """Return the axis under the actions, and the police contacts of its months."""
        left, rows = self._split()
        months = contacts_by_month(self.whole.police.contacts, rows.axis, self.today)
        known = self.whole.police.known_until
        until = _("until {date}").format(date=plain_date(known.until)) if known else _("until when is not known")
        heads = (label(rows.axis.step), _("police negative, {until}").format(until=until), _("police otherwise"))
        told = known.until if known else None
        drawn = (rows.head(), *(rows.counts(months, told, negative=negative) for negative in (True, False)))
        return Content("\n").join(
            joined((fitted(head, left), "$zvk-muted"), " ", row) for head, row in zip(heads, drawn, strict=True)
        )

    def in_full(self, key: str) -> Content:
        """Return what the line under the cursor says in full, in two lines."""
        kind, _space, name = key.partition(" ")
        if kind == "action":
            action = next((one for one in self.whole.actions if str(one.id) == name), None)
            return self._action_in_full(action) if action else Content("")
        goal = self.whole.plan.goal_of(name) if self.whole.plan and kind == "goal" else None
        if goal is not None:
            measure = self.shown(goal.measure) or _("no measure yet")
            words = (self.shown(goal.text), _("Measure: {measure}").format(measure=measure))
            return Content("\n").join(plain(fitted(line, self.width)) for line in words)
        return Content("")

    def _action_in_full(self, action: Action) -> Content:
        when = action_when(action, action.days_late(self.today))
        settled = f" {plain_date(action.settled_on)}" if action.settled_on else ""
        agreed = _("agreed on {date}").format(date=plain_date(action.agreed_on)) if action.agreed_on else ""
        due = _("due on {date}").format(date=plain_date(action.due))
        second = joined(f"{owner_name(action)} ", when, settled, (f" · {due} · {agreed}", "$zvk-muted"))
        return Content("\n").join((plain(fitted(self.shown(action.text), self.width)), second))

    def _moved(self) -> Iterable[Line]:
        since = self.whole.case_file.last_discussed
        day = _("Moved since the meeting of {date}").format(date=plain_date(since)) if since else ""
        yield Line(plain(day or _("Moved so far; the case was not discussed yet"), "bold"))
        lines = list(movement_lines(plan_movement(self.whole, since), self.shown))
        for place, line in enumerate(lines):
            yield Line(wrapped(joined("  ", line), self.width), f"moved {place}")
        if not lines:
            yield Line(plain(f"  {_('Nothing moved.')}", "$zvk-soon"), "moved none")

    def _goals(self) -> Iterable[Line]:
        plan = self.whole.plan
        levels = {one.domain: one for one in domain_levels(plan, self.whole.readings, self.today)}
        yield Line(plain(_("Goals"), "bold"))
        for goal in plan.goals if plan else ():
            known = levels.get(goal.domain, DomainLevels(goal.domain))
            yield Line(wrapped(self._goal(goal, known), self.width), f"goal {goal.key}")
        if not plan or not plan.goals:
            yield Line(
                plain(f"  {_('No goals on life domains yet; d opens the dossier, g adds one there.')}", "$zvk-muted")
            )

    def _goal(self, goal: PlanGoal, levels: DomainLevels) -> Content:
        reached = _("reached on {date}").format(date=plain_date(goal.reached_on)) if goal.reached_on else ""
        first = joined(
            ("✓ " if reached else "  ", "$zvk-done"),
            (label(goal.domain), "bold $primary"),
            f"  {self.shown(goal.text)}",
            (f"  ({reached})" if reached else "", "$zvk-done"),
        )
        way = joined(
            "    ", (level_signs(levels), "bold"), f"  {level_way(levels)}  ", (self._serving(goal), "$zvk-muted")
        )
        return Content("\n").join((first, way))

    def _serving(self, goal: PlanGoal) -> str:
        """Return how many actions serve a goal, and how many of them are done."""
        ours = [action for action in self.whole.actions if action.goal_key == goal.key]
        done = sum(action.state is ActionState.DONE for action in ours)
        words = ngettext("{done} of {count} action done", "{done} of {count} actions done", len(ours))
        return words.format(done=done, count=len(ours)) if ours else _("no action yet")

    def _actions(self) -> Iterable[Line]:
        yield Line(plain(_("Actions"), "bold"))
        left, rows = self._split()
        for action in self.ordered():
            style = "bold" if action.id in self.marked else ""
            head = fitted(self._text(action), left)
            yield Line(joined((head, style), " ", rows.action(action)), f"action {action.id}")
        if not self.whole.actions:
            yield Line(plain(f"  {_('No actions yet.')}", "$zvk-muted"))

    def _text(self, action: Action) -> str:
        """Return what stands before an action on the time line: its mark, what became of it, who, and what."""
        mark, sign = "•" if action.id in self.marked else " ", _SIGNS.get(action.state, "–")
        return f"{mark}{sign} {action_ref(action.number)} {owner_name(action)}: {self.shown(action.text)}"

    def ordered(self) -> list[Action]:
        """Return the actions as they stand in the list: open ones by due date, then settled ones, the newest first."""
        still_open = [action for action in self.whole.actions if action.state is ActionState.OPEN]
        settled = [action for action in self.whole.actions if action.state is not ActionState.OPEN]
        return [*still_open, *sorted(settled, key=lambda one: (one.settled_on or one.due, one.number), reverse=True)]

    def _decided(self) -> Iterable[Line]:
        yield Line(plain(_("Decided"), "bold"))
        told = [(plan.on, f"version {plan.version}", self._version(plan.version)) for plan in self.whole.versions]
        told += [(one.on or date.min, f"decision {one.id}", self._decision(one)) for one in self.whole.decisions]
        for _on, key, content in sorted(told, key=lambda one: one[0], reverse=True):
            yield Line(joined("  ", content), key)
        if not told:
            yield Line(plain(f"  {_('Nothing was decided yet.')}", "$zvk-muted"))

    def _version(self, number: int) -> Content:
        plan = next(one for one in self.whole.versions if one.version == number)
        why = f": {self.shown(plan.reason)}" if plan.reason else ""
        words = fitted(f"{_('version {number} of the plan').format(number=number)}{why}", self.width - 14)
        return joined((f"{plain_date(plan.on)}  ", "$zvk-muted"), words)

    def _decision(self, decision: Decision) -> Content:
        on = plain_date(decision.on) if decision.on else "–"
        words = fitted(f"{decision_ref(decision.number)} {self.shown(decision.text)}", self.width - 14)
        return joined((f"{on}  ", "$zvk-muted"), words)

    def _split(self) -> tuple[int, TimeRows]:
        """Return how many columns the texts have, and the axis beside them.

        The texts have two fifths, or less when all are shorter; what the axis leaves is theirs too, as far as they go.
        """
        longest = max((len(self._text(action)) for action in self.whole.actions), default=0)
        least = _LEAST if self.width < _ROOMY else max(_LEAST, min(longest, self.width * 2 // 5))
        axis = self._axis(max(20, self.width - least - 3))
        left = max(least, min(longest, self.width - axis.cells - 3))
        return left, TimeRows(axis, self.today)

    def _axis(self, room: int) -> TimeLine:
        days = [day for one in self.whole.actions for day in (one.agreed_on, one.due, one.settled_on) if day]
        days += [contact.on for contact in self.whole.police.contacts if contact.stands]
        plan = self.whole.plan
        days += [plan.review_on] if plan and plan.review_on else []
        planned = min((one.on for one in self.whole.versions), default=self.today)
        return time_line(planned, days, self.today, room)
