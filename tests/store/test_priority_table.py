"""The top 10 at the table: its own agenda item, groups on the agenda, and what is counted of them."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.store.test_priority import (
    GROUP,
    MARK,
    entry_of,
    filled,
    meet,
    new,
    publish,
    put_top10,
    said,
    with_closed_case,
)
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.meeting import ItemKind, Reason, ReasonKind
from zvk_tui.domain.priority_list import LeaveReason
from zvk_tui.domain.today import TodayKind
from zvk_tui.widgets.card import CardView

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber
    from zvk_tui.domain.card import Card
TOP10_REVIEW = ReasonKind.TOP10_REVIEW


@pytest.fixture
def chamber(at: "At") -> "Chamber":
    """Give a chamber with published criteria and four entries, between two meetings."""
    return filled(at("between"))


def prepared(chamber: "Chamber") -> int:
    """Open a meeting with the list on its agenda; return it."""
    chamber.clock.set(chamber.second)
    meeting = chamber.open_next(chamber.second)
    put_top10(chamber, meeting)
    return meeting


def card_of_list(chamber: "Chamber", meeting: int) -> "Card":
    """Return the card of the item about the list."""
    items = chamber.vault.meetings.agenda(meeting)
    return chamber.vault.cards.get(next(item.id for item in items if item.kind is ItemKind.TOP10))


def text(card: "Card", style: NameStyle = NameStyle.FULL, width: int = 43) -> str:
    """Return what a card says on the second day of the chamber's meetings."""
    return CardView(date(2027, 3, 1), style, width).content(card).plain


@pytest.mark.parametrize("width", [43, 112])
def test_the_list_stands_on_its_card(chamber: "Chamber", width: int) -> None:
    """At its agenda item the table sees the order, with movement, open actions and what is late; all on the card."""
    shown = " ".join((whole := text(card_of_list(chamber, prepared(chamber)), width=width)).split())
    places = [shown.index(who) for who in ("1 + D26-0001", "2 + D26-0003", f"3 + groep {GROUP}", "4 + D26-0004")]
    assert places == sorted(places)
    assert shown.count("dagen te laat") == 4
    assert "2 acties" in shown
    assert max(map(len, whole.split("\n"))) <= width


def test_the_projector_masks_the_card(chamber: "Chamber") -> None:
    """With the projector on no label of a group stands on the card, and no name of a person."""
    shown = text(card_of_list(chamber, prepared(chamber)), NameStyle.INITIALS)
    name = chamber.case("D26-0001").subject.surname
    assert [word in shown for word in (MARK, name)] == [False, False]
    assert "D26-0001" in shown


def test_a_closed_case_is_a_number_on_the_card(at: "At") -> None:
    """Who is not admitted sees at the table the place and the number of a case, and neither facts nor review."""
    chamber = at("between")
    publish(chamber)
    with_closed_case(chamber)
    card = card_of_list(chamber, prepared(chamber))
    assert card.priority
    assert card.priority.facts == {}
    shown = text(card)
    assert "D26-0077 niet voor u toegankelijk" in shown
    assert [word in shown for word in (MARK, "laat", "actie")] == [False] * 3


def test_other_cards_do_not_read_the_list(chamber: "Chamber") -> None:
    """The card of any other item holds no list: it is read for nothing."""
    meeting = prepared(chamber)
    others = [item.id for item in chamber.vault.meetings.agenda(meeting) if item.kind is not ItemKind.TOP10]
    assert [chamber.vault.cards.get(number).priority for number in others] == [None] * len(others)


def reviews(chamber: "Chamber", today: date) -> list[str]:
    """Return the cases and groups that Vandaag says to look at again."""
    lines = [line for line in chamber.vault.todays.lines(today) if line.kind is TodayKind.PRIORITY_REVIEW]
    return [line.case_file.ref if line.case_file else line.group_label for line in lines]


@pytest.mark.parametrize(("day", "due"), [(-1, []), (0, ["D26-0001", "D26-0003", GROUP, "D26-0004"])])
def test_vandaag_says_which_entries_are_due(chamber: "Chamber", day: int, due: list[str]) -> None:
    """From the day of its review on a group is a line of Vandaag, as much as a case."""
    on = chamber.vault.priorities.current()[0].review_on
    assert reviews(chamber, on + timedelta(day)) == due


def test_vandaag_is_silent_about_a_closed_case(at: "At") -> None:
    """The review of a case that is closed to who looks is no line, and neither is one of a group that left."""
    chamber = at("between")
    publish(chamber)
    with_closed_case(chamber)
    chamber.vault.priority.add(new(chamber, GROUP))
    later = chamber.vault.priorities.current()[0].review_on
    assert reviews(chamber, later) == [GROUP]
    chamber.vault.priority.leave(entry_of(chamber, GROUP), LeaveReason.CALMED_DOWN)
    assert reviews(chamber, later) == []


def titles(chamber: "Chamber", meeting: int) -> list[str]:
    """Return the cases and groups on an agenda."""
    items = chamber.vault.meetings.agenda(meeting)
    return [item.case.ref if item.case else item.title for item in items if item.case or item.kind is ItemKind.GROUP]


def test_an_entry_goes_on_the_next_agenda(chamber: "Chamber") -> None:
    """A case is there as a case and a group under its label, once; without a meeting about the list nothing happens."""
    assert "in preparation" in said(lambda: chamber.vault.priority.put_on_agenda(entry_of(chamber, GROUP)))
    meeting = prepared(chamber)
    listed = [one.ref for one in (chamber.case("D26-0001"), chamber.case("D26-0004"))]
    for ref in listed:
        if ref not in titles(chamber, meeting):
            chamber.vault.priority.put_on_agenda(entry_of(chamber, ref))
    chamber.vault.priority.put_on_agenda(entry_of(chamber, GROUP))
    assert set(titles(chamber, meeting)) >= {*listed, GROUP}
    for who in (*listed, GROUP):
        assert "already" in said(partial(chamber.vault.priority.put_on_agenda, entry_of(chamber, who)))
    chamber.vault.undo()
    assert GROUP not in titles(chamber, meeting)


@pytest.mark.parametrize(("day", "there"), [(-1, False), (0, True)])
def test_the_agenda_proposes_a_group_that_is_due(chamber: "Chamber", day: int, there: bool) -> None:
    """From the day of its review on the next meeting about the list has the group on its agenda, and says why."""
    on = chamber.vault.priorities.current()[0].review_on
    meeting = prepared(chamber)
    chamber.agenda.set_recurring(chamber.item(ItemKind.TOP10), recurring=True)
    chamber.table.start(meeting)
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.settle.finalise(meeting)
    chamber.clock.set(on + timedelta(day))
    later = chamber.open_next(on + timedelta(day))
    groups = [one for one in chamber.vault.meetings.agenda(later) if one.kind is ItemKind.GROUP]
    assert [(one.title, one.reasons) for one in groups] == [(GROUP, (Reason(TOP10_REVIEW, on=on),))] * there
    assert chamber.vault.agenda.propose_again(later) == 0


def test_a_closed_case_goes_on_no_agenda(at: "At") -> None:
    """Who is not admitted to a case does not put it on an agenda."""
    chamber = at("between")
    publish(chamber)
    number = with_closed_case(chamber)
    prepared(chamber)
    assert "not admitted" in said(lambda: chamber.vault.priority.put_on_agenda(number))


@pytest.mark.parametrize("label", [MARK, MARK.upper(), GROUP, f"GROEP  {MARK}"])
def test_what_was_agreed_about_a_group_is_counted(chamber: "Chamber", label: str) -> None:
    """An action agreed at the group's own item counts, and its discussion too, however its label was typed there."""
    meeting = prepared(chamber)
    topic = chamber.agenda.add_topic(meeting, label)
    chamber.table.start(meeting)
    chamber.vault.entries.add_action(topic, chamber.owner("Politie"), "vragen", chamber.second + timedelta(days=7))
    chamber.discuss_all()
    facts = chamber.vault.priorities.facts()[entry_of(chamber, GROUP)]
    assert (facts.open_actions, facts.days_since_discussed) == (1, 0)


def test_a_group_that_is_renamed_keeps_its_item(chamber: "Chamber") -> None:
    """Another label for a group is its label on the agenda as well, as long as the minutes are not final."""
    meeting, group = prepared(chamber), entry_of(chamber, GROUP)
    chamber.vault.priority.put_on_agenda(group)
    chamber.vault.priority.change(group, new(chamber, "Kadegroep"))
    assert "Kadegroep" in titles(chamber, meeting)
    assert GROUP not in titles(chamber, meeting)


@pytest.mark.parametrize(("style", "called"), [(NameStyle.FULL, GROUP), (NameStyle.INITIALS, "G. V.")])
def test_the_label_on_an_agenda_is_masked(chamber: "Chamber", style: NameStyle, called: str) -> None:
    """With the projector on the label of a group is its initials on the agenda and on its card."""
    prepared(chamber)
    item = chamber.vault.priority.put_on_agenda(entry_of(chamber, GROUP))
    card = chamber.vault.cards.get(item)
    assert card.item.called(style) == called
    assert text(card, style).split("\n")[0] == called


def test_the_minutes_say_what_was_decided_and_who_left(chamber: "Chamber") -> None:
    """Frozen with the minutes: decision, review and weeks of each place, and who left since the meeting before."""
    chamber.vault.priority.leave(entry_of(chamber, "D26-0003"), LeaveReason.MOVED_AWAY)
    review = chamber.vault.priorities.current()[0].review_on
    meeting = meet(chamber)
    minutes = chamber.vault.records.minutes(meeting)
    first = minutes.priority[0]
    assert (first.decision, first.review_on, first.weeks) == (f"op de lijst, {MARK}", review, first.weeks)
    assert first.decided_on
    assert first.weeks == (chamber.second - first.decided_on).days // 7
    assert [(one.case_ref, one.reason) for one in minutes.left] == [("D26-0003", LeaveReason.MOVED_AWAY)]
    assert chamber.vault.verify() == ()


def test_a_late_review_is_a_reason_to_discuss(chamber: "Chamber") -> None:
    """A case whose review for the top 10 is due by the meeting is on its agenda, and the agenda says so."""
    chamber.sql("UPDATE priority_entry SET review_on = :on", on=chamber.second)
    items = chamber.vault.meetings.agenda(prepared(chamber))
    due = {item.case.ref for item in items if item.case and Reason(TOP10_REVIEW, on=chamber.second) in item.reasons}
    assert due == {"D26-0001", "D26-0003", "D26-0004"}
