"""Names of files and folders as they are typed on a command line."""

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from zvk_tui.errors import CouldNotWrite, Usage
from zvk_tui.i18n import N_


def typed_path(text: str) -> Path:
    """Return the full path that `text` means from here; `~` is the home folder, also where the shell leaves it."""
    path = Path(text)
    with suppress(RuntimeError):  # there is no such user; then it is a name like any other
        path = path.expanduser()
    return path.absolute()


def new_file(text: str, suffixes: Collection[str], unknown: str, *, replace_existing: bool) -> Path:
    """Return the full path of a file to write, checked before anybody types a passphrase.

    Args:
        text: what was typed.
        suffixes: the kinds of file that can be made.
        unknown: the message id of what is said of another kind.
        replace_existing: whether a file that is there may be replaced.

    Raises:
        Usage: for another kind of file.
        CouldNotWrite: when there is such a file already and it may not be replaced.
    """
    path = typed_path(text)
    if path.suffix.lower() not in suffixes:
        raise Usage(unknown, suffix=path.suffix or "…")
    if os.path.lexists(path) and not replace_existing:
        raise CouldNotWrite(
            N_("{name} exists already and was left as it was. Add --force to replace it."), name=path.name
        )
    return path
