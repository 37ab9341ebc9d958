"""`zvk closure`: for every live case whether it may be closed, from when, and what that rests on."""

import argparse
from typing import TYPE_CHECKING

from zvk_tui.commands.parsing import add_command, add_vault
from zvk_tui.commands.terminal import say, say_for_program
from zvk_tui.errors import Usage
from zvk_tui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from zvk_tui.commands.parsing import Commands
    from zvk_tui.domain.closure import Condition
    from zvk_tui.domain.closure_case import CheckedCase


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    more = _("It names case numbers and no people. Cases of an approach that you are not admitted to are left out.")
    parser = add_command(commands, "closure", _("check which cases may be closed"), more)
    parser.options.add_argument(
        "--on",
        metavar=_("DATE"),
        type=_day,
        default=None,
        help=_("the day of the check: 2026-11-23; without this: today"),
    )
    add_vault(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the check of every live case."""
    from zvk_tui.commands.vaults import opened

    with opened(asked) as vault:
        on = asked.on or vault.now().date()
        found = vault.closures.checks(on)
        vault.closure.note_printed(len(found))
    if asked.json:
        say_for_program({"on": on.isoformat(), "cases": [_facts(one) for one in found]})
    else:
        say("\n".join(_lines(found, on)))
    return 0


def _day(text: str) -> "date":
    """Return the day that was typed.

    Raises:
        Usage: it is no date.
    """
    from zvk_tui import opening
    from zvk_tui.domain.dates import parse_date

    found = parse_date(text, opening.now().date())
    if found is None:
        raise Usage(N_("--on is a date: 2026-11-23 or 23-11-2026."))
    return found


def _facts(one: "CheckedCase") -> dict[str, object]:
    return {
        "case": one.ref,
        "approach": one.approach.value,
        "verdict": one.check.verdict.value,
        "from": one.check.from_on.isoformat() if one.check.from_on else None,
        "conditions": [_condition(condition) for condition in one.check.conditions],
    }


def _condition(condition: "Condition") -> dict[str, object]:
    return {
        "name": condition.kind.value,
        "holds": condition.holds,
        "date": condition.on.isoformat() if condition.on else None,
        "source": str(condition.source),
    }


def _lines(found: "Sequence[CheckedCase]", on: "date") -> "Iterator[str]":
    from zvk_tui import labels

    counted = ngettext("{count} live case, checked on {date}", "{count} live cases, checked on {date}", len(found))
    yield counted.format(count=len(found), date=labels.plain_date(on))
    if found:
        head = (_("Case"), _("Approach"), _("Verdict"), _("From"), _("In the way"))
        rows = [head, *(_row(one) for one in found)]
        widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
        yield ""
        for row in rows:
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(one: "CheckedCase") -> tuple[str, ...]:
    from zvk_tui import labels
    from zvk_tui.words.closure import SHORT, SIGNS

    check = one.check
    return (
        one.ref,
        labels.label(one.approach),
        f"{SIGNS[check.verdict]} {labels.label(check.verdict)}",
        labels.plain_date(check.from_on) if check.from_on else "–",
        ", ".join(_(SHORT[condition.kind]) for condition in check.in_the_way),
    )
