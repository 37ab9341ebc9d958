"""Changing what the register holds: partners, professionals, cases and series keep their row numbers."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import Series
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.tables import MemberRow, PartnerRow, PersonRow, ProfessionalRow, SeriesRow
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.guards import readable, ref_of, required
from zvk_tui.store.writing.life import correct_registration, name_person, refuse_born_later


class ChangeDesk:
    """What is mended in the register between meetings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def partner(self, partner: Partner) -> None:
        """Change a partner.

        Raises:
            Refused: when another partner has this short name.
        """
        with self._desk.writing(Act.PARTNER_SAVED) as session:
            row = session.get_one(PartnerRow, partner.id)
            row.name, row.short = required(partner.name), required(partner.short)
            same = select(PartnerRow).where(PartnerRow.short == row.short, PartnerRow.id != partner.id)
            if session.exec(same).first():
                raise Refused(N_("There is a partner with this short name already: {short}."), short=row.short)
            row.kind, row.chain, row.status, row.active = partner.kind, partner.chain, partner.status, partner.active

    def professional(self, person: Professional) -> None:
        """Change somebody who works for a partner."""
        with self._desk.writing(Act.PROFESSIONAL_SAVED) as session:
            row = session.get_one(ProfessionalRow, person.id)
            row.partner_id, row.active = person.partner.id, person.active
            row.name, row.function = required(person.name), readable(person.function)
            row.secrecy_signed_on = person.secrecy_signed_on

    def case_file(self, case_file: CaseFile) -> None:
        """Change what is known of a case and its person: name, date of birth, goal, days.

        The case number stays as it is; approach, track and phase change by events, director and coordinator by roles.

        Raises:
            Refused: when the day of registration would lie before the birth, or after something that happened.
        """
        with self._desk.writing(Act.CASE_CHANGED) as session:
            row = kept_case(session, case_file.id)
            row.goal, row.next_discussion = readable(case_file.goal), case_file.next_discussion
            refuse_born_later(case_file.subject.birth_date, case_file.registered_on)
            name_person(session.get_one(PersonRow, row.person_id), case_file.subject)
            if case_file.registered_on != row.registered_on:
                correct_registration(session, self._desk, row, case_file.registered_on)

    def series(
        self,
        series: Series,
        members: Iterable[Professional],
        chair: Professional | None,
        note_taker: Professional | None,
    ) -> None:
        """Change a series and its fixed members; meetings that are there already keep who was invited."""
        with self._desk.writing(Act.SERIES_SAVED) as session:
            about(session, ref_of(session, series.case_id))
            row = session.get_one(SeriesRow, series.id)
            row.name, row.kind, row.approach = required(series.name), series.kind, series.approach
            row.interval_weeks, row.start, row.minutes = series.interval_weeks, series.start, series.minutes
            row.place, row.case_id = readable(series.place), series.case_id
            row.chair_id = chair.id if chair else None
            row.note_taker_id = note_taker.id if note_taker else None
            _set_members(session, series.id, {person.id for person in members})


def _set_members(session: Session, series_id: int, wanted: set[int]) -> None:
    there = session.exec(select(MemberRow).where(col(MemberRow.series_id) == series_id)).all()
    for row in there:
        if row.professional_id not in wanted:
            session.delete(row)
    known = {row.professional_id for row in there}
    session.add_all(MemberRow(series_id=series_id, professional_id=number) for number in sorted(wanted - known))
