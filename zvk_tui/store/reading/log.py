"""The log, newest line first; of a case that is closed to the reader there is no line."""

from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from zvk_tui.domain.log import Act, LogLine
from zvk_tui.store.admission import open_in
from zvk_tui.store.desk import Desk
from zvk_tui.store.tables import AuditRow, CaseRow


class Log:
    """Reads the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, limit: int = 100) -> tuple[LogLine, ...]:
        """Return the newest lines, at most `limit`."""
        return self.page("", limit)

    def page(self, words: str, limit: int, at: int | None = None) -> tuple[LogLine, ...]:
        """Return lines from number `at` on, that one included, the newest first; from the newest for None.

        With `words`, only those of a case whose number begins so, or of who is called so.
        """
        with self._desk.reading() as session:
            query = _found(session, words).order_by(col(AuditRow.id).desc()).limit(limit)
            rows = session.exec(query if at is None else query.where(col(AuditRow.id) <= at))
            return tuple(_line(row) for row in rows)

    def page_before(self, words: str, limit: int, before: int | None = None) -> tuple[LogLine, ...]:
        """Return the last lines that come before number `before` in this order; of the whole log for None."""
        with self._desk.reading() as session:
            query = _found(session, words).order_by(col(AuditRow.id)).limit(limit)
            rows = session.exec(query if before is None else query.where(col(AuditRow.id) > before)).all()
            return tuple(_line(row) for row in reversed(rows))


def _found(session: Session, words: str) -> SelectOfScalar[AuditRow]:
    closed = select(CaseRow.ref).where(~open_in(session))
    query = select(AuditRow).where(col(AuditRow.case_ref).not_in(closed))
    said = words.strip()
    if not said:
        return query
    case = col(AuditRow.case_ref).startswith(said, autoescape=True)
    return query.where(or_(case, col(AuditRow.who).contains(said, autoescape=True)))


def _line(row: AuditRow) -> LogLine:
    return LogLine(row.at, row.who, Act(row.act), row.case_ref, row.detail, row.id or 0)
