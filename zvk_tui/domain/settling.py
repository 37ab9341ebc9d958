"""When minutes may be finalised, when they may be reopened, and when the next meeting may be opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.meeting import AgendaItem, Attendance, ItemState, Meeting, MeetingState, Presence, unsigned
from zvk_tui.domain.record import Action, ActionState


class ObstacleKind(StrEnum):
    """What stands between a meeting and final minutes."""

    NOT_ENDED = "not_ended"
    ALREADY_FINAL = "already_final"
    ITEM_OPEN = "item_open"
    PRESENCE_UNKNOWN = "presence_unknown"
    NOBODY_PRESENT = "nobody_present"
    SECRECY_UNSIGNED = "secrecy_unsigned"
    NO_CHAIR = "no_chair"
    NO_NEXT_DATE = "no_next_date"
    NEXT_DATE_NOT_AFTER = "next_date_not_after"
    TEXT_NOT_ENTERED = "text_not_entered"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing to do before the minutes can be finalised."""

    kind: ObstacleKind
    count: int = 1
    item: AgendaItem | None = None
    """The item it is about, when it is about one."""


def obstacles(
    meeting: Meeting, items: Iterable[AgendaItem], attendance: tuple[Attendance, ...], drafts: int = 0
) -> tuple[Obstacle, ...]:
    """Return all that still stands in the way of finalising, in the order in which to mend it.

    Args:
        meeting: the meeting.
        items: its agenda.
        attendance: who was invited and came.
        drafts: texts that were typed at an item but not entered.
    """
    if meeting.state is MeetingState.FINAL:
        return (Obstacle(ObstacleKind.ALREADY_FINAL),)
    found: list[Obstacle] = []
    if meeting.state is not MeetingState.SETTLING:
        found.append(Obstacle(ObstacleKind.NOT_ENDED))
    found.extend(Obstacle(ObstacleKind.ITEM_OPEN, item=item) for item in items if item.state is ItemState.OPEN)
    if drafts:
        found.append(Obstacle(ObstacleKind.TEXT_NOT_ENTERED, drafts))
    if waiting := sum(seat.presence is Presence.INVITED for seat in attendance):
        found.append(Obstacle(ObstacleKind.PRESENCE_UNKNOWN, waiting))
    elif not any(seat.presence in {Presence.PRESENT, Presence.GUEST} for seat in attendance):
        found.append(Obstacle(ObstacleKind.NOBODY_PRESENT))
    if strangers := unsigned(attendance):
        found.append(Obstacle(ObstacleKind.SECRECY_UNSIGNED, len(strangers)))
    if meeting.chair is None:
        found.append(Obstacle(ObstacleKind.NO_CHAIR))
    return (*found, *_next_date(meeting))


def _next_date(meeting: Meeting) -> tuple[Obstacle, ...]:
    if meeting.next_on is None:
        return (Obstacle(ObstacleKind.NO_NEXT_DATE),) if meeting.series.interval_weeks else ()
    return () if meeting.next_on > meeting.on else (Obstacle(ObstacleKind.NEXT_DATE_NOT_AFTER),)


def unfinished(meetings: Iterable[Meeting]) -> Meeting | None:
    """Return the oldest meeting of a series that must be finalised before a new one is opened, or None."""
    waiting = (meeting for meeting in meetings if meeting.state is not MeetingState.FINAL)
    return min(waiting, key=lambda meeting: meeting.number, default=None)


def may_reopen(meeting: Meeting, meetings: Iterable[Meeting]) -> bool:
    """Return whether final minutes may be reopened: only the newest of the series, and none after it begun."""
    others = [other for other in meetings if other.series.id == meeting.series.id and other.number > meeting.number]
    return meeting.state is MeetingState.FINAL and all(other.state is MeetingState.PREPARING for other in others)


def carried_over(actions: Iterable[Action], meeting_on: date) -> tuple[Action, ...]:
    """Return the actions that return at a meeting on `meeting_on`: all open ones agreed until then, latest due last."""
    return tuple(
        sorted(
            (
                action
                for action in actions
                if action.state is ActionState.OPEN and (action.agreed_on is None or action.agreed_on <= meeting_on)
            ),
            key=lambda action: (action.due, action.number),
        )
    )
