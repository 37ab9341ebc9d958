"""Who is admitted to a closed approach: the first person admits himself, and then others."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from zvk_tui.domain.admission import Admission, Circle, KeyHolder
from zvk_tui.domain.case_file import Approach
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Confirm
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import fitted, joined, plain


class ChangeLines(Lines):
    """A list of which enter changes the line under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Change"), show=True)]


class AdmissionDialog(Dialog[None]):
    """Shows every key of the vault and whether it is admitted; enter admits or withdraws it."""

    HELP = N_(
        "Cases of this approach are seen only by who is admitted. Who is admitted admits others; the first person "
        "admits himself. The log says that an admission changed, not whose."
    )

    lines = getters.query_one(Lines)

    def __init__(self, approach: Approach) -> None:
        super().__init__()
        self._approach = approach

    def compose(self) -> ComposeResult:
        """Lay out the keys and what is said about them."""
        with Vertical(classes="dialog wide"):
            yield Label(
                plain(_("Admitted to {approach}").format(approach=label(self._approach))), classes="dialog-title"
            )
            yield ChangeLines(classes="answers")
            yield Static(id="said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show who is admitted."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read again who is admitted."""
        circle = self.vault.rule.circle(self._approach)
        admitted = {one.slot_id: one for one in self.vault.approaches.admitted(self._approach)}
        self.lines.show(_rows(circle, admitted))
        words = _("Nobody is admitted yet: enter on your own name begins.") if circle.first else ""
        self.query_one("#said", Static).update(plain(words, "$zvk-muted"))

    @on(Lines.OptionSelected)
    @asking
    async def _turn(self) -> None:
        slot_id = self.lines.chosen
        circle = self.vault.rule.circle(self._approach)
        if slot_id in circle.admitted:
            possible = circle.withdrawal_problem(slot_id) is None
            if not possible or await self._confirmed(*_farewell()):
                self.vault.rule.withdraw(self._approach, slot_id)
        else:
            possible = circle.admission_problem(slot_id) is None
            if not possible or await self._confirmed(*_welcome(first=circle.first)):
                self.vault.rule.admit(self._approach, slot_id)
        self.refresh_view()

    async def _confirmed(self, question: str, explanation: str) -> bool:
        answer = await self.app.push_screen_wait(Confirm(question, explanation))
        return answer is True


def _rows(circle: Circle, admitted: dict[str, Admission]) -> Iterable[Line]:
    for holder in circle.holders:
        yield Line(_row(holder, admitted.get(holder.slot_id), mine=holder.slot_id == circle.own), holder.slot_id)
    there = {holder.slot_id for holder in circle.holders}
    for one in admitted.values():
        if one.slot_id not in there:
            gone = KeyHolder(one.slot_id, one.name, recovery=not one.name)
            yield Line(_row(gone, one, mine=False), one.slot_id)


def _farewell() -> tuple[str, str]:
    return _("Withdraw this admission?"), _("From then on the cases of this approach are hidden there.")


def _welcome(*, first: bool) -> tuple[str, str]:
    if first:
        return (
            _("Admit yourself to this approach?"),
            _("You are the first. From then on you see its cases, and only you can admit others."),
        )
    return _("Admit this person?"), _("From then on all cases of this approach are seen there.")


def _row(holder: KeyHolder, admission: Admission | None, *, mine: bool) -> Content:
    name = _("recovery key") if holder.recovery else holder.name
    you = f" ({_('you')})" if mine else ""
    if admission is None:
        state = (_("does not see its cases"), "$zvk-muted")
    else:
        since = _("admitted on {date} by {who}").format(date=plain_date(admission.on), who=admission.by)
        state = (since, "$zvk-done")
    return joined("✓ " if admission else "  ", fitted(name + you, 24), " ", state)
