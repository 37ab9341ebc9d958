"""What was agreed at an item, to read back to the table; made once for a meeting, because it is asked at every case."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.text import plain


class ReadBack(Dialog[bool]):
    """Shows what was agreed; enter agrees, escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", N_("Go on"))]

    heading = getters.query_one(".dialog-title", Label)
    scroll = getters.query_one(".reading", VerticalScroll)
    agreed = getters.query_one("#agreed-here", Static)

    def __init__(self) -> None:
        super().__init__()
        self._said = "", Content("")

    def compose(self) -> ComposeResult:
        """Lay out the title and the text, which scrolls when it is long."""
        title, content = self._said
        with Vertical(classes="dialog wide"):
            yield Label(plain(title), classes="dialog-title")
            with VerticalScroll(classes="reading"):
                yield Static(content, id="agreed-here")
            yield Static(plain(_("Agreed? Enter goes on.")), classes="hint")
            yield KeyBar()

    def about(self, title: str, content: Content) -> "ReadBack":
        """Show what was agreed at another item."""
        self._said = title, content
        if self.is_mounted:
            self.heading.update(plain(title))
            self.agreed.update(content)
            self.scroll.scroll_home(animate=False)
        return self

    def action_agree(self) -> None:
        """Say that it was agreed."""
        self.dismiss(True)
