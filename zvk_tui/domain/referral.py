"""How a case came to the chamber: registrations under way, and the referral of a registered case."""

from dataclasses import dataclass
from datetime import date, datetime

from zvk_tui.domain.approaches import AgeVerdict
from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.case_terms import LifeDomain
from zvk_tui.domain.criteria import CriteriaVerdict
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm
from zvk_tui.domain.matching import Likeness
from zvk_tui.domain.partners import Chain, Partner, Professional


@dataclass(frozen=True, slots=True)
class OpenIntake:
    """A registration that is not finished yet."""

    id: int
    form: IntakeForm
    saved_at: datetime
    by: str
    """The name on the key slot of who began it."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A case of somebody who may be the person that is registered now."""

    case_file: CaseFile
    likeness: Likeness
    later_ref: str = ""
    """The number under which this person was registered again already."""

    @property
    def can_follow(self) -> bool:
        """Whether a re-registration can be tied to this case: it is closed, and the newest one of the person."""
        return not self.case_file.live and not self.later_ref


@dataclass(frozen=True, slots=True)
class Referral:
    """How a registered case came to the chamber (Bgs art. 2.20(3))."""

    on: date
    partner: Partner | None
    professional: Professional | None
    pre_consult: str
    reason: str
    request_goal: str
    domains: tuple[LifeDomain, ...]
    chains: tuple[Chain, ...]
    rules_version: int
    """The version of the rules that the answers were tested against."""
    verdict: CriteriaVerdict | None
    age: AgeVerdict | None
    earlier_ref: str
    answers: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class CircleRecord:
    """Somebody in the direct circle of the person of a registered case."""

    id: int
    member: CircleMember
