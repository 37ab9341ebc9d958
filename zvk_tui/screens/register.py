"""Beheer: the meeting series, the partners and the people who work for them."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from zvk_tui.domain.meeting import Series
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.approaches import ApproachesScreen
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose
from zvk_tui.screens.record_form import RecordForm
from zvk_tui.screens.records import partner_form, professional_form, series_form
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined, plain


class RegisterScreen(ZvkScreen):
    """What meetings are made of; enter changes the line under the cursor."""

    HEADING = N_("Care of the vault")
    HELP = N_("A new vault begins here: first the organisations, then their people, then a meeting series.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("New")),
        Binding("i", "import_list", N_("Import")),
        Binding("x", "export_list", N_("Export")),
        Binding("r", "approaches", N_("Approaches")),
        Binding("l", "log", N_("Log"), tooltip=N_("Who did what when, to which case")),
        Binding("f5", "app.settings", N_("Settings")),
        Binding("f6", "app.keys", N_("Keys")),
        Binding("escape", "app.go('today')", N_("Today"), show=False),
    ]

    lines = getters.query_one(Lines)

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="register")

    def refresh_view(self) -> None:
        """Read the register again."""
        directory = self.vault.register.directory()
        self._records: dict[str, Series | Partner | Professional] = {}
        series = self.vault.meetings.series()
        self._records.update({f"series {one.id}": one for one in series})
        self._records.update({f"partner {one.id}": one for one in directory.partners})
        self._records.update({f"professional {one.id}": one for one in directory.professionals})
        count = len(directory.partners)
        self.bar.status = ngettext("{count} organisation", "{count} organisations", count).format(count=count)
        self.lines.show(self._rows())
        self.lines.focus()

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the columns to the new width."""
        if self.is_mounted:
            self.refresh_view()

    def action_new(self) -> None:
        """Add an organisation, somebody who works there, or a series."""
        self._new()

    def action_approaches(self) -> None:
        """Look at the rules of the approaches."""
        self.app.push_screen(ApproachesScreen())

    def action_log(self) -> None:
        """Read the log."""
        from zvk_tui.screens.log import LogScreen

        self.app.push_screen(LogScreen())

    @asking
    async def action_import_list(self) -> None:
        """Take over a list from a spreadsheet."""
        from zvk_tui.screens.importing import ImportList

        if await self.app.push_screen_wait(ImportList()):
            self.refresh_view()

    def action_export_list(self) -> None:
        """Write a list to a spreadsheet."""
        from zvk_tui.screens.export_list import ExportList

        self.app.push_screen(ExportList())

    @on(Lines.OptionSelected)
    @asking
    async def _change(self) -> None:
        match self._records.get(self.lines.chosen):
            case Series() as series:
                form: RecordForm = series_form(self.vault, series)
            case Partner() as partner:
                form = partner_form(self.vault, partner)
            case Professional() as person:
                form = professional_form(self.vault, person)
            case _:
                return
        if await self.app.push_screen_wait(form):
            self.refresh_view()

    @asking
    async def _new(self) -> None:
        kinds = [
            Line(plain(_("Partner")), "partner"),
            Line(plain(_("Professional")), "professional"),
            Line(plain(_("Meeting series")), "series"),
        ]
        chosen = await self.app.push_screen_wait(Choose(_("What is added?"), kinds))
        match chosen:
            case "partner":
                form = partner_form(self.vault, None)
            case "professional":
                form = professional_form(self.vault, None)
            case "series":
                form = series_form(self.vault, None)
            case _:
                return
        if await self.app.push_screen_wait(form):
            self.refresh_view()

    def _rows(self) -> Iterable[Line]:
        room = max(60, self.app.size.width - 6)
        headings = ((Series, _("Meeting series")), (Partner, _("Partners")), (Professional, _("Professionals")))
        for kind, heading in headings:
            ours = [(key, one) for key, one in self._records.items() if isinstance(one, kind)]
            yield Line(joined((heading, "bold $primary"), (f"  {len(ours)}", "$zvk-muted")))
            if not ours:
                yield Line(joined(("  " + _("none yet; n adds one"), "$zvk-muted")))
            for key, one in ours:
                yield Line(joined("  ", *_columns(one, room - 2)), key)
            yield Line(plain(""))


def _columns(record: Series | Partner | Professional, room: int) -> Iterable[str | tuple[str, str]]:
    match record:
        case Series():
            weeks = ngettext("every week", "every {count} weeks", record.interval_weeks)
            often = weeks.format(count=record.interval_weeks) if record.interval_weeks else _("as needed")
            yield fitted(record.name, 30) + " "
            yield (fitted(f"{label(record.kind)}, {often}", room - 31), "$zvk-muted")
        case Partner():
            style = "" if record.active else "$text-disabled"
            yield (fitted(record.short, 22) + " ", style)
            yield (fitted(label(record.status), 28) + " ", "$zvk-muted")
            yield (fitted(record.name if record.active else _("no longer active"), room - 52), "$zvk-muted")
        case Professional():
            signed = record.secrecy_signed_on
            style = "" if record.active else "$text-disabled"
            yield (fitted(record.name, 26) + " ", style)
            yield fitted(record.partner.short, 20) + " "
            words = f"{record.function}" + (f" · {_('signed')} {plain_date(signed)}" if signed else "")
            yield (fitted(words, room - 48), "$zvk-muted")
