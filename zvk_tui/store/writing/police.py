"""Police information: contacts are added and corrected, none is ever overwritten; and up to when it is known."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from zvk_tui.domain.log import Act
from zvk_tui.domain.police import PoliceContact, PoliceProblem, contact_problem, known_problem
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.case_tables import PoliceContactRow, PoliceKnownRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import known
from zvk_tui.store.tables import CaseRow, PersonRow
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.guards import readable, required
from zvk_tui.words import WORDS


class PoliceDesk:
    """What is entered about contacts with the police."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, case_id: int, contact: PoliceContact) -> int:
        """Add a contact; return its row number.

        Raises:
            Refused: when it lies in the future or before the birth, has no source, or calls a victim or witness
                negatively in view.
        """
        with self._desk.writing(Act.POLICE_CHANGED) as session:
            return self._added(session, kept_case(session, case_id), contact)

    def correct(self, contact_id: int, contact: PoliceContact, reason: str) -> int:
        """Put a contact in the place of one that was wrong; the old one stays readable. Return the new row number.

        Raises:
            Refused: without a reason, when the old one is wrong already, or for what `add` refuses.
        """
        with self._desk.writing(Act.POLICE_CHANGED) as session:
            row = self._wrong(session, contact_id, reason)
            return self._added(session, kept_case(session, row.case_id), contact)

    def mark_wrong(self, contact_id: int, reason: str) -> None:
        """Mark a contact as wrong: from now on it counts for nothing.

        Raises:
            Refused: without a reason, or when it is wrong already.
        """
        with self._desk.writing(Act.POLICE_CHANGED) as session:
            self._wrong(session, contact_id, reason)

    def restore(self, contact_id: int) -> None:
        """Take back that a contact is wrong: it counts again."""
        with self._desk.writing(Act.POLICE_CHANGED) as session:
            row = session.get_one(PoliceContactRow, contact_id)
            kept_case(session, row.case_id)
            if row.wrong_on is None:
                raise Refused(N_("This contact stands; there is nothing to take back."))
            row.wrong_on, row.wrong_reason = None, ""

    def set_known(self, case_id: int, until: date, source: str) -> None:
        """Record up to which day police information is known; what was known before stays readable.

        Raises:
            Refused: when the day lies in the future, or without a source.
        """
        with self._desk.writing(Act.POLICE_CHANGED) as session:
            kept_case(session, case_id)
            today = self._desk.today()
            _refuse(known_problem(until, readable(source), today))
            session.add(PoliceKnownRow(case_id=case_id, until=until, entered_on=today, source=required(source)))

    def _added(self, session: Session, case_row: CaseRow, contact: PoliceContact) -> int:
        today = self._desk.today()
        clean = replace(contact, source=readable(contact.source), note=readable(contact.note))
        _refuse(contact_problem(clean, session.get_one(PersonRow, case_row.person_id).birth_date, today))
        row = PoliceContactRow(
            case_id=known(case_row.id),
            on=clean.on,
            kind=clean.kind,
            negative=clean.negative,
            source=clean.source,
            note=clean.note,
            entered_on=today,
        )
        session.add(row)
        session.flush()
        return known(row.id)

    def _wrong(self, session: Session, contact_id: int, reason: str) -> PoliceContactRow:
        row = session.get_one(PoliceContactRow, contact_id)
        kept_case(session, row.case_id)
        if row.wrong_on is not None:
            raise Refused(N_("This contact is marked as wrong already."))
        row.wrong_on, row.wrong_reason = self._desk.today(), required(reason)
        return row


def _refuse(problem: PoliceProblem | None) -> None:
    if problem is not None:
        raise Refused(WORDS[PoliceProblem][problem])
