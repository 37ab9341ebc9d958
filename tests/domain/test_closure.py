"""The closure check: six months, not a day less, and what nobody knows is never taken for nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.closure import (
    ClosureFact,
    ClosureFactKind,
    ClosureFacts,
    ConditionKind,
    Known,
    Verdict,
    check,
    closable_from,
    default_closure_rules,
    out_of_view,
)
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.police import KnownUntil, PoliceContact

TODAY = date(2026, 11, 23)
PAD = default_closure_rules(Approach.PAD)
ALL_AGES = default_closure_rules(Approach.ALL_AGES)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def contact(on: date, kind: PoliceContactKind = PoliceContactKind.SUSPECT, *, negative: bool = True) -> PoliceContact:
    """Return a contact with the police."""
    return PoliceContact(0, on, kind, negative, "Politie", entered_on=on)


def told(**answers: Known) -> Mapping[ClosureFactKind, ClosureFact]:
    """Return facts by the names of their kinds."""
    kinds = {ClosureFactKind[name.upper()]: answer for name, answer in answers.items()}
    return {kind: ClosureFact(kind, answer, TODAY, "PAD-coach", "Buurtteam") for kind, answer in kinds.items()}


def youth(*contacts: PoliceContact, known: date | None = TODAY, **answers: Known) -> ClosureFacts:
    """Return the facts of a PAD case that was registered long ago; without answers, the coach is done."""
    until = KnownUntil(known, known, "Politie") if known else None
    said = told(**(answers or {"coach_questions": Known.NO}))
    return ClosureFacts(Approach.PAD, date(2019, 1, 7), contacts, until, said)


CONTACTS = st.lists(
    st.builds(contact, DAYS, st.sampled_from(PoliceContactKind), negative=st.booleans()).flatmap(
        lambda one: st.sampled_from([one, replace(one, wrong_on=one.on)])
    ),
    max_size=8,
)


@given(contacts=CONTACTS, on=DAYS)
def test_never_within_six_months_of_a_negative_contact(contacts: list[PoliceContact], on: date) -> None:
    """Whatever else is known: while the sixth month after a negative contact runs, a case may not close."""
    found = check(youth(*contacts, known=on), PAD, on)
    if found.verdict is Verdict.MAY_CLOSE:
        assert all(add_months(one.on, 6) < on for one in contacts if one.counts)


@given(contacts=CONTACTS, on=DAYS, days_old=st.integers(0, 60))
def test_the_months_are_told_as_the_check_tells_them(contacts: list[PoliceContact], on: date, days_old: int) -> None:
    """What is asked of closing for these months is never less strict than the check, whatever the coach says."""
    facts = youth(*contacts, known=on - timedelta(days=days_old))
    view = out_of_view(facts, PAD)
    fine = on >= view.over_on and view.known_on(on)
    assert fine is (check(facts, PAD, on).verdict is Verdict.MAY_CLOSE)
    assert not out_of_view(replace(facts, known_until=None), PAD).known_on(on)


@given(contacts=CONTACTS, on=DAYS, later=st.integers(1, 900))
def test_monotone_in_the_date(contacts: list[PoliceContact], on: date, later: int) -> None:
    """What may close today may close on every later day on which the police information is as recent."""
    first = check(youth(*contacts, known=on), PAD, on)
    second = check(youth(*contacts, known=on + timedelta(days=later)), PAD, on + timedelta(days=later))
    assert first.from_on == second.from_on
    if first.verdict is Verdict.MAY_CLOSE:
        assert second.verdict is Verdict.MAY_CLOSE


@given(data=st.data(), contacts=CONTACTS, on=DAYS)
def test_the_order_of_entry_is_nothing(data: st.DataObject, contacts: list[PoliceContact], on: date) -> None:
    """In whatever order contacts were entered, the check is the same."""
    other = data.draw(st.permutations(contacts))
    assert check(youth(*contacts, known=on), PAD, on) == check(youth(*other, known=on), PAD, on)


@given(contacts=CONTACTS, on=DAYS)
def test_the_day_that_is_named_is_the_first(contacts: list[PoliceContact], on: date) -> None:
    """On the day that "not before" names the case may close, and on the day before it may not."""
    found = check(youth(*contacts, known=on), PAD, on)
    if found.verdict is Verdict.NOT_BEFORE:
        assert found.from_on is not None
        before = found.from_on - timedelta(days=1)
        assert check(youth(*contacts, known=found.from_on), PAD, found.from_on).verdict is Verdict.MAY_CLOSE
        assert check(youth(*contacts, known=before), PAD, before).verdict is Verdict.NOT_BEFORE


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2026, 5, 22), date(2026, 11, 23)),
        (date(2026, 8, 31), date(2027, 3, 1)),
        (date(2027, 8, 31), date(2028, 3, 1)),
        (date(2027, 8, 29), date(2028, 3, 1)),
        (date(2027, 8, 28), date(2028, 2, 29)),
        (date(2026, 8, 28), date(2027, 3, 1)),
        (date(2028, 2, 29), date(2028, 8, 30)),
        (date(2026, 3, 31), date(2026, 10, 1)),
        (date(2026, 6, 30), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 7, 1)),
        (date(2026, 7, 1), date(2027, 1, 2)),
    ],
)
def test_the_first_day(last: date, first: date) -> None:
    """Six calendar months from the last negative contact; the case may close from the day after."""
    assert closable_from(last, PAD) == first
    assert check(youth(contact(last), known=first), PAD, first).verdict is Verdict.MAY_CLOSE
    eve = first - timedelta(days=1)
    found = check(youth(contact(last), known=eve), PAD, eve)
    assert (found.verdict, found.from_on) == (Verdict.NOT_BEFORE, first)


def test_without_any_contact_the_period_starts_at_registration() -> None:
    """Somebody who was registered last week is not closed because nothing happened yet."""
    facts = replace(youth(), registered_on=date(2026, 5, 23))
    assert check(facts, PAD, TODAY).from_on == date(2026, 11, 24)
    assert check(facts, PAD, TODAY).verdict is Verdict.NOT_BEFORE


@pytest.mark.parametrize("kind", [PoliceContactKind.VICTIM, PoliceContactKind.WITNESS])
def test_a_victim_or_witness_is_not_negatively_in_view(kind: PoliceContactKind) -> None:
    """Such a contact changes nothing, even if somebody called it negative."""
    assert check(youth(contact(TODAY, kind)), PAD, TODAY).verdict is Verdict.MAY_CLOSE


def test_a_contact_that_was_wrong_counts_no_more() -> None:
    """Marked as wrong, it is as if it had never been told."""
    recent = contact(date(2026, 11, 1))
    assert check(youth(recent), PAD, TODAY).verdict is Verdict.NOT_BEFORE
    assert check(youth(replace(recent, wrong_on=TODAY)), PAD, TODAY).verdict is Verdict.MAY_CLOSE


def test_a_contact_that_is_entered_later_counts_from_its_own_day() -> None:
    """The day of the contact counts, not that of its entry."""
    late = replace(contact(date(2026, 6, 1)), entered_on=TODAY)
    assert check(youth(contact(date(2026, 1, 1)), late), PAD, TODAY).from_on == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        (None, Verdict.UNKNOWN),
        (TODAY - timedelta(days=31), Verdict.UNKNOWN),
        (TODAY - timedelta(days=30), Verdict.MAY_CLOSE),
        (TODAY, Verdict.MAY_CLOSE),
    ],
)
def test_old_police_information_tells_nothing(known: date | None, verdict: Verdict) -> None:
    """Information of more than thirty days ago, or none, makes the verdict unknown."""
    found = check(youth(known=known), PAD, TODAY)
    assert found.verdict is verdict
    if verdict is Verdict.UNKNOWN:
        assert [one.kind for one in found.in_the_way] == [ConditionKind.POLICE_KNOWN]
        assert found.from_on is None


@pytest.mark.parametrize(
    ("questions", "contacted", "verdict"),
    [
        (Known.NO, Known.YES, Verdict.MAY_CLOSE),
        (Known.YES, Known.NO, Verdict.MAY_CLOSE),
        (Known.NO, Known.UNKNOWN, Verdict.MAY_CLOSE),
        (Known.YES, Known.YES, Verdict.BLOCKED),
        (Known.YES, Known.UNKNOWN, Verdict.UNKNOWN),
        (Known.UNKNOWN, Known.UNKNOWN, Verdict.UNKNOWN),
    ],
)
def test_the_coach(questions: Known, contacted: Known, verdict: Verdict) -> None:
    """No questions left for the coach, or no contact: one is enough; both must be known to say neither is so."""
    facts = youth(coach_questions=questions, coach_contact=contacted)
    assert check(facts, PAD, TODAY).verdict is verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(Known.YES, Verdict.MAY_CLOSE), (Known.NO, Verdict.BLOCKED), (Known.UNKNOWN, Verdict.UNKNOWN)],
)
def test_a_removal_sets_the_months_aside(answer: Known, verdict: Verdict) -> None:
    """Who moved is closed when the other municipality knows, whatever the police say."""
    facts = youth(contact(TODAY), known=None, moved_away=Known.YES, municipality_told=answer)
    found = check(facts, PAD, TODAY)
    assert found.verdict is verdict
    assert [one.kind for one in found.conditions] == [ConditionKind.MUNICIPALITY_TOLD]


@given(answers=st.tuples(*[st.sampled_from(Known)] * 3))
def test_all_ages_needs_all_three(answers: tuple[Known, Known, Known]) -> None:
    """The plan runs well, the goal is reached and a partner accepts: all three, and unknown is not yes."""
    runs, reached, accepts = answers
    facts = ClosureFacts(
        Approach.ALL_AGES, TODAY, told=told(plan_runs_well=runs, goal_reached=reached, partner_accepts=accepts)
    )
    expected = Verdict.BLOCKED if Known.NO in answers else Verdict.UNKNOWN
    assert check(facts, ALL_AGES, TODAY).verdict is (Verdict.MAY_CLOSE if set(answers) == {Known.YES} else expected)


def test_a_partner_that_accepts_has_a_name() -> None:
    """Nobody in particular accepts nothing."""
    said = told(plan_runs_well=Known.YES, goal_reached=Known.YES, partner_accepts=Known.YES)
    nameless = {kind: replace(fact, note="") for kind, fact in said.items()}
    facts = ClosureFacts(Approach.ALL_AGES, TODAY, told=nameless)
    assert check(facts, ALL_AGES, TODAY).verdict is Verdict.UNKNOWN


def test_every_condition_has_its_date_and_source() -> None:
    """A reader sees when each thing was told and by whom."""
    found = check(youth(contact(date(2026, 1, 5))), PAD, TODAY)
    assert [(one.kind, one.on, one.source) for one in found.conditions] == [
        (ConditionKind.POLICE_KNOWN, TODAY, "Politie"),
        (ConditionKind.PERIOD_OVER, date(2026, 7, 6), "Politie"),
        (ConditionKind.COACH_DONE, TODAY, "PAD-coach"),
    ]


@pytest.mark.parametrize("approach", Approach)
def test_every_value_says_where_it_comes_from(approach: Approach) -> None:
    """Conditions and the values that they use carry their source."""
    rules = default_closure_rules(approach)
    assert rules.source("conditions")
    assert rules.source("fresh_days")
    assert rules.source("months") or ConditionKind.PERIOD_OVER not in rules.conditions
