"""How the people a case is about are named on paper, in the fields of a case and in what was typed about it.

With full names a text stays as it was typed. Otherwise every mention becomes the initials or the case number, however
it is written: without regard to capitals and diacritics, with a possessive s, with the prefix, with initials before
the surname, in any order. The promise that nothing leaks goes first, so a word is rather masked than kept. Only a
name that is also an everyday word ("bos", "jong") or has two letters stays when it stands alone in lower case.

Professionals keep their names in the fields that hold them. In a text nobody can tell them from somebody a case is
about, so there a professional of the same name is masked too.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zvk_tui.documents.clean import harmless
from zvk_tui.documents.everyday import EVERYDAY, GENERIC, PARTICLES
from zvk_tui.domain.case_file import NameStyle, Subject

_LETTERS: Final = r"(?:[^\W\d_]|[\u0300-\u036f\u200c\u200d\ufe00-\ufe0f])+"
_WORD: Final = re.compile(rf"({_LETTERS})(?:['’][sS](?!\w))?")
_BETWEEN: Final = re.compile(r"[ \u00a0]{1,3}|\n|[-_./'’‘+]|,[ \u00a0]|[.,]?\n")
_AFTER_INITIAL: Final = re.compile(r"\.[ \u00a0]?|[ \u00a0]")
_UNCOMPOSED: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    """Return `text` in lower case, without diacritics and signs that are not letters."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_UNCOMPOSED)
    return "".join(sign for sign in apart if sign.isalnum())


def named(case_ref: str, subject: Subject, style: NameStyle) -> str:
    """Return what stands in the place of a person's name in a text."""
    match style:
        case NameStyle.FULL:
            return subject.full_name
        case NameStyle.INITIALS:
            return subject.initials
        case NameStyle.NONE:
            return case_ref


def masked(text: str, case_ref: str, subject: Subject, style: NameStyle) -> str:
    """Return `text` with every mention of one person in the given style."""
    return Masks(((case_ref, subject),), style).apply(text)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text and where it stands."""

    begin: int
    end: int
    letters: str
    """Folded, without a possessive."""
    capital: bool
    text: str


@dataclass(frozen=True, slots=True)
class _Name:
    """What a person's name looks like in a text."""

    case_ref: str
    shown: str
    words: frozenset[str]
    """Words that point to this person."""
    fillers: frozenset[str]
    """Words that belong to the name beside those: a prefix, "groep"."""
    initials: frozenset[str]
    group: bool

    def holds(self, word: _Word) -> bool:
        """Whether a word can be part of this name."""
        return word.letters in self.words or _without_s(word.letters) in self.words

    def certain(self, word: _Word) -> bool:
        """Whether a word by itself is a mention of this person."""
        if not self.holds(word) or len(word.letters) < 2:
            return False
        plain_word = word.letters in EVERYDAY or _without_s(word.letters) in EVERYDAY
        return word.capital or not (self.group or plain_word or len(word.letters) < 3)


def _without_s(letters: str) -> str:
    return letters[:-1] if len(letters) > 3 and letters.endswith("s") else letters


def _name(case_ref: str, subject: Subject, style: NameStyle) -> _Name:
    given = _WORD.findall(harmless(subject.given_names))
    surname = _WORD.findall(harmless(subject.group_name or subject.surname))
    small = {word for word in surname if folded(word) in GENERIC or (word.islower() and folded(word) in PARTICLES)}
    fillers = {*map(folded, small), *map(folded, _WORD.findall(harmless(subject.prefix)))}
    words = {folded(word) for word in [*given, *surname] if word not in small}
    return _Name(
        case_ref,
        harmless(named(case_ref, subject, style)),
        frozenset(words - {""}),
        frozenset(fillers - words),
        frozenset(folded(word)[:1] for word in given),
        bool(subject.group_name),
    )


class Masks:
    """Everybody who is not to be named in a document, and how they are shown instead."""

    def __init__(self, people: tuple[tuple[str, Subject], ...], style: NameStyle) -> None:
        self._names = () if style is NameStyle.FULL else tuple(_name(ref, who, style) for ref, who in people)
        self._literal = () if style is NameStyle.FULL else tuple(_literal(ref, who, style) for ref, who in people)

    def apply(self, text: str, own_ref: str = "") -> str:
        """Return `text`, made harmless, with every mention of a person masked.

        Args:
            text: what was typed.
            own_ref: the case the text is about; its person goes before others with the same name.
        """
        clean = harmless(text).strip()
        for pattern, shown in self._literal:
            clean = pattern.sub(lambda found, shown=shown: _dotted(shown, found.string, found.end()), clean)
        names = sorted(self._names, key=lambda name: name.case_ref != own_ref)
        return _replaced(clean, names) if names else clean


def _literal(case_ref: str, subject: Subject, style: NameStyle) -> tuple[re.Pattern[str], str]:
    """Return a pattern of the whole name as it is written, which finds names with digits and signs in them too."""
    parts = harmless(subject.full_name).split()
    pattern = r"\s+".join(map(re.escape, parts)) if len(parts) > 1 else r"(?!)"
    return re.compile(rf"(?<!\w){pattern}(?:['’]?s)?(?!\w)", re.IGNORECASE), harmless(named(case_ref, subject, style))
