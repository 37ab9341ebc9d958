"""The prepared meeting, played twice with the same keys: through Pilot, and as a real process in a real terminal."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import pyte
import pytest
from pypdf import PdfReader

PASSPHRASE = "vier fietsen naast de sluis"
PATIENCE = 120
"""Seconds after which a text on the screen is missing."""
UNKNOWN = re.compile(rb"\x1b\[[<>=?][0-9;]*[u]|\x1b\[\?[0-9;]*\$p|\x1b\[>[0-9;]*q")
"""What the app asks of a terminal and pyte does not know."""
CODES = {"enter": "\r", "escape": "\x1b", "down": "\x1b[B", "tab": "\t", "end": "\x1b[F", "ctrl+u": "\x15"}


@dataclass(frozen=True)
class Step:
    """Keys, or a text to type, and what stands on the screen after it."""

    seen: str
    keys: tuple[str, ...] = ()
    text: str = ""


def steps(guest_at: int, folder: str) -> Iterator[Step]:
    """Yield what a chair presses from Vandaag to the finished PDF."""
    yield Step("voorbereiden", keys=("2",))
    yield Step("nu starten?", keys=("s",))
    yield Step("Voorlezen", keys=("j",))
    yield Step("Presentie", keys=("p",))
    yield Step("getekend op", keys=(*["down"] * guest_at, "t"))
    yield Step("15 aanwezig", keys=("enter", "r"))
    yield Step("aanwezig (14)", keys=("escape",))
    yield Step("Vergadering 8", keys=("n",))
    yield Step("A-157", keys=("n",))
    yield Step("PAD · in triage", keys=("n",))
    yield Step("van horen zeggen", keys=("i",))
    yield Step("✓ Politie", text="politie: twee keer rustig gezien")
    yield Step("Politie (feit)", keys=("enter",))
    yield Step("Motivering", keys=("b",))
    yield Step("Opnemen in de PAD", text="Opnemen in de PAD")
    yield Step("Motivering", keys=("enter",))
    yield Step("De criteria zijn vervuld", text="De criteria zijn vervuld")
    yield Step("B-160 Opnemen", keys=("enter", "enter", "enter"))
    yield Step("Wie?", keys=("a",))
    yield Step("14 december 2026", text="politie: huisbezoek afleggen @14-12")
    yield Step("A-184", keys=("enter",))
    yield Step("Teruglezen: D26-0084", keys=("n",))
    yield Step("PAD · aangemeld", keys=("enter",))
    yield Step("afronden?", keys=("f",))
    yield Step("Nog te doen", keys=("j",))
    yield Step("nog geen datum", keys=("r",))
    yield Step("Wanneer is de volgende", keys=("d",))
    yield Step("Er staat niets meer open", keys=("enter",))
    yield Step("Het verslag vaststellen?", keys=("f",))
    yield Step("Soort", keys=("j",))
    yield Step("Map", keys=("tab", "tab", "end", "ctrl+u"))
    yield Step("verslag-kernteam-pad-9-2026-11-23.pdf (vastgesteld)", text=folder)
    yield Step("✓ Geschreven", keys=("enter",))


def words(folder: Path) -> str:
    """Return the text of the one PDF in a folder, its clock times, moments and fingerprint left out."""
    (path,) = folder.glob("*.pdf")
    text = " ".join("\n".join(page.extract_text() for page in PdfReader(path).pages).split())
    return re.sub(r"\d{2}:\d{2}|[0-9a-f]{32,}|[0-9a-f]{8,}", "", text)


class Terminal:
    """A real terminal with the app in it."""

    def __init__(self, vault: Path) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        runner, root = Path(__file__).parent / "runner.py", Path(__file__).parents[2]
        self.process = subprocess.Popen(
            [sys.executable, str(runner), str(vault)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(os.environ, TERM="xterm-256color", PYTHONPATH=str(root)),
            start_new_session=True,
        )
        os.close(slave)

    def text(self) -> str:
        """Return what stands on the screen."""
        return "\n".join(self.screen.display)

    def send(self, step: Step) -> None:
        """Type what a step says."""
        for keys in (*step.keys, step.text):
            os.write(self._master, CODES.get(keys, keys).encode())
            self._read()

    def wait(self, seen: str) -> None:
        """Read until a text stands on the screen."""
        give_up = monotonic() + PATIENCE
        while seen not in self.text():
            assert monotonic() < give_up, f"never saw {seen!r}:\n{self.text()}"
            self._read()

    def _read(self) -> None:
        """Read until the terminal is quiet, as somebody does who looks before the next key."""
        give_up = monotonic() + PATIENCE
        while (written := select.select([self._master], [], [], 0.06)[0]) or self._at_work():
            assert monotonic() < give_up, f"never quiet:\n{self.text()}"
            if written:
                self._stream.feed(UNKNOWN.sub(b"", self._piece()))

    def _piece(self) -> bytes:
        try:
            return os.read(self._master, 1 << 16)
        except OSError:
            raise AssertionError(f"the app has ended:\n{self.text()}") from None

    def _at_work(self) -> bool:
        """Return whether a thread of the app wants the processor, even when another process has it."""
        try:
            told = [path.read_text() for path in Path(f"/proc/{self.process.pid}/task").glob("*/stat")]
        except OSError:  # a thread that has just ended
            return True
        return any(state.rpartition(")")[2].split()[0] in {"R", "D"} for state in told)

    def kill(self) -> None:
        """End the process as a flat battery does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
            os.close(self._master)


@pytest.fixture
def terminal() -> Iterator[Callable[[Path], Terminal]]:
    """Return what starts the app on a vault in a terminal; it ends with the test."""
    started: list[Terminal] = []

    def start(vault: Path) -> Terminal:
        started.append(Terminal(vault))
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of POSIX")
async def test_the_same_keys_give_the_same_minutes(
    sit: Any, stages: Any, terminal: Callable[[Path], Terminal], tmp_path: Path
) -> None:
    """Pilot and a process in a terminal end with the same PDF; the process still runs."""
    by_pilot, by_process = tmp_path / "p", tmp_path / "q"
    by_pilot.mkdir()
    by_process.mkdir()
    async with sit("prepared") as chair:
        seats = chair.vault.meetings.attendance(chair.vault.meetings.at_hand().id)
        guest = next(place for place, seat in enumerate(seats) if seat.must_sign)
        for step in steps(guest, str(by_pilot)):
            await chair.press(*step.keys)
            await chair.type(step.text)
            await chair.until(lambda step=step: step.seen in chair.screen)
    played = terminal(stages.copy("prepared", tmp_path / "process"))
    played.wait("Vandaag")
    for step in steps(guest, str(by_process)):
        played.send(step)
        played.wait(step.seen)
    assert played.process.poll() is None
    minutes = words(by_pilot)
    assert minutes == words(by_process)
    for said in ("twee keer rustig gezien", "Opnemen in de PAD", "De criteria zijn vervuld", "huisbezoek afleggen"):
        assert said in minutes


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of POSIX")
async def test_a_kill_in_the_middle_of_typing_loses_at_most_a_second(
    stages: Any, terminal: Callable[[Path], Terminal], tmp_path: Path
) -> None:
    """After kill -9 the app opens in the same meeting, at the same item, with the same form and what was typed."""
    path = stages.copy("running", tmp_path)
    first = terminal(path)
    first.wait("Volgende")
    first.send(Step("", keys=("a",)))
    first.wait("Wie?")
    first.send(Step("", text="politie: huisbezoek afl"))
    first.wait("huisbezoek afl")
    at = next(line for line in first.text().split("\n") if "▸" in line)[:12]
    give_up = monotonic() + 1.2
    while monotonic() < give_up:  # the promise: what is a second old is kept
        select.select([], [], [], 0.05)
    first.kill()
    again = terminal(path)
    again.wait("politie: huisbezoek afl")
    assert at in again.text()
    again.send(Step("", text="eggen @14-12"))
    again.wait("maandag 14 december 2026")
