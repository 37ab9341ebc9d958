"""Cases and partners, as lists to choose from."""

from datetime import date
from itertools import count
from typing import Final

from sqlalchemy import Integer, cast, func
from sqlmodel import Session, and_, col, or_, select

from zvk_tui.domain.case_file import CaseFile, Phase, Subject
from zvk_tui.domain.partners import Directory
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.people import People, cases, known, open_to, subject_value
from zvk_tui.store.tables import CaseRow, PersonRow

_FIGURES: Final = 6
"""So many figures a number has at the most: a year has no million cases."""


class Register:
    """Reads cases and partners."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def directory(self) -> Directory:
        """Return all partners and professionals."""
        with self._desk.reading() as session:
            return People(session).directory()

    def find_cases(self, words: str, limit: int = 50) -> tuple[CaseFile, ...]:
        """Return live cases of which the number or a name holds every word, by number; at most `limit`."""
        query = (
            select(CaseRow.id)
            .join(PersonRow, col(PersonRow.id) == CaseRow.person_id)
            .where(CaseRow.phase != Phase.CLOSED, open_to(self._desk))
            .order_by(col(CaseRow.ref))
            .limit(limit)
        )
        named = (PersonRow.given_names, PersonRow.prefix, PersonRow.surname, PersonRow.group_name, CaseRow.ref)
        for word in words.split():
            query = query.where(or_(*(col(field).icontains(word, autoescape=True) for field in named)))
        with self._desk.reading() as session:
            numbers = [known(number) for number in session.exec(query)]
            found = cases(session, People(session), numbers)
            return tuple(found[number] for number in numbers)

    def next_ref(self, today: date) -> str:
        """Return the next free case number of this year: "D26-0042"."""
        with self._desk.reading() as session:
            return next_ref(session, today)

    def subject(self, ref: str) -> Subject | None:
        """Return the person of a case by its number, None when there is no such case or it is closed to the user."""
        query = (
            select(CaseRow, PersonRow)
            .join(PersonRow, col(PersonRow.id) == CaseRow.person_id)
            .where(CaseRow.ref == ref, open_to(self._desk))
        )
        with self._desk.reading() as session:
            found = session.exec(query).first()
            return subject_value(found[1]) if found else None


def next_ref(session: Session, today: date) -> str:
    """Return the number after the highest of this year, however those before it were written: "D26-95" is one too.

    What has more figures than a chamber ever counts, or other signs, is no number of ours; it is only stepped over.
    """
    year = f"D{today.year % 100:02}-"
    ref, tail = col(CaseRow.ref), func.substr(CaseRow.ref, len(year) + 1)
    within = (and_(ref >= start, ref < f"{start[:-1]}.") for start in (year, year.lower()))
    figures = func.ltrim(tail, "0123456789") == "", func.length(tail) <= _FIGURES
    number = session.exec(select(func.max(cast(tail, Integer))).where(or_(*within), *figures)).one() or 0
    free = (f"{year}{after:04}" for after in count(number + 1))
    return next(one for one in free if not session.exec(select(ref).where(ref.in_((one, one.lower())))).first())
