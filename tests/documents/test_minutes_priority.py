"""The top 10 in minutes on paper: the order as it stood, in the style of names that was asked for."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zvk_tui.documents.markdown import markdown
from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.minutes import Minutes, PriorityPlace, closed_part, parts
from zvk_tui.domain.priority_list import Movement

if TYPE_CHECKING:
    from zvk_tui.domain.minutes import MinutesHead

PLACES = (
    PriorityPlace(1, "D26-0042", Subject("Jan", "de", "Vriezer"), Movement.UP, 3, "Piet Politieman", "Ria Voorbeeld"),
    PriorityPlace(2, "", Subject(group_name="Kade Noord"), Movement.NEW, None, "Aad Afwezig", "Ria Voorbeeld"),
    PriorityPlace(3, "D26-0077", None, None),
)


@pytest.fixture
def minutes(head: "MinutesHead") -> Minutes:
    """Return minutes of a meeting that had the list on its agenda."""
    return Minutes(head, (), priority=PLACES)


def written(minutes: Minutes, style: NameStyle) -> str:
    """Return minutes as text."""
    return markdown(minutes_document(minutes, style)).decode()


def test_the_order_stands_with_movement_and_people(minutes: Minutes) -> None:
    """Place, who, movement against the meeting before, fixed contact and case director stand on one row each."""
    text = written(minutes, NameStyle.FULL)
    assert [name in text for name in ("Jan de Vriezer", "Kade Noord", "Piet Politieman", "Aad Afwezig")] == [True] * 4
    assert text.index("D26-0042") < text.index("Kade Noord") < text.index("D26-0077")


@pytest.mark.parametrize(("style", "shown"), [(NameStyle.INITIALS, "J. d. V."), (NameStyle.NONE, "D26-0042")])
def test_names_and_labels_are_masked(minutes: Minutes, style: NameStyle, shown: str) -> None:
    """Without full names neither the person nor the label of the group stands there; professionals keep theirs."""
    text = written(minutes, style)
    assert [name in text for name in ("Vriezer", "Kade", "Noord")] == [False] * 3
    assert shown in text
    assert "Piet Politieman" in text


def test_a_closed_case_is_a_number_on_paper() -> None:
    """Who is not admitted to a case gets its place and number, no person, movement or professional."""
    assert closed_part(PLACES[0]) == PriorityPlace(1, "D26-0042", None, None)


def test_each_place_is_a_part_of_its_own(minutes: Minutes) -> None:
    """Every place is hashed by itself, so that one can be erased; without the list the parts are what they were."""
    without = parts(replace(minutes, priority=()))
    assert parts(minutes)[: len(without)] == without
    assert len(parts(minutes)) == len(without) + len(PLACES)
