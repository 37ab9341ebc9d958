"""How plans go, read from the vault: the overview, one plan, what is owed, and what is recorded between meetings."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import FIRST, SECOND, THIRD
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind, LifeDomain, SufficiencyLevel
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.plan import Plan, PlanGoal
from zvk_tui.domain.progress import ProgressFilter, ProgressOrder, ProgressSort, progress
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

GOAL = PlanGoal("", LifeDomain.HOUSING, "eigen kamer", "", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)
EVERY = ProgressFilter()


def set_plan(chamber: "Chamber", ref: str, review: date | None = None, *goals: PlanGoal) -> int:
    """Set the plan of a case today; return the row number of the case."""
    number = chamber.case(ref).id
    chamber.vault.plan.set(number, Plan(0, chamber.clock.now.date(), "geen overlast", review, goals))
    return number


def add_action(chamber: "Chamber", case_id: int, due: date, short: str = "Politie") -> Action:
    """Agree on an action between meetings; return it."""
    number = chamber.vault.actions.add(case_id, chamber.owner(short), "langsgaan", due)
    return next(action for action in chamber.vault.plans.actions(case_id) if action.number == number)


def planned(at: "At") -> "Chamber":
    """Return a chamber with two plans: one moved and has late actions, the other stands still without goals."""
    chamber = at("between")
    moving = set_plan(chamber, "D26-0001", date(2027, 2, 1), GOAL, replace(GOAL, domain=LifeDomain.FINANCES))
    set_plan(chamber, "D26-0003", date(2026, 12, 1))
    plan = chamber.vault.plans.current(moving)
    assert plan is not None
    done = add_action(chamber, moving, FIRST + timedelta(2), "GGZ")
    chamber.clock.set(SECOND + timedelta(3))
    chamber.vault.plan.reach(moving, plan.goals[0].key, SECOND)
    chamber.vault.plan.set_level(moving, LifeDomain.HOUSING, SufficiencyLevel.ENOUGH, SECOND)
    chamber.vault.entries.settle_action(done.id, ActionState.DONE, SECOND)
    return chamber


def refs(chamber: "Chamber", wanted: ProgressFilter = EVERY, order: ProgressOrder | None = None) -> list[str]:
    """Return the numbers of the cases in the overview, in order."""
    found = chamber.vault.progress.order(wanted, order or ProgressOrder())
    return [listed.case_file.ref for listed in chamber.vault.progress.page(found)]


def test_the_overview_counts_as_the_rule_does(at: "At") -> None:
    """What the database counts of a plan is what the rule counts of it whole: no plan is told in two ways."""
    chamber = planned(at)
    today = chamber.clock.now.date()
    listed = chamber.vault.progress.page(chamber.vault.progress.order(EVERY, ProgressOrder()))
    assert len(listed) == 2
    for one in listed:
        assert one.progress == progress(chamber.vault.progress.whole(one.case_file.id), today)
    moving = next(one.progress for one in listed if one.case_file.ref == "D26-0001")
    assert (moving.goals, moving.reached, moving.done, moving.due, moving.late.count) == (2, 1, 1, 2, 1)


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (ProgressSort.REVIEW, "D26-0003"),
        (ProgressSort.LATE, "D26-0001"),
        (ProgressSort.MOVED, "D26-0003"),
        (ProgressSort.NUMBER, "D26-0003"),
    ],
)
def test_what_presses_most_stands_first(at: "At", sort: ProgressSort, first: str) -> None:
    """Each order begins with what presses most, and can be turned round; what has no late action stays last."""
    chamber = planned(at)
    found = refs(chamber, order=ProgressOrder(sort))
    assert found[0] == first
    turned = refs(chamber, order=ProgressOrder(sort, turned=True))
    assert turned == (found if sort is ProgressSort.LATE else found[::-1])


def test_the_overview_is_sorted_by_approach(at: "At") -> None:
    """Plans of one approach stand together; the other way round the approaches change places."""
    chamber = planned(at)
    chamber.sql("UPDATE case_file SET approach = CASE ref WHEN 'D26-0001' THEN 'pad' ELSE '0_100' END")
    order = ProgressOrder(ProgressSort.APPROACH)
    assert refs(chamber, order=order) == ["D26-0003", "D26-0001"]
    assert refs(chamber, order=replace(order, turned=True)) == ["D26-0001", "D26-0003"]


def test_the_overview_is_narrowed(at: "At") -> None:
    """By words, approach, director, and by the organisation that owes an action that is still open."""
    chamber = planned(at)
    assert refs(chamber, ProgressFilter(words="Verzonnen3")) == ["D26-0003"]
    assert refs(chamber, ProgressFilter(approach=Approach.ALL_AGES)) == []
    assert refs(chamber, ProgressFilter(partner_id=chamber.partner("Politie").id)) == ["D26-0001"]
    assert refs(chamber, ProgressFilter(partner_id=chamber.partner("GGZ").id)) == []
    assert refs(chamber, ProgressFilter(director_id=chamber.person("Cor").id)) == []


def test_a_plan_counts_by_its_newest_version_alone(at: "At") -> None:
    """A next version takes the place of the one before: the plan stands in the list once, with its own review."""
    chamber = planned(at)
    number = chamber.case("D26-0003").id
    plan = chamber.vault.plans.current(number)
    assert plan is not None
    later = replace(plan, on=SECOND, review_on=date(2027, 5, 1), goals=(GOAL,))
    chamber.vault.plan.set(number, later)
    (listed,) = chamber.vault.progress.page([number])
    assert (listed.progress.review_on, listed.progress.goals) == (date(2027, 5, 1), 1)
    assert sorted(refs(chamber)) == ["D26-0001", "D26-0003"]


def test_a_closed_case_is_in_no_list(at: "At") -> None:
    """Once closed, a case is not in the overview, and nobody owes anything in it."""
    chamber = planned(at)
    event = CaseEvent(EventKind.CLOSED, chamber.clock.now.date(), closing_reason=ClosingReason.GOAL_REACHED)
    chamber.vault.lives.add(chamber.case("D26-0001").id, event)
    assert refs(chamber) == ["D26-0003"]
    assert chamber.vault.progress.owing() == ()
    assert chamber.vault.progress.owed(chamber.partner("Politie").id) == ()


def test_the_plan_of_a_closed_approach_is_not_there_for_who_is_not_admitted(at: "At") -> None:
    """Radicalisation is in no list, and its plan cannot be opened, without admission (Stb. 2025, 78)."""
    chamber = planned(at)
    number = chamber.case("D26-0001").id
    chamber.sql("UPDATE case_file SET approach = 'radicalisation' WHERE id = :id", id=number)
    assert refs(chamber) == ["D26-0003"]
    assert chamber.vault.progress.page([number]) == ()
    assert chamber.vault.progress.owed(chamber.partner("Politie").id) == ()
    with pytest.raises(Refused):
        chamber.vault.progress.whole(number)
    with pytest.raises(Refused):
        chamber.vault.progress.movement(number, None)


def test_an_organisation_owes_over_all_cases_late_first(at: "At") -> None:
    """Open actions of every case by due date, each with its case; settled ones and those of others are not in it."""
    chamber = planned(at)
    later = add_action(chamber, chamber.case("D26-0003").id, date(2027, 1, 4))
    owed = chamber.vault.progress.owed(chamber.partner("Politie").id)
    assert [one.case_file.ref for one in owed if one.case_file] == ["D26-0001", "D26-0003"]
    assert owed[-1].action == later
    assert [(one.partner.short, one.open, one.late) for one in chamber.vault.progress.owing()] == [
        ("Gemeente", 1, 0),
        ("Politie", 2, 1),
    ]


def test_what_moved_since_a_meeting_is_read_of_one_plan(at: "At") -> None:
    """The reached goal, the level and the settled action after the first meeting are told; before it nothing was."""
    chamber = planned(at)
    found = chamber.vault.progress.movement(chamber.case("D26-0001").id, FIRST)
    assert (len(found.reached), len(found.levels), len(found.settled), len(found.versions)) == (1, 1, 1, 0)
    assert not chamber.vault.progress.movement(chamber.case("D26-0003").id, FIRST)


def test_several_actions_are_settled_at_once_and_undone_at_once(at: "At") -> None:
    """One day for all, one line in the log that names the case and how many, and one undo for all of it."""
    chamber = planned(at)
    number = chamber.case("D26-0001").id
    before = chamber.vault.plans.actions(number)
    chosen = [action.id for action in before if action.state is ActionState.OPEN]
    assert chamber.vault.actions.settle_all(chosen, ActionState.DONE, SECOND) == 2
    after = {action.id: action for action in chamber.vault.plans.actions(number)}
    assert {(after[one].state, after[one].settled_on) for one in chosen} == {(ActionState.DONE, SECOND)}
    line = chamber.vault.log.lines(limit=1)[0]
    assert (line.act, line.case_ref, line.detail) == (Act.ACTION_SETTLED, "D26-0001", "2")
    undone = chamber.vault.undo()
    assert undone is not None
    assert chamber.vault.plans.actions(number) == before


def test_what_is_settled_keeps_its_day_among_several(at: "At") -> None:
    """Done on a day stays done on that day when all are done today; the log counts those that were recorded."""
    chamber = planned(at)
    number = chamber.case("D26-0001").id
    before = {one.id: one for one in chamber.vault.plans.actions(number)}
    done = next(one for one in before.values() if one.state is ActionState.DONE)
    today = chamber.clock.now.date()
    assert chamber.vault.actions.settle_all(before, ActionState.DONE, today) == len(before) - 1
    after = {one.id: one for one in chamber.vault.plans.actions(number)}
    assert after[done.id] == done
    assert {one.settled_on for one in after.values() if one.id != done.id} == {today}
    assert chamber.vault.log.lines(limit=1)[0].detail == str(len(before) - 1)


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.NOT_DONE, ActionState.NO_LONGER_POSSIBLE])
def test_an_outcome_is_not_recorded_over_another(at: "At", state: ActionState) -> None:
    """Alone or among several, at a table or between meetings: who was wrong opens the action first."""
    chamber = planned(at)
    done = next(
        one for one in chamber.vault.plans.actions(chamber.case("D26-0001").id) if one.state is ActionState.DONE
    )
    before, today = chamber.content(logs=True), chamber.clock.now.date()
    with pytest.raises(Refused):
        chamber.vault.actions.settle_all([done.id], state, today)
    with pytest.raises(Refused):
        chamber.vault.entries.settle_action(done.id, state, today)
    assert chamber.content(logs=True) == before
    assert chamber.vault.actions.settle_all([done.id], ActionState.OPEN, today) == 1
    assert chamber.vault.actions.settle_all([done.id], state, today) == 1


@pytest.mark.parametrize("on", [THIRD, FIRST - timedelta(1)])
def test_nothing_is_settled_on_a_day_that_cannot_be(at: "At", on: date) -> None:
    """A day to come, or before the agreement of any of them: not one of the actions is settled."""
    chamber = planned(at)
    number = chamber.case("D26-0001").id
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.vault.actions.settle_all([one.id for one in chamber.vault.plans.actions(number)], ActionState.DONE, on)
    assert chamber.content(logs=True) == before


def test_several_actions_get_one_later_day(at: "At") -> None:
    """Each postponement is counted; when one of them cannot be postponed, none is."""
    chamber = planned(at)
    number = chamber.case("D26-0001").id
    still_open = [one for one in chamber.vault.plans.actions(number) if one.state is ActionState.OPEN]
    settled = next(one for one in chamber.vault.plans.actions(number) if one.state is ActionState.DONE)
    with pytest.raises(Refused):
        chamber.vault.actions.postpone_all([still_open[0].id, settled.id], date(2027, 3, 1))
    with pytest.raises(Refused):
        chamber.vault.actions.postpone_all([one.id for one in still_open], THIRD)
    assert chamber.vault.actions.postpone_all([one.id for one in still_open], date(2027, 3, 1)) == 2
    found = [one for one in chamber.vault.plans.actions(number) if one.state is ActionState.OPEN]
    assert {(one.due, one.postponed_count) for one in found} == {(date(2027, 3, 1), 1)}


def test_a_shielded_case_is_not_worked_on(at: "At") -> None:
    """No action of a shielded case is settled here."""
    chamber = planned(at)
    number = chamber.case("D26-0001").id
    action = chamber.vault.plans.actions(number)[0]
    chamber.sql("UPDATE case_file SET shielded = 1 WHERE id = :id", id=number)
    with pytest.raises(Refused):
        chamber.vault.actions.settle_all([action.id], ActionState.DONE, SECOND)


def test_a_plan_of_300_actions_is_read_whole(at: "At") -> None:
    """Three hundred actions, and one that was due in 1999: all are there, and the longest late one counts."""
    chamber = planned(at)
    number = chamber.case("D26-0003").id
    with chamber.vault.desk.batch():
        for _n in range(300):
            chamber.vault.actions.add(number, chamber.owner("Politie"), "langsgaan", THIRD)
    old = chamber.vault.plans.actions(number)[0]
    chamber.sql("UPDATE action SET due = '1999-12-31' WHERE id = :id", id=old.id)
    (listed,) = chamber.vault.progress.page([number])
    assert len(chamber.vault.progress.whole(number).actions) == 300
    assert listed.progress.late.days == (chamber.clock.now.date() - date(1999, 12, 31)).days


def test_a_case_without_a_plan_is_not_listed(at: "At") -> None:
    """A new case has no plan yet: the overview does not know it, and its plan is read as none."""
    chamber = planned(at)
    subject = Subject("Proef", "de", "V" * 120)
    made = chamber.vault.keep.add_case(CaseFile(0, "D26-0077", Approach.PAD, Phase.APPROACH, subject, FIRST))
    assert chamber.vault.progress.page([made.id]) == ()
    assert chamber.vault.progress.whole(made.id).plan is None
