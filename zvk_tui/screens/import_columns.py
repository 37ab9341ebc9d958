"""What the headings of a file mean: proposed, and changed by who knows better."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, Static

from zvk_tui.domain.columns import Column, columns
from zvk_tui.domain.owners import folded
from zvk_tui.domain.sheets import ColumnMap
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, label
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Find
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined, plain
from zvk_tui.words.transfer import map_sentence

if TYPE_CHECKING:
    from zvk_tui.documents.list_file import ListFile

_NOT = "-"
"""The answer that a heading is not imported."""


class ImportColumns(Dialog[ColumnMap]):
    """Shows each heading with its column; enter chooses another one."""

    HELP = N_("Enter says what a heading means. What is not imported stays in the file only.")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "go_on", N_("Look at the lines"))]

    lines = getters.query_one(Lines)
    said = getters.query_one("#columns-said", Static)

    def __init__(self, found: "ListFile") -> None:
        super().__init__()
        self._list = found
        self._columns = found.columns

    def compose(self) -> ComposeResult:
        """Lay out the headings and what is not clear yet."""
        with Vertical(classes="dialog wide"):
            yield Label(plain(self._where()), classes="dialog-title")
            yield OpenLines(classes="answers")
            yield Static(id="columns-said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show what is proposed."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Show the headings with their columns, and what is not clear yet."""
        self.lines.show(self._rows())
        problems = self._columns.problems()
        good = _("Every heading is clear. ctrl+s shows the lines.")
        sentences = [map_sentence(problem) for problem in problems[:3]]
        self.said.update(plain(" ".join(sentences), "$zvk-late") if problems else plain(good, "$zvk-done"))

    def why_not(self, action: str) -> str:
        """Return why the lines cannot be shown yet."""
        problems = self._columns.problems() if action == "go_on" else ()
        return map_sentence(problems[0]) if problems else ""

    def action_go_on(self) -> None:
        """Go on to the lines."""
        if self.allowed("go_on"):
            self.dismiss(self._columns)

    @on(Lines.OptionSelected)
    @asking
    async def _aim(self) -> None:
        place = int(self.lines.chosen)

        def find(words: str) -> list[Line]:
            named = [(_NOT, _("not imported")), *choices(columns(self._columns.kind))]
            return [Line(plain(word), key) for key, word in named if folded(words) in folded(word)]

        question = _("What does “{heading}” mean?").format(heading=self._columns.headings[place])
        chosen = await self.app.push_screen_wait(Find(question, find, _("No column is called so.")))
        if chosen:
            self._columns = self._columns.aimed(place, None if chosen == _NOT else Column(chosen))
            self.refresh_view()

    def _where(self) -> str:
        first, last = self._list.heading.first_line, self._list.heading.last_line
        lines = _("headings on line {line}") if first == last else _("headings on lines {first} and {line}")
        sheet = f"{self._list.sheet}, " if self._list.sheet else ""
        return f"{self._list.path.name}: {sheet}{lines.format(first=first, line=last)}"

    def _rows(self) -> Iterable[Line]:
        for place, (heading, column) in enumerate(zip(self._columns.headings, self._columns.targets, strict=True)):
            told = (label(column), "bold") if column else (_("not imported"), "$zvk-muted")
            yield Line(joined(f"{fitted(heading or '…', 36)} → ", told), str(place))
