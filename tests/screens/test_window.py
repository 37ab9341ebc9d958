"""The windowed list: whatever keys are pressed and however the window changes, it shows a stretch of the whole list."""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from zvk_tui.widgets.window import Window, WindowRow

KEYS = ("down", "up", "pagedown", "pageup", "home", "end", "j", "k", "space")


@dataclass
class Numbers:
    """A list of numbers that can be changed while it is shown."""

    numbers: list[int]
    read: int = 0
    asked: list[int] = field(default_factory=list)

    def after(self, place: int | None, limit: int) -> Sequence[WindowRow]:
        """Return numbers from one on."""
        found = [number for number in self.numbers if place is None or number >= place][:limit]
        return self._rows(found)

    def before(self, place: int | None, limit: int) -> Sequence[WindowRow]:
        """Return the last numbers before one."""
        found = [number for number in self.numbers if place is None or number < place]
        return self._rows(found[max(0, len(found) - limit) :])

    def find(self, key: str) -> int | None:
        """Return a number that is in the list."""
        return int(key) if int(key) in self.numbers else None

    def _rows(self, found: list[int]) -> list[WindowRow]:
        self.read += len(found)
        return [WindowRow(str(number), number, number) for number in found]


class Shown(App[None]):
    """An app that shows a window."""

    CSS = "Window { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """Show the window."""
        yield Window(lambda value, _width: Content(f"line {value}"))


@asynccontextmanager
async def window_on(source: Numbers, height: int = 10) -> AsyncIterator[tuple[Window, Pilot[None]]]:
    """Give a window on a list."""
    app = Shown()
    async with app.run_test(size=(40, height)) as pilot:
        window = app.query_one(Window)
        window.show(source)
        window.focus()
        await pilot.pause()
        yield window, pilot


def is_a_stretch(window: Window, source: Numbers, height: int) -> None:
    """Check that what is shown follows on each other, fills the window, and holds the cursor."""
    keys = [int(row.key) for row in window.rows]
    first = source.numbers.index(keys[0])
    assert keys == source.numbers[first : first + len(keys)]
    assert len(keys) == min(height, len(source.numbers))
    assert window.rank in {None, first}
    assert int(window.chosen) in keys


@pytest.mark.parametrize("count", [1, 3, 10, 11, 95])
async def test_any_keys_show_a_stretch_of_the_list(count: int) -> None:
    """Hundreds of keys, at random: the lines follow on each other, and the cursor is on one of them."""
    source, dice = Numbers(list(range(count))), random.Random(count)  # noqa: S311 - keys need no secrets
    async with window_on(source) as (window, pilot):
        for key in dice.choices(KEYS, k=45):
            await pilot.press(key)
            is_a_stretch(window, source, 10)


async def test_the_ends_are_reached() -> None:
    """End goes to the last line, home to the first; a page goes on where the last one ended."""
    source = Numbers(list(range(50)))
    async with window_on(source) as (window, pilot):
        await pilot.press("end")
        assert window.chosen == "49"
        await pilot.press("home")
        assert window.chosen == "0"
        await pilot.press("pagedown")
        assert window.rows[0].key == "9"
        await pilot.press("pageup")
        assert window.rows[0].key == "0"


async def test_only_what_is_visible_is_read() -> None:
    """Of a hundred thousand lines a window reads those that it shows."""
    source = Numbers(list(range(100_000)))
    async with window_on(source) as (_window, pilot):
        assert source.read <= 10
        await pilot.press("pagedown", "end", "up", "home")
        assert source.read <= 10 * 6


async def test_the_cursor_stays_on_its_line_when_the_window_changes() -> None:
    """A smaller or larger window keeps the cursor where it was, and is full."""
    source, dice = Numbers(list(range(40))), random.Random(4)  # noqa: S311 - sizes need no secrets
    async with window_on(source) as (window, pilot):
        await pilot.press("pagedown", "down", "down", "down", "down")
        chosen = window.chosen
        for height in dice.choices(range(3, 39), k=12):
            await pilot.resize_terminal(40, height)
            await pilot.pause()
            assert window.chosen == chosen
            is_a_stretch(window, source, height)


async def test_the_cursor_stays_on_its_line_when_the_list_is_read_again() -> None:
    """Lines that came or went elsewhere do not move the cursor off its line; a line that is gone gives its place."""
    source = Numbers(list(range(0, 80, 2)))
    async with window_on(source) as (window, pilot):
        await pilot.press("pagedown", "pagedown", "down")
        chosen = window.chosen
        source.numbers = [number for number in source.numbers if number > 20 or number % 3]
        window.reload()
        assert window.chosen == chosen
        source.numbers = [number for number in source.numbers if str(number) != chosen]
        window.reload()
        is_a_stretch(window, source, 10)
        source.numbers = [500, 501, 502]
        window.reload()
        is_a_stretch(window, source, 10)
        source.numbers = []
        window.reload()
        assert window.rows == ()
        assert window.chosen == ""


async def test_a_line_is_drawn_as_it_is() -> None:
    """Each line is drawn on one row, and the last rows of a short list are empty."""
    async with window_on(Numbers([7, 8])) as (window, _pilot):
        assert window.render_line(0).text.rstrip() == "line 7"
        assert window.render_line(1).text.rstrip() == "line 8"
        assert not window.render_line(2).text.strip()


async def test_the_list_can_be_shown_around_a_line() -> None:
    """A list begins where somebody asks for, its window full."""
    source = Numbers(list(range(60)))
    async with window_on(source) as (window, _pilot):
        window.show(source, at="33")
        assert window.chosen == "33"
        is_a_stretch(window, source, 10)
        window.show(source, at="59")
        assert window.chosen == "59"
        is_a_stretch(window, source, 10)
