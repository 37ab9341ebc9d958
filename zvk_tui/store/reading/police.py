"""What is known of contacts with the police."""

from sqlmodel import Session, col, select

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.police import KnownUntil, PoliceContact, PoliceFacts
from zvk_tui.store.admission import refuse_closed
from zvk_tui.store.case_tables import PoliceContactRow, PoliceKnownRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import known


class Police:
    """Reads police information."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def facts(self, case_id: int) -> PoliceFacts:
        """Return all that is known of the police contacts of one case."""
        with self._desk.reading(case_id) as session:
            return police_facts(session, case_id)

    def contact(self, contact_id: int) -> PoliceContact:
        """Return one contact."""
        with self._desk.reading() as session:
            row = session.get_one(PoliceContactRow, contact_id)
            refuse_closed(session, [row.case_id])
            return _contact(row)


def police_facts(session: Session, case_id: int) -> PoliceFacts:
    """Return all that is known of the police contacts of one case, newest first."""
    contacts = (
        select(PoliceContactRow)
        .where(PoliceContactRow.case_id == case_id)
        .order_by(col(PoliceContactRow.on).desc(), col(PoliceContactRow.id).desc())
    )
    told = select(PoliceKnownRow).where(PoliceKnownRow.case_id == case_id).order_by(col(PoliceKnownRow.id).desc())
    return PoliceFacts(
        tuple(_contact(row) for row in session.exec(contacts)),
        tuple(KnownUntil(row.until, row.entered_on, row.source) for row in session.exec(told)),
    )


def _contact(row: PoliceContactRow) -> PoliceContact:
    return PoliceContact(
        known(row.id),
        row.on,
        PoliceContactKind(row.kind),
        row.negative,
        row.source,
        row.note,
        row.entered_on,
        row.wrong_on,
        row.wrong_reason,
    )
