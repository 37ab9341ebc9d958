"""The records of the lists that can be imported and exported, as a list says them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, inspect
from sqlalchemy import select as sa_select
from sqlmodel import Session, col

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import CaseLabel, ClosingReason, PoliceContactKind
from zvk_tui.domain.columns import LIFE, Column, ListKind
from zvk_tui.domain.import_checks import CaseFacts, CaseList, day_of
from zvk_tui.domain.import_plan import Identity, Kept, VaultView, identity
from zvk_tui.domain.transfer import ReadLine, Record, Value
from zvk_tui.store.admission import open_in
from zvk_tui.store.case_tables import PlanRow, PoliceContactRow
from zvk_tui.store.reading.people import People
from zvk_tui.store.tables import CaseRow, PersonRow

_CHUNK: Final = 500
"""So many numbers are asked for in one query."""

_TERMS: Final[tuple[tuple[Column, type[StrEnum]], ...]] = (
    (Column.APPROACH, Approach),
    (Column.TRACK, Track),
    (Column.LABEL, CaseLabel),
    (Column.PHASE, Phase),
    (Column.CLOSING_REASON, ClosingReason),
)


def vault_view(session: Session, kind: ListKind, reads: Iterable[ReadLine]) -> VaultView:
    """Return what the vault has of the records that the lines of a file name, and nothing else of it."""
    people = People(session)
    match kind:
        case ListKind.PARTNERS:
            return VaultView(_by_identity(kind, partner_records(people)))
        case ListKind.PROFESSIONALS:
            return VaultView(_by_identity(kind, professional_records(people)))
        case _:
            refs = {str(read.record[Column.REF]) for read in reads if Column.REF in read.record}
            numbers = _case_ids(session, refs)
    found = [kept for some in _chunks(numbers) for kept in _cases(session, people, some)]
    if kind is ListKind.CASES:
        return VaultView(_by_identity(kind, found))
    contacts = [kept for some in _chunks(numbers) for kept in _contacts(session, some)]
    return VaultView(_by_identity(kind, contacts), _facts(found))


def all_records(session: Session, kind: ListKind, *, radicalisation: bool = False) -> Iterator[Record]:
    """Yield every record of a list that this key slot may see, one after the other.

    Cases that are shielded or erased are in no file; those of the approach to radicalisation, which have a law of
    their own (Stb. 2025, 78), only when they are asked for.
    """
    wanted = _seen(session) if radicalisation else (*_seen(session), col(CaseRow.approach) != Approach.RADICALISATION)
    people = People(session)
    match kind:
        case ListKind.PARTNERS:
            found: Iterable[Kept] = partner_records(people)
        case ListKind.PROFESSIONALS:
            found = professional_records(people)
        case ListKind.CASES:
            query = _case_query().where(*wanted).order_by(col(CaseRow.ref))
            found = (_case(row, people) for row in session.execute(query).yield_per(_CHUNK))
        case ListKind.POLICE:
            found = (_contact(row) for row in session.execute(_contact_query(session).where(*wanted)).yield_per(_CHUNK))
    yield from (kept.record for kept in found)


def partner_records(people: People) -> Iterator[Kept]:
    """Yield all partners, by short name."""
    for one in people.directory().partners:
        record: dict[Column, Value | None] = {
            Column.SHORT: one.short,
            Column.PARTNER_NAME: one.name,
            Column.PARTNER_KIND: one.kind,
            Column.CHAIN: one.chain,
            Column.STATUS: one.status,
            Column.ACTIVE: one.active,
        }
        yield Kept(one.id, _said(record))


def professional_records(people: People) -> Iterator[Kept]:
    """Yield all professionals, by organisation and name."""
    everybody = people.directory().professionals
    for one in sorted(everybody, key=lambda person: (person.partner.short.casefold(), person.name.casefold())):
        record: dict[Column, Value | None] = {
            Column.PARTNER: one.partner,
            Column.PERSON_NAME: one.name,
            Column.FUNCTION: one.function,
            Column.SECRECY_ON: one.secrecy_signed_on,
            Column.ACTIVE: one.active,
        }
        yield Kept(one.id, _said(record))


def _by_identity(kind: ListKind, found: Iterable[Kept]) -> Mapping[Identity, Sequence[Kept]]:
    by_identity: dict[Identity, list[Kept]] = defaultdict(list)
    for kept in found:
        by_identity[identity(kind, kept.record)].append(kept)
    return by_identity


def _facts(found: Iterable[Kept]) -> CaseList:
    by_ref: dict[str, CaseFacts] = {}
    for kept in found:
        ref = str(kept.record[Column.REF])
        by_ref[ref] = CaseFacts(kept.id, ref, day_of(kept.record, Column.BORN_ON), kept.open)
        by_ref.setdefault(ref.casefold(), by_ref[ref])
    return CaseList(by_ref)


def _case_ids(session: Session, refs: set[str]) -> list[int]:
    """Return the row numbers of the cases with these numbers, whatever their capitals."""
    wanted = {" ".join(ref.split()).casefold() for ref in refs}
    named = session.execute(sa_select(col(CaseRow.id), col(CaseRow.ref))) if wanted else ()
    return [number for number, ref in named if number is not None and " ".join(ref.split()).casefold() in wanted]


def _chunks(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))


def _case_query() -> Select[Any]:
    return sa_select(
        *(column for column in inspect(CaseRow).columns if column.key not in {"uid"}),
        *(col(getattr(PersonRow, name)) for name in ("given_names", "prefix", "surname", "birth_date", "group_name")),
        exists().where(col(PlanRow.case_id) == CaseRow.id).label("planned"),
    ).join(PersonRow, col(PersonRow.id) == CaseRow.person_id)


def _seen(session: Session) -> tuple[ColumnElement[bool], ...]:
    return open_in(session), col(CaseRow.shielded).is_(False), col(CaseRow.erased).is_(False)


def _cases(session: Session, people: People, numbers: Sequence[int]) -> Iterator[Kept]:
    """Yield some cases; of one that is closed to this key slot only that its number is taken."""
    query = _case_query().add_columns(and_(*_seen(session)).label("open")).where(col(CaseRow.id).in_(numbers))
    for row in session.execute(query.order_by(col(CaseRow.id))):
        yield _case(row, people) if row.open else Kept(row.id, {Column.REF: row.ref}, open=False)


def _case(row: Any, people: People) -> Kept:
    record: dict[Column, Value | None] = {
        Column.REF: row.ref,
        Column.GIVEN_NAMES: row.given_names,
        Column.PREFIX: row.prefix,
        Column.SURNAME: row.surname,
        Column.GROUP_NAME: row.group_name,
        Column.BORN_ON: row.birth_date,
        Column.REGISTERED_ON: row.registered_on,
        Column.GOAL: row.goal,
        Column.DIRECTOR: people.professional(row.director_id),
        Column.COORDINATOR: people.professional(row.coordinator_id),
        Column.LAST_DISCUSSED: row.last_discussed,
        Column.NEXT_DISCUSSION: row.next_discussion,
        Column.CLOSED_ON: row.closed_on,
    }
    terms = {column: kind(value) for column, kind in _TERMS if (value := getattr(row, column.value))}
    fixed = LIFE | {Column.GOAL} if row.planned else LIFE
    return Kept(row.id, _said({**record, **terms}), fixed=fixed)


def _contact_query(session: Session) -> Select[Any]:
    return (
        sa_select(*inspect(PoliceContactRow).columns, col(CaseRow.ref))
        .join(CaseRow, col(CaseRow.id) == PoliceContactRow.case_id)
        .where(*_seen(session))
        .order_by(col(CaseRow.ref), col(PoliceContactRow.on), col(PoliceContactRow.id))
    )


def _contacts(session: Session, case_ids: Sequence[int]) -> Iterator[Kept]:
    query = _contact_query(session).where(col(PoliceContactRow.case_id).in_(case_ids))
    return (_contact(row) for row in session.execute(query))


def _contact(row: Any) -> Kept:
    record: dict[Column, Value | None] = {
        Column.REF: row.ref,
        Column.CONTACT_ON: row.on,
        Column.CONTACT_KIND: PoliceContactKind(row.kind),
        Column.NEGATIVE: row.negative,
        Column.SOURCE: row.source,
        Column.NOTE: row.note,
        Column.WRONG_ON: row.wrong_on,
        Column.WRONG_REASON: row.wrong_reason,
    }
    return Kept(row.id, _said(record), current=row.wrong_on is None)


def _said(record: Mapping[Column, Value | None]) -> Record:
    """Return a record without what it does not say."""
    return {column: value for column, value in record.items() if value is not None and value != ""}
