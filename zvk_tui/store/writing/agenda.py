"""Preparing a meeting: open it, let the agenda propose itself, keep, drop, order, invite."""

from collections.abc import Iterable
from datetime import date, time

from sqlmodel import Session, col, select

from zvk_tui.domain.agenda import (
    CASE_MINUTES,
    ProposedItem,
    ordered_for_leaving,
    refreshed,
)
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, ItemState, Meeting, MeetingState, Presence, Reason, ReasonKind
from zvk_tui.domain.priority_facts import group_key
from zvk_tui.domain.record import ActionState
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.labels import plain_date
from zvk_tui.store.admission import whole
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.meetings import agenda_items, meetings_of, reasons_of, seats
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.reading.proposals import proposals
from zvk_tui.store.tables import (
    ActionEventRow,
    ActionRow,
    AttendanceRow,
    CaseRow,
    ChairNoteRow,
    ContributionRow,
    DecisionRow,
    DraftRow,
    ItemRow,
    JudgementRow,
    MeetingRow,
    MemberRow,
    ProfessionalRow,
    SeriesRow,
)
from zvk_tui.store.writing.agenda_rows import add_proposals, items_of, put_case, renumber, stored
from zvk_tui.store.writing.closure_rows import detach_check
from zvk_tui.store.writing.guards import editable, editable_item, readable, refuse_unfinished, required

_SAID = (ContributionRow, JudgementRow, DecisionRow, ActionRow, ActionEventRow, ChairNoteRow)
"""What keeps an item on the agenda once it is there."""


class AgendaDesk:
    """What the chair does before the meeting."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_meeting(self, series_id: int, on: date, start: time | None = None) -> int:
        """Open the next meeting of a series, its agenda proposed and its members invited; return its row number.

        Raises:
            Refused: while an older meeting of the series is not final.
        """
        with self._desk.writing(Act.MEETING_OPENED) as session:
            series = session.get_one(SeriesRow, series_id)
            earlier = meetings_of(session, series_id)
            refuse_unfinished(earlier)
            _refuse_before(on, earlier)
            meeting = MeetingRow(
                series_id=series_id,
                number=1 + max((m.number for m in earlier), default=0),
                on=on,
                start=start or series.start,
                place=series.place,
                state=MeetingState.PREPARING,
                chair_id=series.chair_id,
                note_taker_id=series.note_taker_id,
            )
            session.add(meeting)
            session.flush()
            _invite_members(session, meeting)
            add_proposals(session, meeting, proposals(session, meeting))
            return known(meeting.id)

    def propose_again(self, meeting_id: int) -> int:
        """Add what the dates propose now, and why to cases that are there already; return how many items came."""
        with self._desk.writing(Act.AGENDA_PROPOSED) as session:
            meeting = editable(session, meeting_id)
            present = items_of(session, meeting_id)
            missing: list[ProposedItem] = []
            for new in proposals(session, meeting):
                there = next((row for row in present if _is_there(new, row)), None)
                if there is None:
                    missing.append(new)
                elif _has_own_reasons(there):
                    there.reasons = [stored(one) for one in refreshed(reasons_of(there), new.reasons)]
            add_proposals(session, meeting, missing)
            return len(missing)

    def add_case(self, meeting_id: int, case_id: int, planned_minutes: int = CASE_MINUTES) -> int:
        """Put a case on the agenda, after the last case; return the item's row number.

        Raises:
            Refused: when the case is on this agenda already.
        """
        with self._desk.writing(Act.ITEM_ADDED) as session:
            meeting = editable(session, meeting_id)
            return put_case(session, meeting, case_id, planned_minutes)

    def add_topic(self, meeting_id: int, title: str, planned_minutes: int = CASE_MINUTES) -> int:
        """Put a topic without a case on the agenda; return the item's row number."""
        with self._desk.writing(Act.ITEM_ADDED) as session:
            meeting = editable(session, meeting_id)
            item = ProposedItem(ItemKind.TOPIC, planned_minutes, required(title), reasons=(Reason(ReasonKind.ADDED),))
            return add_proposals(session, meeting, [item])[0]

    def drop(self, item_id: int) -> None:
        """Take an item off the agenda.

        Raises:
            Refused: when something was said or agreed at it.
        """
        with self._desk.writing(Act.ITEM_DROPPED) as session:
            row = editable_item(session, item_id)
            if any(session.exec(select(t).where(t.item_id == item_id)).first() is not None for t in _SAID):
                raise Refused(N_("Something was said or agreed at this item; it stays on the agenda."))
            meeting = session.get_one(MeetingRow, row.meeting_id)
            if meeting.current_item_id == item_id:
                raise Refused(N_("The table is at this item. Go to another item first."))
            for draft in session.exec(select(DraftRow).where(DraftRow.item_id == item_id)):
                session.delete(draft)
            detach_check(session, item_id)
            session.flush()
            session.delete(row)
            session.flush()
            renumber(session, [i for i in items_of(session, row.meeting_id) if i.id != item_id])

    def move(self, item_id: int, by: int) -> None:
        """Move an item up (negative) or down the agenda by so many places."""
        with self._desk.writing(Act.ITEM_MOVED) as session:
            row = editable_item(session, item_id)
            rows = items_of(session, row.meeting_id)
            at = rows.index(row)
            rows.insert(max(0, min(len(rows) - 1, at + by)), rows.pop(at))
            renumber(session, rows)

    def set_minutes(self, item_id: int, minutes: int) -> None:
        """Set the planned minutes of an item.

        Raises:
            Refused: for fewer than 1 or more than 240 minutes.
        """
        if not 1 <= minutes <= 240:
            raise Refused(N_("An item takes 1 to 240 minutes."))
        with self._desk.writing(Act.ITEM_CHANGED) as session:
            editable_item(session, item_id).planned_minutes = minutes

    def set_recurring(self, item_id: int, recurring: bool) -> None:
        """Let an item return at every meeting, or no longer."""
        with self._desk.writing(Act.ITEM_CHANGED) as session:
            editable_item(session, item_id).recurring = recurring

    def order_for_leaving(self, meeting_id: int) -> None:
        """Order the cases so that partners who leave early are needed first."""
        with self._desk.writing(Act.AGENDA_ORDERED) as session:
            editable(session, meeting_id)
            people = People(session)
            with whole(session):
                items = agenda_items(session, meeting_id, people)
            needed = {item.id: _needed(session, item.case.id) for item in items if item.case}
            ordered = ordered_for_leaving(items, needed, seats(session, meeting_id, people))
            rows = {row.id: row for row in items_of(session, meeting_id)}
            renumber(session, [rows[item.id] for item in ordered])

    def invite(self, meeting_id: int, professional_id: int, presence: Presence = Presence.INVITED) -> None:
        """Invite somebody who is not on the list yet."""
        with self._desk.writing(Act.INVITED) as session:
            editable(session, meeting_id)
            if any(row.professional_id == professional_id for row in _seats(session, meeting_id)):
                raise Refused(N_("This person is on the list already."))
            session.add(AttendanceRow(meeting_id=meeting_id, professional_id=professional_id, presence=presence))

    def uninvite(self, attendance_id: int) -> None:
        """Take somebody off the list."""
        with self._desk.writing(Act.INVITED) as session:
            row = session.get_one(AttendanceRow, attendance_id)
            editable(session, row.meeting_id)
            session.delete(row)

    def set_leaving(self, attendance_id: int, leaves_at: time | None) -> None:
        """Note when somebody has to leave, or that they stay."""
        with self._desk.writing(Act.PRESENCE_SET) as session:
            row = session.get_one(AttendanceRow, attendance_id)
            editable(session, row.meeting_id)
            row.leaves_at = leaves_at

    def set_when(self, meeting_id: int, on: date, start: time, place: str) -> None:
        """Set the day, time and place of a meeting that has not begun.

        Raises:
            Refused: once it has begun, because what was agreed carries its date.
        """
        with self._desk.writing(Act.ITEM_CHANGED) as session:
            row = editable(session, meeting_id)
            if row.state != MeetingState.PREPARING:
                raise Refused(N_("This meeting has begun already."))
            row.on, row.start, row.place = on, start, readable(place)


def _seats(session: Session, meeting_id: int) -> list[AttendanceRow]:
    return list(session.exec(select(AttendanceRow).where(AttendanceRow.meeting_id == meeting_id)))


def _invite_members(session: Session, meeting: MeetingRow) -> None:
    members = session.exec(
        select(MemberRow.professional_id)
        .join(ProfessionalRow, col(ProfessionalRow.id) == MemberRow.professional_id)
        .where(MemberRow.series_id == meeting.series_id, col(ProfessionalRow.active))
    )
    session.add_all(
        AttendanceRow(meeting_id=known(meeting.id), professional_id=number, presence=Presence.INVITED)
        for number in members
    )


def _is_there(new: ProposedItem, row: ItemRow) -> bool:
    if new.case_file is not None:
        return row.case_id == new.case_file.id
    if new.kind is ItemKind.GROUP:
        return row.kind == new.kind and group_key(row.title) == group_key(new.title)
    return row.kind == new.kind and row.title == new.title


def _has_own_reasons(row: ItemRow) -> bool:
    """Return whether an item is still to come, and is about a case or group that the dates say something of."""
    return row.state == ItemState.OPEN and (row.case_id is not None or row.kind == ItemKind.GROUP)


def _refuse_before(on: date, earlier: Iterable[Meeting]) -> None:
    last = max((meeting.on for meeting in earlier), default=on)
    if on < last:
        raise Refused(
            N_("The last meeting of this series was on {date}. Choose that day or a later one."), date=plain_date(last)
        )


def _needed(session: Session, case_id: int) -> frozenset[int]:
    """Return the partners a case needs: its coordinator and the owners of its open actions."""
    case_row = session.get_one(CaseRow, case_id)
    owners = session.exec(
        select(ActionRow.owner_id).where(ActionRow.case_id == case_id, ActionRow.state == ActionState.OPEN)
    ).all()
    coordinator = session.get(ProfessionalRow, case_row.coordinator_id) if case_row.coordinator_id else None
    return frozenset((*owners, *((coordinator.partner_id,) if coordinator else ())))
