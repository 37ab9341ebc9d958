"""How a tab asks something: in a dialog of its screen, one at a time, and then the dossier is read again."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, cast

from textual.widget import Widget

from zvk_tui.screens.base import VaultAccess, asking


def screen_of(tab: Widget) -> VaultAccess[Any]:
    """Return the screen that a tab is on."""
    return cast("VaultAccess[Any]", tab.screen)


class Tab(Protocol):
    """What a tab says of its own keys."""

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a short sentence."""


def applies(tab: Tab, action: str) -> bool:
    """Return whether an action of a tab applies now, and say why when it does not."""
    if reason := tab.why_not(action):
        tab.tell(reason, problem=True)
    return not reason


def ask(tab: Widget, question: Callable[[], Awaitable[object]]) -> None:
    """Ask something in a dialog, and read the dossier again; an expected failure is told in a sentence."""
    _ask(screen_of(tab), question)


@asking
async def _ask(screen: VaultAccess[Any], question: Callable[[], Awaitable[object]]) -> None:
    await question()
    screen.refresh_view()
