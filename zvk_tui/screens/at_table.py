"""What the table opens over the card and comes back from: closing a case, its whole check, the top 10."""

from typing import Any

from zvk_tui.domain.card import Card
from zvk_tui.domain.closure import Verdict
from zvk_tui.domain.closure_case import may_be_closed
from zvk_tui.i18n import _
from zvk_tui.screens.base import VaultAccess


def why_no_closing(card: Card | None, action: str) -> str:
    """Return why the table has nothing to decide about closing at an item, or no check to look at."""
    case_file = card.item.case if card else None
    if action == "check":
        return "" if case_file else _("There is no case at this item.")
    if card is None or case_file is None or card.closing is None:
        return _("There is no case at this item that can be closed.")
    if not may_be_closed(case_file.phase):
        return _("{ref} is not admitted yet: there is nothing to close.").format(ref=case_file.ref)
    proposed = card.attached is not None and not card.attached.state.decided
    if not proposed and card.closing.verdict is not Verdict.MAY_CLOSE:
        return _("Nobody proposed closing, and the check does not say that it may. c shows the check.")
    return ""


async def decide_closing(screen: VaultAccess[Any], case_id: int) -> None:
    """Let the table decide about closing a case."""
    from zvk_tui.screens.closure_forms import decision_form

    case = screen.vault.closures.of_case(case_id)
    await screen.app.push_screen_wait(decision_form(screen.vault, case))


def show_check(screen: VaultAccess[Any], case_id: int) -> None:
    """Show the whole check of a case; escape comes back to the item."""
    from zvk_tui.screens.closure_case import ClosureCaseScreen

    screen.app.push_screen(ClosureCaseScreen(case_id), lambda _nothing: screen.refresh_view())


def show_priority(screen: VaultAccess[Any]) -> None:
    """Show the top 10; escape comes back to the item."""
    from zvk_tui.screens.priority import PriorityScreen

    screen.app.push_screen(PriorityScreen(at_table=True), lambda _nothing: screen.refresh_view())
