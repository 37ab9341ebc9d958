"""Screen 6, closing: the list, one check, a fact, the proposal, the agenda, the decision, the rules."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, SQLModel

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import EventKind
from zvk_tui.domain.closure import ClosureFactKind, Known, Verdict
from zvk_tui.domain.closure_case import CheckState
from zvk_tui.domain.meeting import unsigned
from zvk_tui.i18n import use_language
from zvk_tui.store.case_tables import CaseEventRow, PoliceContactRow, PoliceKnownRow
from zvk_tui.store.rule_tables import ClosureFactRow
from zvk_tui.store.tables import CaseRow, PersonRow
from zvk_tui.store.vault import Vault

TODAY = date(2026, 11, 23)
SIZES = ("80x24", "160x50")


@pytest.fixture(autouse=True)
def _english() -> None:
    """Let the screens speak English."""
    use_language("en")


def many(vault: Vault, count: int) -> None:
    """Put so many PAD cases in the vault at once, past the desk: every verdict comes by in turn."""
    begun = date(2026, 1, 5)
    rows: list[tuple[type[SQLModel], dict[str, Any]]] = []
    for number in range(1, count + 1):
        case_id = number + 10_000
        rows += [
            (PersonRow, {"id": case_id, "surname": f"Verzonnen{number}"}),
            (CaseRow, _case(case_id, number, begun)),
            (CaseEventRow, {"case_id": case_id, "on": begun, "kind": EventKind.REGISTERED, "by": "V"}),
        ]
        turn = number % 4
        if turn:
            known = {"case_id": case_id, "until": TODAY, "entered_on": TODAY, "source": "Politie"}
            rows.append((PoliceKnownRow, known))
            asked = {"case_id": case_id, "on": TODAY, "entered_on": TODAY, "source": "coach", "by": "V"}
            for kind in (ClosureFactKind.COACH_QUESTIONS, ClosureFactKind.COACH_CONTACT):
                rows.append((ClosureFactRow, asked | {"kind": kind, "answer": Known.YES if turn == 1 else Known.NO}))
        if turn == 2:
            seen = {"case_id": case_id, "on": TODAY - timedelta(number % 100), "kind": "suspect", "negative": True}
            rows.append((PoliceContactRow, seen | {"source": "Politie", "entered_on": TODAY}))
    with Session(vault.desk.engine()) as session:
        for model in dict.fromkeys(model for model, _values in rows):
            _insert(session, model, [values for of, values in rows if of is model])
        session.commit()


def _case(case_id: int, number: int, on: date) -> dict[str, Any]:
    plain = {"approach": Approach.PAD, "track": "regular", "phase": "approach", "registered_on": on}
    return plain | {"id": case_id, "ref": f"D26-{number:05}", "person_id": case_id}


def _insert(session: Session, model: type[SQLModel], values: list[dict[str, Any]]) -> None:
    usual = {
        name: field.default
        for name, field in model.model_fields.items()
        if not field.is_required() and name not in {"id", "uid"}
    }
    table = SQLModel.metadata.tables[str(model.__tablename__)]
    if values:
        session.connection().execute(table.insert(), [usual | {"uid": str(uuid.uuid4())} | one for one in values])


def counted(count: int) -> Any:
    """Return what fills a vault with so many cases."""
    return lambda vault: many(vault, count)


async def to_list(chair: Any) -> None:
    """Go to the list and wait until it was checked."""
    await chair.press("6")
    await chair.until(lambda: chair.where == "ClosureScreen" and chair.app.screen._everything is not None)


def fits(chair: Any, size: str) -> None:
    """See to it that nothing is wider than the window."""
    width, height = map(int, size.split("x"))
    assert len(chair.lines) == height
    assert all(len(line.rstrip()) <= width for line in chair.lines)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 1, 10])
async def test_few_cases(sit: Any, size: str, count: int) -> None:
    """With no case the screen says so; with one or ten all stand there, the nearest to closing first."""
    async with sit("empty", size, change=counted(count)) as chair:
        await to_list(chair)
        fits(chair, size)
        if not count:
            assert "there is nothing to close" in chair.screen
            await chair.press("a", "p", "enter", "r", "escape")
            assert chair.where == "ClosureScreen"
            return
        shown = [line for line in chair.lines if "D26-000" in line]
        assert len(shown) == count
        words = ("✓ may close", "> not before", "× not yet", "? not known")
        signs = [next(place for place, word in enumerate(words) if word in line) for line in shown]
        assert signs == sorted(signs)


@pytest.mark.parametrize("size", SIZES)
async def test_ten_thousand_cases(sit: Any, size: str) -> None:
    """A long list is windowed: the first page, the last one, and one case in between are all there at a key."""
    async with sit("empty", size, change=counted(10_000)) as chair:
        await to_list(chair)
        await chair.until(lambda: "of 10,000" in chair.screen)
        assert "✓ may close" in chair.lines[6]
        await chair.press("end")
        assert "? not known" in chair.lines[-4]
        fits(chair, size)
        await chair.press("enter")
        assert chair.where == "ClosureCaseScreen"
        await chair.press("escape")
        await chair.until(lambda: chair.where == "ClosureScreen" and "of 10,000" in chair.screen)


async def test_the_list_is_narrowed(sit: Any) -> None:
    """By its verdict, by its approach, and by words as they are typed; escape takes the words away."""
    async with sit("prepared") as chair:
        await to_list(chair)
        await chair.press("f")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Find")
        await chair.enter("not yet")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ClosureScreen" and "> not before" not in chair.screen)
        assert "× not yet" in chair.screen
        ref = next(line for line in chair.lines if "× not yet" in line).split()[4]
        await chair.press("slash")
        await chair.type(ref)
        await chair.until(lambda: chair.screen.count("× not yet") == 1)
        await chair.press("escape")
        await chair.until(lambda: chair.screen.count("× not yet") > 1)


@pytest.mark.parametrize("size", SIZES)
async def test_a_check_says_what_to_ask(sit: Any, size: str) -> None:
    """One check names every condition with its value, date and source, and whom to ask what nobody knows."""
    async with sit("empty", size, change=counted(4)) as chair:
        await to_list(chair)
        await chair.press("end", "enter")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        assert "Ask the police" in chair.screen
        assert "Ask the PAD coach" in chair.screen
        assert "05-01-2026" in chair.screen
        fits(chair, size)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("enter")
        await chair.type("Politie")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        assert chair.vault.closures.of_case(10_004).known_until is not None


async def test_a_fact_is_recorded_in_a_few_keys(sit: Any) -> None:
    """A fact without who told it stays in its form with a line; with it, the verdict changes at once."""
    async with sit("empty", change=counted(1)) as chair:
        await to_list(chair)
        await chair.press("enter")
        await chair.until(lambda: "× not while" in chair.screen)
        await chair.press("n", "enter")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("right", "ctrl+s")
        assert "! Who told it?" in chair.screen
        await chair.type("PAD-coach")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        told = chair.vault.closures.of_case(10_001).told
        assert told[ClosureFactKind.COACH_QUESTIONS].source == "PAD-coach"


async def test_from_proposal_to_closing(sit: Any) -> None:
    """Proposed and put on the agenda between meetings, decided at the table; then what follows stands there."""
    async with sit("prepared") as chair:
        await to_list(chair)
        line = next(one for one in chair.vault.closures.checks() if one.approach is Approach.PAD)
        assert line.check.verdict is Verdict.MAY_CLOSE
        await chair.press("slash")
        await chair.type(line.ref)
        await chair.press("enter")
        await chair.until(lambda: chair.screen.count("✓ may close") == 1)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        await chair.press("b")
        assert "Nothing is proposed" in chair.said
        await chair.press("p")
        assert "is proposed" in chair.said
        await chair.press("a", "b")
        assert "in the meeting" in chair.said
        case = chair.vault.closures.of_case(line.case_id)
        assert case.waiting.item_id is not None
        meeting = case.waiting.meeting_id
        chair.vault.table.all_present(meeting)
        chair.vault.table.start(meeting)
        chair.app.clear_notifications()
        await chair.press("escape", "enter", "b")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("ctrl+s")
        assert "For which reason is the case closed?" in chair.screen
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Find")
        await chair.press("down", "enter", "ctrl+s")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        assert chair.vault.life.life(line.case_id).closed
        assert chair.vault.closures.of_case(line.case_id).kept[0].state is CheckState.ACCEPTED
        assert "Closed on" in chair.screen
        assert "shield the data" in chair.screen
        await chair.press("p")
        assert "closed" in chair.said


def proposed_at_table(vault: Vault) -> None:
    """Begin the meeting at a case that may close and of which closing is proposed."""
    line = next(one for one in vault.closures.checks() if one.approach is Approach.PAD)
    vault.closure.propose(line.case_id)
    item = vault.closure.put_on_agenda(line.case_id)
    meeting = vault.closures.of_case(line.case_id).waiting.meeting_id  # type: ignore[union-attr]
    assert meeting is not None
    vault.table.all_present(meeting)
    vault.table.start(meeting)
    for seat in unsigned(vault.meetings.attendance(meeting)):
        vault.table.sign_secrecy(seat.professional.id, TODAY)
    vault.table.enter(item)


async def test_the_meeting_closes_a_case_at_its_item(sit: Any) -> None:
    """The card shows the proposal in a few lines; x decides, c shows the whole check, both come back to it."""
    async with sit("prepared", change=proposed_at_table) as chair:
        await chair.press("2")
        item = chair.current
        assert item.case is not None
        first = next(number for number, line in enumerate(chair.lines) if "Closing: may close" in line)
        last = max(number for number, line in enumerate(chair.lines) if "✓ " in line and "coach" in line)
        assert last - first < 5
        assert "Closing was proposed on 23-11-2026" in chair.screen
        await chair.press("c")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        await chair.press("escape")
        assert (chair.where, chair.current.id) == ("ChairingScreen", item.id)
        await chair.press("x")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("ctrl+s", "enter")
        await chair.until(lambda: chair.where == "Find")
        await chair.press("down", "enter", "ctrl+s")
        await chair.until(lambda: chair.where == "ChairingScreen")
        assert "The case is closed" in chair.screen
        assert chair.vault.life.life(item.case.id).closed
        await chair.press("x")
        assert "no case at this item" in chair.said


async def test_the_rules_are_changed_with_their_source(sit: Any) -> None:
    """Each rule stands there with its source; a change without a source, or a number that cannot be, is refused."""
    async with sit("empty", change=counted(2)) as chair:
        await to_list(chair)
        await chair.press("r")
        await chair.until(lambda: chair.where == "ClosureRulesScreen")
        assert "jaarverslag 2023, regel 551" in chair.screen
        assert "6 months" in chair.screen
        await chair.press("down", "enter")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("backspace", "0", "ctrl+s")
        assert "from 1 to 60" in chair.screen
        await chair.press("backspace", "9", "ctrl+s")
        assert "Where is the change written?" in chair.screen
        await chair.type("besluit 23-11-2026")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ClosureRulesScreen")
        assert chair.vault.closures.rules(Approach.PAD).months == 9
        assert "besluit 23-11-2026" in chair.screen
        await chair.press("v", "down", "enter", "e")
        assert "no longer counts" in chair.said


async def test_a_projector_shows_no_name(sit: Any) -> None:
    """In projector mode neither the list nor a check has the name of anybody."""
    async with sit("empty", "160x50", change=counted(1)) as chair:
        await to_list(chair)
        assert "Verzonnen1" in chair.screen
        await chair.press("f8")
        await to_list(chair)
        assert "Verzonnen1" not in chair.screen
        await chair.press("enter")
        assert "Verzonnen1" not in chair.screen


async def test_going_back(sit: Any) -> None:
    """Escape goes one level back each time, in the end to Vandaag."""
    async with sit("prepared") as chair:
        await to_list(chair)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "ClosureCaseScreen")
        await chair.press("escape", "escape")
        await chair.until(lambda: chair.where == "TodayScreen")
