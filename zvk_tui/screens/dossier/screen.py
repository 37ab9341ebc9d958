"""The dossier of a case: one line of tabs, and the tab that is shown; a tab is read only when somebody goes there."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.base import ZvkScreen
from zvk_tui.screens.dossier.contributions import ContributionsTab
from zvk_tui.screens.dossier.documents import DocumentsTab
from zvk_tui.screens.dossier.meetings import MeetingsTab
from zvk_tui.screens.dossier.overview import OverviewTab
from zvk_tui.screens.dossier.persons import PersonsTab
from zvk_tui.screens.dossier.plan import PlanTab
from zvk_tui.screens.dossier.police import PoliceTab
from zvk_tui.screens.dossier.retention import RetentionTab
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.text import joined

TABS: dict[str, tuple[str, type[DossierTab]]] = {
    "overview": (N_("Overview"), OverviewTab),
    "persons": (N_("Persons"), PersonsTab),
    "plan": (N_("Plan"), PlanTab),
    "contributions": (N_("Statements"), ContributionsTab),
    "police": (N_("Police"), PoliceTab),
    "meetings": (N_("Talks"), MeetingsTab),
    "documents": (N_("Papers"), DocumentsTab),
    "retention": (N_("Keeping"), RetentionTab),
}
"""The tabs in their order: what they are called, and what they are."""


class DossierScreen(ZvkScreen):
    """The file of one case."""

    HEADING = N_("Case")
    HELP = N_("Left and right go through the tabs. On the overview one letter opens the form of anything in the file.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", N_("Next tab"), show=True, key_display="←→"),
        Binding("left", "turn(-1)", N_("Previous tab"), show=False),
        Binding("escape", "leave", N_("Back"), show=True),
    ]

    body = getters.query_one("#dossier", Vertical)

    def __init__(self, case_id: int, tab: str = "overview") -> None:
        super().__init__()
        self._case_id = case_id
        self._shown = tab

    def compose_body(self) -> ComposeResult:
        """Lay out the line of tabs, and room for one."""
        yield Static(id="tabs")
        with Vertical(id="dossier"):
            yield TABS[self._shown][1](self._case_id, id=self._shown)

    def begin(self) -> None:
        """Say which tab is shown."""
        self._say_where()

    @property
    def tab(self) -> DossierTab | None:
        """The tab that is shown; None before there is any."""
        return next((tab for tab in self.query(DossierTab) if tab.display), None)

    def refresh_view(self) -> None:
        """Read the tab that is shown again; the others are read when somebody goes there."""
        head = self.vault.dossiers.head(self._case_id)
        self.bar.title = self.case_title(head.case_file)
        state = _("shielded") if head.shielded else _("erased") if head.erased else label(head.case_file.phase)
        self.bar.status = f"{label(head.case_file.approach)} · {state}"
        for tab in self.query(DossierTab):
            tab.stale = True
            if tab.display:
                tab.read()

    def why_not(self, action: str) -> str:
        """Return why an action of the tab does not apply now."""
        return self.tab.why_not(action) if self.tab is not None else ""

    async def go_to(self, name: str) -> DossierTab:
        """Show a tab, and return it."""
        self._shown = name
        tabs = self.query(f"#{name}")
        tab = tabs.first(DossierTab) if tabs else TABS[name][1](self._case_id, id=name)
        if not tabs:
            await self.body.mount(tab)
        for other in self.query(DossierTab):
            other.display = other is tab
        if tab.stale:
            tab.read()
        self._say_where()
        return tab

    async def action_turn(self, by: int) -> None:
        """Go to the next or the previous tab, round and round."""
        names = list(TABS)
        await self.go_to(names[(names.index(self._shown) + by) % len(names)])

    def action_leave(self) -> None:
        """Go back to where the dossier was opened."""
        self.app.pop_screen()

    def _say_where(self) -> None:
        """Say which tab is shown, and put the keys on it."""
        self.query_one("#tabs", Static).update(self._line())
        shown = self.tab
        focusable = (widget for widget in shown.query("*") if widget.focusable) if shown else iter(())
        self.set_focus(next(focusable, None))

    def _line(self) -> Content:
        """Return the tabs, the one that is shown in brackets."""
        return joined(
            *(
                (f"[{_(title)}]", "bold $primary") if name == self._shown else (f" {_(title)} ", "$zvk-muted")
                for name, (title, _kind) in TABS.items()
            )
        )
