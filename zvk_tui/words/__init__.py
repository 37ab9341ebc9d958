"""The words for the values of the domain, a file for each noun; `labels.label` finds them all."""

from enum import StrEnum
from typing import Final

from zvk_tui.words import log, meeting, plan, register, terms

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    **log.WORDS,
    **meeting.WORDS,
    **plan.WORDS,
    **register.WORDS,
    **terms.WORDS,
}
"""For each enum, the message ids of its members."""
