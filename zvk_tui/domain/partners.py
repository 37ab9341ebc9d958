"""The organisations around the table and the professionals who sit there for them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Chain(StrEnum):
    """The chain (keten) an organisation works in (seed l.117-121)."""

    CARE = "care"
    JUSTICE = "justice"
    GOVERNANCE = "governance"


class ParticipantStatus(StrEnum):
    """What an organisation is in the partnership (Wgs art. 2.27; incidental: Bgs art. 2.21)."""

    CONTROLLER = "controller"
    PARTICIPANT = "participant"
    INCIDENTAL = "incidental"


class PartnerKind(StrEnum):
    """The kinds of organisation that a chamber works with (Wgs art. 2.27; seed l.166-168, 309-313)."""

    MUNICIPALITY = "municipality"
    MAYOR = "mayor"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    CHILD_PROTECTION_BOARD = "child_protection_board"
    PRISON_SERVICE = "prison_service"
    PUBLIC_HEALTH = "public_health"
    PROBATION = "probation"
    YOUTH_PROTECTION = "youth_protection"
    SAFE_AT_HOME = "safe_at_home"
    MENTAL_HEALTH = "mental_health"
    FORENSIC_MENTAL_HEALTH = "forensic_mental_health"
    ADDICTION_CARE = "addiction_care"
    SOCIAL_TEAM = "social_team"
    YOUTH_CARE = "youth_care"
    WELFARE = "welfare"
    SHELTER = "shelter"
    DEBT_COUNSELLING = "debt_counselling"
    SCHOOL_ATTENDANCE = "school_attendance"
    OUTREACH_CARE = "outreach_care"
    HALT = "halt"
    SCHOOL = "school"
    HOUSING = "housing"
    HOSPITAL = "hospital"
    GENERAL_PRACTICE = "general_practice"
    YOUTH_WORK = "youth_work"
    CARE_OFFICE = "care_office"
    REGIONAL_HOUSE = "regional_house"
    OTHER_MUNICIPALITY = "other_municipality"


@dataclass(frozen=True, slots=True)
class Partner:
    """A covenant partner (convenantpartner): an organisation with a place in the chamber."""

    id: int
    name: str
    short: str
    """The short name by which the table calls it, such as "Politie"; unique in a vault."""
    kind: PartnerKind
    chain: Chain
    status: ParticipantStatus
    active: bool = True


@dataclass(frozen=True, slots=True)
class Professional:
    """A person who works for a partner and may sit at the table."""

    id: int
    name: str
    function: str
    partner: Partner
    secrecy_signed_on: date | None = None
    """When the secrecy declaration was signed (Bgs art. 2.21), or None."""
    active: bool = True

    @property
    def must_sign_secrecy(self) -> bool:
        """Whether this person signs a secrecy declaration before hearing a case (Bgs art. 2.21)."""
        return self.partner.status is ParticipantStatus.INCIDENTAL and self.secrecy_signed_on is None


@dataclass(frozen=True, slots=True)
class Directory:
    """All partners and professionals of a chamber."""

    partners: tuple[Partner, ...]
    professionals: tuple[Professional, ...]

    def of(self, partner: Partner) -> tuple[Professional, ...]:
        """Return the professionals who work for `partner`."""
        return tuple(person for person in self.professionals if person.partner.id == partner.id)
