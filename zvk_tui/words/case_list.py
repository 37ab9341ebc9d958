"""Words for the list of cases and for opening a case."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_list import CaseSort, Due, ShieldedPurpose
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    CaseSort: {
        CaseSort.NUMBER: N_("number"),
        CaseSort.NAME: N_("name"),
        CaseSort.REGISTERED: N_("registered on"),
        CaseSort.DISCUSSED: N_("last discussed"),
        CaseSort.NEXT: N_("next discussion"),
        CaseSort.PHASE: N_("phase"),
    },
    Due: {
        Due.DISCUSSION_LATE: N_("discussion overdue"),
        Due.DISCUSSION_SOON: N_("discussion within two weeks"),
        Due.LETTER: N_("letter to send"),
        Due.REVIEW: N_("review of the plan"),
    },
    ShieldedPurpose: {
        ShieldedPurpose.ACCESS: N_("request for access by the person"),
        ShieldedPurpose.COMPLAINT: N_("complaint, objection or procedure"),
        ShieldedPurpose.SUPERVISION: N_("supervision or audit"),
        ShieldedPurpose.RETURN: N_("registered again"),
        ShieldedPurpose.ERASURE: N_("erasure"),
    },
}
"""For each enum, the message ids of its members."""
