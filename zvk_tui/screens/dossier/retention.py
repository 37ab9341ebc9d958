"""How long a case may be kept, since when, and who may see it; each with its rule."""

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.content import Content

from zvk_tui.domain.approaches import CLOSED_APPROACHES
from zvk_tui.domain.dossier import Term
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import label, late, plain_date
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import fitted, joined, wrapped

_FIRST = 24
"""Columns of what a line is about."""


class RetentionTab(DossierTab):
    """The term of one case."""

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Lines(id="retention-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the term again."""
        width = max(40, self.app.size.width - 8)
        self.lines.show(Line(wrapped(content, width), str(place)) for place, content in enumerate(self._contents()))

    def _contents(self) -> Iterator[Content]:
        rules = self.vault.approaches.current(self.case_file.approach)
        term = Term(self.vault.dossiers.first_on(self.case_id), rules.retention_years)
        yield _row(_("First processed on"), plain_date(term.first_on))
        years = ngettext("{count} year after that", "{count} years after that", term.years).format(count=term.years)
        yield _row(_("Destroyed by"), f"{plain_date(term.last_on)} ({years})", rules.source("retention_years"))
        yield self._left(term)
        yield from self._life()
        yield _row(_("Legal basis"), label(rules.legal_basis), rules.source("legal_basis"))
        yield _row(_("Who may see it"), self._who())

    def _left(self, term: Term) -> Content:
        days = term.days_left(self.vault.now().date())
        if days < 0:
            return joined(" " * (_FIRST + 1), (f"! {late(-days)}", "bold $zvk-late"))
        left = ngettext("{count} day left", "{count} days left", days).format(count=days)
        return joined(" " * (_FIRST + 1), (left, "$zvk-muted"))

    def _life(self) -> Iterator[Content]:
        life = self.vault.life.life(self.case_id)
        if life.closed_on is None:
            yield _row(_("Closed"), _("no; the case is live"))
        else:
            reason = label(life.closing_reason) if life.closing_reason else "–"
            yield _row(_("Closed"), f"{plain_date(life.closed_on)}: {reason}")
        shielded = _("yes: in no list; it is opened for a purpose only, and that is logged")
        yield _row(_("Shielded"), shielded if life.shielded else _("no"))
        if life.erased:
            yield _row(_("Erased"), _("yes: only an anonymous stub is left"))

    def _who(self) -> str:
        approach = self.case_file.approach
        if approach not in CLOSED_APPROACHES:
            return _("everybody with a key: {names}").format(names=", ".join(self.vault.holders()))
        names = ", ".join(dict.fromkeys(one.name for one in self.vault.approaches.admitted(approach)))
        return _("who is admitted to this approach: {names}").format(names=names)


def _row(title: str, text: str, source: str = "") -> Content:
    return joined((fitted(title, _FIRST) + " ", "$zvk-muted"), text, (f"  [{source}]" if source else "", "$zvk-muted"))
