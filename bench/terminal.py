"""A process in a pseudo-terminal, timed as a person would: from a start or a key to the paint that follows.

While the clock runs, what arrives is only stamped and kept; the terminal emulator reads it afterwards, so that it
takes no time from the process that is measured. For Linux and macOS.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

import pyte

COLUMNS: Final = 120
ROWS: Final = 40
QUIET: Final = 0.12
"""Seconds without a byte after which a repaint is taken to be complete; shorter than the blink of a cursor."""
BETWEEN_LETTERS: Final = 0.04
"""The same while somebody types: no letter paints twice, and nobody types faster than this."""

_PATIENCE: Final = 20
_ESCAPE: Final = re.compile(
    rb"\x1b(\[[0-9;:<=>?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[PX^_].*?\x1b\\|[ -/]*[0-~])", re.DOTALL
)
_UNKNOWN_TO_PYTE: Final = re.compile(rb"\x1b\[([<>=?][0-9;]*[u$qp]+|\?[0-9;]*\$p)")


class NotSeen(Exception):
    """The text did not appear, or the process ended before it did."""


@dataclass(frozen=True, slots=True)
class Paint:
    """How long after a key its paint was there, in milliseconds."""

    seen: float
    """When its effect could be read; when the first byte came, if no text was waited for."""
    settled: float
    """When the last byte of all that it set in motion had come."""


@dataclass(frozen=True, slots=True)
class Left:
    """How the process ended."""

    code: int
    peak_mib: float
    """The most memory it ever had at once."""


class Terminal:
    """One process and its screen."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        """Start `command` with a `home` of its own for settings."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._unread: list[bytes] = []
        self._file, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = monotonic()
        self._process = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, env=_environment(home), start_new_session=True
        )
        os.close(inner)

    def wait_for(self, text: str) -> float:
        """Return the moment at which `text` stood on the screen, counting from what was read last.

        Raises:
            NotSeen: it took too long, or the process ended.
        """
        until, fresh = monotonic() + _PATIENCE, b""
        while text.encode() not in _ESCAPE.sub(b"", fresh):
            piece = self._read(until - monotonic())
            if not piece:
                raise NotSeen(f"{text!r} did not appear; the screen shows:\n{self.text()}")
            at = monotonic()
            fresh += piece
        return at

    def settle(self) -> None:
        """Read until nothing comes for a while."""
        while self._read(QUIET):
            pass

    def rest(self, seconds: float) -> None:
        """Let time pass, as somebody who types slowly does; what is painted meanwhile is read."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            self._read(left)

    def press(self, keys: str) -> float:
        """Send keys; return the moment just before."""
        begin = monotonic()
        os.write(self._file, keys.encode())
        return begin

    def key_to_paint(self, key: str, shows: str = "", quiet: float = QUIET) -> Paint:
        """Send a key and return how long its paint took; with `shows`, a text that is there only after it.

        The paint is complete when nothing more has come for `quiet` seconds.

        Raises:
            NotSeen: nothing was painted, or not that text.
        """
        begin = self.press(key)
        seen = last = self.wait_for(shows) if shows else self._next()
        while self._read(quiet):
            last = monotonic()
        return Paint((seen - begin) * 1000, (last - begin) * 1000)

    def text(self) -> str:
        """Return what is on the screen."""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", b"".join(self._unread)))
        self._unread.clear()
        return "\n".join(line.rstrip() for line in self._screen.display)

    def close(self) -> None:
        """End the process if it was not left, as when a figure could not be taken."""
        if self._process.returncode is None:
            self._process.kill()
            self._process.wait()
            os.close(self._file)

    def leave(self, keys: str = "\x11") -> Left:
        """Send the keys that end the process (`ctrl+q`), and return how it ended."""
        self.press(keys)
        while self._read(_PATIENCE):
            pass
        _pid, status, usage = os.wait4(self._process.pid, 0)
        self._process.returncode = os.waitstatus_to_exitcode(status)
        os.close(self._file)
        per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
        return Left(self._process.returncode, usage.ru_maxrss / per_mib)

    def _next(self) -> float:
        if not self._read(_PATIENCE):
            raise NotSeen(f"nothing was painted; the screen shows:\n{self.text()}")
        return monotonic()

    def _read(self, seconds: float) -> bytes:
        """Return what arrives first within `seconds`; nothing when nothing does or the process has ended."""
        if not select.select([self._file], [], [], max(0, seconds))[0]:
            return b""
        try:
            piece = os.read(self._file, 1 << 16)
        except OSError:
            return b""
        self._unread.append(piece)
        return piece


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which every module is compiled once, as an installed one is, and kept in `home`."""
    ours = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "HOME": str(home)}
    ours |= {"ZVK_HOME": str(home / "zvk"), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    unwanted = ("TEXTUAL", "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if not name.startswith(unwanted)} | ours
