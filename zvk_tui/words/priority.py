"""Words for the top 10: how an entry moved, why it left, and what stands in the way."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.priority_facts import FactProblem
from zvk_tui.domain.priority_list import EntryProblem, LeaveReason, Movement, PriorityFault
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Movement: {
        Movement.NEW: N_("new"),
        Movement.UP: N_("up"),
        Movement.DOWN: N_("down"),
        Movement.SAME: N_("same"),
    },
    LeaveReason: {
        LeaveReason.CALMED_DOWN: N_("it has calmed down"),
        LeaveReason.PLAN_RUNS: N_("the plan runs without the list"),
        LeaveReason.CRITERIA_NOT_MET: N_("no longer meets the criteria"),
        LeaveReason.NOT_NEEDED: N_("the list adds nothing any more"),
        LeaveReason.CASE_CLOSED: N_("the case was closed"),
        LeaveReason.MOVED_AWAY: N_("moved to another municipality"),
        LeaveReason.DECEASED: N_("deceased"),
    },
    PriorityFault: {
        PriorityFault.LENGTH: N_("The list has 1 to 50 places."),
        PriorityFault.REVIEW: N_("An entry is looked at again after 1 to 52 weeks."),
        PriorityFault.NO_CRITERIA: N_("The list needs at least one criterion."),
        PriorityFault.BAD_CODE: N_("The name of a criterion is one word of small letters, digits and hyphens."),
        PriorityFault.CODE_TWICE: N_("Two criteria have the same name."),
        PriorityFault.NO_TEXT: N_("A criterion has no text. To drop it, leave it out of the formula too."),
        PriorityFault.UNKNOWN_CODE: N_("The formula names something that is no criterion."),
        PriorityFault.UNUSED: N_("A criterion is not in the formula: it would decide nothing."),
        PriorityFault.NOT_PUBLISHED: N_("On which day were the criteria published?"),
        PriorityFault.NO_PLACE: N_("Where were the criteria published? Everybody must be able to read them there."),
        PriorityFault.FUTURE: N_("The day of publication has yet to come; until then nobody is tested by it."),
    },
    EntryProblem: {
        EntryProblem.NOT_PUBLISHED: N_("The criteria were not published yet. Press r and do that first."),
        EntryProblem.FULL: N_("The list is full. Take somebody off first, or publish a longer list."),
        EntryProblem.NOBODY: N_("Choose a case, or give the group a label."),
        EntryProblem.TWICE: N_("This is on the list already."),
        EntryProblem.NO_CONTACT: N_("Who is the fixed contact?"),
        EntryProblem.NO_DIRECTOR: N_("Who is the fixed case director?"),
        EntryProblem.NO_ANSWER: N_("Answer every criterion with yes or no."),
        EntryProblem.NO_MOTIVE: N_("Every answer needs a motive."),
        EntryProblem.NOT_MET: N_("The criteria are not met, so this does not belong on the list."),
        EntryProblem.NO_DECISION: N_("What was decided?"),
        EntryProblem.DECIDED_FUTURE: N_("The day of the decision has yet to come."),
        EntryProblem.REVIEW_PAST: N_("The review is over. Choose a day from today on."),
        EntryProblem.REVIEW_LATE: N_("The review comes too late by the published criteria. Choose an earlier day."),
    },
    FactProblem: {
        FactProblem.NOT_A_GROUP: N_("Of a case the police contacts themselves are counted; see its dossier."),
        FactProblem.FUTURE: N_("This month has yet to come."),
        FactProblem.COUNT: N_("A number of reports is a number from 0 to 999."),
        FactProblem.NO_SOURCE: N_("Who told this number? Name an organisation or a system."),
    },
}
"""For each enum, the message ids of its members."""


def message_id(problem: StrEnum) -> str:
    """Return the message id of what is wrong."""
    return WORDS[type(problem)][problem]
