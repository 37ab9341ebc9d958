"""Settling: what holds minutes back, what freezes them, and how they are opened again."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.draft import Draft
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence
from zvk_tui.domain.minutes import Minutes, MinutesStatus, fingerprint, part_hash, parts
from zvk_tui.domain.record import ActionState
from zvk_tui.domain.settling import ObstacleKind
from zvk_tui.errors import Refused
from zvk_tui.store.verify import Check

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

OBSTACLES: dict[ObstacleKind, "Callable[[Chamber], object]"] = {
    ObstacleKind.NOT_ENDED: lambda c: c.settle.resume(c.meeting),
    ObstacleKind.ITEM_OPEN: lambda c: c.table.put_back(c.item("D26-0001")),
    ObstacleKind.TEXT_NOT_ENTERED: lambda c: c.vault.drafts.keep(Draft("a", "half", 4, c.item("D26-0001"))),
    ObstacleKind.PRESENCE_UNKNOWN: lambda c: c.agenda.invite(c.meeting, c.person("Bas").id),
    ObstacleKind.SECRECY_UNSIGNED: lambda c: c.agenda.invite(c.meeting, c.person("Bas").id, Presence.GUEST),
    ObstacleKind.NO_CHAIR: lambda c: c.sql("UPDATE meeting SET chair_id = NULL"),
    ObstacleKind.NO_NEXT_DATE: lambda c: c.settle.set_next(c.meeting, None),
    ObstacleKind.NEXT_DATE_NOT_AFTER: lambda c: c.settle.set_next(c.meeting, c.second),
}


def as_draft(minutes: Minutes) -> Minutes:
    """Return minutes without what making them final adds."""
    return replace(minutes, status=MinutesStatus.DRAFT, finalised_at=None, finalised_by="", fingerprint="")


def minutes_of(chamber: "Chamber") -> Minutes:
    """Return the minutes of the newest meeting."""
    return chamber.vault.records.minutes(chamber.meeting)


def lines(chamber: "Chamber", kind: ItemKind) -> list[tuple[ActionState, int]]:
    """Return the earlier actions at an item of the newest minutes: their state, and how often they were postponed."""
    item = next(item for item in minutes_of(chamber).items if item.kind is kind)
    return [(line.state, line.postponed_count) for line in item.settled]


def test_nothing_holds_a_settled_meeting_back(at: "At") -> None:
    """When all is settled there is no obstacle, so that each test below shows one."""
    chamber = at("settling")
    assert chamber.vault.settle.obstacles(chamber.meeting) == ()


@pytest.mark.parametrize("kind", OBSTACLES)
def test_an_obstacle_holds_the_minutes_back(at: "At", kind: ObstacleKind) -> None:
    """While one thing stands in the way it is named, finalising is refused, and every table is as it was."""
    chamber = at("settling")
    OBSTACLES[kind](chamber)
    before = chamber.content(logs=True)
    assert [obstacle.kind for obstacle in chamber.vault.settle.obstacles(chamber.meeting)] == [kind]
    with pytest.raises(Refused):
        chamber.settle.finalise(chamber.meeting)
    assert chamber.content(logs=True) == before


def test_spaces_that_were_left_in_a_field_hold_nothing_back(at: "At") -> None:
    """A field in which nothing can be read is not text that waits to be entered: nobody could find it."""
    chamber = at("settling")
    chamber.vault.drafts.keep(Draft("note", " \n ", 0, chamber.item("D26-0001")))
    assert chamber.vault.settle.obstacles(chamber.meeting) == ()


def test_a_text_at_another_meeting_holds_nothing_back(at: "At") -> None:
    """Only what was typed at this meeting waits to be entered."""
    chamber = at("settling")
    first = chamber.vault.meetings.all(chamber.series.id)[-1].id
    chamber.vault.drafts.keep(Draft("note", "later", 0, chamber.vault.meetings.agenda(first)[0].id))
    chamber.vault.drafts.keep(Draft("search", "ergens anders"))
    assert chamber.vault.settle.obstacles(chamber.meeting) == ()


def test_minutes_read_back_as_they_were_composed(at: "At") -> None:
    """Final minutes are, to the last field, the draft of a moment before."""
    chamber = at("settling")
    draft = minutes_of(chamber)
    chamber.settle.finalise(chamber.meeting)
    final = minutes_of(chamber)
    assert (final.status, as_draft(final)) == (MinutesStatus.FINAL, draft)
    assert draft.actions
    assert draft.decisions


def test_final_minutes_say_who_and_when(at: "At") -> None:
    """Who made the minutes final and at which moment is kept with them."""
    chamber = at("settling")
    chamber.clock.forward(hours=20)
    chamber.settle.finalise(chamber.meeting)
    final = minutes_of(chamber)
    assert (final.finalised_by, final.finalised_at, final.version) == ("Voorzitter", chamber.clock.now, 1)


def test_the_fingerprint_can_be_computed_again(at: "At") -> None:
    """The fingerprint is that of the minutes as they read, and that of the parts as they are stored."""
    chamber = at("settling")
    mark = chamber.settle.finalise(chamber.meeting)
    final = minutes_of(chamber)
    stored = chamber.sql(
        "SELECT content FROM minutes_part WHERE finalisation_id = (SELECT max(id) FROM finalisation) ORDER BY position"
    )
    assert mark == final.fingerprint
    assert mark == fingerprint(tuple(part_hash(part) for part in parts(final)))
    assert [row[0].encode() for row in stored] == list(parts(final))


def test_minutes_without_an_erased_case_can_still_be_proved(at: "At") -> None:
    """When the content of one case is erased its hash stays: the rest reads as before, and checking finds nothing."""
    chamber = at("final")
    before = minutes_of(chamber)
    chamber.sql("UPDATE minutes_part SET content = NULL WHERE case_id = :id", id=chamber.case("D26-0001").id)
    after = minutes_of(chamber)
    assert [item for item in before.items if item.case_ref != "D26-0001"] == list(after.items)
    assert len(after.items) == len(before.items) - 1
    assert chamber.vault.verify() == ()


def test_what_was_settled_at_the_list_goes_with_its_case(at: "At") -> None:
    """An action that was settled at the action list is frozen in a part of its own case, so that it can be erased."""
    chamber = at("running")
    chamber.entries.settle_action(chamber.late, ActionState.DONE, chamber.second, chamber.item(ItemKind.ACTIONS))
    chamber.discuss_all()
    chamber.end(chamber.third)
    draft = minutes_of(chamber)
    chamber.settle.finalise(chamber.meeting)
    assert as_draft(minutes_of(chamber)) == draft
    assert lines(chamber, ItemKind.ACTIONS) == [(ActionState.DONE, 0)]
    chamber.sql("UPDATE minutes_part SET content = NULL WHERE case_id = :id", id=chamber.case("D26-0001").id)
    assert "langsgaan" not in repr(chamber.content("minutes_part"))
    assert "langsgaan" not in repr(minutes_of(chamber))
    assert chamber.vault.verify() == ()


@pytest.mark.parametrize(
    "later",
    [
        "UPDATE partner SET name = 'anders', short = short || 'x'",
        "UPDATE professional SET name = 'anders', secrecy_signed_on = '2026-12-01'",
        "UPDATE person SET surname = 'anders'",
        "UPDATE case_file SET goal = 'anders', label = 'straatkracht'",
        "UPDATE contribution SET text = 'anders'",
        "UPDATE judgement SET text = 'anders'",
        "UPDATE decision SET text = 'anders'",
        "UPDATE action SET text = 'anders', state = 'done'",
        "UPDATE action_event SET state = 'done'",
        "UPDATE attendance SET presence = 'absent'",
        "UPDATE agenda_item SET state = 'moved', title = 'anders'",
        "UPDATE meeting SET place = 'anders', next_on = '2030-01-01'",
        "UPDATE series SET name = 'anders'",
        "UPDATE setting SET value = '\"anders\"' WHERE key = 'chamber'",
    ],
)
def test_what_changes_later_does_not_change_final_minutes(at: "At", later: str) -> None:
    """Whatever happens to the records behind them, final minutes read as they were finalised, and are whole."""
    chamber = at("final")
    before = minutes_of(chamber)
    chamber.sql(later)
    assert minutes_of(chamber) == before
    assert chamber.vault.verify() == ()


def test_settling_an_action_later_does_not_change_final_minutes(at: "At") -> None:
    """An action that is done between two meetings stays open in the minutes in which it was agreed."""
    chamber = at("final")
    before = minutes_of(chamber)
    for action in chamber.vault.cards.of_case(chamber.case("D26-0001").id).carried:
        chamber.entries.settle_action(action.id, ActionState.DONE, chamber.second + timedelta(days=3))
    assert minutes_of(chamber) == before


def test_minutes_hold_an_earlier_action_as_the_table_left_it(at: "At") -> None:
    """An action that was postponed at the table and done after it is, in these minutes, postponed."""
    chamber = at("running")
    listed = chamber.item(ItemKind.ACTIONS)
    chamber.entries.postpone_action(chamber.late, chamber.third, chamber.second, listed)
    chamber.entries.settle_action(chamber.late, ActionState.DONE, chamber.second + timedelta(days=1))
    assert lines(chamber, ItemKind.ACTIONS) == [(ActionState.OPEN, 1)]


def test_an_action_stands_where_it_was_spoken_of(at: "At") -> None:
    """Postponed at the list and done at its case, an action has its own line at each, as it was left there."""
    chamber = at("running")
    late = chamber.late
    chamber.entries.postpone_action(late, chamber.third, chamber.second, chamber.item(ItemKind.ACTIONS))
    chamber.entries.settle_action(late, ActionState.DONE, chamber.second, chamber.item("D26-0001"))
    assert lines(chamber, ItemKind.ACTIONS) == [(ActionState.OPEN, 1)]
    assert lines(chamber, ItemKind.CASE)[0] == (ActionState.DONE, 1)


def test_private_notes_are_in_no_minutes(at: "At") -> None:
    """What the chair noted for herself is not in the draft and not in what is frozen."""
    chamber = at("final")
    assert chamber.vault.cards.get(chamber.item("D26-0001")).note == "kort houden"
    assert "kort houden" not in repr(minutes_of(chamber))
    assert "kort houden" not in repr(chamber.content("minutes_part"))


def test_only_the_newest_final_minutes_can_be_reopened(at: "At") -> None:
    """The minutes of the meeting before stay closed, whatever the reason."""
    chamber = at("final")
    first = chamber.vault.meetings.all(chamber.series.id)[-1].id
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.settle.reopen(first, "een naam klopt niet")
    assert chamber.content(logs=True) == before


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_reopening_needs_a_reason(at: "At", reason: str) -> None:
    """Without a reason the minutes stay final."""
    chamber = at("final")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.settle.reopen(chamber.meeting, reason)
    assert chamber.content(logs=True) == before


def test_a_meeting_that_is_not_final_cannot_be_reopened(at: "At") -> None:
    """There is nothing to reopen about a meeting that is being held."""
    chamber = at("running")
    with pytest.raises(Refused):
        chamber.settle.reopen(chamber.meeting, "zomaar")


def test_reopened_minutes_keep_their_first_version(at: "At") -> None:
    """A second version is added; of the first every part and its fingerprint stay, with who reopened it and why."""
    chamber = at("final")
    parts_before = chamber.content("minutes_part")["minutes_part"]
    before = minutes_of(chamber)
    chamber.clock.forward(hours=1)
    chamber.settle.reopen(chamber.meeting, "een naam klopt niet")
    chamber.entries.change_decision(chamber.decided, "stoppen", "", None)
    chamber.clock.forward(hours=1)
    mark = chamber.settle.finalise(chamber.meeting)
    assert chamber.content("minutes_part")["minutes_part"][: len(parts_before)] == parts_before
    first, second = chamber.sql(
        "SELECT version, fingerprint, reopened_by, reopened_reason FROM finalisation WHERE meeting_id = :id",
        id=chamber.meeting,
    )
    assert first == (1, before.fingerprint, "Voorzitter", "een naam klopt niet")
    assert second == (2, mark, "", "")
    assert (minutes_of(chamber).version, chamber.vault.meetings.versions(chamber.meeting)) == (2, 2)
    assert chamber.vault.verify() == ()


def test_reopened_minutes_are_a_draft_of_the_next_version(at: "At") -> None:
    """While they are open again they read as a draft, say why, and can be changed."""
    chamber = at("final")
    chamber.settle.reopen(chamber.meeting, "een naam klopt niet")
    draft = minutes_of(chamber)
    meeting = chamber.vault.meetings.get(chamber.meeting)
    assert (draft.status, draft.version, draft.fingerprint) == (MinutesStatus.DRAFT, 2, "")
    assert (meeting.state, meeting.reopened_reason) == (MeetingState.SETTLING, "een naam klopt niet")


def test_minutes_finalised_again_unchanged_have_the_same_fingerprint(at: "At") -> None:
    """The fingerprint is of the content alone: nothing changed, nothing differs."""
    chamber = at("final")
    before = minutes_of(chamber).fingerprint
    chamber.settle.reopen(chamber.meeting, "nog eens nalezen")
    assert chamber.settle.finalise(chamber.meeting) == before


def test_minutes_can_be_reopened_until_the_next_meeting_begins(at: "At") -> None:
    """A next meeting that is only prepared does not keep an error in the minutes; one that has begun does."""
    chamber = at("final")
    earlier = chamber.meeting
    chamber.open_next(chamber.third)
    chamber.settle.reopen(earlier, "een naam klopt niet")
    chamber.settle.finalise(earlier)
    chamber.table.start(chamber.meeting)
    with pytest.raises(Refused):
        chamber.settle.reopen(earlier, "nog een naam")


def test_the_next_meeting_waits_for_reopened_minutes(at: "At") -> None:
    """While the meeting before is open again, the next one cannot begin: two never run in one series."""
    chamber = at("final")
    earlier = chamber.meeting
    chamber.open_next(chamber.third)
    chamber.settle.reopen(earlier, "een naam klopt niet")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.table.start(chamber.meeting)
    assert chamber.content(logs=True) == before
    chamber.settle.finalise(earlier)
    chamber.table.start(chamber.meeting)


def test_ending_stops_the_clock(at: "At") -> None:
    """Ending a meeting adds the time of the item it was at, and no time is added after it."""
    chamber = at("running")
    spent = chamber.vault.cards.get(chamber.item("D26-0001")).item.seconds(chamber.clock.now)
    chamber.clock.forward(seconds=30)
    chamber.settle.end(chamber.meeting)
    chamber.clock.forward(hours=1)
    item = chamber.vault.cards.get(chamber.item("D26-0001")).item
    assert (item.opened_at, item.seconds(chamber.clock.now)) == (None, spent + 30)
    assert chamber.vault.meetings.get(chamber.meeting).ended_at == chamber.clock.now - timedelta(hours=1)


def test_a_meeting_ends_once(at: "At") -> None:
    """A meeting that does not run cannot end, and one that runs cannot be taken up again."""
    chamber = at("running")
    with pytest.raises(Refused):
        chamber.settle.resume(chamber.meeting)
    chamber.settle.end(chamber.meeting)
    with pytest.raises(Refused):
        chamber.settle.end(chamber.meeting)
    chamber.settle.resume(chamber.meeting)
    assert chamber.state is MeetingState.RUNNING


def test_skipping_what_is_open_leaves_the_rest(at: "At") -> None:
    """Every open item is skipped and counted; what was discussed or moved stays so."""
    chamber = at("running")
    chamber.table.conclude(chamber.item("D26-0001"), ItemState.MOVED)
    still = chamber.states().count(ItemState.OPEN)
    assert chamber.settle.skip_open(chamber.meeting) == still > 0
    assert chamber.states().count(ItemState.SKIPPED) == still
    assert {ItemState.MOVED, ItemState.DISCUSSED} <= set(chamber.states())


def test_an_export_is_noted_by_number_and_kind(at: "At") -> None:
    """The log says that minutes went to a file: which meeting and what kind of file, no name and no folder."""
    chamber = at("final")
    chamber.settle.note_export(chamber.meeting, "pdf")
    assert chamber.vault.log.lines(1)[0].detail == "1/2 pdf"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE minutes_part SET content = replace(content, 'doorgaan', 'stoppen')",
        "UPDATE minutes_part SET sha256 = replace(sha256, '0', '1')",
        "UPDATE minutes_part SET position = position + 100 WHERE position = 1",
        "DELETE FROM minutes_part WHERE position = 3",
        "UPDATE finalisation SET fingerprint = replace(fingerprint, '0', '1')",
        "UPDATE meeting SET state = 'settling'",
        "DELETE FROM minutes_part",
    ],
)
def test_changed_minutes_are_found(at: "At", change: str) -> None:
    """Whatever is changed in final minutes past the app, checking names the meeting."""
    chamber = at("final")
    chamber.sql(change)
    found = chamber.vault.verify()
    assert {finding.check for finding in found} == {Check.MINUTES}
    assert "2" in {finding.where for finding in found}


def test_minutes_that_were_never_finalised_are_found(at: "At") -> None:
    """A meeting that is called final without having been made so is found."""
    chamber = at("settling")
    chamber.sql("UPDATE meeting SET state = 'final'")
    assert [(finding.check, finding.where) for finding in chamber.vault.verify()] == [(Check.MINUTES, "2")]


def test_a_changed_earlier_version_is_found(at: "At") -> None:
    """The version that was replaced is kept as it was, and checked like the newest."""
    chamber = at("final")
    chamber.settle.reopen(chamber.meeting, "nog eens nalezen")
    chamber.settle.finalise(chamber.meeting)
    chamber.sql(
        "UPDATE minutes_part SET content = replace(content, 'doorgaan', 'stoppen') WHERE finalisation_id = "
        "(SELECT id FROM finalisation WHERE meeting_id = :id AND version = 1)",
        id=chamber.meeting,
    )
    assert [(finding.check, finding.where) for finding in chamber.vault.verify()] == [(Check.MINUTES, "2")]


def test_the_head_of_the_minutes(at: "At") -> None:
    """The head says which meeting of which chamber, when it began and ended, who was there and when the next one is."""
    chamber = at("final")
    head = minutes_of(chamber).head
    assert (head.chamber, head.series, head.number, head.on) == ("Verzonnenstad", "Kernteam PAD", 2, chamber.second)
    assert (head.started, head.ended, head.next_on) == (time(13, 30), time(14, 20), chamber.third)
    assert (head.chair, head.note_taker) == ("Cor", "Noor")
    assert [line.name for line in head.presence] == ["Cor", "Noor", "Gerda", "Piet"]


def test_the_frozen_text_is_plain_and_sorted(at: "At") -> None:
    """What is frozen can be read and hashed without this app: one JSON object a part, its names in order."""
    chamber = at("final")
    for (content,) in chamber.sql("SELECT content FROM minutes_part"):
        assert content == json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
