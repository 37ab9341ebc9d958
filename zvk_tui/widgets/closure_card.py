"""The closure check on the case card: the verdict, who proposed what when, and every condition in a few words."""

from collections.abc import Callable, Iterator

from textual.content import Content

from zvk_tui.domain.card import Card
from zvk_tui.domain.closure import Condition, ConditionKind, Verdict
from zvk_tui.domain.closure_case import CheckState, KeptCheck
from zvk_tui.i18n import _
from zvk_tui.labels import label, plain_date
from zvk_tui.widgets.closure_words import MARKS, verdict_sentence
from zvk_tui.widgets.text import joined
from zvk_tui.words.closure import SHORT

_BETWEEN = " · "


def closing_lines(card: Card, said: Callable[[str], str], *, at_table: bool) -> Iterator[Content]:
    """Yield what the card shows of the check; conditions only where the table may be asked to close.

    Args:
        card: the card of the item.
        said: masks names in what somebody typed.
        at_table: whether the table can decide now, by a key.
    """
    check, attached = card.closing, card.attached
    if check is None:
        return
    may = check.verdict is Verdict.MAY_CLOSE
    style = "$zvk-done" if may else "$zvk-muted"
    yield joined((_("Closing: "), "$zvk-muted"), (verdict_sentence(check), style))
    if attached is not None:
        yield joined(("  " + attached_text(attached), "$zvk-soon"))
    if may or attached is not None:
        pieces = [_short(one, said) for one in check.conditions]
        if at_table and (attached is None or not attached.state.decided):
            pieces.append(joined(("x", "bold"), (f" {_('decides')}", "$zvk-muted")))
        yield joined("  ", joined((_BETWEEN, "$zvk-muted")).join(pieces))


def attached_text(kept: KeptCheck) -> str:
    """Return who proposed to close and when, or what the table decided about it."""
    if kept.state.decided and kept.decided_on is not None:
        decided = _("Proposal to close {state} on {date}.")
        return decided.format(state=label(kept.state), date=plain_date(kept.decided_on))
    if kept.state is CheckState.PROPOSED:
        proposed = _("Closing was proposed on {date} by {name}.")
        return proposed.format(date=plain_date(kept.on), name=kept.proposed_by)
    return _("The check was put on the agenda on {date}.").format(date=plain_date(kept.on))


def _short(one: Condition, said: Callable[[str], str]) -> Content:
    """Return a condition with its sign, its name in one word, and its value with its date."""
    sign, style = MARKS[one.holds]
    named = one.value if one.kind in {ConditionKind.PARTNER_ACCEPTS, ConditionKind.MUNICIPALITY_TOLD} else ""
    told = " ".join(part for part in (said(named), _dated(one)) if part)
    return joined((sign, style), f" {_(SHORT[one.kind])}", (f" {told}" if told else "", "$zvk-muted"))


def _dated(one: Condition) -> str:
    if one.on is None:
        return ""
    words = {ConditionKind.POLICE_KNOWN: _("until {date}"), ConditionKind.PERIOD_OVER: _("from {date}")}
    return words.get(one.kind, "{date}").format(date=plain_date(one.on))
