"""The small dialogs: one question each, and the safe answer has the focus."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import ArrowLines, Line, Lines
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.text import plain


class Confirm(Dialog[bool]):
    """Asks yes or no; no has the focus, and escape means no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,y", "yes", N_("Yes"), key_display="j"),
        Binding("n", "no", N_("No")),
    ]

    def __init__(self, question: str, explanation: str = "") -> None:
        super().__init__()
        self._question = question
        self._explanation = explanation

    def compose(self) -> ComposeResult:
        """Lay out the question and its two answers, no first."""
        with Vertical(classes="dialog"):
            yield Label(plain(self._question), classes="dialog-title")
            if self._explanation:
                yield Static(plain(self._explanation), classes="dialog-text")
            yield ArrowLines(classes="answers")
            yield KeyBar()

    def on_mount(self) -> None:
        """Put the cursor on the safe answer."""
        self.query_one(Lines).show([Line(Content(_("No")), "no"), Line(Content(_("Yes")), "yes")])

    @on(Lines.OptionSelected)
    def _answer(self, event: Lines.OptionSelected) -> None:
        self.dismiss(self.query_one(Lines).key_at(event.option_index) == "yes")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)


class Choose(Dialog[str]):
    """Asks for one of several answers; returns its key."""

    def __init__(self, question: str, lines: Iterable[Line], at: str | None = None) -> None:
        super().__init__()
        self._question = question
        self._lines = list(lines)
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out the question and the list of answers."""
        with Vertical(classes="dialog"):
            yield Label(plain(self._question), classes="dialog-title")
            yield Lines(classes="answers")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the answers."""
        self.query_one(Lines).show(self._lines, self._at)

    @on(Lines.OptionSelected)
    def _answer(self, event: Lines.OptionSelected) -> None:
        self.dismiss(self.query_one(Lines).key_at(event.option_index))


class _Answer(OneLine):
    """The line in which a question is answered."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Go on"), show=True)]


class Ask(Dialog[str]):
    """Asks for one line of text; a problem shows under the line and the text stays."""

    def __init__(
        self,
        question: str,
        value: str = "",
        hint: str = "",
        check: Callable[[str], str] | None = None,
        *,
        secret: bool = False,
    ) -> None:
        super().__init__()
        self._secret = secret
        self._question = question
        self._value = value
        self._hint = hint
        self._check = check

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and what is said about it."""
        with Vertical(classes="dialog"):
            yield Label(plain(self._question), classes="dialog-title")
            yield _Answer(self._value, id="answer", password=self._secret)
            yield Static(plain(self._hint), classes="hint")
            yield KeyBar()

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        problem = self._check(event.value) if self._check else ""
        if problem:
            self.query_one(".hint", Static).update(plain(problem, "$zvk-late"))
        else:
            self.dismiss(event.value)


class _Search(OneLine):
    """The line in which something is looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Choose"), show=True)]


class Find(Dialog[str]):
    """Finds one of many as you type; returns its key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "down", N_("Next line"), show=False),
        Binding("up", "up", N_("Previous line"), show=False),
    ]

    def __init__(self, question: str, find: Callable[[str], Iterable[Line]], nothing: str) -> None:
        super().__init__()
        self._question = question
        self._find = find
        self._nothing = nothing

    def compose(self) -> ComposeResult:
        """Lay out the field and what was found."""
        with Vertical(classes="dialog wide"):
            yield Label(plain(self._question), classes="dialog-title")
            yield _Search(id="answer")
            yield Lines(classes="answers found")
            yield Static(plain(self._nothing), classes="hint nothing")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show all there is."""
        self.query_one(Lines).can_focus = False
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _take(self) -> None:
        if chosen := self.query_one(Lines).chosen:
            self.dismiss(chosen)

    @on(Lines.OptionSelected)
    def _pick(self, event: Lines.OptionSelected) -> None:
        self.dismiss(self.query_one(Lines).key_at(event.option_index))

    def action_down(self) -> None:
        """Go one line down while the field keeps the focus."""
        self.query_one(Lines).action_cursor_down()

    def action_up(self) -> None:
        """Go one line up while the field keeps the focus."""
        self.query_one(Lines).action_cursor_up()

    def _show(self, words: str) -> None:
        """Show what has these words, the cursor on the first of it: enter takes what was typed."""
        lines = list(self._find(words))
        self.query_one(Lines).show(lines, next((line.key for line in lines if line.key), ""))
        self.query_one(".nothing").display = not lines


class Reading(Dialog[bool]):
    """Shows a text to read; enter agrees, escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", N_("Go on"))]

    def __init__(self, title: str, content: Content, agree: str = "") -> None:
        super().__init__()
        self._title = title
        self._content = content
        self._agree = agree

    def compose(self) -> ComposeResult:
        """Lay out the title and the text, which scrolls when it is long."""
        with Vertical(classes="dialog wide"):
            yield Label(plain(self._title), classes="dialog-title")
            with VerticalScroll(classes="reading"):
                yield Static(self._content)
            if self._agree:
                yield Static(plain(self._agree), classes="hint")
            yield KeyBar()

    def action_agree(self) -> None:
        """Say that it was read."""
        self.dismiss(True)
