"""Meetings with their agenda, attendance and cards, as values of the domain."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression
from sqlmodel import Session, col, or_, select

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    ItemKind,
    ItemState,
    Meeting,
    MeetingState,
    Presence,
    Reason,
    ReasonKind,
    Series,
    SeriesKind,
    SeriesPeople,
)
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import listed_in, open_in
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import People, cases, known
from zvk_tui.store.tables import AttendanceRow, CaseRow, FinalisationRow, ItemRow, MeetingRow, MemberRow, SeriesRow


class Meetings:
    """Reads meetings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def series(self) -> tuple[Series, ...]:
        """Return all series, by name; not the process meetings of a case that is shielded or closed to the user."""
        with self._desk.reading() as session:
            rows = session.exec(select(SeriesRow).where(_series_of(listed_in(session))).order_by(SeriesRow.name)).all()
            return tuple(series_value(row) for row in rows)

    def series_people(self, series_id: int) -> SeriesPeople:
        """Return who chairs a series, who takes notes, and its fixed members."""
        with self._desk.reading() as session:
            people = People(session)
            row = session.get_one(SeriesRow, series_id)
            members = session.exec(select(MemberRow.professional_id).where(MemberRow.series_id == series_id))
            found = sorted((people.professionals[number] for number in members), key=lambda one: one.name.casefold())
            return SeriesPeople(people.professional(row.chair_id), people.professional(row.note_taker_id), tuple(found))

    def get(self, meeting_id: int) -> Meeting:
        """Return one meeting."""
        with self._desk.reading() as session:
            return one_meeting(session, meeting_id)

    def all(self, series_id: int | None = None) -> tuple[Meeting, ...]:
        """Return the meetings of one series, or of all, newest first."""
        query = select(MeetingRow).order_by(col(MeetingRow.on).desc(), col(MeetingRow.id).desc())
        if series_id is not None:
            query = query.where(MeetingRow.series_id == series_id)
        with self._desk.reading() as session:
            people = People(session)
            rows = session.exec(query.where(meeting_in(session))).all()
            return tuple(_meeting(session, row, people) for row in rows)

    def at_hand(self) -> Meeting | None:
        """Return the meeting that the screen opens with.

        That is the one that runs, else one to be settled, else the next one prepared, else the newest.
        """
        newest = (col(MeetingRow.on).desc(), col(MeetingRow.id).desc())
        soonest = (col(MeetingRow.on), col(MeetingRow.start))
        return (
            self._first(newest, MeetingRow.state == MeetingState.RUNNING)
            or self._first(newest, MeetingRow.state == MeetingState.SETTLING)
            or self._first(soonest, MeetingRow.state == MeetingState.PREPARING)
            or self._first(newest)
        )

    def before(self, meeting: Meeting) -> Meeting | None:
        """Return the meeting before this one in its series, None for the first."""
        earlier = col(MeetingRow.number) < meeting.number
        return self._first((col(MeetingRow.number).desc(),), MeetingRow.series_id == meeting.series.id, earlier)

    def agenda(self, meeting_id: int) -> tuple[AgendaItem, ...]:
        """Return the items of a meeting, in order."""
        with self._desk.reading() as session:
            return agenda_items(session, meeting_id, People(session))

    def attendance(self, meeting_id: int) -> tuple[Attendance, ...]:
        """Return the invited of a meeting, by organisation and name."""
        with self._desk.reading() as session:
            return seats(session, meeting_id, People(session))

    def versions(self, meeting_id: int) -> int:
        """Return how many times the minutes of a meeting have been finalised."""
        with self._desk.reading() as session:
            return len(session.exec(select(FinalisationRow.id).where(FinalisationRow.meeting_id == meeting_id)).all())

    def _first(self, order: tuple[SQLColumnExpression[Any], ...], *conditions: object) -> Meeting | None:
        query = select(MeetingRow).where(*conditions).order_by(*order).limit(1)  # type: ignore[arg-type]
        with self._desk.reading() as session:
            row = session.exec(query.where(meeting_in(session))).first()
            return _meeting(session, row, People(session)) if row else None


def one_meeting(session: Session, meeting_id: int, people: People | None = None) -> Meeting:
    """Return one meeting.

    Raises:
        Refused: when there is no such meeting, or it is about a case that is closed to the user.
    """
    seen = col(MeetingRow.series_id).in_(select(SeriesRow.id).where(_series_of(open_in(session))))
    row = session.exec(select(MeetingRow).where(MeetingRow.id == meeting_id, seen)).first()
    if row is None:
        raise Refused(N_("There is no such meeting in this vault."))
    return _meeting(session, row, people or People(session))


def meetings_of(session: Session, series_id: int) -> tuple[Meeting, ...]:
    """Return the meetings of a series, newest first."""
    rows = session.exec(
        select(MeetingRow).where(MeetingRow.series_id == series_id).order_by(col(MeetingRow.number).desc())
    ).all()
    people = People(session)
    return tuple(_meeting(session, row, people) for row in rows)


def agenda_items(session: Session, meeting_id: int, people: People) -> tuple[AgendaItem, ...]:
    """Return the items of a meeting, in order."""
    rows = session.exec(select(ItemRow).where(ItemRow.meeting_id == meeting_id).order_by(col(ItemRow.position))).all()
    found = cases(session, people, (row.case_id for row in rows if row.case_id is not None))
    return tuple(item_value(session, row, found) for row in rows)


def meeting_in(session: Session) -> ColumnElement[bool]:
    """Return the condition that a meeting may stand in a list: its series may be called after the person of a case."""
    return col(MeetingRow.series_id).in_(select(SeriesRow.id).where(_series_of(listed_in(session))))


def _series_of(case_condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition of a series about no case, or about one that meets a condition."""
    found = col(SeriesRow.case_id).in_(select(CaseRow.id).where(case_condition))
    return or_(col(SeriesRow.case_id).is_(None), found)


def item_value(session: Session, row: ItemRow, found: dict[int, CaseFile]) -> AgendaItem:
    """Return one agenda item, its case taken from `found`; of a case that is not there only the number is given."""
    if row.case_id is not None and row.case_id not in found:
        return _hidden(session, row)
    return AgendaItem(
        id=known(row.id),
        position=row.position,
        kind=ItemKind(row.kind),
        title=row.title,
        planned_minutes=row.planned_minutes,
        state=ItemState(row.state),
        case=found[row.case_id] if row.case_id is not None else None,
        reasons=reasons_of(row),
        recurring=row.recurring,
        spent_seconds=row.spent_seconds,
        opened_at=row.opened_at,
    )


def _hidden(session: Session, row: ItemRow) -> AgendaItem:
    """Return an item about a case that is shielded or closed to the user: its number, place and time, and no more."""
    return AgendaItem(
        id=known(row.id),
        position=row.position,
        kind=ItemKind(row.kind),
        title=session.exec(select(CaseRow.ref).where(CaseRow.id == row.case_id)).one(),
        planned_minutes=row.planned_minutes,
        state=ItemState(row.state),
        recurring=row.recurring,
        spent_seconds=row.spent_seconds,
        opened_at=row.opened_at,
        hidden=True,
    )


def seats(session: Session, meeting_id: int, people: People) -> tuple[Attendance, ...]:
    """Return the invited of a meeting, by organisation and name."""
    rows = session.exec(select(AttendanceRow).where(AttendanceRow.meeting_id == meeting_id)).all()
    found = (
        Attendance(known(row.id), people.professionals[row.professional_id], Presence(row.presence), row.leaves_at)
        for row in rows
    )
    return tuple(sorted(found, key=lambda s: (s.professional.partner.short.casefold(), s.professional.name.casefold())))


def series_value(row: SeriesRow) -> Series:
    """Return one series."""
    return Series(
        known(row.id),
        row.name,
        SeriesKind(row.kind),
        row.interval_weeks,
        row.start,
        row.minutes,
        row.place,
        row.approach,
        row.case_id,
    )


def _meeting(session: Session, row: MeetingRow, people: People) -> Meeting:
    series = session.get_one(SeriesRow, row.series_id)
    state = MeetingState(row.state)
    return Meeting(
        id=known(row.id),
        series=series_value(series),
        number=row.number,
        on=row.on,
        start=row.start,
        place=row.place,
        state=state,
        chair=people.professional(row.chair_id),
        note_taker=people.professional(row.note_taker_id),
        started_at=row.started_at,
        ended_at=row.ended_at,
        next_on=row.next_on,
        current_item_id=row.current_item_id,
        reopened_reason="" if state is MeetingState.FINAL else _reopened_reason(session, known(row.id)),
    )


def _reopened_reason(session: Session, meeting_id: int) -> str:
    return (
        session.exec(
            select(FinalisationRow.reopened_reason)
            .where(FinalisationRow.meeting_id == meeting_id)
            .order_by(col(FinalisationRow.version).desc())
        ).first()
        or ""
    )


def reasons_of(row: ItemRow) -> tuple[Reason, ...]:
    """Return why an item is on the agenda."""
    return tuple(_reason(reason) for reason in row.reasons or ())


def _reason(stored: dict[str, str | int]) -> Reason:
    on = date.fromisoformat(str(stored["on"])) if stored.get("on") else None
    return Reason(ReasonKind(str(stored["kind"])), int(stored.get("count", 0)), on)
