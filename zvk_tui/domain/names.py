"""Names as they are compared: capitals, accents, prefixes, initials and old spellings make no difference."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zvk_tui.domain.case_file import Subject

_LISTED: Final = (
    "de den der van von het ter ten te in op aan bij onder over uit voor en el al la le du des di da dos "
    "bin ibn bint zum zur"
)
PREFIXES: Final = frozenset(_LISTED.split())
"""Words before a surname that tell nobody apart."""

_SHORT: Final = frozenset({"t", "s", "d", "l"})
"""Prefixes of one letter: with an apostrophe, or in the field of the surname; else it is an initial."""

_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_NOTHING: Final = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_WORD: Final = re.compile(r"[^\W_]+")
_INITIALS: Final = re.compile(r"[^\W\d_]\.?([^\W\d_]\.)*", re.UNICODE)
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch$|sz", "s"),
        (r"ph", "f"),
        (r"c(?=[eiy])", "s"),
        (r"ch|gh", "g"),
        (r"ck|c|q", "k"),
        (r"x", "ks"),
        (r"dt|th|d$", "t"),
        (r"uy|uey", "ui"),
        (r"ei|ey|ai|ay", "y"),
        (r"ouw?|auw?", "o"),
        (r"ae", "a"),
        (r"ie", "i"),
        (r"z", "s"),
        (r"v", "f"),
        (r"w$", ""),
        (r"(?<=.)h", ""),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name as it is compared."""

    surname: tuple[str, ...]
    """Its words without prefix."""
    given: tuple[str, ...]
    """Given names and initials in order; an initial has one letter."""
    glued: str
    """The surname with its prefix as one word: "vandenberg"."""
    pieces: frozenset[str] = frozenset()
    """The words of the surname that tell apart, each also with the prefix before it as one word."""


def bare_words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case without accents and apostrophes, every "ij" written as "y"."""
    letters = text.translate(_NOTHING).casefold()
    if not letters.isascii():
        apart = unicodedata.normalize("NFKD", letters).casefold().translate(_LETTERS)
        letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return tuple(_WORD.findall(letters.replace("ij", "y")))


def is_prefix(word: str) -> bool:
    """Return whether `word` is (a part of) a prefix, such as "van" or "'t"; "T." is an initial."""
    bare = bare_words(word)
    return bool(bare) and all(one in PREFIXES or (one in _SHORT and len(word.rstrip(".")) > 1) for one in bare)


def parse_name(text: str) -> Subject:
    """Return the person that a name in one field means: "de Vries, J.", "J. de Vries" or "Vries, J de".

    Without comma, prefix or initials, the last word is the surname.
    """
    before, comma, after = text.partition(",")
    if comma:
        return _behind_comma(before.split(), after.replace(",", " ").split())
    words = text.split()
    middle = next((place for place, word in enumerate(words) if place and is_prefix(word)), None)
    if middle is not None and not is_prefix(words[0]) and not all(is_prefix(word) for word in words[middle:]):
        return _with_prefix(words[:middle], words[middle:])
    if words and is_prefix(words[0]):
        return _with_prefix([], words)
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return _with_prefix(words[-1:], words[:-1])
    initials = next((place for place, word in enumerate(words) if not _INITIALS.fullmatch(word)), len(words))
    place = initials or max(0, len(words) - 1)
    return Subject(" ".join(words[:place]), "", " ".join(words[place:]))


def _behind_comma(before: list[str], after: list[str]) -> Subject:
    """Return the person of "surname, given names prefix"; a prefix may stand before the surname as well."""
    given = [word for word in after if not is_prefix(word)]
    prefix = [word for word in after if is_prefix(word)]
    whole = _with_prefix(given, before)
    return Subject(whole.given_names, " ".join([*prefix, *whole.prefix.split()]), whole.surname)


def _with_prefix(given: list[str], words: list[str]) -> Subject:
    """Return a person of whom the prefix is what `words` begins with; something is left for a surname."""
    place = next((at for at, word in enumerate(words) if not is_prefix(word)), max(0, len(words) - 1))
    return Subject(" ".join(given), " ".join(words[:place]), " ".join(words[place:]))


def name_parts(subject: Subject) -> NameParts:
    """Return the name of a person as it is compared; the same for every order in which it can be written."""
    told = _told_apart(subject)
    with_prefix = bare_words(f"{told.prefix} {told.surname}")
    core = tuple(word for word in with_prefix if word not in PREFIXES | _SHORT) or with_prefix[-1:]
    given = bare_words(told.given_names)
    names = tuple(word for word in given if word not in PREFIXES) or given[:1]
    pieces = frozenset(word for word in (*core, *_glued(with_prefix)) if len(word) > 2)
    return NameParts(core, tuple(part for name in names for part in _initials(name)), "".join(with_prefix), pieces)


def without_prefix(word: str) -> Iterator[str]:
    """Yield what is left of a word when it begins with prefixes: "denberg" and "berg" of "vandenberg"."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + 4:
            yield (rest := word.removeprefix(prefix))
            yield from without_prefix(rest)


def _glued(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of a surname with the prefixes before each as one word."""
    before = ""
    for word in words:
        before += word
        if word not in PREFIXES | _SHORT:
            yield before
            before = ""


def _told_apart(subject: Subject) -> Subject:
    """Return the person with given names and surname in their own fields, also when all stands in one."""
    surname = subject.surname
    if "," in surname:
        told = parse_name(surname)
        given = " ".join((subject.given_names, told.given_names)).strip()
        return Subject(given, f"{subject.prefix} {told.prefix}".strip(), told.surname)
    if subject.given_names or subject.prefix or not surname:
        return subject
    words = surname.split()
    ends_with_initials = len(words) > 1 and bool(_INITIALS.fullmatch(words[-1]))
    starts_with_given = bool(words) and not is_prefix(words[0]) and any(is_prefix(word) for word in words[1:])
    initials = bool(words) and (ends_with_initials or bool(_INITIALS.fullmatch(words[0])))
    return parse_name(surname) if starts_with_given or initials else subject


def _initials(name: str) -> tuple[str, ...]:
    """Return the letters of a word that can only be initials ("jp"), else the word."""
    return tuple(name) if len(name) <= 4 and not set(name) & set("aeiouy") else (name,)


def sound(word: str) -> str:
    """Return how a bare word roughly sounds in Dutch: "meyer" and "maier", "kuiper" and "cuyper" are the same."""
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word


def within(first: str, second: str, most: int) -> bool:
    """Return whether at most `most` letters were added, left out, replaced or swapped with their neighbour."""
    if abs(len(first) - len(second)) > most or len(set(first) ^ set(second)) > 2 * most:
        return False
    older: list[int] = []
    above = list(range(len(second) + 1))
    for place, letter in enumerate(first):
        row = [place + 1]
        for other, facing in enumerate(second):
            steps = min(above[other + 1] + 1, row[other] + 1, above[other] + (letter != facing))
            if place and other and letter == second[other - 1] and first[place - 1] == facing:
                steps = min(steps, older[other - 1] + 1)
            row.append(steps)
        if min(row) > most and min(above) > most:
            return False
        older, above = above, row
    return above[-1] <= most
