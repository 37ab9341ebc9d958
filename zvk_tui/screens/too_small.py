"""What is shown while the window is too small for anything else."""

from textual.app import ComposeResult
from textual.containers import Middle
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from zvk_tui.i18n import _
from zvk_tui.widgets.text import plain


class TooSmall(ModalScreen[None]):
    """Asks for a larger window; what was being done waits behind it."""

    def __init__(self, smallest: tuple[int, int]) -> None:
        super().__init__()
        self._smallest = smallest

    def compose(self) -> ComposeResult:
        """Lay out the sentence."""
        with Middle():
            yield Static(id="too-small")

    def on_resize(self, event: Resize) -> None:
        """Say how large the window is and must be."""
        sentence = _("This window is too small: {now}. Make it at least {least}. Nothing is lost.")
        now, least = (f"{width}x{height}" for width, height in (event.size, self._smallest))
        self.query_one("#too-small", Static).update(plain(sentence.format(now=now, least=least)))
