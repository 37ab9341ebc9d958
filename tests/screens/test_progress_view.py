"""How one plan is laid out: the texts of its actions, the axis beside them, and the police contacts below."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind
from zvk_tui.domain.plan import Plan
from zvk_tui.domain.progress import PlanWhole
from zvk_tui.domain.record import Action
from zvk_tui.screens.progress_view import PlanProgressView

TODAY: Final = date(2026, 11, 23)
POLICE: Final = Partner(1, "Politie", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER)
CASE: Final = CaseFile(1, "D26-0001", Approach.PAD, Phase.APPROACH, Subject("Proef", "", "Bedacht"), date(2026, 3, 2))
LONG: Final = "een heel lange afspraak van meer dan tachtig tekens, die toch in haar geheel te lezen moet zijn"
ACTION: Final = Action(1, 1, LONG, POLICE, None, TODAY + timedelta(20), agreed_on=date(2026, 9, 1))


def view(width: int, *actions: Action) -> PlanProgressView:
    """Return how a plan of September with some actions is shown."""
    return PlanProgressView(PlanWhole(CASE, (Plan(1, date(2026, 9, 1), "rust"),), (), actions), TODAY, width, str)


def rows(shown: PlanProgressView) -> list[str]:
    """Return the lines of the actions."""
    return [line.content.plain for line in shown.lines() if line.key.startswith("action ")]


def test_the_texts_have_the_room_that_the_axis_leaves() -> None:
    """On a wide screen a long action is read whole beside a short axis; nothing is wider than the screen."""
    (row,) = rows(view(156, ACTION))
    assert LONG in row
    assert "─" in row
    assert len(row) <= 156


@pytest.mark.parametrize("width", [76, 100, 116, 156])
def test_the_police_contacts_stand_on_the_axis_of_the_actions(width: int) -> None:
    """Whatever the texts and the width, today is in one column everywhere, and all fits."""
    shown = view(width, ACTION, replace(ACTION, id=2, text="kort", due=TODAY - timedelta(9)))
    late = next(row for row in rows(shown) if "!" in row)
    below = shown.below().plain.split("\n")
    assert {row.rindex("│") for row in below} == {late.rindex("!")}
    assert max(map(len, (*rows(shown), *below))) <= width
