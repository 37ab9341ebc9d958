"""Words for plans, interventions, statements and police contacts."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.interventions import Intervention, InterventionGroup, PowerHolder
from zvk_tui.domain.plan import GoalChangeKind, PlanProblem
from zvk_tui.domain.police import PoliceProblem
from zvk_tui.domain.statements import CarrierKind, StatementProblem
from zvk_tui.i18n import N_

_INTERVENTIONS: Final[dict[StrEnum, str]] = {
    Intervention.PAD_COACH: N_("PAD coach"),
    Intervention.GUIDANCE: N_("guidance at home"),
    Intervention.FAMILY_SUPPORT: N_("family support"),
    Intervention.OUTREACH: N_("assertive outreach"),
    Intervention.FACT: N_("(F)ACT team"),
    Intervention.ADDICTION_CARE: N_("addiction treatment"),
    Intervention.SHELTERED_HOUSING: N_("shelter or sheltered housing"),
    Intervention.DEBT_COUNSELLING: N_("help with debts"),
    Intervention.PROTECTIVE_ADMINISTRATION: N_("protective administration"),
    Intervention.DAYTIME: N_("work, school or daytime activities"),
    Intervention.CARE_REPORT: N_("Wvggz report and exploratory inquiry"),
    Intervention.CARE_AUTHORISATION: N_("care authorisation"),
    Intervention.CRISIS_ORDER: N_("crisis order"),
    Intervention.COMPULSORY_ADMISSION: N_("compulsory admission (Wzd)"),
    Intervention.ILA_REFERRAL: N_("referral to ILA"),
    Intervention.PROSECUTION: N_("arrest or prosecution"),
    Intervention.CONDITIONAL_SENTENCE: N_("conditional sentence with conditions"),
    Intervention.PROBATION: N_("(youth) probation"),
    Intervention.STRAATKRACHT: N_("Straatkracht trajectory"),
    Intervention.INTENSIVE_GUIDANCE: N_("intensive probation guidance (ITB)"),
    Intervention.PROSECUTOR_ORDER: N_("conduct order of the prosecutor"),
    Intervention.HALT: N_("Halt settlement"),
    Intervention.SUPERVISION_ORDER: N_("family supervision order"),
    Intervention.SENTENCING_ADVICE: N_("standing advice for judge and prosecutor"),
    Intervention.STOP_TALK: N_("stop talk"),
    Intervention.WARNING_LETTER: N_("warning letter"),
    Intervention.HOME_VISIT: N_("home visit"),
    Intervention.PENALTY_ORDER: N_("order subject to a penalty"),
    Intervention.AREA_BAN: N_("area or group ban"),
    Intervention.HOUSING_ORDER: N_("conduct order for nuisance at home"),
    Intervention.HOME_BAN: N_("temporary home ban"),
    Intervention.HOME_CLOSURE: N_("closing of a home"),
    Intervention.PREVENTIVE_HALT: N_("preventive Halt"),
    Intervention.DEALBREAKER: N_("dealbreaker"),
    Intervention.SCHOOL_TALKS: N_("information at school"),
    Intervention.SIBLING_SUPPORT: N_("support for brothers and sisters"),
    Intervention.FAMILY_TALK: N_("family talk"),
    Intervention.GROUP_SCAN: N_("group scan"),
    Intervention.GROUP_APPROACH: N_("group approach"),
    Intervention.ONLINE_SIGNAL: N_("online signal of the police"),
    Intervention.AREA_MEASURES: N_("measures in the area"),
}

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Intervention: _INTERVENTIONS,
    InterventionGroup: {
        InterventionGroup.CARE: N_("care"),
        InterventionGroup.JUSTICE: N_("justice"),
        InterventionGroup.GOVERNANCE: N_("governance"),
        InterventionGroup.PREVENTION: N_("prevention"),
        InterventionGroup.GROUP: N_("group and area"),
    },
    PowerHolder: {
        PowerHolder.PERSON: N_("the person, voluntarily"),
        PowerHolder.PARTNER: N_("the organisation itself"),
        PowerHolder.TABLE: N_("the table together"),
        PowerHolder.EXECUTIVE: N_("mayor and aldermen"),
        PowerHolder.MAYOR: N_("the mayor"),
        PowerHolder.POLICE: N_("the police"),
        PowerHolder.PROSECUTOR: N_("the public prosecutor"),
        PowerHolder.JUDGE: N_("the judge"),
        PowerHolder.REGIONAL_HOUSE: N_("the regional house"),
    },
    PlanProblem: {
        PlanProblem.NO_GOAL: N_("A plan has one goal at least. Type what it is to lead to."),
        PlanProblem.GOAL_WITHOUT_TEXT: N_("A goal has no text yet."),
        PlanProblem.TARGET_BELOW_START: N_("The level to reach lies below the level at the start."),
        PlanProblem.REVIEW_PAST: N_("The day of the review has passed already."),
        PlanProblem.SAME_GOAL_TWICE: N_("The same goal stands in the plan twice."),
        PlanProblem.NO_MEASURE: N_("No measure: by what will the table see that it is reached?"),
        PlanProblem.NO_REVIEW: N_("No day for the review yet."),
    },
    GoalChangeKind: {
        GoalChangeKind.ADDED: N_("new goal"),
        GoalChangeKind.CHANGED: N_("goal changed"),
        GoalChangeKind.ENDED: N_("goal ended"),
    },
    PoliceProblem: {
        PoliceProblem.FUTURE: N_("A contact with the police cannot lie in the future."),
        PoliceProblem.BEFORE_BIRTH: N_("A contact with the police cannot lie before the birth."),
        PoliceProblem.NEVER_NEGATIVE: N_("A victim or a witness is never negatively in view."),
        PoliceProblem.NO_SOURCE: N_("Who told this? Type the source."),
        PoliceProblem.KNOWN_FUTURE: N_("The day up to which is known cannot lie in the future."),
    },
    StatementProblem: {
        StatementProblem.FUTURE: N_("The day of a statement cannot lie in the future."),
        StatementProblem.NO_GROUND: N_(
            "Health data: type the consent, or the exception, in the conditions (Wgs art. 2.29(2))."
        ),
        StatementProblem.NO_REASON: N_("Why? Type the reason; it is kept with the statement."),
        StatementProblem.SAME_STANDING: N_("The statement is marked like this already."),
    },
    CarrierKind: {
        CarrierKind.MINUTES: N_("final minutes"),
        CarrierKind.EXPORT: N_("file"),
    },
}
"""For each enum, the message ids of its members; those of problems are whole sentences."""
