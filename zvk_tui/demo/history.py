"""The meetings of the demo: those that are over, each complete, and the one prepared for today."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from zvk_tui.demo.days import HISTORY, is_working_day
from zvk_tui.demo.dice import Dice
from zvk_tui.demo.ledger import Ledger
from zvk_tui.demo.plan import ItemPlan, MeetingPlan, SeriesPlan
from zvk_tui.demo.seats import attendance, invited
from zvk_tui.demo.sitting import Sitting, World
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState

_PACE: Final = (0.65, 1.3)
"""How much of its planned time an item takes."""

_OUT_OF_TIME: Final = (1.3, 1.6)
"""The same for the cases of a meeting that did not come to all of them."""


def history(name: str, series: SeriesPlan, world: World) -> tuple[MeetingPlan, ...]:
    """Return the meetings of a series that are over, the oldest first."""
    ledger = Ledger(name, world.days)
    return tuple(_meeting(name, number, series, world, ledger) for number in range(1, HISTORY[name] + 1))


def _meeting(name: str, number: int, series: SeriesPlan, world: World, ledger: Ledger) -> MeetingPlan:
    seats = attendance(name, number, world.people, world.dice)
    sitting = Sitting(name, number, seats, world, ledger)
    items = _timed(sitting.items(), world.dice)
    started = _later(series.series.start, 60 * world.dice.below(5))
    comes_again = series.series.interval_weeks > 0 or number < HISTORY[name]
    return MeetingPlan(
        series_id=series.series.id,
        number=number,
        on=sitting.on,
        start=series.series.start,
        place=series.series.place,
        state=MeetingState.FINAL,
        attendance=seats,
        items=items,
        started=started,
        ended=_later(started, sum(item.spent_seconds for item in items)),
        next_on=world.days.meeting(name, number + 1) if comes_again else None,
        finalised_on=_next_working_day(sitting.on),
    )


def prepared(series: SeriesPlan, world: World) -> MeetingPlan:
    """Return the meeting of the PAD for today: invited, and with an agenda that the dates will propose."""
    return MeetingPlan(
        series_id=series.series.id,
        number=HISTORY["pad"] + 1,
        on=world.days.today,
        start=series.series.start,
        place=series.series.place,
        state=MeetingState.PREPARING,
        attendance=invited(world.people),
    )


def _timed(items: tuple[ItemPlan, ...], dice: Dice) -> tuple[ItemPlan, ...]:
    hasty = any(item.state is ItemState.SKIPPED for item in items)
    return tuple(replace(item, spent_seconds=_seconds(item, hasty, dice)) for item in items)


def _seconds(item: ItemPlan, hasty: bool, dice: Dice) -> int:
    if item.state is not ItemState.DISCUSSED:
        return 0
    low, high = _OUT_OF_TIME if hasty and item.kind is ItemKind.CASE else _PACE
    return int(item.planned_minutes * 60 * dice.between(low, high))


def _later(start: time, seconds: int) -> time:
    minutes = start.hour * 60 + start.minute + round(seconds / 60)
    return time(minutes // 60, minutes % 60)


def _next_working_day(day: date) -> date:
    day += timedelta(1)
    while not is_working_day(day):
        day += timedelta(1)
    return day
