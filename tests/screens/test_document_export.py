"""The dialog that writes minutes: their usual names, what they are called, and what the log knows of it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.log import Act
from zvk_tui.store.vault import Vault
from zvk_tui.widgets.choice import Choice

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit

MARKDOWN = ("right", "right")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an empty folder to write in."""
    folder = tmp_path / "uit"
    folder.mkdir()
    return folder


async def export(chair: "Chair", folder: Path) -> None:
    """Open the dialog of the minutes at hand, with a folder of the test."""
    chair.vault.keep.remember_folder(str(folder))
    await chair.press("2", "ctrl+e")
    await chair.until(lambda: chair.where == "DocumentExport")


def said(chair: "Chair") -> str:
    """Return the line of the dialog that says what becomes of the file."""
    return str(chair.app.screen.query_one("#said", Static).content)


def exports(vault: Vault) -> int:
    """Return how many times the log says that minutes went out."""
    return sum(line.act is Act.MINUTES_EXPORTED for line in vault.log.lines())


async def test_minutes_are_written_as_the_dialog_says(sit: "Sit", out: Path) -> None:
    """The name that is told beforehand, with its state, is the name of the file; the log has one line more."""
    async with sit("settling") as chair:
        before = exports(chair.vault)
        await export(chair, out)
        await chair.press(*MARKDOWN)
        told = said(chair)
        await chair.press("enter")
        await chair.until(lambda: "✓" in said(chair))
        (file,) = out.iterdir()
        assert told == f"{file.name} (een concept)"
        assert exports(chair.vault) == before + 1


async def test_minutes_begin_with_the_usual_names(sit: "Sit", out: Path) -> None:
    """The dialog begins with the names that the chamber chose."""

    def change(vault: Vault) -> None:
        vault.keep.save_settings(replace(vault.settings.get(), names=NameStyle.NONE))

    async with sit("settling", change=change) as chair:
        await export(chair, out)
        assert chair.app.screen.query_one("#names", Choice).value == NameStyle.NONE


async def test_full_names_are_asked_for(sit: "Sit", out: Path) -> None:
    """Full names are written after a yes, and not otherwise."""
    async with sit("settling") as chair:
        await export(chair, out)
        await chair.press(*MARKDOWN, "tab", "left", "enter")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("n")
        await chair.until(lambda: chair.where == "DocumentExport")
        assert list(out.iterdir()) == []


async def test_a_file_that_is_there_is_replaced_after_a_yes(sit: "Sit", out: Path) -> None:
    """Enter on a file that exists asks; no leaves it as it was."""
    async with sit("settling") as chair:
        await export(chair, out)
        await chair.press(*MARKDOWN)
        there = out / said(chair).partition(" ")[0]
        there.write_text("eerder")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("n")
        await chair.until(lambda: chair.where == "DocumentExport")
        assert there.read_text() == "eerder"
        await chair.press("enter")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("j")
        await chair.until(lambda: "✓" in said(chair))
        assert there.read_text() != "eerder"


async def test_what_could_not_be_written_is_no_export(sit: "Sit", out: Path) -> None:
    """A folder that is gone is told in the dialog; the log says nothing of minutes that never went out."""
    async with sit("settling") as chair:
        before = exports(chair.vault)
        await export(chair, out / "weg")
        await chair.press(*MARKDOWN, "enter")
        await chair.until(lambda: "bestaat niet" in said(chair))
        assert exports(chair.vault) == before
