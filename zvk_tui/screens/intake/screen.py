"""Aanmelding: the registration of a case, page by page; what is filled in is kept at every change."""

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import IntakeProblem, ProblemKind, Step, filled, problems, verdict_of
from zvk_tui.domain.owners import folded
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose, Confirm, Find
from zvk_tui.screens.intake.circle import CircleLines, CirclePage, member_form
from zvk_tui.screens.intake.criteria import CriteriaPage
from zvk_tui.screens.intake.keeper import FormKeeper
from zvk_tui.screens.intake.outcome import OutcomePage
from zvk_tui.screens.intake.page import Page
from zvk_tui.screens.intake.person import AlikeLines, PersonPage
from zvk_tui.screens.intake.referral import ReferralPage
from zvk_tui.screens.intake.setting import Setting
from zvk_tui.screens.intake.steps import StepsLine
from zvk_tui.screens.intake.summary import SummaryPage
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.drafts import DraftArea
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.picker import Picker
from zvk_tui.widgets.text import joined, plain

if TYPE_CHECKING:
    from zvk_tui.domain.referral import Alike

PAGES: dict[Step, type[Page]] = {
    page.STEP: page for page in (ReferralPage, PersonPage, CirclePage, CriteriaPage, OutcomePage, SummaryPage)
}
MISSING = frozenset(
    {
        ProblemKind.NO_DATE,
        ProblemKind.NO_REFERRER,
        ProblemKind.NO_REASON,
        ProblemKind.NO_REQUEST_GOAL,
        ProblemKind.NO_NAME,
        ProblemKind.UNANSWERED,
        ProblemKind.NO_MOTIVE,
    }
)
"""What is only not there yet; all else is wrong as it stands, and is said in colour."""


class IntakeScreen(ZvkScreen):
    """The wizard of a registration."""

    HEADING = N_("Registration")
    HELP = N_(
        "Enter goes to the next field, ctrl+n and ctrl+b turn the page. Criteria: j yes, n no, o unknown. "
        "Escape leaves; what you filled in is kept and stands on top of the cases."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "turn(1)", N_("Next page"), show=True, priority=True),
        Binding("pagedown", "turn(1)", N_("Next page"), show=False, priority=True),
        Binding("ctrl+b,pageup", "turn(-1)", N_("Previous page"), show=False, priority=True),
        Binding("ctrl+s", "finish", N_("Register"), show=True, priority=True),
        Binding("escape", "leave", N_("Back"), show=True, tooltip=N_("Back; what you filled in is kept")),
    ]

    steps = getters.query_one(StepsLine)
    hint = getters.query_one("#intake-hint", Hint)
    keeper = getters.query_one(FormKeeper)

    def __init__(self, intake_id: int | None = None) -> None:
        super().__init__()
        self._intake_id = intake_id
        self._step = Step.REFERRAL
        self._seen = {self._step}
        """The pages that were looked at since the registration was opened."""

    def compose_body(self) -> ComposeResult:
        """Take up the registration where it was left, or begin one: the pages in a line, a page, what is said of it."""
        vault, today = self.vault, self.vault.now().date()
        self._setting = Setting(vault, vault.register.directory(), vault.approaches.open_approaches(), today)
        kept = vault.intakes.get(self._intake_id) if self._intake_id is not None else None
        self._form = kept or IntakeForm(registered_on=today)
        yield StepsLine(id="steps")
        with Vertical(id="intake-body"):
            yield PAGES[self._step](self._form, self._setting)
        yield Hint(id="intake-hint")
        yield FormKeeper(self._keep)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.query_one("#page", Page)

    def refresh_view(self) -> None:
        """Say where the registration is, and show the page as the projector asks."""
        self._say()
        for page in self.query(Page):
            page.refresh_page()

    async def action_turn(self, by: int) -> None:
        """Go to the next or the previous page."""
        places = list(Step)
        place = places.index(self._step) + by
        if 0 <= place < len(places):
            await self._show(places[place])

    async def action_finish(self) -> None:
        """Make a case of it, from the last page; from another page, go there first."""
        if self._step is not Step.SUMMARY:
            await self._show(Step.SUMMARY)
        elif self._problems():
            self.tell(_("Something is still missing; the list says what. Enter goes there."), problem=True)
        else:
            self._finish()

    def action_leave(self) -> None:
        """Leave; what was filled in is kept."""
        self._keep()
        self.keeper.forget()
        if self._intake_id is not None:
            self.tell(_("The registration is kept; it stands on top of the cases until it is finished."))
        self.dismiss(None)

    @on(Page.Edited)
    async def _edited(self, event: Page.Edited) -> None:
        if not self.query(Page) or event.page is not self.page:
            return
        approach, self._form = self._form.approach, event.page.form
        self.keeper.typed()
        self._say()
        if self._form.approach is not approach:  # other tracks and labels belong to it
            await self._show(self._step, "approach")

    @on(Input.Submitted)
    @on(DraftArea.Entered)
    @on(Choice.Submitted)
    async def _next(self) -> None:
        if not self.page.go_on():
            await self.action_turn(1)

    @on(Picker.Asked)
    @asking
    async def _pick(self, event: Picker.Asked) -> None:
        picker, page = event.picker, self.page

        def find(words: str) -> list[Line]:
            picked = picker.value.split()
            named = ((key, name) for key, name in picker.options.items() if _holds(name, words))
            return [Line(joined(("✓ " if key in picked else "  ", "bold"), name), key) for key, name in named][:200]

        title = page.TITLES[str(picker.id)]
        while chosen := await self.app.push_screen_wait(Find(_(title), find, _("Nothing has this name."))):
            picker.toggle(chosen)
            page.picked(picker)
            if not picker.many:
                page.go_on()
                return

    @on(CircleLines.Asked)
    @asking
    async def _member(self, event: CircleLines.Asked) -> None:
        page = self.query_one(CirclePage)
        if self._intake_id is None:
            self._intake_id = self.vault.intake.keep(page.read())
        key = f"intake/{self._intake_id}/circle"
        form = member_form(self._form, event.number, key, self._setting.today, page.take)
        await self.app.push_screen_wait(form)

    @on(PersonPage.Asked)
    @asking
    async def _same_or_other(self, event: PersonPage.Asked) -> None:
        lines = [
            Line(plain(_("The same person: a re-registration")), "same"),
            Line(plain(_("Somebody else")), "other"),
        ]
        ref = event.alike.case_file.ref
        answer = await self.app.push_screen_wait(Choose(_("Who is it in {ref}?").format(ref=ref), lines))
        if answer:
            self._judge(event.alike, same=answer == "same")

    @on(AlikeLines.Judged)
    def _judged(self, event: AlikeLines.Judged) -> None:
        self._judge(self.query_one(PersonPage).found(event.ref), same=event.same)

    @on(SummaryPage.Wanted)
    async def _wanted(self, event: SummaryPage.Wanted) -> None:
        await self._show(event.step)

    @on(SummaryPage.Dropped)
    @asking
    async def _drop(self) -> None:
        told = _("Everything that was filled in is gone for good; it cannot be undone.")
        if not await self.app.push_screen_wait(Confirm(_("Drop this registration?"), told)):
            return
        self.keeper.forget()
        if self._intake_id is not None:
            self.vault.intake.drop(self._intake_id)
        self.dismiss(None)

    def _judge(self, alike: "Alike", *, same: bool) -> None:
        ref = alike.case_file.ref
        if same and alike.case_file.live:
            raise Refused(N_("Case {ref} of this person is not closed. Go on with that case."), ref=ref)
        if same and alike.later_ref:
            raise Refused(N_("Case {ref} was registered again before. Name the newest case."), ref=ref)
        self.query_one(PersonPage).judge(ref, same=same)

    def _finish(self) -> None:
        self._keep()
        assert self._intake_id is not None  # noqa: S101 - it has just been kept
        ref = self.vault.intake.finish(self._intake_id)
        self.keeper.forget()
        self.tell(_("{ref} is registered.").format(ref=ref))
        self.dismiss(None)

    def _keep(self) -> None:
        """Keep the form as its fields say now, unless there is nothing on it yet."""
        for page in self.query(Page):
            self._form = page.read()
        if self._intake_id is not None or self._form.begun:
            self._intake_id = self.vault.intake.keep(self._form, self._intake_id)

    def _problems(self) -> tuple[IntakeProblem, ...]:
        return problems(self._form, self._setting.rules(self._form), self._setting.today)

    def _say(self) -> None:
        """Say where the registration is, and what is missing or wrong on this page."""
        rules, found = self._setting.rules(self._form), self._problems()
        self.bar.status = f"{label(self._form.approach)} · {label(verdict_of(self._form, rules))}"
        must = {Step.REFERRAL, Step.PERSON, Step.CRITERIA}
        self.steps.show(self._step, found, self._seen | filled(self._form) | must)
        here = sorted((one.kind in MISSING, label(one.kind)) for one in found if one.step is self._step)
        texts = list(dict.fromkeys(text for _missing, text in here))[:2]
        style = "$zvk-muted" if not here or here[0][0] else "$zvk-late"
        self.hint.say(plain("  ".join(texts), style))

    async def _show(self, step: Step, focus: str = "") -> None:
        """Show a page; the one before is gone, and all that it held is on the form."""
        before, body = self.page, self.query_one("#intake-body", Vertical)
        async with body.batch():
            await body.remove_children()
            self._form, self._step = before.read(), step
            self._seen.add(step)
            await body.mount(PAGES[step](self._form, self._setting))
        self._say()
        if focus:
            self.query_one(f"#{focus}").focus()


def _holds(name: str, words: str) -> bool:
    return all(word in folded(name) for word in folded(words).split())
