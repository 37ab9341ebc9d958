"""The tabs of a case that hold its plan, its contributions and its police contacts, by keyboard."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import (
    ClosingReason,
    EventKind,
    LifeDomain,
    PoliceContactKind,
    Standing,
    SufficiencyLevel,
)
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.meeting import ItemState, Series, SeriesKind
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.plan import Plan, PlanGoal, Serves
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.record import ActionState, StatementKind
from zvk_tui.domain.statements import NewStatement
from zvk_tui.screens.dossier.screen import DossierScreen
from zvk_tui.store.vault import Vault
from zvk_tui.widgets.picker import Picker

DAY = date(2026, 11, 23)
CASE = 1
"""The row number of the only case."""
SUBJECT = Subject("Proef", "de", "Verzonnen", date(2008, 5, 2))
GOAL = PlanGoal("", LifeDomain.HOUSING, "eigen kamer", "huurcontract", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)
PLAN = Plan(0, DAY, "geen overlast", date(2027, 2, 1), (GOAL,))
CONTACT = PoliceContact(0, date(2026, 10, 31), PoliceContactKind.NUISANCE, True, "Politie", "op het plein")

Change = Callable[[Vault], object]
"""What is done to the vault before the tab is opened."""


def made(vault: Vault) -> None:
    """Add two organisations, somebody who works there, and one admitted case."""
    kinds = {
        "Politie": (PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER),
        "GGZ": (PartnerKind.MENTAL_HEALTH, Chain.CARE, ParticipantStatus.PARTICIPANT),
    }
    partners = [vault.keep.add_partner(Partner(0, f"{short} Proefstad", short, *kind)) for short, kind in kinds.items()]
    person = vault.keep.add_professional(Professional(0, "V. Zitter", "voorzitter", partners[0]))
    case_file = CaseFile(0, "D26-0001", Approach.PAD, Phase.APPROACH, SUBJECT, date(2026, 3, 2), goal="rust in huis")
    vault.keep.add_case(case_file)
    series = Series(0, "Kernteam PAD", SeriesKind.CORE_TEAM_PAD, 2, time(13, 30), 90, "Zaal 2", Approach.PAD)
    vault.keep.add_series(series, [person], person, person)


def owner(vault: Vault, short: str = "Politie") -> Owner:
    """Return an organisation."""
    return Owner(next(partner for partner in vault.register.directory().partners if partner.short == short))


def planned(vault: Vault) -> None:
    """Set a plan with one goal and one action for it."""
    number = CASE
    vault.plan.set(number, PLAN)
    plan = vault.plans.current(number)
    assert plan is not None
    serves = Serves(plan.goals[0].key, Intervention.HOME_VISIT)
    vault.actions.add(number, owner(vault), "langsgaan bij Verzonnen", date(2026, 12, 14), serves)


def said(vault: Vault) -> None:
    """Hold a meeting at which something was said, made final and written to a file."""
    (series,) = vault.meetings.series()
    meeting = vault.agenda.open_meeting(series.id, DAY)
    vault.table.all_present(meeting)
    vault.table.start(meeting)
    for item in vault.meetings.agenda(meeting):
        if item.case is not None:
            vault.entries.add_contribution(item.id, owner(vault), StatementKind.FACT, "Verzonnen was erbij", DAY)
        vault.table.conclude(item.id, ItemState.DISCUSSED)
    vault.settle.end(meeting)
    vault.settle.set_next(meeting, date(2026, 12, 7))
    vault.settle.finalise(meeting)
    vault.settle.note_export(meeting, ".pdf")


@pytest.fixture
def tab(sit: Any) -> Any:
    """Return what opens one tab of the case."""

    @asynccontextmanager
    async def opened(name: str, *changes: Change, size: str = "80x24") -> AsyncIterator[Any]:
        def change(vault: Vault) -> None:
            made(vault)
            for one in changes:
                one(vault)

        async with sit("empty", size, change=change) as chair:
            chair.app.push_screen(DossierScreen(CASE, name))
            await chair.until(lambda: chair.where == "DossierScreen")
            yield chair

    return opened


def plan_of(chair: Any) -> Plan:
    """Return the plan that counts."""
    found: Plan | None = chair.vault.plans.current(CASE)
    assert found is not None
    return found


async def form(chair: Any, *keys: str, name: str = "RecordForm") -> None:
    """Press keys that open a form, and wait for it."""
    await chair.press(*keys)
    await chair.until(lambda: chair.where == name)


async def back(chair: Any, *keys: str) -> None:
    """Press keys that lead back to the tab, and wait until it was read again."""
    await chair.press(*keys)
    await chair.until(lambda: chair.where == "DossierScreen" and not chair.app.screen.asks)


async def save(chair: Any) -> None:
    """Save a form, and wait for the tab."""
    await back(chair, "ctrl+s")


async def test_a_case_without_plan_says_how_to_begin(tab: Any) -> None:
    """The empty tab names the key that sets a plan; keys that need one say so."""
    async with tab("plan") as chair:
        assert "Er is nog geen plan. p legt het vast." in chair.screen
        await chair.press("g")
        assert chair.said == "Er is nog geen plan; p legt het vast."


async def test_the_plan_of_a_closed_case_is_only_read(tab: Any) -> None:
    """Every key that would change it says that the case is closed."""

    def close(vault: Vault) -> None:
        planned(vault)
        event = CaseEvent(EventKind.CLOSED, DAY, closing_reason=ClosingReason.GOAL_REACHED)
        vault.lives.add(CASE, event)

    async with tab("plan", close) as chair:
        for key in "pgalbwx":
            await chair.press(key)
            assert chair.said == "Deze casus is gesloten. Heropen hem eerst, met een reden."
            assert chair.where == "DossierScreen"


async def test_a_plan_is_set_in_one_form(tab: Any) -> None:
    """The goal of the case is proposed; goal, review and reason become version 1, and the screen shows it."""
    async with tab("plan") as chair:
        await form(chair, "p")
        assert "rust in huis" in chair.screen
        await chair.press("end")
        await chair.enter(" en op straat")
        await chair.enter("1-2-2027")
        await chair.enter("eerste afspraken")
        await save(chair)
        plan = plan_of(chair)
        assert (plan.goal, plan.review_on, plan.reason) == (
            "rust in huis en op straat",
            date(2027, 2, 1),
            "eerste afspraken",
        )
        assert "evaluatie op 01-02-2027" in chair.screen
        assert "eerste versie" in chair.screen


async def test_a_plan_without_goal_is_refused_under_the_form(tab: Any) -> None:
    """The sentence stands under the form, and what was typed in the other fields is kept, also when it is left."""
    async with tab("plan") as chair:
        await form(chair, "p")
        await chair.press("backspace", "tab")
        await chair.type("1-2-2027")
        await chair.press("ctrl+s")
        assert "Een plan heeft minstens één doel." in chair.screen
        await back(chair, "escape")
        await form(chair, "p")
        await chair.until(lambda: "1-2-2027" in chair.screen)
        assert chair.vault.plans.current(CASE) is None


async def test_a_goal_is_added_on_a_life_domain(tab: Any) -> None:
    """Domain, text, measure and levels in one form make the next version; signs and words show the way."""
    async with tab("plan", planned) as chair:
        await form(chair, "g")
        await form(chair, "enter", name="Find")
        await chair.enter("middelen")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.enter("niet meer gebruiken")
        await chair.enter("acht weken afspraken")
        for level in ("1", "3"):
            await form(chair, "enter", name="Find")
            await chair.enter(level)
            await chair.until(lambda: chair.where == "RecordForm")
        await save(chair)
        plan = plan_of(chair)
        assert plan.version == 2
        assert plan.goals[1] == replace(
            plan.goals[1],
            domain=LifeDomain.SUBSTANCE_USE,
            text="niet meer gebruiken",
            measure="acht weken afspraken",
            start=SufficiencyLevel.ACUTE,
            target=SufficiencyLevel.LIMITED,
        )
        await chair.press("end")
        assert "nieuw doel: middelengebruik · niet meer gebruiken" in chair.screen


async def test_an_action_is_one_line_outside_a_meeting(tab: Any) -> None:
    """`politie: huisbezoek @14-12` for the goal under the cursor; it is understood while it is typed."""
    async with tab("plan", planned) as chair:
        await chair.press("down")
        await form(chair, "a", name="LineRecord")
        await chair.type("poli")
        assert "tab  Politie" in chair.screen
        await chair.press("tab")
        await chair.type("huisbezoek @14-12")
        assert "✓ Politie Proefstad · maandag 14 december 2026" in chair.screen
        await save(chair)
        action = next(one for one in chair.vault.plans.actions(CASE) if one.text == "huisbezoek")
        assert (action.due, action.goal_key) == (date(2026, 12, 14), plan_of(chair).goals[0].key)
        assert action.origin_meeting_id is None


async def test_an_action_without_date_says_what_it_lacks(tab: Any) -> None:
    """The line stays as it was typed, and the form says what is missing."""
    async with tab("plan", planned) as chair:
        await form(chair, "a", name="LineRecord")
        await chair.type("politie: huisbezoek")
        await chair.press("ctrl+s")
        assert "Wanneer? Zet er een datum bij" in chair.screen
        assert "politie: huisbezoek" in chair.screen
        assert len(chair.vault.plans.actions(CASE)) == 1


async def test_an_action_is_settled_from_its_line(tab: Any) -> None:
    """Enter on an action asks what became of it; the sign and the word change."""
    async with tab("plan", planned) as chair:
        await chair.press("down", "down")
        await form(chair, "enter", name="Choose")
        await back(chair, "enter")
        assert chair.vault.plans.actions(CASE)[0].state is ActionState.DONE
        assert "✓ A-1" in chair.screen
        assert "(gereed)" in chair.screen


async def test_a_level_and_a_reached_goal_show_at_once(tab: Any) -> None:
    """`l` records the level on the goal's domain, `b` the day on which it was reached."""
    async with tab("plan", planned) as chair:
        await chair.press("down")
        await form(chair, "l", name="Choose")
        await back(chair, "down", "down", "enter")
        assert "nu 3 beperkt zelfredzaam" in chair.screen
        await form(chair, "b", name="Ask")
        await back(chair, "enter")
        assert "bereikt op 23-11-2026" in chair.screen
        assert plan_of(chair).goals[0].reached_on == DAY


async def test_ending_a_goal_asks_why(tab: Any) -> None:
    """`x` on a goal asks the reason; its actions stay, under no goal of the plan."""
    async with tab("plan", planned) as chair:
        await chair.press("down")
        await form(chair, "x")
        await chair.press("ctrl+s")
        assert "Waarom eindigt dit doel?" in chair.screen
        await chair.enter("verhuisd")
        await save(chair)
        assert plan_of(chair).goals == ()
        assert "Acties zonder doel in het plan" in chair.screen


async def test_an_earlier_version_can_be_read(tab: Any) -> None:
    """Enter on a version shows the plan as it was agreed."""
    async with tab("plan", planned, lambda v: v.plan.set(CASE, replace(PLAN, goal="werk"))) as chair:
        await chair.press("end")
        await form(chair, "enter", name="Reading")
        assert "geen overlast" in chair.screen
        assert "Te zien aan: huurcontract" in chair.screen


@pytest.mark.parametrize("name", ["plan", "contributions", "police"])
@pytest.mark.parametrize("size", ["80x24", "160x50"])
async def test_names_are_masked_while_a_projector_may_be_on(tab: Any, name: str, size: str) -> None:
    """Names in goals, actions, statements, notes and reasons become initials, at once."""

    def name_everywhere(vault: Vault) -> None:
        number = CASE
        planned(vault)
        plan = vault.plans.current(number)
        assert plan is not None
        named = tuple(replace(goal, text="Verzonnen woont", measure="Verzonnen") for goal in plan.goals)
        vault.plan.set(number, replace(plan, goal="Verzonnen rustig", goals=named, reason="Verzonnen"))
        told = NewStatement(owner(vault), StatementKind.FACT, "Verzonnen gezien", DAY, None, "niet aan Verzonnen")
        vault.statement.mark(vault.statement.add(number, told), Standing.DISPUTED, "zegt Verzonnen")
        contact = vault.police_desk.add(number, replace(CONTACT, note="Verzonnen"))
        vault.police_desk.mark_wrong(contact, "niet Verzonnen")

    async with tab(name, name_everywhere, size=size) as chair:
        assert "Verzonnen" in chair.screen
        await chair.press("f8")
        assert "Verzonnen" not in chair.screen


@pytest.mark.parametrize("name", ["plan", "contributions", "police"])
async def test_what_was_typed_is_no_markup(tab: Any, name: str) -> None:
    """Brackets stand on the screen as they were typed."""
    typed = "[/x] [b] [overleg]"

    def everywhere(vault: Vault) -> None:
        number = CASE
        vault.plan.set(number, replace(PLAN, goal=typed, goals=(replace(GOAL, text=typed, measure=typed),)))
        vault.statement.add(number, NewStatement(owner(vault), StatementKind.FACT, typed, DAY, None, typed))
        vault.police_desk.add(number, replace(CONTACT, source=typed, note=typed))

    async with tab(name, everywhere) as chair:
        assert typed in chair.screen


@pytest.mark.parametrize("name", ["plan", "contributions", "police"])
async def test_a_narrower_window_breaks_lines_anew(tab: Any, name: str) -> None:
    """What stood on one line stands on two, whole, when the window becomes narrower."""
    typed = "woord " * 16 + "laatste"

    def everywhere(vault: Vault) -> None:
        vault.plan.set(CASE, replace(PLAN, goal=typed))
        vault.statement.add(CASE, NewStatement(owner(vault), StatementKind.FACT, typed, DAY))
        vault.police_desk.add(CASE, replace(CONTACT, note=typed))

    async with tab(name, everywhere, size="160x50") as chair:
        assert "woord laatste" in chair.screen
        await chair.resize(80, 24)
        await chair.until(lambda: "laatste" in chair.screen)


async def test_a_contribution_between_meetings_is_added(tab: Any) -> None:
    """One line with its source, its kind and its day; the list shows it first."""
    async with tab("contributions") as chair:
        assert "Er is nog niets ingebracht." in chair.screen
        await form(chair, "n", name="LineRecord")
        await chair.enter("ggz: komt elke week")
        await chair.press("right", "tab", *["backspace"] * 10)
        await chair.enter("gisteren")
        await save(chair)
        (found,) = chair.vault.statements.of_case(CASE)
        contribution = found.contribution
        assert (contribution.partner.short, contribution.kind, contribution.on) == (
            "GGZ",
            StatementKind.OPINION,
            date(2026, 11, 22),
        )
        assert "GGZ  mening · buiten vergadering" in chair.screen


async def test_marking_as_wrong_tells_who_has_it(tab: Any) -> None:
    """After the reason the minutes and files that carried it are shown, and the list says that it is wrong."""
    async with tab("contributions", said) as chair:
        await form(chair, "m", name="Choose")
        await chair.press("down", "enter")
        await chair.until(lambda: chair.where == "Ask")
        await chair.press("enter")
        assert "Typ de reden." in chair.screen
        await chair.enter("andere persoon")
        await chair.until(lambda: chair.where == "Reading")
        assert "vastgesteld verslag Kernteam PAD 1, 23-11-2026, versie 1" in chair.screen
        assert "bestand .pdf van Kernteam PAD 1" in chair.screen
        assert "dat dit onjuist is" in chair.screen
        await back(chair, "enter")
        assert "! onjuist" in chair.screen
        assert "volgens Voorzitter: andere persoon" in chair.screen


async def test_contributions_of_one_organisation(tab: Any) -> None:
    """`f` narrows the list to one organisation and back to all."""

    def two(vault: Vault) -> None:
        for short, text in (("Politie", "gezien"), ("GGZ", "gesproken")):
            new = NewStatement(owner(vault, short), StatementKind.FACT, text, DAY)
            vault.statement.add(CASE, new)

    async with tab("contributions", two) as chair:
        await form(chair, "f", name="Choose")
        await back(chair, "down", "enter")
        assert "gesproken" in chair.screen
        assert "gezien" not in chair.screen
        await form(chair, "f", name="Choose")
        await chair.press("home", "enter")
        await chair.until(lambda: "gezien" in chair.screen)


async def test_what_was_said_at_a_meeting_gets_a_category(tab: Any) -> None:
    """`w` on it asks for category and conditions only: its words are those of the meeting."""
    async with tab("contributions", said) as chair:
        await form(chair, "w")
        await form(chair, "enter", name="Find")
        await chair.enter("gezondheid")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("ctrl+s")
        assert "Gezondheidsgegevens: noem bij de voorwaarden de toestemming" in chair.screen
        await chair.enter("met toestemming")
        await save(chair)
        assert "Voorwaarden: met toestemming" in chair.screen


async def test_a_contact_is_negative_by_its_kind(tab: Any) -> None:
    """Left to its kind, a suspect is negatively in view; the months and the last negative day follow."""
    async with tab("police") as chair:
        assert "Er is geen contact vastgelegd." in chair.screen
        await form(chair, "n")
        await chair.enter("31-10")
        await save(chair)
        (contact,) = chair.vault.police.facts(CASE).contacts
        assert (contact.on, contact.negative, contact.source) == (date(2026, 10, 31), True, "Politie")
        assert "Laatst negatief in beeld op 31-10-2026." in chair.screen


async def test_a_contact_in_the_future_is_refused_under_the_form(tab: Any) -> None:
    """The sentence stands under the form, and the date stays."""
    async with tab("police") as chair:
        await form(chair, "n")
        await chair.enter("24-11-2026")
        await chair.press("ctrl+s")
        assert "Een politiecontact kan niet in de toekomst liggen." in chair.screen
        assert "24-11-2026" in chair.screen


async def test_a_corrected_contact_stays_on_the_screen_as_wrong(tab: Any) -> None:
    """Correcting asks what was wrong; the old contact is shown as wrong with the reason, the new one counts."""
    async with tab("police", lambda v: v.police_desk.add(CASE, CONTACT)) as chair:
        await chair.press("down")
        await form(chair, "w")
        await chair.press(*["backspace"] * 10)
        await chair.type("30-9-2026")
        await chair.press(*["tab"] * 5)
        await chair.enter("verkeerde maand")
        await save(chair)
        assert "Laatst negatief in beeld op 30-09-2026." in chair.screen
        assert "onjuist sinds 23-11-2026: verkeerde maand" in chair.screen


async def test_wrong_is_said_and_taken_back(tab: Any) -> None:
    """`x` asks why; again it takes it back."""
    async with tab("police", lambda v: v.police_desk.add(CASE, CONTACT)) as chair:
        await chair.press("down")
        await form(chair, "x", name="Ask")
        await chair.enter("andere persoon")
        await chair.until(lambda: "Nooit negatief in beeld" in chair.screen)
        await chair.press("x")
        await chair.until(lambda: "Laatst negatief in beeld op 31-10-2026." in chair.screen)


async def test_the_peildatum_shows_its_age(tab: Any) -> None:
    """Known until says who told it and how many days ago it is; before that, that nobody told."""
    async with tab("police") as chair:
        assert "Tot wanneer bekend: niemand heeft het gezegd." in chair.screen
        await form(chair, "t")
        await chair.press(*["backspace"] * 10)
        await chair.enter("14-11")
        await save(chair)
        assert "Bekend tot 14-11-2026 (9 dagen geleden)" in chair.screen


async def test_three_hundred_actions_and_a_long_name_are_shown(tab: Any) -> None:
    """A goal shows its open actions first and how many more there are; nothing falls off the screen."""

    def many(vault: Vault) -> None:
        planned(vault)
        plan = vault.plans.current(CASE)
        assert plan is not None
        serves = Serves(plan.goals[0].key)
        with vault.desk.batch():
            for number in range(300):
                vault.actions.add(CASE, owner(vault), f"{'heel ' * 30}{number}", DAY, serves)

    async with tab("plan", many) as chair:
        await chair.press("end")
        assert "en nog 241, eerder afgehandeld" in chair.screen
        assert all(len(line) <= 80 for line in chair.lines)


async def test_minutes_are_opened_from_the_papers(tab: Any) -> None:
    """Enter on minutes shows them as the meeting screen exports them; escape comes back."""
    async with tab("documents", said) as chair:
        await form(chair, "end", "enter", name="DocumentExport")
        await back(chair, "escape")


@pytest.mark.parametrize("keys", [("b",), ("home", "enter")])
async def test_the_letter_is_opened_from_the_papers(tab: Any, keys: tuple[str, ...]) -> None:
    """Enter on the letter, and b as on the overview, record what became of it."""
    async with tab("documents") as chair:
        await form(chair, *keys, name="RecordLetter")
        await back(chair, "escape")


def test_a_picker_says_what_nothing_means() -> None:
    """What was agreed at no meeting says so in words; only a choice without such words says that there is none."""
    meetings = [("", "buiten vergadering"), ("1", "Kernteam 1")]
    assert Picker(meetings, "", id="at").render().plain == "buiten vergadering"
    assert Picker(meetings, "1", id="at").render().plain == "Kernteam 1"


async def test_a_ground_that_is_a_sentence_has_one_full_stop(sit: Any) -> None:
    """The ground of a deferred letter ends in one full stop, also when it was typed with one."""
    async with sit("prepared") as chair:
        letters = {one.id: chair.vault.life.letter(one.id) for one in chair.vault.register.find_cases("", 500)}
        deferred = (number for number, one in letters.items() if one and one.ground.endswith("."))
        number = next(deferred)
        chair.app.push_screen(DossierScreen(number, "documents"))
        await chair.until(lambda: chair.where == "DossierScreen")
        assert "Uitgesteld op verzoek" in chair.screen
        assert ".." not in chair.screen
