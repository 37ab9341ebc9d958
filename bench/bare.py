"""The bare Textual app that the unlock screen is measured beside: one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    """Shows that it is there."""

    def compose(self) -> ComposeResult:
        """Lay out the one line."""
        yield Label("bare and ready")


if __name__ == "__main__":
    Bare().run()
