"""What every form at the table does: one letter opens it, enter saves it, escape keeps what was typed for later."""

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from zvk_tui.domain.draft import Draft
from zvk_tui.domain.entry_line import EntryLine, parse_statement
from zvk_tui.domain.meeting import Meeting
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.drafts import DraftArea, DraftLine, KeepsDraft
from zvk_tui.widgets.entry_words import offered, owner_typed, understood
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

Entry = TypeVar("Entry")
"""What a form changes: an action, a decision, the judgement."""


class EntryForm(Vertical, Generic[Entry]):
    """A form below the card; it is made once, and used again for each entry of its kind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", N_("Save"), show=True),
        Binding("escape", "close", N_("Back"), show=True, tooltip=N_("Back; what you typed is kept")),
    ]

    NAME: ClassVar[str] = ""
    """What the drafts of this form are kept under."""

    STEPWISE: ClassVar[bool] = False
    """Whether enter goes from field to field and saves at the last."""

    class Saved(Message):
        """The form was saved and can go."""

    class Closed(Message):
        """The form was left; its text is kept."""

    def __init__(self, vault: "Vault", meeting: Meeting) -> None:
        super().__init__()
        self.display = False
        self._vault = vault
        self._meeting = meeting
        self._item_id = 0
        self._existing: Entry | None = None
        self._directory = vault.register.directory()

    def row(self, title: str, field: Widget) -> Horizontal:
        """Return one row: a title and a field."""
        return Horizontal(Label(plain(title), classes="form-label"), field, classes="form-row")

    def fields(self) -> list[KeepsDraft]:
        """Return the fields of which the text is kept."""
        return [widget for widget in self.query("*") if isinstance(widget, KeepsDraft)]

    def begin(self, meeting: Meeting, item_id: int, existing: Entry | None = None) -> None:
        """Show the form for one entry at an item: a new one, or one to change.

        What was typed before is given back; the focus starts where that was, else at the first field.
        """
        self._meeting, self._item_id, self._existing = meeting, item_id, existing
        self._directory = self._vault.register.directory()
        with self.prevent(Input.Changed, DraftArea.Changed):
            self.fill(existing)
            at = self._give_back()
        self.query_one(Hint).update(self.advice())
        self.display = True
        self.screen.set_focus(at, scroll_visible=False)
        self.said()

    def leave(self) -> None:
        """Hide the form; what was typed and not entered is kept."""
        for field in self.fields():
            field.leave()
        self.display = False

    def fill(self, existing: Entry | None) -> None:
        """Put an entry in the fields, or empty them."""
        raise NotImplementedError

    def advice(self) -> Content:
        """Return what stands under the form to begin with."""
        return Content("")

    def say_title(self, title: str) -> None:
        """Say before the first field what the form is about."""
        self.query(".form-label").first(Label).update(plain(title))

    def _give_back(self) -> KeepsDraft:
        fields = self.fields()
        at = fields[0]
        number = getattr(self._existing, "id", 0)
        for field in fields:
            draft = field.keeps(self._vault.drafts, f"{self.NAME}/{self._item_id}/{number}/{field.id}", self._item_id)
            if draft is not None and isinstance(field, DraftLine | DraftArea):
                field.give_back(draft)
                at = field
        return at

    @on(Input.Changed)
    @on(DraftArea.Changed)
    def _typed(self) -> None:
        self.said()

    @on(Input.Submitted)
    @on(DraftArea.Entered)
    @on(Choice.Submitted)
    def _entered(self, event: Message) -> None:
        event.stop()
        stops = [widget for widget in self.query("*") if widget.can_focus]
        place = next((n for n, widget in enumerate(stops) if widget.has_focus), len(stops) - 1)
        if self.STEPWISE and place + 1 < len(stops):
            stops[place + 1].focus()
        else:
            self.action_save()

    def action_save(self) -> None:
        """Save; a problem shows under the form, and the text stays."""
        try:
            done = self.save()
        except ZvkError as error:
            self.hint(error.sentence)
            return
        if done:
            for field in self.fields():
                field.entered()
            self.post_message(self.Saved())

    def action_close(self) -> None:
        """Leave the form; what was typed is kept."""
        for field in self.fields():
            field.keep_draft()
        self.post_message(self.Closed())

    def hint(self, sentence: str) -> None:
        """Show a problem under the form."""
        self.query_one(Hint).say(plain(sentence, "$zvk-late"))

    def said(self) -> None:
        """Show how the form is understood so far."""

    def save(self) -> bool:
        """Write what was typed; return whether it could be written."""
        raise NotImplementedError


class LineForm(EntryForm[Entry]):
    """A form whose first field is `owner: text`; tab completes the owner."""

    def __init__(self, vault: "Vault", meeting: Meeting) -> None:
        super().__init__(vault, meeting)
        self._asked = False
        self._offered = -1
        self._offer_names: list[str] = []

    def fill(self, existing: Entry | None) -> None:
        """Put the line of an entry in the field, or empty it."""
        self._forget()
        self.query_one("#line", DraftArea).text = self.line_of(existing) if existing else ""

    def line_of(self, entry: Entry) -> str:
        """Return an entry as the line that would make it."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what was typed."""
        return self.query_one("#line", DraftArea).text

    def understood(self) -> EntryLine:
        """Return how the line is understood."""
        raise NotImplementedError

    def said(self) -> None:
        """Show how the line is understood so far."""
        typed = self.text()
        owners = parse_statement(f"{typed}:x", self._directory).owners if ":" not in typed else ()
        line = self.understood()
        self.query_one(Hint).say(offered(owners) if owners else understood(line, asked=self._asked))

    def checked(self) -> EntryLine | None:
        """Return the line when it is good; else show what it lacks."""
        line = self.understood()
        self._asked = not line.good
        if not line.good:
            self.said()
        return line if line.good else None

    def on_key(self, event: events.Key) -> None:
        """Let tab complete the owner, and offer the next one when it is pressed again."""
        field = self.query_one("#line", DraftArea)
        if event.key != "tab" or not field.has_focus:
            return
        typed, _colon, rest = field.text.partition(":")
        names = self._offers(typed)
        if not names or (rest.strip() and len(names) == 1):
            return
        event.stop()
        event.prevent_default()
        self._offered = (self._offered + 1) % len(names)
        text = f"{names[self._offered]}: {rest.lstrip()}"
        field.give_back(Draft("", text, len(text)))

    def _forget(self) -> None:
        """Forget what was asked and offered at the entry before."""
        self._asked = False
        self._offered = -1
        self._offer_names = []

    def _offers(self, typed: str) -> list[str]:
        """Return what tab can put before the colon; nothing when it stands there already."""
        if typed in self._offer_names and len(self._offer_names) > 1:
            return self._offer_names
        owners = parse_statement(f"{typed}:x", self._directory).owners
        self._offer_names = [owner_typed(owner) for owner in owners]
        self._offered = -1
        return [] if self._offer_names == [typed] else self._offer_names
