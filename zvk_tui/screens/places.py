"""The main screens by their names; each is imported when somebody goes there: the first paint waits for none."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from zvk_tui.store.vault import Vault


def main_screen(  # noqa: PLR0911 - one for each screen
    vault: "Vault", place: str, meeting_id: int | None
) -> "Screen[None]":
    """Return a main screen by its name; it is imported only now."""
    match place:
        case "meeting":
            from zvk_tui.screens.meeting import meeting_screen

            return meeting_screen(vault, meeting_id)
        case "cases":
            from zvk_tui.screens.cases import CasesScreen

            return CasesScreen()
        case "search":
            from zvk_tui.screens.cases import CasesScreen

            return CasesScreen(searching=True)
        case "progress":
            from zvk_tui.screens.progress import ProgressScreen

            return ProgressScreen()
        case "priority":
            from zvk_tui.screens.priority import PriorityScreen

            return PriorityScreen()
        case "closure":
            from zvk_tui.screens.closure import ClosureScreen

            return ClosureScreen()
        case "closure-police":
            from zvk_tui.screens.closure import ClosureScreen

            return ClosureScreen(police=True)
        case "register":
            from zvk_tui.screens.register import RegisterScreen

            return RegisterScreen()
        case _:
            from zvk_tui.screens.today import TodayScreen

            return TodayScreen()
