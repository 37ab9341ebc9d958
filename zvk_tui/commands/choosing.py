"""Which meeting a command is about."""

from typing import TYPE_CHECKING

from zvk_tui.errors import Refused, Usage
from zvk_tui.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zvk_tui.domain.meeting import Meeting, Series
    from zvk_tui.store.vault import Vault


def chosen_meeting(vault: "Vault", which: str, series_name: str) -> "Meeting":
    """Return the meeting that `which` means, in all series or in one.

    Args:
        vault: the open vault.
        which: `last` is the newest that has begun, `next` the first that has not ended; or a number.
        series_name: the name of a series or a part of it; nothing for all.

    Raises:
        Usage: the series or the number can mean more than one.
        Refused: there is no such series or meeting.
    """
    series = _series(vault.meetings.series(), series_name) if series_name else None
    meetings = vault.meetings.all(series.id if series else None)
    match which:
        case "last":
            found = next(iter(_begun(meetings)), None)
        case "next":
            found = min(_to_come(meetings), key=lambda meeting: (meeting.on, meeting.start), default=None)
        case _:
            found = _numbered(meetings, int(which))
    if found is None:
        raise Refused(N_("There is no such meeting in this vault. Choose another one with --meeting."))
    return found


def meeting_facts(meeting: "Meeting", series_name: str) -> dict[str, object]:
    """Return what a program wants to know of a meeting; the name of its series as it may be shown."""
    return {
        "series": series_name,
        "kind": meeting.series.kind,
        "number": meeting.number,
        "on": meeting.on.isoformat(),
        "start": meeting.start.isoformat("minutes"),
        "state": meeting.state,
    }


def _series(known: "Iterable[Series]", name: str) -> "Series":
    from zvk_tui.domain.owners import folded

    wanted = folded(name)
    fitting = [series for series in known if wanted in folded(series.name)]
    exact = [series for series in fitting if folded(series.name) == wanted]
    if not fitting:
        raise Refused(N_("There is no series of this name in the vault."))
    if len(exact or fitting) > 1:
        raise Usage(N_("More than one series fits this name. Give more of the name."))
    return (exact or fitting)[0]


def _begun(meetings: "Iterable[Meeting]") -> "Iterable[Meeting]":
    from zvk_tui.domain.meeting import MeetingState

    return (meeting for meeting in meetings if meeting.state is not MeetingState.PREPARING)


def _to_come(meetings: "Iterable[Meeting]") -> "Iterable[Meeting]":
    from zvk_tui.domain.meeting import MeetingState

    coming = {MeetingState.PREPARING, MeetingState.RUNNING}
    return (meeting for meeting in meetings if meeting.state in coming)


def _numbered(meetings: "Iterable[Meeting]", number: int) -> "Meeting | None":
    fitting = [meeting for meeting in meetings if meeting.number == number]
    if len(fitting) > 1:
        raise Usage(N_("More than one series has a meeting {number}. Add --series and its name."), number=number)
    return next(iter(fitting), None)
