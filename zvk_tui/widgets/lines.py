"""The list: one look for everything one can go through and open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from zvk_tui.i18n import N_


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list."""

    content: Content
    key: str = ""
    """What it stands for; nothing for a heading, which cannot be opened."""


class Lines(OptionList, inherit_bindings=False):
    """A list to go through with arrows or j and k, and open with enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", N_("Next line"), show=False),
        Binding("up,k", "cursor_up", N_("Previous line"), show=False),
        Binding("home", "first", N_("First line"), show=False),
        Binding("end", "last", N_("Last line"), show=False),
        Binding("enter", "select", N_("Open"), show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes, markup=False)
        self._shown: list[Line] = []

    def show(self, lines: Iterable[Line], at: str | None = None) -> None:
        """Show these lines, the cursor on `at`, else on what it was on, else on the first that can be opened."""
        wanted = at if at is not None else self.chosen
        before = self.highlighted or 0
        fresh = list(lines)
        if fresh != self._shown:
            self._shown = fresh
            self.set_options(Option(line.content, disabled=not line.key) for line in fresh)
        keys = [line.key for line in fresh]
        if wanted and wanted in keys:
            self.highlighted = keys.index(wanted)
        else:
            openable = [n for n, key in enumerate(keys) if key]
            self.highlighted = min(openable, key=lambda n: (abs(n - before), n)) if openable else None

    @property
    def chosen(self) -> str:
        """What the line under the cursor stands for; nothing for none."""
        place = self.highlighted
        return self._shown[place].key if place is not None and place < len(self._shown) else ""

    def key_at(self, place: int) -> str:
        """Return what the line at `place` stands for."""
        return self._shown[place].key


class OpenLines(Lines):
    """A list whose screen says below that enter opens the line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", N_("Open"), show=True)]


class ArrowLines(Lines, inherit_bindings=False):
    """A list where letters mean something else: only the arrows go through it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", N_("Next line"), show=False),
        Binding("up", "cursor_up", N_("Previous line"), show=False),
        Binding("home", "first", N_("First line"), show=False),
        Binding("end", "last", N_("Last line"), show=False),
        Binding("enter", "select", N_("Open"), show=False),
    ]
