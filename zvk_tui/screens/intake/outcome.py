"""The fifth page: what comes of it; only outcomes that the criteria allow can be chosen."""

from collections.abc import Iterator
from dataclasses import replace

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from zvk_tui.domain.case_terms import Forum, ScaleTarget, TriageOutcome
from zvk_tui.domain.dates import parse_past
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import ADMITTING, SHORT, Step, outcomes_for, verdict_of
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import choices, label, plain_date
from zvk_tui.screens.intake.page import Page
from zvk_tui.screens.intake.rows import verdict_line
from zvk_tui.widgets.choice import StepChoice
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.lines import Line, OpenLines
from zvk_tui.widgets.text import joined, plain

TRIAGE = "triage"
"""The key of the line that leaves the registration in triage."""

_TEXTS = {"why": "reason", "next_steps": "next_steps"}


class OutcomePage(Page):
    """Advice, monitoring, process meeting, refused, referred on, scaled up; or still in triage (seed l.143-145)."""

    STEP = Step.OUTCOME

    def compose(self) -> ComposeResult:
        """Lay out the verdict, the outcomes, and what the chosen one must say."""
        yield Hint(id="verdict")
        yield OpenLines(id="outcomes")
        with Vertical(id="details"):
            yield from self._details()
        yield Hint(id="meaning")

    def on_mount(self) -> None:
        """Begin at the outcome that was chosen."""
        self._show(at=self.form.outcome.kind or TRIAGE)

    def begin(self) -> None:
        """Begin in the list."""
        self.query_one(OpenLines).focus()

    def refresh_page(self) -> None:
        """Show what is allowed and what was chosen."""
        super().refresh_page()
        self._show()

    @on(OpenLines.OptionSelected)
    def _chosen(self, event: OpenLines.OptionSelected) -> None:
        event.stop()
        key = self.query_one(OpenLines).key_at(event.option_index)
        kind = None if key == TRIAGE else TriageOutcome(key)
        self.edit(outcome=replace(self.read().outcome, kind=kind))
        self._show()
        self._lay_out()

    @work(group="details", exclusive=True)
    async def _lay_out(self) -> None:
        """Ask what the chosen outcome must say, and go there."""
        details = self.query_one("#details", Vertical)
        async with details.batch():
            await details.remove_children()
            await details.mount(*self._details())
        self.refresh_page()
        self.query_one(OpenLines).focus()
        self.go_on()

    def read(self) -> IntakeForm:
        """Return the form as the fields say; what is not asked for this outcome stays as it was."""
        lines, picked = self.lines(), self.choices()
        form, was = self.form, self.form.outcome
        on, forum, target = was.on, was.forum, was.scale_to
        if "decided" in lines:
            on = parse_past(lines["decided"], self.setting.today)
            form = form.with_typed("decided", lines["decided"] if on is None else "")
        if "forum" in picked:
            forum = Forum(picked["forum"]) if picked["forum"] else None
        if "scale_to" in picked:
            target = ScaleTarget(picked["scale_to"]) if picked["scale_to"] else None
        name = lines.get("forum_name", was.forum_name)
        now = replace(was, on=on, forum=forum, scale_to=target, forum_name=name, **self.texts(_TEXTS))
        return replace(form, outcome=now)

    def _details(self) -> Iterator[Widget]:
        """Yield the fields of the chosen outcome."""
        outcome = self.form.outcome
        self.forget_rows()
        if outcome.kind is None:
            return
        on = self.form.typed("decided") or (plain_date(outcome.on) if outcome.on else "")
        yield self.line_row(_("Decided on"), "decided", on, _("empty: today"), personal=False)
        if outcome.kind is TriageOutcome.REFERRED_ON:
            forums = [("", _("choose")), *choices(Forum)]
            yield self.row(_("Forum"), StepChoice(forums, outcome.forum or "", id="forum"))
            yield self.line_row(_("If another"), "forum_name", outcome.forum_name, _("its name"), personal=False)
        if outcome.kind is TriageOutcome.SCALED_UP:
            targets = [("", _("choose")), *choices(ScaleTarget)]
            yield self.row(_("Scaled up to"), StepChoice(targets, outcome.scale_to or "", id="scale_to"))
        why = _("Advice") if outcome.kind is TriageOutcome.ADVICE else _("Why")
        yield self.text_row(why, "why", outcome.reason)
        if outcome.kind is TriageOutcome.REFUSED:
            yield self.text_row(_("Next steps"), "next_steps", outcome.next_steps)

    def _show(self, at: str | None = None) -> None:
        rules = self.setting.rules(self.form)
        self.query_one("#verdict", Hint).say(verdict_line(self.form, rules))
        allowed = outcomes_for(rules, verdict_of(self.form, rules))
        stays = Line(self._line(None, _("stays in triage")), TRIAGE)
        open_ones = (Line(self._line(one, label(one)), one) for one in rules.outcomes if one in allowed)
        closed = (Line(plain(f"     {label(one)}: {_why_not(one)}", "$text-disabled")) for one in rules.outcomes)
        shut = [line for one, line in zip(rules.outcomes, closed, strict=True) if one not in allowed]
        self.query_one(OpenLines).show([stays, *open_ones, *shut], at)
        self.query_one("#meaning", Hint).say(
            plain(meaning(self.form.outcome.kind, rules.retention_years), "$zvk-muted")
        )

    def _line(self, kind: TriageOutcome | None, word: str) -> Content:
        return joined(("(•) " if kind is self.form.outcome.kind else "( ) ", "bold"), word)


def _why_not(outcome: TriageOutcome) -> str:
    return _("only when the criteria are met") if outcome in ADMITTING else _("not an outcome of this approach")


def meaning(kind: TriageOutcome | None, years: int) -> str:
    """Return what an outcome means for the case and its data; `years` is how long the approach keeps it."""
    if kind is None:
        return _("The case is registered and comes on the agenda for triage.")
    if kind in SHORT:
        return _("The case is closed. Destroy or anonymise its data as soon as it is settled (Bgs art. 1.16(1)).")
    if kind is TriageOutcome.PROCESS_MEETING:
        return _("The person is admitted; the notification letter is due (Bgs art. 1.3).")
    return ngettext(
        "Data is kept for {years} year after this registration at the most (Wgs art. 1.8(7)).",
        "Data is kept for {years} years after this registration at the most (Wgs art. 1.8(7)).",
        years,
    ).format(years=years)
