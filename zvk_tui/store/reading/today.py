"""What needs the user today."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from sqlalchemy import case
from sqlmodel import Session, and_, col, func, or_, select

from zvk_tui.domain.case_file import Approach, Phase, Subject
from zvk_tui.domain.case_terms import LetterState
from zvk_tui.domain.dossier import Term, first_processed_by
from zvk_tui.domain.meeting import MeetingState
from zvk_tui.domain.record import ActionState
from zvk_tui.domain.today import TodayKind, TodayLine
from zvk_tui.store.admission import listed_in, open_in
from zvk_tui.store.case_tables import LetterRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.approaches import current_rules
from zvk_tui.store.reading.cards import actions_where
from zvk_tui.store.reading.closure import Closures
from zvk_tui.store.reading.intake import unfinished
from zvk_tui.store.reading.life import letter_value
from zvk_tui.store.reading.meetings import meeting_in, one_meeting
from zvk_tui.store.reading.outlook import reviews_due
from zvk_tui.store.reading.people import People, cases, known
from zvk_tui.store.reading.settings import settings_value
from zvk_tui.store.reading.today_closing import closing_lines
from zvk_tui.store.rule_tables import PriorityEntryRow
from zvk_tui.store.tables import ActionRow, CaseRow, MeetingRow

_SOON = timedelta(days=7)
_ERASE_AHEAD = timedelta(weeks=8)
"""How long before its term ends a case is to be erased: it has to be shielded first, and off every agenda."""
_MOST = 200
"""Lines of one kind at the most: the screen says how many more there are, it does not hold them all."""


class Todays:
    """Reads what needs the user, from dates alone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, today: date) -> tuple[TodayLine, ...]:
        """Return the lines of the first screen, the most pressing kind first and the oldest date first."""
        with self._desk.reading() as session:
            people = People(session)
            return (
                *_meetings(session, people),
                *_actions(session, people, TodayKind.ACTION_LATE, None, today),
                *_letters(session, people, today),
                *_retentions(session, people, today),
                *_intakes(session),
                *_referrals(session, people),
                *_reviews(session, people, today),
                *_plan_reviews(session, people, today),
                *_priority_reviews(session, people, today),
                *_actions(session, people, TodayKind.ACTION_SOON, today, today + _SOON),
            )

    def closable(self, today: date) -> tuple[TodayLine, ...]:
        """Return what is to be done about closing; it looks at every live case, so it is read beside the screen."""
        checked = Closures(self._desk).checks()
        with self._desk.reading() as session:
            return closing_lines(session, checked, today, _MOST)


def _meetings(session: Session, people: People) -> tuple[TodayLine, ...]:
    rows = session.exec(
        select(MeetingRow)
        .where(MeetingRow.state != MeetingState.FINAL, meeting_in(session))
        .order_by(col(MeetingRow.on), col(MeetingRow.start))
    ).all()
    found = (one_meeting(session, known(row.id), people) for row in rows)
    return tuple(TodayLine(TodayKind.MEETING, meeting.on, meeting=meeting) for meeting in found)


def _actions(
    session: Session, people: People, kind: TodayKind, first: date | None, before: date
) -> tuple[TodayLine, ...]:
    numbers = (
        select(ActionRow.id)
        .join(CaseRow, col(CaseRow.id) == ActionRow.case_id, isouter=True)
        .where(ActionRow.state == ActionState.OPEN, col(ActionRow.due) < before)
        .where(or_(col(ActionRow.case_id).is_(None), listed_in(session)))
    )
    if first is not None:
        numbers = numbers.where(col(ActionRow.due) >= first)
    chosen = numbers.order_by(col(ActionRow.due)).limit(_MOST)
    found = actions_where(session, people, col(ActionRow.id).in_(session.exec(chosen).all()))
    return tuple(TodayLine(kind, action.due, action=action) for action in found)


def _letters(session: Session, people: People, today: date) -> tuple[TodayLine, ...]:
    """Notification letters to send, and those of which the deferral is to be looked at again (Bgs art. 1.3)."""
    look_on = case((col(LetterRow.state) == LetterState.DUE, LetterRow.due_on), else_=LetterRow.recheck_on)
    waits = or_(LetterRow.state == LetterState.DUE, look_on <= today)
    rows = session.exec(
        select(LetterRow)
        .join(CaseRow, col(CaseRow.id) == LetterRow.case_id)
        .where(LetterRow.state != LetterState.SENT, waits, col(CaseRow.shielded).is_(False), open_in(session))
        .order_by(look_on)
        .limit(_MOST)
    ).all()
    found = cases(session, people, (row.case_id for row in rows))
    letters = ((letter_value(row), found[row.case_id]) for row in rows)
    return tuple(
        TodayLine(TodayKind.LETTER, letter.look_on or letter.due_on, case_file=case_file, letter=letter)
        for letter, case_file in letters
    )


def _retentions(session: Session, people: People, today: date) -> tuple[TodayLine, ...]:
    """Cases of which the term has ended, or will soon, so that they are erased in time (Wgs art. 1.8(7)).

    The term runs from the first processing, so it also ends for a case that is still worked on.
    Nothing of a case is older than its registration; along the index of that day no case is read but those to erase.
    """
    until = today + _ERASE_AHEAD
    years = {approach: current_rules(session, approach).retention_years for approach in Approach}
    began = {approach: first_processed_by(until, term) for approach, term in years.items()}
    first, approach = col(CaseRow.registered_on), col(CaseRow.approach).concat("")
    rows = session.exec(
        select(col(CaseRow.id), col(CaseRow.shielded))
        .where(first <= max(began.values()))
        .where(or_(*(and_(approach == name, first <= day) for name, day in began.items())))
        .where(col(CaseRow.erased).is_(False), open_in(session))
        .order_by(first)
        .limit(_MOST)
    )
    shielded = dict(rows.all())
    found = cases(session, people, (known(number) for number in shielded), shielded=True).values()
    shown = (replace(one, subject=Subject(), goal="") if shielded[one.id] else one for one in found)
    terms = ((one, Term(one.registered_on, years[one.approach])) for one in shown)
    lines = (
        TodayLine(TodayKind.RETENTION, term.last_on, case_file=one, shielded=shielded[one.id]) for one, term in terms
    )
    return tuple(sorted(lines, key=lambda line: line.on))


def _intakes(session: Session) -> tuple[TodayLine, ...]:
    """Registrations that somebody began and did not finish."""
    found = islice(unfinished(session), _MOST)
    return tuple(TodayLine(TodayKind.INTAKE, one.saved_at.date(), intake=one) for one in found)


def _referrals(session: Session, people: People) -> tuple[TodayLine, ...]:
    numbers = (
        select(CaseRow.id)
        .where(col(CaseRow.phase).in_([Phase.REFERRED, Phase.TRIAGE]), open_in(session))
        .order_by(col(CaseRow.registered_on))
        .limit(_MOST)
    )
    found = cases(session, people, (known(number) for number in session.exec(numbers))).values()
    lines = (TodayLine(TodayKind.REFERRAL, case_file.registered_on, case_file=case_file) for case_file in found)
    return tuple(sorted(lines, key=lambda line: line.on))


def _plan_reviews(session: Session, people: People, today: date) -> tuple[TodayLine, ...]:
    """Plans whose review is due: nobody has to look for them."""
    live = (col(CaseRow.phase) != Phase.CLOSED, ~col(CaseRow.shielded), open_in(session))
    due = dict([*reviews_due(session, today, *live).items()][:_MOST])
    found = cases(session, people, due)
    lines = (TodayLine(TodayKind.PLAN_REVIEW, day, case_file=found[n]) for n, day in due.items() if n in found)
    return tuple(sorted(lines, key=lambda line: line.on))


def _priority_reviews(session: Session, people: People, today: date) -> tuple[TodayLine, ...]:
    """Entries of the top 10 that are to be looked at again (Bgs art. 2.22)."""
    rows = session.exec(
        select(col(PriorityEntryRow.case_id), col(PriorityEntryRow.review_on), col(PriorityEntryRow.group_label))
        .join(CaseRow, col(CaseRow.id) == PriorityEntryRow.case_id, isouter=True)
        .where(col(PriorityEntryRow.rank).is_not(None), col(PriorityEntryRow.review_on) <= today)
        .where(or_(col(PriorityEntryRow.case_id).is_(None), listed_in(session)))
        .order_by(col(PriorityEntryRow.review_on))
    ).all()
    found = cases(session, people, (case_id for case_id, *_rest in rows if case_id is not None))
    return tuple(
        TodayLine(TodayKind.PRIORITY_REVIEW, day, case_file=found.get(case_id or 0), group_label=group)
        for case_id, day, group in rows
        if case_id is None or case_id in found
    )


def _reviews(session: Session, people: People, today: date) -> tuple[TodayLine, ...]:
    """Cases not discussed for so long, or never; not when a discussion is planned that is still to come."""
    last = func.coalesce(CaseRow.last_discussed, CaseRow.registered_on)
    planned = col(CaseRow.next_discussion)
    numbers = (
        select(CaseRow.id)
        .where(
            col(CaseRow.phase).in_([Phase.APPROACH, Phase.MONITORING, Phase.SCALING_DOWN]),
            open_in(session),
            or_(planned.is_(None), planned < today),
            last <= today - timedelta(weeks=settings_value(session).review_weeks),
        )
        .order_by(last)
        .limit(_MOST)
    )
    found = cases(session, people, (known(number) for number in session.exec(numbers))).values()
    lines = (
        TodayLine(TodayKind.REVIEW, case_file.last_discussed or case_file.registered_on, case_file=case_file)
        for case_file in found
    )
    return tuple(sorted(lines, key=lambda line: line.on))
