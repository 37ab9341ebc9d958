"""Words for partners, people and where a case is."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import Approach, NameStyle, Phase, Track
from zvk_tui.domain.partners import Chain, ParticipantStatus, PartnerKind
from zvk_tui.i18n import N_

_PARTNER_KINDS: Final[dict[StrEnum, str]] = {
    PartnerKind.MUNICIPALITY: N_("municipality"),
    PartnerKind.MAYOR: N_("mayor"),
    PartnerKind.POLICE: N_("police"),
    PartnerKind.PROSECUTOR: N_("public prosecutor"),
    PartnerKind.CHILD_PROTECTION_BOARD: N_("child protection board"),
    PartnerKind.PRISON_SERVICE: N_("prison service"),
    PartnerKind.PUBLIC_HEALTH: N_("public health service"),
    PartnerKind.PROBATION: N_("probation service"),
    PartnerKind.YOUTH_PROTECTION: N_("youth protection"),
    PartnerKind.SAFE_AT_HOME: N_("Safe at Home"),
    PartnerKind.MENTAL_HEALTH: N_("mental health care"),
    PartnerKind.FORENSIC_MENTAL_HEALTH: N_("forensic mental health care"),
    PartnerKind.ADDICTION_CARE: N_("addiction care"),
    PartnerKind.SOCIAL_TEAM: N_("social team"),
    PartnerKind.YOUTH_CARE: N_("youth care"),
    PartnerKind.WELFARE: N_("welfare work"),
    PartnerKind.SHELTER: N_("shelter"),
    PartnerKind.DEBT_COUNSELLING: N_("debt counselling"),
    PartnerKind.SCHOOL_ATTENDANCE: N_("school attendance"),
    PartnerKind.OUTREACH_CARE: N_("outreach care"),
    PartnerKind.HALT: N_("Halt"),
    PartnerKind.SCHOOL: N_("school"),
    PartnerKind.HOUSING: N_("housing corporation"),
    PartnerKind.HOSPITAL: N_("hospital"),
    PartnerKind.GENERAL_PRACTICE: N_("general practice"),
    PartnerKind.YOUTH_WORK: N_("youth work"),
    PartnerKind.CARE_OFFICE: N_("care office"),
    PartnerKind.REGIONAL_HOUSE: N_("regional care and safety house"),
    PartnerKind.OTHER_MUNICIPALITY: N_("another municipality"),
}
WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Approach: {
        Approach.ALL_AGES: N_("0-100"),
        Approach.PAD: N_("PAD"),
        Approach.RADICALISATION: N_("Radicalisation"),
    },
    Track: {
        Track.REGULAR: N_("regular"),
        Track.RIVAL_YOUTH: N_("rival youth"),
        Track.STRAATKRACHT: N_("Straatkracht"),
    },
    Phase: {
        Phase.REFERRED: N_("referred"),
        Phase.TRIAGE: N_("in triage"),
        Phase.APPROACH: N_("in approach"),
        Phase.MONITORING: N_("monitoring"),
        Phase.SCALED_UP: N_("scaled up"),
        Phase.SCALING_DOWN: N_("scaling down"),
        Phase.CLOSED: N_("closed"),
    },
    NameStyle: {
        NameStyle.FULL: N_("full names"),
        NameStyle.INITIALS: N_("case numbers with initials"),
        NameStyle.NONE: N_("case numbers only"),
    },
    Chain: {Chain.CARE: N_("care"), Chain.JUSTICE: N_("justice"), Chain.GOVERNANCE: N_("governance")},
    ParticipantStatus: {
        ParticipantStatus.CONTROLLER: N_("controller"),
        ParticipantStatus.PARTICIPANT: N_("participant"),
        ParticipantStatus.INCIDENTAL: N_("incidental participant"),
    },
    PartnerKind: _PARTNER_KINDS,
}
"""For each enum, the message ids of its members."""
