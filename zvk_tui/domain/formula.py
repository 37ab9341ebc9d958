"""The formula of the criteria, as people read and type it: `leeftijd en (politie of zorgen) en leefgebieden`.

"en" and "of" (or "and" and "or") never stand beside each other without brackets: the list of criteria in the annual
report (seed l.123-139) shows how differently such a sentence is read.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zvk_tui.domain.criteria import AllOf, AnyOf, Ask, Tree

ALL_WORDS: Final = ("en", "and")
"""How "both" is typed; the first is how it is printed."""
ANY_WORDS: Final = ("of", "or")
"""How "one of both" is typed; the first is how it is printed."""
DEEPEST: Final = 20
"""Brackets within brackets; deeper nobody can read."""

_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TOKEN = re.compile(r"\s*(?:([()])|([^\W_]+(?:-[^\W_]+)*)|(\S))")
_STRANGE = 3
"""The group of a token that is no bracket and no word."""


class FormulaFault(StrEnum):
    """What is wrong with a formula."""

    EMPTY = "empty"
    UNKNOWN_CRITERION = "unknown_criterion"
    CRITERION_MISSING = "criterion_missing"
    """A criterion or an opening bracket should stand here."""
    OPERATOR_MISSING = "operator_missing"
    """"En" or "of" should stand here."""
    MIXED = "mixed"
    """"En" and "of" beside each other, without brackets."""
    NOT_CLOSED = "not_closed"
    NOT_OPENED = "not_opened"
    STRANGE_SIGN = "strange_sign"
    TOO_DEEP = "too_deep"


@dataclass(frozen=True, slots=True)
class FormulaProblem:
    """What is wrong with a formula, and where."""

    fault: FormulaFault
    at: int
    """The place in the text, counted in characters from 0."""
    word: str = ""
    """What stands there."""


def is_code(word: str) -> bool:
    """Return whether a word can name a criterion: small letters, digits and hyphens, and neither "en" nor "of"."""
    return _CODE.fullmatch(word) is not None and word not in {*ALL_WORDS, *ANY_WORDS}


def parse_tree(text: str, codes: Collection[str]) -> Tree | FormulaProblem:
    """Return the tree that a formula means, or the first thing that is wrong with it.

    Capitals make no difference. Brackets are kept: what they hold is a part of its own.
    """
    try:
        return _Reader(text, codes).whole()
    except _Wrong as wrong:
        return wrong.problem


def tree_text(tree: Tree, both: str = ALL_WORDS[0], either: str = ANY_WORDS[0]) -> str:
    """Return the formula of a tree, every part that is no single criterion in brackets."""
    match tree:
        case Ask(code):
            return code
        case AllOf(parts):
            return f" {both} ".join(_bracketed(part, both, either) for part in parts)
        case AnyOf(parts):
            return f" {either} ".join(_bracketed(part, both, either) for part in parts)


def _bracketed(part: Tree, both: str, either: str) -> str:
    text = tree_text(part, both, either)
    return text if isinstance(part, Ask) else f"({text})"


@dataclass(frozen=True, slots=True)
class _Token:
    """One word or sign of a formula; nothing at its end."""

    at: int
    text: str
    strange: bool = False


class _Wrong(Exception):
    """Carries what is wrong out of all brackets."""

    def __init__(self, fault: FormulaFault, token: _Token) -> None:
        self.problem = FormulaProblem(fault, token.at, token.text)


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, text: str, codes: Collection[str]) -> None:
        self._codes = codes
        found = ((one, one.lastindex or 0) for one in _TOKEN.finditer(text))
        self._tokens = [_Token(one.start(group), one[group].lower(), group == _STRANGE) for one, group in found]
        self._tokens.append(_Token(len(text.rstrip()), ""))
        self._next = 0

    def whole(self) -> Tree:
        """Read all of it."""
        if not self._here.text:
            raise _Wrong(FormulaFault.EMPTY, _Token(0, ""))
        tree = self._joined(0)
        if self._here.text:
            raise _Wrong(FormulaFault.NOT_OPENED, self._here)
        return tree

    def _joined(self, depth: int) -> Tree:
        """Read parts with one and the same word between them."""
        parts, kind = [self._part(depth)], ""
        while self._here.text not in {"", ")"}:
            kind = self._operator(kind)
            parts.append(self._part(depth))
        if len(parts) == 1:
            return parts[0]
        return AllOf(tuple(parts)) if kind == ALL_WORDS[0] else AnyOf(tuple(parts))

    def _operator(self, before: str) -> str:
        token = self._take()
        found = next((words[0] for words in (ALL_WORDS, ANY_WORDS) if token.text in words), "")
        if not found:
            raise _Wrong(FormulaFault.OPERATOR_MISSING, token)
        if before not in {"", found}:
            raise _Wrong(FormulaFault.MIXED, token)
        return found

    def _part(self, depth: int) -> Tree:
        token = self._take()
        if token.text == "(":
            return self._inside(token, depth + 1)
        if token.text in {"", ")", *ALL_WORDS, *ANY_WORDS}:
            raise _Wrong(FormulaFault.CRITERION_MISSING, token)
        if token.text not in self._codes:
            raise _Wrong(FormulaFault.UNKNOWN_CRITERION, token)
        return Ask(token.text)

    def _inside(self, opening: _Token, depth: int) -> Tree:
        if depth > DEEPEST:
            raise _Wrong(FormulaFault.TOO_DEEP, opening)
        tree = self._joined(depth)
        if not self._here.text:
            raise _Wrong(FormulaFault.NOT_CLOSED, opening)
        self._take()
        return tree

    @property
    def _here(self) -> _Token:
        return self._tokens[self._next]

    def _take(self) -> _Token:
        token = self._here
        if token.strange:
            raise _Wrong(FormulaFault.STRANGE_SIGN, token)
        self._next = min(self._next + 1, len(self._tokens) - 1)
        return token
