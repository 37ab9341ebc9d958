"""What an import will do, line by line; nothing has been written yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from zvk_tui.domain.import_plan import ImportPlan, PlannedLine, Verdict
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, number
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Confirm, Reading
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.text import fitted, joined, plain
from zvk_tui.widgets.window import Window, WindowRow
from zvk_tui.words.transfer import change_words, problem_sentence

_SIGNS = {Verdict.NEW: "+", Verdict.CHANGED: "~", Verdict.SAME: "=", Verdict.REFUSED: "!"}
_STYLES = {
    Verdict.NEW: "$zvk-done",
    Verdict.CHANGED: "bold",
    Verdict.SAME: "$zvk-muted",
    Verdict.REFUSED: "$zvk-late",
}
_FILTERS: tuple[Verdict | None, ...] = (None, Verdict.REFUSED, Verdict.CHANGED, Verdict.NEW, Verdict.SAME)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Gives the lines of a plan to a window; they are in memory already."""

    lines: Sequence[PlannedLine]

    def after(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return lines from a place on, that one included."""
        return self._rows(place or 0, (place or 0) + limit)

    def before(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return the last lines before a place, or of all."""
        end = len(self.lines) if place is None else place
        return self._rows(max(0, end - limit), end)

    def find(self, key: str) -> int | None:
        """Return the place of a line."""
        return next((place for place, line in enumerate(self.lines) if str(line.line) == key), None)

    def _rows(self, start: int, end: int) -> list[WindowRow]:
        some = enumerate(self.lines[start:end], start)
        return [WindowRow(str(line.line), place, line) for place, line in some]


class ImportPreview(Dialog[bool]):
    """Shows every line with what happens to it; ctrl+s imports all that is not refused."""

    HELP = N_("f shows only what is refused, changed or new; enter tells all of one line; ctrl+s imports.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take_over", N_("Import")),
        Binding("f", "filter", N_("Filter")),
    ]

    window = getters.query_one(Window)

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__()
        self._plan = plan
        self._title_width = min(22, max((len(line.title) for line in plan.lines), default=8))
        self._filter: Verdict | None = None

    def compose(self) -> ComposeResult:
        """Lay out the counts and the lines."""
        with Vertical(classes="dialog full"):
            yield Label(_("What this import does"), classes="dialog-title")
            yield Static(id="preview-counts", classes="hint")
            yield Window(self._drawn, id="preview-lines")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show all lines."""
        self.window.focus()
        self.refresh_view()

    def refresh_view(self) -> None:
        """Show the lines that were asked for, and how many there are of each."""
        counts = ", ".join(f"{number(self._plan.count(verdict))} {label(verdict)}" for verdict in Verdict)
        shown = _("shown: {which}").format(which=label(self._filter) if self._filter else _("all"))
        self.query_one("#preview-counts", Static).update(joined(counts, (f"   {shown}", "$zvk-muted")))
        wanted = self._filter
        self.window.show(_Lines([line for line in self._plan.lines if wanted is None or line.verdict is wanted]))

    def why_not(self, action: str) -> str:
        """Return why there is nothing to import."""
        if action == "take_over" and not self._plan.does_something:
            return _("There is nothing to import: nothing in the vault becomes other than it is.")
        return ""

    def action_filter(self) -> None:
        """Show the next kind of lines of which there are any."""
        there = [one for one in _FILTERS if one is None or self._plan.count(one)]
        self._filter = there[(there.index(self._filter) + 1) % len(there)]
        self.refresh_view()

    def action_take_over(self) -> None:
        """Import what is not refused."""
        if self.allowed("take_over"):
            self._agree()

    @asking
    async def _agree(self) -> None:
        new, changed, refused = (
            self._plan.count(verdict) for verdict in (Verdict.NEW, Verdict.CHANGED, Verdict.REFUSED)
        )
        question = _("Import this list ({new} new, {changed} changed)?").format(new=new, changed=changed)
        out = ngettext("{count} refused line stays out.", "{count} refused lines stay out.", refused)
        if await self.app.push_screen_wait(Confirm(question, out.format(count=number(refused)) if refused else "")):
            self.dismiss(True)

    @on(Window.Opened)
    @asking
    async def _read(self, event: Window.Opened) -> None:
        line = next(line for line in self._plan.lines if str(line.line) == event.key)
        head = _("line {line}").format(line=line.line)
        changes = [label(column) for column in line.changed] if self.zvk.projector else change_words(line)
        text = "\n".join((f"{label(line.verdict)}  {line.title}", "", *self._problems(line), *changes))
        await self.app.push_screen_wait(Reading(head, plain(text)))

    def _drawn(self, line: PlannedLine, width: int) -> Content:
        told = " ".join(self._reasons(line))
        verdict = f"{_SIGNS[line.verdict]} {label(line.verdict)}"
        return joined(
            (fitted(str(line.line), 6, right=True), "$zvk-muted"),
            f" {fitted(line.title, self._title_width)} ",
            (fitted(verdict, 12) + " ", _STYLES[line.verdict]),
            fitted(told, max(10, width - self._title_width - 21)),
        )

    def _reasons(self, line: PlannedLine) -> list[str]:
        """Return why a line is refused, or what it changes; on a projector nothing that stands in its cells."""
        changed = ", ".join(label(column) for column in line.changed)
        return self._problems(line) + ([changed] if changed else [])

    def _problems(self, line: PlannedLine) -> list[str]:
        hidden = self.zvk.projector
        return [problem_sentence(replace(one, text="") if hidden else one) for one in line.problems]
