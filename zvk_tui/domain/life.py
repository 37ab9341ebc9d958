"""The life of a case: dated events, what follows from them, and which may come next (seed l.143-162, 248-275, 502-561).

An event is never overwritten. Where a case is now is what follows from its events, told in order.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Final

from zvk_tui.domain.case_file import Approach, Phase, Subject, Track
from zvk_tui.domain.case_terms import CaseLabel, ClosingReason, EventKind, Forum, ScaleTarget
from zvk_tui.domain.closure import OutOfView
from zvk_tui.domain.rules import may_move


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One dated step in the life of a case: who, when, why."""

    kind: EventKind
    on: date
    by: str = ""
    """Who entered it: the name on the key slot."""
    reason: str = ""
    approach: Approach | None = None
    """Of a registration and of a move: the approach the case has from then on."""
    track: Track | None = None
    closing_reason: ClosingReason | None = None
    forum: Forum | None = None
    scale_to: ScaleTarget | None = None
    receiver: str = ""
    """The partner, municipality or house that takes over, or the forum that has no word of its own.

    Of a case that closes for a removal: the municipality that was informed or took it over (seed l.558-561).
    """
    accepted_by: str = ""
    next_steps: str = ""
    """What was agreed with the referrer of a case that is not admitted (seed l.540-542)."""
    other_ref: str = ""
    """The number of the earlier or later case of the same person."""
    meeting_id: int | None = None
    """The meeting at which it was agreed."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class CaseLife:
    """Where a case is: all that follows from its events."""

    registered_on: date | None = None
    """None while nothing has happened yet."""
    approach: Approach = Approach.ALL_AGES
    track: Track = Track.REGULAR
    phase: Phase = Phase.REFERRED
    last_on: date | None = None
    """The day of the newest event."""
    admitted: bool = False
    monitored: bool = False
    plan_set: bool = False
    scaled_to: ScaleTarget | None = None
    before_scaling: Phase | None = None
    handed_to: str = ""
    accepted_by: str = ""
    closed_on: date | None = None
    closing_reason: ClosingReason | None = None
    shielded: bool = False
    erased: bool = False
    earlier_ref: str = ""
    """The number of the earlier case of the same person."""
    later_ref: str = ""
    """The number under which the same person was registered again."""

    @property
    def closed(self) -> bool:
        """Whether the chamber has let go of the case."""
        return self.phase is Phase.CLOSED


@dataclass(frozen=True, slots=True)
class LifeLimits:
    """What the rules of an approach and the plan of a case allow; all reasons and tracks when nothing is said."""

    closing_reasons: tuple[ClosingReason, ...] = tuple(ClosingReason)
    tracks: tuple[Track, ...] = tuple(Track)
    """The tracks of the approach that the case has after the event."""
    has_goal: bool = False
    """Whether there is a goal: without one a plan cannot be set (seed l.145-149)."""
    out_of_view: OutOfView | None = None
    """What is known of the months without being in view; None when it is not asked."""


ANYTHING: Final = LifeLimits()
"""Limits that allow every reason and track, and know no goal."""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that is to be registered, with its person."""

    ref: str
    approach: Approach
    subject: Subject
    registered_on: date
    track: Track = Track.REGULAR
    label: CaseLabel | None = None
    goal: str = ""
    reason: str = ""
    """Why it was registered, for its first event."""
    earlier_ref: str = ""
    """The number of the earlier case of the same person: this is a re-registration (seed l.528-531)."""
    events: tuple[CaseEvent, ...] = ()
    """What happened after the registration, for a case that is taken over from elsewhere."""


class LifeProblem(StrEnum):
    """Why an event cannot be added."""

    NOT_NOW = "not_now"
    """It does not fit what happened before."""
    FUTURE = "future"
    TOO_EARLY = "too_early"
    """It lies before the event before it."""
    NO_APPROACH = "no_approach"
    NO_REASON = "no_reason"
    NO_CLOSING_REASON = "no_closing_reason"
    OTHER_CLOSING_REASON = "other_closing_reason"
    """The approach does not know this reason."""
    NO_FORUM = "no_forum"
    NO_HOUSE = "no_house"
    NO_RECEIVER = "no_receiver"
    NO_ACCEPTANCE = "no_acceptance"
    NO_NEXT_STEPS = "no_next_steps"
    NOT_MOVED = "not_moved"
    OTHER_TRACK = "other_track"
    """The approach does not have this track."""
    STAYS_CLOSED = "stays_closed"
    """It would open a case to who is not admitted to it."""
    NO_OTHER_CASE = "no_other_case"
    NO_GOAL = "no_goal"
    NOT_ADMITTED = "not_admitted"
    """There is no plan yet for a case that is still being weighed."""
    NO_MUNICIPALITY = "no_municipality"
    TOO_SOON_IN_VIEW = "too_soon_in_view"
    """The months without being in view negatively are not over."""
    NO_MOTIVE = "no_motive"
    """The police information does not tell whether those months are over, and nobody says why it closes anyhow."""


ENDINGS: Final = {
    EventKind.ADVISED: ClosingReason.ADVICE_GIVEN,
    EventKind.REFUSED: ClosingReason.NOT_ADMITTED,
    EventKind.REFERRED_ON: ClosingReason.REFERRED_ON,
}
"""Outcomes of triage that end the case at once, each with the reason that it closes for."""

NEEDS: Final[dict[EventKind, tuple[tuple[str, LifeProblem], ...]]] = {
    EventKind.REGISTERED: (("approach", LifeProblem.NO_APPROACH),),
    EventKind.REFUSED: (("reason", LifeProblem.NO_REASON), ("next_steps", LifeProblem.NO_NEXT_STEPS)),
    EventKind.REFERRED_ON: (("forum", LifeProblem.NO_FORUM),),
    EventKind.MOVED: (("reason", LifeProblem.NO_REASON),),
    EventKind.SCALED_UP: (("scale_to", LifeProblem.NO_HOUSE), ("reason", LifeProblem.NO_REASON)),
    EventKind.HANDED_OVER: (("receiver", LifeProblem.NO_RECEIVER), ("accepted_by", LifeProblem.NO_ACCEPTANCE)),
    EventKind.CLOSED: (("closing_reason", LifeProblem.NO_CLOSING_REASON),),
    EventKind.REOPENED: (("reason", LifeProblem.NO_REASON),),
    EventKind.RE_REGISTERED: (("other_ref", LifeProblem.NO_OTHER_CASE),),
}
"""What an event of a kind must say, by the field of `CaseEvent`, and the problem when it does not."""

_OF_TRIAGE: Final = frozenset(ENDINGS.values())
_HOUSE: Final = ScaleTarget.REGIONAL_HOUSE
_E = EventKind
_ALLOWED: Final[dict[Phase, tuple[EventKind, ...]]] = {
    Phase.REFERRED: (
        _E.TRIAGED, _E.ADVISED, _E.MONITORING, _E.ADMITTED, _E.REFUSED, _E.REFERRED_ON, _E.SCALED_UP, _E.MOVED,
        _E.CLOSED,
    ),
    Phase.TRIAGE: (
        _E.ADVISED, _E.MONITORING, _E.ADMITTED, _E.REFUSED, _E.REFERRED_ON, _E.SCALED_UP, _E.MOVED, _E.CLOSED,
    ),
    Phase.APPROACH: (
        _E.PLAN_SET, _E.MONITORING, _E.MOVED, _E.SCALED_UP, _E.SCALED_DOWN, _E.HANDED_OVER, _E.CLOSED,
    ),
    Phase.MONITORING: (
        _E.ADMITTED, _E.PLAN_SET, _E.MOVED, _E.SCALED_UP, _E.SCALED_DOWN, _E.HANDED_OVER, _E.CLOSED,
    ),
    Phase.SCALED_UP: (_E.SCALED_BACK, _E.HANDED_OVER, _E.CLOSED),
    Phase.SCALING_DOWN: (
        _E.CLOSED, _E.HANDED_OVER, _E.MONITORING, _E.ADMITTED, _E.PLAN_SET, _E.MOVED, _E.SCALED_UP,
    ),
    Phase.CLOSED: (_E.REOPENED, _E.HANDED_OVER, _E.RE_REGISTERED, _E.SHIELDED),
}  # fmt: skip


def follow(events: Iterable[CaseEvent], life: CaseLife | None = None) -> CaseLife:
    """Return where a case is after these events, told in order; from `life` on, if given."""
    return reduce(_after, events, life or CaseLife())


def allowed(life: CaseLife) -> tuple[EventKind, ...]:
    """Return the events that may come next, the most usual first."""
    if life.registered_on is None:
        return (_E.REGISTERED,)
    if life.erased:
        return ()
    kinds = (_E.REOPENED, _E.RE_REGISTERED, _E.ERASED) if life.shielded else _ALLOWED[life.phase]
    gone = {_E.REOPENED, _E.RE_REGISTERED} if life.later_ref else set()
    return tuple(kind for kind in kinds if kind not in gone)


def plan_refusal(life: CaseLife) -> LifeProblem | None:
    """Return why the first plan of a case cannot be set now, None when it can (seed l.145-149)."""
    if life.plan_set or _E.PLAN_SET in allowed(life):
        return None
    return LifeProblem.NOT_NOW if life.admitted or life.monitored else LifeProblem.NOT_ADMITTED


def refusal(life: CaseLife, event: CaseEvent, today: date, limits: LifeLimits = ANYTHING) -> LifeProblem | None:
    """Return why an event cannot follow now, None when it can."""
    return misfit(life, event, today) or _lacks(event) or _conflicts(life, event, limits)


def misfit(life: CaseLife, event: CaseEvent, today: date) -> LifeProblem | None:
    """Return why an event does not fit in time, None when it does; what it says is not asked.

    Of a case that was kept elsewhere nobody may know all that an event says today.
    """
    if event.kind not in allowed(life):
        return LifeProblem.NOT_NOW
    if event.on > today:
        return LifeProblem.FUTURE
    if life.last_on is not None and event.on < life.last_on:
        return LifeProblem.TOO_EARLY
    return None


def destinations(life: CaseLife, tracks: Mapping[Approach, tuple[Track, ...]]) -> tuple[tuple[Approach, Track], ...]:
    """Return the approaches and tracks to which a case can be moved now, of those with these tracks."""
    return tuple(
        (approach, track)
        for approach, its in tracks.items()
        for track in its
        if may_move(life.approach, approach) and (approach, track) != (life.approach, life.track)
    )


def problem_date(problem: LifeProblem, life: CaseLife, limits: LifeLimits) -> date | None:
    """Return the day that the sentence about a problem names, None when it names none."""
    if problem is LifeProblem.TOO_SOON_IN_VIEW and limits.out_of_view is not None:
        return limits.out_of_view.over_on
    return life.last_on


def moved_to(life: CaseLife, event: CaseEvent) -> tuple[Approach, Track]:
    """Return the approach and track after a move; another approach begins on its regular track."""
    approach = event.approach or life.approach
    same = life.track if approach is life.approach else Track.REGULAR
    return approach, event.track or same


def path_to(life: CaseLife, by: str = "", reason: str = "") -> tuple[CaseEvent, ...]:
    """Return the fewest events that lead from registration to where a case is, for cases kept elsewhere before.

    Steps in between of which nobody knows the day get the day of registration; the last step has the day of closing,
    or else the day of the newest event, if known.
    """
    start = life.registered_on or life.last_on or life.closed_on or date.min
    last = life.closed_on or life.last_on or start
    first = CaseEvent(_E.REGISTERED, start, by, reason, life.approach, life.track, other_ref=life.earlier_ref)
    closing = life.closing_reason or ClosingReason.NOT_RECORDED
    ends_by = next((kind for kind, ending in ENDINGS.items() if ending is closing), _E.CLOSED)
    steps = {
        Phase.TRIAGE: (CaseEvent(_E.TRIAGED, last, by, reason),),
        Phase.APPROACH: (CaseEvent(_E.ADMITTED, last, by, reason),),
        Phase.MONITORING: (CaseEvent(_E.MONITORING, last, by, reason),),
        Phase.SCALED_UP: (CaseEvent(_E.SCALED_UP, last, by, reason, scale_to=life.scaled_to or _HOUSE),),
        Phase.SCALING_DOWN: (
            CaseEvent(_E.ADMITTED, start, by, reason),
            CaseEvent(_E.SCALED_DOWN, last, by, reason),
        ),
        Phase.CLOSED: (CaseEvent(ends_by, last, by, reason, closing_reason=closing),),
    }
    shielding = (CaseEvent(_E.SHIELDED, last, by, reason),) if life.shielded else ()
    return (first, *steps.get(life.phase, ()), *shielding)


def _after(life: CaseLife, event: CaseEvent) -> CaseLife:
    """Return where a case is after one more event; whether it fits is not asked here."""
    life = replace(life, last_on=event.on, registered_on=life.registered_on or event.on)
    match event.kind:
        case _E.REGISTERED | _E.MOVED:
            approach, track = moved_to(life, event)
            earlier = life.earlier_ref or event.other_ref
            life = replace(life, approach=approach, track=track, earlier_ref=earlier, handed_to="", accepted_by="")
        case _E.ADVISED | _E.REFUSED | _E.REFERRED_ON | _E.CLOSED:
            reason = ENDINGS.get(event.kind) or event.closing_reason
            life = replace(life, phase=Phase.CLOSED, closed_on=event.on, closing_reason=reason)
        case _E.REOPENED:
            life = _reopened(life)
        case _E.RE_REGISTERED:
            life = replace(life, later_ref=event.other_ref)
        case _E.SHIELDED:
            life = replace(life, shielded=True)
        case _E.ERASED:
            life = replace(life, erased=True)
        case _:
            life = _worked_on(life, event)
    return life


def _worked_on(life: CaseLife, event: CaseEvent) -> CaseLife:
    """Return where a case is after an event between registration and closing."""
    match event.kind:
        case _E.TRIAGED:
            life = replace(life, phase=Phase.TRIAGE)
        case _E.ADMITTED:
            life = replace(life, phase=Phase.APPROACH, admitted=True, handed_to="", accepted_by="")
        case _E.PLAN_SET:
            life = replace(life, plan_set=True)
        case _E.MONITORING:
            life = replace(life, phase=Phase.MONITORING, monitored=True, handed_to="", accepted_by="")
        case _E.SCALED_UP:
            life = replace(life, scaled_to=event.scale_to, before_scaling=life.phase, handed_to="", accepted_by="")
            life = replace(life, phase=Phase.SCALED_UP)
        case _E.SCALED_BACK:
            before = life.before_scaling if life.before_scaling is not Phase.REFERRED else Phase.TRIAGE
            life = replace(life, phase=before or Phase.TRIAGE, scaled_to=None, before_scaling=None)
        case _E.HANDED_OVER:
            phase = Phase.CLOSED if life.closed else Phase.SCALING_DOWN
            life = replace(life, phase=phase, handed_to=event.receiver, accepted_by=event.accepted_by)
        case _:
            life = replace(life, phase=Phase.SCALING_DOWN)
    return life


def _reopened(life: CaseLife) -> CaseLife:
    """Return where a reopened case is: what closing, handing over and a later registration had set is gone."""
    phase = Phase.APPROACH if life.admitted else Phase.MONITORING if life.monitored else Phase.TRIAGE
    return replace(
        life,
        phase=phase,
        closed_on=None,
        closing_reason=None,
        shielded=False,
        scaled_to=None,
        before_scaling=None,
        handed_to="",
        accepted_by="",
        later_ref="",
    )


def _lacks(event: CaseEvent) -> LifeProblem | None:
    """Return what an event of its kind must say and does not."""
    for field, problem in NEEDS.get(event.kind, ()):
        if not str(getattr(event, field) or "").strip():
            return problem
    unnamed = event.forum is Forum.OTHER and not event.receiver.strip()
    return LifeProblem.NO_RECEIVER if unnamed else None


def _conflicts(life: CaseLife, event: CaseEvent, limits: LifeLimits) -> LifeProblem | None:
    """Return what an event says that the case or its approach does not allow."""
    problem = None
    match event.kind:
        case _E.PLAN_SET if not limits.has_goal:
            problem = LifeProblem.NO_GOAL
        case _E.CLOSED:
            problem = _not_closed_so(event, limits)
        case _E.MOVED if moved_to(life, event) == (life.approach, life.track):
            problem = LifeProblem.NOT_MOVED
        case _E.MOVED if not may_move(life.approach, moved_to(life, event)[0]):
            problem = LifeProblem.STAYS_CLOSED
        case _E.REGISTERED | _E.MOVED if moved_to(life, event)[1] not in limits.tracks:
            problem = LifeProblem.OTHER_TRACK
    return problem


def _not_closed_so(event: CaseEvent, limits: LifeLimits) -> LifeProblem | None:
    """Return why a case does not close for this reason, None when it does."""
    reason, view = event.closing_reason, limits.out_of_view
    if reason not in limits.closing_reasons or reason in _OF_TRIAGE:
        return LifeProblem.OTHER_CLOSING_REASON
    if reason is ClosingReason.MOVED_AWAY and not event.receiver.strip():
        return LifeProblem.NO_MUNICIPALITY
    if reason is not ClosingReason.SIX_MONTHS or view is None:
        return None
    if event.on < view.over_on:
        return LifeProblem.TOO_SOON_IN_VIEW
    return None if view.known_on(event.on) or event.reason.strip() else LifeProblem.NO_MOTIVE
