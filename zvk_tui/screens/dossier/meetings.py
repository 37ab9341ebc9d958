"""When a case was discussed, and what was decided and agreed: the newest meeting first."""

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.content import Content

from zvk_tui.domain.dossier import CaseMeeting
from zvk_tui.domain.record import Action, Decision
from zvk_tui.i18n import _
from zvk_tui.labels import action_ref, decision_ref, label, plain_date
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.card import action_when, owner_name
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import joined, plain, wrapped


class MeetingsTab(DossierTab):
    """The meetings about one case."""

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Lines(id="meeting-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the meetings again."""
        width = max(40, self.app.size.width - 8)
        meetings = self.vault.dossiers.meetings(self.case_id)
        lines = [Line(wrapped(content, width), str(place)) for place, content in enumerate(self._contents(meetings))]
        nothing = Line(plain(_("Not discussed at any meeting yet."), "$zvk-muted"))
        self.lines.show(lines or [nothing])

    def _contents(self, meetings: tuple[CaseMeeting, ...]) -> Iterator[Content]:
        planned = self.case_file.next_discussion
        if planned is not None:
            yield plain(_("Next discussion: {date}").format(date=plain_date(planned)), "bold")
        for one in meetings:
            yield Content("\n").join(self._meeting(one))

    def _meeting(self, one: CaseMeeting) -> Iterator[Content]:
        named = f"{plain_date(one.meeting.on)}  {one.meeting.series} {one.meeting.number}"
        yield joined((named, "bold"), (f"  {label(one.state)}", "$zvk-muted"))
        for decision in one.decisions:
            yield from self._decision(decision)
        for action in one.actions:
            yield self._action(action)

    def _decision(self, decision: Decision) -> Iterator[Content]:
        yield joined("  ", (decision_ref(decision.number), "bold"), " ", self.shown(decision.text))
        if decision.motive:
            yield joined("     ", (_("because "), "$zvk-muted"), self.shown(decision.motive))

    def _action(self, action: Action) -> Content:
        when = action_when(action, action.days_late(self.vault.now().date()))
        said = f" {owner_name(action)}: {self.shown(action.text)} "
        return joined("  ", (action_ref(action.number), "bold"), said, when)
