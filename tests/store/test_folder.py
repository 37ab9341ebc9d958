"""The folder of a vault: files are whole or not there, and one program at a time has the vault."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import zvk_tui
from zvk_tui.errors import CouldNotWrite, VaultDamaged, VaultInUse, VaultRefused
from zvk_tui.store.folder import VaultFolder, could_not_write, write_atomically
from zvk_tui.store.keyring import KdfCost, KeyRing

CHEAP = KdfCost(memory_kib=32, passes=1, lanes=1)
WORDS = "vier losse woorden"

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and signals of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> VaultFolder:
    """Return a vault folder that has been made."""
    made = VaultFolder(tmp_path / "Proef.zvk")
    made.make()
    return made


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Have the rights of an ordinary user meanwhile: root may write everywhere."""
    was = os.geteuid()
    if was == 0:
        try:
            os.seteuid(65534)
        except OSError:
            pytest.skip("a root that cannot be anybody else")
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def locked_out() -> Iterator[VaultFolder]:
    """Return a folder that an ordinary user may read and not write, seen by an ordinary user."""
    with tempfile.TemporaryDirectory(dir="/tmp") as outer:
        folder = VaultFolder(Path(outer) / "Alleen lezen.zvk")
        folder.make()
        folder.lock.touch(0o444)
        Path(outer).chmod(0o755)
        folder.path.chmod(0o555)
        with as_ordinary_user():
            yield folder
        folder.path.chmod(0o755)


def ring() -> tuple[KeyRing, bytes]:
    """Return a ring with one slot, and its data key."""
    return KeyRing.create("vault", "Voorzitter", WORDS, CHEAP)


def child(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another process that can import the package and be spoken to."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(zvk_tui.__file__).parents[1],
    )


CLAIMANT = """
import sys
from pathlib import Path
from zvk_tui.store.folder import VaultFolder
claim = VaultFolder(Path(sys.argv[1])).claim()
print("claimed", flush=True)
sys.stdin.read()
"""


@posix
def test_a_vault_is_for_its_owner_only(folder: VaultFolder) -> None:
    """Folders and files give no rights to others on the same laptop."""
    folder.write_keys(ring()[0])
    folder.claim().release()
    for path in (folder.path, folder.backups, folder.keys, folder.keys_copy, folder.lock):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_the_keys_are_kept_twice(folder: VaultFolder) -> None:
    """The key file is in the same set as the back-ups, so that losing the one in front is survived."""
    made, _key = ring()
    folder.write_keys(made)
    folder.keys.unlink()
    assert folder.read_keys() == made


def test_losing_the_key_file_is_survived_with_the_recovery_key(folder: VaultFolder) -> None:
    """When the key file is gone, the recovery key on paper still opens the vault."""
    made, data_key = ring()
    recoverable, printed = made.add_recovery(data_key, CHEAP)
    folder.write_keys(recoverable)
    folder.keys.unlink()
    assert folder.read_keys().unlock_recovery(printed).data_key == data_key


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"\0" * 4096])
def test_a_damaged_key_file_is_replaced_by_its_copy(folder: VaultFolder, damage: bytes) -> None:
    """A key file that cannot be read is taken from the copy; when both are damaged it is said."""
    made, _key = ring()
    folder.write_keys(made)
    folder.keys.write_bytes(damage)
    assert folder.read_keys() == made
    folder.keys_copy.write_bytes(damage)
    with pytest.raises(VaultDamaged):
        folder.read_keys()


def test_records_without_keys_are_damage(folder: VaultFolder) -> None:
    """Records whose keys are gone altogether are not called an empty folder."""
    folder.database.touch()
    with pytest.raises(VaultDamaged):
        folder.read_keys()


def test_no_earlier_keys_stay_beside_the_vault(folder: VaultFolder) -> None:
    """After a change nothing in the folder opens with the passphrase of before."""
    made, data_key = ring()
    folder.write_keys(made)
    folder.write_keys(made.change_passphrase(made.slots[0].slot_id, WORDS, "nieuwe losse woorden", CHEAP))
    wrapped = made.to_json().split('"wrapped_key": "')[1].split('"')[0].encode()
    files = [path for path in folder.path.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert not any(wrapped in path.read_bytes() for path in files)
    assert folder.read_keys().unlock("nieuwe losse woorden").data_key == data_key


def test_a_folder_without_a_vault_is_refused(tmp_path: Path) -> None:
    """A folder that is not there, or holds no vault, gets a sentence that names it."""
    absent = VaultFolder(tmp_path / "weg.zvk")
    assert not absent.exists()
    for ask in (absent.read_keys, absent.claim, absent.refuse_read_only):
        with pytest.raises(VaultRefused, match=r"weg\.zvk"):
            ask()


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Writing replaces the content and leaves nothing else behind."""
    path = tmp_path / "vault" / "keys.json"
    path.parent.mkdir()
    path.with_name("keys.json.partial").write_bytes(b"left by a crash")
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert [found.name for found in path.parent.iterdir()] == ["keys.json"]


FILLS_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from zvk_tui.errors import CouldNotWrite
from zvk_tui.store.folder import write_atomically
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 10_000)
except CouldNotWrite as error:
    print(error.message)
"""


@posix
def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    """When the disk is full the old file is as it was and no half file is left."""
    path = tmp_path / "vault" / "keys.json"
    path.parent.mkdir()
    path.write_bytes(b"first")
    with child(FILLS_THE_DISK, path) as filling:
        said, _errors = filling.communicate(timeout=30)
    assert said.startswith("The disk is full.")
    assert path.read_bytes() == b"first"
    assert [found.name for found in path.parent.iterdir()] == ["keys.json"]


@pytest.mark.parametrize(
    ("number", "begins"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "The disk is read-only"),
        (errno.EACCES, "You have no right"),
        (errno.EPERM, "You have no right"),
        (errno.EIO, "The file could not be written"),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(number: int, begins: str) -> None:
    """A full disk, a read-only disk and missing rights are told apart, without the system's own words."""
    assert could_not_write(OSError(number, "of the system", "/a/path")).message.startswith(begins)


@posix
def test_a_read_only_folder_is_refused(locked_out: VaultFolder) -> None:
    """A vault in a read-only folder is not opened, and the sentence says where to put it."""
    assert locked_out.is_read_only()
    with pytest.raises(VaultRefused, match=r"Alleen lezen\.zvk"):
        locked_out.refuse_read_only()


@posix
def test_writing_in_a_read_only_folder_is_refused(locked_out: VaultFolder) -> None:
    """Keys cannot be written in a read-only folder, and a claim is refused there, each in a sentence."""
    with pytest.raises(CouldNotWrite) as refused:
        write_atomically(locked_out.keys, b"{}")
    assert refused.value.message.startswith("You have no right")
    with pytest.raises(VaultRefused):
        locked_out.claim()


def test_a_writable_folder_is_not_refused(folder: VaultFolder) -> None:
    """Trying whether a folder can be written leaves nothing behind, also after a crash while trying."""
    folder.path.joinpath("probe.partial").touch()
    folder.refuse_read_only()
    assert [path.name for path in folder.path.iterdir()] == ["backups"]


def test_the_room_that_is_left_is_known(folder: VaultFolder) -> None:
    """The free space of the vault's disk is a number of bytes."""
    assert folder.room_left() > 0


def test_a_claimed_vault_is_in_use(folder: VaultFolder) -> None:
    """A second window cannot claim the vault until the first lets go."""
    with folder.claim(), pytest.raises(VaultInUse):
        folder.claim()
    again = folder.claim()
    again.release()
    again.release()


def test_another_process_cannot_claim(folder: VaultFolder) -> None:
    """A vault that another program has open is refused, and is free when that program ends by itself."""
    with child(CLAIMANT, folder.path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "claimed\n"
        with pytest.raises(VaultInUse):
            folder.claim()
        other.communicate("", timeout=30)
    folder.claim().release()


def test_a_killed_program_leaves_no_claim(folder: VaultFolder) -> None:
    """Killing the program that has the vault frees it; the lock file that stays behind means nothing."""
    with child(CLAIMANT, folder.path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "claimed\n"
        other.kill()
        other.wait(timeout=30)
    assert folder.lock.exists()
    folder.claim().release()
