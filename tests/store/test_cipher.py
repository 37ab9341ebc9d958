"""The encrypted file on real SQLCipher: nothing is readable, nothing is lost, every damage is seen."""

import logging
import stat
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from zvk_tui.errors import CouldNotWrite, Refused, VaultDamaged, VaultInUse, VaultRefused, ZvkError
from zvk_tui.store import cipher

KEY = bytes(range(32))
WRONG_KEY = bytes(32)
PLANTED = "Vliegdennenlaan"
PAGE = 4096

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@contextmanager
def opened(path: Path, key: bytes = KEY) -> Iterator[Engine]:
    """Give an engine that is closed afterwards."""
    engine = cipher.engine(path, key)
    try:
        yield engine
    finally:
        engine.dispose()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the encrypted file comes, in a folder of its own."""
    folder = tmp_path / "Proef vault é%20.zvk"
    folder.mkdir()
    return folder / "cases.db"


@pytest.fixture
def filled(path: Path) -> Path:
    """Return an encrypted file of some forty pages with planted words in it, closed."""
    with opened(path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT UNIQUE)")
        for number in range(60):
            add(connection, f"{PLANTED} {number} " + "x" * 2000)
    return path


def add(connection: Connection, body: str) -> None:
    """Keep a note."""
    connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": body})


def count(engine: Engine) -> int:
    """Return how many notes there are."""
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM note")).scalar_one())


def pragma(connection: Connection, name: str) -> Any:
    """Return the value of a setting of SQLite."""
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def flip(path: Path, offset: int) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


def problems(path: Path) -> list[str]:
    """Return what the check of the whole file finds."""
    with opened(path) as engine, engine.connect() as connection:
        return cipher.verify_file(connection)


def test_every_connection_has_the_settings_of_the_house(path: Path) -> None:
    """WAL, full synchronisation, secure deletion, foreign keys and memory for what is temporary are on."""
    with opened(path) as engine, engine.connect() as connection:
        names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store", "cipher_log_level")
        assert [pragma(connection, name) for name in names] == ["wal", 2, 1, 1, 2, "NONE"]


@posix
def test_the_file_is_for_its_owner_only(path: Path) -> None:
    """The file and its companions give no rights to others, from the first moment."""
    with opened(path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY)")
        files = list(path.parent.iterdir())
        assert {found.name for found in files} == {"cases.db", "cases.db-wal", "cases.db-shm"}
        assert [found for found in files if stat.S_IMODE(found.stat().st_mode) & 0o077] == []


def test_planted_words_are_in_no_file(path: Path) -> None:
    """What is kept is readable in none of the files, neither while the vault is open nor after."""
    with opened(path) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
            connection.exec_driver_sql("CREATE VIRTUAL TABLE found USING fts5(body)")
            for number in range(200):
                add(connection, f"{PLANTED} {number}")
                connection.execute(text("INSERT INTO found VALUES (:body)"), {"body": PLANTED})
        while_open = {found.name: found.read_bytes() for found in path.parent.iterdir()}
    assert set(while_open) == {"cases.db", "cases.db-wal", "cases.db-shm"}
    content = [*while_open.values(), path.read_bytes()]
    for plain in (PLANTED.encode(), PLANTED.lower().encode(), b"CREATE TABLE", b"SQLite format 3"):
        assert not any(plain in found for found in content), plain


def test_two_files_with_one_key_share_no_page(tmp_path: Path) -> None:
    """The same records under the same key give other bytes in another file."""
    pages = []
    for name in ("one.db", "two.db"):
        with opened(tmp_path / name) as engine, engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
            add(connection, PLANTED)
        content = (tmp_path / name).read_bytes()
        pages.append({content[at : at + 16] for at in range(0, len(content), 16)})
    assert pages[0].isdisjoint(pages[1])


def test_no_secret_is_printed(filled: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The key is in no URL, repr or log of the engine, and an error holds no values of the records."""
    caplog.set_level(logging.INFO, "sqlalchemy")
    with opened(filled) as engine:
        shown = f"{engine!r} {engine.url} {engine.pool!r} {engine.pool.status()}"
        with pytest.raises(DBAPIError) as refused, engine.begin() as connection:
            add(connection, f"{PLANTED} 1 " + "x" * 2000)
    shown += str(refused.value) + caplog.text
    assert "INSERT INTO note" in caplog.text
    for secret in (KEY.hex(), KEY.hex().upper(), repr(KEY), PLANTED):
        assert secret not in shown


def test_an_encrypted_file_passes_the_check(filled: Path) -> None:
    """A good file is let through, and checking it changes no byte of it and leaves no file behind."""
    before = filled.read_bytes()
    cipher.check_before_use(filled, KEY)
    assert filled.read_bytes() == before
    assert [found.name for found in filled.parent.iterdir()] == ["cases.db"]


def test_a_wrong_key_gets_a_sentence_and_prints_nothing(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A key that does not open the file is damage in a sentence; nothing tears the screen, nothing changes."""
    before = filled.read_bytes()
    for key in (WRONG_KEY, KEY[:16], b""):
        with pytest.raises(VaultDamaged):
            cipher.check_before_use(filled, key)
    with pytest.raises(VaultDamaged), opened(filled, WRONG_KEY) as engine, cipher.translated():
        count(engine)
    assert capfd.readouterr() == ("", "")
    assert filled.read_bytes() == before


def test_a_plain_database_is_refused(path: Path) -> None:
    """A file that is not encrypted is never opened as a vault, with whatever key."""
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE note (body TEXT)")
    plain.close()
    with pytest.raises(VaultRefused) as refused:
        cipher.check_before_use(path, KEY)
    assert "not encrypted" in refused.value.message


@pytest.mark.parametrize("content", [b"", b"x", b"x" * 100, b"\0" * 1000, b"\0" * 4096, bytes(range(256)) * 32])
def test_a_file_that_is_no_vault_is_damage(path: Path, content: bytes) -> None:
    """An empty file, a cut-off one and noise are damage, and stay as they are."""
    path.write_bytes(content)
    with pytest.raises(VaultDamaged):
        cipher.check_before_use(path, KEY)
    assert path.read_bytes() == content


def test_a_missing_file_is_refused_and_not_made(path: Path) -> None:
    """Looking for a vault makes none."""
    with pytest.raises(VaultRefused):
        cipher.check_before_use(path, KEY)
    assert list(path.parent.iterdir()) == []


def test_a_program_without_cipher_is_refused(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the library cannot encrypt, which it then does silently, nothing is opened."""
    import sqlite3

    monkeypatch.setattr(cipher, "dbapi2", sqlite3)
    with pytest.raises(VaultRefused) as refused:
        cipher.check_before_use(filled, KEY)
    assert "cannot encrypt" in refused.value.message


def test_a_good_file_has_no_problems(filled: Path) -> None:
    """The check of the whole file finds nothing in a good file."""
    assert problems(filled) == []


def test_every_damaged_page_is_named(filled: Path) -> None:
    """The result is read in full: three damaged pages are three sentences."""
    for page in (3, 7, 11):
        flip(filled, (page - 1) * PAGE + 500)
    found = problems(filled)
    assert len(found) == 3
    assert [any(f" {page} " in f" {line} " for line in found) for page in (3, 7, 11)] == [True, True, True]


def test_a_flipped_bit_anywhere_is_reported(filled: Path) -> None:
    """One changed bit, in any page and anywhere in it, is damage, and never wrong data."""
    whole = filled.read_bytes()
    pages = len(whole) // PAGE
    assert pages > 30
    for number, page in enumerate(range(0, pages, 3)):
        filled.write_bytes(whole)
        flip(filled, page * PAGE + (0, 15, 16, 100, 2048, PAGE - 81, PAGE - 64, PAGE - 17)[number % 8])
        if page == 0:
            with pytest.raises(VaultDamaged):
                cipher.check_before_use(filled, KEY)
        else:
            assert len(problems(filled)) == 1, page


def test_reading_a_damaged_page_is_damage(filled: Path) -> None:
    """Reading over a damaged page stops in a sentence and gives nothing."""
    flip(filled, 8 * PAGE + 500)
    with opened(filled) as engine, pytest.raises(VaultDamaged), cipher.translated(), engine.connect() as connection:
        connection.execute(text("SELECT sum(length(body)) FROM note")).scalar_one()


def test_a_loose_reference_is_reported(path: Path) -> None:
    """A record that points to one that is not there is named by table and number, not by content."""
    with opened(path) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE meeting (id INTEGER PRIMARY KEY)")
            connection.exec_driver_sql("CREATE TABLE item (id INTEGER PRIMARY KEY, m INTEGER REFERENCES meeting)")
        with closing(engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA foreign_keys = OFF")
            raw.cursor().execute("INSERT INTO item VALUES (7, 99)")
    [found] = problems(path)
    assert "7" in found
    assert "item" in found


def half_a_migration(engine: Engine) -> None:
    """Make a table, keep something in it, and stop."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO note VALUES (1)")
        raise RuntimeError


def test_making_tables_is_part_of_a_transaction(path: Path) -> None:
    """A migration that fails halfway leaves no table behind."""
    with opened(path) as engine:
        with pytest.raises(RuntimeError):
            half_a_migration(engine)
        with engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one() == 0


def test_reading_takes_no_write_lock(filled: Path) -> None:
    """While one reads, another can write, and the reader keeps seeing one moment."""
    with opened(filled) as reading, opened(filled) as writing:
        with reading.connect() as reader:
            assert reader.execute(text("SELECT count(*) FROM note")).scalar_one() == 60
            with writing.begin() as writer:
                add(writer, "one more")
            assert reader.execute(text("SELECT count(*) FROM note")).scalar_one() == 60
        assert count(reading) == 61


def test_two_threads_never_share_a_transaction(filled: Path) -> None:
    """A thread that asks for the connection waits until the other has committed; nothing is rolled back for it."""
    seen: list[int] = []
    with opened(filled) as engine:
        reader = threading.Thread(target=lambda: seen.append(count(engine)))
        with engine.begin() as connection:
            add(connection, "first")
            reader.start()
            add(connection, "second")
        reader.join(timeout=30)
    assert seen == [62]


def test_asking_twice_in_one_thread_ends_in_a_sentence(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the program does not hang it, and does not lose what was being written."""
    monkeypatch.setattr(cipher, "_PATIENCE", 0.01)
    with opened(filled) as engine:
        with engine.begin() as connection:
            add(connection, "one more")
            with pytest.raises(VaultInUse), cipher.translated():
                count(engine)
        assert count(engine) == 61


def write_much(engine: Engine) -> None:
    """Keep a hundred notes in one transaction."""
    with cipher.translated(), engine.begin() as connection:
        for number in range(100):
            add(connection, f"{number}" + "y" * 2000)


def test_a_full_database_is_a_sentence_and_loses_nothing(filled: Path) -> None:
    """When there is no room the write fails in a sentence and what was there is there."""
    with opened(filled) as engine:
        with engine.connect() as connection:
            pragma(connection, f"max_page_count = {filled.stat().st_size // PAGE}")
        with pytest.raises(CouldNotWrite) as refused:
            write_much(engine)
        assert refused.value.message.startswith("The disk is full")
        assert count(engine) == 60
    assert problems(filled) == []


def test_a_locked_file_is_in_use(filled: Path) -> None:
    """Another program that is writing is said, and is not waited for long."""
    with opened(filled) as first, opened(filled) as second, first.begin() as connection:
        add(connection, "one more")
        with pytest.raises(VaultInUse), cipher.translated(), second.begin() as other:
            add(other, "another")


def test_a_read_only_connection_is_a_sentence(filled: Path) -> None:
    """A vault that became read-only is said, and is as it was."""
    with opened(filled) as engine:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")
        with pytest.raises(CouldNotWrite), cipher.translated(), engine.begin() as connection:
            add(connection, "one more")


def test_what_does_not_fit_is_refused(filled: Path) -> None:
    """A value that is there already, or a sign that cannot be kept, is refused in a sentence."""
    for body in (f"{PLANTED} 1 " + "x" * 2000, "half een teken: \ud83d"):
        with opened(filled) as engine, pytest.raises(Refused), cipher.translated(), engine.begin() as connection:
            add(connection, body)


@pytest.mark.parametrize(
    "statement", ["SELECT * FROM Vliegdennenlaan", "SELECT 'Vliegdennenlaan", "SELECT json('Vliegdennenlaan')"]
)
def test_nothing_of_the_driver_leaves(filled: Path, statement: str) -> None:
    """Any other error of the driver is one sentence; neither it nor its traceback repeats what was typed."""
    with (
        opened(filled) as engine,
        pytest.raises(ZvkError) as refused,
        cipher.translated(),
        engine.connect() as connection,
    ):
        connection.execute(text(statement))
    assert PLANTED not in "".join(traceback.format_exception(refused.value))


def test_our_own_errors_pass_unchanged() -> None:
    """A sentence that was raised inside stays that sentence."""
    with pytest.raises(Refused, match=r"^eigen zin$"), cipher.translated():
        raise Refused("eigen zin")


def test_a_copy_is_encrypted_anew(filled: Path) -> None:
    """A copy has the same records under another salt, while the file is open, and is whole."""
    target = filled.with_name("copy.db")
    with opened(filled) as engine, engine.begin() as connection:
        add(connection, "not yet committed")
        cipher.copy_file(filled, target, KEY)
    assert target.read_bytes()[:16] != filled.read_bytes()[:16]
    assert problems(target) == []
    with opened(target) as engine:
        assert count(engine) == 60
