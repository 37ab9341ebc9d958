"""How the overview of plans is read: their order in one query, and a page of them by counting in the database."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Subquery, and_, func, select, union_all
from sqlalchemy import case as either
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.plan import LevelReading, Plan, PlanGoal, domain_levels
from zvk_tui.domain.progress import (
    Lateness,
    MoveKind,
    PlanProgress,
    ProgressFilter,
    ProgressOrder,
    ProgressSort,
    newest_of,
)
from zvk_tui.domain.record import ActionState
from zvk_tui.store import search
from zvk_tui.store.admission import open_in
from zvk_tui.store.case_tables import LevelRow, PlanGoalRow, PlanRow
from zvk_tui.store.reading.plans import goal_value
from zvk_tui.store.tables import ActionRow, CaseRow, ProfessionalRow

Condition = ColumnElement[bool]

_ID: Final = col(CaseRow.id)
_OPEN: Final = col(ActionRow.state) == ActionState.OPEN


def ordered(session: Session, wanted: ProgressFilter, order: ProgressOrder, today: date) -> tuple[int, ...]:
    """Return the row numbers of the cases of which the plan is wanted, in order; numbers alone, whatever their count.

    A plan without a review, a late action or a director stands last, also when the order is turned round.
    """
    query = select(_ID).join(PlanRow, and_(col(PlanRow.case_id) == _ID, _newest())).where(*visible(session))
    query = query.where(*_narrowed(wanted))
    key: Any
    match order.sort:
        case ProgressSort.REVIEW:
            key = col(PlanRow.review_on)
        case ProgressSort.LATE:
            late = _late_since(today)
            query, key = query.join(late, late.c.case_id == _ID, isouter=True), late.c.due
        case ProgressSort.MOVED:
            moved = _moved_on()
            query, key = query.join(moved, moved.c.case_id == _ID, isouter=True), moved.c.on
        case ProgressSort.DIRECTOR:
            query = query.join(ProfessionalRow, col(ProfessionalRow.id) == col(CaseRow.director_id), isouter=True)
            key = func.lower(col(ProfessionalRow.name))
        case ProgressSort.APPROACH:
            key = col(CaseRow.approach)
        case ProgressSort.NUMBER:
            ref = col(CaseRow.ref)
            return tuple(session.scalars(query.order_by(ref if order.turned else ref.desc())))
    towards = key.desc() if order.turned else key
    return tuple(session.scalars(query.order_by(key.is_(None), towards, col(CaseRow.ref))))


def visible(session: Session) -> Iterable[Condition]:
    """Yield the conditions that the plan of a case is shown: it is live, and open to who opened this session."""
    yield from (col(CaseRow.shielded).is_(False), col(CaseRow.erased).is_(False), col(CaseRow.phase) != Phase.CLOSED)
    yield open_in(session)


def page_of(session: Session, case_ids: Sequence[int], today: date) -> dict[int, PlanProgress]:
    """Return how the plans of some cases go; a case without a plan is left out."""
    plans = _plans(session, case_ids)
    goals = _goals(session, {row.id: row.case_id for row in plans.values()})
    levels, acted = _levels(session, case_ids), _acted(session, case_ids, today)
    return {
        number: _progress(plan, goals.get(number, ()), levels.get(number, ()), acted.get(number), today)
        for number, plan in plans.items()
    }


def _newest() -> Condition:
    """Return the condition that a version of a plan is the newest of its case."""
    newer = aliased(PlanRow)
    after = and_(col(newer.case_id) == col(PlanRow.case_id), col(newer.version) > col(PlanRow.version))
    return ~select(col(newer.id)).where(after).exists()


def _narrowed(wanted: ProgressFilter) -> Iterable[Condition]:
    if search.words_of(wanted.words):
        yield _ID.in_(select(search.ROWID).where(search.matching(wanted.words)))
    if wanted.approach is not None:
        yield col(CaseRow.approach) == wanted.approach
    if wanted.director_id is not None:
        yield col(CaseRow.director_id) == wanted.director_id
    if wanted.partner_id is not None:
        yield _ID.in_(select(col(ActionRow.case_id)).where(_OPEN, col(ActionRow.owner_id) == wanted.partner_id))


def _late_since(today: date) -> Subquery:
    """Return for each case with late actions the oldest of their days."""
    late = select(col(ActionRow.case_id), func.min(col(ActionRow.due)).label("due"))
    return late.where(_OPEN, col(ActionRow.due) < today).group_by(col(ActionRow.case_id)).subquery()


def _moved_on() -> Subquery:
    """Return for each case the day on which something of its plan moved last."""
    parts = (
        (PlanRow, PlanRow.on),
        (LevelRow, LevelRow.on),
        (ActionRow, ActionRow.settled_on),
        (PlanGoalRow, PlanGoalRow.reached_on),
    )
    each = union_all(
        *(
            select(col(table.case_id).label("case_id"), func.max(col(on)).label("on"))
            .where(col(on).is_not(None))
            .group_by(col(table.case_id))
            for table, on in parts
        )
    ).subquery()
    return select(each.c.case_id, func.max(each.c.on).label("on")).group_by(each.c.case_id).subquery()


def _plans(session: Session, case_ids: Sequence[int]) -> dict[int, Any]:
    fields = (PlanRow.id, PlanRow.case_id, PlanRow.version, PlanRow.on, PlanRow.review_on)
    query = select(*map(col, fields)).where(col(PlanRow.case_id).in_(case_ids), _newest())
    return {row.case_id: row for row in session.execute(query)}


def _goals(session: Session, plan_cases: dict[int, int]) -> dict[int, list[PlanGoal]]:
    """Return the goals of some versions, by case."""
    query = select(PlanGoalRow).where(col(PlanGoalRow.plan_id).in_(plan_cases)).order_by(col(PlanGoalRow.position))
    found: dict[int, list[PlanGoal]] = {}
    for row in session.scalars(query):
        found.setdefault(plan_cases[row.plan_id], []).append(goal_value(row))
    return found


def _levels(session: Session, case_ids: Sequence[int]) -> dict[int, list[LevelReading]]:
    fields = (LevelRow.case_id, LevelRow.domain, LevelRow.on, LevelRow.level)
    query = select(*map(col, fields)).where(col(LevelRow.case_id).in_(case_ids)).order_by(col(LevelRow.id))
    found: dict[int, list[LevelReading]] = {}
    for row in session.execute(query):
        reading = LevelReading(LifeDomain(row.domain), row.on, SufficiencyLevel(row.level))
        found.setdefault(row.case_id, []).append(reading)
    return found


def _acted(session: Session, case_ids: Sequence[int], today: date) -> dict[int, Any]:
    """Return the counts of the actions of some cases."""
    state, due = col(ActionRow.state), col(ActionRow.due)
    late = and_(_OPEN, due < today)
    was_due = (state == ActionState.DONE) | (state == ActionState.NOT_DONE) | and_(_OPEN, due <= today)
    query = (
        select(
            col(ActionRow.case_id),
            _counted(state == ActionState.DONE).label("done"),
            _counted(was_due).label("due"),
            _counted(_OPEN).label("open"),
            _counted(late).label("late"),
            func.min(either((late, due))).label("late_since"),
            func.sum(either((late, col(ActionRow.postponed_count)), else_=0)).label("postponed"),
            func.max(col(ActionRow.settled_on)).label("settled_on"),
        )
        .where(col(ActionRow.case_id).in_(case_ids))
        .group_by(col(ActionRow.case_id))
    )
    return {row.case_id: row for row in session.execute(query)}


def _counted(condition: Any) -> ColumnElement[int]:
    return func.sum(either((condition, 1), else_=0))


def _progress(
    plan: Any, goals: Sequence[PlanGoal], levels: Sequence[LevelReading], acted: Any, today: date
) -> PlanProgress:
    late_days = (today - acted.late_since).days if acted and acted.late_since else 0
    moved = newest_of(
        (
            (MoveKind.PLAN, plan.on),
            (MoveKind.ACTION, acted.settled_on if acted else None),
            (MoveKind.LEVEL, max((level.on for level in levels), default=None)),
            (MoveKind.GOAL, max((goal.reached_on for goal in goals if goal.reached_on), default=None)),
        )
    )
    version = Plan(plan.version, plan.on, "", plan.review_on, tuple(goals))
    return PlanProgress(
        goals=len(goals),
        reached=version.reached,
        due=acted.due if acted else 0,
        done=acted.done if acted else 0,
        open=acted.open if acted else 0,
        late=Lateness(acted.late, late_days, acted.postponed) if acted else Lateness(),
        moved=moved,
        review_on=plan.review_on,
        levels=domain_levels(version, levels, today),
    )
