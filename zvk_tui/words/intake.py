"""Words for a registration: its pages, what is missing, and why two persons look alike."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.intake_check import ProblemKind, Step
from zvk_tui.domain.matching import LikenessReason
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Step: {
        Step.REFERRAL: N_("Referral"),
        Step.PERSON: N_("Person"),
        Step.CIRCLE: N_("Circle"),
        Step.CRITERIA: N_("Criteria"),
        Step.OUTCOME: N_("Outcome"),
        Step.SUMMARY: N_("Read back"),
    },
    ProblemKind: {
        ProblemKind.NO_DATE: N_("When was it registered? Type the day."),
        ProblemKind.IMPOSSIBLE_DATE: N_("This date does not exist. Type it as 23-11-2026."),
        ProblemKind.REGISTERED_LATER: N_("The day of registration is still to come."),
        ProblemKind.NO_REFERRER: N_("Which organisation refers?"),
        ProblemKind.NO_REASON: N_("Why is it registered? Type the reason."),
        ProblemKind.NO_REQUEST_GOAL: N_("What does the referrer want to reach? Type the goal."),
        ProblemKind.OTHER_TRACK: N_("The approach does not have this track or label."),
        ProblemKind.NO_NAME: N_("Whom is it about? Type a name, of a person or of a group."),
        ProblemKind.NAME_AND_GROUP: N_("A person or a group, not both: empty one of the two."),
        ProblemKind.BORN_AFTER: N_("The date of birth is after the registration."),
        ProblemKind.BORN_LONG_AGO: N_("This date of birth is more than 120 years ago."),
        ProblemKind.CIRCLE_NO_NAME: N_("Somebody in the circle has no name."),
        ProblemKind.CIRCLE_BORN_AFTER: N_("Somebody in the circle was born after the registration."),
        ProblemKind.FEW_DOMAINS: N_("The criterion says more than one life domain: name them, or change the answer."),
        ProblemKind.FEW_CHAINS: N_("The criterion says more than one chain: name them, or change the answer."),
        ProblemKind.UNANSWERED: N_("This criterion has no answer yet; unknown is an answer."),
        ProblemKind.NO_MOTIVE: N_("Why? An answer has a motivation."),
        ProblemKind.OUTCOME_NOT_ALLOWED: N_("This outcome does not apply: the criteria are not met."),
        ProblemKind.OUTCOME_EARLY: N_("The outcome was decided before the registration."),
        ProblemKind.OUTCOME_LATER: N_("The day of the outcome is still to come."),
        ProblemKind.NO_OUTCOME_REASON: N_("Why this outcome? Type the reason or the advice."),
        ProblemKind.NO_NEXT_STEPS: N_("Which next steps were agreed with the referrer?"),
        ProblemKind.NO_FORUM: N_("To which forum? Choose one."),
        ProblemKind.NO_FORUM_NAME: N_("Which forum is it? Type its name."),
        ProblemKind.NO_SCALE_TARGET: N_("To the regional house or to the ILA? Choose one."),
    },
    LikenessReason: {
        LikenessReason.NAME_SAME: N_("same name"),
        LikenessReason.SURNAME_SPELLING: N_("surname spelled nearly so"),
        LikenessReason.SURNAME_SOUND: N_("surname sounds the same"),
        LikenessReason.SURNAME_PART: N_("half of a double surname"),
        LikenessReason.SURNAME_OTHER: N_("same given names, other surname"),
        LikenessReason.SURNAME_GIVEN_SWAPPED: N_("given name and surname swapped"),
        LikenessReason.GIVEN_INITIALS: N_("initials fit"),
        LikenessReason.GIVEN_FIRST: N_("one given name the same"),
        LikenessReason.GIVEN_SPELLING: N_("given name spelled nearly so"),
        LikenessReason.GIVEN_MISSING: N_("given names not known"),
        LikenessReason.BIRTH_SAME: N_("born on the same day"),
        LikenessReason.BIRTH_SWAPPED: N_("day and month of birth swapped"),
        LikenessReason.BIRTH_DIGIT: N_("one digit of the birth date differs"),
        LikenessReason.BIRTH_YEAR: N_("same year of birth, one on 1 January"),
        LikenessReason.BIRTH_UNKNOWN: N_("birth date not known"),
        LikenessReason.BIRTH_OTHER: N_("born on another day"),
    },
}
"""For each enum, the message ids of its members."""


def problem_id(problem: ProblemKind) -> str:
    """Return the message id of what stands in the way of finishing."""
    return WORDS[ProblemKind][problem]
