"""The rules for closing, per approach: each value with where it is written, changed as a new version."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.closure import ClosureRules
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.admission import ChangeLines
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.closure_forms import rules_form
from zvk_tui.screens.dialogs import Choose
from zvk_tui.widgets.closure_words import rule_text, rules_titles, rules_version
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import fitted, joined, plain, wrapped

_TITLE = 19
"""Columns of what a rule is called."""


class ClosureRulesScreen(ZvkScreen):
    """The rules for closing of one approach; enter changes the one under the cursor."""

    HELP = N_("Saving makes a new version; checks that were decided upon keep the rules of then.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("Change")),
        Binding("v", "versions", N_("Versions")),
        Binding("w", "approach", N_("Other approach")),
        Binding("escape", "back", N_("Back"), show=True),
    ]

    lines = getters.query_one(Lines)

    def __init__(self, approach: Approach) -> None:
        super().__init__()
        self._approach = approach
        self._version: int | None = None
        """The earlier version that is shown; None for the one that counts."""

    def compose_body(self) -> ComposeResult:
        """Lay out the rules."""
        yield ChangeLines(id="rules")

    def refresh_view(self) -> None:
        """Read the rules again."""
        history = self.vault.closures.rules_history(self._approach)
        shown = next((one for one in history if one.rules.version == self._version), history[0])
        self.bar.title = _("Rules for closing: {approach}").format(approach=label(self._approach))
        old = _("; no longer counts") if shown is not history[0] else ""
        self.bar.status = rules_version(shown) + old
        self.lines.show(self._rows(shown.rules))
        self.lines.focus()

    def on_resize(self, _event: events.Resize) -> None:
        """Break the texts at the new width."""
        if self.is_mounted:
            self.refresh_view()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action == "edit" and self._version is not None:
            return _("This version no longer counts. Choose the newest one with v to change it.")
        return ""

    def action_back(self) -> None:
        """Go back; from an earlier version, to the one that counts."""
        if self._version is None:
            self.app.pop_screen()
        else:
            self._version = None
            self.refresh_view()

    def action_edit(self) -> None:
        """Change the rules."""
        if self.allowed("edit"):
            self._edit("")

    @on(Lines.OptionSelected)
    def _change(self) -> None:
        if self.allowed("edit"):
            self._edit(self.lines.chosen)

    @asking
    async def action_versions(self) -> None:
        """Look at an earlier version."""
        history = self.vault.closures.rules_history(self._approach)
        lines = [Line(plain(rules_version(one)), str(one.rules.version)) for one in history]
        if chosen := await self.app.push_screen_wait(Choose(_("Which version?"), lines, str(self._version or ""))):
            self._version = int(chosen) if int(chosen) != history[0].rules.version else None
            self.refresh_view()

    @asking
    async def action_approach(self) -> None:
        """Look at the rules of another approach."""
        lines = [Line(plain(label(one)), one.value) for one in Approach]
        if chosen := await self.app.push_screen_wait(Choose(_("Which approach?"), lines, self._approach)):
            self._approach, self._version = Approach(chosen), None
            self.refresh_view()

    @asking
    async def _edit(self, at: str) -> None:
        before = self.vault.closures.rules(self._approach).version
        await self.app.push_screen_wait(rules_form(self.vault, self._approach, at))
        now = self.vault.closures.rules(self._approach).version
        if now != before:
            self.refresh_view()
            self.tell(_("Version {number} counts from now on.").format(number=now))

    def _rows(self, rules: ClosureRules) -> Iterator[Line]:
        room = max(30, self.app.size.width - _TITLE - 10)
        margin = " " * (_TITLE + 3)
        for name, title in rules_titles().items():
            value = wrapped(plain(rule_text(rules, name)), room).split("\n")
            said = _("source: {source}").format(source=rules.source(name) or "–")
            first, *rest = [*value, *wrapped(plain(said, "$zvk-muted"), room).split("\n")]
            lines = [joined("  ", (fitted(title, _TITLE), "bold"), " ", first), *(joined(margin, one) for one in rest)]
            yield Line(Content("\n").join(lines), name)
