"""Export of a list to a spreadsheet that can be imported again."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Static
from textual.worker import Worker, WorkerState

from zvk_tui.domain.columns import ListKind
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label, number
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Confirm
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

_KINDS = ((".xlsx", "Excel"), (".csv", "CSV"))


class ExportList(Dialog[None]):
    """Writes one of the lists to a file, and records that it went out."""

    HELP = N_("Tab goes from field to field, left and right change a choice, enter writes the file.")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "write", N_("Write the file"))]

    said = getters.query_one("#export-said", Static)

    class Written(Message):
        """The file was written, or was not."""

        def __init__(self, path: Path, count: int, error: ZvkError | None = None) -> None:
            super().__init__()
            self.path = path
            self.count = count
            self.error = error

    def compose(self) -> ComposeResult:
        """Lay out the choices and the folder."""
        usual = Path.home() / "Documents"
        folder = self.vault.settings.get().export_folder or str(usual if usual.is_dir() else Path.home())
        with Vertical(classes="dialog wide"):
            yield Label(_("Export a list to a spreadsheet"), classes="dialog-title")
            with Horizontal(classes="form-row"):
                yield Label(_("List"), classes="form-label")
                yield Choice([(kind, label(kind)) for kind in ListKind], ListKind.CASES, id="list")
            with Horizontal(classes="form-row"):
                yield Label(_("Kind"), classes="form-label")
                yield Choice(_KINDS, ".xlsx", id="kind")
            with Horizontal(classes="form-row"):
                yield Label(_("Folder"), classes="form-label")
                yield OneLine(folder, id="folder")
            yield Static(id="export-said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Say what the file will be called."""
        self.query_one("#list").focus()
        self._say_name()

    def action_write(self) -> None:
        """Write the file."""
        self._write()

    @on(Choice.Changed)
    @on(Input.Changed)
    def _say_name(self) -> None:
        self._say(self._path().name, "$zvk-muted")

    @on(Choice.Submitted)
    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_write()

    @on(Written)
    def _written(self, event: Written) -> None:
        if event.error is not None:
            self._say(event.error.sentence, "$zvk-late")
            return
        self.vault.keep.remember_folder(str(event.path.parent))
        self._say(_("✓ {count} lines written: {path}").format(count=number(event.count), path=event.path), "$zvk-done")

    @asking
    async def _write(self) -> None:
        kind, path = ListKind(self.query_one("#list", Choice).value), self._path()
        if kind in {ListKind.CASES, ListKind.POLICE}:
            warning = _("The file is not encrypted: who opens it reads what is in it.")
            if not await self.app.push_screen_wait(Confirm(_("Write a file about people?"), warning)):
                return
        replace = path.exists()
        if replace and not await self.app.push_screen_wait(Confirm(_("Replace this file?"), path.name)):
            return
        self._say(_("The file is being written …"), "$zvk-muted")
        self._write_file(self.vault, kind, path, replace)

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """Say that nothing was written when the writing stopped for a reason that nobody foresaw."""
        if event.worker.group == "export" and event.state is WorkerState.ERROR:
            self._say(_("The file could not be written because of a fault. Nothing was written."), "$zvk-late")

    @work(thread=True, group="export", exclusive=True, exit_on_error=False, description="write the list")
    def _write_file(self, vault: "Vault", kind: ListKind, path: Path, replace: bool) -> None:
        from zvk_tui.documents.list_export import write_list

        try:
            headings, rows = vault.exports.headings(kind), list(vault.exports.rows(kind))
            vault.imports.note_export(kind, path.suffix, len(rows))
            write_list(path, headings, rows, label(kind), vault.folder.path, replace_existing=replace)
        except ZvkError as error:
            self.post_message(self.Written(path, 0, error))
        else:
            self.post_message(self.Written(path, len(rows)))

    def _path(self) -> Path:
        name = label(ListKind(self.query_one("#list", Choice).value)).replace(" ", "-")
        suffix = self.query_one("#kind", Choice).value
        day = self.vault.now().date().isoformat()
        return Path(self.query_one("#folder", Input).value).expanduser() / f"{name}-{day}{suffix}"

    def _say(self, sentence: str, style: str) -> None:
        self.said.update(plain(sentence, style))
