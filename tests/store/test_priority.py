"""The top 10 in the vault: order that survives everything, snapshots with minutes, and leaving that leaves nothing."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind, PoliceContactKind
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.priority_facts import GroupFact
from zvk_tui.domain.priority_list import LeaveReason, Movement, NewEntry, PriorityAnswer, default_priority_rules
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

MARK = "Vliegdennenlaan"
"""A word that is in every text of an entry, so that it can be looked for."""
GROUP = f"Groep {MARK}"


def publish(chamber: "Chamber") -> None:
    """Publish the criteria of the annual report."""
    today = chamber.vault.now().date()
    rules = replace(chamber.vault.priorities.rules(), published_on=today, published_at="gemeentesite")
    chamber.vault.priority.publish(rules)


def new(chamber: "Chamber", who: str) -> NewEntry:
    """Return a new entry of a case by its number, or of a group by its label."""
    today = chamber.vault.now().date()
    codes = [one.code for one in default_priority_rules().criteria]
    answers = tuple(PriorityAnswer(code, CriterionAnswer.YES, f"{MARK} {code}") for code in codes)
    is_case = who.startswith("D26")
    return NewEntry(
        chamber.case(who).id if is_case else None,
        "" if is_case else who,
        chamber.person("Piet"),
        chamber.person("Noor"),
        answers,
        f"op de lijst, {MARK}",
        today,
        today + timedelta(weeks=12),
    )


def listed(chamber: "Chamber") -> list[str]:
    """Return the numbers and labels on the list, and check that the places run from 1 without gaps."""
    found = chamber.vault.priorities.current()
    assert [entry.rank for entry in found] == list(range(1, len(found) + 1))
    return [entry.case_ref or entry.group_label for entry in found]


def entry_of(chamber: "Chamber", who: str) -> int:
    """Return the row number of an entry."""
    return next(one.id for one in chamber.vault.priorities.current() if who in {one.case_ref, one.group_label})


def said(act: Callable[[], object]) -> str:
    """Return the message id with which something is refused."""
    with pytest.raises(Refused) as found:
        act()
    return found.value.message


def everything(chamber: "Chamber") -> str:
    """Return all rows of all tables, in small letters."""
    return repr(chamber.content(logs=True)).casefold()


def filled(chamber: "Chamber") -> "Chamber":
    """Publish, and put three cases and a group on the list."""
    publish(chamber)
    for who in ("D26-0001", "D26-0003", GROUP, "D26-0004"):
        chamber.vault.priority.add(new(chamber, who))
    return chamber


@pytest.fixture
def chamber(at: "At") -> "Chamber":
    """Give a chamber with published criteria and four entries, between two meetings."""
    return filled(at("between"))


def test_nobody_enters_before_the_criteria_are_published(at: "At") -> None:
    """As long as nothing was published the list stays empty; publishing is version 1, and each change the next."""
    chamber = at("between")
    assert "not published" in said(lambda: chamber.vault.priority.add(new(chamber, "D26-0001")))
    publish(chamber)
    chamber.vault.priority.add(new(chamber, "D26-0001"))
    longer = replace(chamber.vault.priorities.rules(), length=12)
    assert (chamber.vault.priority.publish(longer), chamber.vault.priorities.rules().length) == (2, 12)
    assert [one.rules.version for one in chamber.vault.priorities.history()] == [2, 1]
    assert chamber.vault.priorities.current()[0].rules_version == 1
    assert "meanwhile" in said(lambda: chamber.vault.priority.publish(longer))


def test_an_entry_says_everything(chamber: "Chamber") -> None:
    """Contact, director, answers, decision and dates come back as they were entered; a new entry is the last."""
    first = chamber.vault.priorities.current()[0]
    given = new(chamber, "D26-0001")
    assert (first.contact, first.director, first.answers) == (given.contact, given.director, given.answers)
    assert (first.decision, first.decided_on, first.review_on) == (given.decision, given.decided_on, given.review_on)
    assert listed(chamber) == ["D26-0001", "D26-0003", GROUP, "D26-0004"]


def test_what_may_not_enter(chamber: "Chamber") -> None:
    """The same twice, a full list, and a case that is not worked on are refused, and change nothing."""
    before = chamber.content(logs=True)
    assert "already" in said(lambda: chamber.vault.priority.add(new(chamber, "D26-0003")))
    assert "already" in said(lambda: chamber.vault.priority.add(new(chamber, GROUP.upper())))
    shielded = replace(new(chamber, "D26-0001"), case_id=chamber.shielded)
    assert "shielded" in said(lambda: chamber.vault.priority.add(shielded))
    assert chamber.content(logs=True) == before
    chamber.vault.priority.publish(replace(chamber.vault.priorities.rules(), length=4))
    assert "full" in said(lambda: chamber.vault.priority.add(new(chamber, "D26-0002")))


def test_people_make_the_order(chamber: "Chamber") -> None:
    """A move of several places at once keeps the others in order, and keeps who moved it and why."""
    number = entry_of(chamber, "D26-0004")
    chamber.vault.priority.move(number, 1, "drie meldingen in een week")
    assert listed(chamber) == ["D26-0004", "D26-0001", "D26-0003", GROUP]
    (move,) = chamber.vault.priorities.moves(number)
    assert (move.from_rank, move.to_rank, move.by) == (4, 1, "Voorzitter")
    assert move.motive == "drie meldingen in een week"
    chamber.vault.priority.move(number, 99, "het is stil geworden")
    assert listed(chamber)[-1] == "D26-0004"


@pytest.mark.parametrize(("to", "motive", "why"), [(1, "  ", "no text"), (4, "waarom", "already")])
def test_a_move_without_reason_is_no_move(chamber: "Chamber", to: int, motive: str, why: str) -> None:
    """Without a motive, or to where it stands, nothing changes."""
    before = chamber.content(logs=True)
    assert why in said(lambda: chamber.vault.priority.move(entry_of(chamber, "D26-0004"), to, motive))
    assert chamber.content(logs=True) == before


def test_every_act_can_be_undone(chamber: "Chamber") -> None:
    """Adding, moving, changing and telling of a group go back one by one to how it was."""
    group = entry_of(chamber, GROUP)
    states = []
    fact = GroupFact(date(2026, 10, 4), PoliceContactKind.NUISANCE, 4, "Politie")
    for act in (
        lambda: chamber.vault.priority.add(new(chamber, "D26-0002")),
        lambda: chamber.vault.priority.move(group, 1, "meer meldingen"),
        lambda: chamber.vault.priority.change(group, replace(new(chamber, "Kadegroep"), decision="anders")),
        lambda: chamber.vault.priority.set_group_fact(group, fact),
    ):
        states.append(chamber.content())
        act()
    for before in reversed(states):
        chamber.vault.undo()
        assert chamber.content() == before


def test_the_log_tells_who_and_which_case(chamber: "Chamber") -> None:
    """The log has one line for each act, with the number of the case and no text; a group has no label in it."""
    chamber.vault.priority.move(entry_of(chamber, "D26-0003"), 1, MARK)
    chamber.vault.priority.move(entry_of(chamber, GROUP), 1, MARK)
    lines = chamber.vault.log.lines(3)
    assert [(line.act, line.case_ref) for line in lines[:2]] == [
        (Act.PRIORITY_MOVED, ""),
        (Act.PRIORITY_MOVED, "D26-0003"),
    ]
    assert MARK not in repr(chamber.content("audit"))


def test_the_order_survives_a_lock(chamber: "Chamber") -> None:
    """After the vault was locked and opened again the list stands as people left it."""
    chamber.vault.priority.move(entry_of(chamber, GROUP), 1, "meer meldingen")
    assert listed(chamber.reopened()) == [GROUP, "D26-0001", "D26-0003", "D26-0004"]


KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import open_with
folder = VaultFolder(Path(sys.argv[1]))
vault = open_with(folder, folder.read_keys().unlock(sys.argv[2]), lambda: datetime.fromisoformat(sys.argv[3]))
last = vault.priorities.current()[-1]
vault.priority.move(last.id, 1, "drie meldingen")
with vault.desk.writing("priority_moved") as session:
    session.connection().exec_driver_sql("UPDATE priority_entry SET rank = 1")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_order_survives_a_kill(chamber: "Chamber", tmp_path: Path) -> None:
    """A process that is killed halfway through a move leaves the order of the move before, whole."""
    folder = chamber.vault.folder.path
    chamber.vault.lock()
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    told = [sys.executable, str(script), str(folder), chamber.words, chamber.clock.now.isoformat()]
    done = subprocess.run(told, check=False, capture_output=True, env=dict(os.environ), timeout=120)
    assert done.returncode == -9, done.stderr
    assert listed(chamber.reopened()) == ["D26-0004", "D26-0001", "D26-0003", GROUP]
    assert chamber.vault.verify() == ()


def test_the_facts_are_counted(chamber: "Chamber") -> None:
    """Contacts that stand are counted by month and kind, those that were wrong are not; with actions and days."""
    case_id, today = chamber.case("D26-0001").id, chamber.vault.now().date()
    contact = PoliceContact(0, today, PoliceContactKind.SUSPECT, True, "Politie")
    for _ in range(2):
        chamber.vault.police_desk.add(case_id, contact)
    wrong = chamber.vault.police_desk.add(case_id, contact)
    chamber.vault.police_desk.mark_wrong(wrong, "iemand anders")
    facts = chamber.vault.priorities.facts()[entry_of(chamber, "D26-0001")]
    assert facts.months[-1].counts == (("suspect", 2),)
    assert sum(month.total for month in facts.months) == 2
    assert facts.open_actions == 2
    assert facts.days_since_discussed == (today - chamber.first).days


def test_a_group_has_its_own_facts(chamber: "Chamber") -> None:
    """What is told of a group replaces what was told of the same month and kind; a case has none of its own here."""
    group, month = entry_of(chamber, GROUP), chamber.vault.now().date()
    for count in (3, 5):
        chamber.vault.priority.set_group_fact(group, GroupFact(month, PoliceContactKind.NUISANCE, count, "Politie"))
    assert chamber.vault.priorities.facts()[group].months[-1].counts == (("nuisance", 5),)
    assert [fact.count for fact in chamber.vault.priorities.group_facts(group)] == [5]
    fact = GroupFact(month, PoliceContactKind.NUISANCE, 1, "Politie")
    assert "dossier" in said(lambda: chamber.vault.priority.set_group_fact(entry_of(chamber, "D26-0001"), fact))


@pytest.mark.parametrize("who", ["D26-0003", GROUP])
def test_leaving_leaves_a_stub(chamber: "Chamber", who: str) -> None:
    """Number, dates and reason stay; the others close up, and answers, decision, label and people are gone."""
    number = entry_of(chamber, who)
    chamber.vault.priority.leave(number, LeaveReason.CALMED_DOWN)
    assert who not in listed(chamber)
    (left,) = chamber.vault.priorities.left()
    today = chamber.vault.now().date()
    ref = who if who.startswith("D26") else ""
    assert (left.case_ref, left.entered_on, left.left_on, left.reason) == (ref, today, today, LeaveReason.CALMED_DOWN)
    kept = "SELECT rank, group_label, contact_id, director_id, answers, decision FROM priority_entry WHERE id = :id"
    assert chamber.sql(kept, id=number) == [(None, "", None, None, "[]", "")]
    assert "no longer" in said(lambda: chamber.vault.priority.move(number, 1, "terug"))


@pytest.mark.parametrize("who", ["D26-0003", GROUP])
def test_leaving_leaves_no_word(at: "At", who: str) -> None:
    """Of everything that was ever typed about the entry no word is left: no row, no image, no draft."""
    chamber = at("between")
    publish(chamber)
    number = chamber.vault.priority.add(new(chamber, who))
    chamber.vault.priority.add(replace(new(chamber, "D26-0001"), decision="ja", answers=_plain_answers()))
    chamber.vault.priority.move(number, 2, MARK)
    chamber.vault.priority.change(number, replace(new(chamber, who), decision=f"{MARK} blijft"))
    if who == GROUP:
        month = chamber.vault.now().date()
        chamber.vault.priority.set_group_fact(number, GroupFact(month, PoliceContactKind.NUISANCE, 2, MARK))
    chamber.vault.drafts.keep(Draft(f"form/priority-entry/{number}/decision", MARK))
    chamber.vault.drafts.keep(Draft(f"form/priority-move/{number}/motive", MARK))
    assert MARK.casefold() in everything(chamber)
    chamber.vault.priority.leave(number, LeaveReason.NOT_NEEDED)
    assert MARK.casefold() not in everything(chamber)
    assert chamber.vault.undo() is None
    assert chamber.vault.verify() == ()


def _plain_answers() -> tuple[PriorityAnswer, ...]:
    return tuple(PriorityAnswer(one.code, CriterionAnswer.YES, "ja") for one in default_priority_rules().criteria)


@pytest.mark.parametrize("who", ["D26-0001", "D26-0003"])
def test_a_case_that_closes_leaves(chamber: "Chamber", who: str) -> None:
    """Closing a case takes it off the list at once; undoing the closing does not bring back what was wiped."""
    case_id, today = chamber.case(who).id, chamber.vault.now().date()
    for event in (
        CaseEvent(EventKind.SCALED_DOWN, today),
        CaseEvent(EventKind.CLOSED, today, closing_reason=ClosingReason.GOAL_REACHED),
    ):
        if event.kind is EventKind.CLOSED or who == "D26-0001":
            chamber.vault.lives.add(case_id, event)
    assert who not in listed(chamber)
    assert chamber.vault.priorities.left()[0].reason is LeaveReason.CASE_CLOSED
    chamber.vault.undo()
    assert who not in listed(chamber)
    assert chamber.vault.life.life(case_id).closed is False


def meet(chamber: "Chamber", *, topic: bool = True) -> int:
    """Hold a meeting of the kernteam with the list on its agenda, up to its final minutes; return it."""
    chamber.clock.set(chamber.second)
    meeting = chamber.open_next(chamber.second)
    if topic:
        put_top10(chamber, meeting)
    chamber.table.start(meeting)
    chamber.discuss_all()
    chamber.end(chamber.third)
    chamber.settle.finalise(meeting)
    return meeting


def put_top10(chamber: "Chamber", meeting: int) -> None:
    """Put the list on the agenda, as its own kernteam has it by itself."""
    number = chamber.agenda.add_topic(meeting, "top 10")
    chamber.sql("UPDATE agenda_item SET kind = 'top10', title = '' WHERE id = :id", id=number)


def test_the_minutes_say_how_it_stood(chamber: "Chamber") -> None:
    """The list stands in the minutes, frozen: later moves do not change them; a group stands there by its label."""
    meeting = meet(chamber)
    chamber.vault.priority.move(entry_of(chamber, GROUP), 1, "meer meldingen")
    places = chamber.vault.records.minutes(meeting).priority
    assert [(one.rank, one.case_ref) for one in places] == [(1, "D26-0001"), (2, "D26-0003"), (3, ""), (4, "D26-0004")]
    assert places[2].subject == Subject(group_name=GROUP)
    assert {(one.movement, one.contact, one.director) for one in places} == {(Movement.NEW, "Piet", "Noor")}
    assert chamber.vault.verify() == ()


def test_minutes_without_the_list_have_no_part_of_it(chamber: "Chamber") -> None:
    """A meeting that did not have the list on its agenda keeps the order, and says nothing of it in its minutes."""
    meeting = meet(chamber, topic=False)
    assert chamber.vault.records.minutes(meeting).priority == ()
    earlier = chamber.vault.priorities.before(meeting)
    assert earlier
    assert [place.rank for place in earlier.places] == [1, 2, 3, 4]
    assert chamber.vault.priorities.before() is None


def test_movement_is_against_the_meeting_before(chamber: "Chamber") -> None:
    """The earlier order stays beside the list as it stands; who left since says so."""
    meeting = meet(chamber)
    chamber.vault.priority.move(entry_of(chamber, "D26-0004"), 1, "drie meldingen")
    chamber.vault.priority.leave(entry_of(chamber, "D26-0003"), LeaveReason.MOVED_AWAY)
    earlier = chamber.vault.priorities.before()
    assert earlier
    assert earlier.meeting_id == meeting
    seen = [(one.rank, one.entry.rank if one.entry else None, one.left and one.left.reason) for one in earlier.places]
    assert seen == [(1, 2, None), (2, None, LeaveReason.MOVED_AWAY), (3, 3, None), (4, 1, None)]


def test_reopened_minutes_get_the_order_of_then(chamber: "Chamber") -> None:
    """While minutes are open they do not count as the meeting before; finalised again they keep the order of now."""
    meeting = meet(chamber)
    chamber.settle.reopen(meeting, "volgorde klopt niet")
    assert chamber.vault.priorities.before() is None
    chamber.vault.priority.move(entry_of(chamber, GROUP), 1, "zo was het besloten")
    chamber.settle.finalise(meeting)
    assert chamber.vault.records.minutes(meeting).priority[0].subject == Subject(group_name=GROUP)
    earlier = chamber.vault.priorities.before()
    assert earlier
    assert earlier.places[0].entry
    assert earlier.places[0].entry.group_label == GROUP
    assert chamber.sql("SELECT DISTINCT version FROM priority_snapshot ORDER BY 1") == [(1,), (2,)]
    assert chamber.vault.verify() == ()


def test_the_order_survives_finalising(chamber: "Chamber") -> None:
    """Finalising and reopening minutes leave the list as it stands."""
    chamber.vault.priority.move(entry_of(chamber, GROUP), 2, "meer meldingen")
    before = listed(chamber)
    meeting = meet(chamber)
    assert listed(chamber) == before
    chamber.settle.reopen(meeting, "een naam klopt niet")
    assert listed(chamber.reopened()) == before


def test_an_erased_case_is_nowhere_on_the_list(chamber: "Chamber") -> None:
    """After erasing, its place in the minutes is empty, its stub has no number, and the minutes still hold."""
    meeting = meet(chamber)
    case_id, today = chamber.case("D26-0003").id, chamber.vault.now().date()
    for event in (
        CaseEvent(EventKind.CLOSED, today, closing_reason=ClosingReason.GOAL_REACHED),
        CaseEvent(EventKind.SHIELDED, today),
    ):
        chamber.vault.lives.add(case_id, event)
    assert chamber.vault.priorities.left()[0].case_ref == ""
    chamber.vault.lives.erase(case_id, "D26-0003")
    assert [one.case_ref for one in chamber.vault.records.minutes(meeting).priority] == ["D26-0001", "", "D26-0004"]
    earlier = chamber.vault.priorities.before()
    assert earlier
    assert [one.rank for one in earlier.places] == [1, 3, 4]
    assert chamber.vault.verify() == ()


def with_closed_case(chamber: "Chamber") -> int:
    """Put a case of the closed approach on the list; then who opened the vault is no longer admitted."""
    closed = Approach.RADICALISATION
    chamber.vault.add_slot("Ander", "zeven groene fietsen", chamber.cheap)
    mine, other = (holder.slot_id for holder in chamber.vault.key_holders())
    chamber.vault.rule.admit(closed, mine)
    today = chamber.vault.now().date()
    chamber.keep.add_case(CaseFile(0, "D26-0077", closed, Phase.APPROACH, Subject(MARK, "", MARK), today))
    number = chamber.vault.priority.add(new(chamber, "D26-0077"))
    chamber.vault.rule.admit(closed, other)
    chamber.vault.rule.withdraw(closed, mine)
    return number


def test_a_closed_case_is_a_number(at: "At") -> None:
    """Who is not admitted sees the number at its place and nothing else, and can neither move nor change it."""
    chamber = at("between")
    publish(chamber)
    number = with_closed_case(chamber)
    (hidden,) = chamber.vault.priorities.current()
    assert (hidden.case_ref, hidden.hidden, hidden.case, hidden.answers, hidden.decision) == (
        "D26-0077", True, None, (), "",
    )  # fmt: skip
    assert hidden.contact is None
    assert chamber.vault.priorities.facts() == {}
    for act in (
        lambda: chamber.vault.priority.move(number, 2, "x"),
        lambda: chamber.vault.priority.change(number, new(chamber, "D26-0001")),
        lambda: chamber.vault.priority.leave(number, LeaveReason.NOT_NEEDED),
        lambda: chamber.vault.priorities.moves(number),
    ):
        assert "not admitted" in said(act)


def test_others_move_past_a_closed_case(at: "At") -> None:
    """Who is not admitted can still put the others in order and finalise; the minutes hold the closed case whole."""
    chamber = at("between")
    publish(chamber)
    with_closed_case(chamber)
    chamber.vault.priority.add(new(chamber, "D26-0001"))
    chamber.vault.priority.move(entry_of(chamber, "D26-0001"), 1, "meer meldingen")
    assert listed(chamber) == ["D26-0001", "D26-0077"]
    meeting = meet(chamber)
    assert [(one.case_ref, one.subject is None) for one in chamber.vault.records.minutes(meeting).priority] == [
        ("D26-0001", False),
        ("D26-0077", True),
    ]
    assert MARK in repr(chamber.content("minutes_part"))
