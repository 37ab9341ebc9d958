"""The life of a case: its events, roles and letter; whoever adds one keeps in step what lists show of it."""

from dataclasses import asdict, replace
from datetime import date
from typing import Final

from sqlmodel import Session, col, select

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import CaseRole, ClosingReason, EventKind, LetterState
from zvk_tui.domain.letters import Letter, letter_due, letter_refusal
from zvk_tui.domain.life import CaseEvent, LifeProblem, NewCase, follow, misfit, problem_date, refusal
from zvk_tui.domain.log import Act
from zvk_tui.domain.matching import name_key
from zvk_tui.domain.roles import RoleChange, followed_by, present, role_refusal
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.labels import plain_date
from zvk_tui.store.admission import is_admitted, may_see
from zvk_tui.store.case_tables import CaseEventRow, CaseRoleRow, LetterRow, ReferralRow
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.approaches import current_rules
from zvk_tui.store.reading.closure_rules import out_of_view_of
from zvk_tui.store.reading.life import events_of, letter_value, limits_of, roles_of
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.reading.settings import settings_value
from zvk_tui.store.tables import CaseRow, PersonRow, ProfessionalRow
from zvk_tui.store.writing.case_guards import kept_case, refuse_in_use
from zvk_tui.store.writing.erase import empty_journal, wipe
from zvk_tui.store.writing.guards import readable, required
from zvk_tui.store.writing.off_list import case_left
from zvk_tui.words.life import problem_id

TEXTS: Final = ("reason", "receiver", "accepted_by", "next_steps", "other_ref")
"""The fields of an event that are typed."""

_NO_TEXTS: Final = frozenset({"id", "on", "meeting_id"})


class LifeDesk:
    """What happens to a case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, case_id: int, event: CaseEvent) -> None:
        """Add what happened to a case; on admission the notification letter is due (Bgs art. 1.3).

        Raises:
            Refused: when it does not fit what happened before, or does not say what it must.
        """
        if event.kind is EventKind.ERASED:
            raise Refused(N_("Erasing has a step of its own: type the number of the case."))
        with self._desk.writing(Act.EVENT_ADDED) as session:
            row = seen_case(session, case_id)
            about(session, row.ref, event.kind)
            happened(session, self._desk, row, event)

    def set_role(self, case_id: int, role: CaseRole, professional_id: int | None, on: date) -> None:
        """Give a role to somebody from a day on, or to nobody; who had it before had it until that day.

        Raises:
            Refused: when the approach does not have the role, or the day does not fit.
        """
        with self._desk.writing(Act.ROLE_CHANGED) as session:
            kept_case(session, case_id)
            row = seen_case(session, case_id)
            about(session, row.ref, role)
            if professional_id is not None:
                session.get_one(ProfessionalRow, professional_id)
            give_role(session, self._desk, row, RoleChange(role, People(session).professional(professional_id), on))

    def record_letter(self, case_id: int, letter: Letter) -> None:
        """Record that the letter of a case was sent, to whom and when; or is deferred, why and until when.

        No letter needs to be due for it: the letter of a case that was kept elsewhere may have been sent before.

        Raises:
            Refused: when it was sent already, or a date or text is missing.
        """
        with self._desk.writing(Act.LETTER_CHANGED) as session:
            kept_case(session, case_id)
            about(session, seen_case(session, case_id).ref, letter.state)
            row = session.exec(select(LetterRow).where(LetterRow.case_id == case_id)).first()
            before = letter_value(row) if row else Letter(LetterState.DUE, letter.sent_on or letter.due_on)
            letter = replace(
                letter, ground=letter.ground or before.ground, deferred_by=letter.deferred_by or before.deferred_by
            )
            if problem := letter_refusal(before, letter, self._desk.today()):
                raise Refused(problem_id(problem))
            row = row or LetterRow(case_id=case_id, state=before.state, due_on=before.due_on)
            row.state, row.sent_on, row.recheck_on = letter.state, letter.sent_on, letter.recheck_on
            row.addressees = readable(letter.addressees)
            row.ground = readable(letter.ground) or row.ground
            row.deferred_by = readable(letter.deferred_by) or row.deferred_by
            session.add(row)

    def erase(self, case_id: int, typed: str) -> None:
        """Erase all personal data of a shielded case for good; an anonymous stub stays (seed l.162; Wgs art. 1.8(7)).

        Args:
            case_id: the case.
            typed: the number of the case as somebody typed it, to be sure that it is this one.

        Raises:
            Refused: when the number is another one, the case is not shielded, or a meeting about it is not final.
        """
        with self._desk.writing(Act.CASE_ERASED, undoable=False) as session:
            row = seen_case(session, case_id)
            about(session, row.ref)
            if typed.strip().casefold() != row.ref.casefold():
                raise Refused(N_("That is not the number of this case. Nothing was erased."))
            last = CaseEvent(EventKind.ERASED, self._desk.today())
            if problem := refusal(follow(events_of(session, case_id)), last, self._desk.today()):
                raise Refused(problem_id(problem))
            wipe(session, self._desk, row)
            happened(session, self._desk, row, last)
        empty_journal(self._desk)


def seen_case(session: Session, case_id: int) -> CaseRow:
    """Return a case that may be seen by who opened the vault.

    Raises:
        Refused: when it is not there, or closed to them.
    """
    row = session.get(CaseRow, case_id)
    if row is None or not may_see(session, case_id):
        raise Refused(N_("There is no such case in this vault."))
    return row


def happened(session: Session, desk: Desk, row: CaseRow, event: CaseEvent) -> None:
    """Add an event to a case inside an act that is under way, and keep in step what lists show of it.

    Raises:
        Refused: when it does not fit what happened before, or does not say what it must.
    """
    life = follow(events_of(session, known(row.id)))
    limits = limits_of(session, row, event.approach)
    if event.closing_reason is ClosingReason.SIX_MONTHS:
        limits = replace(limits, out_of_view=out_of_view_of(session, known(row.id), desk.today()))
    if problem := refusal(life, event, desk.today(), limits):
        raise _refused(problem, problem_date(problem, life, limits))
    if event.approach is not None and not is_admitted(session, event.approach):
        raise Refused(N_("You are not admitted to that approach, so you would lose sight of the case."))
    if event.kind is EventKind.SHIELDED:
        refuse_in_use(session, row)
    _add_event(session, desk, row, event)
    project(session, row)
    if event.kind is EventKind.ADMITTED:
        _letter_falls_due(session, row, event.on)
    if row.phase == Phase.CLOSED or row.shielded:
        case_left(session, desk, known(row.id))


def registered(session: Session, desk: Desk, new: NewCase, referral: ReferralRow | None = None) -> CaseRow:
    """Add a case with its person and its first event inside an act that is under way.

    A case that is taken over from elsewhere brings its events along; of what they say, only their order and dates are
    checked, and no letter falls due. A re-registration is told in the earlier case as well.

    Raises:
        Refused: when the number is taken, an event does not fit, or the earlier case is not closed.
    """
    ref = required(new.ref)
    if session.exec(select(CaseRow).where(CaseRow.ref == ref)).first():
        raise Refused(N_("There is a case with this number already: {ref}."), ref=ref)
    row = _case_row(session, replace(new, ref=ref))
    first = CaseEvent(
        EventKind.REGISTERED, new.registered_on, "", new.reason, new.approach, new.track, other_ref=new.earlier_ref
    )
    take_over(session, desk, row, (first, *new.events))
    if new.earlier_ref:
        _tell_earlier(session, desk, new.earlier_ref, row)
    if referral is not None:
        referral.case_id = known(row.id)
        session.add(referral)
        session.flush()
    return row


def take_over(session: Session, desk: Desk, row: CaseRow, events: tuple[CaseEvent, ...]) -> None:
    """Add events of a case that was kept elsewhere, in order; only their order and dates are checked.

    Raises:
        Refused: when an event does not fit what happened before.
    """
    life = follow(events_of(session, known(row.id)))
    for event in events:
        if problem := misfit(life, event, desk.today()):
            raise _refused(problem, life.last_on)
        if event.kind is EventKind.SHIELDED:
            refuse_in_use(session, row)
        life = follow([event], life)
        _add_event(session, desk, row, event)
    project(session, row)


def project(session: Session, row: CaseRow) -> None:
    """Keep what lists show of a case in step with its events and roles."""
    life = follow(events_of(session, known(row.id)))
    now = select(CaseRoleRow.role, CaseRoleRow.professional_id).where(CaseRoleRow.case_id == row.id)
    roles = {CaseRole(role): holder for role, holder in session.exec(now.where(col(CaseRoleRow.until_on).is_(None)))}
    row.approach, row.track, row.phase = life.approach, life.track, life.phase
    row.closed_on, row.closing_reason = life.closed_on, life.closing_reason or ""
    row.shielded, row.erased = life.shielded, life.erased
    row.registered_on = life.registered_on or row.registered_on
    row.director_id, row.coordinator_id = followed_by(roles), roles.get(CaseRole.CASE_COORDINATOR)
    session.add(row)
    session.flush()


def give_role(session: Session, desk: Desk, row: CaseRow, change: RoleChange) -> None:
    """Change a role inside an act that is under way; on the day that somebody began, they are replaced outright.

    Raises:
        Refused: when the approach does not have the role, or the day does not fit.
    """
    case_id, roles = known(row.id), current_rules(session, Approach(row.approach)).roles
    periods = roles_of(session, People(session), case_id)
    if problem := role_refusal(periods, change, row.registered_on, desk.today(), roles):
        raise Refused(problem_id(problem))
    if now := present(periods).get(change.role):
        before = session.get_one(CaseRoleRow, now.id)
        before.until_on = change.on
        if before.from_on == change.on:
            session.delete(before)
        session.flush()
    if change.holder is not None:
        holder_id = change.holder.id
        session.add(CaseRoleRow(case_id=case_id, role=change.role, professional_id=holder_id, from_on=change.on))
        session.flush()
    project(session, row)


def give_roles(session: Session, row: CaseRow, case_file: CaseFile) -> None:
    """Give director and coordinator of a case that is added their roles, from the day of registration on."""
    wanted = {CaseRole.PROCESS_DIRECTOR: case_file.director, CaseRole.CASE_COORDINATOR: case_file.coordinator}
    for role, holder in wanted.items():
        if holder is not None:
            row_of = CaseRoleRow(case_id=known(row.id), role=role, professional_id=holder.id, from_on=row.registered_on)
            session.add(row_of)
    session.flush()
    project(session, row)


def correct_registration(session: Session, desk: Desk, row: CaseRow, on: date) -> None:
    """Correct the day of registration of a case, which its first event carries.

    Raises:
        Refused: when it lies in the future, before the birth, or after something else that happened.
    """
    first, *rest = session.exec(select(CaseEventRow).where(CaseEventRow.case_id == row.id).order_by("id"))
    if on > desk.today():
        raise _refused(LifeProblem.FUTURE, None)
    refuse_born_later(session.get_one(PersonRow, row.person_id).birth_date, on)
    if rest and on > rest[0].on:
        raise Refused(N_("Something happened to this case before that day; the registration cannot be later."))
    first.on = on
    session.flush()
    project(session, row)


def refuse_born_later(born: date | None, on: date) -> None:
    """Refuse a registration before somebody was born.

    Raises:
        Refused: when the date of birth is after the day of registration.
    """
    if born is not None and born > on:
        raise Refused(N_("The date of birth is after the registration."))


def person_row(new: NewCase) -> PersonRow:
    """Return the row of the person of a new case."""
    row = PersonRow()
    name_person(row, new.subject)
    return row


def name_person(row: PersonRow, subject: Subject) -> None:
    """Give the row of a person their names and date of birth, and the key by which names are compared."""
    row.given_names, row.prefix = readable(subject.given_names), readable(subject.prefix)
    row.surname, row.group_name = readable(subject.surname), readable(subject.group_name)
    row.birth_date = subject.birth_date
    row.name_key = name_key(Subject(row.given_names, row.prefix, row.surname, None, row.group_name))


def event_row(desk: Desk, case_id: int, event: CaseEvent) -> CaseEventRow:
    """Return the row of an event of a case."""
    kept = asdict(event) | {name: readable(getattr(event, name)) for name in TEXTS}
    kept = {name: value or "" for name, value in kept.items() if name not in _NO_TEXTS}
    kept["by"] = event.by or desk.who
    return CaseEventRow(case_id=case_id, on=event.on, meeting_id=event.meeting_id, **kept)


def _case_row(session: Session, new: NewCase) -> CaseRow:
    person = person_row(new)
    session.add(person)
    session.flush()
    row = CaseRow(
        ref=new.ref,
        approach=new.approach,
        track=new.track,
        phase="",
        person_id=known(person.id),
        registered_on=new.registered_on,
        goal=readable(new.goal),
        label=new.label or "",
    )
    session.add(row)
    session.flush()
    return row


def _add_event(session: Session, desk: Desk, row: CaseRow, event: CaseEvent) -> None:
    session.add(event_row(desk, known(row.id), event))
    session.flush()


def _tell_earlier(session: Session, desk: Desk, earlier_ref: str, row: CaseRow) -> None:
    earlier = session.exec(select(CaseRow).where(CaseRow.ref == earlier_ref)).first()
    if earlier is None:
        raise Refused(N_("There is no case with the number {ref}."), ref=earlier_ref)
    life = follow(events_of(session, known(earlier.id)))
    if not life.closed:
        raise Refused(N_("Case {ref} of this person is not closed. Go on with that case."), ref=earlier_ref)
    if life.later_ref:
        raise Refused(N_("Case {ref} was registered again before. Name the newest case."), ref=earlier_ref)
    on = max(row.registered_on, life.last_on or row.registered_on)
    happened(session, desk, earlier, CaseEvent(EventKind.RE_REGISTERED, on, other_ref=row.ref))


def _letter_falls_due(session: Session, row: CaseRow, on: date) -> None:
    """Make the letter that is due on admission, once for each case."""
    if session.exec(select(LetterRow).where(LetterRow.case_id == row.id)).first() is None:
        letter = letter_due(on, settings_value(session).letter_days)
        session.add(LetterRow(case_id=known(row.id), state=LetterState.DUE, due_on=letter.due_on))
        session.flush()


def _refused(problem: LifeProblem, on: date | None) -> Refused:
    return Refused(problem_id(problem), date=plain_date(on) if on else "")
