"""What the demo plays into a vault: the plan of a chamber with its meetings, in the order to replay them."""

from dataclasses import dataclass
from datetime import date, time

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.case_terms import CaseLabel, EventKind, LetterState
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, Reason, Series
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.domain.record import ActionState, Judgement, StatementKind


@dataclass(frozen=True, slots=True)
class ContributionPlan:
    """What somebody brings in."""

    partner: Partner
    professional: Professional | None
    """Who says it; None when the partner is not at the table and has written it."""
    on: date
    """The day that the information is of."""
    kind: StatementKind
    text: str


@dataclass(frozen=True, slots=True)
class DecisionPlan:
    """A decision to take."""

    text: str
    motive: str
    decided_by: Partner | None
    """The organisation that holds the legal power; None for the table together."""
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """An action to agree on."""

    key: str
    """By which later settlements refer to it; unique in the plan."""
    text: str
    owner: Partner
    person: Professional | None
    due: date


@dataclass(frozen=True, slots=True)
class SettlementPlan:
    """What becomes of an earlier action at a meeting."""

    action: str
    """The key of the action."""
    state: ActionState
    """The outcome; open when the action is postponed."""
    due: date
    """The due date, which is a new one when the action is postponed."""


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """One agenda item and all that is said and agreed at it."""

    kind: ItemKind
    planned_minutes: int
    reasons: tuple[Reason, ...]
    case_ref: str = ""
    title: str = ""
    recurring: bool = False
    state: ItemState = ItemState.DISCUSSED
    spent_seconds: int = 0
    settlements: tuple[SettlementPlan, ...] = ()
    contributions: tuple[ContributionPlan, ...] = ()
    judgement: Judgement | None = None
    decisions: tuple[DecisionPlan, ...] = ()
    actions: tuple[ActionPlan, ...] = ()
    next_discussion: date | None = None
    """When the case comes back; None leaves it without a date. It says nothing for an item that was not discussed."""
    note: str = ""
    """The chair's private note."""


@dataclass(frozen=True, slots=True)
class AttendancePlan:
    """Somebody's place at a meeting."""

    professional: Professional
    presence: Presence
    leaves_at: time | None = None


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """A series of meetings and its people."""

    series: Series
    chair: Professional
    note_taker: Professional
    members: tuple[Professional, ...]


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """One meeting; the last of the plan is being prepared for today and has no items yet."""

    series_id: int
    number: int
    on: date
    start: time
    place: str
    state: MeetingState
    attendance: tuple[AttendancePlan, ...]
    items: tuple[ItemPlan, ...] = ()
    started: time | None = None
    ended: time | None = None
    next_on: date | None = None
    finalised_on: date | None = None
    """The day on which the minutes became final."""


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """What became of a notification letter, and on which day that was recorded."""

    on: date
    state: LetterState
    addressees: str = ""
    ground: str = ""
    deferred_by: str = ""
    recheck_on: date | None = None


@dataclass(frozen=True, slots=True)
class LifePlan:
    """What happened to a case, and who did what in it."""

    events: tuple[CaseEvent, ...]
    """In the order of their days, the registration first; the first plan of a live case is set elsewhere."""
    label: CaseLabel | None = None
    letter: LetterPlan | None = None
    """None for a case that was never admitted, or whose letter is not recorded."""
    coach: Professional | None = None
    """The PAD coach, from admission on."""
    earlier_coordinator: Professional | None = None
    """Who coordinated first; None when that is whoever does today."""

    @property
    def shielded(self) -> bool:
        """Whether the case is out of sight by now."""
        return self.events[-1].kind is EventKind.SHIELDED


@dataclass(frozen=True, slots=True)
class CasePlan:
    """A case before the first meeting of the plan, as the meetings leave it, and its life."""

    start: CaseFile
    today: CaseFile
    life: LifePlan


@dataclass(frozen=True, slots=True)
class Chamber:
    """A fictional chamber on one day; ids are numbers within the plan."""

    name: str
    municipality: str
    holder: str
    """The name on the key slot."""
    partners: tuple[Partner, ...]
    professionals: tuple[Professional, ...]
    cases: tuple[CasePlan, ...]
    series: tuple[SeriesPlan, ...]
    visits: tuple[CasePlan, ...]
    """Registrations that never came to a meeting."""
    meetings: tuple[MeetingPlan, ...]
    """All meetings in the order of their days, the prepared one last."""
