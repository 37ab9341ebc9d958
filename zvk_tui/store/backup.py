"""Back-ups: whole copies of the vault, checked before they count.

A back-up is itself a vault folder, with the records and the key slots, so that it can be opened like any vault. Its
name is the moment and the reason: `2026-11-23T1405-migration`. While it is made its name ends in `.partial`.
"""

import os
import re
import shutil
from contextlib import ExitStack, suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from zvk_tui.errors import CouldNotWrite, VaultDamaged
from zvk_tui.store import cipher
from zvk_tui.store.folder import VaultFolder, could_not_write, sync_folder, write_atomically

KEPT: Final = 10
"""How many back-ups are kept."""

_NAME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d{4}-[a-z0-9-]+")
_REASON: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PARTIAL: Final = ".partial"
_MARGIN: Final = 1024 * 1024


def back_up(folder: VaultFolder, data_key: bytes, reason: str, now: datetime) -> Path:
    """Return the folder of a new back-up that has been opened and checked; only then are old ones removed.

    The vault may be open meanwhile. `reason` is a word in lower case, such as `migration`.

    Raises:
        VaultRefused: there is no vault here.
        VaultDamaged: the vault or the copy is damaged; earlier back-ups are as they were.
        CouldNotWrite: the disk is full or read-only; earlier back-ups are as they were.
    """
    if not _REASON.fullmatch(reason):
        raise ValueError(reason)
    cipher.refuse_missing(folder.database)
    _remove_unfinished(folder)
    _refuse_without_room(folder)
    made = _free_name(folder, f"{now:%Y-%m-%dT%H%M}-{reason}")
    partial = VaultFolder(made.with_name(made.name + _PARTIAL))
    with ExitStack() as on_failure:
        on_failure.callback(shutil.rmtree, partial.path, ignore_errors=True)
        try:
            _copy(folder, partial, data_key)
            partial.path.rename(made)
        except OSError as error:
            raise could_not_write(error) from None
        on_failure.pop_all()
    sync_folder(folder.backups)
    _rotate(folder, made)
    return made


def backups_of(folder: VaultFolder) -> list[VaultFolder]:
    """Return the finished back-ups of a vault, the newest first."""
    if not folder.backups.is_dir():
        return []
    found = [path for path in folder.backups.iterdir() if path.is_dir() and _NAME.fullmatch(path.name)]
    return [VaultFolder(path) for path in sorted(found, reverse=True)]


def _copy(folder: VaultFolder, partial: VaultFolder, data_key: bytes) -> None:
    partial.path.mkdir(mode=0o700, parents=True)
    with cipher.translated():
        _refuse_damaged(folder.database, data_key)
        cipher.copy_file(folder.database, partial.database, data_key)
        cipher.check_before_use(partial.database, data_key)
        _refuse_damaged(partial.database, data_key)
    write_atomically(partial.keys, folder.read_keys().to_json().encode())
    _sync_file(partial.database)
    sync_folder(partial.path)


def _refuse_damaged(path: Path, data_key: bytes) -> None:
    engine = cipher.engine(path, data_key)
    try:
        with engine.connect() as connection:
            if cipher.verify_file(connection):
                raise VaultDamaged("The vault is damaged, so no back-up was made. Earlier back-ups are as they were.")
    finally:
        engine.dispose()


def _refuse_without_room(folder: VaultFolder) -> None:
    """Refuse before the disk is full, because then the vault itself could not be written either."""
    if folder.room_left() < folder.database.stat().st_size + _MARGIN:
        raise CouldNotWrite("There is too little room on the disk for a back-up. Make room and try again.")


def _sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _free_name(folder: VaultFolder, name: str) -> Path:
    names = (name if number == 1 else f"{name}-{number}" for number in count(1))
    return next(folder.backups / free for free in names if not (folder.backups / free).exists())


def _rotate(folder: VaultFolder, made: Path) -> None:
    """Remove the oldest back-ups; the one just made, known to be good, is never among them."""
    others = [found.path for found in backups_of(folder) if found.path != made]
    for old in others[KEPT - 1 :]:
        with suppress(OSError):
            shutil.rmtree(old.rename(old.with_name(old.name + _PARTIAL)))


def _remove_unfinished(folder: VaultFolder) -> None:
    """Remove what a program that died halfway left behind."""
    for left in folder.backups.glob(f"*{_PARTIAL}"):
        shutil.rmtree(left, ignore_errors=True)
