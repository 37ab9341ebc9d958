"""The agenda that proposes itself from the dates, the order of its items, and the clock beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from zvk_tui.domain.case_file import CaseFile, Phase
from zvk_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    ItemKind,
    ItemState,
    Presence,
    Reason,
    ReasonKind,
    Series,
    SeriesKind,
)
from zvk_tui.domain.priority_facts import group_key

REVIEW_WEEKS: Final = 8
"""Default of the setting: a live case that was not discussed for so many weeks comes back."""

CASE_MINUTES: Final = 8
"""Default minutes for a case."""

_STANDING: Final = {
    SeriesKind.CORE_TEAM_PAD: (ItemKind.OPENING, ItemKind.MINUTES, ItemKind.ACTIONS, ItemKind.CLOSING),
    SeriesKind.CORE_TEAM_TOP10: (
        ItemKind.OPENING,
        ItemKind.MINUTES,
        ItemKind.ACTIONS,
        ItemKind.TOP10,
        ItemKind.CLOSING,
    ),
    SeriesKind.PROCESS_MEETING: (ItemKind.OPENING, ItemKind.CLOSING),
}
_MINUTES: Final = {
    ItemKind.OPENING: 5,
    ItemKind.MINUTES: 5,
    ItemKind.ACTIONS: 10,
    ItemKind.TOP10: 15,
    ItemKind.CLOSING: 5,
}
_GIVEN: Final = frozenset({ReasonKind.STANDING, ReasonKind.SKIPPED, ReasonKind.MOVED, ReasonKind.ADDED})
"""Reasons that do not change with the dates."""
_ORDER: Final = tuple(ItemKind)
_CASES: Final = frozenset({ItemKind.CASE, ItemKind.REFERRAL})


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the dates say of one live case on the day of a meeting."""

    case_file: CaseFile
    actions_late: int = 0
    actions_due: int = 0
    """Open actions due up to and including the day of the meeting, the late ones not counted."""
    plan_review_on: date | None = None
    """The review of its plan, when that is due by then."""
    priority_review_on: date | None = None
    """The review of its place on the top 10, when that is due by then (Bgs art. 2.22)."""
    may_close: bool = False
    """Whether the closure check says that it may close on that day."""
    closing_proposed: bool = False
    """Whether closing it was proposed, and the table has not decided yet."""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A group on the top 10 of which the review is due on the day of a meeting."""

    label: str
    review_on: date
    """The review of its place on the list (Bgs art. 2.22)."""


@dataclass(frozen=True, slots=True)
class ProposedItem:
    """An item that the agenda proposes, with the reasons it is there."""

    kind: ItemKind
    planned_minutes: int
    title: str = ""
    case_file: CaseFile | None = None
    reasons: tuple[Reason, ...] = ()
    recurring: bool = False


def returning(previous: Iterable[AgendaItem], earlier: Iterable[AgendaItem] = ()) -> tuple[ProposedItem, ...]:
    """Return what comes back: every recurring item, and what was skipped or moved at the meeting before.

    A recurring item that was taken off the agenda once comes back as well: it is looked up in the `earlier` meetings,
    newest first, and the newest meeting that has it says whether it recurs. A case that has been closed since does not
    come back, and a referral that was admitted since comes back as a case.
    """
    back: list[ProposedItem] = []
    for item in (*previous, *_dropped(previous, earlier)):
        returns = item.recurring or item.state in {ItemState.SKIPPED, ItemState.MOVED}
        if returns and (item.case is None or item.case.live):
            kind = _case_kind(item.case) if item.case and item.kind in _CASES else item.kind
            _join(
                back,
                ProposedItem(kind, item.planned_minutes, item.title, item.case, _returned(item), item.recurring),
            )
    return tuple(back)


def _dropped(previous: Iterable[AgendaItem], earlier: Iterable[AgendaItem]) -> Iterable[AgendaItem]:
    seen = {_key(item) for item in previous}
    for item in earlier:
        if _key(item) not in seen:
            seen.add(_key(item))
            if item.recurring:
                yield replace(item, state=ItemState.DISCUSSED)


def _key(item: AgendaItem) -> tuple[ItemKind, str, int]:
    return (item.kind, item.title, item.case.id if item.case else 0)


def _case_kind(case_file: CaseFile) -> ItemKind:
    return ItemKind.REFERRAL if case_file.phase in {Phase.REFERRED, Phase.TRIAGE} else ItemKind.CASE


def _join(items: list[ProposedItem], new: ProposedItem) -> None:
    """Add an item; when its case or its group is there already, give that item the reasons instead."""
    for place, item in enumerate(items):
        if _about_the_same(item, new):
            reasons = tuple(dict.fromkeys((*item.reasons, *new.reasons)))
            items[place] = replace(item, reasons=reasons, recurring=item.recurring or new.recurring)
            return
    items.append(new)


def _about_the_same(one: ProposedItem, other: ProposedItem) -> bool:
    if one.case_file and other.case_file:
        return one.case_file.id == other.case_file.id
    return one.kind is other.kind is ItemKind.GROUP and group_key(one.title) == group_key(other.title)


def _returned(item: AgendaItem) -> tuple[Reason, ...]:
    match item.state:
        case ItemState.SKIPPED:
            return (Reason(ReasonKind.SKIPPED),)
        case ItemState.MOVED:
            return (Reason(ReasonKind.MOVED),)
        case _:
            return (Reason(ReasonKind.STANDING),)


def standing(kind: SeriesKind) -> tuple[ProposedItem, ...]:
    """Return the items with which the first meeting of a series begins."""
    return tuple(
        ProposedItem(item, _MINUTES[item], reasons=(Reason(ReasonKind.STANDING),), recurring=True)
        for item in _STANDING[kind]
    )


def case_reasons(facts: CaseFacts, on: date, review_weeks: int = REVIEW_WEEKS) -> tuple[Reason, ...]:
    """Return why a case belongs on the agenda of a meeting on `on`; nothing when no date says so.

    A planned discussion that has taken place, on its day or later, is a reason no more.
    """
    case_file = facts.case_file
    reasons: list[Reason] = []
    if case_file.phase in {Phase.REFERRED, Phase.TRIAGE}:
        reasons.append(Reason(ReasonKind.NEW_REFERRAL, on=case_file.registered_on))
    if _planned(case_file, on):
        reasons.append(Reason(ReasonKind.PLANNED, on=case_file.next_discussion))
    if facts.actions_late:
        reasons.append(Reason(ReasonKind.ACTIONS_LATE, facts.actions_late))
    if facts.actions_due:
        reasons.append(Reason(ReasonKind.ACTIONS_DUE, facts.actions_due))
    if facts.plan_review_on is not None:
        reasons.append(Reason(ReasonKind.PLAN_REVIEW, on=facts.plan_review_on))
    if facts.closing_proposed:
        reasons.append(Reason(ReasonKind.CLOSING_PROPOSED))
    if facts.priority_review_on is not None:
        reasons.append(Reason(ReasonKind.TOP10_REVIEW, on=facts.priority_review_on))
    if facts.may_close:
        reasons.append(Reason(ReasonKind.MAY_CLOSE))
    weeks = (on - (case_file.last_discussed or case_file.registered_on)).days // 7
    planned_later = case_file.next_discussion is not None and case_file.next_discussion > on
    if weeks >= review_weeks and not planned_later:
        reasons.append(Reason(ReasonKind.REVIEW_DUE, weeks))
    return tuple(reasons)


def refreshed(before: Iterable[Reason], now: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons of an item that is there already: what the chair or last time gave, and what is so now.

    What the dates say now takes the place of what they said before; when they say nothing, the item keeps its reasons.
    """
    old, new = tuple(before), tuple(now)
    kept = tuple(reason for reason in old if reason.kind in _GIVEN)
    return tuple(dict.fromkeys((*kept, *new))) if new else old


def with_reasons(before: Iterable[Reason], more: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return reasons to which those are added that are not among them yet."""
    old = tuple(before)
    return (*old, *(reason for reason in more if reason.kind not in {one.kind for one in old}))


def _planned(case_file: CaseFile, on: date) -> bool:
    planned, last = case_file.next_discussion, case_file.last_discussed
    if planned is None or planned > on:
        return False
    return planned == on or last is None or last < planned


def propose(
    series: Series,
    on: date,
    previous: Iterable[AgendaItem],
    facts: Iterable[CaseFacts],
    review_weeks: int = REVIEW_WEEKS,
    *,
    earlier: Iterable[AgendaItem] = (),
    groups: Iterable[GroupFacts] = (),
) -> tuple[ProposedItem, ...]:
    """Return the agenda of a meeting of `series` on `on`, in the order of a kernteam agenda.

    Every case and every group is there once, with all its reasons. What returns from the meeting before comes first
    among its kind. The one case of a process meeting is always there; a group comes where the top 10 is discussed.
    """
    back = returning(tuple(previous), earlier)
    items = list(back) if any(item.recurring for item in back) else [*standing(series.kind), *back]
    for case_facts in facts:
        case_file = case_facts.case_file
        reasons = case_reasons(case_facts, on, review_weeks)
        if not reasons and case_file.id == series.case_id:
            reasons = (Reason(ReasonKind.STANDING),)
        if reasons and case_file.live:
            _join(items, ProposedItem(_case_kind(case_file), CASE_MINUTES, case_file=case_file, reasons=reasons))
    for group in groups if any(item.kind is ItemKind.TOP10 for item in items) else ():
        why = (Reason(ReasonKind.TOP10_REVIEW, on=group.review_on),)
        _join(items, ProposedItem(ItemKind.GROUP, CASE_MINUTES, group.label, reasons=why))
    return tuple(sorted(items, key=lambda item: _ORDER.index(item.kind)))


def ordered_for_leaving(
    items: Iterable[AgendaItem], needed: Mapping[int, frozenset[int]], attendance: Iterable[Attendance]
) -> tuple[AgendaItem, ...]:
    """Return the items with the cases first for which somebody has to leave early.

    Only cases and referrals that are still to come change places, among each other. A partner leaves with the last of
    its people; one that also has somebody who stays does not leave.

    Args:
        items: the agenda.
        needed: for an item's id, the ids of the partners that its case needs.
        attendance: the invited, some with a time at which they leave.
    """
    agenda = tuple(items)
    leaving = _leaving(attendance)
    until = {
        item.id: min((leaving.get(partner, time.max) for partner in needed.get(item.id, ())), default=time.max)
        for item in agenda
    }
    ordered = iter(sorted(filter(_movable, agenda), key=lambda item: until[item.id]))
    return tuple(next(ordered) if _movable(item) else item for item in agenda)


def _movable(item: AgendaItem) -> bool:
    return item.kind in _CASES and item.state is ItemState.OPEN and item.opened_at is None


def _leaving(attendance: Iterable[Attendance]) -> dict[int, time]:
    """Return until when each partner is at the table; `time.max` for one that stays."""
    until: dict[int, time] = {}
    for seat in attendance:
        if seat.presence not in {Presence.EXCUSED, Presence.ABSENT}:
            partner = seat.professional.partner.id
            until[partner] = max(until.get(partner, time.min), seat.leaves_at or time.max)
    return until


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock beside an agenda; lengths in minutes."""

    planned: int
    ends_at: datetime
    """When the meeting ends if every item still to come takes its planned time."""
    late: int
    """Minutes past the planned end; negative when the table is ahead."""


def timing(items: Iterable[AgendaItem], begin: datetime, planned_length: int, now: datetime) -> Timing:
    """Return the planned total and the projected end.

    Args:
        items: the agenda.
        begin: when the meeting began, or is to begin.
        planned_length: minutes that the meeting may take.
        now: the present moment; before `begin` the projection starts at `begin`.
    """
    agenda = tuple(items)
    to_come = sum(_remaining(item, now) for item in agenda if item.state is ItemState.OPEN)
    ends_at = max(now, begin) + timedelta(seconds=to_come)
    late = round((ends_at - begin - timedelta(minutes=planned_length)).total_seconds() / 60)
    return Timing(sum(item.planned_minutes for item in agenda), ends_at, late)


def _remaining(item: AgendaItem, now: datetime) -> int:
    return max(0, item.planned_minutes * 60 - item.seconds(now))
