"""An empty screen, for when somebody walks in; the vault is locked behind it."""

from textual import events
from textual.screen import Screen


class Blank(Screen[None]):
    """Shows nothing at all; any key goes back to the unlock screen below it."""

    def on_key(self, event: events.Key) -> None:
        """Ask for the passphrase; the key itself is not passed on."""
        event.stop()
        self.app.pop_screen()
