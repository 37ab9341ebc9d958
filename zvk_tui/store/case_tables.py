"""The tables of a case file: how it came, what happened to it, who does what, what is known and what is planned."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint
from sqlmodel import Field

from zvk_tui.store.tables import Moment, Row


class ApproachRulesRow(Row, table=True):
    """One version of the rules of an approach; none is ever changed."""

    __tablename__ = "approach_rules"
    __table_args__ = (UniqueConstraint("approach", "version"),)
    approach: str
    version: int
    valid_from: date
    by: str
    content: Any = Field(default=None, sa_column=Column(JSON))


class AdmissionRow(Row, table=True):
    """A key slot that is admitted to the cases of a closed approach."""

    __tablename__ = "admission"
    __table_args__ = (UniqueConstraint("slot_id", "approach"),)
    slot_id: str
    approach: str
    holder: str
    on: date
    by: str


class IntakeRow(Row, table=True):
    """A registration that is not finished yet."""

    __tablename__ = "intake"
    content: Any = Field(default=None, sa_column=Column(JSON))
    saved_at: datetime = Field(sa_type=Moment)
    by: str


class ReferralRow(Row, table=True):
    """How a case came to the chamber."""

    __tablename__ = "referral"
    case_id: int = Field(foreign_key="case_file.id", unique=True)
    on: date
    partner_id: int | None = Field(default=None, foreign_key="partner.id")
    professional_id: int | None = Field(default=None, foreign_key="professional.id")
    pre_consult: str = ""
    reason: str = ""
    request_goal: str = ""
    domains: Any = Field(default=None, sa_column=Column(JSON))
    chains: Any = Field(default=None, sa_column=Column(JSON))
    rules_version: int = 0
    verdict: str = ""
    age_verdict: str = ""
    earlier_ref: str = ""


class CriterionAnswerRow(Row, table=True):
    """The answer to one criterion, with its motivation (Bgs art. 2.20(3))."""

    __tablename__ = "criterion_answer"
    __table_args__ = (UniqueConstraint("referral_id", "code"),)
    referral_id: int = Field(foreign_key="referral.id")
    case_id: int = Field(foreign_key="case_file.id", index=True)
    code: str
    answer: str
    motive: str = ""


class CircleMemberRow(Row, table=True):
    """Somebody in the direct circle of the person of a case: a light record, found through the case only."""

    __tablename__ = "circle_member"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    relation: str
    given_names: str = ""
    prefix: str = ""
    surname: str = ""
    birth_date: date | None = None
    note: str = ""


class CaseEventRow(Row, table=True):
    """One dated event in the life of a case."""

    __tablename__ = "case_event"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    on: date
    kind: str
    by: str
    reason: str = ""
    approach: str = ""
    track: str = ""
    closing_reason: str = ""
    forum: str = ""
    scale_to: str = ""
    receiver: str = ""
    """The partner, municipality or house that takes over."""
    accepted_by: str = ""
    next_steps: str = ""
    other_ref: str = ""
    """The number of the earlier or later case of the same person."""
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")


class CaseRoleRow(Row, table=True):
    """Somebody's role in a case over a period."""

    __tablename__ = "case_role"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    role: str
    professional_id: int = Field(foreign_key="professional.id", index=True)
    from_on: date
    until_on: date | None = None


class LetterRow(Row, table=True):
    """The notification letter of a case: due, sent, or deferred with its ground (Bgs art. 1.3)."""

    __tablename__ = "notification_letter"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    state: str = Field(index=True)
    due_on: date
    sent_on: date | None = None
    addressees: str = ""
    ground: str = ""
    deferred_by: str = ""
    recheck_on: date | None = None


class StandingRow(Row, table=True):
    """One time that a statement was marked as disputed, wrong or standing."""

    __tablename__ = "contribution_standing"
    contribution_id: int = Field(foreign_key="contribution.id", index=True)
    case_id: int | None = Field(default=None, foreign_key="case_file.id", index=True)
    on: date
    standing: str
    by: str
    reason: str = ""


class PoliceContactRow(Row, table=True):
    """One contact with the police."""

    __tablename__ = "police_contact"
    __table_args__ = (Index("ix_police_contact_case_on", "case_id", "on"),)
    case_id: int = Field(foreign_key="case_file.id")
    on: date
    kind: str
    negative: bool
    source: str
    """Who told it: an organisation or a system."""
    note: str = ""
    entered_on: date
    wrong_on: date | None = None
    """Since when it is known to be wrong; a wrong contact counts for nothing."""
    wrong_reason: str = ""


class PoliceKnownRow(Row, table=True):
    """Up to which date police information on a case is known (peildatum)."""

    __tablename__ = "police_known"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    until: date
    entered_on: date
    source: str


class PlanRow(Row, table=True):
    """One version of the plan of a case; the newest counts."""

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("case_id", "version"),)
    case_id: int = Field(foreign_key="case_file.id")
    version: int
    on: date
    goal: str
    review_on: date | None = Field(default=None, index=True)
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    reason: str = ""
    by: str


class PlanGoalRow(Row, table=True):
    """A goal on one life domain, in one version of a plan."""

    __tablename__ = "plan_goal"
    case_id: int = Field(foreign_key="case_file.id", index=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    position: int
    key: str
    """The same for the same goal in all versions."""
    domain: str
    text: str
    measure: str = ""
    start: int | None = None
    target: int | None = None
    reached_on: date | None = None


class LevelRow(Row, table=True):
    """The level of self-sufficiency seen on one day on one life domain."""

    __tablename__ = "life_level"
    __table_args__ = (Index("ix_life_level_case_domain", "case_id", "domain", "on"),)
    case_id: int = Field(foreign_key="case_file.id")
    domain: str
    on: date
    level: int
    by: str


class SavedFilterRow(Row, table=True):
    """A filter of the list of cases that somebody gave a name."""

    __tablename__ = "saved_filter"
    name: str = Field(unique=True)
    content: Any = Field(default=None, sa_column=Column(JSON))
