"""One version of the rules of an approach, as a value.

A version is never changed: saving makes the next one, and a case keeps the number of the version that it was tested
against.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, LegalBasis, TriageOutcome
from zvk_tui.domain.criteria import Criterion, Tree

LONGEST_RETENTION: Final = 5
"""Years after the first processing at which data is destroyed at the latest (Wgs art. 1.8(7))."""
OLDEST: Final = 120
"""The highest age that a limit can have."""
MOST_REVIEW_WEEKS: Final = 52
"""The longest that a plan goes without a review, in weeks."""
AGE: Final = "leeftijd"
"""The code of the criterion that the date of birth answers."""
CLOSED_APPROACHES: Final = frozenset({Approach.RADICALISATION})
"""Approaches whose cases are seen only by who is admitted: they have their own law and circle (Stb. 2025, 78)."""


@dataclass(frozen=True, slots=True)
class ApproachRules:
    """One version of the rules of an approach."""

    approach: Approach
    version: int
    """Counts up from 1; version 1 holds the defaults."""
    valid_from: date | None
    """The day since which it counts; None for defaults that nobody has changed."""
    criteria: tuple[Criterion, ...]
    tree: Tree
    """How the criteria hang together."""
    age_from: int | None
    """The youngest age, None for no limit."""
    age_until: int | None
    """The first age that is too old, None for no limit: 12 until 27 means 12 to 26."""
    legal_basis: LegalBasis
    retention_years: int
    """Years after the first processing; 5 at the most (Wgs art. 1.8(7))."""
    roles: tuple[CaseRole, ...]
    outcomes: tuple[TriageOutcome, ...]
    closing_reasons: tuple[ClosingReason, ...]
    tracks: tuple[Track, ...]
    labels: tuple[CaseLabel, ...]
    review_weeks: int
    """Weeks after which a plan is reviewed."""
    sources: tuple[tuple[str, str], ...]
    """Where each field is written: its name, and a seed line, an article or a decision of the chamber."""

    def source(self, field: str) -> str:
        """Return where a field is written, nothing when nobody said so."""
        return dict(self.sources).get(field, "")


@dataclass(frozen=True, slots=True)
class RulesVersion:
    """A version of the rules and who saved it."""

    rules: ApproachRules
    by: str
    """Nothing for defaults that nobody has changed."""


def may_move(approach: Approach, to: Approach) -> bool:
    """Return whether a case may be moved from one approach to another.

    A case of a closed approach is never moved to an open one. Its whole past would go with it, from its registration
    to its statements, and so reach people who were never admitted to it; what was shared under the secrecy of the one
    law is not shared anew by a change of approach (Wgs art. 1.8 and 2.30; the act of Stb. 2025, 78). Such a case is
    closed, and the person is registered anew with what the new partners may know.
    """
    return approach not in CLOSED_APPROACHES or to in CLOSED_APPROACHES
