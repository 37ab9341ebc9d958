"""The forms at the table: one letter opens one, enter saves it, escape keeps what was typed for later."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from zvk_tui.domain.draft import Draft
from zvk_tui.domain.entry_line import EntryLine, parse_action, parse_statement
from zvk_tui.domain.meeting import Meeting
from zvk_tui.domain.record import Action, Answer, Contribution, Decision, Judgement, StatementKind
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.labels import action_ref, decision_ref, label, plain_date
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.drafts import DraftArea, DraftLine, KeepsDraft, StepArea
from zvk_tui.widgets.entry_words import offered, owner_typed, understood
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.text import plain

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


class EntryForm(Vertical):
    """A form below the card."""

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

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing_id: int = 0) -> None:
        super().__init__(id="entry-form")
        self._vault = vault
        self._meeting = meeting
        self._item_id = item_id
        self._existing_id = existing_id
        self._directory = vault.register.directory()

    def row(self, title: str, field: Widget) -> Horizontal:
        """Return one row: a title and a field."""
        return Horizontal(Label(plain(title), classes="form-label"), field, classes="form-row")

    def fields(self) -> list[KeepsDraft]:
        """Return the fields of which the text is kept."""
        return [widget for widget in self.query("*") if isinstance(widget, KeepsDraft)]

    def on_mount(self) -> None:
        """Give back what was typed before, and start where that was, else at the first field."""
        at = self.fields()[0]
        for field in self.fields():
            key = f"{self.NAME}/{self._item_id}/{self._existing_id}/{field.id}"
            draft = field.keeps(self._vault.drafts, key, self._item_id)
            if draft is not None and isinstance(field, DraftLine | DraftArea):
                field.give_back(draft)
                at = field
        self.screen.set_focus(at)
        self.said()

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


class LineForm(EntryForm):
    """A form whose first field is `owner: text`; tab completes the owner."""

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing_id: int = 0) -> None:
        super().__init__(vault, meeting, item_id, existing_id)
        self._asked = False
        self._offered = -1
        self._offer_names: list[str] = []

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

    def _offers(self, typed: str) -> list[str]:
        """Return what tab can put before the colon; nothing when it stands there already."""
        if typed in self._offer_names and len(self._offer_names) > 1:
            return self._offer_names
        owners = parse_statement(f"{typed}:x", self._directory).owners
        self._offer_names = [owner_typed(owner) for owner in owners]
        self._offered = -1
        return [] if self._offer_names == [typed] else self._offer_names


class ActionForm(LineForm):
    """`police: home visit @14-12`: one owner, one date."""

    NAME = "action"

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing: Action | None = None) -> None:
        super().__init__(vault, meeting, item_id, existing.id if existing else 0)
        self._existing = existing

    def compose(self) -> ComposeResult:
        """Lay out the line and how it is understood."""
        title = action_ref(self._existing.number) if self._existing else _("Action")
        yield self.row(title, DraftArea(self._before(), id="line", placeholder=_("police: home visit @14-12")))
        yield Hint(id="hint")

    def understood(self) -> EntryLine:
        """Return how the line is understood."""
        earliest = self._meeting.on
        return parse_action(self.text(), self._directory, earliest, self._meeting.expected_next)

    def save(self) -> bool:
        """Add or change the action."""
        line = self.checked()
        if line is None or line.owner is None or line.due is None:
            return False
        if self._existing:
            self._vault.entries.change_action(self._existing.id, line.owner, line.text, line.due)
        else:
            self._vault.entries.add_action(self._item_id, line.owner, line.text, line.due)
        return True

    def _before(self) -> str:
        action = self._existing
        if action is None:
            return ""
        owner = f"{action.owner.short}/{action.person.name}" if action.person else action.owner.short
        return f"{owner}: {action.text} @{plain_date(action.due)}"


class ContributionForm(LineForm):
    """`police: text`, and whether it is a fact, an opinion or hearsay."""

    NAME = "contribution"

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing: Contribution | None = None) -> None:
        super().__init__(vault, meeting, item_id, existing.id if existing else 0)
        self._existing = existing

    def compose(self) -> ComposeResult:
        """Lay out the line, the kind, and how it is understood."""
        kinds = [(kind.value, label(kind)) for kind in StatementKind]
        kind = self._existing.kind if self._existing else StatementKind.FACT
        yield self.row(_("Contribution"), DraftArea(self._before(), id="line", placeholder=_("police: what was seen")))
        yield self.row(_("Kind"), Choice(kinds, kind, id="kind"))
        yield Hint(id="hint")

    def understood(self) -> EntryLine:
        """Return how the line is understood."""
        return parse_statement(self.text(), self._directory)

    def save(self) -> bool:
        """Add or change the contribution."""
        line = self.checked()
        if line is None or line.owner is None:
            return False
        kind = StatementKind(self.query_one(Choice).value)
        if self._existing:
            self._vault.entries.change_contribution(self._existing.id, line.owner, kind, line.text)
        else:
            self._vault.entries.add_contribution(self._item_id, line.owner, kind, line.text, self._meeting.on)
        return True

    def _before(self) -> str:
        entry = self._existing
        if entry is None:
            return ""
        source = f"{entry.partner.short}/{entry.professional.name}" if entry.professional else entry.partner.short
        return f"{source}: {entry.text}"


class JudgementForm(EntryForm):
    """The judgement: what the table makes of it, whether earlier decisions worked, whether going on is right."""

    NAME = "judgement"
    STEPWISE = True

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing: Judgement | None = None) -> None:
        super().__init__(vault, meeting, item_id)
        self._existing = existing or Judgement("")

    def compose(self) -> ComposeResult:
        """Lay out the text and the two questions."""
        answers = [(answer.value, label(answer)) for answer in Answer]
        yield self.row(_("Judgement"), StepArea(self._existing.text, id="text"))
        yield self.row(_("Worked?"), Choice(answers, self._existing.earlier_worked, id="worked"))
        yield self.row(_("Right?"), Choice(answers, self._existing.proportionate, id="proportionate"))
        yield Hint(
            plain(_("Did earlier decisions work? Is going on proportionate? Tab, then left or right."), "$zvk-muted"),
            id="hint",
        )

    def save(self) -> bool:
        """Save the judgement."""
        worked, proportionate = (Answer(choice.value) for choice in self.query(Choice))
        self._vault.entries.save_judgement(
            self._item_id, Judgement(self.query_one(DraftArea).text, worked, proportionate)
        )
        return True


class DecisionForm(EntryForm):
    """A decision with its motive, who holds the power, and who disagreed."""

    NAME = "decision"
    STEPWISE = True

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing: Decision | None = None) -> None:
        super().__init__(vault, meeting, item_id, existing.id if existing else 0)
        self._existing = existing

    def compose(self) -> ComposeResult:
        """Lay out the four fields."""
        was = self._existing
        yield self.row(decision_ref(was.number) if was else _("Decision"), StepArea(was.text if was else "", id="text"))
        yield self.row(_("Motive"), StepArea(was.motive if was else "", id="motive"))
        by = was.decided_by.short if was and was.decided_by else ""
        yield self.row(_("Decided by"), DraftLine(by, id="by", placeholder=_("empty: the table together")))
        yield self.row(_("Dissenting"), DraftLine(was.dissent if was else "", id="dissent"))
        yield Hint(
            plain(_("Enter goes to the next field and saves at the last; ctrl+s saves at once."), "$zvk-muted"),
            id="hint",
        )

    def save(self) -> bool:
        """Add or change the decision."""
        text, motive = (area.text for area in self.query(DraftArea))
        by, dissent = (line.value for line in self.query(DraftLine))
        owners = parse_statement(f"{by}:x", self._directory).owners if by.strip() else ()
        if by.strip() and len(owners) != 1:
            self.hint(_("Decided by: no single organisation is called “{typed}”.").format(typed=by.strip()))
            return False
        power = owners[0].partner.id if owners else None
        if self._existing:
            self._vault.entries.change_decision(self._existing.id, text, motive, power, dissent)
        else:
            self._vault.entries.add_decision(self._item_id, text, motive, power, dissent)
        return True


class NoteForm(EntryForm):
    """The chair's private note; it is in no export."""

    NAME = "note"

    def __init__(self, vault: "Vault", meeting: Meeting, item_id: int, existing: str = "") -> None:
        super().__init__(vault, meeting, item_id)
        self._before = existing

    def compose(self) -> ComposeResult:
        """Lay out the note."""
        yield self.row(_("Note"), DraftArea(self._before, id="text"))
        yield Hint(plain(_("Only for the chair: this note is in no minutes and no export."), "$zvk-muted"), id="hint")

    def save(self) -> bool:
        """Save the note."""
        self._vault.table.save_note(self._item_id, self.query_one(DraftArea).text)
        return True
