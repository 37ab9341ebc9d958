"""Contacts with the police in the dossier: up to when is known, the months, and every contact with its kind."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from zvk_tui.domain.police import PoliceContact
from zvk_tui.i18n import N_, _
from zvk_tui.screens.dialogs import Ask
from zvk_tui.screens.dossier.asking import applies, ask
from zvk_tui.screens.dossier.police_forms import contact_form, known_form
from zvk_tui.screens.dossier.police_view import PoliceView
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.lines import Lines, OpenLines


class PoliceTab(DossierTab):
    """The police contacts of one case; enter corrects the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("New")),
        Binding("t", "known", N_("Known until")),
        Binding("w", "change", N_("Correct")),
        Binding("x", "wrong", N_("Wrong")),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, case_id: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(case_id, id=id)
        self._contacts: dict[str, PoliceContact] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="police-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read what is known again."""
        facts = self.vault.police.facts(self.case_id)
        self._contacts = {str(contact.id): contact for contact in facts.contacts}
        width = max(40, self.app.size.width - 6)
        self.lines.show(PoliceView(facts, self.vault.now().date(), width, self.shown).lines())

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        if action not in {"change", "wrong"}:
            return ""
        contact = self._contact()
        if contact is None:
            return _("Put the cursor on a contact first.")
        return "" if contact.stands or action == "wrong" else _("This contact is wrong; x takes that back.")

    def action_new(self) -> None:
        """Add a contact."""
        ask(self, lambda: self.app.push_screen_wait(contact_form(self.vault, self.case_id, None)))

    def action_known(self) -> None:
        """Record up to which day police information is known."""
        ask(self, lambda: self.app.push_screen_wait(known_form(self.vault, self.case_id)))

    def action_change(self) -> None:
        """Put another contact in the place of the one under the cursor, which stays readable as wrong."""
        contact = self._contact()
        if applies(self, "change") and contact is not None:
            ask(self, lambda: self.app.push_screen_wait(contact_form(self.vault, self.case_id, contact)))

    def action_wrong(self) -> None:
        """Mark the contact under the cursor as wrong, or take that back."""
        if applies(self, "wrong"):
            ask(self, self._wrong)

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        if self.lines.chosen == "known":
            self.action_known()
        else:
            self.action_change()

    async def _wrong(self) -> None:
        contact = self._contact()
        if contact is None:
            return
        if not contact.stands:
            self.vault.police_desk.restore(contact.id)
            return
        why = await self.app.push_screen_wait(
            Ask(
                _("What is wrong? It is kept with the contact."),
                check=lambda said: "" if said.strip() else _("Type the reason."),
            )
        )
        if why:
            self.vault.police_desk.mark_wrong(contact.id, why)

    def _contact(self) -> PoliceContact | None:
        return self._contacts.get(self.lines.chosen)
