"""Closing in the vault: what is told, the check over all cases, the proposal, the agenda, the decision, the rules."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.store.closing import DAY, REF, fact, may_close, one
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import ClosingReason, EventKind, LifeDomain, PoliceContactKind
from zvk_tui.domain.closure import (
    ClosureFact,
    ClosureFactKind,
    ConditionKind,
    FactSource,
    Known,
    Verdict,
    default_closure_rules,
)
from zvk_tui.domain.life import CaseEvent, NewCase
from zvk_tui.domain.log import Act
from zvk_tui.domain.plan import Plan, PlanGoal
from zvk_tui.domain.police import PoliceContact
from zvk_tui.errors import Refused
from zvk_tui.i18n import use_language
from zvk_tui.store.writing.life import registered

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber


@pytest.fixture(autouse=True)
def _english() -> None:
    """Let refusals be told in English."""
    use_language("en")


def all_ages(chamber: "Chamber", ref: str = "D26-0070", **said: Any) -> int:
    """Register a case of the approach for all ages; return its row number."""
    new = NewCase(ref, Approach.ALL_AGES, chamber.case(REF).subject, date(2026, 3, 2), **said)
    with chamber.vault.desk.writing(Act.CASE_REGISTERED, ref) as session:
        return registered(session, chamber.vault.desk, new).id or 0


def test_the_newest_of_each_kind_counts(at: "At") -> None:
    """Of what was told on one day the last counts, and an older day that is entered later changes nothing."""
    chamber = at("between")
    case_id = may_close(chamber)
    tell = chamber.vault.closure.tell
    tell(case_id, fact(ClosureFactKind.COACH_CONTACT, Known.NO))
    tell(case_id, fact(ClosureFactKind.COACH_CONTACT, Known.YES))
    tell(case_id, fact(ClosureFactKind.COACH_CONTACT, Known.UNKNOWN, DAY - timedelta(days=9)))
    found = one(chamber)
    assert found.told[ClosureFactKind.COACH_CONTACT].answer is Known.YES
    assert [told.kind for told in found.history].count(ClosureFactKind.COACH_CONTACT) == 3


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (fact(ClosureFactKind.COACH_CONTACT, on=date(2027, 1, 1)), "still to come"),
        (fact(ClosureFactKind.COACH_CONTACT, on=date(2026, 1, 1)), "before the registration"),
        (replace(fact(ClosureFactKind.COACH_CONTACT), source=" \u202e"), "Who told it"),
        (fact(ClosureFactKind.PARTNER_ACCEPTS), "Without a name"),
        (fact(ClosureFactKind.MOVED_AWAY, note="  "), "Without a name"),
    ],
)
def test_what_cannot_be_a_fact_is_refused(at: "At", told: ClosureFact, said: str) -> None:
    """A day to come or before the registration, nobody who told it, and nobody who accepts: nothing is kept."""
    chamber = at("between")
    with pytest.raises(Refused, match=said):
        chamber.vault.closure.tell(chamber.case(REF).id, told)
    assert one(chamber).history == ()


def test_police_information_makes_the_verdict(at: "At") -> None:
    """Nothing known, then known and quiet, then a contact, then a contact that was wrong: each says its own."""
    chamber = at("between")
    case_id = chamber.case(REF).id
    assert one(chamber).check.verdict is Verdict.UNKNOWN
    may_close(chamber)
    assert one(chamber).check.verdict is Verdict.MAY_CLOSE
    assert one(chamber).check.conditions[1].source == FactSource.REGISTRATION
    victim = PoliceContact(0, DAY, PoliceContactKind.VICTIM, False, "Politie")
    chamber.vault.police_desk.add(case_id, victim)
    assert one(chamber).check.verdict is Verdict.MAY_CLOSE
    bad = chamber.vault.police_desk.add(case_id, replace(victim, kind=PoliceContactKind.SUSPECT, negative=True))
    found = one(chamber)
    assert (found.check.verdict, found.check.from_on) == (Verdict.NOT_BEFORE, date(2027, 5, 10))
    assert found.last_negative == DAY
    chamber.vault.police_desk.mark_wrong(bad, "een ander")
    assert one(chamber).check.verdict is Verdict.MAY_CLOSE


def test_a_plan_of_which_all_goals_are_reached_answers(at: "At") -> None:
    """The plan tells that the goal is reached when all its goals are, unless somebody told otherwise."""
    chamber = at("between")
    case_id = all_ages(chamber, goal="wonen", events=(CaseEvent(EventKind.ADMITTED, date(2026, 3, 9)),))
    goals = (PlanGoal("", LifeDomain.HOUSING, "kamer"), PlanGoal("", LifeDomain.FINANCES, "schuld"))
    chamber.vault.plan.set(case_id, Plan(0, DAY, "wonen", None, goals))
    first, second = chamber.vault.plans.current(case_id).goals  # type: ignore[union-attr]
    chamber.vault.plan.reach(case_id, first.key, date(2026, 10, 1))
    assert ClosureFactKind.GOAL_REACHED not in one(chamber, "D26-0070").told
    chamber.vault.plan.reach(case_id, second.key, date(2026, 11, 2))
    reached = one(chamber, "D26-0070").told[ClosureFactKind.GOAL_REACHED]
    assert (reached.answer, reached.on, reached.source) == (Known.YES, date(2026, 11, 2), FactSource.PLAN)
    chamber.vault.closure.tell(case_id, fact(ClosureFactKind.GOAL_REACHED, Known.NO))
    assert one(chamber, "D26-0070").told[ClosureFactKind.GOAL_REACHED].answer is Known.NO


def test_a_hand_over_answers_for_the_partner(at: "At") -> None:
    """Who accepted the case at a hand-over accepts the monitoring; reopening the case begins anew."""
    chamber = at("between")
    case_id = all_ages(chamber, events=(CaseEvent(EventKind.ADMITTED, date(2026, 3, 9)),))
    handed = CaseEvent(EventKind.HANDED_OVER, DAY, receiver="Buurtwerk", accepted_by="Bas")
    chamber.vault.lives.add(case_id, handed)
    accepts = one(chamber, "D26-0070").told[ClosureFactKind.PARTNER_ACCEPTS]
    assert (accepts.note, accepts.on, accepts.source) == ("Buurtwerk", DAY, FactSource.HANDED_OVER)
    chamber.vault.closure.tell(case_id, fact(ClosureFactKind.PLAN_RUNS_WELL, on=date(2026, 11, 1)))
    closed = CaseEvent(EventKind.CLOSED, DAY, closing_reason=ClosingReason.GOAL_REACHED)
    chamber.vault.lives.add(case_id, closed)
    chamber.vault.lives.add(case_id, CaseEvent(EventKind.REOPENED, DAY, reason="toch niet"))
    assert one(chamber, "D26-0070").told == {}


@pytest.mark.parametrize(
    ("moved_to", "receiver", "verdict"),
    [
        ("Rietmonde", "Gemeente Rietmonde", Verdict.MAY_CLOSE),
        ("gemeente Rietmonde", "rietmonde, team jeugd", Verdict.UNKNOWN),
        ("gemeente Rietmonde", "Rietmonde team jeugd", Verdict.MAY_CLOSE),
        ("gemeente Rietmonde", "Buurtwerk", Verdict.UNKNOWN),
    ],
)
def test_a_hand_over_to_the_other_municipality_tells_it(
    at: "At", moved_to: str, receiver: str, verdict: Verdict
) -> None:
    """Who moved away may be closed once the case was handed over to that municipality, whatever the months say."""
    chamber = at("between")
    case_id = chamber.case(REF).id
    chamber.vault.police_desk.add(case_id, PoliceContact(0, DAY, PoliceContactKind.SUSPECT, True, "Politie"))
    chamber.vault.closure.tell(case_id, fact(ClosureFactKind.MOVED_AWAY, note=moved_to))
    assert one(chamber).check.verdict is Verdict.UNKNOWN
    handed = CaseEvent(EventKind.HANDED_OVER, DAY, receiver=receiver, accepted_by="iemand")
    chamber.vault.lives.add(case_id, handed)
    assert one(chamber).check.verdict is verdict


def test_the_list_says_what_each_case_says(at: "At") -> None:
    """The check over all cases is that of each case by itself, and the nearest to closing comes first."""
    chamber = at("between")
    may_close(chamber)
    case_id = may_close(chamber, "D26-0003")
    chamber.vault.police_desk.add(case_id, PoliceContact(0, DAY, PoliceContactKind.NUISANCE, True, "Politie"))
    blocked = may_close(chamber, "D26-0004")
    chamber.vault.closure.tell(blocked, fact(ClosureFactKind.MOVED_AWAY, note="Elders"))
    chamber.vault.closure.tell(blocked, fact(ClosureFactKind.MUNICIPALITY_TOLD, Known.NO, note="Elders"))
    chamber.vault.lives.add(chamber.case("D26-0002").id, CaseEvent(EventKind.ADMITTED, DAY))
    found = chamber.vault.closures.checks()
    assert [line.ref for line in found] == ["D26-0001", "D26-0003", "D26-0004", "D26-0002"]
    assert [line.check.verdict for line in found] == list(Verdict)
    assert all(line.check == one(chamber, line.ref).check for line in found)


def on_day(chamber: "Chamber", day: date) -> dict[str, Verdict]:
    """Return the verdicts on a day, by case."""
    return {line.ref: line.check.verdict for line in chamber.vault.closures.checks(day)}


def test_a_past_day_knows_nothing_of_later(at: "At") -> None:
    """What was told after a day says nothing of that day, and a case that came later is not in its answer."""
    chamber = at("between")
    case_id = may_close(chamber)
    eve = DAY - timedelta(days=1)
    assert (on_day(chamber, DAY)[REF], on_day(chamber, eve)[REF]) == (Verdict.MAY_CLOSE, Verdict.UNKNOWN)
    assert chamber.vault.closures.of_case(case_id, eve).check == next(
        line.check for line in chamber.vault.closures.checks(eve) if line.ref == REF
    )
    assert REF in on_day(chamber, date(2026, 1, 5))
    assert on_day(chamber, date(2020, 1, 1)) == {}
    back = PoliceContact(0, DAY - timedelta(days=40), PoliceContactKind.SUSPECT, True, "Politie")
    chamber.vault.police_desk.set_known(case_id, DAY - timedelta(days=20), "Politie")
    chamber.sql("UPDATE police_known SET entered_on = until")
    chamber.sql("UPDATE closure_fact SET \"on\" = '2026-10-20', entered_on = '2026-10-20'")
    day = DAY - timedelta(days=10)
    assert on_day(chamber, day)[REF] is Verdict.MAY_CLOSE
    chamber.vault.police_desk.add(case_id, back)
    assert on_day(chamber, day)[REF] is Verdict.NOT_BEFORE


def test_a_goal_or_hand_over_of_later_is_not_of_a_past_day(at: "At") -> None:
    """A goal that was reached, or a case that was handed over, after a day was neither on that day."""
    chamber = at("between")
    case_id = all_ages(chamber, goal="wonen", events=(CaseEvent(EventKind.ADMITTED, date(2026, 3, 9)),))
    chamber.vault.plan.set(case_id, Plan(0, date(2026, 9, 1), "wonen", None, (PlanGoal("", LifeDomain.HOUSING, "a"),)))
    (goal,) = chamber.vault.plans.current(case_id).goals  # type: ignore[union-attr]
    chamber.vault.plan.reach(case_id, goal.key, date(2026, 11, 2))
    chamber.vault.lives.add(case_id, CaseEvent(EventKind.HANDED_OVER, DAY, receiver="Buurtwerk", accepted_by="Bas"))

    def holds(day: date) -> list[bool | None]:
        return [one.holds for one in chamber.vault.closures.of_case(case_id, day).check.conditions]

    assert holds(date(2026, 11, 1)) == [None, None, None]
    assert holds(date(2026, 11, 2)) == [None, True, None]
    assert holds(DAY) == [None, True, True]


def test_many_cases_cost_no_more_questions(at: "At") -> None:
    """The number of queries does not grow with the number of cases."""
    chamber = at("between")
    with chamber.asking() as few:
        chamber.vault.closures.checks()
    for number in range(30):
        all_ages(chamber, f"D26-1{number:03}", events=(CaseEvent(EventKind.ADMITTED, date(2026, 3, 9)),))
    with chamber.asking() as many:
        assert len(chamber.vault.closures.checks()) == 33
    assert len(many) == len(few) <= 8


def test_a_batch_forgets_as_often_as_something_changes(at: "At") -> None:
    """Inside one transaction each change counts for the checks after it: the second as much as the first."""
    chamber = at("between")
    case_id, today = may_close(chamber), chamber.vault.now().date()

    def verdict() -> Verdict:
        return next(line.check.verdict for line in chamber.vault.closures.checks() if line.case_id == case_id)

    with chamber.vault.desk.batch():
        assert verdict() is Verdict.MAY_CLOSE
        seen = PoliceContact(0, today, PoliceContactKind.SUSPECT, True, "Politie")
        number = chamber.vault.police_desk.add(case_id, seen)
        assert verdict() is Verdict.NOT_BEFORE
        chamber.vault.police_desk.mark_wrong(number, "een ander")
        assert verdict() is Verdict.MAY_CLOSE


def test_checks_of_today_are_held_until_something_changes(at: "At") -> None:
    """Asked again, nothing is read; a contact that is noted while the checks are read counts the next time."""
    chamber = at("between")
    case_id, today = may_close(chamber), chamber.vault.now().date()

    def verdict() -> Verdict:
        return next(line.check.verdict for line in chamber.vault.closures.checks() if line.case_id == case_id)

    def meanwhile(_done: int, _of: int) -> None:
        seen = PoliceContact(0, today, PoliceContactKind.SUSPECT, True, "Politie")
        chamber.vault.police_desk.add(case_id, seen)

    assert chamber.vault.closures.checks(progress=meanwhile)
    assert verdict() is Verdict.NOT_BEFORE
    with chamber.asking() as asked:
        assert verdict() is Verdict.NOT_BEFORE
    assert [statement for statement, _values in asked if statement != "BEGIN"] == []


def test_a_closed_approach_is_closed(at: "At") -> None:
    """Who is not admitted finds no check of that approach, in the list or by itself."""
    chamber = at("between")
    chamber.sql("UPDATE case_file SET approach = 'radicalisation' WHERE ref = :ref", ref=REF)
    case_id = int(chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=REF)[0][0])
    assert REF not in {line.ref for line in chamber.vault.closures.checks()}
    with pytest.raises(Refused):
        chamber.vault.closures.of_case(case_id)
    with pytest.raises(Refused):
        chamber.vault.closure.propose(case_id)
    assert chamber.vault.closures.files([case_id]) == {}


def test_closed_and_shielded_cases_are_not_checked(at: "At") -> None:
    """Only live cases are in the list, and no referral: what was not admitted cannot be closed."""
    chamber = at("between")
    assert {line.ref for line in chamber.vault.closures.checks()} == {"D26-0001", "D26-0003", "D26-0004"}
    referral = chamber.case("D26-0002").id
    for step in (chamber.vault.closure.propose, chamber.vault.closure.put_on_agenda):
        with pytest.raises(Refused, match="D26-0002 is not admitted yet"):
            step(referral)
    assert one(chamber, "D26-0002").kept == ()


def test_the_rules_are_versions(at: "At") -> None:
    """A change is a new version with its source; the defaults stay the first, and a check keeps its own rules."""
    chamber = at("between")
    case_id = may_close(chamber)
    was = chamber.vault.closures.rules(Approach.PAD)
    assert was == default_closure_rules(Approach.PAD)
    assert chamber.vault.closure.save_rules(was) == 1
    longer = replace(was, months=12, sources=(*was.sources, ("months", "besluit 9-11-2026")))
    assert chamber.vault.closure.save_rules(longer) == 2
    assert one(chamber).check.verdict is Verdict.NOT_BEFORE
    history = chamber.vault.closures.rules_history(Approach.PAD)
    assert [(version.rules.version, version.rules.months, version.by) for version in history] == [
        (2, 12, "Voorzitter"), (1, 6, ""),
    ]  # fmt: skip
    assert chamber.vault.closures.rules(Approach.ALL_AGES).version == 1
    with pytest.raises(Refused, match="Somebody saved version 2"):
        chamber.vault.closure.save_rules(replace(was, months=3))
    assert case_id


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"months": 0}, "months"),
        ({"fresh_days": 900}, "days"),
        ({"conditions": ()}, "at least one condition"),
        ({"conditions": (ConditionKind.PERIOD_OVER,)}, "recent police information"),
        ({"counted": frozenset({PoliceContactKind.VICTIM})}, "victim"),
    ],
)
def test_what_cannot_be_rules_is_refused(at: "At", change: dict[str, Any], said: str) -> None:
    """Numbers out of range, no condition, months without police information, victims that count: nothing is saved."""
    chamber = at("between")
    rules = replace(chamber.vault.closures.rules(Approach.PAD), **change)
    with pytest.raises(Refused, match=said):
        chamber.vault.closure.save_rules(rules)
    assert chamber.vault.closures.rules(Approach.PAD).version == 1


def test_a_kind_that_no_longer_counts(at: "At") -> None:
    """When the chamber takes a kind of contact out, such contacts stop nothing any more."""
    chamber = at("between")
    case_id = may_close(chamber)
    chamber.vault.police_desk.add(case_id, PoliceContact(0, DAY, PoliceContactKind.NUISANCE, True, "Politie"))
    assert one(chamber).check.verdict is Verdict.NOT_BEFORE
    rules = chamber.vault.closures.rules(Approach.PAD)
    chamber.vault.closure.save_rules(replace(rules, counted=rules.counted - {PoliceContactKind.NUISANCE}))
    assert one(chamber).check.verdict is Verdict.MAY_CLOSE
