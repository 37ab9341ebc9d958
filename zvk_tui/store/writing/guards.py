"""What every writing to a meeting checks first: final minutes do not change."""

from collections.abc import Iterable
from dataclasses import replace

from sqlmodel import Session, select

from zvk_tui.domain.criteria import Criterion
from zvk_tui.domain.meeting import Meeting, MeetingState
from zvk_tui.domain.settling import unfinished
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import about
from zvk_tui.store.tables import CaseRow, ItemRow, MeetingRow

LONGEST_TEXT = 20_000
"""Characters that one text may hold; a pasted book is no contribution."""


def editable(session: Session, meeting_id: int) -> MeetingRow:
    """Return a meeting whose content may change.

    Raises:
        Refused: when it is final, or is not there.
    """
    row = session.get(MeetingRow, meeting_id)
    if row is None:
        raise Refused(N_("There is no such meeting in this vault."))
    if row.state == MeetingState.FINAL:
        raise Refused(N_("The minutes of this meeting are final. Reopen them, with a reason, to change anything."))
    return row


def editable_item(session: Session, item_id: int | None) -> ItemRow:
    """Return an agenda item whose meeting may change.

    Raises:
        Refused: when the meeting is final, or the item is not there.
    """
    row = session.get(ItemRow, item_id) if item_id is not None else None
    if row is None:
        raise Refused(N_("This agenda item is no longer there."))
    editable(session, row.meeting_id)
    about(session, ref_of(session, row.case_id))
    return row


def held_item(session: Session, item_id: int) -> ItemRow:
    """Return an agenda item of a meeting that has begun: only then can anything be said at it.

    Raises:
        Refused: when the meeting has not begun, is final, or the item is not there.
    """
    row = editable_item(session, item_id)
    if session.get_one(MeetingRow, row.meeting_id).state == MeetingState.PREPARING:
        raise Refused(N_("The meeting has not begun yet. Start it first."))
    return row


def refuse_unfinished(meetings: Iterable[Meeting], before: int | None = None) -> None:
    """Refuse while a meeting of the series is not final; with `before`, one with a lower number than that.

    Raises:
        Refused: there is one, with its number.
    """
    older = unfinished(meeting for meeting in meetings if before is None or meeting.number < before)
    if older is not None:
        raise Refused(
            N_("Meeting {number} of this series is not final yet. Finalise its minutes first."), number=older.number
        )


def required(text: str) -> str:
    """Return a text that must say something, without the spaces around it.

    Raises:
        Refused: when it is empty, or longer than `LONGEST_TEXT`.
    """
    said = readable(text)
    if not said:
        raise Refused(N_("There is no text yet."))
    return said


def readable(text: str) -> str:
    """Return `text` without control and direction signs, and without the spaces around it.

    A tab or another kind of space, as programs paste them, becomes a plain space, so that no words run together.

    Raises:
        Refused: when it is longer than `LONGEST_TEXT`.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    said = "".join(sign if _is_kept(sign) else " " if sign.isspace() else "" for sign in lines).strip()
    if len(said) > LONGEST_TEXT:
        raise Refused(
            N_("This text has {length} characters; {most} is the most. Your text is kept: shorten it."),
            length=len(said),
            most=LONGEST_TEXT,
        )
    return said


def readable_criteria(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """Return criteria of which every text is readable."""
    return tuple(replace(one, text=readable(one.text), source=readable(one.source)) for one in criteria)


def readable_sources(sources: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return where each rule is written, every text readable."""
    return tuple((name, readable(said)) for name, said in sources)


def _is_kept(sign: str) -> bool:
    return sign == "\n" or (sign.isprintable() and sign not in _DIRECTION)


_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def ref_of(session: Session, case_id: int | None) -> str:
    """Return the number of a case, nothing for no case."""
    return session.exec(select(CaseRow.ref).where(CaseRow.id == case_id)).first() or "" if case_id is not None else ""
