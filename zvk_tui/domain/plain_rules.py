"""The rules of an approach as plain values, as they are kept: strict when they are read back."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, LegalBasis, TriageOutcome
from zvk_tui.domain.criteria import Criterion, Tree
from zvk_tui.domain.formula import FormulaProblem, parse_tree, tree_text
from zvk_tui.domain.rules import ApproachRules

Word = TypeVar("Word", bound=StrEnum)
Plain = dict[str, object]
"""Texts, numbers, lists and nothing else, so that it can be JSON."""

_CRITERION = {"code", "text", "source"}


def rules_plain(rules: ApproachRules) -> Plain:
    """Return rules as plain values; the tree is written as its formula."""
    return {
        "approach": rules.approach.value,
        "version": rules.version,
        "valid_from": rules.valid_from.isoformat() if rules.valid_from else None,
        "criteria": [{"code": one.code, "text": one.text, "source": one.source} for one in rules.criteria],
        "tree": tree_text(rules.tree),
        "age_from": rules.age_from,
        "age_until": rules.age_until,
        "legal_basis": rules.legal_basis.value,
        "retention_years": rules.retention_years,
        "roles": [word.value for word in rules.roles],
        "outcomes": [word.value for word in rules.outcomes],
        "closing_reasons": [word.value for word in rules.closing_reasons],
        "tracks": [word.value for word in rules.tracks],
        "labels": [word.value for word in rules.labels],
        "review_weeks": rules.review_weeks,
        "sources": [[name, source] for name, source in rules.sources],
    }


def rules_from_plain(plain: object) -> ApproachRules:
    """Return the rules that plain values stand for.

    Raises:
        ValueError: anything is missing, too much, of another kind or unknown; it names the field.
    """
    found = _keyed(plain, {field.name for field in fields(ApproachRules)}, "rules")
    criteria = tuple(_criterion(one) for one in _list(found, "criteria"))
    return ApproachRules(
        approach=Approach(found["approach"]),
        version=_number(found, "version"),
        valid_from=None if found["valid_from"] is None else date.fromisoformat(_text(found, "valid_from")),
        criteria=criteria,
        tree=_tree(_text(found, "tree"), criteria),
        age_from=None if found["age_from"] is None else _number(found, "age_from"),
        age_until=None if found["age_until"] is None else _number(found, "age_until"),
        legal_basis=LegalBasis(found["legal_basis"]),
        retention_years=_number(found, "retention_years"),
        roles=_words(found, "roles", CaseRole),
        outcomes=_words(found, "outcomes", TriageOutcome),
        closing_reasons=_words(found, "closing_reasons", ClosingReason),
        tracks=_words(found, "tracks", Track),
        labels=_words(found, "labels", CaseLabel),
        review_weeks=_number(found, "review_weeks"),
        sources=tuple(_pair(one) for one in _list(found, "sources")),
    )


def _keyed(plain: object, names: set[str], what: str) -> Mapping[str, Any]:
    if not isinstance(plain, dict) or set(plain) != names:
        raise ValueError(what)
    return plain


def _list(found: Mapping[str, Any], name: str) -> list[Any]:
    value = found[name]
    if isinstance(value, list):
        return value
    raise ValueError(name)


def _text(found: Mapping[str, Any], name: str) -> str:
    value = found[name]
    if isinstance(value, str):
        return value
    raise ValueError(name)


def _number(found: Mapping[str, Any], name: str) -> int:
    value = found[name]
    if type(value) is int:  # True is no number
        return value
    raise ValueError(name)


def _words(found: Mapping[str, Any], name: str, kind: Callable[[str], Word]) -> tuple[Word, ...]:
    return tuple(kind(word) for word in _list(found, name))


def _criterion(plain: object) -> Criterion:
    found = _keyed(plain, _CRITERION, "criteria")
    return Criterion(_text(found, "code"), _text(found, "text"), _text(found, "source"))


def _pair(plain: object) -> tuple[str, str]:
    if not (isinstance(plain, list) and len(plain) == 2 and all(isinstance(one, str) for one in plain)):
        raise ValueError("sources")
    return plain[0], plain[1]


def _tree(formula: str, criteria: tuple[Criterion, ...]) -> Tree:
    found = parse_tree(formula, {one.code for one in criteria})
    if isinstance(found, FormulaProblem):
        raise ValueError("tree")  # noqa: TRY004 - one kind of error for whoever reads
    return found
