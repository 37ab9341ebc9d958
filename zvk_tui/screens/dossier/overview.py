"""The first tab of the dossier: the case at a glance, its timeline as a story, and one letter to every form."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from zvk_tui.domain.case_file import Phase, Track
from zvk_tui.domain.case_terms import LetterState
from zvk_tui.domain.life import plan_refusal
from zvk_tui.domain.timeline import TimelineEntry, TimelineKind
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, late, plain_date
from zvk_tui.screens.case_duties import letter_dialog, role_dialog
from zvk_tui.screens.case_event import event_dialog
from zvk_tui.screens.dossier.asking import applies, ask
from zvk_tui.screens.dossier.case_forms import case_form, circle_form, person_form
from zvk_tui.screens.dossier.plan_forms import action_form, goal_form, plan_form
from zvk_tui.screens.dossier.police_forms import contact_form, known_form
from zvk_tui.screens.dossier.statement_forms import statement_form
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import joined, plain, wrapped
from zvk_tui.words.life import problem_id
from zvk_tui.words.story import entry_sentence, entry_texts

if TYPE_CHECKING:
    from textual.screen import Screen

    from zvk_tui.screens.dossier.screen import DossierScreen

_TAB_OF = {
    TimelineKind.POLICE: "police",
    TimelineKind.MEETING: "meetings",
    TimelineKind.DECISION: "meetings",
    TimelineKind.PLAN: "plan",
    TimelineKind.LETTER: "documents",
    TimelineKind.EVENT: "persons",
}
"""The tab in which an entry of the timeline stands in full."""

_WORK = frozenset({"plan", "goal", "action"})
"""What only a case that is worked on can get."""


class OverviewTab(DossierTab):
    """What everybody must know of the case; enter goes to the tab in which a line stands in full."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "event", N_("Step"), tooltip=N_("Add a step: admit, close, hand over")),
        Binding("i", "statement", N_("Statement"), tooltip=N_("Add what somebody told")),
        Binding("a", "action", N_("Action")),
        Binding("p", "plan", N_("The plan")),
        Binding("g", "goal", N_("Goal"), show=False, tooltip=N_("Add a goal on a life domain")),
        Binding("c", "case", N_("Case"), tooltip=N_("Change goal, days and label of the case")),
        Binding("w", "person", N_("Person"), show=False, tooltip=N_("Change the name and date of birth")),
        Binding("f", "circle", N_("Circle"), show=False, tooltip=N_("Add somebody to the direct circle")),
        Binding("r", "role", N_("Roles"), show=False, tooltip=N_("Give a role to somebody")),
        Binding("b", "letter", N_("Letter"), show=False, tooltip=N_("Record the notification letter")),
        Binding("o", "police", N_("Police contact"), show=False, tooltip=N_("Add a contact with the police")),
        Binding("t", "known", N_("Known until"), show=False, tooltip=N_("Up to when police information is known")),
    ]

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the head and the timeline."""
        yield Static(id="overview-head")
        yield OpenLines(id="timeline", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the case and its timeline again; the cursor begins at the newest entry."""
        width = max(40, self.app.size.width - 8)
        head = Content("\n").join(wrapped(line, width) for line in self._head())
        self.query_one("#overview-head", Static).update(head)
        self._entries = {f"{one.kind} {one.key}": one for one in self.vault.life.timeline(self.case_id)}
        lines = [Line(wrapped(self._entry(one), width), key) for key, one in self._entries.items()]
        at = self.lines.chosen or (lines[-1].key if lines else None)
        self.lines.show(lines or [Line(plain(_("Nothing has happened yet. e adds a step."), "$zvk-muted"))], at)

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        if self.head.erased:
            return _("The personal data of this case was erased; nothing can be added.")
        if self.head.shielded and action != "event":
            return _("This case is shielded. Reopen it first, with a reason.")
        if action in _WORK and self.case_file.phase is Phase.CLOSED:
            return _("This case is closed. Reopen it first, with a reason.")
        if action == "plan" and self.vault.plans.current(self.case_id) is None:
            problem = plan_refusal(self.vault.life.life(self.case_id))
            return _(problem_id(problem)) if problem else ""
        if action == "goal" and self.vault.plans.current(self.case_id) is None:
            return _("There is no plan yet; p sets one.")
        return ""

    def action_event(self) -> None:
        """Add what happened to the case."""
        self._fill("event", lambda: event_dialog(self.vault, self.case_id))

    def action_role(self) -> None:
        """Give a role to somebody."""
        self._fill("role", lambda: role_dialog(self.vault, self.case_id))

    def action_letter(self) -> None:
        """Record what became of the notification letter."""
        self._fill("letter", lambda: letter_dialog(self.vault, self.case_id))

    def action_statement(self) -> None:
        """Add what somebody told between meetings."""
        self._fill("statement", lambda: statement_form(self.vault, self.case_id, None))

    def action_action(self) -> None:
        """Agree on an action between meetings."""
        self._fill("action", lambda: action_form(self.vault, self.case_id, None, "", self._goals()))

    def action_plan(self) -> None:
        """Set the plan, or change its goal and its review."""
        plan = self.vault.plans.current(self.case_id)
        self._fill(
            "plan", lambda: plan_form(self.vault, self.case_id, plan, plan.goal if plan else self.case_file.goal)
        )

    def action_goal(self) -> None:
        """Add a goal on a life domain."""
        plan = self.vault.plans.current(self.case_id)
        if plan is None:
            applies(self, "goal")
        else:
            self._fill("goal", lambda: goal_form(self.vault, self.case_id, plan, None))

    def action_case(self) -> None:
        """Change the goal, the days and the label of the case."""
        self._fill("case", lambda: case_form(self.vault, self.head))

    def action_person(self) -> None:
        """Change the person or group that the case is about."""
        self._fill("person", lambda: person_form(self.vault, self.case_file))

    def action_circle(self) -> None:
        """Add somebody to the direct circle."""
        self._fill("circle", lambda: circle_form(self.vault, self.case_id, None))

    def action_police(self) -> None:
        """Add a contact with the police."""
        self._fill("police", lambda: contact_form(self.vault, self.case_id, None))

    def action_known(self) -> None:
        """Record up to which day police information is known."""
        self._fill("known", lambda: known_form(self.vault, self.case_id))

    @on(Lines.OptionSelected)
    async def _open(self) -> None:
        entry = self._entries.get(self.lines.chosen)
        if entry is not None:
            await cast("DossierScreen", self.screen).go_to(_TAB_OF[entry.kind])

    def _fill(self, action: str, form: "Callable[[], Screen[bool]]") -> None:
        """Fill in a form, when the action applies."""
        if applies(self, action):
            ask(self, lambda: self.app.push_screen_wait(form()))

    def _goals(self) -> tuple[tuple[str, str], ...]:
        plan = self.vault.plans.current(self.case_id)
        goals = plan.goals if plan else ()
        return tuple((goal.key, f"{label(goal.domain)}: {self.shown(goal.text)}") for goal in goals)

    def _head(self) -> Iterator[Content]:
        case_file = self.case_file
        track = label(case_file.track) if case_file.track is not Track.REGULAR else ""
        words = (track, label(self.head.label) if self.head.label else "")
        place = " · ".join((label(case_file.approach), *(word for word in words if word), label(case_file.phase)))
        yield joined((place, "bold"), (f"  {_('since')} {plain_date(case_file.registered_on)}", "$zvk-muted"))
        yield joined((_("Goal") + "  ", "$zvk-muted"), self.shown(case_file.goal) or _("no goal yet"))
        yield self._who()
        yield joined(*self._days())

    def _who(self) -> Content:
        case_file = self.case_file
        director = case_file.director.name if case_file.director else _("nobody yet")
        keeper = case_file.coordinator
        coordinator = f"{keeper.name}, {keeper.partner.short}" if keeper else _("nobody yet")
        return joined(
            (_("director") + " ", "$zvk-muted"), director, (f" · {_('coordinator')} ", "$zvk-muted"), coordinator
        )

    def _days(self) -> Iterator[str | tuple[str, str]]:
        """Give the days that somebody must heed: the next discussion, the review of the plan, the letter."""
        today, case_file = self.vault.now().date(), self.case_file
        planned = plain_date(case_file.next_discussion) if case_file.next_discussion else _("no day yet")
        yield (_("Discuss on") + " ", "$zvk-muted")
        yield planned
        plan = self.vault.plans.current(self.case_id)
        if plan is not None and plan.review_on is not None:
            due = case_file.live and plan.review_on < today
            yield (f" · {_('review of the plan')} ", "$zvk-muted")
            yield (f"{'!' if due else ''}{plain_date(plan.review_on)}", "$zvk-late" if due else "")
        letter = self.vault.life.letter(self.case_id)
        if letter is not None and letter.state is not LetterState.SENT and letter.look_on and case_file.live:
            days = letter.days_late(today)
            yield (f" · {_('letter')} ", "$zvk-muted")
            yield (f"{plain_date(letter.look_on)}{f', {late(days)}' if days else ''}", "$zvk-late" if days else "")
        count = sum(action.days_late(today) > 0 for action in self.vault.plans.actions(self.case_id))
        if count:
            words = ngettext("{count} action late", "{count} actions late", count).format(count=count)
            yield (f" · {words}", "$zvk-late")

    def _entry(self, entry: TimelineEntry) -> Content:
        """Return an entry: its day and sentence, and below it what was typed."""
        first = joined((plain_date(entry.on), "$zvk-muted"), "  ", self.shown(entry_sentence(entry)))
        texts = (plain(f"  {self.shown(text)}", "$zvk-muted") for text in entry_texts(entry))
        return Content("\n").join((first, *texts))
