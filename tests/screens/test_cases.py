"""Casussen: a list of any length in a window, searched, narrowed and sorted; what is looked at is in the log."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.screens.conftest import DAY
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_list import CaseFilter, CaseOrder, CaseSort, Due, ShieldedPurpose
from zvk_tui.domain.case_terms import EventKind
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act, LogLine
from zvk_tui.i18n import _
from zvk_tui.screens.case_filters import nothing_found
from zvk_tui.screens.cases import CasesScreen, IntakeLines
from zvk_tui.widgets.window import Window

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

SIZES = ("80x24", "120x40")
SECRET = "Zqnaam"


def one_case(vault: "Vault") -> None:
    """Register a single case."""
    subject = Subject("Proef", "de", SECRET)
    vault.keep.add_case(CaseFile(0, "D26-0001", Approach.PAD, Phase.REFERRED, subject, DAY - timedelta(days=3)))


def shield(vault: "Vault") -> None:
    """Register a case that is shielded."""
    one_case(vault)
    number = vault.register.find_cases("D26-0001")[0].id
    for kind in (EventKind.REFUSED, EventKind.SHIELDED):
        vault.lives.add(number, CaseEvent(kind, DAY, reason="op verzoek", next_steps="terug naar verwijzer"))


def window(chair: Any) -> Window:
    """Return the list."""
    found: Window = chair.app.screen.query_one(Window)
    return found


def shown(chair: Any) -> list[str]:
    """Return the numbers of the cases that are shown."""
    return [row.value.ref for row in window(chair).rows]


def listed(chair: Any, *, closed: bool = False) -> list[CaseFile]:
    """Return the cases of the vault."""
    found = chair.vault.case_list.page(CaseFilter(closed=closed), CaseOrder(), 200)
    return [one.case_file for one in found]


def log(chair: Any, act: Act) -> list[LogLine]:
    """Return the lines of the log of one act."""
    return [line for line in chair.vault.log.lines(50) if line.act is act]


async def counted(chair: Any) -> None:
    """Wait until the cases are counted."""
    await chair.until(lambda: bool(chair.app.screen.bar.status))


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_list_says_what_to_do(sit: Any, size: str) -> None:
    """Without a case the list says which key registers one."""
    async with sit("empty", size) as chair:
        await chair.press("3")
        assert _("No live cases. n registers one.") in chair.screen


@pytest.mark.parametrize("size", SIZES)
async def test_one_case_is_one_line(sit: Any, size: str) -> None:
    """A single case stands there with its name, and the bar says that it is one."""
    async with sit("empty", size, change=one_case) as chair:
        await chair.press("3")
        await counted(chair)
        assert shown(chair) == ["D26-0001"]
        assert f"Proef de {SECRET}" in chair.screen
        assert "1 casus" in chair.lines[0]


@pytest.mark.parametrize("size", SIZES)
async def test_many_cases_fill_the_window(sit: Any, size: str) -> None:
    """The window is filled to its last line, the bar says which part it is, and wider terminals show the goal."""
    async with sit("prepared", size) as chair:
        await chair.press("3")
        await counted(chair)
        total = chair.vault.case_list.count(CaseFilter())
        assert len(shown(chair)) == min(total, window(chair).size.height)
        assert str(total) in chair.lines[0]
        assert (_("Goal") in chair.screen) is (size == "120x40")
        await chair.press("end")
        await counted(chair)
        last = chair.vault.case_list.page_before(CaseFilter(), CaseOrder(), 1)[0].case_file.ref
        assert shown(chair)[-1] == last
        await chair.press("home")
        assert shown(chair)[0] == chair.vault.case_list.page(CaseFilter(), CaseOrder(), 1)[0].case_file.ref


async def test_another_size_keeps_the_cursor_on_its_case(sit: Any) -> None:
    """The cursor is on the same case in a larger and in a smaller window."""
    async with sit("prepared") as chair:
        await chair.press("3", "pagedown", "down")
        chosen = window(chair).chosen
        for size in ((120, 40), (90, 26), (80, 24)):
            await chair.resize(*size)
            assert window(chair).chosen == chosen


async def test_search_narrows_as_you_type(sit: Any) -> None:
    """Letter by letter the list narrows to what has a word that begins so; escape takes the words away."""
    async with sit("prepared") as chair:
        await chair.press("3", "slash")
        await chair.type("D26-0012")
        assert shown(chair) == ["D26-0012"]
        await chair.type("zzz")
        assert _("No case has these words. Escape takes them away.") in chair.screen
        await chair.press("escape")
        assert len(shown(chair)) > 1
        assert chair.focused(Window)


async def test_a_search_says_that_closed_cases_have_the_words(sit: Any) -> None:
    """When only closed cases have the words, it says how many and where they are; one that is shielded is no hit."""
    async with sit("prepared") as chair:
        closed = next(one for one in listed(chair, closed=True) if one.phase is Phase.CLOSED)
        await chair.press("3", "slash")
        await chair.type(closed.ref)
        assert shown(chair) == []
        assert "1 gesloten casus wel" in chair.screen
        chair.vault.lives.add(closed.id, CaseEvent(EventKind.SHIELDED, chair.vault.now().date(), reason="op verzoek"))
        assert nothing_found(CaseFilter(words=closed.ref), chair.vault.case_list.count) == _(
            "No case has these words. Escape takes them away."
        )


async def test_a_search_says_that_another_filter_has_the_words(sit: Any) -> None:
    """With a filter on, it says how many cases outside it have the words."""
    async with sit("prepared") as chair:
        one = next(one for one in listed(chair) if one.approach is Approach.PAD)
        wanted = CaseFilter(words=one.ref, approach=Approach.ALL_AGES)
        assert "Geen casus in dit filter heeft deze woorden; 1 andere" in nothing_found(
            wanted, chair.vault.case_list.count
        )


async def test_a_search_is_logged_once_and_without_its_words(sit: Any) -> None:
    """A search that was looked at leaves one line with the number of hits, however many letters it had."""
    async with sit("prepared") as chair:
        await chair.press("3", "slash")
        await chair.type("Noah")
        assert log(chair, Act.SEARCHED) == []
        hits = chair.vault.case_list.count(CaseFilter(words="Noah"))
        await chair.press("enter", "enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        (line,) = log(chair, Act.SEARCHED)
        assert (line.detail, line.case_ref) == (str(hits), "")
        await chair.press("escape", "1")
        assert len(log(chair, Act.SEARCHED)) == 1


@pytest.mark.parametrize("leaving", ["escape", "1", "ctrl+l"])
async def test_a_search_that_is_left_is_logged(sit: Any, leaving: str) -> None:
    """Whatever way somebody leaves a search, there is a line of it: also when the vault locks."""
    async with sit("prepared") as chair:
        await chair.press("3", "slash")
        await chair.type("Noah")
        if leaving == "1":
            await chair.press("enter")
        await chair.press(leaving)
        if leaving == "ctrl+l":
            await chair.unlock()
        await chair.until(lambda: chair.app.is_open and bool(log(chair, Act.SEARCHED)))
        assert len(log(chair, Act.SEARCHED)) == 1


async def test_opening_is_logged_with_the_number(sit: Any) -> None:
    """Who opens a case leaves a line with its number."""
    async with sit("prepared") as chair:
        await chair.press("3", "down")
        ref = shown(chair)[1]
        await chair.press("enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        assert [line.case_ref for line in log(chair, Act.CASE_OPENED)] == [ref]
        await chair.press("escape")
        assert window(chair).rows[1].value.ref == ref
        assert window(chair).chosen == window(chair).rows[1].key


async def test_a_slash_searches_from_everywhere(sit: Any) -> None:
    """A slash on another screen goes to the cases, the field ready to type in."""
    async with sit("prepared") as chair:
        await chair.press("1", "slash")
        assert chair.where == "CasesScreen"
        await chair.type("D26-0012")
        assert shown(chair) == ["D26-0012"]


async def test_the_list_is_narrowed_and_the_filter_kept(sit: Any) -> None:
    """A filter narrows the list, says so, and is there again under its name."""
    async with sit("prepared") as chair:
        await chair.press("3", "f")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("right", "right", "ctrl+s")
        await chair.until(lambda: chair.where == "CasesScreen")
        assert {row.value.approach for row in window(chair).rows} == {Approach.PAD}
        await chair.press("b", "end", "enter")
        await chair.until(lambda: chair.where == "Ask")
        await chair.enter("Mijn PAD")
        await chair.until(lambda: chair.where == "CasesScreen")
        assert [one.name for one in chair.vault.case_list.saved()] == ["Mijn PAD"]
        await chair.press("b", "down", "enter")
        await chair.until(lambda: chair.where == "CasesScreen")
        assert len({row.value.approach for row in window(chair).rows}) > 1
        await chair.press("b", "home", "enter")
        await chair.until(lambda: chair.where == "CasesScreen")
        assert {row.value.approach for row in window(chair).rows} == {Approach.PAD}


async def test_a_kept_filter_is_dropped(sit: Any) -> None:
    """A filter that nobody needs any more is taken away."""
    keep = lambda vault: vault.looking.save_filter("Weg", CaseFilter(due=Due.LETTER))  # noqa: E731 - a step of one line
    async with sit("prepared", change=keep) as chair:
        await chair.press("3", "b", "end", "enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "CasesScreen")
        assert chair.vault.case_list.saved() == ()


async def test_the_list_is_sorted_and_turned_round(sit: Any) -> None:
    """Sorted by name it begins with the first name; chosen again it begins with the last."""
    async with sit("prepared") as chair:
        for turned in (False, True):
            await chair.press("3", "s", *(["home", "down"] if not turned else []), "enter")
            await chair.until(lambda: chair.where == "CasesScreen")
            if turned:
                await chair.press("s", "home", "down", "enter")
                await chair.until(lambda: chair.where == "CasesScreen")
                await chair.press("s", "enter")
                await chair.until(lambda: chair.where == "CasesScreen")
            order = CaseOrder(CaseSort.NAME, turned)
            first = chair.vault.case_list.page(CaseFilter(), order, 3)
            assert shown(chair)[:3] == [one.case_file.ref for one in first]


async def test_names_hide_from_the_projector(sit: Any) -> None:
    """While the projector may be on, no name stands in the list, nor in a goal."""
    async with sit("empty", "120x40", change=one_case) as chair:
        await chair.press("3")
        assert SECRET in chair.screen
        await chair.press("f8")
        assert SECRET not in chair.screen
        assert "D26-0001" in chair.screen


async def test_a_shielded_case_asks_what_for(sit: Any) -> None:
    """A shielded case is in no list; its number asks for a purpose, which is logged, and then opens it."""
    async with sit("empty", change=shield) as chair:
        await chair.press("3", "slash")
        await chair.type("D26-0001")
        assert shown(chair) == []
        assert _("This case is shielded and in no list. Enter asks what you open it for.")[:40] in chair.screen
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        (line,) = log(chair, Act.CASE_OPENED)
        assert (line.case_ref, line.detail) == ("D26-0001", ShieldedPurpose.ACCESS)


async def test_a_shielded_case_stays_shut_without_a_purpose(sit: Any) -> None:
    """Who does not say what for does not see it, and nothing is logged."""
    async with sit("empty", change=shield) as chair:
        await chair.press("3", "slash")
        await chair.type("D26-0001")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("escape")
        assert chair.where == "CasesScreen"
        assert log(chair, Act.CASE_OPENED) == []


HALF = IntakeForm(registered_on=DAY, subject=Subject("Half", "", "Ingevuld"))


async def test_an_unfinished_registration_stands_on_top(sit: Any) -> None:
    """Up from the first case goes to a registration that was left half-way, down goes back, enter goes on with it."""
    async with sit("prepared", change=lambda vault: vault.intake.keep(HALF)) as chair:
        await chair.press("3")
        assert "Half Ingevuld" in chair.screen
        await chair.press("down", "up")
        assert chair.focused(Window)
        await chair.press("up")
        assert chair.focused(IntakeLines)
        await chair.press("down")
        assert chair.focused(Window)
        await chair.press("up", "enter")
        await chair.until(lambda: chair.where == "IntakeScreen")


async def test_up_from_an_empty_list_goes_to_what_is_unfinished(sit: Any) -> None:
    """Also when there is no case at all, the registration above the list is one key away."""
    async with sit("empty", change=lambda vault: vault.intake.keep(HALF)) as chair:
        await chair.press("3", "up")
        assert chair.focused(IntakeLines)


@pytest.mark.parametrize(("answer", "named"), [(["enter"], True), (["end", "enter"], False)])
async def test_a_registration_is_gone_on_with_or_begun(sit: Any, answer: list[str], named: bool) -> None:
    """With one unfinished, n asks: go on with that one, or begin a new one."""
    async with sit("prepared", change=lambda vault: vault.intake.keep(HALF)) as chair:
        await chair.press("3", "n")
        await chair.until(lambda: chair.where == "Choose")
        assert "Half Ingevuld" in chair.screen
        await chair.press(*answer)
        await chair.until(lambda: chair.where == "IntakeScreen")
        await chair.press("pagedown")
        assert ("Ingevuld" in chair.screen) is named


async def test_a_new_case_begins_with_a_registration(sit: Any) -> None:
    """N begins a registration."""
    async with sit("prepared") as chair:
        await chair.press("3", "n")
        assert chair.where == "IntakeScreen"


async def test_markup_in_names_is_text(sit: Any) -> None:
    """A name with the signs of markup stands there as it was typed."""

    def odd(vault: "Vault") -> None:
        subject = Subject("[b]Proef[/x]", "", "[/]")
        vault.keep.add_case(CaseFile(0, "D26-0001", Approach.PAD, Phase.REFERRED, subject, DAY))

    async with sit("empty", "120x40", change=odd) as chair:
        await chair.press("3")
        assert "[b]Proef[/x] [/]" in chair.screen


async def test_the_list_shows_what_changed_meanwhile(sit: Any) -> None:
    """A case that was registered elsewhere is on top when the list is read again."""
    async with sit("empty") as chair:
        await chair.press("3")
        one_case(chair.vault)
        assert isinstance(chair.app.screen, CasesScreen)
        chair.app.screen.refresh_view()
        await chair.settle()
        assert shown(chair) == ["D26-0001"]
