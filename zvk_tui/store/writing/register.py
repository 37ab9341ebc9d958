"""The register behind the table: settings, partners, professionals, cases and series."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

from sqlmodel import select

from zvk_tui.domain.case_file import CaseFile, Phase
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.letters import MOST_LETTER_DAYS
from zvk_tui.domain.life import CaseEvent, CaseLife, NewCase, path_to
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import Series
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.people import known
from zvk_tui.store.reading.settings import settings_value
from zvk_tui.store.tables import CaseRow, MemberRow, PartnerRow, ProfessionalRow, SeriesRow, SettingRow
from zvk_tui.store.writing.guards import readable, ref_of, required
from zvk_tui.store.writing.life import give_roles, registered


class RegisterDesk:
    """What is kept between meetings."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def save_settings(self, settings: ChamberSettings) -> None:
        """Keep the settings of the chamber.

        Raises:
            Refused: when the lock would be switched off (fewer than 1 or more than 60 minutes), or the notification
                letter would go out later than the law allows.
        """
        if not 1 <= settings.lock_after_minutes <= 60:
            raise Refused(N_("The app locks itself after 1 to 60 minutes; it cannot be switched off."))
        if not 1 <= settings.letter_days <= MOST_LETTER_DAYS:
            raise Refused(N_("The notification letter goes out within 1 to {most} days."), most=MOST_LETTER_DAYS)
        settings = replace(settings, chamber=readable(settings.chamber))
        with self._desk.writing(Act.SETTING_CHANGED, undoable=False) as session:
            if settings == settings_value(session):
                return
            for key, value in asdict(settings).items():
                row = session.get(SettingRow, key) or SettingRow(key=key)
                row.value = value
                session.add(row)

    def remember_folder(self, folder: str) -> None:
        """Keep the folder that minutes were written to."""
        with self._desk.reading() as session:
            settings = settings_value(session)
        if settings.export_folder != folder:
            self.save_settings(replace(settings, export_folder=folder))

    def add_partner(self, partner: Partner) -> Partner:
        """Add a partner organisation; return it with its row number.

        Raises:
            Refused: when the short name is taken.
        """
        with self._desk.writing(Act.PARTNER_SAVED) as session:
            short = required(partner.short)
            if session.exec(select(PartnerRow).where(PartnerRow.short == short)).first():
                raise Refused(N_("There is a partner with this short name already: {short}."), short=short)
            row = partner_row(partner)
            session.add(row)
            session.flush()
            return replace(partner, id=known(row.id))

    def add_professional(self, person: Professional) -> Professional:
        """Add somebody who works for a partner; return them with their row number."""
        with self._desk.writing(Act.PROFESSIONAL_SAVED) as session:
            row = professional_row(person)
            session.add(row)
            session.flush()
            return replace(person, id=known(row.id))

    def add_case(
        self, case_file: CaseFile, events: tuple[CaseEvent, ...] = (), label: CaseLabel | None = None
    ) -> CaseFile:
        """Add a case with its person, and what happened to it; return it with its row number.

        Args:
            case_file: the case; its director and coordinator have their roles from the day of registration.
            events: what happened to it, in order, its registration first; none for the fewest that lead to its phase.
            label: the label of the case.

        Raises:
            Refused: when the case number is taken, or an event does not fit the one before it.
        """
        with self._desk.writing(Act.CASE_REGISTERED, case_file.ref) as session:
            row = registered(session, self._desk, _new_case(case_file, events, label))
            row.last_discussed, row.next_discussion = case_file.last_discussed, case_file.next_discussion
            give_roles(session, row, case_file)
            return replace(case_file, id=known(row.id), phase=Phase(row.phase))

    def set_discussions(self, case_id: int, last: date | None, following: date | None) -> None:
        """Set when a case was last discussed and is to be discussed next."""
        with self._desk.writing(Act.CASE_SAVED) as session:
            row = session.get_one(CaseRow, case_id)
            about(session, row.ref)
            row.last_discussed, row.next_discussion = last, following

    def add_series(
        self,
        series: Series,
        members: Iterable[Professional],
        chair: Professional | None = None,
        note_taker: Professional | None = None,
    ) -> Series:
        """Add a meeting series with its fixed members; return it with its row number."""
        with self._desk.writing(Act.SERIES_SAVED) as session:
            about(session, ref_of(session, series.case_id))
            row = SeriesRow(
                name=required(series.name),
                kind=series.kind,
                approach=series.approach,
                interval_weeks=series.interval_weeks,
                start=series.start,
                minutes=series.minutes,
                place=readable(series.place),
                case_id=series.case_id,
                chair_id=chair.id if chair else None,
                note_taker_id=note_taker.id if note_taker else None,
            )
            session.add(row)
            session.flush()
            session.add_all(
                MemberRow(series_id=known(row.id), professional_id=number)
                for number in dict.fromkeys(person.id for person in members)
            )
            return replace(series, id=known(row.id))


def _new_case(case_file: CaseFile, events: tuple[CaseEvent, ...], label: CaseLabel | None) -> NewCase:
    life = CaseLife(case_file.registered_on, case_file.approach, case_file.track, case_file.phase)
    first, *then = events or path_to(life)
    return NewCase(
        case_file.ref,
        first.approach or case_file.approach,
        case_file.subject,
        first.on,
        first.track or case_file.track,
        label,
        case_file.goal,
        first.reason,
        first.other_ref,
        tuple(then),
    )


def partner_row(partner: Partner) -> PartnerRow:
    """Return the row of a new partner, every text readable."""
    return PartnerRow(
        name=required(partner.name),
        short=required(partner.short),
        kind=partner.kind,
        chain=partner.chain,
        status=partner.status,
        active=partner.active,
    )


def professional_row(person: Professional) -> ProfessionalRow:
    """Return the row of somebody new who works for a partner, every text readable."""
    return ProfessionalRow(
        partner_id=person.partner.id,
        name=required(person.name),
        function=readable(person.function),
        secrecy_signed_on=person.secrecy_signed_on,
        active=person.active,
    )
