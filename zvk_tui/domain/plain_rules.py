"""The rules of an approach as plain values, as they are kept: strict when they are read back."""

from dataclasses import fields
from datetime import date

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, LegalBasis, TriageOutcome
from zvk_tui.domain.criteria import Criterion, Tree
from zvk_tui.domain.formula import FormulaProblem, parse_tree, tree_text
from zvk_tui.domain.plain_values import Plain, items, keyed, number, sources, text, words
from zvk_tui.domain.rules import ApproachRules

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
    found = keyed(plain, {field.name for field in fields(ApproachRules)}, "rules")
    criteria = tuple(_criterion(one) for one in items(found, "criteria"))
    return ApproachRules(
        approach=Approach(found["approach"]),
        version=number(found, "version"),
        valid_from=None if found["valid_from"] is None else date.fromisoformat(text(found, "valid_from")),
        criteria=criteria,
        tree=_tree(text(found, "tree"), criteria),
        age_from=None if found["age_from"] is None else number(found, "age_from"),
        age_until=None if found["age_until"] is None else number(found, "age_until"),
        legal_basis=LegalBasis(found["legal_basis"]),
        retention_years=number(found, "retention_years"),
        roles=words(found, "roles", CaseRole),
        outcomes=words(found, "outcomes", TriageOutcome),
        closing_reasons=words(found, "closing_reasons", ClosingReason),
        tracks=words(found, "tracks", Track),
        labels=words(found, "labels", CaseLabel),
        review_weeks=number(found, "review_weeks"),
        sources=sources(found),
    )


def _criterion(plain: object) -> Criterion:
    found = keyed(plain, _CRITERION, "criteria")
    return Criterion(text(found, "code"), text(found, "text"), text(found, "source"))


def _tree(formula: str, criteria: tuple[Criterion, ...]) -> Tree:
    found = parse_tree(formula, {one.code for one in criteria})
    if isinstance(found, FormulaProblem):
        raise ValueError("tree")  # noqa: TRY004 - one kind of error for whoever reads
    return found
