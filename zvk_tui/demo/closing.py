"""What partners of the demo tell about closing its cases, so that every verdict of the check occurs."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from zvk_tui.demo.cases import rows
from zvk_tui.demo.plan import Chamber
from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, Known
from zvk_tui.store.vault import Vault

_K = ClosureFactKind
_FACTS: Final = (
    ("uitstap", _K.COACH_QUESTIONS, Known.NO, 4, "PAD-coach", ""),
    ("lachspiegel", _K.COACH_CONTACT, Known.NO, 9, "PAD-coach", ""),
    ("thuiskomst", _K.COACH_QUESTIONS, Known.YES, 6, "PAD-coach", ""),
    ("thuiskomst", _K.COACH_CONTACT, Known.YES, 6, "PAD-coach", ""),
    ("praktijkschool", _K.COACH_QUESTIONS, Known.YES, 12, "PAD-coach", ""),
    ("stageplek", _K.COACH_QUESTIONS, Known.NO, 3, "PAD-coach", ""),
    ("geldezel", _K.COACH_CONTACT, Known.YES, 8, "PAD-coach", ""),
    ("pleinvoetbal", _K.MOVED_AWAY, Known.YES, 10, "Jongerenwerk", "Gemeente Rietmonde"),
    ("schutting", _K.PLAN_RUNS_WELL, Known.YES, 7, "Woningcorp. De Vaart", ""),
    ("schutting", _K.GOAL_REACHED, Known.YES, 7, "Woningcorp. De Vaart", ""),
    ("schutting", _K.PARTNER_ACCEPTS, Known.YES, 5, "Nabij", "Nabij"),
    ("hofje", _K.PLAN_RUNS_WELL, Known.YES, 15, "Nabij", ""),
    ("hofje", _K.GOAL_REACHED, Known.YES, 15, "Nabij", ""),
    ("hofje", _K.PARTNER_ACCEPTS, Known.NO, 2, "Nabij", ""),
    ("nachtbus", _K.PLAN_RUNS_WELL, Known.NO, 11, "Politie", ""),
)
"""Which case, what, the answer, how many days ago, who told it, and the partner or municipality that it names."""


def tell_closure(vault: Vault, plan: Chamber, numbers: Mapping[str, int]) -> None:
    """Record what was told; `numbers` are the row numbers of the cases by their numbers."""
    refs = {row.story: case_plan.today.ref for row, case_plan in zip(rows(), plan.cases, strict=True)}
    today = vault.now().date()
    for story, kind, answer, days, source, name in _FACTS:
        fact = ClosureFact(kind, answer, today - timedelta(days), source, name)
        vault.closure.tell(numbers[refs[story]], fact)
