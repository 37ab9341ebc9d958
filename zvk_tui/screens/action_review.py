"""What became of actions: done, not done, no longer possible, or a later date."""

from datetime import date
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import action_ref, label, long_date
from zvk_tui.screens.base import Dialog, VaultAccess, asking
from zvk_tui.screens.dialogs import Ask, Choose
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.card import action_when, owner_name
from zvk_tui.widgets.lines import ArrowLines, Line, Lines
from zvk_tui.widgets.text import fitted, joined, plain

_POSTPONE = "postpone"


class ActionReview(Dialog[None]):
    """Goes through the open actions of a case or a series; one letter settles the one under the cursor."""

    HELP = N_("Say of each action what became of it. Not done and no longer possible are not the same.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "settle('done')", N_("Done")),
        Binding("g", "settle('not_done')", N_("Not done")),
        Binding("m", "settle('no_longer_possible')", N_("No longer possible")),
        Binding("v", "postpone", N_("Later date")),
        Binding("o", "settle('open')", N_("Open after all"), show=False),
        Binding("u", "app.undo", N_("Undo"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, title: str, meeting_id: int, item_id: int) -> None:
        super().__init__()
        self._title = title
        self._meeting_id = meeting_id
        self._item_id = item_id
        self._actions: dict[str, Action] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list of actions."""
        with Vertical(classes="dialog wide"):
            yield Label(plain(self._title), classes="dialog-title")
            yield ArrowLines(classes="answers found")
            yield Static(plain(_("There are no open actions here."), "$zvk-muted"), classes="hint nothing")
            yield KeyBar()

    def on_mount(self) -> None:
        """Read the actions."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read the actions again."""
        card = self.vault.cards.get(self._item_id)
        self._actions = {str(action.id): action for action in card.carried}
        today = self.vault.now().date()
        self.lines.show(Line(self._row(action, today), key) for key, action in self._actions.items())
        self.query_one(".nothing").display = not self._actions

    def action_settle(self, state: str) -> None:
        """Record what became of the action under the cursor."""
        if action := self._actions.get(self.lines.chosen):
            today = self.vault.now().date()
            try:
                self.vault.entries.settle_action(action.id, ActionState(state), today, self._item_id)
            except Refused as error:
                self.tell_error(error)
                return
            self.lines.action_cursor_down()
            self.refresh_view()

    def action_postpone(self) -> None:
        """Give the action under the cursor a later date."""
        if action := self._actions.get(self.lines.chosen):
            self._postpone(action)

    @on(Lines.OptionSelected)
    @asking
    async def _selected(self) -> None:
        if action := self._actions.get(self.lines.chosen):
            await settle_action(self, action, self._item_id)
            self.refresh_view()

    @asking
    async def _postpone(self, action: Action) -> None:
        await _ask_later(self, action, self._item_id, self._next_meeting())
        self.refresh_view()

    def _next_meeting(self) -> date | None:
        return self.vault.meetings.get(self._meeting_id).expected_next

    def _row(self, action: Action, today: date) -> Content:
        width = min(self.app.size.width - 12, 120)
        text = self.shown(action.text, action.case_ref)
        what = f"{action_ref(action.number)} {action.case_ref}  {owner_name(action)}: {text}"
        when = action_when(action, action.days_late(today))
        return joined(fitted(what, max(20, width - when.cell_length - 1)), " ", when)


async def settle_action(screen: VaultAccess[None], action: Action, item_id: int | None = None) -> None:
    """Ask what became of one action, and record it."""
    states = (ActionState.DONE, ActionState.NOT_DONE, ActionState.NO_LONGER_POSSIBLE)
    lines = [Line(plain(label(state)), state.value) for state in states]
    lines.append(Line(plain(_("Later date")), _POSTPONE))
    if action.state is not ActionState.OPEN:
        lines = [Line(plain(_("Open after all")), ActionState.OPEN.value)]
    answer = await screen.app.push_screen_wait(
        Choose(f"{action_ref(action.number)} {screen.shown(action.text, action.case_ref)}", lines)
    )
    today = screen.vault.now().date()
    if answer == _POSTPONE:
        await _ask_later(screen, action, item_id, None)
    elif answer:
        screen.vault.entries.settle_action(action.id, ActionState(answer), today, item_id)


async def _ask_later(screen: VaultAccess[None], action: Action, item_id: int | None, next_meeting: date | None) -> None:
    today = screen.vault.now().date()

    def check(typed: str) -> str:
        found = parse_date(typed, today, next_meeting)
        if found is None:
            return _("That is no date. Type 14-12, fri, +2w or next.")
        return (
            ""
            if found > action.due and found >= today
            else _("The new date must be later than {date}.").format(date=long_date(max(action.due, today)))
        )

    title = _("New date for {ref}").format(ref=action_ref(action.number))
    typed = await screen.app.push_screen_wait(Ask(title, "", _("14-12, fri, +2w or next"), check))
    if typed and (due := parse_date(typed, today, next_meeting)):
        screen.vault.entries.postpone_action(action.id, due, today, item_id)
