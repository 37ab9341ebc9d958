"""The papers of a case: the minutes in which it stands, and its notification letter."""

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.content import Content

from zvk_tui.domain.case_terms import LetterState
from zvk_tui.domain.dossier import CaseMinutes
from zvk_tui.domain.letters import Letter
from zvk_tui.i18n import _
from zvk_tui.labels import clock, late, plain_date
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import joined, plain, wrapped


class DocumentsTab(DossierTab):
    """What was written down about one case."""

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Lines(id="document-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the papers again."""
        width = max(40, self.app.size.width - 8)
        self.lines.show(Line(wrapped(content, width), key) for content, key in self._contents())

    def _contents(self) -> Iterator[tuple[Content, str]]:
        yield plain(_("Notification letter"), "bold $primary"), ""
        letter = self.vault.life.letter(self.case_id)
        yield (self._letter(letter), "letter") if letter else (_quiet(_("None is due yet.")), "")
        yield plain(_("Minutes of meetings"), "bold $primary"), ""
        minutes = self.vault.dossiers.minutes(self.case_id)
        for place, one in enumerate(minutes):
            yield self._minutes(one), f"minutes {place}"
        if not minutes:
            yield _quiet(_("The case stands in no minutes yet.")), ""

    def _letter(self, letter: Letter) -> Content:
        days = letter.days_late(self.vault.now().date())
        tail = (f"  {late(days)}", "$zvk-late") if days else ("", "")
        match letter.state:
            case LetterState.SENT if letter.sent_on:
                words = _("Sent on {date} to {whom}")
                said = words.format(date=plain_date(letter.sent_on), whom=self.shown(letter.addressees))
            case LetterState.DEFERRED if letter.recheck_on:
                words = _("Deferred by {whom}: {ground}. Look again on {date}")
                ground = self.shown(letter.ground)
                said = words.format(whom=letter.deferred_by, ground=ground, date=plain_date(letter.recheck_on))
            case _:
                said = _("To be sent by {date}").format(date=plain_date(letter.due_on))
        return joined(f"  {said}", tail)

    def _minutes(self, one: CaseMinutes) -> Content:
        named = f"  {plain_date(one.meeting.on)}  {one.meeting.series} {one.meeting.number}"
        if one.at is None:
            return joined(named, (f"  {_('draft')}", "$zvk-soon"))
        words = _("version {version}, final since {date} {time}, by {who}")
        said = words.format(version=one.version, date=plain_date(one.at.date()), time=clock(one.at), who=one.by)
        again = f"; {_('reopened later')}" if one.reopened else ""
        return joined(named, (f"  {said}{again}", "$zvk-muted"))


def _quiet(text: str) -> Content:
    return plain(f"  {text}", "$zvk-muted")
