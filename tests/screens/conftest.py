"""A chair at the keyboard: the app on a demo vault that is made once, at a day and an hour that stand still."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from zvk_tui.app import ZvkApp
from zvk_tui.demo.build import PASSPHRASE
from zvk_tui.demo.people import NEWCOMER
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.meeting import AgendaItem, ItemKind, ItemState, Presence
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.record import Answer, Judgement, StatementKind
from zvk_tui.settings import Settings
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.keyring import KdfCost
from zvk_tui.store.vault import Vault, create_vault, open_with

DAY = date(2026, 11, 23)
CHEAP = KdfCost(memory_kib=32, passes=1, lanes=1)
FOLDER = "/home/voorzitter/Verslagen"
SIGNS = {"question_mark": "?", "slash": "/", "space": " "}
"""The signs of the keys that have a name."""
PATIENCE = 60
"""Seconds after which something that was waited for is missing."""
LONGEST = 240
"""Seconds after which a test hangs."""


class Clock:
    """A clock that stands where it was put."""

    def __init__(self) -> None:
        self.now = datetime.combine(DAY, time(13, 28)).astimezone()

    def __call__(self) -> datetime:
        """Return the present moment."""
        return self.now

    def go_on(self, minutes: int) -> None:
        """Let so many minutes pass."""
        self.now += timedelta(minutes=minutes)


Change = Callable[[Vault], None]
"""What is done to a vault before the app opens it."""


def opened(path: Path, clock: Clock) -> Vault:
    """Open a vault as the app does, but leave its cheap key slot as it is."""
    folder = VaultFolder(path)
    return open_with(folder, folder.read_keys().unlock(PASSPHRASE), clock)


class Chair:
    """Somebody at the keyboard of the app, and what stands on the screen before them."""

    def __init__(self, app: ZvkApp, pilot: Pilot[None], clock: Clock, path: Path) -> None:
        self.app = app
        self.clock = clock
        self.path = path
        self._pilot = pilot

    @property
    def vault(self) -> Vault:
        """The open vault."""
        return self.app.open_vault

    @property
    def screen(self) -> str:
        """What stands on the screen, as plain text."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def lines(self) -> list[str]:
        """The lines on the screen."""
        return self.screen.split("\n")

    @property
    def keys(self) -> str:
        """The line with the keys: the last one that holds any."""
        return next(line for line in reversed(self.lines) if line.strip(" ─│"))

    @property
    def where(self) -> str:
        """Which screen is shown."""
        return type(self.app.screen).__name__

    @property
    def said(self) -> str:
        """What the last toast says, nothing when there is none."""
        toasts = list(self.app._notifications)
        return toasts[-1].message if toasts else ""

    @property
    def current(self) -> AgendaItem:
        """The item the table is at."""
        meeting = self.vault.meetings.at_hand()
        assert meeting
        return next(item for item in self.vault.meetings.agenda(meeting.id) if item.id == meeting.current_item_id)

    def focused(self, kind: type[Widget]) -> bool:
        """Return whether a widget of this kind has the focus."""
        return isinstance(self.app.focused, kind)

    async def settle(self) -> None:
        """Wait until everything that was started is done and drawn.

        Pilot waits until the process uses little time, which is also so when another process has the machine. This
        asks what is left to do: of the event loop, of the threads, and of the screen.
        """
        give_up = monotonic() + PATIENCE
        while not (self.app._exit or self.app._exception) and (self._left_to_do() or self._left_to_draw()):
            assert monotonic() < give_up, self.screen
            await asyncio.sleep(0.001 if self._away() else 0)

    def _left_to_do(self) -> bool:
        """Return whether a handler or a thread of the app is still at work."""
        loop: Any = asyncio.get_running_loop()
        return bool(loop._ready) or self._away()

    def _away(self) -> bool:
        """Return whether nothing can be done now but wait for a thread, or for a new size to be passed on."""
        loop: Any = asyncio.get_running_loop()
        threads = loop._default_executor
        busy = threads is not None and len(threads._threads) > threads._idle_semaphore._value
        return busy or self.app._resize_event is not None

    def _left_to_draw(self) -> bool:
        """Draw what waits for the next frame; return whether there was anything."""
        screen = self.app.screen
        waits = screen._layout_required or screen._scroll_required or screen._repaint_required
        waits = waits or bool(screen._dirty_widgets or screen._callbacks or screen._recompose_required)
        if waits:
            screen._on_timer_update()
        return waits

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, and fail when it never does."""
        give_up = monotonic() + PATIENCE
        await self.settle()
        while not holds():
            assert monotonic() < give_up, self.screen
            await self._pilot.pause()
            await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys, by their names, one after the other."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else SIGNS.get(key)))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type text, as fast as nobody can."""
        for sign in text:
            self.app.post_message(events.Key(sign, sign))
        await self.settle()

    async def enter(self, text: str) -> None:
        """Type text and press enter."""
        await self.type(text)
        await self.press("enter")

    async def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase at the door and wait for its answer."""
        await self.enter(passphrase)
        await self.until(lambda: not getattr(self.app.screen, "_busy", False))

    async def paste(self, text: str) -> None:
        """Paste text."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the window larger or smaller."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()


Sit = Callable[..., AbstractAsyncContextManager[Chair]]
"""Puts a chair at the app: on a stage, in a window of a size."""


class Stages:
    """The demo vault at five moments, each made once and copied for every test."""

    def __init__(self, demo: Path, around: Path) -> None:
        self._around = around
        self._make: dict[str, Callable[[Path], None]] = {
            "empty": _empty,
            "prepared": lambda path: _prepared(demo, path),
            "running": lambda path: self._after("prepared", path, hold),
            "settling": lambda path: self._after("running", path, end),
            "final": lambda path: self._after("settling", path, finalise),
        }

    def path(self, stage: str) -> Path:
        """Return the vault at a moment, not to be written."""
        made = self._around / stage / "Wijkerveen.zvk"
        if not made.exists():
            self._make[stage](made)
        return made

    def copy(self, stage: str, to: Path) -> Path:
        """Return a copy of the vault at a moment."""
        return Path(shutil.copytree(self.path(stage), to / "Wijkerveen.zvk"))

    def _after(self, stage: str, path: Path, change: Change) -> None:
        shutil.copytree(self.path(stage), path)
        vault = opened(path, Clock())
        change(vault)
        vault.lock()


def _empty(path: Path) -> None:
    create_vault(path, ChamberSettings(chamber="Kamer Leeg"), "Voorzitter", PASSPHRASE, Clock(), CHEAP).lock()


def _prepared(demo: Path, path: Path) -> None:
    folder = VaultFolder(Path(shutil.copytree(demo, path)))
    keys = folder.read_keys()
    folder.write_keys(keys.change_passphrase(keys.slots[0].slot_id, PASSPHRASE, PASSPHRASE, CHEAP))
    vault = opened(path, Clock())
    vault.keep.remember_folder(FOLDER)
    vault.lock()


def hold(vault: Vault) -> None:
    """Begin the prepared meeting and bring it to its first case, with one entry of every kind."""
    meeting = vault.meetings.at_hand()
    assert meeting
    vault.drafts.keep_place(f'{{"screen": "meeting", "meeting": {meeting.id}}}')
    seats = vault.meetings.attendance(meeting.id)
    guest = next(seat for seat in seats if seat.professional.name == NEWCOMER)
    vault.table.sign_secrecy(guest.professional.id, DAY)
    vault.table.set_presence(seats[0].id, Presence.EXCUSED)
    vault.table.all_present(meeting.id)
    vault.table.start(meeting.id)
    for item in vault.meetings.agenda(meeting.id):
        if item.kind is ItemKind.CASE:
            enter_all(vault, item)
            break
        vault.table.conclude(item.id, ItemState.DISCUSSED)


def enter_all(vault: Vault, item: AgendaItem) -> None:
    """Enter one of everything at an item."""
    directory = vault.register.directory()
    police = next(partner for partner in directory.partners if partner.short == "Politie")
    text = "Hij is deze week twee keer met rust aangetroffen op het plein, zonder de oudere jongens erbij."
    vault.entries.add_contribution(item.id, Owner(police), StatementKind.FACT, text, DAY)
    judged = Judgement("De afspraken houden stand; de omgeving blijft onrustig.", Answer.YES, Answer.PARTLY)
    vault.entries.save_judgement(item.id, judged)
    vault.entries.add_decision(item.id, "Nu geen gebiedsverbod voorbereiden", "Er is geen aanleiding.", police.id, "OM")
    vault.entries.add_action(item.id, Owner(police), "huisbezoek afleggen", date(2026, 12, 14))


def end(vault: Vault) -> None:
    """End the meeting with everything still open that can be: items, a presence, a typed text, the next date."""
    meeting = vault.meetings.at_hand()
    assert meeting
    assert meeting.current_item_id
    vault.table.conclude(meeting.current_item_id, ItemState.DISCUSSED)
    vault.table.set_presence(vault.meetings.attendance(meeting.id)[1].id, Presence.INVITED)
    vault.settle.end(meeting.id)


def finalise(vault: Vault) -> None:
    """Make the minutes of the ended meeting final."""
    meeting = vault.meetings.at_hand()
    assert meeting
    vault.settle.skip_open(meeting.id)
    vault.table.all_present(meeting.id)
    vault.settle.set_next(meeting.id, date(2026, 12, 7))
    vault.settle.finalise(meeting.id)


@pytest.fixture(scope="session")
def stages(made_demo: tuple[Path, int, str], tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """Return the demo vault at its moments."""
    return Stages(made_demo[0] / "demo.zvk", tmp_path_factory.mktemp("stages"))


@pytest.fixture
def clock() -> Clock:
    """Return the clock of the app and its vault."""
    return Clock()


@pytest.fixture
def sit(stages: Stages, tmp_path: Path, clock: Clock) -> Sit:
    """Return what puts a chair at the app."""

    @asynccontextmanager
    async def sat(
        stage: str | Path = "prepared", size: str = "80x24", *, unlocked: bool = True, change: Change | None = None
    ) -> AsyncIterator[Chair]:
        path = stage if isinstance(stage, Path) else stages.copy(stage, tmp_path)
        if change:
            vault = opened(path, clock)
            change(vault)
            vault.lock()
        folder = VaultFolder(path)

        def opener(typed: str) -> Vault:
            return open_with(folder, folder.read_keys().unlock_typed(typed), clock)

        app = ZvkApp(path, opener, Settings(), None, PASSPHRASE if unlocked else None)
        width, height = map(int, size.split("x"))
        async with asyncio.timeout(LONGEST), app.run_test(size=(width, height), notifications=True) as pilot:
            chair = Chair(app, pilot, clock, path)
            try:
                if unlocked:
                    await chair.until(lambda: app.is_open and chair.where != "UnlockScreen")
                await chair.settle()
                yield chair
            finally:
                if app.is_open:
                    app.open_vault.lock()

    return sat


@pytest.fixture
def compare() -> Callable[[str, str], None]:
    """Return what compares a screen with how it was read; ZVK_SNAPSHOTS=write keeps it as it is now."""
    folder = Path(__file__).parent / "snapshots"

    def compared(name: str, screen: str) -> None:
        path = folder / f"{name}.txt"
        now = "".join(line.rstrip() + "\n" for line in screen.split("\n"))
        if os.environ.get("ZVK_SNAPSHOTS") == "write":
            path.write_text(now, encoding="utf-8")
        assert path.is_file(), f"no snapshot {path.name}; read the screen and keep it with ZVK_SNAPSHOTS=write:\n{now}"
        assert now == path.read_text(encoding="utf-8")

    return compared
