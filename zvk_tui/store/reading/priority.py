"""The top 10 as it stands, as it stood at the meeting before, and what is kept of entries that left."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select as sa_select
from sqlmodel import Session, col, exists, func, select

from zvk_tui.domain.case_file import CaseFile, Subject
from zvk_tui.domain.meeting import AgendaItem, ItemKind, Meeting, MeetingState
from zvk_tui.domain.minutes import PriorityLeft, PriorityPlace
from zvk_tui.domain.plain_priority import answers_from_plain
from zvk_tui.domain.priority_facts import MONTHS, GroupFact
from zvk_tui.domain.priority_history import EarlierList, EarlierPlace, ListNow, PriorityMove, PublishedRules
from zvk_tui.domain.priority_list import (
    LeaveReason,
    LeftEntry,
    PriorityEntry,
    PriorityFacts,
    PriorityRules,
    movement,
)
from zvk_tui.store.admission import open_in, refuse_closed
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.meetings import meeting_in
from zvk_tui.store.reading.people import People, cases, known, rows, whole
from zvk_tui.store.reading.priority_facts import facts_of, group_facts_of
from zvk_tui.store.reading.priority_rules import current_priority_rules, published
from zvk_tui.store.rule_tables import PriorityEntryRow, PriorityMoveRow, PrioritySnapshotRow
from zvk_tui.store.tables import CaseRow, ItemRow, MeetingRow, SeriesRow


class Priorities:
    """Reads the top 10."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rules(self) -> PriorityRules:
        """Return the criteria that count now; before anything was published, the defaults, by which nobody enters."""
        with self._desk.reading() as session:
            return current_priority_rules(session)

    def history(self) -> tuple[PublishedRules, ...]:
        """Return all versions of the criteria, newest first; the defaults as long as nothing was published."""
        with self._desk.reading() as session:
            return published(session)

    def current(self) -> tuple[PriorityEntry, ...]:
        """Return the list as it stands, first place first; of a case that is closed to the user only its number."""
        with self._desk.reading() as session:
            return entries_of(session, People(session))

    def moves(self, entry_id: int) -> tuple[PriorityMove, ...]:
        """Return the times that an entry was given another place, newest first.

        Raises:
            Refused: when its case is closed to the user.
        """
        query = select(PriorityMoveRow).where(PriorityMoveRow.entry_id == entry_id)
        with self._desk.reading() as session:
            refuse_closed_entry(session, entry_id)
            found = session.exec(query.order_by(col(PriorityMoveRow.id).desc()))
            return tuple(PriorityMove(row.on, row.by, row.from_rank, row.to_rank, row.motive) for row in found)

    def facts(self, months: int = MONTHS) -> dict[int, PriorityFacts]:
        """Return for each entry, by its row number, the facts of the last months; none for a closed case."""
        with self._desk.reading() as session:
            return facts_of(session, entries_of(session, People(session)), self._desk.today(), months)

    def group_facts(self, entry_id: int) -> tuple[GroupFact, ...]:
        """Return what was told about a group, newest month first.

        Raises:
            Refused: when the entry is about a case that is closed to the user.
        """
        with self._desk.reading() as session:
            refuse_closed_entry(session, entry_id)
            return group_facts_of(session, entry_id)

    def before(self, meeting_id: int | None = None) -> EarlierList | None:
        """Return the list as it stood at a final meeting; by default the newest that had it on its agenda.

        None when there is no such meeting.
        """
        with self._desk.reading() as session:
            return earlier_list(session, People(session), meeting_id)

    def left(self) -> tuple[LeftEntry, ...]:
        """Return what is kept of entries that left, the newest first; a case that may not be seen has no number."""
        with self._desk.reading() as session:
            return _all_left(session)


def list_now(session: Session, people: People, today: date) -> ListNow:
    """Return the list as it stands, for the table: of a case that is closed to the user only its number."""
    entries, before = entries_of(session, people), _earlier(session)
    ranks = {row.entry_id: row.rank for row in _snapshot(session, known(before[0].id))} if before else {}
    return ListNow(entries, facts_of(session, entries, today, MONTHS), ranks)


def _all_left(session: Session) -> tuple[LeftEntry, ...]:
    query = (
        sa_select(whole(PriorityEntryRow), col(CaseRow.ref).label("ref"))
        .join(CaseRow, _seen(col(CaseRow.id) == col(PriorityEntryRow.case_id)), isouter=True)
        .where(col(PriorityEntryRow.left_on).is_not(None), _or_group(session))
        .order_by(col(PriorityEntryRow.left_on).desc(), col(PriorityEntryRow.id).desc())
    )
    return tuple(_left(row) for row in rows(session, query))


def refuse_closed_entry(session: Session, entry_id: int) -> None:
    """Refuse to go on when the case of an entry is closed to who opened this session.

    Raises:
        Refused: it is.
    """
    case_id = session.exec(select(PriorityEntryRow.case_id).where(PriorityEntryRow.id == entry_id)).first()
    refuse_closed(session, () if case_id is None else (case_id,))


def entries_of(session: Session, people: People) -> tuple[PriorityEntry, ...]:
    """Return the list as it stands, first place first."""
    query = sa_select(whole(PriorityEntryRow)).where(col(PriorityEntryRow.rank).is_not(None))
    found = list(rows(session, query.order_by(col(PriorityEntryRow.rank))))
    numbers = {row.case_id for row in found if row.case_id is not None}
    seen = cases(session, people, numbers)
    closed = session.exec(select(CaseRow.id, CaseRow.ref).where(col(CaseRow.id).in_(numbers - set(seen))))
    refs = {known(number): ref for number, ref in closed}
    return tuple(_entry(row, seen.get(row.case_id), refs.get(row.case_id, ""), people) for row in found)


def earlier_list(
    session: Session, people: People, meeting_id: int | None = None, than: Meeting | None = None
) -> EarlierList | None:
    """Return the list as it stood at a final meeting, None when there is no such meeting.

    Args:
        session: the session.
        people: everybody.
        meeting_id: the meeting; by default the newest that had the list on its agenda.
        than: take the newest before this meeting.
    """
    found = _earlier(session, meeting_id, than)
    if found is None:
        return None
    meeting, series = found
    places = _places(session, people, known(meeting.id))
    return EarlierList(known(meeting.id), series, meeting.number, meeting.on, places)


def _earlier(
    session: Session, meeting_id: int | None = None, than: Meeting | None = None
) -> tuple[MeetingRow, str] | None:
    """Return the final meeting of an earlier list, with the name of its series."""
    listed = exists().where(col(ItemRow.meeting_id) == col(MeetingRow.id), col(ItemRow.kind) == ItemKind.TOP10)
    query = select(MeetingRow, SeriesRow.name).join(SeriesRow, col(SeriesRow.id) == MeetingRow.series_id)
    query = query.where(MeetingRow.state == MeetingState.FINAL, meeting_in(session))
    query = query.where(MeetingRow.id == meeting_id) if meeting_id is not None else query.where(listed)
    if than is not None:
        query = query.where(MeetingRow.id != than.id, MeetingRow.on <= than.on)
    newest = (col(MeetingRow.on).desc(), col(MeetingRow.start).desc(), col(MeetingRow.id).desc())
    return session.exec(query.order_by(*newest).limit(1)).first()


def _snapshot(session: Session, meeting_id: int) -> Sequence[PrioritySnapshotRow]:
    """Return the places of the newest version of a snapshot, first place first."""
    of_meeting = PrioritySnapshotRow.meeting_id == meeting_id
    newest = select(func.max(col(PrioritySnapshotRow.version))).where(of_meeting).scalar_subquery()
    kept = select(PrioritySnapshotRow).where(of_meeting, col(PrioritySnapshotRow.version) == newest)
    return session.exec(kept.order_by(col(PrioritySnapshotRow.rank))).all()


def minutes_list(
    session: Session, meeting: Meeting, items: Iterable[AgendaItem], people: People
) -> tuple[tuple[PriorityPlace, ...], tuple[PriorityLeft, ...]]:
    """Return the list for the minutes of a meeting, and who left it since the one before.

    Nothing when it was not on the agenda. Who came and left between the two is told as well.
    """
    if not any(item.kind is ItemKind.TOP10 for item in items):
        return (), ()
    before = earlier_list(session, people, than=meeting)
    ranks = before.ranks if before else {}
    since = before.on if before else date.min
    gone = (one for one in _all_left(session) if one.id in ranks or one.entered_on >= since)
    left = tuple(PriorityLeft(one.case_ref, one.entered_on, one.left_on, one.reason) for one in gone)
    return tuple(_place(entry, ranks, meeting.on) for entry in entries_of(session, people)), left


def _place(entry: PriorityEntry, ranks: Any, on: date) -> PriorityPlace:
    if entry.hidden:
        return PriorityPlace(entry.rank, entry.case_ref, None, None)
    step = movement(entry, ranks)
    return PriorityPlace(
        entry.rank,
        entry.case_ref,
        entry.case.subject if entry.case else Subject(group_name=entry.group_label),
        step.movement,
        step.was,
        entry.contact.name if entry.contact else "",
        entry.director.name if entry.director else "",
        entry.decision,
        entry.decided_on,
        entry.review_on,
        entry.weeks(on),
    )


def _places(session: Session, people: People, meeting_id: int) -> tuple[EarlierPlace, ...]:
    """Return the places of the newest version of a snapshot; an erased case is not among them."""
    now = {entry.id: entry for entry in entries_of(session, people)}
    found = _snapshot(session, meeting_id)
    gone = {row.entry_id for row in found} - set(now)
    query = sa_select(whole(PriorityEntryRow), col(CaseRow.ref).label("ref")).join(
        CaseRow, _seen(col(CaseRow.id) == col(PriorityEntryRow.case_id)), isouter=True
    )
    query = query.where(col(PriorityEntryRow.id).in_(gone), _or_group(session))
    left = {row.id: _left(row) for row in rows(session, query)}
    return tuple(EarlierPlace(row.rank, row.entry_id, now.get(row.entry_id), left.get(row.entry_id)) for row in found)


def _seen(same: Any) -> Any:
    """Return the condition under which the number of a case is told: it is neither shielded nor erased."""
    return same & ~col(CaseRow.shielded) & ~col(CaseRow.erased)


def _or_group(session: Session) -> Any:
    """Return the condition of entries about a group, or about a case that may be seen."""
    open_cases = select(CaseRow.id).where(open_in(session))
    return col(PriorityEntryRow.case_id).is_(None) | col(PriorityEntryRow.case_id).in_(open_cases)


def _left(row: Any) -> LeftEntry:
    return LeftEntry(row.id, row.ref or "", row.entered_on, row.left_on or date.min, LeaveReason(row.left_reason))


def _entry(row: Any, case_file: CaseFile | None, closed_ref: str, people: People) -> PriorityEntry:
    hidden = bool(closed_ref)
    return PriorityEntry(
        id=row.id,
        rank=row.rank,
        case=case_file,
        group_label="" if hidden else row.group_label,
        entered_on=row.entered_on,
        contact=None if hidden else people.professional(row.contact_id),
        director=None if hidden else people.professional(row.director_id),
        rules_version=row.rules_version,
        answers=() if hidden else answers_from_plain(row.answers),
        decision="" if hidden else row.decision,
        decided_on=row.decided_on,
        review_on=row.review_on,
        closed_ref=closed_ref,
    )
