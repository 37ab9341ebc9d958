"""Afsluiting: every live case with what the closure check says of it, the nearest to closing first."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.closure import Verdict
from zvk_tui.domain.closure_case import CheckedCase
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, label, number
from zvk_tui.screens.base import asking
from zvk_tui.screens.case_source import shown_of
from zvk_tui.screens.closure_case import ClosureCaseScreen, agenda, propose
from zvk_tui.screens.closure_columns import ClosureColumns, ClosureFilter, ClosureLine, closure_lines
from zvk_tui.screens.closure_rules import ClosureRulesScreen
from zvk_tui.screens.record_form import Answers, Field, RecordForm
from zvk_tui.screens.searched_list import SearchedList
from zvk_tui.widgets.pointed import Numbered
from zvk_tui.widgets.text import plain
from zvk_tui.widgets.window import Window


class ClosureScreen(SearchedList):
    """The list of closure checks."""

    class Checked(Message):
        """All cases were checked, and those that are asked for were found."""

        def __init__(self, everything: tuple[CheckedCase, ...], found: dict[int, CheckedCase]) -> None:
            super().__init__()
            self.everything, self.found = everything, found

    class Progress(Message):
        """So many cases of so many are checked."""

        def __init__(self, done: int, of: int) -> None:
            super().__init__()
            self.done, self.of = done, of

    HEADING = N_("Closing")
    HELP = N_("The check decides nothing: it says what holds, what does not and what nobody knows. The table decides.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "filter", N_("Narrow")),
        Binding("a", "agenda", N_("To agenda")),
        Binding("p", "propose", N_("Propose")),
        Binding("r", "rules", N_("Rules")),
    ]

    def __init__(self, *, police: bool = False) -> None:
        super().__init__()
        self._wanted = ClosureFilter(police=police)
        self._everything: tuple[CheckedCase, ...] | None = None
        self._found: dict[int, CheckedCase] = {}

    def compose_body(self) -> ComposeResult:
        """Lay out the field to search in, what narrows the list, and the list."""
        with Vertical(id="cases-body"):
            yield from self.compose_search()
            yield Static(id="empty")
            yield Window(self._draw, id="checks")

    def refresh_view(self) -> None:
        """Check all cases again, beside the screen."""
        self._columns = ClosureColumns(self.vault.now().date(), self.name_style)
        self._everything = None
        self.say_narrowed()
        self.window.reload()
        self._check()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action in {"agenda", "propose"} and not self.window.chosen:
            return _("Put the cursor on a case first.")
        return ""

    @asking
    async def action_filter(self) -> None:
        """Choose what narrows the list."""
        await self.app.push_screen_wait(self._filter_form())
        self.say_narrowed()
        self._check()

    @asking
    async def action_agenda(self) -> None:
        """Put the case under the cursor on the agenda, its check attached."""
        if self.allowed("agenda"):
            await agenda(self, int(self.window.chosen))

    @asking
    async def action_propose(self) -> None:
        """Propose to close the case under the cursor."""
        if self.allowed("propose"):
            await propose(self, int(self.window.chosen))

    def action_rules(self) -> None:
        """Show the rules of the approach of the case under the cursor."""
        rows = {row.key: row.value for row in self.window.rows}
        line: ClosureLine | None = rows.get(self.window.chosen)
        self.app.push_screen(ClosureRulesScreen(line.checked.approach if line else Approach.PAD))

    @property
    def words(self) -> str:
        """The words that are searched for now."""
        return self._wanted.words

    @property
    def hits(self) -> int:
        """How many checks were found."""
        return len(self._found)

    def search_for(self, words: str) -> None:
        """Show the checks of the cases with these words."""
        self._wanted = replace(self._wanted, words=words)
        self._check()

    @on(Window.Opened)
    def _opened(self, event: Window.Opened) -> None:
        self.log_search()
        self.app.push_screen(ClosureCaseScreen(int(event.key)))

    @on(Window.Moved)
    def _moved(self) -> None:
        self._say_shown()

    @work(thread=True, exclusive=True, group="check", description="check which cases may be closed")
    def _check(self) -> None:
        wanted, everything = self._wanted, self._everything
        with suppress(ZvkError):  # locked meanwhile: nobody sees the list any more
            if everything is None:
                everything = self.vault.closures.checks(progress=self._tell)
            hits = self.vault.closures.found(wanted.words)
            found = (one for one in everything if wanted.fits(one) and (hits is None or one.case_id in hits))
            self.post_message(self.Checked(everything, {one.case_id: one for one in found}))

    def _tell(self, done: int, of: int) -> None:
        self.post_message(self.Progress(done, of))

    @on(Progress)
    def _go_on(self, event: Progress) -> None:
        if self._everything is None:
            checked = _("{done} of {count} checked")
            self.bar.status = checked.format(done=number(event.done), count=number(event.of))

    @on(Checked)
    def _show(self, event: Checked) -> None:
        self._everything, self._found = event.everything, event.found
        source = Numbered(tuple(event.found), partial(closure_lines, self.vault, event.found))
        self.window.show(source, self.window.chosen)
        self._say_shown()

    def _say_shown(self) -> None:
        total, shown = len(self._found), len(self.window.rows)
        self.bar.status = shown_of(self.window.rows[0].place, shown, total, searching=False) if shown else ""
        empty = self.query_one("#empty", Static)
        empty.display = not total
        empty.update(plain(self._nothing(), "$zvk-muted"))

    def _nothing(self) -> str:
        if self._everything is None:
            return _("The cases are being checked …")
        if self._everything:
            return _("No case has these words or fits this filter. Escape takes the words away, f changes the filter.")
        return _("No live cases: there is nothing to close.")

    def say_narrowed(self) -> None:
        """Say above the list what narrows it, and what its columns are."""
        chosen = [label(value) for value in (self._wanted.verdict, self._wanted.approach) if value is not None]
        if self._wanted.police:
            chosen.append(_("only recent police information is missing"))
        self.head(" · ".join(chosen) or _("all live cases"), self._columns.head(self.room))

    def _draw(self, line: ClosureLine, width: int) -> Content:
        return self._columns.line(line, width)

    def _filter_form(self) -> RecordForm:
        wanted, approaches = self._wanted, self.vault.approaches.open_approaches()

        def save(said: Answers) -> None:
            verdict = Verdict(said["verdict"]) if said["verdict"] else None
            approach = Approach(said["approach"]) if said["approach"] else None
            self._wanted = ClosureFilter(self._wanted.words, verdict, approach)

        anything = ("", _("all"))
        fields = (
            Field("verdict", _("Verdict"), wanted.verdict or "", (anything, *choices(Verdict))),
            Field("approach", _("Approach"), wanted.approach or "", (anything, *choices(approaches))),
        )
        return RecordForm(_("Which cases?"), "closure-filter", fields, save)
