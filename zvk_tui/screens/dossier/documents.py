"""The papers of a case: the minutes in which it stands, and its notification letter."""

from collections.abc import Iterator
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.domain.case_terms import LetterState
from zvk_tui.domain.dossier import CaseMinutes
from zvk_tui.domain.letters import Letter
from zvk_tui.i18n import N_, _
from zvk_tui.labels import clock, late, plain_date
from zvk_tui.screens.case_duties import letter_dialog
from zvk_tui.screens.dossier.asking import applies, ask
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.screens.minutes_export import minutes_export
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import joined, plain, wrapped


class DocumentsTab(DossierTab):
    """What was written down about one case; enter opens the letter, or the minutes as they are exported."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("b", "letter", N_("Letter"))]

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="document-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the papers again."""
        width = max(40, self.app.size.width - 8)
        self.lines.show(Line(wrapped(content, width), key) for content, key in self._contents())

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        if action == "letter" and self.head.erased:
            return _("The personal data of this case was erased; nothing can be added.")
        if action == "letter" and self.head.shielded:
            return _("This case is shielded. Reopen it first, with a reason.")
        return ""

    def action_letter(self) -> None:
        """Record what became of the notification letter."""
        if applies(self, "letter"):
            ask(self, lambda: self.app.push_screen_wait(letter_dialog(self.vault, self.case_id)))

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        what, _space, meeting = self.lines.chosen.partition(" ")
        if what == "letter":
            self.action_letter()
        elif meeting:
            self.app.push_screen(minutes_export(self.vault, int(meeting.split()[0])))

    def _contents(self) -> Iterator[tuple[Content, str]]:
        yield plain(_("Notification letter"), "bold $primary"), ""
        letter = self.vault.life.letter(self.case_id)
        yield self._letter(letter) if letter else _quiet(_("None is due yet.")), "letter"
        yield plain(_("Minutes of meetings"), "bold $primary"), ""
        minutes = self.vault.dossiers.minutes(self.case_id)
        for place, one in enumerate(minutes):
            yield self._minutes(one), f"minutes {one.meeting.id} {place}"
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
                ground = self.shown(letter.ground).rstrip(". ")
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
