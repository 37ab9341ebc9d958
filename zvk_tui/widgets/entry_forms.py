"""The forms at the table, one for each kind of entry: `police: home visit @14-12` is an action."""

from typing import Any, Final

from textual.app import ComposeResult
from textual.content import Content

from zvk_tui.domain.entry_line import EntryLine, parse_action, parse_statement
from zvk_tui.domain.record import Action, Answer, Contribution, Decision, Judgement, StatementKind
from zvk_tui.i18n import _
from zvk_tui.labels import action_ref, choices, decision_ref, plain_date
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.drafts import DraftArea, DraftLine, StepArea
from zvk_tui.widgets.entry_form import EntryForm, LineForm
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.text import plain


class ActionForm(LineForm[Action]):
    """`police: home visit @14-12`: one owner, one date."""

    NAME = "action"

    def compose(self) -> ComposeResult:
        """Lay out the line and how it is understood."""
        yield self.row(_("Action"), DraftArea(id="line", placeholder=_("police: home visit @14-12")))
        yield Hint(id="hint")

    def fill(self, existing: Action | None) -> None:
        """Put an action in the line, or empty it."""
        super().fill(existing)
        self.say_title(action_ref(existing.number) if existing else _("Action"))

    def line_of(self, entry: Action) -> str:
        """Return an action as the line that would make it."""
        owner = f"{entry.owner.short}/{entry.person.name}" if entry.person else entry.owner.short
        return f"{owner}: {entry.text} @{plain_date(entry.due)}"

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


class ContributionForm(LineForm[Contribution]):
    """`police: text`, and whether it is a fact, an opinion or hearsay."""

    NAME = "contribution"

    def compose(self) -> ComposeResult:
        """Lay out the line, the kind, and how it is understood."""
        kinds = choices(StatementKind)
        yield self.row(_("Contribution"), DraftArea(id="line", placeholder=_("police: what was seen")))
        yield self.row(_("Kind"), Choice(kinds, StatementKind.FACT, id="kind"))
        yield Hint(id="hint")

    def fill(self, existing: Contribution | None) -> None:
        """Put a contribution in the fields, or empty them."""
        super().fill(existing)
        self.query_one(Choice).value = existing.kind if existing else StatementKind.FACT

    def line_of(self, entry: Contribution) -> str:
        """Return a contribution as the line that would make it."""
        source = f"{entry.partner.short}/{entry.professional.name}" if entry.professional else entry.partner.short
        return f"{source}: {entry.text}"

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


class JudgementForm(EntryForm[Judgement]):
    """The judgement: what the table makes of it, whether earlier decisions worked, whether going on is right."""

    NAME = "judgement"
    STEPWISE = True

    def compose(self) -> ComposeResult:
        """Lay out the text and the two questions."""
        answers = choices(Answer)
        yield self.row(_("Judgement"), StepArea(id="text"))
        yield self.row(_("Worked?"), Choice(answers, Answer.UNKNOWN, id="worked"))
        yield self.row(_("Right?"), Choice(answers, Answer.UNKNOWN, id="proportionate"))
        yield Hint(id="hint")

    def advice(self) -> Content:
        """Return how the two questions are answered."""
        asked = _("Did earlier decisions work? Is going on proportionate? Tab, then left or right.")
        return plain(asked, "$zvk-muted")

    def fill(self, existing: Judgement | None) -> None:
        """Put the judgement in the fields, or empty them."""
        was = existing or Judgement("")
        self.query_one(DraftArea).text = was.text
        for choice, answer in zip(self.query(Choice), (was.earlier_worked, was.proportionate), strict=True):
            choice.value = answer

    def save(self) -> bool:
        """Save the judgement."""
        worked, proportionate = (Answer(choice.value) for choice in self.query(Choice))
        self._vault.entries.save_judgement(
            self._item_id, Judgement(self.query_one(DraftArea).text, worked, proportionate)
        )
        return True


class DecisionForm(EntryForm[Decision]):
    """A decision with its motive, who holds the power, and who disagreed."""

    NAME = "decision"
    STEPWISE = True

    def compose(self) -> ComposeResult:
        """Lay out the four fields."""
        yield self.row(_("Decision"), StepArea(id="text"))
        yield self.row(_("Motive"), StepArea(id="motive"))
        yield self.row(_("Decided by"), DraftLine(id="by", placeholder=_("empty: the table together")))
        yield self.row(_("Dissenting"), DraftLine(id="dissent"))
        yield Hint(id="hint")

    def advice(self) -> Content:
        """Return how the form is gone through."""
        return plain(_("Enter goes to the next field and saves at the last; ctrl+s saves at once."), "$zvk-muted")

    def fill(self, existing: Decision | None) -> None:
        """Put a decision in the fields, or empty them."""
        self.say_title(decision_ref(existing.number) if existing else _("Decision"))
        by = existing.decided_by.short if existing and existing.decided_by else ""
        texts = (existing.text, existing.motive) if existing else ("", "")
        lines = (by, existing.dissent if existing else "")
        for area, text in zip(self.query(DraftArea), texts, strict=True):
            area.text = text
        for line, value in zip(self.query(DraftLine), lines, strict=True):
            line.value = value

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


class NoteForm(EntryForm[str]):
    """The chair's private note; it is in no export."""

    NAME = "note"

    def compose(self) -> ComposeResult:
        """Lay out the note."""
        yield self.row(_("Note"), DraftArea(id="text"))
        yield Hint(id="hint")

    def advice(self) -> Content:
        """Return who reads the note."""
        return plain(_("Only for the chair: this note is in no minutes and no export."), "$zvk-muted")

    def fill(self, existing: str | None) -> None:
        """Put the note in the field."""
        self.query_one(DraftArea).text = existing or ""

    def save(self) -> bool:
        """Save the note."""
        self._vault.table.save_note(self._item_id, self.query_one(DraftArea).text)
        return True


FORMS: Final[dict[str, type[EntryForm[Any]]]] = {
    form.NAME: form for form in (ActionForm, DecisionForm, ContributionForm, JudgementForm, NoteForm)
}
"""The forms by what the drafts of each are kept under; the first are wanted most."""
