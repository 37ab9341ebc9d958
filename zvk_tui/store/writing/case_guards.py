"""What every writing to a case file checks first: what is closed or shielded is not worked on."""

from sqlmodel import Session, col, select

from zvk_tui.domain.case_file import Phase
from zvk_tui.domain.meeting import MeetingState
from zvk_tui.domain.record import ActionState
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import about
from zvk_tui.store.tables import ActionRow, CaseRow, ItemRow, MeetingRow


def kept_case(session: Session, case_id: int | None) -> CaseRow:
    """Return a case to which something may be added; the line of the log is about it.

    Raises:
        Refused: when it is not there, shielded or erased.
    """
    row = session.get(CaseRow, case_id) if case_id is not None else None
    if row is None:
        raise Refused(N_("There is no such case in this vault."))
    if row.erased:
        raise Refused(N_("The personal data of this case was erased; nothing can be added."))
    if row.shielded:
        raise Refused(N_("This case is shielded. Reopen it first, with a reason."))
    about(session, row.ref)
    return row


def worked_case(session: Session, case_id: int | None) -> CaseRow:
    """Return a case that is worked on: only then does it have a plan to change.

    Raises:
        Refused: when it is closed, not there, shielded or erased.
    """
    row = kept_case(session, case_id)
    if row.phase == Phase.CLOSED:
        raise Refused(N_("This case is closed. Reopen it first, with a reason."))
    return row


def refuse_in_use(session: Session, row: CaseRow) -> None:
    """Refuse to shield a case while somebody still has to do something with it.

    Raises:
        Refused: while an action is open, or the case is on the agenda of a meeting that is not final.
    """
    refuse_unfinished_item(session, row)
    query = select(ActionRow.id).where(ActionRow.case_id == row.id, ActionRow.state == ActionState.OPEN)
    if session.exec(query.limit(1)).first() is not None:
        raise Refused(N_("An action of this case is still open. Record what became of it; then shield the case."))


def refuse_unfinished_item(session: Session, row: CaseRow) -> None:
    """Refuse to shield or erase a case that a meeting still needs.

    Raises:
        Refused: while the case is on the agenda of a meeting that is not final.
    """
    on_agenda = select(ItemRow.id).join(MeetingRow, col(MeetingRow.id) == ItemRow.meeting_id)
    if session.exec(on_agenda.where(ItemRow.case_id == row.id, MeetingRow.state != MeetingState.FINAL)).first():
        raise Refused(
            N_("The case is on the agenda of a meeting that is not final. Finalise it, or drop the case there.")
        )
