"""Words for the closure check: verdicts, conditions, what is told, what became of it, and what is wrong."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.closure import ClosureFactKind, ConditionKind, FactSource, Verdict
from zvk_tui.domain.closure_case import CheckState, DecisionProblem, FactProblem, Way
from zvk_tui.domain.closure_rules import ClosureRulesFault
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Verdict: {
        Verdict.MAY_CLOSE: N_("may close"),
        Verdict.NOT_BEFORE: N_("not before"),
        Verdict.BLOCKED: N_("not yet"),
        Verdict.UNKNOWN: N_("not known"),
    },
    ConditionKind: {
        ConditionKind.POLICE_KNOWN: N_("Police information is recent"),
        ConditionKind.PERIOD_OVER: N_("Long enough not negatively in view"),
        ConditionKind.COACH_DONE: N_("No question for the coach, or no contact"),
        ConditionKind.PLAN_RUNS_WELL: N_("The plan runs well"),
        ConditionKind.GOAL_REACHED: N_("The goal is reached"),
        ConditionKind.PARTNER_ACCEPTS: N_("A partner takes over the monitoring"),
        ConditionKind.MUNICIPALITY_TOLD: N_("The other municipality knows"),
    },
    ClosureFactKind: {
        ClosureFactKind.COACH_QUESTIONS: N_("The youth has questions left for the coach"),
        ClosureFactKind.COACH_CONTACT: N_("Youth and coach have contact"),
        ClosureFactKind.PLAN_RUNS_WELL: N_("The plan runs well"),
        ClosureFactKind.GOAL_REACHED: N_("The goal is reached"),
        ClosureFactKind.PARTNER_ACCEPTS: N_("A partner accepts the monitoring"),
        ClosureFactKind.MOVED_AWAY: N_("Moved to another municipality"),
        ClosureFactKind.MUNICIPALITY_TOLD: N_("The other municipality was informed or took over"),
    },
    FactSource: {
        FactSource.PLAN: N_("the plan"),
        FactSource.HANDED_OVER: N_("the hand-over"),
        FactSource.REGISTRATION: N_("the registration"),
    },
    CheckState: {
        CheckState.ON_AGENDA: N_("on the agenda"),
        CheckState.PROPOSED: N_("proposed"),
        CheckState.ACCEPTED: N_("accepted"),
        CheckState.DECLINED: N_("declined"),
    },
    Way: {
        Way.CLOSE: N_("close the case"),
        Way.SCALE_DOWN: N_("taper off support first"),
        Way.DECLINE: N_("do not close now"),
    },
    FactProblem: {
        FactProblem.FUTURE: N_("This day is still to come."),
        FactProblem.BEFORE_REGISTRATION: N_("This day lies before the registration."),
        FactProblem.NO_SOURCE: N_("Who told it?"),
        FactProblem.NO_NAME: N_("Which partner or municipality? Without a name it counts for nothing."),
    },
    DecisionProblem: {
        DecisionProblem.NO_MOTIVE: N_("Why? To decline, or to go against the check, needs a motive."),
        DecisionProblem.NO_REASON: N_("For which reason is the case closed?"),
        DecisionProblem.NO_MUNICIPALITY: N_("Which municipality was informed of the removal, or took the case over?"),
    },
    ClosureRulesFault: {
        ClosureRulesFault.MONTHS_RANGE: N_("Type a number of months from 1 to 60."),
        ClosureRulesFault.FRESH_RANGE: N_("Type a number of days from 1 to 365."),
        ClosureRulesFault.NO_CONDITION: N_("Choose at least one condition: no case is closed without."),
        ClosureRulesFault.NO_COUNTED: N_("Choose at least one kind of contact."),
        ClosureRulesFault.NEVER_COUNTED: N_("A victim or a witness is not in view negatively."),
        ClosureRulesFault.PERIOD_NEEDS_POLICE: N_("The months say nothing without recent police information."),
        ClosureRulesFault.WRONG_CONDITION: N_("This condition belongs to a removal and cannot be chosen."),
    },
}
"""For each enum, the message ids of its members."""

SIGNS: Final = {Verdict.MAY_CLOSE: "✓", Verdict.NOT_BEFORE: ">", Verdict.BLOCKED: "×", Verdict.UNKNOWN: "?"}
"""The sign that stands before the word of a verdict."""

SHORT: Final[dict[ConditionKind, str]] = {
    ConditionKind.POLICE_KNOWN: N_("police information"),
    ConditionKind.PERIOD_OVER: N_("period"),
    ConditionKind.COACH_DONE: N_("coach"),
    ConditionKind.PLAN_RUNS_WELL: N_("plan"),
    ConditionKind.GOAL_REACHED: N_("goal"),
    ConditionKind.PARTNER_ACCEPTS: N_("partner"),
    ConditionKind.MUNICIPALITY_TOLD: N_("municipality"),
}
"""One word for each condition, where a line has little room."""


def message_id(problem: StrEnum) -> str:
    """Return the message id of what is wrong."""
    return WORDS[type(problem)][problem]
