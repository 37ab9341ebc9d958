"""Words that are longer than the line they stand on: where they may go on to the next, as signs for the template.

The signs are control characters that no typed text holds any more.
"""

import re
from typing import Final

HYPHENATED: Final = "\x1d"
"""Before and after a word that goes on after a hyphen, where its language allows."""

ANYWHERE: Final = "\x1f"
"""Where a word may go on without a hyphen, such as an address."""

WITHIN_BLOCK: Final = "\x1e"
"""The same within a pasted block of letters without a space."""

_BLOCK: Final = 1000
_LONGEST_WORD: Final = 60
_FEW_LETTERS: Final = re.compile("\\S{4}(?![\u0300-\u036f])")
_VOWELS: Final = frozenset("aeiouyáéíóúàèìòùäëïöüâêîôû")


def breakable(text: str, width: int) -> str:
    """Return `text` with signs in every word of more than `width` letters."""
    return re.sub(rf"[^\s/-]{{{width + 1},}}", _signed, text)  # a line may end after a slash or hyphen anyway


def _signed(found: re.Match[str]) -> str:
    word = found[0]
    if _can_be_hyphenated(word):
        return f"{HYPHENATED}{word}{HYPHENATED}"
    return _FEW_LETTERS.sub(rf"\g<0>{ANYWHERE if len(word) <= _BLOCK else WITHIN_BLOCK}", word)


def _can_be_hyphenated(word: str) -> bool:
    """Return whether this looks like a word of a language, with syllables to break between."""
    inner = word.strip(".,;:!?()'\"")
    vowels = sum(letter in _VOWELS for letter in inner.casefold())
    return inner.isalpha() and len(word) <= _LONGEST_WORD and len(inner) // 5 <= vowels <= len(inner) * 2 // 3
