"""What is said and agreed at the table: contributions, judgement, decisions and actions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.partners import Chain, Partner, Professional


class StatementKind(StrEnum):
    """What a contribution is: the referrer stays responsible for it (Bgs art. 1.6)."""

    FACT = "fact"
    OPINION = "opinion"
    HEARSAY = "hearsay"


class Answer(StrEnum):
    """An answer to a question of judgement."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class ActionState(StrEnum):
    """Honest outcomes of an action: not done is not the same as no longer possible."""

    OPEN = "open"
    DONE = "done"
    NOT_DONE = "not_done"
    NO_LONGER_POSSIBLE = "no_longer_possible"


def takes(now: ActionState, wanted: ActionState) -> bool:
    """Return whether an action goes from one state to another: an open one is settled, a settled one is opened again.

    What became of an action is a fact with a day: who was wrong opens it first, and then says what it is.
    """
    return (now is ActionState.OPEN) is not (wanted is ActionState.OPEN)


@dataclass(frozen=True, slots=True)
class Contribution:
    """A sourced statement (inbreng): who brought what, when, and of what kind."""

    id: int
    partner: Partner
    professional: Professional | None
    on: date
    kind: StatementKind
    text: str
    category: DataCategory | None = None
    """What it tells about somebody; None as long as nobody said so (Wgs art. 2.30(1))."""
    conditions: str = ""
    """What the source allows to be done with it, or the consent for it (Wgs art. 2.29(2)-(3))."""
    standing: Standing = Standing.STANDS


@dataclass(frozen=True, slots=True)
class Judgement:
    """The judgement step of BOB on one item."""

    text: str
    earlier_worked: Answer = Answer.UNKNOWN
    """Whether what was decided earlier has worked."""
    proportionate: Answer = Answer.UNKNOWN
    """Whether going on is proportionate."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: numbered continuously over the whole chamber."""

    id: int
    number: int
    text: str
    motive: str
    decided_by: Partner | None
    """The organisation that holds the legal power; None for the table together."""
    dissent: str = ""
    on: date | None = None
    case_ref: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An action: exactly one owner organisation and one due date; numbered over the whole chamber."""

    id: int
    number: int
    text: str
    owner: Partner
    person: Professional | None
    due: date
    state: ActionState = ActionState.OPEN
    postponed_count: int = 0
    case_ref: str = ""
    origin_meeting_id: int | None = None
    agreed_on: date | None = None
    settled_on: date | None = None
    settled_meeting_id: int | None = None
    chain: Chain | None = None
    """The chain that it is counted in; None for actions from before there were plans."""
    intervention: Intervention | None = None
    goal_key: str = ""
    """The goal of the plan that it serves; nothing for none."""

    def days_late(self, today: date) -> int:
        """Days past the due date, 0 when settled, due today or later."""
        return max(0, (today - self.due).days) if self.state is ActionState.OPEN else 0

    @property
    def counted_in(self) -> Chain:
        """The chain in which it is counted: its own, else that of its owner."""
        return self.chain or self.owner.chain
