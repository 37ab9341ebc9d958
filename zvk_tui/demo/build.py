"""Makes the demo vault: plays the plan of the fictional chamber through the same doors as a chair."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.plan import CasePlan, Chamber, ItemPlan, MeetingPlan, SeriesPlan
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.meeting import AgendaItem, ItemState, MeetingState, Presence
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.domain.record import ActionState
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.vault import Vault, create_vault

PASSPHRASE: Final = "vier fietsen naast de sluis"
"""Opens the demo vault; it protects nothing, the people in it are invented."""

Clock = Callable[[], datetime]


def demo_clock(on: date | None) -> Clock:
    """Return the clock of the demo: on another day it gives that day, at the present time of day."""

    def now() -> datetime:
        real = datetime.now().astimezone()
        return real if on is None else datetime.combine(on, real.time()).astimezone()

    return now


def made_for(path: Path) -> date | None:
    """Return the day that the demo at `path` was made for, None when there is no demo or nobody knows."""
    try:
        return date.fromisoformat(_day_file(path).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def make_demo(
    path: Path, on: date, cost: KdfCost | None = None, told: Callable[[int, int], None] | None = None
) -> None:
    """Make the demo vault for a day, once; a vault that is there already is left as it is.

    It is made beside its place and moved there whole, so that a half demo is never opened. Its passphrase costs what
    a new one costs on this machine, unless a test names a `cost`. `told` hears how many meetings of how many are held.
    """
    if path.exists():
        return
    partial = path.with_name(path.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    plan = chamber(on)
    clock = _Clock(datetime.combine(on - timedelta(days=400), time(9)).astimezone())
    vault = create_vault(partial, ChamberSettings(chamber=plan.name), plan.holder, PASSPHRASE, clock, cost)
    try:
        with vault.desk.batch():
            _Player(vault, plan, clock).play(told or _tell_nobody)
        with vault.desk.keeping() as session:
            vault.desk.close_undo(session)
    finally:
        vault.lock()
    _day_file(path).write_text(f"{on.isoformat()}\n", encoding="ascii")
    partial.rename(path)


def _day_file(path: Path) -> Path:
    return path.with_suffix(".day")


def _tell_nobody(_held: int, _of: int) -> None:
    """Nobody waits for the progress."""


class _Clock:
    """A clock that stands where it was put."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, day: date, at: time) -> None:
        self.now = datetime.combine(day, at).astimezone()


class _Player:
    """Plays a plan into a vault; numbers of the plan become numbers of the vault."""

    def __init__(self, vault: Vault, plan: Chamber, clock: _Clock) -> None:
        self.vault = vault
        self.plan = plan
        self.clock = clock
        self.partners: dict[int, Partner] = {}
        self.people: dict[int, Professional] = {}
        self.cases: dict[str, int] = {}
        self.series: dict[int, int] = {}
        self.actions: dict[str, int] = {}

    def play(self, told: Callable[[int, int], None]) -> None:
        """Fill the register, hold every meeting, and prepare the last one."""
        for partner in self.plan.partners:
            self.partners[partner.id] = self.vault.keep.add_partner(partner)
        for person in self.plan.professionals:
            here = replace(person, partner=self.partners[person.partner.id])
            self.people[person.id] = self.vault.keep.add_professional(here)
        for case_plan in self.plan.cases:
            self._add_case(case_plan)
        for series_plan in self.plan.series:
            self._add_series(series_plan)
        self._leave_cases_as_today(before=True)
        for held, meeting in enumerate(self.plan.meetings, 1):
            told(held, len(self.plan.meetings))
            if meeting.state is MeetingState.PREPARING:
                self._leave_cases_as_today()
            self._hold(meeting)

    def _add_case(self, case_plan: CasePlan) -> None:
        start = case_plan.start
        here = replace(start, director=self._person(start.director), coordinator=self._person(start.coordinator))
        self.cases[start.ref] = self.vault.keep.add_case(here).id

    def _add_series(self, plan: SeriesPlan) -> None:
        members = [self.people[person.id] for person in plan.members]
        case_id = plan.series.case_id
        if case_id is not None:
            case_id = self.cases[next(c.start.ref for c in self.plan.cases if c.start.id == case_id)]
        added = self.vault.keep.add_series(
            replace(plan.series, case_id=case_id), members, self._person(plan.chair), self._person(plan.note_taker)
        )
        self.series[plan.series.id] = added.id

    def _leave_cases_as_today(self, *, before: bool = False) -> None:
        for case_plan in self.plan.cases:
            case_file = case_plan.start if before else case_plan.today
            number = self.cases[case_file.ref]
            self.vault.keep.set_discussions(number, case_file.last_discussed, case_file.next_discussion)
            if case_file.phase is not case_plan.start.phase:
                self.vault.keep.set_phase(number, case_file.phase)

    def _hold(self, plan: MeetingPlan) -> None:
        self.clock.set(plan.on - timedelta(days=3), time(10, 15))
        number = self.vault.agenda.open_meeting(self.series[plan.series_id], plan.on, plan.start)
        self._attend(number, plan)
        if plan.state is MeetingState.PREPARING:
            return
        items = self._agenda(number, plan)
        self.clock.set(plan.on, plan.started or plan.start)
        self.vault.table.start(number)
        for item, item_plan in items:
            self._discuss(item, item_plan, plan.on)
        self.clock.set(plan.on, plan.ended or plan.start)
        self.vault.settle.end(number)
        self.vault.settle.set_next(number, plan.next_on)
        self.clock.set(plan.finalised_on or plan.on, time(16, 40))
        self.vault.settle.finalise(number)

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
