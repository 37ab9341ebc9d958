"""What a user typed is never markup: brackets, direction signs, emoji and long names come out as they went in."""

from dataclasses import replace
from typing import Any

import pytest

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.record import StatementKind

NASTY = "[/x] [b]vet[/b] {weg} $x \u202eomgekeerd \x07 🚨"
SHOWN = "[/x] [b]vet[/b] {weg}"
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 4


def poison(vault: Any) -> None:
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
    series = meeting.series
    people = vault.meetings.series_people(series.id)
    vault.change.series(replace(series, name="[/x] Kernteam", place=NASTY), people.members, people.chair, None)
    if meeting.current_item_id:
        source = Owner(directory.partners[0])
        vault.entries.add_contribution(meeting.current_item_id, source, StatementKind.FACT, NASTY, meeting.on)
        vault.entries.add_decision(meeting.current_item_id, NASTY, NASTY, None, NASTY)
        vault.entries.add_action(meeting.current_item_id, source, NASTY, meeting.on)
        vault.table.save_note(meeting.current_item_id, NASTY)


@pytest.mark.parametrize("size", ["80x24", "120x40"])
@pytest.mark.parametrize(
    ("stage", "keys"),
    [
        ("prepared", ("1",)),
        ("prepared", ("2",)),
        ("prepared", ("2", "p")),
        ("prepared", ("2", "t")),
        ("prepared", ("2", "w")),
        ("prepared", ("3",)),
        ("prepared", ("3", "enter")),
        ("prepared", ("3", "e")),
        ("prepared", ("8",)),
        ("running", ("f1",)),
        ("running", ("n",)),
        ("running", ("v",)),
        ("running", ("e",)),
        ("running", ("ctrl+e",)),
        ("running", ("f8",)),
        ("settling", ("1", "2")),
        ("final", ("1", "2")),
    ],
)
async def test_every_screen_shows_it_as_it_is(sit: Any, stage: str, keys: tuple[str, ...], size: str) -> None:
    """Every screen opens with nasty text in every field; no direction sign or control character reaches it."""

    def change(vault: Any) -> None:
        if stage in {"prepared", "running"}:
            poison(vault)

    async with sit(stage, size, change=change) as chair:
        await chair.press(*keys)
        text = chair.screen
        assert "\u202e" not in text
        assert "\x07" not in text
        assert text.strip()


async def test_brackets_stay(sit: Any) -> None:
    """The words between brackets are on the card, letter by letter."""
    async with sit("running", "120x40", change=poison) as chair:
        assert SHOWN in " ".join(chair.screen.split())
