"""Import and export of lists: what an import would do, doing all of it or nothing, and the log of both."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sqlmodel import Session

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.cells import LineReader
from zvk_tui.domain.columns import ListKind
from zvk_tui.domain.import_plan import ImportPlan, PlannedLine, VaultView, Verdict, plan
from zvk_tui.domain.log import Act
from zvk_tui.domain.sheets import ColumnMap, SheetRow
from zvk_tui.domain.transfer import Known
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import is_admitted
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.approaches import current_rules
from zvk_tui.store.reading.lists import vault_view
from zvk_tui.store.reading.people import People
from zvk_tui.store.writing.guards import readable
from zvk_tui.store.writing.import_cases import TOGETHER, take_over_case, write_cases
from zvk_tui.store.writing.import_rows import RowWriter

Progress = Callable[[int, int], None]
"""Is told how many lines are done, and of how many; what it raises stops the import, and nothing was imported."""

UNDOABLE: Final = 200
"""Up to so many new and changed lines, one key undoes an import."""


class ImportDesk:
    """Takes lists over, and records which went out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(self, columns: ColumnMap, rows: Iterable[SheetRow], progress: Progress | None = None) -> ImportPlan:
        """Return what an import of these lines would do; nothing is written.

        Args:
            columns: which column each heading means.
            rows: the lines below the headings.
            progress: is told every hundred lines how many have been read.
        """
        with self._desk.reading() as session:
            known = self._known(session)
            reader = LineReader(columns, known)
            reads = []
            for row in rows:
                reads.append(reader.read(row))
                if progress and len(reads) % 100 == 0:
                    progress(len(reads), 0)
            return plan(columns.kind, reads, known, vault_view(session, columns.kind, reads))

    def apply(self, planned: ImportPlan, progress: Progress | None = None) -> None:
        """Do what an import plan says: all of it, or nothing.

        Raises:
            Refused: when the vault is no longer as it was when the plan was made, or a line does not fit after all.
            CouldNotWrite: when the disk is full or read-only.
        """
        lines = [line for line in planned.lines if line.verdict in {Verdict.NEW, Verdict.CHANGED}]
        new, changed = planned.count(Verdict.NEW), planned.count(Verdict.CHANGED)
        counts = f"{planned.kind} +{new} ~{changed}"
        few = len(lines) <= UNDOABLE
        with self._desk.writing(Act.IMPORTED, undoable=few) as session:
            if not few:
                self._desk.close_undo(session)
            view = vault_view(session, planned.kind, planned.reads)
            if plan(planned.kind, planned.reads, self._known(session), view).lines != planned.lines:
                raise Refused(N_("The vault has changed since this preview. Nothing was imported; look at it again."))
            _write(session, self._desk, planned.kind, lines, view, progress)
            about(session, detail=counts)

    def note_export(self, kind: ListKind, suffix: str, count: int) -> None:
        """Record that a list goes out to a file: which list, which kind of file, how many lines."""
        with self._desk.writing(Act.EXPORTED, detail=f"{kind} {suffix} {count}", undoable=False):
            pass

    def _known(self, session: Session) -> Known:
        return Known(
            People(session).directory(),
            self._desk.today(),
            {approach: current_rules(session, approach).tracks for approach in Approach},
            frozenset(approach for approach in Approach if not is_admitted(session, approach)),
            readable,
        )


def _write(  # noqa: PLR0917 - what, where and for whom: each is needed once
    session: Session,
    desk: Desk,
    kind: ListKind,
    lines: Sequence[PlannedLine],
    view: VaultView,
    progress: Progress | None,
) -> None:
    """Write all lines; new cases many at a time."""
    writer = RowWriter(session, desk, view.cases)
    for start in range(0, len(lines), TOGETHER):
        some, taken = lines[start : start + TOGETHER], []
        for line in some:
            with _at(line):
                if kind is ListKind.CASES and line.verdict is Verdict.NEW:
                    taken.append(take_over_case(desk, line))
                else:
                    writer.write(kind, line)
        write_cases(session, desk, taken)
        if progress:
            progress(start + len(some), len(lines))


@contextmanager
def _at(line: PlannedLine) -> Iterator[None]:
    """Say at which line an import stopped."""
    try:
        yield
    except Refused as error:
        raise Refused(
            N_("Line {line} does not fit after all: {why} Nothing was imported."), line=line.line, why=error.sentence
        ) from None
