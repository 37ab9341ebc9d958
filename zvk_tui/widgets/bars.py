"""The two lines around every screen: where you are, and the keys that matter here."""

from collections.abc import Callable

from textual.binding import ActiveBinding, Binding
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

_LAST = ("escape", "question_mark", "f1")
"""The way back and the way to all other keys: they stand last, in this order, and always fit."""


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

    _followed = Content("")

    def on_mount(self) -> None:
        """Follow the bindings of the screen; what stays the same is not painted again."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self._follow())

    def _follow(self) -> None:
        now = self.render()
        if not now.is_same(self._followed):
            self._followed = now
            self.refresh()

    def render(self) -> Content:
        """Return as many keys as fit, whole; the way back and the help always do."""
        shown: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show:
                shown.setdefault(active.binding.description, active)
        first = [self._piece(active) for active in shown.values() if active.binding.key not in _LAST]
        last = [self._piece(active) for key in _LAST for active in shown.values() if active.binding.key == key]
        room = self.size.width - sum(piece.cell_length for piece in last)
        while first and sum(piece.cell_length for piece in first) > room:
            first.pop()
        return Content("").join((*first, *last))

    def _piece(self, active: ActiveBinding) -> Content:
        """Return one key and what it does; a key that does not apply now is dimmed."""
        binding = active.binding
        dim = "" if active.enabled and not self._why_not(binding.action) else "$text-disabled"
        style, words_style = dim or "$footer-key-foreground bold", dim or "$footer-description-foreground"
        return joined(" ", (key_name(binding), style), " ", (_(binding.description), words_style), " ")

    def _why_not(self, action: str) -> str:
        """Return what the screen says of an action that does not apply: `finalise`, or `judgement` of its entries."""
        why_not: Callable[[str], str] | None = getattr(self.screen, "why_not", None)
        return why_not(action.rpartition("(")[2].strip("')")) if why_not else ""
