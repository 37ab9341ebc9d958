"""Voortgang at the keyboard: the overview, one plan and its time line, several actions at once, one organisation."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from textual.widgets import Static

from zvk_tui.domain.approaches import CLOSED_APPROACHES
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import LifeDomain, PoliceContactKind, SufficiencyLevel
from zvk_tui.domain.log import Act
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.plan import Plan, PlanGoal
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.store.vault import Vault
from zvk_tui.widgets.lines import Lines

DAY: Final = date(2026, 11, 23)
LONG: Final = "Verzonnen" * 13 + "tot"
"""A name of 120 characters."""
GOAL: Final = PlanGoal("", LifeDomain.HOUSING, "kamer voor Bedacht", "", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)
SIZES: Final = ("80x24", "120x40", "160x50")
REFS: Final = tuple(f"D26-{number:04}" for number in range(1, 11))


def made(vault: Vault, count: int = 3) -> None:
    """Add two organisations and some cases with plans: the first moves, the others stand still."""
    kinds = {
        "Politie": (PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER),
        "GGZ": (PartnerKind.MENTAL_HEALTH, Chain.CARE, ParticipantStatus.PARTICIPANT),
    }
    partners = [vault.keep.add_partner(Partner(0, f"{short} Proefstad", short, *kind)) for short, kind in kinds.items()]
    vault.keep.add_professional(Professional(0, "V. Zitter", "voorzitter", partners[0]))
    for number, ref in enumerate(REFS[:count]):
        subject = Subject("Proef", "", LONG if number == 1 else f"Bedacht{number or ''}", date(2008, 5, 2))
        added = vault.keep.add_case(CaseFile(0, ref, Approach.PAD, Phase.APPROACH, subject, date(2026, 3, 2)))
        goals = () if number == 1 else (GOAL,)
        review = DAY + timedelta(number + 1)
        vault.plan.set(added.id, Plan(0, date(2026, 9, 1), f"rust voor {subject.surname}", review, goals))


def working(vault: Vault) -> None:
    """Add to the first plan three actions of the police, one late, and two police contacts before the plan."""
    made(vault)
    number = case_id(vault)
    for text, days in (("langsgaan bij Bedacht", 1), ("bellen", 3), ("brief sturen", 20)):
        vault.actions.add(number, Owner(partner(vault)), text, DAY + timedelta(days))
    late = vault.plans.actions(number)[0]
    with vault.desk.engine().begin() as connection:
        values = {"due": "2026-11-14", "agreed": "2026-10-05", "id": late.id}
        connection.exec_driver_sql(
            "UPDATE action SET due = :due, agreed_on = :agreed, postponed_count = 2 WHERE id = :id", values
        )
    contact = PoliceContact(0, date(2026, 8, 4), PoliceContactKind.NUISANCE, True, "Politie", "op het plein")
    for on in (date(2026, 8, 4), date(2026, 8, 5)):
        vault.police_desk.add(number, replace(contact, on=on))


def many(vault: Vault) -> None:
    """Add 300 actions to the first plan, of which one was due in 1999."""
    working(vault)
    with vault.desk.batch():
        for number in range(297):
            vault.actions.add(case_id(vault), Owner(partner(vault)), f"stap {number}", DAY + timedelta(number + 30))
    with vault.desk.engine().begin() as connection:
        connection.exec_driver_sql("UPDATE action SET due = '1999-12-31', agreed_on = '1999-12-01' WHERE number = 1")


def case_id(vault: Vault, ref: str = REFS[0]) -> int:
    """Return the row number of a case."""
    return vault.register.find_cases(ref)[0].id


def partner(vault: Vault, short: str = "Politie") -> Partner:
    """Return an organisation."""
    return next(one for one in vault.register.directory().partners if one.short == short)


def actions(chair: Any) -> dict[int, Action]:
    """Return the actions of the first plan by their numbers."""
    return {one.number: one for one in chair.vault.plans.actions(case_id(chair.vault))}


async def overview(chair: Any) -> None:
    """Go to the overview."""
    await chair.press("5")
    await chair.until(lambda: chair.where == "ProgressScreen")


async def first_plan(chair: Any) -> None:
    """Open the first plan, the cursor on its first action."""
    await overview(chair)
    await chair.press("enter")
    await chair.until(lambda: chair.where == "ProgressPlanScreen")
    await to(chair, f"action {actions(chair)[1].id}")


async def to(chair: Any, key: str) -> None:
    """Put the cursor on a line of the plan."""
    lines = chair.app.screen.query_one(Lines)
    await chair.press("home")
    while lines.chosen != key:
        before = lines.highlighted
        await chair.press("down")
        assert lines.highlighted != before, f"no line {key}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [0, 1, 10])
async def test_the_overview_shows_every_plan(sit: Any, size: str, count: int) -> None:
    """With no plan it says how to set one; with more each is a line, of which the last column is whole."""
    async with sit("empty", size, change=lambda vault: made(vault, count)) as chair:
        await overview(chair)
        assert [ref for ref in REFS if ref in chair.screen] == list(REFS[:count])
        assert ("dossier" in chair.screen.lower()) == (count == 0)
        first = next((line for line in chair.lines if line.startswith(f" {REFS[0]}")), "24-11-2026")
        assert "24-11-2026" in first


async def test_a_plan_is_told_in_numbers_and_a_bar(sit: Any) -> None:
    """Goals reached of all with a bar, actions done of those due, how late, and the review."""
    async with sit("empty", "160x50", change=working) as chair:
        await overview(chair)
        line = next(line for line in chair.lines if REFS[0] in line)
        assert "0/1 □" in line
        assert " 0/1 " in line
        assert "9 dagen te laat" in line
        assert "24-11-2026" in line
        other = next(line for line in chair.lines if REFS[1] in line)
        assert "□" not in other


async def test_the_overview_is_searched_and_sorted(sit: Any) -> None:
    """Slash searches as one types and is logged without its words; s sorts, and escape takes the words away."""
    async with sit("empty", change=made) as chair:
        await overview(chair)
        await chair.press("slash")
        await chair.type("bedacht2")
        assert REFS[2] in chair.screen
        assert REFS[0] not in chair.screen
        await chair.press("enter", "escape")
        line = chair.vault.log.lines(limit=1)[0]
        assert (line.act, line.detail) == (Act.SEARCHED, "1")
        await chair.press("s", "down", "down", "down", "enter")
        await chair.until(lambda: chair.where == "ProgressScreen")
        order = [ref for line in chair.lines for ref in REFS if line.startswith(f" {ref}")]
        assert order[:3] == [REFS[2], REFS[1], REFS[0]]


async def test_opening_a_plan_is_logged(sit: Any) -> None:
    """Who looks at the plan of somebody leaves a line with the number of the case."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        line = chair.vault.log.lines(limit=1)[0]
        assert (line.act, line.case_ref) == (Act.CASE_OPENED, REFS[0])


async def test_actions_and_police_contacts_stand_on_one_axis(sit: Any) -> None:
    """A late action runs with ! up to today; the contacts of August stand under August."""
    async with sit("empty", "120x40", change=working) as chair:
        await first_plan(chair)
        months = next(line for line in chair.lines if "sep" in line and "okt" in line)
        negative = next(line for line in chair.lines if "2" in line and ("negat" in line))
        late = next(line for line in chair.lines if "A-1 " in line and "─" in line)
        assert months.index("aug") == negative.rindex("2")
        assert late.rstrip(" ▆▇█▄▂▁").endswith("!")
        assert late.rindex("!") == months.index("│")


async def test_one_key_settles_an_action_and_u_undoes_it(sit: Any) -> None:
    """The key k is done, today, without a question; u opens it again."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        await chair.press("k")
        await chair.until(lambda: actions(chair)[1].state is ActionState.DONE)
        assert actions(chair)[1].settled_on == DAY
        await chair.press("u")
        assert actions(chair)[1].state is ActionState.OPEN


async def test_several_actions_are_done_on_one_day_with_one_undo(sit: Any) -> None:
    """Space marks, k asks for the one day, and one u undoes all."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        await chair.press("space", "space", "k")
        await chair.until(lambda: chair.where == "Ask")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "ProgressPlanScreen" and not chair.app.screen.asks)
        assert [one.state for one in actions(chair).values()].count(ActionState.DONE) == 2
        await chair.press("u")
        assert {one.state for one in actions(chair).values()} == {ActionState.OPEN}


async def test_what_is_done_stays_done_on_its_day(sit: Any) -> None:
    """On a settled action k records nothing and says why; among several it is left out, and that is said too."""

    def change(vault: Vault) -> None:
        working(vault)
        first = vault.plans.actions(case_id(vault))[0]
        vault.actions.settle_all([first.id], ActionState.DONE, date(2026, 11, 2))

    async with sit("empty", change=change) as chair:
        await first_plan(chair)
        before = actions(chair)
        await chair.press("k")
        assert "houdt zijn datum" in chair.said
        assert actions(chair) == before
        await chair.press("space")
        await to(chair, f"action {before[2].id}")
        await chair.press("space", "k")
        await chair.until(lambda: chair.where == "Ask")
        await chair.press("enter")
        await chair.until(lambda: actions(chair)[2].state is ActionState.DONE and not chair.app.screen.asks)
        assert actions(chair)[1] == before[1]
        assert "1 actie blijft" in chair.said


async def test_escape_takes_the_marks_away_before_it_leaves(sit: Any) -> None:
    """Marks are no trap: escape clears them first, and nothing was recorded."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        await chair.press("space")
        assert "•" in chair.screen
        await chair.press("escape")
        assert chair.where == "ProgressPlanScreen"
        assert "•" not in chair.screen
        await chair.press("escape")
        assert chair.where == "ProgressScreen"


async def test_an_action_gets_a_later_day(sit: Any) -> None:
    """The key v asks for the day; one that is not later is refused below the line, and the text stays."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        await chair.press("v")
        await chair.until(lambda: chair.where == "Ask")
        await chair.enter("14-11-2026")
        assert chair.where == "Ask"
        await chair.press(*["backspace"] * 10)
        await chair.enter("14-12-2026")
        await chair.until(lambda: chair.where == "ProgressPlanScreen" and not chair.app.screen.asks)
        assert (actions(chair)[1].due, actions(chair)[1].postponed_count) == (date(2026, 12, 14), 3)


async def test_a_level_and_a_reached_goal_are_recorded_here(sit: Any) -> None:
    """On a goal, l records the level of its life domain, b the day on which it was reached."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        plan = chair.vault.plans.current(case_id(chair.vault))
        assert plan
        await to(chair, f"goal {plan.goals[0].key}")
        await chair.press("l")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("down", "down", "enter")
        await chair.until(lambda: chair.where == "ProgressPlanScreen" and not chair.app.screen.asks)
        (level,) = chair.vault.plans.levels(case_id(chair.vault))
        assert (level.domain, level.level, level.on) == (LifeDomain.HOUSING, SufficiencyLevel.LIMITED, DAY)
        await chair.press("b")
        await chair.until(lambda: chair.where == "Ask")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "ProgressPlanScreen" and not chair.app.screen.asks)
        reached = chair.vault.plans.current(case_id(chair.vault))
        assert reached
        assert reached.goals[0].reached_on == DAY


async def test_a_key_that_does_not_apply_says_why(sit: Any) -> None:
    """On a goal there is no action to settle: nothing is recorded, and a sentence says so."""
    async with sit("empty", change=working) as chair:
        await first_plan(chair)
        before = actions(chair)
        plan = chair.vault.plans.current(case_id(chair.vault))
        assert plan
        await to(chair, f"goal {plan.goals[0].key}")
        await chair.press("k")
        assert chair.said
        assert actions(chair) == before


async def test_the_cursor_begins_at_the_action_that_is_due_first(sit: Any) -> None:
    """A plan opens where something is to be done, in sight on a small screen: k records at once."""

    def change(vault: Vault) -> None:
        working(vault)
        last = vault.plans.actions(case_id(vault))[-1]
        vault.actions.settle_all([last.id], ActionState.DONE, DAY)

    async with sit("empty", "80x24", change=change) as chair:
        await overview(chair)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "ProgressPlanScreen")
        assert chair.app.screen.query_one(Lines).chosen == f"action {actions(chair)[1].id}"
        assert "A-1 " in chair.screen
        await chair.press("k")
        assert actions(chair)[1].state is ActionState.DONE


@pytest.mark.parametrize("size", SIZES)
async def test_300_actions_and_one_of_1999_are_shown_sensibly(sit: Any, size: str) -> None:
    """The oldest stands first with all its years, and end reaches the last line: the day of the plan."""
    async with sit("empty", size, change=many) as chair:
        await first_plan(chair)
        assert "‹" in chair.screen
        assert "26 jaar te laat" in chair.screen
        await chair.press("end")
        assert chair.app.screen.query_one(Lines).chosen == "version 1"
        assert "01-09-2026" in chair.screen


@pytest.mark.parametrize("size", SIZES)
async def test_a_plan_without_goals_of_a_very_long_name_fits(sit: Any, size: str) -> None:
    """120 characters of a name end in an ellipsis, and a plan without goals or actions says so."""
    async with sit("empty", size, change=made) as chair:
        await overview(chair)
        await chair.press("down", "enter")
        await chair.until(lambda: chair.where == "ProgressPlanScreen")
        assert REFS[1] in chair.lines[0]
        assert "V. Zitter" not in chair.lines[0]
        assert "PAD" in chair.lines[0]
        assert "…" in chair.lines[0]


async def test_the_projector_hides_the_name_everywhere(sit: Any) -> None:
    """In the overview, in the plan, in its actions, and in what an organisation owes: initials and numbers alone."""
    async with sit("empty", "160x50", change=working) as chair:
        await chair.press("f8")
        chair.app.clear_notifications()
        await overview(chair)
        assert "Bedacht" not in chair.screen
        await first_plan(chair)
        assert "Bedacht" not in chair.screen
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Choose")
        assert "Bedacht" not in chair.screen
        await chair.press("escape", "escape", "o")
        await chair.until(lambda: chair.where == "Find")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "PartnerActionsScreen")
        assert REFS[0] in chair.screen
        assert "Bedacht" not in chair.screen


async def test_what_an_organisation_owes_is_written_to_a_file(sit: Any, tmp_path: Path) -> None:
    """The organisation is chosen, p shows the document, enter writes it with initials, and the log says so."""
    folder = tmp_path / "uit"
    folder.mkdir()

    def change(vault: Vault) -> None:
        working(vault)
        vault.keep.remember_folder(str(folder))

    async with sit("empty", change=change) as chair:
        await overview(chair)
        await chair.press("o")
        await chair.until(lambda: chair.where == "Find")
        await chair.enter("pol")
        await chair.until(lambda: chair.where == "PartnerActionsScreen")
        await chair.press("p")
        await chair.until(lambda: chair.where == "DocumentExport")
        assert "Bedacht" not in chair.screen
        await chair.press("right", "right", "enter")
        await chair.until(lambda: bool(list(folder.iterdir())))
        await chair.settle()
        (file,) = folder.iterdir()
        content = file.read_text(encoding="utf-8")
        assert file.name.endswith("politie-2026-11-23.md")
        assert REFS[0] in content
        assert "Bedacht" not in content
        acts = [(line.act, line.detail) for line in chair.vault.log.lines(limit=3)]
        assert (Act.EXPORTED, "owed .md 3") in acts


async def test_an_approach_with_its_own_circle_stays_out_of_the_file(sit: Any) -> None:
    """Who is admitted sees the actions on the screen; a list for an organisation leaves them out, and says so here."""
    assert Approach.RADICALISATION in CLOSED_APPROACHES

    def change(vault: Vault) -> None:
        working(vault)
        with vault.desk.engine().begin() as connection:
            connection.exec_driver_sql("UPDATE case_file SET approach = 'radicalisation' WHERE ref = 'D26-0001'")
        vault.rule.admit(Approach.RADICALISATION, vault.desk.slot_id)

    async with sit("empty", "160x50", change=change) as chair:
        await overview(chair)
        await chair.press("o")
        await chair.until(lambda: chair.where == "Find")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "PartnerActionsScreen")
        assert REFS[0] in chair.screen
        await chair.press("p")
        await chair.until(lambda: chair.where == "DocumentExport")
        assert REFS[0] not in str(chair.app.screen.query_one("#pages", Static).content)
