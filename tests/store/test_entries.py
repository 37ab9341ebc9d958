"""What is entered at the table: statements, judgement, decisions, and actions that come back until they are settled."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zvk_tui.domain.meeting import ItemKind, ItemState, Presence
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.record import Action, ActionState, Answer, Judgement, StatementKind
from zvk_tui.errors import Refused
from zvk_tui.store.writing.guards import LONGEST_TEXT, readable

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

ENTERS: "tuple[Callable[[Chamber, int, str], object], ...]" = (
    lambda c, i, t: c.entries.add_contribution(i, c.owner("GGZ"), StatementKind.FACT, t, c.second),
    lambda c, i, t: c.entries.add_decision(i, t, "", None),
    lambda c, i, t: c.entries.add_action(i, c.owner("GGZ"), t, c.third),
)
CHANGES: "tuple[Callable[[Chamber, str], object], ...]" = (
    lambda c, t: c.entries.change_contribution(c.said, c.owner("GGZ"), StatementKind.FACT, t),
    lambda c, t: c.entries.change_decision(c.decided, t, "", None),
    lambda c, t: c.entries.change_action(c.agreed, c.owner("GGZ"), t, c.third),
)


def carried(chamber: "Chamber", wanted: ItemKind | str) -> list[Action]:
    """Return the earlier actions on the card of an item of the newest meeting."""
    return list(chamber.vault.cards.get(chamber.item(wanted)).carried)


def hold_third(chamber: "Chamber") -> None:
    """Finalise the second meeting as it stands, and begin the third."""
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.settle.finalise(chamber.meeting)
    chamber.clock.set(chamber.third)
    chamber.open_next(chamber.third)
    chamber.table.start(chamber.meeting)


def test_what_is_entered_is_on_the_card(at: "At") -> None:
    """The card shows what was brought in with its source, the judgement, the decision and the action."""
    chamber = at("running")
    card = chamber.vault.cards.get(chamber.item("D26-0001"))
    said, decision, action = card.contributions[0], card.decisions[0], card.actions[0]
    assert (said.partner.short, said.kind, said.on, said.text) == (
        "GGZ", StatementKind.FACT, chamber.second, "komt elke week",
    )  # fmt: skip
    assert card.judgement == Judgement("gaat beter", Answer.PARTLY, Answer.YES)
    assert (decision.text, decision.motive, decision.decided_by) == (
        "doorgaan", "omdat het helpt", chamber.partner("Gemeente"),
    )  # fmt: skip
    assert (action.owner.short, action.due, action.state) == ("GGZ", chamber.third, ActionState.OPEN)


def test_an_empty_entry_is_refused(at: "At") -> None:
    """What says nothing, or holds only signs that cannot be seen, is neither entered nor put in the place of a text."""
    chamber = at("running")
    item, before = chamber.item("D26-0001"), chamber.content(logs=True)
    for text in ("", "   ", "\n\t \u202e"):
        for enter in ENTERS:
            with pytest.raises(Refused):
                enter(chamber, item, text)
        for change in CHANGES:
            with pytest.raises(Refused):
                change(chamber, text)
    assert chamber.content(logs=True) == before


def test_nothing_is_said_before_the_meeting_begins(at: "At") -> None:
    """While a meeting is prepared nothing can be entered at its items."""
    chamber = at("preparing")
    item, before = chamber.item("D26-0001"), chamber.content(logs=True)
    for enter in ENTERS:
        with pytest.raises(Refused):
            enter(chamber, item, "te vroeg")
    assert chamber.content(logs=True) == before


def test_a_book_is_no_entry(at: "At") -> None:
    """A text of the greatest length is kept whole; one sign more is refused with both numbers."""
    chamber = at("running")
    item = chamber.item("D26-0001")
    for enter in ENTERS:
        enter(chamber, item, "x" * LONGEST_TEXT)
        with pytest.raises(Refused) as refused:
            enter(chamber, item, "x" * (LONGEST_TEXT + 1))
        assert refused.value.values == {"length": LONGEST_TEXT + 1, "most": LONGEST_TEXT}
    card = chamber.vault.cards.get(item)
    entered = (card.contributions[-1], card.decisions[-1], card.actions[-1])
    assert [len(entry.text) for entry in entered] == [LONGEST_TEXT] * 3


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  tekst\n", "tekst"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("naam\tdatum", "naam datum"),
        ("de\u00a0heer\u2009X", "de heer X"),
        ("een\u2028twee", "een twee"),
        ("af\u00adbreken", "afbreken"),
        ("\x1b[31mrood\x07", "[31mrood"),
        ("\u202eachterstevoren\u202c", "achterstevoren"),
        ("[b] [/x] {y} 'z' 😀 é", "[b] [/x] {y} 'z' 😀 é"),
    ],
)
def test_a_text_is_kept_readable(typed: str, kept: str) -> None:
    """Signs that steer a screen go, words are never joined, and all that can be read stays as it was typed."""
    assert readable(typed) == kept


@given(typed=st.text())
def test_a_readable_text_stays_as_it_is(typed: str) -> None:
    """Cleaning a text twice is cleaning it once, and it never makes a text longer."""
    kept = readable(typed)
    assert readable(kept) == kept
    assert len(kept) <= len(typed)


def test_any_text_comes_back_from_the_vault_and_its_minutes(at: "At") -> None:
    """Whatever can be read can be entered, and is in the card and the minutes letter by letter."""
    chamber = at("running")
    item = chamber.item("D26-0003")

    @settings(max_examples=40)
    @given(typed=st.text(min_size=1, max_size=60).filter(readable))
    def comes_back(typed: str) -> None:
        chamber.entries.add_contribution(item, chamber.owner("GGZ"), StatementKind.FACT, typed, chamber.second)
        minutes = chamber.vault.records.minutes(chamber.meeting)
        line = next(found for found in minutes.items if found.case_ref == "D26-0003").contributions[-1]
        assert chamber.vault.cards.get(item).contributions[-1].text == line.text == readable(typed)

    comes_back()


def test_decisions_and_actions_are_numbered_through_the_chamber(at: "At") -> None:
    """Numbers go on over all meetings, and a change keeps the number."""
    chamber = at("running")
    item = chamber.item("D26-0003")
    assert chamber.entries.add_decision(item, "besluit", "", None) == 2
    assert chamber.entries.add_action(item, chamber.owner("GGZ"), "actie", chamber.third) == 4
    chamber.entries.change_decision(chamber.decided, "anders", "", None)
    chamber.entries.change_action(chamber.agreed, chamber.owner("Politie"), "anders", chamber.third)
    assert chamber.sql("SELECT number, text FROM decision ORDER BY number") == [(1, "anders"), (2, "besluit")]
    assert [row[0] for row in chamber.sql("SELECT number FROM action ORDER BY number")] == [1, 2, 3, 4]


def test_an_action_has_one_owner_and_perhaps_a_person(at: "At") -> None:
    """An action is of exactly one organisation; a person who works there can be named with it."""
    chamber = at("running")
    gerda = chamber.person("Gerda")
    chamber.entries.change_action(chamber.agreed, Owner(gerda.partner, gerda), "afspraak maken", chamber.third)
    action = chamber.vault.cards.get(chamber.item("D26-0001")).actions[0]
    assert (action.owner, action.person) == (chamber.partner("GGZ"), gerda)


def test_an_action_is_due_at_its_meeting_or_later(at: "At") -> None:
    """A date before the meeting is refused, when it is entered and when it is changed; the day itself is not."""
    chamber = at("running")
    item, ggz, before = chamber.item("D26-0001"), chamber.owner("GGZ"), chamber.second - timedelta(days=1)
    with pytest.raises(Refused):
        chamber.entries.add_action(item, ggz, "te laat", before)
    with pytest.raises(Refused):
        chamber.entries.change_action(chamber.agreed, ggz, "te laat", before)
    chamber.entries.change_action(chamber.agreed, ggz, "vandaag", chamber.second)


def test_open_actions_return_at_the_next_meeting(at: "At") -> None:
    """Every open action is on the card of its case and on the action list, the longest overdue first."""
    chamber = at("running")
    expected = [("langsgaan", 3), ("brief sturen", 0)]
    for wanted in ("D26-0001", ItemKind.ACTIONS):
        found = carried(chamber, wanted)
        assert [(action.text, action.days_late(chamber.second)) for action in found] == expected
    listed = chamber.vault.cards.open_actions(chamber.meeting)
    assert [action.text for action in listed] == ["langsgaan", "brief sturen"]


def test_an_action_returns_until_it_is_settled(at: "At") -> None:
    """An action comes back meeting after meeting; one that was settled is on the card of that meeting, then gone."""
    chamber = at("running")
    chamber.entries.settle_action(chamber.late, ActionState.DONE, chamber.second, chamber.item("D26-0001"))
    assert [(a.text, a.state) for a in carried(chamber, "D26-0001")] == [
        ("brief sturen", ActionState.OPEN), ("langsgaan", ActionState.DONE),
    ]  # fmt: skip
    hold_third(chamber)
    assert [action.text for action in chamber.vault.cards.open_actions(chamber.meeting)] == [
        "brief sturen", "afspraak maken",
    ]  # fmt: skip


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.NOT_DONE, ActionState.NO_LONGER_POSSIBLE])
def test_an_outcome_is_kept_with_day_and_meeting(at: "At", state: ActionState) -> None:
    """What became of an action, on which day and at which meeting, is kept."""
    chamber = at("running")
    chamber.entries.settle_action(chamber.late, state, chamber.second, chamber.item("D26-0001"))
    action = carried(chamber, "D26-0001")[-1]
    assert (action.state, action.settled_on, action.settled_meeting_id) == (state, chamber.second, chamber.meeting)


def test_a_table_corrects_its_own_outcome_alone(at: "At") -> None:
    """What this meeting said it may say otherwise; what it says again keeps its day, and so does what others said."""
    chamber = at("running")
    listed, late, elsewhere = chamber.item(ItemKind.ACTIONS), chamber.late, chamber.agreed
    chamber.entries.settle_action(late, ActionState.DONE, chamber.second, listed)
    chamber.entries.settle_action(late, ActionState.NOT_DONE, chamber.second, listed)
    chamber.entries.settle_action(elsewhere, ActionState.DONE, chamber.second)
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.entries.settle_action(late, ActionState.NOT_DONE, chamber.third, listed)
    for state in (ActionState.DONE, ActionState.NOT_DONE):
        with pytest.raises(Refused):
            chamber.entries.settle_action(elsewhere, state, chamber.third, listed)
    assert chamber.content(logs=True) == before


def test_an_action_can_be_open_after_all(at: "At") -> None:
    """An outcome that was a mistake is taken back, and the action returns as if it had never been settled."""
    chamber = at("between")
    late = chamber.late
    before = chamber.content("action")
    chamber.entries.settle_action(late, ActionState.DONE, chamber.second)
    assert chamber.late != late
    chamber.entries.settle_action(late, ActionState.OPEN, chamber.second)
    assert chamber.content("action") == before
    assert len(chamber.content("action_event")["action_event"]) == 2


def test_a_postponement_is_counted(at: "At") -> None:
    """Every later date counts as a postponement, at a meeting or between two, and the number is on the card."""
    chamber = at("running")
    late, listed = chamber.late, chamber.item(ItemKind.ACTIONS)
    chamber.entries.postpone_action(late, chamber.third, chamber.second, listed)
    chamber.entries.postpone_action(late, chamber.third + timedelta(days=7), chamber.second)
    action = next(a for a in carried(chamber, ItemKind.ACTIONS) if a.id == late)
    assert (action.due, action.postponed_count) == (chamber.third + timedelta(days=7), 2)


@pytest.mark.parametrize("days", [-7, -3, -1])
def test_a_postponement_is_later_and_not_past(at: "At", days: int) -> None:
    """A date that is not later than the old one, or lies before the day it is set, is refused."""
    chamber = at("running")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.entries.postpone_action(chamber.late, chamber.second + timedelta(days=days), chamber.second)
    assert chamber.content(logs=True) == before


def test_a_settled_action_is_not_postponed(at: "At") -> None:
    """What is done has no later date."""
    chamber = at("running")
    late = chamber.late
    chamber.entries.settle_action(late, ActionState.DONE, chamber.second)
    with pytest.raises(Refused):
        chamber.entries.postpone_action(late, chamber.third, chamber.second)


def test_an_action_with_a_history_is_not_taken_out(at: "At") -> None:
    """An action about which something was recorded is settled, not removed."""
    chamber = at("running")
    chamber.entries.postpone_action(chamber.agreed, chamber.third + timedelta(days=1), chamber.second)
    with pytest.raises(Refused):
        chamber.entries.remove_action(chamber.agreed)


def test_an_earlier_action_is_not_changed_or_taken_out(at: "At") -> None:
    """What was agreed in final minutes is settled or postponed; its text, its owner and it itself stay."""
    chamber = at("running")
    late, before = chamber.late, chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.entries.change_action(late, chamber.owner("GGZ"), "iets anders", chamber.third)
    with pytest.raises(Refused):
        chamber.entries.remove_action(late)
    assert chamber.content(logs=True) == before


def test_what_was_done_between_meetings_is_on_the_card(at: "At") -> None:
    """At the next discussion the card says what was settled since the last one, and what was decided then."""
    chamber = at("running")
    chamber.entries.settle_action(chamber.late, ActionState.NOT_DONE, chamber.second - timedelta(days=2))
    card = chamber.vault.cards.get(chamber.item("D26-0001"))
    assert (card.since, [action.text for action in card.settled_since]) == (chamber.first, ["langsgaan"])
    hold_third(chamber)
    again = chamber.vault.cards.get(chamber.agenda.add_case(chamber.meeting, chamber.case("D26-0003").id))
    assert again.since == chamber.second


def test_earlier_decisions_come_back_as_a_question(at: "At") -> None:
    """The card of a case shows what was decided when it was last discussed."""
    chamber = at("running")
    hold_third(chamber)
    card = chamber.vault.cards.get(chamber.item("D26-0001"))
    assert [decision.text for decision in card.earlier_decisions] == ["doorgaan"]
    assert (card.since, card.decisions, card.contributions) == (chamber.second, (), ())


def test_a_discussed_case_is_marked_so(at: "At") -> None:
    """Discussing a case sets the day of its last discussion, and a planned one up to that day is done by it."""
    chamber = at("running")
    chamber.keep.set_discussions(chamber.case("D26-0001").id, chamber.first, chamber.second)
    chamber.table.conclude(chamber.item("D26-0001"), ItemState.DISCUSSED)
    case_file = chamber.case("D26-0001")
    assert (case_file.last_discussed, case_file.next_discussion) == (chamber.second, None)


@pytest.mark.parametrize("state", [ItemState.SKIPPED, ItemState.MOVED])
def test_a_case_that_was_not_discussed_is_not_marked(at: "At", state: ItemState) -> None:
    """Skipping or moving an item leaves the case as it was."""
    chamber = at("running")
    before = chamber.content("case_file")
    chamber.table.conclude(chamber.item("D26-0001"), state)
    assert chamber.content("case_file") == before


def test_a_discussion_planned_for_later_stays(at: "At") -> None:
    """A discussion that is planned after this meeting is not done by it."""
    chamber = at("running")
    chamber.table.plan_discussion(chamber.item("D26-0001"), chamber.third)
    chamber.table.conclude(chamber.item("D26-0001"), ItemState.DISCUSSED)
    assert chamber.case("D26-0001").next_discussion == chamber.third


def test_one_clock_runs_at_a_time(at: "At") -> None:
    """Time is added to the item the table is at, and to no other."""
    chamber = at("running")
    one, three = chamber.item("D26-0001"), chamber.item("D26-0003")
    spent = chamber.vault.cards.get(one).item.seconds(chamber.clock.now)
    chamber.table.enter(three)
    chamber.clock.forward(minutes=5)
    chamber.table.enter(one)
    chamber.clock.forward(minutes=2)
    items = {item.id: item for item in chamber.vault.meetings.agenda(chamber.meeting)}
    assert items[three].seconds(chamber.clock.now) == 300
    assert items[one].seconds(chamber.clock.now) == spent + 120
    assert [item.id for item in items.values() if item.opened_at] == [one]


def test_no_case_is_heard_by_somebody_who_has_not_signed(at: "At") -> None:
    """With a guest who has not signed the table stays where it is; once signed it goes on (Bgs art. 2.21)."""
    chamber = at("running")
    chamber.agenda.invite(chamber.meeting, chamber.person("Bas").id, Presence.GUEST)
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.table.enter(chamber.item("D26-0003"))
    assert chamber.content(logs=True) == before
    assert chamber.table.conclude(chamber.item("D26-0001"), ItemState.DISCUSSED) is None
    assert chamber.vault.meetings.get(chamber.meeting).current_item_id == chamber.item("D26-0001")
    chamber.table.enter(chamber.item(ItemKind.CLOSING))
    chamber.table.sign_secrecy(chamber.person("Bas").id, chamber.second)
    chamber.table.enter(chamber.item("D26-0003"))


def test_the_table_goes_to_the_next_open_item(at: "At") -> None:
    """After an item comes the next open one below it, then the ones above it; with none left the table stays."""
    chamber = at("running")
    visited = []
    at_item: int | None = chamber.item("D26-0003")
    while at_item is not None:
        visited.append(at_item)
        at_item = chamber.table.conclude(at_item, ItemState.DISCUSSED)
    numbers = [item.id for item in chamber.vault.meetings.agenda(chamber.meeting)]
    order = dict(zip(numbers, chamber.order(), strict=True))
    assert [order[item] for item in visited] == ["D26-0003", "closing", "minutes", "actions", "D26-0002", "D26-0001"]
    assert ItemState.OPEN not in chamber.states()
