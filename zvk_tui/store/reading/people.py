"""Partners, professionals and cases as values of the domain."""

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import ColumnElement, FromClause, Result, Select, inspect
from sqlalchemy import select as sa_select
from sqlmodel import Session, SQLModel, col

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.partners import Chain, Directory, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import is_admitted, listed_in, may_see, open_in, open_to_slot
from zvk_tui.store.desk import HELD, Desk
from zvk_tui.store.tables import CaseRow, PartnerRow, PersonRow, ProfessionalRow

__all__ = [
    "People",
    "cases",
    "is_admitted",
    "known",
    "listed_in",
    "may_see",
    "one_case",
    "open_in",
    "open_to",
    "rows",
    "subject_value",
    "whole",
]


class People:
    """All partners and professionals by row number; small enough to hold.

    They are read once and held by the desk until one of them changes; a session that writes reads them itself then.
    """

    def __init__(self, session: Session) -> None:
        held: dict[str, People] | None = session.info.get(HELD)
        there = held.get(HELD) if held else None
        self.partners: dict[int, Partner] = there.partners if there else {}
        self.professionals: dict[int, Professional] = there.professionals if there else {}
        if there is None:
            self._read(session)
            if held is not None and not session.autoflush:  # a session that only reads
                held[HELD] = self

    def _read(self, session: Session) -> None:
        for row in rows(session, sa_select(whole(PartnerRow))):
            self.partners[row.id] = _partner(row)
        for row in rows(session, sa_select(whole(ProfessionalRow))):
            self.professionals[row.id] = self._professional(row)

    def professional(self, row_id: int | None) -> Professional | None:
        """Return one professional, None for no number."""
        return self.professionals[row_id] if row_id is not None else None

    def partner(self, row_id: int | None) -> Partner | None:
        """Return one partner, None for no number."""
        return self.partners[row_id] if row_id is not None else None

    def directory(self) -> Directory:
        """Return everybody, by short name and by name."""
        return Directory(
            tuple(sorted(self.partners.values(), key=lambda partner: partner.short.casefold())),
            tuple(sorted(self.professionals.values(), key=lambda person: person.name.casefold())),
        )

    def case_file(self, row: Any, person: Any) -> CaseFile:
        """Return one case with its person."""
        return CaseFile(
            id=known(row.id),
            ref=row.ref,
            approach=Approach(row.approach),
            phase=Phase(row.phase),
            subject=subject_value(person),
            registered_on=row.registered_on,
            track=Track(row.track),
            goal=row.goal,
            director=self.professional(row.director_id),
            coordinator=self.professional(row.coordinator_id),
            last_discussed=row.last_discussed,
            next_discussion=row.next_discussion,
        )

    def _professional(self, row: Any) -> Professional:
        return Professional(
            row.id, row.name, row.function, self.partners[row.partner_id], row.secrecy_signed_on, row.active
        )


def subject_value(row: Any) -> Subject:
    """Return the person or group of a row."""
    return Subject(row.given_names, row.prefix, row.surname, row.birth_date, row.group_name)


def known(row_id: int | None) -> int:
    """Return the number of a row that has been stored."""
    assert row_id is not None  # noqa: S101 - narrows the type; a stored row has a number
    return row_id


def cases(
    session: Session, people: People, row_ids: Iterable[int] | None = None, *, shielded: bool = False
) -> dict[int, CaseFile]:
    """Return cases by row number: those asked for, or all live ones; what is closed to this key slot is left out.

    Args:
        session: the session.
        people: everybody.
        row_ids: the cases that are asked for.
        shielded: whether those that are shielded are among them; only the file of a case, and what must be erased,
            shows those.
    """
    named = (column for column in whole(PersonRow).columns if column.name not in whole(CaseRow).columns)
    query = sa_select(whole(CaseRow), *named).join(PersonRow, col(PersonRow.id) == CaseRow.person_id)
    query = query.where(open_in(session) if shielded else listed_in(session))
    if row_ids is None:
        query = query.where(col(CaseRow.phase) != Phase.CLOSED)
    else:
        query = query.where(col(CaseRow.id).in_(set(row_ids)))
    return {row.id: people.case_file(row, row) for row in rows(session, query)}


def one_case(session: Session, people: People, case_id: int) -> CaseFile:
    """Return one case for its own file, shielded or not.

    Raises:
        Refused: when there is no such case, or it is closed to the user.
    """
    found = cases(session, people, [case_id], shielded=True).get(case_id)
    if found is None:
        raise Refused(N_("This case is not there, or you are not admitted to it."))
    return found


def open_to(desk: Desk) -> ColumnElement[bool]:
    """Return the condition that a case may be seen by who opened the vault."""
    return open_to_slot(desk.slot_id)


def whole(table: type[SQLModel]) -> FromClause:
    """Return all columns of a table, to select them without making objects of its rows."""
    return cast("FromClause", inspect(table).local_table)


def rows(session: Session, query: Select[Any]) -> Result[Any]:
    """Return what a query finds as named tuples: a tenth of the cost of objects that can be written back."""
    if session.autoflush:
        session.flush()
    return session.connection().execute(query)


def _partner(row: Any) -> Partner:
    return Partner(
        row.id,
        row.name,
        row.short,
        PartnerKind(row.kind),
        Chain(row.chain),
        ParticipantStatus(row.status),
        row.active,
    )
