"""Names of files and folders as they are typed on a command line."""

from contextlib import suppress
from pathlib import Path


def typed_path(text: str) -> Path:
    """Return the full path that `text` means from here; `~` is the home folder, also where the shell leaves it."""
    path = Path(text)
    with suppress(RuntimeError):  # there is no such user; then it is a name like any other
        path = path.expanduser()
    return path.absolute()
