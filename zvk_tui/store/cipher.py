"""The encrypted file of the records: how it is opened, what is checked first, and what its errors mean.

One connection serves the whole vault and is lent to one user at a time: a thread that asks for it while another has
it waits, so that no transaction of one thread ends that of another. Asking for it twice in one thread is a mistake
and ends in `VaultInUse` after some seconds.

Transactions are real: the driver's own habit of opening them is off, and SQLAlchemy's begin sends `BEGIN`, so that
the making of tables is part of a transaction as well. It is a deferred one: reading takes no write lock, writing
takes it at the first change; that cannot fail half-way because a claimed vault has one writer.

A file on POSIX systems loses SQLite's locks when any handle to it in the same process is closed. So nothing here
reads `cases.db` by itself once an engine is open: `check_before_use` comes before `engine`.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from zvk_tui.errors import CouldNotWrite, Refused, VaultDamaged, VaultInUse, VaultRefused, ZvkError
from zvk_tui.i18n import N_, _

_PLAIN_HEADER: Final = b"SQLite format 3\0"
_PAGE: Final = 4096
_KEY_BYTES: Final = 32
_PATIENCE: Final = 10
_SETTINGS: Final = (
    "synchronous = FULL",
    "fullfsync = ON",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "busy_timeout = 250",
)
_NOT_OPENED: Final = N_("The file of the vault is damaged or is of another vault. Nothing was changed; use a back-up.")

_PLAIN: Final = N_("The file of the vault is not encrypted. Nothing was opened; use a back-up.")
_BUSY: Final = N_("Another window or program is writing to this vault. Close it there and try again.")
_NO_RIGHTS: Final = N_("The file of the vault cannot be opened. Check your rights to its folder.")
_MEANINGS: Final[dict[int | None, tuple[type[ZvkError], str]]] = {
    dbapi2.SQLITE_FULL: (
        CouldNotWrite,
        N_("The disk is full. The vault is as it was before; make room and try again."),
    ),
    dbapi2.SQLITE_READONLY: (
        CouldNotWrite,
        N_("The vault is read-only. Nothing was written; check your rights to its folder."),
    ),
    dbapi2.SQLITE_IOERR: (
        CouldNotWrite,
        N_("The disk does not answer. The vault is as it was before; check the disk."),
    ),
    dbapi2.SQLITE_BUSY: (VaultInUse, _BUSY),
    dbapi2.SQLITE_LOCKED: (VaultInUse, _BUSY),
    dbapi2.SQLITE_CORRUPT: (VaultDamaged, _NOT_OPENED),
    dbapi2.SQLITE_NOTADB: (VaultDamaged, _NOT_OPENED),
    dbapi2.SQLITE_CANTOPEN: (VaultRefused, _NO_RIGHTS),
    dbapi2.SQLITE_PERM: (VaultRefused, _NO_RIGHTS),
    dbapi2.SQLITE_CONSTRAINT: (Refused, N_("This does not fit what is in the vault already. Nothing was changed.")),
    dbapi2.SQLITE_TOOBIG: (Refused, N_("The text is too long to keep. Nothing was changed.")),
}
_UNKNOWN: Final = (ZvkError, N_("The vault could not do this. Nothing was changed; check it with zvk verify."))


def engine(path: Path, data_key: bytes) -> Engine:
    """Return an engine on the encrypted file at `path`, which is made when it is not there.

    Neither its URL nor its repr holds the key, and its errors hold no values of the records.
    """

    def connected() -> Any:
        return _with_settings(path, data_key)

    made = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connected,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=_PATIENCE,
        hide_parameters=True,
    )
    event.listen(made, "begin", _begin)
    event.listen(made, "reset", _roll_back)
    return made


def check_before_use(path: Path, data_key: bytes) -> None:
    """Check, before the first write, that the file is encrypted and that the key opens it.

    Raises:
        VaultRefused: there is no file, it is not encrypted, or this program cannot encrypt.
        VaultDamaged: it is empty, or the key does not open it.
    """
    with translated():
        _refuse_plain(path)
        refuse_missing(path)
        if _opens_without_key(path):
            raise VaultRefused(_PLAIN)
        with closing(_keyed(path, data_key, "mode=rw")) as connection:
            if not connection.execute("PRAGMA cipher_version").fetchone():
                raise VaultRefused("This installation of zvk cannot encrypt. Nothing was opened; install it again.")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def refuse_missing(path: Path) -> None:
    """Refuse a file that is not there or holds nothing, because SQLite would make a new one without a word.

    Raises:
        VaultRefused: there is no file.
        VaultDamaged: it is shorter than one page.
    """
    if not path.is_file():
        raise VaultRefused("There is no vault in {folder}.", folder=path.parent)
    if path.stat().st_size < _PAGE:
        raise VaultDamaged("The file of the vault is empty or cut off. Nothing was changed; use a back-up.")


def verify_file(connection: Connection) -> list[str]:
    """Return what is wrong with the whole file, a sentence for each damaged page or record; empty when all is well.

    Every page is checked against its authentication code, then the structure, then the references.
    """
    damaged = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    if damaged:
        return [_damaged_page(line) for line in damaged]
    try:
        return [*_loose_structure(connection), *_loose_references(connection)]
    except DBAPIError as error:
        if _code_of(error) not in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB):
            raise
        return [_("The structure of the file is damaged.")]


def copy_file(source: Path, target: Path, data_key: bytes) -> None:
    """Copy the encrypted file through SQLite itself, so that the copy is whole while others write.

    The copy is encrypted with the same key under a salt of its own.
    """
    _make_private(target)
    with (
        closing(_keyed(source, data_key, "mode=rw")) as original,
        closing(_keyed(target, data_key, "mode=rw")) as copy,
    ):
        original.backup(copy)


@contextmanager
def translated() -> Iterator[None]:
    """Turn an error of the driver into one of ours; its text, which may hold what a user typed, goes no further.

    Raises:
        CouldNotWrite: the disk is full, read-only or broken.
        VaultInUse: another has the vault.
        VaultDamaged: the file is not what it was.
        VaultRefused: the file cannot be opened.
        Refused: what was to be kept does not fit.
        ZvkError: anything else that the driver refuses.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise Refused("The text holds a sign that cannot be kept. Take it out and try again.") from None
    except PoolTimeout:
        raise VaultInUse("The vault is busy with something else. Wait a moment and try again.") from None
    except (DBAPIError, dbapi2.Error) as error:
        raise _ours(_code_of(error)) from None


def _ours(code: int | None) -> ZvkError:
    kind, sentence = _MEANINGS.get(code, _UNKNOWN)
    return kind(sentence)


def _code_of(error: BaseException) -> int | None:
    """Return SQLite's primary result code of an error of the driver, or of SQLAlchemy around it."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(origin, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _with_settings(path: Path, data_key: bytes) -> Any:
    if not path.exists():
        _make_private(path)
    connection = _keyed(path, data_key, "mode=rw")
    if connection.execute("PRAGMA journal_mode = WAL").fetchone() != ("wal",):
        connection.close()
        raise VaultRefused("A vault cannot be kept on this disk. Copy it to a folder on this computer.")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    return connection


def _keyed(path: Path, data_key: bytes, how: str) -> Any:
    """Return a connection that has the key; without the first line a wrong key would print to the terminal."""
    if len(data_key) != _KEY_BYTES:
        raise VaultDamaged(_NOT_OPENED)
    connection = _connected(path, how)
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
    return connection


def _connected(path: Path, how: str) -> Any:
    address = f"{path.absolute().as_uri()}?{how}"
    connection = dbapi2.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def _make_private(path: Path) -> None:
    """Make an empty file that only its owner can read; SQLite gives its companions the same rights."""
    path.touch(mode=0o600)


def _refuse_plain(path: Path) -> None:
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER:
                raise VaultRefused(_PLAIN)


def _opens_without_key(path: Path) -> bool:
    """Return whether the file can be read without a key; nothing is written, whatever it turns out to be."""
    with closing(_connected(path, "mode=ro&immutable=1")) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError:
            return False
    return True


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _roll_back(dbapi: Any, *_about: object) -> None:
    """Leave no transaction open for the next who takes the connection, whatever became of the last commit."""
    if dbapi.in_transaction:
        dbapi.rollback()


def _damaged_page(line: str) -> str:
    """Return the sentence for one line of the cipher's check, which names the page."""
    number = line.rsplit(" ", 1)[-1]
    if number.isdigit():
        return _("Page {page} of the file is damaged.").format(page=number)
    return _("The file is damaged.")


def _loose_structure(connection: Connection) -> list[str]:
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    return [] if found == ["ok"] else [_("The structure of the file is damaged.") for _line in found]


def _loose_references(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return [
        _("Record {record} in {table} points to a record in {parent} that is not there.").format(
            record=row[1], table=row[0], parent=row[2]
        )
        for row in rows
    ]
