"""The life of the meetings of a series, whatever a chair does in whatever order."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from zvk_tui.domain.meeting import AgendaItem, ItemState, Meeting, MeetingState
from zvk_tui.domain.minutes import Minutes
from zvk_tui.domain.record import ActionState
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Content

NUMBERS = st.integers(0, 30)
"""Chooses one of however many there are."""
DAYS = st.integers(-2, 40)
CONCLUSIONS = st.sampled_from([ItemState.DISCUSSED, ItemState.SKIPPED, ItemState.MOVED])
OUTCOMES = st.sampled_from(ActionState)
BEGUN = frozenset({MeetingState.RUNNING, MeetingState.SETTLING})


def in_state(*states: MeetingState | None) -> "Callable[[MeetingLife], bool]":
    """Return whether the newest meeting is in one of these states; None for no meeting yet."""
    return lambda life: (life.newest.state if life.newest else None) in states


class MeetingLife(RuleBasedStateMachine):
    """A chair who does anything at any time; what is promised holds after every step."""

    opened: "At"

    def __init__(self) -> None:
        super().__init__()
        self.before: list[Content] = []
        """What the vault held before each act that undo can still undo, the newest last."""
        self.final: dict[int, Minutes] = {}
        """The final minutes of each meeting, as they were when they were finalised."""
        self.newest: Meeting | None = None
        self.items: tuple[AgendaItem, ...] = ()

    @initialize(stage=st.sampled_from(["register", "preparing", "running", "running", "settling", "final"]))
    def begin_somewhere(self, stage: str) -> None:
        """A life begins at any stage; what was done before it is beyond undo."""
        self.chamber = type(self).opened(stage)
        self.vault = self.chamber.vault
        self.chamber.sql("UPDATE change SET undoable = 0")
        done = [meeting.id for meeting in self.vault.meetings.all() if meeting.frozen]
        self.final = {number: self.vault.records.minutes(number) for number in done}
        self.look()

    def act(self, does: Callable[[], object], *, lasting: bool = False) -> bool:
        """Do something; return whether it was allowed. What is refused changes nothing."""
        before = self.chamber.content()
        self.chamber.clock.forward(seconds=20)
        try:
            does()
        except Refused:
            assert self.chamber.content() == before
            return False
        if lasting:
            self.before.clear()
        elif self.chamber.content() != before:
            self.before.append(before)
        self.look()
        return True

    def look(self) -> None:
        """See what the newest meeting is, and its agenda."""
        self.newest = next(iter(self.vault.meetings.all(self.chamber.series.id)), None)
        self.items = self.vault.meetings.agenda(self.newest.id) if self.newest else ()

    @property
    def meeting(self) -> Meeting:
        """The newest meeting, when there is one."""
        assert self.newest is not None
        return self.newest

    def item(self, number: int) -> int:
        """Return one of the items of the newest meeting."""
        return self.items[number % len(self.items)].id if self.items else 0

    @precondition(in_state(None, MeetingState.FINAL))
    @rule()
    def open_next(self) -> None:
        """The next meeting: every recurring, skipped or moved item returns, and so does every open action."""
        last, previous = self.newest, self.items
        on = (last.next_on if last else None) or self.chamber.first
        self.chamber.clock.set(on)
        assert self.act(lambda: self.vault.agenda.open_meeting(self.chamber.series.id, on))
        assert self.meeting.number == (last.number + 1 if last else 1)
        there = [(item.title, item.case.id if item.case else None) for item in self.items]
        for item in previous:
            if item.recurring or item.state in {ItemState.SKIPPED, ItemState.MOVED}:
                there.remove((item.title, item.case.id if item.case else None))
        still_open = self.chamber.sql("SELECT id FROM action WHERE state = 'open' AND agreed_on < :on", on=str(on))
        assert {row[0] for row in still_open} == {a.id for a in self.vault.cards.open_actions(self.meeting.id)}

    @rule()
    def open_too_soon(self) -> None:
        """A next meeting is refused while one is not final."""
        unfinished = any(m.state is not MeetingState.FINAL for m in self.vault.meetings.all())
        if unfinished:
            assert not self.act(lambda: self.vault.agenda.open_meeting(self.chamber.series.id, date(2030, 1, 1)))

    @precondition(in_state(MeetingState.PREPARING))
    @rule()
    def begin(self) -> None:
        """The meeting begins with everybody there."""
        self.act(lambda: self.vault.table.all_present(self.meeting.id))
        self.act(lambda: self.vault.table.start(self.meeting.id))

    @precondition(in_state(MeetingState.RUNNING, MeetingState.SETTLING))
    @rule(number=NUMBERS, state=CONCLUSIONS)
    def conclude(self, number: int, state: ItemState) -> None:
        """An item is concluded, whether or not the table is at it."""
        self.act(lambda: self.vault.table.conclude(self.item(number), state))

    @precondition(in_state(MeetingState.PREPARING, *BEGUN))
    @rule(number=NUMBERS, by=st.integers(-9, 9), how=st.sampled_from(["move", "drop", "recur", "enter", "put_back"]))
    def handle_item(self, number: int, by: int, how: str) -> None:
        """Something is done with an item."""
        item, agenda, table = self.item(number), self.vault.agenda, self.vault.table
        ways: dict[str, Callable[[], object]] = {
            "move": lambda: agenda.move(item, by),
            "drop": lambda: agenda.drop(item),
            "recur": lambda: agenda.set_recurring(item, by > 0),
            "enter": lambda: table.enter(item),
            "put_back": lambda: table.put_back(item),
        }
        self.act(ways[how])

    @precondition(in_state(MeetingState.PREPARING, *BEGUN))
    @rule(number=NUMBERS)
    def add_item(self, number: int) -> None:
        """A topic comes on the agenda, or a case that may be there already."""
        cases = self.vault.register.find_cases("")
        if number % 2:
            self.act(lambda: self.vault.agenda.add_topic(self.meeting.id, f"punt {number}"))
        else:
            self.act(lambda: self.vault.agenda.add_case(self.meeting.id, cases[number % len(cases)].id))

    @precondition(in_state(*BEGUN))
    @rule(number=NUMBERS, days=DAYS)
    def agree(self, number: int, days: int) -> None:
        """An action is agreed; before the day of the meeting it is refused."""
        due = self.meeting.on + timedelta(days=days)
        ggz = self.chamber.owner("GGZ")
        allowed = self.act(lambda: self.vault.entries.add_action(self.item(number), ggz, "bellen", due))
        assert allowed == (days >= 0 and bool(self.items))
        self.act(lambda: self.vault.entries.add_decision(self.item(number), "doorgaan", "", None))

    @precondition(in_state(*BEGUN))
    @rule(number=NUMBERS, days=DAYS, outcome=OUTCOMES, at_item=st.booleans())
    def review(self, number: int, days: int, outcome: ActionState, at_item: bool) -> None:
        """An earlier action is settled, postponed or opened again, at an item or between meetings."""
        actions = self.chamber.sql("SELECT id, due, postponed_count FROM action ORDER BY id")
        if not actions:
            return
        action, due, count = actions[number % len(actions)]
        item, on, later = (
            self.item(number) if at_item else None,
            self.meeting.on,
            self.meeting.on + timedelta(days=days),
        )
        if days % 2:
            self.act(lambda: self.vault.entries.settle_action(action, outcome, on, item))
        elif self.act(lambda: self.vault.entries.postpone_action(action, later, on, item)):
            assert later > date.fromisoformat(due)
            assert self.chamber.sql("SELECT postponed_count FROM action WHERE id = :id", id=action) == [(count + 1,)]

    @precondition(in_state(MeetingState.RUNNING))
    @rule()
    def end(self) -> None:
        """The meeting ends."""
        assert self.act(lambda: self.vault.settle.end(self.meeting.id))

    @precondition(in_state(MeetingState.SETTLING))
    @rule()
    def resume(self) -> None:
        """The meeting goes on after all."""
        assert self.act(lambda: self.vault.settle.resume(self.meeting.id))

    @precondition(in_state(*BEGUN))
    @rule()
    def finalise(self) -> None:
        """The minutes are finalised as soon as nothing stands in the way; what reads as final is what was the draft."""
        meeting, draft = self.meeting.id, self.vault.records.minutes(self.meeting.id)
        free = not self.vault.settle.obstacles(meeting)
        assert self.act(lambda: self.vault.settle.finalise(meeting), lasting=True) == free
        if free:
            self.final[meeting] = self.vault.records.minutes(meeting)
            assert self.final[meeting].items == draft.items

    @precondition(in_state(*BEGUN))
    @rule()
    def settle_all(self) -> None:
        """Everything that stands in the way of final minutes is settled."""
        self.act(lambda: self.vault.settle.skip_open(self.meeting.id))
        self.act(lambda: self.vault.settle.set_next(self.meeting.id, self.meeting.on + timedelta(weeks=2)))
        self.act(lambda: self.vault.settle.end(self.meeting.id))
        self.finalise()

    @rule(number=NUMBERS)
    def reopen(self, number: int) -> None:
        """Minutes are opened again: only the newest final ones, and not when the meeting after it has begun."""
        meetings = self.vault.meetings.all()
        if meetings:
            meeting = meetings[number % len(meetings)]
            final = self.vault.records.minutes(meeting.id)
            if self.act(lambda: self.vault.settle.reopen(meeting.id, "een naam klopt niet"), lasting=True):
                assert final == self.final.pop(meeting.id)
                assert all(m.state is MeetingState.PREPARING for m in meetings if m.number > meeting.number)
                self.finish_reopened(meeting.id, number)

    def finish_reopened(self, meeting_id: int, number: int) -> None:
        """Sometimes finalise reopened minutes at once, so that the life goes on."""
        if number % 3:
            assert self.act(lambda: self.vault.settle.finalise(meeting_id), lasting=True)
            self.final[meeting_id] = self.vault.records.minutes(meeting_id)

    @rule()
    def undo(self) -> None:
        """Undo gives back what was there before the last act that changed something, or there is nothing to undo."""
        undone = self.vault.undo()
        assert (undone is None) == (not self.before)
        if self.before:
            assert self.chamber.content() == self.before.pop()
        self.look()

    @rule()
    def lock(self) -> None:
        """The vault is locked and unlocked."""
        before = self.chamber.content()
        self.vault = self.chamber.reopened().vault
        assert self.chamber.content() == before

    @invariant()
    def actions_have_an_owner_and_places_count_on(self) -> None:
        """No action is without an owner that exists or a date; items stand at 1 to n, meetings are numbered 1 to n."""
        loose = "SELECT 1 FROM action WHERE due IS NULL OR owner_id NOT IN (SELECT id FROM partner)"
        crooked = (
            "SELECT meeting_id FROM agenda_item GROUP BY meeting_id "
            "HAVING min(position) <> 1 OR max(position) <> count(*) OR count(DISTINCT position) <> count(*)"
        )
        skipping = "SELECT 1 FROM meeting GROUP BY series_id HAVING min(number) <> 1 OR max(number) <> count(*)"
        assert self.chamber.sql(f"{loose} UNION ALL {crooked} UNION ALL {skipping}") == []

    @invariant()
    def one_meeting_at_a_time(self) -> None:
        """When a meeting has begun all before it are final, and at most one item's clock runs, in a running meeting."""
        states = [row[0] for row in self.chamber.sql("SELECT state FROM meeting ORDER BY number")]
        begun = [number for number, state in enumerate(states) if state != MeetingState.PREPARING]
        assert all(states[number] == MeetingState.FINAL for number in begun[:-1])
        clocks = self.chamber.sql(
            "SELECT meeting.state FROM agenda_item JOIN meeting ON meeting.id = meeting_id WHERE opened_at IS NOT NULL"
        )
        assert clocks in ([], [(MeetingState.RUNNING,)])

    def teardown(self) -> None:
        """At the end the vault is whole: pages, references, log and all final minutes."""
        assert self.vault.verify() == ()
        assert {number: self.vault.records.minutes(number) for number in self.final} == self.final
        self.vault.lock()


def test_the_life_of_a_series(at: "At") -> None:
    """Whatever a chair does in whatever order, every promise about meetings holds after each step."""
    life = type("Life", (MeetingLife,), {"opened": staticmethod(at)})
    limits = settings(max_examples=12, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(life, settings=limits)


def test_meetings_are_listed_newest_first(at: "At") -> None:
    """The meetings of a series, or of all, come with the newest on top."""
    chamber = at("preparing")
    assert [meeting.number for meeting in chamber.vault.meetings.all()] == [2, 1]
    assert chamber.vault.meetings.all(999) == ()


def test_a_meeting_takes_over_from_its_series(at: "At") -> None:
    """A new meeting has the time, place, chair and note taker of its series, and another time when one is given."""
    chamber = at("between")
    number = chamber.agenda.open_meeting(chamber.series.id, chamber.second)
    meeting = chamber.vault.meetings.get(number)
    assert (meeting.start, meeting.place) == (chamber.series.start, "Zaal 2")
    assert (meeting.chair, meeting.note_taker) == (chamber.person("Cor"), chamber.person("Noor"))


@pytest.mark.parametrize("ref", ["D26-0001", "D26-0004"])
def test_the_card_of_a_case_between_meetings(at: "At", ref: str) -> None:
    """Between meetings the card of a case shows its last discussion and its open actions, and no private note."""
    chamber = at("final")
    card = chamber.vault.cards.of_case(chamber.case(ref).id)
    assert card.item.case == chamber.case(ref)
    assert card.note == ""
    assert [action.text for action in card.carried] == (
        ["langsgaan", "brief sturen", "afspraak maken"] if ref == "D26-0001" else []
    )
