"""What was said about a case: every statement with its source and how it stands, of one organisation or of all."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from zvk_tui.domain.case_terms import Standing
from zvk_tui.domain.statements import Statement
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label
from zvk_tui.screens.dialogs import Ask, Choose, Reading
from zvk_tui.screens.dossier.asking import applies, ask
from zvk_tui.screens.dossier.statement_forms import statement_form, use_form
from zvk_tui.screens.dossier.statement_view import StatementView
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import joined, plain

_FIRST = 100
"""Statements that are read at first; asking for more doubles it."""


class ContributionsTab(DossierTab):
    """The statements about one case, newest first; enter shows one with the papers that carried it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("New")),
        Binding("f", "filter", N_("Of whom")),
        Binding("m", "mark", N_("Disputed or wrong")),
        Binding("w", "change", N_("Change")),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, case_id: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(case_id, id=id)
        self._found: dict[str, Statement] = {}
        self._partner_id: int | None = None
        self._limit = _FIRST

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="statement-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the statements again."""
        found = self.vault.statements.of_case(self.case_id, self._partner_id, self._limit)
        self._found = {str(statement.contribution.id): statement for statement in found}
        sources = self.vault.statements.sources(self.case_id)
        named = next((partner.short for partner, _n in sources if partner.id == self._partner_id), "")
        count = sum(n for partner, n in sources if self._partner_id in {None, partner.id})
        words = ngettext("{count} contribution", "{count} contributions", count).format(count=count)
        lines = [Line(joined((f"{words} · {named or _('all organisations')}", "$zvk-muted")))]
        if not found:
            lines.append(Line(joined((_("Nothing was brought in yet. n adds a contribution."), "$zvk-muted"))))
        lines.extend(self._view().line(statement) for statement in found)
        if count > len(found):
            lines.append(
                Line(joined((_("Enter shows {count} more.").format(count=count - len(found)), "bold")), "more")
            )
        self.lines.show(lines)

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        if action in {"mark", "change"} and self._statement() is None:
            return _("Put the cursor on a contribution first.")
        return ""

    def action_new(self) -> None:
        """Add what somebody told between meetings."""
        ask(self, lambda: self.app.push_screen_wait(statement_form(self.vault, self.case_id, None)))

    def action_filter(self) -> None:
        """Show the contributions of one organisation, or of all."""
        ask(self, self._filter)

    def action_mark(self) -> None:
        """Mark the statement under the cursor as disputed, wrong, or standing again."""
        if applies(self, "mark"):
            ask(self, self._mark)

    def action_change(self) -> None:
        """Change the statement under the cursor; of one at a meeting its category and conditions."""
        if applies(self, "change"):
            ask(self, self._change)

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        if self.lines.chosen == "more":
            self._limit *= 2
            self.refresh_view()
        elif (statement := self._statement()) is not None:
            ask(self, lambda: self._read(statement))

    async def _filter(self) -> None:
        lines = [Line(plain(_("all organisations")), "0")]
        lines.extend(
            Line(plain(f"{one.short} ({n})"), str(one.id)) for one, n in self.vault.statements.sources(self.case_id)
        )
        chosen = await self.app.push_screen_wait(Choose(_("Contributions of whom?"), lines, str(self._partner_id or 0)))
        if chosen:
            self._partner_id = int(chosen) or None

    async def _mark(self) -> None:
        statement = self._statement()
        if statement is None:
            return
        standings = [Line(plain(label(one)), one.value) for one in Standing if one is not statement.standing]
        chosen = await self.app.push_screen_wait(Choose(_("How does this contribution stand?"), standings))
        if not chosen:
            return
        number = statement.contribution.id
        why = await self.app.push_screen_wait(
            Ask(_("Why? The reason is kept with it."), check=lambda said: "" if said.strip() else _("Type the reason."))
        )
        if why:
            self.vault.statement.mark(number, Standing(chosen), why)
            await self._read(self.vault.statements.one(number))

    async def _change(self) -> None:
        statement = self._statement()
        if statement is None:
            return
        if statement.meeting is None:
            await self.app.push_screen_wait(statement_form(self.vault, self.case_id, statement))
        else:
            await self.app.push_screen_wait(use_form(self.vault, statement))

    async def _read(self, statement: Statement) -> None:
        carriers = self.vault.statements.carried_by(statement.contribution.id)
        content = self._view(12).whole(statement, carriers)
        agree = ""
        if statement.standing is not Standing.STANDS and carriers:
            agree = _("Tell everybody who has one of these that this is {standing}.").format(
                standing=label(statement.standing)
            )
        await self.app.push_screen_wait(Reading(_("Contribution"), content, agree))

    def _view(self, margin: int = 6) -> StatementView:
        return StatementView(max(40, self.app.size.width - margin), self.shown)

    def _statement(self) -> Statement | None:
        return self._found.get(self.lines.chosen)
