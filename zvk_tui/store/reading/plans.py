"""The plans of cases: versions, levels, and the actions that serve them."""

from sqlmodel import Session, col, select

from zvk_tui.domain.case_terms import LifeDomain, SufficiencyLevel
from zvk_tui.domain.meeting import MeetingState
from zvk_tui.domain.plan import LevelReading, Plan, PlanGoal
from zvk_tui.domain.record import Action
from zvk_tui.domain.statements import MeetingRef
from zvk_tui.store.case_tables import LevelRow, PlanGoalRow, PlanRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.cards import actions_where
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.tables import ActionRow, ItemRow, MeetingRow, SeriesRow


class Plans:
    """Reads plans."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def current(self, case_id: int) -> Plan | None:
        """Return the version that counts, None while there is no plan."""
        with self._desk.reading(case_id) as session:
            return current_plan(session, case_id)

    def versions(self, case_id: int) -> tuple[Plan, ...]:
        """Return all versions, newest first."""
        with self._desk.reading(case_id) as session:
            return versions_of(session, case_id)

    def levels(self, case_id: int) -> tuple[LevelReading, ...]:
        """Return every level that was ever seen, in the order in which they were entered."""
        with self._desk.reading(case_id) as session:
            return levels_of(session, case_id)

    def actions(self, case_id: int) -> tuple[Action, ...]:
        """Return all actions of a case, settled or not, by due date."""
        with self._desk.reading(case_id) as session:
            return actions_where(session, People(session), ActionRow.case_id == case_id, shielded=True)

    def meetings(self, case_id: int) -> dict[int, MeetingRef]:
        """Return the meetings at which versions of the plan were agreed, by their row numbers."""
        agreed = select(PlanRow.meeting_id).where(PlanRow.case_id == case_id, col(PlanRow.meeting_id).is_not(None))
        with self._desk.reading(case_id) as session:
            return meeting_refs(session, {number for number in session.exec(agreed) if number is not None})

    def held(self, case_id: int, limit: int = 8) -> tuple[tuple[MeetingRef, bool], ...]:
        """Return the newest meetings that began with a case on the agenda, each with whether it runs now."""
        query = (
            select(col(MeetingRow.id), col(MeetingRow.state))
            .join(ItemRow, col(ItemRow.meeting_id) == MeetingRow.id)
            .where(ItemRow.case_id == case_id, MeetingRow.state != MeetingState.PREPARING)
            .order_by(col(MeetingRow.on).desc(), col(MeetingRow.id).desc())
            .limit(limit)
        )
        with self._desk.reading(case_id) as session:
            states = {known(number): state for number, state in session.exec(query)}
            refs = meeting_refs(session, set(states))
        return tuple((refs[number], state == MeetingState.RUNNING) for number, state in states.items())


def current_plan(session: Session, case_id: int) -> Plan | None:
    """Return the version of a plan that counts, None while there is no plan."""
    return next(iter(versions_of(session, case_id, 1)), None)


def current_row(session: Session, case_id: int) -> PlanRow | None:
    """Return the row of the version that counts."""
    newest = select(PlanRow).where(PlanRow.case_id == case_id).order_by(col(PlanRow.version).desc()).limit(1)
    return session.exec(newest).first()


def meeting_refs(session: Session, meeting_ids: set[int]) -> dict[int, MeetingRef]:
    """Return meetings by their row numbers, as a plan or a statement names them."""
    if not meeting_ids:
        return {}
    query = (
        select(col(MeetingRow.id), col(SeriesRow.name), col(MeetingRow.number), col(MeetingRow.on))
        .join(SeriesRow, col(SeriesRow.id) == MeetingRow.series_id)
        .where(col(MeetingRow.id).in_(meeting_ids))
    )
    return {known(key): MeetingRef(known(key), name, number, on) for key, name, number, on in session.exec(query)}


def levels_of(session: Session, case_id: int) -> tuple[LevelReading, ...]:
    """Return every level that was ever seen in a case, in the order in which they were entered."""
    query = select(LevelRow).where(LevelRow.case_id == case_id).order_by(col(LevelRow.id))
    return tuple(
        LevelReading(LifeDomain(row.domain), row.on, SufficiencyLevel(row.level), row.by) for row in session.exec(query)
    )


def versions_of(session: Session, case_id: int, limit: int | None = None) -> tuple[Plan, ...]:
    """Return the versions of a plan, newest first."""
    newest = select(PlanRow).where(PlanRow.case_id == case_id).order_by(col(PlanRow.version).desc()).limit(limit)
    rows = session.exec(newest).all()
    numbers = [row.id for row in rows]
    goals: dict[int, list[PlanGoal]] = {}
    query = select(PlanGoalRow).where(col(PlanGoalRow.plan_id).in_(numbers)).order_by(col(PlanGoalRow.position))
    for row in session.exec(query):
        goals.setdefault(row.plan_id, []).append(goal_value(row))
    return tuple(_plan(row, tuple(goals.get(known(row.id), ()))) for row in rows)


def _plan(row: PlanRow, goals: tuple[PlanGoal, ...]) -> Plan:
    return Plan(row.version, row.on, row.goal, row.review_on, goals, row.meeting_id, row.reason, row.by)


def goal_value(row: PlanGoalRow) -> PlanGoal:
    """Return one goal."""
    return PlanGoal(
        row.key,
        LifeDomain(row.domain),
        row.text,
        row.measure,
        SufficiencyLevel(row.start) if row.start else None,
        SufficiencyLevel(row.target) if row.target else None,
        row.reached_on,
    )
