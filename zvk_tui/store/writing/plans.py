"""Plans: every change of what was agreed is a new version; levels and reached goals are recorded as they are seen."""

import uuid
from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, select

from zvk_tui.domain.case_terms import EventKind, LifeDomain, SufficiencyLevel
from zvk_tui.domain.life import CaseEvent, follow, plan_refusal
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import MeetingState
from zvk_tui.domain.plan import Plan, PlanGoal, PlanProblem, changes, forbidden
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.case_tables import LevelRow, PlanGoalRow, PlanRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.life import events_of
from zvk_tui.store.reading.people import known
from zvk_tui.store.reading.plans import current_plan, current_row
from zvk_tui.store.tables import CaseRow, ItemRow, MeetingRow
from zvk_tui.store.writing.case_guards import worked_case
from zvk_tui.store.writing.guards import readable
from zvk_tui.store.writing.life import happened
from zvk_tui.words import WORDS
from zvk_tui.words.life import problem_id


class PlanDesk:
    """What is agreed and seen of plans."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set(self, case_id: int, plan: Plan, meeting_id: int | None = None) -> int:
        """Set the plan of a case, as its first or its next version; return the number of the version.

        The first one is a step in the life of the case as well. It is recorded against the meeting that is given, else
        against the one that runs with the case on its agenda.

        Raises:
            Refused: when there is no goal, a goal says nothing or goes down, the review lies in the past, the day does
                not fit, nothing changed, or the case is not worked on.
        """
        before = self._version(case_id)
        with self._desk.writing(Act.PLAN_CHANGED if before else Act.PLAN_SET) as session:
            case_row = worked_case(session, case_id)
            earlier = current_plan(session, case_id)
            life = follow(events_of(session, case_id))
            if earlier is None and (problem := plan_refusal(life)):
                raise Refused(problem_id(problem))
            agreed_at = meeting_id if meeting_id is not None else _running(session, case_id)
            clean = replace(_clean(plan), version=before + 1, meeting_id=agreed_at, by=self._desk.who)
            self._refuse(earlier, clean)
            self._add(session, case_row, clean)
            if earlier is None:
                self._tell(session, case_row, clean)
            return clean.version

    def reach(self, case_id: int, goal_key: str, on: date | None) -> None:
        """Record on which day a goal of the present version was reached; None: it is not reached after all.

        Raises:
            Refused: when the day lies in the future, or the goal is not in the present version.
        """
        with self._desk.writing(Act.GOAL_REACHED) as session:
            worked_case(session, case_id)
            self._refuse_future(on)
            newest = current_row(session, case_id)
            row = session.exec(
                select(PlanGoalRow).where(
                    PlanGoalRow.case_id == case_id,
                    PlanGoalRow.plan_id == (newest.id if newest else 0),
                    PlanGoalRow.key == goal_key,
                )
            ).one()
            row.reached_on = on

    def set_level(self, case_id: int, domain: LifeDomain, level: SufficiencyLevel, on: date) -> None:
        """Record the level of self-sufficiency that was seen on a day on a life domain.

        Raises:
            Refused: when the day lies in the future.
        """
        with self._desk.writing(Act.LEVEL_SET) as session:
            worked_case(session, case_id)
            self._refuse_future(on)
            session.add(LevelRow(case_id=case_id, domain=domain, on=on, level=level, by=self._desk.who))

    def _version(self, case_id: int) -> int:
        with self._desk.reading() as session:
            newest = current_row(session, case_id)
            return newest.version if newest else 0

    def _refuse(self, earlier: Plan | None, plan: Plan) -> None:
        if found := forbidden(plan, self._desk.today()):
            raise Refused(WORDS[PlanProblem][found.problem])
        self._refuse_future(plan.on)
        if earlier is not None and plan.on < earlier.on:
            raise Refused(N_("This version cannot be older than the version before it."))
        if earlier is not None and not changes(earlier, plan):
            raise Refused(N_("Nothing changed in this plan."))

    def _refuse_future(self, on: date | None) -> None:
        if on is not None and on > self._desk.today():
            raise Refused(N_("That day is still to come."))

    def _add(self, session: Session, case_row: CaseRow, plan: Plan) -> None:
        row = PlanRow(
            case_id=known(case_row.id),
            version=plan.version,
            on=plan.on,
            goal=plan.goal,
            review_on=plan.review_on,
            meeting_id=plan.meeting_id,
            reason=plan.reason,
            by=plan.by,
        )
        session.add(row)
        session.flush()
        session.add_all(_goal_row(row, place, goal) for place, goal in enumerate(plan.goals))
        case_row.goal = plan.goal
        session.flush()

    def _tell(self, session: Session, case_row: CaseRow, plan: Plan) -> None:
        """Tell the life of the case that it has a plan now, unless that was told before there were plans here."""
        if not follow(events_of(session, known(case_row.id))).plan_set:
            event = CaseEvent(EventKind.PLAN_SET, plan.on, reason=plan.reason, meeting_id=plan.meeting_id)
            happened(session, self._desk, case_row, event)


def _running(session: Session, case_id: int) -> int | None:
    """Return the meeting that runs now with this case on its agenda, None when there is none."""
    query = (
        select(MeetingRow.id)
        .join(ItemRow, col(ItemRow.meeting_id) == MeetingRow.id)
        .where(MeetingRow.state == MeetingState.RUNNING, ItemRow.case_id == case_id)
    )
    return session.exec(query).first()


def _clean(plan: Plan) -> Plan:
    goals = tuple(
        replace(goal, key=goal.key or str(uuid.uuid4()), text=readable(goal.text), measure=readable(goal.measure))
        for goal in plan.goals
    )
    return replace(plan, goal=readable(plan.goal), reason=readable(plan.reason), goals=goals)


def _goal_row(plan_row: PlanRow, place: int, goal: PlanGoal) -> PlanGoalRow:
    return PlanGoalRow(
        case_id=plan_row.case_id,
        plan_id=known(plan_row.id),
        position=place,
        key=goal.key,
        domain=goal.domain,
        text=goal.text,
        measure=goal.measure,
        start=goal.start,
        target=goal.target,
        reached_on=goal.reached_on,
    )
