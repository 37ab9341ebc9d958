"""Chance that falls the same for the same day."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Final, TypeVar

SEED: Final = 20240
"""What the day is added to; another number gives another chamber."""

T = TypeVar("T")


class Dice:
    """Throws that repeat: the same day gives the same row of throws.

    Only `Random.random()` is used, because Python promises that its row never changes between versions; `choice` and
    `shuffle` carry no such promise.
    """

    def __init__(self, today: date) -> None:
        self._random = random.Random(SEED + today.toordinal())  # noqa: S311 - fiction, no secret

    def chance(self, probability: float) -> bool:
        """Return whether something happens that has this probability."""
        return self._random.random() < probability

    def between(self, low: float, high: float) -> float:
        """Return a number from `low` up to, not including, `high`."""
        return low + (high - low) * self._random.random()

    def below(self, count: int) -> int:
        """Return a whole number from 0 up to, not including, `count`."""
        return int(self._random.random() * count)

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return choices[self.below(len(choices))]
