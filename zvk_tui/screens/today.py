"""Vandaag: what needs the user, from the dates; each line opens the thing itself."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.case_terms import LetterState
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.meeting import Meeting, MeetingState
from zvk_tui.domain.record import Action
from zvk_tui.domain.today import TodayKind, TodayLine
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import action_ref, clock, label, late, plain_date, short_date
from zvk_tui.screens.action_review import settle_action
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.case_card import CaseCard
from zvk_tui.screens.case_duties import letter_dialog
from zvk_tui.screens.new_meeting import open_new_meeting
from zvk_tui.widgets.card import owner_name
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined, plain

_HEADINGS = {
    TodayKind.MEETING: N_("Meetings"),
    TodayKind.ACTION_LATE: N_("Late actions"),
    TodayKind.LETTER: N_("Notification letters"),
    TodayKind.REFERRAL: N_("New referrals"),
    TodayKind.REVIEW: N_("Not discussed for a long time"),
    TodayKind.PLAN_REVIEW: N_("Plans to review"),
    TodayKind.PRIORITY_REVIEW: N_("Top 10: look again"),
    TodayKind.MAY_CLOSE: N_("May be closed"),
    TodayKind.ACTION_SOON: N_("Due this week"),
}


class TodayScreen(ZvkScreen):
    """The first screen after unlocking."""

    HEADING = N_("Today")
    HELP = N_("What needs you today, worked out from the dates. Enter opens the line under the cursor.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("2", "app.go('meeting')", N_("Meeting")),
        Binding("n", "new_meeting", N_("New meeting")),
        Binding("u", "app.undo", N_("Undo")),
    ]

    class Looked(Message):
        """It was looked up which cases may be closed."""

        def __init__(self, closable: tuple[TodayLine, ...]) -> None:
            super().__init__()
            self.closable = closable

    lines = getters.query_one(Lines)
    empty = getters.query_one("#empty", Static)

    def __init__(self) -> None:
        super().__init__()
        self._closable: tuple[TodayLine, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Lay out the list, or what to do when there is nothing in it."""
        yield OpenLines(id="today")
        yield Static(id="empty")

    def refresh_view(self) -> None:
        """Read the lines of today again."""
        today = self.vault.now().date()
        self.bar.title = f"{_('Today')} · {short_date(today)}"
        self.bar.status = self.vault.settings.get().chamber
        self._read = self.vault.todays.lines(today)
        self._show(today)
        self.call_after_refresh(self._look, today)

    def _show(self, today: date) -> None:
        self._found = dict(_keyed((*self._read, *self._closable)))
        self.lines.show(self._rows(today))
        self.lines.display = bool(self._found)
        self.empty.display = not self._found
        if not self._found:
            nothing = _("Nothing needs you today. n opens the next meeting, 8 is where a new vault begins.")
            self.empty.update(plain(nothing, "$zvk-muted"))
        else:
            self.lines.focus()

    @work(thread=True, exclusive=True, group="closable", description="look which cases may be closed")
    def _look(self, today: date) -> None:
        """Check every case beside the screen: nobody waits for it."""
        with suppress(ZvkError):  # locked meanwhile: nobody sees the screen any more
            self.post_message(self.Looked(self.vault.todays.closable(today)))

    @on(Looked)
    def _looked(self, event: Looked) -> None:
        if event.closable != self._closable:
            self._closable = event.closable
            self._show(self.vault.now().date())

    def action_new_meeting(self) -> None:
        """Open the next meeting of a series."""
        open_new_meeting(self)

    @on(Lines.OptionSelected)
    def _selected(self) -> None:
        if line := self._found.get(self.lines.chosen):
            self._open(line)

    @asking
    async def _open(self, line: TodayLine) -> None:
        if line.meeting is not None:
            self.zvk.open_meeting(line.meeting.id)
        elif line.action is not None:
            await settle_action(self, line.action)
            self.refresh_view()
        elif line.letter is not None and line.case_file is not None:
            await self.app.push_screen_wait(letter_dialog(self.vault, line.case_file.id))
            self.refresh_view()
        elif line.kind is TodayKind.PRIORITY_REVIEW:
            self.zvk.action_go("priority")
        elif line.case_file is not None:
            self.app.push_screen(_case_screen(line.kind, line.case_file.id))

    def _rows(self, today: date) -> Iterable[Line]:
        kind = None
        counts = {kind: sum(line.kind is kind for line in self._found.values()) for kind in TodayKind}
        for key, line in self._found.items():
            if line.kind is not kind:
                if kind is not None:
                    yield Line(plain(""))
                kind = line.kind
                yield Line(joined((_(_HEADINGS[kind]), "bold $primary"), (f"  {counts[kind]}", "$zvk-muted")))
            yield Line(self._row(line, today), key)

    def _row(self, line: TodayLine, today: date) -> Content:
        room = max(60, self.app.size.width - 6)
        if line.meeting is not None:
            return _meeting_row(line.meeting, today, room)
        if line.action is not None:
            return _action_row(line.action, self.shown(line.action.text, line.action.case_ref), today, room)
        if line.group_label:
            group = Subject(group_name=line.group_label)
            name = group.full_name if self.name_style is NameStyle.FULL else group.initials
            return _columns((plain_date(line.on), ""), f"{_('group')} {name}", ("", ""), room)
        assert line.case_file is not None  # noqa: S101 - a line is about one of the four
        if line.letter is not None:
            return _letter_row(line.letter, self.case_title(line.case_file), today, room)
        weeks = (today - line.on).days // 7
        since = ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
        when = since if line.kind is TodayKind.REVIEW else plain_date(line.on)
        rest = f"{label(line.case_file.approach)} · {label(line.case_file.phase)}"
        return _columns((when, ""), self.case_title(line.case_file), (rest, "$zvk-muted"), room)


def _meeting_row(meeting: Meeting, today: date, room: int) -> Content:
    waits = meeting.on < today or meeting.state is MeetingState.SETTLING
    when = f"{short_date(meeting.on)} {clock(meeting.start)}"
    state = (label(meeting.state), "$zvk-late" if waits else "$zvk-muted")
    return _columns((when, ""), f"{meeting.series.name} {meeting.number}", state, room)


def _action_row(action: Action, text: str, today: date, room: int) -> Content:
    days = action.days_late(today)
    when = (late(days), "$zvk-late") if days else (plain_date(action.due), "")
    times = ngettext("postponed {count} time", "postponed {count} times", action.postponed_count)
    put_off = times.format(count=action.postponed_count) if action.postponed_count else ""
    what = f"{action_ref(action.number)}  {action.case_ref}  {owner_name(action)}: {text}"
    return _columns(when, what, (put_off, "$zvk-soon"), room)


def _letter_row(letter: Letter, title: str, today: date, room: int) -> Content:
    deferred = letter.state is LetterState.DEFERRED
    days = 0 if deferred else letter.days_late(today)
    when = (late(days), "$zvk-late") if days else (plain_date(letter.look_on or letter.due_on), "")
    return _columns(when, title, (_("look again") if deferred else _("to be sent"), "$zvk-muted"), room)


def _columns(when: tuple[str, str], what: str, rest: tuple[str, str], room: int) -> Content:
    """Return one line: when, what, and at the right what else there is to know."""
    tail = min(len(rest[0]), room // 3)
    space = room - 20 - (tail + 2 if tail else 0)
    first = joined("  ", (fitted(when[0], 17), when[1]), " ", fitted(what, space))
    return joined(first, "  ", (fitted(rest[0], tail), rest[1])) if tail else first


def _case_screen(kind: TodayKind, case_id: int) -> Screen[None]:
    """Return the screen that a line about a case opens; imported only now, so that Vandaag waits for none."""
    if kind is TodayKind.PLAN_REVIEW:
        from zvk_tui.screens.progress_plan import ProgressPlanScreen

        return ProgressPlanScreen(case_id)
    if kind is TodayKind.MAY_CLOSE:
        from zvk_tui.screens.closure_case import ClosureCaseScreen

        return ClosureCaseScreen(case_id)
    return CaseCard(case_id)


def _keyed(lines: Iterable[TodayLine]) -> Iterable[tuple[str, TodayLine]]:
    for number, line in enumerate(lines):
        yield str(number), line
