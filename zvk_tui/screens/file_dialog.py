"""What every dialog that writes a file does: warn of names, ask before it replaces, and say what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label, Static
from textual.worker import Worker, WorkerState

from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Confirm
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain


class FileDialog(Dialog[None]):
    """Writes a file into a folder; each kind of dialog says what goes into it and what it is called."""

    HELP = N_("Tab goes from field to field, left and right change a choice, enter writes the file.")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "write", N_("Write the file"))]

    said = getters.query_one("#said", Static)

    class Written(Message):
        """The file was written, which a sentence tells, or was not."""

        def __init__(self, path: Path, sentence: str, error: ZvkError | None = None) -> None:
            super().__init__()
            self.path = path
            self.sentence = sentence
            self.error = error

    def form(self, *choices: tuple[str, Choice]) -> ComposeResult:
        """Lay out the choices, and below them the folder of last time."""
        usual = Path.home() / "Documents"
        folder = self.vault.settings.get().export_folder or str(usual if usual.is_dir() else Path.home())
        for title, field in (*choices, (_("Folder"), OneLine(folder, id="folder"))):
            with Horizontal(classes="form-row"):
                yield Label(title, classes="form-label")
                yield field

    def on_mount(self) -> None:
        """Begin at the first choice."""
        self.query(Choice).first().focus()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what the choices lead to: which file it will be."""
        self._say(self.which(), "$zvk-muted")

    def file_name(self) -> str:
        """Return what the file is called."""
        raise NotImplementedError

    def which(self) -> str:
        """Return how the file is told before it is written."""
        return self.file_name()

    def warning(self) -> tuple[str, str] | None:
        """Return what is asked, and told, before people can be read in a file; nothing when they cannot."""
        raise NotImplementedError

    def writer(self, path: Path, *, replace: bool) -> Callable[[], str]:
        """Return what writes the file and gives the sentence that tells it; that runs beside the screen."""
        raise NotImplementedError

    def went_out(self, path: Path) -> None:
        """Record that the file was written, for a dialog that does so afterwards."""

    def action_write(self) -> None:
        """Write the file."""
        self._write()

    @on(Choice.Changed)
    def _changed(self) -> None:
        self.show_chosen()

    @on(Input.Changed)
    def _folder_changed(self) -> None:
        self._say(self.which(), "$zvk-muted")

    @on(Choice.Submitted)
    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_write()

    @on(Written)
    def _written(self, event: Written) -> None:
        if event.error is not None:
            self._say(event.error.sentence, "$zvk-late")
            return
        self.went_out(event.path)
        self.vault.keep.remember_folder(str(event.path.parent))
        self._say(event.sentence, "$zvk-done")

    @asking
    async def _write(self) -> None:
        path = Path(self.query_one("#folder", Input).value).expanduser() / self.file_name()
        if (people := self.warning()) and not await self.app.push_screen_wait(Confirm(*people)):
            return
        replace = path.exists()
        if replace and not await self.app.push_screen_wait(Confirm(_("Replace this file?"), path.name)):
            return
        self._say(_("The file is being written …"), "$zvk-muted")
        self._write_file(path, self.writer(path, replace=replace))

    @work(thread=True, group="export", exclusive=True, exit_on_error=False, description="write the file")
    def _write_file(self, path: Path, write: Callable[[], str]) -> None:
        try:
            said = write()
        except ZvkError as error:
            self.post_message(self.Written(path, "", error))
        else:
            self.post_message(self.Written(path, said))

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """Say that nothing was written when the writing stopped for a reason that nobody foresaw."""
        if event.worker.group == "export" and event.state is WorkerState.ERROR:
            self._say(_("The file could not be written because of a fault. Nothing was written."), "$zvk-late")

    def _say(self, sentence: str, style: str) -> None:
        self.said.update(plain(sentence, style))
