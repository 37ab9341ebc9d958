"""Meetings: their series, their state, who is there, and the items on the agenda."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from zvk_tui.domain.case_file import CaseFile, NameStyle, Subject
from zvk_tui.domain.partners import ParticipantStatus, Partner, Professional


class SeriesKind(StrEnum):
    """The kinds of meeting that a chamber holds (seed l.143-148, 291-296, 343-348)."""

    CORE_TEAM_PAD = "core_team_pad"
    CORE_TEAM_TOP10 = "core_team_top10"
    PROCESS_MEETING = "process_meeting"


class MeetingState(StrEnum):
    """The phases of a meeting; the first three are the phases of the meeting screen."""

    PREPARING = "preparing"
    RUNNING = "running"
    SETTLING = "settling"
    FINAL = "final"


class ItemKind(StrEnum):
    """What an agenda item is for; the order is that of a kernteam agenda."""

    OPENING = "opening"
    MINUTES = "minutes"
    ACTIONS = "actions"
    NOTICES = "notices"
    REFERRAL = "referral"
    CASE = "case"
    TOP10 = "top10"
    GROUP = "group"
    TOPIC = "topic"
    CLOSING = "closing"


class ItemState(StrEnum):
    """What became of an agenda item."""

    OPEN = "open"
    DISCUSSED = "discussed"
    SKIPPED = "skipped"
    MOVED = "moved"


class ReasonKind(StrEnum):
    """Why an item is on the agenda."""

    STANDING = "standing"
    SKIPPED = "skipped"
    MOVED = "moved"
    NEW_REFERRAL = "new_referral"
    PLANNED = "planned"
    ACTIONS_LATE = "actions_late"
    ACTIONS_DUE = "actions_due"
    REVIEW_DUE = "review_due"
    PLAN_REVIEW = "plan_review"
    TOP10_REVIEW = "top10_review"
    MAY_CLOSE = "may_close"
    CLOSING_PROPOSED = "closing_proposed"
    ADDED = "added"


class Presence(StrEnum):
    """How somebody attends a meeting."""

    INVITED = "invited"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Series:
    """A series of meetings of the same people about the same kind of case."""

    id: int
    name: str
    kind: SeriesKind
    interval_weeks: int
    """Weeks between two meetings; 0 when they are held as needed."""
    start: time
    minutes: int
    """Planned length of a meeting, in minutes."""
    place: str
    approach: str = ""
    """The approach whose cases it discusses; nothing when the cases are added by hand."""
    case_id: int | None = None
    """The one case of a process meeting."""


@dataclass(frozen=True, slots=True)
class SeriesPeople:
    """Who chairs a series, who takes notes, and who is invited every time."""

    chair: Professional | None = None
    note_taker: Professional | None = None
    members: tuple[Professional, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a series."""

    id: int
    series: Series
    number: int
    """Counts up within the series."""
    on: date
    start: time
    place: str
    state: MeetingState
    chair: Professional | None = None
    note_taker: Professional | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    next_on: date | None = None
    """The agreed date of the next meeting."""
    current_item_id: int | None = None
    """The item the table is at."""
    reopened_reason: str = ""
    """Why final minutes were reopened, while they are open again."""

    @property
    def expected_next(self) -> date | None:
        """The day of the next meeting: as agreed, else one interval on; None when it is held as needed."""
        weeks = self.series.interval_weeks
        return self.next_on or (self.on + timedelta(weeks=weeks) if weeks else None)

    @property
    def frozen(self) -> bool:
        """Whether the content may no longer change."""
        return self.state is MeetingState.FINAL


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an item is on the agenda, with the number or date that says so."""

    kind: ReasonKind
    count: int = 0
    on: date | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of an agenda."""

    id: int
    position: int
    kind: ItemKind
    title: str
    """What the chair typed; nothing for an item whose kind or case says it all."""
    planned_minutes: int
    state: ItemState = ItemState.OPEN
    case: CaseFile | None = None
    reasons: tuple[Reason, ...] = ()
    recurring: bool = False
    """A recurring item always returns at the next meeting."""
    spent_seconds: int = 0
    """Time spent before the item was last opened."""
    opened_at: datetime | None = None
    """When the table came to it, while it is the current item."""
    hidden: bool = False
    """Whether its case is closed to who looks: then the title is its number, and there is nothing more."""

    @property
    def group(self) -> Subject | None:
        """The group that it is about under a label, None when it is about none."""
        return Subject(group_name=self.title) if self.kind is ItemKind.GROUP and self.title else None

    def called(self, style: NameStyle) -> str:
        """Return the title; while names are hidden the label of a group is its initials."""
        return self.group.initials if self.group and style is not NameStyle.FULL else self.title

    def seconds(self, now: datetime) -> int:
        """Time spent on this item up to `now`, in seconds."""
        running = int((now - self.opened_at).total_seconds()) if self.opened_at else 0
        return self.spent_seconds + max(0, running)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody's place at a meeting."""

    id: int
    professional: Professional
    presence: Presence
    leaves_at: time | None = None
    """When this person has to leave early, or None."""

    @property
    def here(self) -> bool:
        """Whether this person hears what is said."""
        return self.presence in {Presence.PRESENT, Presence.GUEST}

    @property
    def must_sign(self) -> bool:
        """Whether a secrecy declaration must be signed before a case is discussed (Bgs art. 2.21).

        A guest is an incidental participant whatever the organisation.
        """
        outsider = self.presence is Presence.GUEST or self.professional.partner.status is ParticipantStatus.INCIDENTAL
        return self.here and outsider and self.professional.secrecy_signed_on is None


def unsigned(attendance: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    """Those at the table who must sign the secrecy declaration before a case is discussed (Bgs art. 2.21)."""
    return tuple(seat for seat in attendance if seat.must_sign)


def partners_present(attendance: tuple[Attendance, ...]) -> tuple[Partner, ...]:
    """The organisations at the table, each once, in the order of the list."""
    return tuple(dict.fromkeys(seat.professional.partner for seat in attendance if seat.here))
