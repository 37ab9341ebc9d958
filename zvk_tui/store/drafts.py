"""What is being typed: kept within a second of typing, so that a lock, a crash or a flat battery loses nothing."""

from sqlmodel import Session, col, select

from zvk_tui.domain.draft import Draft
from zvk_tui.store.admission import may_see
from zvk_tui.store.desk import Desk
from zvk_tui.store.tables import DraftRow, ItemRow

_PLACE = "place"


class Drafts:
    """Keeps and gives back what was being typed. No line of the log: nothing has been entered yet."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, draft: Draft) -> None:
        """Keep a draft; an empty one is forgotten."""
        with self._desk.keeping() as session:
            row = session.get(DraftRow, draft.key)
            if not draft.text:
                if row is not None:
                    session.delete(row)
                return
            row = row or DraftRow(key=draft.key, text="")
            row.text, row.cursor, row.item_id = draft.text, draft.cursor, draft.item_id
            session.add(row)

    def get(self, key: str) -> Draft | None:
        """Return the draft of a field, None when there is none."""
        with self._desk.reading() as session:
            row = session.get(DraftRow, key)
            shown = row is not None and _may_see(session, row.item_id)
            return Draft(row.key, row.text, row.cursor, row.item_id) if row and shown else None

    def of_item(self, item_id: int) -> tuple[Draft, ...]:
        """Return the drafts at one agenda item; none when its case is closed to the user."""
        with self._desk.reading() as session:
            if not _may_see(session, item_id):
                return ()
            rows = session.exec(select(DraftRow).where(DraftRow.item_id == item_id).order_by(col(DraftRow.key)))
            return tuple(Draft(row.key, row.text, row.cursor, row.item_id) for row in rows)

    def forget(self, *keys: str) -> None:
        """Forget drafts, once their text was entered or thrown away."""
        with self._desk.keeping() as session:
            for row in session.exec(select(DraftRow).where(col(DraftRow.key).in_(keys))):
                session.delete(row)

    def keep_place(self, place: str) -> None:
        """Remember where the user was, to return there after a lock or a crash."""
        self.keep(Draft(_PLACE, place))

    def place(self) -> str:
        """Return where the user was; nothing for nowhere."""
        draft = self.get(_PLACE)
        return draft.text if draft else ""


def _may_see(session: Session, item_id: int | None) -> bool:
    return item_id is None or may_see(
        session, session.exec(select(ItemRow.case_id).where(ItemRow.id == item_id)).first()
    )
