"""Cases of a closed approach, in a vault that two people open: one is admitted to them, the other is not."""

import inspect
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from zvk_tui.documents.markdown import markdown
from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.domain.approaches import default_rules
from zvk_tui.domain.case_file import Approach, CaseFile, NameStyle, Phase, Subject
from zvk_tui.domain.case_list import CaseFilter, CaseOrder, Place
from zvk_tui.domain.case_terms import CircleRelation, EventKind, LifeDomain, PoliceContactKind, SufficiencyLevel
from zvk_tui.domain.columns import ListKind
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm, Outcome
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, ItemState, Series, SeriesKind
from zvk_tui.domain.minutes import Minutes
from zvk_tui.domain.partners import Chain
from zvk_tui.domain.plan import Plan, PlanGoal
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.progress import ProgressFilter, ProgressOrder
from zvk_tui.domain.record import Answer, Judgement, StatementKind
from zvk_tui.domain.statements import NewStatement
from zvk_tui.errors import Refused, ZvkError
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import open_with

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

MARK: Final = "Geheimteken"
OTHER: Final = "zeven groene fietsen"
CLOSED: Final = Approach.RADICALISATION
OF_ITS_FILE: Final = frozenset(("closures", "dossiers", "drafts", "intakes", "life", "plans", "police", "statements"))
"""What the tabs of the file of one case read, which somebody opened and said what for."""


def own(chamber: "Chamber") -> str:
    """Return the key slot that opened the vault."""
    return chamber.vault.desk.slot_id


def register_closed(chamber: "Chamber") -> int:
    """Register a case of the closed approach that says the mark wherever somebody can type; return its row number."""
    answers = (Answered(one.code, CriterionAnswer.YES, MARK) for one in default_rules(CLOSED).criteria)
    form = IntakeForm(
        registered_on=chamber.clock.now.date(),
        approach=CLOSED,
        partner_id=chamber.partner("Politie").id,
        pre_consult=MARK,
        reason=MARK,
        request_goal=MARK,
        subject=Subject(MARK, "van", f"{MARK}en", date(1990, 1, 2)),
        circle=(CircleMember(CircleRelation.SIBLING, MARK, "", MARK, date(1992, 1, 2), MARK),),
        domains=(LifeDomain.HOUSING, LifeDomain.JUSTICE),
        chains=(Chain.CARE, Chain.JUSTICE),
        answers=tuple(answers),
        outcome=Outcome(),
    )
    ref = chamber.vault.intake.finish(chamber.vault.intake.keep(form))
    return int(chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=ref)[0][0])


def fill(chamber: "Chamber", case_id: int) -> None:
    """Give the case a file of its own between meetings."""
    vault, today = chamber.vault, chamber.clock.now.date()
    vault.lives.add(case_id, CaseEvent(EventKind.ADMITTED, today, reason=MARK))
    goals = (PlanGoal("g1", LifeDomain.HOUSING, MARK, MARK, SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH),)
    vault.plan.set(case_id, Plan(0, today, MARK, today + timedelta(weeks=6), goals, reason=MARK))
    vault.statement.add(case_id, NewStatement(chamber.owner("Politie"), StatementKind.FACT, MARK, today))
    vault.police_desk.add(case_id, PoliceContact(0, today, PoliceContactKind.SUSPECT, True, MARK, MARK))
    vault.police_desk.set_known(case_id, today, MARK)
    vault.intake.keep(IntakeForm(approach=CLOSED, reason=MARK, subject=Subject(MARK)))


def discuss(chamber: "Chamber", case_id: int) -> int:
    """Bring the case to the table of the running meeting, one of everything entered; return its item."""
    vault, today = chamber.vault, chamber.clock.now.date()
    item = vault.agenda.add_case(chamber.meeting, case_id)
    vault.table.enter(item)
    vault.entries.add_contribution(item, chamber.owner("GGZ"), StatementKind.FACT, MARK, today)
    vault.entries.save_judgement(item, Judgement(MARK, Answer.PARTLY, Answer.YES))
    vault.entries.add_decision(item, MARK, MARK, None, MARK)
    vault.entries.add_action(item, chamber.owner("GGZ"), MARK, today)
    vault.table.save_note(item, MARK)
    vault.drafts.keep(Draft(f"contribution/{item}/0/text", MARK, 3, item))
    return item


def of_its_own(chamber: "Chamber", case_id: int) -> None:
    """Give the case a series of process meetings, with a meeting."""
    series = Series(0, MARK, SeriesKind.PROCESS_MEETING, 0, chamber.series.start, 60, MARK, "", case_id)
    made = chamber.keep.add_series(series, (chamber.person("Cor"),), chamber.person("Cor"))
    chamber.agenda.open_meeting(made.id, chamber.clock.now.date())


def as_other(chamber: "Chamber") -> "Chamber":
    """Open the vault as somebody who is not admitted."""
    chamber.vault.add_slot("Ander", OTHER, chamber.cheap)
    return chamber.reopened(OTHER)


@pytest.fixture
def admitted(at: "At") -> "Chamber":
    """Return a running meeting of which the chair is admitted to the closed approach."""
    chamber = at("running")
    chamber.vault.rule.admit(CLOSED, own(chamber))
    return chamber


@pytest.fixture
def case_id(admitted: "Chamber") -> int:
    """Return a case of the closed approach, everywhere in the vault where a case can be."""
    number = register_closed(admitted)
    fill(admitted, number)
    discuss(admitted, number)
    of_its_own(admitted, number)
    return number


def ref_of(chamber: "Chamber", case_id: int) -> str:
    """Return the number of the case."""
    return str(chamber.sql("SELECT ref FROM case_file WHERE id = :id", id=case_id)[0][0])


def said(chamber: "Chamber", case_id: int) -> Iterator[tuple[str, str]]:
    """Yield what every method of every reader of the vault answers, its arguments those of the case."""
    numbers = chamber.sql("SELECT id, meeting_id FROM agenda_item WHERE case_id = :id", id=case_id)
    series = chamber.sql("SELECT series_id FROM meeting WHERE id IN (SELECT MAX(id) FROM meeting)")[0][0]
    for item_id, meeting_id in numbers:
        given: dict[str, Any] = {
            "approach": CLOSED, "case_id": case_id, "item_id": item_id, "meeting_id": meeting_id, "series_id": series,
            "contribution_id": chamber.sql("SELECT MAX(id) FROM contribution WHERE case_id = :id", id=case_id)[0][0],
            "contact_id": chamber.sql("SELECT MAX(id) FROM police_contact")[0][0],
            "intake_id": chamber.sql("SELECT MAX(id) FROM intake")[0][0],
            "today": chamber.clock.now.date(), "words": MARK, "ref": ref_of(chamber, case_id), "number": 1, "limit": 9,
            "key": f"contribution/{item_id}/0/text", "subject": Subject(MARK, "van", f"{MARK}en", date(1990, 1, 2)),
            "wanted": CaseFilter(words=MARK), "order": CaseOrder(), "place": Place(0, "", case_id),
            "kind": ListKind.CASES, "meeting": chamber.vault.meetings.at_hand(),
            "since": None, "asked": ProgressFilter(), "by": ProgressOrder(),
            "case_ids": [case_id], "entry_id": 1, "partner_id": chamber.owner("GGZ").partner.id,
            "action_ids": [row[0] for row in chamber.sql("SELECT id FROM action WHERE case_id = :id", id=case_id)],
        }  # fmt: skip
        for name, reader in vars(chamber.vault).items():
            if type(reader).__module__.startswith(("zvk_tui.store.reading", "zvk_tui.store.drafts")):
                yield from answers(name, reader, given)


def answers(name: str, reader: object, given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what each public method of a reader answers; what is refused answers nothing."""
    for method, asked in inspect.getmembers(reader, callable):
        if method.startswith(("_", "keep")) or method == "forget":
            continue
        wanted = inspect.signature(asked).parameters.values()
        needed = [one.name for one in wanted if one.default is inspect.Parameter.empty]
        missing = [one for one in needed if one not in given]
        assert not missing, f"{name}.{method} asks {missing}: say here what it gets"
        yield f"{name}.{method}", answer(asked, {one: given[one] for one in needed})


def answer(asked: Callable[..., object], given: dict[str, Any]) -> str:
    """Return what a reader answers, all of it written out."""
    try:
        found = asked(**given)
        return repr(list(found) if isinstance(found, Iterator) else found)
    except ZvkError:
        return ""


def test_nothing_of_it_is_read_by_who_is_not_admitted(admitted: "Chamber", case_id: int) -> None:
    """No reader of the vault says a word of the case: no name, no text, not even of a half-typed form."""
    leaks = [where for where, words in said(as_other(admitted), case_id) if MARK in words]
    assert leaks == []


def test_who_is_admitted_reads_all_of_it(admitted: "Chamber", case_id: int) -> None:
    """The same questions are answered to who is admitted: the test before this one looks in the right places."""
    speaking = {where for where, words in said(admitted, case_id) if MARK in words}
    assert {"cards.get", "cards.of_case", "register.find_cases", "records.minutes", "todays.lines"} <= speaking
    assert {"drafts.of_item", "life.timeline", "plans.current", "statements.of_case", "police.facts"} <= speaking
    assert {"intakes.open", "intakes.alike", "meetings.series", "register.subject"} <= speaking


def test_lists_agendas_and_cards_say_nothing_of_a_shielded_case(admitted: "Chamber", case_id: int) -> None:
    """What is shielded is read in its own file only, and in minutes; nothing else says a word of it."""
    admitted.sql("UPDATE case_file SET phase = 'closed', shielded = 1 WHERE id = :id", id=case_id)
    speaking = {where for where, words in said(admitted, case_id) if MARK in words}
    assert {where for where in speaking if where.partition(".")[0] not in OF_ITS_FILE} == {
        "meetings.get", "records.minutes", "register.subject", "todays.lines",
    }  # fmt: skip
    assert not any(MARK in repr(line) for line in admitted.vault.todays.lines(admitted.second) if line.intake is None)
    assert not {"closures.at_item", "closures.checks", "intakes.alike", "plans.meetings"} & speaking
    (hidden,) = (one for one in admitted.vault.meetings.agenda(admitted.meeting) if one.hidden)
    assert (hidden.title, hidden.case, hidden.reasons) == (ref_of(admitted, case_id), None, ())


def test_its_item_says_the_number_and_no_more(admitted: "Chamber", case_id: int) -> None:
    """On an agenda and a card stands the number of the case: no name, goal or reason; the rest stands as it did."""
    ref, before = ref_of(admitted, case_id), admitted.order()
    chamber = as_other(admitted)
    item = next(one for one in chamber.vault.meetings.agenda(chamber.meeting) if one.hidden)
    assert (item.title, item.case, item.reasons, item.kind) == (ref, None, (), ItemKind.CASE)
    assert len(chamber.order()) == len(before)
    card = chamber.vault.cards.get(item.id)
    assert (card.contributions, card.decisions, card.actions, card.note) == ((), (), (), "")


def minutes_of(chamber: "Chamber") -> Minutes:
    """Return the minutes of the kernteam."""
    return chamber.vault.records.minutes(chamber.meeting)


def finish(chamber: "Chamber") -> None:
    """Settle and finalise the running meeting."""
    for draft in chamber.sql("SELECT key FROM draft"):
        chamber.vault.drafts.forget(draft[0])
    chamber.end(chamber.third)
    chamber.settle.finalise(chamber.meeting)


@pytest.mark.parametrize("final", [False, True])
def test_minutes_say_its_number_and_no_more(admitted: "Chamber", case_id: int, final: bool) -> None:
    """Draft and final minutes keep the place of the item, and say nothing of what was said there."""
    ref = ref_of(admitted, case_id)
    if final:
        finish(admitted)
    whole = minutes_of(admitted)
    seen = minutes_of(as_other(admitted))
    assert MARK not in repr(seen)
    assert MARK in repr(whole)
    item = next(one for one in seen.items if one.case_ref == ref)
    assert item.closed
    assert [one.position for one in seen.items] == [one.position for one in whole.items]
    assert seen.fingerprint == whole.fingerprint


def test_a_document_says_that_it_is_closed(admitted: "Chamber", case_id: int) -> None:
    """Minutes on paper give the number of the case and say that it is closed, not that nothing was recorded."""
    ref = ref_of(admitted, case_id)
    seen = minutes_of(as_other(admitted))
    text = markdown(minutes_document(seen, NameStyle.FULL)).decode()
    line = next(line for line in text.splitlines() if ref in line.replace("\\", ""))
    assert "niet toegankelijk voor wie dit document maakte" in line
    assert MARK not in text


def test_minutes_are_frozen_whole_whoever_finalises(admitted: "Chamber", case_id: int) -> None:
    """A chair who is not admitted can finalise; nothing of the case is lost, and the fingerprint covers it."""
    chamber = as_other(admitted)
    finish(chamber)
    assert MARK not in repr(minutes_of(chamber))
    chamber.reopened()
    assert MARK in repr(minutes_of(chamber))
    assert chamber.vault.verify() == ()


def test_what_was_moved_returns_whoever_opens_the_next_meeting(admitted: "Chamber", case_id: int) -> None:
    """An item of a closed case that was moved on stands on the next agenda, under its number."""
    chamber = as_other(admitted)
    hidden = next(one.id for one in chamber.vault.meetings.agenda(chamber.meeting) if one.hidden)
    chamber.vault.drafts.forget(f"contribution/{hidden}/0/text")
    chamber.table.conclude(hidden, ItemState.MOVED)
    finish(chamber)
    chamber.open_next(chamber.third)
    assert [one.title for one in chamber.vault.meetings.agenda(chamber.meeting) if one.hidden] == [
        ref_of(chamber, case_id)
    ]
    chamber.agenda.order_for_leaving(chamber.meeting)
    chamber.agenda.move(chamber.item(ref_of(chamber, case_id)), -1)


def test_an_agenda_proposes_it_only_to_who_is_admitted(admitted: "Chamber", case_id: int) -> None:
    """A kernteam of the closed approach proposes its cases when somebody who is admitted opens the meeting."""
    series = Series(0, "Kring", SeriesKind.CORE_TEAM_PAD, 10, admitted.series.start, 60, "", CLOSED)
    first, second = (admitted.keep.add_series(series, (admitted.person("Cor"),)).id for _ in range(2))
    proposed = admitted.agenda.open_meeting(first, admitted.third)
    assert [item.case.id for item in admitted.vault.meetings.agenda(proposed) if item.case] == [case_id]
    chamber = as_other(admitted)
    empty = chamber.agenda.open_meeting(second, chamber.third)
    assert not [item for item in chamber.vault.meetings.agenda(empty) if item.case or item.hidden]


WRITES: Final[dict[str, Callable[["Chamber", int, int], object]]] = {
    "contribution": lambda c, _n, item: c.entries.add_contribution(
        item, c.owner("GGZ"), StatementKind.FACT, "tekst", c.second
    ),
    "judgement": lambda c, _n, item: c.entries.save_judgement(item, Judgement("tekst", Answer.YES, Answer.YES)),
    "decision": lambda c, _n, item: c.entries.add_decision(item, "tekst", "", None),
    "action": lambda c, _n, item: c.entries.add_action(item, c.owner("GGZ"), "tekst", c.third),
    "note": lambda c, _n, item: c.table.save_note(item, "tekst"),
    "discussed": lambda c, _n, item: c.table.conclude(item, ItemState.DISCUSSED),
    "agenda": lambda c, number, _item: c.agenda.add_case(c.meeting, number),
    "dates": lambda c, number, _item: c.keep.set_discussions(number, None, c.third),
    "statement": lambda c, number, _item: c.vault.statement.add(
        number, NewStatement(c.owner("GGZ"), StatementKind.FACT, "tekst", c.second)
    ),
    "police": lambda c, number, _item: c.vault.police_desk.set_known(number, c.second, "politie"),
    "plan": lambda c, number, _item: c.vault.plan.set(number, Plan(0, c.second, "doel")),
    "name": lambda c, number, _item: c.vault.change.case_file(
        CaseFile(number, "", Approach.PAD, Phase.APPROACH, Subject("A", "", "B"), c.second)
    ),
}


@pytest.mark.parametrize("write", WRITES)
def test_nothing_of_it_is_changed_by_who_is_not_admitted(admitted: "Chamber", case_id: int, write: str) -> None:
    """What is written to the case is refused, whichever act it is, and nothing changes."""
    item = int(admitted.sql("SELECT MIN(id) FROM agenda_item WHERE case_id = :id", id=case_id)[0][0])
    chamber = as_other(admitted)
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        WRITES[write](chamber, case_id, item)
    assert chamber.content(logs=True) == before


def test_an_act_on_it_is_not_undone_by_who_is_not_admitted(admitted: "Chamber", case_id: int) -> None:
    """Undo takes back no change to a case that the user may not see."""
    admitted.keep.set_discussions(case_id, None, admitted.third)
    chamber = as_other(admitted)
    before = chamber.content()
    with pytest.raises(Refused):
        chamber.vault.undo()
    assert chamber.content() == before


def test_nobody_is_admitted_to_a_new_vault(at: "At") -> None:
    """Until somebody says so, nobody sees a case of the closed approach, not even who made the vault."""
    chamber = at("register")
    assert chamber.vault.approaches.admitted(CLOSED) == ()
    assert not chamber.vault.approaches.may_see(CLOSED)
    assert chamber.vault.approaches.open_approaches() == (Approach.ALL_AGES, Approach.PAD)
    assert chamber.vault.rule.circle(CLOSED).first


def test_the_first_person_admits_himself_and_then_others(at: "At") -> None:
    """Who is not admitted admits nobody; after the first has begun, he admits others, and it is noted who did."""
    chamber = at("register")
    chamber.vault.add_slot("Ander", OTHER, chamber.cheap)
    other = next(one.slot_id for one in chamber.vault.key_holders() if one.name == "Ander")
    with pytest.raises(Refused):
        chamber.vault.rule.admit(CLOSED, other)
    chamber.vault.rule.admit(CLOSED, own(chamber))
    chamber.vault.rule.admit(CLOSED, other)
    assert [(one.name, one.by) for one in chamber.vault.approaches.admitted(CLOSED)] == [
        ("Voorzitter", "Voorzitter"),
        ("Ander", "Voorzitter"),
    ]
    assert chamber.reopened(OTHER).vault.approaches.may_see(CLOSED)


def test_who_is_not_admitted_cannot_let_himself_in(admitted: "Chamber") -> None:
    """Once somebody is admitted, nobody admits himself."""
    chamber = as_other(admitted)
    with pytest.raises(Refused):
        chamber.vault.rule.admit(CLOSED, own(chamber))
    with pytest.raises(Refused):
        chamber.vault.rule.withdraw(CLOSED, chamber.vault.key_holders()[0].slot_id)
    assert not chamber.vault.approaches.may_see(CLOSED)


def test_an_admission_is_withdrawn_but_never_the_last(admitted: "Chamber", case_id: int) -> None:
    """Who is withdrawn sees nothing any more from that moment; the last person stays."""
    with pytest.raises(Refused):
        admitted.vault.rule.withdraw(CLOSED, own(admitted))
    admitted.vault.add_slot("Ander", OTHER, admitted.cheap)
    admitted.vault.rule.admit(CLOSED, admitted.vault.key_holders()[1].slot_id)
    admitted.vault.rule.withdraw(CLOSED, own(admitted))
    assert admitted.vault.register.find_cases(MARK) == ()
    assert len(admitted.reopened(OTHER).vault.register.find_cases(MARK)) == 1


def test_the_log_names_nobody_who_was_admitted(admitted: "Chamber") -> None:
    """The log says that an admission changed, and by whom; a change of it cannot be undone."""
    line = admitted.vault.log.lines(1)[0]
    assert (line.act, line.case_ref, line.detail) == (Act.ADMISSION_CHANGED, "", CLOSED)
    admitted.vault.undo()
    assert admitted.vault.approaches.may_see(CLOSED)


def test_an_open_approach_has_no_admissions(at: "At") -> None:
    """PAD is for everybody who opens the vault: there is nothing to admit to."""
    chamber = at("register")
    assert chamber.vault.approaches.may_see(Approach.PAD)
    with pytest.raises(Refused):
        chamber.vault.rule.admit(Approach.PAD, own(chamber))


def test_another_passphrase_keeps_the_admission(admitted: "Chamber", case_id: int) -> None:
    """Admission belongs to the person: with a new passphrase it is still there."""
    admitted.vault.change_passphrase(admitted.words, OTHER, admitted.cheap)
    assert admitted.reopened(OTHER).vault.register.find_cases(MARK)


def test_the_recovery_key_is_admitted_to_nothing(admitted: "Chamber", case_id: int) -> None:
    """Who opens the vault with the key from the safe sees no closed case, and admits nobody."""
    vault = admitted.vault
    ring, printed = vault.new_recovery()
    assert vault.keep_recovery(ring, printed)
    vault.lock()
    folder = VaultFolder(vault.folder.path)
    admitted.vault = open_with(folder, folder.read_keys().unlock_recovery(printed), admitted.clock)
    assert not admitted.vault.approaches.may_see(CLOSED)
    assert admitted.vault.register.find_cases(MARK) == ()
    with pytest.raises(Refused):
        admitted.vault.rule.admit(CLOSED, own(admitted))
