"""Words for the life of a case: why a step, a role or a letter cannot be recorded so."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.letters import LetterProblem
from zvk_tui.domain.life import LifeProblem
from zvk_tui.domain.roles import RoleProblem
from zvk_tui.domain.timeline import TimelineKind
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    LifeProblem: {
        LifeProblem.NOT_NOW: N_("This step does not fit what happened to the case before."),
        LifeProblem.FUTURE: N_("This day is still to come."),
        LifeProblem.TOO_EARLY: N_("The newest step is of {date}; this one cannot be earlier."),
        LifeProblem.NO_APPROACH: N_("For which approach?"),
        LifeProblem.NO_REASON: N_("Why? Type the reason."),
        LifeProblem.NO_CLOSING_REASON: N_("A case is closed with a reason. Choose one."),
        LifeProblem.OTHER_CLOSING_REASON: N_("The approach of this case does not close for this reason."),
        LifeProblem.NO_FORUM: N_("To which forum? Choose one."),
        LifeProblem.NO_HOUSE: N_("To the regional house or to the ILA? Choose one."),
        LifeProblem.NO_RECEIVER: N_("To whom? Name the partner, municipality or forum."),
        LifeProblem.NO_ACCEPTANCE: N_("Who accepted it? Name the person there."),
        LifeProblem.NO_NEXT_STEPS: N_("Which next steps were agreed with the referrer?"),
        LifeProblem.NOT_MOVED: N_("The case is there already. Choose another track or approach."),
        LifeProblem.OTHER_TRACK: N_("The approach does not have this track."),
        LifeProblem.STAYS_CLOSED: N_(
            "A case of this approach is not moved to another: everybody would read its past. Close it, and register "
            "the person anew there."
        ),
        LifeProblem.NO_OTHER_CASE: N_("Under which number? Name the other case."),
        LifeProblem.NO_GOAL: N_("A plan has a goal. Write the goal of the case first."),
        LifeProblem.NOT_ADMITTED: N_("Admit the case first, with a step; then it gets a plan."),
        LifeProblem.NO_MUNICIPALITY: N_("Which municipality was informed of the removal, or took the case over?"),
        LifeProblem.TOO_SOON_IN_VIEW: N_(
            "The months without being in view are not over: this reason holds from {date} on. Choose another reason."
        ),
        LifeProblem.NO_MOTIVE: N_(
            "The police information is missing or too old to tell this. Record it first, or say here why it holds."
        ),
    },
    RoleProblem: {
        RoleProblem.OTHER_ROLE: N_("The approach of this case does not have this role."),
        RoleProblem.FUTURE: N_("This day is still to come."),
        RoleProblem.BEFORE_REGISTRATION: N_("The case was not registered yet on that day."),
        RoleProblem.BEFORE_HOLDER: N_("Who has the role now got it later than that day."),
        RoleProblem.SAME_HOLDER: N_("This person has the role already."),
        RoleProblem.NO_HOLDER: N_("Nobody has this role. Choose who gets it."),
        RoleProblem.INACTIVE: N_("This person no longer takes part. Choose somebody else."),
    },
    LetterProblem: {
        LetterProblem.NOT_DUE: N_("The letter was sent already."),
        LetterProblem.NO_DAY: N_("When was it sent? Type a date."),
        LetterProblem.FUTURE: N_("This day is still to come."),
        LetterProblem.NO_ADDRESSEES: N_("To whom was it sent?"),
        LetterProblem.NO_GROUND: N_("On which ground is it deferred?"),
        LetterProblem.NO_DEFERRER: N_("Which participant named the ground?"),
        LetterProblem.NO_RECHECK: N_("When is it looked at again? Type a date."),
        LetterProblem.RECHECK_PAST: N_("A day to look at it again lies after today."),
    },
    TimelineKind: {
        TimelineKind.EVENT: N_("step"),
        TimelineKind.LETTER: N_("letter"),
        TimelineKind.POLICE: N_("police contact"),
        TimelineKind.MEETING: N_("meeting"),
        TimelineKind.DECISION: N_("decision"),
        TimelineKind.PLAN: N_("plan"),
    },
}
"""For each enum, the message ids of its members."""


def problem_id(problem: StrEnum) -> str:
    """Return the message id of why something cannot be recorded so."""
    return WORDS[type(problem)][problem]
