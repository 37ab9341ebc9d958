"""Where to look for people who may be the same as somebody, so that few of very many need comparing."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.matching import name_key, near_births
from zvk_tui.domain.names import NameParts, name_parts, without_prefix

_SAME_SOUND: Final = ("ckqs", "vfp", "szc", "jyi", "gh", "td")
"""Letters that are written for each other at the beginning of a name."""
_FEW: Final = 3
"""Letters that a name begins with; a slip of the pen further on does no harm."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What the date of birth, or the key of the name, of a likely person is."""

    births: frozenset[date] = frozenset()
    year: int | None = None
    """The whole year of birth, when 1 January is written, as is done when the day is not known."""
    starts: tuple[str, ...] = ()
    """What the key of the name begins with."""
    ends: tuple[str, ...] = ()
    """What stands in the key of the name, further on."""
    initials: tuple[str, ...] = ()
    """What stands in the key before the given names as well; nothing when no given name is known."""
    names: tuple[str, ...] = ()
    """What the whole key of the same full name can be, whatever the date of birth."""
    any_birth: bool = True
    """Whether people are sought by name whatever their date of birth; else only those of whom it is unknown."""


def traces(subject: Subject) -> Traces:
    """Return where people who may be `subject` are found: by their date of birth, or by a part of their name."""
    if subject.group_name:
        longest = sorted(name_key(subject).split(), key=len)[-2:]
        return Traces(ends=tuple(word[:5] for word in longest))
    parts, born = name_parts(subject), subject.birth_date
    swapped = [f"{parts.given[0]}, {''.join(parts.surname)[:_FEW]}"] if parts.given and parts.surname else []
    initials = (*(f", {letter}" for letter in _alternatives(parts.given[0][0])), ", ") if parts.given else ()
    return Traces(
        near_births(born) if born else frozenset(),
        born.year if born and (born.month, born.day) == (1, 1) else None,
        (*_beginnings(parts), *swapped),
        _endings(parts.surname),
        initials,
        _whole(parts),
        born is None,
    )


def _beginnings(parts: NameParts) -> list[str]:
    """Return how a surname that is nearly the same, or a part of it, begins; a wrong letter at its end does no harm."""
    near = [f"{letter}{word[1:_FEW]}" for word in parts.surname if len(word) > 1 for letter in _alternatives(word[0])]
    return [*near, *_otherwise(parts)]


def _otherwise(parts: NameParts) -> list[str]:
    """Return the words of a surname with their prefixes written to them, or taken off."""
    bare = (rest for word in sorted(parts.pieces) for rest in without_prefix(word))
    return [word for word in dict.fromkeys((*sorted(parts.pieces), *bare)) if word not in parts.surname]


def _endings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a surname that is nearly the same ends; a wrong letter or prefix at its beginning does no harm."""
    bare = (min((word, *without_prefix(word)), key=len) for word in words[-1:] if len(word) > _FEW)
    return tuple(f"{word[len(word) // 2 :]}," for word in bare)


def _whole(parts: NameParts) -> tuple[str, ...]:
    """Return the keys of a full name; nothing when there is no given name, or no more of it than initials."""
    if not any(len(word) > 2 for word in parts.given):
        return ()
    given = " ".join(parts.given)
    return tuple(f"{surname}, {given}" for surname in (" ".join(parts.surname), *_otherwise(parts)))


def _alternatives(letter: str) -> str:
    return "".join(dict.fromkeys(letter + "".join(group for group in _SAME_SOUND if letter in group)))
