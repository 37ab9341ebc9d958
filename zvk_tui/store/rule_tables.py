"""The tables of the top 10 and of the closure check."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

import zvk_tui.store.case_tables  # noqa: F401 - so that the tables of case files are among all records
from zvk_tui.store.tables import Row


class PriorityRulesRow(Row, table=True):
    """One published version of the length and the criteria of the top 10 (Wgs art. 2.32, Bgs art. 2.22)."""

    __tablename__ = "priority_rules"
    version: int = Field(unique=True)
    published_on: date
    by: str
    content: Any = Field(default=None, sa_column=Column(JSON))


class PriorityEntryRow(Row, table=True):
    """One person or group on the top 10; its personal data is gone as soon as it leaves."""

    __tablename__ = "priority_entry"
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    group_label: str = ""
    """What the table calls a group; its members are on the list only by a case of their own."""
    rank: int | None = Field(default=None, index=True)
    """The place on the list, from 1; None once it has left."""
    entered_on: date
    contact_id: int | None = Field(default=None, foreign_key="professional.id")
    director_id: int | None = Field(default=None, foreign_key="professional.id")
    rules_version: int
    answers: Any = Field(default=None, sa_column=Column(JSON))
    """For each criterion its answer and motivation; nothing once it has left."""
    decided_on: date
    decision: str = ""
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    review_on: date
    left_on: date | None = Field(default=None, index=True)
    left_reason: str = ""
    """One of the reasons to leave, as a word of the domain; never free text."""


class PriorityMoveRow(Row, table=True):
    """One time that somebody gave an entry another place, with the motive."""

    __tablename__ = "priority_move"
    entry_id: int = Field(foreign_key="priority_entry.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    on: date
    by: str
    from_rank: int
    to_rank: int
    motive: str = ""
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")


class GroupFactRow(Row, table=True):
    """How many reports there were about a group in one month: a group has no case file to count from."""

    __tablename__ = "group_fact"
    __table_args__ = (UniqueConstraint("entry_id", "month", "kind"),)
    entry_id: int = Field(foreign_key="priority_entry.id", index=True)
    month: date
    """The first day of the month."""
    kind: str
    count: int
    source: str = ""


class PrioritySnapshotRow(Row, table=True):
    """One place of the list as it stood when minutes were finalised."""

    __tablename__ = "priority_snapshot"
    __table_args__ = (UniqueConstraint("meeting_id", "version", "rank"),)
    meeting_id: int = Field(foreign_key="meeting.id", index=True)
    version: int
    """The version of the finalisation."""
    rank: int
    entry_id: int = Field(foreign_key="priority_entry.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)


class ClosureFactRow(Row, table=True):
    """What is known on one day of one thing that a closure depends on; the newest of each kind counts."""

    __tablename__ = "closure_fact"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    kind: str
    answer: str
    """Yes, no or unknown."""
    on: date
    entered_on: date
    source: str
    by: str
    note: str = ""
    """The partner that accepts, or the municipality that the person moved to."""


class ClosureCheckRow(Row, table=True):
    """A closure check as it was decided upon."""

    __tablename__ = "closure_check"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    on: date
    verdict: str
    from_on: date | None = None
    conditions: Any = Field(default=None, sa_column=Column(JSON))
    rules: Any = Field(default=None, sa_column=Column(JSON))
    state: str = Field(index=True)
    """On the agenda, proposed, accepted or declined."""
    proposed_by: str = ""
    item_id: int | None = Field(default=None, foreign_key="agenda_item.id", index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    decided_on: date | None = None
    decided_by: str = ""
    motive: str = ""


class ClosureRulesRow(Row, table=True):
    """One version of what counts for closing cases of an approach."""

    __tablename__ = "closure_rules"
    __table_args__ = (UniqueConstraint("approach", "version"),)
    approach: str
    version: int
    valid_from: date
    by: str
    content: Any = Field(default=None, sa_column=Column(JSON))


RECORDS: tuple[type[SQLModel], ...] = tuple(Row.__subclasses__())
"""All tables of records, those of meetings as well: whoever needs every table takes them here."""
