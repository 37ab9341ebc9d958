"""How a command line is read: help and mistakes in the app's language, and nothing repeated that may be a secret."""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn

from zvk_tui.errors import Usage
from zvk_tui.i18n import LANGUAGES, N_, _

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse gives its type no other name

_UNCLEAR: Final = N_("This was not understood. See zvk --help.")
_SENTENCES: Final = (
    (r"the following arguments are required: (?P<what>.*)", N_("Give {what} as well. See zvk --help.")),
    (r"argument (?P<what>.*?): expected", N_("{what} needs something behind it. See zvk --help.")),
    (r"argument (?P<what>.*?): ignored explicit", N_("{what} takes nothing behind it. See zvk --help.")),
    (r"argument (?P<what>.*?): not allowed with argument (?P<other>.*)", N_("{what} and {other} exclude each other.")),
    (r"argument .*: invalid choice", N_("There is no such command. See zvk --help.")),
)
"""What argparse says, as far as it says it of our options, and our sentence for it."""


class HelpText(argparse.HelpFormatter):
    """Help in the app's language."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with how the command is used."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A command line with the options that every command has."""

    def __init__(self, **how: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=HelpText, **how)
        self.arguments = self.add_argument_group(_("arguments"))
        self.options = self.add_argument_group(_("options"))
        self.options.add_argument("-h", "--help", action="help", help=_("print this help and leave"))
        self.options.add_argument(
            "--lang", metavar="nl|en", type=language, default=argparse.SUPPRESS, help=_("the language, this once")
        )

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help; argparse itself would hide that it could not be printed."""
        print(self.format_help(), end="", file=file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one sentence.

        Raises:
            Usage: always.
        """
        for pattern, sentence in _SENTENCES:
            if found := re.match(pattern, message):
                raise Usage(sentence, **found.groupdict())
        raise Usage(_UNCLEAR)

    def refuse(self, unknown: Sequence[str]) -> NoReturn:
        """Say which option is not known; a word that is no option may be a secret and is not repeated.

        Raises:
            Usage: always.
        """
        option = next((word.partition("=")[0] for word in unknown if re.match(r"--?[a-z]", word)), "")
        if option:
            raise Usage(N_("zvk does not know {option} here. See zvk --help."), option=option)
        raise Usage(N_("There is a word too many on the command line. See zvk --help."))


def add_command(commands: "Commands", name: str, does: str, more: str = "") -> Parser:
    """Add a command with what it does, in one line, and perhaps more about it."""
    sentence = f"{does[0].upper()}{does[1:]}."
    return commands.add_parser(name, help=does, description=f"{sentence} {more}".strip())


def add_vault(parser: Parser) -> None:
    """Add the options of a command that reads a vault."""
    parser.options.add_argument(
        "--vault", metavar=_("DIR"), default="", help=_("the folder of the vault; else the one of last time")
    )
    add_passphrase(parser)
    parser.options.add_argument("--json", action="store_true", help=_("print for a program instead of a reader"))


def add_passphrase(parser: Parser) -> None:
    """Add where the passphrase comes from when nobody types it."""
    parser.options.add_argument(
        "--passphrase-file",
        metavar=_("FILE"),
        default="",
        help=_("the file of which the first line is the passphrase; - is standard input"),
    )


def add_meeting(parser: Parser, words: Sequence[str]) -> None:
    """Add which meeting it is about: one of `words`, of which the first is the default, or a number."""

    def which(text: str) -> str:
        if text not in words and not re.fullmatch(r"[0-9]{1,6}", text):
            raise Usage(N_("A meeting is {words} or a number."), words=", ".join(words))
        return text

    parser.options.add_argument(
        "--meeting",
        metavar="|".join((*words, "N")),
        type=which,
        default=words[0],
        help=_("which meeting; without this: {word}").format(word=words[0]),
    )
    parser.options.add_argument(
        "--series", metavar=_("NAME"), default="", help=_("the series of the meeting, or a part of its name")
    )


def add_names(parser: Parser, usual: str) -> None:
    """Add how the people of the cases are named, with what is usual."""
    parser.options.add_argument(
        "--names",
        metavar="full|initials|none",
        type=_names,
        default=None,
        help=_("how the people of the cases are named; without this: {usual}").format(usual=usual),
    )


def language(text: str) -> str:
    """Return a language that the app speaks.

    Raises:
        Usage: for another one.
    """
    if text not in LANGUAGES:
        raise Usage(N_("The languages are {languages}."), languages=", ".join(LANGUAGES))
    return text


def _names(text: str) -> str:
    if text not in {"full", "initials", "none"}:
        raise Usage(N_("--names is full, initials or none."))
    return text
