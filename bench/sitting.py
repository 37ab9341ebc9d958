"""The real app on a copy of the vault: what a chair does in it, each step timed."""

import shutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final, Self

from bench.terminal import Left, Paint, Terminal
from bench.vault import Made, refs_of_today
from zvk_tui.i18n import _

TYPING: Final = 2.0
"""Seconds that somebody takes to type a passphrase; the app loads what comes next meanwhile."""

LINE: Final = "politie: huisbezoek afleggen bij het gezin en de school @+2w"
"""An action as a chair types it."""

SMALL_KEYS: Final = ("a letter in the form", "an arrow in the agenda")
"""The keys that change a line; all others change the whole screen."""

_DOWN, _UP, _ESCAPE, _CTRL_E = "\x1b[B", "\x1b[A", "\x1b", "\x05"


class Sitting:
    """One start of the app, on a vault of its own."""

    def __init__(self, made: Made, home: Path) -> None:
        self._made = made
        self._home = home
        folder = home / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        vault = shutil.copytree(made.path, folder / made.path.name)
        self._stamps = folder / "stamps"
        self._terminal = Terminal((sys.executable, "-m", "bench.timed_app", str(vault), str(self._stamps)), home)
        self._terminal.wait_for(_("Type your passphrase and press enter."))
        self.keys: dict[str, list[Paint]] = defaultdict(list)
        """For each kind of key in the meeting, how long each took to its paint."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        """End the app if it was not left."""
        self._terminal.close()

    def unlock(self) -> tuple[float, float]:
        """Type the passphrase, press enter, and wait for the first case on Vandaag.

        Returns:
            The milliseconds of deriving the key, and of all the rest.
        """
        self._terminal.rest(TYPING)
        self._terminal.press(self._made.passphrase)
        self._terminal.settle()
        entered = self._terminal.press("\r")
        seen = self._terminal.wait_for("D26-")
        self._terminal.settle()
        begin, end = (float(line) for line in self._stamps.read_text(encoding="utf-8").split())
        return (end - begin) * 1000, (seen - entered - (end - begin)) * 1000

    def meet(self) -> None:
        """Go to the running meeting, and use it as a chair does: look, type an action, and go through all cases."""
        first, *others = refs_of_today(self._made)
        self._key("2 shows the meeting", "2", shows=first)
        for _standing in range(3):
            self._key("n at an item without a case", "n")
        for key in (*[_DOWN] * 12, *[_UP] * 12):
            self._key("an arrow in the agenda", key)
        for _time in range(8):
            self._open_form()
            self._terminal.key_to_paint(_ESCAPE)
        self._open_form()
        for letter in LINE:
            self._key("a letter in the form", letter)
        self._key("enter saves the action", "\r")
        for ref in others:
            self._key("n reads back", "n", shows=_("Agreed? Enter goes on."))
            self._key("enter goes to the next case", "\r", shows=f"▸ {ref}")

    def export(self) -> float:
        """Write the minutes of the meeting as PDF from the app; return the milliseconds from enter to done."""
        for earlier in self._home.glob("*.pdf"):
            earlier.unlink()
        self._terminal.key_to_paint(_CTRL_E)
        begin = self._terminal.press("\r")
        return (self._terminal.wait_for(_("✓ Written: {path}").partition("{")[0]) - begin) * 1000

    def leave(self) -> Left:
        """Leave the app."""
        return self._terminal.leave()

    def _open_form(self) -> None:
        self._key("a opens the form", "a", shows=_("police: home visit @14-12"))

    def _key(self, kind: str, key: str, shows: str = "") -> None:
        self.keys[kind].append(self._terminal.key_to_paint(key, shows))
