"""`zvk new`: make a vault, with a recovery key that is kept only once it is on paper."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from zvk_tui.commands.parsing import add_command, add_passphrase
from zvk_tui.commands.paths import typed_path
from zvk_tui.commands.terminal import ask, ask_secret, is_terminal, passphrase_in, say
from zvk_tui.errors import CouldNotWrite, Refused, Usage, ZvkError
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from zvk_tui.commands.parsing import Commands
    from zvk_tui.store.keyring import KdfCost
    from zvk_tui.store.vault import Vault


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    more = _("What is not given is asked for in the terminal.")
    parser = add_command(commands, "new", _("make a new vault"), more)
    parser.arguments.add_argument("folder", metavar=_("DIR"), help=_("the folder to make; its name ends in .zvk"))
    parser.options.add_argument("--chamber", metavar=_("NAME"), default="", help=_("the name on the minutes"))
    parser.options.add_argument("--holder", metavar=_("NAME"), default="", help=_("who has the passphrase"))
    add_passphrase(parser)
    parser.options.add_argument(
        "--recovery-file",
        metavar=_("FILE"),
        default="",
        help=_("a new file for the recovery key, to print and destroy; outside the vault"),
    )
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace, cost: "KdfCost | None" = None) -> int:
    """Make the vault that is asked for; tests name a cheap cost for its passphrase."""
    from zvk_tui import opening
    from zvk_tui.commands.vaults import remember
    from zvk_tui.domain.chamber import ChamberSettings
    from zvk_tui.store.vault import create_vault

    opening.keep_no_core_dump()
    folder = _folder(asked.folder)
    paper = _recovery_file(asked.recovery_file, folder) if asked.recovery_file else None
    usual = ChamberSettings()
    chamber = asked.chamber or _asked(_("Name of the chamber [{usual}]:").format(usual=usual.chamber)) or usual.chamber
    holder = asked.holder or _asked(_("Your name or function:"))
    if not holder:
        raise Usage(N_("Whose passphrase is it? Give --holder and a name or function."))
    passphrase = passphrase_in(asked.passphrase_file) if asked.passphrase_file else _new_passphrase()
    vault = create_vault(folder, ChamberSettings(chamber=chamber), holder, passphrase, opening.now, cost)
    try:
        say(_("The vault has been made: {folder}").format(folder=folder))
        remember(folder)
        _recovery(vault, paper)
    finally:
        vault.lock()
    return 0


def _folder(name: str) -> Path:
    """Return the folder to make, its name ending as that of a vault does."""
    from zvk_tui.errors import VaultRefused
    from zvk_tui.store.folder import SUFFIX, VaultFolder

    path = typed_path(name)
    path = path if path.suffix == SUFFIX else Path(f"{path}{SUFFIX}")
    if VaultFolder(path).exists():
        raise VaultRefused(N_("There is a vault in {folder} already; nothing was changed."), folder=path.name)
    return path


def _asked(question: str) -> str:
    return ask(question) if is_terminal() else ""


def _new_passphrase() -> str:
    """Ask for a new passphrase until it is good and typed twice the same."""
    from zvk_tui.store.kdf import refuse_weak

    while True:
        typed = ask_secret(_("New passphrase:"))
        try:
            refuse_weak(typed)
        except Refused as error:
            if not typed:
                raise
            say(error.sentence)
            continue
        if ask_secret(_("The same passphrase again:")) == typed:
            return typed
        say(_("These two are not the same. Type it again."))


def _recovery_file(name: str, folder: Path) -> Path:
    """Return where the recovery key goes, checked before anything is made."""
    path = typed_path(name)
    if path.resolve().is_relative_to(folder.resolve()):
        raise Refused(N_("A recovery key beside the vault opens it for everybody. Choose a folder outside the vault."))
    if os.path.lexists(path):
        raise CouldNotWrite(N_("{name} exists already and was left as it was. Choose another name."), name=path.name)
    if not path.parent.is_dir():
        raise CouldNotWrite(N_("The folder {folder} does not exist. Nothing was made."), folder=path.parent)
    return path


def _recovery(vault: "Vault", paper: Path | None) -> None:
    if paper is not None:
        _write_recovery(vault, paper)
    elif is_terminal():
        _show_recovery(vault)
    else:
        say(_no_recovery())


def _no_recovery() -> str:
    return _("There is no recovery key: whoever loses the passphrase loses the vault.")


def _write_recovery(vault: "Vault", paper: Path) -> None:
    """Write a recovery key to a file and read it back; it is kept if that opens the vault."""
    from zvk_tui.documents.files import save

    ring, key = vault.new_recovery()
    try:
        save(paper, f"{key}\n".encode())
    except ZvkError:
        say(_no_recovery())
        raise
    vault.keep_recovery(ring, paper.read_text(encoding="utf-8"))
    say(
        _(
            "The recovery key is in {file}. Print it, keep the paper away from this laptop, and destroy the file."
        ).format(file=paper)
    )


def _show_recovery(vault: "Vault") -> None:
    """Show a recovery key until it has been typed over from paper, or the user goes without."""
    ring, key = vault.new_recovery()
    say()
    say(_("This is the recovery key. It opens the vault when the passphrase is lost, for everybody who has it."))
    say(_("Write it down on paper now; it is not shown again. Then clear this window."))
    say(f"\n{key}\n")
    while typed := ask(_("Type it over from the paper, on one line (only enter: no recovery key):")):
        try:
            if vault.keep_recovery(ring, typed):
                say(_("The recovery key is right and is kept."))
                return
        except ZvkError as error:
            say(error.sentence)
    say(_no_recovery())
