"""What somebody looks at: an opened case and a search leave a line in the log; filters can be kept under a name."""

from sqlmodel import select

from zvk_tui.domain.case_list import CaseFilter, ShieldedPurpose
from zvk_tui.domain.log import Act
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.case_tables import SavedFilterRow
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.writing.guards import required
from zvk_tui.store.writing.life import seen_case

LONGEST_NAME = 40
"""Signs in the name of a filter."""


class LookingDesk:
    """Records who looked at what (Wgs art. 1.8(4), Bgs art. 1.12)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def opened(self, case_id: int, purpose: ShieldedPurpose | None = None) -> None:
        """Record that a case was opened; for a shielded case, with what for.

        Raises:
            Refused: when it is closed to who opened the vault, or is shielded and no purpose is given.
        """
        with self._desk.writing(Act.CASE_OPENED, undoable=False) as session:
            row = seen_case(session, case_id)
            if row.shielded and purpose is None:
                raise Refused(N_("This case is shielded. Say what you open it for."))
            about(session, row.ref, purpose or "")

    def searched(self, hits: int) -> None:
        """Record that somebody searched, and how many cases were found; never the words."""
        with self._desk.writing(Act.SEARCHED, "", str(hits), undoable=False):
            pass

    def save_filter(self, name: str, wanted: CaseFilter) -> None:
        """Keep a filter under a name; the words of a search are not kept. A filter of this name is replaced.

        Raises:
            Refused: without a name, or when it is too long.
        """
        said = required(name)
        if len(said) > LONGEST_NAME:
            raise Refused(N_("A name of a filter has at most {most} characters."), most=LONGEST_NAME)
        with self._desk.writing(Act.FILTER_SAVED) as session:
            row = session.exec(select(SavedFilterRow).where(SavedFilterRow.name == said)).first()
            row = row or SavedFilterRow(name=said)
            row.content = wanted.plain()
            session.add(row)

    def drop_filter(self, filter_id: int) -> None:
        """Forget a filter."""
        with self._desk.writing(Act.FILTER_SAVED) as session:
            session.delete(session.get_one(SavedFilterRow, filter_id))
