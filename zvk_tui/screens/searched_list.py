"""A list that is searched as somebody types: its field, the way in and out of it, and one log line a search."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import ZvkScreen
from zvk_tui.widgets.drafts import KeepsDraft
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain
from zvk_tui.widgets.window import Window


class SearchField(OneLine, KeepsDraft):
    """The field to search in; before it goes away, it is recorded that somebody searched."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.to_list", N_("Next line"), show=False),
    ]

    def __init__(self, log: Callable[[], None], **named: Any) -> None:
        super().__init__(**named)
        self._log = log

    def keep_draft(self) -> None:
        """Record the search, not its words; called when the vault locks as well."""
        self._log()


class SearchedList(ZvkScreen):
    """A main screen with a windowed list; each screen says what it lists and how it is narrowed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", N_("Search"), show=True),
        Binding("escape", "back", N_("Back"), show=False),
    ]

    window = getters.query_one(Window)
    field = getters.query_one("#search", Input)

    def __init__(self) -> None:
        super().__init__()
        self._unlogged = False
        """Whether somebody searched and that is not in the log yet."""
        self._away = False
        """Whether another screen is in front."""

    @property
    def words(self) -> str:
        """The words that are searched for now."""
        raise NotImplementedError

    @property
    def hits(self) -> int:
        """How much was found."""
        raise NotImplementedError

    def search_for(self, words: str) -> None:
        """Show what has these words."""
        raise NotImplementedError

    def say_narrowed(self) -> None:
        """Say above the list what narrows it, and what its columns are."""
        raise NotImplementedError

    def compose_search(self, *between: Widget) -> ComposeResult:
        """Lay out the field to search in, what narrows the list, what comes between, and the names of the columns."""
        with Horizontal(id="search-row"):
            yield SearchField(self.log_search, id="search", placeholder=_("number, name or words"))
            yield Static(id="narrowed")
        yield from between
        yield Static(id="case-head")

    def begin(self) -> None:
        """Start in the list."""
        self.window.focus()

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the columns to the new width."""
        if self.is_mounted:
            self.say_narrowed()

    def action_search(self) -> None:
        """Go to the field to search in."""
        self.field.focus()

    def action_to_list(self) -> None:
        """Go from the field to what was found."""
        self.window.focus()

    def action_back(self) -> None:
        """Leave the field; from the list, take away the words; else leave."""
        if self.field.value:
            self.log_search()
            self.field.value = ""
            self.window.focus()
        elif self.field.has_focus:
            self.window.focus()
        else:
            self.leave()

    def leave(self) -> None:
        """Go to Vandaag, unless a screen says where else."""
        self.zvk.action_go("today")

    def log_search(self) -> None:
        """Record that somebody searched and how much was found, once for each search; never its words."""
        if self._unlogged:
            self._unlogged = False
            self.vault.looking.searched(self.hits)

    def entered(self) -> None:
        """Go from the field to what was found."""
        self.window.focus()

    @property
    def room(self) -> int:
        """The columns that a line of the list has."""
        return max(60, self.app.size.width - 2)

    def head(self, narrowed: str, columns: Content) -> None:
        """Show what narrows the list, and the names of its columns."""
        self.query_one("#narrowed", Static).update(plain(narrowed, "$zvk-muted"))
        self.query_one("#case-head", Static).update(columns)

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        if event.value != self.words:
            self._unlogged = bool(event.value.strip())
            self.search_for(event.value)

    @on(Input.Submitted, "#search")
    def _submitted(self) -> None:
        self.entered()

    @on(events.ScreenSuspend)
    def _left(self) -> None:
        self._away = True

    @on(events.ScreenResume)
    def _returned(self) -> None:
        """Read again after another screen: something may have changed there."""
        if self._away and self.zvk.is_open:
            self._away = False
            self.refresh_view()
