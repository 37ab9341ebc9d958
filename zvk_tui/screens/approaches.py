"""Aanpakken: the rules of each approach with where they are written, changed as a new version."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.domain.approaches import CLOSED_APPROACHES, RulesVersion
from zvk_tui.domain.case_file import Approach
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label
from zvk_tui.screens.admission import AdmissionDialog
from zvk_tui.screens.approach_form import approach_form
from zvk_tui.screens.approach_words import criteria_of, rules_of
from zvk_tui.screens.base import ZvkScreen
from zvk_tui.screens.record_form import RecordForm
from zvk_tui.screens.rules_screen import RulesScreen, Version, version_words
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined


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
        version = _words(newest)
        if approach not in CLOSED_APPROACHES:
            return joined(fitted(label(approach), 16), (version, "$zvk-muted"))
        count = len(self.vault.rule.circle(approach).people)
        return joined(fitted(label(approach), 16), (fitted(version, 36) + "  ", "$zvk-muted"), _admitted(count))


class ApproachScreen(RulesScreen):
    """One approach: its criteria, its formula and all other rules."""

    HELP = N_(
        "Enter changes the rule under the cursor; saving makes a new version and leaves the earlier ones as they are."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "admission", N_("Admission")),
        Binding("escape", "back", N_("Back"), show=True),
    ]
    CHANGED = N_("Version {number} counts from now on; cases keep the one they were tested by.")

    def __init__(self, approach: Approach) -> None:
        super().__init__()
        self._approach = approach

    def heading(self) -> str:
        """Return which approach this is."""
        return f"{_('Approach')} {label(self._approach)}"

    def versions(self) -> Sequence[Version]:
        """Read every version, the one that counts first."""
        return [
            Version(
                one.rules.version,
                _words(one),
                ((_("Criteria"), tuple(criteria_of(one.rules))), (_("Rules"), tuple(rules_of(one.rules)))),
            )
            for one in self.vault.approaches.history(self._approach)
        ]

    def form(self, at: str) -> RecordForm:
        """Return the form of a new version."""
        return approach_form(self.vault, self._approach, at)

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action == "admission" and self._approach not in CLOSED_APPROACHES:
            return _("This approach is open to everybody who opens the vault.")
        return super().why_not(action)

    def action_admission(self) -> None:
        """Show who is admitted."""
        if self.allowed("admission"):
            self.app.push_screen(AdmissionDialog(self._approach))


def _words(version: RulesVersion) -> str:
    return version_words(version.rules.version, version.rules.valid_from, version.by)


def _admitted(count: int) -> str:
    none = _("nobody admitted")
    return ngettext("{count} person admitted", "{count} people admitted", count).format(count=count) if count else none
