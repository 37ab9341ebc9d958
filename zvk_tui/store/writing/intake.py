"""A registration: kept at every change, dropped, or finished as a case in one transaction."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from sqlmodel import Session, col, delete, select

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import EventKind, TriageOutcome
from zvk_tui.domain.intake import CircleMember, IntakeForm, Outcome, form_from_plain, form_plain
from zvk_tui.domain.intake_check import ProblemKind, age_of, answers_of, problems, verdict_of
from zvk_tui.domain.life import CaseEvent, NewCase
from zvk_tui.domain.log import Act
from zvk_tui.domain.rules import ApproachRules
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import is_admitted, open_in
from zvk_tui.store.case_tables import CircleMemberRow, CriterionAnswerRow, IntakeRow, ReferralRow
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.approaches import current_rules
from zvk_tui.store.reading.cases import next_ref
from zvk_tui.store.reading.people import known
from zvk_tui.store.tables import CaseRow, DraftRow, PartnerRow, ProfessionalRow
from zvk_tui.store.writing.case_guards import kept_case
from zvk_tui.store.writing.guards import readable
from zvk_tui.store.writing.life import happened, registered
from zvk_tui.words.intake import problem_id

OUTCOMES: Final = {
    TriageOutcome.ADVICE: EventKind.ADVISED,
    TriageOutcome.MONITORING: EventKind.MONITORING,
    TriageOutcome.PROCESS_MEETING: EventKind.ADMITTED,
    TriageOutcome.REFUSED: EventKind.REFUSED,
    TriageOutcome.REFERRED_ON: EventKind.REFERRED_ON,
    TriageOutcome.SCALED_UP: EventKind.SCALED_UP,
}
"""The event by which an outcome stands in the life of the case."""

DRAFTS: Final = "form/intake"
"""What the drafts of the dialogs of a registration are kept under, with its number."""


class IntakeDesk:
    """What is done with a registration, and with the direct circle of a case afterwards."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, form: IntakeForm, intake_id: int | None = None) -> int:
        """Keep a registration as far as it has come; return its number. No line of the log: nothing is entered yet.

        Raises:
            Refused: when it was finished or dropped meanwhile, or its approach is closed to who opened the vault.
        """
        with self._desk.keeping() as session:
            _refuse_closed(session, form.approach)
            row = _open(session, intake_id) if intake_id is not None else self._new()
            row.content, row.saved_at = form_plain(form), self._desk.clock()
            session.add(row)
            session.flush()
            return known(row.id)

    def drop(self, intake_id: int) -> None:
        """Drop a registration that is not finished; nothing of what was typed stays anywhere in the vault.

        Raises:
            Refused: when it was finished or dropped meanwhile.
        """
        with self._desk.writing(Act.INTAKE_DROPPED, undoable=False) as session:
            _open(session, intake_id)
            _forget(session, intake_id)

    def finish(self, intake_id: int) -> str:
        """Make a case of a registration: person, referral, answers, circle and first events; return its number.

        It cannot be undone, as no number is ever given twice: what was wrong is corrected in the case, or closed. So
        nothing of the form stays behind in the images that undo needs.

        Raises:
            Refused: when something is missing or impossible, or the rules do not allow the outcome.
        """
        with self._desk.writing(Act.CASE_REGISTERED, undoable=False) as session:
            ref = next_ref(session, self._desk.today())
            about(session, ref)
            form = form_from_plain(_open(session, intake_id).content)
            rules = current_rules(session, form.approach)
            self._check(session, form, rules)
            referral = _referral(form, rules)
            case = registered(session, self._desk, _new_case(form, ref), referral)
            session.add_all(_answers(form, rules, referral))
            session.add_all(_circle_row(member, known(case.id)) for member in form.circle)
            for event in _events(form, self._desk):
                happened(session, self._desk, case, event)
            _forget(session, intake_id)
            self._desk.close_undo(session)
        return ref

    def save_member(self, case_id: int, member: CircleMember, member_id: int | None = None) -> int:
        """Add somebody to the direct circle of a case, or change what is kept of them; return their number.

        Raises:
            Refused: without a name, with a birth that is still to come, or when the case is shielded or erased.
        """
        with self._desk.writing(Act.CIRCLE_CHANGED) as session:
            kept_case(session, case_id)
            if not member.subject.full_name.strip():
                raise Refused(problem_id(ProblemKind.CIRCLE_NO_NAME))
            if member.birth_date and member.birth_date > self._desk.today():
                raise Refused(problem_id(ProblemKind.CIRCLE_BORN_AFTER))
            row = session.get_one(CircleMemberRow, member_id) if member_id else CircleMemberRow(relation="", case_id=0)
            _fill(row, member, case_id)
            session.add(row)
            session.flush()
            return known(row.id)

    def remove_member(self, member_id: int) -> None:
        """Take somebody out of the direct circle of a case."""
        with self._desk.writing(Act.CIRCLE_CHANGED) as session:
            row = session.get_one(CircleMemberRow, member_id)
            kept_case(session, row.case_id)
            session.delete(row)

    def _new(self) -> IntakeRow:
        return IntakeRow(by=self._desk.who, saved_at=self._desk.clock())

    def _check(self, session: Session, form: IntakeForm, rules: ApproachRules) -> None:
        """Refuse a registration with which something is wrong, or that ties itself to a case it may not see."""
        if found := problems(form, rules, self._desk.today()):
            raise Refused(problem_id(found[0].kind))
        _refuse_closed(session, form.approach)
        session.get_one(PartnerRow, form.partner_id)
        if form.professional_id is not None:
            session.get_one(ProfessionalRow, form.professional_id)
        if (
            form.earlier_ref
            and not session.exec(select(CaseRow.id).where(CaseRow.ref == form.earlier_ref, open_in(session))).first()
        ):
            raise Refused(N_("There is no case with the number {ref}."), ref=form.earlier_ref)


def _open(session: Session, intake_id: int) -> IntakeRow:
    """Return a registration that is not finished and may be seen; a closed one is as if it were not there."""
    row = session.get(IntakeRow, intake_id)
    if row is None or not is_admitted(session, form_from_plain(row.content).approach):
        raise Refused(N_("This registration was finished or dropped already."))
    return row


def _refuse_closed(session: Session, approach: Approach) -> None:
    if not is_admitted(session, approach):
        raise Refused(N_("You are not admitted to the cases of this approach."))


def _forget(session: Session, intake_id: int) -> None:
    """Take a registration out of the vault, with what was being typed in its dialogs; no image of it stays for undo."""
    session.flush()
    session.exec(delete(DraftRow).where(col(DraftRow.key).startswith(f"{DRAFTS}/{intake_id}/")))
    session.exec(delete(IntakeRow).where(col(IntakeRow.id) == intake_id))


def _registered_on(form: IntakeForm) -> date:
    assert form.registered_on is not None  # noqa: S101 - narrows the type; a form without a day has a problem
    return form.registered_on


def _new_case(form: IntakeForm, ref: str) -> NewCase:
    return NewCase(
        ref=ref,
        approach=form.approach,
        subject=form.subject,
        registered_on=_registered_on(form),
        track=form.track,
        label=form.label,
        goal=form.request_goal,
        reason=form.reason,
        earlier_ref=form.earlier_ref,
    )


def _events(form: IntakeForm, desk: Desk) -> Iterator[CaseEvent]:
    """Yield what happens after the registration: it is taken into triage, and perhaps the outcome."""
    yield CaseEvent(EventKind.TRIAGED, _registered_on(form))
    if form.outcome.kind is not None:
        yield _outcome_event(OUTCOMES[form.outcome.kind], form.outcome, desk)


def _outcome_event(kind: EventKind, outcome: Outcome, desk: Desk) -> CaseEvent:
    referred, refused = kind is EventKind.REFERRED_ON, kind is EventKind.REFUSED
    return CaseEvent(
        kind,
        outcome.on or desk.today(),
        reason=outcome.reason,
        forum=outcome.forum if referred else None,
        receiver=outcome.forum_name if referred else "",
        scale_to=outcome.scale_to if kind is EventKind.SCALED_UP else None,
        next_steps=outcome.next_steps if refused else "",
    )


def _referral(form: IntakeForm, rules: ApproachRules) -> ReferralRow:
    return ReferralRow(
        case_id=0,
        on=_registered_on(form),
        partner_id=form.partner_id,
        professional_id=form.professional_id,
        pre_consult=readable(form.pre_consult),
        reason=readable(form.reason),
        request_goal=readable(form.request_goal),
        domains=list(form.domains),
        chains=list(form.chains),
        rules_version=rules.version,
        verdict=verdict_of(form, rules),
        age_verdict=age_of(form, rules),
        earlier_ref=form.earlier_ref,
    )


def _answers(form: IntakeForm, rules: ApproachRules, referral: ReferralRow) -> Iterator[CriterionAnswerRow]:
    given = answers_of(form, rules)
    for criterion in rules.criteria:
        yield CriterionAnswerRow(
            referral_id=known(referral.id),
            case_id=referral.case_id,
            code=criterion.code,
            answer=given[criterion.code],
            motive=readable(form.answer_to(criterion.code).motive),
        )


def _circle_row(member: CircleMember, case_id: int) -> CircleMemberRow:
    row = CircleMemberRow(relation="", case_id=case_id)
    _fill(row, member, case_id)
    return row


def _fill(row: CircleMemberRow, member: CircleMember, case_id: int) -> None:
    row.case_id, row.relation, row.birth_date = case_id, member.relation, member.birth_date
    row.given_names, row.prefix = readable(member.given_names), readable(member.prefix)
    row.surname, row.note = readable(member.surname), readable(member.note)
