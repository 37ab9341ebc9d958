"""The dossier of one case: who it is about, its meetings, its minutes, and since when it is processed."""

from datetime import date

from sqlmodel import Session, col, func, select

from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.dossier import CaseMeeting, CaseMinutes, DossierHead
from zvk_tui.domain.meeting import ItemState
from zvk_tui.store.case_tables import CaseEventRow, ReferralRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.cards import actions_where, decisions_where
from zvk_tui.store.reading.people import People, one_case, open_to
from zvk_tui.store.reading.plans import meeting_refs
from zvk_tui.store.tables import ActionRow, CaseRow, DecisionRow, FinalisationRow, ItemRow, MeetingRow

MEETINGS = 50
"""Meetings of a case that are read; nobody looks further back in a dossier."""


class Dossiers:
    """Reads what the dossier of a case shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def head(self, case_id: int) -> DossierHead:
        """Return what stands above every tab.

        Raises:
            Refused: when there is no such case, or it is closed to who opened the vault.
        """
        with self._desk.reading(case_id) as session:
            case_file = one_case(session, People(session), case_id)
            row = session.get_one(CaseRow, case_id)
            return DossierHead(case_file, CaseLabel(row.label) if row.label else None, row.shielded, row.erased)

    def hidden(self, ref: str) -> int | None:
        """Return the row number of a shielded case by its whole number: it is in no list, and can be asked for."""
        shielded = select(CaseRow.id).where(
            func.upper(CaseRow.ref) == ref.strip().upper(), col(CaseRow.shielded), ~col(CaseRow.erased)
        )
        with self._desk.reading() as session:
            return session.exec(shielded.where(open_to(self._desk))).first()

    def first_on(self, case_id: int) -> date:
        """Return the oldest day on which a case was processed: of its registration, an event or its referral."""
        with self._desk.reading(case_id) as session:
            told = select(col(CaseEventRow.on)).where(CaseEventRow.case_id == case_id).order_by(col(CaseEventRow.on))
            came = select(col(ReferralRow.on)).where(ReferralRow.case_id == case_id)
            days = (session.exec(told.limit(1)).first(), session.exec(came).first())
            return min(day for day in (session.get_one(CaseRow, case_id).registered_on, *days) if day is not None)

    def meetings(self, case_id: int) -> tuple[CaseMeeting, ...]:
        """Return the meetings at which a case was on the agenda, newest first, with what came of it."""
        with self._desk.reading(case_id) as session:
            items = _items(session, case_id)
            people = People(session)
            refs = meeting_refs(session, {item.meeting_id for item in items})
            return tuple(
                CaseMeeting(
                    refs[item.meeting_id],
                    ItemState(item.state),
                    decisions_where(session, people, DecisionRow.item_id == item.id, shielded=True),
                    actions_where(session, people, ActionRow.item_id == item.id, shielded=True),
                )
                for item in items
            )

    def minutes(self, case_id: int) -> tuple[CaseMinutes, ...]:
        """Return the minutes in which a case stands, newest first; a draft has no version yet."""
        with self._desk.reading(case_id) as session:
            numbers = dict.fromkeys(item.meeting_id for item in _items(session, case_id))
            refs = meeting_refs(session, set(numbers))
            query = select(FinalisationRow).where(col(FinalisationRow.meeting_id).in_(numbers))
            final: dict[int, list[CaseMinutes]] = {}
            for row in session.exec(query.order_by(col(FinalisationRow.version).desc())):
                again = row.reopened_at is not None
                one = CaseMinutes(refs[row.meeting_id], row.version, row.at, row.by, again)
                final.setdefault(row.meeting_id, []).append(one)
            return tuple(one for number in numbers for one in final.get(number, [CaseMinutes(refs[number], 0)]))


def _items(session: Session, case_id: int) -> list[ItemRow]:
    query = select(ItemRow).join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
    newest = query.where(ItemRow.case_id == case_id).order_by(col(MeetingRow.on).desc(), col(MeetingRow.id).desc())
    return list(session.exec(newest.limit(MEETINGS)))
