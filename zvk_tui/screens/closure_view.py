"""One closure check as lines to read: every condition with its value, date and source, and what was decided before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from zvk_tui.domain.case_terms import EventKind
from zvk_tui.domain.closure import ClosureFactKind, Condition, ConditionKind, Known
from zvk_tui.domain.closure_case import CheckState, ClosureCase, KeptCheck, what_follows
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label, plain_date
from zvk_tui.widgets.closure_words import (
    MARKS,
    STYLES,
    ask_text,
    condition_text,
    source_text,
    verdict_sentence,
)
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import joined, plain, wrapped
from zvk_tui.words.closure import SIGNS

CONDITION, STEP = "condition/", "step/"
"""With these begin the keys of a condition, and of what may follow a decision."""

_STEPS: Final = {
    EventKind.HANDED_OVER: N_("hand over to a partner or municipality that accepts"),
    EventKind.SCALED_DOWN: N_("taper off support"),
    EventKind.CLOSED: N_("close when support is tapered off"),
    EventKind.SHIELDED: N_("shield the data until it is erased"),
}


@dataclass(frozen=True, slots=True)
class ClosureView:
    """How a check is shown: on which day, in which width, with which names."""

    case: ClosureCase
    today: date
    width: int
    shown: Callable[[str], str]

    def lines(self) -> Iterator[Line]:
        """Yield all lines; conditions and steps have a key."""
        if self.case.life.closed:
            yield from self._closed()
        else:
            yield from self._check()
        yield from self._steps()
        yield from self._kept()
        yield from self._told()

    def _check(self) -> Iterator[Line]:
        check = self.case.check
        sentence = f"{SIGNS[check.verdict]} {verdict_sentence(check)}"
        yield self._line(joined((sentence, f"bold {STYLES[check.verdict]}".replace("bold bold", "bold"))))
        if waiting := self.case.waiting:
            yield self._line(plain(self._waits(waiting), "$zvk-muted"))
        yield Line(plain(""))
        for one in check.conditions:
            yield from self._condition(one)
        if ConditionKind.MUNICIPALITY_TOLD not in {one.kind for one in check.conditions}:
            moved = self.case.told.get(ClosureFactKind.MOVED_AWAY)
            said = label(moved.answer) if moved else label(Known.UNKNOWN)
            text = joined(("· ", "$zvk-muted"), label(ClosureFactKind.MOVED_AWAY), (f": {said}", "$zvk-muted"))
            yield self._line(text, f"{CONDITION}{ClosureFactKind.MOVED_AWAY}")

    def _condition(self, one: Condition) -> Iterator[Line]:
        sign, style = MARKS[one.holds]
        value = self.shown(condition_text(one, self.case.rules, self.case.known_until, self.today))
        source = f"; {_('source: {source}').format(source=self.shown(source_text(one.source)))}" if one.source else ""
        lines = [joined((f"{sign} ", style), (label(one.kind), "bold")), joined(f"  {value}", (source, "$zvk-muted"))]
        if ask := ask_text(one):
            lines.append(joined((f"  {ask}", "$zvk-soon")))
        yield self._line(Content("\n").join(lines), f"{CONDITION}{one.kind}")

    def _closed(self) -> Iterator[Line]:
        life = self.case.life
        reason = f", {label(life.closing_reason)}" if life.closing_reason else ""
        on = plain_date(life.closed_on) if life.closed_on else ""
        yield self._line(plain(_("Closed on {date}{reason}").format(date=on, reason=reason), "bold"))

    def _steps(self) -> Iterator[Line]:
        accepted = any(one.state is CheckState.ACCEPTED for one in self.case.kept)
        if not (self.case.life.closed or accepted):
            return
        steps = what_follows(self.case.life)
        if steps:
            yield from self._heading(_("What follows"))
        for kind in steps:
            yield self._line(joined(("· ", "$zvk-muted"), _(_STEPS[kind])), f"{STEP}{kind}")

    def _kept(self) -> Iterator[Line]:
        decided = [one for one in self.case.kept if one.state.decided]
        if decided:
            yield from self._heading(_("Decided before"))
        for one in decided:
            on = plain_date(one.decided_on) if one.decided_on else ""
            first = joined(
                (f"{on}  ", "bold"),
                label(one.state),
                (f", {one.decided_by}: {verdict_sentence(one.check)}", "$zvk-muted"),
            )
            conditions = (
                joined((f"  {MARKS[c.holds][0]} ", MARKS[c.holds][1]), f"{label(c.kind)} ", (_on(c), "$zvk-muted"))
                for c in one.check.conditions
            )
            motive = (plain(f"  {self.shown(one.motive)}"),) if one.motive else ()
            yield self._line(Content("\n").join((first, *motive, *conditions)))

    def _told(self) -> Iterator[Line]:
        if self.case.history:
            yield from self._heading(_("What was told"))
        for fact in self.case.history:
            note = f", {self.shown(fact.note)}" if fact.note else ""
            said = joined(
                (f"{plain_date(fact.on)}  ", "bold"),
                f"{label(fact.kind)}: {label(fact.answer)}{note}",
                (f"  {self.shown(fact.source)}", "$zvk-muted"),
            )
            yield self._line(said)

    def _waits(self, waiting: KeptCheck) -> str:
        if waiting.proposed_by:
            said = _("Closing was proposed on {date} by {name}.")
            proposed = said.format(date=plain_date(waiting.on), name=waiting.proposed_by)
        else:
            proposed = _("On the agenda since {date}.").format(date=plain_date(waiting.on))
        return f"{proposed} {_('It is on an agenda.')}" if waiting.proposed_by and waiting.item_id else proposed

    def _heading(self, title: str) -> Iterator[Line]:
        yield Line(plain(""))
        yield Line(joined((title, "bold $primary")))

    def _line(self, content: Content, key: str = "") -> Line:
        return Line(wrapped(content, self.width), key)


def _on(one: Condition) -> str:
    parts = [plain_date(one.on)] if one.on else []
    return ", ".join([*parts, source_text(one.source)] if one.source else parts)
