"""What needs the user today, derived from dates and never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.meeting import Meeting
from zvk_tui.domain.record import Action
from zvk_tui.domain.referral import OpenIntake


class TodayKind(StrEnum):
    """The groups of lines on the first screen, the most pressing first."""

    MEETING = "meeting"
    ACTION_LATE = "action_late"
    LETTER = "letter"
    RETENTION = "retention"
    INTAKE = "intake"
    REFERRAL = "referral"
    REVIEW = "review"
    PLAN_REVIEW = "plan_review"
    PRIORITY_REVIEW = "priority_review"
    CLOSING_PROPOSED = "closing_proposed"
    CLOSING_DECIDED = "closing_decided"
    MAY_CLOSE = "may_close"
    ASK_POLICE = "ask_police"
    ACTION_SOON = "action_soon"


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One line: exactly one of meeting, action, registration, case, group and count says what it opens.

    A letter is one of a case.
    """

    kind: TodayKind
    on: date
    meeting: Meeting | None = None
    action: Action | None = None
    case_file: CaseFile | None = None
    letter: Letter | None = None
    intake: OpenIntake | None = None
    shielded: bool = False
    """Whether its case is shielded: then the number is all that is shown."""
    count: int = 0
    """How many cases share this line, when it is about more than one."""
    group_label: str = ""
    """What the table calls a group of the top 10, which has no case of its own."""
