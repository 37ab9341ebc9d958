"""A small real vault, cheap to open, and a way to run the command."""

import os
import select
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest

from zvk_tui import cli
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.meeting import ItemKind, ItemState, Series, SeriesKind
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.store.keyring import KdfCost
from zvk_tui.store.vault import Vault, create_vault

FIRST = date(2026, 11, 9)
SECOND = date(2026, 11, 23)
PATIENCE = 60
"""Seconds of silence after which a command hangs."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Zvk = Callable[..., Outcome]


@pytest.fixture(scope="session")
def words() -> str:
    """Return the passphrase of the test's vault."""
    return "vier losse woorden"


@pytest.fixture(scope="session")
def cheap() -> KdfCost:
    """Return what opening the test's vault costs: the least that is not made anew when it is opened."""
    return KdfCost.FLOOR


@pytest.fixture(scope="session")
def _held(tmp_path_factory: pytest.TempPathFactory, words: str, cheap: KdfCost) -> Path:
    """Return a vault with one final meeting and one that is prepared; tests get a copy."""
    folder = tmp_path_factory.mktemp("held") / "Proef.zvk"
    noon = datetime.combine(FIRST, time(12)).astimezone()
    vault = create_vault(folder, ChamberSettings(chamber="Kamer Proef"), "Voorzitter", words, lambda: noon, cheap)
    _hold(vault)
    vault.lock()
    return folder


def _hold(vault: Vault) -> None:
    police = vault.keep.add_partner(
        Partner(0, "Politie Proefstad", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.PARTICIPANT)
    )
    chair = vault.keep.add_professional(Professional(0, "Veerle Proefman", "voorzitter", police))
    subject = Subject("Pim", "van", "Proefpersoon")
    case = vault.keep.add_case(CaseFile(0, "D26-0042", Approach.PAD, Phase.APPROACH, subject, date(2026, 3, 2)))
    pad = Series(0, "Kernteam PAD", SeriesKind.CORE_TEAM_PAD, 2, time(13, 30), 120, "Kamer 1", Approach.PAD)
    series = vault.keep.add_series(pad, [chair], chair)
    top = Series(0, "Kernteam top 10", SeriesKind.CORE_TEAM_TOP10, 4, time(9, 30), 150, "Kamer 2", Approach.ALL_AGES)
    vault.agenda.open_meeting(vault.keep.add_series(top, [chair], chair).id, date(2026, 12, 1))
    first = vault.agenda.open_meeting(series.id, FIRST)
    if not any(item.case for item in vault.meetings.agenda(first)):
        vault.agenda.add_case(first, case.id)
    vault.table.all_present(first)
    vault.table.start(first)
    item = next(item for item in vault.meetings.agenda(first) if item.kind is ItemKind.CASE)
    vault.entries.add_decision(item.id, "Plan van Pim van Proefpersoon voortzetten", "Het werkt.", None)
    vault.entries.add_action(item.id, Owner(police), "huisbezoek afleggen", date(2026, 11, 20))
    vault.table.conclude(item.id, ItemState.DISCUSSED)
    vault.settle.end(first)
    vault.settle.skip_open(first)
    vault.settle.set_next(first, SECOND)
    vault.settle.finalise(first)
    second = vault.agenda.open_meeting(series.id, SECOND)
    vault.agenda.add_topic(second, "Brief van Pim\x1b[2J\u202e van Proefpersoon")


@pytest.fixture
def folder(_held: Path, tmp_path: Path) -> Path:
    """Return a vault of the test's own."""
    return Path(shutil.copytree(_held, tmp_path / "Proef.zvk"))


@pytest.fixture
def secret(tmp_path: Path, words: str) -> str:
    """Return a file with the passphrase, its line ended as on Windows."""
    path = tmp_path / "wachtzin.txt"
    path.write_bytes(f"{words}\r\nniet deze regel\n".encode())
    return str(path)


@pytest.fixture
def zvk(capsys: pytest.CaptureFixture[str]) -> Zvk:
    """Return what runs the command in this process, in English."""

    def run(*words: object) -> Outcome:
        capsys.readouterr()
        code = cli.main([*map(str, words), "--lang", "en"])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run


@pytest.fixture
def on_vault(zvk: Zvk, folder: Path, secret: str) -> Zvk:
    """Return what runs a reading command on the test's vault."""

    def run(*words: object) -> Outcome:
        return zvk(*words, "--vault", folder, "--passphrase-file", secret)

    return run


class Terminal:
    """The command in a terminal of its own: what it prints, and what somebody types."""

    def __init__(self, *words: object) -> None:
        command = shlex.join([sys.executable, "-m", "zvk_tui", *map(str, words)])
        inner = ["sh", "-c", f"stty rows 24 cols 80; exec {command}"]
        program = f"import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn({inner!r})))"
        root = str(Path(__file__).parents[2])
        self._process = subprocess.Popen(
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root
        )
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Read until `text` has been printed since the last time."""
        fresh = b""
        while text not in fresh.decode(errors="replace"):
            piece = self._piece()
            assert piece, f"no {text!r} in {self.seen + fresh.decode(errors='replace')!r}"
            fresh += piece
        self.seen += fresh.decode(errors="replace")

    def _piece(self) -> bytes:
        """Return what is printed next, nothing once the command has ended."""
        assert self._process.stdout
        assert select.select([self._process.stdout], [], [], PATIENCE)[0], f"silence after {self.seen!r}"
        return os.read(self._process.stdout.fileno(), 4096)

    def type(self, line: str) -> None:
        """Type a line and enter."""
        self.press(f"{line}\n")

    def press(self, keys: str) -> None:
        """Press keys."""
        assert self._process.stdin
        self._process.stdin.write(keys.encode())
        self._process.stdin.flush()

    def left_with(self) -> int:
        """Return the exit code once the command has ended."""
        self.seen += b"".join(iter(self._piece, b"")).decode(errors="replace")
        return self._process.wait(PATIENCE)

    def close(self) -> None:
        """End what still runs."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Terminal]]:
    """Return what starts the command in a terminal, in English."""
    if sys.platform == "win32":
        pytest.skip("no pseudo-terminals")
    opened: list[Terminal] = []

    def start(*words: object) -> Terminal:
        opened.append(Terminal(*words, "--lang", "en"))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
