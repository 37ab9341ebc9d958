"""Words for the rules of an approach: answers and verdicts, what a formula or a rule lacks, and admission."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.admission import AdmissionProblem
from zvk_tui.domain.approaches import AgeVerdict, RulesFault
from zvk_tui.domain.criteria import CriteriaVerdict, CriterionAnswer
from zvk_tui.domain.formula import FormulaFault
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    CriterionAnswer: {
        CriterionAnswer.YES: N_("yes"),
        CriterionAnswer.NO: N_("no"),
        CriterionAnswer.UNKNOWN: N_("unknown"),
    },
    CriteriaVerdict: {
        CriteriaVerdict.MET: N_("meets the criteria"),
        CriteriaVerdict.NOT_MET: N_("does not meet the criteria"),
        CriteriaVerdict.OPEN: N_("not decided yet"),
    },
    AgeVerdict: {
        AgeVerdict.WITHIN: N_("has the age"),
        AgeVerdict.TOO_YOUNG: N_("too young"),
        AgeVerdict.TOO_OLD: N_("too old"),
        AgeVerdict.UNKNOWN: N_("age unknown"),
    },
    FormulaFault: {
        FormulaFault.EMPTY: N_("There is no formula yet."),
        FormulaFault.UNKNOWN_CRITERION: N_("Place {place}: there is no criterion “{word}”."),
        FormulaFault.CRITERION_MISSING: N_("Place {place}: the name of a criterion is missing here."),
        FormulaFault.OPERATOR_MISSING: N_("Place {place}: “and” or “or” is missing before “{word}”."),
        FormulaFault.MIXED: N_("Place {place}: “and” beside “or”: put brackets around what belongs together."),
        FormulaFault.NOT_CLOSED: N_("Place {place}: this bracket is never closed."),
        FormulaFault.NOT_OPENED: N_("Place {place}: this bracket was never opened."),
        FormulaFault.STRANGE_SIGN: N_("Place {place}: “{word}” does not belong in a formula."),
        FormulaFault.TOO_DEEP: N_("Place {place}: too many brackets within brackets."),
    },
    RulesFault: {
        RulesFault.BAD_CODE: N_("“{word}” cannot name a criterion: use small letters, digits and hyphens."),
        RulesFault.CODE_TWICE: N_("There are two criteria with the name “{word}”."),
        RulesFault.NO_TEXT: N_("Criterion “{word}” has no text. To drop it, leave it out of the formula too."),
        RulesFault.UNKNOWN_CRITERION: N_("The formula names “{word}”, which is no criterion."),
        RulesFault.UNUSED_CRITERION: N_("Criterion “{word}” is not in the formula: it would decide nothing."),
        RulesFault.AGE_RANGE: N_("An age is a number from 0 to 120, or empty for no limit."),
        RulesFault.AGES_REVERSED: N_("The first age that is too old comes after the youngest age."),
        RulesFault.RETENTION_TOO_LONG: N_("The law allows 5 years at the most (Wgs art. 1.8(7))."),
        RulesFault.RETENTION_TOO_SHORT: N_("Data is kept at least 1 year, and 5 at the most."),
        RulesFault.REVIEW_RANGE: N_("A plan is reviewed after 1 to 52 weeks."),
        RulesFault.NONE_CHOSEN: N_("Choose at least one."),
    },
    AdmissionProblem: {
        AdmissionProblem.NO_SLOT: N_("This key is no longer there."),
        AdmissionProblem.ALREADY: N_("This key is admitted already."),
        AdmissionProblem.NOT_ADMITTED: N_("Only somebody who is admitted can admit others or withdraw them."),
        AdmissionProblem.SELF_FIRST: N_("Nobody is admitted yet. Admit yourself first, then others."),
        AdmissionProblem.PASSPHRASE_FIRST: N_("The recovery key admits nobody. Open the vault with a passphrase."),
        AdmissionProblem.NOT_THERE: N_("This key is not admitted."),
        AdmissionProblem.LAST: N_("This is the last person who is admitted. Admit somebody else first."),
    },
}
"""For each enum, the message ids of its members."""


def message_id(problem: StrEnum) -> str:
    """Return the message id of what is wrong."""
    return WORDS[type(problem)][problem]
