"""The top 10: published criteria, and who comes on the list, moves, changes and leaves.

The order is made by people: every move has a motive, and nothing computes a place (Wgs art. 1.9).
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, MeetingState
from zvk_tui.domain.plain_priority import answers_plain, priority_plain
from zvk_tui.domain.priority_facts import FactProblem, GroupFact, fact_problem, group_key
from zvk_tui.domain.priority_list import (
    EntryProblem,
    LeaveReason,
    NewEntry,
    PriorityAnswer,
    PriorityRules,
    change_problem,
    entry_problem,
    moved,
    rules_fault,
)
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.reading.priority import entries_of, refuse_closed_entry
from zvk_tui.store.reading.priority_rules import current_priority_rules
from zvk_tui.store.rule_tables import GroupFactRow, PriorityEntryRow, PriorityMoveRow, PriorityRulesRow
from zvk_tui.store.tables import ItemRow, MeetingRow, ProfessionalRow
from zvk_tui.store.writing.agenda_rows import put_case, put_group
from zvk_tui.store.writing.case_guards import worked_case
from zvk_tui.store.writing.guards import readable, readable_criteria, readable_sources, ref_of, required
from zvk_tui.store.writing.life import seen_case
from zvk_tui.store.writing.off_list import take_off
from zvk_tui.words.priority import message_id


class PriorityDesk:
    """What people do to the top 10."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def publish(self, rules: PriorityRules) -> int:
        """Record criteria that were published, as the next version; return its number. Entries keep theirs.

        Raises:
            Refused: when they cannot be criteria, or somebody entered a newer version since they were read.
        """
        rules = _clean(rules)
        if fault := rules_fault(rules, self._desk.today()):
            raise Refused(message_id(fault))
        with self._desk.writing(Act.PRIORITY_RULES_CHANGED, undoable=False) as session:
            now = current_priority_rules(session)
            if now.version != rules.version:
                newer = N_("Somebody published version {number} meanwhile. Look at that one first.")
                raise Refused(newer, number=now.version)
            version = now.version + 1 if now.published_on else now.version
            assert rules.published_on is not None  # noqa: S101 - narrows the type; the fault above has just said so
            row = PriorityRulesRow(
                version=version, published_on=rules.published_on, by=self._desk.who, content=priority_plain(rules)
            )
            session.add(row)
            return version

    def add(self, new: NewEntry) -> int:
        """Put a case or group on the list, at the last place; return its row number.

        Raises:
            Refused: when the criteria were not published or not met, the list is full, or anything is missing.
        """
        new = _clean_entry(new)
        with self._desk.writing(Act.PRIORITY_ADDED) as session:
            if new.case_id is not None:
                about(session, seen_case(session, new.case_id).ref)
                worked_case(session, new.case_id)
            rules, present = current_priority_rules(session), entries_of(session, People(session))
            _refuse(entry_problem(new, rules, present, self._desk.today()))
            row = PriorityEntryRow(
                case_id=new.case_id,
                rank=len(present) + 1,
                entered_on=self._desk.today(),
                rules_version=rules.version,
                decided_on=new.decided_on,
                review_on=new.review_on,
                meeting_id=_at_table(session),
            )
            _fill(session, row, new)
            session.add(row)
            session.flush()
            return known(row.id)

    def change(self, entry_id: int, entry: NewEntry) -> None:
        """Change what is said of an entry; its criteria are answered anew, by the version that counts now.

        Raises:
            Refused: when it left, is closed to the user, no longer meets the criteria, or anything is missing.
        """
        entry = _clean_entry(entry)
        with self._desk.writing(Act.PRIORITY_CHANGED) as session:
            row = _listed(session, entry_id)
            rules = current_priority_rules(session)
            _refuse(change_problem(entry, rules, self._desk.today()))
            others = (one for one in entries_of(session, People(session)) if one.id != entry_id)
            if row.case_id is None:
                _refuse_label(entry.group_label, [one.group_label for one in others])
                _rename(session, row.group_label, entry.group_label)
            row.rules_version, row.decided_on, row.review_on = rules.version, entry.decided_on, entry.review_on
            _fill(session, row, entry)

    def move(self, entry_id: int, to_rank: int, motive: str) -> None:
        """Give an entry another place, with the motive; the others keep the order they had.

        Raises:
            Refused: without a motive, when it stands there already, has left or is closed to the user.
        """
        with self._desk.writing(Act.PRIORITY_MOVED) as session:
            row = _listed(session, entry_id)
            by_number = {known(one.id): one for one in _ranked(session)}
            order = moved(tuple(by_number), entry_id, to_rank)
            was, now = row.rank or 0, order.index(entry_id) + 1
            if was == now:
                raise Refused(N_("It stands at place {rank} already."), rank=now)
            session.add(
                PriorityMoveRow(
                    entry_id=entry_id,
                    case_id=row.case_id,
                    on=self._desk.today(),
                    by=self._desk.who,
                    from_rank=was,
                    to_rank=now,
                    motive=required(motive),
                    meeting_id=_at_table(session),
                )
            )
            for rank, number in enumerate(order, 1):
                by_number[number].rank = rank

    def set_group_fact(self, entry_id: int, fact: GroupFact) -> None:
        """Record how many reports of a kind there were about a group in a month; 0 says that there were none.

        Raises:
            Refused: when it is no group, the month lies ahead, or the source is missing.
        """
        fact = replace(fact, month=fact.month.replace(day=1), source=readable(fact.source))
        with self._desk.writing(Act.PRIORITY_CHANGED) as session:
            if _listed(session, entry_id).case_id is not None:
                raise Refused(message_id(FactProblem.NOT_A_GROUP))
            if problem := fact_problem(fact, self._desk.today()):
                raise Refused(message_id(problem))
            same = select(GroupFactRow).where(
                GroupFactRow.entry_id == entry_id, GroupFactRow.month == fact.month, GroupFactRow.kind == fact.kind
            )
            row = session.exec(same).first()
            row = row or GroupFactRow(entry_id=entry_id, month=fact.month, kind=fact.kind, count=0)
            row.count, row.source = fact.count, fact.source
            session.add(row)

    def put_on_agenda(self, entry_id: int) -> int:
        """Put an entry on the agenda of the next meeting about the list, or of the one that runs; return the item.

        Raises:
            Refused: when no such meeting is prepared, the entry is on its agenda, has left or is closed to the user.
        """
        with self._desk.writing(Act.ITEM_ADDED) as session:
            row, meeting = _listed(session, entry_id), _next_meeting(session)
            if row.case_id is None:
                return put_group(session, meeting, row.group_label)
            return put_case(session, meeting, row.case_id)

    def leave(self, entry_id: int, reason: LeaveReason) -> None:
        """Take an entry off the list: its personal data is gone from it at once, and for good.

        Raises:
            Refused: when it left already, or is closed to the user.
        """
        with self._desk.writing(Act.PRIORITY_LEFT, undoable=False) as session:
            take_off(session, self._desk, _listed(session, entry_id), reason)


def _refuse(problem: EntryProblem | None) -> None:
    if problem is not None:
        raise Refused(message_id(problem))


def _refuse_label(label: str, others: Sequence[str]) -> None:
    if not label:
        raise Refused(message_id(EntryProblem.NOBODY))
    if label.casefold() in {other.casefold() for other in others}:
        raise Refused(message_id(EntryProblem.TWICE))


def _listed(session: Session, entry_id: int) -> PriorityEntryRow:
    """Return an entry that stands on the list; the line of the log is about its case.

    Raises:
        Refused: when it left, or its case is closed to the user.
    """
    row = session.get(PriorityEntryRow, entry_id)
    if row is None or row.rank is None:
        raise Refused(N_("This is no longer on the top 10."))
    refuse_closed_entry(session, entry_id)
    about(session, ref_of(session, row.case_id))
    return row


def _ranked(session: Session) -> Sequence[PriorityEntryRow]:
    on_it = select(PriorityEntryRow).where(col(PriorityEntryRow.rank).is_not(None))
    return session.exec(on_it.order_by(col(PriorityEntryRow.rank))).all()


def _next_meeting(session: Session) -> MeetingRow:
    """Return the meeting that runs with the list on its agenda, else the first in preparation."""
    query = select(MeetingRow).join(ItemRow, col(ItemRow.meeting_id) == MeetingRow.id)
    open_to_it = col(MeetingRow.state).in_((MeetingState.RUNNING, MeetingState.PREPARING))
    query = query.where(open_to_it, ItemRow.kind == ItemKind.TOP10)
    runs_first = col(MeetingRow.state) == MeetingState.PREPARING
    found = session.exec(query.order_by(runs_first, col(MeetingRow.on), col(MeetingRow.id)).limit(1)).first()
    if found is None:
        raise Refused(N_("No meeting with the top 10 on its agenda is in preparation. Open the next one first."))
    return found


def _rename(session: Session, before: str, label: str) -> None:
    """Give the agenda items of a group its new label, where minutes are not final yet."""
    query = select(ItemRow).join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
    query = query.where(ItemRow.kind == ItemKind.GROUP, MeetingRow.state != MeetingState.FINAL)
    for item in session.exec(query):
        if group_key(item.title) == group_key(before):
            item.title = label


def _at_table(session: Session) -> int | None:
    """Return the meeting that runs with the list on its agenda, None between meetings."""
    runs = col(MeetingRow.state).in_((MeetingState.RUNNING, MeetingState.SETTLING))
    query = select(MeetingRow.id).join(ItemRow, col(ItemRow.meeting_id) == MeetingRow.id)
    query = query.where(runs, ItemRow.kind == ItemKind.TOP10).order_by(col(MeetingRow.on).desc())
    return session.exec(query).first()


def _fill(session: Session, row: PriorityEntryRow, said: NewEntry) -> None:
    assert said.contact is not None  # noqa: S101 - narrows the type; the rule has just said so
    assert said.director is not None  # noqa: S101 - the same
    for person in (said.contact, said.director):
        session.get_one(ProfessionalRow, person.id)
    row.contact_id, row.director_id = said.contact.id, said.director.id
    row.group_label, row.decision = said.group_label if row.case_id is None else "", said.decision
    row.answers = answers_plain(said.answers)


def _clean_entry(new: NewEntry) -> NewEntry:
    """Return what was said with every text readable, and each name of a group on one line."""
    answers = tuple(_clean_answer(one) for one in new.answers)
    label = " ".join(readable(new.group_label).split())
    return replace(new, group_label=label, decision=readable(new.decision), answers=answers)


def _clean_answer(answer: PriorityAnswer) -> PriorityAnswer:
    return replace(answer, motive=readable(answer.motive))


def _clean(rules: PriorityRules) -> PriorityRules:
    criteria, sources = readable_criteria(rules.criteria), readable_sources(rules.sources)
    return replace(rules, criteria=criteria, published_at=readable(rules.published_at), sources=sources)
