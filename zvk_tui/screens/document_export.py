"""Writing a document to a file: it is seen first, with the names that were chosen, and then written whole."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from zvk_tui.domain.case_file import NameStyle
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.file_dialog import FileDialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice
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
class Paper:
    """What is written, as it was when it was read."""

    document: "Callable[[NameStyle], Document]"
    """Makes the document with the names in a style."""
    name: Callable[[str], str]
    """Gives the name of the file for a suffix; there is no name of a person in it."""
    state: str = ""
    """What stands beside the name of the file, such as that it is a draft."""


def _nothing(_suffix: str) -> None:
    """Record nothing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What can be written, and what is recorded of it."""

    title: str
    read: Callable[[], Paper]
    """Reads what is written; it is read again whenever it is shown again."""
    goes_out: Callable[[str], None] = _nothing
    """Records, before it is written, that a file of this suffix goes out."""
    went_out: Callable[[str], None] = _nothing
    """Records, once it is written, that a file of this suffix went out."""
    style: NameStyle = NameStyle.INITIALS
    """How people are named until somebody chooses."""
    remark: str = ""
    """What is to be known beside it, such as what is left out."""


class DocumentExport(FileDialog):
    """Shows a document as it will be, and writes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "scroll(12)", N_("Page down")),
        Binding("pageup", "scroll(-12)", N_("Page up"), show=False),
    ]

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._paper = writing.read()

    def compose(self) -> ComposeResult:
        """Lay out the choices, the folder and the preview."""
        names = [(style, _(word)) for style, word in _STYLES]
        with Vertical(classes="dialog full"):
            yield Label(plain(self._writing.title), classes="dialog-title")
            yield from self.form(
                (_("Kind"), Choice(_KINDS, ".pdf", id="kind")),
                (_("Names"), Choice(names, self._writing.style, id="names")),
            )
            if self._writing.remark:
                yield Static(plain(self._writing.remark, "$zvk-soon"), classes="hint")
            yield Static(id="said", classes="hint")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="pages")
            yield KeyBar()

    def on_mount(self) -> None:
        """Load what makes a PDF while the preview is read, so that it is there at once when it is asked for."""
        self._make_ahead(self._paper, self._style())

    def refresh_view(self) -> None:
        """Read again what is written, and show it."""
        self._paper = self._writing.read()
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the document with the chosen names."""
        from zvk_tui.documents.preview import preview

        chosen = self._style()
        style = NameStyle.INITIALS if self.zvk.projector and chosen is NameStyle.FULL else chosen
        lines = preview(self._paper.document(style), min(96, self.app.size.width - 12))
        self.query_one("#pages", Static).update(plain("\n".join(lines)))
        super().show_chosen()

    def file_name(self) -> str:
        """Return what the file is called."""
        return self._paper.name(self.query_one("#kind", Choice).value)

    def which(self) -> str:
        """Return the name of the file, with the state of what is in it."""
        state = self._paper.state
        return f"{self.file_name()} ({state})" if state else self.file_name()

    def warning(self) -> tuple[str, str] | None:
        """Return what is asked before full names are written."""
        if self._style() is not NameStyle.FULL:
            return None
        return _("Write a file with full names?"), _("The file is not encrypted: who opens it reads the names.")

    def writer(self, path: Path, *, replace: bool) -> Callable[[], str]:
        """Record that the file goes out, and return what writes it."""
        from zvk_tui.documents.files import save, written

        paper, style, template = self._paper, self._style(), self.vault.settings.get().word_template
        self._writing.goes_out(path.suffix)

        def write() -> str:
            content = written(paper.document(style), path.suffix, Path(template) if template else None)
            save(path, content, replace_existing=replace)
            return _("✓ Written: {path}").format(path=path)

        return write

    def went_out(self, path: Path) -> None:
        """Record that the file was written."""
        self._writing.went_out(path.suffix)

    def action_scroll(self, lines: int) -> None:
        """Scroll the preview."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=lines, animate=False)

    @work(thread=True, group="load", exit_on_error=False, description="load what makes a PDF")
    def _make_ahead(self, paper: Paper, style: NameStyle) -> None:
        """Make the PDF once and throw it away."""
        from zvk_tui.documents.files import written

        with suppress(ZvkError):
            written(paper.document(style), ".pdf")

    def _style(self) -> NameStyle:
        return NameStyle(self.query_one("#names", Choice).value)
