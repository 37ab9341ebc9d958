"""Voorzitten: the agenda on the left, the card beside it, one letter for everything that is said or agreed."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size

from zvk_tui.domain.card import Card
from zvk_tui.domain.meeting import AgendaItem, ItemKind, ItemState, Meeting, unsigned
from zvk_tui.domain.record import Action, Contribution, Decision
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import action_ref, clock, decision_ref, long_date
from zvk_tui.screens.action_review import ActionReview
from zvk_tui.screens.at_table import decide_closing, show_check, show_priority, why_no_closing
from zvk_tui.screens.base import asking
from zvk_tui.screens.dialogs import Choose, Confirm
from zvk_tui.screens.meeting_base import MeetingScreen, end_words
from zvk_tui.screens.read_back import ReadBack
from zvk_tui.widgets.card import CardView, owner_name
from zvk_tui.widgets.entry_form import EntryForm
from zvk_tui.widgets.entry_place import EntryPlace
from zvk_tui.widgets.item_guide import closing, last_minutes, opening
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.pane import Pane
from zvk_tui.widgets.text import fitted, joined, plain, wrapped

_SIGNS = {ItemState.OPEN: " ", ItemState.DISCUSSED: "✓", ItemState.SKIPPED: "–", ItemState.MOVED: "»"}


_READING: Final = "read-back"
_ENTRIES: Final = frozenset({"contribution", "judgement", "decision", "action", "note"})

_NARROW, _WIDE = 31, 42
"""Columns of the agenda, beside a narrow and a wide card; the stylesheet says the same."""


class ChairingScreen(MeetingScreen):
    """The table: where it is, what is known, what is agreed."""

    HELP = N_(
        "The card follows picture, judgement, decision. One letter starts each; n reads back what was agreed and goes "
        "to the next item. Page up and page down scroll the card."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next", N_("Next"), tooltip=N_("Read back what was agreed, and go to the next item")),
        Binding("i", "entry('contribution')", N_("Contribution"), tooltip=N_("Record a contribution with its source")),
        Binding("o", "entry('judgement')", N_("Judgement"), tooltip=N_("Record the judgement")),
        Binding("b", "entry('decision')", N_("Decision"), tooltip=N_("Record a decision with its motive")),
        Binding("a", "entry('action')", N_("Action"), tooltip=N_("Record an action: owner, what, when")),
        Binding("v", "review", N_("Tick off"), tooltip=N_("Say what became of earlier actions")),
        Binding("x", "close", N_("Close"), show=False, tooltip=N_("Record what the table decides about closing")),
        Binding("c", "check", N_("Whole closure check of the case"), show=False),
        Binding("p", "attendance", N_("Attendance"), show=False),
        Binding("t", "priority", N_("Open the top 10, and come back"), show=False),
        Binding("m", "entry('note')", N_("Private note of the chair"), show=False),
        Binding("e", "edit", N_("Change or remove what was entered"), show=False),
        Binding("s", "conclude('skipped')", N_("Skip the item; it returns by itself"), show=False),
        Binding("d", "conclude('moved')", N_("Move the item to the next meeting"), show=False),
        Binding("r", "put_back", N_("Open the item under the cursor again"), show=False),
        Binding("f", "end", N_("End the meeting and settle the minutes"), show=False),
        Binding("pagedown,space", "scroll(8)", N_("Scroll the card down"), show=False),
        Binding("pageup", "scroll(-8)", N_("Scroll the card up"), show=False),
    ]

    lines = getters.query_one("#agenda", Lines)
    pane = getters.query_one("#card", Pane)
    entry = getters.query_one("#entry", EntryPlace)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._items: tuple[AgendaItem, ...] = ()
        self._card: Card | None = None
        self._fits = Size(0, 0)
        self._reading = ReadBack()

    def compose_body(self) -> ComposeResult:
        """Lay out the agenda, the card, and the place of the form."""
        with Horizontal(id="table"):
            yield Lines(id="agenda")
            yield Pane(id="card")
        yield EntryPlace(self.vault, self.meeting)

    def on_mount(self) -> None:
        """Let the clock tick, open the form that was left half-typed, make the other forms."""
        self.set_interval(1, self._tick)
        self.call_next(self._reopen_form)

    def refresh_view(self) -> None:
        """Read the agenda and the card again."""
        self._read()
        self._show(str(self._current().id) if not self.lines.chosen else None)

    def on_resize(self) -> None:
        """Fit the agenda and the card to the new width."""
        if self._items and self._fits != self.app.size:
            self._show()

    def _read(self) -> None:
        self.reread()
        self._items = self.vault.meetings.agenda(self.meeting.id)
        self._card = self.vault.cards.get(self._current().id)

    def _show(self, at: str | None = None) -> None:
        self._fits = self.app.size
        self.lines.show(self._rows(), at)
        self._show_card()
        self._tick()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action in _ENTRIES and self._items and self._current().hidden:
            return _("You are not admitted to this case: skip the item, or move it to the next meeting.")
        if action in {"close", "check"}:
            return why_no_closing(self._card, action)
        if action == "judgement" and self._items and self._current().kind in {ItemKind.OPENING, ItemKind.CLOSING}:
            return _("There is nothing to judge at this item.")
        return ""

    def action_next(self) -> None:
        """Read back what was agreed and go to the next item."""
        self._conclude(ItemState.DISCUSSED)

    def action_conclude(self, state: str) -> None:
        """Skip or move the item the table is at."""
        self._conclude(ItemState(state))

    async def action_entry(self, kind: str) -> None:
        """Open the form for one kind of entry at the item the table is at."""
        if self.allowed(kind):
            card = self._card
            existing = {"judgement": card.judgement, "note": card.note}.get(kind) if card else None
            await self._open_form(kind, existing)

    def action_review(self) -> None:
        """Say what became of earlier actions of this case, or of the whole series at the action list."""
        self._review()

    @asking
    async def action_close(self) -> None:
        """Record what the table decides about closing the case, and come back to the item."""
        if self.allowed("close") and self._card and self._card.item.case:
            await decide_closing(self, self._card.item.case.id)
            self.refresh_view()

    def action_check(self) -> None:
        """Show the whole closure check of the case."""
        if self.allowed("check") and self._card and (case := self._card.item.case):
            show_check(self, case.id)

    def action_edit(self) -> None:
        """Change or remove something that was entered at this item."""
        self._edit()

    def action_put_back(self) -> None:
        """Open the item under the cursor again."""
        self.vault.table.put_back(int(self.lines.chosen))
        self.refresh_view()

    def action_priority(self) -> None:
        """Open the top 10; escape comes back to the table."""
        show_priority(self)

    def action_end(self) -> None:
        """End the meeting."""
        self._end()

    def action_scroll(self, lines: int) -> None:
        """Scroll the card."""
        self.pane.scroll_relative(y=lines, animate=False)

    @on(Lines.OptionSelected, "#agenda")
    def _go_to(self, event: Lines.OptionSelected) -> None:
        item_id = int(self.lines.key_at(event.option_index))
        if item_id == self._current().id and self._current().kind is ItemKind.TOP10:
            self.action_priority()
            return
        self.vault.table.enter(item_id)
        self._arrived()

    @on(EntryForm.Saved)
    def _saved(self) -> None:
        self._close_form()
        self.refresh_view()
        self.pane.scroll_end(animate=False)

    @on(EntryForm.Closed)
    def _left(self) -> None:
        self._close_form()

    @asking
    async def _conclude(self, state: ItemState) -> None:
        item = self._current()
        if drafts := [draft for draft in self.vault.drafts.of_item(item.id) if draft.text.strip()]:
            self.tell(_("There is text here that is not entered yet. Enter it, or clear it."), problem=True)
            self._reopen_form(drafts[0].key)
            return
        if state is ItemState.DISCUSSED and self._card and (self._card.decisions or self._card.actions or item.case):
            question = _("Read back {item}").format(item=item.case.ref if item.case else self.title_of(item))
            if not await self._agreed(question, self._read_back(self._card)):
                return
        following = self.vault.table.conclude(item.id, state)
        self._arrived()
        if following is None:
            self._say_why_here()

    async def _agreed(self, question: str, content: Content) -> bool:
        """Read back what was agreed; the dialog is kept for the next item, but nothing of this one in it."""
        if not self.app.is_screen_installed(self._reading):
            self.app.install_screen(self._reading, _READING)
        try:
            return await self.app.push_screen_wait(self._reading.about(question, content))
        finally:
            self._reading.about("", Content(""))

    def on_unmount(self) -> None:
        """Let the dialog go with the screen that asks."""
        if self.app.is_screen_installed(self._reading):
            self.app.uninstall_screen(self._reading)
            if self._reading.is_attached:
                self._reading.remove()

    def _say_why_here(self) -> None:
        if any(item.state is ItemState.OPEN for item in self._items):
            if unsigned(self.vault.meetings.attendance(self.meeting.id)):
                self.tell(_("Somebody here must sign the secrecy declaration before a case: p, then t."), problem=True)
        else:
            self.tell(_("Everything was discussed. f ends the meeting."))

    @asking
    async def _review(self) -> None:
        item = self._current()
        title = _("Earlier actions of {ref}").format(ref=item.case.ref) if item.case else _("Action list")
        target = item
        if item.case is None and item.kind is not ItemKind.ACTIONS:
            target = next((i for i in self._items if i.kind is ItemKind.ACTIONS), item)
        await self.app.push_screen_wait(ActionReview(title, self.meeting.id, target.id))
        self.refresh_view()

    @asking
    async def _edit(self) -> None:
        card = self._card
        if card is None or not (card.contributions or card.decisions or card.actions):
            self.tell(_("Nothing was entered at this item yet."))
            return
        chosen = await self.app.push_screen_wait(Choose(_("Change which entry?"), self._entries(card)))
        if not chosen:
            return
        ways = [Line(plain(_("Change")), "change"), Line(plain(_("Remove")), "remove")]
        way = await self.app.push_screen_wait(Choose(_("What with it?"), ways))
        if way:
            self._change(card, *chosen.split(" "), remove=way == "remove")

    @asking
    async def _end(self) -> None:
        still = sum(item.state is ItemState.OPEN for item in self._items)
        words = ngettext("{count} item is still open.", "{count} items are still open.", still).format(count=still)
        if await self.app.push_screen_wait(Confirm(_("End the meeting?"), words if still else "")):
            self.vault.settle.end(self.meeting.id)
            self.reread()

    def _change(self, card: Card, kind: str, number: str, *, remove: bool) -> None:
        entry = self._entry_of(card, kind, number)
        if remove:
            desk = self.vault.entries
            removers: dict[str, Callable[[int], None]] = {
                "contribution": desk.remove_contribution,
                "decision": desk.remove_decision,
                "action": desk.remove_action,
            }
            removers[kind](int(number))
            self._forget(card, f"{kind}/{card.item.id}/{number}/")
            self.refresh_view()
            self.tell(_("Removed; u brings it back."))
        elif entry is not None:
            self.call_next(self._open_form, kind, entry)

    def _entry_of(self, card: Card, kind: str, number: str) -> Contribution | Decision | Action | None:
        """Return an entry by its number, None when it is no longer there."""
        there: dict[str, tuple[Contribution | Decision | Action, ...]] = {
            "contribution": card.contributions,
            "decision": card.decisions,
            "action": card.actions,
        }
        return next((entry for entry in there.get(kind, ()) if str(entry.id) == number), None)

    def _forget(self, card: Card, start: str) -> None:
        """Forget what was typed to change an entry that is gone: its number may be given out again."""
        drafts = self.vault.drafts
        drafts.forget(*(draft.key for draft in drafts.of_item(card.item.id) if draft.key.startswith(start)))

    def _entries(self, card: Card) -> list[Line]:
        said = [(f"contribution {c.id}", f"{c.partner.short}: {c.text}") for c in card.contributions]
        said += [(f"decision {d.id}", f"{decision_ref(d.number)} {d.text}") for d in card.decisions]
        said += [(f"action {a.id}", f"{owner_name(a)}: {a.text}") for a in card.actions]
        ref = card.item.case.ref if card.item.case else ""
        said = [(key, self.shown(text, ref)) for key, text in said]
        return [Line(plain(fitted(text, 57)), key) for key, text in said]

    async def _open_form(self, kind: str, existing: object = None) -> None:
        """Show the form for a new entry at the item the table is at, or for one to change."""
        await self.entry.open(kind, self.meeting, self._current().id, existing)

    def _close_form(self) -> None:
        self.entry.close()
        self.set_focus(self.lines, scroll_visible=False)

    def _reopen_form(self, key: str = "") -> None:
        """Open the form that was left half-typed at this item, if there is one."""
        drafts = [key] if key else [d.key for d in self.vault.drafts.of_item(self._current().id) if d.text.strip()]
        if drafts:
            kind, item, existing, _field = drafts[0].split("/")
            if existing == "0":
                self.call_next(self.action_entry, kind)
            elif self._card and (entry := self._entry_of(self._card, kind, existing)):
                self.call_next(self._open_form, kind, entry)
            elif self._card:
                self._forget(self._card, f"{kind}/{item}/{existing}/")

    def _arrived(self) -> None:
        self._close_form()
        self._read()
        self._show(str(self._current().id))
        self.pane.scroll_home(animate=False)
        self._reopen_form()

    def _current(self) -> AgendaItem:
        current = self.meeting.current_item_id
        return next((item for item in self._items if item.id == current), self._items[0])

    def _show_card(self) -> None:
        if self._card is not None:
            room = self.app.size.width - (_WIDE if self._wide else _NARROW) - 6
            view = CardView(self.vault.now().date(), self.name_style, room, at_table=True)
            guide = self._guide(self._card.item.kind)
            text = view.content(self._card)
            self.pane.show(Content("\n\n").join([text, wrapped(guide, room)]) if guide else text)

    def _guide(self, kind: ItemKind) -> Content | None:
        """Return what the table needs at an item without a case."""
        match kind:
            case ItemKind.OPENING:
                return opening(self.vault.meetings.attendance(self.meeting.id))
            case ItemKind.MINUTES:
                before = self.vault.meetings.before(self.meeting)
                if before is None:
                    return None
                minutes = self.vault.records.minutes(before.id)
                return last_minutes(minutes, self.shown_minutes(minutes))
            case ItemKind.CLOSING:
                minutes = self.vault.records.minutes(self.meeting.id)
                return closing(minutes, self.meeting, self.shown_minutes(minutes))
            case _:
                return None

    def _tick(self) -> None:
        if not self.zvk.is_open or not self._items:
            return
        item, now = self._current(), self.vault.now()
        spent, planned = item.seconds(now) // 60, item.planned_minutes
        self.bar.title = self.heading()
        over = _("{count} min over").format(count=spent - planned) if spent > planned else f"{spent}/{planned} min"
        self.bar.status = f"{clock(now)} · {over} · {end_words(self.timing(self._items))}"

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= 100

    def _rows(self) -> list[Line]:
        wide = self._wide
        width = (_WIDE if wide else _NARROW) - 2
        current = self.meeting.current_item_id
        rows = []
        for item in self._items:
            here = item.id == current
            sign = "▸" if here else _SIGNS[item.state]
            name = self.title_of(item) if wide or item.case is None else item.case.ref
            spent = item.seconds(self.vault.now()) // 60
            minutes = f"{spent}/{item.planned_minutes}" if spent else str(item.planned_minutes)
            style = "bold" if here else "" if item.state is ItemState.OPEN else "$zvk-muted"
            rows.append(Line(joined((f"{sign} {fitted(name, width - 8)} {minutes:>5}", style)), str(item.id)))
        return rows

    def _read_back(self, card: Card) -> Content:
        lines: list[Content] = []
        ref = card.item.case.ref if card.item.case else ""
        for decision in card.decisions:
            lines.append(joined((f"{decision_ref(decision.number)}  ", "bold"), self.shown(decision.text, ref)))
            if decision.motive:
                lines.append(joined("      ", (_("because "), "$zvk-muted"), self.shown(decision.motive, ref)))
        for action in card.actions:
            when = _("by {date}").format(date=long_date(action.due))
            head = (f"{action_ref(action.number)}  {owner_name(action)}: ", "bold")
            lines.append(joined(head, self.shown(action.text, ref), (f"  {when}", "$zvk-soon")))
        return Content("\n").join(lines) if lines else plain(_("Nothing was decided or agreed here."), "$zvk-muted")
