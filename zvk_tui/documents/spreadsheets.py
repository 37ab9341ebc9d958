"""Lists in spreadsheets: which kind of file it is, its lines within limits, and writing one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from zvk_tui.documents.spreadsheet_limits import (
    MOST_COLUMNS,
    MOST_LINES,
    MOST_ROWS,
    NO_LIST,
    NO_RIGHTS,
    NO_SHEET,
    OLD_EXCEL,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    refuse_large,
)
from zvk_tui.domain.sheets import HEAD_LINES, SheetRow
from zvk_tui.errors import Refused, Usage
from zvk_tui.i18n import N_

SUFFIXES: Final = (".csv", ".xlsx")
"""The kinds of file that a list can become."""

UNKNOWN_KIND: Final = N_("A list cannot become a file of the kind {suffix}. Choose .csv or .xlsx.")

_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0"
_NONE: Final = (b"%PDF", b"\x89PNG", b"{\\rtf", b"\x1f\x8b", b"Rar!", b"7z\xbc")


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """An open spreadsheet."""

    name: str
    sheets: tuple[str, ...]
    """The names of its sheets; a CSV file has one without a name."""
    _rows: Callable[[str], Iterator[SheetRow]]

    def rows(self, sheet: str) -> Iterator[SheetRow]:
        """Yield the lines of a sheet that have anything on them.

        Raises:
            Usage: there is no such sheet.
            Refused: the file is damaged or no text, or has too many lines or columns.
        """
        if sheet not in self.sheets:
            raise Usage(NO_SHEET, sheet=sheet, sheets=", ".join(self.sheets))
        count = 0
        for row in self._rows(sheet):
            count += not row.empty
            if count > MOST_ROWS or row.line > MOST_LINES:
                raise Refused(TOO_MANY_ROWS, most=MOST_ROWS)
            if any(place >= MOST_COLUMNS and cell for place, cell in enumerate(row.cells)):
                raise Refused(TOO_MANY_COLUMNS, line=row.line, most=MOST_COLUMNS)
            if not row.empty:
                yield row

    def top(self, sheet: str) -> tuple[SheetRow, ...]:
        """Return the first lines of a sheet, among which its headings are."""
        return tuple(islice(self.rows(sheet), HEAD_LINES + 1))


@contextmanager
def opened(path: Path) -> Iterator[Spreadsheet]:
    """Open a list; what kind of file it is follows from what is in it, not from its name.

    Raises:
        Usage: there is no such file, or it cannot be read.
        Refused: it is too large, no list, or damaged.
    """
    refuse_large(path)
    try:
        file = path.open("rb")
    except OSError:
        raise Usage(NO_RIGHTS, name=path.name) from None
    with file:
        start = file.read(8)
        file.seek(0)
        if start.startswith(_OLD):
            raise Refused(OLD_EXCEL, name=path.name)
        if start.startswith(_NONE):
            raise Refused(NO_LIST, name=path.name)
        if start.startswith(_ZIP):
            from zvk_tui.documents.xlsx_file import opened_xlsx

            with opened_xlsx(file, path.name) as book:
                yield Spreadsheet(path.name, book.sheets, book.rows)
        else:
            yield Spreadsheet(path.name, ("",), lambda _sheet: _csv(file))


def list_content(suffix: str, headings: Sequence[str], rows: Iterable[Sequence[str]], title: str) -> bytes:
    """Return a list as the content of a file.

    Args:
        suffix: the kind of file: .csv or .xlsx, with or without capitals.
        headings: what stands above the columns.
        rows: the cells of each line, as many as there are headings.
        title: the name of the sheet, for .xlsx.

    Raises:
        Usage: for another kind of file.
    """
    match suffix.lower():
        case ".csv":
            from zvk_tui.documents.csv_file import csv_content

            return csv_content(headings, rows)
        case ".xlsx":
            from zvk_tui.documents.xlsx_file import xlsx_content

            return xlsx_content(headings, rows, title)
        case _:
            raise Usage(UNKNOWN_KIND, suffix=suffix or "…")


def _csv(file: BinaryIO) -> Iterator[SheetRow]:
    from zvk_tui.documents.csv_file import csv_rows

    file.seek(0)
    yield from csv_rows(file)
