"""What minutes say of each agenda item: picture, judgement, decisions and actions; only what exists."""

from collections.abc import Iterator
from dataclasses import replace

from zvk_tui import labels
from zvk_tui.documents import minutes_tables as tables
from zvk_tui.documents.model import Block, Fact, FactList, Heading, Paragraph, Table, plain
from zvk_tui.documents.names import Masks, named
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.meeting import ItemKind, ItemState
from zvk_tui.domain.minutes import JudgementLine, MinutesItem
from zvk_tui.domain.record import Answer
from zvk_tui.i18n import N_, _

_WITHOUT_RECORD = {
    ItemState.OPEN: N_("not discussed yet"),
    ItemState.DISCUSSED: N_("discussed, nothing recorded"),
    ItemState.SKIPPED: N_("not discussed, returns at the next meeting"),
    ItemState.MOVED: N_("moved to the next meeting"),
}


def items(agenda: tuple[MinutesItem, ...], masks: Masks, style: NameStyle) -> Iterator[Block]:
    """Yield a part for every item with something recorded, and one list of the others."""
    numbered = [(item.position, _with_refs(item)) for item in agenda]
    for number, item in numbered:
        if _recorded(item):
            yield Heading(plain(f"{number}. {_title(item, masks, style)}"))
            yield from _item(item, masks)
    if rest := [(number, item) for number, item in numbered if not _recorded(item)]:
        yield Heading(plain(_("Other agenda items")))
        rows = tuple(
            (plain(str(number)), plain(_title(item, masks, style)), plain(_what_became(item))) for number, item in rest
        )
        yield Table((_("No."), _("Agenda item"), _("What became of it")), rows, (0, 6, 6))


def _what_became(item: MinutesItem) -> str:
    """Return what became of an item; of a closed case nothing is told to who is not admitted to it."""
    return _("closed to who made this document") if item.closed else _(_WITHOUT_RECORD[item.state])


def _with_refs(item: MinutesItem) -> MinutesItem:
    """Let every decision and action say which case it is about, so that its own person is masked first."""
    ref = item.case_ref
    return replace(
        item,
        decisions=tuple(replace(line, case_ref=line.case_ref or ref) for line in item.decisions),
        actions=tuple(replace(line, case_ref=line.case_ref or ref) for line in item.actions),
        settled=tuple(replace(line, case_ref=line.case_ref or ref) for line in item.settled),
    )


def _recorded(item: MinutesItem) -> bool:
    return bool(item.contributions or _judged(item.judgement) or item.decisions or item.actions or item.settled)


def _judged(judgement: JudgementLine | None) -> bool:
    if judgement is None:
        return False
    answers = (judgement.earlier_worked, judgement.proportionate)
    return bool(judgement.text.strip()) or any(answer is not Answer.UNKNOWN for answer in answers)


def _title(item: MinutesItem, masks: Masks, style: NameStyle) -> str:
    """Return what an item is called: "Casus D26-0042, J. d. V."."""
    kind, typed = labels.label(item.kind), masks.apply(item.title, item.case_ref)
    if item.case_ref:
        who = named(item.case_ref, item.subject, style) if item.subject and style is not NameStyle.NONE else ""
        about = ", ".join(part for part in (item.case_ref, who) if part)
        return f"{kind} {about}: {typed}" if typed else f"{kind} {about}"
    if item.kind in {ItemKind.TOPIC, ItemKind.GROUP} and typed:
        return f"{kind}: {typed}"
    return typed or kind


def _item(item: MinutesItem, masks: Masks) -> Iterator[Block]:
    if facts := tuple(_facts(item, masks)):
        yield FactList(facts)
    if item.settled:
        yield Heading(plain(_("Earlier actions")), 2)
        yield tables.settled(item.settled, masks)
    if item.contributions:
        yield Heading(plain(_("Picture")), 2)
        yield tables.contributions(item.contributions, masks, item.case_ref)
    if item.judgement and _judged(item.judgement):
        yield Heading(plain(_("Judgement")), 2)
        yield from _judgement(item.judgement, masks, item.case_ref)
    if item.decisions:
        yield Heading(plain(_("Decisions")), 2)
        yield tables.decisions(item.decisions, masks, with_case=False)
    if item.actions:
        yield Heading(plain(_("Actions")), 2)
        yield tables.actions(item.actions, masks, with_case=False)
    if item.state is not ItemState.DISCUSSED:
        yield Paragraph(plain(_("This item: {state}.").format(state=_(_WITHOUT_RECORD[item.state]))))


def _facts(item: MinutesItem, masks: Masks) -> Iterator[Fact]:
    if item.approach:
        yield Fact(_("Approach"), plain(labels.label(item.approach)))
    if item.phase:
        yield Fact(_("Phase"), plain(labels.label(item.phase)))
    if item.goal.strip():
        yield Fact(_("Goal"), plain(masks.apply(item.goal, item.case_ref)))


def _judgement(judgement: JudgementLine, masks: Masks, own_ref: str) -> Iterator[Block]:
    if judgement.text.strip():
        yield Paragraph(plain(masks.apply(judgement.text, own_ref)))
    yield FactList(
        (
            Fact(_("Earlier decisions have worked"), plain(labels.label(judgement.earlier_worked))),
            Fact(_("Going on is proportionate"), plain(labels.label(judgement.proportionate))),
        )
    )
