"""Back-ups: whole, encrypted, checked, and never fewer for a failure."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine, text

from zvk_tui.errors import CouldNotWrite, VaultDamaged, VaultRefused
from zvk_tui.store import cipher
from zvk_tui.store.backup import KEPT, back_up, backups_of
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.keyring import KdfCost, KeyRing

WORDS = "vier losse woorden"
PLANTED = "Vliegdennenlaan"
NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
PAGE = 4096


@contextmanager
def opened(folder: VaultFolder, key: bytes) -> Iterator[Engine]:
    """Give an engine on the records of a folder that is closed afterwards."""
    engine = cipher.engine(folder.database, key)
    try:
        yield engine
    finally:
        engine.dispose()


@pytest.fixture
def made() -> tuple[KeyRing, bytes]:
    """Return a ring with one slot, and its data key."""
    return KeyRing.create("vault", "Voorzitter", WORDS, KdfCost(memory_kib=32, passes=1, lanes=1))


@pytest.fixture
def key(made: tuple[KeyRing, bytes]) -> bytes:
    """Return the data key of the vault."""
    return made[1]


@pytest.fixture
def folder(tmp_path: Path, made: tuple[KeyRing, bytes]) -> VaultFolder:
    """Return a vault with some twenty pages of notes."""
    ring, key = made
    folder = VaultFolder(tmp_path / "Proef.zvk")
    folder.make()
    folder.write_keys(ring)
    with opened(folder, key) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
        for number in range(30):
            connection.execute(
                text("INSERT INTO note (body) VALUES (:body)"), {"body": f"{PLANTED}{number}" + "x" * 2000}
            )
    return folder


def notes(folder: VaultFolder, key: bytes) -> list[tuple[int, str]]:
    """Return every note of a vault."""
    with opened(folder, key) as engine, engine.connect() as connection:
        return [(row[0], row[1]) for row in connection.execute(text("SELECT id, body FROM note ORDER BY id"))]


def flip(path: Path, offset: int) -> None:
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


def content_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_back_up_is_named_by_moment_and_reason(folder: VaultFolder, key: bytes) -> None:
    """The name says when and why, and holds two files: the records and the keys."""
    path = back_up(folder, key, "migration", NOW)
    assert path == folder.backups / "2026-11-23T1405-migration"
    assert sorted(content_of(path)) == ["cases.db", "keys.json"]


def test_a_back_up_opens_like_any_vault(folder: VaultFolder, key: bytes) -> None:
    """With only the passphrase a back-up gives every record, row by row."""
    copy = VaultFolder(back_up(folder, key, "migration", NOW))
    unlocked = copy.read_keys().unlock(WORDS)
    cipher.check_before_use(copy.database, unlocked.data_key)
    assert notes(copy, unlocked.data_key) == notes(folder, key)
    copy.claim().release()


def test_a_back_up_opens_with_the_recovery_key_alone(folder: VaultFolder, made: tuple[KeyRing, bytes]) -> None:
    """When the vault is gone and the passphrase forgotten, a back-up and the paper give every record."""
    recoverable, printed = made[0].add_recovery(made[1], KdfCost(memory_kib=32, passes=1, lanes=1))
    folder.write_keys(recoverable)
    before = notes(folder, made[1])
    copy = VaultFolder(back_up(folder, made[1], "daily", NOW))
    for lost in (folder.database, folder.keys, folder.keys_copy):
        lost.unlink()
    assert notes(copy, copy.read_keys().unlock_recovery(printed).data_key) == before


def test_a_back_up_is_encrypted(folder: VaultFolder, key: bytes) -> None:
    """Nothing that is kept is readable in a back-up, and it has a salt of its own."""
    copy = back_up(folder, key, "daily", NOW)
    content = content_of(copy)
    assert not any(PLANTED.encode() in found for found in content.values())
    assert content["cases.db"][:16] != folder.database.read_bytes()[:16]


def test_a_back_up_is_made_while_the_vault_is_open(folder: VaultFolder, key: bytes) -> None:
    """What was committed is in the back-up, what was not is not, and the open vault goes on."""
    with opened(folder, key) as engine:
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE note SET body = 'committed' WHERE id = 1")
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE note SET body = 'not yet' WHERE id = 2")
            copy = VaultFolder(back_up(folder, key, "daily", NOW))
        assert notes(copy, key)[0] == (1, "committed")
        assert notes(copy, key)[1][1].startswith(PLANTED)
    assert notes(folder, key)[1] == (2, "not yet")


def test_a_damaged_vault_replaces_no_good_back_up(
    folder: VaultFolder, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged page stops the back-up before the first copied byte; those of before stay, byte for byte."""
    for minute in range(KEPT):
        back_up(folder, key, "daily", NOW + timedelta(minutes=minute))
    flip(folder.database, 9 * PAGE + 500)
    before = content_of(folder.path)
    monkeypatch.setattr(cipher, "copy_file", lambda *_arguments: pytest.fail("a damaged vault was copied"))
    with pytest.raises(VaultDamaged):
        back_up(folder, key, "daily", NOW + timedelta(hours=1))
    assert content_of(folder.path) == before
    assert len(backups_of(folder)) == KEPT


def test_a_damaged_copy_does_not_count(folder: VaultFolder, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy is opened anew and checked before it is called a back-up."""
    copy_file = cipher.copy_file

    def spoiled(source: Path, target: Path, data_key: bytes) -> None:
        copy_file(source, target, data_key)
        flip(target, 5 * PAGE + 500)

    monkeypatch.setattr(cipher, "copy_file", spoiled)
    with pytest.raises(VaultDamaged):
        back_up(folder, key, "daily", NOW)
    assert backups_of(folder) == []
    assert [path.name for path in folder.backups.iterdir()] == ["keys.json"]


def test_the_newest_ten_are_kept(folder: VaultFolder, key: bytes) -> None:
    """The eleventh back-up removes the oldest, and the list begins with the newest."""
    made = [back_up(folder, key, "daily", NOW + timedelta(days=day)) for day in range(KEPT + 2)]
    assert [kept.path for kept in backups_of(folder)] == made[:1:-1]
    assert {path.name for path in folder.backups.iterdir()} == {"keys.json", *(path.name for path in made[2:])}


def test_the_back_up_just_made_is_never_removed(folder: VaultFolder, key: bytes) -> None:
    """When the clock of the laptop was set back, the new back-up stays although its name is the oldest."""
    for day in range(1, KEPT + 1):
        back_up(folder, key, "daily", NOW + timedelta(days=day))
    made = back_up(folder, key, "daily", NOW)
    assert made.is_dir()
    assert len(backups_of(folder)) == KEPT


def test_two_back_ups_in_one_minute_are_two(folder: VaultFolder, key: bytes) -> None:
    """A second back-up in the same minute does not replace the first."""
    names = [back_up(folder, key, "daily", NOW).name for _ in range(3)]
    assert names == ["2026-11-23T1405-daily", "2026-11-23T1405-daily-2", "2026-11-23T1405-daily-3"]


def test_only_back_ups_are_removed(folder: VaultFolder, key: bytes) -> None:
    """What a chair put beside the back-ups stays; what a dead program left halfway goes."""
    own = folder.backups / "bewaren"
    own.mkdir()
    (folder.backups / "2020-01-01T0000-daily.partial").mkdir()
    for day in range(KEPT + 1):
        back_up(folder, key, "daily", NOW + timedelta(days=day))
    assert own.is_dir()
    assert not list(folder.backups.glob("*.partial"))


def test_a_disk_that_is_nearly_full_is_refused_in_time(
    folder: VaultFolder, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A back-up that would fill the disk is not begun, and those of before stay."""
    back_up(folder, key, "daily", NOW)
    before = content_of(folder.path)
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=1024 * 1024))
    with pytest.raises(CouldNotWrite):
        back_up(folder, key, "daily", NOW + timedelta(days=1))
    assert content_of(folder.path) == before


def test_a_disk_that_fills_meanwhile_leaves_nothing_half(
    folder: VaultFolder, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure of the system halfway is a sentence, and no half back-up is left."""

    def full(_source: Path, target: Path, _data_key: bytes) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cipher, "copy_file", full)
    with pytest.raises(CouldNotWrite):
        back_up(folder, key, "daily", NOW)
    assert [path.name for path in folder.backups.iterdir()] == ["keys.json"]


def test_no_back_up_is_made_of_nothing(folder: VaultFolder, key: bytes) -> None:
    """Records that are gone or emptied are not copied as if they were a vault, and none are made."""
    folder.database.write_bytes(b"")
    with pytest.raises(VaultDamaged):
        back_up(folder, key, "daily", NOW)
    folder.database.unlink()
    with pytest.raises(VaultRefused):
        back_up(folder, key, "daily", NOW)
    assert not folder.database.exists()
    assert backups_of(folder) == []


@pytest.mark.parametrize("reason", ["", "Migration", "../up", "a b", "-a"])
def test_a_reason_is_a_plain_word(folder: VaultFolder, key: bytes, reason: str) -> None:
    """A reason becomes part of a file name, so nothing but a lower-case word is one."""
    with pytest.raises(ValueError, match=f"^{reason}$"):
        back_up(folder, key, reason, NOW)
