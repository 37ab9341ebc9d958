"""Keeps the open actions of a series while its history is told."""

from dataclasses import dataclass
from datetime import date

from zvk_tui.demo.days import Days
from zvk_tui.demo.plan import ActionPlan, SettlementPlan
from zvk_tui.demo.talk import Agreed
from zvk_tui.domain.record import ActionState


@dataclass(slots=True)
class _Entry:
    action: ActionPlan
    story: str
    agreed: Agreed
    due: date
    postponements: int


class Ledger:
    """The open actions of one series, in the order in which they were agreed."""

    def __init__(self, series: str, days: Days) -> None:
        self._series = series
        self._days = days
        self._open: list[_Entry] = []

    def enter(self, action: ActionPlan, story: str, agreed: Agreed) -> None:
        """Remember an action, and what the story says will become of it."""
        self._open.append(_Entry(action, story, agreed, action.due, agreed.postponed))

    def review(self, number: int, passed_over: frozenset[str]) -> tuple[tuple[str, SettlementPlan], ...]:
        """Return what becomes of the actions that are due at meeting `number`, each with its story.

        Args:
            number: the number of the meeting.
            passed_over: stories whose item was skipped or moved; their actions stay as they are.
        """
        on = self._days.meeting(self._series, number)
        due = [entry for entry in self._open if entry.due <= on and entry.story not in passed_over]
        return tuple((entry.story, self._settled(entry, number)) for entry in due)

    def _settled(self, entry: _Entry, number: int) -> SettlementPlan:
        if not entry.postponements:
            self._open.remove(entry)
            return SettlementPlan(entry.action.key, entry.agreed.outcome, entry.due)
        entry.postponements -= 1
        entry.due = self._new_due(entry, number)
        return SettlementPlan(entry.action.key, ActionState.OPEN, entry.due)

    def _new_due(self, entry: _Entry, number: int) -> date:
        if entry.agreed.last_days and not entry.postponements:
            return self._days.at(self._days.offset(self._series, number) + entry.agreed.last_days)
        return self._days.meeting(self._series, number + 1)
