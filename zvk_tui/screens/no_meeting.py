"""What the meeting screen says while there is no meeting at all."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import ZvkScreen
from zvk_tui.screens.new_meeting import open_new_meeting
from zvk_tui.widgets.text import plain


class NoMeeting(ZvkScreen):
    """Says how to open the first meeting."""

    HEADING = N_("Meeting")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "new_meeting", N_("New meeting"))]

    def compose_body(self) -> ComposeResult:
        """Lay out the one sentence."""
        yield Static(plain(_("There is no meeting yet. Press n to open the first one."), "$zvk-muted"), id="empty")

    def action_new_meeting(self) -> None:
        """Open the first meeting of a series."""
        open_new_meeting(self)
