"""Every screen as it was read by somebody, at 80x24 and 120x40; a change is seen in review.

A screen is kept in `snapshots/NAME-SIZE.txt`. After a change that is meant, `ZVK_SNAPSHOTS=write` keeps the screens as
they are now; read them before they are committed.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from zvk_tui.screens.cases import CasesScreen

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit

SIZES = ("80x24", "120x40")

Tour = tuple[tuple[str, str], ...]
"""Screens by name, each with the keys that lead to it from the one before; a word after `=` is typed, `_` is space."""

UNLOCKING: Tour = (("unlock", ""), ("unlock-capitals", "=VIER"))
NOTHING: Tour = (
    ("today-empty", ""),
    ("meeting-none", "2"),
    ("cases-empty", "3"),
    ("priority-empty", "4"),
    ("progress-empty", "5"),
    ("closure-empty", "6"),
    ("register-empty", "8"),
    ("register-new", "n"),
    ("partner-form", "enter"),
    ("settings", "escape f5"),
    ("setting", "enter"),
    ("keys", "escape escape f6"),
)
PREPARING: Tour = (
    ("today", ""),
    ("action-settle", "down enter"),
    ("today-projector", "escape f8"),
    ("cases-projector", "3"),
    ("preparing-projector", "2"),
    ("cases", "3 f8"),
    ("cases-search", "slash =waterv"),
    ("dossier", "enter enter"),
    ("dossier-event", "e"),
    ("case-form", "escape c"),
    ("dossier-persons", "escape right"),
    ("dossier-plan", "right"),
    ("dossier-contributions", "right"),
    ("dossier-police", "right"),
    ("dossier-meetings", "right"),
    ("dossier-documents", "right"),
    ("dossier-retention", "right"),
    ("registration", "escape escape n"),
    ("registration-criteria", "ctrl+n ctrl+n ctrl+n"),
    ("register", "escape escape 8"),
    ("log", "l"),
    ("series-form", "escape home enter"),
    ("preparing", "escape 2"),
    ("attendance-invited", "p"),
    ("attendance-invite", "i"),
    ("attendance-leaves", "escape l"),
    ("preparing-add", "escape escape t"),
    ("preparing-minutes", "escape m"),
    ("which-meeting", "escape w"),
    ("case-card", "escape end up enter"),
    ("help-preparing", "escape question_mark"),
    ("palette", "escape ctrl+p"),
    ("confirm", "escape s"),
    ("opening", "j"),
    ("attendance", "p"),
    ("last-minutes", "escape n"),
)
DECIDING: Tour = (
    ("priority", "4"),
    ("priority-entry", "enter"),
    ("priority-before", "escape v"),
    ("priority-rules", "escape r"),
    ("priority-add", "escape n"),
    ("priority-move", "escape down K"),
    ("priority-leave", "escape x"),
    ("priority-projector", "escape f8"),
    ("progress-projector", "5"),
    ("closure-projector", "6"),
    ("progress", "5 f8"),
    ("progress-plan", "enter"),
    ("progress-level", "home down down down l"),
    ("progress-partner", "escape escape o enter"),
    ("closure", "6"),
    ("closure-case", "down down down enter"),
    ("closure-fact", "n"),
    ("closure-rules", "escape escape r"),
)
CHAIRING: Tour = (
    ("case", ""),
    ("case-projector", "f8"),
    ("action-form", "f8 a"),
    ("action-owner-offered", "=jeugd"),
    ("action-ambiguous", "=:_bellen_@vr enter"),
    ("action-no-date", "ctrl+u =politie:_huisbezoek_afleggen enter"),
    ("action-good", "=_@14-12"),
    ("action-entered", "enter"),
    ("contribution-form", "i"),
    ("judgement-form", "escape o"),
    ("decision-form", "escape b"),
    ("note-form", "escape m"),
    ("review", "escape v"),
    ("edit", "escape e"),
    ("help-chairing", "escape question_mark"),
    ("read-back", "escape n"),
    ("action-list", "escape home down down enter"),
    ("closing", "end enter"),
    ("end", "f"),
)
SETTLING: Tour = (("settling", ""), ("next-date", "d"), ("export-draft", "escape e"))
FINAL: Tour = (("final", ""), ("export", "e"))

TOURS: dict[str, Tour] = {
    "locked": UNLOCKING,
    "empty": NOTHING,
    "prepared": PREPARING,
    "deciding": DECIDING,
    "running": CHAIRING,
    "settling": SETTLING,
    "final": FINAL,
}
"""Each tour by the stage of the vault on which it begins; locked and deciding ones begin on the prepared one."""

Walk = Callable[[str, str], dict[str, str]]


@pytest.fixture(scope="module")
def _walked() -> dict[tuple[str, str], dict[str, str]]:
    """Return the screens of the tours that were made."""
    return {}


@pytest.fixture
def walk(sit: "Sit", _walked: dict[tuple[str, str], dict[str, str]]) -> Walk:
    """Return what makes a tour in a window of a size, once, and gives its screens by name."""

    def walked(stage: str, size: str) -> dict[str, str]:
        if (stage, size) not in _walked:
            _walked[stage, size] = asyncio.run(tour(sit, stage, size))
        return _walked[stage, size]

    return walked


async def tour(sit: "Sit", stage: str, size: str) -> dict[str, str]:
    """Make a tour and return its screens by name."""
    screens: dict[str, str] = {}
    locked = stage == "locked"
    where = {"locked": "prepared", "deciding": "prepared"}.get(stage, stage)
    async with sit(where, size, unlocked=not locked) as chair:
        for name, keys in TOURS[stage]:
            await go(chair, keys)
            screens[name] = chair.screen
    return screens


async def go(chair: "Chair", keys: str) -> None:
    """Press the keys that lead to a screen; what was said on the way there disappears."""
    for word in keys.split():
        if word.startswith("="):
            await chair.type(word[1:].replace("_", " "))
        else:
            await chair.press(word)
    chair.app.clear_notifications()
    await chair.settle()
    if isinstance(screen := chair.app.screen, CasesScreen):
        await chair.until(lambda: screen._total is not None)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("stage", "name"), [pytest.param(stage, name, id=name) for stage, found in TOURS.items() for name, _keys in found]
)
def test_a_screen_is_as_it_was_read(
    stage: str, name: str, size: str, walk: Walk, compare: Callable[[str, str], None]
) -> None:
    """Nobody changes a screen without looking at it."""
    compare(f"{name}-{size}", walk(stage, size)[name])
