"""What is typed behind `zvk`: help, mistakes in one sentence, exit codes, and nothing that leaks."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import zvk_tui
from zvk_tui import cli
from zvk_tui.errors import VaultRefused

Zvk = Callable[..., Any]

NOT_FOR_A_VERSION = {"textual", "rich", "sqlmodel", "sqlalchemy", "sqlcipher3", "cryptography", "typst", "docx"}


def fresh(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, without a terminal."""
    root = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, "-m", "zvk_tui", *words],
        cwd=root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_version_is_printed() -> None:
    """`zvk --version` prints the version of the package and nothing else."""
    finished = fresh("--version")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, f"zvk {zvk_tui.__version__}\n", "")


def test_the_version_loads_no_screen_and_no_store() -> None:
    """`zvk --version` and `zvk --help` answer at once: no Textual, no database, no document library."""
    program = (
        "import sys; from zvk_tui.cli import main\n"
        "main(['--version']); main(['--help']); main(['agenda', '--help'])\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert NOT_FOR_A_VERSION.isdisjoint(finished.stdout.splitlines()[-1].split())


def test_without_arguments_and_without_a_vault_it_says_what_it_can_do(zvk: Zvk) -> None:
    """Who types only `zvk` on a new laptop sees every command, with exit code 0."""
    outcome = zvk()
    assert outcome.code == 0
    for command in ("new", "open", "agenda", "minutes", "verify", "demo"):
        assert f"\n    {command} " in outcome.out


@pytest.mark.parametrize("command", ["new", "open", "agenda", "minutes", "verify", "demo"])
def test_every_command_explains_itself(command: str, zvk: Zvk) -> None:
    """`--help` behind a command prints how it is used and leaves with 0, also when something else is missing."""
    outcome = zvk(command, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"usage: zvk {command} ")


@pytest.mark.parametrize(
    "words",
    [
        ["opne"],
        ["agenda", "--vaul", "x"],
        ["agenda", "--meeting", "first"],
        ["agenda", "--names", "some"],
        ["agenda", "--json=3"],
        ["agenda", "Proef.zvk"],
        ["minutes"],
        ["minutes", "--to"],
        ["minutes", "--to", "verslag.txt"],
        ["new"],
        ["demo", "--play", "--no-open"],
        ["demo", "--on", "32-13-2026"],
        ["--lang", "fy", "verify"],
        ["verify"],
        ["open"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake on the command line leaves with 2 and one line on stderr; nothing on stdout."""
    assert cli.main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")


def test_mistakes_are_told_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    """Argparse's own English never reaches the user."""
    assert cli.main(["minutes"]) == 2
    assert capsys.readouterr().err == "Geef ook --to. Zie zvk --help.\n"


def test_help_is_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    """Headings and texts of the help speak the app's language."""
    assert cli.main(["agenda", "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("gebruik: zvk agenda ")
    assert "opties:" in said
    assert not {"usage", "options", "show", "print"} & set(said.replace(":", " ").split())


@pytest.mark.parametrize("place", [0, 1], ids=["before", "behind"])
def test_the_language_can_be_chosen_before_and_behind_the_command(
    place: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--lang` works wherever it stands."""
    words = ["minutes", "--to", "verslag.txt"]
    words[place:place] = ["--lang=en"]
    cli.main(words)
    assert capsys.readouterr().err == "A file of the kind .txt cannot be made. Choose .pdf, .docx or .md.\n"


def test_a_secret_typed_in_the_wrong_place_is_not_repeated(zvk: Zvk) -> None:
    """A passphrase behind an option that does not exist is not printed, not even in the error."""
    for words in (
        ["agenda", "--passphrase", "Merkwoord"],
        ["agenda", "--passphrase=Merkwoord"],
        ["agenda", "Merkwoord"],
    ):
        outcome = zvk(*words)
        assert outcome.code == 2
        assert "Merkwoord" not in outcome.out + outcome.err


def test_a_fault_of_the_program_tells_nothing(monkeypatch: pytest.MonkeyPatch, zvk: Zvk) -> None:
    """An error that nobody foresaw is one sentence and exit code 1: no traceback, nothing of what it was about."""
    monkeypatch.setattr("zvk_tui.commands.open_app.last_or_help", _fails(KeyError("Merkwoord")))
    outcome = zvk()
    assert outcome.code == 1
    assert outcome.err == "zvk has stopped because of a fault in the program. Check the vault with zvk verify.\n"


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, zvk: Zvk) -> None:
    """Ctrl+c leaves with 130 and says nothing."""
    monkeypatch.setattr("zvk_tui.commands.open_app.last_or_help", _fails(KeyboardInterrupt()))
    outcome = zvk()
    assert (outcome.code, outcome.err) == (130, "")


def test_an_error_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch, zvk: Zvk) -> None:
    """A folder whose name holds control signs is named without them, on one line."""
    error = VaultRefused("There is no vault in {folder}.", folder="\x1b[2Ja\nb\u202e")
    monkeypatch.setattr("zvk_tui.commands.open_app.last_or_help", _fails(error))
    outcome = zvk()
    assert (outcome.code, outcome.err) == (4, "There is no vault in [2Ja b.\n")


def _fails(error: BaseException) -> Callable[..., int]:
    def run(*_: object) -> int:
        raise error

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_stops_reading_hears_no_complaint() -> None:
    """`zvk --help | head -0` leaves stderr empty."""
    reading, writing = os.pipe()
    os.close(reading)
    finished = subprocess.run(
        [sys.executable, "-m", "zvk_tui", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    os.close(writing)
    assert (finished.returncode, finished.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_one_sentence() -> None:
    """Printing to a full disk leaves with 5 and one sentence."""
    with Path("/dev/full").open("wb") as full:
        finished = subprocess.run(
            [sys.executable, "-m", "zvk_tui", "--help", "--lang=en"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert finished.returncode == 5
    assert finished.stderr.decode().count("\n") == 1


def test_a_terminal_without_a_sign_shows_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing never fails on a terminal of another code page."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    monkeypatch.setattr("zvk_tui.commands.open_app.last_or_help", _prints_a_name)
    assert cli.main([]) == 0
    assert written.getvalue() == b"Ormanl?\n"


def _prints_a_name(_parser: object) -> int:
    print("Ormanlı")
    return 0
