"""One closure check: every condition, what is told, the proposal, and what the table decides."""

from typing import Any, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from zvk_tui.domain.case_terms import EventKind
from zvk_tui.domain.closure import ClosureFactKind, ConditionKind, Verdict
from zvk_tui.domain.closure_case import ClosureCase, may_be_closed
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.base import VaultAccess, ZvkScreen, asking
from zvk_tui.screens.case_event import event_form
from zvk_tui.screens.closure_forms import decision_form, fact_form
from zvk_tui.screens.closure_rules import ClosureRulesScreen
from zvk_tui.screens.closure_view import CONDITION, STEP, ClosureView
from zvk_tui.screens.dialogs import Choose, Confirm
from zvk_tui.screens.dossier.opening import open_dossier
from zvk_tui.screens.dossier.police_forms import contact_form, known_form
from zvk_tui.widgets.closure_words import verdict_sentence
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import plain

_AT_WORK = frozenset({"fact", "known", "agenda", "propose", "decide"})
"""What only a case that is worked on can get."""
_TO_TABLE = frozenset({"agenda", "propose", "decide"})
"""What only a case that was admitted can get."""


class ClosureCaseScreen(ZvkScreen):
    """The closure check of one case; enter records what a condition lacks, or takes the step under the cursor."""

    HEADING = N_("Closing")
    HELP = N_("Enter records what the condition under the cursor needs. The table decides with b, in the meeting.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "fact", N_("Fact"), tooltip=N_("Record what somebody told")),
        Binding(
            "t", "known", N_("Police info"), show=False, tooltip=N_("Record up to when police information is known")
        ),
        Binding("a", "agenda", N_("To agenda")),
        Binding("p", "propose", N_("Propose")),
        Binding("b", "decide", N_("Decide"), tooltip=N_("Record what the table decides about closing")),
        Binding("d", "dossier", N_("Dossier"), show=False),
        Binding("r", "rules", N_("Rules"), show=False),
        Binding("escape", "back", N_("Back"), show=False),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, case_id: int) -> None:
        super().__init__()
        self.case_id = case_id
        self._away = False
        self._case: ClosureCase | None = None
        self._at_table: int | None = None

    def compose_body(self) -> ComposeResult:
        """Lay out the lines."""
        yield OpenLines(id="rules")

    def refresh_view(self) -> None:
        """Check the case again."""
        today = self.vault.now().date()
        self._case = case = self.vault.closures.of_case(self.case_id)
        self._at_table = self.vault.closures.table_item(self.case_id)
        case_file = self.vault.closures.files([self.case_id])[self.case_id]
        self.bar.title = f"{_(self.HEADING)}: {self.case_title(case_file)}"
        self.bar.status = label(case_file.approach)
        width = max(40, self.app.size.width - 6)
        self.lines.show(ClosureView(case, today, width, self._shown).lines())
        self.lines.focus()
        self.refresh_bindings()

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines at the new width."""
        if self.is_mounted:
            self.refresh_view()

    @on(events.ScreenSuspend)
    def _left(self) -> None:
        self._away = True

    @on(events.ScreenResume)
    def _returned(self) -> None:
        if self._away and self.zvk.is_open:
            self._away = False
            self.refresh_view()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        case = self._case
        if case is None or action not in _AT_WORK:
            return ""
        if case.life.closed:
            return _("This case is closed. Reopen it first, with a reason.")
        if action in _TO_TABLE and not may_be_closed(case.life.phase):
            return _("{ref} is not admitted yet: there is nothing to close.").format(ref=case.ref)
        if action == "propose" and case.waiting is not None and case.waiting.proposed_by:
            return _("Closing was proposed already; the table decides upon it.")
        return self._why_not_decide(case) if action == "decide" else ""

    def _why_not_decide(self, case: ClosureCase) -> str:
        if case.waiting is None:
            return _("Nothing is proposed. p proposes closing, a puts the case on the agenda.")
        if self._at_table is None:
            return _("The table decides, in the meeting: this case is not on the agenda of one that has begun.")
        return ""

    def action_back(self) -> None:
        """Go back to where the check was opened."""
        self.dismiss()

    def action_rules(self) -> None:
        """Show the rules of the approach."""
        if self._case is not None:
            self.app.push_screen(ClosureRulesScreen(self._case.rules.approach))

    @asking
    async def action_dossier(self) -> None:
        """Open the dossier of the case."""
        await open_dossier(self, self.case_id)

    @asking
    async def action_known(self) -> None:
        """Record up to which day police information is known."""
        if self.allowed("known") and await self.app.push_screen_wait(known_form(self.vault, self.case_id)):
            self.refresh_view()

    @asking
    async def action_fact(self) -> None:
        """Choose what was told, and record it."""
        if self._case is None or not self.allowed("fact"):
            return
        choices = [Line(plain(label(kind)), kind.value) for kind in _kinds(self._case)]
        if chosen := await self.app.push_screen_wait(Choose(_("What was told?"), choices)):
            await self._record(ClosureFactKind(chosen))

    @asking
    async def action_agenda(self) -> None:
        """Put the case on the agenda, its check attached."""
        if self.allowed("agenda"):
            await agenda(self, self.case_id)

    @asking
    async def action_propose(self) -> None:
        """Propose to close the case."""
        if self.allowed("propose"):
            await propose(self, self.case_id)

    @asking
    async def action_decide(self) -> None:
        """Record what the table decides."""
        case = self._case
        if self.allowed("decide") and case is not None and case.waiting is not None:
            await self.app.push_screen_wait(decision_form(self.vault, case))
            self.refresh_view()

    @on(Lines.OptionSelected)
    @asking
    async def _opened(self) -> None:
        chosen = self.lines.chosen
        if chosen.startswith(STEP):
            form = event_form(self.vault, self.case_id, EventKind(chosen.removeprefix(STEP)))
            await self.app.push_screen_wait(form)
            self.refresh_view()
        elif chosen.startswith(CONDITION) and self.allowed("fact"):
            await self._answer(chosen.removeprefix(CONDITION))

    async def _answer(self, condition: str) -> None:
        """Record what a condition needs: police information, or what somebody told."""
        match condition:
            case ConditionKind.POLICE_KNOWN:
                await self.app.push_screen_wait(known_form(self.vault, self.case_id))
                self.refresh_view()
            case ConditionKind.PERIOD_OVER:
                await self.app.push_screen_wait(contact_form(self.vault, self.case_id, None))
                self.refresh_view()
            case ConditionKind.COACH_DONE:
                kinds = (ClosureFactKind.COACH_QUESTIONS, ClosureFactKind.COACH_CONTACT)
                choices = [Line(plain(label(kind)), kind.value) for kind in kinds]
                if chosen := await self.app.push_screen_wait(Choose(_("What was told?"), choices)):
                    await self._record(ClosureFactKind(chosen))
            case _:
                await self._record(ClosureFactKind(condition))

    async def _record(self, kind: ClosureFactKind) -> None:
        if self._case is not None:
            await self.app.push_screen_wait(fact_form(self.vault, self._case, kind))
            self.refresh_view()

    def _shown(self, text: str) -> str:
        return self.shown(text, self._case.ref if self._case else "")


async def agenda(screen: VaultAccess[Any], case_id: int) -> None:
    """Put a case on the agenda of the next meeting, its check attached, and say so."""
    screen.vault.closure.put_on_agenda(case_id)
    ref = screen.vault.life.ref(case_id)
    screen.refresh_view()
    screen.tell(_("{ref} is on the agenda of the next meeting, with its check.").format(ref=ref))


async def propose(screen: VaultAccess[Any], case_id: int) -> None:
    """Propose to close a case; when the check does not say that it may, ask whether that is meant."""
    case = screen.vault.closures.of_case(case_id)
    question = _("Propose to close {ref}?").format(ref=case.ref)
    sentence = _("The check says: {verdict}.").format(verdict=verdict_sentence(case.check))
    may = case.check.verdict is Verdict.MAY_CLOSE
    if may or await screen.app.push_screen_wait(Confirm(question, sentence)):
        screen.vault.closure.propose(case_id)
        screen.refresh_view()
        screen.tell(_("Closing of {ref} is proposed. a puts it on the agenda.").format(ref=case.ref))


def _kinds(case: ClosureCase) -> tuple[ClosureFactKind, ...]:
    """Return what can be told of a case: what its rules ask, and a removal."""
    asked = {ClosureFactKind(kind.value) for kind in case.rules.conditions if kind.value in set(ClosureFactKind)}
    if ConditionKind.COACH_DONE in case.rules.conditions:
        asked |= {ClosureFactKind.COACH_QUESTIONS, ClosureFactKind.COACH_CONTACT}
    moved = {ClosureFactKind.MOVED_AWAY, ClosureFactKind.MUNICIPALITY_TOLD}
    return tuple(kind for kind in ClosureFactKind if kind in asked | moved)
