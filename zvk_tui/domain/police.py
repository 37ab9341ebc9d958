"""What is known of somebody's contacts with the police, and up to which day (seed l.550-557)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.dates import add_months

NEVER_NEGATIVE: Final = frozenset({PoliceContactKind.VICTIM, PoliceContactKind.WITNESS})
"""Kinds of contact in which nobody is in view negatively, whatever happened."""

_USUALLY_NEGATIVE: Final = frozenset({PoliceContactKind.SUSPECT, PoliceContactKind.NUISANCE, PoliceContactKind.OTHER})


@dataclass(frozen=True, slots=True)
class PoliceContact:
    """One contact with the police."""

    id: int
    on: date
    kind: PoliceContactKind
    negative: bool
    """Whether the person came into view negatively, as who told it judges."""
    source: str
    """Who told it: an organisation or a system."""
    note: str = ""
    entered_on: date | None = None
    wrong_on: date | None = None
    """Since when it is known to be wrong; None while it stands."""
    wrong_reason: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was not marked as wrong."""
        return self.wrong_on is None

    @property
    def counts(self) -> bool:
        """Whether it counts as negative in view: it stands, is negative, and is not as victim or witness."""
        return self.stands and self.negative and self.kind not in NEVER_NEGATIVE


@dataclass(frozen=True, slots=True)
class KnownUntil:
    """The day up to which police information is known (peildatum), as somebody told it."""

    until: date
    entered_on: date
    source: str

    def age(self, today: date) -> int:
        """Days since the day up to which is known."""
        return (today - self.until).days


@dataclass(frozen=True, slots=True)
class PoliceFacts:
    """All that is known of the police contacts of one case."""

    contacts: tuple[PoliceContact, ...] = ()
    """Newest first; those that were wrong are among them."""
    known: tuple[KnownUntil, ...] = ()
    """What was told of the peildatum, the newest entry first."""

    @property
    def known_until(self) -> KnownUntil | None:
        """The peildatum that counts: the one entered last, None when nobody ever told one."""
        return self.known[0] if self.known else None

    @property
    def last_negative(self) -> PoliceContact | None:
        """The newest contact that counts as negative, None when there is none."""
        return max((contact for contact in self.contacts if contact.counts), key=lambda one: one.on, default=None)


class PoliceProblem(StrEnum):
    """Why a contact or a peildatum cannot be entered."""

    FUTURE = "future"
    BEFORE_BIRTH = "before_birth"
    NEVER_NEGATIVE = "never_negative"
    NO_SOURCE = "no_source"
    KNOWN_FUTURE = "known_future"


def usually_negative(kind: PoliceContactKind) -> bool:
    """Return whether a kind of contact means negative in view unless somebody says otherwise."""
    return kind in _USUALLY_NEGATIVE


def contact_problem(contact: PoliceContact, born: date | None, today: date) -> PoliceProblem | None:
    """Return why a contact cannot be entered, None when it can."""
    if contact.on > today:
        return PoliceProblem.FUTURE
    if born is not None and contact.on < born:
        return PoliceProblem.BEFORE_BIRTH
    if contact.negative and contact.kind in NEVER_NEGATIVE:
        return PoliceProblem.NEVER_NEGATIVE
    return None if contact.source.strip() else PoliceProblem.NO_SOURCE


def known_problem(until: date, source: str, today: date) -> PoliceProblem | None:
    """Return why a peildatum cannot be entered, None when it can."""
    if until > today:
        return PoliceProblem.KNOWN_FUTURE
    return None if source.strip() else PoliceProblem.NO_SOURCE


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many contacts there were in one calendar month."""

    first: date
    """The first day of the month."""
    negative: int = 0
    other: int = 0

    @property
    def all(self) -> int:
        """All contacts of the month."""
        return self.negative + self.other


def months(contacts: Iterable[PoliceContact], until: date, count: int = 12) -> tuple[MonthCount, ...]:
    """Return the contacts per calendar month, oldest month first; the last is the month of `until`."""
    newest = until.replace(day=1)
    return counted(contacts, (add_months(newest, -back) for back in range(count - 1, -1, -1)))


def counted(contacts: Iterable[PoliceContact], firsts: Iterable[date]) -> tuple[MonthCount, ...]:
    """Return the contacts of the months that begin on these days; what was marked as wrong counts for nothing."""
    standing = [contact for contact in contacts if contact.stands]
    found = []
    for first in firsts:
        ours = [contact for contact in standing if contact.on.replace(day=1) == first]
        negative = sum(contact.counts for contact in ours)
        found.append(MonthCount(first, negative, len(ours) - negative))
    return tuple(found)
