"""The facts beside the entries of the top 10, read for the whole list at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlmodel import Session, col, func, select

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.meeting import ItemKind, ItemState
from zvk_tui.domain.priority_facts import GroupFact, first_month, group_key, months_of
from zvk_tui.domain.priority_list import PriorityEntry, PriorityFacts
from zvk_tui.domain.record import ActionState
from zvk_tui.store.case_tables import PoliceContactRow
from zvk_tui.store.rule_tables import GroupFactRow
from zvk_tui.store.tables import ActionRow, ItemRow, MeetingRow

Counted = list[tuple[date, str, int]]
"""A day, a kind and how many."""

_NOTHING: Final[Counted] = []


@dataclass(slots=True)
class _AtTable:
    """What is known of the agenda items of a group: their row numbers, and when one was last discussed."""

    items: list[int] = field(default_factory=list)
    last: date | None = None


def facts_of(session: Session, entries: Iterable[PriorityEntry], today: date, months: int) -> dict[int, PriorityFacts]:
    """Return for each entry that may be seen the facts of the last months."""
    entries = [entry for entry in entries if not entry.hidden]
    case_ids = {entry.case.id for entry in entries if entry.case}
    oldest = first_month(today, months)
    contacts = _contacts(session, case_ids, oldest)
    reports = _reports(session, {entry.id for entry in entries if not entry.case}, oldest)
    actions = _open_actions(session, case_ids)
    tables = _at_table(session, {group_key(entry.group_label) for entry in entries if not entry.case})
    agreed = _agreed(session, [number for table in tables.values() for number in table.items])
    found = {}
    for entry in entries:
        if entry.case:
            counted, count = contacts.get(entry.case.id, _NOTHING), actions.get(entry.case.id, 0)
            last = entry.case.last_discussed
        else:
            table = tables[group_key(entry.group_label)]
            counted, last = reports.get(entry.id, _NOTHING), table.last
            count = sum(agreed.get(number, 0) for number in table.items)
        days = max(0, (today - last).days) if last else None
        found[entry.id] = PriorityFacts(months_of(counted, today, months), count, days)
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


def _at_table(session: Session, groups: set[str]) -> dict[str, _AtTable]:
    """Return for each group, by what it is known, its own agenda items: as a group, or as a topic with its label."""
    found = {group: _AtTable() for group in groups}
    if not found:
        return found
    query = (
        select(col(ItemRow.id), col(ItemRow.title), col(ItemRow.state), col(MeetingRow.on))
        .join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
        .where(col(ItemRow.kind).in_((ItemKind.GROUP, ItemKind.TOPIC)), col(ItemRow.case_id).is_(None))
        .order_by(col(MeetingRow.on))
    )
    for number, title, state, on in session.exec(query):
        table = found.get(group_key(title))
        if table is not None and number is not None:
            table.items.append(number)
            table.last = on if state == ItemState.DISCUSSED else table.last
    return found


def _agreed(session: Session, items: list[int]) -> dict[int, int]:
    """Return for each agenda item how many actions that were agreed at it are open."""
    query = (
        select(col(ActionRow.item_id), func.count())
        .where(col(ActionRow.item_id).in_(items), ActionRow.state == ActionState.OPEN)
        .group_by(col(ActionRow.item_id))
    )
    return {number: count for number, count in session.exec(query) if number is not None} if items else {}
