"""Ordering an agenda so that partners can leave early: who leaves when, and what stays where it is."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.agenda import ordered_for_leaving
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence

if TYPE_CHECKING:
    from tests.domain.conftest import Make

CASE_KINDS = frozenset({ItemKind.CASE, ItemKind.REFERRAL})
LEAVING = st.none() | st.sampled_from([time(14), time(14, 30), time(15)])
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(ItemKind),
        st.sampled_from([ItemState.OPEN, ItemState.OPEN, ItemState.OPEN, ItemState.DISCUSSED, ItemState.SKIPPED]),
        st.frozensets(st.integers(1, 4)),
    ),
    max_size=12,
)
SEATS = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Presence), LEAVING), max_size=8)


@given(rows=ITEMS, seats=SEATS)
def test_ordering_for_leaving(
    make: "Make",
    rows: list[tuple[ItemKind, ItemState, frozenset[int]]],
    seats: list[tuple[int, Presence, time | None]],
) -> None:
    """No item is lost or doubled, only cases still to come change places, and asking twice changes nothing more."""
    items = [make.item(n, kind, state) for n, (kind, state, _) in enumerate(rows)]
    needed = {n: partners for n, (_, _, partners) in enumerate(rows)}
    attendance = [
        make.seat(make.person(n, partner=make.partner(partner)), presence, leaves)
        for n, (partner, presence, leaves) in enumerate(seats)
    ]
    ordered = ordered_for_leaving(items, needed, attendance)
    assert sorted(item.id for item in ordered) == [item.id for item in items]
    fixed = [item for item in items if item.kind not in CASE_KINDS or item.state is not ItemState.OPEN]
    assert all(ordered[item.id] == item for item in fixed)
    assert ordered_for_leaving(ordered, needed, attendance) == ordered


@given(rows=ITEMS)
def test_when_nobody_leaves_the_order_stays(
    make: "Make", rows: list[tuple[ItemKind, ItemState, frozenset[int]]]
) -> None:
    """The chair's own order is not touched without a reason."""
    items = tuple(make.item(n, kind, state) for n, (kind, state, _) in enumerate(rows))
    needed = {n: partners for n, (_, _, partners) in enumerate(rows)}
    assert ordered_for_leaving(items, needed, [make.seat(make.person(partner=make.partner(1)))]) == items


def leaving_order(make: "Make", *seats: tuple[int, Presence, time | None]) -> list[int]:
    """Return the order of three cases, needing the partners 1, 2 and 3, between an opening and a closing."""
    items = [
        make.item(0, ItemKind.OPENING, ItemState.OPEN),
        *(make.item(n, ItemKind.CASE, ItemState.OPEN) for n in (1, 2, 3)),
        make.item(4, ItemKind.CLOSING, ItemState.OPEN),
    ]
    needed = {n: frozenset({n}) for n in (1, 2, 3)}
    attendance = [
        make.seat(make.person(n, partner=make.partner(partner)), presence, leaves)
        for n, (partner, presence, leaves) in enumerate(seats)
    ]
    return [item.id for item in ordered_for_leaving(items, needed, attendance)]


def test_who_leaves_first_is_served_first(make: "Make") -> None:
    """Cases come in the order in which their partners leave, between the items that open and close."""
    three, two = (3, Presence.PRESENT, time(14)), (2, Presence.INVITED, time(14, 30))
    assert leaving_order(make, three, two) == [0, 3, 2, 1, 4]


def test_a_partner_leaves_with_its_last_person(make: "Make") -> None:
    """Two people of one organisation: the later time counts, in whatever order they are listed."""
    early, late = (3, Presence.PRESENT, time(14)), (3, Presence.PRESENT, time(15))
    other = (2, Presence.PRESENT, time(14, 30))
    assert leaving_order(make, early, late, other) == leaving_order(make, late, early, other) == [0, 2, 3, 1, 4]


def test_a_partner_with_somebody_who_stays_does_not_leave(make: "Make") -> None:
    """A colleague who stays to the end keeps the organisation at the table."""
    assert leaving_order(make, (3, Presence.PRESENT, time(14)), (3, Presence.PRESENT, None)) == [0, 1, 2, 3, 4]


def test_a_case_waits_for_the_first_of_its_partners_to_leave(make: "Make") -> None:
    """A case that needs two partners is as urgent as the one who leaves first."""
    items = [make.item(n, ItemKind.CASE, ItemState.OPEN) for n in (1, 2)]
    needed = {1: frozenset({2}), 2: frozenset({1, 3})}
    seats = [
        make.seat(make.person(n, partner=make.partner(n)), leaves_at=leaves)
        for n, leaves in ((1, time(14)), (2, time(14, 30)), (3, time(15)))
    ]
    assert [item.id for item in ordered_for_leaving(items, needed, seats)] == [2, 1]


@pytest.mark.parametrize("presence", [Presence.EXCUSED, Presence.ABSENT])
def test_who_does_not_come_does_not_leave(make: "Make", presence: Presence) -> None:
    """The time of somebody who is not there moves nothing, nor does an absent colleague keep a partner in."""
    assert leaving_order(make, (3, presence, time(14))) == [0, 1, 2, 3, 4]
    assert leaving_order(make, (3, Presence.PRESENT, time(14)), (3, presence, None)) == [0, 3, 1, 2, 4]


def test_a_case_may_pass_a_referral(make: "Make") -> None:
    """Cases and referrals are one row when somebody has to leave; a topic of the chair between them stays."""
    items = [
        make.item(1, ItemKind.REFERRAL, ItemState.OPEN),
        make.item(2, ItemKind.TOPIC, ItemState.OPEN),
        make.item(3, ItemKind.CASE, ItemState.OPEN),
    ]
    seat = make.seat(make.person(partner=make.partner(7)), leaves_at=time(14))
    ordered = ordered_for_leaving(items, {3: frozenset({7})}, [seat])
    assert [item.id for item in ordered] == [3, 2, 1]


def test_the_item_the_table_is_at_stays(make: "Make") -> None:
    """During the meeting the case on the table is not moved away."""
    items = [
        make.item(1, ItemKind.CASE, ItemState.OPEN, opened_at=datetime(2026, 11, 23, 14, tzinfo=UTC)),
        make.item(2, ItemKind.CASE, ItemState.OPEN),
        make.item(3, ItemKind.CASE, ItemState.OPEN),
    ]
    seat = make.seat(make.person(partner=make.partner(7)), leaves_at=time(14, 30))
    ordered = ordered_for_leaving(items, {3: frozenset({7})}, [seat])
    assert [item.id for item in ordered] == [1, 3, 2]
