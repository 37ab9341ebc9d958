"""Casussen: every case of the chamber in a list that is narrowed, sorted and searched; enter opens the dossier."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.domain.case_list import CaseFilter, CaseOrder, CaseSort, Place
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import asking
from zvk_tui.screens.case_columns import CaseColumns
from zvk_tui.screens.case_filters import (
    Beside,
    arrow,
    filter_form,
    filter_words,
    next_order,
    nothing_found,
    saved_lines,
)
from zvk_tui.screens.case_source import CaseSource, shown_of
from zvk_tui.screens.dialogs import Ask, Choose
from zvk_tui.screens.dossier.opening import open_dossier
from zvk_tui.screens.intake import IntakeScreen, intake_row
from zvk_tui.screens.list_columns import sort_lines
from zvk_tui.screens.searched_list import SearchedList
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import plain
from zvk_tui.widgets.window import Window

if TYPE_CHECKING:
    from textual.timer import Timer

COUNT_AFTER = 0.2
"""Seconds without a key after which the cases are counted."""

NEW = "new"
"""The choice of a registration that is not begun yet."""


class IntakeLines(Lines):
    """The registrations that are not finished, above the list; down from the last goes to the list."""

    def action_cursor_down(self) -> None:
        """Go to the next one, or to the list."""
        if self.highlighted is None or self.highlighted + 1 >= self.option_count:
            self.screen.query_one(Window).focus()
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the one before, or to the field to search in."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.screen.query_one(Input).focus()


class CasesScreen(SearchedList):
    """The list of cases."""

    class Counted(Message):
        """The cases of a list were counted."""

        def __init__(self, source: CaseSource, total: int, rank: int) -> None:
            super().__init__()
            self.source, self.total, self.rank = source, total, rank

    HEADING = N_("Cases")
    HELP = N_("Type / and words: every word may begin a word of a number, name, goal, statement, decision or action.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", N_("Narrow")),
        Binding("s", "sort", N_("Sort")),
        Binding("b", "saved", N_("Kept filters"), show=False),
        Binding("n", "new", N_("Registration")),
    ]

    intakes = getters.query_one(IntakeLines)

    def __init__(self, *, searching: bool = False) -> None:
        super().__init__()
        self._searching = searching
        self._wanted = CaseFilter()
        self._order = CaseOrder()
        self._counting: Timer | None = None
        self._hidden: int | None = None
        self._total: int | None = None
        self._recount = False

    def compose_body(self) -> ComposeResult:
        """Lay out the field to search in, what narrows the list, and the list."""
        with Vertical(id="cases-body"):
            yield from self.compose_search(IntakeLines(id="intakes"))
            yield Static(id="empty")
            yield Window(self._draw, id="cases")

    def begin(self) -> None:
        """Start in the list, or in the field when somebody came to search."""
        self._list()
        (self.field if self._searching else self.window).focus()

    def refresh_view(self) -> None:
        """Read again what is visible."""
        self._columns = self._drawing()
        self._show_intakes()
        self.say_narrowed()
        self._recount = True
        self.window.reload()

    @on(events.ScreenSuspend)
    def _stop_counting(self) -> None:
        """Count nothing while another screen is in front: that screen would wait for it."""
        if self._counting is not None:
            self._counting.stop()

    @asking
    async def action_filter(self) -> None:
        """Choose what narrows the list."""
        if await self.app.push_screen_wait(filter_form(self.vault, self._wanted, self._narrow)):
            self._list()

    @asking
    async def action_sort(self) -> None:
        """Choose what the list is sorted by."""
        lines = list(sort_lines(CaseSort, self._order.sort, arrow(self._order)))
        if chosen := await self.app.push_screen_wait(Choose(_("Sort by"), lines, self._order.sort)):
            self._order = next_order(self._order, chosen)
            self._list()

    @asking
    async def action_saved(self) -> None:
        """Choose a filter that was kept, keep this one, or drop one."""
        saved = self.vault.case_list.saved()
        chosen = await self.app.push_screen_wait(Choose(_("Kept filters"), saved_lines(saved)))
        match chosen:
            case None:
                pass
            case Beside.KEEP:
                if name := await self.app.push_screen_wait(Ask(_("Name of the filter"), check=_said)):
                    self.vault.looking.save_filter(name, self._wanted)
            case Beside.DROP:
                lines = [Line(plain(one.name), str(one.id)) for one in saved]
                if dropped := await self.app.push_screen_wait(Choose(_("Which filter is dropped?"), lines)):
                    self.vault.looking.drop_filter(int(dropped))
            case _:
                found = next((one.filter for one in saved if str(one.id) == chosen), CaseFilter())
                self._narrow(replace(found, words=self._wanted.words))
                self._list()

    @asking
    async def action_new(self) -> None:
        """Begin a registration, or go on with one that is not finished."""
        lines = self._unfinished(max(40, self.app.size.width - 12))
        if not lines:
            self.app.push_screen(IntakeScreen())
            return
        fresh = Line(plain(_("Begin a new registration")), NEW)
        chosen = await self.app.push_screen_wait(Choose(_("Go on with a registration?"), [*lines, fresh]))
        if chosen is not None:
            self.app.push_screen(IntakeScreen(None if chosen == NEW else int(chosen)))

    @property
    def words(self) -> str:
        """The words that are searched for now."""
        return self._wanted.words

    @property
    def hits(self) -> int:
        """How many cases were found."""
        return self._total if self._total is not None else self.vault.case_list.count(self._wanted)

    def search_for(self, words: str) -> None:
        """Show the cases with these words."""
        self._wanted = replace(self._wanted, words=words)
        self._list()

    def entered(self) -> None:
        """Go to the list; when a shielded case has this number and no other, ask to open that."""
        if self._hidden is not None and not self.window.rows:
            self._open_hidden(self._hidden)
        else:
            self.window.focus()

    @asking
    async def _open_hidden(self, case_id: int) -> None:
        self.log_search()
        await open_dossier(self, case_id)

    @on(Window.Opened)
    @asking
    async def _opened(self, event: Window.Opened) -> None:
        self.log_search()
        await open_dossier(self, int(event.key))

    @on(Window.Above)
    def _to_intakes(self) -> None:
        if self.intakes.display:
            self.intakes.highlighted = self.intakes.option_count - 1
            self.intakes.focus()

    @on(Lines.OptionSelected, "#intakes")
    def _resumed(self) -> None:
        self.app.push_screen(IntakeScreen(int(self.intakes.chosen)))

    @on(Window.Moved)
    def _moved(self) -> None:
        """Say what is shown, and count a moment later: no key waits for it."""
        empty = not self.window.rows
        self.query_one("#empty").display = empty
        if empty:
            self.query_one("#empty", Static).update(plain(self._nothing(), "$zvk-muted"))
        self._hidden = self._hidden if empty else None
        if self._counting is not None:
            self._counting.stop()
        self._say_shown()
        if self._recount or self._total is None or self.window.rank is None:
            self._counting = self.set_timer(COUNT_AFTER, self._count_here)

    def _list(self) -> None:
        """Show another list, from its first case."""
        self._total = None
        self.bar.status = ""
        self.say_narrowed()
        self._source = CaseSource(self.vault, self._wanted, self._order)
        self.window.show(self._source)

    def _narrow(self, wanted: CaseFilter) -> None:
        self._wanted = wanted

    def _count_here(self) -> None:
        rows = self.window.rows
        self._count(self._source, rows[0].place if rows else None, self.window.rank)

    @work(thread=True, exclusive=True, group="count", description="count the cases")
    def _count(self, source: CaseSource, first: Place | None, rank: int | None) -> None:
        with suppress(ZvkError):  # locked meanwhile: nobody sees the list any more
            self.post_message(self.Counted(source, *source.size(first, rank)))

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        if event.source is self._source:
            self._total, self._recount = event.total, False
            self.window.rank = event.rank if self.window.rank is None else self.window.rank
            self._say_shown()

    def _say_shown(self) -> None:
        shown, rank, total = len(self.window.rows), self.window.rank, self._total
        if total is not None and rank is not None:
            self.bar.status = shown_of(rank, shown, total, searching=bool(self._wanted.words.strip()))

    def say_narrowed(self) -> None:
        """Say above the list what narrows it, and what its columns are."""
        people = self.vault.register.directory().professionals if self._wanted.director_id else ()
        director = next((person.name for person in people if person.id == self._wanted.director_id), "")
        self.head(filter_words(self._wanted, director), self._columns.head(self.room, self._order))

    def _show_intakes(self) -> None:
        lines = self._unfinished(max(60, self.app.size.width - 6))
        self.intakes.show(lines)
        self.intakes.display = bool(lines)

    def _unfinished(self, room: int) -> list[Line]:
        """Return a line for every registration that is not finished, the newest first."""
        return [Line(intake_row(one, self.name_style, room), str(one.id)) for one in self.vault.intakes.open()]

    def _drawing(self) -> CaseColumns:
        return CaseColumns(self.vault.now().date(), self.name_style)

    def _draw(self, case_file: CaseFile, width: int) -> Content:
        return self._columns.line(case_file, width)

    def _nothing(self) -> str:
        self._hidden = self.vault.dossiers.hidden(self._wanted.words) if self._wanted.words.strip() else None
        if self._hidden is not None:
            return _("This case is shielded and in no list. Enter asks what you open it for.")
        if self._wanted.words.strip():
            return nothing_found(self._wanted, self.vault.case_list.count)
        if self._wanted != CaseFilter():
            return _("No case fits this filter. f changes it.")
        return _("No live cases. n registers one.")


def _said(name: str) -> str:
    """Return what is wrong with the name of a filter."""
    return "" if name.strip() else _("Type a name.")
