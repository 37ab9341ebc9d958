"""Closing a case: what is told for its check, the proposal, its place on the agenda, and the decision of the table."""

from dataclasses import replace
from typing import Final

from sqlmodel import Session, col, or_, select

from zvk_tui.domain.case_file import Approach, Phase
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.closure import ClosureFact, ClosureRules, Verdict
from zvk_tui.domain.closure_case import (
    CheckState,
    ClosureDecision,
    Way,
    decision_problem,
    fact_problem,
    may_be_closed,
)
from zvk_tui.domain.closure_rules import (
    ClosureRulesVersion,
    closure_changes,
    closure_rules_plain,
    closure_rules_problems,
)
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import MeetingState, Reason, ReasonKind
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.store.desk import Desk, about
from zvk_tui.store.reading.approaches import first_day
from zvk_tui.store.reading.closure import current_closure_rules, table_item
from zvk_tui.store.reading.people import known
from zvk_tui.store.rule_tables import ClosureCheckRow, ClosureFactRow, ClosureRulesRow
from zvk_tui.store.tables import CaseRow, DecisionRow, ItemRow, MeetingRow, ProfessionalRow, SeriesRow
from zvk_tui.store.writing.agenda_rows import give_reasons, put_case
from zvk_tui.store.writing.case_guards import worked_case
from zvk_tui.store.writing.closure_rows import keep_check, waiting_row
from zvk_tui.store.writing.entries import next_number
from zvk_tui.store.writing.guards import held_item, readable, readable_sources
from zvk_tui.store.writing.life import happened, seen_case
from zvk_tui.words.closure import message_id

_EVENTS: Final = {Way.CLOSE: EventKind.CLOSED, Way.SCALE_DOWN: EventKind.SCALED_DOWN}


class ClosureDesk:
    """What is told, proposed and decided about closing cases."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tell(self, case_id: int, fact: ClosureFact) -> int:
        """Record what somebody told; what was told before stays readable. Return the row number.

        Raises:
            Refused: when the day lies in the future or before the registration, nobody told it, or a name is missing.
        """
        with self._desk.writing(Act.CLOSURE_FACT_SET) as session:
            row = self._worked(session, case_id)
            clean = replace(fact, source=readable(fact.source), note=readable(fact.note))
            if problem := fact_problem(clean, row.registered_on, self._desk.today()):
                raise Refused(message_id(problem))
            told = ClosureFactRow(
                case_id=case_id,
                kind=clean.kind,
                answer=clean.answer,
                on=clean.on,
                entered_on=self._desk.today(),
                source=clean.source,
                by=self._desk.who,
                note=clean.note,
            )
            session.add(told)
            session.flush()
            return known(told.id)

    def propose(self, case_id: int) -> int:
        """Propose to close a case, with its check as it is today; return the number of the check.

        Raises:
            Refused: when it was proposed already, or the case is not worked on.
        """
        with self._desk.writing(Act.CLOSURE_PROPOSED) as session:
            self._admitted(session, case_id)
            before = waiting_row(session, case_id)
            if before is not None and before.state == CheckState.PROPOSED:
                raise Refused(N_("Closing was proposed already; the table decides upon it."))
            row = keep_check(session, case_id, self._desk.today(), CheckState.PROPOSED)
            row.proposed_by = self._desk.who
            if row.item_id is not None:
                give_reasons(session, row.item_id, _reasons(row))
            return known(row.id)

    def put_on_agenda(self, case_id: int) -> int:
        """Put a case on the agenda of the next meeting, its check attached; return the number of the item.

        A case that is on that agenda already keeps its place and gets the check.

        Raises:
            Refused: when no meeting of the right series is in preparation, or the check is on the agenda already.
        """
        with self._desk.writing(Act.ITEM_ADDED) as session:
            row = self._admitted(session, case_id)
            meeting = _next_meeting(session, row)
            item_id = _item_of(session, meeting, case_id)
            before = waiting_row(session, case_id)
            if item_id is not None and before is not None and before.item_id == item_id:
                raise Refused(N_("{ref} is on the agenda already, with its check."), ref=row.ref)
            state = CheckState(before.state) if before is not None else CheckState.ON_AGENDA
            check = keep_check(session, case_id, self._desk.today(), state)
            if item_id is None:
                why = _reasons(check) or (Reason(ReasonKind.ADDED),)
                item_id = put_case(session, meeting, case_id, reasons=why)
            else:
                give_reasons(session, item_id, _reasons(check))
            check.item_id = item_id
            check.meeting_id = meeting.id
            about(session, row.ref)
            return item_id

    def decide(self, check_id: int, decision: ClosureDecision) -> None:
        """Record what the table decided about closing, at the agenda item of the case, with the check as it is now.

        It is a decision in the minutes as well; when the table accepts, the case is closed or scaled down at once.

        Raises:
            Refused: when the case is at no table, it was decided already, or a motive or closing reason is missing.
        """
        with self._desk.writing(Act.CLOSURE_DECIDED) as session:
            check = session.get_one(ClosureCheckRow, check_id)
            if CheckState(check.state).decided:
                raise Refused(N_("This was decided already."))
            self._decide(session, self._admitted(session, check.case_id), decision)

    def decide_at_table(self, case_id: int, decision: ClosureDecision) -> None:
        """Record what the table decided about closing a case, also when nobody proposed it before the meeting.

        Raises:
            Refused: when the case is at no table, or a motive or closing reason is missing.
        """
        with self._desk.writing(Act.CLOSURE_DECIDED) as session:
            self._decide(session, self._admitted(session, case_id), decision)

    def save_rules(self, rules: ClosureRules) -> int:
        """Save changed rules as the next version and return its number; rules that did not change stay as they are.

        Raises:
            Refused: when they cannot be rules, or somebody saved a newer version since they were read.
        """
        for fault in closure_rules_problems(rules).values():
            raise Refused(message_id(fault))
        with self._desk.reading() as session:
            if not closure_changes(current_closure_rules(session, rules.approach), rules):
                return rules.version
        with self._desk.writing(Act.CLOSURE_RULES_CHANGED, detail=rules.approach, undoable=False) as session:
            now = current_closure_rules(session, rules.approach)
            if now.version != rules.version:
                newer = N_("Somebody saved version {number} meanwhile. Look at that one first.")
                raise Refused(newer, number=now.version)
            today = self._desk.today()
            if not _is_saved(session, rules.approach):
                session.add(_rules_row(ClosureRulesVersion(now, first_day(session, today))))
            saved = replace(rules, version=now.version + 1, sources=readable_sources(rules.sources))
            session.add(_rules_row(ClosureRulesVersion(saved, today, self._desk.who)))
            return saved.version

    def note_printed(self, count: int) -> None:
        """Record that the checks of so many cases were printed."""
        with self._desk.writing(Act.EXPORTED, detail=f"closure {count}", undoable=False):
            pass

    def _worked(self, session: Session, case_id: int) -> CaseRow:
        """Return a case that is worked on and may be seen."""
        seen_case(session, case_id)
        return worked_case(session, case_id)

    def _admitted(self, session: Session, case_id: int) -> CaseRow:
        """Return a case that was admitted: before that there is nothing to close."""
        row = self._worked(session, case_id)
        if not may_be_closed(Phase(row.phase)):
            raise Refused(N_("{ref} is not admitted yet: there is nothing to close."), ref=row.ref)
        return row

    def _decide(self, session: Session, row: CaseRow, decision: ClosureDecision) -> None:
        """Decide upon the check of a case that waits, or upon one that is made now."""
        about(session, row.ref, decision.way)
        item = _table(session, row)
        meeting = session.get_one(MeetingRow, item.meeting_id)
        before = waiting_row(session, known(row.id))
        state = CheckState(before.state) if before is not None else CheckState.ON_AGENDA
        check = keep_check(session, known(row.id), self._desk.today(), state)
        clean = replace(decision, motive=readable(decision.motive))
        if problem := decision_problem(clean, Verdict(check.verdict)):
            raise Refused(message_id(problem))
        check.state = CheckState.DECLINED if clean.way is Way.DECLINE else CheckState.ACCEPTED
        check.item_id, check.meeting_id = known(item.id), known(meeting.id)
        check.decided_on, check.decided_by = self._desk.today(), _chair(session, meeting) or self._desk.who
        check.motive = clean.motive
        session.add(_minuted(session, item, meeting, clean))
        self._follow(session, row, meeting, clean)

    def _follow(self, session: Session, row: CaseRow, meeting: MeetingRow, decision: ClosureDecision) -> None:
        """Let the case be closed or scaled down on the day of the meeting."""
        kind = _EVENTS.get(decision.way)
        if kind is not None:
            on = min(meeting.on, self._desk.today())
            reason = decision.closing_reason if kind is EventKind.CLOSED else None
            there = decision.municipality if reason is ClosingReason.MOVED_AWAY else ""
            event = CaseEvent(
                kind, on, reason=decision.motive, closing_reason=reason, receiver=there, meeting_id=meeting.id
            )
            happened(session, self._desk, row, event)


def _next_meeting(session: Session, row: CaseRow) -> MeetingRow:
    """Return the first meeting in preparation at which a case is discussed: of its approach, else its own process."""
    of_case, of_approach = col(SeriesRow.case_id) == row.id, col(SeriesRow.approach) == row.approach
    query = (
        select(MeetingRow)
        .join(SeriesRow, col(SeriesRow.id) == MeetingRow.series_id)
        .where(MeetingRow.state == MeetingState.PREPARING)
        .where(or_(of_case, of_approach & col(SeriesRow.case_id).is_(None)))
        .order_by(of_case, col(MeetingRow.on), col(MeetingRow.id))
    )
    found = session.exec(query.limit(1)).first()
    if found is None:
        nothing = N_("No meeting about {approach} is in preparation. Open the next meeting first.")
        raise Refused(nothing, approach=label(Approach(row.approach)))
    return found


def _reasons(check: ClosureCheckRow) -> tuple[Reason, ...]:
    """Return why a case with this check belongs on the agenda."""
    proposed = (Reason(ReasonKind.CLOSING_PROPOSED),) if check.state == CheckState.PROPOSED else ()
    may_close = (Reason(ReasonKind.MAY_CLOSE),) if check.verdict == Verdict.MAY_CLOSE else ()
    return proposed + may_close


def _item_of(session: Session, meeting: MeetingRow, case_id: int) -> int | None:
    return session.exec(select(ItemRow.id).where(ItemRow.meeting_id == meeting.id, ItemRow.case_id == case_id)).first()


def _table(session: Session, row: CaseRow) -> ItemRow:
    """Return the item at which the table is to decide."""
    item_id = table_item(session, known(row.id))
    if item_id is None:
        elsewhere = N_("The table decides about closing: {ref} is not on the agenda of a meeting that has begun.")
        raise Refused(elsewhere, ref=row.ref)
    return held_item(session, item_id)


def _chair(session: Session, meeting: MeetingRow) -> str:
    chair = session.get(ProfessionalRow, meeting.chair_id) if meeting.chair_id is not None else None
    return chair.name if chair else ""


def _minuted(session: Session, item: ItemRow, meeting: MeetingRow, decision: ClosureDecision) -> DecisionRow:
    """Return the decision as the minutes state it."""
    number = next_number(session, DecisionRow)
    return DecisionRow(
        item_id=known(item.id),
        case_id=item.case_id,
        number=number,
        on=meeting.on,
        text=_decided(decision),
        motive=decision.motive,
    )


def _decided(decision: ClosureDecision) -> str:
    match decision.way:
        case Way.CLOSE if decision.closing_reason is not None:
            return _("The case is closed: {reason}.").format(reason=label(decision.closing_reason))
        case Way.SCALE_DOWN:
            return _("The case is scaled down: support is tapered off.")
        case _:
            return _("The case is not closed now.")


def _is_saved(session: Session, approach: Approach) -> bool:
    return session.exec(select(ClosureRulesRow.id).where(ClosureRulesRow.approach == approach)).first() is not None


def _rules_row(version: ClosureRulesVersion) -> ClosureRulesRow:
    rules = version.rules
    assert version.valid_from is not None  # noqa: S101 - narrows the type; a saved version has its day
    return ClosureRulesRow(
        approach=rules.approach,
        version=rules.version,
        valid_from=version.valid_from,
        by=version.by,
        content=closure_rules_plain(rules),
    )
