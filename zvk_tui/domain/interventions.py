"""The interventions that a plan is made of: the chain each belongs to, and who decides on it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zvk_tui.domain.partners import Chain


class InterventionGroup(StrEnum):
    """How the field groups its interventions: the three chains, and two that cross them."""

    CARE = "care"
    JUSTICE = "justice"
    GOVERNANCE = "governance"
    PREVENTION = "prevention"
    GROUP = "group"


class PowerHolder(StrEnum):
    """Who decides on an intervention; the table advises, it has no powers of its own (Wgs art. 2.26)."""

    PERSON = "person"
    """The person or the parents: it is voluntary."""
    PARTNER = "partner"
    """The organisation that does it, within its own task."""
    TABLE = "table"
    """The partners together."""
    EXECUTIVE = "executive"
    """The college of mayor and aldermen."""
    MAYOR = "mayor"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    JUDGE = "judge"
    REGIONAL_HOUSE = "regional_house"


class Intervention(StrEnum):
    """One kind of intervention."""

    PAD_COACH = "pad_coach"
    GUIDANCE = "guidance"
    FAMILY_SUPPORT = "family_support"
    OUTREACH = "outreach"
    FACT = "fact"
    ADDICTION_CARE = "addiction_care"
    SHELTERED_HOUSING = "sheltered_housing"
    DEBT_COUNSELLING = "debt_counselling"
    PROTECTIVE_ADMINISTRATION = "protective_administration"
    DAYTIME = "daytime"
    CARE_REPORT = "care_report"
    CARE_AUTHORISATION = "care_authorisation"
    CRISIS_ORDER = "crisis_order"
    COMPULSORY_ADMISSION = "compulsory_admission"
    ILA_REFERRAL = "ila_referral"
    PROSECUTION = "prosecution"
    CONDITIONAL_SENTENCE = "conditional_sentence"
    PROBATION = "probation"
    STRAATKRACHT = "straatkracht"
    INTENSIVE_GUIDANCE = "intensive_guidance"
    PROSECUTOR_ORDER = "prosecutor_order"
    HALT = "halt"
    SUPERVISION_ORDER = "supervision_order"
    SENTENCING_ADVICE = "sentencing_advice"
    STOP_TALK = "stop_talk"
    WARNING_LETTER = "warning_letter"
    HOME_VISIT = "home_visit"
    PENALTY_ORDER = "penalty_order"
    AREA_BAN = "area_ban"
    HOUSING_ORDER = "housing_order"
    HOME_BAN = "home_ban"
    HOME_CLOSURE = "home_closure"
    PREVENTIVE_HALT = "preventive_halt"
    DEALBREAKER = "dealbreaker"
    SCHOOL_TALKS = "school_talks"
    SIBLING_SUPPORT = "sibling_support"
    FAMILY_TALK = "family_talk"
    GROUP_SCAN = "group_scan"
    GROUP_APPROACH = "group_approach"
    ONLINE_SIGNAL = "online_signal"
    AREA_MEASURES = "area_measures"


@dataclass(frozen=True, slots=True)
class InterventionFacts:
    """What is fixed about a kind of intervention."""

    group: InterventionGroup
    decides: PowerHolder
    source: str
    """The seed line or article that it comes from; "gk" where no public text was found."""

    @property
    def chain(self) -> Chain | None:
        """The chain that it belongs to; None for prevention and groups, where the owner's chain counts."""
        return _CHAINS.get(self.group)


_CHAINS: Final = {
    InterventionGroup.CARE: Chain.CARE,
    InterventionGroup.JUSTICE: Chain.JUSTICE,
    InterventionGroup.GOVERNANCE: Chain.GOVERNANCE,
}
_CARE, _JUSTICE, _GOVERNANCE = InterventionGroup.CARE, InterventionGroup.JUSTICE, InterventionGroup.GOVERNANCE
_PREVENTION, _GROUP = InterventionGroup.PREVENTION, InterventionGroup.GROUP

FACTS: Final[dict[Intervention, InterventionFacts]] = {
    Intervention.PAD_COACH: InterventionFacts(_CARE, PowerHolder.PARTNER, "l.345-353"),
    Intervention.GUIDANCE: InterventionFacts(_CARE, PowerHolder.EXECUTIVE, "l.193-216"),
    Intervention.FAMILY_SUPPORT: InterventionFacts(_CARE, PowerHolder.EXECUTIVE, "l.365-370"),
    Intervention.OUTREACH: InterventionFacts(_CARE, PowerHolder.PARTNER, "l.270-275"),
    Intervention.FACT: InterventionFacts(_CARE, PowerHolder.PARTNER, "l.193-216"),
    Intervention.ADDICTION_CARE: InterventionFacts(_CARE, PowerHolder.PARTNER, "l.193-216"),
    Intervention.SHELTERED_HOUSING: InterventionFacts(_CARE, PowerHolder.EXECUTIVE, "l.193-216"),
    Intervention.DEBT_COUNSELLING: InterventionFacts(_CARE, PowerHolder.EXECUTIVE, "Wgs 2.27"),
    Intervention.PROTECTIVE_ADMINISTRATION: InterventionFacts(_CARE, PowerHolder.JUDGE, "gk"),
    Intervention.DAYTIME: InterventionFacts(_CARE, PowerHolder.PARTNER, "l.350-352"),
    Intervention.CARE_REPORT: InterventionFacts(_CARE, PowerHolder.EXECUTIVE, "Wvggz 5:1-5:3"),
    Intervention.CARE_AUTHORISATION: InterventionFacts(_CARE, PowerHolder.JUDGE, "Wgs 2.27"),
    Intervention.CRISIS_ORDER: InterventionFacts(_CARE, PowerHolder.MAYOR, "Wvggz 7:1"),
    Intervention.COMPULSORY_ADMISSION: InterventionFacts(_CARE, PowerHolder.MAYOR, "Wgs 2.27"),
    Intervention.ILA_REFERRAL: InterventionFacts(_CARE, PowerHolder.REGIONAL_HOUSE, "l.268-270"),
    Intervention.PROSECUTION: InterventionFacts(_JUSTICE, PowerHolder.PROSECUTOR, "l.149-150"),
    Intervention.CONDITIONAL_SENTENCE: InterventionFacts(_JUSTICE, PowerHolder.JUDGE, "l.361-363"),
    Intervention.PROBATION: InterventionFacts(_JUSTICE, PowerHolder.JUDGE, "l.485-496"),
    Intervention.STRAATKRACHT: InterventionFacts(_JUSTICE, PowerHolder.JUDGE, "l.485-496"),
    Intervention.INTENSIVE_GUIDANCE: InterventionFacts(_JUSTICE, PowerHolder.JUDGE, "gk"),
    Intervention.PROSECUTOR_ORDER: InterventionFacts(_JUSTICE, PowerHolder.PROSECUTOR, "gk"),
    Intervention.HALT: InterventionFacts(_JUSTICE, PowerHolder.PROSECUTOR, "gk"),
    Intervention.SUPERVISION_ORDER: InterventionFacts(_JUSTICE, PowerHolder.JUDGE, "gk"),
    Intervention.SENTENCING_ADVICE: InterventionFacts(_JUSTICE, PowerHolder.TABLE, "l.358-363"),
    Intervention.STOP_TALK: InterventionFacts(_GOVERNANCE, PowerHolder.TABLE, "l.615-617"),
    Intervention.WARNING_LETTER: InterventionFacts(_GOVERNANCE, PowerHolder.MAYOR, "gk"),
    Intervention.HOME_VISIT: InterventionFacts(_GOVERNANCE, PowerHolder.PARTNER, "l.615-617"),
    Intervention.PENALTY_ORDER: InterventionFacts(_GOVERNANCE, PowerHolder.MAYOR, "gk"),
    Intervention.AREA_BAN: InterventionFacts(_GOVERNANCE, PowerHolder.MAYOR, "gk"),
    Intervention.HOUSING_ORDER: InterventionFacts(_GOVERNANCE, PowerHolder.MAYOR, "Gemeentewet 151d"),
    Intervention.HOME_BAN: InterventionFacts(_GOVERNANCE, PowerHolder.MAYOR, "Wth"),
    Intervention.HOME_CLOSURE: InterventionFacts(_GOVERNANCE, PowerHolder.MAYOR, "Gemeentewet 174a"),
    Intervention.PREVENTIVE_HALT: InterventionFacts(_PREVENTION, PowerHolder.PERSON, "l.620-631"),
    Intervention.DEALBREAKER: InterventionFacts(_PREVENTION, PowerHolder.TABLE, "l.620-631"),
    Intervention.SCHOOL_TALKS: InterventionFacts(_PREVENTION, PowerHolder.PARTNER, "l.409-421"),
    Intervention.SIBLING_SUPPORT: InterventionFacts(_PREVENTION, PowerHolder.PERSON, "l.409-421"),
    Intervention.FAMILY_TALK: InterventionFacts(_PREVENTION, PowerHolder.PERSON, "l.409-421"),
    Intervention.GROUP_SCAN: InterventionFacts(_GROUP, PowerHolder.TABLE, "l.608-618"),
    Intervention.GROUP_APPROACH: InterventionFacts(_GROUP, PowerHolder.TABLE, "l.608-618"),
    Intervention.ONLINE_SIGNAL: InterventionFacts(_GROUP, PowerHolder.POLICE, "l.390-405"),
    Intervention.AREA_MEASURES: InterventionFacts(_GROUP, PowerHolder.MAYOR, "l.608-618"),
}
"""What is fixed about every kind of intervention."""


def of_group(group: InterventionGroup) -> tuple[Intervention, ...]:
    """Return the interventions of a group, in the order of the field's own list."""
    return tuple(kind for kind in Intervention if FACTS[kind].group is group)


def chain_of(intervention: Intervention | None, owner_chain: Chain) -> Chain:
    """Return the chain in which an action is counted: its intervention's, else that of its owner."""
    chain = FACTS[intervention].chain if intervention is not None else None
    return chain or owner_chain
