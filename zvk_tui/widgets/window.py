"""A list of any length of which only what is visible is read: a list of 100,000 costs what a list of 20 does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from zvk_tui.i18n import N_

_REMEMBERED = 500
"""Drawn lines that are kept while somebody goes through the list."""


@dataclass(frozen=True, slots=True)
class WindowRow:
    """One line of the list."""

    key: str
    """What it stands for."""
    place: Any
    """Where in the list it is, for who gives the lines."""
    value: Any
    """What is drawn."""


class Source(Protocol):
    """Gives the lines of a list, a page at a time, in order."""

    def after(self, place: Any, limit: int) -> Sequence[WindowRow]:
        """Return lines from a place on, that one included; from the first for None."""

    def before(self, place: Any, limit: int) -> Sequence[WindowRow]:
        """Return the last lines before a place; of the whole list for None."""

    def find(self, key: str) -> Any:
        """Return the place of a line, None when it is not in the list."""


Draw = Callable[[Any, int], Content]
"""Draws what a line stands for, in so many columns."""


class Window(Widget, can_focus=True):
    """Shows a part of a list; the cursor stays on its line when the window changes or the list is read again."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"window--line", "window--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "down", N_("Next line"), show=False),
        Binding("up,k", "up", N_("Previous line"), show=False),
        Binding("pagedown,space", "page_down", N_("Page down"), show=False),
        Binding("pageup", "page_up", N_("Page up"), show=False),
        Binding("home", "first", N_("First line"), show=False),
        Binding("end", "last", N_("Last line"), show=False),
        Binding("enter", "open", N_("Open"), show=True),
    ]

    class Opened(Message):
        """Enter was pressed on a line."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Moved(Message):
        """Other lines are shown."""

    class Above(Message):
        """Somebody goes up from the first line of the list: to what stands above it, if anything does."""

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self._source: Source | None = None
        self._rows: list[WindowRow] = []
        self._cursor = 0
        self._wanted = ""
        self._strips: dict[tuple[str, bool, bool], Strip] = {}
        self.rank: int | None = 0
        """How many lines come before the first that is shown; None while nobody knows."""

    def show(self, source: Source, at: str = "") -> None:
        """Show another list: from its first line, or around the line `at`."""
        self._source, self._rows, self._cursor, self._wanted = source, [], 0, at
        self.reload()

    def reload(self) -> None:
        """Read again what is visible; at the top of the list it stays there, so that new lines show."""
        self._strips.clear()
        if self._source is None or not self.size.height:
            return
        key, top = self._wanted or self.chosen, self._rows[0].place if self._rows and self.rank != 0 else None
        self._wanted = ""
        rows = list(self._source.after(top, self.size.height))
        self._put(self._topped_up(rows, top), None if top is not None else 0, self._cursor)
        if key and not self._go_to(key):
            place = self._source.find(key)
            if place is not None:
                self._around(place)
                self._go_to(key)

    @property
    def chosen(self) -> str:
        """What the line under the cursor stands for; nothing for none."""
        return self._rows[self._cursor].key if self._rows else ""

    @property
    def rows(self) -> Sequence[WindowRow]:
        """The lines that are shown."""
        return tuple(self._rows)

    def on_resize(self, _event: events.Resize) -> None:
        """Show as many lines as there is room for, the cursor on the line it was on."""
        self._strips.clear()
        if self._source is None or not self.size.height:
            return
        if not self._rows or self._wanted:
            self.reload()
        elif len(self._rows) > self.size.height:
            first = max(0, self._cursor - self.size.height + 1)
            self._put(self._rows[first : first + self.size.height], self._later(first), self._cursor - first)
        elif len(self._rows) < self.size.height:
            self._grow()

    def render_line(self, y: int) -> Strip:
        """Return one line, the one under the cursor in its own style."""
        here = y == self._cursor and bool(self._rows)
        style = self.get_visual_style("window--cursor" if here else "window--line")
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, style.rich_style)
        known = (self._rows[y].key, here and self.has_focus, here)
        if known not in self._strips:
            content = self._draw(self._rows[y].value, width)
            self._strips[known] = Visual.to_strips(self, content, width, 1, style, pad=True)[0]
        return self._strips[known]

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a line; open the line that it was on already."""
        if event.y < len(self._rows):
            same = event.y == self._cursor
            self._move(event.y)
            if same:
                self.action_open()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down."""
        event.stop()
        self.action_down()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up."""
        event.stop()
        self.action_up()

    def action_down(self) -> None:
        """Go to the next line."""
        if self._cursor + 1 < len(self._rows):
            self._move(self._cursor + 1)
        elif self._source is not None and self._rows:
            more = list(self._source.after(self._rows[-1].place, 2))[1:]
            self._put([*self._rows[len(more) :], *more], self._later(len(more)), self._cursor)

    def action_up(self) -> None:
        """Go to the previous line."""
        if self._cursor:
            self._move(self._cursor - 1)
        elif self._source is not None and self._rows:
            if more := list(self._source.before(self._rows[0].place, 1)):
                self._put([*more, *self._rows][: self.size.height], self._later(-len(more)), 0)
            else:
                self.post_message(self.Above())
        else:
            self.post_message(self.Above())

    def action_page_down(self) -> None:
        """Go a page down; the last line becomes the first."""
        if self._source is None or not self._rows:
            return
        last = self._rows[-1].place
        rows = list(self._source.after(last, self.size.height))
        if len(rows) == 1:
            self._move(len(self._rows) - 1)
            return
        later = len(self._rows) - 1
        fuller = self._topped_up(rows, last)
        self._put(fuller, self._later(later - len(fuller) + len(rows)), self._cursor)

    def action_page_up(self) -> None:
        """Go a page up; the first line becomes the last."""
        if self._source is None or not self._rows:
            return
        rows = list(self._source.before(self._rows[0].place, self.size.height - 1))
        if rows:
            self._put([*rows, *self._rows][: self.size.height], self._later(-len(rows)), self._cursor)
        else:
            self._move(0)

    def action_first(self) -> None:
        """Go to the first line of the list."""
        if self._source is not None:
            self._put(list(self._source.after(None, self.size.height)), 0)

    def action_last(self) -> None:
        """Go to the last line of the list."""
        if self._source is not None:
            rows = list(self._source.before(None, self.size.height))
            self._put(rows, 0 if len(rows) < self.size.height else None, len(rows) - 1)

    def action_open(self) -> None:
        """Open the line under the cursor."""
        if self.chosen:
            self.post_message(self.Opened(self.chosen))

    def _move(self, cursor: int) -> None:
        before, self._cursor = self._cursor, cursor
        for y in {before, cursor}:
            self.refresh(Region(0, y, self.size.width, 1))

    def _put(self, rows: list[WindowRow], rank: int | None, cursor: int = 0) -> None:
        """Show these lines."""
        if len(self._strips) > _REMEMBERED:
            self._strips.clear()
        self._rows, self.rank = rows, rank
        self._cursor = max(0, min(cursor, len(rows) - 1))
        self.refresh()
        self.post_message(self.Moved())

    def _go_to(self, key: str) -> bool:
        """Put the cursor on a line that is shown; return whether it is."""
        places = [y for y, row in enumerate(self._rows) if row.key == key]
        if places:
            self._move(places[0])
        return bool(places)

    def _around(self, place: Any) -> None:
        """Show the lines around a place, which is somewhere else in the list."""
        assert self._source is not None  # noqa: S101 - narrows the type; a place is of a source
        rows = list(self._source.after(place, self.size.height // 2 + 1))
        self._put(self._topped_up(rows, place), None)

    def _topped_up(self, rows: list[WindowRow], first: Any) -> list[WindowRow]:
        """Return the lines with as many before them as there is room for."""
        room = self.size.height - len(rows)
        if self._source is None or first is None or room <= 0:
            return rows
        return [*self._source.before(first, room), *rows]

    def _grow(self) -> None:
        """Show more lines: those after the last, and then those before the first."""
        assert self._source is not None  # noqa: S101 - narrows the type; there are lines, so there is a source
        room = self.size.height - len(self._rows)
        more = list(self._source.after(self._rows[-1].place, room + 1))[1:]
        fuller = self._topped_up([*self._rows, *more], self._rows[0].place)
        earlier = len(fuller) - len(self._rows) - len(more)
        self._put(fuller, self._later(-earlier), self._cursor + earlier)

    def _later(self, lines: int) -> int | None:
        """Return the rank of the first line when the window goes so many lines on."""
        return None if self.rank is None else max(0, self.rank + lines)
