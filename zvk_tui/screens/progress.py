"""Voortgang: every plan in one list, with what is reached, done and late; enter opens one plan."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.progress import ListedPlan, ProgressFilter, ProgressOrder, ProgressSort
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import number
from zvk_tui.screens.base import asking
from zvk_tui.screens.dialogs import Choose
from zvk_tui.screens.list_columns import sort_lines
from zvk_tui.screens.partner_actions import PartnerActionsScreen, ask_partner
from zvk_tui.screens.progress_columns import ProgressColumns
from zvk_tui.screens.progress_filters import arrow, filter_form, filter_text, next_order
from zvk_tui.screens.searched_list import SearchedList
from zvk_tui.widgets.pointed import Numbered, PointedWindow
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ProgressScreen(SearchedList):
    """The overview of all plans."""

    HEADING = N_("Progress")
    HELP = N_(
        "Goals reached, actions done of those due, what is late, and what moved last. "
        "Levels read as start, now and target: 2→3/4."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", N_("Narrow")),
        Binding("s", "sort", N_("Sort")),
        Binding("o", "partner", N_("Organisation"), tooltip=N_("What one organisation owes over all cases")),
    ]

    window = getters.query_one(PointedWindow)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ProgressFilter()
        self._order = ProgressOrder()
        self._source = Numbered((), self._read)

    def compose_body(self) -> ComposeResult:
        """Lay out the field to search in, the list, and the plan under the cursor in words."""
        with Vertical(id="progress-body"):
            yield from self.compose_search()
            yield Static(id="empty")
            yield PointedWindow(self._draw, id="plans")
            yield Static(id="in-full")

    def refresh_view(self) -> None:
        """Read the order again, and what is visible."""
        self._columns = ProgressColumns(self.vault.now().date(), self.name_style)
        self._list(self.window.chosen)

    @asking
    async def action_filter(self) -> None:
        """Choose what narrows the list."""
        if await self.app.push_screen_wait(filter_form(self.vault, self._wanted, self._narrow)):
            self._list()

    @asking
    async def action_sort(self) -> None:
        """Choose what the list is sorted by."""
        lines = list(sort_lines(ProgressSort, self._order.sort, arrow(self._order)))
        if chosen := await self.app.push_screen_wait(Choose(_("Sort by"), lines, self._order.sort)):
            self._order = next_order(self._order, chosen)
            self._list()

    @asking
    async def action_partner(self) -> None:
        """Choose an organisation, and see what it owes over all cases."""
        if (partner := await ask_partner(self)) is not None:
            self.app.push_screen(PartnerActionsScreen(partner))

    @property
    def words(self) -> str:
        """The words that are searched for now."""
        return self._wanted.words

    @property
    def hits(self) -> int:
        """How many plans were found."""
        return len(self._source)

    def search_for(self, words: str) -> None:
        """Show the plans of the cases with these words."""
        self._wanted = replace(self._wanted, words=words)
        self._list()

    @on(PointedWindow.Opened)
    def _opened(self, event: PointedWindow.Opened) -> None:
        from zvk_tui.screens.progress_plan import ProgressPlanScreen

        self.log_search()
        self.vault.looking.opened(int(event.key))
        self.app.push_screen(ProgressPlanScreen(int(event.key)))

    @on(PointedWindow.Pointed)
    def _pointed(self) -> None:
        """Say which part of the list is shown, and tell the plan under the cursor in words."""
        listed: ListedPlan | None = self.window.value
        empty = self.query_one("#empty", Static)
        empty.display = listed is None
        if listed is None:
            empty.update(plain(self._nothing(), "$zvk-muted"))
        full = self._columns.in_full(listed, self.room) if listed else Content("")
        self.query_one("#in-full", Static).update(full)
        self._say_shown()

    def _narrow(self, wanted: ProgressFilter) -> None:
        self._wanted = wanted

    def _list(self, at: str = "") -> None:
        """Show the list anew: from its first plan, or around the one with the cursor."""
        self._source = Numbered(self.vault.progress.order(self._wanted, self._order), self._read)
        self.say_narrowed()
        self.window.show(self._source, at)

    def _read(self, case_ids: "Sequence[int]") -> "Iterable[tuple[int, Any]]":
        return ((listed.case_file.id, listed) for listed in self.vault.progress.page(case_ids))

    def _draw(self, listed: ListedPlan, width: int) -> Content:
        return self._columns.line(listed, width)

    def say_narrowed(self) -> None:
        """Say above the list what narrows it, and what its columns are."""
        self.head(filter_text(self.vault, self._wanted), self._columns.head(self.room, self._order))

    def _say_shown(self) -> None:
        rows, total = self.window.rows, len(self._source)
        if not rows or len(rows) == total:
            self.bar.status = ngettext("{count} plan", "{count} plans", total).format(count=number(total))
            return
        first = rows[0].place + 1
        self.bar.status = _("{first}–{last} of {count}").format(
            first=number(first), last=number(first + len(rows) - 1), count=number(total)
        )

    def _nothing(self) -> str:
        if self._wanted.words.strip():
            return _("No plan has these words. Escape takes them away, f changes the filter.")
        if self._wanted != ProgressFilter():
            return _("No plan fits this filter. f changes it.")
        return _("No live case has a plan yet. Set one in its dossier: 3, enter, and p on the tab Plan.")
