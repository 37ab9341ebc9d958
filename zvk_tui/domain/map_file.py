"""A map: what somebody wrote down of the columns of a file, for lists that come again every month."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from zvk_tui.domain.columns import Column, ListKind, column_called, heading_key
from zvk_tui.domain.sheets import ColumnMap, MapProblem, MapProblemKind

_SHEET: Final = ("blad", "sheet")
_COLUMNS: Final = ("kolommen", "columns")
_FIXED: Final = ("vast", "fixed")


@dataclass(frozen=True, slots=True)
class MapFile:
    """Which sheet to read, which column some headings mean, and what holds for every line."""

    sheet: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """Headings, each with the name of its column; a heading with nothing is not imported."""
    fixed: tuple[tuple[str, str], ...] = ()
    """Columns that the file lacks, each with what holds for every line."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that the map names."""
        return tuple(heading for heading, _column in self.columns)


def map_of(plain: Mapping[str, object]) -> MapFile | None:
    """Return the map that a TOML file holds, None when it is none.

    It has `blad` (or `sheet`), a table `[kolommen]` (or `[columns]`) of headings with their column, and a table
    `[vast]` (or `[fixed]`) of columns with what holds for every line.
    """
    sheet, columns, fixed = (_first(plain, names) for names in (_SHEET, _COLUMNS, _FIXED))
    if set(plain) - {*_SHEET, *_COLUMNS, *_FIXED} or not isinstance(sheet, str | None):
        return None
    tables = [_pairs({} if table is None else table) for table in (columns, fixed)]
    told, held = tables
    return None if told is None or held is None else MapFile(sheet or "", told, held)


def applied(wished: MapFile, columns: ColumnMap) -> tuple[ColumnMap, tuple[MapProblem, ...]]:
    """Return the columns as the map wants them, and what it names that is not there."""
    problems = []
    for heading, name in wished.columns:
        places = [place for place, one in enumerate(columns.headings) if heading_key(one) == heading_key(heading)]
        column = _column(columns.kind, name)
        if not places:
            problems.append(MapProblem(MapProblemKind.UNKNOWN_HEADING, headings=(heading,)))
        if name.strip() and column is None:
            problems.append(MapProblem(MapProblemKind.UNKNOWN_COLUMN, headings=(name,)))
        for place in places:
            columns = columns.aimed(place, column)
    fixed = {}
    for name, text in wished.fixed:
        column = _column(columns.kind, name)
        if column is None:
            problems.append(MapProblem(MapProblemKind.UNKNOWN_COLUMN, headings=(name,)))
        else:
            fixed[column] = text
    return replace(columns, fixed=fixed), tuple(problems)


def _column(kind: ListKind, name: str) -> Column | None:
    return column_called(kind, name) if name.strip() else None


def _first(plain: Mapping[str, object], names: tuple[str, ...]) -> object:
    return next((plain[name] for name in names if name in plain), None)


def _pairs(table: object) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(table, Mapping) or not all(isinstance(value, str) for value in table.values()):
        return None
    return tuple((str(name), str(value)) for name, value in table.items())
