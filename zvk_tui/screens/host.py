"""What a screen needs of the app that it is in."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zvk_tui.domain.chamber import ChamberSettings
    from zvk_tui.store.vault import Vault


class Host(Protocol):
    """The app, as its screens know it; the arrow points from the app to the screens only."""

    projector: bool
    """Whether numbers and initials stand in the place of names."""

    @property
    def open_vault(self) -> "Vault":
        """The open vault; raises `VaultLocked` while it is locked."""

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""

    def action_go(self, place: str) -> None:
        """Go to one of the main screens."""

    def open_meeting(self, meeting_id: int) -> None:
        """Show one meeting, in the phase it is in."""

    def heed(self, settings: "ChamberSettings") -> None:
        """Follow the settings of the chamber from now on."""
