"""The tables of the vault. Rows never leave the store: reading turns them into domain values.

Every record has a UUID beside its row number, so that records of two vaults can meet later. States and kinds are
stored as the words of the domain's enums.
"""

import uuid
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Index, UniqueConstraint, text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class Moment(TypeDecorator[datetime]):
    """A moment with its time zone: stored in UTC, read back in the zone of this laptop."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn an aware moment into the naive UTC that is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn the stored UTC into an aware moment."""
        return value.replace(tzinfo=UTC).astimezone() if value else None


def _uid() -> str:
    return str(uuid.uuid4())


def _later(default: str | bool, *, index: bool = False) -> Any:
    """Return a field that a later version added: rows that were there before have its default."""
    in_database = text(f"'{default}'" if isinstance(default, str) else str(int(default)))
    return Field(default=default, index=index, sa_column_kwargs={"server_default": in_database})


class Row(SQLModel):
    """What every record has."""

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid, unique=True)


class SettingRow(SQLModel, table=True):
    """One setting of this vault."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_column=Column(JSON))


class PartnerRow(Row, table=True):
    """A covenant partner."""

    __tablename__ = "partner"
    name: str
    short: str = Field(unique=True)
    kind: str
    chain: str
    status: str
    active: bool = True


class ProfessionalRow(Row, table=True):
    """A person who works for a partner."""

    __tablename__ = "professional"
    partner_id: int = Field(foreign_key="partner.id", index=True)
    name: str
    function: str = ""
    secrecy_signed_on: date | None = None
    active: bool = True


class PersonRow(Row, table=True):
    """The person or group a case is about: the only table with their names."""

    __tablename__ = "person"
    given_names: str = ""
    prefix: str = ""
    surname: str = ""
    birth_date: date | None = Field(default=None, index=True)
    group_name: str = ""
    name_key: str = _later("", index=True)
    """The name as it is sorted and compared: without capitals, accents and prefix."""


_NARROWED_BY = ("phase", "approach", "track", "label", "director_id", "shielded", "erased")
"""What the list of cases is narrowed by: part of every index that it is sorted by, so that nothing else is read."""

_SORTED_BY = {
    "number": ("ref", "id"),
    "person": ("person_id", "id"),
    "registered": ("registered_on", "id"),
    "discussed": ("last_discussed", "id"),
    "next": ("next_discussion", "id"),
    "phase": ("phase", "ref", "id"),
}
"""The keys of the list of cases."""


def _list_indexes() -> tuple[Index, ...]:
    return tuple(
        Index(f"ix_case_file_by_{name}", *keys, *(column for column in _NARROWED_BY if column not in keys))
        for name, keys in _SORTED_BY.items()
    )


class CaseRow(Row, table=True):
    """A case file."""

    __tablename__ = "case_file"
    __table_args__ = _list_indexes()
    ref: str = Field(unique=True)
    approach: str = Field(index=True)
    track: str
    phase: str = Field(index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    registered_on: date
    goal: str = ""
    director_id: int | None = Field(default=None, foreign_key="professional.id")
    coordinator_id: int | None = Field(default=None, foreign_key="professional.id")
    last_discussed: date | None = None
    next_discussion: date | None = Field(default=None, index=True)
    label: str = _later("")
    closed_on: date | None = None
    closing_reason: str = _later("")
    shielded: bool = _later(False)
    erased: bool = _later(False)


class SeriesRow(Row, table=True):
    """A meeting series."""

    __tablename__ = "series"
    name: str
    kind: str
    approach: str = ""
    interval_weeks: int
    start: time
    minutes: int
    place: str = ""
    case_id: int | None = Field(default=None, foreign_key="case_file.id")
    chair_id: int | None = Field(default=None, foreign_key="professional.id")
    note_taker_id: int | None = Field(default=None, foreign_key="professional.id")


class MemberRow(Row, table=True):
    """Somebody who is invited to every meeting of a series."""

    __tablename__ = "series_member"
    __table_args__ = (UniqueConstraint("series_id", "professional_id"),)
    series_id: int = Field(foreign_key="series.id")
    professional_id: int = Field(foreign_key="professional.id")


class MeetingRow(Row, table=True):
    """A meeting."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("series_id", "number"),)
    series_id: int = Field(foreign_key="series.id")
    number: int
    on: date = Field(index=True)
    start: time
    place: str = ""
    state: str = Field(index=True)
    chair_id: int | None = Field(default=None, foreign_key="professional.id")
    note_taker_id: int | None = Field(default=None, foreign_key="professional.id")
    started_at: datetime | None = Field(default=None, sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)
    next_on: date | None = None
    current_item_id: int | None = None


class ItemRow(Row, table=True):
    """An agenda item."""

    __tablename__ = "agenda_item"
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    position: int
    kind: str
    title: str = ""
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    reasons: Any = Field(default=None, sa_column=Column(JSON))
    planned_minutes: int
    state: str
    recurring: bool = False
    spent_seconds: int = 0
    opened_at: datetime | None = Field(default=None, sa_type=Moment)


class AttendanceRow(Row, table=True):
    """Somebody's place at a meeting."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "professional_id"),)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    professional_id: int = Field(foreign_key="professional.id")
    presence: str
    leaves_at: time | None = None


class ContributionRow(Row, table=True):
    """A sourced statement, at an agenda item or between meetings."""

    __tablename__ = "contribution"
    item_id: int | None = Field(default=None, foreign_key="agenda_item.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    partner_id: int = Field(foreign_key="partner.id")
    professional_id: int | None = Field(default=None, foreign_key="professional.id")
    on: date
    kind: str
    text: str
    category: str = _later("")
    conditions: str = _later("")
    """What the supplier allows to be done with it (Wgs art. 2.29(3))."""
    standing: str = _later("stands")


class JudgementRow(Row, table=True):
    """The judgement on one agenda item."""

    __tablename__ = "judgement"
    item_id: int = Field(foreign_key="agenda_item.id", unique=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    text: str = ""
    earlier_worked: str
    proportionate: str


class DecisionRow(Row, table=True):
    """A decision."""

    __tablename__ = "decision"
    item_id: int = Field(foreign_key="agenda_item.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    number: int = Field(unique=True)
    on: date
    text: str
    motive: str = ""
    decided_by_id: int | None = Field(default=None, foreign_key="partner.id")
    dissent: str = ""


class ActionRow(Row, table=True):
    """An action, with exactly one owner organisation and one due date; agreed at a meeting or between meetings."""

    __tablename__ = "action"
    item_id: int | None = Field(default=None, foreign_key="agenda_item.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    number: int = Field(unique=True)
    text: str
    owner_id: int = Field(foreign_key="partner.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="professional.id")
    agreed_on: date
    due: date = Field(index=True)
    state: str = Field(index=True)
    postponed_count: int = 0
    settled_on: date | None = None
    settled_meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    chain: str = _later("")
    intervention: str = _later("")
    goal_key: str = _later("")
    """The goal of the plan that it serves."""


class ActionEventRow(Row, table=True):
    """What was recorded about an earlier action at an agenda item: an outcome or a new date."""

    __tablename__ = "action_event"
    action_id: int = Field(foreign_key="action.id", index=True)
    item_id: int | None = Field(default=None, foreign_key="agenda_item.id", index=True)
    on: date
    state: str
    due: date
    postponed_count: int


class ChairNoteRow(Row, table=True):
    """A private note of the chair; no export reads this table."""

    __tablename__ = "chair_note"
    item_id: int = Field(foreign_key="agenda_item.id", unique=True)
    text: str = ""


class FinalisationRow(Row, table=True):
    """One time that minutes were finalised, and perhaps reopened."""

    __tablename__ = "finalisation"
    __table_args__ = (UniqueConstraint("meeting_id", "version"),)
    meeting_id: int = Field(foreign_key="meeting.id")
    version: int
    at: datetime = Field(sa_type=Moment)
    by: str
    fingerprint: str
    reopened_at: datetime | None = Field(default=None, sa_type=Moment)
    reopened_by: str = ""
    reopened_reason: str = ""


class MinutesPartRow(Row, table=True):
    """One canonical part of finalised minutes; a case's content can be erased while its hash stays."""

    __tablename__ = "minutes_part"
    __table_args__ = (UniqueConstraint("finalisation_id", "position"),)
    finalisation_id: int = Field(foreign_key="finalisation.id")
    position: int
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    sha256: str
    content: str | None = None


class DraftRow(SQLModel, table=True):
    """What somebody is typing and has not yet entered."""

    __tablename__ = "draft"
    key: str = Field(primary_key=True)
    item_id: int | None = Field(default=None, foreign_key="agenda_item.id", index=True)
    text: str
    cursor: int = 0


class AuditRow(SQLModel, table=True):
    """One line of the log; each carries the hash of the line before."""

    __tablename__ = "audit"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Moment)
    who: str
    act: str
    case_ref: str = ""
    detail: str = ""
    previous: str
    hash: str


class ChangeRow(SQLModel, table=True):
    """The image of one row before a user action; feeds undo, and is erased with its case."""

    __tablename__ = "change"
    id: int | None = Field(default=None, primary_key=True)
    audit_id: int = Field(foreign_key="audit.id", index=True)
    table_name: str
    row_id: str
    """The row's primary key, as text."""
    case_id: int | None = Field(default=None, index=True)
    """The case whose erasure erases this image."""
    before: Any = Field(default=None, sa_column=Column(JSON))
    """The row as it was; None when the action made it."""
    undoable: bool = True
    undone: bool = False
