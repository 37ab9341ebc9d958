"""The rows of closure checks: kept, renewed, and let go of an agenda item that goes away."""

from datetime import date

from sqlmodel import Session, col, select

from zvk_tui.domain.closure_case import CheckState, conditions_plain
from zvk_tui.domain.closure_rules import closure_rules_plain
from zvk_tui.store.reading.closure import check_of
from zvk_tui.store.reading.closure_facts import WAITING
from zvk_tui.store.rule_tables import ClosureCheckRow


def waiting_row(session: Session, case_id: int) -> ClosureCheckRow | None:
    """Return the check of a case that waits for a decision; there is one at the most."""
    query = select(ClosureCheckRow).where(ClosureCheckRow.case_id == case_id, col(ClosureCheckRow.state).in_(WAITING))
    return session.exec(query).first()


def keep_check(session: Session, case_id: int, on: date, state: CheckState) -> ClosureCheckRow:
    """Keep the check of a case as it is on a day: in the row that waits for a decision, else in a new one."""
    row = waiting_row(session, case_id) or ClosureCheckRow(case_id=case_id, on=on, verdict="", state=state)
    row.state = state
    renew(session, row, on)
    session.add(row)
    session.flush()
    return row


def renew(session: Session, row: ClosureCheckRow, on: date) -> None:
    """Let a row say what the check says on a day, and by which rules."""
    found, rules = check_of(session, row.case_id, on)
    row.on, row.verdict, row.from_on = on, found.verdict, found.from_on
    row.conditions, row.rules = conditions_plain(found.conditions), closure_rules_plain(rules)


def detach_check(session: Session, item_id: int) -> None:
    """Let go of an agenda item that goes away: a proposal stays, a check that was only on the agenda goes with it."""
    for row in session.exec(select(ClosureCheckRow).where(ClosureCheckRow.item_id == item_id)):
        if row.state == CheckState.ON_AGENDA:
            session.delete(row)
        else:
            row.item_id = None
    session.flush()
