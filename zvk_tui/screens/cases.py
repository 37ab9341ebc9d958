"""Casussen: find a case as you type, look at it, mend it, add one."""

from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from zvk_tui.domain.case_file import CaseFile
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.case_card import CaseCard
from zvk_tui.screens.records import case_form
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import fitted, joined, plain

MOST = 200
"""Lines that are shown at once; more words find what is further down."""


class CasesScreen(ZvkScreen):
    """The live cases of the chamber."""

    HEADING = N_("Cases")
    HELP = N_("Type / and a number or a name. Enter shows the case, e changes it, n adds one.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", N_("Search"), show=True),
        Binding("n", "new", N_("New case")),
        Binding("e", "edit", N_("Change")),
        Binding("escape", "back", N_("Back"), show=False),
    ]

    lines = getters.query_one(Lines)
    field = getters.query_one(Input)

    def compose_body(self) -> ComposeResult:
        """Lay out the field to search in and the list."""
        with Vertical(id="cases-body"):
            with Horizontal(id="search-row"):
                yield OneLine(id="search", placeholder=_("number or name"))
            yield OpenLines(id="cases")
            yield Static(id="empty")

    def on_mount(self) -> None:
        """Start in the list, not in the field."""
        super().on_mount()
        self.lines.focus()

    def refresh_view(self) -> None:
        """Read the cases again."""
        found = self.vault.register.find_cases(self.field.value, MOST + 1)
        self._found = {str(case_file.id): case_file for case_file in found[:MOST]}
        more = len(found) > MOST
        count = ngettext("{count} case", "{count} cases", len(self._found)).format(count=len(self._found))
        self.bar.status = _("{count} and more").format(count=count) if more else count
        self.lines.show(Line(self._row(case_file), key) for key, case_file in self._found.items())
        self.lines.display = bool(found)
        self.query_one("#empty").display = not found
        nothing = _("No live case has this number or name.") if self.field.value else _("No cases yet. n adds one.")
        self.query_one("#empty", Static).update(plain(nothing, "$zvk-muted"))

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the columns to the new width."""
        if self.is_mounted:
            self.refresh_view()

    def action_search(self) -> None:
        """Go to the field to search in."""
        self.field.focus()

    def action_back(self) -> None:
        """Leave the field; from the list, go to Vandaag."""
        if self.field.has_focus or self.field.value:
            self.field.value = ""
            self.lines.focus()
        else:
            self.zvk.action_go("today")

    def action_new(self) -> None:
        """Add a case."""
        self._form(None)

    def action_edit(self) -> None:
        """Change the case under the cursor."""
        if case_file := self._found.get(self.lines.chosen):
            self._form(case_file)

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self.refresh_view()

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        self.lines.focus()

    @on(Lines.OptionSelected)
    def _selected(self) -> None:
        if case_file := self._found.get(self.lines.chosen):
            self.app.push_screen(CaseCard(case_file.id))

    @asking
    async def _form(self, case_file: CaseFile | None) -> None:
        today = self.vault.now().date()
        if await self.app.push_screen_wait(case_form(self.vault, case_file, today)):
            self.refresh_view()

    def _row(self, case_file: CaseFile) -> Content:
        room = max(60, self.app.size.width - 6)
        discussed = plain_date(case_file.last_discussed) if case_file.last_discussed else "–"
        wide = room > 100
        name = self.case_title(case_file)
        goal = (fitted(case_file.goal, room - 86) + " ", "$zvk-muted") if wide else ""
        return joined(
            fitted(name, 38 if wide else room - 37) + " ",
            fitted(label(case_file.approach), 13) + " ",
            fitted(label(case_file.phase), 12) + " ",
            goal,
            (discussed.rjust(10), "$zvk-muted"),
        )
