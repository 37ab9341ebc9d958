"""Who may be the same person: the check on duplicates and re-registration, with words that say why.

No number and no ranking comes out: three grades, each with its reasons, for somebody to look at (Wgs art. 1.9).
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from itertools import chain

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.names import NameParts, bare_words, name_parts, sound, within


class Grade(IntEnum):
    """How much two persons look alike."""

    NONE = 0
    POSSIBLE = 1
    LIKELY = 2
    SAME = 3
    """The same name and the same date of birth."""


class LikenessReason(StrEnum):
    """Why two persons look alike, or where they still differ."""

    NAME_SAME = "name_same"
    SURNAME_SPELLING = "surname_spelling"
    SURNAME_SOUND = "surname_sound"
    SURNAME_PART = "surname_part"
    """One has a part of the double surname of the other, its prefix apart or written to it."""
    SURNAME_OTHER = "surname_other"
    SURNAME_GIVEN_SWAPPED = "surname_given_swapped"
    GIVEN_INITIALS = "given_initials"
    GIVEN_FIRST = "given_first"
    """The first given name is the same, the others are not."""
    GIVEN_SPELLING = "given_spelling"
    GIVEN_MISSING = "given_missing"
    BIRTH_SAME = "birth_same"
    BIRTH_SWAPPED = "birth_swapped"
    BIRTH_DIGIT = "birth_digit"
    BIRTH_YEAR = "birth_year"
    """The same year, of which one has 1 January: often written when the day is not known."""
    BIRTH_UNKNOWN = "birth_unknown"
    BIRTH_OTHER = "birth_other"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two persons look alike, and why."""

    grade: Grade = Grade.NONE
    reasons: tuple[LikenessReason, ...] = ()

    @property
    def alike(self) -> bool:
        """Whether somebody should look whether it is the same person."""
        return self.grade is not Grade.NONE


def name_key(subject: Subject) -> str:
    """Return the name as it is sorted, found and compared: "vries, jan", without capitals, accents and prefix.

    A group has its name without comma.
    """
    return _group_key(subject.group_name) if subject.group_name else _person_key(name_parts(subject))


def likeness(a: Subject, b: Subject) -> Likeness:
    """Return how two persons or groups look alike; the order makes no difference."""
    return Sought(a).likeness(b)


class Sought:
    """Somebody who is compared with many others."""

    def __init__(self, subject: Subject) -> None:
        self._group = bool(subject.group_name)
        self._born = None if self._group else subject.birth_date
        self._parts = NameParts((), (), "") if self._group else name_parts(subject)
        self._key = _group_key(subject.group_name) if self._group else _person_key(self._parts)

    def likeness(self, other: Subject) -> Likeness:
        """Return how another person or group looks like this one."""
        birth = birth_reason(self._born, None if other.group_name else other.birth_date)
        facing = Sought(other)
        if not self._key or not facing._key:
            return Likeness(Grade.POSSIBLE, (birth,)) if birth is LikenessReason.BIRTH_SAME else Likeness()
        if self._group or facing._group:
            return _groups_alike(self._key, facing._key) if self._group is facing._group else Likeness()
        name = _name_reasons(self._parts, facing._parts)
        grade = _grade(name, birth, told=_told(self._parts, facing._parts)) if name else Grade.NONE
        return Likeness(grade, (*name, birth)) if grade else Likeness()


def birth_reason(one: date | None, other: date | None) -> LikenessReason:
    """Return how two dates of birth relate."""
    if one is None or other is None:
        return LikenessReason.BIRTH_UNKNOWN
    if one == other:
        return LikenessReason.BIRTH_SAME
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return LikenessReason.BIRTH_SWAPPED
    if within(_digits(one), _digits(other), 1):
        return LikenessReason.BIRTH_DIGIT
    if one.year == other.year and (1, 1) in {(one.month, one.day), (other.month, other.day)}:
        return LikenessReason.BIRTH_YEAR
    return LikenessReason.BIRTH_OTHER


def near_births(born: date) -> frozenset[date]:
    """Return the dates that are easily written for `born`: the day itself, swapped, or one digit other."""
    written = _digits(born)
    one_digit = (written[:at] + digit + written[at + 1 :] for at in range(8) for digit in "0123456789")
    swapped = (written[:at] + written[at + 1] + written[at] + written[at + 2 :] for at in range(7))
    all_ways = chain(one_digit, swapped, (written[:4] + written[6:] + written[4:6], written[:4] + "0101"))
    return frozenset(_dates(all_ways))


def _group_key(name: str) -> str:
    return " ".join(bare_words(name))


def _person_key(parts: NameParts) -> str:
    return f"{' '.join(parts.surname)}, {' '.join(parts.given)}" if parts.surname or parts.given else ""


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _dates(written: Iterator[str] | chain[str]) -> Iterator[date]:
    for digits in written:
        with suppress(ValueError):
            yield date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _grade(name: tuple[LikenessReason, ...], birth: LikenessReason, *, told: bool) -> Grade:
    same = name == (LikenessReason.NAME_SAME,)
    if birth is LikenessReason.BIRTH_OTHER:  # a date can be quite wrong; who has the same full name is worth a look
        return Grade.POSSIBLE if same and told else Grade.NONE
    if LikenessReason.SURNAME_OTHER in name:
        return Grade.POSSIBLE if birth is LikenessReason.BIRTH_SAME else Grade.NONE
    if birth is LikenessReason.BIRTH_SAME:
        return Grade.SAME if same else Grade.LIKELY
    return Grade.LIKELY if same else Grade.POSSIBLE


def _groups_alike(one: str, other: str) -> Likeness:
    if one == other:
        return Likeness(Grade.LIKELY, (LikenessReason.NAME_SAME,))
    near = set(one.split()) == set(other.split()) or within(one, other, _slips(one, other))
    return Likeness(Grade.POSSIBLE, (LikenessReason.SURNAME_SPELLING,)) if near else Likeness()


def _name_reasons(one: NameParts, other: NameParts) -> tuple[LikenessReason, ...]:
    """Return how two names relate: a reason for surname and given names each, nothing when they are not alike."""
    if one.surname and one.given and (one.surname, one.given) == (other.given, other.surname):
        return (LikenessReason.SURNAME_GIVEN_SWAPPED,)
    given = _given_reason(one.given, other.given)
    if given is None:
        return ()
    surname = _surname_reason(one, other)
    if surname is LikenessReason.SURNAME_OTHER and (given is not LikenessReason.NAME_SAME or not _told(one, other)):
        return ()
    if surname is given:
        return (LikenessReason.NAME_SAME,)
    return tuple(reason for reason in (surname, given) if reason is not LikenessReason.NAME_SAME)


def _told(one: NameParts, other: NameParts) -> bool:
    """Return whether the given names say something: more than initials."""
    return any(len(word) > 2 for word in one.given) and any(len(word) > 2 for word in other.given)


def _surname_reason(one: NameParts, other: NameParts) -> LikenessReason:
    mine, theirs = "".join(one.surname), "".join(other.surname)
    if {mine, one.glued} & {theirs, other.glued} and (mine or theirs):
        return LikenessReason.NAME_SAME
    if sorted(one.surname) == sorted(other.surname) or _part(one, other) or _part(other, one):
        return LikenessReason.SURNAME_PART
    if mine and theirs and sound(mine) == sound(theirs):
        return LikenessReason.SURNAME_SOUND
    return LikenessReason.SURNAME_SPELLING if _slip(mine, theirs) else LikenessReason.SURNAME_OTHER


def _part(one: NameParts, other: NameParts) -> bool:
    """Return whether the surname of one is a part of that of the other."""
    short, long = set(one.surname), set(other.surname)
    whole = {"".join(one.surname), one.glued} & other.pieces
    return bool(whole) or (bool(short) and short < long and any(len(word) > 2 for word in short))


def _given_reason(one: tuple[str, ...], other: tuple[str, ...]) -> LikenessReason | None:
    if one == other:
        return LikenessReason.NAME_SAME
    if not one or not other:
        return LikenessReason.GIVEN_MISSING
    pairs = list(zip(one, other, strict=False))
    if any(len(mine) == 1 or len(theirs) == 1 for mine, theirs in pairs):
        fits = all(mine == theirs or _initial(mine, theirs) for mine, theirs in pairs)
        return LikenessReason.GIVEN_INITIALS if fits else None
    if one[0] == other[0] or one[0] in other or other[0] in one:
        return LikenessReason.GIVEN_FIRST
    if "".join(one) == "".join(other) or _slip(one[0], other[0]) or sound(one[0]) == sound(other[0]):
        return LikenessReason.GIVEN_SPELLING
    return None


def _initial(one: str, other: str) -> bool:
    return 1 in {len(one), len(other)} and one[0] == other[0]


def _slip(one: str, other: str) -> bool:
    return within(one, other, _slips(one, other))


def _slips(one: str, other: str) -> int:
    """Return how many letters may differ: none in a short name, two in a long one."""
    shortest = min(len(one), len(other))
    return 0 if shortest < 4 else 1 if shortest < 8 else 2
