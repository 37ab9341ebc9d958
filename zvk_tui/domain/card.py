"""The card of one agenda item: what the table needs to see while it talks (BOB)."""

from dataclasses import dataclass
from datetime import date

from zvk_tui.domain.closure import ClosureCheck
from zvk_tui.domain.closure_case import KeptCheck
from zvk_tui.domain.meeting import AgendaItem
from zvk_tui.domain.priority_history import ListNow
from zvk_tui.domain.progress import PlanMovement
from zvk_tui.domain.record import Action, Contribution, Decision, Judgement


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one agenda item, at one moment."""

    item: AgendaItem
    since: date | None = None
    """The last discussion before this one, or None."""
    earlier_decisions: tuple[Decision, ...] = ()
    """Decisions of the last discussion: did they work?"""
    carried: tuple[Action, ...] = ()
    """Actions of earlier meetings that are open, or were settled at this item."""
    settled_since: tuple[Action, ...] = ()
    """Actions that were settled between the last discussion and this meeting."""
    contributions: tuple[Contribution, ...] = ()
    judgement: Judgement | None = None
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    """Actions agreed at this item."""
    closing: ClosureCheck | None = None
    """What the closure check says of the case; None when the item is about none."""
    attached: KeptCheck | None = None
    """The check that waits for a decision or was decided upon at this item: who proposed to close, and when."""
    movement: PlanMovement | None = None
    """What moved in the plan of the case since its last discussion."""
    priority: ListNow | None = None
    """The top 10 as it stands, when the item is about that list."""
    note: str = ""
    """The chair's private note; it is in no export."""
