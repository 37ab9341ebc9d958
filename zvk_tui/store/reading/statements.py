"""Statements about a case, newest first, with how they were marked; and the papers that carried them."""

from collections.abc import Iterable

from sqlmodel import Session, col, func, select

from zvk_tui.domain.case_terms import Standing
from zvk_tui.domain.partners import Partner
from zvk_tui.domain.statements import Carrier, StandingMark, Statement
from zvk_tui.store.admission import refuse_closed
from zvk_tui.store.case_tables import StandingRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.cards import contribution_value
from zvk_tui.store.reading.carriers import carriers_of
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.reading.plans import meeting_refs
from zvk_tui.store.tables import ContributionRow, ItemRow

PAGE = 200
"""Statements that are read at a time."""


class Statements:
    """Reads statements."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_case(self, case_id: int, partner_id: int | None = None, limit: int = PAGE) -> tuple[Statement, ...]:
        """Return the newest statements about a case: of one organisation, or of all; at most `limit`."""
        query = (
            select(ContributionRow)
            .where(ContributionRow.case_id == case_id)
            .order_by(col(ContributionRow.on).desc(), col(ContributionRow.id).desc())
            .limit(limit)
        )
        if partner_id is not None:
            query = query.where(ContributionRow.partner_id == partner_id)
        with self._desk.reading(case_id) as session:
            return _statements(session, session.exec(query).all())

    def one(self, contribution_id: int) -> Statement:
        """Return one statement."""
        with self._desk.reading() as session:
            (found,) = _statements(session, [_row(session, contribution_id)])
            return found

    def sources(self, case_id: int) -> tuple[tuple[Partner, int], ...]:
        """Return the organisations that brought something in about a case, and how often, by short name."""
        query = (
            select(ContributionRow.partner_id, func.count())
            .where(ContributionRow.case_id == case_id)
            .group_by(col(ContributionRow.partner_id))
        )
        with self._desk.reading(case_id) as session:
            people = People(session)
            found = [(people.partners[number], count) for number, count in session.exec(query)]
        return tuple(sorted(found, key=lambda one: one[0].short.casefold()))

    def carried_by(self, contribution_id: int) -> tuple[Carrier, ...]:
        """Return the final minutes and the files that carried a statement, oldest first (Bgs art. 1.7)."""
        with self._desk.reading() as session:
            return carriers_of(session, _row(session, contribution_id))


def _row(session: Session, contribution_id: int) -> ContributionRow:
    row = session.get_one(ContributionRow, contribution_id)
    refuse_closed(session, () if row.case_id is None else (row.case_id,))
    return row


def _statements(session: Session, rows: Iterable[ContributionRow]) -> tuple[Statement, ...]:
    rows = tuple(rows)
    people = People(session)
    items = {row.item_id for row in rows if row.item_id is not None}
    held = select(ItemRow.id, ItemRow.meeting_id).where(col(ItemRow.id).in_(items))
    meeting_of = {known(number): meeting for number, meeting in session.exec(held)} if items else {}
    meetings = meeting_refs(session, set(meeting_of.values()))
    marks = _marks(session, (known(row.id) for row in rows))
    return tuple(
        Statement(
            contribution_value(row, people),
            meetings[meeting_of[row.item_id]] if row.item_id is not None else None,
            tuple(marks.get(known(row.id), ())),
        )
        for row in rows
    )


def _marks(session: Session, contribution_ids: Iterable[int]) -> dict[int, list[StandingMark]]:
    query = (
        select(StandingRow).where(col(StandingRow.contribution_id).in_(contribution_ids)).order_by(col(StandingRow.id))
    )
    found: dict[int, list[StandingMark]] = {}
    for row in session.exec(query):
        mark = StandingMark(row.on, Standing(row.standing), row.by, row.reason)
        found.setdefault(row.contribution_id, []).append(mark)
    return found
