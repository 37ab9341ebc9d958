"""The door: a lock hides everything at once and loses nothing, and a wrong passphrase waits."""

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from zvk_tui.demo.build import PASSPHRASE
from zvk_tui.errors import CouldNotWrite
from zvk_tui.screens.unlock import UnlockScreen
from zvk_tui.store.desk import Desk
from zvk_tui.widgets.drafts import DraftArea

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit

WRONG = "niet deze woorden"


def door(chair: "Chair") -> UnlockScreen:
    """Return the unlock screen that is shown."""
    assert isinstance(chair.app.screen, UnlockScreen)
    return chair.app.screen


async def test_the_passphrase_opens_the_vault(sit: "Sit") -> None:
    """The first screen after the door is Vandaag."""
    async with sit(unlocked=False) as chair:
        await chair.unlock()
        assert chair.where == "TodayScreen"


async def test_the_passphrase_is_never_shown(sit: "Sit") -> None:
    """What is typed at the door is dots, and it leaves the field when it is tried."""
    async with sit(unlocked=False) as chair:
        await chair.type(WRONG)
        assert WRONG not in chair.screen
        await chair.press("enter")
        assert chair.app.screen.query_one(Input).value == ""


async def test_a_wrong_passphrase_says_so_and_waits_longer_each_time(sit: "Sit") -> None:
    """From the third wrong passphrase in a row on, the next one waits; then the right one still opens."""
    async with sit(unlocked=False) as chair:
        door(chair)._clock.stop()  # here the test lets the time pass
        waits = []
        for _try in range(4):
            await chair.unlock(WRONG)
            assert "opent de kluis niet" in chair.screen
            waits.append(quarters_to_wait(chair))
            await chair.settle()
        assert waits[0] == waits[1] == 0
        assert 0 < waits[2] < waits[3]
        await chair.unlock()
        assert chair.where == "TodayScreen"


def quarters_to_wait(chair: "Chair") -> int:
    """Let the time pass at the door until it may be tried again; return how many quarters of a second that took."""
    screen, quarters = door(chair), 0
    while screen._wait:
        screen._step()
        quarters += 1
    return quarters


async def test_who_does_not_wait_is_not_let_in(sit: "Sit") -> None:
    """While the door waits, even the right passphrase is not tried, and it stays in the field."""
    async with sit(unlocked=False) as chair:
        door(chair)._wait = 1000
        await chair.enter(PASSPHRASE)
        assert not chair.app.is_open
        assert chair.app.screen.query_one(Input).value == PASSPHRASE


@pytest.mark.parametrize("key", ["a", "i", "m"])
async def test_a_lock_keeps_the_half_typed_line_and_its_cursor(sit: "Sit", key: str) -> None:
    """After unlocking the same item is on the table, with the same form, text and cursor."""
    async with sit("running") as chair:
        here = chair.current.id
        await chair.press(key)
        await chair.type("politie: huisbezoek")
        await chair.press("left", "left", "ctrl+l")
        assert chair.where == "UnlockScreen"
        assert "huisb" not in chair.screen
        await chair.unlock()
        await chair.until(lambda: chair.focused(DraftArea))
        assert (chair.where, chair.current.id) == ("ChairingScreen", here)
        await chair.type("X")
        assert "politie: huisbezoXek" in chair.screen


async def test_a_lock_keeps_the_field_of_a_form_with_several(sit: "Sit") -> None:
    """The cursor comes back in the field in which it was."""
    async with sit("running") as chair:
        await chair.press("b")
        await chair.enter("Plan voortzetten")
        await chair.type("Het wer")
        await chair.press("ctrl+l")
        await chair.unlock()
        await chair.until(lambda: chair.focused(DraftArea))
        await chair.type("kt")
        assert "Plan voortzetten" in chair.screen
        assert "Het werkt" in chair.screen


async def test_a_lock_in_a_dialog_closes_it(sit: "Sit") -> None:
    """Nothing of a dialog stays on the screen, and after unlocking the screen below it is back."""
    async with sit("running") as chair:
        await chair.press("p", "ctrl+l")
        assert "Presentie" not in chair.screen
        await chair.unlock()
        assert chair.where == "ChairingScreen"


async def test_f9_blanks_at_once_and_any_key_asks_for_the_passphrase(sit: "Sit") -> None:
    """The screen is empty, the vault is locked, and the key that wakes it goes into no field."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek")
        await chair.press("f9")
        assert chair.screen.strip() == ""
        assert not chair.app.is_open
        await chair.press("x")
        assert chair.where == "UnlockScreen"
        assert chair.app.screen.query_one(Input).value == ""
        await chair.unlock()
        assert "politie: huisbezoek" in chair.screen


def leave_alone(chair: "Chair", seconds: float) -> None:
    """Let nobody have touched a key for so long, and let the app look."""
    chair.app._last_touch -= seconds
    chair.app._lock_when_idle()


async def test_the_vault_locks_itself(sit: "Sit") -> None:
    """After a quarter of an hour without a key the vault is locked and nothing stands on the screen; text is kept."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek")
        leave_alone(chair, 15 * 60)
        await chair.settle()
        assert (chair.where, chair.app.is_open) == ("UnlockScreen", False)
        assert "D26-" not in chair.screen
        await chair.unlock()
        assert "politie: huisbezoek" in chair.screen


async def test_the_lock_warns_a_minute_before(sit: "Sit") -> None:
    """One key is enough to stay."""
    async with sit() as chair:
        leave_alone(chair, 14 * 60 + 2)
        await chair.settle()
        assert "over een minuut" in chair.said
        await chair.press("down")
        leave_alone(chair, 14 * 60)
        assert chair.app.is_open


async def test_a_disk_that_is_full_does_not_keep_the_vault_open(sit: "Sit", monkeypatch: pytest.MonkeyPatch) -> None:
    """When the half-typed text cannot be kept the vault locks all the same, and nothing stays on the screen."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek")
        monkeypatch.setattr(Desk, "keeping", refuse)
        await chair.press("ctrl+l")
        assert (chair.where, chair.app.is_open) == ("UnlockScreen", False)
        assert "D26-" not in chair.screen


def refuse(*_args: object, **_kwargs: object) -> None:
    """Be a disk on which nothing can be written."""
    raise CouldNotWrite("The disk is full. What was there is as it was; make room and try again.")
