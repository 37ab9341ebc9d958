"""What a user typed is never markup: brackets, direction signs, emoji and long names come out as they went in."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.record import StatementKind
from zvk_tui.store.vault import Vault

if TYPE_CHECKING:
    from tests.screens.conftest import Sit

NASTY = "[/x] [b]vet[/b] {weg} $x \u202eomgekeerd \x07 🚨"
SHOWN = "[/x] [b]vet[/b] {weg} $x omgekeerd"
HIDDEN = set("\u202e\u2066\u200b\x07\x1b\t\r")
"""Signs that must not reach the screen."""
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 4


def poison(vault: Vault) -> None:
    """Put the nasty text in every field that a screen shows."""
    directory = vault.register.directory()
    for partner in directory.partners[:3]:
        vault.change.partner(replace(partner, name=NASTY, short=f"{partner.short} [/x]"))
    for person in directory.professionals[:40]:
        vault.change.professional(replace(person, name=f"[/x] {person.id} {LONG}", function=NASTY))
    for case_file in vault.register.find_cases("", 500):
        subject = Subject(f"[/x] {case_file.id}", "[b]", LONG)
        vault.change.case_file(replace(case_file, goal=NASTY, subject=subject))
    meeting = vault.meetings.at_hand()
    assert meeting
    series = meeting.series
    people = vault.meetings.series_people(series.id)
    vault.change.series(replace(series, name="[/x] Kernteam", place=NASTY), people.members, people.chair, None)
    if meeting.current_item_id:
        source = Owner(directory.partners[0])
        vault.entries.add_contribution(meeting.current_item_id, source, StatementKind.FACT, NASTY, meeting.on)
        vault.entries.add_decision(meeting.current_item_id, NASTY, NASTY, None, NASTY)
        vault.entries.add_action(meeting.current_item_id, source, NASTY, meeting.on)
        vault.table.save_note(meeting.current_item_id, NASTY)


WALKS = {
    "prepared": "1 | 2 | p | esc t | esc w | esc o | esc s | esc m"
    " | esc 3 | enter | esc e | esc 8 | home enter | esc f5",
    "running": "2 | f1 | esc n | esc v | esc e | esc i | esc a | esc ctrl+e | tab right right | esc f8 | ctrl+p",
    "settling": "2 | e | esc p | esc f8 | f8 home enter | esc 1",
    "final": "1 | 2 | e | pagedown | esc h | esc w",
}
"""The keys from one screen to the next, by the stage of the vault."""


@pytest.mark.parametrize("size", ["80x24", "120x40"])
@pytest.mark.parametrize("stage", WALKS)
async def test_every_screen_shows_it_as_it_is(sit: "Sit", stage: str, size: str) -> None:
    """Every screen opens with nasty text in every field; no direction sign or control character reaches it."""
    async with sit(stage, size, change=None if stage == "final" else poison) as chair:
        for step in WALKS[stage].split("|"):
            await chair.press(*(word.replace("esc", "escape") for word in step.split()))
            assert not set(chair.screen) & HIDDEN, step
            assert chair.screen.strip(), step


async def test_brackets_stay(sit: "Sit") -> None:
    """The words between brackets are on the card, letter by letter, and so is the emoji."""
    async with sit("running", "120x40", change=poison) as chair:
        text = " ".join(chair.screen.split())
        assert SHOWN in text
        assert "🚨" in text


async def test_what_is_typed_and_said_is_no_markup_either(sit: "Sit") -> None:
    """A half-typed line, its hint and a toast show brackets as they are."""
    async with sit("running", "120x40") as chair:
        await chair.press("a")
        await chair.enter("[/x] [b]: bellen @vr")
        assert "“[/x] [b]”" in chair.screen
        chair.app.notify("[/x] [b]", markup=False)
        await chair.until(lambda: chair.said in chair.screen)


async def test_a_pasted_control_character_stays_out(sit: "Sit") -> None:
    """What is pasted with signs that turn or blank a line is entered without them."""
    async with sit("running") as chair:
        await chair.press("m")
        await chair.paste("links\u202erechts\x07\x1b[2J einde\r\nen verder")
        await chair.press("ctrl+s")
        note = chair.vault.cards.get(chair.current.id).note
        assert note == "linksrechts[2J einde\nen verder"
