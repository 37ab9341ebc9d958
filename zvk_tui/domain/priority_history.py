"""What is kept of the list as it was: who moved what and why, earlier orders, and versions of the criteria."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zvk_tui.domain.priority_list import LeftEntry, PriorityEntry, PriorityFacts, PriorityRules


@dataclass(frozen=True, slots=True)
class PublishedRules:
    """One version of the criteria, and who entered it."""

    rules: PriorityRules
    by: str
    """Nothing for the defaults, which nobody has published yet."""


@dataclass(frozen=True, slots=True)
class PriorityMove:
    """One time that people gave an entry another place, with their motive."""

    on: date
    by: str
    from_rank: int
    to_rank: int
    motive: str


@dataclass(frozen=True, slots=True)
class EarlierPlace:
    """One place of an earlier list."""

    rank: int
    entry_id: int
    entry: PriorityEntry | None
    """The entry as it is now, when it still stands on the list."""
    left: LeftEntry | None = None
    """What is kept of it, when it has left."""


@dataclass(frozen=True, slots=True)
class EarlierList:
    """The list as it stood when the minutes of a meeting became final."""

    meeting_id: int
    series: str
    number: int
    on: date
    places: tuple[EarlierPlace, ...] = ()

    @property
    def ranks(self) -> Mapping[int, int]:
        """For each row number of an entry, its place then."""
        return {place.entry_id: place.rank for place in self.places}


@dataclass(frozen=True, slots=True)
class ListNow:
    """The list as it stands, with the facts beside it and its order at the meeting before."""

    entries: tuple[PriorityEntry, ...]
    facts: Mapping[int, PriorityFacts]
    """For each row number of an entry that may be seen, its facts."""
    before: Mapping[int, int]
    """For each row number of an entry, its place at the meeting before."""
