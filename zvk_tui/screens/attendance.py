"""Attendance: who is here, who is excused, who is absent, who is a guest, and who must sign secrecy first."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.meeting import Attendance, Meeting, Presence, unsigned
from zvk_tui.domain.owners import folded
from zvk_tui.domain.times import parse_time
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import clock, label, plain_date
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Ask, Find
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import fitted, joined, plain

_SIGNS = {
    Presence.INVITED: " ",
    Presence.PRESENT: "✓",
    Presence.GUEST: "+",
    Presence.EXCUSED: "–",
    Presence.ABSENT: "x",
}


class AttendanceList(Dialog[None]):
    """Goes through those invited; one letter says how somebody attends."""

    HELP = N_(
        "Say how everybody attends. A guest, and anybody of an organisation that takes part now and then, signs the "
        "secrecy declaration before a case is discussed (Bgs art. 2.21)."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "presence('present')", N_("Present")),
        Binding("f", "presence('excused')", N_("Excused")),
        Binding("x", "presence('absent')", N_("Absent")),
        Binding("g", "presence('guest')", N_("Guest")),
        Binding("t", "sign", N_("Signed")),
        Binding("i", "invite", N_("Invite")),
        Binding("r", "rest", N_("All others present"), show=False),
        Binding("l", "leaving", N_("Leaves early"), show=False),
        Binding("d", "uninvite", N_("Off the list"), show=False),
        Binding("u", "app.undo", N_("Undo"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._seats: dict[str, Attendance] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list and the count below it."""
        with Vertical(classes="dialog wide"):
            yield Label(_("Attendance"), classes="dialog-title")
            yield Lines(classes="answers found")
            yield Static(id="count", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Read the list."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read the list again."""
        seats = self.vault.meetings.attendance(self._meeting.id)
        self._seats = {str(seat.id): seat for seat in seats}
        self.lines.show(Line(self._row(seat), key) for key, seat in self._seats.items())
        self.query_one("#count", Static).update(_count(seats))

    def action_presence(self, presence: str) -> None:
        """Say how the one under the cursor attends, and go to the next."""
        if seat := self._seats.get(self.lines.chosen):
            self.vault.table.set_presence(seat.id, Presence(presence))
            self.lines.action_cursor_down()
            self.refresh_view()

    def action_rest(self) -> None:
        """Mark everybody present of whom nothing was said yet."""
        self.vault.table.all_present(self._meeting.id)
        self.refresh_view()

    def action_sign(self) -> None:
        """Record on which day the secrecy declaration was signed."""
        if seat := self._seats.get(self.lines.chosen):
            self._sign(seat)

    def action_invite(self) -> None:
        """Put somebody on the list."""
        self._invite()

    def action_uninvite(self) -> None:
        """Take the one under the cursor off the list."""
        if seat := self._seats.get(self.lines.chosen):
            self.vault.agenda.uninvite(seat.id)
            self.refresh_view()

    def action_leaving(self) -> None:
        """Note when the one under the cursor leaves."""
        if seat := self._seats.get(self.lines.chosen):
            self._leaving(seat)

    @asking
    async def _sign(self, seat: Attendance) -> None:
        today = self.vault.now().date()

        def check(typed: str) -> str:
            on = parse_date(typed, today)
            if on is None:
                return _("That is no date. Type 14-12, fri, +2w or next.")
            return _("That day is still to come.") if on > today else ""

        title = _("Secrecy declaration signed on")
        typed = await self.app.push_screen_wait(Ask(title, plain_date(today), seat.professional.name, check))
        if typed and (on := parse_date(typed, today)):
            self.vault.table.sign_secrecy(seat.professional.id, on)
            self.refresh_view()

    @asking
    async def _invite(self) -> None:
        here = {seat.professional.id for seat in self._seats.values()}
        people = [p for p in self.vault.register.directory().professionals if p.active and p.id not in here]

        def find(words: str) -> list[Line]:
            return [
                Line(
                    joined(fitted(person.name, 24), fitted(person.partner.short, 22), (person.function, "$zvk-muted")),
                    str(person.id),
                )
                for person in people
                if all(
                    word in folded(f"{person.name} {person.partner.short} {person.partner.name}")
                    for word in folded(words).split()
                )
            ][:60]

        chosen = await self.app.push_screen_wait(Find(_("Who is invited?"), find, _("Nobody has this name.")))
        if chosen:
            self.vault.agenda.invite(self._meeting.id, int(chosen))
            self.refresh_view()

    @asking
    async def _leaving(self, seat: Attendance) -> None:
        def check(typed: str) -> str:
            return "" if not typed.strip() or parse_time(typed) else _("That is no time. Type 14:30, or nothing.")

        before = clock(seat.leaves_at) if seat.leaves_at else ""
        title = _("Leaves at")
        typed = await self.app.push_screen_wait(Ask(title, before, _("14:30; nothing: stays to the end"), check))
        if typed is not None:
            self.vault.agenda.set_leaving(seat.id, parse_time(typed))
            self.refresh_view()

    def _row(self, seat: Attendance) -> Content:
        person = seat.professional
        inside = min(self.app.size.width * 94 // 100, 124) - 7
        room = inside - 2 - 12 - 22 - 17 - 12
        leaves = _("until {time}").format(time=clock(seat.leaves_at)) if seat.leaves_at else ""
        secrecy = (_("must sign"), "$zvk-late bold") if seat.must_sign else (leaves, "$zvk-soon")
        return joined(
            (f"{_SIGNS[seat.presence]} ", "bold"),
            fitted(label(seat.presence), 11) + " ",
            fitted(person.name, 21) + " ",
            fitted(person.partner.short, 16) + " ",
            (fitted(person.function, room), "$zvk-muted") if room > 8 else "",
            secrecy,
        )


def _count(seats: tuple[Attendance, ...]) -> Content:
    here = sum(seat.here for seat in seats)
    waiting = sum(seat.presence is Presence.INVITED for seat in seats)
    words = ngettext("{count} person here", "{count} people here", here).format(count=here)
    if waiting:
        words += " · " + _("{count} not yet marked; r marks them present").format(count=waiting)
    if strangers := len(unsigned(seats)):
        return plain(words + " · " + _("{count} must sign secrecy first").format(count=strangers), "$zvk-late")
    return plain(words, "$zvk-muted")
