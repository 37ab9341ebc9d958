"""Vandaag: the cases to erase and the registrations to finish stand there, and each line opens the thing itself."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.today import TodayKind
from zvk_tui.screens.today import TodayScreen
from zvk_tui.store.vault import Vault

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit

LATE, SOON = date(2021, 11, 14), date(2021, 12, 20)
"""Days of registration of which the term of five years ended, and will end in four weeks."""


def add_old(vault: Vault) -> None:
    """Add two closed cases that were kept long enough, one of them shielded, and a registration that was left."""
    for ref, name, on, shielded in (("D21-0007", "Ouderling", LATE, False), ("D21-0008", "Beschermer", SOON, True)):
        closed = CaseEvent(EventKind.CLOSED, on + timedelta(days=300), closing_reason=ClosingReason.NO_HELP_QUESTION)
        shielding = (CaseEvent(EventKind.SHIELDED, on + timedelta(days=330)),) if shielded else ()
        begun = CaseEvent(EventKind.REGISTERED, on, approach=Approach.PAD)
        case_file = CaseFile(0, ref, Approach.PAD, Phase.CLOSED, Subject("Verzonnen", "", name), on)
        vault.keep.add_case(case_file, (begun, closed, *shielding))
    vault.intake.keep(IntakeForm(subject=Subject("Half", "", "Begonnen"), reason="overlast"))


async def go_to(chair: "Chair", kind: TodayKind, place: int = 0) -> None:
    """Put the cursor on a line of a kind."""
    screen = chair.app.screen
    assert isinstance(screen, TodayScreen)
    key = [key for key, line in screen._found.items() if line.kind is kind][place]
    while screen.lines.chosen != key:
        await chair.press("down")


@pytest.mark.parametrize("projector", [False, True])
@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_what_waits_is_on_vandaag(
    sit: "Sit", compare: Callable[[str, str], None], size: str, projector: bool
) -> None:
    """A case to erase says how late it is; of a shielded one the number is all there is, with the projector or not."""
    async with sit("prepared", size, change=add_old) as chair:
        await chair.press(*(["f8"] if projector else []))
        await go_to(chair, TodayKind.INTAKE)
        chair.app.clear_notifications()
        await chair.settle()
        compare(f"today-duties{'-projector' if projector else ''}-{size}", chair.screen)
        assert "Beschermer" not in chair.screen
        assert ("Ouderling" in chair.screen, "Begonnen" in chair.screen) == (not projector, not projector)


async def test_a_case_to_erase_opens_on_its_term(sit: "Sit") -> None:
    """Enter shows the dossier at what it says of keeping, and that is recorded; escape goes back to Vandaag."""
    async with sit("prepared", change=add_old) as chair:
        await go_to(chair, TodayKind.RETENTION)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        assert "[Bewaren]" in chair.screen
        assert "9 dagen te laat" in chair.screen
        line = chair.vault.log.lines(1)[0]
        assert (line.act, line.case_ref) == (Act.CASE_OPENED, "D21-0007")
        await chair.press("escape")
        assert chair.where == "TodayScreen"


async def test_a_shielded_case_asks_what_for(sit: "Sit") -> None:
    """Also from Vandaag a shielded case is opened for a purpose; without one nothing is opened."""
    async with sit("prepared", change=add_old) as chair:
        await go_to(chair, TodayKind.RETENTION, 1)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("escape")
        assert chair.where == "TodayScreen"
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("end", "enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        assert "[Bewaren]" in chair.screen
        assert chair.vault.log.lines(1)[0].detail == "erasure"


async def test_a_case_that_was_erased_is_off_the_list(sit: "Sit") -> None:
    """Back from the dossier the lines are read again."""
    async with sit("prepared", change=add_old) as chair:
        await go_to(chair, TodayKind.RETENTION, 1)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("end", "enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        case_id = chair.vault.dossiers.hidden("D21-0008")
        assert case_id
        chair.vault.lives.erase(case_id, "D21-0008")
        await chair.press("escape")
        assert "D21-0008" not in chair.screen


async def test_a_registration_is_resumed(sit: "Sit") -> None:
    """Enter goes on where it was left; dropped there, its line is gone."""
    async with sit("prepared", change=add_old) as chair:
        await go_to(chair, TodayKind.INTAKE)
        await chair.press("enter")
        await chair.until(lambda: chair.where == "IntakeScreen")
        assert "overlast" in chair.screen
        (kept,) = chair.vault.intakes.open()
        chair.vault.intake.drop(kept.id)
        chair.app.screen.dismiss(None)
        await chair.until(lambda: chair.where == "TodayScreen")
        screen = chair.app.screen
        assert isinstance(screen, TodayScreen)
        assert not any(line.kind is TodayKind.INTAKE for line in screen._found.values())
