"""Opening the next meeting of a series: choose the series, then the day."""

from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.meeting import MeetingState, Series
from zvk_tui.domain.settling import unfinished
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.base import VaultAccess, asking
from zvk_tui.screens.dialogs import Ask, Choose
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import joined


@asking
async def open_new_meeting(screen: VaultAccess[None]) -> None:
    """Ask for a series and a day, open the meeting and show it."""
    await new_meeting(screen)


async def new_meeting(screen: VaultAccess[None]) -> None:
    """Ask for a series and a day, open the meeting and show it, within a dialog that is under way.

    Raises:
        Refused: when there are no series in this vault.
    """
    series = screen.vault.meetings.series()
    if not series:
        raise Refused(N_("There are no meeting series in this vault yet."))
    lines = [Line(joined(one.name, (_kind(one), "$zvk-muted")), str(one.id)) for one in series]
    chosen = await screen.app.push_screen_wait(Choose(_("Which meeting?"), lines))
    if not chosen:
        return
    wanted = next(one for one in series if str(one.id) == chosen)
    meetings = screen.vault.meetings.all(wanted.id)
    if (older := unfinished(meetings)) is not None:
        if older.state is MeetingState.PREPARING:
            screen.zvk.open_meeting(older.id)
        else:
            sentence = N_("Meeting {number} of this series is not final yet. Finalise its minutes first.")
            screen.tell_error(Refused(sentence, number=older.number))
        return
    today = screen.vault.now().date()
    newest = meetings[0] if meetings else None
    proposed = max((newest.expected_next if newest else None) or today, today)

    def check(typed: str) -> str:
        on = parse_date(typed, today)
        if on is None:
            return _("That is no date. Type 14-12, fri, +2w or next.")
        return _("That day has passed already.") if on < today else ""

    typed = await screen.app.push_screen_wait(
        Ask(_("On which day?"), plain_date(proposed), _("14-12, fri, +2w or next"), check)
    )
    if typed and (on := parse_date(typed, today)):
        screen.zvk.open_meeting(screen.vault.agenda.open_meeting(wanted.id, on))


def _kind(series: Series) -> str:
    """Return what kind of meetings they are, where the name of the series does not say so already."""
    kind = label(series.kind)
    return "" if kind == series.name else f"  {kind}"
