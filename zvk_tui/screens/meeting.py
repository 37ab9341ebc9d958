"""Vergadering: one meeting, in the phase it is in: prepare, chair, settle."""

from typing import TYPE_CHECKING

from zvk_tui.domain.meeting import Meeting, MeetingState
from zvk_tui.screens.chairing import ChairingScreen
from zvk_tui.screens.meeting_base import MeetingScreen
from zvk_tui.screens.no_meeting import NoMeeting
from zvk_tui.screens.preparing import PreparingScreen
from zvk_tui.screens.settling import SettlingScreen

if TYPE_CHECKING:
    from zvk_tui.screens.base import ZvkScreen
    from zvk_tui.store.vault import Vault

_SCREENS: dict[MeetingState, type[MeetingScreen]] = {
    MeetingState.PREPARING: PreparingScreen,
    MeetingState.RUNNING: ChairingScreen,
    MeetingState.SETTLING: SettlingScreen,
    MeetingState.FINAL: SettlingScreen,
}


def meeting_screen(vault: "Vault", meeting_id: int | None) -> "ZvkScreen":
    """Return the screen for a meeting in its phase; without a number, for the meeting at hand."""
    meeting: Meeting | None = vault.meetings.at_hand() if meeting_id is None else vault.meetings.get(meeting_id)
    return NoMeeting() if meeting is None else _SCREENS[meeting.state](meeting)
