"""Plays the plan of the demo into a vault: every moment through the same door as a chair, in the order of time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

from zvk_tui.demo.plan import CasePlan, Chamber, ItemPlan, LetterPlan, MeetingPlan, SeriesPlan
from zvk_tui.demo.plans import Between
from zvk_tui.demo.priority import top10
from zvk_tui.domain.approaches import CLOSED_APPROACHES
from zvk_tui.domain.case_terms import CaseRole, ClosingReason, EventKind, LetterState
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.meeting import AgendaItem, ItemState, MeetingState, Presence
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.domain.record import ActionState
from zvk_tui.store.vault import Vault

_ADDED: Final = time(9, 30)
_HAPPENED: Final = time(17, 10)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that is entered at one moment."""

    at: datetime
    do: Callable[[], None]
    adds: str = ""
    """The number of the case that it adds, nothing when it adds none."""


def _at(day: date, hour: time, minutes: int = 0) -> datetime:
    return datetime.combine(day, hour) + timedelta(minutes=minutes)


class PlayClock:
    """A clock that stands where it was put."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment it stands at."""
        return self.now

    def set(self, day: date, at: time) -> None:
        """Put it at a moment, but never back: what is entered later is written later."""
        self.now = max(self.now, datetime.combine(day, at).astimezone())


class Player:
    """Plays a plan into a vault; numbers of the plan become numbers of the vault."""

    def __init__(self, vault: Vault, plan: Chamber, clock: PlayClock) -> None:
        self.vault = vault
        self.plan = plan
        self.clock = clock
        self.partners: dict[int, Partner] = {}
        self.people: dict[int, Professional] = {}
        self.cases: dict[str, int] = {}
        self.series: dict[int, int] = {}
        self.actions: dict[str, int] = {}
        self.meetings: dict[tuple[int, int], int] = {}
        self.discussed: dict[tuple[str, date], int] = {}
        self._begins = clock.now.date()

    def play(self, told: Callable[[int, int], None]) -> None:
        """Fill the register, then enter everything that happened in the order of its moments."""
        for partner in self.plan.partners:
            self.partners[partner.id] = self.vault.keep.add_partner(partner)
        for person in self.plan.professionals:
            here = replace(person, partner=self.partners[person.partner.id])
            self.people[person.id] = self.vault.keep.add_professional(here)
        for series_plan in self.plan.series:
            if series_plan.series.case_id is None:
                self._add_series(series_plan)
        moments = sorted(self._moments(told), key=lambda moment: moment.at)
        numbers = {ref: number for number, ref in enumerate((m.adds for m in moments if m.adds), 1)}
        between = Between(self.vault, self.plan, numbers, self.clock.set)
        for moment in moments:
            between.until(moment.at.date())
            self.clock.set(moment.at.date(), moment.at.time())
            moment.do()

    def _moments(self, told: Callable[[int, int], None]) -> Iterator[Moment]:
        """Yield all that is entered, in any order."""
        for case_plan in (*self.plan.cases, *self.plan.visits):
            yield from self._life(case_plan)
        for series_plan in self.plan.series:
            if series_plan.series.case_id is not None:
                plan = next(c for c in self.plan.cases if c.start.id == series_plan.series.case_id)
                yield Moment(_at(self._known_from(plan), _ADDED, 5), partial(self._add_series, series_plan))
        for day, hour, do in top10(self.vault, self.plan, self.cases, self.people):
            yield Moment(_at(day, hour), do)
        for held, meeting in enumerate(self.plan.meetings, 1):
            yield from self._sitting(meeting, partial(told, held, len(self.plan.meetings)))

    def _life(self, case_plan: CasePlan) -> Iterator[Moment]:
        """Yield what happens to a case; what was before the vault is taken over with its registration."""
        life, known = case_plan.life, self._known_from(case_plan)
        before = tuple(event for event in life.events if event.on <= known)
        ref = case_plan.start.ref
        yield Moment(_at(known, _ADDED), partial(self._add_case, case_plan, before), ref)
        for place, event in enumerate(life.events):
            if event.on > known:
                yield Moment(_at(event.on, _HAPPENED, place), partial(self._happen, ref, event))
        admitted = next((event.on for event in life.events if event.kind is EventKind.ADMITTED), known)
        if life.coach is not None:
            change = partial(self._set_role, ref, CaseRole.PAD_COACH, life.coach, admitted)
            yield Moment(_at(max(admitted, known), _HAPPENED, 20), change)
        if life.letter is not None and admitted > known:
            yield Moment(_at(life.letter.on, _HAPPENED, 30), partial(self._record_letter, ref, life.letter))
        if life.earlier_coordinator is not None and case_plan.today.coordinator is not None:
            on = self.plan.meetings[-1].on - timedelta(110)
            coordinates = partial(self._set_role, ref, CaseRole.CASE_COORDINATOR, case_plan.today.coordinator, on)
            yield Moment(_at(on, _HAPPENED), coordinates)

    def _sitting(self, meeting: MeetingPlan, told: Callable[[], None]) -> Iterator[Moment]:
        """Yield the three moments of a meeting: opened, held, made final."""
        is_over = meeting.state is not MeetingState.PREPARING
        if not is_over:
            yield Moment(_at(meeting.on - timedelta(3), time(10, 10)), self._leave_cases_as_today)
        yield Moment(_at(meeting.on - timedelta(3), time(10, 15)), partial(self._open, meeting))
        if is_over:
            yield Moment(_at(meeting.on, meeting.started or meeting.start), partial(self._hold, meeting, told))
            yield Moment(_at(meeting.finalised_on or meeting.on, time(16, 40)), partial(self._finalise, meeting))

    def _known_from(self, case_plan: CasePlan) -> date:
        """Return the day on which a case is entered: when it is registered, or the vault is made.

        A case of an approach that is closed to the holder of the demo is entered whole, on the day of its newest event.
        """
        events = case_plan.life.events
        closed = case_plan.today.approach in CLOSED_APPROACHES
        return max(self._begins, events[-1].on if closed else events[0].on)

    def _add_case(self, case_plan: CasePlan, events: tuple[CaseEvent, ...]) -> None:
        start, life = case_plan.start, case_plan.life
        first = life.earlier_coordinator or start.coordinator
        here = replace(start, director=self._person(start.director), coordinator=self._person(first))
        self.cases[start.ref] = self.vault.keep.add_case(here, events, life.label).id

    def _happen(self, ref: str, event: CaseEvent) -> None:
        meeting = self.discussed.get((ref, event.on))
        if event.closing_reason is ClosingReason.SIX_MONTHS:
            self.vault.police_desk.set_known(self.cases[ref], event.on - timedelta(3), "Politie")
        self.vault.lives.add(self.cases[ref], replace(event, meeting_id=meeting))

    def _set_role(self, ref: str, role: CaseRole, person: Professional, on: date) -> None:
        self.vault.lives.set_role(self.cases[ref], role, self.people[person.id].id, on)

    def _record_letter(self, ref: str, plan: LetterPlan) -> None:
        sent_on = plan.on if plan.state is LetterState.SENT else None
        letter = Letter(plan.state, plan.on, sent_on, plan.addressees, plan.ground, plan.deferred_by, plan.recheck_on)
        self.vault.lives.record_letter(self.cases[ref], letter)

    def _add_series(self, plan: SeriesPlan) -> None:
        members = [self.people[person.id] for person in plan.members]
        case_id = plan.series.case_id
        if case_id is not None:
            case_id = self.cases[next(c.start.ref for c in self.plan.cases if c.start.id == case_id)]
        added = self.vault.keep.add_series(
            replace(plan.series, case_id=case_id), members, self._person(plan.chair), self._person(plan.note_taker)
        )
        self.series[plan.series.id] = added.id

    def _leave_cases_as_today(self) -> None:
        for case_plan in self.plan.cases:
            case_file = case_plan.today
            if not case_plan.life.shielded and case_file.approach not in CLOSED_APPROACHES:
                number = self.cases[case_file.ref]
                self.vault.keep.set_discussions(number, case_file.last_discussed, case_file.next_discussion)

    def _open(self, plan: MeetingPlan) -> None:
        number = self.vault.agenda.open_meeting(self.series[plan.series_id], plan.on, plan.start)
        self.meetings[plan.series_id, plan.number] = number
        self._attend(number, plan)

    def _hold(self, plan: MeetingPlan, told: Callable[[], None]) -> None:
        told()
        number = self.meetings[plan.series_id, plan.number]
        items = self._agenda(number, plan)
        self.vault.table.start(number)
        for item, item_plan in items:
            self._discuss(item, item_plan, plan.on)
            if item_plan.case_ref and item_plan.state is ItemState.DISCUSSED:
                self.discussed[item_plan.case_ref, plan.on] = number
        self.clock.set(plan.on, plan.ended or plan.start)
        self.vault.settle.end(number)
        self.vault.settle.set_next(number, plan.next_on)

    def _finalise(self, plan: MeetingPlan) -> None:
        self.vault.settle.finalise(self.meetings[plan.series_id, plan.number])

    def _attend(self, number: int, plan: MeetingPlan) -> None:
        there = {seat.professional.id: seat for seat in self.vault.meetings.attendance(number)}
        for wanted in plan.attendance:
            person = self.people[wanted.professional.id]
            if person.id not in there:
                self.vault.agenda.invite(number, person.id, wanted.presence)
        seats = {seat.professional.id: seat for seat in self.vault.meetings.attendance(number)}
        for wanted in plan.attendance:
            seat = seats.pop(self.people[wanted.professional.id].id)
            if wanted.presence is not seat.presence:
                self.vault.table.set_presence(seat.id, wanted.presence)
            if wanted.leaves_at is not None:
                self.vault.agenda.set_leaving(seat.id, wanted.leaves_at)
        for seat in seats.values():
            if plan.state is not MeetingState.PREPARING:
                self.vault.table.set_presence(seat.id, Presence.EXCUSED)

    def _agenda(self, number: int, plan: MeetingPlan) -> list[tuple[AgendaItem, ItemPlan]]:
        """Bring the agenda that proposed itself to what was planned, and pair the two."""
        pairs: list[tuple[AgendaItem, ItemPlan]] = []
        proposed = list(self.vault.meetings.agenda(number))
        for wanted in plan.items:
            found = next((item for item in proposed if _matches(item, wanted)), None)
            if found is None:
                found = self._add_item(number, wanted)
            else:
                proposed.remove(found)
            if found.planned_minutes != wanted.planned_minutes:
                self.vault.agenda.set_minutes(found.id, wanted.planned_minutes)
            pairs.append((found, wanted))
        for item in proposed:
            self.vault.agenda.drop(item.id)
        return pairs

    def _add_item(self, number: int, wanted: ItemPlan) -> AgendaItem:
        if wanted.case_ref:
            item_id = self.vault.agenda.add_case(number, self.cases[wanted.case_ref], wanted.planned_minutes)
        else:
            item_id = self.vault.agenda.add_topic(number, wanted.title or wanted.kind.value, wanted.planned_minutes)
        return next(item for item in self.vault.meetings.agenda(number) if item.id == item_id)

    def _discuss(self, item: AgendaItem, plan: ItemPlan, on: date) -> None:
        entries = self.vault.entries
        for settled in plan.settlements:
            action = self.actions[settled.action]
            if settled.state is ActionState.OPEN:
                entries.postpone_action(action, settled.due, on, item.id)
            else:
                entries.settle_action(action, settled.state, on, item.id)
        for said in plan.contributions:
            source = Owner(self.partners[said.partner.id], self._person(said.professional))
            entries.add_contribution(item.id, source, said.kind, said.text, said.on)
        if plan.judgement is not None:
            entries.save_judgement(item.id, plan.judgement)
        for decision in plan.decisions:
            power = self.partners[decision.decided_by.id].id if decision.decided_by else None
            entries.add_decision(item.id, decision.text, decision.motive, power, decision.dissent)
        for agreed in plan.actions:
            owner = Owner(self.partners[agreed.owner.id], self._person(agreed.person))
            self.actions[agreed.key] = entries.add_action(item.id, owner, agreed.text, agreed.due)
        if plan.note:
            self.vault.table.save_note(item.id, plan.note)
        self.clock.now += timedelta(seconds=plan.spent_seconds)
        self.vault.table.conclude(item.id, plan.state)
        if plan.state is ItemState.DISCUSSED and plan.next_discussion:
            self.vault.table.plan_discussion(item.id, plan.next_discussion)

    def _person(self, person: Professional | None) -> Professional | None:
        return self.people[person.id] if person else None


def _matches(item: AgendaItem, wanted: ItemPlan) -> bool:
    if wanted.case_ref:
        return item.case is not None and item.case.ref == wanted.case_ref
    return item.case is None and item.kind is wanted.kind and item.title == wanted.title
