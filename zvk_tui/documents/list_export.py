"""A list that goes out: made as a file, and written whole, outside the vault."""

from collections.abc import Sequence
from pathlib import Path

from zvk_tui.documents.files import save
from zvk_tui.documents.spreadsheets import list_content
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_


def write_list(
    path: Path,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    title: str,
    vault_folder: Path,
    *,
    replace_existing: bool,
) -> None:
    """Write a list to a spreadsheet that only its owner can read; it is there whole or not at all.

    Raises:
        Refused: inside the folder of the vault, or when the file exists and may not be replaced.
        Usage: for a kind of file that a list cannot become.
        CouldNotWrite: when it cannot be written; what was there is as it was.
    """
    refuse_inside(vault_folder, path)
    save(path, list_content(path.suffix, headings, rows, title), replace_existing=replace_existing)


def refuse_inside(vault_folder: Path, target: Path) -> None:
    """Refuse a file inside the folder of the vault.

    Raises:
        Refused: it lies there.
    """
    if target.resolve().is_relative_to(vault_folder.resolve()):
        raise Refused(N_("A list is readable by everybody who has the file; choose a folder outside the vault."))
