"""The rows that a line of an import makes or changes, inside the transaction of the whole import."""

from datetime import date
from typing import Final

from sqlmodel import Session

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.case_terms import CaseRole
from zvk_tui.domain.columns import Column, ListKind
from zvk_tui.domain.import_checks import CaseList, day_of, text_of
from zvk_tui.domain.import_plan import PlannedLine, Verdict
from zvk_tui.domain.import_values import contact_of, partner_of, professional_of
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.roles import RoleChange, present
from zvk_tui.domain.transfer import Record
from zvk_tui.i18n import _
from zvk_tui.store.case_tables import PoliceContactRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.life import roles_of
from zvk_tui.store.reading.people import People, known, subject_value
from zvk_tui.store.tables import CaseRow, PartnerRow, PersonRow, ProfessionalRow
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.guards import readable, required
from zvk_tui.store.writing.life import give_role, name_person
from zvk_tui.store.writing.register import partner_row, professional_row

_NAMES: Final = frozenset({Column.GIVEN_NAMES, Column.PREFIX, Column.SURNAME, Column.GROUP_NAME, Column.BORN_ON})
_WRONG: Final = frozenset({Column.WRONG_ON, Column.WRONG_REASON})
_ROLES: Final = {Column.DIRECTOR: CaseRole.PROCESS_DIRECTOR, Column.COORDINATOR: CaseRole.CASE_COORDINATOR}


class RowWriter:
    """Writes the lines of one import."""

    def __init__(self, session: Session, desk: Desk, cases: CaseList) -> None:
        self._session = session
        self._desk = desk
        self._cases = cases

    def write(self, kind: ListKind, line: PlannedLine) -> None:
        """Make or change the row that a line is about; new cases are made by `import_cases`.

        Raises:
            Refused: when a rule of the vault does not allow it.
        """
        match kind:
            case ListKind.CASES:
                self._change_case(line)
            case ListKind.POLICE:
                self._new_contact(line.record) if line.verdict is Verdict.NEW else self._change_contact(line)
            case ListKind.PARTNERS:
                self._partner(line)
            case ListKind.PROFESSIONALS:
                self._professional(line)

    def _change_case(self, line: PlannedLine) -> None:
        row, record = kept_case(self._session, line.kept_id), line.record
        if _NAMES & set(line.changed):
            person = self._session.get_one(PersonRow, row.person_id)
            name_person(person, _renamed(subject_value(person), line))
        for column in line.changed:
            match column:
                case Column.GOAL:
                    row.goal = readable(text_of(record, column))
                case Column.LABEL:
                    row.label = text_of(record, column)
                case Column.LAST_DISCUSSED:
                    row.last_discussed = day_of(record, column)
                case Column.NEXT_DISCUSSION:
                    row.next_discussion = day_of(record, column)
                case Column.DIRECTOR | Column.COORDINATOR:
                    self._change_role(row, column, record)
        self._session.add(row)

    def _change_role(self, row: CaseRow, column: Column, record: Record) -> None:
        """Give the role to who the line names, from today on; a case with only a case director gets another one."""
        holder, role = record.get(column), _ROLES[column]
        now = present(roles_of(self._session, People(self._session), known(row.id)))
        if role is CaseRole.PROCESS_DIRECTOR and role not in now and CaseRole.CASE_DIRECTOR in now:
            role = CaseRole.CASE_DIRECTOR
        if isinstance(holder, Professional):
            give_role(self._session, self._desk, row, RoleChange(role, holder, self._desk.today()))

    def _new_contact(self, record: Record) -> None:
        facts, contact = self._cases.find(text_of(record, Column.REF)), contact_of(record)
        case_row = kept_case(self._session, facts.id if facts else None)
        row = PoliceContactRow(
            case_id=known(case_row.id),
            on=contact.on,
            kind=contact.kind,
            negative=contact.negative,
            source=required(contact.source),
            note=readable(contact.note),
            entered_on=self._desk.today(),
            wrong_on=contact.wrong_on,
            wrong_reason=readable(contact.wrong_reason),
        )
        self._session.add(row)

    def _change_contact(self, line: PlannedLine) -> None:
        """Mark a contact as wrong, as the line says; or put the line in its place: none is ever overwritten."""
        row, contact = self._session.get_one(PoliceContactRow, line.kept_id), contact_of(line.record)
        kept_case(self._session, row.case_id)
        if set(line.changed) <= _WRONG:
            row.wrong_on, row.wrong_reason = contact.wrong_on, readable(contact.wrong_reason)
        else:
            row.wrong_on, row.wrong_reason = self._desk.today(), _("replaced by an import")
            self._new_contact(line.record)
        self._session.add(row)

    def _partner(self, line: PlannedLine) -> None:
        partner = partner_of(line.record)
        if line.verdict is Verdict.NEW:
            row = partner_row(partner)
        else:
            row = self._session.get_one(PartnerRow, line.kept_id)
            row.name = required(partner.name) if Column.PARTNER_NAME in line.changed else row.name
            row.kind = partner.kind if Column.PARTNER_KIND in line.changed else row.kind
            row.chain = partner.chain if Column.CHAIN in line.changed else row.chain
            row.status = partner.status if Column.STATUS in line.changed else row.status
            row.active = partner.active if Column.ACTIVE in line.changed else row.active
        self._session.add(row)

    def _professional(self, line: PlannedLine) -> None:
        person = professional_of(line.record)
        if line.verdict is Verdict.NEW:
            row = professional_row(person)
        else:
            row = self._session.get_one(ProfessionalRow, line.kept_id)
            row.function = readable(person.function) if Column.FUNCTION in line.changed else row.function
            row.active = person.active if Column.ACTIVE in line.changed else row.active
            signed = Column.SECRECY_ON in line.changed
            row.secrecy_signed_on = person.secrecy_signed_on if signed else row.secrecy_signed_on
        self._session.add(row)


def _renamed(was: Subject, line: PlannedLine) -> Subject:
    """Return a person with what a line says of their name and birth; what it does not say stays."""

    def now(column: Column, kept: str) -> str:
        return text_of(line.record, column) if column in line.changed else kept

    born: date | None = day_of(line.record, Column.BORN_ON) if Column.BORN_ON in line.changed else was.birth_date
    return Subject(
        now(Column.GIVEN_NAMES, was.given_names),
        now(Column.PREFIX, was.prefix),
        now(Column.SURNAME, was.surname),
        born,
        now(Column.GROUP_NAME, was.group_name),
    )
