"""What needs the user today, derived from dates and never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.meeting import Meeting
from zvk_tui.domain.record import Action


class TodayKind(StrEnum):
    """The groups of lines on the first screen, the most pressing first."""

    MEETING = "meeting"
    ACTION_LATE = "action_late"
    LETTER = "letter"
    REFERRAL = "referral"
    REVIEW = "review"
    PLAN_REVIEW = "plan_review"
    PRIORITY_REVIEW = "priority_review"
    MAY_CLOSE = "may_close"
    ACTION_SOON = "action_soon"


@dataclass(frozen=True, slots=True)
class TodayLine:
    """One line: exactly one of meeting, action, case and group says what it opens; a letter is one of a case."""

    kind: TodayKind
    on: date
    meeting: Meeting | None = None
    action: Action | None = None
    case_file: CaseFile | None = None
    letter: Letter | None = None
    group_label: str = ""
    """What the table calls a group of the top 10, which has no case of its own."""
