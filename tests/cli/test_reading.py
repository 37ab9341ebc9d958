"""`zvk agenda`, `zvk minutes` and `zvk verify` on a real vault."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from zvk_tui.commands import vaults
from zvk_tui.domain.log import Act
from zvk_tui.opening import now
from zvk_tui.store.vault import Vault, open_vault

Zvk = Callable[..., Any]
Start = Callable[..., Any]


def reopened(folder: Path, words: str) -> Vault:
    """Open the vault again, as the app would."""
    return open_vault(folder, words, now)


def test_the_agenda_of_the_next_meeting_is_printed(on_vault: Zvk) -> None:
    """`zvk agenda` prints the first meeting that has not ended, with each item on a line and why it is there."""
    outcome = on_vault("agenda")
    lines = outcome.out.splitlines()
    assert (outcome.code, outcome.err) == (0, "")
    assert lines[0] == "Kernteam PAD, number 2 (preparing)"
    assert lines[1] == "Monday 23 November 2026, 13:30, Kamer 1"
    assert any("D26-0042, P. v. P. (" in line and "1 action late" in line for line in lines)


def test_names_are_initials_unless_asked_otherwise(on_vault: Zvk) -> None:
    """In the agenda the person of a case has initials, also in a title that the chair typed."""
    assert "Proefpersoon" not in on_vault("agenda").out
    assert "Proefpersoon" not in on_vault("agenda", "--names", "none").out
    assert "D26-0042, Pim van Proefpersoon (" in on_vault("agenda", "--names", "full").out


def test_what_was_typed_cannot_steer_the_terminal(on_vault: Zvk) -> None:
    """Control and direction signs in a title are not printed."""
    said = on_vault("agenda", "--names", "full").out
    assert "Brief van Pim" in said
    assert not {"\x1b", "\u202e"} & set(said)


def test_the_last_meeting_can_be_asked_for(on_vault: Zvk) -> None:
    """`--meeting last` is the newest that has begun; of one that ended, the real end is told."""
    lines = on_vault("agenda", "--meeting", "last").out.splitlines()
    assert lines[0] == "Kernteam PAD, number 1 (final)"
    assert lines[2].endswith("ended at 12:00")


def test_a_number_alone_is_not_enough_when_two_series_have_it(on_vault: Zvk) -> None:
    """A number counts within its series: when it can mean two meetings, nothing is guessed."""
    outcome = on_vault("agenda", "--meeting", "1")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "More than one series has a meeting 1. Add --series and its name.\n"


@pytest.mark.parametrize("name", ["top", "KERNTEAM TOP 10", "Kernteam top 10"])
def test_a_series_is_found_by_a_part_of_its_name(on_vault: Zvk, name: str) -> None:
    """`--series` takes a part of the name, in capitals or not."""
    assert on_vault("agenda", "--meeting", "1", "--series", name).out.startswith("Kernteam top 10, number 1 ")


@pytest.mark.parametrize(("name", "problem"), [("kernteam", "More than one series"), ("bestuur", "There is no series")])
def test_an_unclear_series_is_not_guessed(on_vault: Zvk, name: str, problem: str) -> None:
    """A name that fits two series or none leaves with 2."""
    outcome = on_vault("agenda", "--series", name)
    assert outcome.code == 2
    assert outcome.err.startswith(problem)


def test_a_meeting_that_is_not_there_is_refused(on_vault: Zvk) -> None:
    """A number that no meeting has leaves with 2 and a sentence."""
    outcome = on_vault("agenda", "--meeting", "77")
    assert outcome.code == 2
    assert outcome.err == "There is no such meeting in this vault. Choose another one with --meeting.\n"


def test_the_agenda_for_a_program_has_no_names(on_vault: Zvk) -> None:
    """`--json` gives English keys and ISO dates, and names only when they are asked for in full."""
    outcome = on_vault("agenda", "--json")
    facts = json.loads(outcome.out)
    assert "Proefpersoon" not in outcome.out
    assert (facts["meeting"]["on"], facts["meeting"]["start"]) == ("2026-11-23", "13:30")
    assert [item["case"] for item in facts["items"] if item["kind"] == "case"] == ["D26-0042"]
    assert {item["subject"] for item in facts["items"]} == {None}
    assert set(facts["items"][0]) == {
        "position", "kind", "title", "case", "subject", "planned_minutes", "state", "reasons"
    }  # fmt: skip


def test_the_agenda_for_a_program_has_names_when_asked(on_vault: Zvk) -> None:
    """`--json --names full` names the person of a case."""
    facts = json.loads(on_vault("agenda", "--json", "--names", "full").out)
    assert "Pim van Proefpersoon" in [item["subject"] for item in facts["items"]]


def test_the_keys_for_a_program_do_not_follow_the_language(folder: Path, secret: str, zvk: Zvk) -> None:
    """What a program reads is the same in Dutch."""
    words = ["agenda", "--json", "--vault", str(folder), "--passphrase-file", secret]
    english = zvk(*words).out
    assert zvk("--lang", "nl", *words).out == english


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".md"])
def test_minutes_become_a_file(on_vault: Zvk, tmp_path: Path, suffix: str) -> None:
    """`zvk minutes` writes the last meeting in the kind of file that the name asks for."""
    target = tmp_path / f"verslag{suffix}"
    outcome = on_vault("minutes", "--to", target)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"The minutes of Core team PAD, number 1 (final), are in {target}.\n"
    assert target.stat().st_size > 500


def test_minutes_name_people_as_the_chamber_has_set(on_vault: Zvk, tmp_path: Path) -> None:
    """Without `--names` the file has initials; with `--names full` it has names."""
    on_vault("minutes", "--to", tmp_path / "kort.md")
    on_vault("minutes", "--to", tmp_path / "vol.md", "--names", "full")
    assert "Proefpersoon" not in (tmp_path / "kort.md").read_text("utf-8")
    assert "Plan van Pim van Proefpersoon voortzetten" in (tmp_path / "vol.md").read_text("utf-8")


def test_a_draft_says_so(on_vault: Zvk, tmp_path: Path) -> None:
    """The minutes of a meeting that is not final are a draft, in the file and in what is printed."""
    target = tmp_path / "concept.pdf"
    outcome = on_vault("minutes", "--meeting", "2", "--to", target)
    assert "(draft)" in outcome.out
    assert "DRAFT" in PdfReader(target).pages[0].extract_text()


def test_minutes_for_a_program(on_vault: Zvk, tmp_path: Path) -> None:
    """`--json` says what was written, with the fingerprint of final minutes."""
    target = tmp_path / "verslag.MD"
    facts = json.loads(on_vault("minutes", "--to", target, "--json").out)
    assert facts["file"] == str(target)
    assert (facts["format"], facts["status"], facts["version"], facts["names"]) == ("md", "final", 1, "initials")
    assert len(facts["fingerprint"]) == 64


def test_a_file_is_never_replaced_silently(on_vault: Zvk, tmp_path: Path) -> None:
    """An existing file stays as it is, with exit code 5; `--force` replaces it."""
    target = tmp_path / "verslag.md"
    target.write_text("van iemand anders")
    outcome = on_vault("minutes", "--to", target)
    assert (outcome.code, target.read_text()) == (5, "van iemand anders")
    assert on_vault("minutes", "--to", target, "--force").code == 0
    assert "Kernteam PAD" in target.read_text("utf-8")


def test_minutes_that_cannot_be_written_leave_no_half_file(on_vault: Zvk, tmp_path: Path) -> None:
    """A folder that is not there is exit code 5 and one sentence, and nothing is made."""
    outcome = on_vault("minutes", "--to", tmp_path / "weg" / "verslag.pdf")
    assert outcome.code == 5
    assert outcome.err.count("\n") == 1
    assert not (tmp_path / "weg").exists()


def test_readable_minutes_are_not_put_in_the_vault(on_vault: Zvk, folder: Path) -> None:
    """What lies in the vault folder is encrypted; a file for everybody goes elsewhere."""
    outcome = on_vault("minutes", "--to", folder / "backups" / ".." / "verslag.md")
    assert outcome.code == 2
    assert not (folder / "verslag.md").exists()


def test_every_export_is_in_the_log(on_vault: Zvk, folder: Path, words: str, tmp_path: Path) -> None:
    """The log says that the minutes were written to a file, of which meeting and of which kind."""
    on_vault("minutes", "--to", tmp_path / "verslag.md")
    vault = reopened(folder, words)
    exports = [line.detail for line in vault.log.lines() if line.act is Act.MINUTES_EXPORTED]
    vault.lock()
    assert exports == ["1/1 .md"]


def test_a_whole_vault_is_called_whole(on_vault: Zvk) -> None:
    """`zvk verify` says what it looked at and leaves with 0."""
    outcome = on_vault("verify")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "The pages of the file, its structure and its references: in order",
        "The log, every line tied to the one before: in order",
        "The fingerprints of final minutes: in order",
        "Where cases are, beside what happened to them: in order",
        "The vault is whole.",
    ]


def test_a_flipped_bit_is_found(on_vault: Zvk, folder: Path) -> None:
    """One changed byte in the file is exit code 4, whether opening or checking finds it."""
    database = folder / "cases.db"
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    assert on_vault("verify").code == 4


def test_a_changed_fingerprint_is_found(on_vault: Zvk, folder: Path, words: str) -> None:
    """Final minutes that were changed behind the app's back are told by the number of their meeting."""
    vault = reopened(folder, words)
    with vault.desk.engine().begin() as connection:
        connection.exec_driver_sql("UPDATE minutes_part SET content = replace(content, 'voortzetten', 'stoppen')")
    vault.lock()
    outcome = on_vault("verify")
    assert outcome.code == 4
    assert "  the minutes of meeting 1 are not as they were finalised" in outcome.out.splitlines()
    assert outcome.out.endswith("The vault is not whole. Put it back from a back-up.\n")


def test_a_broken_log_is_found_by_a_program(on_vault: Zvk, folder: Path, words: str) -> None:
    """`--json` names the check that does not hold and the line; the others hold."""
    vault = reopened(folder, words)
    with vault.desk.engine().begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET who = 'iemand anders' WHERE id = 3")
    vault.lock()
    outcome = on_vault("verify", "--json")
    facts = json.loads(outcome.out)
    assert (outcome.code, facts["whole"]) == (4, False)
    assert [(check["check"], check["holds"]) for check in facts["checks"]] == [
        ("file", True),
        ("log", False),
        ("minutes", True),
        ("cases", True),
    ]
    assert facts["checks"][1]["findings"] == ["3"]


def test_a_wrong_passphrase_is_exit_code_3(folder: Path, tmp_path: Path, zvk: Zvk) -> None:
    """A wrong passphrase says so, does not repeat itself, and leaves with 3."""
    wrong = tmp_path / "fout.txt"
    wrong.write_text("Merkwoord en meer")
    outcome = zvk("agenda", "--vault", folder, "--passphrase-file", wrong)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == "This passphrase does not open the vault.\n"


def test_a_vault_that_is_not_there_is_exit_code_4(tmp_path: Path, secret: str, zvk: Zvk) -> None:
    """A folder without a vault is refused by name."""
    outcome = zvk("verify", "--vault", tmp_path / "weg", "--passphrase-file", secret)
    assert (outcome.code, outcome.err) == (4, f"There is no vault in {tmp_path / 'weg'}.\n")


@pytest.mark.parametrize("name", ["~niemand-heet-zo/Proef", "lang" * 100], ids=["nobody", "long"])
def test_a_name_that_no_folder_can_have_is_exit_code_4(name: str, secret: str, zvk: Zvk) -> None:
    """A home folder of nobody and a name that is too long are vaults that are not there."""
    outcome = zvk("verify", "--vault", name, "--passphrase-file", secret)
    assert (outcome.code, outcome.err.count("\n")) == (4, 1)


def test_a_vault_that_is_open_elsewhere_is_exit_code_4(on_vault: Zvk, folder: Path, words: str) -> None:
    """While the app has the vault open, the command line leaves it alone."""
    vault = reopened(folder, words)
    outcome = on_vault("agenda")
    vault.lock()
    assert outcome.code == 4
    assert outcome.err == "This vault is already open in another window or program. Close it there first.\n"


def test_the_vault_is_free_again_after_a_command(on_vault: Zvk, folder: Path, words: str) -> None:
    """A command locks the vault when it is done, also when it fails."""
    assert on_vault("agenda", "--meeting", "77").code == 2
    reopened(folder, words).lock()


def test_the_ending_of_the_folder_need_not_be_typed(folder: Path, secret: str, zvk: Zvk) -> None:
    """`--vault Proef` finds `Proef.zvk`."""
    assert zvk("verify", "--vault", folder.with_suffix(""), "--passphrase-file", secret).code == 0


def test_a_passphrase_file_that_cannot_be_read_is_told(folder: Path, tmp_path: Path, zvk: Zvk) -> None:
    """A missing passphrase file is a mistake on the command line, not a wrong passphrase."""
    outcome = zvk("verify", "--vault", folder, "--passphrase-file", tmp_path / "weg")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)


def test_a_passphrase_file_of_notepad_is_understood(folder: Path, tmp_path: Path, words: str, zvk: Zvk) -> None:
    """The mark that Windows puts before a text is no part of the passphrase."""
    path = tmp_path / "kladblok.txt"
    path.write_text(f"{words}\r\n", encoding="utf-8-sig")
    assert zvk("verify", "--vault", folder, "--passphrase-file", path).code == 0


def test_the_passphrase_comes_from_standard_input(folder: Path, words: str) -> None:
    """`--passphrase-file -` reads one line of standard input, in a process whose stderr stays empty."""
    finished = subprocess.run(
        [sys.executable, "-m", "zvk_tui", "verify", "--vault", str(folder), "--passphrase-file", "-"],
        input=f"{words}\n",
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert (finished.returncode, finished.stderr) == (0, "")


def test_without_a_terminal_nobody_is_asked(folder: Path, zvk: Zvk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that gives no passphrase gets a sentence and does not hang."""
    monkeypatch.setattr(sys, "stdin", None)
    outcome = zvk("agenda", "--vault", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "There is no terminal to ask for the passphrase. Give --passphrase-file.\n"


def test_in_a_terminal_the_passphrase_is_asked_and_not_shown(folder: Path, words: str, terminal: Start) -> None:
    """Who sits at a terminal types the passphrase, and it is not on the screen."""
    session = terminal("agenda", "--vault", folder)
    session.wait_for("Passphrase: ")
    session.type(words)
    assert session.left_with() == 0
    assert "Kernteam PAD, number 2" in session.seen
    assert words not in session.seen


def test_nothing_of_the_cases_is_left_on_the_disk(on_vault: Zvk, home: Path) -> None:
    """Reading a vault writes none of it in the home or temp folder."""
    assert on_vault("agenda", "--names", "full").code == 0
    left = [path for path in home.rglob("*") if path.is_file() and b"Proefpersoon" in path.read_bytes()]
    assert left == []


def test_the_vault_of_last_time_is_the_default(folder: Path, secret: str, zvk: Zvk) -> None:
    """Without `--vault` a command reads the vault that was opened last."""
    vaults.remember(folder)
    assert zvk("verify", "--passphrase-file", secret).code == 0
