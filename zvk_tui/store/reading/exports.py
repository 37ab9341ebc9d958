"""Lists on their way to a spreadsheet, line by line."""

from collections.abc import Iterator

from sqlmodel import col, func, select

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.columns import ListKind, exported
from zvk_tui.domain.transfer import written
from zvk_tui.store.admission import open_in
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.lists import all_records
from zvk_tui.store.tables import CaseRow


class Exports:
    """Reads the lists that can be exported."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def headings(self, kind: ListKind) -> tuple[str, ...]:
        """Return what stands above the columns of a list."""
        return tuple(rule.heading for rule in exported(kind))

    def rows(self, kind: ListKind, *, radicalisation: bool = False) -> Iterator[tuple[str, ...]]:
        """Yield the lines of a list, a cell for each heading.

        Left out are cases that are shielded, erased, or of an approach that this key slot is not admitted to; and
        unless they are asked for, those of the approach to radicalisation.
        """
        columns = [rule.column for rule in exported(kind)]
        with self._desk.reading() as session:
            for record in all_records(session, kind, radicalisation=radicalisation):
                yield tuple(written(record.get(column)) for column in columns)

    def radicalisation(self) -> int:
        """Return how many cases of the approach to radicalisation are in a file only when they are asked for."""
        apart = (CaseRow.approach == Approach.RADICALISATION, ~col(CaseRow.shielded), ~col(CaseRow.erased))
        with self._desk.reading() as session:
            return session.exec(select(func.count()).select_from(CaseRow).where(*apart, open_in(session))).one()

    def shielded(self) -> int:
        """Return how many cases are in no file because they are shielded."""
        query = select(func.count()).select_from(CaseRow).where(col(CaseRow.shielded), ~col(CaseRow.erased))
        with self._desk.reading() as session:
            return session.exec(query.where(open_in(session))).one()
