"""The top 10 in minutes on paper: the order as it stood, in the style of names that was asked for."""

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zvk_tui.documents.markdown import markdown
from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.minutes import Minutes, PriorityLeft, PriorityPlace, canonical, closed_part, part_ref, parts
from zvk_tui.domain.priority_list import LeaveReason, Movement

if TYPE_CHECKING:
    from zvk_tui.domain.minutes import MinutesHead

PLACES = (
    PriorityPlace(1, "D26-0042", Subject("Jan", "de", "Vriezer"), Movement.UP, 3, "Piet Politieman", "Ria Voorbeeld"),
    PriorityPlace(2, "", Subject(group_name="Kade Noord"), Movement.NEW, None, "Aad Afwezig", "Ria Voorbeeld"),
    PriorityPlace(3, "D26-0077", None, None),
)
TOLD = replace(
    PLACES[0], decision="Jan de Vriezer blijft", decided_on=date(2026, 9, 1), review_on=date(2026, 12, 21), weeks=12
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


OLD = (
    b'{"case_ref":"D26-0042","contact":"Piet Politieman","director":"Ria Voorbeeld","movement":"up","rank":1,'
    b'"subject":{"birth_date":null,"given_names":"Jan","group_name":"","prefix":"de","surname":"Vriezer"},"was":3}'
)
"""A place as minutes wrote it down before they told its decision."""


def test_earlier_minutes_keep_their_fingerprint() -> None:
    """A place that does not tell its decision is written as it always was; one that does tells all four."""
    assert canonical(PLACES[0]) == OLD
    assert set(json.loads(canonical(TOLD))) - set(json.loads(OLD)) == {"decision", "decided_on", "review_on", "weeks"}


def test_decision_review_and_weeks_stand_in_the_minutes(minutes: Minutes) -> None:
    """What was decided about a place, until when and how long it is on the list; names in it are masked."""
    told = replace(minutes, priority=(TOLD, PLACES[1]))
    assert [word in written(told, NameStyle.FULL) for word in ("Jan de Vriezer blijft", "21-12-2026", "12")] == [
        True
    ] * 3
    assert "Vriezer" not in written(told, NameStyle.INITIALS)
    assert "Besluiten over de lijst" not in written(minutes, NameStyle.FULL)


def test_who_left_and_why_stand_in_the_minutes(minutes: Minutes) -> None:
    """An entry that left has its number, its dates and the reason; who is not admitted does not read of it."""
    gone = PriorityLeft("D26-0099", date(2026, 8, 1), date(2026, 11, 2), LeaveReason.PLAN_RUNS)
    text = written(replace(minutes, left=(gone,)), NameStyle.INITIALS)
    assert [word in text for word in ("D26-0099", "02-11-2026", "het plan loopt zonder de lijst")] == [True] * 3
    assert (closed_part(gone), part_ref(gone)) == (None, "D26-0099")
