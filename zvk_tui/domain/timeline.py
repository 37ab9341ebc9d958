"""The timeline of a case: everything with a date in one story, the newest last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.life import CaseEvent


class TimelineKind(StrEnum):
    """What an entry of the timeline is, in the order in which entries of one day are told."""

    EVENT = "event"
    LETTER = "letter"
    POLICE = "police"
    MEETING = "meeting"
    DECISION = "decision"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry: what it was, and the parts that its sentence is made of."""

    on: date
    kind: TimelineKind
    key: int
    """The row number of the thing itself: an event, a letter, a police contact, an item, a decision, a plan."""
    event: CaseEvent | None = None
    word: StrEnum | None = None
    """The state of a letter, the kind of a police contact, the state of an item at a meeting."""
    number: int = 0
    """The number of a meeting or decision, the version of a plan."""
    title: str = ""
    """What it is called: a series of meetings, the source of a police contact, to whom a letter went."""
    text: str = ""
    """What was typed: a decision, a goal, a note, a ground."""


def in_order(entries: Iterable[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """Return entries as a story: by day, on one day by kind, and then as they were entered."""
    kinds = tuple(TimelineKind)
    return tuple(sorted(entries, key=lambda entry: (entry.on, kinds.index(entry.kind), entry.key)))
