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
from zvk_tui.i18n import N_, _, ngettext
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
    _radicalisation = 0

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
            with Horizontal(classes="form-row", id="apart-row"):
                yield Label(_("Radicalisation"), classes="form-label")
                yield Choice([("", _("leave out")), ("with", _("take along"))], "", id="apart")
            with Horizontal(classes="form-row"):
                yield Label(_("Folder"), classes="form-label")
                yield OneLine(folder, id="folder")
            yield Static(id="export-said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Say what the file will be called."""
        self._radicalisation = self.vault.exports.radicalisation()
        self.query_one("#list").focus()
        self._say_name()

    def action_write(self) -> None:
        """Write the file."""
        self._write()

    @on(Choice.Changed)
    @on(Input.Changed)
    def _say_name(self) -> None:
        left_out = self._left_out()
        self.query_one("#apart-row").display = self._about_people() and bool(self._radicalisation)
        self._say(f"{self._path().name}\n{left_out}" if left_out else self._path().name, "$zvk-muted")

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
        said = _("✓ {count} lines written: {path}").format(count=number(event.count), path=event.path)
        left_out = self._left_out()
        self._say(f"{said}\n{left_out}" if left_out else said, "$zvk-done")

    @asking
    async def _write(self) -> None:
        kind, path = ListKind(self.query_one("#list", Choice).value), self._path()
        if self._about_people():
            warning = _("The file is not encrypted: who opens it reads what is in it.")
            if not await self.app.push_screen_wait(Confirm(_("Write a file about people?"), warning)):
                return
        replace = path.exists()
        if replace and not await self.app.push_screen_wait(Confirm(_("Replace this file?"), path.name)):
            return
        self._say(_("The file is being written …"), "$zvk-muted")
        apart = bool(self.query_one("#apart", Choice).value)
        self._write_file(self.vault, kind, path, replace, apart)

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """Say that nothing was written when the writing stopped for a reason that nobody foresaw."""
        if event.worker.group == "export" and event.state is WorkerState.ERROR:
            self._say(_("The file could not be written because of a fault. Nothing was written."), "$zvk-late")

    @work(thread=True, group="export", exclusive=True, exit_on_error=False, description="write the list")
    def _write_file(self, vault: "Vault", kind: ListKind, path: Path, replace: bool, apart: bool) -> None:
        from zvk_tui.documents.list_export import write_list

        try:
            headings, rows = vault.exports.headings(kind), list(vault.exports.rows(kind, radicalisation=apart))
            vault.imports.note_export(kind, path.suffix, len(rows))
            write_list(path, headings, rows, label(kind), vault.folder.path, replace_existing=replace)
        except ZvkError as error:
            self.post_message(self.Written(path, 0, error))
        else:
            self.post_message(self.Written(path, len(rows)))

    def _about_people(self) -> bool:
        return ListKind(self.query_one("#list", Choice).value) in {ListKind.CASES, ListKind.POLICE}

    def _left_out(self) -> str:
        """Return how many cases of the approach to radicalisation are left out; nothing for none."""
        count = self._radicalisation if self._about_people() else 0
        if not count or self.query_one("#apart", Choice).value:
            return ""
        said = ngettext(
            "{count} case of the approach to radicalisation is left out.",
            "{count} cases of the approach to radicalisation are left out.",
            count,
        )
        return said.format(count=number(count))

    def _path(self) -> Path:
        name = label(ListKind(self.query_one("#list", Choice).value)).replace(" ", "-")
        suffix = self.query_one("#kind", Choice).value
        day = self.vault.now().date().isoformat()
        return Path(self.query_one("#folder", Input).value).expanduser() / f"{name}-{day}{suffix}"

    def _say(self, sentence: str, style: str) -> None:
        self.said.update(plain(sentence, style))
