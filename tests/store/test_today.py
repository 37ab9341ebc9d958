"""Vandaag: what needs the user, from the dates alone."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.approaches import default_rules
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, Known, closable_from, default_closure_rules
from zvk_tui.domain.closure_case import ClosureDecision, Way
from zvk_tui.domain.dates import add_months
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.plan import Plan
from zvk_tui.domain.record import ActionState
from zvk_tui.domain.today import TodayKind

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber


CLOSING = {TodayKind.CLOSING_PROPOSED, TodayKind.CLOSING_DECIDED, TodayKind.MAY_CLOSE, TodayKind.ASK_POLICE}


def refs(chamber: "Chamber", kind: TodayKind, today: date) -> list[str]:
    """Return the cases or actions of one kind of line, in order."""
    found = [line for line in chamber.vault.todays.lines(today) if line.kind is kind]
    return [line.case_file.ref if line.case_file else line.action.text if line.action else "" for line in found]


def begin(chamber: "Chamber", surname: str, approach: Approach = Approach.PAD) -> int:
    """Begin a registration, and leave it as it is."""
    return chamber.vault.intake.keep(IntakeForm(approach=approach, subject=Subject(surname=surname)))


def close(chamber: "Chamber", ref: str) -> int:
    """Close a case."""
    case_id = chamber.case(ref).id
    closed = CaseEvent(EventKind.CLOSED, chamber.clock.now.date(), closing_reason=ClosingReason.NO_HELP_QUESTION)
    chamber.vault.lives.add(case_id, closed)
    return case_id


def kept_until(chamber: "Chamber", case_id: int) -> date:
    """Return the day by which a case is to be erased."""
    return add_months(chamber.vault.dossiers.first_on(case_id), 12 * 5)


def test_the_lines_come_most_pressing_first(at: "At") -> None:
    """First the meeting, then what is late, letters, what came in, what is due for review, and what is due soon."""
    chamber = at("preparing")
    begin(chamber, "Begonnen")
    lines = chamber.vault.todays.lines(chamber.second)
    kinds = [line.kind for line in lines]
    assert kinds == sorted(kinds, key=list(TodayKind).index)
    assert set(kinds) == set(TodayKind) - {
        TodayKind.ACTION_SOON,
        TodayKind.PLAN_REVIEW,
        TodayKind.PRIORITY_REVIEW,
        TodayKind.RETENTION,
        *CLOSING,
    }
    opens = [(line.meeting, line.action, line.case_file, line.intake) for line in lines]
    assert all(sum(thing is not None for thing in things) == 1 for things in opens)


def test_final_meetings_need_nobody(at: "At") -> None:
    """A meeting is a line until its minutes are final."""
    chamber = at("settling")
    assert [line.on for line in chamber.vault.todays.lines(chamber.second) if line.meeting] == [chamber.second]
    chamber.settle.finalise(chamber.meeting)
    assert refs(chamber, TodayKind.MEETING, chamber.second) == []


@pytest.mark.parametrize(
    ("days", "kind"),
    [(-1, TodayKind.ACTION_LATE), (0, TodayKind.ACTION_SOON), (6, TodayKind.ACTION_SOON), (7, None)],
)
def test_an_action_is_late_after_its_day_and_soon_within_a_week(at: "At", days: int, kind: TodayKind | None) -> None:
    """Due yesterday is late, due today or within the week is soon, due later is not here yet."""
    chamber = at("between")
    due = chamber.second - timedelta(days=3)
    today = due - timedelta(days=days)
    kinds = [line.kind for line in chamber.vault.todays.lines(today) if line.action and line.action.due == due]
    assert kinds == ([kind] if kind else [])


def test_a_settled_action_is_not_late(at: "At") -> None:
    """What is done, not done or no longer possible is off the list."""
    chamber = at("between")
    assert refs(chamber, TodayKind.ACTION_LATE, chamber.second) == ["langsgaan"]
    chamber.entries.settle_action(chamber.late, ActionState.NOT_DONE, chamber.second)
    assert refs(chamber, TodayKind.ACTION_LATE, chamber.second) == []


def test_the_longest_late_comes_first(at: "At") -> None:
    """Within a kind the oldest date is on top."""
    chamber = at("between")
    assert refs(chamber, TodayKind.ACTION_LATE, chamber.third + timedelta(days=1)) == ["langsgaan", "brief sturen"]


@pytest.mark.parametrize(
    ("last", "planned", "found"),
    [
        (-56, None, True),
        (-55, None, False),
        (-56, 0, False),
        (-56, 30, False),
        (-56, -1, True),
        (None, None, True),
    ],
)
def test_a_case_is_due_for_review(at: "At", last: int | None, planned: int | None, found: bool) -> None:
    """Eight weeks after its last discussion a case is due, or after it came in if it was never discussed.

    A discussion that is planned for today or later is waited for; one of which the day went by is not.
    """
    chamber = at("between")
    today = chamber.second

    def day(days: int | None) -> date | None:
        return None if days is None else today + timedelta(days=days)

    chamber.keep.set_discussions(chamber.case("D26-0003").id, day(last), day(planned))
    assert ("D26-0003" in refs(chamber, TodayKind.REVIEW, today)) is found


def test_the_weeks_until_a_review_are_those_of_the_chamber(at: "At") -> None:
    """The list follows the setting of the chamber, as the agenda does."""
    chamber = at("between")
    assert "D26-0004" not in refs(chamber, TodayKind.REVIEW, chamber.second)
    chamber.keep.save_settings(replace(chamber.vault.settings.get(), review_weeks=4))
    assert "D26-0004" in refs(chamber, TodayKind.REVIEW, chamber.second)


@pytest.mark.parametrize("phase", [Phase.REFERRED, Phase.TRIAGE, Phase.CLOSED, Phase.SCALED_UP])
def test_only_a_case_with_an_approach_is_reviewed(at: "At", phase: Phase) -> None:
    """A new referral has a line of its own; a closed case, and one handed to the region, has none."""
    chamber = at("between")
    chamber.sql("UPDATE case_file SET phase = :phase WHERE ref = 'D26-0003'", phase=phase)
    assert "D26-0003" not in refs(chamber, TodayKind.REVIEW, chamber.second)
    assert ("D26-0003" in refs(chamber, TodayKind.REFERRAL, chamber.second)) is (
        phase in {Phase.REFERRED, Phase.TRIAGE}
    )


@pytest.mark.parametrize("stage", ["preparing", "running", "settling", "final"])
def test_the_meeting_at_hand(at: "At", stage: str) -> None:
    """The meeting screen opens with the newest meeting, whatever state it is in."""
    chamber = at(stage)
    found = chamber.vault.meetings.at_hand()
    assert found is not None
    assert found.id == chamber.meeting


def test_there_may_be_no_meeting_at_hand(at: "At") -> None:
    """A vault without any meeting has none to open with."""
    assert at("register").vault.meetings.at_hand() is None


def test_a_running_meeting_is_at_hand_before_a_prepared_one(at: "At") -> None:
    """After a crash the app returns to the meeting that runs, though another one is prepared for later."""
    chamber = at("running")
    running = chamber.meeting
    other = chamber.keep.add_series(replace(chamber.series, name="Ander overleg"), [])
    chamber.agenda.open_meeting(other.id, chamber.third)
    found = chamber.vault.meetings.at_hand()
    assert found is not None
    assert found.id == running


def test_a_plan_whose_review_is_due_is_a_line(at: "At") -> None:
    """The newest version of a plan counts: from the day of its review it needs somebody."""
    chamber = at("preparing")
    case_id = chamber.case("D26-0001").id
    review = chamber.second + timedelta(weeks=1)
    chamber.vault.plan.set(case_id, Plan(0, chamber.second, "Rust in huis", review, ()))
    assert refs(chamber, TodayKind.PLAN_REVIEW, review - timedelta(days=1)) == []
    assert refs(chamber, TodayKind.PLAN_REVIEW, review) == ["D26-0001"]


def test_a_case_that_may_be_closed_is_a_line(at: "At") -> None:
    """Half a year after registration, with recent police information and a coach who is done."""
    chamber = at("preparing")
    case_id, today = chamber.case("D26-0001").id, chamber.second
    chamber.sql(
        "UPDATE case_file SET registered_on = :day WHERE id = :id", day=str(today - timedelta(days=300)), id=case_id
    )
    assert chamber.vault.todays.closable(today) == ()
    chamber.vault.police_desk.set_known(case_id, today, "Politie")
    done = ClosureFact(ClosureFactKind.COACH_QUESTIONS, Known.NO, today, "PAD-coach")
    chamber.vault.closure.tell(case_id, done)
    (line,) = chamber.vault.todays.closable(today)
    assert (line.kind, line.case_file and line.case_file.ref) == (TodayKind.MAY_CLOSE, "D26-0001")
    assert line.on == closable_from(today - timedelta(days=300), default_closure_rules(Approach.PAD))


def closable(chamber: "Chamber", known: date, ref: str = "D26-0001") -> int:
    """Let nothing stand in the way of closing a case but the age of its police information; return its row number."""
    case_id = chamber.case(ref).id
    day = str(chamber.second - timedelta(days=300))
    chamber.sql("UPDATE case_file SET registered_on = :day WHERE id = :id", day=day, id=case_id)
    chamber.sql("UPDATE case_event SET \"on\" = :day WHERE case_id = :id AND kind = 'registered'", day=day, id=case_id)
    chamber.vault.police_desk.set_known(case_id, known, "Politie")
    told = ClosureFact(ClosureFactKind.COACH_QUESTIONS, Known.NO, known, "PAD-coach")
    chamber.vault.closure.tell(case_id, told)
    return case_id


def closing(chamber: "Chamber") -> list[tuple[TodayKind, str, int]]:
    """Return the lines about closing on the day of the chamber: kind, case and count."""
    lines = chamber.vault.todays.closable(chamber.clock.now.date())
    return [(line.kind, line.case_file.ref if line.case_file else "", line.count) for line in lines]


def test_a_case_that_could_be_closed_does_not_vanish(at: "At") -> None:
    """When the police information becomes too old, the line says so: the police are to be asked."""
    chamber = at("running")
    day = chamber.clock.now.date()
    closable(chamber, day - timedelta(days=30))
    assert closing(chamber) == [(TodayKind.MAY_CLOSE, "D26-0001", 0)]
    chamber.clock.forward(days=1)
    assert closing(chamber) == [(TodayKind.ASK_POLICE, "D26-0001", 0)]


def test_many_cases_to_ask_about_share_a_line(at: "At") -> None:
    """Five cases of which only the police information is too old have a line each; six share one, with their number."""
    chamber = at("running")
    day = chamber.clock.now.date()
    for number in range(6):
        assert [count for _kind, _ref, count in closing(chamber)] == [0] * number
        case = CaseFile(0, f"D26-2{number:03}", Approach.PAD, Phase.APPROACH, chamber.case("D26-0001").subject, day)
        chamber.vault.keep.add_case(case)
        closable(chamber, day - timedelta(days=40), case.ref)
    assert closing(chamber) == [(TodayKind.ASK_POLICE, "", 6)]


def test_a_proposal_and_its_decision_are_lines(at: "At") -> None:
    """Proposed, it waits for the table; decided, what follows is to be done until the case is shielded."""
    chamber = at("running")
    case_id = closable(chamber, chamber.clock.now.date())
    number = chamber.vault.closure.propose(case_id)
    assert closing(chamber) == [(TodayKind.CLOSING_PROPOSED, "D26-0001", 0)]
    chamber.vault.closure.decide(number, ClosureDecision(Way.CLOSE, "Rustig.", ClosingReason.SIX_MONTHS))
    assert closing(chamber) == [(TodayKind.CLOSING_DECIDED, "D26-0001", 0)]
    chamber.sql("UPDATE case_file SET shielded = 1 WHERE id = :id", id=case_id)
    assert closing(chamber) == []


@pytest.mark.parametrize(("days", "found"), [(-57, False), (-56, True), (0, True), (1, True), (2000, True)])
def test_a_closed_case_is_to_be_erased_when_its_term_ends(at: "At", days: int, found: bool) -> None:
    """From eight weeks before its last day on it is a line with that day, until it is erased (Wgs art. 1.8(7))."""
    chamber = at("between")
    last_on = kept_until(chamber, close(chamber, "D26-0003"))
    today = last_on + timedelta(days=days)
    lines = {line.case_file.ref: line for line in chamber.vault.todays.lines(today) if line.case_file}
    assert ("D26-0003" in refs(chamber, TodayKind.RETENTION, today)) is found
    if found:
        assert (lines["D26-0003"].on, lines["D26-0003"].shielded) == (last_on, False)


def test_the_term_ends_for_a_live_case_as_well(at: "At") -> None:
    """The law counts from the first processing, not from closing: what is still worked on must be told in time."""
    chamber = at("between")
    case_id = chamber.case("D26-0003").id
    assert "D26-0003" in refs(chamber, TodayKind.RETENTION, kept_until(chamber, case_id))


def test_a_shielded_case_is_a_line_until_it_is_erased(at: "At") -> None:
    """It is in no list, so nobody would think of it; the line says that it is shielded, and erasing takes it away."""
    chamber = at("between")
    today = kept_until(chamber, chamber.shielded)
    (line,) = (line for line in chamber.vault.todays.lines(today) if line.kind is TodayKind.RETENTION)
    assert (line.on, line.shielded) == (today, True)
    chamber.vault.lives.erase(chamber.shielded, "D26-0005")
    assert refs(chamber, TodayKind.RETENTION, today) == []


def test_the_term_is_that_of_the_approach(at: "At") -> None:
    """A chamber that keeps cases of an approach for one year sees them after one year, the oldest first."""
    chamber = at("between")
    first, later = close(chamber, "D26-0001"), close(chamber, "D26-0003")
    today = add_months(chamber.vault.dossiers.first_on(later), 12)
    assert refs(chamber, TodayKind.RETENTION, today) == []
    chamber.vault.rule.save(replace(default_rules(Approach.PAD), retention_years=1))
    found = refs(chamber, TodayKind.RETENTION, today)
    assert [ref for ref in found if ref in {"D26-0001", "D26-0003", "D26-0005"}] == ["D26-0005", "D26-0001", "D26-0003"]
    chamber.sql("UPDATE case_file SET approach = '0_100' WHERE id = :id", id=first)
    assert refs(chamber, TodayKind.RETENTION, today) == [ref for ref in found if ref != "D26-0001"]


def test_a_closed_approach_has_no_lines_for_others(at: "At") -> None:
    """Neither a case to erase nor a registration under way is told to who is not admitted to its approach."""
    chamber = at("between")
    chamber.sql("UPDATE case_file SET approach = 'radicalisation' WHERE id = :id", id=chamber.shielded)
    chamber.vault.rule.admit(Approach.RADICALISATION, chamber.vault.desk.slot_id)
    begin(chamber, "Begonnen", Approach.RADICALISATION)
    today = kept_until(chamber, close(chamber, "D26-0003"))
    admitted = refs(chamber, TodayKind.RETENTION, today)
    assert {"D26-0003", "D26-0005"} <= set(admitted)
    assert refs(chamber, TodayKind.INTAKE, today) == [""]
    chamber.sql("DELETE FROM admission")
    assert refs(chamber, TodayKind.RETENTION, today) == [ref for ref in admitted if ref != "D26-0005"]
    assert refs(chamber, TodayKind.INTAKE, today) == []


def test_an_unfinished_registration_is_a_line(at: "At") -> None:
    """The one that waits longest comes first; what is typed on makes it the newest, and dropping takes it away."""
    chamber = at("between")
    old = begin(chamber, "Eerst")
    chamber.clock.forward(days=1)
    new = begin(chamber, "Later")
    lines = [line for line in chamber.vault.todays.lines(chamber.second) if line.kind is TodayKind.INTAKE]
    assert [line.intake.id for line in lines if line.intake] == [old, new]
    assert [line.on for line in lines] == [chamber.clock.now.date() - timedelta(days=1), chamber.clock.now.date()]
    chamber.clock.forward(days=1)
    chamber.vault.intake.keep(IntakeForm(subject=Subject(surname="Eerst")), old)
    chamber.vault.intake.drop(new)
    lines = [line for line in chamber.vault.todays.lines(chamber.second) if line.kind is TodayKind.INTAKE]
    assert [line.intake.id for line in lines if line.intake] == [old]


def test_of_many_the_longest_waiting_are_shown(at: "At") -> None:
    """Of a kind there are two hundred lines at the most, so that many cost no more than some."""
    chamber = at("between")
    with chamber.vault.desk.batch():
        numbers = [begin(chamber, f"Wachter{number}") for number in range(203)]
    lines = [line for line in chamber.vault.todays.lines(chamber.second) if line.intake]
    assert [line.intake.id for line in lines if line.intake] == numbers[:200]


def test_no_case_is_walked_to_find_what_is_to_be_erased(at: "At") -> None:
    """The cases to erase are read along the index of the day of registration, however many others there are."""
    chamber = at("between")
    with chamber.asking() as seen:
        chamber.vault.todays.lines(chamber.second)
    statement, values = next(one for one in seen if "case_file.erased IS 0" in one[0])
    with chamber.vault.desk.engine().connect() as connection:
        driver = connection.connection.cursor()
        plan = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", values)]
    assert plan[0] == "SEARCH case_file USING COVERING INDEX ix_case_file_by_registered (registered_on<?)"
    assert not any("ORDER BY" in step for step in plan)
