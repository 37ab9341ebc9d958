"""Plain values, as rules are kept: what is of another kind than it must be is refused, with the name of its field."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

Word = TypeVar("Word", bound=StrEnum)
Plain = dict[str, object]
"""Texts, numbers, lists and nothing else, so that it can be JSON."""


def keyed(plain: object, names: set[str], what: str) -> Mapping[str, Any]:
    """Return what has these names and no other.

    Raises:
        ValueError: anything is missing or too much; every function here raises it, for another kind of value.
    """
    if not isinstance(plain, dict) or set(plain) != names:
        raise ValueError(what)
    return plain


def items(found: Mapping[str, Any], name: str) -> list[Any]:
    """Return a field that is a list."""
    value = found[name]
    if isinstance(value, list):
        return value
    raise ValueError(name)


def text(found: Mapping[str, Any], name: str) -> str:
    """Return a field that is a text."""
    value = found[name]
    if isinstance(value, str):
        return value
    raise ValueError(name)


def number(found: Mapping[str, Any], name: str) -> int:
    """Return a field that is a whole number."""
    value = found[name]
    if type(value) is int:  # True is no number
        return value
    raise ValueError(name)


def words(found: Mapping[str, Any], name: str, kind: Callable[[str], Word]) -> tuple[Word, ...]:
    """Return a field that is a list of words of one kind."""
    return tuple(kind(word) for word in items(found, name))


def texts(plain: object, count: int, what: str) -> tuple[str, ...]:
    """Return so many texts."""
    if isinstance(plain, list) and len(plain) == count and all(isinstance(one, str) for one in plain):
        return tuple(plain)
    raise ValueError(what)


def sources(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return where each value is written."""
    return tuple((name, source) for name, source in (texts(one, 2, "sources") for one in items(found, "sources")))
