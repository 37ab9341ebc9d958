"""The app on a large vault, without a terminal: from a key to the last paint.

`bench.scale` starts this for one vault at a time, in a process of its own: a second app in a process is slower than
the first, whatever it shows.
"""

# ruff: noqa: SLF001 - what is left to do stands in private places of Textual and asyncio only
import argparse
import asyncio
import json
from collections import defaultdict
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from textual import events
from textual.pilot import Pilot

from bench.scale_vault import PASSPHRASE, clock
from zvk_tui.app import ZvkApp
from zvk_tui.opening import settle_memory
from zvk_tui.settings import Settings
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import Vault, open_with

SIZE: Final = (80, 24)

PATIENCE: Final = 60
"""Seconds after which a screen that is waited for does not come any more."""


class Hand:
    """Presses keys and waits until all that they started is done and drawn."""

    def __init__(self, app: ZvkApp, pilot: Pilot[None], took: "defaultdict[str, list[float]]") -> None:
        self._app = app
        self._pilot = pilot
        self._took = took

    async def press(self, key: str, name: str = "") -> None:
        """Press a key; note how long it took under a name."""
        began, worked = perf_counter(), process_time()
        self._app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.settle()
        if name:
            self._took[name].append((perf_counter() - began) * 1000)
            self._took[f"{name}, processor"].append((process_time() - worked) * 1000)

    async def settle(self) -> None:
        """Wait until nothing is left to do but to wait for a timer."""
        loop = asyncio.get_running_loop()
        while loop._ready or self._draws() or self._counts():  # type: ignore[attr-defined]
            await asyncio.sleep(0)

    async def until(self, where: str) -> None:
        """Wait for a screen, and give up when it never comes."""
        give_up = perf_counter() + PATIENCE
        while type(self._app.screen).__name__ != where:
            if perf_counter() > give_up:
                raise TimeoutError(where)
            await self._pilot.pause()
        await self.settle()

    async def unlocked(self) -> None:
        """Wait until the vault is open, and go to the first screen, wherever somebody left it."""
        while not self._app.is_open:
            await self._pilot.pause()
        await self.settle()
        await self.press("1")
        await self.until("TodayScreen")
        settle_memory()  # the app does this after a second, before anybody has read the screen

    def _draws(self) -> bool:
        """Draw what waits for the next frame; return whether there was anything."""
        screen = self._app.screen
        waits = screen._layout_required or screen._scroll_required or screen._repaint_required
        waits = waits or bool(screen._dirty_widgets or screen._callbacks)
        if waits:
            screen._on_timer_update()
        return waits

    def _counts(self) -> bool:
        """Return whether a thread is at work."""
        threads = getattr(asyncio.get_running_loop(), "_default_executor", None)
        return threads is not None and len(threads._threads) > threads._idle_semaphore._value


async def sit(vault: Path, took: "defaultdict[str, list[float]]", rounds: int) -> None:
    """Open the list, page, search and open a dossier, `rounds` times."""
    folder = VaultFolder(vault)

    def opener(typed: str) -> Vault:
        return open_with(folder, folder.read_keys().unlock(typed), clock)

    app = ZvkApp(vault, opener, Settings(), None, PASSPHRASE)
    async with app.run_test(size=SIZE) as pilot:
        hand = Hand(app, pilot, took)
        await hand.unlocked()
        for turn in range(rounds + 2):
            await _once(hand, took if turn > 1 else None)
        app.open_vault.lock()


async def _once(hand: Hand, took: "defaultdict[str, list[float]] | None") -> None:
    """Go through the list once; the first times load what is loaded once, and are not noted."""
    named = took is not None
    await hand.press("3", "app: open the list" if named else "")
    await hand.press("pagedown", "app: next page" if named else "")
    await hand.press("8")
    await hand.press("3")
    await hand.press("end", "app: last page" if named else "")
    await hand.press("home")
    await hand.press("enter", "app: open a dossier" if named else "")
    await hand.until("DossierScreen")
    await hand.press("escape", "app: back to the list" if named else "")
    await hand.until("CasesScreen")
    await hand.press("slash")
    for letter in "brug p":
        await hand.press("space" if letter == " " else letter, "app: a letter of a search" if named else "")
    await hand.press("escape")
    await hand.press("8")
    await hand.until("RegisterScreen")


def main() -> None:
    """Measure on one vault, and print milliseconds by name as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vault", type=Path)
    parser.add_argument("rounds", type=int)
    asked = parser.parse_args()
    took: defaultdict[str, list[float]] = defaultdict(list)
    asyncio.run(sit(asked.vault, took, asked.rounds))
    print(json.dumps(took))


if __name__ == "__main__":
    main()
