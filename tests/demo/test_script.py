"""The scripted meeting of the demo: every line understood, every item visited."""

from datetime import date, timedelta
from typing import Final

import pytest

from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.script import PlayStep, StepKind, script
from zvk_tui.domain.entry_line import parse_action, parse_statement
from zvk_tui.domain.partners import Directory

MONDAY: Final = date(2026, 11, 23)


def lines(kind: StepKind) -> list[PlayStep]:
    """Return the steps of one kind of a script of two registrations and nine cases."""
    return [step for step in script(2, 9) if step.kind is kind]


def test_every_line_of_the_script_is_understood() -> None:
    """Each contribution and action of the scripted meeting names exactly one owner, and each action one date."""
    made = chamber(MONDAY)
    directory = Directory(made.partners, made.professionals)
    for step in lines(StepKind.SAY):
        assert parse_statement(step.text, directory).good, step.text
    for step in lines(StepKind.ACT):
        assert parse_action(step.text, directory, MONDAY, MONDAY + timedelta(14)).good, step.text


def test_the_script_names_people_who_are_invited() -> None:
    """Everybody whom the script names is invited today, and the newcomer signs before the meeting begins."""
    made = chamber(MONDAY)
    seated = {seat.professional.name for seat in made.meetings[-1].attendance}
    assert {step.who for step in script(2, 9) if step.who} <= seated
    kinds = [step.kind for step in script(2, 9)]
    assert kinds.index(StepKind.SIGN) < kinds.index(StepKind.BEGIN)


@pytest.mark.parametrize(("referrals", "cases"), [(0, 0), (1, 3), (2, 9), (3, 14)])
def test_the_script_visits_every_item_once(referrals: int, cases: int) -> None:
    """Whatever the agenda has, each registration and case is entered once and then left or skipped."""
    steps = script(referrals, cases)
    entered = [(step.item, step.nth) for step in steps if step.kind is StepKind.ENTER]
    assert len(entered) == len(set(entered)) == referrals + cases + 4
    assert sum(step.kind in {StepKind.NEXT, StepKind.SKIP} for step in steps) == len(entered)
    assert steps[-1].kind is StepKind.FINALISE
