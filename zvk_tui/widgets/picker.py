"""A field whose value is one of many: enter opens the list to find it in."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from zvk_tui.i18n import N_, _
from zvk_tui.widgets.text import joined


class Picker(Widget, can_focus=True):
    """Shows what was picked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space", "pick", N_("Choose"), show=True)]

    value: reactive[str] = reactive("")
    """The key of what was picked; several are separated by a space."""

    class Asked(Message):
        """Somebody wants to pick."""

        def __init__(self, picker: "Picker") -> None:
            super().__init__()
            self.picker = picker

    def __init__(self, options: Iterable[tuple[str, str]], value: str, *, many: bool = False, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.options = dict(options)
        self.many = many
        self.set_reactive(Picker.value, value)

    def render(self) -> Content:
        """Return the names of what was picked; picking nothing may have a name of its own, such as all."""
        names = [self.options[key] for key in self.value.split() if key in self.options]
        return joined(", ".join(names)) if names else joined((self.options.get("") or _("none"), "$zvk-muted"))

    def toggle(self, key: str) -> None:
        """Pick one, or take it out again where several can be picked."""
        if not self.many:
            self.value = key
            return
        keys = self.value.split()
        self.value = " ".join(k for k in keys if k != key) if key in keys else " ".join([*keys, key])

    def action_pick(self) -> None:
        """Ask to pick."""
        self.post_message(self.Asked(self))
