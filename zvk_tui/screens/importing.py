"""Import: choose a file and a list, say what its headings mean, look at every line, and take them over."""

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
from zvk_tui.domain.import_plan import ImportPlan
from zvk_tui.errors import Refused, ZvkError
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import choices, number
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.import_columns import ImportColumns
from zvk_tui.screens.import_preview import ImportPreview
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from zvk_tui.documents.list_file import ListFile
    from zvk_tui.store.vault import Vault

_STOPPED = N_("The import was stopped. Nothing was imported.")


class ImportList(Dialog[bool]):
    """Takes a list over from a spreadsheet; nothing is written before every line has been shown."""

    HELP = N_("Left and right choose the list, enter reads the file. Escape stops; then nothing is imported.")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "look", N_("Read the file"))]

    said = getters.query_one("#import-said", Static)

    class Found(Message):
        """The headings of the file were found, or were not."""

        def __init__(self, found: "ListFile | None", error: ZvkError | None = None) -> None:
            super().__init__()
            self.found = found
            self.error = error

    class Planned(Message):
        """Every line was read, or the file could not be."""

        def __init__(self, plan: ImportPlan | None, error: ZvkError | None = None) -> None:
            super().__init__()
            self.plan = plan
            self.error = error

    class Went(Message):
        """So many lines are done, of how many; 0 while nobody knows."""

        def __init__(self, done: int, count: int) -> None:
            super().__init__()
            self.done = done
            self.count = count

    class Done(Message):
        """The list was imported, or was not."""

        def __init__(self, plan: ImportPlan, error: ZvkError | None = None) -> None:
            super().__init__()
            self.plan = plan
            self.error = error

    def __init__(self) -> None:
        super().__init__()
        self._busy = False
        self._stop = False

    def compose(self) -> ComposeResult:
        """Lay out the two fields and what is said about them."""
        with Vertical(classes="dialog wide"):
            yield Label(_("Import a list from a spreadsheet"), classes="dialog-title")
            with Horizontal(classes="form-row"):
                yield Label(_("List"), classes="form-label")
                yield Choice(choices(ListKind), ListKind.CASES, id="list")
            with Horizontal(classes="form-row"):
                yield Label(_("File"), classes="form-label")
                yield OneLine(id="file", placeholder=_("the path of a .csv or .xlsx file"))
            yield Static(id="import-said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin in the field of the file, in the folder of last time."""
        folder = self.vault.settings.get().export_folder
        field = self.query_one("#file", OneLine)
        field.value = f"{folder}/" if folder else ""
        field.focus()
        field.cursor_position = len(field.value)
        self._say(_("Enter reads the file, which stays as it is. Nothing is imported yet."), "$zvk-muted")

    def action_look(self) -> None:
        """Read the headings of the file."""
        typed = self.query_one("#file", OneLine).value.strip()
        if self._busy or not typed:
            return
        self._begin(_("The file is being read …"))
        self._find(Path(typed).expanduser(), ListKind(self.query_one("#list", Choice).value))

    def action_dismiss_none(self) -> None:
        """Stop what is under way, or go back."""
        if self._busy:
            self._stop = True
            self._say(_("The import is being stopped …"), "$zvk-muted")
        else:
            self.dismiss(False)

    @on(Choice.Submitted)
    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_look()

    @on(Found)
    def _found(self, event: Found) -> None:
        self._busy = False
        if event.found is None:
            self._fail(event.error)
        else:
            self._ask_columns(event.found)

    @asking
    async def _ask_columns(self, found: "ListFile") -> None:
        self._say("", "$zvk-muted")
        columns = await self.app.push_screen_wait(ImportColumns(found))
        if columns is not None:
            self._begin(_("The lines are being read …"))
            self._read(self.vault, found.aimed(columns))

    @on(Planned)
    def _planned(self, event: Planned) -> None:
        self._busy = False
        if event.plan is None:
            self._fail(event.error)
        else:
            self._ask_preview(event.plan)

    @asking
    async def _ask_preview(self, plan: ImportPlan) -> None:
        self._say("", "$zvk-muted")
        if await self.app.push_screen_wait(ImportPreview(plan)):
            self._begin(_("The list is being imported …"))
            self._take_over(self.vault, plan)

    @on(Went)
    def _went(self, event: Went) -> None:
        if not self._stop:
            words = _("{done} of {count} lines …") if event.count else _("{done} lines …")
            self._say(words.format(done=number(event.done), count=number(event.count)), "$zvk-muted")

    @on(Done)
    def _done(self, event: Done) -> None:
        self._busy = False
        if event.error is not None:
            self._fail(event.error)
            return
        count = sum(line.verdict in {"new", "changed"} for line in event.plan.lines)
        self.tell(
            ngettext("{count} line was imported.", "{count} lines were imported.", count).format(count=number(count))
        )
        self.dismiss(True)

    @on(Worker.StateChanged)
    def _broken(self, event: Worker.StateChanged) -> None:
        """Say that nothing was imported when it stopped for a reason that nobody foresaw."""
        if event.worker.group == "import" and event.state is WorkerState.ERROR:
            self._busy = False
            self._say(_("The import stopped because of a fault. Nothing was imported."), "$zvk-late")

    @work(thread=True, group="import", exit_on_error=False, description="find the headings")
    def _find(self, path: Path, kind: ListKind) -> None:
        from zvk_tui.documents.list_file import find_list

        try:
            self.post_message(self.Found(find_list(path, kind)))
        except ZvkError as error:
            self.post_message(self.Found(None, error))

    @work(thread=True, group="import", exit_on_error=False, description="read the lines")
    def _read(self, vault: "Vault", found: "ListFile") -> None:
        try:
            self.post_message(self.Planned(vault.imports.plan(found.columns, found.rows(), self._progress)))
        except ZvkError as error:
            self.post_message(self.Planned(None, error))

    @work(thread=True, group="import", exit_on_error=False, description="import the list")
    def _take_over(self, vault: "Vault", plan: ImportPlan) -> None:
        try:
            vault.imports.apply(plan, self._progress)
            self.post_message(self.Done(plan))
        except ZvkError as error:
            self.post_message(self.Done(plan, error))

    def _progress(self, done: int, count: int) -> None:
        """Tell how far it is; stop when somebody wants that (in the thread of the import)."""
        if self._stop:
            raise Refused(_STOPPED)
        self.post_message(self.Went(done, count))

    def _begin(self, sentence: str) -> None:
        self._busy, self._stop = True, False
        self._say(sentence, "$zvk-muted")

    def _fail(self, error: ZvkError | None) -> None:
        self._say(error.sentence if error else "", "$zvk-late")

    def _say(self, sentence: str, style: str) -> None:
        self.said.update(plain(sentence, style))
