"""All that closing depends on, for many cases at once: one query for the facts, and one for what was told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, ScalarSelect, Select, Subquery, and_, case, func, or_, true
from sqlalchemy import select as sa_select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import EventKind, PoliceContactKind
from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, ClosureFacts, ClosureRules, Known, check
from zvk_tui.domain.closure_case import CheckedCase, CheckState, Told, counted_facts, with_hand_over, with_plan
from zvk_tui.domain.police import KnownUntil, PoliceContact
from zvk_tui.store.case_tables import CaseEventRow, PlanGoalRow, PlanRow, PoliceContactRow, PoliceKnownRow
from zvk_tui.store.reading.people import rows, whole
from zvk_tui.store.rule_tables import ClosureCheckRow, ClosureFactRow
from zvk_tui.store.tables import CaseRow

Rules = Mapping[Approach, ClosureRules]
"""The rules that count for each approach."""

WAITING: Final = tuple(state for state in CheckState if not state.decided)
"""The states of a check that waits for a decision."""

_KINDS: Final = {kind.value: kind for kind in ClosureFactKind}
_ANSWERS: Final = {answer.value: answer for answer in Known}
_BEGINS_ANEW: Final = (
    EventKind.ADMITTED,
    EventKind.MONITORING,
    EventKind.MOVED,
    EventKind.SCALED_UP,
    EventKind.REOPENED,
)
"""After these, an earlier hand-over says nothing any more."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the vault knows of one case that its closure depends on."""

    case_id: int
    ref: str
    facts: ClosureFacts
    state: CheckState | None

    def checked(self, rules: ClosureRules, on: Any) -> CheckedCase:
        """Return the line of the list for this case."""
        last = next(iter(self.facts.contacts), None)
        return CheckedCase(
            self.case_id,
            self.ref,
            self.facts.approach,
            check(self.facts, rules, on),
            last.on if last else None,
            self.facts.known_until,
            self.state,
        )


def gathered(
    session: Session, rules: Rules, on: date, *conditions: ColumnElement[bool], among: tuple[int, int] | None = None
) -> Iterator[Gathered]:
    """Yield the facts of all cases that meet the conditions; two queries, however many there are.

    Args:
        session: a session that reads.
        rules: the rules that count.
        on: the day of the check; what became known after it is left out.
        conditions: which cases.
        among: the first and the last row number of the cases to look among; all when it is left out.
    """
    scope = _Scope(among, on)
    conditions = (*conditions, scope.of(CaseRow.id))
    told = _told(session, scope, *conditions)
    for row in rows(session, _query(rules, scope, *conditions)):
        facts = told.get(row.id, {})
        if row.reopened_on is not None:
            facts = counted_facts(facts.values(), row.reopened_on)
        yield Gathered(
            row.id,
            row.ref,
            ClosureFacts(
                Approach(row.approach), row.registered_on, tuple(_last(row)), _known(row), _beside(row, facts)
            ),
            CheckState(row.state) if row.state else None,
        )


@dataclass(frozen=True, slots=True)
class _Scope:
    """Narrows every part of the query: to some cases, so that it costs what they cost, and to what was so on a day.

    What was told, dated or recorded after that day was not known then. Contacts with the police are not narrowed: one
    that is entered later counts from its own day (seed l.550-557).
    """

    among: tuple[int, int] | None
    on: date

    def of(self, column: object) -> ColumnElement[bool]:
        """Return the condition on a column with the row number of a case."""
        if self.among is None:
            return true()
        first, last = self.among
        return col(column) == first if first == last else col(column).between(first, last)


def _query(rules: Rules, scope: _Scope, *conditions: ColumnElement[bool]) -> Select[Any]:
    known, plan, life, waits = _newest_known(scope), _reached(scope), _handed_over(scope), _waiting(scope)
    last, told, event = (whole(table) for table in (PoliceContactRow, PoliceKnownRow, CaseEventRow))
    query = (
        sa_select(
            col(CaseRow.id),
            col(CaseRow.ref),
            col(CaseRow.approach),
            col(CaseRow.registered_on),
            *(last.c[name].label(f"last_{name}") for name in ("on", "kind", "source")),
            *(told.c[name].label(f"known_{name}") for name in ("until", "entered_on", "source")),
            plan.c.reached_on,
            life.c.reopened_on,
            event.c.receiver,
            event.c.on.label("handed_on"),
            waits.c.state,
        )
        .select_from(CaseRow)
        .outerjoin(last, last.c.id == _last_counted(rules))
    )
    for table in (known, plan, life, waits):
        query = query.outerjoin(table, table.c.case_id == col(CaseRow.id))
    stands = and_(event.c.id == life.c.handed_id, life.c.handed_id > func.coalesce(life.c.anew_id, 0))
    return query.outerjoin(told, told.c.id == known.c.id).outerjoin(event, stands).where(*conditions)


def _last_counted(rules: Rules) -> ScalarSelect[Any]:
    """Return the row number of the newest contact of the case at hand that counts as negative."""
    row = aliased(PoliceContactRow)
    counted = (
        and_(col(CaseRow.approach) == approach, col(row.kind).in_(sorted(rule.counted)))
        for approach, rule in rules.items()
    )
    query = sa_select(col(row.id)).where(
        col(row.case_id) == CaseRow.id, col(row.negative), col(row.wrong_on).is_(None), or_(*counted)
    )
    return query.order_by(col(row.on).desc(), col(row.id).desc()).limit(1).correlate(CaseRow).scalar_subquery()


def _newest_known(scope: _Scope) -> Subquery:
    row = PoliceKnownRow
    query = sa_select(col(row.case_id), func.max(col(row.id)).label("id")).where(
        scope.of(row.case_id), col(row.entered_on) <= scope.on
    )
    return query.group_by(col(row.case_id)).subquery()


def _reached(scope: _Scope) -> Subquery:
    """Return for each case of which all goals are reached, in the plan that counts, the day of the last."""
    newest = (
        sa_select(col(PlanRow.case_id), func.max(col(PlanRow.version)).label("version"))
        .where(scope.of(PlanRow.case_id), col(PlanRow.on) <= scope.on)
        .group_by(col(PlanRow.case_id))
        .subquery()
    )
    reached_on = case((col(PlanGoalRow.reached_on) <= scope.on, col(PlanGoalRow.reached_on)))
    return (
        sa_select(col(PlanRow.case_id), func.max(reached_on).label("reached_on"))
        .join(newest, and_(newest.c.case_id == PlanRow.case_id, newest.c.version == PlanRow.version))
        .join(PlanGoalRow, col(PlanGoalRow.plan_id) == PlanRow.id)
        .where(scope.of(PlanRow.case_id))
        .group_by(col(PlanRow.case_id))
        .having(func.count() == func.count(reached_on))
        .subquery()
    )


def _handed_over(scope: _Scope) -> Subquery:
    """Return for each case its last hand-over, what came after it that begins anew, and when it was reopened."""
    row = CaseEventRow
    return (
        sa_select(
            col(row.case_id),
            func.max(case((col(row.kind) == EventKind.HANDED_OVER, col(row.id)))).label("handed_id"),
            func.max(case((col(row.kind).in_(_BEGINS_ANEW), col(row.id)))).label("anew_id"),
            func.max(case((col(row.kind) == EventKind.REOPENED, col(row.on)))).label("reopened_on"),
        )
        .where(col(row.kind).in_((EventKind.HANDED_OVER, *_BEGINS_ANEW)), scope.of(row.case_id))
        .where(col(row.on) <= scope.on)
        .group_by(col(row.case_id))
        .subquery()
    )


def _waiting(scope: _Scope) -> Subquery:
    row = ClosureCheckRow
    query = sa_select(col(row.case_id), func.max(col(row.state)).label("state")).where(col(row.state).in_(WAITING))
    return query.where(scope.of(row.case_id)).group_by(col(row.case_id)).subquery()


def _told(session: Session, scope: _Scope, *conditions: ColumnElement[bool]) -> dict[int, Told]:
    """Return the newest fact of each kind, by the row number of its case: of two on one day the one entered last."""
    row = ClosureFactRow
    columns: Sequence[Any] = (row.case_id, row.kind, row.answer, row.on, row.source, row.note)
    query = (
        sa_select(*columns)
        .join(CaseRow, col(CaseRow.id) == row.case_id)
        .where(scope.of(row.case_id), col(row.on) <= scope.on, col(row.entered_on) <= scope.on, *conditions)
        .order_by(col(row.on), col(row.id))
    )
    told: dict[int, Told] = {}
    for one in rows(session, query):
        kind = _KINDS[one.kind]
        told.setdefault(one.case_id, {})[kind] = ClosureFact(kind, _ANSWERS[one.answer], one.on, one.source, one.note)
    return told


def fact_value(row: Any) -> ClosureFact:
    """Return the fact of a row."""
    return ClosureFact(ClosureFactKind(row.kind), Known(row.answer), row.on, row.source, row.note)


def _last(row: Any) -> Iterator[PoliceContact]:
    """Yield the last contact that counts: no other has any say in the rule."""
    if row.last_on is not None:
        yield PoliceContact(0, row.last_on, PoliceContactKind(row.last_kind), True, row.last_source)


def _known(row: Any) -> KnownUntil | None:
    return KnownUntil(row.known_until, row.known_entered_on, row.known_source) if row.known_until else None


def _beside(row: Any, told: Told) -> Told:
    """Return the facts that were told, with what the plan and the life of the case tell."""
    stale = row.reached_on is not None and row.reopened_on is not None and row.reached_on < row.reopened_on
    told = with_plan(told, None if stale else row.reached_on)
    return with_hand_over(told, row.receiver or "", row.handed_on)
