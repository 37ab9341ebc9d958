"""Vandaag: what needs the user, from the dates; each line opens the thing itself."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import ClassVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from zvk_tui.domain.case_file import Approach, CaseFile, NameStyle, Phase, Subject
from zvk_tui.domain.case_terms import LetterState
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.meeting import Meeting, MeetingState
from zvk_tui.domain.record import Action
from zvk_tui.domain.referral import OpenIntake
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
    TodayKind.RETENTION: N_("To be erased: the term ends"),
    TodayKind.INTAKE: N_("Unfinished registrations"),
    TodayKind.REFERRAL: N_("New referrals"),
    TodayKind.REVIEW: N_("Not discussed for a long time"),
    TodayKind.PLAN_REVIEW: N_("Plans to review"),
    TodayKind.PRIORITY_REVIEW: N_("Top 10: look again"),
    TodayKind.CLOSING_PROPOSED: N_("Closing proposed: the table decides"),
    TodayKind.CLOSING_DECIDED: N_("Closing decided: what follows is to be done"),
    TodayKind.MAY_CLOSE: N_("May be closed"),
    TodayKind.ASK_POLICE: N_("Could be closed: ask the police"),
    TodayKind.ACTION_SOON: N_("Due this week"),
}


_CLOSING = {TodayKind.CLOSING_PROPOSED, TodayKind.CLOSING_DECIDED, TodayKind.MAY_CLOSE, TodayKind.ASK_POLICE}
"""Lines that open the closure check of their case."""


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
        self._away = False

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
        order = list(TodayKind)
        both = sorted((*self._read, *self._closable), key=lambda line: order.index(line.kind))
        self._found = dict(_keyed(both))
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

    @on(events.ScreenResume)
    def _returned(self) -> None:
        """Read again after the screen of a line: something may have changed there."""
        if self._away and self.is_current and self.zvk.is_open:
            self._away = False
            self.refresh_view()

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
        elif line.count:
            self.zvk.action_go("closure-police")
        else:
            await self._open_screen(line)
            self._away = True

    async def _open_screen(self, line: TodayLine) -> None:
        """Show the screen of a line; it is imported only now, so that Vandaag waits for none."""
        if line.intake is not None:
            from zvk_tui.screens.intake import IntakeScreen

            self.app.push_screen(IntakeScreen(line.intake.id))
        elif line.case_file is not None and line.kind is TodayKind.RETENTION:
            from zvk_tui.screens.dossier.opening import open_dossier

            await open_dossier(self, line.case_file.id, "retention")
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
        if line.intake is not None:
            return _intake_row(line.intake, self.name_style, room)
        if line.case_file is not None:
            return self._case_row(line, line.case_file, today, room)
        if line.group_label:
            group = Subject(group_name=line.group_label)
            name = group.full_name if self.name_style is NameStyle.FULL else group.initials
            return _columns((plain_date(line.on), ""), f"{_('group')} {name}", ("", ""), room)
        asked = ngettext("{count} case", "{count} cases", line.count).format(count=line.count)
        what = _("{cases}: only recent police information is missing").format(cases=asked)
        return _columns(("", ""), what, ("", ""), room)

    def _case_row(self, line: TodayLine, case_file: CaseFile, today: date, room: int) -> Content:
        if line.letter is not None:
            return _letter_row(line.letter, self.case_title(case_file), today, room)
        if line.kind is TodayKind.RETENTION:
            title = case_file.ref if line.shielded else self.case_title(case_file)
            return _retention_row(line, case_file.approach, title, today, room)
        rest = f"{label(case_file.approach)} · {label(case_file.phase)}"
        return _columns((_when(line, today), ""), self.case_title(case_file), (rest, "$zvk-muted"), room)


def _when(line: TodayLine, today: date) -> str:
    """Return what stands before a case: a day, or since when."""
    match line.kind:
        case TodayKind.REVIEW:
            weeks = (today - line.on).days // 7
            return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
        case TodayKind.MAY_CLOSE | TodayKind.CLOSING_PROPOSED | TodayKind.CLOSING_DECIDED:
            return _("since {date}").format(date=plain_date(line.on))
        case TodayKind.ASK_POLICE:
            return _("until {date}").format(date=plain_date(line.on)) if line.on < today else "–"
        case _:
            return plain_date(line.on)


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


def _retention_row(line: TodayLine, approach: Approach, title: str, today: date, room: int) -> Content:
    days = (today - line.on).days
    when = (late(days), "$zvk-late") if days > 0 else (plain_date(line.on), "")
    state = _("shielded") if line.shielded else label(Phase.CLOSED)
    return _columns(when, title, (f"{label(approach)} · {state}", "$zvk-muted"), room)


def _intake_row(intake: OpenIntake, style: NameStyle, room: int) -> Content:
    subject = intake.form.subject
    name = (subject.initials if style is NameStyle.INITIALS else subject.full_name) or _("no name yet")
    rest = f"{label(intake.form.approach)} · {intake.by}"
    return _columns((plain_date(intake.saved_at.date()), ""), name, (rest, "$zvk-muted"), room)


def _columns(when: tuple[str, str], what: str, rest: tuple[str, str], room: int) -> Content:
    """Return one line: when, what, and at the right what else there is to know."""
    tail = min(len(rest[0]), room // 3)
    space = room - 20 - (tail + 2 if tail else 0)
    first = joined("  ", (fitted(when[0], 17), when[1]), " ", fitted(what, space))
    return joined(first, "  ", (fitted(rest[0], tail), rest[1])) if tail else first


def _case_screen(kind: TodayKind, case_id: int) -> Screen[None]:
    """Return the screen that a line about a live case opens."""
    if kind is TodayKind.PLAN_REVIEW:
        from zvk_tui.screens.progress_plan import ProgressPlanScreen

        return ProgressPlanScreen(case_id)
    if kind in _CLOSING:
        from zvk_tui.screens.closure_case import ClosureCaseScreen

        return ClosureCaseScreen(case_id)
    return CaseCard(case_id)


def _keyed(lines: Iterable[TodayLine]) -> Iterable[tuple[str, TodayLine]]:
    for number, line in enumerate(lines):
        yield str(number), line
