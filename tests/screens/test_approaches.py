"""Aanpakken: the rules with their sources, changed as a new version; and who is admitted to the closed approach."""

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.meeting import ItemKind, ItemState, Series, SeriesKind
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.store.vault import Vault
from zvk_tui.widgets.lines import Lines

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit

CLOSED = Approach.RADICALISATION
MARK = "Geheimteken"
OTHER = "zeven groene fietsen"
FORMULA = ("e", *["tab"] * 7)
"""The keys from the rules of PAD to the formula in their form."""


def with_two(vault: Vault) -> None:
    """Let a second person open the vault."""
    from tests.screens.conftest import CHEAP

    vault.add_slot("P. Vervanger", OTHER, CHEAP)


def with_closed_case(vault: Vault) -> None:
    """Put a case of the closed approach on the agenda of a meeting; who opens the vault is no longer admitted."""
    with_two(vault)
    mine, other = (holder.slot_id for holder in vault.key_holders())
    vault.rule.admit(CLOSED, mine)
    police = Partner(0, "Politie", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER)
    person = vault.keep.add_professional(Professional(0, "P. Agent", "wijkagent", vault.keep.add_partner(police)))
    today = vault.now().date()
    case_file = CaseFile(0, "D26-0077", CLOSED, Phase.REFERRED, Subject(MARK, "", MARK), today, goal=MARK)
    number = vault.keep.add_case(case_file).id
    series = Series(0, "Kernteam", SeriesKind.CORE_TEAM_PAD, 2, time(13, 30), 60, "", Approach.PAD)
    meeting = vault.agenda.open_meeting(vault.keep.add_series(series, (person,), person).id, today)
    vault.agenda.add_case(meeting, number)
    vault.table.all_present(meeting)
    vault.rule.admit(CLOSED, other)
    vault.rule.withdraw(CLOSED, mine)


async def at_pad(chair: "Chair") -> None:
    """Go from the first screen to the rules of PAD."""
    await chair.press("8", "r", "down", "enter")
    await chair.until(lambda: chair.where == "ApproachScreen")


async def test_the_list_says_version_and_date(sit: "Sit") -> None:
    """Every approach stands there with its version and where that comes from."""
    async with sit("empty") as chair:
        await chair.press("8", "r")
        assert [name in chair.screen for name in ("0-100", "PAD", "Radicalisering")] == [True] * 3
        assert chair.screen.count("versie 1, volgens jaarverslag 2023") == 3
        assert "niemand toegelaten" in chair.screen
        await chair.press("escape")
        assert chair.where == "RegisterScreen"


@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_every_rule_stands_with_its_source(sit: "Sit", size: str) -> None:
    """Criteria, formula and all other rules can be gone through, each with where it is written below it."""
    async with sit("empty", size) as chair:
        await at_pad(chair)
        seen = ""
        for _ in range(chair.app.screen.query_one(Lines).option_count):
            seen += chair.screen
            await chair.press("down")
        for words in ("De jongere is 12 tot 27 jaar oud.", "Formule", "12 jaar", "Straatkracht", "Wgs", "8 weken"):
            assert words in seen
        assert "bron: jaarverslag 2023, regel 321-322" in seen
        assert all(len(line) <= int(size.split("x", maxsplit=1)[0]) for line in chair.lines)


async def test_enter_changes_the_rule_under_the_cursor(sit: "Sit") -> None:
    """From the list of rules to a field is one key; the change asks for its source and becomes version 2."""
    async with sit("empty") as chair:
        await at_pad(chair)
        await chair.press(*["down"] * 6, "enter")
        await chair.until(lambda: chair.where == "RecordForm")
        assert chair.app.focused
        assert chair.app.focused.id == "rule-age_from"
        await chair.type("10")
        await chair.press("ctrl+s")
        assert "Waar staat de wijziging?" in chair.screen
        await chair.type("besluit van 1-1-2027")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ApproachScreen")
        now = chair.vault.approaches.current(Approach.PAD)
        assert (now.version, now.age_from, now.source("age_from")) == (2, 10, "besluit van 1-1-2027")
        assert "versie 2, sinds 23-11-2026, Voorzitter" in chair.screen


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (" of school", "Plaats 59: “en” naast “of”"),
        (" en school", "Plaats 62: er is geen criterium “school”"),
        (" (", "Plaats 59: voor “(” ontbreekt “en” of “of”"),
    ],
)
async def test_a_formula_says_what_is_wrong_and_where(sit: "Sit", typed: str, told: str) -> None:
    """The problem stands under the formula, with its place; what was typed stays, and nothing is saved."""
    async with sit("empty", "120x40") as chair:
        await at_pad(chair)
        await chair.press(*FORMULA, "end")
        await chair.type(typed)
        await chair.press("ctrl+s")
        assert told in chair.screen
        assert typed.strip() in chair.screen
        assert chair.vault.approaches.current(Approach.PAD).version == 1


async def test_all_problems_are_told_at_once(sit: "Sit") -> None:
    """Each field that is wrong says so under itself, and the cursor goes to the first."""
    async with sit("empty", "120x40") as chair:
        await at_pad(chair)
        await chair.press("e", *["tab"] * 8)
        for typed in ("x", "200", "", "6", "99"):
            await chair.type(typed)
            await chair.press("tab")
        await chair.press("ctrl+s")
        screen = " ".join(chair.screen.split())
        assert screen.count("! Een leeftijd is een getal van 0 tot 120") == 2
        assert "! De wet staat hoogstens 5 jaar toe" in screen
        assert "! Een plan wordt na 1 tot 52 weken" in screen
        assert chair.app.focused
        assert chair.app.focused.id == "rule-age_from"


async def test_a_criterion_is_added_and_dropped(sit: "Sit") -> None:
    """A new criterion has a name, a text and a place in the formula; without text and place one is dropped."""
    async with sit("empty", "120x40") as chair:
        await at_pad(chair)
        await chair.press("e", *["tab"] * 5)
        for typed in ("school", "De jongere gaat niet naar school."):
            await chair.type(typed)
            await chair.press("tab")
        await chair.press("end")
        await chair.type(" en school")
        await chair.press("shift+tab", *["tab"] * 12)
        await chair.type("besluit 1")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ApproachScreen")
        added = chair.vault.approaches.current(Approach.PAD).criteria[-1]
        assert (added.code, added.text, added.source) == ("school", "De jongere gaat niet naar school.", "besluit 1")


async def test_saving_what_did_not_change_makes_no_version(sit: "Sit") -> None:
    """The form closes, and everything is as it was."""
    async with sit("empty") as chair:
        await at_pad(chair)
        await chair.press("e", "ctrl+s")
        await chair.until(lambda: chair.where == "ApproachScreen")
        assert chair.vault.approaches.current(Approach.PAD).version == 1
        assert chair.said == ""


async def test_an_earlier_version_is_read_and_not_changed(sit: "Sit") -> None:
    """An old version shows that it no longer counts, says why it cannot be changed, and escape goes to the new one."""

    def change(vault: Vault) -> None:
        from dataclasses import replace

        vault.rule.save(replace(vault.approaches.current(Approach.PAD), age_from=10))

    async with sit("empty", change=change) as chair:
        await at_pad(chair)
        await chair.press("v", "down", "enter")
        await chair.until(lambda: chair.where == "ApproachScreen")
        assert "versie 1, volgens jaarverslag 2023; geldt niet meer" in chair.screen
        await chair.press("e")
        assert "Deze versie geldt niet meer" in chair.said
        await chair.press("escape")
        assert "versie 2, sinds 23-11-2026, Voorzitter" in chair.screen


async def test_the_first_person_is_asked_before_he_admits_himself(sit: "Sit") -> None:
    """Nothing happens without a yes; then he is admitted, and admits the next."""
    async with sit("empty", change=with_two) as chair:
        await chair.press("8", "r", "down", "down", "enter", "t", "enter")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("n")
        assert chair.vault.approaches.admitted(CLOSED) == ()
        await chair.press("down", "enter")
        assert "Laat eerst uzelf toe" in chair.said
        await chair.press("up", "enter", "j", "down", "enter", "j")
        await chair.until(lambda: len(chair.vault.approaches.admitted(CLOSED)) == 2)
        assert chair.screen.count("toegelaten 23-11-2026 door Voorzitter") == 2


async def test_the_last_person_is_not_withdrawn(sit: "Sit") -> None:
    """Enter on the only one who is admitted says why he stays."""

    def change(vault: Vault) -> None:
        vault.rule.admit(CLOSED, vault.key_holders()[0].slot_id)

    async with sit("empty", change=change) as chair:
        await chair.press("8", "r", "down", "down", "enter", "t", "enter")
        assert "Laat eerst iemand anders toe" in chair.said
        assert chair.vault.approaches.may_see(CLOSED)


async def test_an_open_approach_has_nobody_to_admit(sit: "Sit") -> None:
    """At PAD the key for admission is dimmed, and says why when it is pressed."""
    async with sit("empty") as chair:
        await at_pad(chair)
        await chair.press("t")
        assert "open voor iedereen" in chair.said


async def test_a_closed_case_shows_its_number_and_no_more(sit: "Sit") -> None:
    """On every screen of a meeting a closed case is a number; its letters say why, and the item can be moved on."""
    async with sit("empty", "120x40", change=with_closed_case) as chair:
        for keys in (("1",), ("3",), ("2",), ("s", "j")):
            await chair.press(*keys)
            assert MARK not in chair.screen
        await chair.until(lambda: chair.where == "ChairingScreen")
        assert "D26-0077" in chair.screen
        item = next(one for one in chair.vault.meetings.agenda(1) if one.kind is ItemKind.CASE)
        chair.vault.table.enter(item.id)
        await chair.press("2")
        assert "Besloten: alleen wie tot de aanpak is toegelaten" in chair.screen
        await chair.press("i")
        assert "niet toegelaten" in chair.said
        await chair.press("n")
        await chair.press("enter")
        assert chair.current.id == item.id
        await chair.press("d")
        moved = next(one for one in chair.vault.meetings.agenda(1) if one.id == item.id)
        assert moved.state is ItemState.MOVED
        assert MARK not in chair.screen


async def test_somebody_who_is_admitted_sees_it(sit: "Sit") -> None:
    """The other person opens the same vault and reads the name."""
    async with sit("empty", "120x40", change=with_closed_case, unlocked=False) as chair:
        await chair.unlock(OTHER)
        await chair.until(lambda: chair.app.is_open)
        await chair.press("3")
        assert MARK in chair.screen


@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_the_screens_are_as_they_were_read(sit: "Sit", compare: Callable[[str, str], None], size: str) -> None:
    """List, rules, form with a problem, and admission, as somebody read them."""
    tour = (
        ("approaches", ("8", "r")),
        ("approach", ("down", "enter")),
        ("approach-rules", ("end",)),
        ("approach-form", (*FORMULA, "end", "space", "x", "ctrl+s")),
        ("approach-admission", ("escape", "escape", "down", "enter", "t")),
    )
    async with sit("empty", size, change=with_two) as chair:
        for name, keys in tour:
            await chair.press(*keys)
            compare(f"{name}-{size}", chair.screen)
