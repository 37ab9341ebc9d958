"""Undo: put the rows of the last user action back as they were."""

from sqlmodel import Session, SQLModel, col, select

from zvk_tui.domain.log import Act, LogLine
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_
from zvk_tui.store.desk import Desk
from zvk_tui.store.rule_tables import RECORDS
from zvk_tui.store.tables import AuditRow, ChangeRow, DraftRow, ItemRow, SettingRow

_NAMED = (SettingRow, DraftRow)
"""Tables whose key is a text."""


def undo_last(desk: Desk) -> LogLine | None:
    """Undo the newest user action that can be undone, and say what it was; None when there is none.

    Finalising and reopening minutes put everything before them beyond undo.

    Raises:
        Refused: when it would take away an item at which text was typed that is not entered yet.
    """
    with desk.reading() as session:
        newest = _newest(session)
    if newest is None:
        return None
    with desk.writing(Act.UNDONE, newest.case_ref, newest.act, undoable=False) as session:
        images = session.exec(
            select(ChangeRow).where(ChangeRow.audit_id == newest.id).order_by(col(ChangeRow.id).desc())
        ).all()
        for image in images:
            _put_back(session, image)
            image.undone = True
    return LogLine(newest.at, newest.who, Act(newest.act), newest.case_ref, newest.detail)


def _newest(session: Session) -> AuditRow | None:
    return session.exec(
        select(AuditRow)
        .join(ChangeRow, col(ChangeRow.audit_id) == AuditRow.id)
        .where(col(ChangeRow.undoable), ~col(ChangeRow.undone))
        .order_by(col(AuditRow.id).desc())
        .limit(1)
    ).first()


def _put_back(session: Session, image: ChangeRow) -> None:
    model = _model(image.table_name)
    row = session.get(model, image.row_id if model in _NAMED else int(image.row_id))
    if image.before is None:
        if row is not None:
            _take_out(session, row)
    else:
        was = model.model_validate(image.before)
        if row is None:
            session.add(was)
        else:
            for name in image.before:
                setattr(row, name, getattr(was, name))
    session.flush()


def _take_out(session: Session, row: SQLModel) -> None:
    """Take out a row that the action made; a text that is still being typed at an item holds the item there."""
    if isinstance(row, ItemRow):
        for draft in session.exec(select(DraftRow).where(DraftRow.item_id == row.id)):
            if draft.text.strip():
                raise Refused(N_("Text was typed at an item that this would take away. Enter or clear it first."))
            session.delete(draft)
        session.flush()
    session.delete(row)


def _model(table_name: str) -> type[SQLModel]:
    known: tuple[type[SQLModel], ...] = (*_NAMED, *RECORDS)
    return next(model for model in known if model.__tablename__ == table_name)
