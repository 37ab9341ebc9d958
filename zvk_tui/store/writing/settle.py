"""Settling a meeting: end it, set the next date, finalise, reopen, note an export."""

from datetime import date

from sqlmodel import Session, col, select

from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemState, MeetingState
from zvk_tui.domain.minutes import canonical, fingerprint, part_hash, part_ref, split
from zvk_tui.domain.settling import Obstacle, may_reopen, obstacles
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import whole
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.carriers import export_detail
from zvk_tui.store.reading.meetings import agenda_items, meetings_of, one_meeting, seats
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.reading.record import case_ids, composed, newest_finalisation
from zvk_tui.store.rule_tables import PriorityEntryRow, PrioritySnapshotRow
from zvk_tui.store.tables import DraftRow, FinalisationRow, ItemRow, MeetingRow, MinutesPartRow
from zvk_tui.store.writing.guards import editable, required
from zvk_tui.store.writing.table import stop_clock


class SettleDesk:
    """What the chair does when all has been said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def end(self, meeting_id: int) -> None:
        """End the meeting: the clock stops; what is still open waits to be skipped or moved."""
        with self._desk.writing(Act.MEETING_ENDED) as session:
            meeting = editable(session, meeting_id)
            if meeting.state != MeetingState.RUNNING:
                raise Refused(N_("This meeting is not running."))
            stop_clock(session, meeting, self._desk.clock())
            meeting.state = MeetingState.SETTLING
            meeting.ended_at = self._desk.clock()

    def resume(self, meeting_id: int) -> None:
        """Go back to the table: the meeting had not ended yet."""
        with self._desk.writing(Act.MEETING_RESUMED) as session:
            meeting = editable(session, meeting_id)
            if meeting.state != MeetingState.SETTLING:
                raise Refused(N_("This meeting is running already."))
            meeting.state, meeting.ended_at = MeetingState.RUNNING, None

    def skip_open(self, meeting_id: int) -> int:
        """Skip every item that is still open; they return by themselves at the next meeting. Return how many."""
        with self._desk.writing(Act.ITEM_SKIPPED) as session:
            editable(session, meeting_id)
            rows = session.exec(
                select(ItemRow).where(ItemRow.meeting_id == meeting_id, ItemRow.state == ItemState.OPEN)
            ).all()
            for row in rows:
                row.state = ItemState.SKIPPED
            return len(rows)

    def set_next(self, meeting_id: int, on: date | None) -> None:
        """Set the date of the next meeting."""
        with self._desk.writing(Act.NEXT_SET) as session:
            editable(session, meeting_id).next_on = on

    def obstacles(self, meeting_id: int) -> tuple[Obstacle, ...]:
        """Return all that still stands in the way of finalising."""
        with self._desk.reading() as session:
            return _obstacles(session, meeting_id, People(session))

    def finalise(self, meeting_id: int) -> str:
        """Freeze the minutes; return their fingerprint. Nothing before this moment can be undone any more.

        Raises:
            Refused: while anything stands in the way.
        """
        with self._desk.writing(Act.MINUTES_FINALISED, undoable=False) as session:
            row = editable(session, meeting_id)
            people = People(session)
            if _obstacles(session, meeting_id, people):
                raise Refused(N_("The minutes cannot be finalised yet. Settle what is still open first."))
            about(session, detail=str(row.number))
            mark = self._freeze(session, row, people)
            row.state = MeetingState.FINAL
            self._desk.close_undo(session)
            return mark

    def reopen(self, meeting_id: int, reason: str) -> None:
        """Open final minutes again; who, when and why is kept, and the earlier version stays.

        Raises:
            Refused: when they are not the newest final minutes of the series, or there is no reason.
        """
        with self._desk.writing(Act.MINUTES_REOPENED, undoable=False) as session:
            meeting = one_meeting(session, meeting_id)
            if not may_reopen(meeting, meetings_of(session, meeting.series.id)):
                raise Refused(N_("Only the newest final minutes of a series can be reopened."))
            about(session, detail=str(meeting.number))
            finalisation = newest_finalisation(session, meeting_id)
            if finalisation is not None:
                finalisation.reopened_at, finalisation.reopened_by = self._desk.clock(), self._desk.who
                finalisation.reopened_reason = required(reason)
            session.get_one(MeetingRow, meeting_id).state = MeetingState.SETTLING
            self._desk.close_undo(session)

    def note_export(self, meeting_id: int, suffix: str) -> None:
        """Note in the log that the minutes of this meeting, by series and number, were written to a file of a kind."""
        with self._desk.writing(Act.MINUTES_EXPORTED, undoable=False) as session:
            meeting = one_meeting(session, meeting_id)
            about(session, detail=export_detail(meeting.series.id, meeting.number, suffix))

    def _freeze(self, session: Session, row: MeetingRow, people: People) -> str:
        meeting = one_meeting(session, known(row.id), people)
        with whole(session):  # minutes are frozen whole, whoever does it
            found = split(composed(session, meeting, people))
        contents = tuple(canonical(part) for part in found)
        hashes = tuple(part_hash(content) for content in contents)
        earlier = newest_finalisation(session, meeting.id)
        finalisation = FinalisationRow(
            meeting_id=meeting.id,
            version=earlier.version + 1 if earlier else 1,
            at=self._desk.clock(),
            by=self._desk.who,
            fingerprint=fingerprint(hashes),
        )
        session.add(finalisation)
        session.flush()
        numbers = case_ids(session, map(part_ref, found))
        session.add_all(
            MinutesPartRow(
                finalisation_id=known(finalisation.id),
                position=position,
                case_id=numbers[part_ref(part)],
                sha256=hashes[position],
                content=contents[position].decode(),
            )
            for position, part in enumerate(found)
        )
        _keep_order(session, finalisation)
        return finalisation.fingerprint


def _keep_order(session: Session, finalisation: FinalisationRow) -> None:
    """Keep the order of the top 10 as it stands, with this version of the minutes; earlier versions keep theirs."""
    listed = select(PriorityEntryRow).where(col(PriorityEntryRow.rank).is_not(None))
    session.add_all(
        PrioritySnapshotRow(
            meeting_id=finalisation.meeting_id,
            version=finalisation.version,
            rank=row.rank or 0,
            entry_id=known(row.id),
            case_id=row.case_id,
        )
        for row in session.exec(listed)
    )


def _obstacles(session: Session, meeting_id: int, people: People) -> tuple[Obstacle, ...]:
    meeting = one_meeting(session, meeting_id, people)
    typed = session.exec(
        select(DraftRow.text).join(ItemRow, col(ItemRow.id) == DraftRow.item_id).where(ItemRow.meeting_id == meeting_id)
    )
    drafts = sum(bool(text.strip()) for text in typed)
    return obstacles(meeting, agenda_items(session, meeting_id, people), seats(session, meeting_id, people), drafts)
