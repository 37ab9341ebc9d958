"""One form for every record: fields below each other, problems under them, and what was typed is kept."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from zvk_tui.domain.owners import folded
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Find
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.choice import Choice, StepChoice
from zvk_tui.widgets.drafts import DraftArea, DraftLine, StepArea
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.picker import Picker
from zvk_tui.widgets.text import joined, plain

FEW = 4
"""Up to so many options stand on one line; more are found in a list."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    title: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """Values and their words; nothing for a text."""
    many: bool = False
    """Whether several options can be picked; their keys are separated by a space."""
    hint: str = ""
    personal: bool = False
    """Whether it is about the person of a case: hidden while a projector may be on."""
    long: bool = False
    """Whether it is a text of several lines, or its few options are too long for one line."""
    about: str = ""
    """What is asked in full, on lines of its own above the field; nothing when the title says it."""

    def widget(self) -> Widget:
        """Return the widget that asks for this field."""
        if not self.options:
            return self._text()
        if self.many or self.long or len(self.options) > FEW:
            return Picker(self.options, self.value, many=self.many, id=self.name)
        return StepChoice(self.options, self.value, id=self.name)

    def _text(self) -> Widget:
        if self.long:
            return StepArea(self.value, id=self.name, placeholder=self.hint)
        return DraftLine(self.value, id=self.name, placeholder=self.hint)


Answers = Mapping[str, str]
"""What was typed and chosen, by the name of the field."""


class FieldProblems(ZvkError):
    """Fields that cannot be saved as they are, each with a sentence that stands below it."""

    def __init__(self, by_field: Mapping[str, str]) -> None:
        super().__init__(N_("Not saved yet; what you typed is kept. See the lines with !"))
        self.by_field = dict(by_field)


class RecordForm(Dialog[bool]):
    """Asks for the fields of one record and saves them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", N_("Save"), show=True)]

    def __init__(
        self, title: str, key: str, fields: Iterable[Field], save: Callable[[Answers], None], at: str = ""
    ) -> None:
        super().__init__()
        self._at = at
        self._title = title
        self._key = key
        self._fields = tuple(fields)
        self._save_answers = save

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with Vertical(classes="dialog wide"):
            yield Label(plain(self._title), classes="dialog-title")
            with VerticalScroll(classes="reading", can_focus=False):
                for field in self._fields:
                    if field.about:
                        yield Static(plain(field.about), classes="field-about")
                    with Horizontal(classes="form-row"):
                        yield Label(plain(field.title), classes="form-label wide-label")
                        yield field.widget()
            yield Static(plain(_("Enter goes to the next field, ctrl+s saves."), "$zvk-muted"), classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Give back what was typed before; begin at the field that was asked for."""
        for line in self._texts():
            draft = line.keeps(self.vault.drafts, f"form/{self._key}/{line.id}", None)
            if draft is not None:
                line.give_back(draft)
        self.refresh_view()
        if self._at:
            field = self.query_one(f"#{self._at}").focus()
            self.call_after_refresh(field.scroll_visible, animate=False)

    def refresh_view(self) -> None:
        """Hide what is about a person while a projector may be on."""
        for field in self._fields:
            if field.personal:
                self.query_one(f"#{field.name}", DraftLine).password = self.zvk.projector

    @on(Input.Submitted)
    @on(Choice.Submitted)
    @on(StepArea.Entered)
    def _next(self) -> None:
        self.focus_next()

    @on(Picker.Asked)
    @asking
    async def _pick(self, event: Picker.Asked) -> None:
        picker = event.picker

        def find(words: str) -> list[Line]:
            picked = picker.value.split()
            return [
                Line(joined(("✓ " if key in picked else "  ", "bold"), name), key)
                for key, name in picker.options.items()
                if all(word in folded(name) for word in folded(words).split())
            ][:200]

        title = next(field.title for field in self._fields if field.name == picker.id)
        while True:
            chosen = await self.app.push_screen_wait(Find(title, find, _("Nothing has this name.")))
            if not chosen:
                return
            picker.toggle(chosen)
            if not picker.many:
                self.focus_next()
                return

    def action_dismiss_none(self) -> None:
        """Go back; what was typed is kept for the next time."""
        for line in self._texts():
            line.keep_draft()
        super().action_dismiss_none()

    def action_save(self) -> None:
        """Save; a problem shows under its field or under the form, and the text stays."""
        answers = {field.name: self._answer(field) for field in self._fields}
        try:
            self._save_answers(answers)
        except ZvkError as error:
            self.query_one(".hint", Static).update(plain(error.sentence, "$zvk-late"))
            self._show_problems(error.by_field if isinstance(error, FieldProblems) else {})
            return
        for line in self._texts():
            line.entered()
        self.dismiss(True)

    def _show_problems(self, by_field: Mapping[str, str]) -> None:
        """Say under each field what is wrong with it, and go to the first."""
        self.query(".field-problem").remove()
        rows = zip((field.name for field in self._fields), self.query(".form-row"), strict=True)
        wrong = {name: row for name, row in rows if name in by_field}
        told = {name: Static(plain(f"! {by_field[name]}", "$zvk-late"), classes="field-problem") for name in wrong}
        for name, row in wrong.items():
            self.query_one(VerticalScroll).mount(told[name], after=row)
        if wrong:
            first = next(iter(wrong))
            self.query_one(f"#{first}").focus()
            self.call_after_refresh(told[first].scroll_visible, animate=False)

    def _texts(self) -> list[DraftLine | DraftArea]:
        return [one for one in self.query("*") if isinstance(one, DraftLine | DraftArea)]

    def _answer(self, field: Field) -> str:
        widget = self.query_one(f"#{field.name}")
        if isinstance(widget, Choice | Picker):
            return widget.value
        if isinstance(widget, DraftArea):
            return widget.text.strip()
        return widget.value.strip() if isinstance(widget, DraftLine) else ""
