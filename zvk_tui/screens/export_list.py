"""Export of a list to a spreadsheet that can be imported again."""

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Label, Static

from zvk_tui.domain.columns import ListKind
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import choices, label, number
from zvk_tui.screens.file_dialog import FileDialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice

_KINDS = ((".xlsx", "Excel"), (".csv", "CSV"))
_ABOUT_PEOPLE = frozenset({ListKind.CASES, ListKind.POLICE})


class ExportList(FileDialog):
    """Writes one of the lists to a file, and records that it went out."""

    _radicalisation = 0
    """How many cases there are of the approach to radicalisation, which stay out unless that is chosen."""

    def compose(self) -> ComposeResult:
        """Lay out the choices and the folder."""
        with Vertical(classes="dialog wide"):
            yield Label(_("Export a list to a spreadsheet"), classes="dialog-title")
            yield from self.form(
                (_("List"), Choice(choices(ListKind), ListKind.CASES, id="list")),
                (_("Kind"), Choice(_KINDS, ".xlsx", id="kind")),
                (_("Radicalisation"), Choice([("", _("leave out")), ("with", _("take along"))], "", id="apart")),
            )
            yield Static(id="said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Count the cases that stay out."""
        self._radicalisation = self.vault.exports.radicalisation()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Ask about the approach to radicalisation only where the list can hold its cases."""
        row = self.query_one("#apart").parent
        if isinstance(row, Widget):
            row.display = self._list() in _ABOUT_PEOPLE and bool(self._radicalisation)
        super().show_chosen()

    def file_name(self) -> str:
        """Return what the list is called, with its day."""
        name, suffix = label(self._list()).replace(" ", "-"), self.query_one("#kind", Choice).value
        return f"{name}-{self.vault.now().date().isoformat()}{suffix}"

    def which(self) -> str:
        """Return the name of the file, and what is left out of it."""
        return self._with_left_out(self.file_name())

    def warning(self) -> tuple[str, str] | None:
        """Return what is asked before a list of people is written."""
        if self._list() not in _ABOUT_PEOPLE:
            return None
        return _("Write a file about people?"), _("The file is not encrypted: who opens it reads what is in it.")

    def writer(self, path: Path, *, replace: bool) -> Callable[[], str]:
        """Return what records that the list goes out, and writes it."""
        from zvk_tui.documents.list_export import write_list

        vault, kind, apart = self.vault, self._list(), self._apart()
        told = self._with_left_out(_("✓ {count} lines written: {path}"))

        def write() -> str:
            headings, rows = vault.exports.headings(kind), list(vault.exports.rows(kind, radicalisation=apart))
            vault.imports.note_export(kind, path.suffix, len(rows))
            write_list(path, headings, rows, label(kind), vault.folder.path, replace_existing=replace)
            return told.format(count=number(len(rows)), path=path)

        return write

    def _with_left_out(self, said: str) -> str:
        """Return a sentence, and below it how many cases of the approach to radicalisation are left out."""
        count = self._radicalisation if self._list() in _ABOUT_PEOPLE and not self._apart() else 0
        words = ngettext(
            "{count} case of the approach to radicalisation is left out.",
            "{count} cases of the approach to radicalisation are left out.",
            count,
        )
        return f"{said}\n{words.format(count=number(count))}" if count else said

    def _list(self) -> ListKind:
        return ListKind(self.query_one("#list", Choice).value)

    def _apart(self) -> bool:
        """Return whether cases of the approach to radicalisation go along."""
        return bool(self.query_one("#apart", Choice).value)
