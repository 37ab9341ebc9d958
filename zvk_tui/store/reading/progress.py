"""How plans go: the overview a page at a time, one plan whole, and what each organisation owes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy import case as either
from sqlmodel import Session, col, or_

from zvk_tui.domain.progress import (
    ListedPlan,
    Owed,
    Owing,
    PlanMovement,
    PlanWhole,
    ProgressFilter,
    ProgressOrder,
    plan_movement,
)
from zvk_tui.domain.record import ActionState
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.cards import actions_where, decisions_where
from zvk_tui.store.reading.people import People, cases, one_case
from zvk_tui.store.reading.plans import levels_of, versions_of
from zvk_tui.store.reading.police import police_facts
from zvk_tui.store.reading.progress_list import ordered, page_of, visible
from zvk_tui.store.search import chunks
from zvk_tui.store.tables import ActionRow, CaseRow, DecisionRow


class Progress:
    """Reads how plans go; of a closed, shielded or erased case nothing is in any list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def order(self, asked: ProgressFilter, by: ProgressOrder) -> tuple[int, ...]:
        """Return the row numbers of the cases whose plan is wanted, in order: a few bytes each, no plan is read."""
        with self._desk.reading() as session:
            return ordered(session, asked, by, self._desk.today())

    def page(self, case_ids: Sequence[int]) -> tuple[ListedPlan, ...]:
        """Return the plans of some cases, in the order given; one that is no longer there is left out."""
        with self._desk.reading() as session:
            found = cases(session, People(session), case_ids)
            plans = page_of(session, case_ids, self._desk.today())
        return tuple(
            ListedPlan(found[number], plans[number]) for number in case_ids if number in found and number in plans
        )

    def whole(self, case_id: int) -> PlanWhole:
        """Return all that is known of one plan.

        Raises:
            Refused: when there is no such case, or it is shielded or closed to the user.
        """
        with self._desk.reading() as session:
            if not cases(session, People(session), [case_id]):
                raise Refused(N_("This case is not there, or you are not admitted to it."))
            return plan_whole(session, case_id)

    def movement(self, case_id: int, since: date | None) -> PlanMovement:
        """Return what moved in a plan after a day; None: from the beginning.

        Raises:
            Refused: when there is no such case, or it is closed to the user.
        """
        return plan_movement(self.whole(case_id), since)

    def owing(self) -> tuple[Owing, ...]:
        """Return every organisation that owes an open action, by short name, with how many and how many are late."""
        late = func.sum(either((col(ActionRow.due) < self._desk.today(), 1), else_=0))
        with self._desk.reading() as session:
            people = People(session)
            query = _still_owed(session, col(ActionRow.owner_id), func.count(), late)
            rows = session.execute(query.group_by(col(ActionRow.owner_id))).all()
            found = (Owing(people.partners[owner_id], count, overdue) for owner_id, count, overdue in rows)
            return tuple(sorted(found, key=lambda one: one.partner.short.casefold()))

    def owed_numbers(self, partner_id: int) -> tuple[int, ...]:
        """Return the row numbers of every open action of one organisation over all cases, by due date: late first."""
        with self._desk.reading() as session:
            query = _still_owed(session, col(ActionRow.id)).where(col(ActionRow.owner_id) == partner_id)
            return tuple(session.scalars(query.order_by(col(ActionRow.due), col(ActionRow.number))))

    def owed_page(self, action_ids: Sequence[int]) -> tuple[Owed, ...]:
        """Return some actions with their cases, by due date; one that is settled or gone meanwhile is left out."""
        with self._desk.reading() as session:
            people = People(session)
            query = _still_owed(session, col(ActionRow.id), col(ActionRow.case_id))
            rows = session.execute(query.where(col(ActionRow.id).in_(action_ids))).all()
            found = cases(session, people, {row.case_id for row in rows if row.case_id is not None})
            case_ids = {row.id: row.case_id for row in rows}
            actions = actions_where(session, people, col(ActionRow.id).in_(case_ids))
            return tuple(Owed(action, found.get(case_ids[action.id])) for action in actions)

    def owed(self, partner_id: int) -> tuple[Owed, ...]:
        """Return every open action of one organisation over all cases, by due date: what is late stands first."""
        numbers = self.owed_numbers(partner_id)
        return tuple(one for some in chunks(numbers) for one in self.owed_page(some))


def plan_whole(session: Session, case_id: int) -> PlanWhole:
    """Return all that is known of one plan."""
    people = People(session)
    return PlanWhole(
        one_case(session, people, case_id),
        versions_of(session, case_id),
        levels_of(session, case_id),
        actions_where(session, people, ActionRow.case_id == case_id),
        decisions_where(session, people, DecisionRow.case_id == case_id),
        police_facts(session, case_id),
    )


def _still_owed(session: Session, *wanted: Any) -> Select[Any]:
    """Return the query for something of the open actions of live cases that may be seen, and of those about no case."""
    shown = or_(col(ActionRow.case_id).is_(None), and_(*visible(session)))
    joined = select(*wanted).select_from(ActionRow).join(CaseRow, col(CaseRow.id) == ActionRow.case_id, isouter=True)
    return joined.where(col(ActionRow.state) == ActionState.OPEN, shown)
