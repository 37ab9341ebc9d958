"""`zvk minutes`: the minutes of a meeting as a file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zvk_tui.commands.parsing import add_command, add_meeting, add_names, add_vault
from zvk_tui.commands.paths import new_file
from zvk_tui.commands.terminal import say, say_for_program
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from zvk_tui.commands.parsing import Commands
    from zvk_tui.domain.case_file import NameStyle
    from zvk_tui.domain.meeting import Meeting
    from zvk_tui.domain.minutes import Minutes
    from zvk_tui.store.vault import Vault


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    parser = add_command(commands, "minutes", _("write the minutes of a meeting to a file"))
    parser.options.add_argument(
        "--to", metavar=_("FILE"), required=True, help=_("the file to write: .pdf, .docx or .md")
    )
    add_meeting(parser, ("last",))
    add_names(parser, _("as the chamber has set"))
    parser.options.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    add_vault(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the minutes that are asked for."""
    from zvk_tui.commands.choosing import chosen_meeting
    from zvk_tui.commands.vaults import opened
    from zvk_tui.documents.files import SUFFIXES, UNKNOWN_KIND
    from zvk_tui.domain.case_file import NameStyle

    target = new_file(asked.to, SUFFIXES, UNKNOWN_KIND, replace_existing=asked.force)
    with opened(asked) as vault:
        _refuse_inside(vault.folder.path, target)
        meeting = chosen_meeting(vault, asked.meeting, asked.series)
        style = NameStyle(asked.names) if asked.names else vault.settings.get().names
        minutes = export(vault, meeting, target, style, replace_existing=asked.force)
    _report(minutes, meeting, target, style, for_program=asked.json)
    return 0


def export(
    vault: "Vault", meeting: "Meeting", target: Path, style: "NameStyle", *, replace_existing: bool
) -> "Minutes":
    """Write the minutes of a meeting to a file, noted in the log first, and return them.

    A line too many in the log, after a write that failed, is better than a file that the log does not know.

    Raises:
        Refused: when the file exists and may not be replaced.
        CouldNotWrite: when it, or the log, cannot be written; what was there is as it was.
    """
    from zvk_tui.documents.files import render, save

    suffix = target.suffix.lower()
    template = vault.settings.get().word_template if suffix == ".docx" else ""
    minutes = vault.records.minutes(meeting.id)
    content = render(minutes, style, suffix, Path(template) if template else None)
    vault.settle.note_export(meeting.id, suffix)
    save(target, content, replace_existing=replace_existing)
    return minutes


def _refuse_inside(vault_folder: Path, target: Path) -> None:
    if target.resolve().is_relative_to(vault_folder.resolve()):
        raise Refused(N_("Minutes are readable by everybody who has the file; choose a folder outside the vault."))


def _report(minutes: "Minutes", meeting: "Meeting", target: Path, style: "NameStyle", *, for_program: bool) -> None:
    from zvk_tui import labels
    from zvk_tui.commands.choosing import meeting_facts
    from zvk_tui.documents.minutes_document import subjects
    from zvk_tui.documents.names import Masks

    if for_program:
        series = Masks(subjects(minutes), style).apply(meeting.series.name)
        facts = {
            "file": str(target),
            "format": target.suffix.lower().removeprefix("."),
            "meeting": meeting_facts(meeting, series),
            "status": minutes.status,
            "version": minutes.version,
            "names": style,
            "fingerprint": minutes.fingerprint or None,
        }
        say_for_program(facts)
        return
    say(
        _("The minutes of {meeting}, number {number} ({status}), are in {file}.").format(
            meeting=labels.label(meeting.series.kind),
            number=meeting.number,
            status=labels.label(minutes.status),
            file=target,
        )
    )
