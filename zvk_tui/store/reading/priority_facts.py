"""The facts beside the entries of the top 10, read for the whole list at once."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlmodel import Session, col, func, select

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.meeting import ItemKind, ItemState
from zvk_tui.domain.priority_facts import GroupFact, first_month, months_of
from zvk_tui.domain.priority_list import PriorityEntry, PriorityFacts
from zvk_tui.domain.record import ActionState
from zvk_tui.store.case_tables import PoliceContactRow
from zvk_tui.store.rule_tables import GroupFactRow
from zvk_tui.store.tables import ActionRow, ItemRow, MeetingRow

Counted = list[tuple[date, str, int]]
"""A day, a kind and how many."""

_NOTHING: Final[Counted] = []


def facts_of(session: Session, entries: Iterable[PriorityEntry], today: date, months: int) -> dict[int, PriorityFacts]:
    """Return for each entry that may be seen the facts of the last months."""
    entries = [entry for entry in entries if not entry.hidden]
    case_ids = {entry.case.id for entry in entries if entry.case}
    oldest = first_month(today, months)
    contacts = _contacts(session, case_ids, oldest)
    reports = _reports(session, {entry.id for entry in entries if not entry.case}, oldest)
    actions = _open_actions(session, case_ids)
    found = {}
    for entry in entries:
        case_id = entry.case.id if entry.case else 0
        counted = contacts.get(case_id, _NOTHING) if entry.case else reports.get(entry.id, _NOTHING)
        last = entry.case.last_discussed if entry.case else _group_discussed(session, entry.group_label)
        days = max(0, (today - last).days) if last else None
        found[entry.id] = PriorityFacts(months_of(counted, today, months), actions.get(case_id, 0), days)
    return found


def group_facts_of(session: Session, entry_id: int) -> tuple[GroupFact, ...]:
    """Return what was told about a group, newest month first."""
    query = select(GroupFactRow).where(GroupFactRow.entry_id == entry_id)
    found = session.exec(query.order_by(col(GroupFactRow.month).desc(), col(GroupFactRow.kind)))
    return tuple(GroupFact(row.month, PoliceContactKind(row.kind), row.count, row.source) for row in found)


def _contacts(session: Session, case_ids: set[int], oldest: date) -> dict[int, Counted]:
    """Return the contacts with the police that stand, since a day."""
    query = select(col(PoliceContactRow.case_id), col(PoliceContactRow.on), col(PoliceContactRow.kind)).where(
        col(PoliceContactRow.case_id).in_(case_ids),
        PoliceContactRow.on >= oldest,
        col(PoliceContactRow.wrong_on).is_(None),
    )
    found: dict[int, Counted] = {}
    for case_id, on, kind in session.exec(query):
        found.setdefault(case_id, []).append((on, kind, 1))
    return found


def _reports(session: Session, entry_ids: set[int], oldest: date) -> dict[int, Counted]:
    query = select(GroupFactRow).where(col(GroupFactRow.entry_id).in_(entry_ids), GroupFactRow.month >= oldest)
    found: dict[int, Counted] = {}
    for row in session.exec(query):
        found.setdefault(row.entry_id, []).append((row.month, row.kind, row.count))
    return found


def _open_actions(session: Session, case_ids: set[int]) -> dict[int, int]:
    query = (
        select(col(ActionRow.case_id), func.count())
        .where(col(ActionRow.case_id).in_(case_ids), ActionRow.state == ActionState.OPEN)
        .group_by(col(ActionRow.case_id))
    )
    return {case_id: count for case_id, count in session.exec(query) if case_id is not None}


def _group_discussed(session: Session, label: str) -> date | None:
    """Return when a group was last an agenda item under its own label, None for never."""
    query = (
        select(col(MeetingRow.on))
        .join(ItemRow, col(ItemRow.meeting_id) == MeetingRow.id)
        .where(col(ItemRow.kind).in_((ItemKind.GROUP, ItemKind.TOPIC)), ItemRow.title == label)
        .where(ItemRow.state == ItemState.DISCUSSED)
        .order_by(col(MeetingRow.on).desc())
        .limit(1)
    )
    return session.exec(query).first()
