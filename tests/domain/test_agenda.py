"""The agenda that proposes itself: what comes back, why a case is there, and in which order."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.domain.agenda import (
    CaseFacts,
    GroupFacts,
    ProposedItem,
    case_reasons,
    propose,
    returning,
    standing,
)
from zvk_tui.domain.case_file import CaseFile, Phase
from zvk_tui.domain.meeting import (
    AgendaItem,
    ItemKind,
    ItemState,
    Reason,
    ReasonKind,
    SeriesKind,
)

if TYPE_CHECKING:
    from tests.domain.conftest import Make

TODAY = date(2026, 11, 23)
CASE_KINDS = frozenset({ItemKind.CASE, ItemKind.REFERRAL})
BACK = frozenset({ItemState.SKIPPED, ItemState.MOVED})
PHASES = st.sampled_from(Phase)


@dataclass(frozen=True)
class Previous:
    """An item of the meeting before; the case by its number, 0 for none."""

    kind: ItemKind
    state: ItemState
    recurring: bool
    case: int


PREVIOUS = st.lists(
    st.builds(Previous, st.sampled_from(ItemKind), st.sampled_from(ItemState), st.booleans(), st.integers(0, 5)),
    max_size=10,
)
CASES = st.lists(PHASES, min_size=5, max_size=5)


def agenda_of(make: "Make", previous: list[Previous], phases: list[Phase]) -> list[AgendaItem]:
    """Return the items of the meeting before, each with a title of its own, on cases in these phases."""
    cases = [make.case(n, phase=phase) for n, phase in enumerate(phases, 1)]
    return [
        make.item(n, item.kind, item.state, title=f"t{n}", recurring=item.recurring, case=([None, *cases])[item.case])
        for n, item in enumerate(previous)
    ]


def must_return(item: AgendaItem) -> bool:
    """Return whether the rule of carry-over lets an item come back (issue: recurring, skipped, moved; not closed)."""
    return (item.recurring or item.state in BACK) and (item.case is None or item.case.phase is not Phase.CLOSED)


@given(previous=PREVIOUS, phases=CASES)
@example(
    [Previous(ItemKind.CASE, ItemState.SKIPPED, False, 1), Previous(ItemKind.CASE, ItemState.MOVED, True, 1)],
    [Phase.APPROACH] * 5,
)
def test_what_comes_back(make: "Make", previous: list[Previous], phases: list[Phase]) -> None:
    """Recurring, skipped and moved items return exactly once, nothing else does, and a case comes back once."""
    agenda = agenda_of(make, previous, phases)
    back = returning(agenda)
    without = [item.title for item in back if item.case_file is None]
    assert without == [item.title for item in agenda if must_return(item) and item.case is None]
    cases = [item.case_file.id for item in back if item.case_file]
    assert len(cases) == len(set(cases))
    assert set(cases) == {item.case.id for item in agenda if must_return(item) and item.case}


@given(previous=PREVIOUS, phases=CASES)
def test_what_returns_is_what_it_was(make: "Make", previous: list[Previous], phases: list[Phase]) -> None:
    """Title, minutes and case are kept; it says why it is back; what recurs goes on recurring."""
    agenda = agenda_of(make, previous, phases)
    before = {item.title: item for item in agenda}
    for item in returning(agenda):
        assert item.reasons
        assert item.planned_minutes == before[item.title].planned_minutes
        assert item.case_file == before[item.title].case
        same = [one for one in agenda if must_return(one) and (one.title == item.title or one.case == item.case_file)]
        assert item.recurring or not before[item.title].recurring
        assert not item.recurring or any(one.recurring for one in same)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (ItemState.SKIPPED, ReasonKind.SKIPPED),
        (ItemState.MOVED, ReasonKind.MOVED),
        (ItemState.DISCUSSED, ReasonKind.STANDING),
    ],
)
def test_why_an_item_is_back(make: "Make", state: ItemState, reason: ReasonKind) -> None:
    """A recurring item that was skipped or moved says so; otherwise it is standing."""
    assert returning([make.item(state=state, recurring=True)])[0].reasons == (Reason(reason),)


def test_a_recurring_item_that_was_dropped_once_returns(make: "Make") -> None:
    """The newest meeting that has the item says whether it recurs; the one before is not asked any more."""
    dropped = make.item(1, ItemKind.TOPIC, title="Terugblik", recurring=True)
    no_longer = make.item(2, ItemKind.TOPIC, title="Wijkschouw", recurring=False)
    once = make.item(3, ItemKind.TOPIC, title="Wijkschouw", recurring=True)
    back = returning([no_longer], earlier=[dropped, once])
    assert [(item.title, item.recurring) for item in back] == [("Terugblik", True)]
    assert back[0].reasons == (Reason(ReasonKind.STANDING),)


def test_a_case_that_is_twice_on_an_agenda_comes_back_once_with_both_reasons(make: "Make") -> None:
    """Neither reason is lost, and it stays recurring when one of the two was."""
    items = [
        make.item(1, ItemKind.CASE, ItemState.SKIPPED, case=make.case()),
        make.item(2, ItemKind.CASE, ItemState.MOVED, case=make.case(), recurring=True),
    ]
    (back,) = returning(items)
    assert [reason.kind for reason in back.reasons] == [ReasonKind.SKIPPED, ReasonKind.MOVED]
    assert back.recurring


@pytest.mark.parametrize(
    ("phase", "kind"),
    [
        (Phase.REFERRED, ItemKind.REFERRAL),
        (Phase.TRIAGE, ItemKind.REFERRAL),
        (Phase.APPROACH, ItemKind.CASE),
        (Phase.SCALED_UP, ItemKind.CASE),
    ],
)
@pytest.mark.parametrize("was", sorted(CASE_KINDS))
def test_a_referral_comes_back_as_what_it_is_now(make: "Make", phase: Phase, kind: ItemKind, was: ItemKind) -> None:
    """A referral that was skipped and admitted since is a case; one in triage is a referral."""
    (back,) = returning([make.item(1, was, ItemState.SKIPPED, case=make.case(phase=phase))])
    assert back.kind is kind


def test_a_topic_about_a_case_stays_a_topic(make: "Make") -> None:
    """Only referrals and cases change kind; the chair's own topic does not."""
    (back,) = returning([make.item(1, ItemKind.TOPIC, ItemState.SKIPPED, case=make.case(), title="verhuizing")])
    assert (back.kind, back.title) == (ItemKind.TOPIC, "verhuizing")


@dataclass(frozen=True)
class Dates:
    """What the dates say of a case: days until the planned discussion, since the last one, and open actions."""

    planned: int | None
    last: int | None
    registered: int
    late: int
    due: int


DATES = st.lists(
    st.builds(
        Dates,
        st.none() | st.integers(-90, 90),
        st.none() | st.integers(0, 400),
        st.integers(0, 400),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    min_size=5,
    max_size=5,
)


def facts_of(make: "Make", dates: list[Dates], phases: list[Phase]) -> list[CaseFacts]:
    """Return the facts of the cases 1 to 5."""
    return [
        CaseFacts(
            make.case(
                n,
                phase=phase,
                registered=TODAY - timedelta(days=one.registered),
                last=None if one.last is None else TODAY - timedelta(days=one.last),
                planned=None if one.planned is None else TODAY + timedelta(days=one.planned),
            ),
            one.late,
            one.due,
        )
        for n, (one, phase) in enumerate(zip(dates, phases, strict=True), 1)
    ]


@given(previous=PREVIOUS, phases=CASES, dates=DATES)
def test_the_proposed_agenda(make: "Make", previous: list[Previous], phases: list[Phase], dates: list[Dates]) -> None:
    """Whatever the meeting before and the dates: each case at most once, none closed, none forgotten, all in order."""
    agenda = agenda_of(make, previous, phases)
    facts = facts_of(make, dates, phases)
    items = propose(make.series(), TODAY, agenda, facts)
    cases = [item.case_file for item in items if item.case_file]
    assert len({case_file.id for case_file in cases}) == len(cases)
    assert all(case_file.live for case_file in cases)
    wanted = {one.case_file.id for one in facts if one.case_file.live and case_reasons(one, TODAY)}
    assert {case_file.id for case_file in cases} == wanted | {i.case.id for i in agenda if must_return(i) and i.case}
    assert [item.title for item in items if item.title and not item.case_file] == [
        item.title
        for item in sorted(returning(agenda), key=lambda back: list(ItemKind).index(back.kind))
        if not item.case_file
    ]
    assert all(item.reasons for item in items)
    places = [list(ItemKind).index(item.kind) for item in items]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", SeriesKind)
def test_a_first_meeting_has_its_standing_items(make: "Make", kind: SeriesKind) -> None:
    """With nothing before it, an agenda opens and closes, and all its items go on recurring."""
    items = propose(make.series(kind=kind), TODAY, [], [])
    assert items == standing(kind)
    assert (items[0].kind, items[-1].kind) == (ItemKind.OPENING, ItemKind.CLOSING)
    assert all(item.recurring and item.planned_minutes > 0 for item in items)
    assert (ItemKind.TOP10 in {item.kind for item in items}) == (kind is SeriesKind.CORE_TEAM_TOP10)


def test_standing_items_do_not_pile_up(make: "Make") -> None:
    """From meeting to meeting the standing items are the same, each once."""
    first = propose(make.series(), TODAY, [], [])
    held = [make.item(n, item.kind, recurring=item.recurring) for n, item in enumerate(first)]
    assert [item.kind for item in propose(make.series(), TODAY, held, [])] == [item.kind for item in first]


def test_without_recurring_items_the_agenda_still_opens_and_closes(make: "Make") -> None:
    """A skipped case alone is no agenda: the standing items are put around it."""
    before = [make.item(1, ItemKind.CASE, ItemState.SKIPPED, case=make.case())]
    kinds = [item.kind for item in propose(make.series(), TODAY, before, [])]
    assert kinds == [ItemKind.OPENING, ItemKind.MINUTES, ItemKind.ACTIONS, ItemKind.CASE, ItemKind.CLOSING]


def test_what_returns_comes_first_among_its_kind(make: "Make") -> None:
    """A case that had to wait goes before the cases that the dates bring."""
    before = [make.item(1, ItemKind.CASE, ItemState.SKIPPED, case=make.case(5))]
    items = propose(make.series(), TODAY, before, [CaseFacts(make.case(1), 1), CaseFacts(make.case(5), 2)])
    assert _cases(items) == [5, 1]


def test_a_case_that_returns_has_all_its_reasons(make: "Make") -> None:
    """Skipped last time and late: both are said."""
    before = [make.item(1, ItemKind.CASE, ItemState.SKIPPED, case=make.case())]
    (item,) = [i for i in propose(make.series(), TODAY, before, [CaseFacts(make.case(), 2)]) if i.case_file]
    assert item.reasons == (Reason(ReasonKind.SKIPPED), Reason(ReasonKind.ACTIONS_LATE, 2))


def test_a_group_comes_where_the_list_is_discussed(make: "Make") -> None:
    """A group on the list is proposed from the day of its review, once, however its label was typed before."""
    due = [GroupFacts("groep Kade", TODAY)]
    before = [
        make.item(1, ItemKind.TOP10, ItemState.DISCUSSED, recurring=True),
        make.item(2, ItemKind.GROUP, ItemState.SKIPPED, title="Kade"),
    ]
    (item,) = [one for one in propose(make.series(), TODAY, before, [], groups=due) if one.kind is ItemKind.GROUP]
    assert item.reasons == (Reason(ReasonKind.SKIPPED), Reason(ReasonKind.TOP10_REVIEW, on=TODAY))
    assert not [one for one in propose(make.series(), TODAY, [], [], groups=due) if one.kind is ItemKind.GROUP]


def test_a_process_meeting_is_always_about_its_case(make: "Make") -> None:
    """The one case of a process meeting is there although no date asks for it, unless it is closed."""
    series = make.series(kind=SeriesKind.PROCESS_MEETING, interval_weeks=0, case_id=3)
    quiet = [CaseFacts(make.case(2)), CaseFacts(make.case(3))]
    items = propose(series, TODAY, [], quiet)
    assert [item.reasons for item in items if item.case_file] == [(Reason(ReasonKind.STANDING),)]
    assert _cases(items) == [3]
    assert _cases(propose(series, TODAY, [], [CaseFacts(make.case(3, phase=Phase.CLOSED))])) == []
    late = propose(series, TODAY, [], [CaseFacts(make.case(3), 1)])
    assert [item.reasons for item in late if item.case_file] == [(Reason(ReasonKind.ACTIONS_LATE, 1),)]


def _cases(items: tuple[ProposedItem, ...]) -> list[int]:
    return [item.case_file.id for item in items if item.case_file]


def kinds_of(case_file: CaseFile, on: date = TODAY, *, weeks: int = 8) -> list[ReasonKind]:
    """Return why a case without open actions is on the agenda."""
    return [reason.kind for reason in case_reasons(CaseFacts(case_file), on, weeks)]


@pytest.mark.parametrize("phase", Phase)
def test_a_referral_is_there_until_it_is_weighed(make: "Make", phase: Phase) -> None:
    """A case that was referred or is in triage is on every agenda, with the date of its referral."""
    reasons = case_reasons(CaseFacts(make.case(phase=phase, registered=TODAY)), TODAY)
    new = phase in {Phase.REFERRED, Phase.TRIAGE}
    assert reasons == ((Reason(ReasonKind.NEW_REFERRAL, on=TODAY),) if new else ())


@pytest.mark.parametrize(
    ("planned", "on", "there"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), True),
        (date(2026, 11, 24), date(2026, 11, 23), False),
        (date(2026, 11, 22), date(2026, 11, 23), True),
        (date(2026, 12, 31), date(2027, 1, 1), True),
        (date(2027, 1, 1), date(2026, 12, 31), False),
        (date(2028, 2, 29), date(2028, 2, 28), False),
        (date(2028, 2, 29), date(2028, 2, 29), True),
        (date(2028, 2, 29), date(2028, 3, 1), True),
        (date(2026, 11, 30), date(2026, 12, 1), True),
    ],
)
def test_a_planned_case_is_there_from_its_day_on(make: "Make", planned: date, on: date, there: bool) -> None:
    """The day itself counts, and a day that fell between two meetings is not lost."""
    case_file = make.case(planned=planned, last=planned - timedelta(days=14))
    assert kinds_of(case_file, on) == ([ReasonKind.PLANNED] if there else [])


@pytest.mark.parametrize(
    ("last", "on", "there"),
    [
        (None, date(2026, 11, 30), True),
        (date(2026, 11, 22), date(2026, 11, 30), True),
        (date(2026, 11, 23), date(2026, 11, 30), False),
        (date(2026, 11, 25), date(2026, 11, 30), False),
        (date(2026, 11, 23), date(2026, 11, 23), True),
    ],
)
def test_a_planned_discussion_that_took_place_is_over(make: "Make", last: date | None, on: date, there: bool) -> None:
    """Discussed on the planned day or later, the plan is met; a second meeting on that very day still sees it."""
    assert kinds_of(make.case(planned=date(2026, 11, 23), last=last), on) == ([ReasonKind.PLANNED] if there else [])


def test_actions_bring_a_case(make: "Make") -> None:
    """Late and due actions each give a reason, with their number."""
    assert case_reasons(CaseFacts(make.case(), 2, 1), TODAY) == (
        Reason(ReasonKind.ACTIONS_LATE, 2),
        Reason(ReasonKind.ACTIONS_DUE, 1),
    )


@pytest.mark.parametrize(
    ("last", "on", "weeks"),
    [
        (date(2026, 9, 28), date(2026, 11, 23), 8),
        (date(2026, 9, 29), date(2026, 11, 23), None),
        (date(2026, 9, 22), date(2026, 11, 23), 8),
        (date(2026, 9, 21), date(2026, 11, 23), 9),
        (date(2028, 1, 4), date(2028, 2, 29), 8),
        (date(2028, 1, 5), date(2028, 2, 29), None),
        (date(2026, 11, 6), date(2027, 1, 1), 8),
        (date(2026, 11, 7), date(2027, 1, 1), None),
        (date(2026, 12, 1), date(2026, 11, 23), None),
    ],
)
def test_a_case_is_reviewed_from_the_day_the_weeks_are_full(
    make: "Make", last: date, on: date, weeks: int | None
) -> None:
    """Eight weeks to the day brings a case back, one day less does not; the weeks counted are full ones."""
    expected = () if weeks is None else (Reason(ReasonKind.REVIEW_DUE, weeks),)
    assert case_reasons(CaseFacts(make.case(last=last)), on) == expected


def test_a_case_that_was_never_discussed_is_reviewed_from_its_registration(make: "Make") -> None:
    """A case cannot be forgotten by never having been discussed."""
    assert kinds_of(make.case(registered=TODAY - timedelta(weeks=8))) == [ReasonKind.REVIEW_DUE]
    assert kinds_of(make.case(registered=TODAY - timedelta(weeks=30), last=TODAY - timedelta(weeks=1))) == []


def test_a_case_that_is_planned_later_waits_for_its_day(make: "Make") -> None:
    """The table chose a later date, so the review period is silent until that day."""
    case_file = make.case(last=TODAY - timedelta(weeks=20), planned=TODAY + timedelta(days=1))
    assert kinds_of(case_file) == []
    assert kinds_of(case_file, TODAY + timedelta(days=1)) == [ReasonKind.PLANNED, ReasonKind.REVIEW_DUE]


@given(weeks=st.integers(1, 60), days=st.integers(0, 500))
def test_a_municipality_sets_its_own_review_period(make: "Make", weeks: int, days: int) -> None:
    """The number of weeks is a setting, and means that many times seven days."""
    found = kinds_of(make.case(last=TODAY - timedelta(days=days)), weeks=weeks)
    assert (found == [ReasonKind.REVIEW_DUE]) == (days >= 7 * weeks)
