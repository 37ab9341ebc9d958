"""Whether a vault is whole: its pages, its references, its log, and the fingerprints of final minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session, col, select

from zvk_tui.domain.meeting import MeetingState
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
        return (*_readable(Check.LOG, _log, session), *_readable(Check.MINUTES, _minutes, session))


def _readable(
    check: Check, check_all: Callable[[Session], tuple[Finding, ...]], session: Session
) -> tuple[Finding, ...]:
    """Return what a check finds; a record that cannot even be read, such as a date that is none, is found as well."""
    try:
        return check_all(session)
    except ValueError:
        return (Finding(check, "?"),)


def _log(session: Session) -> tuple[Finding, ...]:
    """Lines that changed, or before which one was taken out; the log of a vault is never empty."""
    previous, findings = FIRST_HASH, []
    for line in session.exec(select(AuditRow).order_by(col(AuditRow.id))).yield_per(1000):
        if line.previous != previous or line.hash != line_hash(line):
            findings.append(Finding(Check.LOG, str(line.id)))
        previous = line.hash
    return tuple(findings) if previous != FIRST_HASH else (Finding(Check.LOG, "1"),)


def _minutes(session: Session) -> tuple[Finding, ...]:
    """Meetings of which a version of the minutes changed, or that are final or open without having been made so."""
    findings = []
    for meeting in session.exec(select(MeetingRow).order_by(col(MeetingRow.id))):
        versions = session.exec(
            select(FinalisationRow)
            .where(FinalisationRow.meeting_id == meeting.id)
            .order_by(col(FinalisationRow.version))
        ).all()
        is_closed = bool(versions) and versions[-1].reopened_at is None
        if is_closed != (meeting.state == MeetingState.FINAL) or not all(_holds(session, one) for one in versions):
            findings.append(Finding(Check.MINUTES, str(meeting.number)))
    return tuple(findings)


def _holds(session: Session, finalisation: FinalisationRow) -> bool:
    rows = frozen_parts(session, finalisation)
    if any(row.content is not None and part_hash(row.content.encode()) != row.sha256 for row in rows):
        return False
    return fingerprint(tuple(row.sha256 for row in rows)) == finalisation.fingerprint
