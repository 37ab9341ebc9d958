"""Export: preview the minutes as they will be, choose the kind, the names and the folder, and write the file."""

from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Label, Static
from textual.worker import Worker, WorkerState

from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes, MinutesStatus
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Confirm
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain

_KINDS = ((".pdf", "PDF"), (".docx", "Word"), (".md", "Markdown"))
_STYLES = (
    (NameStyle.INITIALS, N_("initials")),
    (NameStyle.NONE, N_("case numbers only")),
    (NameStyle.FULL, N_("full names")),
)


class Export(Dialog[None]):
    """Shows the minutes as they will be, and writes them."""

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

    def __init__(self, meeting_id: int) -> None:
        super().__init__()
        self._meeting_id = meeting_id
        self._minutes: Minutes | None = None

    def compose(self) -> ComposeResult:
        """Lay out the choices, the preview and the folder."""
        settings = self.vault.settings.get()
        usual = Path.home() / "Documents"
        folder = settings.export_folder or str(usual if usual.is_dir() else Path.home())
        with Vertical(classes="dialog full"):
            yield Label(_("Write the minutes to a file"), classes="dialog-title")
            with Horizontal(classes="form-row"):
                yield Label(_("Kind"), classes="form-label")
                yield Choice(_KINDS, ".pdf", id="kind")
            with Horizontal(classes="form-row"):
                yield Label(_("Names"), classes="form-label")
                yield Choice([(style, _(word)) for style, word in _STYLES], settings.names, id="names")
            with Horizontal(classes="form-row"):
                yield Label(_("Folder"), classes="form-label")
                yield OneLine(folder, id="folder")
            yield Static(id="said", classes="hint")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="pages")
            yield KeyBar()

    def on_mount(self) -> None:
        """Read the minutes and show them."""
        self.query_one("#kind").focus()
        self.refresh_view()
        if self._minutes is not None:
            self._make_ahead(self._minutes, self._style())

    def refresh_view(self) -> None:
        """Read the minutes again, and show them with the chosen names."""
        from zvk_tui.documents.minutes_document import minutes_document
        from zvk_tui.documents.preview import preview

        self._minutes = self.vault.records.minutes(self._meeting_id)
        chosen = self._style()
        style = NameStyle.INITIALS if self.zvk.projector and chosen is NameStyle.FULL else chosen
        lines = preview(minutes_document(self._minutes, style), min(96, self.app.size.width - 12))
        self.query_one("#pages", Static).update(plain("\n".join(lines)))
        self._say_what()

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
    def _folder_changed(self) -> None:
        self._say_what()

    @on(Choice.Submitted)
    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_write()

    @on(Written)
    def _written(self, event: Written) -> None:
        if event.error is not None:
            self._say(event.error.sentence, "$zvk-late")
            return
        self.vault.settle.note_export(self._meeting_id, event.path.suffix)
        self.vault.keep.remember_folder(str(event.path.parent))
        self._say(_("✓ Written: {path}").format(path=event.path), "$zvk-done")

    @asking
    async def _write(self) -> None:
        path = self._path()
        if self._style() is NameStyle.FULL:
            question = _("Write a file with full names?")
            warning = _("The file is not encrypted: who opens it reads the names.")
            if not await self.app.push_screen_wait(Confirm(question, warning)):
                return
        replace = path.exists()
        if replace and not await self.app.push_screen_wait(Confirm(_("Replace this file?"), path.name)):
            return
        if self._minutes is not None:
            self._say(_("The file is being written …"), "$zvk-muted")
            self._write_file(self._minutes, self._style(), path, replace, self.vault.settings.get().word_template)

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """Say that nothing was written when the writing stopped for a reason that nobody foresaw."""
        if event.worker.group == "export" and event.state is WorkerState.ERROR:
            self._say(_("The file could not be written because of a fault. Nothing was written."), "$zvk-late")

    @work(thread=True, group="export", exclusive=True, exit_on_error=False, description="write the minutes")
    def _write_file(self, minutes: Minutes, style: NameStyle, path: Path, replace: bool, template: str) -> None:
        from zvk_tui.documents.files import render, save

        try:
            content = render(minutes, style, path.suffix, Path(template) if template else None)
            save(path, content, replace_existing=replace)
        except ZvkError as error:
            self.post_message(self.Written(path, error))
        else:
            self.post_message(self.Written(path, None))

    @work(thread=True, group="load", exit_on_error=False, description="load what makes a PDF")
    def _make_ahead(self, minutes: Minutes, style: NameStyle) -> None:
        """Make the PDF once and throw it away while the preview is read: the fonts are loaded when it is asked for."""
        from zvk_tui.documents.files import render

        with suppress(ZvkError):
            render(minutes, style, ".pdf")

    def _style(self) -> NameStyle:
        return NameStyle(self.query_one("#names", Choice).value)

    def _path(self) -> Path:
        from zvk_tui.documents.files import file_name

        assert self._minutes is not None  # noqa: S101 - read when the dialog was mounted
        suffix = self.query_one("#kind", Choice).value
        return Path(self.query_one("#folder", Input).value).expanduser() / file_name(self._minutes, suffix)

    def _say_what(self) -> None:
        if self._minutes is None:
            return
        name = self._path().name
        state = _("a draft") if self._minutes.status is MinutesStatus.DRAFT else _("final")
        self._say(f"{name} ({state})", "$zvk-muted")

    def _say(self, sentence: str, style: str) -> None:
        self.said.update(plain(sentence, style))
