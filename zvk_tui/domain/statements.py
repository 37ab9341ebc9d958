"""Statements over time: whether they still stand, under which conditions, and which papers carried them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.record import Contribution, StatementKind

NEEDS_GROUND: Final = frozenset({DataCategory.HEALTH})
"""Categories that are given with consent only, unless a law or good care allows it (Wgs art. 2.29(2))."""


@dataclass(frozen=True, slots=True)
class StandingMark:
    """One time that a statement was marked; none is ever taken away (Bgs art. 1.7)."""

    on: date
    standing: Standing
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What somebody tells about a case between meetings."""

    source: Owner
    kind: StatementKind
    text: str
    on: date
    category: DataCategory | None = None
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """A meeting, as a statement names it."""

    id: int
    series: str
    number: int
    on: date


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with where it was made and how it was marked since."""

    contribution: Contribution
    meeting: MeetingRef | None = None
    """The meeting at which it was made; None between meetings."""
    marks: tuple[StandingMark, ...] = ()
    """Oldest first; nothing when nobody ever doubted it."""

    @property
    def standing(self) -> Standing:
        """Whether it stands now."""
        return self.contribution.standing


class StatementProblem(StrEnum):
    """Why a statement cannot be entered, or marked, like this."""

    FUTURE = "future"
    NO_GROUND = "no_ground"
    NO_REASON = "no_reason"
    SAME_STANDING = "same_standing"


def statement_problem(on: date, category: DataCategory | None, conditions: str, today: date) -> StatementProblem | None:
    """Return why a statement cannot be entered, None when it can.

    A statement about health names the consent, or the exception on which it is given, in its conditions.
    """
    if on > today:
        return StatementProblem.FUTURE
    return StatementProblem.NO_GROUND if category in NEEDS_GROUND and not conditions.strip() else None


def mark_problem(now: Standing, wanted: Standing, reason: str) -> StatementProblem | None:
    """Return why a statement cannot be marked like this, None when it can."""
    if now is wanted:
        return StatementProblem.SAME_STANDING
    return None if reason.strip() else StatementProblem.NO_REASON


def standing_on(marks: Iterable[StandingMark], day: date) -> Standing:
    """Return whether a statement stood at the end of a day, by its marks in the order in which they were made."""
    last = Standing.STANDS
    for mark in marks:
        if mark.on <= day:
            last = mark.standing
    return last


class CarrierKind(StrEnum):
    """A kind of paper that a statement went out on."""

    MINUTES = "minutes"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Carrier:
    """Final minutes, or a file of minutes, that carried a statement: whoever has it must hear that it is wrong."""

    kind: CarrierKind
    series: str
    number: int
    """The number of the meeting in its series."""
    on: date
    """The day of the meeting."""
    at: datetime
    """When the minutes were made final, or the file was written."""
    by: str
    version: int = 0
    """The version of the minutes; 0 for a draft."""
    suffix: str = ""
    """The kind of file of an export."""
