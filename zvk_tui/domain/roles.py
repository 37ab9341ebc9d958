"""Who has which role in a case, and since when (seed l.145-154, 296-299, 345-353).

There is one holder at a time; changing a role begins a new period.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from zvk_tui.domain.case_terms import CaseRole
from zvk_tui.domain.partners import Professional

Holder = TypeVar("Holder")
"""Somebody, or the row number of somebody."""


@dataclass(frozen=True, slots=True)
class RolePeriod:
    """Somebody's role in a case over a period."""

    role: CaseRole
    holder: Professional
    from_on: date
    until_on: date | None = None
    """The first day on which they no longer have it; None while they do."""
    id: int = 0

    def holds(self, on: date) -> bool:
        """Return whether the role was theirs on a day."""
        return self.from_on <= on and (self.until_on is None or on < self.until_on)


class RoleProblem(StrEnum):
    """Why a role cannot change so."""

    OTHER_ROLE = "other_role"
    """The approach does not have this role."""
    FUTURE = "future"
    BEFORE_REGISTRATION = "before_registration"
    BEFORE_HOLDER = "before_holder"
    """It lies before the day on which the present holder began."""
    SAME_HOLDER = "same_holder"
    NO_HOLDER = "no_holder"
    """Nobody has the role, so nobody can give it up."""
    INACTIVE = "inactive"
    """They no longer take part in the chamber."""


def present(periods: Iterable[RolePeriod]) -> dict[CaseRole, RolePeriod]:
    """Return who has each role now: one at a time, and exactly one partner that coordinates."""
    return {period.role: period for period in periods if period.until_on is None}


def followed_by(now: Mapping[CaseRole, Holder]) -> Holder | None:
    """Return who follows the plan, out of who has which role now: the process director, or else the case director."""
    return now.get(CaseRole.PROCESS_DIRECTOR) or now.get(CaseRole.CASE_DIRECTOR)


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A role that somebody gets from a day on, or that ends."""

    role: CaseRole
    holder: Professional | None
    """None when the role ends and nobody takes it over."""
    on: date


def role_refusal(
    periods: Iterable[RolePeriod], change: RoleChange, registered_on: date, today: date, roles: Iterable[CaseRole]
) -> RoleProblem | None:
    """Return why a role cannot change so, None when it can.

    Args:
        periods: what the case has now and had before.
        change: the role, who gets it, and from when.
        registered_on: the day on which the case was registered.
        today: the day of today.
        roles: the roles that the approach has.
    """
    now = present(periods).get(change.role)
    problems = {
        RoleProblem.OTHER_ROLE: change.role not in roles,
        RoleProblem.FUTURE: change.on > today,
        RoleProblem.BEFORE_REGISTRATION: change.on < registered_on,
        RoleProblem.NO_HOLDER: now is None and change.holder is None,
        RoleProblem.SAME_HOLDER: now is not None and change.holder is not None and now.holder.id == change.holder.id,
        RoleProblem.BEFORE_HOLDER: now is not None and change.on < now.from_on,
        RoleProblem.INACTIVE: change.holder is not None and not change.holder.active,
    }
    return next((problem for problem, holds in problems.items() if holds), None)
