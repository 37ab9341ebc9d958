"""Which vault a command is about, and opening it for as long as the command takes."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from zvk_tui.commands.paths import typed_path
from zvk_tui.commands.terminal import ask_passphrase, passphrase_in
from zvk_tui.errors import Usage, VaultRefused
from zvk_tui.i18n import N_

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


def named(folder: str) -> Path:
    """Return the folder of a vault by its name, with or without its ending.

    Raises:
        VaultRefused: there is no such folder.
    """
    path = typed_path(folder)
    for candidate in (path, Path(f"{path}.zvk")):
        with suppress(OSError):  # a name that no folder can have, or one in a folder that is closed to us
            if candidate.is_dir():
                return candidate
    raise VaultRefused(N_("There is no vault in {folder}."), folder=path)


def last() -> Path | None:
    """Return the vault of last time, None when there was none."""
    from zvk_tui.locations import config_file
    from zvk_tui.settings import Settings

    return Settings.load(config_file()).last_vault


def remember(folder: Path) -> None:
    """Keep `folder` as the vault of last time; when that fails, the next time it has to be named."""
    from dataclasses import replace

    from zvk_tui.errors import CouldNotWrite
    from zvk_tui.locations import config_file
    from zvk_tui.settings import Settings

    config = config_file()
    settings = Settings.load(config)
    if settings.last_vault != folder:
        with suppress(CouldNotWrite):
            replace(settings, last_vault=folder).save(config)


def chosen(folder: str) -> Path:
    """Return the folder of the vault that is named, or of the vault of last time.

    Raises:
        Usage: none is named and there was none before.
        VaultRefused: there is no such folder.
    """
    if folder:
        return named(folder)
    before = last()
    if before is None:
        raise Usage(N_("Which vault? Give --vault and its folder."))
    return named(str(before))


@contextmanager
def opened(asked: argparse.Namespace) -> Iterator["Vault"]:
    """Open the vault that is asked for, and lock it when the command is done.

    Raises:
        Usage: it is not clear which vault, or there is nobody to give the passphrase.
        WrongPassphrase: the passphrase opens no key slot.
        VaultRefused: no vault, made by a newer version, read-only, or open elsewhere.
        VaultDamaged: the files do not hold together.
    """
    from zvk_tui import opening

    opening.keep_no_core_dump()
    folder = chosen(asked.vault)
    passphrase = passphrase_in(asked.passphrase_file) if asked.passphrase_file else ask_passphrase()
    vault = opening.opener(folder, opening.now)(passphrase)
    try:
        yield vault
    finally:
        vault.lock()
