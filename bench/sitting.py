"""The real app on a copy of the vault: what a chair does in it, each step timed."""

import shutil
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final, Self

from bench.terminal import BETWEEN_LETTERS, Left, Paint, Terminal
from bench.vault import Made, refs_of_today
from zvk_tui.i18n import _

TYPING: Final = 2.0
"""Seconds that somebody takes to type a passphrase; the app loads what comes next meanwhile."""

ACTION: Final = "politie: huisbezoek bij het gezin en de school @+2w"
DECISION: Final = "de aanpak gaat door zoals besproken, over zes weken opnieuw"
CONTRIBUTION: Final = "politie: drie weken geen meldingen meer, wel vaak op straat gezien in het centrum"
"""An action, a decision and a contribution as a chair types them."""

SMALL_KEYS: Final = ("a letter in the form", "an arrow in the agenda")
"""The keys that change a line; all others change the whole screen."""

_DOWN, _UP, _ESCAPE, _CTRL_E, _CTRL_S = "\x1b[B", "\x1b[A", "\x1b", "\x05", "\x13"


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
        """Go to the running meeting and hold it as a chair does.

        At each case somebody's contribution is typed and an action, at every second one a decision as well; then it is
        read back, and the table goes on. The first case starts with a look through the agenda, and a form that is
        opened and left.
        """
        cases = refs_of_today(self._made)
        self._key("2 shows the meeting", "2", shows=cases[0])
        self._terminal.rest(TYPING)
        for _standing in range(3):
            self._key("n at an item without a case", "n")
        for key in (*[_DOWN] * 12, *[_UP] * 12):
            self._key("an arrow in the agenda", key)
        self._key("a opens the form", "a", shows=_("police: home visit @14-12"))
        self._key("escape leaves the form", _ESCAPE)
        for place, following in enumerate((*cases[1:], "")):
            self._agree_on(place)
            self._key("n reads back", "n", shows=_("Agreed? Enter goes on."))
            self._key("enter goes to the next case", "\r", shows=f"▸ {following}" if following else "")

    def _agree_on(self, place: int) -> None:
        self._key("i opens the form", "i", shows=_("police: what was seen"))
        self._type(CONTRIBUTION)
        self._key("enter saves the contribution", "\r", shows="Politie (")
        self._key("a opens the form", "a", shows=_("police: home visit @14-12"))
        self._type(ACTION)
        self._key("enter saves the action", "\r", shows="Politie: huisbezoek")
        if place % 2:
            advice = _("Enter goes to the next field and saves at the last; ctrl+s saves at once.")
            self._key("b opens the form", "b", shows=advice)
            self._type(DECISION)
            self._key("ctrl+s saves the decision", _CTRL_S, shows=f" {DECISION.partition(',')[0]}")

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

    def _type(self, text: str) -> None:
        for letter in text:
            paint = self._terminal.key_to_paint(letter, quiet=BETWEEN_LETTERS)
            self.keys["a letter in the form"].append(paint)

    def _key(self, kind: str, key: str, shows: str = "") -> None:
        self.keys[kind].append(self._terminal.key_to_paint(key, shows))
