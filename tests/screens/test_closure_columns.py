"""The columns of the list of closure checks: names have room, and nothing of a date is cut."""

from datetime import date

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, NameStyle, Phase, Subject
from zvk_tui.domain.closure import ClosureFacts, check, default_closure_rules
from zvk_tui.domain.closure_case import CheckedCase
from zvk_tui.domain.police import KnownUntil
from zvk_tui.screens.closure_columns import ClosureColumns, ClosureLine

TODAY = date(2026, 11, 23)
NAME = "Verzonnen Langenaam"


@pytest.mark.parametrize("width", [114, 118, 158])
def test_a_name_and_a_date_have_room(width: int) -> None:
    """Where all columns are shown, twenty are for the name, and an old day of information stands there whole."""
    known = KnownUntil(date(2024, 9, 14), TODAY, "Politie")
    found = check(
        ClosureFacts(Approach.PAD, date(2026, 1, 5), known_until=known), default_closure_rules(Approach.PAD), TODAY
    )
    subject = Subject("Verzonnen", "", "Langenaam")
    case = CaseFile(1, "D26-0001", Approach.PAD, Phase.APPROACH, subject, date(2026, 1, 5))
    line = ClosureLine(CheckedCase(1, case.ref, case.approach, found, None, known), case)
    shown = ClosureColumns(TODAY, NameStyle.FULL).line(line, width).plain
    assert NAME in shown
    assert "!14-09-2024 800d" in shown
    assert len(shown) <= width + 1
