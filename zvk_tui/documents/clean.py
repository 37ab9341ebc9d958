"""What somebody typed or pasted, made harmless for every kind of file."""

import re
import unicodedata
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN: Final = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters: XML forbids them, terminals obey them
    "\ud800-\udfff"  # halves of a character
    "\xad\u180e\u200b\u2060-\u2064\ufeff"  # invisible: a name must not hide behind them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # turn the direction of what follows
    "\ufdd0-\ufdef\ufff9-\uffff"  # no characters at all
    "\U000e0000-\U000e0fff"  # invisible copies of letters, and selectors
    "]"
)
_PLANE_ENDS: Final = re.compile(
    "[" + "".join(f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in range(1, 17)) + "]"
)


def harmless(text: str) -> str:
    """Return `text` without control characters and hidden signs; what can be seen stays, in composed form (NFC).

    Every way to end a line becomes a newline, a tab becomes a space.
    """
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _PLANE_ENDS.sub("", _UNSEEN.sub("", lines)))
