"""The last page: what is still missing, and everything read back."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import IntakeProblem, ProblemKind, Step, answers_of, problems, remarks
from zvk_tui.domain.partners import Partner, Professional
from zvk_tui.domain.rules import AGE
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.intake.outcome import meaning
from zvk_tui.screens.intake.page import Page, chosen
from zvk_tui.screens.intake.rows import age_line, member_row, name_shown, verdict_line
from zvk_tui.widgets.lines import Line, OpenLines
from zvk_tui.widgets.text import joined, plain, wrapped


class SummaryPage(Page, can_focus=True):
    """Everything on one page, to be read aloud before it becomes a case."""

    STEP = Step.SUMMARY
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", N_("Next line"), show=False),
        Binding("up", "scroll_up", N_("Previous line"), show=False),
        Binding("x", "drop", N_("Drop"), show=True),
    ]

    class Dropped(Message):
        """Somebody wants to drop the registration."""

    class Wanted(Message):
        """Somebody wants to go to the page of a problem."""

        def __init__(self, step: Step) -> None:
            super().__init__()
            self.step = step

    def compose(self) -> ComposeResult:
        """Lay out what is missing above what is there."""
        yield OpenLines(id="missing")
        yield Static(id="read-back")

    def begin(self) -> None:
        """Begin at what is missing; else the page can be scrolled."""
        missing = self.query_one(OpenLines)
        (missing if missing.display else self).focus()

    def refresh_page(self) -> None:
        """Read everything back, names as the projector allows."""
        super().refresh_page()
        rules = self.setting.rules(self.form)
        found = problems(self.form, rules, self.setting.today)
        room = max(60, self.app.size.width - 8)
        missing = self.query_one(OpenLines)
        missing.show(Line(wrapped(_problem_line(one), room), f"{one.step}/{one.field}") for one in found)
        missing.display = bool(found)
        self.query_one("#read-back", Static).update(wrapped(Content("\n").join(self._read_back()), room))

    def action_drop(self) -> None:
        """Ask to drop the registration."""
        self.post_message(self.Dropped())

    @on(OpenLines.OptionSelected)
    def _opened(self, event: OpenLines.OptionSelected) -> None:
        event.stop()
        key = self.query_one(OpenLines).key_at(event.option_index)
        self.post_message(self.Wanted(Step(key.partition("/")[0])))

    def _read_back(self) -> Iterator[Content]:
        yield from self._who()
        yield from self._referral()
        yield from self._around()
        yield from self._criteria()
        yield from self._outcome()

    def _who(self) -> Iterator[Content]:
        form = self.form
        born = form.subject.birth_date
        yield _head(label(Step.PERSON))
        yield _said(_("Name"), name_shown(form.subject, self.style))
        if born and not self.hidden:
            yield _said(_("Born on"), plain_date(born))
        if form.earlier_ref:
            yield _said(_("Registered again after"), form.earlier_ref)

    def _referral(self) -> Iterator[Content]:
        form = self.form
        track = [label(form.track)] if len(self.setting.rules(form).tracks) > 1 else []
        kinds = [label(form.approach), *track, *([label(form.label)] if form.label else [])]
        yield _head(label(Step.REFERRAL))
        yield _said(_("Registered on"), plain_date(form.registered_on) if form.registered_on else "")
        yield _said(_("Approach"), " · ".join(kinds))
        yield _said(_("Referred by"), self._referrer(form))
        yield _said(_("Discussed before"), self.masks.apply(form.pre_consult))
        yield _said(_("Reason"), self.masks.apply(form.reason))
        yield _said(_("Goal of request"), self.masks.apply(form.request_goal))

    def _referrer(self, form: IntakeForm) -> str:
        directory = self.setting.directory
        partner: Partner | None = chosen(directory.partners, str(form.partner_id))
        person: Professional | None = chosen(directory.professionals, str(form.professional_id))
        return ", ".join(one for one in (partner.short if partner else "", person.name if person else "") if one)

    def _around(self) -> Iterator[Content]:
        form = self.form
        yield _head(label(Step.CIRCLE))
        yield _said(_("Life domains"), ", ".join(label(one) for one in form.domains))
        yield _said(_("Chains involved"), ", ".join(label(one) for one in form.chains))
        for remark in remarks(form, self.setting.rules(form)):
            yield joined(("  ! ", "bold $zvk-soon"), (label(remark.kind), "$zvk-soon"))
        for member in form.circle:
            yield joined("  ", member_row(member, self.style))

    def _criteria(self) -> Iterator[Content]:
        form, rules = self.form, self.setting.rules(self.form)
        answers = answers_of(form, rules)
        yield _head(label(Step.CRITERIA))
        yield joined("  ", verdict_line(form, rules))
        for criterion in rules.criteria:
            given = form.answer_to(criterion.code)
            answer = answers.get(criterion.code) if criterion.code == AGE else given.answer
            motive = age_line(form, rules).plain if criterion.code == AGE else self.masks.apply(given.motive)
            word = label(answer) if answer else "…"
            yield joined((f"  {word}: ", "bold"), criterion.text, (f" – {motive}" if motive else "", "$zvk-muted"))

    def _outcome(self) -> Iterator[Content]:
        outcome = self.form.outcome
        yield _head(label(Step.OUTCOME))
        yield _said(_("Outcome"), label(outcome.kind) if outcome.kind else _("stays in triage"))
        if outcome.kind:
            yield _said(_("Decided on"), plain_date(outcome.on or self.setting.today))
            yield _said(_("Why"), self.masks.apply(outcome.reason))
        for word in (outcome.forum, outcome.scale_to):
            if word:
                yield _said(_("Where to"), label(word))
        if outcome.next_steps:
            yield _said(_("Next steps"), self.masks.apply(outcome.next_steps))
        years = self.setting.rules(self.form).retention_years
        yield joined(("  " + meaning(outcome.kind, years), "$zvk-muted"))


def problem_text(problem: IntakeProblem) -> str:
    """Return what is missing or wrong, with the criterion that it is about."""
    about = f"{problem.field}: " if problem.kind in {ProblemKind.UNANSWERED, ProblemKind.NO_MOTIVE} else ""
    return about + label(problem.kind)


def _problem_line(problem: IntakeProblem) -> Content:
    return joined((f"{label(problem.step)}  ", "bold"), (problem_text(problem), "$zvk-late"))


def _head(title: str) -> Content:
    return plain(title, "bold $primary")


def _said(title: str, text: str) -> Content:
    return joined((f"  {title}: ", "$zvk-muted"), text or "–")
