"""Minutes as a document: head, presence, every item, the lists of decisions and actions, and how they became final."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Final

from zvk_tui import labels
from zvk_tui.documents import minutes_tables as tables
from zvk_tui.documents.minutes_items import items
from zvk_tui.documents.minutes_priority import top10
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
from zvk_tui.domain.meeting import ItemKind, Presence, SeriesKind
from zvk_tui.domain.minutes import Minutes, MinutesHead, MinutesItem, MinutesStatus, PresenceLine, PriorityPlace
from zvk_tui.i18n import _

_SEATS: Final = (Presence.PRESENT, Presence.GUEST, Presence.EXCUSED, Presence.ABSENT, Presence.INVITED)


def minutes_document(minutes: Minutes, style: NameStyle) -> Document:
    """Return minutes as a document in the app's language, with the people of the cases in the given style."""
    masks = Masks(subjects(minutes), style)
    draft = minutes.status is MinutesStatus.DRAFT
    head = minutes.head
    return Document(
        title=_title(minutes),
        chamber=masks.apply(head.chamber),
        footing=_("Confidential: secrecy under article 1.11 Wgs"),
        mark=_("DRAFT") if draft else "",
        language=labels.language(),
        dated=minutes.finalised_at or datetime.combine(head.on, time()),
        blocks=(
            *_head(head, masks),
            *((Note(plain(_("This is a draft: it is not settled yet and may still change."))),) if draft else ()),
            *_presence(head.presence),
            *items(minutes.items, masks, style),
            *top10(minutes, masks, style),
            *_lists(minutes, masks),
            *_ending(minutes),
        ),
    )


def subjects(minutes: Minutes) -> tuple[tuple[str, Subject], ...]:
    """Return everybody whom the minutes have a case about, by case number; a group under a label has no number."""
    about: tuple[MinutesItem | PriorityPlace, ...] = (*minutes.items, *minutes.priority)
    groups = (("", Subject(group_name=item.title)) for item in minutes.items if item.kind is ItemKind.GROUP)
    known = ((one.case_ref, one.subject) for one in about if one.subject)
    return tuple(dict.fromkeys((*known, *(one for one in groups if one[1].group_name))))


def case_of(minutes: Minutes) -> str:
    """Return the case number of a process meeting, and nothing for other meetings."""
    if minutes.head.series_kind is not SeriesKind.PROCESS_MEETING:
        return ""
    return next((item.case_ref for item in minutes.items if item.case_ref), "")


def _title(minutes: Minutes) -> str:
    """Return a title without names: the name of a series can be a person's."""
    meeting = " ".join(part for part in (labels.label(minutes.head.series_kind), case_of(minutes)) if part)
    return _("Minutes of {meeting}, number {number}").format(meeting=meeting, number=minutes.head.number)


def _head(head: MinutesHead, masks: Masks) -> Iterator[Block]:
    facts = (
        (_("Meeting"), _("{series}, number {number}").format(series=masks.apply(head.series), number=head.number)),
        (_("Date"), labels.long_date(head.on)),
        (_("Time"), _times(head)),
        (_("Place"), masks.apply(head.place)),
        (_("Chair"), head.chair),
        (_("Note-taker"), head.note_taker),
    )
    yield FactList(tuple(Fact(term, plain(text)) for term, text in facts if text.strip()))
    yield Note(
        (
            Run(_("Secrecy."), Emphasis.BOLD),
            Run(
                " "
                + _(
                    "What is discussed here is secret (article 1.11 Wgs). "
                    "Pass nothing on without the agreement of the one who brought it in."
                )
            ),
        )
    )


def _times(head: MinutesHead) -> str:
    if head.started and head.ended:
        return _("{start} to {end}").format(start=labels.clock(head.started), end=labels.clock(head.ended))
    return _("from {start}").format(start=labels.clock(head.started)) if head.started else ""


def _presence(lines: tuple[PresenceLine, ...]) -> Iterator[Block]:
    if not lines:
        return
    yield Heading(plain(_("Presence")))
    rows = tuple(
        (plain(line.name), plain(line.function), plain(line.partner), _seat(line))
        for line in sorted(lines, key=lambda line: _SEATS.index(line.presence))
    )
    yield Table((_("Name"), _("Function"), _("Organisation"), _("Presence")), rows, (5, 5, 5, 5))


def _seat(line: PresenceLine) -> Text:
    seat = Run(labels.label(line.presence))
    if line.secrecy_signed_on:
        signed = _("secrecy declaration signed on {date}").format(date=labels.plain_date(line.secrecy_signed_on))
    elif line.presence is Presence.GUEST:
        signed = _("secrecy declaration not signed")
    else:
        return (seat,)
    return (seat, Run(f"\n{signed}", Emphasis.QUIET))


def _lists(minutes: Minutes, masks: Masks) -> Iterator[Block]:
    if minutes.decisions:
        yield Heading(plain(_("Decision list")))
        yield tables.decisions(minutes.decisions, masks, with_case=True)
    if minutes.actions:
        yield Heading(plain(_("Action list")))
        yield tables.actions(minutes.actions, masks, with_case=True)


def _ending(minutes: Minutes) -> Iterator[Block]:
    if minutes.head.next_on:
        yield Heading(plain(_("Next meeting")))
        yield Paragraph(plain(labels.long_date(minutes.head.next_on)))
    if minutes.status is MinutesStatus.FINAL:
        yield Heading(plain(_("Settlement")))
        yield FactList(
            (
                Fact(_("Meeting"), plain(str(minutes.head.number))),
                Fact(_("Date"), plain(labels.plain_date(minutes.head.on))),
                Fact(_("Version"), plain(str(minutes.version))),
                Fact(_("Settled by"), plain(_settled_by(minutes))),
                Fact(_("Fingerprint (SHA-256)"), (Run(minutes.fingerprint, Emphasis.CODE),)),
            )
        )


def _settled_by(minutes: Minutes) -> str:
    at = minutes.finalised_at
    when = f"{labels.plain_date(at)} {labels.clock(at)}" if at else ""
    return ", ".join(part for part in (minutes.finalised_by, when) if part)
