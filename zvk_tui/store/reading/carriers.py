"""Which final minutes, and which files of minutes, carried a statement: who has them must hear that it is wrong."""

import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlmodel import Session, col, select

from zvk_tui.domain.log import Act
from zvk_tui.domain.statements import Carrier, CarrierKind, MeetingRef
from zvk_tui.store.reading.people import known
from zvk_tui.store.reading.plans import meeting_refs
from zvk_tui.store.tables import (
    AuditRow,
    ChangeRow,
    ContributionRow,
    FinalisationRow,
    ItemRow,
    MeetingRow,
    MinutesPartRow,
)

_EXPORT: Final = re.compile(r"(?:(\d+)/)?(\d+) (\S+)")
"""What the log says of an export: series/number and kind of file; older lines say the number without the series."""


def export_detail(series_id: int, number: int, suffix: str) -> str:
    """Return what the log says of minutes that were written to a file: "2/14 .pdf"."""
    return f"{series_id}/{number} {suffix}"


def carriers_of(session: Session, row: ContributionRow) -> tuple[Carrier, ...]:
    """Return the final minutes and the files that carried a statement, oldest first; none between meetings."""
    item = session.get(ItemRow, row.item_id) if row.item_id is not None else None
    if item is None:
        return ()
    meeting = meeting_refs(session, {item.meeting_id})[item.meeting_id]
    versions = _versions(session, meeting.id)
    texts = _texts(session, row)
    minutes = [
        Carrier(CarrierKind.MINUTES, meeting.series, meeting.number, meeting.on, one.at, one.by, one.version)
        for one in versions
        if _carries(session, known(one.id), item, texts)
    ]
    carried = {0, *(carrier.version for carrier in minutes)}
    files = (file for file in _files(session, row, meeting, versions) if file.version in carried)
    return tuple(sorted((*minutes, *files), key=lambda carrier: carrier.at))


def _versions(session: Session, meeting_id: int) -> tuple[FinalisationRow, ...]:
    query = select(FinalisationRow).where(FinalisationRow.meeting_id == meeting_id)
    return tuple(session.exec(query.order_by(col(FinalisationRow.version))))


def _texts(session: Session, row: ContributionRow) -> set[str]:
    """Return how the statement reads, and how it ever read: earlier minutes may carry earlier words."""
    befores = session.exec(
        select(ChangeRow.before).where(
            ChangeRow.case_id == row.case_id,
            ChangeRow.table_name == ContributionRow.__tablename__,
            ChangeRow.row_id == str(row.id),
        )
    )
    return {row.text, *(before["text"] for before in befores if before)}


def _carries(session: Session, finalisation_id: int, item: ItemRow, texts: set[str]) -> bool:
    """Return whether final minutes say one of these texts at an item; of an erased case nobody can tell any more."""
    parts = session.exec(
        select(MinutesPartRow.content).where(
            MinutesPartRow.finalisation_id == finalisation_id, MinutesPartRow.case_id == item.case_id
        )
    )
    said = (line for content in parts if content for line in json.loads(content).get("contributions", ()))
    return any(line["text"] in texts for line in said)


def _files(
    session: Session, row: ContributionRow, meeting: MeetingRef, versions: Iterable[FinalisationRow]
) -> Iterable[Carrier]:
    """Yield the files of the minutes of a meeting that were written since the statement was entered."""
    series_id = session.get_one(MeetingRow, meeting.id).series_id
    entered = select(ChangeRow.audit_id).where(
        ChangeRow.case_id == row.case_id,
        ChangeRow.table_name == ContributionRow.__tablename__,
        ChangeRow.row_id == str(row.id),
    )
    since = min(session.exec(entered), default=0)
    lines = select(AuditRow).where(col(AuditRow.id) > since, AuditRow.act == Act.MINUTES_EXPORTED)
    for line in session.exec(lines.order_by(col(AuditRow.id))):
        named = _EXPORT.fullmatch(line.detail)
        if named and int(named[2]) == meeting.number and named[1] in {None, str(series_id)}:
            version = _version_at(versions, line.at)
            yield Carrier(
                CarrierKind.EXPORT, meeting.series, meeting.number, meeting.on, line.at, line.who, version, named[3]
            )


def _version_at(versions: Iterable[FinalisationRow], moment: datetime) -> int:
    """Return which version of the minutes was final at a moment; 0 while they were a draft."""
    for one in versions:
        if one.at <= moment and (one.reopened_at is None or moment < one.reopened_at):
            return one.version
    return 0
