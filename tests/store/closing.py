"""What tests about closing share: what somebody told, the closure of a case, and a case that may close."""

from datetime import date
from typing import TYPE_CHECKING

from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, Known
from zvk_tui.domain.closure_case import ClosureCase

if TYPE_CHECKING:
    from tests.store.conftest import Chamber

REF = "D26-0001"
DAY = date(2026, 11, 9)


def fact(kind: ClosureFactKind, answer: Known = Known.YES, on: date = DAY, note: str = "") -> ClosureFact:
    """Return what somebody told."""
    return ClosureFact(kind, answer, on, "PAD-coach", note)


def one(chamber: "Chamber", ref: str = REF) -> ClosureCase:
    """Return the closure of a case, as it is now."""
    return chamber.vault.closures.of_case(chamber.case(ref).id)


def may_close(chamber: "Chamber", ref: str = REF) -> int:
    """Let a PAD case be one that may close; return its row number."""
    case_id = chamber.case(ref).id
    today = chamber.vault.now().date()
    chamber.sql("UPDATE case_event SET \"on\" = '2026-01-05' WHERE case_id = :id AND kind = 'registered'", id=case_id)
    chamber.sql("UPDATE case_file SET registered_on = '2026-01-05' WHERE id = :id", id=case_id)
    chamber.vault.police_desk.set_known(case_id, today, "Politie")
    chamber.vault.closure.tell(case_id, fact(ClosureFactKind.COACH_QUESTIONS, Known.NO, today))
    return case_id
