"""The columns of a long list: its lines, the line above it with an arrow at what it is sorted by, and that choice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from textual.content import Content

from zvk_tui.i18n import _
from zvk_tui.labels import label
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import fitted, joined

WIDE: Final = 108
"""From so many columns on there is room for what else is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    title: str
    width: int
    text: str
    style: str = ""
    sort: StrEnum | None = None
    """What the list is sorted by when it is sorted by this column."""


def list_line(columns: Iterable[Column]) -> Content:
    """Return one line of the list."""
    return joined(*((fitted(one.text, one.width) + " ", one.style) for one in columns))


def list_head(columns: Iterable[Column], sort: StrEnum | None = None, arrow: str = "") -> Content:
    """Return the line above the list; an arrow stands at what it is sorted by."""
    titles = ((one.title + (arrow if sort is not None and one.sort is sort else ""), one.width) for one in columns)
    return joined(*((fitted(title, width) + " ", "$zvk-muted") for title, width in titles))


def widened(columns: list[Column], flexible: int, width: int) -> list[Column]:
    """Return columns of which one takes what is left of the width."""
    left = width - sum(one.width + 1 for one in columns) + 1
    return [replace(one, width=one.width + left) if place == flexible else one for place, one in enumerate(columns)]


def sort_lines(sorts: Iterable[StrEnum], now: StrEnum, arrow: str) -> Iterator[Line]:
    """Yield the choices of what the list is sorted by; the present one can be turned round."""
    for sort in sorts:
        here = sort is now
        turned = f"  {_('again: the other way round')}" if here else ""
        yield Line(joined((f"{arrow if here else ' '} ", "bold"), label(sort), (turned, "$zvk-muted")), sort.value)
