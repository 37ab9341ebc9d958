"""What one organisation owes over all cases, as a document to take along: late actions first, no name in its title."""

from dataclasses import dataclass
from datetime import date, datetime

from zvk_tui import labels
from zvk_tui.documents.files import slug
from zvk_tui.documents.model import (
    Block,
    Document,
    Emphasis,
    Fact,
    FactList,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    Text,
    plain,
)
from zvk_tui.documents.names import Masks
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.partners import Partner
from zvk_tui.domain.progress import Owed
from zvk_tui.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class OwedList:
    """What is to be written: of whom, when, and by whom."""

    chamber: str
    partner: Partner
    owed: tuple[Owed, ...]
    """By due date."""
    printed_at: datetime
    printed_by: str

    @property
    def subjects(self) -> tuple[tuple[str, Subject], ...]:
        """Everybody whom a line is about, by case number."""
        found = {one.case_file.ref: one.case_file.subject for one in self.owed if one.case_file}
        return tuple(found.items())


def owed_document(owed: OwedList, style: NameStyle) -> Document:
    """Return the list in the app's language, with the people of the cases in the given style."""
    masks, today = Masks(owed.subjects, style), owed.printed_at.date()
    late = [one for one in owed.owed if one.action.days_late(today)]
    rest = [one for one in owed.owed if not one.action.days_late(today)]
    return Document(
        title=_("Open actions of {partner}").format(partner=owed.partner.short),
        chamber=masks.apply(owed.chamber),
        footing=_("Confidential: secrecy under article 1.11 Wgs"),
        mark="",
        language=labels.language(),
        dated=owed.printed_at,
        blocks=(
            *_head(owed, len(late)),
            *_part(_("Late"), late, masks, style, today),
            *_part(_("To be done"), rest, masks, style, today),
            *(() if owed.owed else (Paragraph(plain(_("This organisation has no open actions."))),)),
        ),
    )


def owed_name(owed: OwedList, suffix: str) -> str:
    """Return a file name without names of people: `acties-politie-2026-11-23.pdf`."""
    day = owed.printed_at.date().isoformat()
    return _("actions-{partner}").format(partner=f"{slug(owed.partner.short)}-{day}") + suffix


def _head(owed: OwedList, late: int) -> tuple[Block, ...]:
    printed = f"{labels.long_date(owed.printed_at.date())}, {labels.clock(owed.printed_at)}"
    count = ngettext("{count} action", "{count} actions", len(owed.owed)).format(count=len(owed.owed))
    overdue = ngettext("{count} late", "{count} late", late).format(count=late)
    facts = (
        (_("Organisation"), owed.partner.name),
        (_("Open actions"), f"{count}, {overdue}" if late else count),
        (_("Printed on"), printed),
        (_("Printed by"), owed.printed_by),
    )
    secrecy = _(
        "What stands here is secret (article 1.11 Wgs): "
        "for this organisation alone, and there for whom it needs to do its part."
    )
    return (
        FactList(tuple(Fact(term, plain(text)) for term, text in facts)),
        Note((Run(_("Secrecy."), Emphasis.BOLD), Run(f" {secrecy}"))),
    )


def _part(title: str, owed: list[Owed], masks: Masks, style: NameStyle, today: date) -> tuple[Block, ...]:
    if not owed:
        return ()
    rows = tuple(
        (
            _case(one, style),
            plain(labels.action_ref(one.action.number)),
            _what(one, masks),
            _when(one, today),
        )
        for one in owed
    )
    return (Heading(plain(title)), Table((_("Case"), _("No."), _("Action"), _("Due")), rows, (0, 0, 8, 3)))


def _case(one: Owed, style: NameStyle) -> Text:
    if one.case_file is None:
        return plain("–")
    named = one.case_file.named(style)
    return (Run(one.case_file.ref), *((Run(f"\n{named}", Emphasis.QUIET),) if named else ()))


def _what(one: Owed, masks: Masks) -> Text:
    said = Run(masks.apply(one.action.text, one.action.case_ref))
    person = one.action.person
    return (said, Run(f"\n{person.name}", Emphasis.QUIET)) if person else (said,)


def _when(one: Owed, today: date) -> Text:
    days, times = one.action.days_late(today), one.action.postponed_count
    after = [labels.late(days)] if days else []
    if times:
        after.append(ngettext("postponed once", "postponed {count}x", times).format(count=times))
    return (Run(labels.plain_date(one.action.due)), *(Run(f"\n{text}", Emphasis.QUIET) for text in after))
