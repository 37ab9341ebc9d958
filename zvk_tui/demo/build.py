"""Makes the demo vault: plays the plan of the fictional chamber through the same doors as a chair."""

import shutil
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.closing import tell_closure
from zvk_tui.demo.player import PlayClock, Player
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.vault import create_vault

PASSPHRASE: Final = "vier fietsen naast de sluis"
"""Opens the demo vault; it protects nothing, the people in it are invented."""

Clock = Callable[[], datetime]


def demo_clock(on: date | None) -> Clock:
    """Return the clock of the demo: on another day it gives that day, at the present time of day."""

    def now() -> datetime:
        real = datetime.now().astimezone()
        return real if on is None else datetime.combine(on, real.time()).astimezone()

    return now


def made_for(path: Path) -> date | None:
    """Return the day that the demo at `path` was made for, None when there is no demo or nobody knows."""
    try:
        return date.fromisoformat(_day_file(path).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def make_demo(
    path: Path, on: date, cost: KdfCost | None = None, told: Callable[[int, int], None] | None = None
) -> None:
    """Make the demo vault for a day, once; a vault that is there already is left as it is.

    It is made beside its place and moved there whole, so that a half demo is never opened. Its passphrase costs what
    a new one costs on this machine, unless a test names a `cost`. `told` hears how many meetings of how many are held.
    """
    if path.exists():
        return
    partial = path.with_name(path.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    plan = chamber(on)
    clock = PlayClock(datetime.combine(on - timedelta(days=400), time(9)).astimezone())
    vault = create_vault(partial, ChamberSettings(chamber=plan.name), plan.holder, PASSPHRASE, clock, cost)
    try:
        with vault.desk.batch():
            player = Player(vault, plan, clock)
            player.play(told or _tell_nobody)
            tell_closure(vault, plan, player.cases)
            if today := vault.meetings.at_hand():
                vault.agenda.propose_again(today.id)  # what was told about closing is a reason too
        with vault.desk.keeping() as session:
            vault.desk.close_undo(session)
    finally:
        vault.lock()
    _day_file(path).write_text(f"{on.isoformat()}\n", encoding="ascii")
    partial.rename(path)


def _day_file(path: Path) -> Path:
    return path.with_suffix(".day")


def _tell_nobody(_held: int, _of: int) -> None:
    """Nobody waits for the progress."""
