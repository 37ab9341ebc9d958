"""`zvk verify`: whether a vault is whole, and what was looked at to say so."""

import argparse
from typing import TYPE_CHECKING, Final

from zvk_tui.commands.parsing import add_command, add_vault
from zvk_tui.commands.terminal import say, say_for_program
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from zvk_tui.commands.parsing import Commands
    from zvk_tui.store.verify import Finding

_CHECKS: Final = {
    "file": (
        N_("The pages of the file, its structure and its references"),
        N_("damaged: {where}"),
    ),
    "log": (
        N_("The log, every line tied to the one before"),
        N_("line {where} is not as it was written"),
    ),
    "minutes": (
        N_("The fingerprints of final minutes"),
        N_("the minutes of meeting {where} are not as they were finalised"),
    ),
    "cases": (
        N_("Where cases are, beside what happened to them"),
        N_("case {where} is listed otherwise than follows from its steps and roles"),
    ),
}
"""What is looked at, in order, and how a finding is told."""


def add_to(commands: "Commands") -> None:
    """Add the command to the command line."""
    does = _("check that a vault is whole")
    more = _("It ends with exit code 0 only if everything holds, else with 4.")
    parser = add_command(commands, "verify", does, more)
    add_vault(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Check the vault and print what was found."""
    from zvk_tui.commands.vaults import opened

    with opened(asked) as vault:
        found = vault.verify()
    if asked.json:
        say_for_program({"whole": not found, "checks": [_facts(check, found) for check in _CHECKS]})
    else:
        say("\n".join(line for check in _CHECKS for line in _lines(check, found)))
        say(_("The vault is not whole. Put it back from a back-up.") if found else _("The vault is whole."))
    return ZvkError.exit_code if found else 0


def _outcome(check: str, found: "tuple[Finding, ...]") -> bool | None:
    """Return whether a check holds; None when it was not done, because the file itself is damaged."""
    damaged = any(finding.check == "file" for finding in found)
    return None if damaged and check != "file" else not any(finding.check == check for finding in found)


def _lines(check: str, found: "tuple[Finding, ...]") -> list[str]:
    outcome = {True: _("in order"), False: _("NOT in order"), None: _("not checked, because the file is damaged")}
    what, told = _CHECKS[check]
    findings = [_(told).format(where=finding.where) for finding in found if finding.check == check]
    return [f"{_(what)}: {outcome[_outcome(check, found)]}", *(f"  {line}" for line in findings)]


def _facts(check: str, found: "tuple[Finding, ...]") -> dict[str, object]:
    findings = [finding.where for finding in found if finding.check == check]
    return {"check": check, "holds": _outcome(check, found), "findings": findings}
