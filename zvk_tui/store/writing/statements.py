"""Statements between meetings, what may be done with them, and doubt about them that leaves its trace."""

from sqlmodel import Session

from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.log import Act
from zvk_tui.domain.statements import NewStatement, StatementProblem, mark_problem, statement_problem
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.case_tables import StandingRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import known
from zvk_tui.store.tables import ContributionRow
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.guards import readable, required
from zvk_tui.words import WORDS


class StatementDesk:
    """What is done with statements outside a meeting."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, case_id: int, new: NewStatement) -> int:
        """Record what somebody told about a case between meetings; return its row number.

        Raises:
            Refused: when there is no text, the day lies in the future, or health data comes without its ground.
        """
        with self._desk.writing(Act.CONTRIBUTION_ADDED) as session:
            kept_case(session, case_id)
            row = ContributionRow(case_id=case_id, partner_id=new.source.partner.id, on=new.on, kind=new.kind, text="")
            self._fill(row, new)
            session.add(row)
            session.flush()
            return known(row.id)

    def change(self, contribution_id: int, new: NewStatement) -> None:
        """Change a statement from between meetings.

        Raises:
            Refused: when it was made at a meeting: it is changed there, or marked as wrong; or for what `add` refuses.
        """
        with self._desk.writing(Act.CONTRIBUTION_CHANGED) as session:
            row = self._row(session, contribution_id)
            if row.item_id is not None:
                raise Refused(N_("This was said at a meeting. Change it there, or mark it as disputed or wrong."))
            self._fill(row, new)

    def classify(self, contribution_id: int, category: DataCategory | None, conditions: str) -> None:
        """Say what a statement tells about somebody, and what its source allows; also after final minutes.

        Raises:
            Refused: when health data has no ground in its conditions.
        """
        with self._desk.writing(Act.CONTRIBUTION_CHANGED) as session:
            row = self._row(session, contribution_id)
            said = readable(conditions)
            _refuse(statement_problem(row.on, category, said, max(row.on, self._desk.today())))
            row.category, row.conditions = category or "", said

    def mark(self, contribution_id: int, standing: Standing, reason: str) -> None:
        """Mark a statement as disputed, wrong, or standing again; every mark stays readable (Bgs art. 1.7).

        Raises:
            Refused: without a reason, or when it is marked so already.
        """
        with self._desk.writing(Act.STANDING_SET) as session:
            row = self._row(session, contribution_id)
            why = readable(reason)
            _refuse(mark_problem(Standing(row.standing), standing, why))
            session.add(
                StandingRow(
                    contribution_id=contribution_id,
                    case_id=row.case_id,
                    on=self._desk.today(),
                    standing=standing,
                    by=self._desk.who,
                    reason=why,
                )
            )
            row.standing = standing

    def _fill(self, row: ContributionRow, new: NewStatement) -> None:
        said = readable(new.conditions)
        _refuse(statement_problem(new.on, new.category, said, self._desk.today()))
        row.partner_id, row.professional_id = new.source.partner.id, new.source.person.id if new.source.person else None
        row.kind, row.text, row.on = new.kind, required(new.text), new.on
        row.category, row.conditions = new.category or "", said

    def _row(self, session: Session, contribution_id: int) -> ContributionRow:
        row = session.get_one(ContributionRow, contribution_id)
        if row.case_id is not None:
            kept_case(session, row.case_id)
        return row


def _refuse(problem: StatementProblem | None) -> None:
    if problem is not None:
        raise Refused(WORDS[StatementProblem][problem])
