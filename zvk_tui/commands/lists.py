"""What `zvk import` and `zvk export` have in common: the lists they know."""

from typing import TYPE_CHECKING, Final

from zvk_tui.errors import Usage
from zvk_tui.i18n import N_, _

if TYPE_CHECKING:
    from zvk_tui.commands.parsing import Parser
    from zvk_tui.domain.columns import ListKind

LISTS: Final = ("cases", "police", "partners", "professionals")
"""The lists by the words of the command line."""


def add_list(parser: "Parser") -> None:
    """Add which file and which list a command is about."""
    parser.arguments.add_argument("file", metavar=_("FILE"), help=_("a spreadsheet: .csv or .xlsx"))
    parser.options.add_argument(
        "--as",
        dest="list",
        metavar="|".join(LISTS),
        type=_list,
        required=True,
        help=_("which list it is: cases, police contacts, partners or professionals"),
    )


def kind_of(word: str) -> "ListKind":
    """Return the list that a word of the command line means."""
    from zvk_tui.domain.columns import ListKind

    return ListKind(word)


def _list(text: str) -> str:
    if text not in LISTS:
        raise Usage(N_("--as is cases, police, partners or professionals."))
    return text
