"""`zvk import`: take over a list from a spreadsheet, after a preview of every line."""

import argparse
import sys
from typing import TYPE_CHECKING

from zvk_tui.commands.lists import add_list, kind_of
from zvk_tui.commands.parsing import add_command, add_vault
from zvk_tui.commands.paths import typed_path
from zvk_tui.commands.terminal import ask, is_terminal, say, say_for_program
from zvk_tui.errors import Usage
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from zvk_tui.commands.parsing import Commands
    from zvk_tui.documents.list_file import ListFile
    from zvk_tui.domain.import_plan import ImportPlan, PlannedLine

REFUSED = 2
"""The exit code when a line was refused, also when all others were imported."""


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    more = _(
        "First every line is shown: new, changed, the same, or refused and why. Then all lines that are not refused "
        "are imported, or nothing. The exit code is 2 when a line is refused."
    )
    parser = add_command(commands, "import", _("take over a list from a spreadsheet"), more)
    add_list(parser)
    parser.options.add_argument(
        "--map", metavar=_("FILE"), default="", help=_("a TOML file that says which column each heading means")
    )
    parser.options.add_argument("--dry-run", action="store_true", help=_("show the preview and import nothing"))
    parser.options.add_argument("--yes", action="store_true", help=_("import without asking"))
    add_vault(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Show what an import would do, ask, and do it."""
    from zvk_tui.commands.vaults import opened
    from zvk_tui.domain.import_plan import Verdict

    found = _found(asked)
    if not (asked.dry_run or asked.yes) and (asked.json or not is_terminal()):
        raise Usage(N_("There is nobody to ask. Give --dry-run to look, or --yes to import."))
    with opened(asked) as vault:
        plan = vault.imports.plan(found.columns, found.rows())
        if not asked.json:
            _show(plan)
        wanted = plan.does_something and not asked.dry_run and (asked.yes or _agreed(plan))
        if wanted:
            vault.imports.apply(plan, _progress)
    _report(plan, found, imported=wanted, for_program=asked.json)
    return REFUSED if plan.count(Verdict.REFUSED) else 0


def _found(asked: argparse.Namespace) -> "ListFile":
    """Return the list in the file, looked at before anybody types a passphrase.

    Raises:
        Usage: the columns are not clear.
    """
    from zvk_tui.documents.list_file import find_list, read_map
    from zvk_tui.words.transfer import map_sentence

    wished = read_map(typed_path(asked.map)) if asked.map else None
    found = find_list(typed_path(asked.file), kind_of(asked.list), wished)
    problems = found.all_problems()
    if not asked.json:
        _show_columns(found)
        for problem in problems:
            say(map_sentence(problem))
    if problems:
        first = map_sentence(problems[0])
        raise Usage(N_("{problem} Nothing was imported. Say with --map which heading means what."), problem=first)
    return found


def _show_columns(found: "ListFile") -> None:
    from zvk_tui import labels

    where = _("{name}, sheet “{sheet}”") if found.sheet else "{name}"
    first, last = found.heading.first_line, found.heading.last_line
    lines = _("headings on line {line}") if first == last else _("headings on lines {first} and {line}")
    say(f"{where.format(name=found.path.name, sheet=found.sheet)}, {lines.format(first=first, line=last)}")
    left_out, everywhere = _("not imported"), _("every line")
    for heading, column in zip(found.columns.headings, found.columns.targets, strict=True):
        say(f"  {heading or '…'} → {labels.label(column) if column else left_out}")
    for column, text in found.columns.fixed.items():
        say(f"  {everywhere}: {text} → {labels.label(column)}")


def _show(plan: "ImportPlan") -> None:
    """Print every line but those that stay the same, then how many there are of each."""
    from zvk_tui.domain.import_plan import Verdict

    for line in plan.lines:
        if line.verdict is not Verdict.SAME:
            say(line_words(line))
    say(summary(plan))


def line_words(line: "PlannedLine") -> str:
    """Return what happens with one line, in words."""
    from zvk_tui import labels
    from zvk_tui.words.transfer import change_words, problem_sentence

    why = " ".join(problem_sentence(problem) for problem in line.problems)
    changed = ", ".join(change_words(line))
    head = _("line {line}").format(line=line.line)
    verdict = labels.label(line.verdict)
    return f"{head}  {line.title}  {verdict}" + (f": {why or changed}" if why or changed else "")


def summary(plan: "ImportPlan") -> str:
    """Return how many lines have each verdict."""
    from zvk_tui import labels
    from zvk_tui.domain.import_plan import Verdict

    return ", ".join(f"{plan.count(verdict)} {labels.label(verdict)}" for verdict in Verdict)


def _agreed(plan: "ImportPlan") -> bool:
    from zvk_tui.domain.import_plan import Verdict

    count = plan.count(Verdict.NEW) + plan.count(Verdict.CHANGED)
    return ask(_("Import {count} lines? [y/N]").format(count=count)).casefold() in {"j", "ja", "y", "yes"}


def _progress(done: int, count: int) -> None:
    """Show how far the import is, where somebody looks."""
    if is_terminal(sys.stderr):
        print(f"\r{done}/{count}", end="" if done < count else "\n", file=sys.stderr, flush=True)


def _report(plan: "ImportPlan", found: "ListFile", *, imported: bool, for_program: bool) -> None:
    if for_program:
        say_for_program(_facts(plan, found, imported=imported))
    elif imported:
        say(_("The list was imported."))
    elif not plan.does_something:
        say(_("There was nothing to import: nothing in the vault becomes other than it is."))
    else:
        say(_("Nothing was imported."))


def _facts(plan: "ImportPlan", found: "ListFile", *, imported: bool) -> dict[str, object]:
    from zvk_tui.domain.import_plan import Verdict
    from zvk_tui.domain.transfer import written
    from zvk_tui.words.transfer import problem_sentence

    return {
        "file": str(found.path),
        "sheet": found.sheet or None,
        "list": plan.kind,
        "columns": [
            {"heading": heading, "column": column}
            for heading, column in zip(found.columns.headings, found.columns.targets, strict=True)
        ],
        "counts": {verdict.value: plan.count(verdict) for verdict in Verdict},
        "lines": [
            {
                "line": line.line,
                "verdict": line.verdict,
                "title": line.title,
                "changed": line.changed,
                "was": {column: written(line.was.get(column)) for column in line.changed},
                "becomes": {column: written(line.record.get(column)) for column in line.changed},
                "problems": [problem_sentence(problem) for problem in line.problems],
            }
            for line in plan.lines
        ],
        "imported": imported,
    }
