"""The two lines around every screen: where you are, and the keys that matter here."""

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from zvk_tui.i18n import _
from zvk_tui.widgets.text import fitted, joined, plain

_KEY_NAMES = {
    "question_mark": "?",
    "escape": "esc",
    "slash": "/",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
}


def key_name(binding: Binding) -> str:
    """Return how a key is written for a person: `ctrl+l`, `?`, `F8`."""
    name = binding.key_display or _KEY_NAMES.get(binding.key, binding.key)
    return name.upper() if name[0] == "f" and name[1:].isdigit() else name


class TitleBar(Widget):
    """The first line: the name of the screen on the left, the state of things on the right."""

    title: reactive[str] = reactive("")
    """Where you are."""
    status: reactive[str] = reactive("")
    """What you need to know all the time."""

    def render(self) -> Content:
        """Return the line; the status is never cut, the title gives way."""
        status = plain(self.status)
        room = max(0, self.size.width - status.cell_length - 3)
        return joined(" ", (fitted(self.title, room), "bold"), " ", status, " ")


class KeyBar(Widget):
    """The last line: the keys that matter here, in short words."""

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Content:
        """Return as many keys as fit, whole; a key that does not apply now is dimmed."""
        pieces: list[Content] = []
        room = self.size.width
        shown: set[str] = set()
        for active in self.screen.active_bindings.values():
            if not active.binding.show or active.binding.action in shown:
                continue
            shown.add(active.binding.action)
            dim = "$text-disabled" if not active.enabled else ""
            piece = joined(
                " ",
                (key_name(active.binding), dim or "$footer-key-foreground bold"),
                " ",
                (_(active.binding.description), dim or "$footer-description-foreground"),
                " ",
            )
            if piece.cell_length > room:
                break
            room -= piece.cell_length
            pieces.append(piece)
        return Content("").join(pieces)
