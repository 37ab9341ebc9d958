"""Reads the stories: what is said and agreed about a case, step by step, in a notation close to minutes.

A story begins with `# its name`, or `# series-number-kind | title` for an item without a case. Steps are parted by an
empty line; a line that begins with two spaces goes on with the one before.

    feit Politie: text                      a contribution: feit, mening or horen (van horen zeggen)
    oordeel ja deels: text                  did earlier decisions work, is going on proportionate (ja deels nee ?)
    besluit OM: text -- motive -- dissent   a decision, with who holds the power if that is not the table
    actie Nabij +2: text                    an action, due in so many weeks, or days with a `d`
    notitie: text                           the chair's private note

An action is done when its day comes, unless it says `niet` (not done), `vervallen` (no longer possible), or
`later 2` (postponed twice, each time to the next meeting; `later 2 +11d` puts the last one eleven days on).
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from zvk_tui.demo.stories import (
    addiction,
    aftercare,
    avoidance,
    confusion,
    debts,
    home,
    homeless,
    neighbours,
    nuisance,
    online,
    rivalry,
    school,
    table,
)
from zvk_tui.domain.record import ActionState, Answer, Judgement, StatementKind

_THEMES: Final = (
    nuisance.STORIES,
    school.STORIES,
    debts.STORIES,
    addiction.STORIES,
    home.STORIES,
    homeless.STORIES,
    rivalry.STORIES,
    online.STORIES,
    confusion.STORIES,
    avoidance.STORIES,
    aftercare.STORIES,
    neighbours.STORIES,
    table.STORIES,
)
_KINDS: Final = {"feit": StatementKind.FACT, "mening": StatementKind.OPINION, "horen": StatementKind.HEARSAY}
_ANSWERS: Final = {"ja": Answer.YES, "deels": Answer.PARTLY, "nee": Answer.NO, "?": Answer.UNKNOWN}
_OUTCOMES: Final = {"niet": ActionState.NOT_DONE, "vervallen": ActionState.NO_LONGER_POSSIBLE}
_LINE: Final = re.compile(r"(?P<word>\w+)(?: (?P<about>.+?))?: (?P<text>.+)")
_AGREED: Final = re.compile(
    r"(?P<owner>.+?) \+(?P<count>\d+)(?P<unit>d?)"
    r"(?: (?P<outcome>niet|vervallen))?"
    r"(?: later (?P<times>\d)(?: \+(?P<last>\d+)d)?)?"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution, and the short name of the partner that it comes from."""

    kind: StatementKind
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the short name of the partner that holds the power, or nothing."""

    text: str
    motive: str
    power: str
    dissent: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """An action, and what becomes of it."""

    owner: str
    days: int
    """Days until it is due."""
    text: str
    outcome: ActionState = ActionState.DONE
    postponed: int = 0
    """How many times it is postponed before its outcome."""
    last_days: int = 0
    """Days to which the last postponement puts it; 0 means the next meeting."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one discussion brings."""

    said: tuple[Said, ...] = ()
    judgement: Judgement | None = None
    decided: tuple[Decided, ...] = ()
    agreed: tuple[Agreed, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """The steps of one story, in order."""

    name: str
    title: str
    steps: tuple[Step, ...]


def stories() -> dict[str, Story]:
    """Return all stories by name."""
    told = [_story(text) for theme in _THEMES for text in f"\n{theme.strip()}".split("\n# ")[1:]]
    return {story.name: story for story in told}


def _story(text: str) -> Story:
    head, _newline, body = text.partition("\n")
    name, _bar, title = head.partition(" | ")
    return Story(name, title, tuple(_step(block) for block in body.strip().split("\n\n")))


def _step(block: str) -> Step:
    step = Step()
    for line in block.replace("\n  ", " ").splitlines():
        step = _with_line(step, line)
    return step


def _with_line(step: Step, line: str) -> Step:
    found = _LINE.fullmatch(line)
    if not found:
        raise ValueError(line)
    word, about, text = found["word"], found["about"] or "", found["text"]
    match word:
        case "oordeel":
            worked, proportionate = about.split()
            return replace(step, judgement=Judgement(text, _ANSWERS[worked], _ANSWERS[proportionate]))
        case "besluit":
            return replace(step, decided=(*step.decided, _decided(about, text)))
        case "actie":
            return replace(step, agreed=(*step.agreed, _agreed(about, text)))
        case "notitie":
            return replace(step, note=text)
        case _:
            return replace(step, said=(*step.said, Said(_KINDS[word], about, text)))


def _decided(power: str, line: str) -> Decided:
    text, motive, dissent, *_ = (*line.split(" -- "), "", "")
    return Decided(text, motive, power, dissent)


def _agreed(about: str, text: str) -> Agreed:
    found = _AGREED.fullmatch(about)
    if not found:
        raise ValueError(about)
    days = int(found["count"]) * (1 if found["unit"] else 7)
    outcome = _OUTCOMES.get(found["outcome"] or "", ActionState.DONE)
    return Agreed(found["owner"], days, text, outcome, int(found["times"] or 0), int(found["last"] or 0))
