"""What the closure checks ask of the user today: what waits, what follows a decision, what may close, whom to ask."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, func, select

from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.closure import Verdict
from zvk_tui.domain.closure_case import CLOSABLE, CheckedCase, CheckState
from zvk_tui.domain.today import TodayKind, TodayLine
from zvk_tui.store.admission import open_in
from zvk_tui.store.reading.people import People, cases
from zvk_tui.store.rule_tables import ClosureCheckRow
from zvk_tui.store.tables import CaseRow

_FEW = 5
"""Cases that get a line each when only the police information is missing; more share one line."""


def closing_lines(session: Session, checked: Sequence[CheckedCase], today: date, most: int) -> tuple[TodayLine, ...]:
    """Return the lines about closing that the checks of all live cases ask for, at the most so many of each kind."""
    decided = _decided(session)
    free = [one for one in checked if one.state is not CheckState.PROPOSED and one.case_id not in decided]
    may = {one.case_id: one.closable_since(today) for one in free if one.check.verdict is Verdict.MAY_CLOSE}
    ask = {one.case_id: _known(one, today) for one in free if one.waits_for_police}
    found = (
        (TodayKind.CLOSING_PROPOSED, _proposed(session)),
        (TodayKind.CLOSING_DECIDED, decided),
        (TodayKind.MAY_CLOSE, may),
        (TodayKind.ASK_POLICE, ask if len(ask) <= _FEW else {}),
    )
    lines = [line for kind, days in found for line in _lines(session, kind, days, most)]
    if len(ask) > _FEW:
        lines.append(TodayLine(TodayKind.ASK_POLICE, min(ask.values()), count=len(ask)))
    return tuple(lines)


def _lines(session: Session, kind: TodayKind, days: dict[int, date], most: int) -> list[TodayLine]:
    first = sorted(days, key=lambda number: (days[number], number))[:most]
    found = cases(session, People(session), first) if first else {}
    return [TodayLine(kind, days[number], case_file=found[number]) for number in first if number in found]


def _known(one: CheckedCase, today: date) -> date:
    return one.known_until.until if one.known_until else today


def _proposed(session: Session) -> dict[int, date]:
    """Return the cases of which closing was proposed and waits for the table, with the day of the proposal."""
    row = ClosureCheckRow
    query = select(col(row.case_id), col(row.on)).join(CaseRow, col(CaseRow.id) == row.case_id)
    waits = query.where(row.state == CheckState.PROPOSED, col(CaseRow.phase).in_(CLOSABLE), open_in(session))
    return dict(session.exec(waits).all())


def _decided(session: Session) -> dict[int, date]:
    """Return the cases that the table closed or scaled down and whose next step was not taken (seed l.371-374)."""
    row = ClosureCheckRow
    newest = select(func.max(col(row.id))).where(row.case_id == CaseRow.id).correlate(CaseRow).scalar_subquery()
    query = (
        select(col(row.case_id), col(row.decided_on))
        .join(CaseRow, col(CaseRow.id) == row.case_id)
        .where(row.state == CheckState.ACCEPTED, col(row.id) == newest, open_in(session))
        .where(col(CaseRow.phase).in_((Phase.CLOSED, Phase.SCALING_DOWN)))
        .where(~col(CaseRow.shielded), ~col(CaseRow.erased))
    )
    return {case_id: day for case_id, day in session.exec(query) if day is not None}
