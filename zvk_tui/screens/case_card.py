"""A case at a glance, between meetings: its last discussion and what is still to be done."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from zvk_tui.i18n import _
from zvk_tui.screens.base import Dialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.card import CardView


class CaseCard(Dialog[None]):
    """Shows one case and its open actions, to read."""

    def __init__(self, case_id: int) -> None:
        super().__init__()
        self._case_id = case_id

    def compose(self) -> ComposeResult:
        """Lay out the card, which scrolls when it is long."""
        with Vertical(classes="dialog wide"):
            yield Label(_("Case"), classes="dialog-title")
            with VerticalScroll(classes="reading"):
                yield Static(id="card")
            yield KeyBar()

    def on_mount(self) -> None:
        """Read the case."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read the case again."""
        card = self.vault.cards.of_case(self._case_id)
        view = CardView(self.vault.now().date(), self.name_style, min(112, self.app.size.width - 12))
        self.query_one("#card", Static).update(view.content(card))
