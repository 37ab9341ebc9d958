"""The record of a meeting as minutes: composed from the tables while it is a draft, read back frozen once final."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from pydantic import TypeAdapter
from sqlmodel import Session, col, select

from zvk_tui.domain.meeting import AgendaItem, Attendance, Meeting
from zvk_tui.domain.minutes import (
    ActionLine,
    ContributionLine,
    DecisionLine,
    JudgementLine,
    Minutes,
    MinutesHead,
    MinutesItem,
    MinutesStatus,
    Part,
    PresenceLine,
    PriorityLeft,
    PriorityPlace,
    SettledElsewhere,
    closed_part,
    left_list,
    places,
    put_together,
)
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.admission import may_see
from zvk_tui.store.desk import Desk
from zvk_tui.store.reading.cards import actions_where, contributions_of, decisions_where, judgement_of
from zvk_tui.store.reading.meetings import agenda_items, one_meeting, seats
from zvk_tui.store.reading.people import People, known
from zvk_tui.store.reading.priority import minutes_list
from zvk_tui.store.tables import (
    ActionEventRow,
    ActionRow,
    CaseRow,
    DecisionRow,
    FinalisationRow,
    MinutesPartRow,
    SettingRow,
)

_HEAD = TypeAdapter(MinutesHead)
_OTHER: TypeAdapter[MinutesItem | SettledElsewhere | PriorityPlace | PriorityLeft] = TypeAdapter(
    MinutesItem | SettledElsewhere | PriorityPlace | PriorityLeft
)


class Records:
    """Reads minutes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def minutes(self, meeting_id: int) -> Minutes:
        """Return the minutes of a meeting: as frozen when it is final, else a draft of this moment."""
        with self._desk.reading() as session:
            people = People(session)
            meeting = one_meeting(session, meeting_id, people)
            return frozen_minutes(session, meeting_id) if meeting.frozen else composed(session, meeting, people)


def newest_finalisation(session: Session, meeting_id: int) -> FinalisationRow | None:
    """Return how a meeting was last finalised, None when it never was."""
    return session.exec(
        select(FinalisationRow)
        .where(FinalisationRow.meeting_id == meeting_id)
        .order_by(col(FinalisationRow.version).desc())
    ).first()


def frozen_parts(session: Session, finalisation: FinalisationRow) -> tuple[MinutesPartRow, ...]:
    """Return the frozen parts of final minutes, head first."""
    return tuple(
        session.exec(
            select(MinutesPartRow)
            .where(MinutesPartRow.finalisation_id == finalisation.id)
            .order_by(col(MinutesPartRow.position))
        )
    )


def frozen_minutes(session: Session, meeting_id: int) -> Minutes:
    """Return final minutes as they were frozen; the part of an erased case is left out, a closed one says its number.

    Raises:
        Refused: when the meeting has no final minutes.
    """
    finalisation = newest_finalisation(session, meeting_id)
    if finalisation is None:
        raise Refused(N_("This meeting has no final minutes."))
    head, *others = frozen_parts(session, finalisation)
    shown = tuple(part for part in (_shown(session, one) for one in others) if part is not None)
    return Minutes(
        head=_HEAD.validate_json(head.content or "{}"),
        items=put_together(shown),
        status=MinutesStatus.FINAL,
        version=finalisation.version,
        finalised_at=finalisation.at,
        finalised_by=finalisation.by,
        fingerprint=finalisation.fingerprint,
        priority=places(shown),
        left=left_list(shown),
    )


def _shown(session: Session, row: MinutesPartRow) -> Part | None:
    """Return a frozen part as it may be shown, None when it is erased or nothing of it is."""
    if not row.content:
        return None
    part = _OTHER.validate_json(row.content)
    return part if may_see(session, row.case_id) else closed_part(part)


def composed(session: Session, meeting: Meeting, people: People) -> Minutes:
    """Return a draft of the minutes as the record stands now."""
    earlier = newest_finalisation(session, meeting.id)
    items = agenda_items(session, meeting.id, people)
    priority, left = minutes_list(session, meeting, items, people)
    return Minutes(
        head=_head(session, meeting, seats(session, meeting.id, people)),
        items=tuple(_item(session, item, people) for item in items),
        version=earlier.version + 1 if earlier else 1,
        priority=priority,
        left=left,
    )


def chamber_name(session: Session) -> str:
    """Return the name of the chamber that this vault belongs to."""
    row = session.get(SettingRow, "chamber")
    return str(row.value) if row else ""


def _head(session: Session, meeting: Meeting, attendance: tuple[Attendance, ...]) -> MinutesHead:
    return MinutesHead(
        chamber=chamber_name(session),
        series=meeting.series.name,
        series_kind=meeting.series.kind,
        number=meeting.number,
        on=meeting.on,
        started=_clock(meeting.started_at.timetz()) if meeting.started_at else None,
        ended=_clock(meeting.ended_at.timetz()) if meeting.ended_at else None,
        place=meeting.place,
        chair=meeting.chair.name if meeting.chair else "",
        note_taker=meeting.note_taker.name if meeting.note_taker else "",
        next_on=meeting.next_on,
        presence=tuple(_presence(seat) for seat in attendance),
    )


def _clock(moment: time) -> time:
    return time(moment.hour, moment.minute)


def _presence(seat: Attendance) -> PresenceLine:
    person = seat.professional
    return PresenceLine(person.name, person.function, person.partner.name, seat.presence, person.secrecy_signed_on)


def _item(session: Session, item: AgendaItem, people: People) -> MinutesItem:
    case_file = item.case
    if item.hidden:
        return MinutesItem(item.position, item.kind, "", item.state, case_ref=item.title)
    judgement = judgement_of(session, item.id)
    return MinutesItem(
        position=item.position,
        kind=item.kind,
        title=item.title,
        state=item.state,
        case_ref=case_file.ref if case_file else "",
        subject=case_file.subject if case_file else None,
        approach=case_file.approach if case_file else None,
        phase=case_file.phase if case_file else None,
        goal=case_file.goal if case_file else "",
        contributions=tuple(
            ContributionLine(c.partner.name, c.professional.name if c.professional else "", c.on, c.kind, c.text)
            for c in contributions_of(session, people, item.id)
        ),
        judgement=JudgementLine(judgement.text, judgement.earlier_worked, judgement.proportionate)
        if judgement
        else None,
        decisions=tuple(
            DecisionLine(d.number, d.text, d.motive, d.decided_by.name if d.decided_by else "", d.dissent, d.case_ref)
            for d in decisions_where(session, people, DecisionRow.item_id == item.id)
        ),
        actions=tuple(_action(a) for a in actions_where(session, people, ActionRow.item_id == item.id)),
        settled=_settled(session, item.id, people),
    )


def _action(action: Action) -> ActionLine:
    return ActionLine(
        action.number,
        action.text,
        action.owner.name,
        action.person.name if action.person else "",
        action.due,
        action.state,
        action.postponed_count,
        action.case_ref,
    )


def _settled(session: Session, item_id: int, people: People) -> tuple[ActionLine, ...]:
    events = session.exec(
        select(ActionEventRow).where(ActionEventRow.item_id == item_id).order_by(col(ActionEventRow.id))
    ).all()
    newest = {event.action_id: event for event in events}
    actions = actions_where(session, people, col(ActionRow.id).in_(newest))
    return tuple(_as_recorded(_action(action), newest[action.id]) for action in actions)


def _as_recorded(line: ActionLine, event: ActionEventRow) -> ActionLine:
    """Return an earlier action as the table left it at this item, whatever has become of it since."""
    return replace(line, due=event.due, state=ActionState(event.state), postponed_count=event.postponed_count)


def case_ids(session: Session, refs: Iterable[str]) -> dict[str, int | None]:
    """Return the row numbers of cases by their numbers; nothing is the number of no case."""
    query = select(CaseRow.ref, CaseRow.id).where(col(CaseRow.ref).in_(set(refs)))
    return {"": None, **{ref: known(row_id) for ref, row_id in session.exec(query)}}
