"""Words for how plans go."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.progress import MoveKind, ProgressSort
from zvk_tui.domain.time_line import Step
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    MoveKind: {
        MoveKind.PLAN: N_("plan changed"),
        MoveKind.ACTION: N_("action settled"),
        MoveKind.LEVEL: N_("level recorded"),
        MoveKind.GOAL: N_("goal reached"),
    },
    ProgressSort: {
        ProgressSort.REVIEW: N_("next review"),
        ProgressSort.LATE: N_("most overdue"),
        ProgressSort.MOVED: N_("longest without movement"),
        ProgressSort.NUMBER: N_("case number"),
        ProgressSort.DIRECTOR: N_("director"),
        ProgressSort.APPROACH: N_("approach"),
    },
    Step: {
        Step.WEEK: N_("a column is a week"),
        Step.MONTH: N_("a column is a month"),
    },
}
"""For each enum, the message ids of its members."""
