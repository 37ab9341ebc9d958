"""A list as it is found in a spreadsheet: on which sheet, under which headings, and its lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from zvk_tui.documents.spreadsheet_limits import NO_SHEET
from zvk_tui.documents.spreadsheets import Spreadsheet, opened
from zvk_tui.domain.columns import ListKind, recognised
from zvk_tui.domain.map_file import MapFile, applied
from zvk_tui.domain.sheets import ColumnMap, Heading, MapProblem, SheetRow, find_heading, propose
from zvk_tui.errors import Refused, Usage
from zvk_tui.i18n import N_

EMPTY: Final = N_("There is nothing in {name}. Nothing was imported.")
NO_MAP: Final = N_("The map {name} cannot be used. It has [kolommen] with a heading and its column on each line.")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A list in a spreadsheet, found and not yet read."""

    path: Path
    sheet: str
    """The name of its sheet; nothing for CSV."""
    heading: Heading
    columns: ColumnMap
    problems: tuple[MapProblem, ...] = ()
    """What a map names that the file does not have."""

    def aimed(self, columns: ColumnMap) -> "ListFile":
        """Return the list with other columns."""
        return replace(self, columns=columns)

    def all_problems(self) -> tuple[MapProblem, ...]:
        """Return why the list cannot be read like this; nothing when it can."""
        return (*self.problems, *self.columns.problems())

    def rows(self) -> Iterator[SheetRow]:
        """Yield the lines below the headings.

        Raises:
            Usage: the file is no longer there.
            Refused: it is damaged or no text, or has too many lines or columns.
        """
        with opened(self.path) as book:
            for row in book.rows(self.sheet):
                if row.line > self.heading.last_line:
                    yield row


def find_list(path: Path, kind: ListKind, wished: MapFile | None = None) -> ListFile:
    """Return where a list is in a file: on the sheet whose headings are understood best, or that the map names.

    Raises:
        Usage: there is no such file or sheet.
        Refused: the file is too large, damaged, or empty.
    """
    wish = wished or MapFile()
    with opened(path) as book:
        if wish.sheet and wish.sheet not in book.sheets:
            raise Usage(NO_SHEET, sheet=wish.sheet, sheets=", ".join(book.sheets))
        found = [(sheet, heading) for sheet in _sheets(book, wish) if (heading := _heading(book, sheet, kind, wish))]
    if not found:
        raise Refused(EMPTY, name=path.name)
    sheet, heading = max(found, key=lambda one: _understood(kind, one[1], wish))
    columns, problems = applied(wish, propose(kind, heading.names))
    return ListFile(path, sheet, heading, columns, problems)


def read_map(path: Path) -> MapFile:
    """Return the map in a TOML file.

    Raises:
        Usage: it cannot be read, or is no map.
    """
    import tomllib

    from zvk_tui.domain.map_file import map_of

    try:
        with path.open("rb") as file:
            found = map_of(tomllib.load(file))
    except (OSError, ValueError):
        found = None
    if found is None:
        raise Usage(NO_MAP, name=path.name)
    return found


def _sheets(book: Spreadsheet, wish: MapFile) -> tuple[str, ...]:
    return (wish.sheet,) if wish.sheet else book.sheets


def _heading(book: Spreadsheet, sheet: str, kind: ListKind, wish: MapFile) -> Heading | None:
    return find_heading(kind, book.top(sheet), wish.headings)


def _understood(kind: ListKind, heading: Heading, wish: MapFile) -> int:
    targets = propose(kind, heading.names).targets
    return len(recognised(kind, [target for target in targets if target])) + len(set(heading.names) & {*wish.headings})
