"""The folder of a vault: where its files lie, how they are written, and who has claimed it.

    NAME.zvk/
        cases.db        the encrypted records, with `-wal` and `-shm` beside it while it is open
        keys.json       the key slots; no personal data
        backups/        back-ups, each a vault folder of its own, and a second copy of the key slots
        lock            claimed by the program that has the vault open; its presence alone means nothing

Everything is readable by its owner only. There is no copy of an *earlier* key file beside the vault: it would still
open the vault for someone whose slot was removed. The second copy in `backups/` is of the present one.
"""

import errno
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from zvk_tui.errors import CouldNotWrite, VaultDamaged, VaultInUse, VaultRefused
from zvk_tui.store.keyring import KeyRing
from zvk_tui.store.keyslot import KEYS_DAMAGED

SUFFIX: Final = ".zvk"
"""How the name of a vault folder ends."""

_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_NO_RIGHTS: Final = frozenset({errno.EACCES, errno.EPERM})


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """A vault folder, whether or not it exists yet."""

    path: Path

    @property
    def database(self) -> Path:
        """The encrypted records."""
        return self.path / "cases.db"

    @property
    def keys(self) -> Path:
        """The key slots."""
        return self.path / "keys.json"

    @property
    def keys_copy(self) -> Path:
        """The second copy of the key slots, in the same set as the back-ups."""
        return self.backups / "keys.json"

    @property
    def backups(self) -> Path:
        """The folder of the back-ups."""
        return self.path / "backups"

    @property
    def lock(self) -> Path:
        """The file that a claim holds."""
        return self.path / "lock"

    def exists(self) -> bool:
        """Return whether there is a vault here: its records are there, or its keys are."""
        return any(path.exists() for path in (self.database, self.keys, self.keys_copy))

    def make(self) -> None:
        """Make the folder, for its owner only; a folder that is already there is kept as it is.

        Raises:
            CouldNotWrite: the disk is full or read-only, or there are no rights.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            for folder in (self.path, self.backups):
                folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise could_not_write(error) from None

    def read_keys(self) -> KeyRing:
        """Return the key slots; the second copy serves when the first is missing or damaged.

        Raises:
            VaultDamaged: neither can be used.
            VaultRefused: there is no vault here, no right to read it, or it is of a newer version.
        """
        if not self.exists():
            raise VaultRefused("There is no vault in {folder}.", folder=self.path)
        try:
            return _key_ring(self.keys)
        except VaultDamaged:
            if not self.keys_copy.exists():
                raise
            return _key_ring(self.keys_copy)

    def write_keys(self, ring: KeyRing) -> None:
        """Keep the key slots, the second copy first, so that a failure leaves the first as it was.

        Raises:
            CouldNotWrite: the disk is full or read-only, or there are no rights.
        """
        text = ring.to_json().encode()
        self.make()
        write_atomically(self.keys_copy, text)
        write_atomically(self.keys, text)

    def is_read_only(self) -> bool:
        """Return whether nothing can be written here, found by writing something."""
        probe = self.path / "probe.partial"
        try:
            probe.unlink(missing_ok=True)
            os.close(_open_new(probe))
            probe.unlink()
        except OSError as error:
            return error.errno not in _FULL
        return False

    def refuse_read_only(self) -> None:
        """Refuse a folder in which nothing can be written.

        Raises:
            VaultRefused: there is no vault here, or the folder is read-only.
        """
        if not self.path.is_dir():
            raise VaultRefused("There is no vault in {folder}.", folder=self.path)
        if self.is_read_only():
            raise VaultRefused(
                "The folder {folder} is read-only. Copy the vault to a folder in which you may write, "
                "and open it there.",
                folder=self.path,
            )

    def room_left(self) -> int:
        """Return the free space of the disk on which the vault lies, in bytes."""
        return shutil.disk_usage(self.path).free

    def claim(self) -> "Claim":
        """Claim the vault for this program until the claim is released or the program ends, however it ends.

        Raises:
            VaultInUse: another window or program has claimed it.
            VaultRefused: there is no vault here, or the folder cannot be claimed.
        """
        try:
            handle = os.open(self.lock, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            raise VaultRefused("There is no vault in {folder}.", folder=self.path) from None
        except OSError:
            raise _cannot_claim(self) from None
        try:
            claimed = _try_lock(handle)
        except OSError:
            os.close(handle)
            raise _cannot_claim(self) from None
        if claimed:
            return Claim(handle)
        os.close(handle)
        raise VaultInUse("This vault is already open in another window or program. Close it there first.")


@dataclass(slots=True)
class Claim:
    """The sole right to a vault; the system itself takes it back when the program dies."""

    _handle: int | None

    def release(self) -> None:
        """Give the right back; a second time does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.release()


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` in the file at `path`, whole or not at all, readable by its owner only.

    Raises:
        CouldNotWrite: what was there is as it was, and no half file is left.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with os.fdopen(_open_new(partial), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise could_not_write(error) from None


def sync_folder(path: Path) -> None:
    """Make the names in a folder last through a power failure, on systems that offer it."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    with suppress(OSError):
        os.fsync(handle)
    os.close(handle)


def could_not_write(error: OSError) -> CouldNotWrite:
    """Return the sentence for a write that the system refused."""
    if error.errno in _FULL:
        return CouldNotWrite("The disk is full. What was there is as it was; make room and try again.")
    if error.errno == errno.EROFS:
        return CouldNotWrite("The disk is read-only. Nothing was written; choose another folder.")
    if error.errno in _NO_RIGHTS:
        return CouldNotWrite("You have no right to write in this folder. Nothing was written; choose another folder.")
    return CouldNotWrite("The file could not be written. What was there is as it was; check the disk and try again.")


def _cannot_claim(folder: VaultFolder) -> VaultRefused:
    return VaultRefused(
        "The folder {folder} cannot be claimed for this program. Copy the vault to a folder on this computer "
        "in which you may write, and open it there.",
        folder=folder.path,
    )


def _key_ring(path: Path) -> KeyRing:
    try:
        return KeyRing.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise VaultDamaged("The key file is missing. Nothing was changed; put it back from a back-up.") from None
    except UnicodeDecodeError:
        raise VaultDamaged(KEYS_DAMAGED) from None
    except OSError:
        raise VaultRefused("The key file cannot be read. Check your rights to the folder of the vault.") from None


def _open_new(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


if sys.platform == "win32":

    def _try_lock(handle: int) -> bool:
        """Lock the first byte of the file; False when another has it."""
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:

    def _try_lock(handle: int) -> bool:
        """Lock the file; False when another has it."""
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
