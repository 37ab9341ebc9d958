"""The rules for closing as a chamber sets them: what is wrong with them, what changed, and how they are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.closure import ClosureRules, ConditionKind
from zvk_tui.domain.plain_values import Plain, keyed, number, sources, words
from zvk_tui.domain.police import NEVER_NEGATIVE

FIELDS: Final = ("conditions", "months", "counted", "fresh_days")
"""The rules that a chamber can set, in the order in which they are shown."""

SETTABLE: Final = tuple(kind for kind in ConditionKind if kind is not ConditionKind.MUNICIPALITY_TOLD)
"""The conditions that a chamber chooses from; a removal sets all of them aside."""

COUNTABLE: Final = tuple(kind for kind in PoliceContactKind if kind not in NEVER_NEGATIVE)
"""The kinds of contact that can count as being in view negatively."""

_MOST_MONTHS: Final = 60
_MOST_DAYS: Final = 365


class ClosureRulesFault(StrEnum):
    """Why rules cannot be saved."""

    MONTHS_RANGE = "months_range"
    FRESH_RANGE = "fresh_range"
    NO_CONDITION = "no_condition"
    NO_COUNTED = "no_counted"
    NEVER_COUNTED = "never_counted"
    """Somebody who is a victim or a witness is not in view negatively (seed l.550-557)."""
    PERIOD_NEEDS_POLICE = "period_needs_police"
    """Months without a contact say nothing when nobody asks how recent the information is."""
    WRONG_CONDITION = "wrong_condition"


@dataclass(frozen=True, slots=True)
class ClosureRulesVersion:
    """One version of the rules, with since when and by whom; nobody for the defaults."""

    rules: ClosureRules
    valid_from: date | None = None
    by: str = ""


def closure_rules_problems(rules: ClosureRules) -> dict[str, ClosureRulesFault]:
    """Return what is wrong with rules, by the field it is about; nothing when they can be saved."""
    return dict(reversed([*_problems(rules)]))


def _problems(rules: ClosureRules) -> Iterator[tuple[str, ClosureRulesFault]]:
    if not rules.conditions:
        yield "conditions", ClosureRulesFault.NO_CONDITION
    if not set(rules.conditions) <= set(SETTABLE):
        yield "conditions", ClosureRulesFault.WRONG_CONDITION
    if ConditionKind.PERIOD_OVER in rules.conditions and ConditionKind.POLICE_KNOWN not in rules.conditions:
        yield "conditions", ClosureRulesFault.PERIOD_NEEDS_POLICE
    if not 1 <= rules.months <= _MOST_MONTHS:
        yield "months", ClosureRulesFault.MONTHS_RANGE
    if not rules.counted:
        yield "counted", ClosureRulesFault.NO_COUNTED
    if rules.counted & NEVER_NEGATIVE:
        yield "counted", ClosureRulesFault.NEVER_COUNTED
    if not 1 <= rules.fresh_days <= _MOST_DAYS:
        yield "fresh_days", ClosureRulesFault.FRESH_RANGE


def closure_changes(before: ClosureRules, after: ClosureRules) -> tuple[str, ...]:
    """Return the names of the rules that differ."""
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))


def closure_sourced(before: ClosureRules, after: ClosureRules, source: str) -> ClosureRules:
    """Return changed rules in which everything that differs says where the change is written."""
    sources = dict(after.sources) | dict.fromkeys(closure_changes(before, after), source)
    return replace(after, sources=tuple(sources.items()))


def closure_rules_plain(rules: ClosureRules) -> Plain:
    """Return rules as plain values."""
    return {
        "approach": rules.approach.value,
        "conditions": [kind.value for kind in rules.conditions],
        "months": rules.months,
        "counted": sorted(kind.value for kind in rules.counted),
        "fresh_days": rules.fresh_days,
        "version": rules.version,
        "sources": [[name, source] for name, source in rules.sources],
    }


def closure_rules_from_plain(plain: object) -> ClosureRules:
    """Return the rules that plain values stand for; read strictly, for a wrong rule would decide about people.

    Raises:
        ValueError: anything is missing, too much, of another kind or unknown; it names the field.
    """
    found = keyed(plain, {field.name for field in fields(ClosureRules)}, "rules")
    return ClosureRules(
        Approach(found["approach"]),
        words(found, "conditions", ConditionKind),
        number(found, "months"),
        frozenset(words(found, "counted", PoliceContactKind)),
        number(found, "fresh_days"),
        number(found, "version"),
        sources(found),
    )
