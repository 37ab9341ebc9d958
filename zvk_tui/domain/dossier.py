"""What the dossier of a case shows beside its life and its plan: its head, its meetings, its papers, its term."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.meeting import ItemState
from zvk_tui.domain.record import Action, Decision
from zvk_tui.domain.statements import MeetingRef


@dataclass(frozen=True, slots=True)
class DossierHead:
    """What stands above every tab of the dossier."""

    case_file: CaseFile
    label: CaseLabel | None = None
    shielded: bool = False
    erased: bool = False


@dataclass(frozen=True, slots=True)
class CaseMeeting:
    """One time that a case was on the agenda, and what was decided and agreed about it."""

    meeting: MeetingRef
    state: ItemState
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseMinutes:
    """Minutes that tell of a case, in one version."""

    meeting: MeetingRef
    version: int
    """0 while they are a draft."""
    at: datetime | None = None
    """When they were made final."""
    by: str = ""
    reopened: bool = False
    """Whether they were opened again later, and so are no longer the last word."""


@dataclass(frozen=True, slots=True)
class Term:
    """How long personal data of a case may be kept (Wgs art. 1.8(7))."""

    first_on: date
    """The day on which they were first processed: the oldest day that the case knows."""
    years: int

    @property
    def last_on(self) -> date:
        """The day by which they are destroyed at the latest."""
        return add_months(self.first_on, 12 * self.years)

    def days_left(self, today: date) -> int:
        """Return how many days are left; negative when it is too late."""
        return (self.last_on - today).days


def first_processed_by(last_on: date, years: int) -> date:
    """Return the newest day of first processing of which the term ends on or before a day.

    Months differ in length: what was first processed on 29 February ends on the same day as what was on the 28th.
    """
    found = add_months(last_on, -12 * years)
    after = found + timedelta(days=1)
    return after if Term(after, years).last_on <= last_on else found
