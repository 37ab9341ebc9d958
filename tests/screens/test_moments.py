"""Bad moments: whatever refuses, a sentence says so, nothing is lost, and the app lives on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.meeting import ItemState
from zvk_tui.errors import CouldNotWrite
from zvk_tui.screens.cases import CasesScreen
from zvk_tui.store.desk import Desk
from zvk_tui.store.folder import VaultFolder
from zvk_tui.widgets import drafts
from zvk_tui.widgets.drafts import DraftArea
from zvk_tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit, Stages

FULL = "De schijf is vol"


def refuse(*_args: object, **_kwargs: object) -> None:
    """Be a disk on which nothing can be written."""
    raise CouldNotWrite("The disk is full. What was there is as it was; make room and try again.")


WRITES = (
    ("prepared", "2", ("d", "K", "h", "v", "m 9 enter", "p a", "s j")),
    ("running", "2", ("n enter", "s", "d", "r", "v k", "p a", "e end enter down enter", "f j", "u")),
    ("settling", "2", ("r", "t", "d enter", "home enter enter", "p a")),
    ("final", "2", ("h x enter",)),
    ("prepared", "8", ("f5 enter x enter", "home down enter ctrl+s")),
)
"""The stage, the key of the screen, and the keys of everything on it that writes."""


@pytest.mark.parametrize(("stage", "main", "keys"), WRITES, ids=[f"{stage}-{main}" for stage, main, _keys in WRITES])
async def test_a_write_that_fails_is_a_sentence(
    sit: "Sit", stage: str, main: str, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk under any key is told in a sentence, and the same screen is there as before."""
    async with sit(stage, "120x40") as chair:
        await chair.press(main)
        where = chair.where
        monkeypatch.setattr(Desk, "writing", refuse)
        for words in keys:
            await chair.press(*words.split())
            assert FULL in chair.screen, words
            while chair.where != where:
                await chair.press("escape")
            chair.app.clear_notifications()


async def test_a_line_that_cannot_be_written_stays_in_its_form(sit: "Sit", monkeypatch: pytest.MonkeyPatch) -> None:
    """The text stays; when there is room again, enter is enough."""
    async with sit("running", "120x40") as chair:
        before = len(chair.vault.cards.get(chair.current.id).actions)
        await chair.press("a")
        with monkeypatch.context() as broken:
            broken.setattr(Desk, "writing", refuse)
            await chair.enter("politie: huisbezoek afleggen @14-12")
            assert FULL in chair.screen
            assert "politie: huisbezoek afleggen @14-12" in chair.screen
        await chair.press("enter")
        assert len(chair.vault.cards.get(chair.current.id).actions) == before + 1


@contextmanager
def no_room_for_more() -> Iterator[None]:
    """Let no file of this process grow, as on a disk that is full."""
    import resource

    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, was[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
async def test_a_disk_that_is_really_full(sit: "Sit") -> None:
    """A real failing write during the meeting is told, the line is kept, and the vault is whole afterwards."""
    async with sit("running", "120x40") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek afleggen @14-12")
        with no_room_for_more():
            await chair.press("enter")
            said = chair.screen
        assert "De kluis is niet veranderd" in said
        assert "politie: huisbezoek afleggen @14-12" in chair.screen
        await chair.press("enter")
        assert not chair.focused(DraftArea)
        assert chair.vault.verify() == ()


async def test_typing_that_cannot_be_kept_is_told_and_kept_later(sit: "Sit", monkeypatch: pytest.MonkeyPatch) -> None:
    """The half-typed line stays on the screen, and is kept as soon as there is room."""
    monkeypatch.setattr(drafts, "AGAIN", 0.1)
    async with sit("running", "120x40") as chair:
        await chair.press("a")
        with monkeypatch.context() as broken:
            broken.setattr(Desk, "keeping", refuse)
            await chair.type("politie: huisbezoek")
            await chair.until(lambda: FULL in chair.screen)
            assert "politie: huisbezoek" in chair.screen
        await chair.until(lambda: [d.text for d in chair.vault.drafts.of_item(chair.current.id)] != [])


async def test_who_leaves_on_a_full_disk_is_told_first(sit: "Sit", monkeypatch: pytest.MonkeyPatch) -> None:
    """ctrl+q does not throw away a line that cannot be kept."""
    async with sit("running", "120x40") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek")
        monkeypatch.setattr(Desk, "keeping", refuse)
        await chair.press("ctrl+q")
        assert FULL in chair.screen
        assert "politie: huisbezoek" in chair.screen


async def test_a_window_that_is_too_small_says_so(sit: "Sit") -> None:
    """At 60x15 one sentence asks for room; with room everything is where it was."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek")
        before = chair.screen
        await chair.resize(60, 15)
        assert "60x15" in chair.screen
        assert "80x24" in chair.screen
        assert "D26-" not in chair.screen
        await chair.resize(80, 24)
        assert chair.screen == before
        await chair.type(" afleggen")
        assert "politie: huisbezoek afleggen" in chair.screen


async def test_a_window_that_starts_too_small_says_so(sit: "Sit") -> None:
    """Whoever starts at 60x15 reads why there is nothing to see, and gets the door with more room."""
    async with sit(size="60x15", unlocked=False) as chair:
        assert "60x15" in chair.screen
        await chair.resize(80, 24)
        assert chair.where == "UnlockScreen"


async def test_a_small_window_can_be_locked(sit: "Sit") -> None:
    """The keys for an emergency work at any size."""
    async with sit("running") as chair:
        await chair.resize(60, 15)
        await chair.press("f9")
        assert not chair.app.is_open
        assert "D26-" not in chair.screen


def counted(screen: CasesScreen) -> bool:
    """Return whether the cases of a list are counted."""
    return screen._total is not None


@pytest.mark.parametrize(("size", "other"), [("120x40", (80, 24)), ("100x30", (80, 24)), ("80x24", (120, 40))])
async def test_a_window_of_another_size_shows_what_fits(sit: "Sit", size: str, other: tuple[int, int]) -> None:
    """A window that became smaller or larger shows what it would have shown from the start."""
    async with sit("running", size) as chair:
        for main in ("1", "2", "3"):
            await chair.press(main)
            if isinstance(screen := chair.app.screen, CasesScreen):
                await chair.until(partial(counted, screen))
            from_the_start = chair.screen
            await chair.resize(*other)
            await chair.resize(*map(int, size.split("x")))
            assert chair.screen == from_the_start


async def refused(sit: "Sit", path: Path) -> str:
    """Return what the door says of a vault, after the right passphrase; it has not been opened."""
    async with sit(path, unlocked=False) as chair:
        await chair.unlock()
        assert chair.where == "UnlockScreen"
        assert not chair.app.is_open
        return " ".join(chair.screen.split())


async def test_a_vault_that_is_open_elsewhere(sit: "Sit", stages: "Stages", tmp_path: Path) -> None:
    """The second window says that there is a first."""
    path = stages.copy("prepared", tmp_path)
    with VaultFolder(path).claim():
        assert "Deze kluis is al geopend in een ander venster of programma." in await refused(sit, path)


async def test_a_read_only_folder(
    sit: "Sit", stages: "Stages", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A vault on a stick that is locked says where to put it."""
    monkeypatch.setattr(VaultFolder, "is_read_only", lambda _folder: True)
    said = await refused(sit, stages.copy("prepared", tmp_path))
    assert "Kopieer de kluis naar een map" in said


def scratch(path: Path, start: int, length: int = 64) -> None:
    """Damage a file: flip bytes in the middle."""
    content = bytearray(path.read_bytes())
    for place in range(start, start + length):
        content[place] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "said"), [("cases.db", "gebruik een reservekopie"), ("keys.json", "beschadigd")], ids=["records", "keys"]
)
async def test_a_damaged_file(sit: "Sit", stages: "Stages", tmp_path: Path, name: str, said: str) -> None:
    """A damaged vault is not opened; the sentence says what to do, and nothing was written."""
    path = stages.copy("prepared", tmp_path)
    for damaged in (path / name, *path.glob(f"backups/{name}")):
        scratch(damaged, 100)
    assert said in await refused(sit, path)


async def test_a_vault_that_is_gone(sit: "Sit", stages: "Stages", tmp_path: Path) -> None:
    """A stick that was pulled out while the passphrase was typed is one sentence."""
    path = stages.copy("prepared", tmp_path)
    path.rename(tmp_path / "weg")
    assert "Er is geen kluis in" in await refused(sit, path)


async def test_damage_deep_in_the_file_is_a_sentence(sit: "Sit", stages: "Stages", tmp_path: Path) -> None:
    """A vault that opens but in which a page is damaged says so when that page is read, and does not fall over."""
    path = stages.copy("prepared", tmp_path)
    database = path / "cases.db"
    pages = database.stat().st_size // 4096
    for page in range(pages // 3, pages // 2):
        scratch(database, page * 4096 + 200)
    async with sit(path) as chair:
        said = ""
        for key in "1234568":
            await chair.press(key)
            said += chair.said
        assert "beschadigd" in said
        await chair.press("ctrl+l")
        assert chair.where == "UnlockScreen"


async def test_an_item_stays_open_when_concluding_it_fails(sit: "Sit", monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failed write the table is at the same item, in the vault as on the screen."""
    async with sit("running") as chair:
        here = chair.current
        with monkeypatch.context() as broken:
            broken.setattr(Desk, "writing", refuse)
            await chair.press("n", "enter")
        assert (chair.current.id, chair.current.state) == (here.id, ItemState.OPEN)
        assert chair.lines[6].startswith(" ▸ D26-0012")


def texts(chair: "Chair") -> list[str]:
    """Return the texts that are kept of the item the table is at."""
    return [draft.text for draft in chair.vault.drafts.of_item(chair.current.id)]


async def test_a_pasted_megabyte_is_refused_and_the_text_stays(sit: "Sit") -> None:
    """A book is no contribution: the sentence says how much a field takes, and what was typed is still there."""
    async with sit("running", "120x40") as chair:
        await chair.press("i")
        await chair.type("politie: kort")
        await chair.paste("woord " * 180_000)
        assert "1080000" in chair.said
        assert "politie: kort" in chair.screen


async def test_a_megabyte_is_refused_in_any_field(sit: "Sit") -> None:
    """Whatever the field, a pasted megabyte is refused with a sentence, and the field takes the next key."""
    async with sit() as chair:
        for keys in ("2 t", "escape m", "escape 3 slash", "escape n", "escape ctrl+p", "escape f5 enter", "ctrl+l"):
            await chair.press(*keys.split())
            chair.app.clear_notifications()
            await chair.paste("woord " * 180_000)
            assert "Er is niets geplakt" in chair.said, keys
            await chair.type("x")
            assert isinstance(chair.app.focused, OneLine)
            assert chair.app.focused.value.endswith("x"), keys
