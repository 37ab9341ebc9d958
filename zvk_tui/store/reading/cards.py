"""The card of an agenda item, and the actions and decisions on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlmodel import Session, col, or_, select

from zvk_tui.domain.card import Card
from zvk_tui.domain.meeting import AgendaItem, ItemKind, ItemState
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
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.meetings import item_value
from zvk_tui.store.reading.people import People, cases, known
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
        """Return the card of one item."""
        with self._desk.reading() as session:
            people = People(session)
            row = session.get_one(ItemRow, item_id)
            found = cases(session, people, [row.case_id]) if row.case_id is not None else {}
            return _card(session, row, item_value(row, found), people)

    def of_case(self, case_id: int) -> Card:
        """Return the card of a case between meetings: its last discussion and its open actions."""
        with self._desk.reading() as session:
            people = People(session)
            case_file = cases(session, people, [case_id])[case_id]
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
            last = _card(session, row, replace(item_value(row, {case_id: case_file}), reasons=()), people)
            return replace(
                last, carried=still_open, settled_since=(), earlier_decisions=(), actions=(), since=None, note=""
            )

    def open_actions(self, meeting_id: int) -> tuple[Action, ...]:
        """Return the open actions that return at a meeting, over all its cases, most overdue first."""
        with self._desk.reading() as session:
            meeting = session.get_one(MeetingRow, meeting_id)
            return _carried(session, meeting, None, People(session))


def actions_where(session: Session, people: People, *conditions: object) -> tuple[Action, ...]:
    """Return the actions that meet all conditions, by due date."""
    query = (
        select(ActionRow, col(CaseRow.ref))
        .join(CaseRow, col(CaseRow.id) == ActionRow.case_id, isouter=True)
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(col(ActionRow.due), col(ActionRow.number))
    )
    return tuple(_action(row, ref or "", people) for row, ref in session.exec(query))


def decisions_where(session: Session, people: People, *conditions: object) -> tuple[Decision, ...]:
    """Return the decisions that meet all conditions, by number."""
    query = (
        select(DecisionRow, col(CaseRow.ref))
        .join(CaseRow, col(CaseRow.id) == DecisionRow.case_id, isouter=True)
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(col(DecisionRow.number))
    )
    return tuple(
        Decision(
            known(row.id),
            row.number,
            row.text,
            row.motive,
            people.partner(row.decided_by_id),
            row.dissent,
            row.on,
            ref or "",
        )
        for row, ref in session.exec(query)
    )


def contributions_of(session: Session, people: People, item_id: int) -> tuple[Contribution, ...]:
    """Return what was brought in at an item, in the order it was said."""
    rows = session.exec(
        select(ContributionRow).where(ContributionRow.item_id == item_id).order_by(col(ContributionRow.id))
    ).all()
    return tuple(
        Contribution(
            known(row.id),
            people.partners[row.partner_id],
            people.professional(row.professional_id),
            row.on,
            StatementKind(row.kind),
            row.text,
        )
        for row in rows
    )


def judgement_of(session: Session, item_id: int) -> Judgement | None:
    """Return the judgement on an item, None when there is none yet."""
    row = session.exec(select(JudgementRow).where(JudgementRow.item_id == item_id)).first()
    return Judgement(row.text, Answer(row.earlier_worked), Answer(row.proportionate)) if row else None


def touched_at(session: Session, item_id: int) -> tuple[int, ...]:
    """Return the row numbers of the earlier actions of which something was recorded at an item."""
    return tuple(dict.fromkeys(session.exec(select(ActionEventRow.action_id).where(ActionEventRow.item_id == item_id))))


def _card(session: Session, row: ItemRow, item: AgendaItem, people: People) -> Card:
    meeting = session.get_one(MeetingRow, row.meeting_id)
    since = _last_discussion(session, row, meeting) if row.case_id is not None else None
    return Card(
        item=item,
        since=since[1] if since else None,
        earlier_decisions=decisions_where(session, people, DecisionRow.item_id == since[0]) if since else (),
        carried=_carried(session, meeting, row, people) if row.case_id or item.kind is ItemKind.ACTIONS else (),
        settled_since=_settled_since(session, row, meeting, since[1], people) if since else (),
        contributions=contributions_of(session, people, item.id),
        judgement=judgement_of(session, item.id),
        decisions=decisions_where(session, people, DecisionRow.item_id == item.id),
        actions=actions_where(session, people, ActionRow.item_id == item.id),
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
    if row is not None and row.case_id is not None:
        scope: list[object] = [ActionRow.case_id == row.case_id]
    else:
        in_series = select(MeetingRow.id).where(MeetingRow.series_id == meeting.series_id)
        scope = [col(ActionRow.meeting_id).in_(in_series)]
    touched: Sequence[int] = touched_at(session, known(row.id)) if row is not None else ()
    wanted = or_(ActionRow.state == ActionState.OPEN, col(ActionRow.id).in_(touched))
    earlier = actions_where(session, people, *scope, wanted, ActionRow.meeting_id != meeting.id)
    still_open = carried_over(earlier, meeting.on)
    settled = tuple(action for action in earlier if action.state is not ActionState.OPEN)
    return (*still_open, *settled)


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


def _action(row: ActionRow, case_ref: str, people: People) -> Action:
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
    )
