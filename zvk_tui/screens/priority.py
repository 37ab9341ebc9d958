"""Top 10: the list as people put it in order, with the facts beside it; no score exists."""

from datetime import date
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.priority_list import LeaveReason, PriorityEntry, default_priority_rules, rules_fault
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose, Confirm, Find
from zvk_tui.screens.priority_forms import GROUP, add_form, change_form, group_form, move_form
from zvk_tui.screens.priority_rules import PriorityRulesScreen
from zvk_tui.screens.priority_whole import Whole, before_text, entry_text
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.priority_view import PriorityView
from zvk_tui.widgets.text import joined, plain, wrapped


class PriorityScreen(ZvkScreen):
    """The list of this moment."""

    HEADING = N_("Top 10")
    HELP = N_(
        "People make this order, each move with a motive; there is no score. The bars are the contacts and reports of "
        "each month, those as victim or witness left out, and say nothing about a place. The same number is the same "
        "bar on every line, of cases and of groups: ▁ 1 ▂ 2 ▃ 3 ▄ 4-5 ▅ 6-8 ▆ 9-12 ▇ 13-19 █ 20+."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("K", "higher", N_("Up")),
        Binding("J", "lower", N_("Down")),
        Binding("m", "place", N_("To place"), show=False),
        Binding("n", "add", N_("Put on the list")),
        Binding("e", "edit", N_("Change")),
        Binding("x,delete", "leave", N_("Take off"), key_display="x"),
        Binding("a", "agenda", N_("To agenda")),
        Binding("v", "before", N_("Last time")),
        Binding("r", "rules", N_("Criteria")),
        Binding("g", "group", N_("Facts of a group"), show=False),
        Binding("escape", "back", N_("Back"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, *, at_table: bool = False) -> None:
        """Make the screen; `at_table` says that a meeting opened it, to which escape goes back."""
        super().__init__()
        self._at_table = at_table
        self._view = PriorityView((), {}, {}, date.min, 0)
        self._rules = default_priority_rules()

    def compose_body(self) -> ComposeResult:
        """Lay out what is said of the list, the names of the columns, and the list."""
        yield Static(id="priority-said")
        yield Static(id="priority-head")
        yield OpenLines(id="priority")
        yield Static(id="empty")

    def refresh_view(self) -> None:
        """Read the list again."""
        entries = self.vault.priorities.current()
        earlier = self.vault.priorities.before()
        self._view = PriorityView(
            entries,
            self.vault.priorities.facts(),
            earlier.ranks if earlier else {},
            self.vault.now().date(),
            self.app.size.width - 4,
            self.name_style,
        )
        self._rules = self.vault.priorities.rules()
        self.bar.status = ngettext(
            "{count} of {length} place", "{count} of {length} places", self._rules.length
        ).format(count=len(entries), length=self._rules.length)
        self.query_one("#priority-said", Static).update(joined((self._told(), "$zvk-muted")))
        self.query_one("#priority-head", Static).update(self._view.head())
        self.lines.show(Line(self._view.line(entry), str(entry.id)) for entry in entries)
        self.lines.display = self.query_one("#priority-head").display = bool(entries)
        self.query_one("#empty", Static).display = not entries
        self.query_one("#empty", Static).update(wrapped(plain(self._empty()), self.app.size.width - 10))
        if entries:
            self.lines.focus()

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the columns to the new width."""
        if self.is_mounted:
            self.refresh_view()

    def on_screen_resume(self) -> None:
        """Show what was changed in the criteria."""
        if self.zvk.is_open:
            self.refresh_view()

    @property
    def current(self) -> PriorityEntry | None:
        """The entry under the cursor."""
        return next((one for one in self._view.entries if str(one.id) == self.lines.chosen), None)

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action == "add":
            return "" if rules_fault(self._rules, self._view.today) is None else _("Publish the criteria first: r.")
        if action not in {"higher", "lower", "place", "edit", "leave", "group", "agenda"}:
            return ""
        entry = self.current
        if entry is None:
            return _("The list is empty.")
        if entry.hidden:
            return _("This case is closed to you.")
        if action == "group" and entry.case:
            return _("Only a group has facts of its own; of a case its police contacts are counted.")
        return self._at_the_end(action, entry)

    def _at_the_end(self, action: str, entry: PriorityEntry) -> str:
        if action == "higher" and entry.rank == 1:
            return _("It stands at the first place.")
        last = action == "lower" and entry.rank == len(self._view.entries)
        return _("It stands at the last place.") if last else ""

    def action_higher(self) -> None:
        """Move the entry under the cursor one place up; the form asks the motive, and takes another place too."""
        if self.allowed("higher") and self.current:
            self._move(self.current, self.current.rank - 1, at_place=False)

    def action_lower(self) -> None:
        """Move the entry under the cursor one place down, in the same way."""
        if self.allowed("lower") and self.current:
            self._move(self.current, self.current.rank + 1, at_place=False)

    def action_place(self) -> None:
        """Move the entry under the cursor to a place that is typed."""
        if self.allowed("place") and self.current:
            self._move(self.current, self.current.rank, at_place=True)

    def action_add(self) -> None:
        """Put a case or a group on the list."""
        if self.allowed("add"):
            self._add()

    def action_edit(self) -> None:
        """Change what is said of the entry under the cursor."""
        if self.allowed("edit") and self.current:
            self._change(self.current)

    def action_leave(self) -> None:
        """Take the entry under the cursor off the list."""
        if self.allowed("leave") and self.current:
            self._leave(self.current)

    def action_group(self) -> None:
        """Tell how many reports there were about the group under the cursor."""
        if self.allowed("group") and self.current:
            self._tell_group(self.current)

    @asking
    async def action_agenda(self) -> None:
        """Put the entry under the cursor on the agenda of the next meeting about the list."""
        if self.allowed("agenda") and (entry := self.current):
            self.vault.priority.put_on_agenda(entry.id)
            self.refresh_view()
            self.tell(_("{who} is on the agenda of the next meeting.").format(who=self._view.short(entry).capitalize()))

    def action_before(self) -> None:
        """Show the order of the meeting before beside this one, and who left."""
        earlier, left = self.vault.priorities.before(), self.vault.priorities.left()
        self.app.push_screen(Whole(_("Last time and now"), lambda width: before_text(self._view, earlier, left, width)))

    def action_rules(self) -> None:
        """Show the published criteria."""
        self.app.push_screen(PriorityRulesScreen())

    def action_back(self) -> None:
        """Go back to the table that opened the list, else to Vandaag."""
        if self._at_table:
            self.dismiss(None)
        else:
            self.zvk.action_go("today")

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        entry = self.current
        if entry is None or entry.hidden:
            self.tell(_("This case is closed to you."), problem=True)
            return
        versions = {one.rules.version: one.rules for one in self.vault.priorities.history()}
        rules, moves = versions.get(entry.rules_version, self._rules), self.vault.priorities.moves(entry.id)
        number = entry.id

        def write(_width: int) -> Content:
            now = next((one for one in self._view.entries if one.id == number), entry)
            return entry_text(self._view, now, rules, moves)

        self.app.push_screen(Whole(_("On the top 10"), write))

    @asking
    async def _move(self, entry: PriorityEntry, to_rank: int, *, at_place: bool) -> None:
        title = _("Move {who}, now at place {rank}").format(who=self._view.short(entry), rank=entry.rank)
        form = move_form(self.vault, entry, to_rank, title, at_place=at_place)
        if await self.app.push_screen_wait(form):
            self.refresh_view()

    @asking
    async def _add(self) -> None:
        found: dict[str, CaseFile] = {}

        def find(words: str) -> list[Line]:
            listed = {one.case.id for one in self._view.entries if one.case}
            cases = [one for one in self.vault.register.find_cases(words) if one.id not in listed]
            found.update((str(one.id), one) for one in cases)
            group = Line(joined((_("A group, under a label"), "bold")), GROUP)
            rows = [Line(plain(self.case_title(one)), str(one.id)) for one in cases]
            return [*rows, group] if words else [group, *rows]

        chosen = await self.app.push_screen_wait(Find(_("Who comes on the list?"), find, ""))
        if not chosen:
            return
        case_file = found.get(chosen)
        title = _("On the top 10: {who}").format(who=case_file.ref if case_file else _("a group"))
        added: list[int] = []
        await self.app.push_screen_wait(add_form(self.vault, case_file, title, added.append))
        if added:
            self.refresh_view()
            self.lines.show([Line(self._view.line(one), str(one.id)) for one in self._view.entries], str(added[0]))
            self.tell(_("It stands at the last place; K moves it up."))

    @asking
    async def _change(self, entry: PriorityEntry) -> None:
        title = _("On the top 10: {who}").format(who=self._view.short(entry))
        if await self.app.push_screen_wait(change_form(self.vault, entry, title)):
            self.refresh_view()

    @asking
    async def _tell_group(self, entry: PriorityEntry) -> None:
        if await self.app.push_screen_wait(group_form(self.vault, entry, _("Reports about the group"))):
            self.refresh_view()

    @asking
    async def _leave(self, entry: PriorityEntry) -> None:
        who = self._view.short(entry)
        reasons = [Line(plain(label(one)), one.value) for one in LeaveReason if one is not LeaveReason.CASE_CLOSED]
        chosen = await self.app.push_screen_wait(Choose(_("Why does {who} leave the list?").format(who=who), reasons))
        if not chosen:
            return
        explanation = _(
            "Answers, decision, motives, facts and people are erased from the list at once. This cannot be undone, nor "
            "can anything before it. The number, the dates and the reason stay."
        )
        if await self.app.push_screen_wait(Confirm(_("Take {who} off the list?").format(who=who), explanation)):
            self.vault.priority.leave(entry.id, LeaveReason(chosen))
            self.refresh_view()
            self.tell(_("{who} left the list.").format(who=who))

    def _told(self) -> str:
        """Return by which criteria, and that people make the order."""
        made = _("People make this order; no score exists.")
        on_day = self._rules.published_on
        if on_day is None:
            return made
        version = _("Criteria: v{number}, {date}.")
        return f"{made} {version.format(number=self._rules.version, date=plain_date(on_day))}"

    def _empty(self) -> str:
        if rules_fault(self._rules, self._view.today) is not None:
            return _(
                "The list is empty. Nobody can be put on it before its criteria are published: press r to look at "
                "them, and to say where and when they were published."
            )
        return _("The list is empty. Press n to put a case or a group on it.")
