"""How late an action is."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.record import ActionState

if TYPE_CHECKING:
    from tests.domain.conftest import Make


@pytest.mark.parametrize(
    ("due", "today", "days"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(2026, 11, 24), date(2026, 11, 23), 0),
        (date(2026, 11, 22), date(2026, 11, 23), 1),
        (date(2026, 10, 31), date(2026, 11, 1), 1),
        (date(2028, 2, 28), date(2028, 3, 1), 2),
        (date(2027, 2, 28), date(2027, 3, 1), 1),
        (date(2026, 12, 31), date(2027, 1, 1), 1),
    ],
)
def test_an_action_is_late_from_the_day_after(make: "Make", due: date, today: date, days: int) -> None:
    """On its due date an action is in time; then days count, over month ends, leap days and the year turn."""
    assert make.action(due=due).days_late(today) == days


@pytest.mark.parametrize("state", [state for state in ActionState if state is not ActionState.OPEN])
def test_a_settled_action_is_not_late(make: "Make", state: ActionState) -> None:
    """Whatever the outcome, an action with an outcome waits for nobody."""
    assert make.action(state=state, due=date(2020, 1, 1)).days_late(date(2026, 11, 23)) == 0
