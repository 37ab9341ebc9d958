"""The scripted meeting: what a chair does in today's prepared meeting, from presence to final minutes.

It knows no case numbers. It goes through the agenda in its order and speaks of the n-th referral or case on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from zvk_tui.demo.people import NEWCOMER
from zvk_tui.demo.script_lines import CASES, CLOSING, OPENING, REFERRALS
from zvk_tui.domain.meeting import ItemKind, Presence
from zvk_tui.domain.record import ActionState, Answer, StatementKind


class StepKind(StrEnum):
    """One thing that the chair does."""

    PRESENCE = "presence"
    SIGN = "sign"
    BEGIN = "begin"
    ENTER = "enter"
    SETTLE = "settle"
    SAY = "say"
    JUDGE = "judge"
    DECIDE = "decide"
    ACT = "act"
    NOTE = "note"
    NEXT = "next"
    SKIP = "skip"
    END = "end"
    NEXT_DATE = "next_date"
    FINALISE = "finalise"


@dataclass(frozen=True, slots=True)
class PlayStep:
    """One step of the script; only the fields that its kind needs are filled."""

    kind: StepKind
    text: str = ""
    """What is typed: `source: text` for SAY, `owner: text @date` for ACT, a date for SETTLE and NEXT_DATE."""
    item: ItemKind | None = None
    """ENTER: the kind of item to go to."""
    nth: int = 1
    """ENTER: which item of that kind; SETTLE: which of the open actions, the oldest due date first."""
    who: str = ""
    """PRESENCE and SIGN: a name; nothing means everybody who is still only invited."""
    presence: Presence | None = None
    """PRESENCE: how this person attends."""
    statement: StatementKind = StatementKind.FACT
    """SAY: what the contribution is."""
    worked: Answer = Answer.UNKNOWN
    """JUDGE: whether earlier decisions worked."""
    proportionate: Answer = Answer.UNKNOWN
    """JUDGE: whether going on is proportionate."""
    motive: str = ""
    """DECIDE: why."""
    power: str = ""
    """DECIDE: the short name of the partner that holds the power, or nothing for the table together."""
    dissent: str = ""
    """DECIDE: who thinks otherwise."""
    outcome: ActionState | None = None
    """SETTLE: what became of the action; open when it is postponed to the date in `text`."""


_KINDS: Final = {"feit": StatementKind.FACT, "mening": StatementKind.OPINION, "horen": StatementKind.HEARSAY}
_ANSWERS: Final = {"ja": Answer.YES, "deels": Answer.PARTLY, "nee": Answer.NO, "?": Answer.UNKNOWN}

_EXCUSED: Final = "Wensley Palmentuin"
"""The one member who has sent word of absence."""


def script(referrals: int, cases: int) -> tuple[PlayStep, ...]:
    """Return the steps of a meeting with so many new registrations and so many cases.

    The last case is skipped for lack of time, when there are more than eight, so that it returns by itself.
    """
    return (
        PlayStep(StepKind.PRESENCE, who=_EXCUSED, presence=Presence.EXCUSED),
        PlayStep(StepKind.SIGN, who=NEWCOMER),
        PlayStep(StepKind.PRESENCE, presence=Presence.PRESENT),
        PlayStep(StepKind.BEGIN),
        *_before_cases(),
        *_each(ItemKind.REFERRAL, REFERRALS, referrals),
        *_each(ItemKind.CASE, CASES, cases - 1 if cases > 8 else cases),
        *(_skipped(cases) if cases > 8 else ()),
        *_item(ItemKind.CLOSING, 1, CLOSING),
        PlayStep(StepKind.END),
        PlayStep(StepKind.NEXT_DATE, text="+2w"),
        PlayStep(StepKind.FINALISE),
    )


def _before_cases() -> Iterator[PlayStep]:
    yield from _item(ItemKind.OPENING, 1, OPENING)
    yield PlayStep(StepKind.ENTER, item=ItemKind.MINUTES)
    yield PlayStep(StepKind.DECIDE, "Verslag van de vorige vergadering vastgesteld", motive="Er zijn geen opmerkingen.")
    yield PlayStep(StepKind.NEXT)
    yield PlayStep(StepKind.ENTER, item=ItemKind.ACTIONS)
    yield PlayStep(StepKind.SETTLE, nth=1, outcome=ActionState.DONE)
    yield PlayStep(StepKind.SETTLE, "@volgende", nth=1, outcome=ActionState.OPEN)
    yield PlayStep(StepKind.NEXT)


def _each(kind: ItemKind, blocks: tuple[str, ...], count: int) -> Iterator[PlayStep]:
    for place in range(count):
        yield from _item(kind, place + 1, blocks[place % len(blocks)])


def _item(kind: ItemKind, nth: int, block: str) -> Iterator[PlayStep]:
    yield PlayStep(StepKind.ENTER, item=kind, nth=nth)
    yield from (_line(line) for line in block.strip().splitlines())
    yield PlayStep(StepKind.NEXT)


def _skipped(nth: int) -> tuple[PlayStep, ...]:
    return (PlayStep(StepKind.ENTER, item=ItemKind.CASE, nth=nth), PlayStep(StepKind.SKIP))


def _line(line: str) -> PlayStep:
    """Read one line: a word for what it is, a bar, and what is typed."""
    word, _bar, text = line.partition(" | ")
    head, *rest = word.split()
    match head:
        case "actie":
            return PlayStep(StepKind.ACT, text)
        case "notitie":
            return PlayStep(StepKind.NOTE, text)
        case "oordeel":
            return PlayStep(StepKind.JUDGE, text, worked=_ANSWERS[rest[0]], proportionate=_ANSWERS[rest[1]])
        case "besluit":
            return _decision(" ".join(rest), text)
        case _:
            return replace(PlayStep(StepKind.SAY, text), statement=_KINDS[head])


def _decision(power: str, line: str) -> PlayStep:
    text, motive, dissent, *_ = (*line.split(" -- "), "", "")
    return PlayStep(StepKind.DECIDE, text, motive=motive, power=power, dissent=dissent)
