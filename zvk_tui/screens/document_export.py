"""Writing a document to a file: it is seen first, with the names that were chosen, and then written whole."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Label, Static
from textual.worker import Worker, WorkerState

from zvk_tui.domain.case_file import NameStyle
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Confirm
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from zvk_tui.documents.model import Document

_KINDS = ((".pdf", "PDF"), (".docx", "Word"), (".md", "Markdown"))
_STYLES = (
    (NameStyle.INITIALS, N_("initials")),
    (NameStyle.NONE, N_("case numbers only")),
    (NameStyle.FULL, N_("full names")),
)


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written, and what is recorded of it."""

    title: str
    document: "Callable[[NameStyle], Document]"
    """Makes the document with the names in a style."""
    name: Callable[[str], str]
    """Gives the name of the file for a suffix; there is no name of a person in it."""
    note: Callable[[str], None]
    """Records that a file of this suffix goes out."""
    remark: str = ""
    """What is to be known beside it, such as what is left out."""


class DocumentExport(Dialog[None]):
    """Shows a document as it will be, and writes it."""

    HELP = N_("Tab goes from field to field, left and right change a choice, enter writes the file.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", N_("Write the file")),
        Binding("pagedown", "scroll(12)", N_("Page down")),
        Binding("pageup", "scroll(-12)", N_("Page up"), show=False),
    ]

    said = getters.query_one("#said", Static)

    class Written(Message):
        """The file was written, or was not."""

        def __init__(self, path: Path, error: ZvkError | None) -> None:
            super().__init__()
            self.path = path
            self.error = error

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing

    def compose(self) -> ComposeResult:
        """Lay out the choices, the preview and the folder."""
        usual = Path.home() / "Documents"
        folder = self.vault.settings.get().export_folder or str(usual if usual.is_dir() else Path.home())
        fields = (
            (_("Kind"), Choice(_KINDS, ".pdf", id="kind")),
            (_("Names"), Choice([(style, _(word)) for style, word in _STYLES], NameStyle.INITIALS, id="names")),
            (_("Folder"), OneLine(folder, id="folder")),
        )
        with Vertical(classes="dialog full"):
            yield Label(plain(self._writing.title), classes="dialog-title")
            for title, field in fields:
                with Horizontal(classes="form-row"):
                    yield Label(title, classes="form-label")
                    yield field
            if self._writing.remark:
                yield Static(plain(self._writing.remark, "$zvk-soon"), classes="hint")
            yield Static(id="said", classes="hint")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="pages")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the document."""
        self.query_one("#kind").focus()
        self.refresh_view()

    def refresh_view(self) -> None:
        """Show the document with the chosen names."""
        from zvk_tui.documents.preview import preview

        chosen = self._style()
        style = NameStyle.INITIALS if self.zvk.projector and chosen is NameStyle.FULL else chosen
        lines = preview(self._writing.document(style), min(96, self.app.size.width - 12))
        self.query_one("#pages", Static).update(plain("\n".join(lines)))
        self._say(self._path().name, "$zvk-muted")

    def action_write(self) -> None:
        """Write the file."""
        self._write()

    def action_scroll(self, lines: int) -> None:
        """Scroll the preview."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=lines, animate=False)

    @on(Choice.Changed)
    def _changed(self) -> None:
        self.refresh_view()

    @on(Input.Changed)
    def _called(self) -> None:
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
        self._say(_("✓ Written: {path}").format(path=event.path), "$zvk-done")

    @asking
    async def _write(self) -> None:
        path, style = self._path(), self._style()
        if style is NameStyle.FULL:
            warning = _("The file is not encrypted: who opens it reads the names.")
            if not await self.app.push_screen_wait(Confirm(_("Write a file with full names?"), warning)):
                return
        replace = path.exists()
        if replace and not await self.app.push_screen_wait(Confirm(_("Replace this file?"), path.name)):
            return
        self._say(_("The file is being written …"), "$zvk-muted")
        self._writing.note(path.suffix)
        self._write_file(self._writing.document(style), path, replace, self.vault.settings.get().word_template)

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """Say that nothing was written when the writing stopped for a reason that nobody foresaw."""
        if event.worker.group == "export" and event.state is WorkerState.ERROR:
            self._say(_("The file could not be written because of a fault. Nothing was written."), "$zvk-late")

    @work(thread=True, group="export", exclusive=True, exit_on_error=False, description="write the document")
    def _write_file(self, document: "Document", path: Path, replace: bool, template: str) -> None:
        from zvk_tui.documents.files import save, written

        try:
            content = written(document, path.suffix, Path(template) if template else None)
            save(path, content, replace_existing=replace)
        except ZvkError as error:
            self.post_message(self.Written(path, error))
        else:
            self.post_message(self.Written(path, None))

    def _style(self) -> NameStyle:
        return NameStyle(self.query_one("#names", Choice).value)

    def _path(self) -> Path:
        suffix = self.query_one("#kind", Choice).value
        return Path(self.query_one("#folder", Input).value).expanduser() / self._writing.name(suffix)

    def _say(self, sentence: str, style: str) -> None:
        self.said.update(plain(sentence, style))
