"""Undo: the rows of the last act as they were, step by step, up to what is final."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from zvk_tui.domain.draft import Draft
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, ItemState
from zvk_tui.domain.record import StatementKind
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber


def one_evening(chamber: "Chamber") -> list[Callable[[], object]]:
    """Return what is done at the table, one act after another, from the first case to the end."""
    one, three, ggz = chamber.item("D26-0001"), chamber.item("D26-0003"), chamber.owner("GGZ")
    return [
        lambda: chamber.entries.add_contribution(one, ggz, StatementKind.FACT, "een", chamber.second),
        lambda: chamber.entries.add_action(one, ggz, "twee", chamber.third),
        lambda: chamber.entries.remove_contribution(chamber.said),
        lambda: chamber.table.conclude(one, ItemState.DISCUSSED),
        lambda: chamber.agenda.add_topic(chamber.meeting, "drie"),
        lambda: chamber.agenda.move(three, -3),
        lambda: chamber.table.enter(three),
        lambda: chamber.table.save_note(three, "vier"),
        lambda: chamber.table.conclude(three, ItemState.SKIPPED),
        lambda: chamber.settle.skip_open(chamber.meeting),
        lambda: chamber.settle.end(chamber.meeting),
    ]


def test_undo_walks_back_step_by_step(at: "At") -> None:
    """Undone one by one, a whole meeting goes back through every state it had."""
    chamber = at("running")
    states = []
    for act in one_evening(chamber):
        states.append(chamber.content())
        chamber.clock.forward(minutes=3)
        act()
    for before in reversed(states):
        chamber.vault.undo()
        assert chamber.content() == before


def test_undo_goes_on_after_something_new(at: "At") -> None:
    """After an undo and a new act, undo takes the new act first and then what stood before both."""
    chamber = at("running")
    note, start = chamber.item("D26-0003"), chamber.content()
    chamber.table.save_note(note, "een")
    chamber.table.save_note(note, "twee")
    chamber.vault.undo()
    chamber.table.save_note(note, "drie")
    assert chamber.vault.cards.get(note).note == "drie"
    chamber.vault.undo()
    assert chamber.vault.cards.get(note).note == "een"
    chamber.vault.undo()
    assert chamber.content() == start


def test_undo_works_after_a_lock(at: "At") -> None:
    """What was done before the vault was locked can be undone after it was unlocked."""
    chamber = at("running")
    before = chamber.content()
    chamber.table.save_note(chamber.item("D26-0003"), "een")
    chamber.reopened().vault.undo()
    assert chamber.content() == before


def test_final_minutes_are_beyond_undo(at: "At") -> None:
    """Once minutes are final nothing before that moment is undone: there is nothing to undo, and no line says so."""
    chamber = at("final")
    before = chamber.content(logs=True)
    assert chamber.vault.undo() is None
    assert chamber.content(logs=True) == before


def test_reopening_is_beyond_undo(at: "At") -> None:
    """A reopening stays, and so does all before it; what is done after it can be undone."""
    chamber = at("final")
    chamber.settle.reopen(chamber.meeting, "een naam klopt niet")
    before = chamber.content()
    chamber.settle.set_next(chamber.meeting, chamber.third.replace(day=9))
    undone = chamber.vault.undo()
    assert undone is not None
    assert undone.act is Act.NEXT_SET
    assert chamber.content() == before
    assert chamber.vault.undo() is None


def test_undo_of_one_series_stops_at_final_minutes_of_another(at: "At") -> None:
    """The moment minutes become final closes undo for the whole vault, not only for their series."""
    chamber = at("settling")
    chamber.keep.set_discussions(chamber.case("D26-0004").id, None, None)
    chamber.settle.finalise(chamber.meeting)
    assert chamber.vault.undo() is None


def test_settings_are_not_undone(at: "At") -> None:
    """Undo takes back what the table did, not how the app is set: it goes past a remembered folder."""
    chamber = at("running")
    chamber.table.save_note(chamber.item("D26-0003"), "een")
    chamber.keep.remember_folder("mijn map")
    undone = chamber.vault.undo()
    assert undone is not None
    assert undone.act is Act.NOTE_SAVED
    assert chamber.vault.settings.get().export_folder == "mijn map"


@pytest.mark.parametrize(
    "idle",
    [
        lambda c: c.agenda.move(c.item(ItemKind.OPENING), -1),
        lambda c: c.agenda.set_minutes(c.item(ItemKind.OPENING), 5),
        lambda c: c.table.all_present(c.meeting),
        lambda c: c.table.put_back(c.item("D26-0003")),
        lambda c: c.table.save_note(c.item("D26-0003"), ""),
    ],
)
def test_an_act_that_changed_nothing_is_passed_over(at: "At", idle: "Callable[[Chamber], object]") -> None:
    """Undo never says that it undid something while nothing changes."""
    chamber = at("running")
    before = chamber.content()
    chamber.agenda.set_minutes(chamber.item("D26-0003"), 30)
    changed = chamber.content()
    idle(chamber)
    assert chamber.content() == changed
    chamber.vault.undo()
    assert chamber.content() == before


def test_a_half_typed_text_holds_its_item(at: "At") -> None:
    """Undo does not take an item away while text typed at it is not entered: a sentence, and the text is kept."""
    chamber = at("running")
    item = chamber.agenda.add_topic(chamber.meeting, "rondvraag")
    chamber.vault.drafts.keep(Draft("note", "nog niet klaar", 4, item))
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.vault.undo()
    assert chamber.content(logs=True) == before
    chamber.vault.drafts.forget("note")
    chamber.vault.undo()
    assert ItemKind.TOPIC not in chamber.order()


def test_an_empty_field_holds_no_item(at: "At") -> None:
    """A field in which only spaces were left does not stand in the way of undo."""
    chamber = at("running")
    before = chamber.content()
    chamber.vault.drafts.keep(Draft("note", " \n", 1, chamber.agenda.add_topic(chamber.meeting, "rondvraag")))
    chamber.vault.undo()
    assert chamber.content() == before


def test_undo_is_whole_or_not(at: "At", monkeypatch: pytest.MonkeyPatch) -> None:
    """When putting back goes wrong halfway, the act stands as it did and can be undone later."""
    chamber = at("preparing")
    before = chamber.content()
    chamber.agenda.drop(chamber.item("D26-0003"))
    dropped = chamber.content(logs=True)
    with monkeypatch.context() as broken:
        broken.setattr("zvk_tui.store.writing.undo.DraftRow.model_validate", fails)
        with pytest.raises(OSError, match="halfway"):
            chamber.vault.undo()
    assert chamber.content(logs=True) == dropped
    chamber.vault.undo()
    assert chamber.content() == before


def fails(_image: dict[str, Any]) -> None:
    """Go wrong in the middle of putting back."""
    raise OSError("halfway")


def test_an_image_belongs_to_its_case(at: "At") -> None:
    """Each image that holds what was said, noted or typed about a case names the case, so that it is erased with it."""
    chamber = at("running")
    item, case_id = chamber.item("D26-0003"), chamber.case("D26-0003").id
    chamber.entries.add_contribution(item, chamber.owner("GGZ"), StatementKind.FACT, "over drie", chamber.second)
    contribution = chamber.vault.cards.get(item).contributions[0]
    chamber.entries.change_contribution(contribution.id, chamber.owner("GGZ"), StatementKind.FACT, "iets anders")
    chamber.table.save_note(item, "over drie")
    chamber.table.save_note(item, "iets anders")
    images = chamber.sql("SELECT case_id, before FROM change WHERE before LIKE '%over drie%'")
    assert [json.loads(before)["text"] for _case, before in images] == ["over drie", "over drie"]
    assert {found for found, _before in images} == {case_id}


def test_the_image_of_a_dropped_text_belongs_to_its_case(at: "At") -> None:
    """A half-typed text that goes with its item is kept for undo, and erased with the case."""
    chamber = at("preparing")
    case_id = chamber.case("D26-0003").id
    chamber.agenda.drop(chamber.item("D26-0003"))
    assert chamber.sql("SELECT case_id FROM change WHERE table_name = 'draft'") == [(case_id,)]
