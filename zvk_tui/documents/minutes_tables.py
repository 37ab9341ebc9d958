"""The tables of minutes: what was brought in, decided and agreed."""

from zvk_tui import labels
from zvk_tui.documents.model import Emphasis, Run, Table, Text, plain
from zvk_tui.documents.names import Masks
from zvk_tui.domain.minutes import ActionLine, ContributionLine, DecisionLine
from zvk_tui.domain.record import ActionState
from zvk_tui.i18n import _, ngettext


def contributions(lines: tuple[ContributionLine, ...], masks: Masks, own_ref: str) -> Table:
    """Return what was brought in, each with its source, date and kind (Bgs art. 1.6)."""
    rows = tuple(
        (
            _named(line.partner, line.professional),
            plain(labels.plain_date(line.on)),
            plain(labels.label(line.kind)),
            plain(masks.apply(line.text, own_ref)),
        )
        for line in lines
    )
    return Table((_("Source"), _("Date"), _("Kind"), _("Contribution")), rows, (4, 0, 0, 9))


def decisions(lines: tuple[DecisionLine, ...], masks: Masks, *, with_case: bool) -> Table:
    """Return decisions with motive and dissent, or for the list of a whole meeting each with its case."""
    rows = tuple(
        (
            plain(labels.decision_ref(line.number)),
            *_case(line.case_ref, with_case),
            plain(masks.apply(line.text, line.case_ref)) if with_case else _decision(line, masks),
            plain(line.decided_by or _("the table together")),
        )
        for line in lines
    )
    header = (_("No."), *_case_header(with_case), _("Decision"), _("Who decides"))
    return Table(header, rows, (0, *_case_weight(with_case), 8, 4))


def actions(lines: tuple[ActionLine, ...], masks: Masks, *, with_case: bool) -> Table:
    """Return actions with their one owner and date; the list of a whole meeting names the case of each."""
    rows = tuple(
        (
            plain(labels.action_ref(line.number)),
            *_case(line.case_ref, with_case),
            plain(masks.apply(line.text, line.case_ref)),
            _named(line.owner, line.person),
            _due(line),
        )
        for line in lines
    )
    header = (_("No."), *_case_header(with_case), _("Action"), _("Who"), _("Due"))
    return Table(header, rows, (0, *_case_weight(with_case), 8, 4, 0))


def settled(lines: tuple[ActionLine, ...], masks: Masks) -> Table:
    """Return earlier actions with what became of them."""
    rows = tuple(
        (
            plain(labels.action_ref(line.number)),
            plain(masks.apply(line.text, line.case_ref)),
            _named(line.owner, line.person),
            _outcome(line),
        )
        for line in lines
    )
    return Table((_("No."), _("Action"), _("Who"), _("Outcome")), rows, (0, 7, 4, 5))


def _case(case_ref: str, with_case: bool) -> tuple[Text, ...]:
    return (plain(case_ref or "–"),) if with_case else ()


def _case_header(with_case: bool) -> tuple[str, ...]:
    return (_("Case"),) if with_case else ()


def _case_weight(with_case: bool) -> tuple[int, ...]:
    return (0,) if with_case else ()


def _named(organisation: str, person: str) -> Text:
    return (Run(organisation), Run(f"\n{person}", Emphasis.QUIET)) if person else plain(organisation)


def _decision(line: DecisionLine, masks: Masks) -> Text:
    runs = [Run(masks.apply(line.text, line.case_ref))]
    for term, text in ((_("Motive"), line.motive), (_("Dissent"), line.dissent)):
        if text.strip():
            runs += [Run(f"\n{term}: ", Emphasis.ITALIC), Run(masks.apply(text, line.case_ref))]
    return tuple(runs)


def _due(line: ActionLine) -> Text:
    after = [labels.label(line.state)] if line.state is not ActionState.OPEN else []
    if line.postponed_count:
        after.append(_postponed(line.postponed_count))
    return (Run(labels.plain_date(line.due)), *(Run(f"\n{text}", Emphasis.QUIET) for text in after))


def _outcome(line: ActionLine) -> Text:
    if line.state is not ActionState.OPEN:
        return plain(labels.label(line.state))
    moved = _("postponed to {date}").format(date=labels.plain_date(line.due))
    count = _postponed(line.postponed_count)
    return (Run(moved), Run(f"\n{count}", Emphasis.QUIET)) if line.postponed_count > 1 else plain(moved)


def _postponed(count: int) -> str:
    return ngettext("postponed {count} time", "postponed {count} times", count).format(count=count)
