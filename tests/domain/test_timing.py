"""The clock beside an agenda: before the meeting, while it runs, late, ahead, and when all is done."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.agenda import Timing, timing
from zvk_tui.domain.meeting import AgendaItem, ItemState

if TYPE_CHECKING:
    from tests.domain.conftest import Make

BEGIN = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)


def after(minutes: float) -> datetime:
    """Return the moment so many minutes after the begin."""
    return BEGIN + timedelta(minutes=minutes)


def to_come(make: "Make", *lengths: int) -> list[AgendaItem]:
    """Return open items of these planned lengths."""
    return [make.item(n, state=ItemState.OPEN, minutes=length) for n, length in enumerate(lengths)]


def test_before_the_begin(make: "Make") -> None:
    """Before it begins, a meeting ends after its planned items, counted from the begin."""
    assert timing(to_come(make, 30, 50), BEGIN, 90, after(-120)) == Timing(80, after(80), -10)


def test_a_meeting_that_has_not_begun_gets_late(make: "Make") -> None:
    """When the begin has passed and nobody has begun, the end moves with the clock."""
    assert timing(to_come(make, 80), BEGIN, 90, after(25)) == Timing(80, after(105), 15)


def test_while_an_item_runs(make: "Make") -> None:
    """What the running item has used is not to come any more."""
    items = [
        make.item(1, minutes=10, spent=600),
        make.item(2, state=ItemState.OPEN, minutes=20, opened_at=after(10)),
        make.item(3, state=ItemState.OPEN, minutes=60),
    ]
    assert timing(items, BEGIN, 90, after(15)) == Timing(90, after(90), 0)


def test_an_item_that_runs_over_makes_late(make: "Make") -> None:
    """An item past its time takes no time from the others: what it uses too much is late."""
    items = [make.item(1, state=ItemState.OPEN, minutes=10, opened_at=BEGIN), *to_come(make, 80)]
    assert timing(items, BEGIN, 90, after(25)) == Timing(90, after(105), 15)


def test_ahead(make: "Make") -> None:
    """An item that took less than planned puts the table ahead."""
    items = [make.item(1, minutes=30, spent=600), *to_come(make, 60)]
    assert timing(items, BEGIN, 90, after(10)) == Timing(90, after(70), -20)


def test_a_skipped_item_takes_no_time(make: "Make") -> None:
    """What was skipped or moved is planned but no longer to come."""
    items = [
        make.item(1, state=ItemState.SKIPPED, minutes=30),
        make.item(2, state=ItemState.MOVED, minutes=30),
        *to_come(make, 30),
    ]
    assert timing(items, BEGIN, 90, BEGIN) == Timing(90, after(30), -60)


def test_an_item_taken_up_again_needs_only_the_rest(make: "Make") -> None:
    """Time spent before an interruption counts."""
    assert timing([make.item(state=ItemState.OPEN, minutes=10, spent=240)], BEGIN, 90, after(4)).ends_at == after(10)


def test_all_done(make: "Make") -> None:
    """With nothing to come, a meeting ends now."""
    assert timing([make.item(minutes=30, spent=1800)], BEGIN, 90, after(45)) == Timing(30, after(45), -45)


def test_no_agenda() -> None:
    """A meeting without items ends when it begins."""
    assert timing([], BEGIN, 90, after(-5)) == Timing(0, BEGIN, -90)


@given(
    rows=st.lists(st.tuples(st.sampled_from(ItemState), st.integers(1, 240), st.integers(0, 20_000)), max_size=10),
    minutes=st.integers(-600, 600),
)
def test_the_end_is_never_before_now(make: "Make", rows: list[tuple[ItemState, int, int]], minutes: int) -> None:
    """The projected end lies neither before now nor before the begin, nor later than all that is planned from there."""
    items = [make.item(n, state=state, minutes=length, spent=spent) for n, (state, length, spent) in enumerate(rows)]
    found = timing(items, BEGIN, 90, after(minutes))
    start = max(BEGIN, after(minutes))
    assert start <= found.ends_at <= start + timedelta(minutes=found.planned)
    assert found.planned == sum(length for _, length, _ in rows)
