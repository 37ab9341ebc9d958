"""Opening the dossier of a case: it is recorded, and a shielded case asks what for."""

from typing import TYPE_CHECKING, Any

from zvk_tui.domain.case_list import ShieldedPurpose
from zvk_tui.i18n import _
from zvk_tui.labels import label
from zvk_tui.screens.base import VaultAccess
from zvk_tui.screens.dialogs import Choose
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from textual.screen import Screen


async def open_dossier(screen: VaultAccess[Any], case_id: int, tab: str = "overview") -> "Screen[None] | None":
    """Record that a case is opened, and show a tab of its dossier; a shielded case asks first what it is opened for.

    Raises:
        Refused: when the case is closed to who opened the vault.
    """
    purpose = None
    if screen.vault.life.life(case_id).shielded:
        lines = [Line(plain(label(one)), one.value) for one in ShieldedPurpose]
        chosen = await screen.app.push_screen_wait(Choose(_("This case is shielded. What do you open it for?"), lines))
        if not chosen:
            return None
        purpose = ShieldedPurpose(chosen)
    screen.vault.looking.opened(case_id, purpose)
    from zvk_tui.screens.dossier.screen import DossierScreen

    dossier = DossierScreen(case_id, tab)
    screen.app.push_screen(dossier)
    return dossier
