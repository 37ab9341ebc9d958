"""What the plan and the closure check say of cases, for the agenda, the card at the table and Vandaag."""

from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from zvk_tui.domain.agenda import GroupFacts
from zvk_tui.domain.closure import ClosureCheck, Verdict
from zvk_tui.domain.closure_case import CLOSABLE, CheckState, KeptCheck
from zvk_tui.domain.progress import PlanMovement, plan_movement
from zvk_tui.store.case_tables import PlanRow
from zvk_tui.store.desk import HELD
from zvk_tui.store.reading.closure import all_rules, check_at, check_of
from zvk_tui.store.reading.closure_facts import gathered
from zvk_tui.store.reading.progress import plan_whole
from zvk_tui.store.rule_tables import ClosureCheckRow, PriorityEntryRow
from zvk_tui.store.tables import CaseRow


def reviews_due(session: Session, on: date, *conditions: Any) -> dict[int, date]:
    """Return for cases whose plan is to be reviewed on or before a day the day of that review."""
    newest = select(func.max(col(PlanRow.id))).where(PlanRow.case_id == CaseRow.id).correlate(CaseRow).scalar_subquery()
    query = (
        select(col(PlanRow.case_id), col(PlanRow.review_on))
        .join(CaseRow, col(CaseRow.id) == PlanRow.case_id)
        .where(col(PlanRow.review_on) <= on, col(PlanRow.id) == newest, *conditions)
        .order_by(col(PlanRow.review_on))
    )
    return {case_id: day for case_id, day in session.exec(query) if day is not None}


def list_reviews_due(session: Session, on: date, *conditions: Any) -> dict[int, date]:
    """Return for cases whose place on the top 10 is to be looked at again on or before a day the day of that review."""
    query = (
        select(col(PriorityEntryRow.case_id), col(PriorityEntryRow.review_on))
        .join(CaseRow, col(CaseRow.id) == PriorityEntryRow.case_id)
        .where(col(PriorityEntryRow.rank).is_not(None), col(PriorityEntryRow.review_on) <= on, *conditions)
    )
    return {case_id: day for case_id, day in session.exec(query) if case_id is not None}


def group_reviews_due(session: Session, on: date) -> tuple[GroupFacts, ...]:
    """Return the groups on the top 10 that are to be looked at again on or before a day, the oldest date first."""
    row = PriorityEntryRow
    query = select(col(row.group_label), col(row.review_on)).where(col(row.case_id).is_(None))
    due = query.where(col(row.rank).is_not(None), col(row.review_on) <= on).order_by(col(row.review_on), col(row.id))
    return tuple(GroupFacts(label, day) for label, day in session.exec(due))


def closable_on(session: Session, on: date, *conditions: Any) -> frozenset[int]:
    """Return the cases of which the closure check says that they may close on a day."""
    rules = all_rules(session)
    return frozenset(
        one.case_id
        for one in gathered(session, rules, on, col(CaseRow.phase).in_(CLOSABLE), *conditions)
        if one.checked(rules[one.facts.approach], on).check.verdict is Verdict.MAY_CLOSE
    )


def closing_proposed(session: Session, *conditions: Any) -> frozenset[int]:
    """Return the cases of which closing was proposed and the table has not decided yet."""
    query = select(ClosureCheckRow.case_id).join(CaseRow, col(CaseRow.id) == ClosureCheckRow.case_id)
    return frozenset(session.exec(query.where(ClosureCheckRow.state == CheckState.PROPOSED, *conditions)))


def closing_of(session: Session, case_id: int, on: date) -> ClosureCheck:
    """Return what the closure check says of one case; held until something changes that it rests on."""
    held = session.info.get(HELD, {})
    name = f"closing {case_id} {on}"
    if name not in held:
        held[name] = check_of(session, case_id, on)[0]
    found = held[name]
    assert isinstance(found, ClosureCheck)  # noqa: S101 - narrows the type of what is held
    return found


def attached_to(session: Session, item_id: int, case_id: int) -> KeptCheck | None:
    """Return the check that an item is to decide upon or has decided upon; held until checks or items change."""
    held = session.info.get(HELD, {})
    name = f"attached {item_id} {case_id}"
    if name not in held:
        held[name] = check_at(session, item_id, case_id)
    found = held[name]
    assert found is None or isinstance(found, KeptCheck)  # noqa: S101 - narrows the type of what is held
    return found


def movement_of(session: Session, case_id: int, since: date | None) -> PlanMovement:
    """Return what moved in the plan of a case after a day."""
    return plan_movement(plan_whole(session, case_id), since)
