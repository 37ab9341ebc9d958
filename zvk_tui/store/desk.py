"""The desk at which the vault is read and written: one transaction for each user action.

Every write leaves, in its own transaction, one line of the log and the image of each row as it was before.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any, Final, cast

from sqlalchemy import Engine, event, inspect
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import UOWTransaction
from sqlmodel import Session, SQLModel, col, select, update

from zvk_tui.domain.log import Act
from zvk_tui.errors import Refused, VaultLocked
from zvk_tui.i18n import N_
from zvk_tui.store import search
from zvk_tui.store.admission import refuse_closed
from zvk_tui.store.case_tables import AdmissionRow, CaseEventRow, PlanGoalRow, PlanRow, PoliceContactRow, PoliceKnownRow
from zvk_tui.store.cipher import translated
from zvk_tui.store.rule_tables import (
    ClosureCheckRow,
    ClosureFactRow,
    ClosureRulesRow,
    PriorityEntryRow,
    PrioritySnapshotRow,
)
from zvk_tui.store.tables import (
    AuditRow,
    CaseRow,
    ChangeRow,
    ItemRow,
    MinutesPartRow,
    PartnerRow,
    PersonRow,
    ProfessionalRow,
)

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone; the demo may stand still on another day."""

_HELD_FROM = frozenset(
    table.__tablename__
    for table in (
        *(PartnerRow, ProfessionalRow, CaseRow, CaseEventRow, PlanRow, PlanGoalRow),
        *(PoliceContactRow, PoliceKnownRow, ClosureFactRow, ClosureRulesRow, ClosureCheckRow, AdmissionRow),
    )
)
"""What the desk holds was read from these tables; a change of one of them makes it forget."""
_TELLS_NOTHING = frozenset(
    table.__tablename__ for table in (ItemRow, MinutesPartRow, PriorityEntryRow, PrioritySnapshotRow)
)

HELD: Final = "people"
"""Under which name a session knows what the desk holds between readings."""

FIRST_HASH = "0" * 64
"""What the first line of the log carries as the hash before it."""


class Desk:
    """Gives sessions for reading, and for writing as one named person."""

    def __init__(self, engine: Engine, who: str, clock: Clock, slot_id: str = "") -> None:
        self._engine: Engine | None = engine
        self._batch: Session | None = None
        self._touched: dict[int, None] = {}
        self._held: dict[str, object] = {}
        self.who = who
        self.slot_id = slot_id
        self.clock = clock

    def today(self) -> date:
        """Return the date of today by the vault's clock."""
        return self.clock().date()

    def close(self) -> None:
        """Forget the engine: from now on every reading and writing raises `VaultLocked`."""
        self.forget()
        if self._engine is not None:
            self._engine.dispose()
        self._engine = None

    def forget(self, session: Session | None = None) -> None:
        """Let go of what is held between readings; who began to read before this keeps what is found to itself.

        Args:
            session: the one that changes something; what it reads from now on is held again.
        """
        self._held.clear()
        self._held = {}
        if session is not None:
            session.info[HELD] = self._held

    def engine(self) -> Engine:
        """Return the engine of the open vault.

        Raises:
            VaultLocked: once the desk is closed.
        """
        if self._engine is None:
            raise VaultLocked(N_("The vault is locked. Unlock it first."))
        return self._engine

    @contextmanager
    def reading(self, case_id: int | None = None) -> Iterator[Session]:
        """Give a session that only reads; with `case_id`, from the file of one case.

        Raises:
            VaultLocked: once the desk is closed.
            Refused: when the case is closed to who opened the vault.
        """
        if self._batch is not None:
            yield self._batch
            return
        with _told(), self._session(writes=False) as session:
            refuse_closed(session, () if case_id is None else (case_id,))
            yield session

    @contextmanager
    def writing(self, act: Act, case_ref: str = "", detail: str = "", *, undoable: bool = True) -> Iterator[Session]:
        """Give a session for one user action; it commits at the end and rolls back on any error.

        Raises:
            VaultLocked: once the desk is closed.
            Refused: when the record that it is about is gone.
            CouldNotWrite: when the disk is full or read-only; the vault is as it was before.
        """
        if self._batch is not None:
            with self._recorded(self._batch, act, case_ref, detail, undoable=undoable):
                yield self._batch
            self._batch.expunge_all()
            return
        with _told(), self._session() as session:
            with self._recorded(session, act, case_ref, detail, undoable=undoable):
                yield session
            session.commit()

    @contextmanager
    def keeping(self) -> Iterator[Session]:
        """Give a session for what is not a user action: drafts, and where the table is."""
        if self._batch is not None:
            yield self._batch
            return
        with _told(), self._session() as session:
            yield session
            session.commit()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Let many user actions share one transaction, so that a whole history is there or is not.

        What they say can be searched for when all are done.
        """
        with _told(), self._session() as session:
            self._batch = session
            try:
                yield
                search.reindex(session, self._touched)
                session.commit()
            finally:
                self._batch = None
                self._touched.clear()
                self.forget()

    def _session(self, *, writes: bool = True) -> Session:
        """Return a session that knows which key slot opened the vault: what it may see follows from that."""
        info = {"slot_id": self.slot_id, HELD: self._held}
        return Session(self.engine(), autoflush=writes, expire_on_commit=not writes, info=info)

    def close_undo(self, session: Session) -> None:
        """Put everything before this moment beyond undo."""
        session.flush()
        session.execute(update(ChangeRow).where(col(ChangeRow.undoable)).values(undoable=False))

    @contextmanager
    def _recorded(self, session: Session, act: Act, case_ref: str, detail: str, *, undoable: bool) -> Iterator[None]:
        """Keep the image of every row that changes inside the block, then write the line of the log."""
        images: list[ChangeRow] = []

        def keep(session: Session, _context: UOWTransaction) -> None:
            changed = (row for row in session.dirty if session.is_modified(row))
            images.extend(
                _image(session, row, made=row in session.new, undoable=undoable)
                for row in (*session.new, *changed, *session.deleted)
                if not isinstance(row, AuditRow | ChangeRow)
            )
            if any(image.table_name in _HELD_FROM for image in images):
                self.forget(session)

        about(session, case_ref, detail)
        event.listen(session, "after_flush", keep)
        try:
            yield
            session.flush()
        finally:
            event.remove(session, "after_flush", keep)
            if any(image.table_name in _HELD_FROM for image in images):
                self.forget(session)
        _refuse_closed(session, images)
        line = self._line(session, act)
        for image in images:
            image.audit_id = line.id or 0
        session.add_all((line, *images))
        session.flush()
        found = _cases_of(session, (one for one in images if one.table_name in search.TABLES))
        if session is self._batch:
            self._touched.update(dict.fromkeys(found))
        else:
            search.reindex(session, found)

    def _line(self, session: Session, act: Act) -> AuditRow:
        newest = select(col(AuditRow.id), col(AuditRow.hash)).order_by(col(AuditRow.id).desc()).limit(1)
        number, previous = session.exec(newest).first() or (None, FIRST_HASH)
        case_ref, detail = session.info["about"]
        line = AuditRow(
            id=(number or 0) + 1,
            at=self.clock(),
            who=self.who,
            act=act,
            case_ref=case_ref,
            detail=detail,
            previous=previous,
            hash="",
        )
        line.hash = line_hash(line)
        return line


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the database or its tables refuse into one of our sentences."""
    with translated():
        try:
            yield
        except NoResultFound:
            raise Refused(N_("This is no longer in the vault; nothing was changed.")) from None


def about(session: Session, case_ref: str = "", detail: str = "") -> None:
    """Say which case, and which number or kind of file, the line of the log of this writing is about."""
    session.info["about"] = (case_ref, detail)


def line_hash(line: AuditRow) -> str:
    """Return the SHA-256 of a log line, which covers the hash of the line before it."""
    at = line.at.astimezone(UTC).replace(tzinfo=None).isoformat()
    content = json.dumps([line.previous, at, line.who, line.act, line.case_ref, line.detail], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def _image(session: Session, row: SQLModel, *, made: bool, undoable: bool) -> ChangeRow:
    state = inspect(row)
    key = state.mapper.primary_key_from_instance(row)[0]
    return ChangeRow(
        audit_id=0,
        table_name=str(row.__tablename__),
        row_id=str(key),
        case_id=_case_of(session, row),
        before=None if made else {name: _plain(_before(state, name)) for name in state.mapper.columns.keys()},  # noqa: SIM118
        undoable=undoable,
    )


def _case_of(session: Session, row: Any) -> int | None:
    """Return the case a row belongs to: what was noted or typed at an item is erased with the item's case."""
    if isinstance(row, CaseRow):
        return row.id
    if hasattr(row, "case_id"):
        return cast("int | None", row.case_id)
    item_id = getattr(row, "item_id", None)
    return session.exec(select(ItemRow.case_id).where(ItemRow.id == item_id)).first() if item_id is not None else None


def _refuse_closed(session: Session, images: Iterable[ChangeRow]) -> None:
    """Refuse what changes a case that is closed to the user; not a case that is only now made by this session.

    The place of its item on an agenda or of its entry on the top 10, and what minutes keep of it, tell nothing: those
    may change.
    """
    images = [image for image in images if image.table_name not in _TELLS_NOTHING]
    made = session.info.setdefault("made", set())
    made.update(one.case_id for one in images if one.table_name == CaseRow.__tablename__ and one.before is None)
    refuse_closed(session, {*_cases_of(session, images)} - made)


def _cases_of(session: Session, images: Iterable[ChangeRow]) -> Iterable[int]:
    """Return the cases of which something changed, or of whose person."""
    images = list(images)
    people = [int(image.row_id) for image in images if image.table_name == PersonRow.__tablename__]
    yield from {image.case_id for image in images if image.case_id is not None}
    for some in search.chunks(people):
        yield from session.exec(select(CaseRow.id).where(col(CaseRow.person_id).in_(some)))  # type: ignore[misc]


def _before(state: Any, name: str) -> object:
    history = state.attrs[name].history
    return history.deleted[0] if history.deleted else state.attrs[name].value


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime | time) else value
