"""Taking an entry off the top 10: its personal data is gone from the list at once (Wgs art. 2.32, Bgs art. 2.22).

What stays is a stub: the number of its case, the dates, and the reason as a word of the domain.
"""

from typing import Any, Final

from sqlmodel import Session, col, delete, or_, select, update

from zvk_tui.domain.priority_list import LeaveReason
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import known
from zvk_tui.store.rule_tables import GroupFactRow, PriorityEntryRow, PriorityMoveRow
from zvk_tui.store.tables import ChangeRow, DraftRow

FORMS: Final = ("priority-entry", "priority-move", "priority-group")
"""The forms that are about one entry: `form/priority-entry/12/...`."""

_EMPTY: Final[dict[str, Any]] = {
    "rank": None,
    "group_label": "",
    "contact_id": None,
    "director_id": None,
    "answers": [],
    "decision": "",
}


def take_off(session: Session, desk: Desk, row: PriorityEntryRow, reason: LeaveReason) -> None:
    """Take one entry off the list inside an act that is under way; nothing before this can be undone any more.

    It is written past what keeps images of rows: an image would keep what must be gone.
    """
    desk.close_undo(session)
    entry_id, case_id, rank = known(row.id), row.case_id, row.rank
    _drop_images(session, entry_id)
    _drop_drafts(session, entry_id, case_id)
    session.exec(delete(PriorityMoveRow).where(col(PriorityMoveRow.entry_id) == entry_id))
    session.exec(delete(GroupFactRow).where(col(GroupFactRow.entry_id) == entry_id))
    gone = {**_EMPTY, "left_on": desk.today(), "left_reason": reason}
    session.exec(update(PriorityEntryRow).where(col(PriorityEntryRow.id) == entry_id).values(**gone))
    closer = update(PriorityEntryRow).where(col(PriorityEntryRow.rank) > rank)
    session.exec(closer.values(rank=col(PriorityEntryRow.rank) - 1))
    session.expire_all()


def case_left(session: Session, desk: Desk, case_id: int) -> None:
    """Take a case that is no longer worked on off the list, when it stands there."""
    row = session.exec(
        select(PriorityEntryRow).where(PriorityEntryRow.case_id == case_id, col(PriorityEntryRow.rank).is_not(None))
    ).first()
    if row is not None:
        take_off(session, desk, row, LeaveReason.CASE_CLOSED)


def _drop_images(session: Session, entry_id: int) -> None:
    """Drop every image of the entry, its moves and its facts."""
    tables: dict[type[Any], Any] = {
        PriorityMoveRow: col(PriorityMoveRow.entry_id),
        GroupFactRow: col(GroupFactRow.entry_id),
    }
    numbers = {PriorityEntryRow: {str(entry_id)}}
    for table, of in tables.items():
        numbers[table] = {str(number) for number in session.exec(select(table.id).where(of == entry_id))}
    for table, found in numbers.items():
        name = col(ChangeRow.table_name) == table.__tablename__
        session.exec(delete(ChangeRow).where(name, col(ChangeRow.row_id).in_(found)))


def _drop_drafts(session: Session, entry_id: int, case_id: int | None) -> None:
    """Drop what is half typed about the entry."""
    keys = [f"form/{form}/{entry_id}/%" for form in FORMS]
    keys.append(f"form/priority-add/{case_id or 0}/%")
    session.exec(delete(DraftRow).where(or_(*(col(DraftRow.key).like(key) for key in keys))))
