"""`zvk open`, and `zvk` by itself: the full-screen app on a vault."""

import argparse
import os
from typing import TYPE_CHECKING

from zvk_tui.commands.parsing import Parser, add_command
from zvk_tui.commands.terminal import is_terminal
from zvk_tui.errors import Usage
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from zvk_tui.commands.parsing import Commands
    from zvk_tui.opening import Clock


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = add_command(commands, "open", _("open a vault in the full-screen app"))
    parser.arguments.add_argument(
        "vault", metavar=_("DIR"), nargs="?", default="", help=_("the folder of the vault; else the one of last time")
    )
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Open the app on the vault that is asked for."""
    from zvk_tui.commands import vaults

    refuse_without_terminal()
    folder = vaults.chosen(asked.vault)
    vaults.remember(folder)
    return show(folder)


def last_or_help(parser: Parser) -> int:
    """Open the app on the vault of last time; when there was none, print what `zvk` can do."""
    from zvk_tui.commands import vaults

    if vaults.last() is None:
        parser.print_help()
        return 0
    refuse_without_terminal()
    return show(vaults.chosen(""))


def refuse_without_terminal() -> None:
    """Refuse to open the app where there is no screen or no keyboard.

    Raises:
        Usage: there is no terminal.
    """
    if not is_terminal():
        raise Usage(N_("The app needs a terminal. Without one, use zvk agenda, zvk minutes and zvk verify."))


def show(folder: "Path", clock: "Clock | None" = None, passphrase: str | None = None) -> int:
    """Run the app on a vault until the user leaves; with a passphrase it starts unlocking at once."""
    from zvk_tui import opening
    from zvk_tui.locations import config_file
    from zvk_tui.settings import Settings

    opening.keep_no_core_dump()
    os.environ.setdefault("TEXTUAL_FPS", "120")  # read by Textual when it loads: a key waits 8 ms for its paint, not 17
    os.environ.setdefault(
        "ESCDELAY", "25"
    )  # and escape does not wait 100 ms for a sequence that a terminal sends at once
    with opening.loading():
        from zvk_tui.app import ZvkApp
    config = config_file()
    open_with_clock = opening.opener(folder, clock or opening.now)
    app = ZvkApp(folder, open_with_clock, Settings.load(config), config, passphrase=passphrase)
    app.run()
    return app.return_code or 0
