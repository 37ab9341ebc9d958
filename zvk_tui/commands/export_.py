"""`zvk export`: write a list to a spreadsheet that can be imported again."""

import argparse
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zvk_tui.commands.lists import add_list, kind_of
from zvk_tui.commands.parsing import add_command, add_vault
from zvk_tui.commands.paths import new_file
from zvk_tui.commands.terminal import say, say_for_program
from zvk_tui.i18n import _, ngettext

if TYPE_CHECKING:
    from zvk_tui.commands.parsing import Commands
    from zvk_tui.domain.columns import ListKind
    from zvk_tui.store.vault import Vault


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    more = _("The file is not encrypted. Cases that are shielded, or that you are not admitted to, are left out.")
    parser = add_command(commands, "export", _("write a list to a spreadsheet"), more)
    add_list(parser)
    parser.options.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    parser.options.add_argument(
        "--with-radicalisation",
        action="store_true",
        help=_("take cases of the approach to radicalisation along, which are left out otherwise"),
    )
    add_vault(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the list that is asked for."""
    from zvk_tui.commands.vaults import opened
    from zvk_tui.documents.spreadsheets import SUFFIXES, UNKNOWN_KIND

    target, kind = new_file(asked.file, SUFFIXES, UNKNOWN_KIND, replace_existing=asked.force), kind_of(asked.list)
    with opened(asked) as vault:
        apart = asked.with_radicalisation
        count = export(vault, kind, target, replace_existing=asked.force, radicalisation=apart)
        people = kind.value in {"cases", "police"}
        shielded = vault.exports.shielded() if people else 0
        left_out = vault.exports.radicalisation() if people and not apart else 0
    _report(kind, target, _Counts(count, shielded, left_out), for_program=asked.json)
    return 0


def export(
    vault: "Vault", kind: "ListKind", target: Path, *, replace_existing: bool, radicalisation: bool = False
) -> int:
    """Write a list to a file, noted in the log first, and return its number of lines.

    Raises:
        Refused: inside the folder of the vault, or when the file exists and may not be replaced.
        CouldNotWrite: when it, or the log, cannot be written; what was there is as it was.
    """
    from zvk_tui import labels
    from zvk_tui.documents.list_export import refuse_inside, write_list

    refuse_inside(vault.folder.path, target)
    headings, rows = vault.exports.headings(kind), list(vault.exports.rows(kind, radicalisation=radicalisation))
    vault.imports.note_export(kind, target.suffix.lower(), len(rows))
    write_list(target, headings, rows, labels.label(kind), vault.folder.path, replace_existing=replace_existing)
    return len(rows)


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many lines were written, and how many cases were left out."""

    lines: int
    shielded: int
    radicalisation: int


def _report(kind: "ListKind", target: Path, counts: _Counts, *, for_program: bool) -> None:
    from zvk_tui import labels

    if for_program:
        say_for_program({"file": str(target), "list": kind, **asdict(counts)})
        return
    sentence = ngettext("{count} line of {list} is in {file}.", "{count} lines of {list} are in {file}.", counts.lines)
    say(sentence.format(count=counts.lines, list=labels.label(kind), file=target))
    if shielded := counts.shielded:
        left_out = ngettext("{count} shielded case was left out.", "{count} shielded cases were left out.", shielded)
        say(left_out.format(count=shielded))
    if apart := counts.radicalisation:
        said = ngettext(
            "{count} case of the approach to radicalisation was left out; --with-radicalisation takes it along.",
            "{count} cases of the approach to radicalisation were left out; --with-radicalisation takes them along.",
            apart,
        )
        say(said.format(count=apart))
