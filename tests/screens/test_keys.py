"""The keyboard: every key has one meaning here, a Dutch name, a place in the bar below or in the help."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from zvk_tui import i18n, screens, widgets
from zvk_tui.app import ZvkApp
from zvk_tui.screens.base import ZvkScreen
from zvk_tui.widgets.bars import KeyBar, key_name

if TYPE_CHECKING:
    from tests.screens.conftest import Sit

SAME_IN_DUTCH = {"Top 10", "Filter", "Plan", "Dossier", "Criteria"}
MAIN = (
    ("empty", "2", "NoMeeting"),
    ("prepared", "1", "TodayScreen"),
    ("prepared", "2", "PreparingScreen"),
    ("prepared", "3", "CasesScreen"),
    ("prepared", "8", "RegisterScreen"),
    ("running", "2", "ChairingScreen"),
    ("settling", "2", "SettlingScreen"),
)
"""The main screens: the stage of the vault and the key that shows them."""


def with_keys() -> list[type[Screen[object] | Widget | ZvkApp]]:
    """Return the app and every screen and widget of ours."""
    for package in (screens, widgets):
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    found: list[type[Screen[object] | Widget]] = [Screen, Widget]
    for one in found:
        found.extend(kind for kind in one.__subclasses__() if kind not in found)
    return [ZvkApp, *(one for one in found if one.__module__.startswith("zvk_tui"))]


def bindings(kind: type) -> Iterator[Binding]:
    """Yield the keys that a class itself declares."""
    for declared in kind.__dict__.get("BINDINGS", ()):
        assert isinstance(declared, Binding)
        for key in declared.key.split(","):
            yield Binding(key, declared.action, declared.description, tooltip=declared.tooltip)


def names(kind: type) -> str:
    """Return what a class is called in a failure."""
    return kind.__name__


@pytest.mark.parametrize("kind", with_keys(), ids=names)
def test_a_key_has_one_meaning(kind: type) -> None:
    """A screen or field gives no key twice."""
    keys = [binding.key for binding in bindings(kind)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("kind", with_keys(), ids=names)
def test_a_key_is_not_eaten_on_its_way(kind: type) -> None:
    """No key is one that terminals and multiplexers keep for themselves."""
    keys = {binding.key for binding in bindings(kind)}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+z"}
    assert not any(key.startswith(("alt+", "super+", "cmd+")) for key in keys)


@pytest.mark.parametrize("kind", with_keys(), ids=names)
def test_a_key_has_a_dutch_name(kind: type) -> None:
    """Every name and explanation of a key is translated."""
    english = [
        text
        for binding in bindings(kind)
        for text in (binding.description, binding.tooltip)
        if text and text not in SAME_IN_DUTCH and i18n._translations().gettext(text) == text
    ]
    assert english == []


@pytest.mark.parametrize(("stage", "key", "where"), MAIN, ids=[where for _stage, _key, where in MAIN])
async def test_the_bar_fits_and_leads_to_the_help(sit: "Sit", stage: str, key: str, where: str) -> None:
    """At 80 columns the bar holds whole keys only, the help among them; every other key stands in the help."""
    async with sit(stage) as chair:
        await chair.press(key)
        assert chair.where == where
        assert chair.keys.rstrip().endswith("? Hulp")
        screen = chair.app.screen
        declared = [active.binding for active in screen.active_bindings.values() if not active.binding.system]
        words = {f"{key_name(binding)} {i18n._(binding.description)}" for binding in declared}
        assert set(chair.keys.strip().split("  ")) <= words
        await chair.resize(80, 100)
        await chair.press("question_mark")
        explained = {b.action for b in declared if i18n._(b.tooltip or b.description) in chair.screen}
        assert {binding.action for binding in declared} == explained


async def test_keys_go_to_the_main_screens(sit: "Sit") -> None:
    """1, 2, 3 and 8 show their screens from everywhere, and esc goes back to Vandaag."""
    async with sit() as chair:
        for key, where in zip("2381", ("PreparingScreen", "CasesScreen", "RegisterScreen", "TodayScreen"), strict=True):
            await chair.press(key)
            assert chair.where == where
        for key in ("2", "3", "8"):
            await chair.press(key, "escape")
            assert chair.where == "TodayScreen"


BACK = (
    ("prepared", "1", ("question_mark", "f1", "ctrl+p", "n", "f5", "f6")),
    ("prepared", "2", ("p", "t", "m", "w", "s", "o", "ctrl+e", "question_mark", "ctrl+p", "end up enter")),
    ("prepared", "3", ("n", "enter", "f", "s", "b", "question_mark", "slash")),
    ("prepared", "8", ("n", "home enter", "f5", "f6")),
    ("running", "2", ("a", "b", "i", "o", "m", "v", "e", "n", "f", "p", "w", "ctrl+e", "question_mark", "ctrl+p")),
    ("settling", "2", ("d", "e", "p", "enter", "w", "question_mark")),
    ("final", "2", ("e", "h", "w")),
)
"""The stage, the key of the main screen, and the keys that open something over it."""


@pytest.mark.parametrize(("stage", "main", "keys"), BACK, ids=[f"{stage}-{main}" for stage, main, _keys in BACK])
async def test_escape_goes_one_level_back(sit: "Sit", stage: str, main: str, keys: tuple[str, ...]) -> None:
    """Whatever was opened, escape closes it and the screen below is as it was."""
    async with sit(stage) as chair:
        await chair.press(main)
        where, focused, below = chair.where, type(chair.app.focused), chair.screen
        for key in keys:
            await chair.press(*key.split())
            assert chair.screen != below, key
            await chair.press("escape")
            assert (chair.where, type(chair.app.focused)) == (where, focused), key
            chair.app.clear_notifications()
            await chair.press("home")
            below = chair.screen


async def test_undo_says_what_it_undid(sit: "Sit") -> None:
    """`u` takes back the last change, names it and its case, and the screen shows it."""
    async with sit("running", "120x40") as chair:
        await chair.press("a")
        await chair.enter("nabij: jongere uitnodigen @vr")
        assert "jongere uitnodigen" in chair.screen
        await chair.press("u")
        assert chair.said == "Ongedaan gemaakt: actie toegevoegd (D26-0012)"
        assert "jongere uitnodigen" not in chair.screen


async def test_undo_brings_back_what_was_dropped(sit: "Sit") -> None:
    """An item that was dropped from the agenda is one key away."""
    async with sit() as chair:
        await chair.press("2", "end", "up")
        before = chair.screen
        await chair.press("d")
        assert "Jordy Veenbes" not in chair.screen
        await chair.press("u")
        assert chair.said == "Ongedaan gemaakt: agendapunt geschrapt (D25-0016)"
        chair.app.clear_notifications()
        await chair.press("end", "up")
        assert chair.screen == before


async def test_undo_ends(sit: "Sit") -> None:
    """When there is nothing to undo, that is said."""
    async with sit() as chair:
        await chair.press("u")
        assert chair.said == "Er is niets om ongedaan te maken."


REFUSED = (
    ("settling", {"f": "Handel eerst", "h": "nog niet vastgesteld"}),
    ("final", dict.fromkeys("fdrt", "Het verslag is vastgesteld")),
)
"""The stage, the keys that do not apply there, and what is said when they are pressed."""


@pytest.mark.parametrize(("stage", "keys"), REFUSED, ids=[stage for stage, _keys in REFUSED])
async def test_a_key_that_does_not_apply_says_why(sit: "Sit", stage: str, keys: dict[str, str]) -> None:
    """It changes nothing, and the sentence says what would have to be done first."""
    async with sit(stage) as chair:
        await chair.press("2")
        before = chair.screen
        for key, said in keys.items():
            await chair.press(key)
            assert said in chair.said, key
            chair.app.clear_notifications()
            await chair.settle()
            assert chair.screen == before, key


async def test_a_key_that_does_not_apply_is_dimmed(sit: "Sit") -> None:
    """In the bar below final minutes only the export stands out."""
    async with sit("final") as chair:
        await chair.press("2")
        assert isinstance(chair.app.screen, ZvkScreen)
        bar = chair.app.screen.query_one(KeyBar).render()
        assert isinstance(bar, Content)
        dimmed = {bar.plain[span.start : span.end].strip() for span in bar.spans if span.style == "$text-disabled"}
        assert {"f", "d", "r", "t"} <= dimmed
        assert "e" not in dimmed


async def test_the_palette_runs_a_command(sit: "Sit") -> None:
    """A command is found by a part of its name, in any case, and runs on the screen below."""
    async with sit() as chair:
        await chair.press("2", "ctrl+p")
        await chair.enter("UITNOD")
        await chair.until(lambda: chair.where == "AttendanceList")


async def test_the_palette_holds_our_own_commands_only(sit: "Sit") -> None:
    """Nothing that takes a picture of the screen, and nothing English."""
    async with sit(size="80x70") as chair:
        await chair.press("ctrl+p")
        for foreign in ("Screenshot", "Theme", "Quit", "Maximize", "Show keys"):
            assert foreign not in chair.screen
        await chair.enter("xyzzy")
        assert "Geen opdracht heet zo" in chair.screen
