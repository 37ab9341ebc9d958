"""A marker word typed in every field is found in no file, no crash and no log: only encrypted in the vault."""

import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

MARKER = "Kwikstaartgeheim"
FORMS = {
    "i": (f"politie: {MARKER} i",),
    "o": (f"{MARKER} o", "", ""),
    "b": (f"{MARKER} b", f"{MARKER} motief", "politie", f"{MARKER} afwijkend"),
    "a": (f"politie: {MARKER} a @14-12",),
    "m": (f"{MARKER} m",),
}


def everything_under(*folders: Path) -> Iterator[Path]:
    """Yield every file below some folders."""
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def holds_marker(path: Path) -> bool:
    """Return whether a file holds the marker, in either of two encodings."""
    content = path.read_bytes()
    return MARKER.encode() in content or MARKER.encode("utf-16-le") in content


async def test_what_is_typed_is_in_no_file(sit: Any, tmp_path: Path, home: Path, capfd: Any) -> None:
    """Entered, half typed, locked and unlocked: the marker is in the vault as text, and readable in no file."""
    async with sit("running") as chair:
        for key, fields in FORMS.items():
            await chair.press(key)
            for text in fields:
                await chair.enter(text)
        await chair.press("a")
        await chair.type(f"politie: {MARKER} half")
        await chair.press("ctrl+l")
        assert MARKER not in chair.screen
        await chair.enter("vier fietsen naast de sluis")
        await chair.until(lambda: chair.where == "ChairingScreen")
        assert f"{MARKER} half" in chair.screen
        card = chair.vault.cards.get(chair.current.id)
        assert MARKER in card.note
        assert any(MARKER in decision.motive for decision in card.decisions)
        await chair.press("ctrl+l")
        places = (tmp_path, home, Path(tempfile.gettempdir()), Path.cwd())
        assert [path for path in everything_under(*set(places[:3])) if holds_marker(path)] == []
    assert capfd.readouterr().err == ""


CRASH = f'''
import sys
from pathlib import Path
sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parents[2])]!r}
import runner
from zvk_tui.app import ZvkApp

def fall(self):
    secret = "{MARKER}"
    raise RuntimeError(secret)

ZvkApp.action_projector = fall
runner.main(Path(sys.argv[1]))
'''


def read_until(terminal: int, wanted: bytes | None) -> bytes:
    """Return what an app writes in its terminal until it has written what is wanted, or until it ends."""
    seen = b""
    while wanted is None or wanted not in seen:
        assert select.select([terminal], [], [], 60)[0], f"nothing came after {seen!r}"
        try:
            seen += os.read(terminal, 1 << 16)
        except OSError:  # the app has ended
            assert wanted is None, f"it ended after {seen!r}"
            break
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of POSIX")
def test_a_crash_tells_one_sentence_and_nothing_of_the_vault(stages: Any, tmp_path: Path) -> None:
    """A fault in a handler ends the app with one sentence and exit code 1: no traceback, no value, no name."""
    path = stages.copy("running", tmp_path)
    master, slave = os.openpty()
    process = subprocess.Popen([sys.executable, "-c", CRASH, str(path)], stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    read_until(master, b"Volgende")
    os.write(master, b"\x1b[19~")
    said = read_until(master, None).decode(errors="replace")
    os.close(master)
    assert process.wait(60) == 1
    assert "door een fout gestopt" in said
    assert MARKER not in said
    assert "Traceback" not in said
    assert "RuntimeError" not in said
