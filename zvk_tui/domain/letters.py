"""The notification letter: due on admission, then sent, or deferred with a ground (seed l.469-479; Bgs art. 1.3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_terms import LetterState

LETTER_DAYS: Final = 14
"""Days after admission within which the letter is sent, unless the chamber sets another number; the seed names none."""

MOST_LETTER_DAYS: Final = 30
"""The law allows a month at the most (GDPR art. 14(3)(a))."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The notification letter of a case."""

    state: LetterState
    due_on: date
    """The day by which it must be sent."""
    sent_on: date | None = None
    addressees: str = ""
    """To whom it was sent: the person, parents or carers."""
    ground: str = ""
    """Why it is deferred: an exception that a participant named."""
    deferred_by: str = ""
    """The participant that named the ground."""
    recheck_on: date | None = None
    """The day on which it is looked at again whether the ground still holds."""
    id: int = 0

    @property
    def look_on(self) -> date | None:
        """The day on which it needs somebody; None once it was sent."""
        return {LetterState.DUE: self.due_on, LetterState.DEFERRED: self.recheck_on}.get(self.state)

    def days_late(self, today: date) -> int:
        """Return how many days it is too late, 0 when it is not."""
        day = self.look_on
        return max(0, (today - day).days) if day else 0


class LetterProblem(StrEnum):
    """Why a letter cannot be recorded so."""

    NOT_DUE = "not_due"
    """It was sent already."""
    NO_DAY = "no_day"
    FUTURE = "future"
    NO_ADDRESSEES = "no_addressees"
    NO_GROUND = "no_ground"
    NO_DEFERRER = "no_deferrer"
    NO_RECHECK = "no_recheck"
    RECHECK_PAST = "recheck_past"
    """A day to look again lies after today."""


def letter_due(admitted_on: date, days: int = LETTER_DAYS) -> Letter:
    """Return the letter that is due on admission."""
    return Letter(LetterState.DUE, admitted_on + timedelta(days=days))


def letter_refusal(before: Letter, letter: Letter, today: date) -> LetterProblem | None:
    """Return why a letter cannot be recorded so, None when it can."""
    if before.state is LetterState.SENT:
        return LetterProblem.NOT_DUE
    recheck = letter.recheck_on
    problems = {
        LetterState.SENT: {
            LetterProblem.NO_DAY: letter.sent_on is None,
            LetterProblem.FUTURE: letter.sent_on is not None and letter.sent_on > today,
            LetterProblem.NO_ADDRESSEES: not letter.addressees.strip(),
        },
        LetterState.DEFERRED: {
            LetterProblem.NO_GROUND: not letter.ground.strip(),
            LetterProblem.NO_DEFERRER: not letter.deferred_by.strip(),
            LetterProblem.NO_RECHECK: recheck is None,
            LetterProblem.RECHECK_PAST: recheck is not None and recheck <= today,
        },
    }
    found = problems.get(letter.state, {LetterProblem.NO_DAY: True})
    return next((problem for problem, holds in found.items() if holds), None)
