"""The standard lists of the field: the words in which a case file is written, from registration to closing."""

from enum import IntEnum, StrEnum


class CaseLabel(StrEnum):
    """A label on a case; it changes no rule."""

    STRAATKRACHT = "straatkracht"
    """The pilot of intensive youth probation within PAD (seed l.485-496)."""


class LegalBasis(StrEnum):
    """The law or agreement under which an approach processes personal data."""

    WGS = "wgs"
    CONVENANT_GDPR = "convenant_avg"
    RADICALISATION_ACT = "wpga_radicalisering"
    WAMS = "wams"


class CaseRole(StrEnum):
    """A role that somebody has in a case, from one day until another."""

    PROCESS_DIRECTOR = "process_director"
    CASE_DIRECTOR = "case_director"
    CASE_COORDINATOR = "case_coordinator"
    PAD_COACH = "pad_coach"
    FIXED_CONTACT = "fixed_contact"


class TriageOutcome(StrEnum):
    """What comes of a registration (seed l.143-145, 248-253, 261-275, 540-542)."""

    ADVICE = "advice"
    MONITORING = "monitoring"
    PROCESS_MEETING = "process_meeting"
    REFUSED = "refused"
    """Not admitted; next steps are agreed with the referrer."""
    REFERRED_ON = "referred_on"
    SCALED_UP = "scaled_up"


class Forum(StrEnum):
    """Where a registration is referred on to (seed l.248-253, 270-275)."""

    SOCIAL_TEAM = "social_team"
    OUTREACH_TABLE = "outreach_table"
    OTHER = "other"


class ScaleTarget(StrEnum):
    """Where a case is scaled up to (seed l.261-270)."""

    REGIONAL_HOUSE = "regional_house"
    ILA = "ila"


class ClosingReason(StrEnum):
    """Why a case was closed (seed l.155-162, 550-561, 261-275; Wgs art. 1.8(7))."""

    PLAN_ON_TRACK = "plan_on_track"
    GOAL_REACHED = "goal_reached"
    SIX_MONTHS = "six_months"
    NO_HELP_QUESTION = "no_help_question"
    NO_CONTACT = "no_contact"
    MOVED_AWAY = "moved_away"
    SCALED_UP = "scaled_up"
    OUTREACH_CARE = "outreach_care"
    DETENTION = "detention"
    DECEASED = "deceased"
    CRITERIA_NOT_MET = "criteria_not_met"
    NOT_PROPORTIONATE = "not_proportionate"
    LEGAL_TERM = "legal_term"
    ADVICE_GIVEN = "advice_given"
    NOT_ADMITTED = "not_admitted"
    REFERRED_ON = "referred_on"
    NOT_RECORDED = "not_recorded"
    """Of a case that was closed before reasons were kept; no approach offers it."""


class EventKind(StrEnum):
    """One step in the life of a case; each is dated, and none is ever overwritten."""

    REGISTERED = "registered"
    TRIAGED = "triaged"
    """Taken into triage."""
    ADVISED = "advised"
    """Advice to the referrer was enough: the case is closed."""
    REFUSED = "refused"
    REFERRED_ON = "referred_on"
    ADMITTED = "admitted"
    """Admitted to the approach after a process meeting."""
    PLAN_SET = "plan_set"
    MONITORING = "monitoring"
    MOVED = "moved"
    """To another track or approach."""
    SCALED_UP = "scaled_up"
    SCALED_BACK = "scaled_back"
    SCALED_DOWN = "scaled_down"
    HANDED_OVER = "handed_over"
    CLOSED = "closed"
    REOPENED = "reopened"
    RE_REGISTERED = "re_registered"
    """The same person was registered again, under the number that the event names."""
    SHIELDED = "shielded"
    ERASED = "erased"


class LetterState(StrEnum):
    """Where the notification letter of a case is (seed l.469-479; Bgs art. 1.3)."""

    DUE = "due"
    SENT = "sent"
    DEFERRED = "deferred"


class CircleRelation(StrEnum):
    """What somebody in the direct circle is to the person of the case (Bgs art. 2.19)."""

    PARENT = "parent"
    SIBLING = "sibling"
    PARTNER = "partner"
    CHILD = "child"
    OTHER = "other"


class DataCategory(StrEnum):
    """What a statement tells about somebody: the closed list of Wgs art. 2.30(1)."""

    IDENTITY = "identity"
    HOUSING = "housing"
    FINANCIAL = "financial"
    INCOME = "income"
    HEALTH = "health"
    POLICE = "police"
    JUSTICE = "justice"
    RELATIONS = "relations"
    SUPERVISION = "supervision"
    INDICATED_CARE = "indicated_care"
    GUIDANCE = "guidance"


class Standing(StrEnum):
    """Whether a statement still stands (Bgs art. 1.7)."""

    STANDS = "stands"
    DISPUTED = "disputed"
    WRONG = "wrong"


class PoliceContactKind(StrEnum):
    """How somebody came into view of the police."""

    SUSPECT = "suspect"
    NUISANCE = "nuisance"
    REPORTED = "reported"
    """Others reported concern about the person."""
    VICTIM = "victim"
    WITNESS = "witness"
    OTHER = "other"


class LifeDomain(StrEnum):
    """The 13 life domains (leefgebieden) of the ZRM of 2017."""

    FINANCES = "finances"
    WORK_EDUCATION = "work_education"
    DAYTIME = "daytime"
    HOUSING = "housing"
    DOMESTIC_RELATIONS = "domestic_relations"
    MENTAL_HEALTH = "mental_health"
    PHYSICAL_HEALTH = "physical_health"
    SUBSTANCE_USE = "substance_use"
    BASIC_ADL = "basic_adl"
    INSTRUMENTAL_ADL = "instrumental_adl"
    SOCIAL_NETWORK = "social_network"
    PARTICIPATION = "participation"
    JUSTICE = "justice"


class SufficiencyLevel(IntEnum):
    """The five levels of self-sufficiency on a life domain."""

    ACUTE = 1
    NOT = 2
    LIMITED = 3
    ENOUGH = 4
    FULL = 5
