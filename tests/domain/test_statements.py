"""Statements: on which ground they are given, and how doubt about them is kept."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.statements import (
    StandingMark,
    StatementProblem,
    mark_problem,
    standing_on,
    statement_problem,
)

TODAY = date(2026, 11, 23)
marks = st.lists(
    st.builds(
        StandingMark, st.dates(TODAY - timedelta(9), TODAY), st.sampled_from(Standing), st.just("X"), st.just("y")
    )
).map(lambda found: sorted(found, key=lambda mark: mark.on))


@pytest.mark.parametrize("category", [None, *DataCategory])
def test_health_is_given_with_consent_or_an_exception(category: DataCategory | None) -> None:
    """A statement about health names its ground in the conditions (Wgs art. 2.29(2)); others need none."""
    needed = category is DataCategory.HEALTH
    assert statement_problem(TODAY, category, " ", TODAY) is (StatementProblem.NO_GROUND if needed else None)
    assert statement_problem(TODAY, category, "toestemming betrokkene", TODAY) is None


def test_a_statement_is_not_of_tomorrow() -> None:
    """What somebody brings in is of today or earlier."""
    assert statement_problem(TODAY + timedelta(1), None, "", TODAY) is StatementProblem.FUTURE


@pytest.mark.parametrize("now", Standing)
@pytest.mark.parametrize("wanted", Standing)
def test_a_mark_has_a_reason_and_says_something_new(now: Standing, wanted: Standing) -> None:
    """Marking as disputed, wrong or standing again asks why; marking what is marked so already is refused."""
    same = now is wanted
    assert mark_problem(now, wanted, "zie brief") is (StatementProblem.SAME_STANDING if same else None)
    assert mark_problem(now, wanted, " ") is (StatementProblem.SAME_STANDING if same else StatementProblem.NO_REASON)


@given(marks, st.dates(TODAY - timedelta(12), TODAY + timedelta(2)))
def test_an_earlier_standing_stays_readable(found: list[StandingMark], day: date) -> None:
    """How a statement stood on any day follows from its marks up to that day; before the first mark it stood."""
    earlier = [mark for mark in found if mark.on <= day]
    assert standing_on(found, day) is (earlier[-1].standing if earlier else Standing.STANDS)
