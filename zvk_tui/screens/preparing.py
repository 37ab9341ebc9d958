"""Voorbereiden: the agenda proposes itself; the chair keeps, drops, orders, sets minutes, invites, and starts."""

from collections.abc import Iterable
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.meeting import AgendaItem, Attendance, Meeting, Presence
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import clock, reason_text
from zvk_tui.screens.base import asking
from zvk_tui.screens.case_card import CaseCard
from zvk_tui.screens.dialogs import Ask, Confirm, Find
from zvk_tui.screens.meeting_base import MeetingScreen
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import fitted, joined, plain


class PreparingScreen(MeetingScreen):
    """The agenda of a meeting that has not begun."""

    HELP = N_(
        "The agenda proposes itself from the dates; behind every item stands why it is there. Keep what is good, drop "
        "the rest, and start when the table is complete."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "start", N_("Start"), tooltip=N_("Start the meeting")),
        Binding("t", "add_case", N_("Add"), tooltip=N_("Add a case to the agenda")),
        Binding("d", "drop", N_("Drop"), tooltip=N_("Take the item off the agenda")),
        Binding("K,shift+up", "move(-1)", N_("Move"), tooltip=N_("Move the item up"), key_display="K/J"),
        Binding("J,shift+down", "move(1)", N_("Move"), tooltip=N_("Move the item down"), key_display="J", show=False),
        Binding("m", "minutes", N_("Minutes"), tooltip=N_("Set the minutes of the item")),
        Binding("p", "attendance", N_("Invited"), tooltip=N_("Invite, and who leaves early")),
        Binding("o", "topic", N_("Add a topic without a case"), show=False),
        Binding("v", "order", N_("Order so that those who leave early come first"), show=False),
        Binding("h", "recurring", N_("Let the item return every time, or no longer"), show=False),
        Binding("a", "propose", N_("Propose again what the dates ask for"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._items: dict[str, AgendaItem] = {}

    def compose_body(self) -> ComposeResult:
        """Lay out the agenda and the totals below it."""
        with Vertical(id="preparing"):
            yield Static(id="agenda-head")
            yield Lines(id="agenda")
            yield Static(id="totals")

    def refresh_view(self) -> None:
        """Read the agenda again."""
        self.reread()
        items = self.vault.meetings.agenda(self.meeting.id)
        seats = self.vault.meetings.attendance(self.meeting.id)
        self._items = {str(item.id): item for item in items}
        self.bar.title = self.heading()
        self.query_one("#agenda-head", Static).update(self._header())
        self.lines.show(Line(self._row(item), key) for key, item in self._items.items())
        self.query_one("#totals", Static).update(self._totals(items, seats))
        self.lines.focus()

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        if self.is_mounted and self._items:
            self.refresh_view()

    def action_start(self) -> None:
        """Start the meeting at the first item."""
        self._start()

    def action_drop(self) -> None:
        """Take the item under the cursor off the agenda; undo brings it back."""
        if item := self._chosen():
            self.vault.agenda.drop(item.id)
            self.refresh_view()

    def action_move(self, by: int) -> None:
        """Move the item under the cursor."""
        if item := self._chosen():
            self.vault.agenda.move(item.id, by)
            self.refresh_view()

    def action_minutes(self) -> None:
        """Set the planned minutes of the item under the cursor."""
        if item := self._chosen():
            self._minutes(item)

    def action_recurring(self) -> None:
        """Let the item under the cursor return at every meeting, or no longer."""
        if item := self._chosen():
            self.vault.agenda.set_recurring(item.id, not item.recurring)
            self.refresh_view()

    def action_order(self) -> None:
        """Order the cases so that those who leave early are needed first."""
        self.vault.agenda.order_for_leaving(self.meeting.id)
        self.refresh_view()
        self.tell(_("The cases of those who leave early come first."))

    def action_propose(self) -> None:
        """Add what the dates ask for and the agenda lacks."""
        count = self.vault.agenda.propose_again(self.meeting.id)
        self.refresh_view()
        self.tell(ngettext("{count} item added.", "{count} items added.", count).format(count=count))

    def action_add_case(self) -> None:
        """Find a case and put it on the agenda."""
        self._add_case()

    def action_topic(self) -> None:
        """Put a topic without a case on the agenda."""
        self._topic()

    @on(Lines.OptionSelected)
    def _look(self) -> None:
        item = self._chosen()
        if item and item.case:
            self.app.push_screen(CaseCard(item.case.id))

    @asking
    async def _start(self) -> None:
        question = _("Start the meeting now?")
        if self.meeting.on != self.vault.now().date():
            question = _("This meeting is planned for another day. Start it now?")
        if await self.app.push_screen_wait(Confirm(question)):
            self.vault.table.start(self.meeting.id)
            self.reread()

    @asking
    async def _minutes(self, item: AgendaItem) -> None:
        def check(typed: str) -> str:
            return "" if typed.isdigit() and 1 <= int(typed) <= 240 else _("An item takes 1 to 240 minutes.")

        typed = await self.app.push_screen_wait(
            Ask(self.title_of(item), str(item.planned_minutes), _("minutes"), check)
        )
        if typed:
            self.vault.agenda.set_minutes(item.id, int(typed))
            self.refresh_view()

    @asking
    async def _add_case(self) -> None:
        def find(words: str) -> Iterable[Line]:
            return [
                Line(joined(fitted(self.case_title(c), 40), (fitted(c.goal, 60), "$zvk-muted")), str(c.id))
                for c in self.vault.register.find_cases(words)
            ]

        nothing = _("No live case has this number or name.")
        chosen = await self.app.push_screen_wait(Find(_("Which case?"), find, nothing))
        if chosen:
            item_id = self.vault.agenda.add_case(self.meeting.id, int(chosen))
            self.refresh_view()
            self.lines.show((Line(self._row(item), key) for key, item in self._items.items()), str(item_id))

    @asking
    async def _topic(self) -> None:
        typed = await self.app.push_screen_wait(Ask(_("Which topic?")))
        if typed:
            self.vault.agenda.add_topic(self.meeting.id, typed)
            self.refresh_view()

    def _chosen(self) -> AgendaItem | None:
        return self._items.get(self.lines.chosen)

    def _header(self) -> Content:
        title, why = self._widths()
        line = f"  {'':3}{fitted(_('Item'), title)} {_('min'):>4}  {fitted(_('Why it is here'), why)}"
        return plain(line, "bold $zvk-muted")

    def _row(self, item: AgendaItem) -> Content:
        title, why = self._widths()
        reasons = "; ".join(reason_text(reason) for reason in item.reasons)
        return joined(
            (f"{item.position:>3} ", "$zvk-muted"),
            (fitted(self.title_of(item), title), "" if item.case else "bold"),
            f" {item.planned_minutes:>4}  ",
            (fitted(reasons, why), "$zvk-muted"),
        )

    def _widths(self) -> tuple[int, int]:
        room = max(60, self.app.size.width - 16)
        title = min(44, room // 2)
        return title, room - title

    def _totals(self, items: tuple[AgendaItem, ...], seats: tuple[Attendance, ...]) -> Content:
        clock_now = self.timing(items)
        meeting = self.meeting
        room = meeting.series.minutes - clock_now.planned
        total = _("{planned} of {length} minutes, {start} to {end}").format(
            planned=clock_now.planned,
            length=meeting.series.minutes,
            start=clock(meeting.start),
            end=clock(clock_now.ends_at),
        )
        over = ngettext("{count} minute too many", "{count} minutes too many", -room).format(count=-room)
        leaving = [seat for seat in seats if seat.leaves_at]
        invited = sum(seat.presence is not Presence.EXCUSED for seat in seats)
        people = ngettext("{count} person invited", "{count} people invited", invited).format(count=invited)
        early = ngettext("{count} leaves early", "{count} leave early", len(leaving)).format(count=len(leaving))
        return joined(
            f"  {total}",
            (f"  ! {over}", "$zvk-late") if room < 0 else "",
            (f"  ·  {people}" + (f", {early}" if leaving else ""), "$zvk-muted"),
        )
