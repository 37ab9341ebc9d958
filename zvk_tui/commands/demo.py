"""`zvk demo`: the fictional chamber, to look at in the app or to see played as lines."""

import argparse
from typing import TYPE_CHECKING

from zvk_tui.commands.parsing import add_command
from zvk_tui.commands.paths import typed_path
from zvk_tui.commands.terminal import is_terminal, say
from zvk_tui.errors import CouldNotWrite, Usage
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from zvk_tui.commands.parsing import Commands
    from zvk_tui.domain.meeting import Meeting
    from zvk_tui.store.vault import Vault

VAULT_NAME = "demo.zvk"
"""The name of the demo's vault in its folder."""


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    does = _("open a fictional chamber, made the first time")
    more = _("Nobody in it exists. Without a terminal the scripted meeting is played instead.")
    parser = add_command(commands, "demo", does, more)
    parser.options.add_argument("--dir", metavar=_("DIR"), default="", help=_("the folder in which it is made"))
    parser.options.add_argument(
        "--on", metavar=_("DATE"), default="", help=_("the day it is in the demo, such as 23-11-2026; else today")
    )
    how = parser.options.add_mutually_exclusive_group()
    how.add_argument("--no-open", action="store_true", help=_("make it, say where it is, and leave"))
    how.add_argument(
        "--play", action="store_true", help=_("print the scripted meeting and leave its minutes in the folder")
    )
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Make the demo if it is not there, then name it, play it or open it."""
    from zvk_tui.demo.build import PASSPHRASE, demo_clock, made_for, make_demo

    folder = _folder(asked.dir)
    on = _day(asked.on) or made_for(folder)
    playing = asked.play or not (asked.no_open or is_terminal())
    if playing and not asked.play:
        say(_("There is no terminal for the app here; the scripted meeting is played instead."))
    if not (asked.no_open or folder.exists()):
        say(_("The demo is being made; this takes some seconds."))
    make_demo(folder, on or demo_clock(None)().date(), told=_progress if is_terminal() else None)
    say(f"folder: {folder}\npassphrase: {PASSPHRASE}")
    if playing:
        _play(folder, on)
    elif not asked.no_open:
        from zvk_tui.commands.open_app import show

        return show(folder, demo_clock(on), PASSPHRASE)
    return 0


def _progress(held: int, of: int) -> None:
    """Show on one line how far the making of the demo is."""
    words = _("meeting {held} of {of}").format(held=held, of=of)
    print(f"\r{words}", end="" if held < of else "\n", flush=True)


def _day(typed: str) -> "date | None":
    from zvk_tui.domain.dates import parse_date
    from zvk_tui.opening import now

    if not typed:
        return None
    day = parse_date(typed, now().date())
    if day is None:
        raise Usage(N_("This is no date. Type it as 23-11-2026 or 2026-11-23."))
    return day


def _folder(named: str) -> "Path":
    """Return the folder of the demo's vault, in a folder that exists from now on."""
    from zvk_tui.locations import demo_folder

    around = typed_path(named) if named else demo_folder()
    try:
        around.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise CouldNotWrite(
            N_("The folder {folder} cannot be made. Choose another one with --dir."), folder=around
        ) from None
    return around / VAULT_NAME


def _play(folder: "Path", on: "date | None") -> None:
    from zvk_tui import opening
    from zvk_tui.demo.build import PASSPHRASE, demo_clock
    from zvk_tui.demo.play import TableClock, meeting_to_play, play
    from zvk_tui.domain.meeting import MeetingState

    opening.keep_no_core_dump()
    clock = TableClock(on or demo_clock(None)().date())
    vault = opening.opener(folder, clock)(PASSPHRASE)
    try:
        meeting = meeting_to_play(vault)
        if meeting.state is MeetingState.FINAL:
            say(_("The meeting has been held already. To see it again: zvk demo --play --dir and a new folder."))
        else:
            for line in play(vault, meeting.id, clock):
                say(line)
        _leave_minutes(vault, meeting, folder.parent)
    finally:
        vault.lock()


def _leave_minutes(vault: "Vault", meeting: "Meeting", folder: "Path") -> None:
    from zvk_tui.commands.minutes import export
    from zvk_tui.documents.files import SUFFIXES, file_name

    style = vault.settings.get().names
    minutes = vault.records.minutes(meeting.id)
    for suffix in SUFFIXES:
        target = folder / file_name(minutes, suffix)
        if target.exists():
            say(_("The minutes are there already: {file}").format(file=target))
        else:
            export(vault, meeting, target, style, replace_existing=False)
            say(_("The minutes are in {file}").format(file=target))
