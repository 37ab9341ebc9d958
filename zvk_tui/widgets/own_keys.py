"""Screens whose keys are ours alone: every key has a name in the app's language, and none copies text out."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from zvk_tui.i18n import N_


class OwnKeys(Screen[Any], inherit_bindings=False):
    """A screen without the keys that Textual gives every screen, but for going from field to field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("Next field"), show=False),
        Binding("shift+tab", "app.focus_previous", N_("Previous field"), show=False),
    ]
