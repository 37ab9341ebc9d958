"""Import and export by keyboard: headings, every line, and then all of it or nothing."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.log import Act
from zvk_tui.screens.importing import ImportList
from zvk_tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tests.screens.conftest import Chair
    from zvk_tui.store.vault import Vault

CASES = (
    "Casusnummer;Aanpak;Naam;Aangemeld op;Kleur\n"
    "D25-0001;PAD;de Proefpersoon, J.;2-3-2025;rood\n"
    "D25-0002;0-100;Ünal, A.;31-2-2025;blauw\n"
    "D25-0003;0-100;Verzonnen, B.;4-4-2025;\n"
)


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., str]:
    """Return what saves a list and gives its path."""

    def save(text: str = CASES) -> str:
        path = tmp_path / "lijst.csv"
        path.write_bytes(text.encode("cp1252"))
        return str(path)

    return save


async def choose(chair: "Chair", path: str) -> None:
    """Open the import in Beheer and name a file of cases."""
    await chair.press("8", "i")
    await chair.until(lambda: chair.where == "ImportList")
    chair.app.screen.query_one("#file", OneLine).value = path
    await chair.press("enter")


async def agree(chair: "Chair") -> None:
    """Go from the headings to the lines, and import them."""
    await chair.until(lambda: chair.where == "ImportColumns")
    await chair.press("ctrl+s")
    await chair.until(lambda: chair.where == "ImportPreview")
    await chair.press("ctrl+s")
    await chair.until(lambda: chair.where == "Confirm")
    await chair.press("j")


@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_a_list_is_imported_by_keyboard(sit: Any, listed: Callable[..., str], size: str) -> None:
    """From the file over its headings and lines to cases in the vault."""
    async with sit("empty", size) as chair:
        await choose(chair, listed())
        await chair.until(lambda: chair.where == "ImportColumns")
        assert "Casusnummer" in chair.screen
        assert "Kleur" in chair.screen
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ImportPreview")
        assert "D25-0001" in chair.screen
        assert "31-2-2025" in chair.screen
        assert "Proefpersoon" not in chair.screen
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("j")
        await chair.until(lambda: chair.where == "RegisterScreen")
        assert [one.ref for one in chair.vault.register.find_cases("")] == ["D25-0001", "D25-0003"]
        assert "Proefpersoon" not in chair.said
        assert chair.vault.log.lines(1)[0].act is Act.IMPORTED


async def test_a_heading_is_given_another_meaning(sit: Any, listed: Callable[..., str]) -> None:
    """A heading that nobody knows keeps the import waiting until somebody says what it means."""
    async with sit("empty") as chair:
        await choose(chair, listed(CASES.replace("Casusnummer", "Kenteken")))
        await chair.until(lambda: chair.where == "ImportColumns")
        await chair.press("ctrl+s")
        assert chair.where == "ImportColumns"
        await chair.press("home", "enter")
        await chair.until(lambda: chair.where == "Find")
        await chair.press("down", "enter")
        await chair.until(lambda: chair.where == "ImportColumns")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ImportPreview")


async def test_only_refused_lines_are_shown(sit: Any, listed: Callable[..., str]) -> None:
    """The filter goes through the kinds of lines of which there are any; enter tells all of one line."""
    async with sit("empty") as chair:
        await choose(chair, listed())
        await chair.until(lambda: chair.where == "ImportColumns")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ImportPreview")
        await chair.press("f")
        assert "D25-0002" in chair.screen
        assert "D25-0001" not in chair.screen
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Reading")
        assert "31-2-2025" in chair.screen
        await chair.press("escape", "f")
        assert "D25-0001" in chair.screen
        assert "D25-0002" not in chair.screen


async def test_a_projector_shows_nothing_of_what_stands_in_cells(sit: Any, listed: Callable[..., str]) -> None:
    """While a projector may be on, a refused line says why without what stands in it."""
    async with sit("empty") as chair:
        await choose(chair, listed())
        await chair.until(lambda: chair.where == "ImportColumns")
        await chair.press("f8", "ctrl+s")
        await chair.until(lambda: chair.where == "ImportPreview")
        assert "31-2-2025" not in chair.screen
        assert "D25-0002" in chair.screen


async def test_nothing_is_imported_after_escape(sit: Any, listed: Callable[..., str]) -> None:
    """Going back from the lines leaves the vault as it was, and the file can be chosen again."""
    async with sit("empty") as chair:
        await choose(chair, listed())
        await chair.until(lambda: chair.where == "ImportColumns")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ImportPreview")
        await chair.press("escape")
        await chair.until(lambda: chair.where == "ImportList")
        await chair.press("escape")
        await chair.until(lambda: chair.where == "RegisterScreen")
        assert chair.vault.register.find_cases("") == ()


async def test_an_import_that_is_stopped_leaves_nothing(
    sit: Any, listed: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape while lines are being written takes back all of them."""
    went = ImportList._progress

    def stopped(self: ImportList, done: int, count: int) -> None:
        self._stop = bool(count)
        went(self, done, count)

    monkeypatch.setattr(ImportList, "_progress", stopped)
    async with sit("empty") as chair:
        await choose(chair, listed())
        await agree(chair)
        await chair.until(lambda: chair.where == "ImportList" and not getattr(chair.app.screen, "_busy", True))
        assert chair.vault.register.find_cases("") == ()
        assert chair.vault.log.lines(1)[0].act is not Act.IMPORTED


async def test_a_file_that_is_no_list_is_said_in_the_dialog(sit: Any, listed: Callable[..., str]) -> None:
    """What is wrong with a file is said under its name, which stays to be mended."""
    async with sit("empty") as chair:
        await choose(chair, listed("%PDF-1.7"))
        await chair.until(lambda: not getattr(chair.app.screen, "_busy", True))
        assert chair.where == "ImportList"
        assert "lijst.csv" in chair.app.screen.query_one("#import-said").render().plain
        assert chair.app.screen.query_one("#file", OneLine).value.endswith("lijst.csv")


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
async def test_a_list_is_exported_and_comes_back_the_same(sit: Any, tmp_path: Path, suffix: str) -> None:
    """What is written from a vault is the same, line by line, when it is read again."""
    async with sit("empty", "120x40", change=fill) as chair:
        chair.vault.keep.remember_folder(str(tmp_path))
        await chair.press("8", "x")
        await chair.until(lambda: chair.where == "ExportList")
        if suffix == ".csv":
            await chair.press("tab", "right")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("j")
        (path,) = await written(chair, tmp_path, suffix)
        assert chair.vault.log.lines(1)[0].act in {Act.EXPORTED, Act.SETTING_CHANGED}
        await chair.press("escape")
        await choose(chair, str(path))
        await chair.until(lambda: chair.where == "ImportColumns")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "ImportPreview")
        plan = chair.app.screen._plan
        assert len(plan.lines) == 2
        assert not plan.does_something
        await chair.press("ctrl+s")
        assert chair.where == "ImportPreview"


def fill(vault: "Vault") -> None:
    """Add two cases, one with a text that a spreadsheet would run."""
    for number, goal in enumerate(("rust", "=1+1\nen verder"), 1):
        subject = Subject("Proef", "de", f"Verzonnen{number}", date(2008, 2, 29))
        ref = f"D26-000{number}"
        vault.keep.add_case(CaseFile(0, ref, Approach.PAD, Phase.APPROACH, subject, date(2026, 3, 2), goal=goal))


async def written(chair: "Chair", folder: Path, suffix: str) -> list[Path]:
    """Return the files that were written, once the dialog says so."""
    await chair.until(lambda: bool(list(folder.glob(f"*-2026-11-23{suffix}"))))
    await asyncio.sleep(0)
    await chair.settle()
    return list(folder.glob(f"*-2026-11-23{suffix}"))
