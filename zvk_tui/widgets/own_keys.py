"""Screens whose keys are ours alone: every key has a name in the app's language, and none copies text out."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from zvk_tui.i18n import N_
from zvk_tui.widgets.quick import PaintsOnce


class OwnKeys(PaintsOnce, inherit_bindings=False):
    """A screen without the keys that Textual gives every screen, but for going from field to field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", N_("Next field"), show=False),
        Binding("shift+tab", "app.focus_previous", N_("Previous field"), show=False),
    ]
