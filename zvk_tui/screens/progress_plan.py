"""One plan: goals as bars, actions on a time line with the police contacts below it, and what was decided when."""

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.documents.names import Masks
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.plan import PlanGoal
from zvk_tui.domain.progress import PlanWhole
from zvk_tui.domain.record import Action, ActionState, takes
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import action_ref, decision_ref, label, plain_date
from zvk_tui.screens.action_review import settle_action
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose, Reading
from zvk_tui.screens.plan_updates import ask_later, ask_level, ask_past, ask_reached
from zvk_tui.screens.progress_view import PlanProgressView
from zvk_tui.widgets.lines import ArrowLines, Line, Lines
from zvk_tui.widgets.text import joined, plain

if TYPE_CHECKING:
    from collections.abc import Iterable


_HEAD_ROWS: Final = 4
_OTHER_ROWS: Final = 7
"""Rows of the two bars, of the axis with the police contacts, and of the action under the cursor."""


class PlanLines(ArrowLines):
    """The list of one plan; letters record what became of an action."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", N_("Page down"), show=False),
        Binding("pageup", "page_up", N_("Page up"), show=False),
    ]


class ProgressPlanScreen(ZvkScreen):
    """One plan, and what a process director records of it between meetings."""

    HEADING = N_("Progress")
    HELP = N_(
        "Space marks actions; k, g, m and v then count for all that are marked, on one day, and one u undoes them. "
        "On the time line ─ runs from agreed to due, ! is late, ✓ done, x not done, – no longer possible, o to come."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", N_("Mark"), show=True),
        Binding("k", "settle('done')", N_("Done")),
        Binding("g", "settle('not_done')", N_("Not done")),
        Binding("m", "settle('no_longer_possible')", N_("No longer possible"), show=False),
        Binding("v", "postpone", N_("Later date")),
        Binding("o", "settle('open')", N_("Open after all"), show=False),
        Binding("l", "level", N_("Level")),
        Binding("b", "reached", N_("Reached")),
        Binding("d", "dossier", N_("Dossier"), show=False),
        Binding("escape", "leave", N_("Back"), show=True),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, case_id: int) -> None:
        super().__init__()
        self._case_id = case_id
        self._marked: frozenset[int] = frozenset()
        self._away = False

    def compose_body(self) -> ComposeResult:
        """Lay out how the plan goes, the list, the axis with the police contacts, and the line under the cursor."""
        with Vertical(id="plan-body"):
            yield Static(id="plan-head")
            yield PlanLines(id="plan-list")
            yield Static(id="plan-axis")
            yield Static(id="plan-full")

    def begin(self) -> None:
        """Start in the list, at the action that is due first."""
        self.lines.focus()
        if first := next((one for one in self._view().ordered() if one.state is ActionState.OPEN), None):
            self.lines.show(self._view().lines(), f"action {first.id}")

    def refresh_view(self) -> None:
        """Read the plan again; what is gone is no longer marked."""
        for name in ("_whole", "_people"):
            self.__dict__.pop(name, None)
        self._marked &= {action.id for action in self._whole.actions}
        case_file = self._whole.case_file
        self.bar.title = f"{_(self.HEADING)} · {self.case_title(case_file)}"
        director = case_file.director.name if case_file.director else _("no director")
        self.bar.status = f"{label(case_file.approach)} · {director}"
        self._show()

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the time line to the new width."""
        if self.is_mounted:
            self._show()

    @on(events.ScreenResume)
    def _returned(self) -> None:
        """Read again after the dossier: something may have changed there."""
        if self._away and self.zvk.is_open:
            self._away = False
            self.refresh_view()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        if action in {"mark", "postpone", *ActionState} and not self._chosen():
            return _("Put the cursor on an action first.")
        if action in set(ActionState) and not self._taking(ActionState(action)):
            return _stands(ActionState(action))
        if action == "postpone" and any(one.state is not ActionState.OPEN for one in self._chosen()):
            return _("This action is settled; there is nothing to postpone.")
        if action == "reached" and self._goal() is None:
            return _("Put the cursor on a goal first.")
        return ""

    def action_mark(self) -> None:
        """Mark the action under the cursor, or take the mark away, and go to the next line."""
        if (action := self._action()) is None:
            self.tell(_("Put the cursor on an action first."), problem=True)
            return
        self._marked ^= {action.id}
        self._show()
        self.lines.action_cursor_down()

    @asking
    async def action_settle(self, state: str) -> None:
        """Record what became of the action under the cursor today, or of all that are marked on a day that is asked."""
        if not self.allowed(state):
            return
        chosen, on_day = self._taking(ActionState(state)), self.vault.now().date()
        kept = len(self._chosen()) - len(chosen)
        if self._marked:
            words = ngettext("{count} action: {state}. On", "{count} actions: {state}. On", len(chosen))
            asked = await ask_past(self, words.format(count=len(chosen), state=label(ActionState(state))))
            if asked is None:
                return
            on_day = asked
        self.vault.actions.settle_all([action.id for action in chosen], ActionState(state), on_day)
        self._recorded(chosen, label(ActionState(state)))
        if kept:
            words = ngettext("{count} action stays as it was.", "{count} actions stay as they were.", kept)
            self.tell(f"{words.format(count=kept)} {_stands(ActionState(state))}")

    @asking
    async def action_postpone(self) -> None:
        """Give the action under the cursor a later day, or all that are marked."""
        if not self.allowed("postpone"):
            return
        chosen = self._chosen()
        several = ngettext("{count} action", "{count} actions", len(chosen)).format(count=len(chosen))
        refs = several if self._marked else action_ref(chosen[0].number)
        due = await ask_later(self, _("New date for {ref}").format(ref=refs), max(one.due for one in chosen))
        if due is not None:
            self.vault.actions.postpone_all([action.id for action in chosen], due)
            self._recorded(chosen, _("due on {date}").format(date=plain_date(due)))

    @asking
    async def action_level(self) -> None:
        """Record the level on the life domain of the goal under the cursor, or on one that is chosen."""
        goal = self._goal()
        await ask_level(self, self._case_id, goal.domain if goal else None)
        self.refresh_view()

    @asking
    async def action_reached(self) -> None:
        """Record that the goal under the cursor is reached, or is not after all."""
        if self.allowed("reached") and (goal := self._goal()) is not None:
            await ask_reached(self, self._case_id, goal)
            self.refresh_view()

    def action_dossier(self) -> None:
        """Open the dossier at its plan."""
        from zvk_tui.screens.dossier.screen import DossierScreen

        self._away = True
        self.app.push_screen(DossierScreen(self._case_id, "plan"))

    def action_leave(self) -> None:
        """Go back to where the plan was opened; from marks, take them away first."""
        if self._marked:
            self._marked = frozenset()
            self._show()
        else:
            self.app.pop_screen()

    @on(Lines.OptionHighlighted)
    def _pointed(self) -> None:
        self.query_one("#plan-full", Static).update(self._view().in_full(self.lines.chosen))
        self.refresh_bindings()

    @on(Lines.OptionSelected)
    @asking
    async def _open(self) -> None:
        kind, _space, name = self.lines.chosen.partition(" ")
        action, goal = self._action(), self._goal()
        if action is not None:
            await settle_action(self, action)
        elif goal is not None:
            await self._ask_of(goal)
        elif kind in {"decision", "version"}:
            await self.app.push_screen_wait(Reading(_("Decided"), self._decided(kind, int(name))))
        self.refresh_view()

    async def _ask_of(self, goal: PlanGoal) -> None:
        ways = [Line(plain(_("Reached on")), "reached"), Line(plain(_("Level today")), "level")]
        chosen = await self.app.push_screen_wait(Choose(label(goal.domain), ways))
        if chosen == "reached":
            await ask_reached(self, self._case_id, goal)
        elif chosen == "level":
            await ask_level(self, self._case_id, goal.domain)

    def _decided(self, kind: str, number: int) -> Content:
        """Return a decision or a version of the plan whole, to read."""
        if kind == "decision":
            found = next(one for one in self._whole.decisions if one.id == number)
            pieces = [
                (decision_ref(found.number), found.text),
                (_("Motive"), found.motive),
                (_("Dissent"), found.dissent),
            ]
        else:
            plan = next(one for one in self._whole.versions if one.version == number)
            version = _("version {number}, {date}").format(number=number, date=plain_date(plan.on))
            goals = ((label(goal.domain), goal.text) for goal in plan.goals)
            pieces = [(version, plan.goal), (_("Reason"), plan.reason), *goals]
        told = (joined((f"{term}  ", "bold"), self._masked(text)) for term, text in pieces if text)
        return Content("\n\n").join(told)

    def _recorded(self, chosen: "Iterable[Action]", what: str) -> None:
        """Say what was recorded of several actions; of one the list says it."""
        count = len(tuple(chosen))
        self._marked = frozenset()
        if count > 1:
            self.tell(_("{count} actions: {what}. u undoes all of it.").format(count=count, what=what))
        self.refresh_view()

    def _show(self) -> None:
        view = self._view()
        self.query_one("#plan-head", Static).update(view.head())
        self.lines.show(view.lines())
        self.query_one("#plan-axis", Static).update(view.below())
        self.lines.styles.max_height = self._room()
        self._pointed()

    def _room(self) -> int:
        """Return how many rows the list may take: the axis stands right below it, and never goes off the screen."""
        head, size = self.query_one("#plan-head", Static), self.app.size
        above = min(_HEAD_ROWS, 1 + head.get_content_height(size, size, size.width - 4))
        return max(3, size.height - above - _OTHER_ROWS)

    def _view(self) -> PlanProgressView:
        width = max(70, self.app.size.width - 4)
        return PlanProgressView(self._whole, self.vault.now().date(), width, self._masked, self._marked)

    @cached_property
    def _whole(self) -> PlanWhole:
        return self.vault.progress.whole(self._case_id)

    @cached_property
    def _people(self) -> tuple[tuple[str, Subject], ...]:
        """Everybody whose name the projector hides: the person of the case, and the direct circle."""
        case_file, circle = self._whole.case_file, self.vault.intakes.circle(self._case_id)
        return ((case_file.ref, case_file.subject), *((case_file.ref, one.member.subject) for one in circle))

    def _masked(self, text: str) -> str:
        if self.name_style is NameStyle.FULL:
            return text
        return Masks(self._people, self.name_style).apply(text, self._whole.case_file.ref)

    def _chosen(self) -> list[Action]:
        """Return the actions that are marked; else the one under the cursor."""
        if self._marked:
            return [action for action in self._whole.actions if action.id in self._marked]
        action = self._action()
        return [action] if action else []

    def _taking(self, state: ActionState) -> list[Action]:
        """Return those of them that are not settled yet; to open again, those that are."""
        return [action for action in self._chosen() if takes(action.state, state)]

    def _action(self) -> Action | None:
        kind, _space, name = self.lines.chosen.partition(" ")
        return next((one for one in self._whole.actions if kind == "action" and str(one.id) == name), None)

    def _goal(self) -> PlanGoal | None:
        """Return the goal under the cursor, or the one that the action under it serves."""
        kind, _space, name = self.lines.chosen.partition(" ")
        action, plan = self._action(), self._whole.plan
        key = action.goal_key if action else name if kind == "goal" else ""
        return plan.goal_of(key) if plan else None


def _stands(state: ActionState) -> str:
    """Return why actions stay as they are when they are to be brought to a state."""
    if state is ActionState.OPEN:
        return _("It is open already.")
    return _("What is settled keeps its day; o opens it again.")
