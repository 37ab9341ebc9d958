"""`zvk agenda`: the agenda of a meeting as lines to read, or for a program."""

import argparse
from typing import TYPE_CHECKING

from zvk_tui.commands.parsing import add_command, add_meeting, add_names, add_vault
from zvk_tui.commands.terminal import say, say_for_program
from zvk_tui.i18n import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from zvk_tui.commands.parsing import Commands
    from zvk_tui.documents.names import Masks
    from zvk_tui.domain.case_file import NameStyle
    from zvk_tui.domain.meeting import AgendaItem, Meeting

    Agenda = tuple[AgendaItem, ...]


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = add_command(commands, "agenda", _("print the agenda of a meeting"))
    add_meeting(parser, ("next", "last"))
    add_names(parser, _("initials; with --json none"))
    add_vault(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the agenda that is asked for."""
    from zvk_tui.commands.choosing import chosen_meeting
    from zvk_tui.commands.vaults import opened
    from zvk_tui.documents.names import Masks
    from zvk_tui.domain.case_file import NameStyle

    style = NameStyle(asked.names or ("none" if asked.json else "initials"))
    with opened(asked) as vault:
        meeting = chosen_meeting(vault, asked.meeting, asked.series)
        items = vault.meetings.agenda(meeting.id)
        ends = _ends(meeting, items, vault.now())
    groups = tuple(("", item.group) for item in items if item.group)
    masks = Masks((*((item.case.ref, item.case.subject) for item in items if item.case), *groups), style)
    if asked.json:
        say_for_program(_facts(meeting, items, ends, masks, style))
    else:
        say("\n".join(_lines(meeting, items, ends, masks, style)))
    return 0


def _ends(meeting: "Meeting", items: "Agenda", now: "datetime") -> "datetime":
    """Return when the meeting ends if every item takes its planned time; when it has ended, when that was."""
    from datetime import datetime

    from zvk_tui.domain.agenda import timing
    from zvk_tui.domain.meeting import MeetingState

    begin = meeting.started_at or datetime.combine(meeting.on, meeting.start, now.tzinfo)
    moment = now if meeting.state is MeetingState.RUNNING else begin
    return meeting.ended_at or timing(items, begin, meeting.series.minutes, moment).ends_at


def _lines(meeting: "Meeting", items: "Agenda", ends: "datetime", masks: "Masks", style: "NameStyle") -> list[str]:
    from zvk_tui import labels

    planned = sum(item.planned_minutes for item in items)
    when = _("{minutes} planned, ended at {end}") if meeting.ended_at else _("{minutes} planned, until {end}")
    head = (
        _("{series}, number {number} ({state})").format(
            series=masks.apply(meeting.series.name), number=meeting.number, state=labels.label(meeting.state)
        ),
        ", ".join(
            part
            for part in (labels.long_date(meeting.on), labels.clock(meeting.start), masks.apply(meeting.place))
            if part
        ),
        when.format(minutes=_minutes(planned), end=labels.clock(ends)),
        "",
    )
    return [*head, *(_line(item, masks, style) for item in items)] if items else [*head, _("The agenda is empty.")]


def _line(item: "AgendaItem", masks: "Masks", style: "NameStyle") -> str:
    from zvk_tui import labels

    what = _("{position}. {title} ({minutes}): {state}").format(
        position=item.position,
        title=_title(item, masks, style),
        minutes=_minutes(item.planned_minutes),
        state=labels.label(item.state),
    )
    reasons = ", ".join(labels.reason_text(reason) for reason in item.reasons)
    return f"{what}; {reasons}" if reasons else what


def _title(item: "AgendaItem", masks: "Masks", style: "NameStyle") -> str:
    """Return what an item is called, as the minutes call it."""
    from zvk_tui import labels

    case = item.case
    typed = " ".join(masks.apply(item.title, case.ref if case else "").split())
    about = ", ".join(part for part in (case.ref, case.named(style)) if part) if case else ""
    called = f"{labels.label(item.kind)} {about}".strip()
    return f"{called}: {typed}" if typed else called


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)


def _facts(
    meeting: "Meeting", items: "Agenda", ends: "datetime", masks: "Masks", style: "NameStyle"
) -> dict[str, object]:
    from zvk_tui.commands.choosing import meeting_facts

    return {
        "meeting": meeting_facts(meeting, masks.apply(meeting.series.name)),
        "planned_minutes": sum(item.planned_minutes for item in items),
        "ends": ends.strftime("%H:%M"),
        "items": [_item_facts(item, masks, style) for item in items],
    }


def _item_facts(item: "AgendaItem", masks: "Masks", style: "NameStyle") -> dict[str, object]:
    case = item.case
    return {
        "position": item.position,
        "kind": item.kind,
        "title": masks.apply(item.title, case.ref if case else ""),
        "case": case.ref if case else None,
        "subject": case.named(style) or None if case else None,
        "planned_minutes": item.planned_minutes,
        "state": item.state,
        "reasons": [
            {"kind": reason.kind, "count": reason.count, "on": reason.on.isoformat() if reason.on else None}
            for reason in item.reasons
        ],
    }
