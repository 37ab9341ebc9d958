"""What is entered at an item: contributions, the judgement, decisions and actions."""

from datetime import date

from sqlmodel import Session, col, func, select

from zvk_tui.domain.log import Act
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.record import ActionState, Judgement, StatementKind, takes
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.people import known
from zvk_tui.store.tables import (
    ActionEventRow,
    ActionRow,
    ContributionRow,
    DecisionRow,
    ItemRow,
    JudgementRow,
    MeetingRow,
)
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.guards import editable_item, held_item, readable, ref_of, required


class EntryDesk:
    """What the table records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_contribution(self, item_id: int, source: Owner, kind: StatementKind, text: str, on: date) -> int:
        """Record what somebody brought in; return its row number."""
        with self._desk.writing(Act.CONTRIBUTION_ADDED) as session:
            item = held_item(session, item_id)
            row = ContributionRow(
                item_id=item_id,
                case_id=item.case_id,
                partner_id=source.partner.id,
                professional_id=source.person.id if source.person else None,
                on=on,
                kind=kind,
                text=required(text),
            )
            session.add(row)
            session.flush()
            return known(row.id)

    def change_contribution(self, contribution_id: int, source: Owner, kind: StatementKind, text: str) -> None:
        """Change what somebody brought in, while the minutes are not final."""
        with self._desk.writing(Act.CONTRIBUTION_CHANGED) as session:
            row = session.get_one(ContributionRow, contribution_id)
            editable_item(session, row.item_id)
            row.partner_id, row.professional_id = source.partner.id, source.person.id if source.person else None
            row.kind, row.text = kind, required(text)

    def remove_contribution(self, contribution_id: int) -> None:
        """Take a contribution out, while the minutes are not final."""
        with self._desk.writing(Act.CONTRIBUTION_REMOVED) as session:
            row = session.get_one(ContributionRow, contribution_id)
            editable_item(session, row.item_id)
            session.delete(row)

    def save_judgement(self, item_id: int, judgement: Judgement) -> None:
        """Record the judgement on an item; there is one."""
        with self._desk.writing(Act.JUDGEMENT_SAVED) as session:
            item = held_item(session, item_id)
            row = session.exec(select(JudgementRow).where(JudgementRow.item_id == item_id)).first()
            row = row or JudgementRow(item_id=item_id, case_id=item.case_id, earlier_worked="", proportionate="")
            row.text = readable(judgement.text)
            row.earlier_worked, row.proportionate = judgement.earlier_worked, judgement.proportionate
            session.add(row)

    def add_decision(self, item_id: int, text: str, motive: str, decided_by_id: int | None, dissent: str = "") -> int:
        """Record a decision under the next number of the chamber; return that number."""
        with self._desk.writing(Act.DECISION_ADDED) as session:
            item = held_item(session, item_id)
            number = next_number(session, DecisionRow)
            session.add(
                DecisionRow(
                    item_id=item_id,
                    case_id=item.case_id,
                    number=number,
                    on=session.get_one(MeetingRow, item.meeting_id).on,
                    text=required(text),
                    motive=readable(motive),
                    decided_by_id=decided_by_id,
                    dissent=readable(dissent),
                )
            )
            return number

    def change_decision(
        self, decision_id: int, text: str, motive: str, decided_by_id: int | None, dissent: str = ""
    ) -> None:
        """Change a decision, while the minutes are not final; its number stays."""
        with self._desk.writing(Act.DECISION_CHANGED) as session:
            row = session.get_one(DecisionRow, decision_id)
            editable_item(session, row.item_id)
            row.text, row.motive = required(text), readable(motive)
            row.decided_by_id, row.dissent = decided_by_id, readable(dissent)

    def remove_decision(self, decision_id: int) -> None:
        """Take a decision out, while the minutes are not final."""
        with self._desk.writing(Act.DECISION_REMOVED) as session:
            row = session.get_one(DecisionRow, decision_id)
            editable_item(session, row.item_id)
            session.delete(row)

    def add_action(self, item_id: int, owner: Owner, text: str, due: date) -> int:
        """Record an action under the next number of the chamber; return that number.

        Raises:
            Refused: when the due date lies before the meeting.
        """
        with self._desk.writing(Act.ACTION_ADDED) as session:
            item = held_item(session, item_id)
            meeting = session.get_one(MeetingRow, item.meeting_id)
            number = next_number(session, ActionRow)
            row = ActionRow(
                item_id=item_id,
                meeting_id=item.meeting_id,
                case_id=item.case_id,
                number=number,
                text=required(text),
                owner_id=owner.partner.id,
                person_id=owner.person.id if owner.person else None,
                agreed_on=meeting.on,
                due=_not_before(due, meeting.on),
                state=ActionState.OPEN,
            )
            session.add(row)
            return number

    def change_action(self, action_id: int, owner: Owner, text: str, due: date) -> None:
        """Change an action of this meeting, while its minutes are not final; its number stays."""
        with self._desk.writing(Act.ACTION_CHANGED) as session:
            row = session.get_one(ActionRow, action_id)
            editable_item(session, row.item_id)
            row.owner_id, row.person_id = owner.partner.id, owner.person.id if owner.person else None
            row.text, row.due = required(text), _not_before(due, row.agreed_on)

    def remove_action(self, action_id: int) -> None:
        """Take an action of this meeting out, while its minutes are not final."""
        with self._desk.writing(Act.ACTION_REMOVED) as session:
            row = session.get_one(ActionRow, action_id)
            editable_item(session, row.item_id)
            if session.exec(select(ActionEventRow).where(ActionEventRow.action_id == action_id)).first():
                raise Refused(N_("Something was recorded about this action already; settle it instead."))
            session.delete(row)

    def settle_action(self, action_id: int, state: ActionState, on: date, item_id: int | None = None) -> None:
        """Record what became of an action, or that it is open after all.

        Args:
            action_id: the action.
            state: done, not done, no longer possible; or open again.
            on: the day.
            item_id: the item at which the table said so; None between meetings.

        Raises:
            Refused: when that is recorded of it already, or its outcome was recorded elsewhere than in this meeting;
                or when it would be open again and its case is shielded.
        """
        with self._desk.writing(Act.ACTION_SETTLED) as session:
            row = _action_at(session, action_id, item_id)
            _refuse_known(row, state, _meeting_of(session, item_id))
            if state is ActionState.OPEN and row.case_id is not None:
                kept_case(session, row.case_id)
            row.state = state
            row.settled_on = None if state is ActionState.OPEN else on
            row.settled_meeting_id = _meeting_of(session, item_id) if state is not ActionState.OPEN else None
            record_event(session, row, item_id, on)

    def postpone_action(self, action_id: int, due: date, on: date, item_id: int | None = None) -> None:
        """Give an open action a later date; every postponement is counted.

        Raises:
            Refused: when the action is settled, or the new date is not later than the old one and not later than `on`.
        """
        with self._desk.writing(Act.ACTION_POSTPONED) as session:
            row = _action_at(session, action_id, item_id)
            if row.state != ActionState.OPEN:
                raise Refused(N_("This action is settled; there is nothing to postpone."))
            if due <= row.due or due < on:
                raise Refused(N_("The new date must be later than the old one, and not in the past."))
            row.due, row.postponed_count = due, row.postponed_count + 1
            record_event(session, row, item_id, on)


def next_number(session: Session, table: type[ActionRow] | type[DecisionRow]) -> int:
    """Return the next number of an action or decision: they are numbered over the whole chamber."""
    return (session.exec(select(func.max(col(table.number)))).one() or 0) + 1


def _not_before(due: date, meeting_on: date) -> date:
    if due < meeting_on:
        raise Refused(N_("An action cannot be due before the meeting at which it was agreed."))
    return due


def _action_at(session: Session, action_id: int, item_id: int | None) -> ActionRow:
    row = session.get_one(ActionRow, action_id)
    if item_id is not None:
        held_item(session, item_id)
    about(session, ref_of(session, row.case_id))
    return row


def _refuse_known(row: ActionRow, state: ActionState, meeting_id: int | None) -> None:
    """Refuse to put another day or meeting on an outcome that stands; a table may correct what it said itself."""
    if row.state == state:
        raise Refused(N_("This is recorded of the action already; it stays as it is."))
    at_this_table = meeting_id is not None and row.settled_meeting_id == meeting_id
    if not takes(ActionState(row.state), state) and not at_this_table:
        raise Refused(N_("This action is settled; say that it is open after all to change it."))


def _meeting_of(session: Session, item_id: int | None) -> int | None:
    return session.get_one(ItemRow, item_id).meeting_id if item_id is not None else None


def record_event(session: Session, row: ActionRow, item_id: int | None, on: date) -> None:
    """Keep what was recorded about an action: its state and day as they are from now on."""
    session.add(
        ActionEventRow(
            action_id=known(row.id),
            item_id=item_id,
            on=on,
            state=row.state,
            due=row.due,
            postponed_count=row.postponed_count,
        )
    )
