"""Where a text mentions a person by name, however the name is written.

The promise that nothing leaks goes first, so a word is rather taken for a name than not: without regard to capitals
and diacritics, with a possessive s, with the prefix, with initials, in any order. Only a name that is also an everyday
word ("bos", "jong") or has two letters is not found where it stands alone in lower case.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from zvk_tui.documents.clean import harmless
from zvk_tui.documents.everyday import EVERYDAY, GENERIC, PARTICLES
from zvk_tui.domain.case_file import Subject

_LETTERS: Final = r"(?:[^\W\d_]|[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f])+"
_WORD: Final = re.compile(rf"({_LETTERS})(?:['’][sS](?!\w))?")
_BETWEEN: Final = re.compile(r"[ \u00a0]{1,3}|\n|[-_./'’‘+]|,[ \u00a0]")
_AFTER_INITIAL: Final = re.compile(r"[./]?[ \u00a0]?")
_UNCOMPOSED: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    """Return `text` in lower case, without diacritics and signs that are not letters or digits."""
    if text.isascii() and text.isalpha():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_UNCOMPOSED)
    return "".join(sign for sign in apart if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text and where it stands."""

    begin: int
    end: int
    """Past a possessive, when there is one."""
    letters: str
    """Folded, without a possessive after an apostrophe."""
    capital: bool
    dotted: bool
    """Whether a full stop follows."""

    @property
    def stem(self) -> str:
        """The letters without a possessive s."""
        return self.letters[:-1] if len(self.letters) > 3 and self.letters.endswith("s") else self.letters


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text."""
    return tuple(
        Word(
            found.start(),
            found.end(),
            folded(found[1]),
            not found[1][0].islower(),
            text[found.end() : found.end() + 1] == ".",
        )
        for found in _WORD.finditer(text)
    )


@dataclass(frozen=True, slots=True)
class Name:
    """What the name of one person or group looks like in a text."""

    whole: re.Pattern[str]
    """The name as it is written, also with digits and signs in it."""
    words: frozenset[str]
    """Words that point to this person."""
    fillers: frozenset[str]
    """Words that belong to the name beside those: a prefix, "groep"."""
    initials: frozenset[str]
    """First letters of the given names and of the prefix."""
    group: bool

    @property
    def beginnings(self) -> frozenset[str]:
        """Everything that a mention can begin with."""
        return self.words | self.fillers | self.initials

    def holds(self, word: Word) -> bool:
        """Return whether a word can be part of this name."""
        return word.letters in self.words or word.stem in self.words

    def certain(self, word: Word) -> bool:
        """Return whether a word by itself is a mention."""
        if not self.holds(word) or len(word.letters) < 2:
            return False
        everyday = word.letters in EVERYDAY or word.stem in EVERYDAY
        return word.capital or not (self.group or everyday or len(word.letters) < 3)

    def is_initial(self, word: Word) -> bool:
        """Return whether a word is an initial, and not a word of one letter."""
        return word.letters in self.initials and (word.capital or word.dotted)


def name_of(subject: Subject) -> Name:
    """Return what to look for to find `subject` in a text."""
    given = _plain_words(subject.given_names)
    surname = _plain_words(subject.group_name or subject.surname)
    small = {word for word in surname if folded(word) in GENERIC or (word.islower() and folded(word) in PARTICLES)}
    prefix = _plain_words(subject.prefix)
    glued = () if subject.group_name else [one + subject.prefix + subject.surname for one in ("", *given)]
    words = {folded(word) for word in (*given, *surname, *glued) if word not in small} - {""}
    fillers = {folded(word) for word in (*small, *prefix)}
    initials = frozenset(folded(word)[:1] for word in (*given, *prefix))
    return Name(
        _whole(subject.full_name), frozenset(words), frozenset(fillers - words), initials, bool(subject.group_name)
    )


def _plain_words(name: str) -> list[str]:
    return _WORD.findall(harmless(name))


def _whole(full_name: str) -> re.Pattern[str]:
    parts = harmless(full_name).split()
    pattern = r"\s+".join(map(re.escape, parts)) if len(parts) > 1 else r"(?!)"
    return re.compile(rf"(?<!\w){pattern}(?:['’]?s)?(?!\w)", re.IGNORECASE)


def run_length(text: str, words: tuple[Word, ...], start: int, name: Name) -> int:
    """Return how many words from `start` on are together one mention of `name`; 0 when they are none."""
    end, held, prefixed, certain = start, 0, False, False
    for place in range(start, len(words)):
        word = words[place]
        if place > start and not _joined(text, words[place - 1], word, name):
            break
        if name.holds(word):
            end, held, certain = place + 1, held + 1, certain or name.certain(word)
        elif name.is_initial(word):
            end = place + 1 if held and word.dotted else end
        elif word.letters in name.fillers:
            prefixed = prefixed or not (held or name.group)
        else:
            break
    return end - start if certain or held > 1 or (held and prefixed) else 0


def _joined(text: str, before: Word, after: Word, name: Name) -> bool:
    between = text[before.end : after.begin]
    pattern = _AFTER_INITIAL if name.is_initial(before) and not name.holds(before) else _BETWEEN
    return pattern.fullmatch(between) is not None
