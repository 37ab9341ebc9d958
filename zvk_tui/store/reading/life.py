"""The life of a case as it is stored: its events, roles and letters, and the timeline that puts all of it in order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlmodel import Session, col, select

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import (
    CaseRole,
    ClosingReason,
    EventKind,
    Forum,
    LetterState,
    PoliceContactKind,
    ScaleTarget,
)
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.life import CaseEvent, CaseLife, LifeLimits, allowed, destinations, follow
from zvk_tui.domain.meeting import ItemState
from zvk_tui.domain.roles import RolePeriod
from zvk_tui.domain.timeline import TimelineEntry, TimelineKind, in_order
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import is_admitted, may_see, open_in
from zvk_tui.store.case_tables import CaseEventRow, CaseRoleRow, LetterRow, PlanRow, PoliceContactRow
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.approaches import current_rules
from zvk_tui.store.reading.closure_rules import out_of_view_of
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.tables import CaseRow, DecisionRow, ItemRow, MeetingRow, SeriesRow


class Lives:
    """Reads the life of one case."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @contextmanager
    def _reading(self, case_id: int) -> Iterator[Session]:
        """Give a session to read a case in, once it is known that it may be seen.

        Raises:
            Refused: when there is no such case, or it is closed to who opened the vault.
        """
        with self._desk.reading() as session:
            if session.get(CaseRow, case_id) is None or not may_see(session, case_id):
                raise Refused(N_("This case is not there, or you are not admitted to it."))
            yield session

    def events(self, case_id: int) -> tuple[CaseEvent, ...]:
        """Return what happened to a case, in order."""
        with self._desk.reading(case_id) as session:
            return events_of(session, case_id)

    def life(self, case_id: int) -> CaseLife:
        """Return where a case is: what follows from its events."""
        with self._desk.reading(case_id) as session:
            return follow(events_of(session, case_id))

    def ref(self, case_id: int) -> str:
        """Return the number of a case."""
        with self._reading(case_id) as session:
            return session.get_one(CaseRow, case_id).ref

    def places(self, case_id: int) -> tuple[tuple[Approach, Track], ...]:
        """Return the approaches and tracks to which a case can be moved: a closed one only by who is admitted to it."""
        with self._desk.reading(case_id) as session:
            tracks = {one: current_rules(session, one).tracks for one in Approach if is_admitted(session, one)}
            return destinations(follow(events_of(session, case_id)), tracks)

    def roles_to_give(self, case_id: int) -> tuple[CaseRole, ...]:
        """Return the roles that the approach of a case has."""
        with self._reading(case_id) as session:
            return current_rules(session, Approach(session.get_one(CaseRow, case_id).approach)).roles

    def allowed(self, case_id: int) -> tuple[EventKind, ...]:
        """Return the events that may come next; a move only when there is somewhere to move to."""
        kinds = allowed(self.life(case_id))
        return kinds if self.places(case_id) else tuple(kind for kind in kinds if kind is not EventKind.MOVED)

    def limits(self, case_id: int, approach: Approach | None = None) -> LifeLimits:
        """Return what the rules of its approach, or of one that it moves to, and its plan allow for a case."""
        with self._desk.reading(case_id) as session:
            limits = limits_of(session, session.get_one(CaseRow, case_id), approach)
            return replace(limits, out_of_view=out_of_view_of(session, case_id, self._desk.today()))

    def roles(self, case_id: int) -> tuple[RolePeriod, ...]:
        """Return who had which role in a case, the present ones last."""
        with self._desk.reading(case_id) as session:
            return roles_of(session, People(session), case_id)

    def letters(self, case_id: int) -> tuple[Letter, ...]:
        """Return the notification letters of a case, the newest last."""
        with self._desk.reading(case_id) as session:
            return letters_of(session, case_id)

    def letter(self, case_id: int) -> Letter | None:
        """Return the letter that counts now, None when none is due yet."""
        return next(iter(self.letters(case_id)[::-1]), None)

    def meetings(self, case_id: int, limit: int = 20) -> tuple[TimelineEntry, ...]:
        """Return the newest meetings at which a case was on the agenda, to name one at which something was agreed."""
        with self._desk.reading(case_id) as session:
            return tuple(_meetings(session, case_id))[-limit:][::-1]

    def timeline(self, case_id: int) -> tuple[TimelineEntry, ...]:
        """Return all that has a date in a case, as a story; a letter that waits stands on the day it needs somebody."""
        with self._desk.reading(case_id) as session:
            parts = (_events, _letters, _police, _meetings, _decisions, _plans)
            return in_order(entry for part in parts for entry in part(session, case_id))


def events_of(session: Session, case_id: int) -> tuple[CaseEvent, ...]:
    """Return what happened to a case, in order, as far as who opened this session may know it.

    That the person was registered again in a case that is closed to them is not told at all, nor is the number of an
    earlier case that is: each would say that there is such a case.
    """
    rows = session.exec(select(CaseEventRow).where(CaseEventRow.case_id == case_id).order_by(col(CaseEventRow.id)))
    events = tuple(event_value(row) for row in rows)
    hidden = hidden_refs(session, [event.other_ref for event in events if event.other_ref])
    return tuple(
        replace(event, other_ref="") if event.other_ref in hidden else event
        for event in events
        if event.kind is not EventKind.RE_REGISTERED or event.other_ref not in hidden
    )


def hidden_refs(session: Session, refs: Sequence[str]) -> frozenset[str]:
    """Return those of some numbers of cases that are closed to who opened this session."""
    if not refs:
        return frozenset()
    return frozenset(session.exec(select(CaseRow.ref).where(col(CaseRow.ref).in_(refs), ~open_in(session))))


def event_value(row: Any) -> CaseEvent:
    """Return the event of a row."""
    return CaseEvent(
        kind=EventKind(row.kind),
        on=row.on,
        by=row.by,
        reason=row.reason,
        approach=Approach(row.approach) if row.approach else None,
        track=Track(row.track) if row.track else None,
        closing_reason=ClosingReason(row.closing_reason) if row.closing_reason else None,
        forum=Forum(row.forum) if row.forum else None,
        scale_to=ScaleTarget(row.scale_to) if row.scale_to else None,
        receiver=row.receiver,
        accepted_by=row.accepted_by,
        next_steps=row.next_steps,
        other_ref=row.other_ref,
        meeting_id=row.meeting_id,
        id=known(row.id),
    )


def limits_of(session: Session, row: CaseRow, approach: Approach | None = None) -> LifeLimits:
    """Return what the rules of its approach, or of one that it moves to, and its plan allow for a case."""
    rules = current_rules(session, approach or Approach(row.approach))
    newest = select(PlanRow.goal).where(PlanRow.case_id == row.id).order_by(col(PlanRow.version).desc())
    goal = session.exec(newest).first() or row.goal
    return LifeLimits(rules.closing_reasons, rules.tracks, has_goal=bool(goal.strip()))


def roles_of(session: Session, people: People, case_id: int) -> tuple[RolePeriod, ...]:
    """Return who had which role in a case, the present ones last."""
    query = select(CaseRoleRow).where(CaseRoleRow.case_id == case_id)
    rows = session.exec(query.order_by(col(CaseRoleRow.until_on).is_(None), col(CaseRoleRow.from_on))).all()
    return tuple(
        RolePeriod(
            CaseRole(row.role), people.professionals[row.professional_id], row.from_on, row.until_on, known(row.id)
        )
        for row in rows
    )


def letters_of(session: Session, case_id: int) -> tuple[Letter, ...]:
    """Return the notification letters of a case, the newest last."""
    rows = session.exec(select(LetterRow).where(LetterRow.case_id == case_id).order_by(col(LetterRow.id)))
    return tuple(letter_value(row) for row in rows)


def letter_value(row: LetterRow) -> Letter:
    """Return the letter of a row."""
    return Letter(
        LetterState(row.state),
        row.due_on,
        row.sent_on,
        row.addressees,
        row.ground,
        row.deferred_by,
        row.recheck_on,
        known(row.id),
    )


def _events(session: Session, case_id: int) -> Iterator[TimelineEntry]:
    for event in events_of(session, case_id):
        yield TimelineEntry(event.on, TimelineKind.EVENT, event.id, event=event, word=event.kind, text=event.reason)


def _letters(session: Session, case_id: int) -> Iterator[TimelineEntry]:
    for letter in letters_of(session, case_id):
        on = letter.look_on or letter.sent_on or letter.due_on
        said = letter.addressees if letter.state is LetterState.SENT else letter.deferred_by
        ground = letter.ground if letter.state is LetterState.DEFERRED else ""
        yield TimelineEntry(on, TimelineKind.LETTER, letter.id, word=letter.state, title=said, text=ground)


def _police(session: Session, case_id: int) -> Iterator[TimelineEntry]:
    """Yield contacts with the police; one that is known to be wrong tells nothing."""
    still = select(PoliceContactRow).where(
        PoliceContactRow.case_id == case_id, col(PoliceContactRow.wrong_on).is_(None)
    )
    for row in session.exec(still):
        kind = PoliceContactKind(row.kind)
        yield TimelineEntry(
            row.on,
            TimelineKind.POLICE,
            known(row.id),
            word=kind,
            number=int(row.negative),
            title=row.source,
            text=row.note,
        )


def _meetings(session: Session, case_id: int) -> Iterator[TimelineEntry]:
    rows = session.exec(
        select(ItemRow, MeetingRow, SeriesRow.name)
        .join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
        .join(SeriesRow, col(SeriesRow.id) == MeetingRow.series_id)
        .where(ItemRow.case_id == case_id, ItemRow.state != ItemState.OPEN)
        .order_by(col(MeetingRow.on), col(MeetingRow.id))
    )
    for item, meeting, name in rows:
        yield TimelineEntry(
            meeting.on,
            TimelineKind.MEETING,
            known(meeting.id),
            word=ItemState(item.state),
            number=meeting.number,
            title=name,
        )


def _decisions(session: Session, case_id: int) -> Iterator[TimelineEntry]:
    for row in session.exec(select(DecisionRow).where(DecisionRow.case_id == case_id)):
        yield TimelineEntry(
            row.on, TimelineKind.DECISION, known(row.id), number=row.number, title=row.motive, text=row.text
        )


def _plans(session: Session, case_id: int) -> Iterator[TimelineEntry]:
    for row in session.exec(select(PlanRow).where(PlanRow.case_id == case_id)):
        yield TimelineEntry(
            row.on, TimelineKind.PLAN, known(row.id), number=row.version, title=row.reason, text=row.goal
        )
