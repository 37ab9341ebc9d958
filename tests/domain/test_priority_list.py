"""The top 10: an order that people make, criteria that were published, and facts that are only counted."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.criteria import AnyOf, Ask, Criterion, CriterionAnswer
from zvk_tui.domain.plain_priority import answers_from_plain, answers_plain, priority_from_plain, priority_plain
from zvk_tui.domain.priority_facts import FactProblem, GroupFact, fact_problem, first_month, months_of
from zvk_tui.domain.priority_list import (
    EntryProblem,
    MonthFacts,
    Moved,
    Movement,
    NewEntry,
    PriorityAnswer,
    PriorityEntry,
    PriorityFault,
    PriorityRules,
    change_problem,
    default_priority_rules,
    entry_problem,
    moved,
    movement,
    rules_fault,
)

if TYPE_CHECKING:
    from tests.domain.conftest import Make

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)

orders = st.lists(st.integers(1, 500), unique=True, min_size=1, max_size=50)


@pytest.fixture
def rules() -> PriorityRules:
    """Give the rules of the annual report, published."""
    return replace(default_priority_rules(), published_on=TODAY - 7 * DAY, published_at="gemeentesite")


@pytest.fixture
def new(make: "Make") -> NewEntry:
    """Give somebody who meets every criterion, of whom nothing lacks."""
    answers = tuple(
        PriorityAnswer(one.code, CriterionAnswer.YES, "is besproken") for one in default_priority_rules().criteria
    )
    person = make.person()
    return NewEntry(4, "", person, person, answers, "op de lijst", TODAY, TODAY + 84 * DAY)


def entry(make: "Make", number: int = 1, rank: int = 1, *, group: str = "") -> PriorityEntry:
    """Return an entry of the list."""
    case_file = None if group else make.case(number)
    person = make.person()
    return PriorityEntry(number, rank, case_file, group, TODAY, person, person, 1, (), "ja", TODAY, TODAY)


@given(orders, st.data())
def test_a_move_loses_nobody(order: list[int], data: st.DataObject) -> None:
    """After any move the same entries are there, each once, and the others stand in the order they had."""
    who, to = data.draw(st.sampled_from(order)), data.draw(st.integers(-60, 60))
    after = moved(order, who, to)
    assert sorted(after) == sorted(order)
    assert [one for one in after if one != who] == [one for one in order if one != who]
    assert after.index(who) == min(max(to, 1), len(order)) - 1


@given(orders, st.data())
def test_a_move_back_gives_the_order_before(order: list[int], data: st.DataObject) -> None:
    """Who is moved and moved back to the place it had, stands as before, and so do all others."""
    who, to = data.draw(st.sampled_from(order)), data.draw(st.integers(1, len(order)))
    assert list(moved(moved(order, who, to), who, order.index(who) + 1)) == order


@pytest.mark.parametrize(
    ("rank", "before", "expected"),
    [
        (3, {}, Moved(Movement.NEW)),
        (3, {9: 3}, Moved(Movement.NEW)),
        (3, {1: 3}, Moved(Movement.SAME, 0, 3)),
        (1, {1: 4}, Moved(Movement.UP, 3, 4)),
        (5, {1: 4}, Moved(Movement.DOWN, 1, 4)),
    ],
)
def test_movement_is_told_against_the_list_before(
    make: "Make", rank: int, before: dict[int, int], expected: Moved
) -> None:
    """A place nearer to the first is up; who was not on the list before is new, not up."""
    assert movement(entry(make, rank=rank), before) == expected


def test_published_rules_have_no_fault(rules: PriorityRules) -> None:
    """The rules of the annual report hold once somebody says where and when they were published."""
    assert rules_fault(rules, TODAY) is None
    assert rules_fault(default_priority_rules(), TODAY) is PriorityFault.NOT_PUBLISHED


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"length": 0}, PriorityFault.LENGTH),
        ({"length": 51}, PriorityFault.LENGTH),
        ({"review_weeks": 0}, PriorityFault.REVIEW),
        ({"review_weeks": 53}, PriorityFault.REVIEW),
        ({"criteria": ()}, PriorityFault.NO_CRITERIA),
        ({"criteria": (Criterion("En of", "x", ""),)}, PriorityFault.BAD_CODE),
        ({"criteria": (Criterion("nodig", "x", ""),) * 2}, PriorityFault.CODE_TWICE),
        ({"criteria": (Criterion("nodig", " ", ""),)}, PriorityFault.NO_TEXT),
        ({"tree": Ask("elders")}, PriorityFault.UNKNOWN_CODE),
        ({"tree": Ask("nodig")}, PriorityFault.UNUSED),
        ({"published_on": None}, PriorityFault.NOT_PUBLISHED),
        ({"published_at": "  "}, PriorityFault.NO_PLACE),
        ({"published_on": TODAY + DAY}, PriorityFault.FUTURE),
    ],
)
def test_what_cannot_be_published(rules: PriorityRules, change: dict[str, object], fault: PriorityFault) -> None:
    """Each reason why criteria cannot be published is told by its own word."""
    assert rules_fault(replace(rules, **change), TODAY) is fault  # type: ignore[arg-type]


def test_rules_are_kept_as_they_were(rules: PriorityRules) -> None:
    """Rules and answers come back from plain values as they went in."""
    assert priority_from_plain(priority_plain(rules), 1, TODAY - 7 * DAY) == rules
    answers = (PriorityAnswer("nodig", CriterionAnswer.NO, "“ja”"),)
    assert answers_from_plain(answers_plain(answers)) == answers
    assert answers_from_plain(None) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"tree": "nodig of"},
        {"tree": 3},
        {"length": True},
        {"length": "10"},
        {"criteria": [["nodig", "x"]]},
        {"criteria": "nodig"},
        {"score": 1},
    ],
)
def test_damaged_rules_are_not_read(rules: PriorityRules, change: dict[str, object]) -> None:
    """Plain values that are no rules are refused, not guessed at; a score has no place among them."""
    with pytest.raises(ValueError, match=r"."):
        priority_from_plain(priority_plain(rules) | change, 1, TODAY)


def test_who_meets_the_criteria_can_enter(rules: PriorityRules, new: NewEntry) -> None:
    """With every criterion answered and met, a contact, a director, a decision and a review, nothing is in the way."""
    assert entry_problem(new, rules, (), TODAY) is None
    assert change_problem(new, rules, TODAY) is None


def test_one_of_two_is_enough(rules: PriorityRules, new: NewEntry) -> None:
    """Most nuisance or an escalated case: one of these is enough, and the other may be answered no."""
    first, *others = new.answers
    one_no = replace(new, answers=(replace(first, answer=CriterionAnswer.NO), *others))
    assert entry_problem(one_no, rules, (), TODAY) is None


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"case_id": None}, EntryProblem.NOBODY),
        ({"group_label": "groep"}, EntryProblem.NOBODY),
        ({"case_id": 1}, EntryProblem.TWICE),
        ({"case_id": None, "group_label": " De KADE"}, EntryProblem.TWICE),
        ({"contact": None}, EntryProblem.NO_CONTACT),
        ({"director": None}, EntryProblem.NO_DIRECTOR),
        ({"answers": ()}, EntryProblem.NO_ANSWER),
        ({"decision": " "}, EntryProblem.NO_DECISION),
        ({"decided_on": TODAY + DAY}, EntryProblem.DECIDED_FUTURE),
        ({"review_on": TODAY - DAY}, EntryProblem.REVIEW_PAST),
        ({"review_on": TODAY + 85 * DAY}, EntryProblem.REVIEW_LATE),
    ],
)
def test_what_keeps_somebody_off(
    make: "Make", rules: PriorityRules, new: NewEntry, change: dict[str, object], problem: EntryProblem
) -> None:
    """Each reason why somebody cannot be put on the list is told by its own word."""
    present = (entry(make, 1), entry(make, 2, 2, group="De Kade"))
    assert entry_problem(replace(new, **change), rules, present, TODAY) is problem  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "motive", "problem"),
    [
        (CriterionAnswer.UNKNOWN, "weten we niet", EntryProblem.NO_ANSWER),
        (CriterionAnswer.YES, "  ", EntryProblem.NO_MOTIVE),
        (CriterionAnswer.NO, "voegt niets toe", EntryProblem.NOT_MET),
    ],
)
def test_every_criterion_counts(
    rules: PriorityRules, new: NewEntry, answer: CriterionAnswer, motive: str, problem: EntryProblem
) -> None:
    """Unknown is no answer, an answer without a motive does not count, and a criterion that is not met keeps off."""
    answers = (*new.answers[:-1], PriorityAnswer("nodig", answer, motive))
    assert entry_problem(replace(new, answers=answers), rules, (), TODAY) is problem
    assert change_problem(replace(new, answers=answers), rules, TODAY) is problem


def test_nobody_enters_before_the_criteria_are_published(new: NewEntry) -> None:
    """The defaults are a proposal: until they are published the list stays empty (Wgs art. 2.32)."""
    assert entry_problem(new, default_priority_rules(), (), TODAY) is EntryProblem.NOT_PUBLISHED


def test_the_list_has_its_length(make: "Make", rules: PriorityRules, new: NewEntry) -> None:
    """A full list takes nobody more; one place less takes one."""
    short = replace(rules, length=2)
    two = (entry(make, 1), entry(make, 2, 2))
    assert entry_problem(new, short, two, TODAY) is EntryProblem.FULL
    assert entry_problem(new, short, two[:1], TODAY) is None


def test_a_closed_case_is_nobody_else(make: "Make", rules: PriorityRules, new: NewEntry) -> None:
    """An entry of which only the number may be seen is not taken for somebody who comes on the list."""
    hidden = replace(entry(make, 1), case=None, closed_ref="D26-0077")
    assert hidden.hidden
    assert hidden.case_ref == "D26-0077"
    assert entry_problem(new, rules, (hidden,), TODAY) is None


@pytest.mark.parametrize(("days", "late"), [(-1, 0), (0, 0), (1, 1), (9, 9)])
def test_a_review_is_late_from_the_day_after(make: "Make", days: int, late: int) -> None:
    """On the day itself the review is not late; how many days it is late is counted from then."""
    assert entry(make).review_late(TODAY + days * DAY) == late


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (6, 0), (7, 1), (20, 2), (-3, 0)])
def test_weeks_are_whole(make: "Make", days: int, weeks: int) -> None:
    """The weeks on the list are whole weeks."""
    assert entry(make).weeks(TODAY + days * DAY) == weeks


def test_months_run_over_the_turn_of_the_year() -> None:
    """The last of the months is that of today, each month is there once, and what is older is not counted."""
    found = [
        (date(2026, 2, 28), "suspect", 1),
        (date(2026, 2, 1), "nuisance", 2),
        (date(2025, 12, 31), "suspect", 1),
        (date(2025, 11, 30), "suspect", 5),
        (date(2026, 1, 3), "nuisance", 0),
    ]
    assert months_of(found, date(2026, 2, 28), 3) == (
        MonthFacts(date(2025, 12, 1), (("suspect", 1),)),
        MonthFacts(date(2026, 1, 1)),
        MonthFacts(date(2026, 2, 1), (("nuisance", 2), ("suspect", 1))),
    )
    assert months_of(found, date(2026, 2, 28), 3)[-1].total == 3
    assert first_month(date(2026, 2, 28), 3) == date(2025, 12, 1)


@given(st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2027, 1, 1)), st.sampled_from("ab"), st.integers(0, 9))))
def test_every_report_of_the_months_is_counted_once(found: list[tuple[date, str, int]]) -> None:
    """The totals of the months together are all that lies in them, in whatever order it was told."""
    months = months_of(found, TODAY)
    inside = sum(times for on, _kind, times in found if first_month(TODAY) <= on < date(2026, 12, 1))
    assert sum(month.total for month in months) == inside
    assert months == months_of(reversed(found), TODAY)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({}, None),
        ({"count": 0}, None),
        ({"count": -1}, FactProblem.COUNT),
        ({"count": 1000}, FactProblem.COUNT),
        ({"month": date(2026, 12, 1)}, FactProblem.FUTURE),
        ({"source": " "}, FactProblem.NO_SOURCE),
    ],
)
def test_what_can_be_told_of_a_group(change: dict[str, object], problem: FactProblem | None) -> None:
    """A number of reports has a month that began, a sensible count and a source."""
    fact = GroupFact(date(2026, 11, 1), PoliceContactKind.NUISANCE, 3, "Politie")
    assert fact_problem(replace(fact, **change), TODAY) is problem  # type: ignore[arg-type]


def test_a_formula_of_one_word_is_a_formula(rules: PriorityRules) -> None:
    """A chamber may publish one criterion alone."""
    alone = replace(rules, criteria=rules.criteria[:1], tree=AnyOf((Ask("overlast"),)))
    assert rules_fault(alone, TODAY) is None
