"""Registrations under way, people who may be the same, and how a registered case came to the chamber."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func
from sqlalchemy import select as sa_select
from sqlmodel import Session, and_, col, or_, select

from zvk_tui.domain.approaches import AgeVerdict
from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.case_terms import CircleRelation, EventKind, LifeDomain
from zvk_tui.domain.criteria import CriteriaVerdict, CriterionAnswer
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm, form_from_plain
from zvk_tui.domain.matching import Likeness, Sought
from zvk_tui.domain.partners import Chain
from zvk_tui.domain.referral import Alike, CircleRecord, OpenIntake, Referral
from zvk_tui.domain.tracing import Traces, traces
from zvk_tui.store.admission import is_admitted, may_see, open_in
from zvk_tui.store.case_tables import CaseEventRow, CircleMemberRow, CriterionAnswerRow, IntakeRow, ReferralRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.life import hidden_refs
from zvk_tui.store.reading.people import People, cases, known
from zvk_tui.store.tables import CaseRow, PersonRow

_MOST: Final = 500
"""People that are compared at the most: a name that is shared by more says too little."""

_NAMESAKES: Final = 20
"""People of the same full name that are looked at whatever their date of birth, the newest first."""


class Intakes:
    """Reads registrations."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self) -> tuple[OpenIntake, ...]:
        """Return the registrations that are not finished, the newest first; not those of an approach that is closed."""
        with self._desk.reading() as session:
            return tuple(unfinished(session))[::-1]

    def get(self, intake_id: int) -> IntakeForm | None:
        """Return a registration that is not finished; None when it is finished, dropped or closed to this key slot."""
        return next((one.form for one in self.open() if one.id == intake_id), None)

    def alike(self, subject: Subject, limit: int = 8) -> tuple[Alike, ...]:
        """Return cases of people who may be `subject`, the most alike first; not what is shielded or closed to us."""
        with self._desk.reading() as session:
            people = {row.id: subject_of(row) for row in _likely_people(session, traces(subject))}
            sought = Sought(subject)
            found = {number: sought.likeness(person) for number, person in people.items()}
            alike = {number: likeness for number, likeness in found.items() if likeness.alike}
            nearest = sorted(alike, key=lambda number: (-alike[number].grade, -number))
            return tuple(_cases_alike(session, alike, nearest))[:limit]

    def referral(self, case_id: int) -> Referral | None:
        """Return how a case came to the chamber; None when that is not known, or closed to this key slot."""
        with self._desk.reading() as session:
            row = session.exec(select(ReferralRow).where(ReferralRow.case_id == case_id)).first()
            return _referral(session, row) if row is not None and may_see(session, case_id) else None

    def circle(self, case_id: int) -> tuple[CircleRecord, ...]:
        """Return the direct circle of the person of a case, through that case only (Bgs art. 2.19)."""
        with self._desk.reading() as session:
            if not may_see(session, case_id):
                return ()
            query = select(CircleMemberRow).where(CircleMemberRow.case_id == case_id).order_by(col(CircleMemberRow.id))
            return tuple(CircleRecord(known(row.id), _member(row)) for row in session.exec(query))


def unfinished(session: Session) -> Iterator[OpenIntake]:
    """Yield the registrations that are not finished, the oldest first; not those of an approach that is closed."""
    for row in session.exec(select(IntakeRow).order_by(col(IntakeRow.saved_at), col(IntakeRow.id))):
        form = form_from_plain(row.content)
        if is_admitted(session, form.approach):
            yield OpenIntake(known(row.id), form, row.saved_at, row.by)


def subject_of(row: Any) -> Subject:
    """Return the person of a row, or of a part of one."""
    return Subject(row.given_names, row.prefix, row.surname, row.birth_date, row.group_name)


def _likely_people(session: Session, sought: Traces) -> list[Any]:
    """Return the few people of whom the name or date of birth is near; found by indexes, and one scan of the names."""
    near = {number for way in _ways(sought) for number in session.connection().execute(way).scalars()}
    columns = (PersonRow.id, PersonRow.given_names, PersonRow.prefix, PersonRow.surname, PersonRow.birth_date)
    query = sa_select(*columns, PersonRow.group_name)  # type: ignore[call-overload]
    return list(session.connection().execute(query.where(col(PersonRow.id).in_(near)))) if near else []


def _ways(sought: Traces) -> Iterator[Select[Any]]:
    """Yield a query for each way to find people; each uses an index of its own."""
    number, key, born = col(PersonRow.id), col(PersonRow.name_key), col(PersonRow.birth_date)
    if sought.births:
        yield sa_select(number).where(born.in_(sought.births)).limit(_MOST)
    if sought.names:
        yield sa_select(number).where(key.in_(sought.names)).order_by(number.desc()).limit(_NAMESAKES)
    if sought.starts:
        yield _born_so(sought, or_(*(and_(key >= start, key < f"{start}\uffff") for start in sought.starts)))
    if sought.ends:
        yield _born_so(sought, or_(*(key.contains(end, autoescape=True) for end in sought.ends)))


def _born_so(sought: Traces, named: ColumnElement[bool]) -> Select[Any]:
    """Return the query for people of a name whose given name and date of birth can be those of who is sought.

    The names are searched by themselves, so that the index of the names is all that is read; only then the dates.
    """
    number, key = col(PersonRow.id), col(PersonRow.name_key)
    found = sa_select(number).where(named)
    if sought.initials:
        may_be = (key.contains(initial, autoescape=True) for initial in sought.initials)
        found = found.where(or_(key.endswith(", "), *may_be))
    if sought.any_birth:
        return found.limit(_MOST)
    first, last = (date(sought.year, 1, 1), date(sought.year, 12, 31)) if sought.year else (date.min, date.min)
    born = func.coalesce(PersonRow.birth_date, first).between(first, last)
    return sa_select(number).where(number.in_(found), born).limit(_MOST)


def _cases_alike(session: Session, alike: dict[int, Likeness], nearest: list[int]) -> Iterator[Alike]:
    """Yield the cases of these people that may be seen, in the order of the people."""
    seen = (open_in(session), ~col(CaseRow.shielded), ~col(CaseRow.erased))
    query = select(CaseRow.person_id, CaseRow.id).where(col(CaseRow.person_id).in_(alike), *seen)
    numbers = {person: known(number) for person, number in session.exec(query)}
    found = cases(session, People(session), numbers.values())
    later = select(CaseEventRow.case_id, CaseEventRow.other_ref).where(
        CaseEventRow.kind == EventKind.RE_REGISTERED, col(CaseEventRow.case_id).in_(found)
    )
    told = session.exec(later.order_by(col(CaseEventRow.id))).all()
    hidden = hidden_refs(session, [ref for _number, ref in told])
    refs = {number: ref for number, ref in told if ref not in hidden}
    for person in nearest:
        if person in numbers:
            number = numbers[person]
            yield Alike(found[number], alike[person], refs.get(number, ""))


def _referral(session: Session, row: ReferralRow) -> Referral:
    people = People(session)
    answers = select(CriterionAnswerRow).where(CriterionAnswerRow.referral_id == row.id)
    rows = session.exec(answers.order_by(col(CriterionAnswerRow.id)))
    return Referral(
        on=row.on,
        partner=people.partner(row.partner_id),
        professional=people.professional(row.professional_id),
        pre_consult=row.pre_consult,
        reason=row.reason,
        request_goal=row.request_goal,
        domains=tuple(LifeDomain(word) for word in row.domains or ()),
        chains=tuple(Chain(word) for word in row.chains or ()),
        rules_version=row.rules_version,
        verdict=CriteriaVerdict(row.verdict) if row.verdict else None,
        age=AgeVerdict(row.age_verdict) if row.age_verdict else None,
        earlier_ref="" if hidden_refs(session, [row.earlier_ref]) else row.earlier_ref,
        answers=tuple(Answered(one.code, CriterionAnswer(one.answer), one.motive) for one in rows),
    )


def _member(row: CircleMemberRow) -> CircleMember:
    relation = CircleRelation(row.relation)
    return CircleMember(relation, row.given_names, row.prefix, row.surname, row.birth_date, row.note)
