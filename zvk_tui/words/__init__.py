"""The words for the values of the domain, a file for each noun; `labels.label` finds them all."""

from enum import StrEnum
from typing import Final

from zvk_tui.words import (
    approaches,
    case_list,
    closure,
    intake,
    life,
    log,
    meeting,
    plan,
    priority,
    progress,
    register,
    terms,
    transfer,
)

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    **approaches.WORDS,
    **case_list.WORDS,
    **closure.WORDS,
    **intake.WORDS,
    **life.WORDS,
    **log.WORDS,
    **meeting.WORDS,
    **plan.WORDS,
    **progress.WORDS,
    **priority.WORDS,
    **register.WORDS,
    **terms.WORDS,
    **transfer.WORDS,
}
"""For each enum, the message ids of its members."""
