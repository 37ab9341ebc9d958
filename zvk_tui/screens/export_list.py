"""Export of a list to a spreadsheet that can be imported again."""

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Static

from zvk_tui.domain.columns import ListKind
from zvk_tui.i18n import _
from zvk_tui.labels import choices, label
from zvk_tui.screens.file_dialog import FileDialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice

_KINDS = ((".xlsx", "Excel"), (".csv", "CSV"))


class ExportList(FileDialog):
    """Writes one of the lists to a file, and records that it went out."""

    def compose(self) -> ComposeResult:
        """Lay out the choices and the folder."""
        lists = choices(ListKind)
        with Vertical(classes="dialog wide"):
            yield Label(_("Export a list to a spreadsheet"), classes="dialog-title")
            yield from self.form(
                (_("List"), Choice(lists, ListKind.CASES, id="list")),
                (_("Kind"), Choice(_KINDS, ".xlsx", id="kind")),
            )
            yield Static(id="said", classes="hint")
            yield KeyBar()

    def file_name(self) -> str:
        """Return what the list is called, with its day."""
        name, suffix = label(self._list()).replace(" ", "-"), self.query_one("#kind", Choice).value
        return f"{name}-{self.vault.now().date().isoformat()}{suffix}"

    def warning(self) -> tuple[str, str] | None:
        """Return what is asked before a list of people is written."""
        if self._list() not in {ListKind.CASES, ListKind.POLICE}:
            return None
        return _("Write a file about people?"), _("The file is not encrypted: who opens it reads what is in it.")

    def writer(self, path: Path, *, replace: bool) -> Callable[[], str]:
        """Return what records that the list goes out, and writes it."""
        from zvk_tui.documents.list_export import write_list

        vault, kind = self.vault, self._list()

        def write() -> str:
            headings, rows = vault.exports.headings(kind), list(vault.exports.rows(kind))
            vault.imports.note_export(kind, path.suffix, len(rows))
            write_list(path, headings, rows, label(kind), vault.folder.path, replace_existing=replace)
            return _("✓ {count} lines written: {path}").format(count=len(rows), path=path)

        return write

    def _list(self) -> ListKind:
        return ListKind(self.query_one("#list", Choice).value)
