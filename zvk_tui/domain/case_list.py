"""The list of cases: what narrows it, what it is sorted by, and where in it somebody is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Track
from zvk_tui.domain.case_terms import CaseLabel

_Kind = TypeVar("_Kind", bound=StrEnum)

NARROW: Final = 500
"""More hits than this are shown newest first, whatever the list is sorted by: nobody reads them all."""

COUNTED: Final = 10_000
"""Hits of a search that are counted; of more it is said that there are more."""


class Due(StrEnum):
    """Something of a case that waits for somebody."""

    DISCUSSION_LATE = "discussion_late"
    """The day of its next discussion has passed."""
    DISCUSSION_SOON = "discussion_soon"
    """Its next discussion is within two weeks."""
    LETTER = "letter"
    """The notification letter is to be sent, or to be looked at again."""
    REVIEW = "review"
    """The review of the plan is due."""


class ShieldedPurpose(StrEnum):
    """What a shielded case may be opened for: nothing but this (Wgs art. 1.8(7))."""

    ACCESS = "access"
    """The person asks what is known about them."""
    COMPLAINT = "complaint"
    """A complaint, an objection or a procedure at a court."""
    SUPERVISION = "supervision"
    """A supervisor or an audit."""
    RETURN = "return"
    """The person was registered again."""
    ERASURE = "erasure"
    """To erase it."""


class CaseSort(StrEnum):
    """What the list is sorted by."""

    NUMBER = "number"
    NAME = "name"
    REGISTERED = "registered"
    DISCUSSED = "discussed"
    NEXT = "next"
    PHASE = "phase"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What narrows the list; nothing chosen shows every case that is not closed."""

    words: str = ""
    """Each word begins a word of the case: of its number, names, goals, statements, decisions or actions."""
    approach: Approach | None = None
    track: Track | None = None
    phase: Phase | None = None
    closed: bool = False
    """Whether closed cases are listed beside the live ones; a phase that is chosen goes before it."""
    director_id: int | None = None
    """The row number of the professional who is its director."""
    due: Due | None = None
    label: CaseLabel | None = None

    def plain(self) -> dict[str, Any]:
        """Return what is kept of a filter that somebody gave a name; the words, which may be a name, are not."""
        return {
            "approach": self.approach,
            "track": self.track,
            "phase": self.phase,
            "closed": self.closed,
            "director_id": self.director_id,
            "due": self.due,
            "label": self.label,
        }


@dataclass(frozen=True, slots=True)
class CaseOrder:
    """How the list is sorted."""

    sort: CaseSort = CaseSort.NUMBER
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sorted list: between cases it stays where it is, also when the case that was there is gone."""

    part: int
    """The stretch of the list: cases without a date, for one, come after those with one."""
    key: str | int | date
    id: int


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case in the list, and its place there."""

    case_file: CaseFile
    place: Place


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter that somebody gave a name."""

    id: int
    name: str
    filter: CaseFilter


def filter_of(plain: dict[str, Any]) -> CaseFilter:
    """Return the filter that was kept; what this version does not know of it is left out."""
    director = plain.get("director_id")
    return CaseFilter(
        approach=_member(Approach, plain.get("approach")),
        track=_member(Track, plain.get("track")),
        phase=_member(Phase, plain.get("phase")),
        closed=plain.get("closed") is True,
        director_id=director if isinstance(director, int) else None,
        due=_member(Due, plain.get("due")),
        label=_member(CaseLabel, plain.get("label")),
    )


def _member(kind: type[_Kind], value: object) -> _Kind | None:
    return next((member for member in kind if member == value), None)
