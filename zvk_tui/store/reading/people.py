"""Partners, professionals and cases as values of the domain."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Result, inspect
from sqlalchemy import select as sa_select
from sqlmodel import Session, SQLModel, col, select

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.partners import Chain, Directory, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.store.tables import CaseRow, PartnerRow, PersonRow, ProfessionalRow


class People:
    """All partners and professionals by row number; small enough to hold while a page is read."""

    def __init__(self, session: Session) -> None:
        self.partners = {row.id: _partner(row) for row in _plain_rows(session, PartnerRow)}
        self.professionals = {row.id: self._professional(row) for row in _plain_rows(session, ProfessionalRow)}

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

    def case_file(self, row: CaseRow, person: PersonRow) -> CaseFile:
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


def subject_value(row: PersonRow) -> Subject:
    """Return the person or group of a row."""
    return Subject(row.given_names, row.prefix, row.surname, row.birth_date, row.group_name)


def known(row_id: int | None) -> int:
    """Return the number of a row that has been stored."""
    assert row_id is not None  # noqa: S101 - narrows the type; a stored row has a number
    return row_id


def cases(session: Session, people: People, row_ids: Iterable[int] | None = None) -> dict[int, CaseFile]:
    """Return cases by row number: those asked for, or all live ones."""
    query = select(CaseRow, PersonRow).join(PersonRow, col(PersonRow.id) == CaseRow.person_id)
    if row_ids is None:
        query = query.where(CaseRow.phase != Phase.CLOSED)
    else:
        query = query.where(col(CaseRow.id).in_(set(row_ids)))
    return {known(row.id): people.case_file(row, person) for row, person in session.exec(query)}


def open_to_all() -> ColumnElement[bool]:
    """Return the condition that a case may be listed and found by everybody who opens the vault.

    The radicalisation approach has its own law and its own circle (Stb. 2025, 78): its cases are in no list, search
    or agenda that is not made for those who are admitted to it.
    """
    return col(CaseRow.approach) != Approach.RADICALISATION


def _plain_rows(session: Session, table: type[SQLModel]) -> Result[Any]:
    """Return the rows of a whole table as named tuples: a tenth of the cost of objects that can be written back."""
    return session.connection().execute(sa_select(*inspect(table).columns))


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
