"""`zvk new`: a vault, and a recovery key that counts only once it is on paper."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zvk_tui.commands import new, vaults
from zvk_tui.errors import CouldNotWrite, Refused, VaultRefused
from zvk_tui.opening import now, opener
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.keyring import KdfCost, SlotKind
from zvk_tui.store.vault import open_vault

Start = Callable[..., Any]
Make = Callable[..., int]


@pytest.fixture
def make(secret: str, cheap: KdfCost, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Return what makes a vault as a script does, at a cheap cost."""
    monkeypatch.setattr(sys, "stdin", None)

    def run(folder: Path, **more: str) -> int:
        usual = {"chamber": "Kamer Proef", "holder": "Voorzitter", "passphrase_file": secret, "recovery_file": ""}
        return new.run(argparse.Namespace(folder=str(folder), **{**usual, **more}), cheap)

    return run


def slots(folder: Path) -> list[SlotKind]:
    """Return the kinds of the key slots of a vault."""
    return [slot.kind for slot in VaultFolder(folder).read_keys().slots]


def test_a_script_makes_a_vault(make: Make, tmp_path: Path, words: str) -> None:
    """With everything on the command line a vault is made that the passphrase opens, for the chamber that was named."""
    assert make(tmp_path / "Nieuw.zvk") == 0
    vault = open_vault(tmp_path / "Nieuw.zvk", words, now)
    chamber, who = vault.settings.get().chamber, vault.who
    vault.lock()
    assert (chamber, who) == ("Kamer Proef", "Voorzitter")


def test_the_ending_is_added(make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A vault folder is called NAME.zvk, and is told by that name."""
    make(tmp_path / "Nieuw")
    assert str(tmp_path / "Nieuw.zvk") in capsys.readouterr().out
    assert slots(tmp_path / "Nieuw.zvk") == [SlotKind.PASSPHRASE]


def test_without_paper_there_is_no_recovery_key(make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script that names no file for it gets no recovery key, and is told what that means."""
    make(tmp_path / "Nieuw.zvk")
    assert "Er is geen herstelsleutel" in capsys.readouterr().out
    assert slots(tmp_path / "Nieuw.zvk") == [SlotKind.PASSPHRASE]


def test_a_recovery_file_opens_the_vault(make: Make, tmp_path: Path) -> None:
    """The key in the recovery file opens the vault."""
    paper = tmp_path / "herstel.txt"
    make(tmp_path / "Nieuw.zvk", recovery_file=str(paper))
    unlocked = VaultFolder(tmp_path / "Nieuw.zvk").read_keys().unlock_recovery(paper.read_text())
    assert unlocked.slot.kind is SlotKind.RECOVERY


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_recovery_file_is_for_its_owner_only(make: Make, tmp_path: Path) -> None:
    """Nobody else on the laptop can read the recovery file, and the key is not printed as well."""
    paper = tmp_path / "herstel.txt"
    make(tmp_path / "Nieuw.zvk", recovery_file=str(paper))
    assert paper.stat().st_mode & 0o077 == 0


def test_a_recovery_key_is_in_the_file_alone(make: Make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What goes to a file is not printed as well."""
    paper = tmp_path / "herstel.txt"
    make(tmp_path / "Nieuw.zvk", recovery_file=str(paper))
    said = capsys.readouterr()
    assert paper.read_text().splitlines()[0] not in said.out + said.err


def test_a_recovery_file_is_not_kept_beside_the_records(make: Make, tmp_path: Path) -> None:
    """The key is not written into the vault folder that it opens; nothing is made."""
    with pytest.raises(Refused):
        make(tmp_path / "Nieuw.zvk", recovery_file=str(tmp_path / "Nieuw.zvk" / "herstel.txt"))
    assert not (tmp_path / "Nieuw.zvk").exists()


def test_a_recovery_file_replaces_nothing(make: Make, tmp_path: Path) -> None:
    """A file that exists stays as it is, and no vault is made without the recovery key that was asked for."""
    paper = tmp_path / "herstel.txt"
    paper.write_text("van iemand anders")
    with pytest.raises(CouldNotWrite):
        make(tmp_path / "Nieuw.zvk", recovery_file=str(paper))
    assert paper.read_text() == "van iemand anders"
    assert not (tmp_path / "Nieuw.zvk").exists()


def test_a_vault_is_never_made_over_another(make: Make, folder: Path, words: str) -> None:
    """Where a vault is, no new one is made, and the old one still opens."""
    with pytest.raises(VaultRefused):
        make(folder)
    opener(folder, now)(words).lock()


def test_a_short_passphrase_makes_no_vault(make: Make, tmp_path: Path) -> None:
    """A weak passphrase is refused before anything is on the disk."""
    short = tmp_path / "kort.txt"
    short.write_text("kort\n")
    with pytest.raises(Refused):
        make(tmp_path / "Nieuw.zvk", passphrase_file=str(short))
    assert not (tmp_path / "Nieuw.zvk").exists()


def test_a_new_vault_is_the_one_of_next_time(make: Make, tmp_path: Path) -> None:
    """After `zvk new` the other commands need no `--vault`."""
    make(tmp_path / "Nieuw")
    assert vaults.last() == tmp_path / "Nieuw.zvk"


def test_at_a_terminal_everything_is_asked(terminal: Start, tmp_path: Path, words: str) -> None:
    """Who sits at a terminal is led through it: two equal passphrases, and the recovery key typed over from paper."""
    session = terminal("new", tmp_path / "Nieuw.zvk")
    session.wait_for("Name of the chamber")
    session.type("Kamer Proef")
    session.wait_for("Your name or function: ")
    session.type("Voorzitter")
    session.wait_for("New passphrase: ")
    session.type("kort")
    session.wait_for("New passphrase: ")
    session.type(words)
    session.wait_for("again: ")
    session.type(f"{words}!")
    session.wait_for("New passphrase: ")
    session.type(words)
    session.wait_for("again: ")
    session.type(words)
    session.wait_for("no recovery key): ")
    key = " ".join(line for line in session.seen.splitlines() if line.count("-") in {2, 4} and line.isupper())
    session.type(f"{key[:-1]}{'A' if key[-1] != 'A' else 'B'}")
    session.wait_for("no recovery key): ")
    session.type(key.lower())
    assert session.left_with() == 0
    assert words not in session.seen
    assert slots(tmp_path / "Nieuw.zvk") == [SlotKind.PASSPHRASE, SlotKind.RECOVERY]


def test_a_recovery_key_that_is_not_typed_over_does_not_count(terminal: Start, tmp_path: Path, secret: str) -> None:
    """Only enter means no recovery key: the one on the screen opens nothing."""
    given = ("--chamber", "Kamer Proef", "--holder", "Voorzitter", "--passphrase-file", secret)
    session = terminal("new", tmp_path / "Nieuw.zvk", *given)
    session.wait_for("no recovery key): ")
    session.type("")
    assert session.left_with() == 0
    assert slots(tmp_path / "Nieuw.zvk") == [SlotKind.PASSPHRASE]
