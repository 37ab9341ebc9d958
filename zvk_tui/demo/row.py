"""One line of the table of cases, as it is read."""

from dataclasses import dataclass

from zvk_tui.domain.case_file import Approach, Phase, Subject, Track
from zvk_tui.domain.case_terms import CaseLabel


@dataclass(frozen=True, slots=True)
class Meet:
    """A case on the agenda of one meeting."""

    number: int
    mark: str = ""
    """`r` a new registration, `s` skipped, `m` moved, or nothing."""

    @property
    def discussed(self) -> bool:
        """Whether the table came to it."""
        return self.mark not in {"s", "m"}


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the table."""

    story: str
    approach: Approach
    phase: Phase
    track: Track
    subject: Subject
    age: int
    registered: int
    """Days since its registration."""
    coordinator: str
    """The short name of the coordinating partner."""
    goal: str
    label: CaseLabel | None = None
    series: str = ""
    meets: tuple[Meet, ...] = ()
    planned: int | None = None
    """The number of the meeting it is planned for."""
    last_days: int | None = None
    """Days from today to its last discussion, outside the history."""
    next_days: int | None = None
    """Days from today to its next discussion, outside the history."""
