"""Whether a vault is whole: its pages, references and log, the fingerprints of final minutes, the lives of cases."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from sqlmodel import Session, col, select

from zvk_tui.domain.case_terms import CaseRole
from zvk_tui.domain.life import CaseLife, follow
from zvk_tui.domain.meeting import MeetingState
from zvk_tui.domain.minutes import fingerprint, part_hash
from zvk_tui.domain.roles import followed_by
from zvk_tui.store.case_tables import CaseEventRow, CaseRoleRow
from zvk_tui.store.cipher import translated, verify_file
from zvk_tui.store.desk import FIRST_HASH, Desk, line_hash
from zvk_tui.store.reading.life import event_value
from zvk_tui.store.reading.record import frozen_parts
from zvk_tui.store.tables import AuditRow, CaseRow, FinalisationRow, MeetingRow


class Check(StrEnum):
    """The things that are checked, in order."""

    FILE = "file"
    LOG = "log"
    MINUTES = "minutes"
    CASES = "cases"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold."""

    check: Check
    where: str
    """A page, a line number, a meeting number or a case number; never content."""


def verify(desk: Desk) -> tuple[Finding, ...]:
    """Return all that does not hold; nothing means that the vault is whole."""
    with translated(), desk.engine().connect() as connection:
        damaged = tuple(Finding(Check.FILE, problem) for problem in verify_file(connection))
    if damaged:
        return damaged
    with desk.reading() as session:
        checks = {Check.LOG: _log, Check.MINUTES: _minutes, Check.CASES: _cases}
        return tuple(finding for check, all_of in checks.items() for finding in _readable(check, all_of, session))


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


def _cases(session: Session) -> tuple[Finding, ...]:
    """Cases of which the lists show something else than follows from their events and roles."""
    query = select(CaseEventRow).order_by(col(CaseEventRow.case_id), col(CaseEventRow.id))
    grouped = groupby(session.exec(query).yield_per(1000), key=lambda row: row.case_id)
    lives = {case_id: follow(event_value(row) for row in rows) for case_id, rows in grouped}
    roles = _present_roles(session)
    return tuple(
        Finding(Check.CASES, row.ref)
        for row in session.exec(select(CaseRow).order_by(col(CaseRow.id))).yield_per(1000)
        if not _agrees(row, lives.get(row.id or 0, CaseLife()), roles)
    )


def _present_roles(session: Session) -> dict[tuple[int, str], int]:
    """Return who has a role in a case now, by the row number of the case and the role."""
    query = select(CaseRoleRow).where(col(CaseRoleRow.until_on).is_(None))
    return {(row.case_id, row.role): row.professional_id for row in session.exec(query).yield_per(1000)}


def _agrees(row: CaseRow, life: CaseLife, roles: dict[tuple[int, str], int]) -> bool:
    now = {role: roles[row.id or 0, role] for role in CaseRole if (row.id or 0, role) in roles}
    shown = (row.approach, row.track, row.phase, row.registered_on, row.closed_on, row.closing_reason)
    follows = (life.approach, life.track, life.phase, life.registered_on, life.closed_on, life.closing_reason or "")
    people = (row.director_id, row.coordinator_id) == (followed_by(now), now.get(CaseRole.CASE_COORDINATOR))
    return shown == follows and people and (row.shielded, row.erased) == (life.shielded, life.erased)
