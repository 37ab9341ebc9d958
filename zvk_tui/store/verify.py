"""Whether a vault is whole: its pages, its references, its log, and the fingerprints of final minutes."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, select

from zvk_tui.domain.minutes import fingerprint, part_hash
from zvk_tui.store.cipher import translated, verify_file
from zvk_tui.store.desk import FIRST_HASH, Desk, line_hash
from zvk_tui.store.reading.record import frozen_parts
from zvk_tui.store.tables import AuditRow, FinalisationRow, MeetingRow


class Check(StrEnum):
    """The things that are checked, in order."""

    FILE = "file"
    LOG = "log"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    check: Check
    where: str
    """A page, a line number or a meeting number; never content."""


def verify(desk: Desk) -> tuple[Finding, ...]:
    """Return all that does not hold; nothing means that the vault is whole."""
    with translated(), desk.engine().connect() as connection:
        damaged = tuple(Finding(Check.FILE, problem) for problem in verify_file(connection))
    if damaged:
        return damaged
    with desk.reading() as session:
        return (*_log(session), *_minutes(session))


def _log(session: Session) -> tuple[Finding, ...]:
    previous, findings = FIRST_HASH, []
    for line in session.exec(select(AuditRow).order_by(col(AuditRow.id))).yield_per(1000):
        if line.previous != previous or line.hash != line_hash(line):
            findings.append(Finding(Check.LOG, str(line.id)))
        previous = line.hash
    return tuple(findings)


def _minutes(session: Session) -> tuple[Finding, ...]:
    findings = []
    query = select(FinalisationRow, MeetingRow.number).join(
        MeetingRow, col(MeetingRow.id) == FinalisationRow.meeting_id
    )
    for finalisation, number in session.exec(query):
        rows = frozen_parts(session, finalisation)
        content_holds = all(row.content is None or part_hash(row.content.encode()) == row.sha256 for row in rows)
        if not content_holds or fingerprint(tuple(row.sha256 for row in rows)) != finalisation.fingerprint:
            findings.append(Finding(Check.MINUTES, str(number)))
    return tuple(findings)
