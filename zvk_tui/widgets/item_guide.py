"""What the table needs at an item without a case: the opening, the last minutes, the closing round."""

from collections.abc import Callable, Iterable

from textual.content import Content

from zvk_tui.domain.meeting import Attendance, Meeting, Presence, unsigned
from zvk_tui.domain.minutes import ActionLine, DecisionLine, Minutes
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import action_ref, clock, decision_ref, label, long_date, plain_date
from zvk_tui.widgets.text import joined

Shown = Callable[[str], str]
"""Gives a text with its names as the projector allows."""


def opening(attendance: tuple[Attendance, ...]) -> Content:
    """Return what the chair says at the opening: secrecy, who is here, who still has to sign."""
    secrecy = _("What is said here is secret (Wgs art. 1.11) and goes no further than the tasks agreed here need.")
    lines = [
        joined((_("Read out"), "bold")),
        joined("  ", secrecy),
        joined(""),
        joined((_("Attendance"), "bold"), ("  " + _("p opens the list"), "$zvk-muted")),
    ]
    for presence in Presence:
        names = [seat.professional.name for seat in attendance if seat.presence is presence]
        if names:
            lines.append(joined("  ", (f"{label(presence)} ({len(names)}): ", "$zvk-muted"), ", ".join(names)))
    must_sign = _("{name} must sign the secrecy declaration first")
    lines.extend(
        joined("  ", ("! " + must_sign.format(name=seat.professional.name), "$zvk-late"))
        for seat in unsigned(attendance)
    )
    until = _("{name} leaves at {time}")
    lines.extend(
        joined("  ", (until.format(name=seat.professional.name, time=clock(seat.leaves_at)), "$zvk-soon"))
        for seat in attendance
        if seat.leaves_at and seat.presence is not Presence.EXCUSED
    )
    return Content("\n").join(lines)


def last_minutes(minutes: Minutes, shown: Shown) -> Content:
    """Return the last minutes in short, for their approval."""
    head = minutes.head
    when = _("Meeting {number} of {date}").format(number=head.number, date=long_date(head.on))
    made = ""
    if minutes.finalised_at is not None:
        on = plain_date(minutes.finalised_at.date())
        made = _("final since {date}, by {who}").format(date=on, who=minutes.finalised_by)
    return Content("\n").join(
        [joined((when, "bold")), joined("  ", (made, "$zvk-muted")), joined(""), *_agreed(minutes, shown)]
    )


def closing(minutes: Minutes, meeting: Meeting, shown: Shown) -> Content:
    """Return all that was agreed in this meeting, to read back in the closing round."""
    following = _("Next meeting: {date}").format(date=long_date(meeting.next_on)) if meeting.next_on else ""
    asked = following or _("Next meeting: no date yet")
    return Content("\n").join([joined((asked, "$zvk-muted")), joined(""), *_agreed(minutes, shown)])


def _agreed(minutes: Minutes, shown: Shown) -> Iterable[Content]:
    count = len(minutes.decisions)
    yield joined((ngettext("{count} decision", "{count} decisions", count).format(count=count), "bold"))
    yield from (_decision(line, shown) for line in minutes.decisions)
    count = len(minutes.actions)
    yield joined("")
    yield joined((ngettext("{count} action", "{count} actions", count).format(count=count), "bold"))
    yield from (_action(line, shown) for line in minutes.actions)


def _decision(line: DecisionLine, shown: Shown) -> Content:
    return joined(
        "  ", (f"{decision_ref(line.number)} ", "bold"), (f"{line.case_ref}  ", "$zvk-muted"), shown(line.text)
    )


def _action(line: ActionLine, shown: Shown) -> Content:
    return joined(
        "  ",
        (f"{action_ref(line.number)} ", "bold"),
        (f"{line.case_ref}  ", "$zvk-muted"),
        f"{line.owner}: {shown(line.text)} ",
        (f"({plain_date(line.due)})", "$zvk-muted"),
    )
