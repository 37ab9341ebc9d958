"""Who is admitted to a closed approach, and who may admit others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zvk_tui.domain.case_file import Approach


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """A key slot of the vault and whose it is."""

    slot_id: str
    name: str
    """Nothing for the recovery key."""
    recovery: bool = False


@dataclass(frozen=True, slots=True)
class Admission:
    """A key slot that is admitted to the cases of a closed approach."""

    approach: Approach
    slot_id: str
    name: str
    on: date
    by: str


class AdmissionProblem(StrEnum):
    """Why somebody cannot be admitted, or not be withdrawn."""

    NO_SLOT = "no_slot"
    ALREADY = "already"
    NOT_ADMITTED = "not_admitted"
    """Only who is admitted admits and withdraws others."""
    SELF_FIRST = "self_first"
    """While nobody is admitted, somebody begins with himself."""
    PASSPHRASE_FIRST = "passphrase_first"
    """The recovery key admits nobody: it belongs to no person."""
    NOT_THERE = "not_there"
    LAST = "last"
    """Without the last person nobody could admit anybody."""


@dataclass(frozen=True, slots=True)
class Circle:
    """The key slots of a vault, those that are admitted to one approach, and the one that opened the vault."""

    holders: tuple[KeyHolder, ...]
    admitted: Collection[str]
    own: str

    @property
    def first(self) -> bool:
        """Whether nobody is admitted: a slot that is no longer there counts for nothing."""
        return not self.people

    @property
    def people(self) -> frozenset[str]:
        """The slots of the people who are admitted; neither paper nor a slot that is no longer there counts."""
        return frozenset(one.slot_id for one in self.holders if not one.recovery and one.slot_id in self.admitted)

    def admission_problem(self, slot_id: str) -> AdmissionProblem | None:
        """Return why a slot cannot be admitted, None when it can."""
        holder = self._holder(slot_id)
        if holder is None:
            return AdmissionProblem.NO_SLOT
        if slot_id in self.admitted:
            return AdmissionProblem.ALREADY
        if self.first:
            return self._first_problem(slot_id)
        return None if self.own in self.admitted else AdmissionProblem.NOT_ADMITTED

    def withdrawal_problem(self, slot_id: str) -> AdmissionProblem | None:
        """Return why the admission of a slot cannot be withdrawn, None when it can."""
        if slot_id not in self.admitted:
            return AdmissionProblem.NOT_THERE
        if self.own not in self.admitted:
            return AdmissionProblem.NOT_ADMITTED
        return AdmissionProblem.LAST if self.people == {slot_id} else None

    def _first_problem(self, slot_id: str) -> AdmissionProblem | None:
        own = self._holder(self.own)
        if own is None or own.recovery:
            return AdmissionProblem.PASSPHRASE_FIRST
        return None if slot_id == self.own else AdmissionProblem.SELF_FIRST

    def _holder(self, slot_id: str) -> KeyHolder | None:
        return next((holder for holder in self.holders if holder.slot_id == slot_id), None)
