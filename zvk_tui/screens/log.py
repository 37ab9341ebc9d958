"""The log: who did what when, to which case; for who must be able to look, and never any content (Wgs art. 1.8(4))."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_list import ShieldedPurpose
from zvk_tui.domain.log import Act, LogLine
from zvk_tui.i18n import N_, _
from zvk_tui.labels import clock, label, plain_date
from zvk_tui.screens.searched_list import SearchedList
from zvk_tui.widgets.text import fitted, joined, plain
from zvk_tui.widgets.window import Window, WindowRow

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

WIDE: Final = 108
"""From so many columns on there is room for what else is known."""

_RULES: Final = frozenset({Act.APPROACH_CHANGED, Act.ADMISSION_CHANGED, Act.CLOSURE_RULES_CHANGED})
"""Acts of which the detail is an approach."""


@dataclass(frozen=True, slots=True)
class LogSource:
    """Gives the lines of the log, the newest first."""

    vault: "Vault"
    words: str = ""

    def after(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return lines from a place on, that one included."""
        return _rows(self.vault.log.page(self.words, limit, place))

    def before(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return the last lines before a place, or of the whole log."""
        return _rows(self.vault.log.page_before(self.words, limit, place))

    def find(self, key: str) -> int | None:
        """Return the place of a line."""
        return int(key) if key else None


class LogScreen(SearchedList):
    """The log, to read and to search by case number or by person."""

    HEADING = N_("Log")
    HELP = N_("Nothing here can be changed. Search by the number of a case or by the name of who did it.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", N_("Back"), show=True),
    ]

    empty = getters.query_one("#empty", Static)

    def __init__(self) -> None:
        super().__init__()
        self._source: LogSource | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the field to search in, and the log."""
        with Vertical(id="cases-body"):
            yield from self.compose_search()
            yield Static(id="empty")
            yield Window(self._draw, id="log")

    @property
    def words(self) -> str:
        """The number or name that is searched for."""
        return self._source.words if self._source else ""

    @property
    def hits(self) -> int:
        """How many of the lines on the screen were found; nobody counts them all."""
        return len(self.window.rows)

    def search_for(self, words: str) -> None:
        """Show the lines of a case or of a person."""
        self._source = LogSource(self.vault, words)
        self.window.show(self._source)

    def refresh_view(self) -> None:
        """Read again what is visible."""
        if self._source is None:
            self.search_for("")
        self.say_narrowed()
        self.window.reload()

    def say_narrowed(self) -> None:
        """Say what can be searched for, and what the columns are."""
        columns = joined(*((fitted(title, room) + " ", "$zvk-muted") for title, room, _said in self._cells(None)))
        self.head(_("the number of a case, or a name"), columns)

    def leave(self) -> None:
        """Go back to where the log was opened."""
        self.app.pop_screen()

    @on(Window.Moved)
    def _moved(self) -> None:
        self.empty.display = not self.window.rows
        self.empty.update(plain(_("No line has this number or name. Escape takes it away."), "$zvk-muted"))

    def _draw(self, line: LogLine, width: int) -> Content:
        cells = [f"{fitted(said, room)} " for _title, room, said in self._cells(line)]
        return joined((cells[0], "$zvk-muted"), *cells[1:]).truncate(width)

    def _cells(self, line: LogLine | None) -> Iterator[tuple[str, int, str]]:
        """Return the title, width and text of every column; the act has what is left."""
        wide = self.room >= WIDE
        when, who, case, more = 16, 24 if wide else 16, 10, 28 if wide else 0
        act = self.room - when - who - case - more - (4 if wide else 3)
        yield _("When"), when, f"{plain_date(line.at.date())} {clock(line.at)}" if line else ""
        yield _("Who"), who, line.who if line else ""
        yield _("Case"), case, line.case_ref if line else ""
        said = "" if line is None else label(line.act)
        detail = detail_text(line) if line else ""
        yield _("What"), act, said if wide or not detail else f"{said}: {detail}"
        if wide:
            yield _("Particulars"), more, detail


def _rows(lines: Sequence[LogLine]) -> list[WindowRow]:
    return [WindowRow(str(line.number), line.number, line) for line in lines]


def detail_text(line: LogLine) -> str:
    """Return the detail of a line in words; a number or a kind of file stands as it is."""
    if not line.detail:
        return ""
    if line.act is Act.CASE_OPENED:
        return label(ShieldedPurpose(line.detail))
    if line.act in _RULES:
        return label(Approach(line.detail))
    if line.act is Act.SEARCHED:
        return _("{count} found").format(count=line.detail)
    return line.detail
