"""The recovery key on paper: 256 bits as groups of letters and digits that show where a typing error is.

A lost passphrase without a recovery key is a lost vault. The key is written in Crockford's base32, which leaves out
the letters that are mistaken for others. Thirteen groups hold four symbols and one check symbol each. The check
symbol is a sum over the field of 32 elements with another weight for every place, and with the number of the group:
one wrong symbol, two swapped neighbours and two swapped groups are always noticed, in the group where they are.
"""

import hashlib
import re
from typing import Final

from zvk_tui.errors import Refused

KEY_BYTES: Final = 32
"""A recovery key has 256 bits, as strong as the key of the vault itself."""

GROUPS: Final = 13
"""How many groups are printed: 52 symbols of five bits hold 256 bits and four bits of checksum."""

_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011")
_SEPARATORS: Final = re.compile(r"[\s\-‐‑‒–—−_.,]+")
_DATA: Final = 4
_SIZE: Final = _DATA + 1
_GROUPS_ON_A_LINE: Final = 5


def format_key(key: bytes) -> str:
    """Return `key` as it is printed: groups of five joined by dashes, on three lines.

    Raises:
        ValueError: for a key that is not 32 bytes long.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(len(key))
    number = int.from_bytes(key) << 4 | _checksum(key)
    values = [number >> 5 * place & 31 for place in reversed(range(GROUPS * _DATA))]
    groups = [_group(index, values[index * _DATA : (index + 1) * _DATA]) for index in range(GROUPS)]
    lines = [groups[start : start + _GROUPS_ON_A_LINE] for start in range(0, GROUPS, _GROUPS_ON_A_LINE)]
    return "\n".join("-".join(line) for line in lines)


def parse_key(text: str) -> bytes:
    """Return the key that was typed over from paper; spaces, dashes, lower case and O for 0 are understood.

    Raises:
        Refused: names the first group that is wrong, or says how many groups are missing.
    """
    groups = _split(text)
    number = 0
    for index, group in enumerate(groups[:GROUPS]):
        for value in _values(index, group):
            number = number << 5 | value
    if len(groups) != GROUPS:
        raise Refused("The recovery key has {all} groups of five; {typed} were typed.", all=GROUPS, typed=len(groups))
    key = (number >> 4).to_bytes(KEY_BYTES)
    if number & 15 != _checksum(key):
        raise Refused("This is not a recovery key: more than one group is wrong. Compare it with the paper.")
    return key


def looks_like_key(text: str) -> bool:
    """Return whether a text is meant as a recovery key: about as many groups, and nothing but letters and digits."""
    groups = _split(text)
    return abs(len(groups) - GROUPS) <= 2 and all(group.isascii() and group.isalnum() for group in groups)


def _split(text: str) -> list[str]:
    """Return the groups as they were typed, or groups of five when they were typed without a break between them."""
    typed = [part for part in _SEPARATORS.split(text.upper().translate(_READ_AS)) if part]
    if len(typed) == GROUPS or all(len(part) == _SIZE for part in typed):
        return typed
    joined = "".join(typed)
    return [joined[start : start + _SIZE] for start in range(0, len(joined), _SIZE)]


def _values(index: int, group: str) -> list[int]:
    """Return the four values of a group after its check symbol is found right."""
    values = [_SYMBOLS.find(symbol) for symbol in group]
    if len(group) != _SIZE or -1 in values or group != _group(index, values[:_DATA]):
        raise Refused("Group {number} of the recovery key is wrong. Compare it with the paper.", number=index + 1)
    return values[:_DATA]


def _group(index: int, values: list[int]) -> str:
    check = index
    for place, value in enumerate(values, start=1):
        check ^= _shifted(value, place)
    return "".join(_SYMBOLS[value] for value in (*values, check))


def _shifted(value: int, times: int) -> int:
    """Return `value` multiplied `times` times by x in the field of 32 elements (x^5 + x^2 + 1)."""
    for _ in range(times):
        value = value << 1 ^ (0b100101 if value & 16 else 0)
    return value


def _checksum(key: bytes) -> int:
    return hashlib.sha256(key).digest()[0] >> 4
