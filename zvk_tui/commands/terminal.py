"""Speaking with who sits at the terminal, or with a script."""

import json
import sys
from typing import Final, TextIO

from zvk_tui.commands.paths import typed_path
from zvk_tui.errors import Usage
from zvk_tui.i18n import N_, _

_LONGEST: Final = 64 * 1024
"""More bytes than any passphrase has; a device that never ends is not read to its end."""


def say(text: str = "") -> None:
    """Print `text`, without the signs that a terminal would obey."""
    from zvk_tui.documents.clean import harmless

    print(harmless(text))


def say_for_program(facts: dict[str, object]) -> None:
    """Print `facts` as JSON, in plain ASCII so that it is the same on every system."""
    print(json.dumps(facts, indent=2, default=str))


def complain(sentence: str, code: int) -> int:
    """Print one sentence where errors go, and return the exit code with which to leave."""
    from zvk_tui.documents.clean import harmless

    print(harmless(sentence).replace("\n", " "), file=sys.stderr)
    return code


def is_terminal(*streams: TextIO | None) -> bool:
    """Return whether somebody sits behind all of these; behind both input and output when none is named."""
    return all(stream is not None and stream.isatty() for stream in streams or (sys.stdin, sys.stdout))


def ask(question: str) -> str:
    """Ask for a line of text that may be seen; end of input counts as nothing."""
    try:
        return input(f"{question} ").strip()
    except EOFError:
        return ""


def ask_secret(question: str) -> str:
    """Ask for a secret, which is not shown.

    Raises:
        Usage: there is nobody to ask, or this terminal would show it.
    """
    import getpass
    import warnings

    if not is_terminal(sys.stdin):
        raise Usage(N_("There is no terminal to ask for the passphrase. Give --passphrase-file."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(f"{question} ")
    except getpass.GetPassWarning:
        raise Usage(N_("This terminal would show the passphrase. Give --passphrase-file instead.")) from None
    except EOFError:
        return ""


def ask_passphrase() -> str:
    """Ask for the passphrase of a vault.

    Raises:
        Usage: there is nobody to ask.
    """
    return ask_secret(_("Passphrase:"))


def passphrase_in(file: str) -> str:
    """Return the first line of a file, or of standard input for `-`, without its line end.

    Raises:
        Usage: it cannot be read, or is not text.
    """
    try:
        if file == "-":
            line = sys.stdin.buffer.readline(_LONGEST) if sys.stdin else b""
        else:
            with typed_path(file).open("rb") as opened:
                line = opened.readline(_LONGEST)
        return line.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError):
        raise Usage(N_("The passphrase file cannot be read. Check its name and your rights to it.")) from None
