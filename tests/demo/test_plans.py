"""What the demo's plans say: a theme for every story, plans that can be set, and texts that name nobody."""

import unicodedata
from datetime import date

import pytest

from zvk_tui.demo.cases import rows
from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.partners import BY_SHORT
from zvk_tui.demo.plans_table import CONSENT, DOUBTS, REASONS
from zvk_tui.demo.themes import Theme, themes
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.plan import Plan, remarks
from zvk_tui.domain.statements import statement_problem

TODAY = date(2026, 11, 23)


def texts(theme: Theme) -> list[str]:
    """Return every text of a theme."""
    goals = [text for goal in theme.goals for text in (goal.text, goal.measure)]
    return [*goals, *(told.text for told in theme.told), *theme.contacts]


def test_every_story_has_a_theme() -> None:
    """Every case outside the radicalisation approach has goals, and no theme is about a case that is not there."""
    stories = {row.story for row in rows() if row.approach is not Approach.RADICALISATION}
    assert set(themes()) == stories


@pytest.mark.parametrize("story", sorted(themes()))
def test_a_plan_of_the_demo_can_be_set(story: str) -> None:
    """Its goals have a text, a measure and a way up; with any goal and review there is nothing to remark."""
    plan = Plan(0, TODAY, "een doel", TODAY, themes()[story].goals)
    assert remarks(plan, TODAY) == ()
    assert len(plan.goals) >= 2


def test_what_is_told_comes_from_partners_of_the_demo() -> None:
    """Every statement has a partner, and health data can be given with the ground that the demo names."""
    told = [one for theme in themes().values() for one in theme.told]
    assert {one.partner for one in told} <= set(BY_SHORT)
    assert any(one.category is DataCategory.HEALTH for one in told)
    assert all(statement_problem(TODAY, one.category, CONSENT, TODAY) is None for one in told)
    assert {Standing(standing) for standing, _reason in DOUBTS} == {Standing.DISPUTED, Standing.WRONG}


def test_texts_are_clean_and_name_nobody() -> None:
    """No text has control characters or spaces too many, or the name of somebody of the demo."""
    names = {word for case in chamber(TODAY).cases for word in case.today.subject.name_words if len(word) > 3}
    said = [text for theme in themes().values() for text in texts(theme)]
    for text in [*said, *REASONS, CONSENT, *(reason for _standing, reason in DOUBTS)]:
        assert not any(unicodedata.category(sign).startswith("C") for sign in text), text
        assert text == " ".join(text.split())
        assert not names & set(text.replace(",", " ").replace(".", " ").split()), text
