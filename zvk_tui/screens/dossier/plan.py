"""The plan in the dossier: goals per life domain from start over now to target, their actions, and the versions."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.domain.life import plan_refusal
from zvk_tui.domain.plan import Plan, PlanGoal
from zvk_tui.domain.record import Action
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.action_review import settle_action
from zvk_tui.screens.dialogs import Reading
from zvk_tui.screens.dossier.asking import applies, ask, screen_of
from zvk_tui.screens.dossier.plan_forms import Options, action_form, end_form, goal_form, plan_form
from zvk_tui.screens.dossier.plan_view import PlanPage, PlanView
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.screens.plan_updates import ask_level, ask_reached
from zvk_tui.widgets.lines import Lines, OpenLines
from zvk_tui.words.life import problem_id

_WRITES = frozenset({"plan", "goal", "action", "level", "reached", "change", "end"})
"""The actions that change a plan: of a closed case nothing is changed, but what became of an action is recorded."""


class PlanTab(DossierTab):
    """The plan of one case; enter opens the line under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "plan", N_("Plan")),
        Binding("g", "goal", N_("New goal")),
        Binding("a", "action", N_("Action")),
        Binding("l", "level", N_("Level")),
        Binding("b", "reached", N_("Reached")),
        Binding("w", "change", N_("Change")),
        Binding("x", "end", N_("End goal"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, case_id: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(case_id, id=id)
        self.page = PlanPage()

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="plan-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the plan again."""
        plans = self.vault.plans
        self.page = PlanPage(
            plans.versions(self.case_id),
            plans.levels(self.case_id),
            plans.actions(self.case_id),
            plans.meetings(self.case_id),
        )
        width = max(40, self.app.size.width - 6)
        view = PlanView(self.page, self.vault.now().date(), width, self.shown, self.case_file.live)
        self.lines.show(view.lines())

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        if action in _WRITES and not self.case_file.live:
            return _("This case is closed. Reopen it first, with a reason.")
        if action == "settle" and self.head.shielded:
            return _("This case is shielded. Reopen it first, with a reason.")
        if self.page.plan is None and (reason := self._no_plan(action)):
            return reason
        if action in {"reached", "end"} and self._goal() is None:
            return _("Put the cursor on a goal first.")
        if action == "change" and not self.lines.chosen.startswith(("goal ", "action ", "plan")):
            return _("Put the cursor on a goal or an action first.")
        return ""

    def _no_plan(self, action: str) -> str:
        """Return why an action does not apply while there is no plan."""
        if action == "plan":
            problem = plan_refusal(self.vault.life.life(self.case_id))
            return _(problem_id(problem)) if problem else ""
        if action in {"goal", "reached", "end"}:
            return _("There is no plan yet; p sets one.")
        return ""

    def action_plan(self) -> None:
        """Set the plan, or change its goal and its review."""
        if applies(self, "plan"):
            ask(self, self._plan)

    def action_goal(self) -> None:
        """Add a goal on a life domain."""
        if applies(self, "goal"):
            ask(self, lambda: self._change_goal(None))

    def action_action(self) -> None:
        """Agree on an action, for the goal under the cursor."""
        if applies(self, "action"):
            ask(self, lambda: self._change_action(None))

    def action_level(self) -> None:
        """Record the level on the life domain of the goal under the cursor, or on one that is chosen."""
        if applies(self, "level"):
            ask(self, self._level)

    def action_reached(self) -> None:
        """Record that the goal under the cursor is reached, or is not after all."""
        if applies(self, "reached"):
            ask(self, self._reach)

    def action_change(self) -> None:
        """Change the goal or the action under the cursor."""
        if applies(self, "change"):
            ask(self, self._change)

    def action_end(self) -> None:
        """End the goal under the cursor, in a next version of the plan."""
        if applies(self, "end"):
            ask(self, self._end)

    def action_settle(self) -> None:
        """Record what became of the action under the cursor, or a later date."""
        if applies(self, "settle"):
            ask(self, self._settle)

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        if self.lines.chosen.startswith("action "):
            self.action_settle()
        elif self.lines.chosen.startswith("version "):
            ask(self, self._read_version)
        elif self.lines.chosen:
            self.action_change()

    async def _plan(self) -> None:
        goal = self.page.plan.goal if self.page.plan else self.case_file.goal
        await self.app.push_screen_wait(plan_form(self.vault, self.case_id, self.page.plan, goal))

    async def _change(self) -> None:
        if (action := self._action()) is not None:
            await self._change_action(action)
        elif (goal := self._goal()) is not None:
            await self._change_goal(goal)
        else:
            await self._plan()

    async def _change_goal(self, goal: PlanGoal | None) -> None:
        if self.page.plan is not None:
            await self.app.push_screen_wait(goal_form(self.vault, self.case_id, self.page.plan, goal))

    async def _change_action(self, action: Action | None) -> None:
        goal = self._goal()
        form = action_form(self.vault, self.case_id, action, goal.key if goal else "", self._goals())
        await self.app.push_screen_wait(form)

    async def _settle(self) -> None:
        if (action := self._action()) is not None:
            await settle_action(screen_of(self), action)

    async def _end(self) -> None:
        if (goal := self._goal()) is not None and self.page.plan is not None:
            await self.app.push_screen_wait(end_form(self.vault, self.case_id, self.page.plan, goal))

    async def _level(self) -> None:
        goal = self._goal()
        await ask_level(screen_of(self), self.case_id, goal.domain if goal else None)

    async def _reach(self) -> None:
        if (goal := self._goal()) is not None:
            await ask_reached(screen_of(self), self.case_id, goal)

    async def _read_version(self) -> None:
        number = int(self.lines.chosen.removeprefix("version "))
        plan = next(plan for plan in self.page.versions if plan.version == number)
        await self.app.push_screen_wait(Reading(_("The plan as it was"), self._whole(plan)))

    def _whole(self, plan: Plan) -> Content:
        page = PlanPage((plan,), (), (), self.page.meetings)
        width = max(40, self.app.size.width - 16)
        view = PlanView(page, plan.on, width, self.shown)
        return Content("\n").join(view.as_it_was())

    def _goals(self) -> Options:
        goals = self.page.plan.goals if self.page.plan else ()
        return tuple((goal.key, f"{label(goal.domain)}: {self.shown(goal.text)}") for goal in goals)

    def _goal(self) -> PlanGoal | None:
        """Return the goal under the cursor, or the one that the action under it serves."""
        action = self._action()
        key = action.goal_key if action else self.lines.chosen.removeprefix("goal ")
        return self.page.plan.goal_of(key) if self.page.plan else None

    def _action(self) -> Action | None:
        chosen = self.lines.chosen.removeprefix("action ")
        return next((action for action in self.page.actions if f"{action.id}" == chosen), None)
