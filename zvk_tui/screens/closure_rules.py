"""The rules for closing, per approach: each value with where it is written, changed as a new version."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.closure import ClosureRules
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label
from zvk_tui.screens.base import asking
from zvk_tui.screens.closure_forms import rules_form
from zvk_tui.screens.dialogs import Choose
from zvk_tui.screens.record_form import RecordForm
from zvk_tui.screens.rules_screen import Rule, RulesScreen, Version, version_words
from zvk_tui.widgets.closure_words import rule_text, rules_titles
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import plain


class ClosureRulesScreen(RulesScreen):
    """The rules for closing of one approach."""

    HELP = N_("Saving makes a new version; checks that were decided upon keep the rules of then.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "approach", N_("Other approach")),
        Binding("escape", "back", N_("Back"), show=True),
    ]

    def __init__(self, approach: Approach) -> None:
        super().__init__()
        self._approach = approach

    def heading(self) -> str:
        """Return of which approach these are."""
        return _("Rules for closing: {approach}").format(approach=label(self._approach))

    def versions(self) -> Sequence[Version]:
        """Read every version, the one that counts first."""
        own = self._approach is not Approach.RADICALISATION
        origin = "" if own else _("as for 0-100; not in the annual report")
        return [
            Version(
                one.rules.version,
                version_words(one.rules.version, one.valid_from, one.by, origin),
                _parts(one.rules),
            )
            for one in self.vault.closures.rules_history(self._approach)
        ]

    def form(self, at: str) -> RecordForm:
        """Return the form of a new version."""
        return rules_form(self.vault, self._approach, at)

    @asking
    async def action_approach(self) -> None:
        """Look at the rules of another approach."""
        lines = [Line(plain(label(one)), one.value) for one in Approach]
        if chosen := await self.app.push_screen_wait(Choose(_("Which approach?"), lines, self._approach)):
            self._approach, self._version = Approach(chosen), None
            self.refresh_view()


def _parts(rules: ClosureRules) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    found = (
        Rule(name, title, rule_text(rules, name), rules.source(name) or "–") for name, title in rules_titles().items()
    )
    return (("", tuple(found)),)
