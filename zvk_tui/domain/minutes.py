"""The minutes of a meeting as one value, and the fingerprint that freezes them.

The canonical content is split in parts, one for the head and one for each agenda item. The fingerprint is the SHA-256
over the SHA-256 of every part, in order. So the personal data of one case can be erased later, part and all, while
its hash stays and the rest of the minutes can still be proved.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import Approach, Phase, Subject
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence, SeriesKind
from zvk_tui.domain.priority_list import LeaveReason, Movement
from zvk_tui.domain.record import ActionState, Answer, StatementKind


class MinutesStatus(StrEnum):
    """Whether minutes may still change."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """One line of the list of those present."""

    name: str
    function: str
    partner: str
    presence: Presence
    secrecy_signed_on: date | None = None
    """The date of the secrecy declaration of a guest or incidental participant."""


@dataclass(frozen=True, slots=True)
class ContributionLine:
    """What somebody brought in, with its source."""

    partner: str
    professional: str
    on: date
    kind: StatementKind
    text: str


@dataclass(frozen=True, slots=True)
class JudgementLine:
    """The judgement on one item."""

    text: str
    earlier_worked: Answer
    proportionate: Answer


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision as it was taken."""

    number: int
    text: str
    motive: str
    decided_by: str
    """The organisation that holds the legal power; nothing for the table together."""
    dissent: str = ""
    case_ref: str = ""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action as it stood when the meeting ended."""

    number: int
    text: str
    owner: str
    person: str
    due: date
    state: ActionState
    postponed_count: int = 0
    case_ref: str = ""


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """What the minutes say of one agenda item."""

    position: int
    kind: ItemKind
    title: str
    state: ItemState
    case_ref: str = ""
    subject: Subject | None = None
    approach: Approach | None = None
    phase: Phase | None = None
    goal: str = ""
    contributions: tuple[ContributionLine, ...] = ()
    judgement: JudgementLine | None = None
    decisions: tuple[DecisionLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    settled: tuple[ActionLine, ...] = ()
    """Earlier actions of which the outcome, or a new date, was recorded at this item."""

    @property
    def closed(self) -> bool:
        """Whether its case is closed to who reads: then its number is all there is."""
        return bool(self.case_ref) and self.approach is None


@dataclass(frozen=True, slots=True)
class PriorityPlace:
    """One place of the top 10 as it stood at the meeting: a part of its own, so that it can be erased with its case."""

    rank: int
    case_ref: str
    """Nothing for a group."""
    subject: Subject | None
    """The person or group; None when the case is closed to who reads."""
    movement: Movement | None
    """Against the meeting before that had the list on its agenda; None when the case is closed to who reads."""
    was: int | None = None
    """Its place then."""
    contact: str = ""
    """The fixed contact."""
    director: str = ""
    """The fixed case director."""
    decision: str = ""
    decided_on: date | None = None
    """When that was decided; None in minutes that were final before they told it, and of a closed case."""
    review_on: date | None = None
    weeks: int | None = None
    """Whole weeks on the list, on the day of the meeting."""


@dataclass(frozen=True, slots=True)
class PriorityLeft:
    """An entry that left the top 10 since the meeting before: a part of its own, without any name."""

    case_ref: str
    """Nothing for a group."""
    entered_on: date
    left_on: date
    reason: LeaveReason


@dataclass(frozen=True, slots=True)
class MinutesHead:
    """The head of the minutes."""

    chamber: str
    series: str
    series_kind: SeriesKind
    number: int
    on: date
    started: time | None
    ended: time | None
    place: str
    chair: str
    note_taker: str
    next_on: date | None
    presence: tuple[PresenceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting, complete, draft or final."""

    head: MinutesHead
    items: tuple[MinutesItem, ...]
    status: MinutesStatus = MinutesStatus.DRAFT
    version: int = 1
    """Counts up each time the minutes are finalised again after a reopening."""
    finalised_at: datetime | None = None
    finalised_by: str = ""
    fingerprint: str = ""
    """64 hexadecimal digits; nothing for a draft."""
    priority: tuple[PriorityPlace, ...] = ()
    """The top 10 as it stood, when it was on the agenda."""
    left: tuple[PriorityLeft, ...] = ()
    """Who left it since the meeting before."""

    @property
    def decisions(self) -> tuple[DecisionLine, ...]:
        """The decision list of this meeting, by number."""
        found = ((item, line) for item in self.items for line in item.decisions)
        lines = (replace(line, case_ref=line.case_ref or item.case_ref) for item, line in found)
        return tuple(sorted(lines, key=lambda line: line.number))

    @property
    def actions(self) -> tuple[ActionLine, ...]:
        """The action list of this meeting, by number."""
        found = ((item, line) for item in self.items for line in item.actions)
        lines = (replace(line, case_ref=line.case_ref or item.case_ref) for item, line in found)
        return tuple(sorted(lines, key=lambda line: line.number))


@dataclass(frozen=True, slots=True)
class SettledElsewhere:
    """An earlier action of a case, settled at an item about no case: a part of its own, so that it can be erased."""

    position: int
    """The item at which it was settled."""
    line: ActionLine


_TOLD_LATER: Final = frozenset({"decision", "decided_on", "review_on", "weeks"})
"""What minutes that became final earlier do not say of a place of the top 10; their hashes stay what they were."""

Part = MinutesHead | MinutesItem | SettledElsewhere | PriorityPlace | PriorityLeft
"""What the canonical content is split in."""


def split(minutes: Minutes) -> tuple[Part, ...]:
    """Return the parts of the minutes, head first; each is about one case or about none."""
    found: list[Part] = [minutes.head]
    for item in minutes.items:
        own = tuple(line for line in item.settled if line.case_ref in {"", item.case_ref})
        found.append(replace(item, settled=own))
        found.extend(SettledElsewhere(item.position, line) for line in item.settled if line not in own)
    return (*found, *minutes.priority, *minutes.left)


def closed_part(part: Part) -> Part | None:
    """Return what a part says to who may not see its case: an item or place its number, an action elsewhere nothing."""
    match part:
        case MinutesItem():
            return MinutesItem(part.position, part.kind, "", part.state, case_ref=part.case_ref)
        case SettledElsewhere() | PriorityLeft():
            return None
        case PriorityPlace():
            return PriorityPlace(part.rank, part.case_ref, None, None)
        case _:
            return part


def put_together(parts_found: Iterable[Part]) -> tuple[MinutesItem, ...]:
    """Return the items of minutes from their parts; what was erased is not among them."""
    items: dict[int, MinutesItem] = {}
    for part in parts_found:
        match part:
            case MinutesItem():
                items[part.position] = part
            case SettledElsewhere(position, line) if position in items:
                item = items[position]
                items[position] = replace(item, settled=(*item.settled, line))
    return tuple(items.values())


def places(parts_found: Iterable[Part]) -> tuple[PriorityPlace, ...]:
    """Return the top 10 of minutes from their parts; what was erased is not among them."""
    return tuple(part for part in parts_found if isinstance(part, PriorityPlace))


def left_list(parts_found: Iterable[Part]) -> tuple[PriorityLeft, ...]:
    """Return who left the top 10, from the parts of minutes; what was erased is not among them."""
    return tuple(part for part in parts_found if isinstance(part, PriorityLeft))


def part_ref(part: Part) -> str:
    """Return the number of the case that a part is about, nothing for none."""
    match part:
        case MinutesItem() | PriorityPlace() | PriorityLeft():
            return part.case_ref
        case SettledElsewhere():
            return part.line.case_ref
        case _:
            return ""


def canonical(part: Part) -> bytes:
    """Return the one way to write a part of the minutes down: sorted JSON in UTF-8, dates in ISO form."""
    plain = asdict(part)
    if isinstance(part, PriorityPlace) and part.decided_on is None:  # as it was written before minutes told these
        plain = {name: value for name, value in plain.items() if name not in _TOLD_LATER}
    written = json.dumps(
        plain,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        default=lambda value: value.isoformat(),
    )
    return written.encode()


def part_hash(content: bytes) -> str:
    """Return the SHA-256 of one canonical part, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(part_hashes: tuple[str, ...]) -> str:
    """Return the SHA-256 over the hashes of all parts, head first, in hexadecimal."""
    return hashlib.sha256("\n".join(part_hashes).encode()).hexdigest()


def parts(minutes: Minutes) -> tuple[bytes, ...]:
    """Return the canonical parts of the minutes, head first."""
    return tuple(canonical(part) for part in split(minutes))
