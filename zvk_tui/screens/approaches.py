"""Aanpakken: the rules of each approach with where they are written, changed as a new version."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.domain.approaches import CLOSED_APPROACHES, ApproachRules
from zvk_tui.domain.case_file import Approach
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label
from zvk_tui.screens.admission import AdmissionDialog, ChangeLines
from zvk_tui.screens.approach_form import approach_form
from zvk_tui.screens.approach_words import Rule, criteria_of, rules_of, version_line
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined, plain, wrapped

_TITLE = 19
"""Columns of what a rule is called."""


class ApproachesScreen(ZvkScreen):
    """The approaches of the chamber."""

    HEADING = N_("Approaches")
    HELP = N_("The rules are data of this vault: enter shows each with its source, and lets you change them.")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", N_("Back"), show=True)]

    lines = getters.query_one(Lines)

    def compose_body(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="approaches")

    def refresh_view(self) -> None:
        """Read the approaches again."""
        self.lines.show(Line(self._row(approach), approach) for approach in Approach)
        self.lines.focus()

    def on_screen_resume(self) -> None:
        """Show what was changed in an approach."""
        self.refresh_view()

    def action_back(self) -> None:
        """Go back to Beheer."""
        self.app.pop_screen()

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        self.app.push_screen(ApproachScreen(Approach(self.lines.chosen)))

    def _row(self, approach: Approach) -> Content:
        newest = self.vault.approaches.history(approach)[0]
        version = version_line(newest)
        if approach not in CLOSED_APPROACHES:
            return joined(fitted(label(approach), 16), (version, "$zvk-muted"))
        count = len(self.vault.rule.circle(approach).people)
        return joined(fitted(label(approach), 16), (fitted(version, 36) + "  ", "$zvk-muted"), _admitted(count))


class ApproachScreen(ZvkScreen):
    """One approach: its criteria, its formula and all other rules; enter changes the one under the cursor."""

    HELP = N_(
        "Enter changes the rule under the cursor; saving makes a new version and leaves the earlier ones as they are."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("Change")),
        Binding("v", "versions", N_("Versions")),
        Binding("t", "admission", N_("Admission")),
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
        history = self.vault.approaches.history(self._approach)
        shown = next((one for one in history if one.rules.version == self._version), history[0])
        self.bar.title = f"{_('Approach')} {label(self._approach)}"
        old = _("; no longer counts") if shown is not history[0] else ""
        self.bar.status = version_line(shown) + old
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
        if action == "admission" and self._approach not in CLOSED_APPROACHES:
            return _("This approach is open to everybody who opens the vault.")
        return ""

    def action_edit(self) -> None:
        """Change the rules."""
        if self.allowed("edit"):
            self._edit("")

    def action_versions(self) -> None:
        """Look at an earlier version."""
        self._choose()

    def action_admission(self) -> None:
        """Show who is admitted."""
        if self.allowed("admission"):
            self.app.push_screen(AdmissionDialog(self._approach))

    def action_back(self) -> None:
        """Go back to the list; from an earlier version, to the one that counts."""
        if self._version is None:
            self.app.pop_screen()
        else:
            self._version = None
            self.refresh_view()

    @on(Lines.OptionSelected)
    def _change(self) -> None:
        if self.allowed("edit"):
            self._edit(self.lines.chosen)

    @asking
    async def _edit(self, at: str) -> None:
        before = self.vault.approaches.current(self._approach).version
        await self.app.push_screen_wait(approach_form(self.vault, self._approach, at))
        now = self.vault.approaches.current(self._approach).version
        if now != before:
            self.refresh_view()
            self.tell(
                _("Version {number} counts from now on; cases keep the one they were tested by.").format(number=now)
            )

    @asking
    async def _choose(self) -> None:
        history = self.vault.approaches.history(self._approach)
        lines = [Line(plain(version_line(one)), str(one.rules.version)) for one in history]
        chosen = await self.app.push_screen_wait(Choose(_("Which version?"), lines, str(self._version or "")))
        if chosen:
            self._version = int(chosen) if int(chosen) != history[0].rules.version else None
            self.refresh_view()

    def _rows(self, rules: ApproachRules) -> Iterable[Line]:
        yield Line(joined((_("Criteria"), "bold $primary")))
        yield from (self._row(rule) for rule in criteria_of(rules))
        yield Line(plain(""))
        yield Line(joined((_("Rules"), "bold $primary")))
        yield from (self._row(rule) for rule in rules_of(rules))

    def _row(self, rule: Rule) -> Line:
        """Return one rule; below it where it is written."""
        room = max(30, self.app.size.width - _TITLE - 10)
        value = wrapped(plain(rule.value), room).split("\n")
        source = wrapped(plain(_("source: {source}").format(source=rule.source or "–"), "$zvk-muted"), room).split("\n")
        first, *rest = [*value, *source]
        margin = " " * (_TITLE + 3)
        lines = [joined("  ", (fitted(rule.title, _TITLE), "bold"), " ", first), *(joined(margin, one) for one in rest)]
        return Line(Content("\n").join(lines), rule.field)


def _admitted(count: int) -> str:
    none = _("nobody admitted")
    return ngettext("{count} person admitted", "{count} people admitted", count).format(count=count) if count else none
