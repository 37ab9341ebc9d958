"""What every tab of the dossier has: the case, the open vault, and names as the projector allows."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.containers import VerticalScroll

from zvk_tui.documents.names import Masks
from zvk_tui.domain.case_file import CaseFile, NameStyle, Subject
from zvk_tui.domain.dossier import DossierHead
from zvk_tui.screens.base import VaultAccess

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


class DossierTab(VerticalScroll, can_focus=False):
    """One tab; it reads what it shows in `refresh_view`."""

    stale = True
    """Whether it must be read before it is shown."""

    def __init__(self, case_id: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.case_id = case_id
        self._width = 0

    def on_resize(self, event: events.Resize) -> None:
        """Fit what is shown to another width."""
        if self._width not in {0, event.size.width} and not self.stale:
            self.refresh_view()
        self._width = event.size.width

    @property
    def access(self) -> VaultAccess[Any]:
        """The screen that the tab is on."""
        return cast("VaultAccess[Any]", self.screen)

    @property
    def vault(self) -> "Vault":
        """The open vault."""
        return self.access.vault

    @cached_property
    def head(self) -> DossierHead:
        """What stands above every tab, as it was when the tab was read."""
        return self.vault.dossiers.head(self.case_id)

    @property
    def case_file(self) -> CaseFile:
        """The case, as it was when the tab was read."""
        return self.head.case_file

    @cached_property
    def _people(self) -> tuple[tuple[str, Subject], ...]:
        """Everybody whose name the projector hides: the person of the case, and the direct circle."""
        circle = self.vault.intakes.circle(self.case_id)
        ref = self.case_file.ref
        return ((ref, self.case_file.subject), *((ref, one.member.subject) for one in circle))

    @property
    def name_style(self) -> NameStyle:
        """How people are named now."""
        return self.access.name_style

    def shown(self, text: str) -> str:
        """Return what was typed about the case, its names as the projector allows."""
        if self.name_style is NameStyle.FULL:
            return text
        return Masks(self._people, self.name_style).apply(text, self.case_file.ref)

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a short sentence; never a name."""
        self.access.tell(sentence, problem=problem)

    def why_not(self, action: str) -> str:  # noqa: ARG002 - each tab answers for its own actions
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        return ""

    def read(self) -> None:
        """Read all of it again: the case may have changed since."""
        for name in ("head", "_people"):
            self.__dict__.pop(name, None)
        self.stale = False
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read again what is shown."""
