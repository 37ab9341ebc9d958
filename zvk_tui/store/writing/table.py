"""Chairing: start, go through the items, attendance, the chair's notes."""

from datetime import date, datetime

from sqlmodel import Session, col, func, select

from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, unsigned
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.meetings import meetings_of, seats
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.tables import (
    AttendanceRow,
    CaseRow,
    ChairNoteRow,
    ItemRow,
    MeetingRow,
    ProfessionalRow,
)
from zvk_tui.store.writing.guards import editable, editable_item, held_item, readable, refuse_unfinished

_ACTS = {
    ItemState.DISCUSSED: Act.ITEM_DISCUSSED,
    ItemState.SKIPPED: Act.ITEM_SKIPPED,
    ItemState.MOVED: Act.ITEM_POSTPONED,
    ItemState.OPEN: Act.ITEM_RETURNED,
}


class TableDesk:
    """What the chair does at the table."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def start(self, meeting_id: int) -> None:
        """Begin the meeting at its first open item.

        Raises:
            Refused: when it began already, its agenda is empty, or an older meeting of the series was reopened.
        """
        with self._desk.writing(Act.MEETING_STARTED) as session:
            meeting = editable(session, meeting_id)
            if meeting.state != MeetingState.PREPARING:
                raise Refused(N_("This meeting has begun already."))
            refuse_unfinished(meetings_of(session, meeting.series_id), meeting.number)
            first = _next_open(session, meeting_id, 0)
            if first is None:
                raise Refused(N_("The agenda is empty. Add an item before you start."))
            meeting.state = MeetingState.RUNNING
            meeting.started_at = self._desk.clock()
            self._enter(session, meeting, first)

    def enter(self, item_id: int) -> None:
        """Bring the table to an item; its clock runs, the other one stops.

        Raises:
            Refused: while somebody at the table must still sign the secrecy declaration and the item is about a case.
        """
        with self._desk.writing(Act.ITEM_ENTERED) as session:
            row = held_item(session, item_id)
            self._enter(session, session.get_one(MeetingRow, row.meeting_id), row)

    def conclude(self, item_id: int, state: ItemState) -> int | None:
        """Say what became of an item, and bring the table to the next open one; return its row number.

        A case that was discussed is marked so, and a planned discussion up to this day is thereby done. None means
        that the table stays: nothing is open any more, or the next item waits for a secrecy declaration.
        """
        with self._desk.writing(_ACTS[state]) as session:
            row = held_item(session, item_id)
            meeting = session.get_one(MeetingRow, row.meeting_id)
            stop_clock(session, meeting, self._desk.clock())
            row.state = state
            if row.case_id is not None and state is ItemState.DISCUSSED:
                _mark_discussed(session.get_one(CaseRow, row.case_id), meeting.on)
            following = _next_open(session, meeting.id or 0, row.position)
            if following is None or meeting.state != MeetingState.RUNNING or _waits_for_secrecy(session, following):
                meeting.current_item_id = item_id
                return None
            self._enter(session, meeting, following)
            return known(following.id)

    def put_back(self, item_id: int) -> None:
        """Open an item again that was discussed, skipped or moved."""
        with self._desk.writing(Act.ITEM_RETURNED) as session:
            row = held_item(session, item_id)
            if row.state == ItemState.DISCUSSED and row.case_id is not None:
                _not_discussed(session, row)
            row.state = ItemState.OPEN

    def set_presence(self, attendance_id: int, presence: Presence) -> None:
        """Say whether somebody is present, excused, absent or a guest."""
        with self._desk.writing(Act.PRESENCE_SET) as session:
            row = session.get_one(AttendanceRow, attendance_id)
            editable(session, row.meeting_id)
            row.presence = presence

    def all_present(self, meeting_id: int) -> int:
        """Mark everybody present who is still only invited; return how many."""
        with self._desk.writing(Act.PRESENCE_SET) as session:
            editable(session, meeting_id)
            waiting = session.exec(
                select(AttendanceRow).where(
                    AttendanceRow.meeting_id == meeting_id, AttendanceRow.presence == Presence.INVITED
                )
            ).all()
            for row in waiting:
                row.presence = Presence.PRESENT
            return len(waiting)

    def sign_secrecy(self, professional_id: int, on: date) -> None:
        """Record that somebody signed the secrecy declaration (Bgs art. 2.21)."""
        with self._desk.writing(Act.SECRECY_SIGNED) as session:
            session.get_one(ProfessionalRow, professional_id).secrecy_signed_on = on

    def save_note(self, item_id: int, text: str) -> None:
        """Keep the chair's private note on an item, an empty one is none; it is in no export."""
        with self._desk.writing(Act.NOTE_SAVED) as session:
            editable_item(session, item_id)
            row = session.exec(select(ChairNoteRow).where(ChairNoteRow.item_id == item_id)).first()
            if said := readable(text):
                row = row or ChairNoteRow(item_id=item_id)
                row.text = said
                session.add(row)
            elif row is not None:
                session.delete(row)

    def plan_discussion(self, item_id: int, on: date | None) -> None:
        """Plan when the case of an item is next discussed."""
        with self._desk.writing(Act.CASE_SAVED) as session:
            row = held_item(session, item_id)
            if row.case_id is not None:
                session.get_one(CaseRow, row.case_id).next_discussion = on

    def _enter(self, session: Session, meeting: MeetingRow, row: ItemRow) -> None:
        if _waits_for_secrecy(session, row):
            raise Refused(N_("Somebody here has not signed the secrecy declaration yet. See the attendance list."))
        stop_clock(session, meeting, self._desk.clock())
        meeting.current_item_id = row.id
        if meeting.state == MeetingState.RUNNING:
            row.opened_at = self._desk.clock()


def stop_clock(session: Session, meeting: MeetingRow, now: datetime) -> None:
    """Stop the clock of the item the table is at."""
    running = select(ItemRow).where(ItemRow.meeting_id == meeting.id, col(ItemRow.opened_at).is_not(None))
    for row in session.exec(running):
        if row.opened_at is not None:
            row.spent_seconds += max(0, int((now - row.opened_at).total_seconds()))
        row.opened_at = None


def _next_open(session: Session, meeting_id: int, after: int) -> ItemRow | None:
    """Return the first open item after a position, else the first open one before it."""
    rows = session.exec(
        select(ItemRow)
        .where(ItemRow.meeting_id == meeting_id, ItemRow.state == ItemState.OPEN)
        .order_by(col(ItemRow.position))
    ).all()
    return next((row for row in rows if row.position > after), next(iter(rows), None))


def _waits_for_secrecy(session: Session, row: ItemRow) -> bool:
    about_case = row.case_id is not None or row.kind in {ItemKind.ACTIONS, ItemKind.TOP10, ItemKind.GROUP}
    return about_case and bool(unsigned(seats(session, row.meeting_id, People(session))))


def _not_discussed(session: Session, row: ItemRow) -> None:
    """Take back that a case was discussed at an item: its last discussion is the one before."""
    case_row = session.get_one(CaseRow, row.case_id)
    if case_row.last_discussed != session.get_one(MeetingRow, row.meeting_id).on:
        return
    case_row.last_discussed = session.exec(
        select(func.max(MeetingRow.on))
        .join(ItemRow, col(ItemRow.meeting_id) == MeetingRow.id)
        .where(ItemRow.case_id == row.case_id, ItemRow.state == ItemState.DISCUSSED, ItemRow.id != row.id)
    ).first()


def _mark_discussed(case_row: CaseRow, on: date) -> None:
    case_row.last_discussed = max(on, case_row.last_discussed or on)
    if case_row.next_discussion is not None and case_row.next_discussion <= on:
        case_row.next_discussion = None
