"""The lines of a spreadsheet as they are read, where its headings are, and which column each heading means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from zvk_tui.domain.columns import NAMED_BY, Column, ListKind, column_called, heading_key, recognised, rules
from zvk_tui.domain.names import bare_words

HEAD_LINES: Final = 20
"""So many lines at the top may be titles before the headings come."""

_GENERIC: Final = frozenset({"naam", "name", "datum", "date"})
"""Words of a lower heading that the upper one already means: "Regisseur / naam"."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One line of a spreadsheet, every cell as text."""

    line: int
    """The number of the line in the file, as an editor or spreadsheet shows it."""
    cells: tuple[str, ...]
    faults: frozenset[int] = frozenset()
    """Places of cells of which the formula has no value."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands on it."""
        return not self.faults and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a list, which may stand on two lines."""

    names: tuple[str, ...]
    first_line: int
    last_line: int
    """Below this line the list begins."""


class MapProblemKind(StrEnum):
    """Why a list cannot be read with these columns."""

    MISSING = "missing"
    NO_NAME = "no_name"
    """There is no column with a name of a person or group."""
    TWICE = "twice"
    NAME_TWICE = "name_twice"
    """The whole name has a column, and so have its parts."""
    UNKNOWN_HEADING = "unknown_heading"
    """A map file names a heading that the file does not have."""
    UNKNOWN_COLUMN = "unknown_column"
    """A map file names a column that the list does not have."""


@dataclass(frozen=True, slots=True)
class MapProblem:
    """Why a list cannot be read with these columns, and which."""

    kind: MapProblemKind
    column: Column | None = None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column each heading of a file means."""

    kind: ListKind
    headings: tuple[str, ...]
    targets: tuple[Column | None, ...]
    """For each heading its column; None is not imported."""
    fixed: Mapping[Column, str] = field(default_factory=dict)
    """What holds for every line of the file, because it has no column."""

    def aimed(self, place: int, column: Column | None) -> "ColumnMap":
        """Return the map with another column for one heading."""
        targets = (*self.targets[:place], column, *self.targets[place + 1 :])
        return replace(self, targets=targets)

    @property
    def told(self) -> frozenset[Column]:
        """The columns that the file tells something of."""
        return frozenset(target for target in self.targets if target is not None) | frozenset(self.fixed)

    def problems(self) -> tuple[MapProblem, ...]:
        """Return why the list cannot be read like this; nothing when it can."""
        return (*self._missing(), *self._twice())

    def _missing(self) -> Iterable[MapProblem]:
        for rule in rules(self.kind):
            if rule.required and rule.column not in self.told:
                yield MapProblem(MapProblemKind.MISSING, rule.column)
        if self.kind is ListKind.CASES and not self.told & NAMED_BY:
            yield MapProblem(MapProblemKind.NO_NAME, Column.NAME)

    def _twice(self) -> Iterable[MapProblem]:
        for column in dict.fromkeys(target for target in self.targets if target is not None):
            named = tuple(name for name, target in zip(self.headings, self.targets, strict=True) if target is column)
            if len(named) > 1 or column in self.fixed:
                yield MapProblem(MapProblemKind.TWICE, column, named)
        if Column.NAME in self.told and Column.SURNAME in self.told:
            parts = {Column.NAME, Column.SURNAME}
            both = tuple(name for name, target in zip(self.headings, self.targets, strict=True) if target in parts)
            yield MapProblem(MapProblemKind.NAME_TWICE, Column.NAME, both)


def propose(kind: ListKind, headings: Sequence[str]) -> ColumnMap:
    """Return which column each heading probably means.

    "Naam" beside "Voornaam" is the surname. A second heading for the same column is left for somebody to decide.
    """
    targets = [_meant(kind, heading) for heading in headings]
    parts = {Column.GIVEN_NAMES, Column.PREFIX} & set(targets)
    if parts and Column.NAME in targets and Column.SURNAME not in targets:
        targets = [Column.SURNAME if target is Column.NAME else target for target in targets]
    return ColumnMap(kind, tuple(headings), tuple(targets))


def find_heading(kind: ListKind, top: Sequence[SheetRow], also: Iterable[str] = ()) -> Heading | None:
    """Return the headings among the first lines of a file; None when nothing stands there.

    They stand on one line, or on two of which the upper one was merged over several columns: an empty cell on the
    upper line then continues the cell to its left. When no line names a column, the fullest line has the headings.

    Args:
        kind: the list that the file is taken for.
        top: the first lines of the file with anything on them.
        also: headings that somebody has named.
    """
    named = {heading_key(name) for name in also}
    best: tuple[tuple[int, bool, int], Heading] | None = None
    for place, row in enumerate(top[:HEAD_LINES]):
        under = top[place + 1] if place + 1 < len(top) else None
        for found in filter(None, (_single(row), _double(row, under))):
            meant = len(recognised(kind, _texts(kind, found.names)))
            score = meant + sum(heading_key(name) in named for name in found.names)
            one_line = found.first_line == found.last_line
            fullness = sum(map(bool, found.names)) if one_line and not score else 0
            if best is None or (score, one_line, fullness) > best[0]:
                best = ((score, one_line, fullness), found)
    return best[1] if best else None


def _single(row: SheetRow) -> Heading:
    return Heading(_trimmed([_flat(cell) for cell in row.cells]), row.line, row.line)


def _double(upper: SheetRow, lower: SheetRow | None) -> Heading | None:
    if lower is None:
        return None
    width = max(len(upper.cells), len(lower.cells))
    above = [_flat(cell) for cell in (*upper.cells, *[""] * (width - len(upper.cells)))]
    below = [_flat(cell) for cell in (*lower.cells, *[""] * (width - len(lower.cells)))]
    names, group = [], ""
    for over, name in zip(above, below, strict=True):
        group = over or group
        names.append(f"{group} / {name}" if name and group else over or name)
    return Heading(_trimmed(names), upper.line, lower.line)


def _trimmed(names: list[str]) -> tuple[str, ...]:
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _texts(kind: ListKind, names: Iterable[str]) -> Iterable[str]:
    return (column.value for name in names if (column := _meant(kind, name)) is not None)


def _meant(kind: ListKind, heading: str) -> Column | None:
    """Return the column of a heading: as a whole, without its general words, or by its lower line alone."""
    upper, slash, lower = heading.rpartition(" / ")
    ways = [heading]
    if slash:
        words = [word for word in f"{upper} {lower}".split() if not _GENERIC & set(bare_words(word))]
        ways = [f"{upper} {lower}", " ".join(words), lower]
    return next((column for way in ways if (column := column_called(kind, way)) is not None), None)
