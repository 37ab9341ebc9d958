"""What the three phases of the meeting screen share: which meeting, its clock, its people."""

from datetime import datetime, timedelta
from typing import ClassVar

from textual.binding import Binding, BindingType

from zvk_tui.domain.agenda import Timing, timing
from zvk_tui.domain.meeting import AgendaItem, Meeting, MeetingState
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import clock, label, short_date
from zvk_tui.screens.attendance import AttendanceList
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose
from zvk_tui.screens.minutes_export import minutes_export
from zvk_tui.screens.new_meeting import new_meeting
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import fitted, joined


class MeetingScreen(ZvkScreen):
    """One meeting, in one of its phases."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "app.go('today')", N_("Today"), show=False),
        Binding("w", "which", N_("Another meeting"), show=False),
        Binding("ctrl+e", "export", N_("Export the minutes"), show=False),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting

    def reread(self) -> None:
        """Read the meeting itself again; when its phase changed, show that phase."""
        before = self.meeting.state
        self.meeting = self.vault.meetings.get(self.meeting.id)
        self.refresh_bindings()
        if self.meeting.state is not before:
            self.zvk.open_meeting(self.meeting.id)

    def heading(self) -> str:
        """Return what stands in the first line: which meeting, when, in which phase."""
        meeting = self.meeting
        phase = f" · {label(meeting.state)}" if meeting.state is not MeetingState.RUNNING else ""
        return f"{meeting.series.name} {meeting.number} · {short_date(meeting.on)}{phase}"

    def timing(self, items: tuple[AgendaItem, ...]) -> Timing:
        """Return the clock beside the agenda.

        A late start counts as lateness, for partners leave at the planned end; a start of more than an hour after the
        planned time, or on another day, is a new time.
        """
        now, meeting = self.vault.now(), self.meeting
        planned = datetime.combine(meeting.on, meeting.start, tzinfo=now.tzinfo)
        started = meeting.started_at
        if started is None:
            return timing(items, planned, meeting.series.minutes, planned)
        begin = planned if timedelta(0) <= started - planned <= timedelta(hours=1) else started
        return timing(items, begin, meeting.series.minutes, now)

    def title_of(self, item: AgendaItem) -> str:
        """Return what an item is called in a list."""
        return self.case_title(item.case) if item.case else item.called(self.name_style) or label(item.kind)

    def action_attendance(self) -> None:
        """Go through those invited."""
        self._attendance()

    def action_which(self) -> None:
        """Go to another meeting."""
        self._which()

    def action_export(self) -> None:
        """Preview the minutes and write them to a file."""
        self.app.push_screen(minutes_export(self.vault, self.meeting.id))

    @asking
    async def _attendance(self) -> None:
        await self.app.push_screen_wait(AttendanceList(self.meeting))
        if self.is_attached:
            self.refresh_view()

    @asking
    async def _which(self) -> None:
        meetings = self.vault.meetings.all()
        lines = [
            Line(
                joined(
                    fitted(short_date(m.on), 11),
                    f"{m.on.year}  ",
                    fitted(f"{m.series.name} {m.number}", 27) + " ",
                    (label(m.state), "$zvk-muted"),
                ),
                str(m.id),
            )
            for m in meetings
        ]
        lines.append(Line(joined(_("Open a new meeting …")), "new"))
        chosen = await self.app.push_screen_wait(Choose(_("Which meeting?"), lines, str(self.meeting.id)))
        if chosen == "new":
            await new_meeting(self)
        elif chosen:
            self.zvk.open_meeting(int(chosen))


def end_words(timing_now: Timing) -> str:
    """Return the projected end in words: "einde 15:34, 4 min uitloop"."""
    end = _("ends {time}").format(time=clock(timing_now.ends_at))
    if timing_now.late > 0:
        over = ngettext("{count} minute over", "{count} minutes over", timing_now.late)
        return f"{end}, {over.format(count=timing_now.late)}"
    return end
