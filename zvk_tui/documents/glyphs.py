"""Which characters the fonts within the Typst wheel can show; PDF/A forbids a character without a glyph."""

from typing import Final

SHOWABLE: Final = (
    (0x20, 0x7E),  # Latin, with all that Dutch and the languages around it need
    (0xA0, 0xAC),
    (0xAE, 0x344),
    (0x384, 0x38A),  # Greek
    (0x38E, 0x3A1),
    (0x3A3, 0x482),  # Greek and Cyrillic
    (0x48A, 0x4FF),
    (0x5D0, 0x5EA),  # Hebrew
    (0x621, 0x63A),  # Arabic
    (0x640, 0x64A),
    (0x660, 0x669),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),  # punctuation
    (0x2030, 0x203F),
    (0x2074, 0x208E),
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x211E),
    (0x2153, 0x2184),
    (0x2190, 0x23FF),  # arrows and mathematics
    (0x2460, 0x24FF),
    (0x2500, 0x2606),  # lines and symbols
    (0x2609, 0x262F),
    (0x2638, 0x268B),
    (0x270C, 0x2714),
    (0x2717, 0x2726),
    (0x2761, 0x277F),
    (0xFB00, 0xFB06),
)
"""Ranges of code points, first and last; a test compiles every one of them."""

INSTEAD: Final = "□"
"""Stands for a character that cannot be shown, such as most emoji."""

_LATIN: Final = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F))


def showable(text: str, *, only_latin: bool = False) -> str:
    """Return `text` with a square for every character that the fonts cannot show; newlines stay."""
    ranges = _LATIN if only_latin else SHOWABLE
    if text.isascii():
        return text
    shown = {sign for sign in set(text) if sign == "\n" or any(low <= ord(sign) <= high for low, high in ranges)}
    return "".join(sign if sign in shown else INSTEAD for sign in text)
