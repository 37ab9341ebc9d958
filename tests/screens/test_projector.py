"""Projector mode: with F8 on, no name of anybody a case is about stands on any screen."""

from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.meeting import ItemState
from zvk_tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit


def names(chair: "Chair") -> set[str]:
    """Return the full names, and the surnames that no professional bears, of everybody a case is about."""
    directory = chair.vault.register.directory()
    colleagues = " ".join(person.name for person in directory.professionals)
    subjects = [case_file.subject for case_file in chair.vault.register.find_cases("", 500)]
    surnames = {subject.surname for subject in subjects if subject.surname and subject.surname not in colleagues}
    return surnames | {subject.full_name for subject in subjects}


def shown(chair: "Chair", wanted: set[str]) -> set[str]:
    """Return which of these names stand on the screen."""
    return {name for name in wanted if name in chair.screen}


WALKS = (
    ("prepared", "1 | end | 3 | / =van | enter | esc esc home e | esc 8"),
    ("prepared", "2 | t | =sem | esc enter | esc w | esc m | esc p | esc ctrl+e"),
    ("running", "2 | n | esc v | esc e | esc a | esc b | esc o | esc f | esc p"),
    ("settling", "2 | enter | esc d | esc e | tab right right | pagedown"),
    ("final", "2 | e | tab right right | pagedown | pagedown"),
)
"""The stage, and the keys to one screen after the other."""


@pytest.mark.parametrize(("stage", "keys"), WALKS, ids=[f"{stage}-{keys[0]}" for stage, keys in WALKS])
async def test_no_name_stands_on_a_screen(sit: "Sit", stage: str, keys: str) -> None:
    """Numbers and initials take the place of names, in lists, cards, dialogs and the preview of the minutes."""
    async with sit(stage, "120x40") as chair:
        wanted = names(chair)
        await chair.press("f8")
        for step in keys.split("|"):
            for word in step.split():
                if word.startswith("="):
                    await chair.type(word[1:])
                else:
                    await chair.press({"esc": "escape", "/": "slash"}.get(word, word))
            assert shown(chair, wanted) == set(), f"after {step}:\n{chair.screen}"


async def test_no_name_stands_on_any_card(sit: "Sit") -> None:
    """The cards of all items of the agenda are free of names, what was typed about a case as well."""
    async with sit("running") as chair:
        wanted = names(chair)
        subject = chair.current.case
        assert subject
        await chair.press("f8", "a")
        await chair.enter(f"politie: {subject.subject.full_name} thuis bezoeken @vr")
        await chair.press("home")
        for _item in range(15):
            await chair.press("enter")
            card = str(chair.app.screen.query_one("#card", Pane).render())
            assert {name for name in wanted if name in card + chair.screen} == set(), card
            await chair.press("down")


async def test_f8_again_shows_the_names(sit: "Sit") -> None:
    """The same key brings the names back, and says so."""
    async with sit() as chair:
        await chair.press("f8")
        assert "Milan Lisdodde" not in chair.screen
        await chair.press("f8")
        assert "Milan Lisdodde" in chair.screen
        assert chair.said == "De projectorstand staat uit."


async def test_the_projector_reaches_below_a_dialog(sit: "Sit") -> None:
    """F8 in a dialog masks the screen that shines through around it as well."""
    async with sit() as chair:
        wanted = names(chair)
        await chair.press("2", "s")
        assert shown(chair, wanted)
        await chair.press("f8")
        assert shown(chair, wanted) == set()


async def test_a_meeting_goes_on_in_projector_mode(sit: "Sit") -> None:
    """The mode hides names and nothing else: an item can be concluded as always."""
    async with sit("running") as chair:
        here = chair.current.id
        await chair.press("f8", "n", "enter")
        assert chair.current.id != here
        meeting = chair.vault.meetings.at_hand()
        assert meeting
        states = {item.id: item.state for item in chair.vault.meetings.agenda(meeting.id)}
        assert states[here] is ItemState.DISCUSSED
