"""`zvk open`, and what opens a vault: as soon as its key is there, and no copy of it on the disk."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zvk_tui.commands import vaults
from zvk_tui.errors import VaultRefused, WrongPassphrase
from zvk_tui.locations import config_file
from zvk_tui.opening import now, opener
from zvk_tui.settings import Settings

Zvk = Callable[..., Any]
Start = Callable[..., Any]

CTRL_Q = "\x11"


def test_without_a_terminal_there_is_no_app(folder: Path, zvk: Zvk) -> None:
    """`zvk open` in a script says what to use instead, and leaves with 2."""
    outcome = zvk("open", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "The app needs a terminal. Without one, use zvk agenda, zvk minutes and zvk verify.\n"


def test_the_app_opens_on_the_vault(folder: Path, terminal: Start) -> None:
    """`zvk open` shows the unlock screen of that vault, and ctrl+q leaves with 0."""
    session = terminal("open", folder)
    session.wait_for("Proef")
    session.press(CTRL_Q)
    assert session.left_with() == 0


def test_the_vault_that_was_opened_is_the_one_of_next_time(folder: Path, terminal: Start) -> None:
    """`zvk` alone opens the vault of last time, by its full path."""
    Settings(theme="zvk-light").save(config_file())
    session = terminal("open", folder)
    session.wait_for("Proef")
    session.press(CTRL_Q)
    session.left_with()
    assert Settings.load(config_file()) == Settings(theme="zvk-light", last_vault=folder)


def test_zvk_alone_opens_the_vault_of_last_time(folder: Path, terminal: Start) -> None:
    """Who opened a vault before types only `zvk`."""
    vaults.remember(folder)
    session = terminal()
    session.wait_for("Proef")
    session.press(CTRL_Q)
    assert session.left_with() == 0


def test_a_vault_of_last_time_that_is_gone_is_told(tmp_path: Path, secret: str, zvk: Zvk) -> None:
    """When the vault of last time was moved, the sentence says where it was."""
    vaults.remember(tmp_path / "Weg.zvk")
    outcome = zvk("verify", "--passphrase-file", secret)
    assert (outcome.code, outcome.err) == (4, f"There is no vault in {tmp_path / 'Weg.zvk'}.\n")


def test_settings_that_cannot_be_kept_stop_nobody(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read-only settings folder does not keep a chair from opening the vault."""
    monkeypatch.setenv("ZVK_HOME", str(folder / "keys.json"))
    vaults.remember(folder)
    assert vaults.last() is None


def test_the_opener_opens(folder: Path, words: str) -> None:
    """What the app gets opens the vault with the passphrase, by the clock that was given."""
    moment = now()
    vault = opener(folder, lambda: moment)(words)
    when = vault.now()
    vault.lock()
    assert when == moment


def test_the_opener_refuses_a_wrong_passphrase_and_can_be_tried_again(folder: Path, words: str) -> None:
    """After a wrong passphrase the same opener still opens the vault."""
    try_to_open = opener(folder, now)
    with pytest.raises(WrongPassphrase):
        try_to_open("niet deze woorden")
    try_to_open(words).lock()


def test_a_folder_that_cannot_be_looked_into_is_refused(tmp_path: Path, words: str) -> None:
    """What the system refuses while the keys are read is one of our own errors, which the app can tell."""
    with pytest.raises(VaultRefused):
        opener(tmp_path / ("lang" * 100), now)(words)


def test_the_store_is_loaded_while_the_key_is_derived(folder: Path) -> None:
    """Making an opener loads nothing of the store: the unlock screen does not wait for it."""
    program = (
        "import sys; from pathlib import Path; from zvk_tui.opening import now, opener\n"
        f"opener(Path({str(folder)!r}), now)\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert {"sqlmodel", "sqlalchemy", "cryptography", "textual"}.isdisjoint(finished.stdout.split())


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_crash_of_the_process_leaves_no_memory_on_the_disk() -> None:
    """The system is told to write no core dump of a process that has a vault open."""
    program = (
        "import json, resource; from zvk_tui.opening import keep_no_core_dump\n"
        "keep_no_core_dump(); print(json.dumps(resource.getrlimit(resource.RLIMIT_CORE)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert json.loads(finished.stdout) == [0, 0]
