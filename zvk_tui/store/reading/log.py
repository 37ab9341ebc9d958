"""The log, newest line first."""

from sqlmodel import col, select

from zvk_tui.domain.log import Act, LogLine
from zvk_tui.store.desk import Desk
from zvk_tui.store.tables import AuditRow


class Log:
    """Reads the log."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, limit: int = 100) -> tuple[LogLine, ...]:
        """Return the newest lines, at most `limit`."""
        with self._desk.reading() as session:
            rows = session.exec(select(AuditRow).order_by(col(AuditRow.id).desc()).limit(limit)).all()
            return tuple(LogLine(row.at, row.who, Act(row.act), row.case_ref, row.detail) for row in rows)
