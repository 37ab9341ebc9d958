"""What the agenda of a meeting proposes: the cases of which the dates give a reason, read in few queries."""

from datetime import date, timedelta
from itertools import chain
from typing import Final

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, or_, select

from zvk_tui.domain.agenda import (
    CaseFacts,
    ProposedItem,
    propose,
)
from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.meeting import SeriesKind
from zvk_tui.domain.record import ActionState
from zvk_tui.store.admission import open_in, whole
from zvk_tui.store.reading.meetings import agenda_items, series_value
from zvk_tui.store.reading.outlook import (
    closable_on,
    closing_proposed,
    group_reviews_due,
    list_reviews_due,
    reviews_due,
)
from zvk_tui.store.reading.people import People, cases, known
from zvk_tui.store.reading.settings import settings_value
from zvk_tui.store.tables import (
    ActionRow,
    CaseRow,
    MeetingRow,
    SeriesRow,
)

_LOOKED_BACK: Final = 8
"""Meetings in which a recurring item is looked up that was taken off the agenda once."""


def proposals(session: Session, meeting: MeetingRow) -> tuple[ProposedItem, ...]:
    """Return what the agenda of a meeting proposes, with the reasons of the day it is held."""
    people = People(session)
    series = series_value(session.get_one(SeriesRow, meeting.series_id))
    before = session.exec(
        select(MeetingRow.id)
        .where(MeetingRow.series_id == series.id, MeetingRow.number < meeting.number)
        .order_by(col(MeetingRow.number).desc())
        .limit(_LOOKED_BACK)
    ).all()
    with whole(session):  # what was skipped or moved returns, whoever opens the meeting
        previous, *earlier = [agenda_items(session, known(number), people) for number in before] or [()]
    weeks = settings_value(session).review_weeks
    wanted = _scope(series.kind, series.approach, series.case_id)
    facts = _facts(session, meeting.on, people, wanted, _has_reason(meeting.on, weeks, series.case_id))
    groups = group_reviews_due(session, meeting.on)
    return propose(series, meeting.on, previous, facts, weeks, earlier=chain.from_iterable(earlier), groups=groups)


def _scope(kind: SeriesKind, approach: str, case_id: int | None) -> ColumnElement[bool]:
    """Which cases a series discusses: those of its approach, or its one case."""
    return col(CaseRow.id) == case_id if kind is SeriesKind.PROCESS_MEETING else col(CaseRow.approach) == approach


def _has_reason(on: date, review_weeks: int, case_id: int | None) -> ColumnElement[bool]:
    """Which cases may have a reason to be discussed on a day, so that no others are read: see `case_reasons`."""
    late = select(ActionRow.id).where(
        ActionRow.case_id == CaseRow.id, ActionRow.state == ActionState.OPEN, col(ActionRow.due) <= on
    )
    last = func.coalesce(CaseRow.last_discussed, CaseRow.registered_on)
    return or_(
        col(CaseRow.id) == case_id,
        col(CaseRow.phase).in_((Phase.REFERRED, Phase.TRIAGE)),
        col(CaseRow.next_discussion) <= on,
        last <= on - timedelta(weeks=review_weeks),
        late.exists(),
    )


def _facts(
    session: Session, on: date, people: People, wanted: ColumnElement[bool], reason: ColumnElement[bool]
) -> tuple[CaseFacts, ...]:
    scope = (CaseRow.phase != Phase.CLOSED, open_in(session), wanted)
    query = select(CaseRow.id).where(*scope, reason)
    numbers = [known(number) for number in session.exec(query)]
    reviews, closable = reviews_due(session, on, *scope), closable_on(session, on, *scope)
    waiting, listed = closing_proposed(session, *scope), list_reviews_due(session, on, *scope)
    numbers = [*dict.fromkeys((*numbers, *reviews, *closable, *waiting, *listed))]
    late, due = _counts(session, numbers, on)
    found = cases(session, people, numbers)
    return tuple(
        CaseFacts(
            found[n],
            late.get(n, 0),
            due.get(n, 0),
            reviews.get(n),
            listed.get(n),
            may_close=n in closable,
            closing_proposed=n in waiting,
        )
        for n in sorted(found, key=lambda n: found[n].ref)
    )


def _counts(session: Session, numbers: list[int], on: date) -> tuple[dict[int, int], dict[int, int]]:
    late: dict[int, int] = {}
    due: dict[int, int] = {}
    query = (
        select(col(ActionRow.case_id), col(ActionRow.due), func.count())
        .where(
            ActionRow.state == ActionState.OPEN,
            col(ActionRow.due) <= on,
            col(ActionRow.case_id).in_(numbers),
        )
        .group_by(col(ActionRow.case_id), col(ActionRow.due))
    )
    for case_id, day, count in session.exec(query):
        if case_id is None:
            continue
        kind = late if day < on else due
        kind[case_id] = kind.get(case_id, 0) + count
    return late, due
