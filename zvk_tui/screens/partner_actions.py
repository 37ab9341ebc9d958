"""What one organisation owes over all cases: by due date, so late first; p writes it to a file to take along."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from zvk_tui.documents.names import masked
from zvk_tui.domain.approaches import CLOSED_APPROACHES
from zvk_tui.domain.owners import folded
from zvk_tui.domain.partners import Partner
from zvk_tui.domain.progress import Owed, Owing
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import action_ref, number, plain_date
from zvk_tui.screens.action_review import settle_action
from zvk_tui.screens.base import VaultAccess, ZvkScreen, asking
from zvk_tui.screens.dialogs import Find
from zvk_tui.screens.document_export import DocumentExport, Paper, Writing
from zvk_tui.screens.list_columns import WIDE
from zvk_tui.widgets.card import action_when
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.pointed import Numbered, PointedWindow
from zvk_tui.widgets.text import fitted, joined, plain

if TYPE_CHECKING:
    from zvk_tui.documents.partner_actions import OwedList


async def ask_partner(screen: VaultAccess[Any]) -> Partner | None:
    """Ask for an organisation, of those that owe anything."""
    owing = screen.vault.progress.owing()

    def find(words: str) -> Iterable[Line]:
        wanted = folded(words).split()
        for one in owing:
            if all(word in folded(f"{one.partner.short} {one.partner.name}") for word in wanted):
                yield Line(_owing(one), str(one.partner.id))

    nothing = _("No organisation of this name has open actions.")
    chosen = await screen.app.push_screen_wait(Find(_("Which organisation?"), find, nothing))
    return next((one.partner for one in owing if str(one.partner.id) == chosen), None)


def _owing(one: Owing) -> Content:
    count = ngettext("{count} open", "{count} open", one.open).format(count=number(one.open))
    late = ngettext("{count} late", "{count} late", one.late).format(count=number(one.late))
    return joined((fitted(one.partner.short, 24), "bold"), f" {count}", (f", {late}" if one.late else "", "$zvk-late"))


class PartnerActionsScreen(ZvkScreen):
    """The open actions of one organisation."""

    HEADING = N_("Open actions")
    HELP = N_(
        "Everything one organisation owes, over all cases that you may see. Enter records what became of an action."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "other", N_("Organisation")),
        Binding("p", "print", N_("To a file")),
        Binding("escape", "leave", N_("Back"), show=True),
    ]

    window = getters.query_one(PointedWindow)

    def __init__(self, partner: Partner) -> None:
        super().__init__()
        self._partner = partner

    def compose_body(self) -> ComposeResult:
        """Lay out the list, and the action under the cursor in full."""
        with Vertical(id="progress-body"):
            yield Static(id="owed-head")
            yield Static(id="empty")
            yield PointedWindow(self._draw, id="owed")
            yield Static(id="in-full")

    def begin(self) -> None:
        """Start in the list."""
        self.window.focus()

    def refresh_view(self) -> None:
        """Read the actions again; the cursor stays where it was."""
        numbers, owing = self.vault.progress.owed_numbers(self._partner.id), self.vault.progress.owing()
        late = next((one.late for one in owing if one.partner.id == self._partner.id), 0)
        open_words = ngettext("{count} open", "{count} open", len(numbers)).format(count=number(len(numbers)))
        late_words = ngettext("{count} late", "{count} late", late).format(count=number(late))
        self.bar.title = f"{_(self.HEADING)}: {self._partner.short}"
        self.bar.status = f"{open_words}, {late_words}" if late else open_words
        self.query_one("#owed-head", Static).update(plain(self._partner.name, "$zvk-muted"))
        self.window.show(Numbered(numbers, self._read), self.window.chosen)

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the words under the list to the new width."""
        if self.is_mounted:
            self._pointed()

    @asking
    async def action_other(self) -> None:
        """Choose another organisation in the place of this one."""
        if (partner := await ask_partner(self)) is not None:
            self._partner = partner
            self.refresh_view()

    def action_print(self) -> None:
        """Write the list to a file."""
        from zvk_tui.documents.partner_actions import owed_document, owed_name

        owed, left_out = self._list()
        words = ngettext(
            "{count} action of an approach with a circle of its own is left out of the file.",
            "{count} actions of an approach with a circle of its own are left out of the file.",
            left_out,
        )
        paper = Paper(partial(owed_document, owed), partial(owed_name, owed))
        writing = Writing(
            _("Open actions of {partner}").format(partner=self._partner.short),
            lambda: paper,
            goes_out=lambda suffix: self.vault.actions.note_printed(suffix, len(owed.owed)),
            remark=words.format(count=number(left_out)) if left_out else "",
        )
        self.app.push_screen(DocumentExport(writing))

    def action_leave(self) -> None:
        """Go back to the overview."""
        self.app.pop_screen()

    @on(PointedWindow.Opened)
    @asking
    async def _opened(self, event: PointedWindow.Opened) -> None:
        for one in self.vault.progress.owed_page([int(event.key)]):
            await settle_action(self, one.action)
            self.refresh_view()

    @on(PointedWindow.Pointed)
    def _pointed(self) -> None:
        one: Owed | None = self.window.value
        empty = self.query_one("#empty", Static)
        empty.display = one is None
        empty.update(plain(_("This organisation has no open actions. o chooses another."), "$zvk-muted"))
        self.query_one("#in-full", Static).update(self._in_full(one) if one else Content(""))

    def _list(self) -> "tuple[OwedList, int]":
        """Return what goes to paper, and how many lines do not: a closed approach has a circle of its own."""
        from zvk_tui.documents.partner_actions import OwedList

        every = self.vault.progress.owed(self._partner.id)
        shown = tuple(one for one in every if one.case_file is None or one.case_file.approach not in CLOSED_APPROACHES)
        chamber = self.vault.settings.get().chamber
        return OwedList(chamber, self._partner, shown, self.vault.now(), self.vault.who), len(every) - len(shown)

    def _read(self, numbers: Sequence[int]) -> Iterable[tuple[int, Owed]]:
        return ((one.action.id, one) for one in self.vault.progress.owed_page(numbers))

    def _draw(self, one: Owed, width: int) -> Content:
        action, case_file, wide = one.action, one.case_file, width >= WIDE
        when = self._when(one) if wide else self._when(replace(one, action=replace(action, postponed_count=0)))
        named = case_file.named(self.name_style) if case_file else "–"
        head = f"{fitted(action.case_ref or '–', 9)} {fitted(named, 26 if wide else 14)} "
        ref, aside = fitted(action_ref(action.number), 7), 44 if wide else 19
        text = fitted(self._said(one), max(10, width - len(head) - len(ref) - aside - 1))
        return joined((head, "bold"), ref, text, " ", when)

    def _when(self, one: Owed) -> Content:
        return action_when(one.action, one.action.days_late(self.vault.now().date()))

    def _in_full(self, one: Owed) -> Content:
        width, action = max(60, self.app.size.width - 2), one.action
        agreed = _("agreed on {date}").format(date=plain_date(action.agreed_on)) if action.agreed_on else ""
        due = _("due on {date}").format(date=plain_date(action.due))
        director = one.case_file.director.name if one.case_file and one.case_file.director else _("no director")
        person = action.person.name if action.person else self._partner.short
        about = plain(f"{person} · {agreed} · {due} · {director}", "$zvk-muted")
        return Content("\n").join((plain(fitted(self._said(one), width)), self._when(one), about))

    def _said(self, one: Owed) -> str:
        """Return the text of an action, the names in it as the projector allows."""
        text, case_file = one.action.text, one.case_file
        return masked(text, case_file.ref, case_file.subject, self.name_style) if case_file else text
