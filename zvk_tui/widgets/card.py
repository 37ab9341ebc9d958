"""The case card as text: picture, judgement, decision; what is new stands out, what is empty is not shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from textual.content import Content

from zvk_tui.documents.names import masked
from zvk_tui.domain.card import Card
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.meeting import ItemKind
from zvk_tui.domain.priority_history import ListNow
from zvk_tui.domain.record import Action, ActionState, Answer, Contribution, Decision, Judgement
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import action_ref, decision_ref, label, late, plain_date, reason_text, short_date
from zvk_tui.widgets.text import joined, plain, wrapped

if TYPE_CHECKING:
    from zvk_tui.widgets.priority_view import PriorityView

_MOST: Final = 50
"""Actions that the card names; a list of a thousand would keep the table waiting."""


@dataclass(frozen=True, slots=True)
class CardView:
    """How a card is shown: on which day, and with which names."""

    today: date
    style: NameStyle
    width: int = 76
    """Columns that there are."""
    at_table: bool = False
    """Whether the meeting is under way, so that keys decide about what is shown."""

    def content(self, card: Card) -> Content:
        """Return the whole card."""
        blocks = [
            self._head(card),
            *self._priority(card),
            *self._picture(card),
            *self._judgement(card),
            *self._agreed(card),
        ]
        if card.note:
            blocks.append(_block(_("Only for the chair"), [joined("  ", (card.note, "italic $zvk-muted"))]))
        return wrapped(Content("\n\n").join(block for block in blocks if block.plain), self.width)

    def _head(self, card: Card) -> Content:
        item, case_file = card.item, card.item.case
        lines: list[Content] = []
        if case_file is None:
            lines.append(joined((item.called(self.style) or label(item.kind), "bold $primary")))
            if item.hidden:
                lines.append(joined((_("Closed: only who is admitted to its approach sees this case."), "$zvk-muted")))
        else:
            lines.append(
                joined(
                    (case_file.ref, "bold $primary"),
                    ("  " + case_file.named(self.style), "bold"),
                    (f"  {label(case_file.approach)} · {label(case_file.phase)}", "$zvk-muted"),
                )
            )
            lines.append(joined((_("Goal") + "  ", "$zvk-muted"), self._said(card, case_file.goal or _("no goal yet"))))
            who = [f"{_('director')} {case_file.director.name}"] if case_file.director else []
            if case_file.coordinator:
                who.append(f"{_('coordinator')} {case_file.coordinator.name}, {case_file.coordinator.partner.short}")
            if who:
                lines.append(joined((" · ".join(who), "$zvk-muted")))
        if card.closing is not None:
            from zvk_tui.widgets.closure_card import closing_lines

            lines.extend(closing_lines(card, lambda text: self._said(card, text).plain, at_table=self.at_table))
        if item.reasons and item.case:
            why = "; ".join(reason_text(reason) for reason in item.reasons)
            lines.append(joined((_("On the agenda: {why}").format(why=why), "$zvk-muted")))
        return Content("\n").join(lines)

    def _priority(self, card: Card) -> Iterable[Content]:
        if card.priority is not None:
            view = self._list(card.priority)
            yield _block(_("The list as it stands"), [*view.on_card(), joined("  ", (_("t opens it"), "$zvk-muted"))])

    def _list(self, now: ListNow) -> "PriorityView":
        from zvk_tui.widgets.priority_view import PriorityView

        return PriorityView(now.entries, now.facts, now.before, self.today, self.width, self.style)

    def _picture(self, card: Card) -> Iterable[Content]:
        since = self._since(card)
        if since:
            yield _block(
                _("What changed since {date}").format(date=short_date(card.since)) if card.since else "", since
            )
        if card.movement:
            from zvk_tui.widgets.progress_words import movement_lines

            moved = movement_lines(card.movement, lambda text: self._said(card, text).plain)
            yield _block(_("Plan moved since then"), [joined("  ", line) for line in moved])
        if card.carried:
            title = _("Still open") if card.item.kind is ItemKind.ACTIONS else _("Earlier actions")
            lines = [self._action(card, action) for action in card.carried[:_MOST]]
            more = len(card.carried) - _MOST
            if more > 0:
                words = ngettext("and {count} more; v shows it", "and {count} more; v shows them", more)
                lines.append(joined("  ", (words.format(count=more), "$zvk-muted")))
            yield _block(title, lines)
        if card.contributions:
            yield _block(_("Picture"), [self._contribution(card, entry) for entry in card.contributions])

    def _since(self, card: Card) -> list[Content]:
        if card.since is None:
            return []
        lines = [self._action(card, action) for action in card.settled_since]
        overdue = [action.days_late(self.today) for action in card.carried if action.days_late(self.today)]
        if overdue:
            count = ngettext("{count} action late", "{count} actions late", len(overdue)).format(count=len(overdue))
            lines.append(joined("  ", (f"! {count}, {_('the longest')} {late(max(overdue))}", "$zvk-late")))
        lines.extend(
            joined("  ", (_("Then decided: "), "$zvk-muted"), self._said(card, decision.text))
            for decision in card.earlier_decisions
        )
        return lines or [joined("  ", (_("Nothing was recorded since."), "$zvk-muted"))]

    def _judgement(self, card: Card) -> Iterable[Content]:
        if card.judgement is not None:
            yield _block(_("Judgement"), self._judged(card, card.judgement))

    def _agreed(self, card: Card) -> Iterable[Content]:
        if card.decisions:
            lines = [line for decision in card.decisions for line in self._decision(card, decision)]
            yield _block(_("Decisions"), lines)
        if card.actions:
            yield _block(_("Actions"), [self._action(card, action) for action in card.actions])

    def _judged(self, card: Card, judgement: Judgement) -> list[Content]:
        lines = [joined("  ", self._said(card, judgement.text))] if judgement.text else []
        answers = (
            (_("Earlier decisions worked"), judgement.earlier_worked),
            (_("Going on is proportionate"), judgement.proportionate),
        )
        told = [f"{question}: {label(answer)}" for question, answer in answers if answer is not Answer.UNKNOWN]
        if told:
            lines.append(joined("  ", (" · ".join(told), "$zvk-muted")))
        return lines

    def _contribution(self, card: Card, entry: Contribution) -> Content:
        source = f"{entry.partner.short}/{entry.professional.name}" if entry.professional else entry.partner.short
        return joined("  ", (source, "bold"), (f" ({label(entry.kind)}) ", "$zvk-muted"), self._said(card, entry.text))

    def _decision(self, card: Card, decision: Decision) -> Iterable[Content]:
        by = f" ({decision.decided_by.short})" if decision.decided_by else ""
        yield joined(
            "  ", (decision_ref(decision.number), "bold"), " ", self._said(card, decision.text), (by, "$zvk-muted")
        )
        if decision.motive:
            yield joined("       ", (_("because "), "$zvk-muted"), self._said(card, decision.motive))
        if decision.dissent:
            yield joined("       ", (_("dissent: "), "$zvk-muted"), self._said(card, decision.dissent))

    def _action(self, card: Card, action: Action) -> Content:
        days = action.days_late(self.today)
        ref = f" {action.case_ref}" if action.case_ref and card.item.case is None else ""
        state = {ActionState.OPEN: "·", ActionState.DONE: "✓"}.get(action.state, "–")
        return joined(
            "  ",
            (f"{state} {action_ref(action.number)}{ref}", "bold"),
            f" {owner_name(action)}: ",
            self._said(card, action.text),
            " ",
            action_when(action, days),
        )

    def _said(self, card: Card, text: str) -> Content:
        if card.priority is not None:
            return plain(self._list(card.priority).shown(text))
        case_file = card.item.case
        return plain(masked(text, case_file.ref, case_file.subject, self.style) if case_file else text)


def owner_name(action: Action) -> str:
    """Return who has to do an action: the organisation, and its person when there is one."""
    return f"{action.owner.short}/{action.person.name}" if action.person else action.owner.short


def action_when(action: Action, days_late: int) -> Content:
    """Return when an action is due, or what became of it; state first in words, then in colour."""
    times = ngettext("postponed {count} time", "postponed {count} times", action.postponed_count)
    put_off = ", " + times.format(count=action.postponed_count) if action.postponed_count else ""
    if action.state is not ActionState.OPEN:
        return plain(f"({label(action.state)})", "$zvk-done" if action.state is ActionState.DONE else "$zvk-soon")
    if days_late:
        return plain(f"({late(days_late)}{put_off})", "$zvk-late")
    return plain(f"({plain_date(action.due)}{put_off})", "$zvk-muted")


def _block(title: str, lines: Iterable[Content]) -> Content:
    return Content("\n").join([plain(title, "bold"), *lines])
