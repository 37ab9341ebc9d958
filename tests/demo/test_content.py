"""The content of the demo: a believable chamber, the same for the same day, true on every day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

import pytest

from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.days import HISTORY, is_working_day
from zvk_tui.demo.partners import PARTNERS
from zvk_tui.demo.people import CHAIR, NEWCOMER, NOTE_TAKER
from zvk_tui.demo.plan import ActionPlan, CasePlan, Chamber, ItemPlan, MeetingPlan, SettlementPlan
from zvk_tui.domain.agenda import CaseFacts, case_reasons
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Track
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, ReasonKind, SeriesKind
from zvk_tui.domain.partners import PartnerKind
from zvk_tui.domain.record import ActionState

MONDAY: Final = date(2026, 11, 23)
DAYS: Final = (
    MONDAY,
    date(2026, 11, 28),  # Saturday
    date(2024, 2, 29),
    date(2027, 5, 17),  # Whit Monday
)
CASE_KINDS: Final = {ItemKind.CASE, ItemKind.REFERRAL}


@dataclass(frozen=True, slots=True)
class Outcome:
    """An action as the last meeting leaves it."""

    plan: ActionPlan
    case_ref: str
    state: ActionState
    due: date
    postponed: int


@pytest.fixture(scope="module", params=DAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    """Return one of the days on which somebody may start the demo."""
    day = request.param
    assert isinstance(day, date)
    return day


@pytest.fixture(scope="module")
def made(today: date) -> Chamber:
    """Return the chamber of that day."""
    return chamber(today)


def past(made: Chamber) -> tuple[MeetingPlan, ...]:
    """Return the meetings that are over."""
    return made.meetings[:-1]


def items(made: Chamber) -> Iterator[tuple[MeetingPlan, ItemPlan]]:
    """Yield every item of every meeting, in the order of replay."""
    return ((meeting, item) for meeting in made.meetings for item in meeting.items)


def discussions(meeting: MeetingPlan) -> list[ItemPlan]:
    """Return the cases that a meeting came to."""
    return [item for item in meeting.items if item.kind in CASE_KINDS and item.state is ItemState.DISCUSSED]


def live(made: Chamber) -> list[CaseFile]:
    """Return the cases that are still being worked on."""
    return [case.today for case in made.cases if case.today.live]


def outcomes(made: Chamber) -> dict[str, Outcome]:
    """Return every action by its key, as the last meeting leaves it."""
    found: dict[str, Outcome] = {}
    for _meeting, item in items(made):
        for settled in item.settlements:
            found[settled.action] = settle(found[settled.action], settled)
        for action in item.actions:
            assert action.key not in found
            found[action.key] = Outcome(action, item.case_ref, ActionState.OPEN, action.due, 0)
    return found


def settle(before: Outcome, settled: SettlementPlan) -> Outcome:
    """Return an action after one settlement."""
    again = settled.state is ActionState.OPEN
    return Outcome(before.plan, before.case_ref, settled.state, settled.due, before.postponed + again)


def proposed(made: Chamber, today: date) -> dict[str, set[ReasonKind]]:
    """Return the cases of the PAD that the dates propose for today, with the reasons."""
    open_now = [o for o in outcomes(made).values() if o.state is ActionState.OPEN]
    found = {}
    for case in live(made):
        mine = [o.due for o in open_now if o.case_ref == case.ref]
        late, due = sum(day < today for day in mine), sum(day == today for day in mine)
        reasons = case_reasons(CaseFacts(case, late, due), today)
        if case.approach is Approach.PAD and reasons:
            found[case.ref] = {reason.kind for reason in reasons}
    return found


def test_same_day_gives_the_same_chamber() -> None:
    """A demo made twice on one day is the same to the last letter."""
    assert chamber(MONDAY) == chamber(MONDAY)


def test_chance_is_pinned_for_every_python() -> None:
    """The numbers that chance gives do not change with the version of Python."""
    refs = {case.today.subject.full_name: case.today.ref for case in chamber(MONDAY).cases}
    assert refs["Jesse Wilgenroos"] == "D25-0042"
    assert refs["Noah Tureluur"] == "D26-0090"


def test_another_day_moves_everything_along() -> None:
    """A day later every meeting has another date, and the people stay the same."""
    before, after = chamber(MONDAY), chamber(MONDAY + timedelta(1))
    assert all(a.on != b.on for a, b in zip(before.meetings, after.meetings, strict=True))
    assert [p.name for p in before.professionals] == [p.name for p in after.professionals]


def test_thirty_four_partners_of_every_kind() -> None:
    """There are 34 partners with unique names, and none of the kinds of the law is missing (seed l.6)."""
    assert len(PARTNERS) == 34
    assert len({partner.short.casefold() for partner in PARTNERS}) == 34
    assert {partner.kind for partner in PARTNERS} == set(PartnerKind)
    assert [partner.id for partner in PARTNERS] == list(range(1, 35))


def test_every_partner_has_one_to_four_people(made: Chamber) -> None:
    """Each partner sends between one and four professionals, some seventy in all, and no two share a name."""
    count = Counter(person.partner.short for person in made.professionals)
    assert len(count) == 34
    assert max(count.values()) <= 4
    assert 65 <= len(made.professionals) <= 80
    assert len({person.name for person in made.professionals}) == len(made.professionals)
    assert all(person.function for person in made.professionals)


def test_about_sixty_live_cases(made: Chamber) -> None:
    """The three approaches have about sixty live cases, and a dozen are closed."""
    count = Counter(case.approach for case in live(made))
    assert count == {Approach.ALL_AGES: 31, Approach.PAD: 26, Approach.RADICALISATION: 5}
    assert len(made.cases) - len(live(made)) == 12


def test_every_phase_and_track_occurs(made: Chamber) -> None:
    """The list of cases shows every phase, so that each filter of the app finds something."""
    assert {case.today.phase for case in made.cases} == set(Phase)
    assert {case.today.track for case in made.cases} == {Track.REGULAR, Track.RIVAL_YOUTH}
    assert {case.life.label for case in made.cases} == {None, *CaseLabel}


def test_case_numbers_are_unique_and_follow_registration(made: Chamber) -> None:
    """A case number carries the year of registration and counts up with it."""
    by_date = sorted((case.today.registered_on, case.today.ref) for case in made.cases)
    assert len({ref for _on, ref in by_date}) == len(by_date)
    assert all(ref.startswith(f"D{on.year % 100:02}-") for on, ref in by_date)
    by_year = [(on.year, ref) for on, ref in by_date]
    assert [year for year, _ref in sorted(by_year, key=lambda pair: pair[1])] == sorted(y for y, _ref in by_year)


def test_registered_within_three_years_on_working_days(made: Chamber, today: date) -> None:
    """Every case was registered on a working day of the last three years."""
    for case in made.cases:
        assert today - timedelta(1100) < case.today.registered_on < today
        assert is_working_day(case.today.registered_on)


def test_ages_fit_the_pad(made: Chamber, today: date) -> None:
    """Whoever is in the PAD was 12 to 27 at registration and is so today (seed l.315)."""
    for case in made.cases:
        born = case.today.subject.birth_date
        if case.today.approach is Approach.PAD:
            assert born is not None
            assert (case.today.registered_on - born).days >= 12 * 365.25
            assert (today - born).days < 28 * 365.25


def test_live_cases_have_goal_director_and_coordinator(made: Chamber) -> None:
    """Every case beyond triage has a goal of one sentence, a director and a coordinator (seed l.145-154)."""
    for case in live(made):
        if case.phase not in {Phase.REFERRED, Phase.TRIAGE}:
            assert case.goal.endswith(".")
            assert case.goal.count(". ") == 0
            assert case.director is not None
            assert case.coordinator is not None


def test_no_case_is_named_twice(made: Chamber) -> None:
    """No two cases are about people of one name."""
    assert len({case.today.subject.full_name for case in made.cases}) == len(made.cases)


def test_three_series_with_their_history(made: Chamber) -> None:
    """Each kind of meeting has its series; eight, five and two of them are over, and one is prepared for today."""
    assert [plan.series.kind for plan in made.series] == list(SeriesKind)
    count = Counter(meeting.series_id for meeting in past(made))
    assert count == {1: HISTORY["pad"], 2: HISTORY["top"], 3: HISTORY["proc"]}
    assert all(meeting.state is MeetingState.FINAL for meeting in past(made))


def test_a_kernteam_has_a_chair_and_a_note_taker_among_its_members(made: Chamber) -> None:
    """Chair and note-taker are members; the kernteam of the PAD has ten to fourteen."""
    for plan in made.series:
        assert {plan.chair.name, plan.note_taker.name} == {CHAIR, NOTE_TAKER}
        assert {plan.chair, plan.note_taker} <= set(plan.members)
    assert 10 <= len(made.series[0].members) <= 14


def test_meetings_were_on_working_days_before_today(made: Chamber, today: date) -> None:
    """All of the history lies before today, on working days, in order, and each names the next."""
    for number in (1, 2, 3):
        row = [meeting for meeting in made.meetings if meeting.series_id == number]
        assert [meeting.number for meeting in row] == list(range(1, len(row) + 1))
        for meeting, following in pairwise(row):
            assert meeting.next_on == following.on
    for meeting in past(made):
        assert meeting.on < today
        assert is_working_day(meeting.on)
        assert meeting.finalised_on is not None
        assert meeting.on < meeting.finalised_on <= today


def test_todays_meeting_waits_for_its_agenda(made: Chamber, today: date) -> None:
    """Today's kernteam PAD has invitations and no items: the app proposes its agenda from the dates."""
    meeting = made.meetings[-1]
    assert (meeting.on, meeting.state, meeting.series_id) == (today, MeetingState.PREPARING, 1)
    assert meeting.items == ()
    assert {seat.presence for seat in meeting.attendance} == {Presence.INVITED, Presence.GUEST}


def test_todays_guest_has_yet_to_sign(made: Chamber) -> None:
    """One guest of today has not signed the secrecy declaration; every guest of the past had (Bgs art. 2.21)."""
    guests = [(m.on, s.professional) for m in made.meetings for s in m.attendance if s.presence is Presence.GUEST]
    assert [p.name for _on, p in guests if p.secrecy_signed_on is None] == [NEWCOMER]
    assert all(p.secrecy_signed_on <= on for on, p in guests if p.secrecy_signed_on)


def test_members_who_must_sign_have_signed(made: Chamber) -> None:
    """No regular member of a kernteam still has to sign."""
    assert not [p.name for plan in made.series for p in plan.members if p.must_sign_secrecy]


def test_a_kernteam_discusses_eight_to_twelve_cases(made: Chamber) -> None:
    """Every past kernteam came to eight to twelve cases in about its planned time; a process meeting to its one."""
    for meeting in past(made):
        count = len(discussions(meeting))
        assert count == 1 if meeting.series_id == 3 else 8 <= count <= 12
        assert meeting.started is not None
        assert meeting.ended is not None
        length = (meeting.ended.hour - meeting.started.hour) * 60 + meeting.ended.minute - meeting.started.minute
        assert length <= made.series[meeting.series_id - 1].series.minutes + 20


def test_every_discussion_is_complete(made: Chamber) -> None:
    """A discussed case has one to five sourced contributions, a judgement, at most two decisions and three actions."""
    for meeting in past(made):
        for item in discussions(meeting):
            assert 1 <= len(item.contributions) <= 5
            assert item.judgement is not None
            assert len(item.decisions) in {1, 2}
            assert len(item.actions) <= 3
            assert all(contribution.on <= meeting.on for contribution in item.contributions)
            assert all(decision.motive for decision in item.decisions)


def test_two_cases_were_skipped_last_time(made: Chamber) -> None:
    """The last kernteam of the PAD skipped two cases, which return by themselves; earlier one was moved."""
    last = [meeting for meeting in past(made) if meeting.series_id == 1][-1]
    assert sum(item.state is ItemState.SKIPPED for item in last.items) == 2
    assert Counter(item.state for _meeting, item in items(made))[ItemState.MOVED] == 1
    for _meeting, item in items(made):
        if item.state is not ItemState.DISCUSSED:
            assert not (*item.contributions, *item.actions, *item.settlements)
            assert item.spent_seconds == 0


def test_dates_of_a_case_follow_from_its_meetings(made: Chamber) -> None:
    """Last and next discussion of a case are what its last discussion left."""
    last: dict[str, tuple[date, date | None]] = {}
    for meeting, item in items(made):
        if item.case_ref and item.state is ItemState.DISCUSSED:
            last[item.case_ref] = (meeting.on, item.next_discussion)
    for case in made.cases:
        if case.today.ref in last:
            assert (case.today.last_discussed, case.today.next_discussion) == last[case.today.ref]
        else:
            assert case.start == case.today


def test_a_case_is_known_before_it_is_discussed(made: Chamber) -> None:
    """No case is on an agenda before its registration, and none was last discussed before it."""
    cases = {case.today.ref: case for case in made.cases}
    for meeting, item in items(made):
        if item.case_ref:
            assert cases[item.case_ref].today.registered_on < meeting.on
    assert all(is_after_registration(case) for case in made.cases)


def is_after_registration(case: CasePlan) -> bool:
    """Return whether a case was never discussed before it was registered."""
    last = case.start.last_discussed
    return last is None or last >= case.start.registered_on


def test_today_proposes_ten_to_twelve_cases_for_every_reason(made: Chamber, today: date) -> None:
    """The dates lead to ten to twelve cases today: planned, late, due, too long ago, new; and the two skipped."""
    found = proposed(made, today)
    assert 10 <= len(found) <= 12
    assert set.union(*found.values()) == {
        ReasonKind.NEW_REFERRAL,
        ReasonKind.PLANNED,
        ReasonKind.ACTIONS_LATE,
        ReasonKind.ACTIONS_DUE,
        ReasonKind.REVIEW_DUE,
    }
    last = [meeting for meeting in past(made) if meeting.series_id == 1][-1]
    assert {item.case_ref for item in last.items if item.state is ItemState.SKIPPED} <= set(found)


def test_a_dozen_actions_are_open_and_five_late(made: Chamber, today: date) -> None:
    """What the history leaves is a dozen open actions, five of them late, one postponed three times."""
    left = [outcome for outcome in outcomes(made).values() if outcome.state is ActionState.OPEN]
    assert 12 <= len(left) <= 14
    assert sum(outcome.due < today for outcome in left) == 5
    assert max(outcome.postponed for outcome in left) == 3


def test_actions_end_in_every_honest_way(made: Chamber) -> None:
    """Most actions were done; some were not, some became impossible, and some were postponed."""
    count = Counter(outcome.state for outcome in outcomes(made).values())
    assert count[ActionState.DONE] > 100
    assert count[ActionState.NOT_DONE] >= 4
    assert count[ActionState.NO_LONGER_POSSIBLE] >= 3
    assert sum(outcome.postponed > 0 for outcome in outcomes(made).values()) >= 8


def test_every_action_has_an_owner_and_a_later_date(made: Chamber) -> None:
    """Every action has one owner of the chamber, a person of that owner if any, and a date after the meeting."""
    for meeting, item in items(made):
        for action in item.actions:
            assert action.owner in made.partners
            assert action.person is None or action.person.partner == action.owner
            assert action.due > meeting.on


def test_settlements_come_after_the_action_and_once(made: Chamber) -> None:
    """An action is settled in its own series, after it was made, when due, and never after its end."""
    state: dict[str, tuple[int, ActionState, date]] = {}
    for meeting, item in items(made):
        for settled in item.settlements:
            series, before, due = state[settled.action]
            assert (series, before) == (meeting.series_id, ActionState.OPEN)
            assert due <= meeting.on
            assert settled.due > meeting.on if settled.state is ActionState.OPEN else settled.due == due
            state[settled.action] = (series, settled.state, settled.due)
        for action in item.actions:
            state[action.key] = (meeting.series_id, ActionState.OPEN, action.due)


def test_speakers_sit_at_the_table(made: Chamber) -> None:
    """Whoever speaks was present and speaks for the own organisation; what was written names no speaker."""
    for meeting, item in items(made):
        here = {s.professional for s in meeting.attendance if s.presence in {Presence.PRESENT, Presence.GUEST}}
        for said in item.contributions:
            assert said.partner in made.partners
            assert said.professional is None or said.professional in here
            assert said.professional is None or said.professional.partner == said.partner


def test_the_agenda_is_in_order_and_its_standing_items_return(made: Chamber) -> None:
    """Items are in the order of a kernteam agenda, each case once, with the standing items recurring."""
    order = list(ItemKind)
    for meeting in past(made):
        kinds = [order.index(item.kind) for item in meeting.items]
        assert kinds == sorted(kinds)
        refs = [item.case_ref for item in meeting.items if item.case_ref]
        assert len(refs) == len(set(refs))
        assert meeting.items[0].recurring
        assert meeting.items[-1].recurring
        assert all(item.reasons for item in meeting.items)
        top10 = [item for item in meeting.items if item.kind is ItemKind.TOP10]
        assert len(top10) == (1 if meeting.series_id == 2 else 0)
