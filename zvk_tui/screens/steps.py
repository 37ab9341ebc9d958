"""A dialog that offers a few steps for a case, and has the one that is chosen filled in."""

from collections.abc import Iterator
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Static

from zvk_tui.domain.dates import parse_past
from zvk_tui.i18n import _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.record_form import Answers, FieldProblems, RecordForm
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import plain


class Steps(Dialog[bool]):
    """Offers a few steps; the one that is chosen is filled in, and says whether it was saved."""

    def __init__(self, case_id: int, ref: str) -> None:
        super().__init__()
        self.case_id, self.ref = case_id, ref

    def compose(self) -> ComposeResult:
        """Lay out the question and the steps."""
        with Vertical(classes="dialog wide"):
            yield Label(classes="dialog-title")
            yield OpenLines(classes="answers")
            yield Static(classes="hint nothing")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the steps."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read again what may come next."""
        lines = list(self.lines())
        self.query_one(Label).update(plain(self.question()))
        self.query_one(Lines).show(lines)
        nothing = self.query_one(".nothing", Static)
        nothing.display = not lines
        nothing.update(plain(self.nothing()))

    @on(Lines.OptionSelected)
    @asking
    async def _choose(self) -> None:
        if (chosen := self.query_one(Lines).chosen) and await self.fill(chosen):
            self.dismiss(True)

    def question(self) -> str:
        """Return what is asked."""
        return ""

    def nothing(self) -> str:
        """Return what to say when nothing is offered."""
        return ""

    def lines(self) -> Iterator[Line]:
        """Yield the steps that are offered."""
        yield from ()

    async def fill(self, chosen: str) -> bool:  # noqa: ARG002 - each dialog has steps of its own
        """Ask what a step must say, and save it; return whether it was saved."""
        return False

    async def fill_form(self, form: RecordForm) -> bool:
        """Fill in a form; return whether it was saved."""
        saved = await self.app.push_screen_wait(form)
        return bool(saved)


def past_date(said: Answers, name: str, today: date) -> date:
    """Return the day that was typed in a field; nothing means today.

    Raises:
        FieldProblems: when it is no date.
    """
    found = parse_past(said[name], today) if said[name] else today
    if found is None:
        raise FieldProblems({name: _("This is no date. Type it as 23-11-2026.")})
    return found
