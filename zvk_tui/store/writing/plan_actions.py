"""Actions between meetings: agreed, changed, and tied to the goal of the plan that they serve."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from sqlmodel import Session

from zvk_tui.domain.interventions import chain_of
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import MeetingState
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.plan import Serves
from zvk_tui.domain.record import ActionState, takes
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.plans import current_plan
from zvk_tui.store.tables import ActionRow, MeetingRow
from zvk_tui.store.writing.case_guards import kept_case, worked_case
from zvk_tui.store.writing.entries import next_number, record_event
from zvk_tui.store.writing.guards import required

NOTHING: Final = Serves()
"""What an action is for when nobody says so."""


class ActionDesk:
    """What is agreed between meetings, and what became of several actions at once; of one the desk of entries tells."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, case_id: int, owner: Owner, text: str, due: date, serves: Serves = NOTHING) -> int:
        """Agree on an action in a case, between meetings, under the next number; return that number.

        Raises:
            Refused: when there is no text, the due date has passed, the plan has no such goal, or the case is closed.
        """
        with self._desk.writing(Act.ACTION_ADDED) as session:
            worked_case(session, case_id)
            today = self._desk.today()
            if due < today:
                raise Refused(N_("An action cannot be due in the past."))
            row = ActionRow(
                case_id=case_id,
                number=next_number(session, ActionRow),
                text=required(text),
                owner_id=owner.partner.id,
                person_id=owner.person.id if owner.person else None,
                agreed_on=today,
                due=due,
                state=ActionState.OPEN,
            )
            _serve(session, row, owner, serves)
            session.add(row)
            return row.number

    def change(self, action_id: int, owner: Owner, text: str, due: date, serves: Serves) -> None:
        """Change an action and what it is for; of one in final minutes only what it is for can change.

        Raises:
            Refused: when it is settled or in final minutes, the due date lies before the agreement, or the plan has no
                such goal.
        """
        with self._desk.writing(Act.ACTION_CHANGED) as session:
            row = session.get_one(ActionRow, action_id)
            worked_case(session, row.case_id)
            said, person_id = required(text), owner.person.id if owner.person else None
            if (row.owner_id, row.person_id, row.text, row.due) != (owner.partner.id, person_id, said, due):
                _refuse_fixed(session, row, due)
                row.owner_id, row.person_id, row.text, row.due = owner.partner.id, person_id, said, due
            _serve(session, row, owner, serves)

    def settle_all(self, action_ids: Iterable[int], state: ActionState, on: date) -> int:
        """Record what became of several actions, between meetings, on one day; return of how many.

        Of an action that is settled its outcome, day and meeting stay as they are, until it is open after all.

        Raises:
            Refused: when the day lies in the future or before an action was agreed, a case is shielded, or there is
                nothing to record.
        """
        with self._desk.writing(Act.ACTION_SETTLED) as session:
            if on > self._desk.today():
                raise Refused(N_("That day is still to come."))
            chosen = _chosen(session, action_ids, state)
            if not chosen:
                raise Refused(N_("This is recorded of the action already; it stays as it is."))
            for row in chosen:
                if on < row.agreed_on:
                    raise Refused(N_("An action cannot be settled before the day on which it was agreed."))
                row.state, row.settled_meeting_id = state, None
                row.settled_on = None if state is ActionState.OPEN else on
                record_event(session, row, None, on)
            return len(chosen)

    def postpone_all(self, action_ids: Iterable[int], due: date) -> int:
        """Give several open actions one later day; every postponement is counted. Return how many there were.

        Raises:
            Refused: when one is settled, or the new day is not later than each of the old ones, or has passed.
        """
        with self._desk.writing(Act.ACTION_POSTPONED) as session:
            chosen, today = _chosen(session, action_ids), self._desk.today()
            for row in chosen:
                if row.state != ActionState.OPEN:
                    raise Refused(N_("This action is settled; there is nothing to postpone."))
                if due <= row.due or due < today:
                    raise Refused(N_("The new date must be later than the old one, and not in the past."))
                row.due, row.postponed_count = due, row.postponed_count + 1
                record_event(session, row, None, today)
            return len(chosen)

    def note_printed(self, suffix: str, count: int) -> None:
        """Record that a list of what an organisation owes goes out to a file: its kind, and how many lines."""
        with self._desk.writing(Act.EXPORTED, detail=f"owed {suffix} {count}", undoable=False):
            pass


def _chosen(session: Session, action_ids: Iterable[int], state: ActionState | None = None) -> list[ActionRow]:
    """Return some actions, with `state` those that take it.

    The line of the log names the case when they are all in one, and else how many they are.
    """
    found = [session.get_one(ActionRow, number) for number in dict.fromkeys(action_ids)]
    found = [row for row in found if state is None or takes(ActionState(row.state), state)]
    refs = {kept_case(session, row.case_id).ref if row.case_id is not None else "" for row in found}
    about(session, refs.pop() if len(refs) == 1 else "", str(len(found)) if len(found) > 1 else "")
    return found


def _serve(session: Session, row: ActionRow, owner: Owner, serves: Serves) -> None:
    """Tie an action to a goal; one that it served before a new version ended that goal stays."""
    if serves.goal_key and serves.goal_key != row.goal_key:
        plan = current_plan(session, row.case_id or 0)
        if plan is None or plan.goal_of(serves.goal_key) is None:
            raise Refused(N_("The plan has no such goal any more."))
    row.goal_key, row.intervention = serves.goal_key, serves.intervention or ""
    row.chain = chain_of(serves.intervention, owner.partner.chain)


def _refuse_fixed(session: Session, row: ActionRow, due: date) -> None:
    if row.state != ActionState.OPEN:
        raise Refused(N_("This action is settled; say that it is open after all to change it."))
    meeting = session.get_one(MeetingRow, row.meeting_id) if row.meeting_id is not None else None
    if meeting is not None and meeting.state == MeetingState.FINAL:
        raise Refused(N_("This action stands in final minutes. Give it a later date, or settle it."))
    if due < row.agreed_on:
        raise Refused(N_("An action cannot be due before the day on which it was agreed."))
