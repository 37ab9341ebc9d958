"""The `zvk` command: one file in `commands` does what is asked; what fails is said in one sentence.

Commands import late: `zvk --version` loads no screen, no store and no document.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TextIO

from zvk_tui import __version__
from zvk_tui.commands import agenda, closure, demo, export_, import_, minutes, new, open_app, verify
from zvk_tui.commands.parsing import Parser
from zvk_tui.commands.terminal import complain
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import LANGUAGES, _, use_language

STOPPED = 1
"""The exit code after a fault of the program itself."""

INTERRUPTED = 130
"""The exit code after ctrl+c."""

NOT_READ_ON = 141
"""The exit code when who reads the output has stopped reading."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the `zvk` command and return its exit code; without `argv` it is what was typed in the terminal."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        with _printable(sys.stdout), _printable(sys.stderr):
            return _run(words)
    except ZvkError as error:
        return complain(error.sentence, error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _stop_printing()
        return NOT_READ_ON
    except OSError:
        _stop_printing()
        return complain(_("A file or folder could not be read or written. Check its name and your rights to it."), 5)
    except Exception:  # noqa: BLE001 - the edge: a traceback would print what is in the vault
        return complain(
            _("zvk has stopped because of a fault in the program. Check the vault with zvk verify."), STOPPED
        )


def _run(words: list[str]) -> int:
    use_language(_language(words))
    asked = _understood(words)
    code = asked.run(asked) if asked else 0
    sys.stdout.flush()
    return int(code)


def _language(words: list[str]) -> str:
    """Return the language that `--lang` names, else that of the settings."""
    from zvk_tui.locations import config_file
    from zvk_tui.settings import Settings

    named = next((after for word, after in pairwise((*words, "")) if word == "--lang"), "")
    named = next((word.removeprefix("--lang=") for word in words if word.startswith("--lang=")), named)
    return named if named in LANGUAGES else Settings.load(config_file()).language


def _understood(words: list[str]) -> argparse.Namespace | None:
    """Return what is asked; None when help or the version has been printed and that is all."""
    parser = _parser()
    try:
        asked, unknown = parser.parse_known_args(words)
    except SystemExit:
        return None
    if unknown:
        parser.refuse(unknown)
    return asked


def _parser() -> Parser:
    parser = Parser(
        prog="zvk",
        description=_("The meeting table of a care and safety chamber: offline, encrypted, by keyboard."),
        epilog=_(
            "Exit codes: 0 done, 2 not understood or not allowed, 3 wrong passphrase, 4 damaged or refused vault, "
            "5 could not write."
        ),
    )
    parser.options.add_argument(
        "--version", action="version", version=f"zvk {__version__}", help=_("print the version and leave")
    )
    parser.set_defaults(run=lambda _asked: open_app.last_or_help(parser))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), prog="zvk")
    for command in (new, open_app, agenda, minutes, closure, import_, export_, verify, demo):
        command.add_to(commands)
    return parser


@contextlib.contextmanager
def _printable(stream: TextIO | None) -> Iterator[None]:
    """Let a terminal that lacks a sign show a question mark instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    was = getattr(stream, "errors", None)
    if reconfigure:
        reconfigure(errors="replace")
    try:
        yield
    finally:
        if reconfigure and was:
            reconfigure(errors=was)


def _stop_printing() -> None:
    """When the output can take no more, let Python's own flush at the end go nowhere, so that it is silent too."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
