"""Top 10: people make the order, the facts stand beside it, and nothing says a score."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.criteria import CriterionAnswer
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.meeting import ItemKind, SeriesKind
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.priority_list import MonthFacts, Moved, Movement, NewEntry, PriorityAnswer, PriorityRules
from zvk_tui.screens.priority import PriorityScreen
from zvk_tui.store.vault import Vault
from zvk_tui.widgets.lines import Lines
from zvk_tui.widgets.priority_view import bar, moved_text, steps_text

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit

SIZES = ["80x24", "120x40", "160x50"]
GROUP = "Oude Sluis"
TODAY = date(2026, 11, 23)


def publish(vault: Vault) -> None:
    """Publish the criteria as they are proposed."""
    today = vault.now().date()
    vault.priority.publish(replace(vault.priorities.rules(), published_on=today, published_at="gemeentesite"))


def put(vault: Vault, case_id: int | None, label: str, person: Professional) -> None:
    """Put a case or group on the list."""
    today = vault.now().date()
    codes = [one.code for one in vault.priorities.rules().criteria]
    answers = tuple(PriorityAnswer(code, CriterionAnswer.YES, "is besproken") for code in codes)
    review = today + timedelta(weeks=4)
    vault.priority.add(NewEntry(case_id, label, person, person, answers, "op de lijst", today, review))


def with_one(vault: Vault) -> None:
    """Put one case with a name of 120 characters on the list of a vault that was empty."""
    publish(vault)
    police = Partner(0, "Politie", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER)
    person = vault.keep.add_professional(
        Professional(0, "Petronella Agentenmeester", "wijkagent", vault.keep.add_partner(police))
    )
    subject = Subject("[/x] Proef", "", "n" * 120)
    case_file = CaseFile(0, "D26-0001", Approach.PAD, Phase.APPROACH, subject, vault.now().date())
    put(vault, vault.keep.add_case(case_file).id, "", person)


def with_ten(vault: Vault) -> None:
    """Fill the list of the demo up to its ten places."""
    listed = {one.case.id for one in vault.priorities.current() if one.case}
    free = next(one for one in vault.register.find_cases("") if one.id not in listed)
    put(vault, free.id, "", vault.register.directory().professionals[0])


def order(chair: "Chair") -> list[str]:
    """Return the numbers and labels on the list, first place first."""
    return [one.case_ref or one.group_label for one in chair.vault.priorities.current()]


async def at_list(chair: "Chair") -> None:
    """Go to the list."""
    await chair.press("4")
    await chair.until(lambda: chair.where == "PriorityScreen")


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_list_says_what_to_do(sit: "Sit", size: str) -> None:
    """Without published criteria the list says to publish them first, and n does nothing but say so."""
    async with sit("empty", size) as chair:
        await at_list(chair)
        assert "De lijst is leeg." in chair.screen
        assert "er bestaat geen score" in chair.screen
        await chair.press("n")
        assert (chair.where, chair.said) == ("PriorityScreen", "Publiceer eerst de criteria: r.")
        await chair.press("K")
        assert chair.said == "De lijst is leeg."


@pytest.mark.parametrize("size", SIZES)
async def test_one_entry_is_shown_sensibly(sit: "Sit", size: str) -> None:
    """A name of 120 characters with markup in it is cut, and every other thing has its place."""
    async with sit("empty", size, change=with_one) as chair:
        await at_list(chair)
        assert "D26-0001 [/x] Proef n" in chair.screen
        assert "+ nieuw" in chair.screen
        assert "1 van 10 plaatsen" in chair.screen
        assert "nooit" in chair.screen
        await chair.press("J")
        assert chair.said == "Het staat op de laatste plaats."
        await chair.press("enter")
        assert "is besproken" in chair.screen
        assert all(len(line) <= int(size.split("x", maxsplit=1)[0]) for line in chair.lines)


@pytest.mark.parametrize("size", SIZES)
async def test_ten_entries_can_all_be_seen(sit: "Sit", size: str) -> None:
    """Every entry of a full list can be reached, with movement, people, weeks and review; late says how many days."""
    async with sit("prepared", size, change=with_ten) as chair:
        await at_list(chair)
        await chair.press("home")
        seen = chair.screen
        for _ in range(9):
            await chair.press("down")
            seen += chair.screen
        assert [ref in seen for ref in order(chair) if ref] == [True] * 10
        for words in ("↑ hoger", "↓ lager", "= gelijk", "+ nieuw", "10 van 10 plaatsen", "9 dagen te laat", "10 wk"):
            assert words in seen
        assert f"groep {GROUP}" in seen
        await chair.press("n")
        await chair.press("down", "enter")
        assert chair.where in {"RecordForm", "Find"}


@pytest.mark.parametrize(("size", "shown"), [("80x24", "6 maanden"), ("160x50", "17")])
async def test_the_facts_stand_beside_the_order(sit: "Sit", size: str, shown: str) -> None:
    """Wide, every month has its number beside the bar; narrow, there is one number for all."""
    async with sit("prepared", size) as chair:
        await at_list(chair)
        assert shown in chair.screen
        assert "▇" in chair.screen


async def test_a_move_asks_its_motive(sit: "Sit") -> None:
    """K asks why in one line: without a motive nothing moves and the place stays; enter saves."""
    async with sit() as chair:
        await at_list(chair)
        before = order(chair)
        await chair.press("home", "down", "K")
        assert "Naar plaats" in chair.screen
        await chair.press("enter")
        assert "Waarom verandert de plaats?" in chair.screen
        assert order(chair) == before
        await chair.enter("drie meldingen")
        assert chair.where == "PriorityScreen"
        assert order(chair)[:2] == [before[1], before[0]]
        entry = chair.vault.priorities.current()[0]
        assert chair.app.screen.query_one(Lines).chosen == str(entry.id)
        assert chair.vault.priorities.moves(entry.id)[0].motive == "drie meldingen"
        await chair.press("u")
        assert order(chair) == before


async def test_several_places_at_once(sit: "Sit") -> None:
    """The place can be typed as well, in the same form."""
    async with sit() as chair:
        await at_list(chair)
        before = order(chair)
        await chair.press("home", "m")
        await chair.type("5")
        await chair.press("tab")
        await chair.enter("het is stil")
        assert order(chair) == [*before[1:5], before[0], *before[5:]]


async def test_a_half_typed_motive_is_kept(sit: "Sit") -> None:
    """Escape goes back and moves nobody; the next time the motive is there again, and the place is asked anew."""
    async with sit() as chair:
        await at_list(chair)
        before = order(chair)
        await chair.press("end", "K")
        await chair.type("half getypt")
        await chair.press("escape")
        assert order(chair) == before
        await chair.press("m")
        assert "half getypt" in chair.screen
        number = chair.vault.priorities.current()[-1].id
        assert chair.vault.drafts.get(f"form/priority-move/{number}/place") is None


async def test_at_either_end_there_is_nothing_to_move(sit: "Sit") -> None:
    """The first cannot go up and the last cannot go down, and the key says so."""
    async with sit() as chair:
        await at_list(chair)
        await chair.press("home", "K")
        assert chair.said == "Het staat op de eerste plaats."
        await chair.press("end", "J")
        assert chair.said == "Het staat op de laatste plaats."


async def test_a_group_comes_on_the_list(sit: "Sit") -> None:
    """Through n, a label, an answer and a motive for each criterion, two people and a decision; it is the last."""
    async with sit(change=lambda vault: vault.priority.publish(_longer(vault))) as chair:
        await at_list(chair)
        await chair.press("n", "enter")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("ctrl+s")
        assert "! Kies een casus, of geef de groep een" in chair.screen
        await chair.enter("Jongeren Havenhoofd")
        for _ in chair.vault.priorities.rules().criteria:
            await chair.press("space", "tab")
            await chair.enter("veel meldingen")
        for _ in range(2):
            await chair.press("enter")
            await chair.enter("hoefland")
        await chair.enter("op de lijst")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "PriorityScreen")
        entry = chair.vault.priorities.current()[-1]
        assert (entry.group_label, entry.decision) == ("Jongeren Havenhoofd", "op de lijst")
        assert {one.answer for one in entry.answers} == {CriterionAnswer.YES}
        assert entry.contact
        assert entry.contact.name == "Coby Hoefland"
        assert chair.app.screen.query_one(Lines).chosen == str(entry.id)


def _longer(vault: Vault) -> PriorityRules:
    return replace(vault.priorities.rules(), length=12)


async def test_the_case_that_was_typed_is_the_one_that_comes(sit: "Sit") -> None:
    """After a few letters enter takes the first case that was found, not the line for a group above it."""
    async with sit() as chair:
        await at_list(chair)
        await chair.press("n")
        await chair.type("petra")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "RecordForm")
        assert "Op de top 10: D26-0014" in chair.screen


async def test_an_entry_that_is_on_it_is_not_offered_again(sit: "Sit") -> None:
    """Who stands on the list is not found when somebody is to be put on it."""
    async with sit() as chair:
        await at_list(chair)
        first = chair.vault.priorities.current()[0].case
        assert first
        await chair.press("n")
        await chair.type(first.ref)
        assert chair.where == "Find"
        assert f"{first.ref}  {first.subject.full_name}" not in chair.screen


async def test_an_entry_is_changed(sit: "Sit") -> None:
    """E changes what is said of an entry; a review that is over must get a new day first."""
    async with sit() as chair:
        await at_list(chair)
        late = next(one for one in chair.vault.priorities.current() if one.review_late(date(2026, 11, 23)))
        await chair.press("home", *["down"] * (late.rank - 1), "e")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("ctrl+s")
        assert "De evaluatie is voorbij" in chair.screen
        await chair.press("home", "shift+end", "delete")
        await chair.type("30-11-2026")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "PriorityScreen")
        now = next(one for one in chair.vault.priorities.current() if one.id == late.id)
        assert now.review_on == date(2026, 11, 30)
        assert now.decision == late.decision


async def test_leaving_asks_twice(sit: "Sit") -> None:
    """A reason, then a question of which no is the safe answer; then it is gone, and undo does not bring it back."""
    async with sit() as chair:
        await at_list(chair)
        before = order(chair)
        await chair.press("home", "x", "enter", "enter")
        assert order(chair) == before
        await chair.press("x", "enter", "j")
        assert order(chair) == before[1:]
        await chair.press("u")
        assert order(chair) == before[1:]


async def test_last_time_stands_beside_now(sit: "Sit") -> None:
    """V shows the order of the last meeting with the list beside that of now, and who left since and why."""
    async with sit(size="160x50") as chair:
        await at_list(chair)
        await chair.press("v")
        assert "Kernteam top 10 5, 03-11-2026" in chair.screen
        earlier = chair.vault.priorities.before()
        assert earlier
        names = [one.entry.case_ref or one.entry.group_label for one in earlier.places if one.entry]
        assert [name in chair.screen for name in names] == [True] * len(names)
        assert "het plan loopt zonder de lijst" in chair.screen


@pytest.mark.parametrize("keys", [(), ("enter",), ("v",), ("K",), ("e",)], ids=["list", "whole", "v", "move", "edit"])
async def test_the_projector_masks_names_and_labels(sit: "Sit", keys: tuple[str, ...]) -> None:
    """With the projector on no name of a person and no label of a group stands on any of its screens."""
    async with sit(size="160x50") as chair:
        await at_list(chair)
        group = next(one for one in chair.vault.priorities.current() if one.group_label)
        names = [
            one.case.subject.surname or one.case.subject.group_name
            for one in chair.vault.priorities.current()
            if one.case
        ]
        await chair.press("f8", "home", *["down"] * (group.rank - 1), *keys)
        shown = "\n".join(line for line in chair.lines if "▌" not in line)
        assert [name for name in (*names, GROUP) if name in shown] == []


async def test_a_whole_entry_is_masked_while_it_is_open(sit: "Sit") -> None:
    """Turning the projector on over an open entry masks it at once."""
    async with sit() as chair:
        await at_list(chair)
        await chair.press("home", "enter")
        name = chair.vault.priorities.current()[0].case
        assert name
        assert name.subject.surname in chair.screen
        await chair.press("f8")
        assert name.subject.surname not in chair.screen


async def test_the_criteria_are_public_first(sit: "Sit") -> None:
    """R shows every rule with its source; a version is saved only with the day and place of publication."""
    async with sit("empty") as chair:
        await at_list(chair)
        await chair.press("r")
        seen = chair.screen
        for _ in range(8):
            await chair.press("down")
            seen += chair.screen
        for words in ("voorstel, niet gepubliceerd", "10 plaatsen", "overlast", "(overlast of maatwerk) en", "bron:"):
            assert words in seen
        await chair.press("home", "enter")
        assert chair.app.focused
        assert chair.app.focused.id == "published_at"
        await chair.enter("gemeentesite")
        await chair.press("ctrl+s")
        assert "Op welke dag zijn de criteria gepubliceerd?" in chair.screen
        await chair.type("1-11-2026")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "PriorityRulesScreen")
        rules = chair.vault.priorities.rules()
        assert (rules.version, rules.published_on, rules.published_at) == (1, date(2026, 11, 1), "gemeentesite")
        await chair.press("escape")
        assert "Met n zet u er" in chair.screen


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("length", "99", "1 tot en met 50"),
        ("tree", "nodig", "staat niet in de formule"),
        ("review", "x", "1 tot en met 52"),
    ],
)
async def test_wrong_criteria_are_told_at_their_field(sit: "Sit", field: str, typed: str, told: str) -> None:
    """What cannot be criteria is told under its field; nothing is saved and what was typed stays."""

    def drafted(vault: Vault) -> None:
        vault.drafts.keep(Draft(f"form/priority-rules/1/{field}", typed, len(typed)))

    async with sit("empty", "120x40", change=drafted) as chair:
        await at_list(chair)
        await chair.press("r", "e", "ctrl+s")
        assert told in chair.screen
        assert chair.vault.priorities.rules().published_on is None


async def test_reports_about_a_group_are_told(sit: "Sit") -> None:
    """G asks month, kind, number and source of a group; of a case it says where its contacts are."""
    async with sit() as chair:
        await at_list(chair)
        group = next(one for one in chair.vault.priorities.current() if one.group_label)
        await chair.press("home", "g")
        assert "Alleen een groep" in chair.said
        await chair.press(*["down"] * (group.rank - 1), "g")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("tab", "tab")
        await chair.enter("23")
        await chair.type("Politie")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "PriorityScreen")
        assert chair.vault.priorities.facts()[group.id].months[-1].counts == (("nuisance", 23),)


@pytest.mark.parametrize(("total", "sign"), [(0, "·"), (1, "▁"), (4, "▄"), (5, "▄"), (19, "▇"), (20, "█"), (999, "█")])
def test_the_same_number_is_the_same_bar(total: int, sign: str) -> None:
    """None is a dot, one is the lowest bar whatever stands on other lines, and help says which number is which bar."""
    assert bar(total) == sign
    assert steps_text() in PriorityScreen.HELP


def test_more_is_never_a_lower_bar() -> None:
    """The bars of any two months can be compared, those of a case with those of a group too."""
    signs = [bar(total) for total in range(40)]
    assert signs == sorted(signs, key="·▁▂▃▄▅▆▇█".index)


def test_movement_is_a_sign_and_a_word() -> None:
    """Without colour it can still be read."""
    assert moved_text(Moved(Movement.UP, 3, 4)) == "↑ hoger 3"
    assert moved_text(Moved(Movement.SAME, 0, 4)) == "= gelijk"
    assert MonthFacts(date(2026, 11, 1)).total == 0


def test_a_victim_is_in_no_bar() -> None:
    """Who was a victim or a witness caused nothing: that stands apart, and is not in the total of the month."""
    month = MonthFacts(TODAY, (("nuisance", 2), ("victim", 1), ("witness", 3)))
    assert (month.total, month.counted, month.apart) == (2, (("nuisance", 2),), (("victim", 1), ("witness", 3)))


def at_table(vault: Vault) -> None:
    """Let the kernteam of the top 10 begin its meeting, and go to the list."""
    series = next(one for one in vault.meetings.series() if one.kind is SeriesKind.CORE_TEAM_TOP10)
    meeting = vault.agenda.open_meeting(series.id, vault.now().date())
    vault.table.start(meeting)
    vault.table.enter(next(item.id for item in vault.meetings.agenda(meeting) if item.kind is ItemKind.TOP10))


@pytest.mark.parametrize("key", ["t", "enter"])
async def test_the_table_opens_the_list_and_comes_back(sit: "Sit", key: str) -> None:
    """From its own agenda item a key opens the list; a move made there stands on the card when escape comes back."""
    async with sit("prepared", "80x24", change=at_table) as chair:
        await chair.press("2")
        assert "t opent de lijst" in chair.screen or "1 =" in chair.screen
        before = order(chair)
        await chair.press(key)
        await chair.until(lambda: chair.where == "PriorityScreen")
        await chair.press("home", "down", "K")
        await chair.enter("drie meldingen")
        await chair.press("escape")
        assert chair.where == "ChairingScreen"
        assert chair.screen.index(before[1]) < chair.screen.index(before[0])


def group_due(vault: Vault) -> None:
    """Let the review of the group be today."""
    group = next(one for one in vault.priorities.current() if one.group_label)
    said = NewEntry(None, GROUP, group.contact, group.director, group.answers, "blijft", group.decided_on, TODAY)
    vault.priority.change(group.id, said)


async def test_vandaag_masks_a_group(sit: "Sit") -> None:
    """The review of a group is a line of Vandaag, its label masked by the projector."""
    async with sit(size="160x50", change=group_due) as chair:
        assert f"groep {GROUP}" in chair.screen
        await chair.press("f8")
        assert "groep O. S." in chair.screen
        assert GROUP not in chair.screen
