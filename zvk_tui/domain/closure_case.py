"""The closure check of one case: what the case itself tells, the check as it is kept, and what follows a decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from zvk_tui.domain.case_file import Approach, Phase
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.closure import (
    ClosureCheck,
    ClosureFact,
    ClosureFactKind,
    ClosureRules,
    Condition,
    ConditionKind,
    FactSource,
    Known,
    Verdict,
)
from zvk_tui.domain.life import CaseLife, allowed
from zvk_tui.domain.owners import folded
from zvk_tui.domain.police import KnownUntil

Told = dict[ClosureFactKind, ClosureFact]
"""The fact that counts, by its kind."""

CLOSABLE: Final = frozenset(Phase) - {Phase.REFERRED, Phase.TRIAGE, Phase.CLOSED}
"""Phases of a case that was admitted and is worked on: before these there is nothing to close."""

NAMED: Final = frozenset({ClosureFactKind.PARTNER_ACCEPTS, ClosureFactKind.MOVED_AWAY})
"""Facts that say whom or where: who accepts, and to which municipality somebody moved."""

_MUNICIPALITY: Final = ("gemeente", "municipality")


class CheckState(StrEnum):
    """What became of a check that is kept with a case."""

    ON_AGENDA = "on_agenda"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"

    @property
    def decided(self) -> bool:
        """Whether the table has decided upon it."""
        return self in {CheckState.ACCEPTED, CheckState.DECLINED}


class FactProblem(StrEnum):
    """Why a fact cannot be recorded."""

    FUTURE = "future"
    BEFORE_REGISTRATION = "before_registration"
    NO_SOURCE = "no_source"
    NO_NAME = "no_name"
    """Nobody in particular accepts nothing, and nobody moves to nowhere."""


class DecisionProblem(StrEnum):
    """Why a decision about closing cannot be recorded."""

    NO_MOTIVE = "no_motive"
    NO_REASON = "no_reason"
    """A case that is closed says why."""
    NO_MUNICIPALITY = "no_municipality"
    """Who moves away is known to the municipality there (seed l.558-561)."""


class Way(StrEnum):
    """What the table decides about a proposal to close."""

    CLOSE = "close"
    SCALE_DOWN = "scale_down"
    """Support is tapered off first; the case is closed later."""
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class ClosureDecision:
    """What the table decided about closing a case."""

    way: Way
    motive: str = ""
    closing_reason: ClosingReason | None = None
    municipality: str = ""
    """Of a removal: the municipality that was informed, or took the case over."""


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """One line of the list: a case and what the check says of it."""

    case_id: int
    ref: str
    approach: Approach
    check: ClosureCheck
    last_negative: date | None = None
    known_until: KnownUntil | None = None
    state: CheckState | None = None
    """Whether closing was proposed, or is on an agenda; None when neither."""

    @property
    def waits_for_police(self) -> bool:
        """Whether nothing but recent police information is in the way of closing."""
        return [one.kind for one in self.check.in_the_way] == [ConditionKind.POLICE_KNOWN]

    def closable_since(self, today: date) -> date:
        """Return since when all that it depends on is so; of a period that day, else the day it was last told."""
        told = (one.on for one in self.check.conditions if one.on is not None and one.on <= today)
        return self.check.from_on or max(told, default=today)

    @property
    def nearness(self) -> tuple[int, date, int, str]:
        """What the list is sorted by: how near a case is to being closed; then by how much is in the way."""
        place = tuple(Verdict).index(self.check.verdict)
        return place, self.check.from_on or date.min, len(self.check.in_the_way), self.ref


@dataclass(frozen=True, slots=True)
class KeptCheck:
    """A check that is kept with a case, as it was when it was proposed or decided upon."""

    id: int
    on: date
    check: ClosureCheck
    state: CheckState
    proposed_by: str = ""
    item_id: int | None = None
    meeting_id: int | None = None
    decided_on: date | None = None
    decided_by: str = ""
    motive: str = ""


@dataclass(frozen=True, slots=True)
class ClosureCase:
    """All that the closure of one case depends on, and what was decided about it before."""

    case_id: int
    ref: str
    rules: ClosureRules
    check: ClosureCheck
    life: CaseLife
    last_negative: date | None = None
    known_until: KnownUntil | None = None
    told: Mapping[ClosureFactKind, ClosureFact] = field(default_factory=dict)
    """What counts of each kind, told or found in the case itself."""
    history: tuple[ClosureFact, ...] = ()
    """All that was ever told, newest first."""
    kept: tuple[KeptCheck, ...] = ()
    """Newest first."""

    @property
    def waiting(self) -> KeptCheck | None:
        """The check that waits for a decision, None when there is none."""
        return next((one for one in self.kept if not one.state.decided), None)


def may_be_closed(phase: Phase) -> bool:
    """Return whether closing a case in a phase can be proposed and decided at all."""
    return phase in CLOSABLE


def fact_problem(fact: ClosureFact, registered_on: date, today: date) -> FactProblem | None:
    """Return why a fact cannot be recorded, None when it can."""
    if fact.on > today:
        return FactProblem.FUTURE
    if fact.on < registered_on:
        return FactProblem.BEFORE_REGISTRATION
    if not fact.source.strip():
        return FactProblem.NO_SOURCE
    lacks_name = fact.kind in NAMED and fact.answer is Known.YES and not fact.note.strip()
    return FactProblem.NO_NAME if lacks_name else None


def decision_problem(decision: ClosureDecision, verdict: Verdict) -> DecisionProblem | None:
    """Return why a decision cannot be recorded, None when it can.

    To decline needs a motive, and so does to go against a check that does not say that the case may close.
    """
    against = decision.way is Way.DECLINE or verdict is not Verdict.MAY_CLOSE
    if against and not decision.motive.strip():
        return DecisionProblem.NO_MOTIVE
    if decision.way is Way.CLOSE and decision.closing_reason is None:
        return DecisionProblem.NO_REASON
    away = decision.way is Way.CLOSE and decision.closing_reason is ClosingReason.MOVED_AWAY
    return DecisionProblem.NO_MUNICIPALITY if away and not decision.municipality.strip() else None


def counted_facts(facts: Iterable[ClosureFact], since: date | None = None) -> Told:
    """Return the newest fact of each kind; of two on one day the one that comes last.

    A case that was reopened begins anew: what was told before that day says nothing of it now.
    """
    told: Told = {}
    for fact in facts:
        before = told.get(fact.kind)
        if (since is None or fact.on >= since) and (before is None or fact.on >= before.on):
            told[fact.kind] = fact
    return told


def with_plan(told: Told, reached_on: date | None) -> Told:
    """Return facts to which the plan adds that the goal is reached, unless somebody told something about that.

    Args:
        told: the facts that count.
        reached_on: the day on which the last goal was reached; None while a goal is open, or there is none.
    """
    if reached_on is None or ClosureFactKind.GOAL_REACHED in told:
        return told
    reached = ClosureFact(ClosureFactKind.GOAL_REACHED, Known.YES, reached_on, FactSource.PLAN)
    return told | {ClosureFactKind.GOAL_REACHED: reached}


def with_hand_over(told: Told, receiver: str, on: date | None) -> Told:
    """Return facts to which a hand-over adds who accepted it; a later word about it counts more.

    A hand-over to the municipality that somebody moved to tells that municipality as well (seed l.558-561).
    """
    if on is None or not receiver.strip():
        return told
    kinds = [ClosureFactKind.PARTNER_ACCEPTS]
    moved = told.get(ClosureFactKind.MOVED_AWAY)
    if moved is not None and moved.answer is Known.YES and _is_municipality(receiver, moved.note):
        kinds.append(ClosureFactKind.MUNICIPALITY_TOLD)
    answered = {kind: ClosureFact(kind, Known.YES, on, FactSource.HANDED_OVER, receiver) for kind in kinds}
    return told | {kind: fact for kind, fact in answered.items() if kind not in told or told[kind].on <= on}


def municipality_told(told: Mapping[ClosureFactKind, ClosureFact], handed_to: str) -> str:
    """Return the municipality that is known to have heard of a removal, else who took the case over."""
    heard, moved = told.get(ClosureFactKind.MUNICIPALITY_TOLD), told.get(ClosureFactKind.MOVED_AWAY)
    if heard is None or heard.answer is not Known.YES:
        return handed_to
    return heard.note or (moved.note if moved is not None else "") or handed_to


def _is_municipality(receiver: str, moved_to: str) -> bool:
    """Return whether who takes over is the municipality that somebody moved to."""
    there, name = folded(receiver), folded(moved_to)
    for word in _MUNICIPALITY:
        name = name.removeprefix(word).strip()
    if name:
        return f" {name} " in f" {there} "
    return there.startswith(_MUNICIPALITY)


def what_follows(life: CaseLife) -> tuple[EventKind, ...]:
    """Return what may come after it was decided to close or to scale down (seed l.158-162, 371-374, 558-561).

    Care is handed over to a partner, support is tapered off, and a closed case is shielded until it is erased.
    """
    kinds = (EventKind.HANDED_OVER, EventKind.SCALED_DOWN, EventKind.CLOSED, EventKind.SHIELDED)
    open_to = allowed(life)
    done = {EventKind.HANDED_OVER} if life.handed_to else set()
    return tuple(kind for kind in kinds if kind in open_to and kind not in done)


def conditions_plain(conditions: Iterable[Condition]) -> list[dict[str, object]]:
    """Return conditions as plain values, as they are kept."""
    return [
        {
            "kind": one.kind.value,
            "holds": one.holds,
            "on": one.on.isoformat() if one.on else None,
            "source": str(one.source),
            "value": one.value,
            "since": one.since.isoformat() if one.since else None,
        }
        for one in conditions
    ]


def conditions_from_plain(plain: Iterable[Mapping[str, Any]]) -> tuple[Condition, ...]:
    """Return the conditions that plain values stand for."""
    return tuple(
        Condition(
            ConditionKind(one["kind"]), one["holds"], _day(one["on"]), one["source"], one["value"], _day(one["since"])
        )
        for one in plain
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
