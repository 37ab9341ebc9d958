"""The agenda: it proposes itself, is put in order, and lets nothing fall off that was spoken of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, ReasonKind, Series, SeriesKind
from zvk_tui.domain.record import ActionState, Judgement, StatementKind
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

SAYS: "dict[str, Callable[[Chamber, int], object]]" = {
    "contribution": lambda c, item: c.entries.add_contribution(item, c.owner("GGZ"), StatementKind.FACT, "x", c.second),
    "judgement": lambda c, item: c.entries.save_judgement(item, Judgement("gaat beter")),
    "decision": lambda c, item: c.entries.add_decision(item, "doorgaan", "", None),
    "action": lambda c, item: c.entries.add_action(item, c.owner("GGZ"), "bellen", c.third),
    "outcome": lambda c, item: c.entries.settle_action(c.late, ActionState.DONE, c.second, item),
    "note": lambda c, item: c.table.save_note(item, "kort houden"),
}

GONE: "tuple[Callable[[Chamber], object], ...]" = (
    lambda c: c.agenda.open_meeting(999, c.third),
    lambda c: c.agenda.propose_again(999),
    lambda c: c.agenda.add_case(c.meeting, 999),
    lambda c: c.agenda.drop(999),
    lambda c: c.agenda.invite(c.meeting, 999),
    lambda c: c.agenda.uninvite(999),
    lambda c: c.agenda.set_leaving(999, None),
    lambda c: c.table.enter(999),
    lambda c: c.table.set_presence(999, Presence.PRESENT),
    lambda c: c.table.sign_secrecy(999, c.second),
    lambda c: c.entries.add_decision(c.item(ItemKind.OPENING), "besluit", "", 999),
    lambda c: c.entries.remove_contribution(999),
    lambda c: c.entries.change_decision(999, "besluit", "", None),
    lambda c: c.entries.remove_action(999),
    lambda c: c.entries.settle_action(999, ActionState.DONE, c.second),
    lambda c: c.settle.finalise(999),
    lambda c: c.settle.reopen(999, "zomaar"),
    lambda c: c.keep.set_discussions(999, None, None),
    lambda c: c.vault.cards.get(999),
    lambda c: c.vault.cards.open_actions(999),
    lambda c: c.vault.meetings.get(999),
    lambda c: c.vault.records.minutes(999),
)
"""What is asked about a thing that is not there."""


def positions(chamber: "Chamber") -> list[int]:
    """Return the positions of the items of the newest meeting, as stored."""
    rows = chamber.sql("SELECT position FROM agenda_item WHERE meeting_id = :id ORDER BY position", id=chamber.meeting)
    return [row[0] for row in rows]


def reasons(chamber: "Chamber", ref: str) -> list[ReasonKind]:
    """Return why a case is on the newest agenda."""
    return [reason.kind for reason in chamber.vault.cards.get(chamber.item(ref)).item.reasons]


def test_the_agenda_proposes_itself(at: "At") -> None:
    """The standing items, a new referral, a case with a late action, one due for review; none without a reason."""
    chamber = at("preparing")
    assert chamber.order() == [
        "opening", "minutes", "actions", "D26-0002", "D26-0001", "D26-0003", "closing",
    ]  # fmt: skip
    assert reasons(chamber, "D26-0001") == [ReasonKind.ACTIONS_LATE]
    assert reasons(chamber, "D26-0002") == [ReasonKind.NEW_REFERRAL]
    assert reasons(chamber, "D26-0003") == [ReasonKind.REVIEW_DUE]
    assert positions(chamber) == list(range(1, 8))


def test_a_first_meeting_begins_with_the_standing_items(at: "At") -> None:
    """The first meeting of a series has the agenda of its kind."""
    chamber = at("register")
    chamber.agenda.open_meeting(chamber.series.id, chamber.first)
    assert {"opening", "minutes", "actions", "closing"} <= set(chamber.order())
    assert chamber.vault.meetings.get(chamber.meeting).number == 1


def test_the_members_of_the_series_are_invited(at: "At") -> None:
    """Everybody of the series is invited, once; who is no longer active is not, and nobody is present yet."""
    chamber = at("between")
    chamber.sql("UPDATE professional SET active = 0 WHERE name = 'Noor'")
    chamber.agenda.open_meeting(chamber.series.id, chamber.second)
    seats = chamber.vault.meetings.attendance(chamber.meeting)
    assert [seat.professional.name for seat in seats] == ["Cor", "Gerda", "Piet"]
    assert {seat.presence for seat in seats} == {Presence.INVITED}


def test_the_weeks_until_a_review_are_those_of_the_chamber(at: "At") -> None:
    """A chamber that reviews every four weeks gets its cases back every four weeks, not after the default eight."""
    chamber = at("between")
    chamber.keep.save_settings(replace(chamber.vault.settings.get(), review_weeks=4))
    chamber.agenda.open_meeting(chamber.series.id, chamber.second)
    assert reasons(chamber, "D26-0004") == [ReasonKind.REVIEW_DUE]


def test_a_recurring_item_always_returns(at: "At") -> None:
    """An item that recurs is on the next agenda whatever became of it at this one; one that ceased to is not."""
    chamber = at("running")
    chamber.agenda.set_recurring(chamber.agenda.add_topic(chamber.meeting, "cijfers"), True)
    chamber.agenda.set_recurring(chamber.item(ItemKind.CLOSING), False)
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.settle.finalise(chamber.meeting)
    chamber.agenda.open_meeting(chamber.series.id, chamber.third)
    assert {"opening", "topic"} <= set(chamber.order())
    assert "closing" not in chamber.order()


@pytest.mark.parametrize(
    ("state", "reason"),
    [(ItemState.SKIPPED, ReasonKind.SKIPPED), (ItemState.MOVED, ReasonKind.MOVED), (ItemState.DISCUSSED, None)],
)
def test_what_was_not_discussed_returns(at: "At", state: ItemState, reason: ReasonKind | None) -> None:
    """A topic that was skipped or moved is on the next agenda and says so; one that was discussed is not."""
    chamber = at("running")
    chamber.table.conclude(chamber.agenda.add_topic(chamber.meeting, "rondvraag"), state)
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.settle.finalise(chamber.meeting)
    chamber.agenda.open_meeting(chamber.series.id, chamber.third)
    found = [item for item in chamber.vault.meetings.agenda(chamber.meeting) if item.title == "rondvraag"]
    assert [item.reasons[0].kind for item in found] == ([reason] if reason else [])


def test_a_skipped_case_returns(at: "At") -> None:
    """A case that was skipped is on the next agenda, with that as its first reason."""
    chamber = at("final")
    chamber.agenda.open_meeting(chamber.series.id, chamber.third)
    assert reasons(chamber, "D26-0003")[0] is ReasonKind.SKIPPED


def test_no_meeting_is_opened_while_one_is_unfinished(at: "At") -> None:
    """Until the minutes of the last meeting are final the next one of the series is refused."""
    for stage in ("preparing", "running", "settling"):
        chamber = at(stage)
        before = chamber.content(logs=True)
        with pytest.raises(Refused):
            chamber.agenda.open_meeting(chamber.series.id, chamber.third)
        assert chamber.content(logs=True) == before


def test_another_series_is_not_held_up(at: "At") -> None:
    """A meeting of one series may be prepared while one of another series runs."""
    chamber = at("running")
    about = chamber.case("D26-0004")
    series = chamber.keep.add_series(
        Series(0, "Procesoverleg", SeriesKind.PROCESS_MEETING, 0, time(9), 60, "", case_id=about.id), []
    )
    number = chamber.agenda.open_meeting(series.id, chamber.second)
    agenda = chamber.vault.meetings.agenda(number)
    assert [item.case.ref for item in agenda if item.case] == ["D26-0004"]
    assert chamber.vault.meetings.get(number).number == 1


def test_radicalisation_comes_to_no_agenda_by_itself(at: "At") -> None:
    """A case of that approach is never proposed to a kernteam, whatever its dates say."""
    chamber = at("between")
    for ref in ("D26-0001", "D26-0002", "D26-0003"):
        chamber.sql("UPDATE case_file SET approach = :it WHERE ref = :ref", it=Approach.RADICALISATION, ref=ref)
    chamber.agenda.open_meeting(chamber.series.id, chamber.second)
    assert not any(ref.startswith("D26") for ref in chamber.order())


def test_a_closed_case_is_not_proposed(at: "At") -> None:
    """A case that was closed since the last meeting is not on the next agenda."""
    chamber = at("final")
    closed = CaseEvent(EventKind.CLOSED, chamber.second, closing_reason=ClosingReason.GOAL_REACHED)
    chamber.vault.lives.add(chamber.case("D26-0003").id, closed)
    chamber.agenda.open_meeting(chamber.series.id, chamber.third)
    assert "D26-0003" not in chamber.order()


def test_proposing_again_adds_only_what_lacks(at: "At") -> None:
    """What the dates say since then is added at its place, once; what is there keeps its state and minutes."""
    chamber = at("preparing")
    chamber.agenda.set_minutes(chamber.item("D26-0001"), 25)
    before = chamber.order()
    assert chamber.agenda.propose_again(chamber.meeting) == 1
    assert chamber.order() == [*before[:-1], "D26-0004", "closing"]
    assert chamber.agenda.propose_again(chamber.meeting) == 0
    assert chamber.vault.cards.get(chamber.item("D26-0001")).item.planned_minutes == 25
    assert positions(chamber) == list(range(1, 9))


def test_a_case_is_on_an_agenda_once(at: "At") -> None:
    """A case that is on the agenda cannot be added again."""
    chamber = at("preparing")
    with pytest.raises(Refused) as refused:
        chamber.agenda.add_case(chamber.meeting, chamber.case("D26-0001").id)
    assert refused.value.values == {"ref": "D26-0001"}


def test_what_is_added_comes_after_its_like(at: "At") -> None:
    """A case comes after the last case, a topic after the cases, and both before the closing."""
    chamber = at("preparing")
    chamber.agenda.add_topic(chamber.meeting, "rondvraag")
    chamber.agenda.add_case(chamber.meeting, chamber.case("D26-0004").id)
    assert chamber.order()[-4:] == ["D26-0003", "D26-0004", "topic", "closing"]


@pytest.mark.parametrize("said", SAYS)
def test_an_item_at_which_something_was_said_stays(at: "At", said: str) -> None:
    """Whatever was said or agreed at an item keeps it on the agenda."""
    chamber = at("running")
    item = chamber.item("D26-0003")
    SAYS[said](chamber, item)
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.agenda.drop(item)
    assert chamber.content(logs=True) == before


def test_a_note_that_was_cleared_holds_no_item(at: "At") -> None:
    """A private note that was emptied again is none."""
    chamber = at("running")
    item = chamber.item("D26-0003")
    chamber.table.save_note(item, "kort houden")
    chamber.table.save_note(item, " ")
    chamber.agenda.drop(item)
    assert "D26-0003" not in chamber.order()


def test_the_item_the_table_is_at_stays(at: "At") -> None:
    """The item that is being discussed cannot be taken off the agenda."""
    chamber = at("running")
    item = chamber.agenda.add_topic(chamber.meeting, "rondvraag")
    chamber.table.enter(item)
    with pytest.raises(Refused):
        chamber.agenda.drop(item)


def test_a_dropped_item_takes_its_half_typed_text_along(at: "At") -> None:
    """What was typed at a dropped item does not turn up at another one; undo brings both back."""
    chamber = at("preparing")
    item = chamber.item("D26-0003")
    chamber.vault.drafts.keep(Draft("note", "half", 4, item))
    chamber.agenda.drop(item)
    assert chamber.vault.drafts.get("note") is None
    assert positions(chamber) == list(range(1, 7))
    chamber.vault.undo()
    assert chamber.vault.drafts.get("note") == Draft("note", "half", 4, item)


@pytest.mark.parametrize(("by", "place"), [(-2, 2), (1, 5), (-99, 0), (99, 6), (0, 4)])
def test_an_item_moves_over_the_agenda(at: "At", by: int, place: int) -> None:
    """An item goes up or down by so many places and no further than the ends; the others keep their order."""
    chamber = at("preparing")
    others = [ref for ref in chamber.order() if ref != "D26-0001"]
    chamber.agenda.move(chamber.item("D26-0001"), by)
    assert chamber.order() == [*others[:place], "D26-0001", *others[place:]]
    assert positions(chamber) == list(range(1, 8))


@pytest.mark.parametrize("minutes", [0, -5, 241])
def test_an_item_takes_a_possible_time(at: "At", minutes: int) -> None:
    """Nothing takes less than a minute or more than four hours."""
    chamber = at("preparing")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.agenda.set_minutes(chamber.item("D26-0001"), minutes)
    assert chamber.content(logs=True) == before


def test_who_leaves_early_is_needed_first(at: "At") -> None:
    """The case of which the coordinator leaves at two comes first of the cases; other items stay where they were."""
    chamber = at("preparing")
    chamber.agenda.order_for_leaving(chamber.meeting)
    assert chamber.order() == [
        "opening", "minutes", "actions", "D26-0003", "D26-0002", "D26-0001", "closing",
    ]  # fmt: skip


def test_the_owner_of_an_open_action_is_needed(at: "At") -> None:
    """A case needs the owners of its open actions as well."""
    chamber = at("preparing")
    chamber.agenda.set_leaving(chamber.seat("Gerda").id, None)
    chamber.agenda.set_leaving(chamber.seat("Piet").id, time(14))
    chamber.agenda.order_for_leaving(chamber.meeting)
    assert chamber.order()[3:6] == ["D26-0001", "D26-0002", "D26-0003"]


def test_nobody_is_invited_twice(at: "At") -> None:
    """Who is on the list already is not put on it again."""
    chamber = at("preparing")
    with pytest.raises(Refused):
        chamber.agenda.invite(chamber.meeting, chamber.person("Piet").id)
    chamber.agenda.uninvite(chamber.seat("Piet").id)
    chamber.agenda.invite(chamber.meeting, chamber.person("Piet").id, Presence.EXCUSED)
    assert chamber.seat("Piet").presence is Presence.EXCUSED


def test_a_day_is_set_before_a_meeting_begins(at: "At") -> None:
    """Day, time and place can change until the meeting begins; then what was agreed carries its date."""
    chamber = at("preparing")
    chamber.agenda.set_when(chamber.meeting, chamber.third, time(9), " Zaal 3 ")
    meeting = chamber.vault.meetings.get(chamber.meeting)
    assert (meeting.on, meeting.start, meeting.place) == (chamber.third, time(9), "Zaal 3")
    chamber.table.start(chamber.meeting)
    with pytest.raises(Refused):
        chamber.agenda.set_when(chamber.meeting, chamber.second, time(9), "")


def test_a_meeting_begins_once_and_with_an_agenda(at: "At") -> None:
    """A meeting without items does not begin, and one that began does not begin again."""
    chamber = at("preparing")
    items = [item.id for item in chamber.vault.meetings.agenda(chamber.meeting)]
    for item in items:
        chamber.agenda.drop(item)
    with pytest.raises(Refused):
        chamber.table.start(chamber.meeting)
    chamber.agenda.add_topic(chamber.meeting, "rondvraag")
    chamber.table.start(chamber.meeting)
    assert chamber.state is MeetingState.RUNNING
    with pytest.raises(Refused):
        chamber.table.start(chamber.meeting)


def test_what_is_gone_is_said_in_a_sentence(at: "At") -> None:
    """A thing that was undone or taken out meanwhile is refused in our own words, and nothing changes."""
    chamber = at("running")
    before = chamber.content(logs=True)
    for gone in GONE:
        with pytest.raises(Refused):
            gone(chamber)
    assert chamber.content(logs=True) == before


def test_a_planned_discussion_is_proposed_on_its_day(at: "At") -> None:
    """A case that is planned for the day of the meeting, or before it, is on the agenda; one planned later is not."""
    chamber = at("between")
    four = chamber.case("D26-0004").id
    chamber.keep.set_discussions(four, None, chamber.second + timedelta(days=1))
    chamber.agenda.open_meeting(chamber.series.id, chamber.second)
    assert "D26-0004" not in chamber.order()
    chamber.keep.set_discussions(four, None, chamber.second)
    chamber.agenda.propose_again(chamber.meeting)
    assert reasons(chamber, "D26-0004") == [ReasonKind.PLANNED]


def test_a_recurring_item_that_is_dropped_once_returns(at: "At") -> None:
    """Taken off one agenda, it is on the next one by itself."""
    chamber = at("final")
    chamber.open_next(chamber.second)
    chamber.agenda.drop(chamber.item(ItemKind.ACTIONS))
    chamber.vault.table.start(chamber.meeting)
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.vault.settle.finalise(chamber.meeting)
    chamber.agenda.open_meeting(chamber.series.id, chamber.third)
    assert str(ItemKind.ACTIONS) in chamber.order()


def test_a_meeting_is_not_opened_before_the_last_one(at: "At") -> None:
    """The day of a new meeting lies on or after that of the last one of its series."""
    chamber = at("final")
    with pytest.raises(Refused) as refused:
        chamber.agenda.open_meeting(chamber.series.id, chamber.first - timedelta(days=1))
    assert "Choose that day" in refused.value.message


def test_a_case_that_is_put_back_was_not_discussed(at: "At") -> None:
    """What was concluded by mistake and is opened again leaves the last discussion as it was before."""
    chamber = at("running")
    before = chamber.case("D26-0003").last_discussed
    chamber.vault.table.conclude(chamber.item("D26-0003"), ItemState.DISCUSSED)
    assert chamber.case("D26-0003").last_discussed == chamber.vault.meetings.get(chamber.meeting).on
    chamber.vault.table.put_back(chamber.item("D26-0003"))
    assert chamber.case("D26-0003").last_discussed == before
