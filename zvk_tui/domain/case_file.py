"""Case files and the people they are about."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.partners import Professional

_PARTICLES = frozenset({"de", "den", "der", "van", "von", "het", "ter", "ten", "te", "in", "op", "en", "el", "al"})


class Approach(StrEnum):
    """The three approaches of the chamber (seed l.20-27)."""

    ALL_AGES = "0_100"
    PAD = "pad"
    RADICALISATION = "radicalisation"


class Track(StrEnum):
    """A track or label within an approach (seed l.485-496, 508-510)."""

    REGULAR = "regular"
    RIVAL_YOUTH = "rival_youth"
    STRAATKRACHT = "straatkracht"


class Phase(StrEnum):
    """Where a case is in its life (seed l.143-162; Wgs art. 2.26)."""

    REFERRED = "referred"
    TRIAGE = "triage"
    APPROACH = "approach"
    MONITORING = "monitoring"
    SCALED_UP = "scaled_up"
    SCALING_DOWN = "scaling_down"
    CLOSED = "closed"


class NameStyle(StrEnum):
    """How the person a case is about is named on screen and paper."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Subject:
    """The person or group a case is about (betrokkene); names live here and nowhere else."""

    given_names: str = ""
    prefix: str = ""
    """The prefix of the surname ("de", "van der"), or nothing."""
    surname: str = ""
    birth_date: date | None = None
    group_name: str = ""
    """For a group or family: what the table calls it; then there are no other names."""

    @property
    def full_name(self) -> str:
        """The name as people say it: "Jan de Vries"."""
        return self.group_name or " ".join(p for p in (self.given_names, self.prefix, self.surname) if p)

    @property
    def doubly_named(self) -> bool:
        """Whether both a person and a group are named; the group hides the person, so it is one or the other."""
        return bool(self.group_name.strip()) and bool(f"{self.given_names}{self.prefix}{self.surname}".strip())

    @property
    def initials(self) -> str:
        """First letters only: "J. d. V."; a group gives the first letter of every word."""
        words = self.full_name.split()
        return " ".join(f"{next((sign for sign in word if sign.isalnum()), word[0])}." for word in words)

    @property
    def name_words(self) -> tuple[str, ...]:
        """The words of the name that point to this person, for masking in free text.

        A double name ("Jansen-Bakker") gives its halves as well; "de" and "van der" point to nobody.
        """
        words = f"{self.group_name} {self.given_names} {self.surname}".split()
        parts = dict.fromkeys(part for word in words for part in (word, *re.split(r"[-/]", word)))
        return tuple(part for part in parts if len(part) > 1 and part not in _PARTICLES)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case of the chamber, known by its pseudonymous number."""

    id: int
    ref: str
    """The case number ("D26-0042"), free of personal data."""
    approach: Approach
    phase: Phase
    subject: Subject
    registered_on: date
    track: Track = Track.REGULAR
    goal: str = ""
    director: Professional | None = None
    """The process or case director who follows the plan."""
    coordinator: Professional | None = None
    """The case coordinator: one partner who keeps the overview (seed l.152-154)."""
    last_discussed: date | None = None
    next_discussion: date | None = None

    @property
    def live(self) -> bool:
        """Whether the case is still being worked on."""
        return self.phase is not Phase.CLOSED

    def named(self, style: NameStyle) -> str:
        """The case's person in the given style: a full name, initials, or nothing."""
        match style:
            case NameStyle.FULL:
                return self.subject.full_name
            case NameStyle.INITIALS:
                return self.subject.initials
            case NameStyle.NONE:
                return ""
