"""Roles over time and the notification letter: who may get what, and what a letter must say."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from zvk_tui.domain.case_terms import CaseRole, LetterState
from zvk_tui.domain.letters import LETTER_DAYS, MOST_LETTER_DAYS, Letter, LetterProblem, letter_due, letter_refusal
from zvk_tui.domain.roles import RoleChange, RolePeriod, RoleProblem, followed_by, present, role_refusal

if TYPE_CHECKING:
    from tests.domain.conftest import Make

DAY: Final = date(2026, 11, 23)
DUE: Final = Letter(LetterState.DUE, DAY)
ROLES: Final = (CaseRole.PROCESS_DIRECTOR, CaseRole.CASE_COORDINATOR)
SENT: Final = Letter(LetterState.SENT, DAY, sent_on=DAY, addressees="ouders")
DEFERRED: Final = Letter(
    LetterState.DEFERRED, DAY, ground="onderzoek", deferred_by="Politie", recheck_on=DAY + timedelta(days=1)
)


@pytest.mark.parametrize(
    ("admitted", "due"),
    [
        (date(2026, 11, 23), date(2026, 12, 7)),
        (date(2026, 1, 31), date(2026, 2, 14)),
        (date(2024, 2, 15), date(2024, 2, 29)),
        (date(2026, 12, 25), date(2027, 1, 8)),
    ],
)
def test_a_letter_is_due_two_weeks_after_admission(admitted: date, due: date) -> None:
    """A letter is due 14 days after admission, unless the chamber sets another number; a month is the most."""
    assert letter_due(admitted) == Letter(LetterState.DUE, due)
    assert letter_due(admitted, 1).due_on == admitted + timedelta(days=1)
    assert LETTER_DAYS <= MOST_LETTER_DAYS


@pytest.mark.parametrize(
    ("letter", "look_on"),
    [(DUE, DAY), (DEFERRED, DAY + timedelta(days=1)), (SENT, None)],
)
def test_a_letter_needs_somebody_until_it_is_sent(letter: Letter, look_on: date | None) -> None:
    """A letter that is due needs somebody on its day, a deferred one on the day to look again, a sent one never."""
    assert letter.look_on == look_on
    assert letter.days_late(DAY + timedelta(days=1)) == (1 if letter is DUE else 0)
    assert letter.days_late(DAY) == 0


@pytest.mark.parametrize(
    ("letter", "problem"),
    [
        (SENT, None),
        (DEFERRED, None),
        (Letter(LetterState.SENT, DAY, addressees="ouders"), LetterProblem.NO_DAY),
        (Letter(LetterState.SENT, DAY, DAY + timedelta(days=1), "ouders"), LetterProblem.FUTURE),
        (Letter(LetterState.SENT, DAY, DAY, " "), LetterProblem.NO_ADDRESSEES),
        (Letter(LetterState.DEFERRED, DAY), LetterProblem.NO_GROUND),
        (Letter(LetterState.DEFERRED, DAY, ground="x"), LetterProblem.NO_DEFERRER),
        (Letter(LetterState.DEFERRED, DAY, ground="x", deferred_by="y"), LetterProblem.NO_RECHECK),
        (
            Letter(LetterState.DEFERRED, DAY, ground="x", deferred_by="y", recheck_on=DAY),
            LetterProblem.RECHECK_PAST,
        ),
    ],
)
def test_a_letter_says_what_it_must(letter: Letter, problem: LetterProblem | None) -> None:
    """A sent letter says to whom and when, a deferred one its ground, who named it, and a day to look again."""
    assert letter_refusal(DUE, letter, DAY) is problem


def test_a_letter_is_sent_once() -> None:
    """What was sent is not sent or deferred again; what was deferred can be sent after all."""
    assert letter_refusal(SENT, SENT, DAY) is LetterProblem.NOT_DUE
    assert letter_refusal(DEFERRED, SENT, DAY) is None


def period(make: "Make", role: CaseRole, number: int, until: date | None = None) -> RolePeriod:
    """Return a period that began ten days ago."""
    return RolePeriod(role, make.person(number, f"P. Roef {number}"), DAY - timedelta(days=10), until, number)


def test_one_holder_at_a_time(make: "Make") -> None:
    """Out of all periods the present one counts; a period holds from its first day until, not on, its last."""
    past = period(make, CaseRole.CASE_COORDINATOR, 1, DAY - timedelta(days=2))
    now = period(make, CaseRole.CASE_COORDINATOR, 2)
    assert present([past, now]) == {CaseRole.CASE_COORDINATOR: now}
    assert [past.holds(DAY - timedelta(days=days)) for days in (11, 10, 3, 2)] == [False, True, True, False]
    assert now.holds(DAY)


def test_the_process_director_follows_the_plan(make: "Make") -> None:
    """Without a process director it is the case director; without either nobody."""
    process, case = period(make, CaseRole.PROCESS_DIRECTOR, 1), period(make, CaseRole.CASE_DIRECTOR, 2)
    assert followed_by(present([process, case])) == process
    assert followed_by(present([case])) == case
    assert followed_by(present([])) is None


@pytest.mark.parametrize(
    ("role", "number", "days", "problem"),
    [
        (CaseRole.CASE_COORDINATOR, 2, 0, None),
        (CaseRole.CASE_COORDINATOR, 2, -10, None),
        (CaseRole.CASE_COORDINATOR, None, 0, None),
        (CaseRole.CASE_COORDINATOR, 1, 0, RoleProblem.SAME_HOLDER),
        (CaseRole.CASE_COORDINATOR, 2, -11, RoleProblem.BEFORE_HOLDER),
        (CaseRole.CASE_COORDINATOR, 2, 1, RoleProblem.FUTURE),
        (CaseRole.CASE_COORDINATOR, 2, -31, RoleProblem.BEFORE_REGISTRATION),
        (CaseRole.PROCESS_DIRECTOR, 2, -30, None),
        (CaseRole.PROCESS_DIRECTOR, None, 0, RoleProblem.NO_HOLDER),
        (CaseRole.PAD_COACH, 2, 0, RoleProblem.OTHER_ROLE),
    ],
)
def test_a_role_is_given_on_a_day_that_fits(
    make: "Make", role: CaseRole, number: int | None, days: int, problem: RoleProblem | None
) -> None:
    """A role of the approach passes to somebody else from a day on that has come and on which it was known."""
    now = period(make, CaseRole.CASE_COORDINATOR, 1)
    holder = make.person(number, f"P. Roef {number}") if number else None
    change = RoleChange(role, holder, DAY + timedelta(days=days))
    assert role_refusal([now], change, DAY - timedelta(days=30), DAY, ROLES) is problem


def test_somebody_who_left_gets_no_role(make: "Make") -> None:
    """Who no longer takes part in the chamber gets no role."""
    change = RoleChange(CaseRole.PROCESS_DIRECTOR, make.person(3, active=False), DAY)
    assert role_refusal([], change, DAY, DAY, ROLES) is RoleProblem.INACTIVE
