"""Vaststellen: what is still open, the next date, then final minutes, and their file."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.meeting import ItemState, Meeting, MeetingState
from zvk_tui.domain.minutes import Minutes
from zvk_tui.domain.settling import Obstacle, ObstacleKind
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import action_ref, clock, decision_ref, label, long_date, plain_date
from zvk_tui.screens.base import asking
from zvk_tui.screens.dialogs import Ask, Choose, Confirm
from zvk_tui.screens.meeting_base import MeetingScreen
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import joined, plain, wrapped

_WORDS = {
    ObstacleKind.NOT_ENDED: N_("The meeting has not been ended"),
    ObstacleKind.ALREADY_FINAL: N_("The minutes are final"),
    ObstacleKind.PRESENCE_UNKNOWN: N_("Attendance: {count} not marked yet"),
    ObstacleKind.SECRECY_UNSIGNED: N_("Secrecy declaration: {count} not signed yet"),
    ObstacleKind.NO_CHAIR: N_("Nobody chairs this meeting"),
    ObstacleKind.NO_NEXT_DATE: N_("The next meeting has no date yet"),
    ObstacleKind.NEXT_DATE_NOT_AFTER: N_("The next meeting must be after this one"),
    ObstacleKind.TEXT_NOT_ENTERED: N_("Typed but not entered: {count}"),
}


class SettlingScreen(MeetingScreen):
    """What remains between the last word and the final minutes; and the minutes once they are final."""

    HELP = N_(
        "What is still open stands above; enter takes you there. When nothing is open, make the minutes final: they "
        "are locked, numbered and get a fingerprint. Then write them to a file."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "finalise", N_("Make final"), tooltip=N_("Make the minutes final")),
        Binding("d", "next_date", N_("Next date"), tooltip=N_("Set the date of the next meeting")),
        Binding("r", "skip_open", N_("Skip the rest"), tooltip=N_("Skip what is open; it returns by itself")),
        Binding("e", "export", N_("Export"), tooltip=N_("Preview the minutes and write them to a file")),
        Binding("t", "resume", N_("To the table"), tooltip=N_("Back to the table: the meeting goes on")),
        Binding("p", "attendance", N_("Attendance"), show=False),
        Binding("h", "reopen", N_("Reopen the final minutes, with a reason"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._obstacles: dict[str, Obstacle] = {}

    def compose_body(self) -> ComposeResult:
        """Lay out what is open, and what was agreed."""
        with Vertical(id="settling"):
            yield Static(id="settle-head")
            yield Lines(id="open")
            yield Static(id="agreed")

    def refresh_view(self) -> None:
        """Read the meeting again."""
        self.reread()
        minutes = self.vault.records.minutes(self.meeting.id)
        found = () if self.meeting.frozen else self.vault.settle.obstacles(self.meeting.id)
        self._obstacles = {str(number): obstacle for number, obstacle in enumerate(found)}
        self.bar.title = self.heading()
        self.query_one("#settle-head", Static).update(self._state(minutes))
        self.lines.show(self._rows())
        room = self.app.size
        text = _agreed(minutes, self.shown_minutes(minutes), max(3, room.height - 12 - len(found)))
        self.query_one("#agreed", Static).update(wrapped(text, room.width - 4))
        self.lines.focus()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        final = self.meeting.state is MeetingState.FINAL
        if final and action in {"finalise", "next_date", "skip_open", "resume"}:
            return _("The minutes are final. h reopens them, with a reason.")
        if not final and action == "reopen":
            return _("The minutes are not final yet.")
        if action == "finalise" and self._obstacles:
            count = len(self._obstacles)
            return ngettext("First settle the line above.", "First settle the {count} lines above.", count).format(
                count=count
            )
        return ""

    def action_finalise(self) -> None:
        """Make the minutes final."""
        if self.allowed("finalise"):
            self._finalise()

    def action_next_date(self) -> None:
        """Set the date of the next meeting."""
        if self.allowed("next_date"):
            self._next_date()

    def action_skip_open(self) -> None:
        """Skip every item that is still open."""
        if self.allowed("skip_open"):
            count = self.vault.settle.skip_open(self.meeting.id)
            self.refresh_view()
            said = ngettext(
                "{count} item skipped; it returns by itself.",
                "{count} items skipped; they return by themselves.",
                count,
            )
            self.tell(said.format(count=count))

    def action_resume(self) -> None:
        """Go back to the table."""
        if self.allowed("resume"):
            self.vault.settle.resume(self.meeting.id)
            self.reread()

    def action_reopen(self) -> None:
        """Open final minutes again, with a reason."""
        if self.allowed("reopen"):
            self._reopen()

    @on(Lines.OptionSelected)
    def _mend(self) -> None:
        obstacle = self._obstacles.get(self.lines.chosen)
        match obstacle.kind if obstacle else None:
            case ObstacleKind.PRESENCE_UNKNOWN | ObstacleKind.SECRECY_UNSIGNED:
                self.action_attendance()
            case ObstacleKind.NO_NEXT_DATE | ObstacleKind.NEXT_DATE_NOT_AFTER:
                self.action_next_date()
            case ObstacleKind.ITEM_OPEN if obstacle and obstacle.item:
                self._settle_item(obstacle.item.id)
            case ObstacleKind.TEXT_NOT_ENTERED:
                self.action_resume()

    @asking
    async def _settle_item(self, item_id: int) -> None:
        states = (ItemState.DISCUSSED, ItemState.SKIPPED, ItemState.MOVED)
        lines = [Line(plain(label(state)), state.value) for state in states]
        chosen = await self.app.push_screen_wait(Choose(_("What became of this item?"), lines))
        if chosen:
            self.vault.table.conclude(item_id, ItemState(chosen))
            self.refresh_view()

    @asking
    async def _finalise(self) -> None:
        explanation = _("They are locked, numbered and get a fingerprint. Undo does not reach behind this.")
        if await self.app.push_screen_wait(Confirm(_("Make the minutes final?"), explanation)):
            self.vault.settle.finalise(self.meeting.id)
            self.reread()
            self.action_export()

    @asking
    async def _next_date(self) -> None:
        meeting = self.meeting

        def check(typed: str) -> str:
            on = parse_date(typed, meeting.on)
            if on is None:
                return _("That is no date. Type 14-12, fri, +2w or next.")
            return "" if on > meeting.on else _("The next meeting must be after this one")

        usual = meeting.expected_next or meeting.on + timedelta(weeks=2)
        hint = _("14-12, fri, +2w or next")
        typed = await self.app.push_screen_wait(Ask(_("When is the next meeting?"), plain_date(usual), hint, check))
        if typed and (on := parse_date(typed, meeting.on)):
            self.vault.settle.set_next(meeting.id, on)
            self.refresh_view()

    @asking
    async def _reopen(self) -> None:
        def check(typed: str) -> str:
            return "" if typed.strip() else _("Without a reason the minutes stay final.")

        reason = await self.app.push_screen_wait(Ask(_("Why are the minutes reopened?"), "", "", check))
        if reason:
            self.vault.settle.reopen(self.meeting.id, reason)
            self.reread()

    def _state(self, minutes: Minutes) -> Content:
        if minutes.finalised_at is None:
            draft = (
                _("Reopened: {reason}").format(reason=self.meeting.reopened_reason)
                if self.meeting.reopened_reason
                else ""
            )
            return joined("  ", (_("Still to do"), "bold"), (f"  {draft}", "$zvk-soon"))
        when = f"{long_date(minutes.finalised_at.date())} {clock(minutes.finalised_at)}"
        made = _("Final, version {version}, {when}, by {who}").format(
            version=minutes.version, when=when, who=minutes.finalised_by
        )
        mark = " ".join(minutes.fingerprint[start : start + 8] for start in range(0, 32, 8)) + " …"
        return joined("  ", (f"✓ {made}", "$zvk-done bold"), "\n  ", (f"{_('Fingerprint')} {mark}", "$zvk-muted"))

    def _rows(self) -> Iterable[Line]:
        if self.meeting.frozen:
            return
        for key, obstacle in self._obstacles.items():
            if obstacle.item is not None:
                words = _("Still open: {item}").format(item=self.title_of(obstacle.item))
            else:
                words = _(_WORDS[obstacle.kind]).format(count=obstacle.count)
            yield Line(joined(("! ", "$zvk-late"), words), key)
        if not self._obstacles:
            yield Line(joined(("✓ ", "$zvk-done"), _("Nothing is open: f makes the minutes final.")))


def _agreed(minutes: Minutes, shown: Callable[[str], str], room: int) -> Content:
    """Return the decision and action list in short, as many lines as fit."""
    lines = [
        joined("  ", (decision_ref(d.number), "bold"), f" {d.case_ref}  {shown(d.text)}") for d in minutes.decisions
    ]
    for action in minutes.actions:
        due = (f"({plain_date(action.due)})", "$zvk-muted")
        what = f" {action.case_ref}  {action.owner}: {shown(action.text)} "
        lines.append(joined("  ", (action_ref(action.number), "bold"), what, due))
    head = [joined("  ", (_next_words(minutes.head.next_on), "$zvk-muted")), joined("\n  ", (_("Agreed"), "bold"))]
    if not lines:
        return Content("\n").join([*head, joined("  ", (_("Nothing was decided or agreed."), "$zvk-muted"))])
    fitting = lines[:room]
    if len(lines) > room:
        more = _("and {count} more; the export shows all").format(count=len(lines) - room)
        fitting.append(joined("  ", (more, "$zvk-muted")))
    return Content("\n").join([*head, *fitting])


def _next_words(on: date | None) -> str:
    return _("Next meeting: {date}").format(date=long_date(on)) if on else _("Next meeting: no date yet")
