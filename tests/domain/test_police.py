"""Contacts with the police: what may be entered, what counts, and the months."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.police import (
    NEVER_NEGATIVE,
    KnownUntil,
    PoliceContact,
    PoliceFacts,
    PoliceProblem,
    contact_problem,
    known_problem,
    months,
    usually_negative,
)

TODAY = date(2028, 2, 29)
BORN = date(2010, 5, 1)
CONTACT = PoliceContact(1, TODAY, PoliceContactKind.SUSPECT, True, "Politie", entered_on=TODAY)

contacts = st.lists(
    st.builds(
        PoliceContact,
        st.integers(1, 99),
        st.dates(date(2026, 1, 1), date(2028, 12, 31)),
        st.sampled_from(PoliceContactKind),
        st.booleans(),
        st.just("Politie"),
        wrong_on=st.none() | st.just(TODAY),
    ),
    max_size=20,
)


@pytest.mark.parametrize(
    ("on", "problem"),
    [
        (TODAY + timedelta(1), PoliceProblem.FUTURE),
        (TODAY, None),
        (BORN, None),
        (BORN - timedelta(1), PoliceProblem.BEFORE_BIRTH),
    ],
)
def test_a_contact_lies_between_birth_and_today(on: date, problem: PoliceProblem | None) -> None:
    """The days themselves are allowed; tomorrow and the day before the birth are not."""
    assert contact_problem(replace(CONTACT, on=on), BORN, TODAY) is problem


def test_without_date_of_birth_every_past_day_is_allowed() -> None:
    """Of a group, or somebody of whom the birth is not known, nothing is before it."""
    assert contact_problem(replace(CONTACT, on=date(1999, 1, 1)), None, TODAY) is None


@pytest.mark.parametrize("kind", PoliceContactKind)
def test_a_victim_or_witness_is_never_negatively_in_view(kind: PoliceContactKind) -> None:
    """Of these kinds "negative" is refused on entry, is not proposed, and counts for nothing if it is there."""
    never = kind in {PoliceContactKind.VICTIM, PoliceContactKind.WITNESS}
    contact = replace(CONTACT, kind=kind)
    assert contact_problem(contact, BORN, TODAY) is (PoliceProblem.NEVER_NEGATIVE if never else None)
    assert contact.counts is not never
    assert not (never and usually_negative(kind))


@pytest.mark.parametrize("source", ["", "  "])
def test_who_told_it_is_named(source: str) -> None:
    """A contact and a peildatum have a source (Bgs art. 1.6)."""
    assert contact_problem(replace(CONTACT, source=source), BORN, TODAY) is PoliceProblem.NO_SOURCE
    assert known_problem(TODAY, source, TODAY) is PoliceProblem.NO_SOURCE


def test_nothing_is_known_of_tomorrow() -> None:
    """Up to today can be known, no further."""
    assert known_problem(TODAY, "Politie", TODAY) is None
    assert known_problem(TODAY + timedelta(1), "Politie", TODAY) is PoliceProblem.KNOWN_FUTURE


def test_the_peildatum_entered_last_counts() -> None:
    """A peildatum typed wrong is mended by an earlier one; its age counts days over a leap day."""
    facts = PoliceFacts((), (KnownUntil(date(2028, 2, 28), TODAY, "Politie"), KnownUntil(TODAY, TODAY, "Politie")))
    assert facts.known_until == facts.known[0]
    assert facts.known[0].age(date(2028, 3, 1)) == 2
    assert PoliceFacts().known_until is None


@given(contacts, st.permutations(range(20)))
def test_the_order_of_entry_makes_no_difference(found: list[PoliceContact], order: list[int]) -> None:
    """However contacts were entered, the newest that stands, is negative and is not as victim or witness counts."""
    last = PoliceFacts(tuple(found[place] for place in order if place < len(found))).last_negative
    wanted = [one.on for one in found if one.negative and one.wrong_on is None and one.kind not in NEVER_NEGATIVE]
    assert (last.on if last else None) == max(wanted, default=None)


@given(contacts, st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(1, 36))
def test_every_standing_contact_is_in_one_month(found: list[PoliceContact], until: date, count: int) -> None:
    """The months follow each other up to that of `until`, and count each contact that stands in them once."""
    row = months(found, until, count)
    assert len(row) == count
    assert row[-1].first == until.replace(day=1)
    assert all((later.first - earlier.first).days in {28, 29, 30, 31} for earlier, later in pairwise(row))
    end = (row[-1].first + timedelta(31)).replace(day=1)
    within = [one for one in found if one.stands and row[0].first <= one.on < end]
    assert sum(month.all for month in row) == len(within)
    assert sum(month.negative for month in row) == sum(one.counts for one in within)


def test_months_begin_on_the_first_and_end_on_the_last() -> None:
    """The first and the last day of February both belong to it; a wrong contact belongs to no month."""
    days = (date(2028, 1, 31), date(2028, 2, 1), TODAY, date(2028, 3, 1))
    found = [replace(CONTACT, on=day) for day in days] + [replace(CONTACT, wrong_on=TODAY)]
    assert [month.all for month in months(found, TODAY, 2)] == [1, 2]
