"""Tells one meeting of the past: its items, with what was said, judged, decided and agreed at each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from zvk_tui.demo.cases import next_after
from zvk_tui.demo.days import Days, spoken
from zvk_tui.demo.dice import Dice
from zvk_tui.demo.ledger import Ledger
from zvk_tui.demo.partners import BY_SHORT
from zvk_tui.demo.people import People
from zvk_tui.demo.plan import (
    ActionPlan,
    AttendancePlan,
    ContributionPlan,
    DecisionPlan,
    ItemPlan,
    SettlementPlan,
)
from zvk_tui.demo.row import Meet, Row
from zvk_tui.demo.seats import doers, speakers
from zvk_tui.demo.talk import Agreed, Decided, Said, Step, Story
from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.meeting import ItemKind, ItemState, Reason, ReasonKind
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.record import StatementKind

_STANDING: Final = {
    "pad": {ItemKind.OPENING: 5, ItemKind.MINUTES: 5, ItemKind.ACTIONS: 10, ItemKind.CLOSING: 5},
    "top": {ItemKind.OPENING: 5, ItemKind.MINUTES: 5, ItemKind.ACTIONS: 10, ItemKind.CLOSING: 5},
    "proc": {ItemKind.OPENING: 5, ItemKind.CLOSING: 5},
}
_EXTRA: Final = {ItemKind.NOTICES: 5, ItemKind.GROUP: 10, ItemKind.TOPIC: 10, ItemKind.TOP10: 15}
_CASE_MINUTES: Final = {"pad": 8, "top": 9, "proc": 50}
_STATES: Final = {"s": ItemState.SKIPPED, "m": ItemState.MOVED}
_RETURNS: Final = {"s": ReasonKind.SKIPPED, "m": ReasonKind.MOVED}
_ORDER: Final = tuple(ItemKind)

_NAMED: Final = 0.45
"""How often an action is also given to somebody by name."""


@dataclass(frozen=True, slots=True)
class World:
    """What the history is told with."""

    days: Days
    dice: Dice
    people: People
    stories: dict[str, Story]
    cases: tuple[tuple[Row, CaseFile], ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting while it is told."""

    series: str
    number: int
    seats: tuple[AttendancePlan, ...]
    world: World
    ledger: Ledger

    @property
    def on(self) -> date:
        """The day of the meeting."""
        return self.world.days.meeting(self.series, self.number)

    def items(self) -> tuple[ItemPlan, ...]:
        """Return the agenda in its order, and enter in the ledger what is agreed."""
        here = [
            (row, case, meet)
            for row, case in self.world.cases
            for meet in row.meets
            if row.series == self.series and meet.number == self.number
        ]
        discussed = {row.story for row, _case, meet in here if meet.discussed}
        settled = self.ledger.review(self.number, frozenset(row.story for row, *_ in here) - discussed)
        elsewhere = tuple(plan for story, plan in settled if story not in discussed)
        items = [*self._standing(elsewhere), *self._extra()]
        for row, case, meet in here:
            own = tuple(plan for story, plan in settled if story == row.story)
            items.append(replace(self._case_item(row, case, meet), settlements=own))
        return tuple(sorted(items, key=lambda item: _ORDER.index(item.kind)))

    def _standing(self, settled: tuple[SettlementPlan, ...]) -> Iterator[ItemPlan]:
        for kind, minutes in _STANDING[self.series].items():
            item = ItemPlan(kind, minutes, (Reason(ReasonKind.STANDING),), recurring=True)
            match kind:
                case ItemKind.MINUTES:
                    yield replace(item, decisions=(self._approval(),))
                case ItemKind.ACTIONS:
                    yield replace(item, settlements=settled)
                case _:
                    yield item

    def _approval(self) -> DecisionPlan:
        day = spoken(self.world.days.meeting(self.series, self.number - 1))
        if self.world.dice.chance(0.3):
            return DecisionPlan(
                f"Verslag van {day} vastgesteld na één wijziging", "De presentielijst is verbeterd.", None
            )
        return DecisionPlan(f"Verslag van {day} ongewijzigd vastgesteld", "Er zijn geen opmerkingen.", None)

    def _extra(self) -> Iterator[ItemPlan]:
        """Yield the items without a case: notices, groups, topics, and the list of the top 10."""
        for name, story in self.world.stories.items():
            series, _dash, rest = name.partition("-")
            number, _dash, kind = rest.partition("-")
            if (series, number) == (self.series, str(self.number)):
                yield self._told(self._extra_item(ItemKind(kind), story.title), story.steps[0], name)

    @staticmethod
    def _extra_item(kind: ItemKind, title: str) -> ItemPlan:
        recurring = kind is ItemKind.TOP10
        reason = Reason(ReasonKind.STANDING if recurring else ReasonKind.ADDED)
        return ItemPlan(kind, _EXTRA[kind], (reason,), title=title, recurring=recurring)

    def _case_item(self, row: Row, case: CaseFile, meet: Meet) -> ItemPlan:
        kind = ItemKind.REFERRAL if meet.mark == "r" else ItemKind.CASE
        item = ItemPlan(kind, _CASE_MINUTES[self.series], (self._reason(row, case, meet),), case_ref=case.ref)
        if not meet.discussed:
            return replace(item, state=_STATES[meet.mark])
        step = [m for m in row.meets if m.discussed].index(meet)
        item = replace(item, next_discussion=next_after(row, meet.number, self.world.days))
        return self._told(item, self.world.stories[row.story].steps[step], row.story, case)

    def _reason(self, row: Row, case: CaseFile, meet: Meet) -> Reason:
        place = row.meets.index(meet)
        before = row.meets[place - 1].mark if place else ""
        if meet.mark == "r":
            return Reason(ReasonKind.NEW_REFERRAL, on=case.registered_on)
        if before in _RETURNS:
            return Reason(_RETURNS[before])
        return Reason(ReasonKind.PLANNED, on=self.on)

    def _told(self, item: ItemPlan, step: Step, story: str, case: CaseFile | None = None) -> ItemPlan:
        actions = [
            self._action(f"{story}-{self.number}-{place}", agreed, case) for place, agreed in enumerate(step.agreed, 1)
        ]
        for action, agreed in zip(actions, step.agreed, strict=True):
            self.ledger.enter(action, story, agreed)
        return replace(
            item,
            contributions=tuple(self._contribution(said, case) for said in step.said),
            judgement=step.judgement,
            decisions=tuple(_decision(decided) for decided in step.decided),
            actions=tuple(actions),
            note=step.note,
        )

    def _contribution(self, said: Said, case: CaseFile | None) -> ContributionPlan:
        voice = _steady(speakers(self.seats, said.source), case)
        written = voice is None and said.kind is StatementKind.FACT
        days_old = 1 + self.world.dice.below(4) if written else 0
        on = self.world.days.at((self.on - self.world.days.today).days - days_old)
        return ContributionPlan(BY_SHORT[said.source], voice, on, said.kind, said.text)

    def _action(self, key: str, agreed: Agreed, case: CaseFile | None) -> ActionPlan:
        due = self.world.days.at(self.world.days.offset(self.series, self.number) + agreed.days)
        named = self.world.dice.chance(_NAMED)
        person = _steady(doers(self.series, agreed.owner, self.world.people), case) if named else None
        return ActionPlan(key, agreed.text, BY_SHORT[agreed.owner], person, due)


def _decision(decided: Decided) -> DecisionPlan:
    power = BY_SHORT[decided.power] if decided.power else None
    return DecisionPlan(decided.text, decided.motive, power, decided.dissent)


def _steady(people: tuple[Professional, ...], case: CaseFile | None) -> Professional | None:
    """Return the one who deals with this case: its coordinator, or else always the same of several."""
    if case and case.coordinator in people:
        return case.coordinator
    return people[(case.id if case else 0) % len(people)] if people else None
