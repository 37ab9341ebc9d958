"""The command palette: our own commands only, in the app's language."""

from collections.abc import Iterable

from textual.app import App
from textual.binding import ActiveBinding
from textual.screen import Screen

from zvk_tui.domain.owners import folded
from zvk_tui.i18n import _
from zvk_tui.screens.dialogs import Find
from zvk_tui.widgets.bars import key_name
from zvk_tui.widgets.entry_form import EntryForm
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import fitted, joined


class Palette(Find):
    """Finds a command of the screen below it by its name, and runs it."""

    def __init__(self, below: Screen[object]) -> None:
        super().__init__(_("Commands"), self._matching, _("No command has this name."))
        entries = below.active_bindings.values()
        self._commands = {
            entry.binding.action: (entry.node, entry.binding)
            for entry in entries
            if entry.binding.description and not entry.binding.system and _is_command(entry)
        }

    def _matching(self, words: str) -> Iterable[Line]:
        wanted = folded(words)
        for action, (_node, binding) in self._commands.items():
            name = _(binding.tooltip or binding.description)
            if wanted in folded(name):
                yield Line(joined((fitted(key_name(binding), 10), "bold"), name), action)

    def dismiss(self, result: str | None = None) -> object:  # type: ignore[override]
        """Go back, and run the command that was chosen."""
        answer = super().dismiss(result)
        if result in self._commands:
            node, _binding = self._commands[result]
            self.app.call_later(self.app.run_action, result, node)
        return answer


def _is_command(entry: ActiveBinding) -> bool:
    """Return whether a key does something: those that only move through a list or a field are no commands."""
    return isinstance(entry.node, Screen | App | EntryForm) and not entry.binding.action.startswith("app.focus_")
