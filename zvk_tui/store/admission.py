"""Who may see the cases of a closed approach.

The radicalisation approach has its own law and its own circle (Stb. 2025, 78): its cases are in no list, search,
agenda or file of who is not admitted to it, and nothing of them can be changed. Admission is given to a key slot, so a
vault that is opened with the recovery key sees none of them. It is a rule of the app and no lock of its own: every key
slot opens all pages of the vault.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import ColumnElement, exists, true
from sqlmodel import Session, and_, col, or_, select

from zvk_tui.domain.approaches import CLOSED_APPROACHES
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.case_tables import AdmissionRow
from zvk_tui.store.tables import CaseRow

_WHOLE: Final = "whole"
_SLOT: Final = "slot_id"


def open_in(session: Session) -> ColumnElement[bool]:
    """Return the condition that a case may be seen by who opened this session."""
    return true() if session.info.get(_WHOLE) else open_to_slot(session.info.get(_SLOT, ""))


def listed_in(session: Session) -> ColumnElement[bool]:
    """Return the condition that a case may stand in a list, on an agenda or on a card with more than its number.

    What is shielded is read in its file only, by who says what for (Wgs art. 2.31(8)).
    """
    return true() if session.info.get(_WHOLE) else and_(open_in(session), ~col(CaseRow.shielded))


def open_to_slot(slot_id: str) -> ColumnElement[bool]:
    """Return the condition that a case may be seen with a key slot."""
    admitted = exists().where(col(AdmissionRow.slot_id) == slot_id, col(AdmissionRow.approach) == col(CaseRow.approach))
    return or_(col(CaseRow.approach).not_in(sorted(CLOSED_APPROACHES)), admitted)


def may_see(session: Session, case_id: int | None) -> bool:
    """Return whether a case may be seen by who opened this session; what is about no case may be seen by all."""
    return case_id is None or not closed_among(session, [case_id])


def closed_among(session: Session, case_ids: Iterable[int]) -> tuple[int, ...]:
    """Return those of some cases that are closed to who opened this session."""
    query = select(CaseRow.id).where(col(CaseRow.id).in_(set(case_ids)), ~open_in(session))
    return tuple(number for number in session.exec(query) if number is not None)


def refuse_closed(session: Session, case_ids: Iterable[int]) -> None:
    """Refuse to go on when one of these cases is closed to who opened this session.

    Raises:
        Refused: it is.
    """
    numbers = set(case_ids)
    if numbers and closed_among(session, numbers):
        raise Refused(N_("You are not admitted to this case."))


def is_admitted(session: Session, approach: str) -> bool:
    """Return whether who opened this session may see the cases of an approach."""
    if approach not in CLOSED_APPROACHES:
        return True
    query = select(AdmissionRow.id).where(
        AdmissionRow.slot_id == session.info.get(_SLOT, ""), AdmissionRow.approach == approach
    )
    return session.exec(query).first() is not None


@contextmanager
def whole(session: Session) -> Iterator[None]:
    """Let a rule that may lose nothing see every case; what is read inside is kept, and never shown."""
    session.info[_WHOLE] = True
    try:
        yield
    finally:
        del session.info[_WHOLE]
