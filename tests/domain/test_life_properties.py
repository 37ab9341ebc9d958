"""Thousands of random lives: whatever is tried in whatever order, what is promised of every case holds."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, Forum, ScaleTarget
from zvk_tui.domain.life import CaseEvent, CaseLife, LifeLimits, LifeProblem, allowed, follow, refusal
from zvk_tui.domain.rules import CLOSED_APPROACHES
from zvk_tui.domain.timeline import TimelineEntry, TimelineKind, in_order
from zvk_tui.words.story import entry_sentence, entry_texts

FIRST: Final = date(2024, 2, 28)
TODAY: Final = date(2026, 11, 23)
WORDS: Final = ("omdat", "", "wijkteam", " ")
T = TypeVar("T")


@dataclass(slots=True)
class Told:
    """A life as far as it came: the events that were accepted, and where the case was after each."""

    events: list[CaseEvent] = field(default_factory=list)
    lives: list[CaseLife] = field(default_factory=list)
    goals: list[bool] = field(default_factory=list)

    @property
    def life(self) -> CaseLife:
        """Where the case is."""
        return self.lives[-1] if self.lives else CaseLife()


class Choices:
    """Takes one choice after another out of a number, so that one number stands for one thing that is tried."""

    def __init__(self, number: int) -> None:
        self._left = number

    def one_of(self, *options: T) -> T:
        """Take one of these."""
        self._left, place = divmod(self._left, len(options))
        return options[place]


def attempt(number: int, life: CaseLife) -> CaseEvent:
    """Return what somebody tries to add: half of it anything at all, half of it of a kind and day that may fit."""
    take = Choices(number)
    fits = take.one_of(True, False)
    kinds = (fits and allowed(life)) or tuple(EventKind)
    start = (fits and life.last_on) or FIRST
    return CaseEvent(
        kind=take.one_of(*kinds),
        on=start + timedelta(days=take.one_of(0, 0, 1, 2, 30) if fits else take.one_of(-2, 0, 1, 7, 2000)),
        reason=take.one_of(*WORDS),
        next_steps=take.one_of(*WORDS),
        receiver=take.one_of(*WORDS),
        accepted_by=take.one_of(*WORDS),
        other_ref=take.one_of(*WORDS),
        approach=take.one_of(None, *Approach),
        track=take.one_of(None, *Track),
        closing_reason=take.one_of(None, *ClosingReason),
        forum=take.one_of(None, *Forum),
        scale_to=take.one_of(None, *ScaleTarget),
    )


numbers = st.integers(0, 2**48)


@st.composite
def told(draw: st.DrawFn) -> Told:
    """Return a life in which up to sixty things were tried, and only what is accepted happened."""
    story = Told()
    for number in draw(st.lists(numbers, min_size=1, max_size=60)):
        event, has_goal = attempt(number // 2, story.life), bool(number % 2)
        if refusal(story.life, event, TODAY, LifeLimits(has_goal=has_goal)) is None:
            story.events.append(event)
            story.lives.append(follow([event], story.life))
            story.goals.append(has_goal)
    return story


def pairs(story: Told) -> Iterator[tuple[CaseEvent, CaseLife, CaseLife]]:
    """Yield each event with where the case was before and after it."""
    yield from zip(story.events, [CaseLife(), *story.lives], story.lives, strict=False)


many = settings(max_examples=2000)


@many
@given(told())
def test_what_is_promised_of_every_life(story: Told) -> None:
    """Whatever happens, closing has its reason and day, a plan its goal, and what is closed never opens."""
    for (event, before, after), has_goal in zip(pairs(story), story.goals, strict=True):
        closed = (after.phase is Phase.CLOSED, after.closed_on is not None, after.closing_reason is not None)
        assert closed in {(True, True, True), (False, False, False)}
        if event.kind is EventKind.REOPENED:
            cleared = (after.closed_on, after.closing_reason, after.shielded, after.scaled_to, after.handed_to)
            assert cleared == (None, None, False, None, "")
        if event.kind is EventKind.PLAN_SET:
            assert has_goal
        if event.closing_reason is ClosingReason.MOVED_AWAY and event.kind is EventKind.CLOSED:
            assert event.receiver.strip()
        assert before.approach not in CLOSED_APPROACHES or after.approach in CLOSED_APPROACHES
        assert not after.handed_to or after.phase in {Phase.SCALING_DOWN, Phase.CLOSED}
        assert after.plan_set is (before.plan_set or event.kind is EventKind.PLAN_SET)
        assert not after.shielded or after.closed
        assert not after.erased or after.shielded
        assert after.scaled_to is not None or after.phase is not Phase.SCALED_UP
        assert before.last_on is None or before.last_on <= event.on <= TODAY
        assert not before.erased


@many
@given(told())
def test_a_life_told_again_is_the_same(story: Told) -> None:
    """What follows from the events does not depend on who counts, how often, or where one begins."""
    assert follow(story.events) == story.life == follow(story.events)
    for place, life in enumerate(story.lives, 1):
        assert follow(story.events[place:], life) == story.life


@settings(max_examples=500)
@given(told())
def test_every_event_is_readable_in_the_timeline(story: Told) -> None:
    """Each event is one entry with a sentence that begins with a capital, in the order in which it happened."""
    numbered = enumerate(story.events)
    entries = [TimelineEntry(event.on, TimelineKind.EVENT, number, event=event) for number, event in numbered]
    ordered = in_order(reversed(entries))
    assert list(ordered) == entries
    for entry in ordered:
        sentence = entry_sentence(entry)
        assert sentence
        assert sentence[0] == sentence[0].upper()
        assert "" not in entry_texts(entry)


@many
@given(told(), numbers)
def test_only_what_is_offered_is_accepted(story: Told, number: int) -> None:
    """What a screen does not offer now is refused, and what it offers is never refused for its place."""
    event = attempt(number, story.life)
    problem = refusal(story.life, event, TODAY, LifeLimits(has_goal=True))
    assert (problem is LifeProblem.NOT_NOW) is (event.kind not in allowed(story.life))


def test_random_lives_are_long_enough_to_mean_something() -> None:
    """Among the lives that are tried are many long ones, and every kind of event happens."""
    dice = random.Random(1)  # noqa: S311 - invented lives, no secret
    happened: Counter[EventKind] = Counter()
    for _life in range(300):
        life = CaseLife()
        for _attempt in range(60):
            event = attempt(dice.getrandbits(48), life)
            if refusal(life, event, TODAY, LifeLimits(has_goal=True)) is None:
                happened[event.kind] += 1
                life = follow([event], life)
    assert set(happened) == set(EventKind)
    assert happened.total() > 300 * 6
