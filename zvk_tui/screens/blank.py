"""An empty screen, for when somebody walks in; the vault is locked behind it."""

from textual import events
from textual.screen import Screen

from zvk_tui.screens.unlock import UnlockScreen


class Blank(Screen[None]):
    """Shows nothing at all; any key asks for the passphrase."""

    def __init__(self, vault_name: str) -> None:
        super().__init__()
        self._vault_name = vault_name

    def on_key(self, event: events.Key) -> None:
        """Ask for the passphrase; the key itself is not passed on."""
        event.stop()
        self.app.switch_screen(UnlockScreen(self._vault_name))
