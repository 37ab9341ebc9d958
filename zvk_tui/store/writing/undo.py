"""Undo: put the rows of the last user action back as they were."""

from sqlmodel import Session, SQLModel, col, select

from zvk_tui.domain.log import Act, LogLine
from zvk_tui.store import tables
from zvk_tui.store.desk import Desk
from zvk_tui.store.tables import AuditRow, ChangeRow


def undo_last(desk: Desk) -> LogLine | None:
    """Undo the newest user action that can be undone, and say what it was; None when there is none.

    Finalising and reopening minutes put everything before them beyond undo.
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
    key = image.row_id if model is tables.SettingRow else int(image.row_id)
    row = session.get(model, key)
    if image.before is None:
        if row is not None:
            session.delete(row)
    else:
        was = model.model_validate(image.before)
        if row is None:
            session.add(was)
        else:
            for name in image.before:
                setattr(row, name, getattr(was, name))
    session.flush()


def _model(table_name: str) -> type[SQLModel]:
    return next(m for m in SQLModel.__subclasses__() + tables.Row.__subclasses__() if m.__tablename__ == table_name)
