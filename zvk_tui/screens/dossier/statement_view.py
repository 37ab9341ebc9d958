"""Statements as the contributions tab shows them, and what carried one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual.content import Content

from zvk_tui.domain.case_terms import Standing
from zvk_tui.domain.record import Contribution
from zvk_tui.domain.statements import Carrier, CarrierKind, Statement
from zvk_tui.i18n import _
from zvk_tui.labels import clock, label, plain_date
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import joined, plain, wrapped

_STYLES = {Standing.DISPUTED: "$zvk-soon", Standing.WRONG: "$zvk-late"}


@dataclass(frozen=True, slots=True)
class StatementView:
    """How statements are shown: with which names, in which width."""

    width: int
    shown: Callable[[str], str]

    def line(self, statement: Statement) -> Line:
        """Return a statement as one line of the list, broken where the width ends."""
        said = statement.contribution
        head = joined(
            (plain_date(said.on), "bold"),
            (f"  {source_text(said)}", "bold $primary"),
            (f"  {label(said.kind)}{self._category(said)} · {self._where(statement)}", "$zvk-muted"),
            self._standing(said.standing),
        )
        lines = [head, plain(f"  {self.shown(said.text)}")]
        if said.conditions:
            conditions = _("Conditions: {conditions}").format(conditions=self.shown(said.conditions))
            lines.append(plain(f"  {conditions}", "$zvk-muted"))
        lines.extend(plain(f"  {mark}", "$zvk-muted") for mark in self._marks(statement))
        return Line(wrapped(Content("\n").join(lines), self.width), str(said.id))

    def whole(self, statement: Statement, carriers: Iterable[Carrier]) -> Content:
        """Return a statement with everything that carried it, to read."""
        lines = [self.line(statement).content, plain(""), plain(_("In minutes and files"), "bold")]
        found = [plain(f"  {carrier_text(carrier)}") for carrier in carriers]
        lines.extend(found or [plain(f"  {_('none: nobody has it on paper')}", "$zvk-muted")])
        return wrapped(Content("\n").join(lines), self.width)

    def _where(self, statement: Statement) -> str:
        meeting = statement.meeting
        return f"{meeting.series} {meeting.number}" if meeting else _("between meetings")

    def _category(self, said: Contribution) -> str:
        return f" · {label(said.category)}" if said.category else ""

    def _standing(self, standing: Standing) -> Content:
        if standing is Standing.STANDS:
            return plain("")
        return plain(f"  ! {label(standing)}", f"bold {_STYLES[standing]}")

    def _marks(self, statement: Statement) -> Iterable[str]:
        for mark in statement.marks:
            yield _("{standing} since {date}, says {who}: {reason}").format(
                standing=label(mark.standing), date=plain_date(mark.on), who=mark.by, reason=self.shown(mark.reason)
            )


def source_text(said: Contribution) -> str:
    """Return who brought a statement in: the organisation, and its person when one is known."""
    return f"{said.partner.short}/{said.professional.name}" if said.professional else said.partner.short


def carrier_text(carrier: Carrier) -> str:
    """Return what carried a statement, in words: minutes with their version, or a file with who wrote it and when."""
    meeting = f"{carrier.series} {carrier.number}, {plain_date(carrier.on)}"
    when = f"{plain_date(carrier.at.date())} {clock(carrier.at)}"
    if carrier.kind is CarrierKind.MINUTES:
        return _("final minutes {meeting}, version {version}, {when}, {who}").format(
            meeting=meeting, version=carrier.version, when=when, who=carrier.by
        )
    version = _("version {number}").format(number=carrier.version) if carrier.version else _("draft")
    return _("file {suffix} of {meeting} ({version}), {when}, {who}").format(
        suffix=carrier.suffix, meeting=meeting, version=version, when=when, who=carrier.by
    )
