"""A new vault is filled by hand, by keyboard alone, until a meeting can be held."""

from typing import Any

from zvk_tui.domain.approaches import default_rules
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.intake_check import asked
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import MeetingState


async def add(chair: Any, kind: int, *fields: str) -> None:
    """Add a record in Beheer: the `kind`-th of the list, its first fields typed."""
    await chair.press("n", *["down"] * kind, "enter")
    await chair.until(lambda: chair.where == "RecordForm")
    for field in fields:
        await chair.enter(field)
    await chair.press("ctrl+s")
    await chair.until(lambda: chair.where == "RegisterScreen")


async def test_a_new_vault_becomes_a_meeting(sit: Any) -> None:
    """Somebody with an empty vault adds a partner, a person, a series and a case, and opens the first meeting."""
    async with sit("empty") as chair:
        await chair.press("8")
        await add(chair, 0, "Politie", "Politie Proefstad")
        await add(chair, 1, "V. Zitter", "voorzitter")
        await add(chair, 2, "Kernteam PAD")
        assert [series.name for series in chair.vault.meetings.series()] == ["Kernteam PAD"]
        await chair.press("3", "n")
        await chair.until(lambda: chair.where == "IntakeScreen")
        await chair.press("enter", "right", "enter", "enter", "enter", "enter")
        await chair.enter("poli")
        await chair.press("enter", "enter")
        for said in ("met collega's besproken", "vier keer aangehouden", "rust thuis", "Proef"):
            await chair.enter(said)
        await chair.press("enter")
        await chair.enter("Proefpersoon")
        await chair.enter("6-5-2009")
        await chair.press("enter", "ctrl+n")
        for _criterion in asked(default_rules(Approach.PAD)):
            await chair.press("j")
            await chair.enter("omdat het zo is")
        await chair.press("ctrl+s", "ctrl+s")
        await chair.until(lambda: chair.where == "CasesScreen")
        (case_file,) = chair.vault.register.find_cases("proef")
        assert case_file.ref == "D26-0001"
        assert "Proefpersoon" in chair.screen
        await chair.press("1", "n", "enter", "enter")
        await chair.until(lambda: chair.where == "PreparingScreen")
        meeting = chair.vault.meetings.at_hand()
        assert meeting is not None
        assert meeting.state is MeetingState.PREPARING
        assert "D26-0001" in chair.screen


async def test_radicalisation_is_in_no_list(sit: Any) -> None:
    """Cases of the radicalisation approach are not listed, not found and not on the first screen."""
    async with sit("prepared") as chair:
        await chair.press("3")
        assert "Radicalisering" not in chair.screen
        assert all(case.approach != "radicalisation" for case in chair.vault.register.find_cases("", 500))


async def test_a_setting_is_kept_and_heeded(sit: Any) -> None:
    """Lock after takes 1 to 60 minutes, says so otherwise, and is kept in the vault."""
    async with sit("empty") as chair:
        await chair.press("f5", "down", "enter")
        await chair.until(lambda: chair.where == "Ask")
        await chair.press("backspace", "backspace")
        await chair.enter("90")
        assert "Typ een getal van 1 tot 60." in chair.screen
        await chair.press("backspace", "backspace")
        await chair.enter("5")
        await chair.until(lambda: chair.where == "SettingsDialog")
        assert chair.vault.settings.get().lock_after_minutes == 5


async def test_another_person_gets_access(sit: Any) -> None:
    """Somebody gets a passphrase of their own; a second one that differs is asked again."""
    async with sit("empty") as chair:
        await chair.press("f6", "down", "enter")
        await chair.until(lambda: chair.where == "Ask")
        await chair.enter("P. Vervanger")
        await chair.enter("zeven groene fietsen")
        await chair.enter("zeven groene autos")
        assert "De twee zijn niet gelijk" in chair.screen
        await chair.press(*["backspace"] * 5)
        await chair.enter("fietsen")
        await chair.until(lambda: "P. Vervanger" in chair.vault.holders())
        assert chair.vault.folder.read_keys().unlock("zeven groene fietsen").slot.holder == "P. Vervanger"


async def test_the_log_tells_who_opened_a_case(sit: Any) -> None:
    """Whoever must account for it finds in the log who opened a case and when; looking there is in the log as well."""
    async with sit("prepared") as chair:
        await chair.press("3", "enter")
        await chair.until(lambda: chair.where == "DossierScreen")
        number = chair.screen[1:9]
        await chair.press("8", "l", "slash")
        await chair.type(number)
        assert "casus geopend" in chair.screen
        await chair.press("enter", "escape")
        assert chair.where == "LogScreen"
        await chair.press("escape")
        assert chair.where == "RegisterScreen"
        assert chair.vault.log.lines(1)[0].act is Act.SEARCHED
