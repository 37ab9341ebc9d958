"""The rules of an approach: their defaults, the age they ask, and what stands in the way of saving them."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.approach_defaults import DEFAULTS
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.criteria import CriterionAnswer, codes_of
from zvk_tui.domain.formula import is_code
from zvk_tui.domain.rules import (
    AGE,
    CLOSED_APPROACHES,
    LONGEST_RETENTION,
    MOST_REVIEW_WEEKS,
    OLDEST,
    ApproachRules,
    RulesVersion,
)

__all__ = [
    "AGE",
    "CLOSED_APPROACHES",
    "LONGEST_RETENTION",
    "MOST_REVIEW_WEEKS",
    "OLDEST",
    "RULE_FIELDS",
    "AgeVerdict",
    "ApproachRules",
    "RulesFault",
    "RulesProblem",
    "RulesVersion",
    "age_answer",
    "age_on",
    "age_verdict",
    "changed_fields",
    "default_rules",
    "rules_problems",
    "sourced",
]


def default_rules(approach: Approach) -> ApproachRules:
    """Return version 1 of the rules of an approach, as the annual report gives them."""
    return DEFAULTS[approach]


class AgeVerdict(StrEnum):
    """Whether somebody has the age of an approach on a day."""

    WITHIN = "within"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    UNKNOWN = "unknown"
    """There is no date of birth, or it lies after the day."""


def age_on(born: date, on: date) -> int:
    """Return somebody's age in years on a day; who was born on 29 February has a birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def age_verdict(rules: ApproachRules, born: date | None, on: date) -> AgeVerdict:
    """Return whether somebody has the age of an approach on the day of registration (seed l.317)."""
    if rules.age_from is None and rules.age_until is None:
        return AgeVerdict.WITHIN
    if born is None or born > on:
        return AgeVerdict.UNKNOWN
    age = age_on(born, on)
    if rules.age_from is not None and age < rules.age_from:
        return AgeVerdict.TOO_YOUNG
    return AgeVerdict.TOO_OLD if rules.age_until is not None and age >= rules.age_until else AgeVerdict.WITHIN


def age_answer(verdict: AgeVerdict) -> CriterionAnswer:
    """Return how the age answers its criterion."""
    match verdict:
        case AgeVerdict.WITHIN:
            return CriterionAnswer.YES
        case AgeVerdict.UNKNOWN:
            return CriterionAnswer.UNKNOWN
        case _:
            return CriterionAnswer.NO


class RulesFault(StrEnum):
    """Why rules cannot be saved as they are."""

    BAD_CODE = "bad_code"
    CODE_TWICE = "code_twice"
    NO_TEXT = "no_text"
    """A criterion without a text."""
    UNKNOWN_CRITERION = "unknown_criterion"
    """The formula names a criterion that is not there."""
    UNUSED_CRITERION = "unused_criterion"
    """A criterion that decides nothing is data that nobody needs (Wgs art. 2.25)."""
    AGE_RANGE = "age_range"
    AGES_REVERSED = "ages_reversed"
    RETENTION_TOO_LONG = "retention_too_long"
    RETENTION_TOO_SHORT = "retention_too_short"
    REVIEW_RANGE = "review_range"
    NONE_CHOSEN = "none_chosen"
    """No role, outcome, closing reason or track at all."""


@dataclass(frozen=True, slots=True)
class RulesProblem:
    """One reason why rules cannot be saved, and the field that it is about."""

    fault: RulesFault
    field: str
    word: str = ""
    """The code of the criterion that it is about."""


def rules_problems(rules: ApproachRules) -> tuple[RulesProblem, ...]:
    """Return all that stands in the way of saving rules, in the order of their fields."""
    return (*_criteria_problems(rules), *_formula_problems(rules), *_number_problems(rules), *_choice_problems(rules))


def _criteria_problems(rules: ApproachRules) -> list[RulesProblem]:
    codes = [criterion.code for criterion in rules.criteria]
    found: list[RulesProblem] = []
    for place, criterion in enumerate(rules.criteria):
        if not is_code(criterion.code):
            found.append(RulesProblem(RulesFault.BAD_CODE, "criteria", criterion.code))
        if criterion.code in codes[:place]:
            found.append(RulesProblem(RulesFault.CODE_TWICE, "criteria", criterion.code))
        if not criterion.text.strip():
            found.append(RulesProblem(RulesFault.NO_TEXT, "criteria", criterion.code))
    return found


def _formula_problems(rules: ApproachRules) -> list[RulesProblem]:
    known, used = [criterion.code for criterion in rules.criteria], list(codes_of(rules.tree))
    missing = (RulesProblem(RulesFault.UNKNOWN_CRITERION, "tree", code) for code in used if code not in known)
    idle = (RulesProblem(RulesFault.UNUSED_CRITERION, "tree", code) for code in known if code not in used)
    return [*dict.fromkeys((*missing, *idle))]


def _number_problems(rules: ApproachRules) -> list[RulesProblem]:
    found = [
        RulesProblem(RulesFault.AGE_RANGE, name)
        for name, age in (("age_from", rules.age_from), ("age_until", rules.age_until))
        if age is not None and not 0 <= age <= OLDEST
    ]
    if rules.age_from is not None and rules.age_until is not None and rules.age_from >= rules.age_until:
        found.append(RulesProblem(RulesFault.AGES_REVERSED, "age_until"))
    if rules.retention_years > LONGEST_RETENTION:
        found.append(RulesProblem(RulesFault.RETENTION_TOO_LONG, "retention_years"))
    if rules.retention_years < 1:
        found.append(RulesProblem(RulesFault.RETENTION_TOO_SHORT, "retention_years"))
    if not 1 <= rules.review_weeks <= MOST_REVIEW_WEEKS:
        found.append(RulesProblem(RulesFault.REVIEW_RANGE, "review_weeks"))
    return found


def _choice_problems(rules: ApproachRules) -> list[RulesProblem]:
    needed = ("roles", "outcomes", "closing_reasons", "tracks")
    return [RulesProblem(RulesFault.NONE_CHOSEN, name) for name in needed if not getattr(rules, name)]


RULE_FIELDS: Final = tuple(
    field.name
    for field in fields(ApproachRules)
    if field.name not in {"approach", "version", "valid_from", "criteria", "sources"}
)
"""The fields of rules that have a source of their own; a criterion carries its own."""


def changed_fields(before: ApproachRules, after: ApproachRules) -> tuple[str, ...]:
    """Return the names of the fields that differ, the criteria among them."""
    return tuple(name for name in ("criteria", *RULE_FIELDS) if getattr(before, name) != getattr(after, name))


def sourced(before: ApproachRules, after: ApproachRules, source: str) -> ApproachRules:
    """Return changed rules in which everything that differs says where the change is written."""
    criteria = tuple(one if one in before.criteria else replace(one, source=source) for one in after.criteria)
    sources = dict(after.sources) | dict.fromkeys((n for n in changed_fields(before, after) if n != "criteria"), source)
    return replace(after, criteria=criteria, sources=tuple(sources.items()))
