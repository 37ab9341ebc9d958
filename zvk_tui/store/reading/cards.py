"""The card of an agenda item, and the actions and decisions on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy import select as sa_select
from sqlmodel import Session, and_, col, or_, select

from zvk_tui.domain.card import Card
from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.closure_case import CLOSABLE
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.meeting import AgendaItem, ItemKind, ItemState
from zvk_tui.domain.partners import Chain
from zvk_tui.domain.record import (
    Action,
    ActionState,
    Answer,
    Contribution,
    Decision,
    Judgement,
    StatementKind,
)
from zvk_tui.domain.settling import carried_over
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import listed_in, open_in
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.meetings import item_value
from zvk_tui.store.reading.people import People, cases, known, one_case, rows, whole
from zvk_tui.store.tables import (
    ActionEventRow,
    ActionRow,
    CaseRow,
    ChairNoteRow,
    ContributionRow,
    DecisionRow,
    ItemRow,
    JudgementRow,
    MeetingRow,
)


class Cards:
    """Reads the card of an agenda item."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self, item_id: int) -> Card:
        """Return the card of one item; of a case that is closed to the user it holds the number and no more."""
        with self._desk.reading() as session:
            people = People(session)
            row = session.get_one(ItemRow, item_id)
            found = cases(session, people, [row.case_id]) if row.case_id is not None else {}
            item = item_value(session, row, found)
            return Card(item) if item.hidden else _card(session, row, item, people, self._desk.today())

    def of_case(self, case_id: int) -> Card:
        """Return the card of a case between meetings: its last discussion and its open actions.

        Raises:
            Refused: when there is no such case, it is closed to the user, or it is shielded.
        """
        with self._desk.reading() as session:
            people = People(session)
            case_file = one_case(session, people, case_id)
            if not cases(session, people, [case_id]):
                raise Refused(N_("This case is shielded. Ask for it by its number in the list of cases, and say why."))
            row = session.exec(
                select(ItemRow)
                .join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
                .where(ItemRow.case_id == case_id, ItemRow.state == ItemState.DISCUSSED)
                .order_by(col(MeetingRow.on).desc())
            ).first()
            still_open = actions_where(
                session, people, ActionRow.case_id == case_id, ActionRow.state == ActionState.OPEN
            )
            if row is None:
                return Card(AgendaItem(0, 0, ItemKind.CASE, "", 0, case=case_file), carried=still_open)
            item = replace(item_value(session, row, {case_id: case_file}), reasons=())
            last = _card(session, row, item, people, self._desk.today())
            return replace(
                last, carried=still_open, settled_since=(), earlier_decisions=(), actions=(), since=None, note=""
            )

    def open_actions(self, meeting_id: int) -> tuple[Action, ...]:
        """Return the open actions that return at a meeting, over all its cases, most overdue first."""
        with self._desk.reading() as session:
            meeting = session.get_one(MeetingRow, meeting_id)
            return _carried(session, meeting, None, People(session))


def actions_where(session: Session, people: People, *conditions: object, shielded: bool = False) -> tuple[Action, ...]:
    """Return the actions that meet all conditions and may be seen, by due date; of shielded cases only when asked."""
    query = (
        sa_select(whole(ActionRow), col(CaseRow.ref).label("case_ref"))
        .join(CaseRow, col(CaseRow.id) == ActionRow.case_id, isouter=True)
        .where(or_(col(ActionRow.case_id).is_(None), _shown(session, shielded)), *conditions)  # type: ignore[arg-type]
        .order_by(col(ActionRow.due), col(ActionRow.number))
    )
    return tuple(_action(row, row.case_ref or "", people) for row in rows(session, query))


def decisions_where(
    session: Session, people: People, *conditions: object, shielded: bool = False
) -> tuple[Decision, ...]:
    """Return the decisions that meet all conditions and may be seen, by number; of shielded cases only when asked."""
    query = (
        sa_select(whole(DecisionRow), col(CaseRow.ref).label("case_ref"))
        .join(CaseRow, col(CaseRow.id) == DecisionRow.case_id, isouter=True)
        .where(or_(col(DecisionRow.case_id).is_(None), _shown(session, shielded)), *conditions)  # type: ignore[arg-type]
        .order_by(col(DecisionRow.number))
    )
    return tuple(
        Decision(
            row.id,
            row.number,
            row.text,
            row.motive,
            people.partner(row.decided_by_id),
            row.dissent,
            row.on,
            row.case_ref or "",
        )
        for row in rows(session, query)
    )


def _shown(session: Session, shielded: bool) -> ColumnElement[bool]:
    return open_in(session) if shielded else listed_in(session)


def contributions_of(session: Session, people: People, item_id: int) -> tuple[Contribution, ...]:
    """Return what was brought in at an item, in the order it was said."""
    query = sa_select(whole(ContributionRow)).where(col(ContributionRow.item_id) == item_id)
    return tuple(contribution_value(row, people) for row in rows(session, query.order_by(col(ContributionRow.id))))


def contribution_value(row: Any, people: People) -> Contribution:
    """Return one statement."""
    return Contribution(
        known(row.id),
        people.partners[row.partner_id],
        people.professional(row.professional_id),
        row.on,
        StatementKind(row.kind),
        row.text,
        DataCategory(row.category) if row.category else None,
        row.conditions,
        Standing(row.standing),
    )


def judgement_of(session: Session, item_id: int) -> Judgement | None:
    """Return the judgement on an item, None when there is none yet."""
    row = session.exec(select(JudgementRow).where(JudgementRow.item_id == item_id)).first()
    return Judgement(row.text, Answer(row.earlier_worked), Answer(row.proportionate)) if row else None


def touched_at(session: Session, item_id: int) -> tuple[int, ...]:
    """Return the row numbers of the earlier actions of which something was recorded at an item."""
    return tuple(dict.fromkeys(session.exec(select(ActionEventRow.action_id).where(ActionEventRow.item_id == item_id))))


def _card(session: Session, row: ItemRow, item: AgendaItem, people: People, today: date) -> Card:
    from zvk_tui.store.reading.outlook import attached_to, closing_of, movement_of  # these read cards themselves
    from zvk_tui.store.reading.priority import list_now  # only one item needs it

    meeting = session.get_one(MeetingRow, row.meeting_id)
    since = _last_discussion(session, row, meeting) if row.case_id is not None else None
    closable = item.case is not None and item.case.live and item.case.phase in CLOSABLE
    return Card(
        item=item,
        closing=closing_of(session, item.case.id, max(meeting.on, today)) if item.case and closable else None,
        attached=attached_to(session, item.id, item.case.id) if item.case and closable else None,
        movement=movement_of(session, item.case.id, since[1]) if item.case and since else None,
        since=since[1] if since else None,
        earlier_decisions=decisions_where(session, people, DecisionRow.item_id == since[0]) if since else (),
        carried=_carried(session, meeting, row, people) if row.case_id or item.kind is ItemKind.ACTIONS else (),
        settled_since=_settled_since(session, row, meeting, since[1], people) if since else (),
        contributions=contributions_of(session, people, item.id),
        judgement=judgement_of(session, item.id),
        decisions=decisions_where(session, people, DecisionRow.item_id == item.id),
        actions=actions_where(session, people, ActionRow.item_id == item.id),
        priority=list_now(session, people, today) if item.kind is ItemKind.TOP10 else None,
        note=session.exec(select(ChairNoteRow.text).where(ChairNoteRow.item_id == item.id)).first() or "",
    )


def _last_discussion(session: Session, row: ItemRow, meeting: MeetingRow) -> tuple[int, date] | None:
    found = session.exec(
        select(col(ItemRow.id), col(MeetingRow.on))
        .join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
        .where(ItemRow.case_id == row.case_id, ItemRow.state == "discussed", MeetingRow.on < meeting.on)
        .order_by(col(MeetingRow.on).desc())
        .limit(1)
    ).first()
    return (known(found[0]), found[1]) if found else None


def _carried(session: Session, meeting: MeetingRow, row: ItemRow | None, people: People) -> tuple[Action, ...]:
    """Open actions of the case, or of the whole series; and those that were settled at this very item."""
    of_case = row is not None and row.case_id is not None
    scope = ActionRow.case_id == row.case_id if row is not None and of_case else _of_series(meeting)
    touched: Sequence[int] = touched_at(session, known(row.id)) if row is not None else ()
    wanted = or_(ActionRow.state == ActionState.OPEN, col(ActionRow.id).in_(touched))
    elsewhere = or_(col(ActionRow.meeting_id).is_(None), ActionRow.meeting_id != meeting.id)
    earlier = actions_where(session, people, scope, wanted, elsewhere)
    still_open = carried_over(earlier, meeting.on)
    settled = tuple(action for action in earlier if action.state is not ActionState.OPEN)
    return (*still_open, *settled)


def _of_series(meeting: MeetingRow) -> object:
    """Return the condition of the actions of a series: agreed at its meetings, or between them on one of its cases."""
    held = select(MeetingRow.id).where(MeetingRow.series_id == meeting.series_id)
    discussed = select(ItemRow.case_id).where(col(ItemRow.meeting_id).in_(held), col(ItemRow.case_id).is_not(None))
    between = and_(col(ActionRow.meeting_id).is_(None), col(ActionRow.case_id).in_(discussed))
    return or_(col(ActionRow.meeting_id).in_(held), between)


def _settled_since(
    session: Session, row: ItemRow, meeting: MeetingRow, since: date, people: People
) -> tuple[Action, ...]:
    return actions_where(
        session,
        people,
        ActionRow.case_id == row.case_id,
        ActionRow.state != ActionState.OPEN,
        col(ActionRow.settled_on) >= since,
        col(ActionRow.settled_on) <= meeting.on,
        or_(col(ActionRow.settled_meeting_id).is_(None), ActionRow.settled_meeting_id != meeting.id),
    )


def _action(row: Any, case_ref: str, people: People) -> Action:
    return Action(
        id=known(row.id),
        number=row.number,
        text=row.text,
        owner=people.partners[row.owner_id],
        person=people.professional(row.person_id),
        due=row.due,
        state=ActionState(row.state),
        postponed_count=row.postponed_count,
        case_ref=case_ref,
        origin_meeting_id=row.meeting_id,
        agreed_on=row.agreed_on,
        settled_on=row.settled_on,
        settled_meeting_id=row.settled_meeting_id,
        chain=Chain(row.chain) if row.chain else None,
        intervention=Intervention(row.intervention) if row.intervention else None,
        goal_key=row.goal_key,
    )
