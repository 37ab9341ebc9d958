"""The rows of an agenda: put a case or a group on it, in the order of the kinds, inside an act that is under way."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from zvk_tui.domain.agenda import (
    CASE_MINUTES,
    ProposedItem,
    with_reasons,
)
from zvk_tui.domain.meeting import ItemKind, ItemState, Reason, ReasonKind
from zvk_tui.domain.priority_facts import group_key
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import about
from zvk_tui.store.reading.meetings import reasons_of
from zvk_tui.store.reading.people import People, cases, known
from zvk_tui.store.tables import (
    ItemRow,
    MeetingRow,
)


def put_case(
    session: Session,
    meeting: MeetingRow,
    case_id: int,
    planned_minutes: int = CASE_MINUTES,
    reasons: tuple[Reason, ...] = (Reason(ReasonKind.ADDED),),
) -> int:
    """Put a case on an agenda inside an act that is under way, after the last case; return the item's row number.

    Raises:
        Refused: when the case is on this agenda already, or is not there.
    """
    found = cases(session, People(session), [case_id])
    if case_id not in found:
        raise Refused(N_("This case is no longer there."))
    about(session, found[case_id].ref)
    if any(row.case_id == case_id for row in items_of(session, known(meeting.id))):
        raise Refused(N_("{ref} is on this agenda already."), ref=found[case_id].ref)
    item = ProposedItem(ItemKind.CASE, planned_minutes, case_file=found[case_id], reasons=reasons)
    return add_proposals(session, meeting, [item])[0]


def give_reasons(session: Session, item_id: int, reasons: Iterable[Reason]) -> None:
    """Let an item that is on an agenda and still to come say why as well."""
    row = session.get_one(ItemRow, item_id)
    if row.state == ItemState.OPEN:
        row.reasons = [stored(one) for one in with_reasons(reasons_of(row), reasons)]
        session.add(row)


def put_group(session: Session, meeting: MeetingRow, title: str) -> int:
    """Put a group on an agenda inside an act that is under way, under its label; return the item's row number.

    Raises:
        Refused: when the group is on this agenda already.
    """
    there = (row.title for row in items_of(session, known(meeting.id)) if row.kind == ItemKind.GROUP)
    if group_key(title) in map(group_key, there):
        raise Refused(N_("This group is on that agenda already."))
    item = ProposedItem(ItemKind.GROUP, CASE_MINUTES, title, reasons=(Reason(ReasonKind.ADDED),))
    return add_proposals(session, meeting, [item])[0]


def add_proposals(session: Session, meeting: MeetingRow, proposals: Iterable[ProposedItem]) -> list[int]:
    """Put items on an agenda, each after the last of its kind; return their row numbers."""
    rows = items_of(session, known(meeting.id))
    made: list[ItemRow] = []
    for new in proposals:
        row = ItemRow(
            meeting_id=known(meeting.id),
            position=0,
            kind=new.kind,
            title=new.title,
            case_id=new.case_file.id if new.case_file else None,
            reasons=[stored(reason) for reason in new.reasons],
            planned_minutes=new.planned_minutes,
            state=ItemState.OPEN,
            recurring=new.recurring,
        )
        rows.insert(_place(rows, new.kind), row)
        made.append(row)
    session.add_all(made)
    renumber(session, rows)
    return [known(row.id) for row in made]


def items_of(session: Session, meeting_id: int) -> list[ItemRow]:
    """Return the rows of an agenda in order."""
    return list(session.exec(select(ItemRow).where(ItemRow.meeting_id == meeting_id).order_by(col(ItemRow.position))))


def renumber(session: Session, rows: list[ItemRow]) -> None:
    """Let the rows of an agenda stand in this order."""
    for position, row in enumerate(rows, 1):
        row.position = position
    session.flush()


def _place(rows: list[ItemRow], kind: ItemKind) -> int:
    order = list(ItemKind)
    later = (n for n, row in enumerate(rows) if order.index(ItemKind(row.kind)) > order.index(kind))
    return next(later, len(rows))


def stored(reason: Reason) -> dict[str, str | int | None]:
    """Return a reason as it is kept in a row."""
    return {"kind": reason.kind, "count": reason.count, "on": reason.on.isoformat() if reason.on else None}
