"""A long list that says which line the cursor is on, and lines that are known by their order alone."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from textual.message import Message

from zvk_tui.widgets.window import Window, WindowRow


class PointedWindow(Window):
    """A window over a list; what is known of the line under the cursor can be shown beside it."""

    class Pointed(Message):
        """The cursor is on another line, or other lines are shown."""

    @property
    def value(self) -> Any:
        """What the line under the cursor shows; None for no line."""
        return next((row.value for row in self.rows if row.key == self.chosen), None)

    def _move(self, cursor: int) -> None:
        super()._move(cursor)
        self.post_message(self.Pointed())

    def _put(self, rows: list[WindowRow], rank: int | None, cursor: int = 0) -> None:
        super()._put(rows, rank, cursor)
        self.post_message(self.Pointed())


Read = Callable[[Sequence[int]], Iterable[tuple[int, Any]]]
"""Reads what some numbers stand for; one that is no longer there may be left out."""


class Numbered:
    """Gives the lines of a list of which the order is known; each is read when it is shown."""

    def __init__(self, numbers: Sequence[int], read: Read) -> None:
        self._numbers = numbers
        self._read = read
        self._places = {number: place for place, number in enumerate(numbers)}

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._numbers)

    def after(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return lines from a place on, that one included."""
        first = place or 0
        return self._rows(first, first + limit)

    def before(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return the last lines before a place, or of the whole list."""
        end = len(self._numbers) if place is None else place
        return self._rows(max(0, end - limit), end)

    def find(self, key: str) -> int | None:
        """Return the place of a line."""
        return self._places.get(int(key))

    def rank(self, first: int | None) -> int:
        """Return how many lines come before a place."""
        return first or 0

    def _rows(self, first: int, end: int) -> list[WindowRow]:
        read = self._read(self._numbers[first:end])
        return [WindowRow(str(number), self._places[number], value) for number, value in read]
