"""The keys that work here, now: read from the same declarations as the bar below every screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Label, Static

from zvk_tui.i18n import N_, _
from zvk_tui.widgets.bars import KeyBar, key_name
from zvk_tui.widgets.own_keys import OwnKeys
from zvk_tui.widgets.text import fitted, joined

_MOVING = frozenset({"tab", "shift+tab", "up", "down", "home", "end"})
"""Keys that only move; they stand last."""


class Help(ModalScreen[None], OwnKeys):
    """Lists the keys of the screen below it, and those that work everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,enter", "app.pop_screen", N_("Back"), key_display="esc"),
        Binding("down,j", "scroll(1)", N_("Down"), show=False),
        Binding("up,k", "scroll(-1)", N_("Up"), show=False),
        Binding("pagedown,space", "scroll(10)", N_("Page down"), show=False),
        Binding("pageup", "scroll(-10)", N_("Page up"), show=False),
    ]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._below = below
        self._here, self._everywhere = _by_place(below)

    def compose(self) -> ComposeResult:
        """Lay out the two lists of keys and what the screen says of itself."""
        with Vertical(classes="dialog wide"):
            yield Label(_("Keys and help"), classes="dialog-title")
            with VerticalScroll(classes="reading"):
                yield Static(self._content())
            yield KeyBar()

    def action_scroll(self, lines: int) -> None:
        """Scroll so many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _content(self) -> Content:
        pieces: list[Content] = []
        if self._below.HELP:
            pieces.append(joined(_(self._below.HELP), "\n"))
        for heading, bindings in ((_("Here"), self._here), (_("Everywhere"), self._everywhere)):
            if bindings:
                pieces.append(joined((heading, "bold $primary")))
                pieces.extend(_line(binding) for binding in bindings)
                pieces.append(Content(""))
        return Content("\n").join(pieces)


def _line(binding: Binding) -> Content:
    key = binding.key.split(",")[0] if "/" in (binding.key_display or "") else key_name(binding)
    return joined(("  " + fitted(key, 10), "bold"), _(binding.tooltip or binding.description))


def _by_place(screen: Screen[object]) -> tuple[list[Binding], list[Binding]]:
    active = [(entry.node, entry.binding) for entry in screen.active_bindings.values() if entry.binding.description]
    ours = [(node, binding) for node, binding in active if not binding.system]
    ours.sort(key=lambda entry: (entry[1].key in _MOVING, not isinstance(entry[0], Screen)))
    return (
        list(_each_once(binding for node, binding in ours if node is not screen.app)),
        list(_each_once(binding for node, binding in ours if node is screen.app)),
    )


def _each_once(bindings: Iterable[Binding]) -> Iterable[Binding]:
    """One key for each action: the first that is declared for it."""
    seen: set[str] = set()
    for binding in bindings:
        if binding.action not in seen:
            seen.add(binding.action)
            yield binding
