"""Plans in the vault: versions, levels, reached goals, and actions between meetings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import FIRST, SECOND, THIRD
from zvk_tui.domain.case_terms import EventKind, LifeDomain, SufficiencyLevel
from zvk_tui.domain.interventions import Intervention
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind
from zvk_tui.domain.partners import Chain
from zvk_tui.domain.plan import GoalChangeKind, Plan, PlanGoal, Serves, changes
from zvk_tui.domain.record import Action, ActionState
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

TYPED = "Vliegdennenlaan"
REF = "D26-0001"
GOAL = PlanGoal("", LifeDomain.HOUSING, "eigen kamer", "huurcontract", SufficiencyLevel.NOT, SufficiencyLevel.ENOUGH)


def plan(on: date = FIRST, *goals: PlanGoal, **fields: object) -> Plan:
    """Return a plan of a day with one goal on a life domain, or with those given."""
    return replace(Plan(0, on, "geen overlast", date(2027, 2, 1), goals or (GOAL,)), **fields)  # type: ignore[arg-type]


def set_plan(chamber: "Chamber", wanted: Plan | None = None, meeting_id: int | None = None) -> int:
    """Set the plan of the first case, today; return the number of the version."""
    today = chamber.clock.now.date()
    return chamber.vault.plan.set(chamber.case(REF).id, wanted or plan(today), meeting_id)


def current(chamber: "Chamber") -> Plan:
    """Return the plan of the first case that counts."""
    found = chamber.vault.plans.current(chamber.case(REF).id)
    assert found is not None
    return found


def actions(chamber: "Chamber") -> dict[str, Action]:
    """Return the actions of the first case by their texts."""
    return {action.text: action for action in chamber.vault.plans.actions(chamber.case(REF).id)}


def add_action(chamber: "Chamber", text: str = TYPED, serves: Serves | None = None) -> Action:
    """Agree on an action in the first case between meetings; return it."""
    due = chamber.clock.now.date() + timedelta(10)
    chamber.vault.actions.add(chamber.case(REF).id, chamber.owner("Politie"), text, due, serves or Serves())
    return actions(chamber)[text]


def test_the_first_plan_is_a_step_in_the_life_of_the_case(at: "At") -> None:
    """Version 1 with its goals, by whom; the case shows its goal, and its life says that a plan was set."""
    chamber = at("between")
    assert set_plan(chamber) == 1
    found = current(chamber)
    assert (found.version, found.on, found.goal, found.by) == (1, FIRST, "geen overlast", "Voorzitter")
    assert [replace(goal, key="") for goal in found.goals] == [GOAL]
    assert chamber.case(REF).goal == "geen overlast"
    events = chamber.vault.life.events(chamber.case(REF).id)
    assert [event.kind for event in events].count(EventKind.PLAN_SET) == 1


def test_a_next_version_keeps_the_one_before(at: "At") -> None:
    """Adding, changing and ending goals makes a new version; a goal keeps its key, and the life tells it once."""
    chamber = at("between")
    other = replace(GOAL, domain=LifeDomain.FINANCES, text="schulden geregeld")
    set_plan(chamber, plan(FIRST, GOAL, other))
    first = current(chamber)
    changed = replace(first.goals[0], measure="sleutel")
    added = replace(GOAL, domain=LifeDomain.DAYTIME, text="werk")
    assert set_plan(chamber, replace(first, goals=(changed, added), reason="verhuisd")) == 2
    newest, oldest = chamber.vault.plans.versions(chamber.case(REF).id)
    assert oldest == first
    assert newest.reason == "verhuisd"
    kinds = {change.goal.text: change.kind for change in changes(oldest, newest).goals}
    assert kinds == {
        "eigen kamer": GoalChangeKind.CHANGED,
        "werk": GoalChangeKind.ADDED,
        "schulden geregeld": GoalChangeKind.ENDED,
    }
    events = chamber.vault.life.events(chamber.case(REF).id)
    assert [event.kind for event in events].count(EventKind.PLAN_SET) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"goal": " "},
        {"goal": "\u202e"},
        {"review_on": FIRST - timedelta(1)},
        {"on": FIRST + timedelta(1)},
        {"goals": (replace(GOAL, text=""),)},
        {"goals": (replace(GOAL, target=SufficiencyLevel.ACUTE),)},
    ],
)
def test_a_plan_that_cannot_be_is_refused(at: "At", wrong: dict[str, object]) -> None:
    """No goal, a review or a day that cannot be, a goal that says nothing or goes down: nothing is written."""
    chamber = at("between")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        set_plan(chamber, plan(**wrong))  # type: ignore[arg-type]
    assert chamber.content(logs=True) == before


def test_a_version_in_which_nothing_changed_is_refused(at: "At") -> None:
    """Saving a plan as it is makes no version."""
    chamber = at("between")
    set_plan(chamber)
    with pytest.raises(Refused):
        set_plan(chamber, replace(current(chamber), reason="zomaar"))
    assert current(chamber).version == 1


def test_a_version_is_not_older_than_the_one_before(at: "At") -> None:
    """A change that is dated before the present version is refused."""
    chamber = at("between")
    set_plan(chamber)
    with pytest.raises(Refused):
        set_plan(chamber, replace(current(chamber), on=FIRST - timedelta(1), goal="werk"))


def test_a_plan_is_set_after_admission(at: "At") -> None:
    """A case that is only registered has no plan yet, and a closed case none to change."""
    chamber = at("between")
    with pytest.raises(Refused):
        chamber.vault.plan.set(chamber.case("D26-0002").id, plan(FIRST))
    chamber.sql("UPDATE case_file SET phase = 'closed'")
    case_id = int(chamber.sql("SELECT id FROM case_file WHERE ref = :ref", ref=REF)[0][0])
    with pytest.raises(Refused):
        chamber.vault.plan.set(case_id, plan(FIRST))


def test_a_change_is_recorded_against_the_meeting_that_runs(at: "At") -> None:
    """While a meeting runs with the case on its agenda, the plan was agreed there; between meetings nowhere."""
    chamber = at("running")
    set_plan(chamber)
    assert current(chamber).meeting_id == chamber.meeting
    refs = chamber.vault.plans.meetings(chamber.case(REF).id)
    assert refs[chamber.meeting].number == 2
    chamber = at("between")
    set_plan(chamber)
    assert current(chamber).meeting_id is None


def test_a_change_can_be_recorded_against_an_earlier_meeting(at: "At") -> None:
    """What was agreed at a meeting and typed later still says at which meeting."""
    chamber = at("between")
    set_plan(chamber, meeting_id=chamber.meeting)
    assert current(chamber).meeting_id == chamber.meeting


def test_a_goal_is_reached_on_a_day_and_perhaps_not_after_all(at: "At") -> None:
    """Reaching a goal makes no version; the next version keeps it; it can be taken back."""
    chamber = at("between")
    set_plan(chamber)
    case_id, key = chamber.case(REF).id, current(chamber).goals[0].key
    chamber.vault.plan.reach(case_id, key, FIRST)
    assert (current(chamber).version, current(chamber).reached) == (1, 1)
    set_plan(chamber, replace(current(chamber), goal="werk"))
    assert current(chamber).goals[0].reached_on == FIRST
    chamber.vault.plan.reach(case_id, key, None)
    assert current(chamber).reached == 0
    for goal_key, on in ((key, FIRST + timedelta(1)), ("weg", FIRST)):
        with pytest.raises(Refused):
            chamber.vault.plan.reach(case_id, goal_key, on)


def test_levels_are_kept_in_the_order_of_entry(at: "At") -> None:
    """Each level keeps its day, its domain and who saw it; the future is refused."""
    chamber = at("between")
    desk, case_id = chamber.vault.plan, chamber.case(REF).id
    desk.set_level(case_id, LifeDomain.HOUSING, SufficiencyLevel.LIMITED, FIRST)
    desk.set_level(case_id, LifeDomain.FINANCES, SufficiencyLevel.ACUTE, FIRST - timedelta(30))
    found = chamber.vault.plans.levels(case_id)
    assert [(one.domain, one.level, one.on, one.by) for one in found] == [
        (LifeDomain.HOUSING, SufficiencyLevel.LIMITED, FIRST, "Voorzitter"),
        (LifeDomain.FINANCES, SufficiencyLevel.ACUTE, FIRST - timedelta(30), "Voorzitter"),
    ]
    with pytest.raises(Refused):
        desk.set_level(case_id, LifeDomain.HOUSING, SufficiencyLevel.FULL, FIRST + timedelta(1))


def test_an_action_between_meetings_serves_a_goal(at: "At") -> None:
    """It has one owner, a due date, the next number, its goal, kind and chain, and no meeting."""
    chamber = at("between")
    set_plan(chamber)
    key = current(chamber).goals[0].key
    action = add_action(chamber, serves=Serves(key, Intervention.DEBT_COUNSELLING))
    assert (action.number, action.owner.short, action.origin_meeting_id) == (3, "Politie", None)
    assert (action.goal_key, action.intervention, action.chain) == (key, Intervention.DEBT_COUNSELLING, Chain.CARE)
    assert add_action(chamber, "zonder doel").counted_in is Chain.JUSTICE


def test_an_action_serves_a_goal_that_is_there(at: "At") -> None:
    """A goal that the plan does not have is refused; one that ended since keeps its actions."""
    chamber = at("between")
    with pytest.raises(Refused):
        add_action(chamber, serves=Serves("weg"))
    set_plan(chamber)
    serves = Serves(current(chamber).goals[0].key)
    action = add_action(chamber, serves=serves)
    set_plan(chamber, replace(current(chamber), goals=()))
    chamber.vault.actions.change(action.id, chamber.owner("GGZ"), TYPED, action.due, serves)
    assert actions(chamber)[TYPED].goal_key == serves.goal_key
    with pytest.raises(Refused):
        add_action(chamber, "nog een", serves)


def test_an_action_is_not_due_in_the_past(at: "At") -> None:
    """Today can be, yesterday cannot, and a change cannot bring it before the day of the agreement."""
    chamber = at("between")
    today, owner, case_id = chamber.clock.now.date(), chamber.owner("GGZ"), chamber.case(REF).id
    with pytest.raises(Refused):
        chamber.vault.actions.add(case_id, owner, TYPED, today - timedelta(1))
    chamber.vault.actions.add(case_id, owner, TYPED, today)
    with pytest.raises(Refused):
        chamber.vault.actions.change(actions(chamber)[TYPED].id, owner, TYPED, today - timedelta(1), Serves())


def test_what_an_action_in_final_minutes_is_for_can_still_be_said(at: "At") -> None:
    """Its words, owner and date are fixed; goal and kind are no part of the minutes, whose fingerprint holds."""
    chamber = at("final")
    set_plan(chamber)
    action = actions(chamber)["afspraak maken"]
    owner = chamber.owner("GGZ")
    with pytest.raises(Refused):
        chamber.vault.actions.change(action.id, owner, "iets anders", action.due, Serves())
    serves = Serves(current(chamber).goals[0].key, Intervention.FACT)
    chamber.vault.actions.change(action.id, owner, action.text, action.due, serves)
    assert actions(chamber)["afspraak maken"].intervention is Intervention.FACT
    assert chamber.vault.verify() == ()


def test_a_settled_action_is_not_changed(at: "At") -> None:
    """What is done has its words; opened after all it can be changed again."""
    chamber = at("between")
    action, owner = add_action(chamber), chamber.owner("GGZ")
    chamber.entries.settle_action(action.id, ActionState.DONE, FIRST)
    with pytest.raises(Refused):
        chamber.vault.actions.change(action.id, owner, "anders", action.due, Serves())
    chamber.entries.settle_action(action.id, ActionState.OPEN, FIRST)
    chamber.vault.actions.change(action.id, owner, "anders", action.due, Serves())
    assert "anders" in actions(chamber)


def test_an_action_between_meetings_returns_at_the_next(at: "At") -> None:
    """It stands on the card of its case and on the action list of the series, and is settled there."""
    chamber = at("between")
    add_action(chamber)
    chamber.clock.set(SECOND - timedelta(3))
    chamber.open_next(SECOND)
    assert TYPED in {action.text for action in chamber.vault.cards.get(chamber.item(REF)).carried}
    assert TYPED in {action.text for action in chamber.vault.cards.get(chamber.item(ItemKind.ACTIONS)).carried}
    chamber.clock.set(SECOND)
    chamber.table.start(chamber.meeting)
    chamber.entries.settle_action(actions(chamber)[TYPED].id, ActionState.DONE, SECOND, chamber.item(REF))
    assert actions(chamber)[TYPED].settled_meeting_id == chamber.meeting
    assert chamber.vault.verify() == ()


ACTS: dict[str, tuple[Act, Callable[["Chamber"], object]]] = {
    "set": (Act.PLAN_CHANGED, lambda c: set_plan(c, replace(current(c), goal=TYPED))),
    "reach": (Act.GOAL_REACHED, lambda c: c.vault.plan.reach(c.case(REF).id, current(c).goals[0].key, FIRST)),
    "level": (
        Act.LEVEL_SET,
        lambda c: c.vault.plan.set_level(c.case(REF).id, LifeDomain.HOUSING, SufficiencyLevel.FULL, FIRST),
    ),
    "add": (Act.ACTION_ADDED, lambda c: add_action(c, "nog een")),
    "change": (
        Act.ACTION_CHANGED,
        lambda c: c.vault.actions.change(actions(c)[TYPED].id, c.owner("GGZ"), TYPED, THIRD, Serves()),
    ),
    "settle": (
        Act.ACTION_SETTLED,
        lambda c: c.entries.settle_action(actions(c)[TYPED].id, ActionState.DONE, FIRST),
    ),
    "postpone": (Act.ACTION_POSTPONED, lambda c: c.entries.postpone_action(actions(c)[TYPED].id, THIRD, FIRST)),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_leaves_one_line_and_is_undone(at: "At", act: str) -> None:
    """One line in the log about the case, without content; undo puts every row back."""
    chamber = at("between")
    set_plan(chamber)
    add_action(chamber)
    before, lines = chamber.content(), len(chamber.vault.log.lines(1000))
    does, do = ACTS[act]
    do(chamber)
    line = chamber.vault.log.lines(1)[0]
    assert (line.act, line.case_ref, line.detail) == (does, REF, "")
    assert len(chamber.vault.log.lines(1000)) == lines + 1
    assert chamber.content() != before
    assert TYPED not in repr(chamber.content("audit"))
    chamber.vault.undo()
    assert chamber.content() == before


def test_setting_the_first_plan_is_one_act(at: "At") -> None:
    """Plan, goals, the goal of the case and the step in its life: one line, and one undo takes all of it back."""
    chamber = at("between")
    before, lines = chamber.content(), len(chamber.vault.log.lines(1000))
    set_plan(chamber)
    assert len(chamber.vault.log.lines(1000)) == lines + 1
    assert chamber.vault.log.lines(1)[0].act is Act.PLAN_SET
    chamber.vault.undo()
    assert chamber.content() == before
