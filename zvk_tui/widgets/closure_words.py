"""How a closure check is told: the verdict with its sign, what is in the way, and what to ask whom."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from zvk_tui.domain.closure import ClosureCheck, ClosureRules, Condition, ConditionKind, FactSource, Verdict
from zvk_tui.domain.police import KnownUntil
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, plain_date
from zvk_tui.words.closure import SHORT, SIGNS

STYLES: Final = {
    Verdict.MAY_CLOSE: "bold $zvk-done",
    Verdict.NOT_BEFORE: "",
    Verdict.BLOCKED: "$zvk-late",
    Verdict.UNKNOWN: "$zvk-soon",
}
"""The colour of a verdict, beside its sign and its word."""

MARKS: Final = {True: ("✓", "$zvk-done"), False: ("×", "$zvk-late"), None: ("?", "$zvk-soon")}
"""The sign and colour of a condition that holds, does not hold, or is not known."""

_ASK: Final = {
    ConditionKind.POLICE_KNOWN: N_("Ask the police up to which day they looked; t records it."),
    ConditionKind.COACH_DONE: N_("Ask the PAD coach: are there questions left, and is there contact?"),
    ConditionKind.PLAN_RUNS_WELL: N_("Ask the case director and the partners of the plan: does it run well?"),
    ConditionKind.GOAL_REACHED: N_("Ask the case director: is the goal of the plan reached?"),
    ConditionKind.PARTNER_ACCEPTS: N_("Ask the partner that could monitor on: does it accept that, and who there?"),
    ConditionKind.MUNICIPALITY_TOLD: N_("Inform the other municipality, or hand the case over to it."),
}


_ASKED_BY: Final = {
    "months": ConditionKind.PERIOD_OVER,
    "counted": ConditionKind.PERIOD_OVER,
    "fresh_days": ConditionKind.POLICE_KNOWN,
}
"""The condition that uses a rule."""


def verdict_text(check: ClosureCheck) -> str:
    """Return the verdict with its sign: "✓ kan dicht"."""
    return f"{SIGNS[check.verdict]} {label(check.verdict)}"


def verdict_sentence(check: ClosureCheck) -> str:
    """Return the whole verdict: with its date, or with what must change first."""
    match check.verdict:
        case Verdict.NOT_BEFORE if check.from_on:
            return _("not before {date}").format(date=plain_date(check.from_on))
        case Verdict.MAY_CLOSE if check.from_on:
            return _("may close, since {date}").format(date=plain_date(check.from_on))
        case Verdict.BLOCKED:
            return _("not while this does not hold: {what}").format(
                what=short_words(one for one in check.conditions if one.holds is False)
            )
        case Verdict.UNKNOWN:
            return _("not known: {what}").format(what=short_words(one for one in check.conditions if one.holds is None))
        case _:
            return label(check.verdict)


def short_words(conditions: Iterable[Condition]) -> str:
    """Return conditions in one word each."""
    return ", ".join(_(SHORT[one.kind]) for one in conditions)


def source_text(source: str) -> str:
    """Return who told something; what the case itself tells has a word of its own."""
    return label(FactSource(source)) if source in set(FactSource) else source


def days_text(days: int) -> str:
    """Return a number of days in words."""
    return ngettext("{count} day", "{count} days", days).format(count=days)


def months_text(months: int) -> str:
    """Return a number of months in words."""
    return ngettext("{count} month", "{count} months", months).format(count=months)


def condition_text(one: Condition, rules: ClosureRules, known: KnownUntil | None, today: date) -> str:
    """Return the value of a condition, with its dates."""
    match one.kind:
        case ConditionKind.POLICE_KNOWN:
            if known is None:
                return _("nobody told up to when is known")
            age, most = days_text(known.age(today)), days_text(rules.fresh_days)
            return _("known until {date}, {age} ago; {most} at the most").format(
                date=plain_date(known.until), age=age, most=most
            )
        case ConditionKind.PERIOD_OVER if one.since and one.on:
            counted = _("{months} counted from {since}, so from {date} on")
            return counted.format(
                months=months_text(rules.months), since=plain_date(one.since), date=plain_date(one.on)
            )
        case _:
            return _said(one)


def _said(one: Condition) -> str:
    answer = {True: _("yes"), False: _("no"), None: _("nobody knows")}[one.holds]
    named = f", {one.value}" if one.value else ""
    return f"{answer}{named}, {plain_date(one.on)}" if one.on else f"{answer}{named}"


def ask_text(one: Condition) -> str:
    """Return what to ask whom when a condition is not known; nothing when it is."""
    return _(_ASK[one.kind]) if one.holds is None and one.kind in _ASK else ""


def rules_titles() -> dict[str, str]:
    """Return what each rule is called."""
    return {
        "conditions": _("All must hold"),
        "months": _("Not in view for"),
        "counted": _("Counts as negative"),
        "fresh_days": _("Police info at most"),
    }


def rule_text(rules: ClosureRules, name: str) -> str:
    """Return one rule in words; one that no condition asks for says so."""
    asks = _ASKED_BY.get(name)
    if asks is not None and asks not in rules.conditions:
        return _("not used: no condition asks for it")
    match name:
        case "conditions":
            return "; ".join(label(kind) for kind in rules.conditions)
        case "months":
            return months_text(rules.months)
        case "counted":
            return "; ".join(label(kind) for kind in sorted(rules.counted))
        case _:
            return days_text(rules.fresh_days)
