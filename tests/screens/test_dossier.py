"""The dossier: every tab of every case can be read, one letter opens any form, no name shows by the projector."""

from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.screens.conftest import DAY
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_list import CaseFilter, CaseOrder
from zvk_tui.domain.case_terms import CaseLabel, CircleRelation, ClosingReason, EventKind
from zvk_tui.domain.intake import CircleMember
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.plan import Plan
from zvk_tui.i18n import _
from zvk_tui.labels import plain_date
from zvk_tui.screens.dossier.screen import TABS, DossierScreen
from zvk_tui.screens.dossier.tab import DossierTab

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from zvk_tui.store.vault import Vault

SECRET, MOTHER = "Zqnaam", "Zqmoeder"
REGISTERED = DAY - timedelta(days=30)


def a_case(vault: "Vault") -> int:
    """Register a case with somebody in the circle, a goal and a plan that name both; return its row number."""
    subject = Subject("Proef", "de", SECRET, date(2010, 3, 1))
    goal = f"rust voor {SECRET} en {MOTHER} [/x]"
    vault.keep.add_case(CaseFile(0, "D26-0001", Approach.PAD, Phase.APPROACH, subject, REGISTERED, goal=goal))
    number = vault.case_list.page(CaseFilter(), CaseOrder(), 1)[0].case_file.id
    vault.intake.save_member(number, CircleMember(CircleRelation.PARENT, MOTHER, "", SECRET, None, f"{MOTHER} werkt"))
    vault.plan.set(number, Plan(0, DAY, goal, DAY + timedelta(days=90)))
    return number


def closed_case(vault: "Vault") -> int:
    """Register a case and close it."""
    number = a_case(vault)
    vault.lives.add(
        number, CaseEvent(EventKind.CLOSED, DAY, closing_reason=ClosingReason.GOAL_REACHED, reason="rustig")
    )
    return number


@asynccontextmanager
async def dossier(sit: Any, size: str = "80x24", make: Any = a_case, stage: str = "empty") -> "AsyncIterator[Any]":
    """Open the dossier of the first case of the list, closed ones too."""
    async with sit(stage, size, change=make) as chair:
        cases = chair.vault.case_list.page(CaseFilter(closed=True), CaseOrder(), 1)
        chair.app.push_screen(DossierScreen(cases[0].case_file.id))
        await chair.until(lambda: chair.where == "DossierScreen")
        yield chair


@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_every_tab_can_be_read(sit: Any, size: str) -> None:
    """Right goes through all tabs and round again; the one that is shown stands in brackets, the line fits."""
    async with dossier(sit, size) as chair:
        for title, _kind in TABS.values():
            assert f"[{_(title)}]" in chair.screen
            assert _(list(TABS.values())[-1][0]) in chair.screen
            assert "D26-0001" in chair.lines[0]
            assert "? Hulp" in chair.keys
            await chair.press("right")
        assert f"[{_('Overview')}]" in chair.screen
        await chair.press("left")
        assert f"[{_(list(TABS.values())[-1][0])}]" in chair.screen


async def test_every_tab_of_the_demo_can_be_read(sit: Any) -> None:
    """Cases with a history, a meeting and minutes show in every tab, in both sizes."""
    async with sit("final") as chair:
        for one in chair.vault.case_list.page(CaseFilter(closed=True), CaseOrder(), 90)[::15]:
            chair.app.push_screen(DossierScreen(one.case_file.id))
            await chair.until(lambda: chair.where == "DossierScreen")
            for _tab in TABS:
                await chair.press("right")
                assert one.case_file.ref in chair.lines[0]
            await chair.press("escape")


async def test_a_tab_is_read_when_somebody_goes_there(sit: Any) -> None:
    """Opening a dossier reads one tab; what changed is read in the others when they are shown again."""
    async with dossier(sit) as chair:
        assert [tab.id for tab in chair.app.screen.query(DossierTab)] == ["overview"]
        await chair.press("right")
        assert [tab.id for tab in chair.app.screen.query(DossierTab)] == ["overview", "persons"]
        chair.app.screen.refresh_view()
        assert [tab.stale for tab in chair.app.screen.query(DossierTab)] == [True, False]


@pytest.mark.parametrize(
    ("key", "where"),
    [
        ("e", "AddEvent"),
        ("r", "ChangeRole"),
        ("b", "RecordLetter"),
        ("i", "LineRecord"),
        ("a", "LineRecord"),
        *((key, "RecordForm") for key in "pgcwfot"),
    ],
)
async def test_one_letter_opens_any_form(sit: Any, key: str, where: str) -> None:
    """From the list, enter and one letter open the form of anything in the file; escape goes back to the dossier."""
    async with sit("empty", change=a_case) as chair:
        await chair.press("3", "enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        await chair.press(key)
        await chair.until(lambda: chair.where == where)
        await chair.press("escape")
        assert chair.where == "DossierScreen"
        await chair.press("escape")
        assert chair.where == "CasesScreen"


async def test_no_name_by_the_projector(sit: Any) -> None:
    """While the projector may be on, neither the person nor anybody of the circle is named on any tab."""
    async with dossier(sit, "120x40") as chair:
        await chair.press("f8")
        for _tab in TABS:
            assert SECRET not in chair.screen
            assert MOTHER not in chair.screen
            await chair.press("right")
        await chair.press("f8", "right")
        assert MOTHER in chair.screen


async def test_markup_is_text(sit: Any) -> None:
    """What was typed stands there as it was typed."""
    async with dossier(sit) as chair:
        assert "[/x]" in chair.screen


async def test_a_closed_case_says_why_it_gets_no_plan(sit: Any) -> None:
    """In a closed case the letters of the plan say why they do not apply; reopening does."""
    async with dossier(sit, make=closed_case) as chair:
        for key in "pga":
            await chair.press(key)
            assert chair.where == "DossierScreen"
            assert chair.said == _("This case is closed. Reopen it first, with a reason.")
        await chair.press("e")
        await chair.until(lambda: chair.where == "AddEvent")


async def test_problems_stand_under_their_fields(sit: Any) -> None:
    """A birth after the registration and a date that does not exist are said under the field; nothing typed is lost."""
    async with dossier(sit) as chair:
        for typed, said in (
            ("31-12-2026", "The date of birth is after the registration."),
            ("31-02-2010", "31-02-2010"),
        ):
            await chair.press("w")
            await chair.until(lambda: chair.where == "RecordForm")
            chair.app.screen.query_one("#born").value = typed
            await chair.press("ctrl+s")
            assert "! " in chair.screen
            assert _(said) in chair.screen
            assert typed in chair.screen
            await chair.press("escape")


async def test_a_person_without_a_name_is_refused(sit: Any) -> None:
    """A case keeps a name."""
    async with dossier(sit) as chair:
        await chair.press("w")
        await chair.until(lambda: chair.where == "RecordForm")
        for field in ("given", "prefix", "surname"):
            chair.app.screen.query_one(f"#{field}").value = ""
        await chair.press("ctrl+s")
        assert chair.where == "RecordForm"
        assert chair.vault.register.subject("D26-0001").surname == SECRET


async def test_what_is_changed_shows_at_once(sit: Any) -> None:
    """A new name stands in the bar and on the tabs; undo brings the old one back."""
    async with dossier(sit) as chair:
        await chair.press("w")
        await chair.until(lambda: chair.where == "RecordForm")
        chair.app.screen.query_one("#surname").value = "Anders"
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "DossierScreen")
        assert "Proef de Anders" in chair.lines[0]
        await chair.press("u")
        assert f"Proef de {SECRET}" in chair.lines[0]


async def test_goal_days_and_label_are_changed(sit: Any) -> None:
    """The form of the case changes its goal, its next discussion and its label."""
    async with dossier(sit) as chair:
        await chair.press("c")
        await chair.until(lambda: chair.where == "RecordForm")
        chair.app.screen.query_one("#goal").value = "een eigen plek"
        chair.app.screen.query_one("#next").value = "14-12"
        chair.app.screen.query_one("#label").value = CaseLabel.STRAATKRACHT
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "DossierScreen")
        head = chair.vault.dossiers.head(1)
        assert (head.case_file.goal, head.case_file.next_discussion) == ("een eigen plek", date(2026, 12, 14))
        assert head.label is CaseLabel.STRAATKRACHT
        assert "een eigen plek" in chair.screen


async def test_the_circle_is_kept_in_the_dossier(sit: Any) -> None:
    """Somebody of the circle is added, changed and taken out; they stand nowhere but here."""
    async with dossier(sit) as chair:
        await chair.press("right", "n")
        await chair.until(lambda: chair.where == "RecordForm")
        chair.app.screen.query_one("#given").value = "Zqbroer"
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "DossierScreen")
        assert "Zqbroer" in chair.screen
        await chair.press("end", "x")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("j")
        await chair.until(lambda: chair.where == "DossierScreen")
        assert [one.member.given_names for one in chair.vault.intakes.circle(1)] == [MOTHER]
        assert "Zqbroer" not in chair.screen


async def test_the_term_is_said_with_its_rule(sit: Any) -> None:
    """The day by which a case is destroyed is five years after the first processing, with the article."""
    async with dossier(sit) as chair:
        await chair.press("left")
        assert plain_date(REGISTERED) in chair.screen
        assert plain_date(REGISTERED.replace(year=REGISTERED.year + 5)) in chair.screen
        assert "Wgs art." in chair.screen


async def test_a_shielded_case_is_not_changed(sit: Any) -> None:
    """In a shielded case only a step can be added: nothing else is changed."""

    def shielded(vault: "Vault") -> None:
        vault.lives.add(closed_case(vault), CaseEvent(EventKind.SHIELDED, DAY, reason="op verzoek"))

    async with sit("empty", change=shielded) as chair:
        chair.app.push_screen(DossierScreen(1))
        await chair.until(lambda: chair.where == "DossierScreen")
        for key in "wcfirb":
            await chair.press(key)
            assert chair.where == "DossierScreen", key
        await chair.press("right", "n", "x")
        assert chair.where == "DossierScreen"


async def test_enter_on_the_timeline_goes_to_its_tab(sit: Any) -> None:
    """Enter on a line of the timeline shows the tab in which it stands in full."""
    async with dossier(sit) as chair:
        await chair.press("end", "enter")
        assert f"[{_('Plan')}]" in chair.screen
