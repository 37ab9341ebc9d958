"""`zvk import` and `zvk export`: a preview of every line, then all of it or nothing."""

import json
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.store.vault import create_vault

if TYPE_CHECKING:
    from tests.cli.conftest import Terminal, Zvk
    from zvk_tui.store.keyring import KdfCost

GOOD = "Casusnummer;Aanpak;Naam;Aangemeld op\nD25-0001;PAD;de Vries, J.;2-3-2025\nD25-0002;0-100;Ünal, A.;2025-03-04\n"
BAD = f"{GOOD}D25-0003;PAD;K. Fout;31-2-2025\nD25-0001;PAD;Dubbel;1-1-2025\n"


@pytest.fixture
def cases(tmp_path: Path) -> Callable[..., Path]:
    """Return what saves a list of cases."""

    def save(text: str = GOOD, encoding: str = "cp1252", name: str = "casussen.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return save


def test_a_list_is_imported_once(on_vault: "Zvk", cases: Callable[..., Path]) -> None:
    """A list is shown line by line and imported; the second time there is nothing to do."""
    first = on_vault("import", cases(), "--as", "cases", "--yes")
    assert (first.code, first.err) == (0, "")
    assert "line 2  D25-0001  new" in first.out
    assert "2 new, 0 changed, 0 the same, 0 refused" in first.out
    again = on_vault("import", cases(), "--as", "cases", "--yes")
    assert "0 new, 0 changed, 2 the same, 0 refused" in again.out
    assert "nothing to import" in again.out


def test_a_dry_run_changes_nothing(on_vault: "Zvk", cases: Callable[..., Path], folder: Path) -> None:
    """`--dry-run` shows the preview, and the list is as new afterwards."""
    for _time in range(2):
        shown = on_vault("import", cases(), "--as", "cases", "--dry-run")
        assert shown.code == 0
        assert "2 new" in shown.out
        assert "Nothing was imported." in shown.out


def test_refused_lines_are_told_with_their_reason(on_vault: "Zvk", cases: Callable[..., Path]) -> None:
    """An impossible date and a number that stands twice are named by their line; the exit code tells a script."""
    found = on_vault("import", cases(BAD), "--as", "cases", "--yes")
    assert found.code == 2
    assert "line 4  D25-0003  refused: Day of registration: the date 31-2-2025 does not exist." in found.out
    assert "line 5  D25-0001  refused: The same record stands on line 2." in found.out
    assert "The list was imported." in found.out


def test_no_name_of_a_case_is_printed(on_vault: "Zvk", cases: Callable[..., Path]) -> None:
    """What is printed has case numbers, and no name of anybody a case is about."""
    found = on_vault("import", cases(BAD), "--as", "cases", "--dry-run")
    assert not {"Vries", "Fout", "Dubbel"} & set(found.out.replace(",", " ").split())


def test_a_program_gets_every_line(on_vault: "Zvk", cases: Callable[..., Path]) -> None:
    """`--json` gives headings, counts and lines, and says whether anything was imported."""
    found = on_vault("import", cases(BAD), "--as", "cases", "--dry-run", "--json")
    facts: dict[str, Any] = json.loads(found.out)
    assert facts["imported"] is False
    assert facts["counts"] == {"new": 2, "changed": 0, "same": 0, "refused": 2}
    assert facts["columns"][0] == {"heading": "Casusnummer", "column": "ref"}
    assert [line["verdict"] for line in facts["lines"]] == ["new", "new", "refused", "refused"]


def test_nobody_to_ask_is_said_before_the_passphrase(zvk: "Zvk", cases: Callable[..., Path], folder: Path) -> None:
    """Without a terminal it is either a look or an import, and that is asked before anything is opened."""
    found = zvk("import", cases(), "--as", "cases", "--vault", folder)
    assert found.code == 2
    assert "--dry-run" in found.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as", "schoenen"), "--as is cases"),
        ((), "--as"),
        (("--as", "cases", "--map", "weg.toml"), "weg.toml"),
    ],
)
def test_what_is_not_understood_is_said(
    on_vault: "Zvk", cases: Callable[..., Path], options: tuple[str, ...], said: str
) -> None:
    """A list that is not known, none at all, and a map that is not there each have their sentence."""
    found = on_vault("import", cases(), *options, "--yes")
    assert found.code == 2
    assert said in found.err


def test_columns_that_are_not_clear_stop_the_import(
    on_vault: "Zvk", cases: Callable[..., Path], tmp_path: Path
) -> None:
    """A list without a column that it needs is refused with its name; a map repairs it."""
    text = GOOD.replace("Casusnummer", "Kenteken").replace(";Aanpak", ";").replace(";PAD", ";").replace(";0-100", ";")
    found = on_vault("import", cases(text), "--as", "cases", "--yes")
    assert found.code == 2
    assert "No heading means case number." in found.err
    map_file = tmp_path / "kaart.toml"
    map_file.write_text('[kolommen]\nKenteken = "casusnummer"\n[vast]\naanpak = "PAD"\n', encoding="utf-8")
    mended = on_vault("import", cases(text), "--as", "cases", "--yes", "--map", map_file)
    assert mended.code == 0
    assert "2 new" in mended.out


def test_a_large_file_is_refused_without_passphrase(zvk: "Zvk", tmp_path: Path, folder: Path) -> None:
    """200 MB is refused by its size alone, before the passphrase is asked."""
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    found = zvk("import", path, "--as", "police", "--yes", "--vault", folder)
    assert found.code == 2
    assert "200 MB" in found.err


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("kind", ["cases", "police", "partners", "professionals"])
def test_an_export_can_be_imported_again(on_vault: "Zvk", tmp_path: Path, kind: str, suffix: str) -> None:
    """Every list goes out and comes in again without changing anything."""
    path = tmp_path / f"uit{suffix}"
    out = on_vault("export", path, "--as", kind)
    assert (out.code, out.err) == (0, "")
    back = on_vault("import", path, "--as", kind, "--yes")
    assert back.code == 0
    assert "0 new, 0 changed" in back.out


def test_an_export_replaces_nothing_unasked(on_vault: "Zvk", tmp_path: Path, folder: Path) -> None:
    """A file that is there stays, unless it is said that it may be replaced; nothing goes inside the vault."""
    path = tmp_path / "uit.csv"
    path.write_text("van mij", encoding="utf-8")
    assert on_vault("export", path, "--as", "partners").code == 5
    assert path.read_text(encoding="utf-8") == "van mij"
    assert on_vault("export", path, "--as", "partners", "--force").code == 0
    assert on_vault("export", folder / "uit.csv", "--as", "partners").code == 2
    assert on_vault("export", tmp_path / "uit.ods", "--as", "partners").code == 2


def test_somebody_at_a_terminal_is_asked(
    terminal: Callable[..., "Terminal"], cases: Callable[..., Path], folder: Path, secret: str
) -> None:
    """The preview is shown first; no is the answer of who only presses enter."""
    asked = terminal("import", cases(), "--as", "cases", "--vault", folder, "--passphrase-file", secret)
    asked.wait_for("[y/N]")
    assert "line 3  D25-0002  new" in asked.seen
    asked.type("")
    assert asked.left_with() == 0
    assert "Nothing was imported." in asked.seen


def test_the_lists_of_one_vault_fill_another(  # noqa: PLR0917 - fixtures
    on_vault: "Zvk", zvk: "Zvk", tmp_path: Path, words: str, secret: str, cheap: "KdfCost"
) -> None:
    """Partners, people, cases and police contacts move to an empty vault, whose exports are byte by byte equal."""
    on_vault("import", _contacts(tmp_path), "--as", "police", "--yes")
    other = tmp_path / "Ander.zvk"
    noon = datetime.combine(date(2026, 12, 1), time(12)).astimezone()
    create_vault(other, ChamberSettings(chamber="Ander"), "Voorzitter", words, lambda: noon, cheap).lock()
    for kind in ("partners", "professionals", "cases", "police"):
        out, back = tmp_path / f"{kind}.csv", tmp_path / f"{kind}-terug.csv"
        assert on_vault("export", out, "--as", kind).code == 0
        there = ("--as", kind, "--vault", other, "--passphrase-file", secret)
        assert zvk("import", out, *there, "--yes").code == 0
        assert zvk("export", back, *there).code == 0
        assert out.read_bytes() == back.read_bytes()
        assert len(out.read_text(encoding="utf-8").splitlines()) > 1


def _contacts(folder: Path) -> Path:
    path = folder / "contacten.csv"
    path.write_text("Casus;Datum;Aard;Bron;Opmerking\nD26-0042;1-10-2026;overlast;BVH;-5 graden\n", encoding="utf-8")
    return path
