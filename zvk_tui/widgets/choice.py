"""A choice out of a few, on one line: left and right change it, brackets show it without colour."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from zvk_tui.i18n import N_
from zvk_tui.widgets.text import joined


class Choice(Widget, can_focus=True):
    """One value out of a few words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)", N_("Next choice"), show=False),
        Binding("left", "step(-1)", N_("Previous choice"), show=False),
        Binding("enter", "submit", N_("Save"), show=True),
    ]

    value: reactive[str] = reactive("")
    """The chosen value."""

    class Changed(Message):
        """Another value was chosen."""

    class Submitted(Message):
        """Enter was pressed on the choice."""

    def __init__(self, options: Iterable[tuple[str, str]], value: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._options = list(options)
        self.set_reactive(Choice.value, value)

    def render(self) -> Content:
        """Return all the words, the chosen one in brackets."""
        return joined(
            *(
                (f"[{word}] ", "bold $primary") if value == self.value else (f" {word}  ", "$zvk-muted")
                for value, word in self._options
            )
        )

    def action_step(self, by: int) -> None:
        """Choose the next or previous word."""
        values = [value for value, _word in self._options]
        self.value = values[(values.index(self.value) + by) % len(values)]
        self.post_message(self.Changed())

    def action_submit(self) -> None:
        """Say that enter was pressed."""
        self.post_message(self.Submitted())


class StepChoice(Choice):
    """One value out of a few words, in a form that enter goes through field by field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Next field"), show=True)]
