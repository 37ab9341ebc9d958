"""The fourth page: every criterion with its answer and motivation, and what the tree says meanwhile."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from zvk_tui.domain.criteria import Criterion, CriterionAnswer
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import Step, answers_of, asked, deciding
from zvk_tui.domain.rules import AGE
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.intake.page import Page
from zvk_tui.screens.intake.rows import age_line, verdict_line
from zvk_tui.widgets.drafts import StepArea
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.lines import ArrowLines, Line
from zvk_tui.widgets.text import fitted, joined


class CriterionLines(ArrowLines):
    """The criteria: one letter answers the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,y,1", "answer('yes')", N_("Yes"), show=True),
        Binding("n,2", "answer('no')", N_("No"), show=True),
        Binding("o,3", "answer('unknown')", N_("Unknown"), show=True),
        Binding("enter", "select", N_("Motivation"), show=True),
    ]

    class Answered(Message):
        """A criterion was answered."""

        def __init__(self, answer: CriterionAnswer) -> None:
            super().__init__()
            self.answer = answer

    def action_answer(self, answer: str) -> None:
        """Answer the criterion under the cursor."""
        self.post_message(self.Answered(CriterionAnswer(answer)))


class CriteriaPage(Page):
    """The criteria of the approach (Bgs art. 2.20(3)); the age answers itself."""

    STEP = Step.CRITERIA
    _in_full = ""
    """The code of the criterion of which the motivation is shown."""

    def compose(self) -> ComposeResult:
        """Lay out the verdict, the criteria, and the one under the cursor in full with its motivation."""
        yield Hint(id="verdict")
        yield CriterionLines(id="criteria")
        yield Static(id="criterion")
        yield self.text_row(_("Motivation"), "motive", "")

    def on_mount(self) -> None:
        """Begin at the first criterion that has no answer."""
        self._rules = self.setting.rules(self.form)
        open_ones = (one.code for one in asked(self._rules) if self.form.answer_to(one.code).answer is None)
        self._show(next(open_ones, None))
        self._show_motive()

    def begin(self) -> None:
        """Begin in the list."""
        self.query_one(CriterionLines).focus()

    def refresh_page(self) -> None:
        """Show the answers and what they say together."""
        super().refresh_page()
        self._show()

    def go_on(self) -> bool:
        """Go from a motivation to the next criterion; after the last one, there is nothing more here."""
        lines = self.query_one(CriterionLines)
        if lines.has_focus and super().go_on():
            return True
        codes = [one.code for one in self._rules.criteria]
        place = codes.index(lines.chosen) + 1 if lines.chosen in codes else len(codes)
        if place >= len(codes):
            return False
        self._show(codes[place])
        lines.focus()
        return True

    @property
    def current(self) -> Criterion | None:
        """The criterion under the cursor."""
        chosen = self.query_one(CriterionLines).chosen
        return next((one for one in self._rules.criteria if one.code == chosen), None)

    @on(CriterionLines.Answered)
    def _answered(self, event: CriterionLines.Answered) -> None:
        criterion = self.current
        if criterion is None:
            return
        if criterion.code == AGE:
            self.notify(_("The date of birth answers this; it is on the page of the person."), markup=False)
            return
        form = self.read()
        self.changed(form.answered(replace(form.answer_to(criterion.code), answer=event.answer)))
        if not self.is_attached:
            return
        self._show()
        self.query_one(StepArea).focus()

    @on(CriterionLines.OptionHighlighted)
    def _moved(self, event: CriterionLines.OptionHighlighted) -> None:
        event.stop()
        self._show_motive()

    @on(CriterionLines.OptionSelected)
    def _opened(self, event: CriterionLines.OptionSelected) -> None:
        event.stop()
        self.go_on()

    def read(self) -> IntakeForm:
        """Return the form as the fields say: the motivation belongs to the criterion that is shown in full."""
        if not self._in_full or self._in_full == AGE:
            return self.form
        given = self.form.answer_to(self._in_full)
        motive = self.texts({"motive": "motive"}).get("motive", given.motive)
        return self.form if given.motive == motive else self.form.answered(replace(given, motive=motive))

    def typed(self) -> None:
        """Take what was typed."""
        super().typed()
        if self.is_attached:
            self._show()

    def _show(self, at: str | None = None) -> None:
        """Show the answers, and what they say together."""
        self.query_one("#verdict", Hint).say(verdict_line(self.form, self._rules))
        left, answers = deciding(self.form, self._rules), answers_of(self.form, self._rules)
        room = max(40, self.app.size.width - 8)
        lines = [
            Line(self._line(one, answers.get(one.code), one.code in left, room), one.code)
            for one in self._rules.criteria
        ]
        self.query_one(CriterionLines).show(lines, at)

    def _line(self, criterion: Criterion, answer: CriterionAnswer | None, decides: bool, room: int) -> Content:
        given = self.form.answer_to(criterion.code)
        known = answer if criterion.code == AGE else given.answer
        word = label(known) if known else "…"
        lacks = known not in {None, CriterionAnswer.UNKNOWN} and criterion.code != AGE and not given.motive.strip()
        mark = "!" if lacks else "*" if decides else " "
        return joined((f"{mark} ", "bold $zvk-soon"), (fitted(word, 9), "bold"), fitted(criterion.text, room - 11))

    def _show_motive(self) -> None:
        """Show the criterion under the cursor in full, with where it is written and its motivation."""
        criterion, area = self.current, self.query_one(StepArea)
        if criterion is None:
            return
        self.changed(self.read())
        self._in_full = criterion.code
        own = criterion.code == AGE
        said = joined("  ", age_line(self.form, self._rules)) if own else Content("")
        text = joined((criterion.text, "bold"), said, "\n", (criterion.source, "$zvk-muted"))
        self.query_one("#criterion", Static).update(text)
        motive = self.form.answer_to(criterion.code).motive
        if area.text != motive:
            area.text = motive
        area.disabled = own
