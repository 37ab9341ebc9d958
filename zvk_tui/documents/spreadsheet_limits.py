"""What a list may be at most, and the sentences for a file that is more or is none."""

from pathlib import Path
from typing import Final

from zvk_tui.errors import Refused, Usage
from zvk_tui.i18n import N_

MOST_BYTES: Final = 50_000_000
"""Bytes of a file: many times what a chamber of thousands of cases fills."""

MOST_UNPACKED: Final = 300_000_000
"""Bytes that an Excel file may hold once it is unpacked."""

MOST_PARTS: Final = 2_000
"""Files inside an Excel file."""

MOST_ROWS: Final = 100_000
"""Lines with something on them."""

MOST_LINES: Final = 1_100_000
"""Lines at all; a sheet of Excel has no more."""

MOST_COLUMNS: Final = 200
"""Columns of a list."""

NO_FILE: Final = N_("The file {name} is not there. Nothing was imported; check its name.")
NO_RIGHTS: Final = N_("The file {name} cannot be read. Nothing was imported; check your rights to it.")
TOO_LARGE: Final = N_(
    "The file {name} has {size} MB; {most} MB is the most. Nothing was read or imported; split it in parts."
)
UNPACKED: Final = N_(
    "The file {name} becomes larger than {most} MB when it is unpacked. Nothing was imported; save it as CSV."
)
TOO_MANY_ROWS: Final = N_("The file has more than {most} lines. Nothing was imported; split it in parts.")
TOO_MANY_COLUMNS: Final = N_(
    "Line {line} of the file has more than {most} columns. Nothing was imported; take out what is no part of the list."
)
NOT_TEXT: Final = N_("Line {line} of the file is no readable text. Nothing was imported; save it as CSV in UTF-8.")
NO_LIST: Final = N_("{name} is no spreadsheet. Nothing was imported; save it as .xlsx or .csv.")
OLD_EXCEL: Final = N_(
    "{name} is an old Excel file or has a password. Nothing was imported; save it as .xlsx without a password."
)
DAMAGED: Final = N_("The Excel file {name} is damaged. Nothing was imported; open it in Excel and save it again.")
OPEN_QUOTE: Final = N_(
    "From line {line} on, the quotes around a cell do not fit. Nothing was imported; look at that line."
)
NO_SHEET: Final = N_("The file has no sheet {sheet}. It has: {sheets}.")


def refuse_large(path: Path) -> None:
    """Refuse a file that is not there or is too large, before anything of it is read.

    Raises:
        Usage: there is no such file, or it cannot be read.
        Refused: it is larger than `MOST_BYTES`.
    """
    try:
        if not path.is_file():
            raise Usage(NO_FILE, name=path.name)
        size = path.stat().st_size
    except OSError:
        raise Usage(NO_RIGHTS, name=path.name) from None
    except ValueError:  # a NUL in the name
        raise Usage(NO_FILE, name="…") from None
    if size > MOST_BYTES:
        raise Refused(TOO_LARGE, name=path.name, size=-(-size // 1_000_000), most=MOST_BYTES // 1_000_000)
