"""The list: one look for everything one can go through and open."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from zvk_tui.i18n import N_
from zvk_tui.widgets.quick import filtered


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list."""

    content: Content
    key: str = ""
    """What it stands for; nothing for a heading, which cannot be opened."""

    @property
    def place(self) -> tuple[str, int]:
        """What it stands for and in how many rows: two lists that agree in this differ in their words alone."""
        return self.key, self.content.plain.count("\n")


class Lines(OptionList, inherit_bindings=False):
    """A list to go through with arrows or j and k, and open with enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", N_("Next line"), show=False),
        Binding("up,k", "cursor_up", N_("Previous line"), show=False),
        Binding("home", "first", N_("First line"), show=False),
        Binding("end", "last", N_("Last line"), show=False),
        Binding("enter", "select", N_("Open"), show=False),
    ]

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """The place of the line under the cursor."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes, markup=False)
        self._shown: list[Line] = []
        self._columns = 0

    def show(self, lines: Iterable[Line], at: str | None = None) -> None:
        """Show these lines, the cursor on `at`, else on what it was on, else on the first that can be opened."""
        wanted = at if at is not None else self.chosen
        before = self.highlighted or 0
        fresh = list(lines)
        if [line.place for line in fresh] == [line.place for line in self._shown]:
            self._change(fresh)
        else:
            self._shown = fresh
            self.set_options(Option(line.content, disabled=not line.key) for line in fresh)
        keys = [line.key for line in fresh]
        if wanted and wanted in keys:
            self.highlighted = keys.index(wanted)
        else:
            openable = [n for n, key in enumerate(keys) if key]
            self.highlighted = min(openable, key=lambda n: (abs(n - before), n)) if openable else None

    def watch_highlighted(self, before: int | None, now: int | None) -> None:  # type: ignore[override]
        """Paint the two lines that look different now, not all."""
        super().watch_highlighted(now)
        for place in {before, now}:
            if place is not None:
                self._paint(place)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part; a line that was made before is the same line still."""
        if self.styles.gutter.totals != (0, 0):
            return super().render_lines(crop)
        self._update_lines()
        ground = self.get_visual_style("option-list--option").rich_style
        width = self.outer_size.width
        strips = (self.render_line(y).adjust_cell_length(width, ground) for y in crop.line_range)
        return filtered(self, strips, crop)

    def _change(self, fresh: list[Line]) -> None:
        """Show the lines that say something else now; the others are not painted again."""
        for place, (was, line) in enumerate(zip(self._shown, fresh, strict=True)):
            if not line.content.is_same(was.content):
                option = Option(line.content, disabled=not line.key)
                self._option_to_index[option] = self._option_to_index.pop(self._options[place])
                self._options[place] = option
                self._paint(place)
        self._shown = fresh

    def _paint(self, place: int) -> None:
        first = self._index_to_line.get(place)
        if first is None:
            self.refresh()
        else:
            self.refresh_lines(first, self._heights[place])

    def _on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        """Break no line anew when there are only more or fewer rows."""
        room = self.scrollable_content_region.width
        if room == self._columns:
            event.prevent_default()
        self._columns = room

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
