"""What a line of a list says, why it says nothing, and how a value is written in a list again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.columns import Column
from zvk_tui.domain.names import bare_words
from zvk_tui.domain.partners import Directory, Partner, Professional
from zvk_tui.domain.terms import written_term

Value = str | bool | date | StrEnum | Partner | Professional
"""What a cell means."""

Record = Mapping[Column, Value]
"""What a line says, by column; what it does not say is not there."""

_IDENTITY: Final = frozenset({Column.REF, Column.SHORT, Column.PERSON_NAME, Column.SOURCE})
"""Columns by which a record is found; capitals make no difference there."""


class ProblemKind(StrEnum):
    """Why a line cannot be taken over."""

    MISSING = "missing"
    NO_NAME = "no_name"
    TOO_LONG = "too_long"
    NO_FORMULA_VALUE = "no_formula_value"
    OUTSIDE = "outside"
    """Something stands where there is no heading."""
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DATE = "no_such_date"
    SHORT_YEAR = "short_year"
    NOT_YES_OR_NO = "not_yes_or_no"
    UNKNOWN_TERM = "unknown_term"
    UNKNOWN_PARTNER = "unknown_partner"
    UNKNOWN_PERSON = "unknown_person"
    AMBIGUOUS_PERSON = "ambiguous_person"
    UNKNOWN_CASE = "unknown_case"
    CLOSED_TO_YOU = "closed_to_you"
    """The case belongs to an approach that this key slot is not admitted to, or is shielded or erased."""
    NOT_ACTIVE = "not_active"
    """Somebody who no longer takes part gets no role from now on."""
    NOT_ADMITTED = "not_admitted"
    """This key slot is not admitted to the approach."""
    FUTURE = "future"
    BORN_AFTER_REGISTRATION = "born_after_registration"
    CLOSED_BEFORE_REGISTRATION = "closed_before_registration"
    CONTACT_BEFORE_BIRTH = "contact_before_birth"
    NO_CLOSING_DATE = "no_closing_date"
    NO_CLOSING_REASON = "no_closing_reason"
    NOT_CLOSED = "not_closed"
    """There is a date or reason of closing, but the phase is another one."""
    OTHER_TRACK = "other_track"
    NEVER_NEGATIVE = "never_negative"
    NO_WRONG_REASON = "no_wrong_reason"
    NO_WRONG_DATE = "no_wrong_date"
    WRONG_BEFORE_CONTACT = "wrong_before_contact"
    DOUBLE = "double"
    """The same record stands on an earlier line."""
    NOT_CLEAR_WHICH = "not_clear_which"
    """The vault has more than one record that it can mean."""
    LIFE_DIFFERS = "life_differs"
    """The vault tells something else of the life of the case, which only its dossier changes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be taken over: what, in which column, and what stands there."""

    kind: ProblemKind
    column: Column | None = None
    text: str = ""
    """What stands in the cell."""
    near: tuple[str, ...] = ()
    """What was perhaps meant, or the words that can be chosen from."""
    other_line: int = 0
    """The earlier line that it is about."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it was understood."""

    line: int
    record: Record = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the reading of a line has to know of the vault."""

    directory: Directory
    today: date
    tracks: Mapping[Approach, tuple[Track, ...]] = field(default_factory=dict)
    """The tracks of each approach; all of them for an approach that is not named."""
    closed: frozenset[Approach] = frozenset()
    """The approaches that this key slot is not admitted to."""
    readable: Callable[[str], str] = str.strip
    """How a text is kept in the vault."""


def written(value: Value | None) -> str:
    """Return what an export writes for a value; nothing for none."""
    match value:
        case bool():
            text = "ja" if value else "nee"
        case StrEnum():
            text = written_term(value)
        case date():
            text = value.isoformat()
        case Partner():
            text = value.short
        case Professional():
            text = person_key(value)
        case _:
            text = value or ""
    return text


def person_key(person: Professional) -> str:
    """Return how a list names a professional: "Politie/P. Bakker"."""
    return f"{person.partner.short}/{person.name}"


def one_line(text: str) -> str:
    """Return a text with one space for every run of spaces and line ends."""
    return " ".join(text.split())


def same_value(column: Column, said: Value, kept: Value | None) -> bool:
    """Return whether a list says what the vault has.

    Runs of spaces make no difference, and initials are no news of somebody whose given names are known.
    """
    match said, kept:
        case ((Partner() | Professional()), (Partner() | Professional())):
            return type(said) is type(kept) and said.id == kept.id
        case StrEnum(), StrEnum():
            return type(said) is type(kept) and said == kept
        case str(), str():
            return _same_text(column, said, kept)
        case _, None:
            return said in {"", False}
        case _:
            return said == kept


def _same_text(column: Column, said: str, kept: str) -> bool:
    one, other = one_line(said), one_line(kept)
    if column in _IDENTITY:
        one, other = one.casefold(), other.casefold()
    return one == other or (column is Column.GIVEN_NAMES and _initials_of(one, other))


def _initials_of(said: str, names: str) -> bool:
    """Return whether `said` is the initials of given names, or begins with them: "J.P." of "Jan Peter"."""
    letters = [word for word in bare_words(said.replace(".", " ")) if word]
    whole = bare_words(names)
    fits = all(name.startswith(letter) for letter, name in zip(letters, whole, strict=False))
    return bool(letters) and fits and all(len(letter) == 1 for letter in letters) and len(letters) <= len(whole)
