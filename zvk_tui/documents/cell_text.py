"""Text in a cell that a spreadsheet must not run, and the same text when it comes back."""

import re
from typing import Final

_RUNS: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""How a cell begins that some spreadsheet takes for a formula; the apostrophes are those that we put before it."""


def neutral(text: str) -> str:
    """Return `text` so that no spreadsheet runs it: with an apostrophe before it, if it needs one."""
    return f"'{text}" if _RUNS.match(text) else text


def restored(text: str) -> str:
    """Return the text that `neutral` was given."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text
